import { describe, expect, it } from 'vitest'
import type { DasarIndikator } from '../../../src/modul/lkjip/hasil-tahun.ts'
import { bandingkan } from '../../../src/modul/lkjip/perbandingan.ts'
import { hasil } from './contoh.ts'

const dasar = (lain: object, atas: string | null = null) =>
  ({
    kartu: {
      polaritas: 'RENTANG',
      varianMin: '2T-R',
      arah: 'MAKS',
      pembulatan: 'SETENGAH_NAIK',
      aturanNol: 'BAKU',
      kategori: [],
      ...lain,
    },
    target: { tahunan: '80', atas, teks: null, cara: 'TAHUNAN', tw: [null, null, null, null] },
  }) as unknown as DasarIndikator

describe('pembanding indikator yang targetnya rentang', () => {
  it('satu angka bukan batas yang lebih tinggi lebih baik: capaiannya tidak dihitung, alasannya dikatakan', () => {
    const { teks, capaian } = bandingkan(dasar({}), { nilai: '90', teks: null }, hasil({ realisasi: '180' }))
    expect(teks).toBe('90')
    expect(capaian).toMatchObject({ jenis: 'TIDAK_DAPAT_DIHITUNG' })
    expect((capaian as { alasan: string }).alasan).toMatch(/batas bawah dan batas atas/i)
  })

  it('rentang yang ditulis di Renstra dibandingkan sebagai rentang', () => {
    const rentang = { nilai: null, teks: '80–90' }
    expect(bandingkan(dasar({}), rentang, hasil({ realisasi: '85' })).capaian).toMatchObject({ nilai: '100.00' })
    expect(bandingkan(dasar({}), rentang, hasil({ realisasi: '40' })).capaian).toMatchObject({ nilai: '50.00' })
    expect(bandingkan(dasar({ arah: 'MIN' }), rentang, hasil({ realisasi: '108' })).capaian).toMatchObject({
      nilai: '80.00',
    })
  })

  it('polaritas lain tetap dihitung', () => {
    const { capaian } = bandingkan(
      dasar({ polaritas: 'MAKS' }),
      { nilai: '90', teks: null },
      hasil({ realisasi: '81' }),
    )
    expect(capaian).toMatchObject({ jenis: 'NILAI', nilai: '90.00' })
  })
})
