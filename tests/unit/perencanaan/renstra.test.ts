import { describe, expect, test } from 'vitest'
import { periksaUrutan } from '../../../src/modul/perencanaan/anggaran/simpan-dokumen.ts'
import { NOMENKLATUR_BAWAAN } from '../../../src/modul/perencanaan/nomenklatur/bawaan.ts'
import { kodeInduk, tingkatKode } from '../../../src/modul/perencanaan/nomenklatur/kode.ts'
import { hitungPagu, susunPohon } from '../../../src/modul/perencanaan/renstra/pohon.ts'
import { periksaWaktuSalin } from '../../../src/modul/perencanaan/renstra/salin-renstra.ts'
import { bacaSelTarget, kolomTarget, targetAkhir, tulisSel } from '../../../src/modul/perencanaan/renstra/target.ts'

const kartu = { metode: 'TUNGGAL', polaritas: 'MAKS', kategori: [] }
const kategori = { metode: 'KATEGORI', polaritas: 'KATEGORI', kategori: [{ kode: 'BB', nama: 'Sangat baik', skor: 4 }] }

describe('target', () => {
  test('dibaca seperti orang menulisnya, ditulis kembali sama', () => {
    expect(bacaSelTarget('86,5', kartu)).toEqual({ isi: { nilai: '86.5', teks: null } })
    expect(bacaSelTarget(' ', kartu)).toEqual({ isi: null })
    expect(bacaSelTarget('0', kartu)).toEqual({ isi: { nilai: '0', teks: null } })
    expect(bacaSelTarget('1.250', kartu)).toEqual({ pesan: expect.stringContaining('dapat berarti') })
    expect(bacaSelTarget('sangat  BAIK', kategori)).toEqual({ isi: { nilai: null, teks: 'BB' } })
    expect(bacaSelTarget('C', kategori)).toEqual({ pesan: 'Tulis salah satu: Sangat baik.' })
    expect(tulisSel({ nilai: null, teks: 'BB' }, kategori)).toBe('Sangat baik')
    const rentang = { ...kartu, polaritas: 'RENTANG' }
    expect(bacaSelTarget('80 - 90,5', rentang)).toEqual({ isi: { nilai: null, teks: '80–90,5' } })
    expect(bacaSelTarget('90–80', rentang)).toEqual({ pesan: expect.stringContaining('dari yang kecil') })
  })

  test('kondisi awal, lima tahun, kondisi akhir; tanpa kondisi akhir berlaku target tahun terakhir', () => {
    const renstra = { tahunAwal: 2025, tahunAkhir: 2029 }
    expect(kolomTarget(renstra).map((k) => k.kode)).toEqual([
      'awal',
      't2025',
      't2026',
      't2027',
      't2028',
      't2029',
      'akhir',
    ])
    const target = [{ jenis: 'TARGET' as const, tahun: 2029, nilai: '89', teks: null }]
    expect(targetAkhir(target, renstra)?.nilai).toBe('89')
    expect(targetAkhir([...target, { jenis: 'AKHIR', tahun: 2029, nilai: '90', teks: null }], renstra)?.nilai).toBe(
      '90',
    )
  })
})

describe('nomenklatur', () => {
  test('tingkat dikenali dari bentuk kodenya, empat atau dua angka terakhir', () => {
    expect(['7.01.02', '7.01.02.2.01', '7.01.02.2.01.0001', '7.01.02.2.01.01', '7.1.2', ''].map(tingkatKode)).toEqual([
      'PROGRAM',
      'KEGIATAN',
      'SUB_KEGIATAN',
      'SUB_KEGIATAN',
      null,
      null,
    ])
  })

  test('daftar bawaan: setiap kode sekali, mempunyai induk, tingkatnya sesuai', () => {
    const kode = new Set(NOMENKLATUR_BAWAAN.map((n) => n.kode))
    expect(kode.size).toBe(NOMENKLATUR_BAWAAN.length)
    expect(NOMENKLATUR_BAWAAN.filter((n) => tingkatKode(n.kode) !== n.tingkat || n.nama === '')).toEqual([])
    expect([...kode].filter((k) => kodeInduk(k) !== '' && !kode.has(kodeInduk(k)))).toEqual([])
    expect(NOMENKLATUR_BAWAAN.find((n) => n.kode === '7.01.03.2.02.0002')).toMatchObject({ satuan: 'Unit' })
  })
})

describe('versi anggaran', () => {
  const dpa = { id: '1', jenis: 'DPA' as const, berlakuSejak: '2026-01-02' }
  const dppa = { id: '2', jenis: 'DPPA' as const, berlakuSejak: '2026-10-01' }
  test('satu DPA setahun, DPPA sesudahnya, tidak dua pada satu hari', () => {
    expect(periksaUrutan([], { ...dpa, id: null })).toBeNull()
    expect(periksaUrutan([dpa], { ...dppa, id: null })).toBeNull()
    expect(periksaUrutan([dpa, dppa], { ...dppa, id: null, berlakuSejak: '2026-11-01' })).toBeNull()
    expect(periksaUrutan([dpa], { ...dpa, id: null, berlakuSejak: '2026-02-01' })).toHaveProperty('jenis')
    expect(periksaUrutan([], { ...dppa, id: null })).toHaveProperty('jenis')
    expect(periksaUrutan([dpa], { ...dppa, id: null, berlakuSejak: '2026-01-02' })).toHaveProperty('berlakuSejak')
    expect(periksaUrutan([dpa, dppa], { ...dppa, id: null })).toHaveProperty('berlakuSejak')
    expect(periksaUrutan([dpa, dppa], { ...dpa, berlakuSejak: '2026-12-01' })).toHaveProperty('berlakuSejak')
  })
})

describe('pohon', () => {
  const simpul = (
    tingkat: 'tujuan' | 'sasaran' | 'program' | 'kegiatan' | 'sub-kegiatan',
    id: string,
    indukId: string | null,
    lain = {},
  ) => ({
    tingkat,
    id,
    indukId,
    kode: '',
    nama: id,
    kelurahan: '',
    sampaiTahun: null,
    unit: null,
    pagu: null,
    ...lain,
  })
  const semua = [
    simpul('tujuan', 't', null),
    simpul('sasaran', 's', 't'),
    simpul('program', 'p', 's'),
    simpul('kegiatan', 'k', 'p'),
    simpul('sub-kegiatan', 'a', 'k', { pagu: '100', sampaiTahun: 2026 }),
    simpul('sub-kegiatan', 'b', 'k', { pagu: '0.5' }),
    simpul('kegiatan', 'kosong', 'p'),
  ]
  test('uang naik dari sub kegiatan, sekali; cabang tanpa pagu tidak menjadi nol', () => {
    const [tujuan] = semua
    expect(tujuan && hitungPagu(tujuan, semua)?.toFixed()).toBe('100.5')
    const kosong = semua.at(-1)
    expect(kosong && hitungPagu(kosong, semua)).toBeNull()
  })
  test('yang sudah berakhir tidak tampil sesudah tahunnya, kecuali diminta', () => {
    const sub = (tahun: number, tampil: boolean) =>
      susunPohon({ simpul: semua, indikator: [] }, { tahun, semua: tampil })[0]?.anak[0]?.anak[0]?.anak[0]?.anak.map(
        (c) => c.nama,
      )
    expect(sub(2026, false)).toEqual(['a', 'b'])
    expect(sub(2027, false)).toEqual(['b'])
    expect(sub(2027, true)).toEqual(['a', 'b'])
  })
})

test('salinan ke periode berikutnya: sesudah periode ini, paling awal setahun sebelum berakhir', () => {
  const waktu = (tahunIni: number, tahunAwal: number) =>
    periksaWaktuSalin({ tahunAkhir: 2029 }, { tahunIni, tahunAwal })
  expect([waktu(2028, 2030), waktu(2029, 2030)]).toEqual([null, null])
  expect(waktu(2029, 2029)).toContain('sesudah 2029')
  expect(waktu(2026, 2030)).toContain('paling awal tahun 2028')
})
