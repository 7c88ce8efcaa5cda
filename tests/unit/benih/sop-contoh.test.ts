import { describe, expect, it } from 'vitest'
import { bacaBerkasSop } from '../../../prisma/benih/baca.ts'
import { type DefinisiSop, periksaSop } from '../../../src/modul/sop/index.ts'

const pengumpulan = bacaBerkasSop('taman-pengumpulan')
const pengukuran = bacaBerkasSop('taman-pengukuran')
const candipuro = bacaBerkasSop('candipuro-pengukuran')

const jenis = (sop: DefinisiSop) => sop.langkah.map((satu) => satu.jenis)
const kode = (sop: DefinisiSop) => sop.langkah.map((satu) => satu.kode)
const menit = (sop: DefinisiSop) =>
  sop.langkah.reduce((total, { waktuBaku }) => total + (waktuBaku.jenis === 'MENIT' ? waktuBaku.nilai : 0), 0)
const hari = (sop: DefinisiSop) =>
  sop.langkah.reduce((total, { waktuBaku }) => total + (waktuBaku.jenis === 'HARI_KERJA' ? waktuBaku.nilai : 0), 0)

describe('SOP contoh', () => {
  it.each([
    ['taman-pengumpulan', pengumpulan],
    ['taman-pengukuran', pengukuran],
    ['candipuro-pengukuran', candipuro],
  ])('%s dapat dijalankan', (_nama, sop) => {
    expect(periksaSop(sop)).toEqual([])
  })

  it('Pengumpulan Data Kinerja Taman: 12 langkah dengan jenisnya', () => {
    expect(kode(pengumpulan)).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11', 'P12'])
    expect(jenis(pengumpulan)).toEqual([
      'disposisi',
      'rapat',
      'program-kerja',
      'ceklis-dokumen',
      'siapkan-formulir',
      'distribusi',
      'pengisian',
      'rekap',
      'lapor',
      'telaah',
      'lapor-camat',
      'arsip',
    ])
  })

  it('Pengukuran Kinerja Taman: 10 langkah dengan jenisnya', () => {
    expect(kode(pengukuran)).toEqual(['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9', 'U10'])
    expect(jenis(pengukuran)).toEqual([
      'disposisi',
      'rapat',
      'program-kerja',
      'metodologi',
      'pengukuran',
      'rekap',
      'lapor',
      'telaah',
      'lapor-camat',
      'arsip',
    ])
  })

  it('jumlah waktu baku sama dengan jumlah pada lembar SOP', () => {
    expect([menit(pengumpulan), hari(pengumpulan)]).toEqual([430, 5])
    expect([menit(pengukuran), hari(pengukuran)]).toEqual([455, 2])
    expect(hari(candipuro)).toBe(6)
    expect(pengumpulan.langkah.find((satu) => satu.kode === 'P3')?.waktuBaku).toEqual({
      teks: '1 Hari',
      jenis: 'HARI_KERJA',
      nilai: 1,
    })
  })

  it('keputusan Sekretaris Kecamatan dan tujuan pengembaliannya', () => {
    const keputusan = (sop: DefinisiSop) =>
      sop.langkah.flatMap((satu) => (satu.keputusan ? [[satu.kode, satu.keputusan]] : []))
    expect(keputusan(pengumpulan)).toEqual([['P10', { ya: 'P11', tidak: ['P7', 'P8'], bawaan: 'P8' }]])
    expect(keputusan(pengukuran)).toEqual([['U8', { ya: 'U9', tidak: ['U5', 'U6'], bawaan: 'U6' }]])
  })

  it('blok identitas lengkap', () => {
    for (const { identitas } of [pengumpulan, pengukuran]) {
      expect(identitas.dasarHukum).toHaveLength(12)
      expect(identitas.kualifikasi).toHaveLength(6)
      expect(identitas.keterkaitan).toHaveLength(8)
      expect(identitas.peringatan).toHaveLength(3)
      expect(identitas.pencatatan).toHaveLength(1)
      expect(identitas.tanggalEfektif).toBe('2026-03-04')
      expect(identitas.disahkanOleh.jabatan).toBe('Camat Taman')
      expect(identitas.dasarHukum.filter(({ catatan }) => catatan?.startsWith('Dicabut'))).toHaveLength(1)
      expect(identitas.dasarHukum.map(({ teks }) => teks).join()).not.toContain('Pematang')
    }
  })

  it('semua catatan koreksi naskah Taman ada, tiap salah salin disebut sekali per SOP', () => {
    const semua = [...pengumpulan.catatan, ...pengukuran.catatan]
    const berbeda = new Set(semua.map(({ letak, penyelesaian }) => `${letak}|${penyelesaian}`))
    expect(berbeda.size).toBe(21)
    for (const sop of [pengumpulan, pengukuran]) {
      expect(new Set(sop.catatan.map(({ temuan }) => temuan)).size).toBe(sop.catatan.length)
    }
  })

  it('uraian yang tertukar menyimpan bunyi asli dan alasannya', () => {
    for (const nomor of ['2', '3', '4', '5', '7']) {
      for (const sop of [pengumpulan, pengukuran]) {
        const langkah = sop.langkah.find((satu) => satu.nomor === nomor)
        expect(langkah?.uraianAsli).not.toBe(langkah?.uraian)
        expect(langkah?.catatanKoreksi).toContain('tertukar')
      }
    }
  })

  it('ceklis menyebut delapan dokumen pelengkap', () => {
    expect(pengumpulan.langkah.find((satu) => satu.kode === 'P4')?.dokumen).toHaveLength(8)
  })
})
