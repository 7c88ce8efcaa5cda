import { describe, expect, it } from 'vitest'
import { bacaBerkasSop } from '../../../prisma/benih/baca.ts'
import { type DefinisiSop, periksaSop } from '../../../src/modul/sop/index.ts'

const pengumpulan = bacaBerkasSop('taman-pengumpulan')
const pengukuran = bacaBerkasSop('taman-pengukuran')
const candipuro = bacaBerkasSop('candipuro-pengukuran')
const muaraPapalik = bacaBerkasSop('muara-papalik-pengumpulan')
const nganjuk = bacaBerkasSop('nganjuk-pengumpulan')
const kalipare = bacaBerkasSop('kalipare-pengukuran')
const SEMUA = { pengumpulan, pengukuran, candipuro, muaraPapalik, nganjuk, kalipare }

const jenis = (sop: DefinisiSop) => sop.langkah.map((satu) => satu.jenis)
const kode = (sop: DefinisiSop) => sop.langkah.map((satu) => satu.kode)
const menit = (sop: DefinisiSop) =>
  sop.langkah.reduce((total, { waktuBaku }) => total + (waktuBaku.jenis === 'MENIT' ? waktuBaku.nilai : 0), 0)
const jam = (sop: DefinisiSop) =>
  sop.langkah.reduce((total, { waktuBaku }) => total + (waktuBaku.jenis === 'JAM' ? waktuBaku.nilai : 0), 0)
const hari = (sop: DefinisiSop) =>
  sop.langkah.reduce((total, { waktuBaku }) => total + (waktuBaku.jenis === 'HARI_KERJA' ? waktuBaku.nilai : 0), 0)

describe('SOP contoh', () => {
  it.each(Object.entries(SEMUA))('%s dapat dijalankan', (_nama, sop) => {
    expect(periksaSop(sop)).toEqual([])
  })

  it.each(Object.entries(SEMUA))('%s: setiap koreksi uraian menyebut bunyi aslinya', (_nama, sop) => {
    for (const { kode, uraian, uraianAsli } of sop.langkah) {
      expect(uraian, kode).not.toMatch(/tiaptiap|sekdi|Keuanagan|utk|yg /)
      if (uraianAsli) expect(uraianAsli, kode).not.toBe(uraian)
    }
    expect(sop.catatan.length).toBeGreaterThan(0)
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

  it('Pengukuran Kinerja Candipuro: 10 langkah, berakhir dengan surat pengantar', () => {
    expect(candipuro.langkah).toHaveLength(10)
    expect(jenis(candipuro).slice(3)).toEqual([
      'metodologi',
      'pengukuran',
      'rekap',
      'lapor',
      'telaah',
      'lapor-camat',
      'kirim',
    ])
    expect(candipuro.langkah.at(-1)?.berikutnya).toEqual([])
  })

  it('Pengumpulan Data Kinerja Muara Papalik: langkah 14 dipisah, nomor aslinya tetap', () => {
    expect(jenis(muaraPapalik)).toEqual([
      'instruksi',
      'siapkan-formulir',
      'instruksi',
      'distribusi',
      'pengisian',
      'penerimaan',
      'instruksi',
      'rekap',
      'lapor',
      'lapor',
      'telaah',
      'susun-dokumen',
      'tanda-tangan',
      'kirim',
      'arsip',
    ])
    expect(muaraPapalik.langkah.slice(-2).map(({ nomor }) => nomor)).toEqual(['14', '14'])
    expect([menit(muaraPapalik), jam(muaraPapalik), hari(muaraPapalik)]).toEqual([165, 5, 5])
    expect(muaraPapalik.pelaksana.some(({ peran }) => peran.includes('TIM_SAKIP'))).toBe(false)
  })

  it('di Muara Papalik kedua pejabat harus menandatangani, dan penolakan kembali ke penyusunan', () => {
    expect(muaraPapalik.langkah.find(({ kode }) => kode === 'M13')).toMatchObject({
      pelaksana: ['SEKCAM', 'CAMAT'],
      cara: 'SEMUA',
      keputusan: { ya: 'M14', tidak: ['M12'], bawaan: 'M12' },
    })
  })

  it('Pengumpulan Data Kinerja Nganjuk: tujuh langkah dinomori ulang, nomor pada sumber dicatat', () => {
    expect(nganjuk.langkah.map(({ nomor }) => nomor)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(
      nganjuk.langkah.slice(3).map(({ catatanKoreksi }) => /Nomor pada sumber: (\d)/.exec(catatanKoreksi ?? '')?.[1]),
    ).toEqual(['3', '4', '5', '6'])
    expect(jenis(nganjuk)).toEqual([
      'pemilahan-indikator',
      'distribusi',
      'pengisian',
      'rekap',
      'monev',
      'tindak-lanjut',
      'pengukuran',
    ])
    expect(nganjuk.langkah.filter(({ pelaksana }) => pelaksana.includes('DESA')).map(({ kode }) => kode)).toEqual([
      'N3',
      'N6',
    ])
  })

  it('waktu baku Nganjuk: rentang, sebulan, dan Jumat pertama, dengan bunyi aslinya', () => {
    const waktu = (kode: string) => nganjuk.langkah.find((satu) => satu.kode === kode)?.waktuBaku
    expect(waktu('N2')).toEqual({ jenis: 'RENTANG', teks: '5-10 Menit', dari: 5, sampai: 10, satuan: 'MENIT' })
    expect(waktu('N3')).toEqual({ jenis: 'BULAN', teks: '1 bulan', nilai: 1 })
    expect(waktu('N6')).toEqual({ jenis: 'KALENDER', teks: 'Jumat Minggu I', aturan: 'FREQ=MONTHLY;BYDAY=1FR' })
  })

  it('tanggal SOP Nganjuk tetap sebulan, seperti pada naskahnya', () => {
    expect([nganjuk.identitas.tanggalPembuatan, nganjuk.identitas.tanggalEfektif]).toEqual(['2021-01', '2021-02'])
  })

  it('Pengukuran Kinerja Kalipare: Sekretaris memeriksa ceklist dan boleh mengembalikan; tanpa Camat', () => {
    expect(jenis(kalipare)).toEqual(['metodologi', 'ceklis-dokumen', 'pengukuran', 'lapor', 'susun-dokumen', 'arsip'])
    expect(kalipare.langkah[1]).toMatchObject({ pelaksana: ['SEKRETARIS'], keputusan: { ya: 'K3', tidak: ['K1'] } })
    expect(kalipare.langkah[1]?.dokumen).toHaveLength(3)
    expect([menit(kalipare), jam(kalipare)]).toEqual([80, 1])
    expect(kalipare.pelaksana.some(({ peran }) => peran.includes('CAMAT'))).toBe(false)
  })
})
