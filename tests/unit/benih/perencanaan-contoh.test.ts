import { describe, expect, it } from 'vitest'
import { bacaKantor, KANTOR_CONTOH } from '../../../prisma/benih/baca.ts'
import type { Indikator } from '../../../prisma/benih/bentuk.ts'
import { hitungNilai } from '../../../src/modul/pengukuran/index.ts'

const taman = bacaKantor('taman')
const SUB_TANPA_KARTU_SAMA_NAMA = new Set(['IKK-03'])
const NAMA_IKU = [
  'Indeks Kinerja Wilayah (IKW)',
  'Capaian Nilai SAKIP Perangkat Daerah',
  'Indeks Kepuasan Masyarakat (IKM) Kecamatan',
  'Persentase penyelesaian pengaduan masyarakat',
  'Persentase Desa yang Meningkat Nilai Indeks Desa nya',
  '% Desa yang dapat mengelola APBDes tepat waktu',
  'Persentase partisipasi masyarakat dalam perencanaan pembangunan',
  'Persentase Partisipasi Organisasi dan Lembaga Desa yang ikut dalam pembinaan',
  'Prosentase Gangguan Kamtib yang dapat diselesaikan',
]
const NAMA_IKK_ATAS = [
  'Persentase Pemenuhan Kebutuhan Penunjang Perangkat Daerah',
  'Indeks Kepuasan Pelayanan Kantor',
  'Persentase kehadiran PNS',
  'Nilai Evaluasi SAKIP',
  'Persentase Desa yang Menyelesaikan Laporan Kinerja Tepat Waktu',
  'Persentase pembinaan dan pengawasan desa',
  'Persentase koordinasi ketentraman dan ketertiban umum',
  'Persentase Konflik Suku Agama Ras dan Antar Golongan yang Ditangani dengan Baik',
  'Persentase Kegiatan Pemberdayaan Masyarakat yang Terlaksana',
  'Persentase Lembaga Kemasyarakatan yang Aktif',
  'Persentase Layanan yang terselesaikan',
]

const subKegiatan = (kantor: typeof taman) =>
  kantor.program.flatMap((program) => program.kegiatan.flatMap((kegiatan) => kegiatan.subKegiatan))
const jumlah = (nilai: readonly string[]) => nilai.reduce((total, satu) => total + BigInt(satu), 0n)

describe('kartu indikator Taman', () => {
  it('paling sedikit 8 IKU dan 25 IKK', () => {
    expect(taman.indikator.filter((satu) => satu.jenis === 'IKU').length).toBeGreaterThanOrEqual(8)
    expect(taman.indikator.filter((satu) => satu.jenis === 'IKK').length).toBeGreaterThanOrEqual(25)
    expect(new Set(taman.indikator.map((satu) => satu.kode)).size).toBe(taman.indikator.length)
  })

  it('nama persis seperti pada dokumen yang dipublikasikan', () => {
    const nama = taman.indikator.map((satu) => satu.nama)
    expect(nama.filter((_, urut) => taman.indikator[urut]?.jenis === 'IKU')).toEqual(NAMA_IKU)
    expect(nama).toEqual(expect.arrayContaining(NAMA_IKK_ATAS))
  })

  it('memuat setiap macam: persentase, hitungan, indeks tahunan, predikat, makin rendah makin baik, penyebut nol', () => {
    const ada = (syarat: (satu: Indikator) => boolean) => taman.indikator.some(syarat)
    expect(ada((satu) => satu.metode === 'PERSENTASE')).toBe(true)
    expect(ada((satu) => satu.metode === 'TUNGGAL' && satu.agregasi === 'KUMULATIF')).toBe(true)
    expect(ada((satu) => satu.metode === 'JUMLAH' && satu.variabel.length === 2)).toBe(true)
    expect(ada((satu) => satu.agregasi === 'RATA_RATA')).toBe(true)
    expect(ada((satu) => satu.metode === 'RUMUS' && satu.variabel.length === 2)).toBe(true)
    expect(ada((satu) => satu.satuan === 'Indeks' && satu.frekuensi === 'TAHUNAN')).toBe(true)
    expect(ada((satu) => satu.metode === 'KATEGORI' && satu.kategori.length === 7)).toBe(true)
    for (const satu of taman.indikator.filter((lain) => lain.polaritas === 'MIN')) expect(satu.asal).toMatch(/^Contoh/)
    expect(taman.indikator.filter((satu) => satu.polaritas === 'MIN').length).toBeGreaterThanOrEqual(1)
    expect(ada((satu) => satu.riwayat.some(({ variabel }) => variabel.penyebut === '0'))).toBe(true)
  })
})

describe.each(KANTOR_CONTOH)('perencanaan %s', (nama) => {
  const kantor = bacaKantor(nama)

  it('nilai pada riwayat sama dengan hasil rumus atas variabelnya', () => {
    for (const { kode, metode, variabel, ekspresi, desimal, riwayat } of kantor.indikator) {
      for (const { tahun, triwulan, nilai, variabel: isian } of riwayat) {
        if (metode === 'KATEGORI') continue
        const hasil = hitungNilai({ metode, variabel, isian, ekspresi, desimal })
        const tempat = `${kode} ${tahun}/${triwulan}`
        if (nilai === null) expect(hasil.jenis, tempat).toBe('TIDAK_DAPAT_DIHITUNG')
        else expect(hasil.jenis === 'NILAI' ? Number(hasil.nilai) : hasil.jenis, tempat).toBe(Number(nilai))
      }
    }
  })

  it('indikator sub kegiatan bernama dan bersatuan seperti keluaran sub kegiatannya', () => {
    for (const { kode, tingkat, acuan, kelurahan, nama: tertulis, satuan } of kantor.indikator) {
      if (tingkat !== 'SUB_KEGIATAN' || (nama === 'taman' && SUB_TANPA_KARTU_SAMA_NAMA.has(kode))) continue
      const sub = subKegiatan(kantor).find((satu) => satu.kode === acuan && satu.kelurahan === kelurahan)
      expect({ tertulis, satuan }, kode).toEqual({ tertulis: sub?.keluaran.indikator, satuan: sub?.keluaran.satuan })
    }
  })

  it('setiap unit yang memegang anggaran atau indikator ada di kantornya, dan ada yang menyerahkan', () => {
    const unit = [...kantor.indikator, ...subKegiatan(kantor)].map((satu) => satu.unit)
    const dipimpin = kantor.jabatan.filter(({ peran }) => peran === 'KASI' || peran === 'DESA').map((satu) => satu.unit)
    for (const satu of new Set(unit)) expect(dipimpin, satu).toContain(satu)
  })

  it('kategori yang ditulis ada pada daftar kategorinya', () => {
    for (const satu of kantor.indikator.filter((lain) => lain.metode === 'KATEGORI')) {
      const kategori = satu.kategori.map(({ kode }) => kode)
      const dipakai = [...Object.values(satu.targetRenstra), ...satu.riwayat.flatMap((r) => [r.target, r.kategori])]
      expect(kategori).toEqual(expect.arrayContaining(dipakai))
    }
  })

  it('indikator tahunan tidak punya nilai triwulan', () => {
    for (const satu of kantor.indikator.filter((lain) => lain.frekuensi === 'TAHUNAN'))
      expect(satu.riwayat.every(({ triwulan }) => triwulan === 0)).toBe(true)
  })

  it('target lima tahun dan kondisi awal ditulis untuk setiap indikator', () => {
    for (const { kode, targetRenstra } of kantor.indikator)
      expect(Object.keys(targetRenstra), kode).toEqual(['2024', '2025', '2026', '2027', '2028', '2029'])
  })

  it('setiap indikator ada di tepat satu perjanjian kinerja, targetnya sama dengan Renstra', () => {
    const target = kantor.pk.perjanjian.flatMap((satu) => satu.target)
    expect(target.map((satu) => satu.indikator).sort()).toEqual(kantor.indikator.map((satu) => satu.kode).sort())
    for (const satu of target) {
      const indikator = kantor.indikator.find(({ kode }) => kode === satu.indikator)
      expect(satu.target ?? satu.targetTeks, satu.indikator).toBe(indikator?.targetRenstra['2026'])
    }
  })

  it('target triwulan berjumlah (atau berakhir pada) target tahunan', () => {
    for (const { indikator: kode, target, caraTarget, triwulan } of kantor.pk.perjanjian.flatMap(
      (satu) => satu.target,
    )) {
      const indikator = kantor.indikator.find((satu) => satu.kode === kode)
      if (indikator?.metode === 'KATEGORI') continue
      const angka = triwulan.map(Number)
      if (indikator?.frekuensi === 'TAHUNAN') expect(triwulan.slice(0, 3), kode).toEqual([null, null, null])
      else expect(triwulan, kode).not.toContain(null)
      if (caraTarget === 'PER_TRIWULAN') expect(indikator?.agregasi, kode).toBe('KUMULATIF')
      const setahun = caraTarget === 'PER_TRIWULAN' ? angka.reduce((a, b) => a + b, 0) : angka[3]
      expect(setahun, kode).toBe(Number(target))
    }
  })

  it('target triwulan I pada riwayat sama dengan perjanjian kinerja', () => {
    for (const { indikator: kode, triwulan } of kantor.pk.perjanjian.flatMap((satu) => satu.target)) {
      const baris = kantor.indikator
        .find((satu) => satu.kode === kode)
        ?.riwayat.find((satu) => satu.tahun === 2026 && satu.triwulan === 1)
      if (baris) expect(baris.target, kode).toBe(triwulan[0])
    }
  })

  it('anggaran perjanjian kinerja sama dengan jumlah pagu sub kegiatan di bawahnya', () => {
    for (const { kode, kelurahan, jumlah: tertulis } of kantor.pk.perjanjian.flatMap((satu) => satu.anggaran)) {
      const bawah = subKegiatan(kantor).filter((satu) =>
        satu.kode === kode ? satu.kelurahan === kelurahan : satu.kode.startsWith(`${kode}.`),
      )
      expect(jumlah(bawah.map((satu) => satu.pagu['2026'] ?? '0')), kode).toBe(BigInt(tertulis))
    }
  })

  it('pada tiap tingkat setiap rupiah ada sekali', () => {
    const pagu = jumlah(subKegiatan(kantor).map((satu) => satu.pagu['2026'] ?? '0'))
    const camat = kantor.pk.perjanjian.find((satu) => satu.jabatan === 'camat')?.anggaran ?? []
    expect(jumlah(camat.map((satu) => satu.jumlah))).toBe(pagu)
    const perSub = kantor.pk.perjanjian.flatMap((satu) => satu.anggaran).filter((satu) => satu.kode.length === 17)
    expect(new Set(perSub.map((satu) => `${satu.kode} ${satu.kelurahan}`)).size).toBe(perSub.length)
    expect(jumlah(perSub.map((satu) => satu.jumlah))).toBe(pagu)
  })

  it('realisasi anggaran tidak melampaui pagu', () => {
    for (const { kode, pagu, realisasi } of subKegiatan(kantor)) {
      expect(BigInt(realisasi.tahun2025) <= BigInt(pagu['2025'] ?? '0'), kode).toBe(true)
      expect(BigInt(realisasi.triwulan1Tahun2026) <= BigInt(pagu['2026'] ?? '0'), kode).toBe(true)
    }
  })
})

it('program Taman: enam, sekitar 20 sub kegiatan, lebih dari 90 % anggaran di penunjang', () => {
  expect(taman.program.map((satu) => satu.kode)).toEqual(['01', '02', '03', '04', '05', '06'].map((n) => `7.01.${n}`))
  const semua = subKegiatan(taman)
  expect(semua.length).toBeGreaterThanOrEqual(20)
  const pagu = (awalan: string) =>
    Number(jumlah(semua.filter((satu) => satu.kode.startsWith(awalan)).map((satu) => satu.pagu['2026'] ?? '0')))
  expect(pagu('7.01.01') / pagu('7.01')).toBeGreaterThan(0.9)
})
