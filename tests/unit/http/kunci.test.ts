import type { Request } from 'express'
import { describe, expect, it } from 'vitest'
import { kunciPermintaan } from '../../../src/inti/http/kunci.ts'

const permintaan = (body: unknown, originalUrl = '/rapat') => ({ body, originalUrl }) as Request

describe('kunci permintaan', () => {
  const dasar = kunciPermintaan(permintaan({ kunci: 'k1', hasil: 'setuju' }))

  it('sama untuk formulir, alamat, dan isi yang sama', () => {
    expect(dasar).toMatch(/^[0-9a-f]{64}$/)
    expect(kunciPermintaan(permintaan({ kunci: 'k1', hasil: 'setuju' }))).toBe(dasar)
  })

  it('lain bila kunci, isi, alamat, atau berkasnya lain', () => {
    const lain = [
      kunciPermintaan(permintaan({ kunci: 'k2', hasil: 'setuju' })),
      kunciPermintaan(permintaan({ kunci: 'k1', hasil: 'tolak' })),
      kunciPermintaan(permintaan({ kunci: 'k1', hasil: 'setuju' }, '/telaah')),
      kunciPermintaan(permintaan({ kunci: 'k1', hasil: 'setuju' }), ['sidik-a']),
      kunciPermintaan(permintaan({ kunci: 'k1', hasil: 'setuju' }), ['sidik-b']),
    ]
    expect(new Set([dasar, ...lain]).size).toBe(6)
  })

  it('tidak ada untuk formulir tanpa kunci, kunci kosong, ganda, atau terlalu panjang', () => {
    for (const body of [undefined, {}, { kunci: '' }, { kunci: ['a', 'b'] }, { kunci: 'x'.repeat(65) }])
      expect(kunciPermintaan(permintaan(body))).toBeNull()
  })
})
