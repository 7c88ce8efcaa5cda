import { describe, expect, it } from 'vitest'
import { bacaIsian } from '../../../src/inti/http/index.ts'
import { isianMetodologi } from '../../../src/modul/kertas-kerja/isian.ts'
import {
  kartuUkur,
  metodeCocok,
  penyimpangan,
  polaritasCocok,
  usulMetodologi,
} from '../../../src/modul/kertas-kerja/metodologi.ts'
import { usulSmart } from '../../../src/modul/kertas-kerja/smart.ts'
import { teksAturanKhusus, teksMetodologi } from '../../../src/modul/kertas-kerja/teks-metodologi.ts'
import { kartuContoh, targetContoh } from '../formulir/contoh.ts'

const dasar = { kartu: kartuContoh(), target: targetContoh() }
const isi = (lain: Record<string, unknown> = {}) => {
  const { smart, ...m } = usulMetodologi(dasar)
  return {
    ...m,
    batasCapaian: m.batasCapaian ?? '',
    versi: '1',
    smart: Object.entries(smart).flatMap(([k, ya]) => (ya ? [k] : [])),
    alasanMetodologi: '',
    ...lain,
  }
}
const baca = (lain?: Record<string, unknown>) => bacaIsian(isianMetodologi(dasar), isi(lain))

describe('metodologi menurut kartu indikator', () => {
  it('usulnya tidak menyimpang dan dapat disimpan tanpa alasan', () => {
    expect(penyimpangan(usulMetodologi(dasar), dasar)).toEqual([])
    expect(baca().data).toMatchObject({ alasan: '' })
  })

  it('aturan yang baku tidak disebut satu per satu; yang dipilih lain disebut, dan hanya itu', () => {
    const kartu = kartuContoh()
    expect(teksAturanKhusus(kartu)).toBe('aturan baku')
    expect(teksAturanKhusus({ ...kartu, aturanNol: 'SERATUS' })).toBe('target nol: realisasi di atas nol dihitung 100%')
    expect(teksAturanKhusus({ ...kartu, desimal: 1, pembulatan: 'POTONG', batasCapaian: '110' })).toBe(
      '1 desimal, dipotong; batas rata-rata: 110%',
    )
  })

  it('yang menyimpang disebut halnya, dan ditolak tanpa alasan', () => {
    expect(baca({ agregasi: 'KUMULATIF' }).kesalahan).toHaveProperty('alasanMetodologi')
    const { data } = baca({ agregasi: 'KUMULATIF', alasanMetodologi: 'Sesuai arahan Bagian Organisasi' })
    expect(data && penyimpangan(data.metodologi, dasar)).toEqual([
      { hal: 'Agregasi', kartu: 'Keadaan pada akhir periode', dipakai: 'Dijumlahkan sejak awal tahun' },
    ])
    expect(baca({ smart: [], alasanMetodologi: '' }).kesalahan).toHaveProperty('alasanMetodologi')
  })

  it('alasan yang tertinggal tanpa penyimpangan tidak disimpan', () => {
    expect(baca({ alasanMetodologi: 'Tidak jadi diubah' }).data).toMatchObject({ alasan: '' })
  })

  it('cara menghitung yang tidak cocok dengan datanya, dan polaritas yang tidak cocok dengan targetnya, ditolak', () => {
    expect(metodeCocok(dasar.kartu)).not.toContain('TUNGGAL')
    expect(metodeCocok(dasar.kartu)).toContain('RASIO')
    expect(baca({ metode: 'TUNGGAL', alasanMetodologi: 'Ingin angka tunggal' }).kesalahan).toHaveProperty('metode')
    expect(polaritasCocok(kartuContoh({ polaritas: 'RENTANG' }))).toEqual(['RENTANG'])
    expect(baca({ polaritas: 'RENTANG', alasanMetodologi: 'Ingin rentang saja' }).kesalahan).toHaveProperty('polaritas')
  })

  it('pembulatan, aturan nol, dan batas disebut dan ditimbang seperti yang lain', () => {
    const kartu = kartuContoh({ pembulatan: 'POTONG', aturanNol: 'TIDAK_DIHITUNG', batasCapaian: '100' })
    const usul = usulMetodologi({ ...dasar, kartu })
    expect(penyimpangan(usul, { ...dasar, kartu })).toEqual([])
    const lain = { ...usul, pembulatan: 'SETENGAH_NAIK', aturanNol: 'BAKU', batasCapaian: null } as const
    expect(penyimpangan(lain, { ...dasar, kartu }).map((p) => [p.hal, p.dipakai.slice(0, 12)])).toEqual([
      ['Pembulatan', 'Setengah ke '],
      ['Bila target nol', 'Baku (makin '],
      ['Batas dalam rata-rata', 'Mengikuti at'],
    ])
    expect(
      baca({ aturanNol: 'SERATUS', polaritas: 'MIN', alasanMetodologi: 'Sesuai arahan' }).kesalahan,
    ).toHaveProperty('aturanNol')
  })

  it('Kertas Kerja lama tanpa pilihan itu memakai pilihan kartunya', () => {
    const kartu = kartuContoh({ pembulatan: 'POTONG', batasCapaian: '100' })
    const {
      pembulatan: _,
      batasCapaian: __,
      aturanNol: ___,
      ekspresi: ____,
      arah: _____,
      ...lama
    } = usulMetodologi({
      ...dasar,
      kartu,
    })
    expect(kartuUkur(kartu, lama)).toMatchObject({ pembulatan: 'POTONG', batasCapaian: '100' })
    expect(penyimpangan(lama, { ...dasar, kartu })).toEqual([])
  })

  it('rumus sendiri ditulis dengan nama datanya; yang tidak dapat dibaca atau membagi nol ditolak', () => {
    const rumus = (ekspresi: string) =>
      baca({ metode: 'RUMUS', ekspresi, alasanMetodologi: 'Menurut Perbup tentang IKU' })
    expect(rumus('tepat ÷').kesalahan).toHaveProperty('ekspresi')
    expect(rumus('tepat ÷ (desa − desa)').kesalahan).toHaveProperty('ekspresi')
    expect(rumus('tepat × 100').kesalahan.ekspresi).toContain('tidak dipakai')
    const { data } = rumus('tepat ÷ desa × 100')
    const nama = Object.fromEntries(dasar.kartu.variabel.map((v) => [v.kode, v.nama]))
    const tertulis = data && penyimpangan(data.metodologi, dasar).map((p) => [p.hal, p.dipakai])
    expect(tertulis).toEqual([['Cara menghitung', 'Rumus sendiri']])
    expect(data && teksMetodologi(kartuUkur(dasar.kartu, data.metodologi))[1]?.teks).toBe(
      `${nama.tepat} ÷ ${nama.desa} × 100`,
    )
    // an expression that stands beside another method is not kept
    expect(baca({ ekspresi: 'tepat', alasanMetodologi: '' }).data?.metodologi.ekspresi).toBe('')
  })

  it('pemeriksaan SMART dijawab dari kartu dan PK, dengan sebabnya', () => {
    const smart = (lain: Parameters<typeof kartuContoh>[0], target = targetContoh()) =>
      Object.fromEntries(usulSmart({ kartu: kartuContoh(lain), target }).map((s) => [s.kode, s.terpenuhi]))
    expect(smart({ definisi: 'Desa tepat waktu', sasaranId: 's' })).toEqual({
      S: true,
      M: true,
      A: true,
      R: true,
      T: true,
    })
    expect(
      smart(
        { definisi: '', sasaranId: null, satuan: '' },
        targetContoh({ tahunan: null, tw: [null, null, null, null] }),
      ),
    ).toEqual({
      S: false,
      M: false,
      A: false,
      R: false,
      T: false,
    })
    for (const s of usulSmart(dasar)) expect(s.karena).toMatch(/\.$/)
  })
})
