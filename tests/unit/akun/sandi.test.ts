import { hash } from '@node-rs/argon2'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alasanSandiDitolak, cincangSandi, cocokSandi, sandiPerluDiperbarui } from '../../../src/modul/akun/sandi.ts'

describe('sandi yang disimpan', () => {
  it('argon2id 64 MiB tiga putaran, ukurannya di dalam, tidak pernah sama dua kali', async () => {
    const [a, b] = [await cincangSandi('perahu lilin mangga'), await cincangSandi('perahu lilin mangga')]
    expect(a).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    expect(a).not.toBe(b)
    expect(sandiPerluDiperbarui(a)).toBe(false)
    expect(sandiPerluDiperbarui(await hash('x', { memoryCost: 19_456, timeCost: 2, parallelism: 1 }))).toBe(true)
  })

  it('huruf apa pun berlaku, tanpa dipotong, dan satu huruf yang berbeda menggagalkan', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 128 }),
        fc.nat(),
        async (sandi, letak) => {
          const tersimpan = await hash(sandi, { memoryCost: 1024, timeCost: 1, parallelism: 1 })
          expect(await cocokSandi(sandi, tersimpan)).toBe(true)
          const ke = letak % sandi.length
          const lain = `${sandi.slice(0, ke)}\u0001${sandi.slice(ke + 1)}`
          expect(await cocokSandi(lain, tersimpan)).toBe(false)
          expect(await cocokSandi(`${sandi} `, tersimpan)).toBe(false)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('nama yang tidak ada tidak pernah cocok, apa pun sandinya', async () => {
    expect(await cocokSandi('pengecoh yang tidak pernah cocok', null)).toBe(false)
  })
})

describe('sandi baru', () => {
  it('empat kata biasa, huruf lain, dan tanda apa pun diterima', () => {
    for (const sandi of [
      'tujuh angsa terbang rendah',
      'パスワード長い文字列です素敵',
      '🙂🙃🦊🐢🌊🍋 kursi',
      'G7#kq!-Lm2@xZ',
    ])
      expect(alasanSandiDitolak(sandi), sandi).toBeNull()
  })

  it('yang pendek, terlalu panjang, umum, berulang, atau tentang kantor ditolak dengan alasannya', () => {
    expect(alasanSandiDitolak('sebelas kar')).toContain('12 huruf')
    expect(alasanSandiDitolak('y'.repeat(129))).toContain('128')
    for (const sandi of [
      'kecamatan 2026',
      'Sakip-2026-kecamatan',
      'aaaaaaaaaaaaaaaa',
      '123456789012',
      'passwordpassword',
      'Kecamatan Taman 01',
      'sekcam sekcam 1',
    ])
      expect(alasanSandiDitolak(sandi, ['Kecamatan Taman', 'taman', 'sekcam']), sandi).toContain('mudah ditebak')
  })
})
