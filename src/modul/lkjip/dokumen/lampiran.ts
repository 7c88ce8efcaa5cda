import { Desimal, formatAngka, TANPA_NILAI } from '../../../inti/angka/index.ts'
import type { Blok, BlokTabel } from '../../../inti/dokumen/index.ts'
import { tanggalPanjang } from '../../../inti/waktu/index.ts'
import type { Capaian, CapaianIndikator } from '../capaian.ts'
import type { PkCamat } from '../kueri-lampiran.ts'
import type { BarisRencanaAksi } from '../rencana-aksi.ts'
import { angka, kepala, lebar, rumusCapaian, selNilai, selPersen, selRupiah, tengah } from './sel.ts'

const judul = (teks: string): Blok[] => [{ jenis: 'pemisahHalaman' }, { jenis: 'judul', tingkat: 2, teks }]

/** Lampiran 1: the Perjanjian Kinerja in its two tables. */
export function lampiranPk(pk: PkCamat | null, tahun: number): Blok[] {
  const kepalaBagian = judul(`Lampiran 1. Perjanjian Kinerja ${tahun}`)
  if (!pk)
    return [
      ...kepalaBagian,
      {
        jenis: 'paragraf',
        teks: `Perjanjian Kinerja Camat ${tahun} belum ada di Takar; diisi pada Perencanaan, Perjanjian Kinerja.`,
      },
    ]
  const jumlah = pk.anggaran.reduce((n, a) => n.plus(a.jumlah), new Desimal(0)).toFixed()
  return [
    ...kepalaBagian,
    {
      jenis: 'paragraf',
      teks: `${pk.jenis === 'AWAL' ? 'Perjanjian Kinerja' : 'Perjanjian Kinerja Perubahan'} ${pk.pejabat}${pk.nomor ? ` nomor ${pk.nomor}` : ''}, berlaku sejak ${tanggalPanjang(pk.berlakuSejak)}.`,
    },
    tabelTargetPk(pk),
    {
      jenis: 'tabel',
      judul: 'Lampiran 1.2 Program dan anggaran',
      kolom: [tengah(6), lebar(20), lebar(54), angka(26), lebar(24)],
      kepala: kepala('No', 'Kode', 'Program', 'Anggaran', 'Keterangan'),
      isi: [
        ...pk.anggaran.map((a, ke) => ({ sel: [`${ke + 1}`, a.kode, a.nama, selRupiah(a.jumlah), a.keterangan] })),
        {
          gaya: 'jumlah' as const,
          sel: [
            '',
            '',
            'Jumlah',
            selRupiah(jumlah, pk.anggaran.length > 0 ? { rumus: `SUM([4,1]:[4,${pk.anggaran.length}])` } : {}),
            '',
          ],
        },
      ],
    },
  ]
}

const tabelTargetPk = ({ target }: PkCamat): BlokTabel => ({
  jenis: 'tabel',
  judul: 'Lampiran 1.1 Sasaran, indikator, dan target',
  kolom: [tengah(6), lebar(42), lebar(46), lebar(14), angka(16)],
  kepala: kepala('No', 'Sasaran', 'Indikator', 'Satuan', 'Target'),
  isi: target.map((t, ke) => ({
    sel: [
      `${ke + 1}`,
      t.sasaran === target[ke - 1]?.sasaran ? '' : t.sasaran,
      t.indikator,
      t.satuan,
      t.atas === null
        ? selNilai(t.target, t.teks ?? TANPA_NILAI)
        : `${formatAngka(t.target)} sampai ${formatAngka(t.atas)}`,
    ],
  })),
})

/** Lampiran 2: Pengukuran Kinerja of all indicators, IKU by sasaran first. */
export function lampiranPengukuran({ sasaran, ikk, tahun }: Capaian): Blok[] {
  const kelompok = [
    ...sasaran.map((s) => ({ nama: s.uraian, indikator: s.indikator })),
    { nama: 'Indikator program, kegiatan, dan sub kegiatan', indikator: ikk },
  ].filter((k) => k.indikator.length > 0)
  return [
    ...judul(`Lampiran 2. Pengukuran Kinerja ${tahun}`),
    {
      jenis: 'tabel',
      judul: `Lampiran 2.1 Pengukuran kinerja ${tahun}`,
      huruf: 'kecil',
      kolom: [tengah(6), lebar(48), lebar(14), angka(13), angka(13), angka(13), lebar(16), lebar(17)],
      kepala: kepala('No', 'Indikator', 'Satuan', 'Target', 'Realisasi', 'Capaian', 'Predikat', 'Sampai dengan'),
      isi: kelompok.flatMap((k) => [
        { gaya: 'subjudul' as const, sel: [{ teks: k.nama, kolom: 8 }] },
        ...k.indikator.map((i, ke) => ({ sel: barisUkur(i, ke + 1) })),
      ]),
    },
  ]
}

function barisUkur(i: CapaianIndikator, nomor: number) {
  const { kini } = i
  if (!kini)
    return [
      `${nomor}`,
      i.nama,
      i.satuan,
      selNilai(i.target, i.targetTeks),
      'belum ada',
      TANPA_NILAI,
      TANPA_NILAI,
      TANPA_NILAI,
    ]
  const rumus = rumusCapaian(i, kini, { target: 4, realisasi: 5 })
  return [
    `${nomor}`,
    i.nama,
    i.satuan,
    selNilai(kini.target, kini.targetTeks),
    selNilai(kini.realisasi, kini.realisasiTeks),
    selPersen(kini.capaian, rumus ? { rumus } : {}),
    kini.predikat?.nama ?? TANPA_NILAI,
    kini.sampai,
  ]
}

/** Lampiran 3: rencana aksi, or the sentence that there is none in Takar. */
export function lampiranRencanaAksi(aksi: readonly BarisRencanaAksi[] | null, tahun: number): Blok[] {
  const kepalaBagian = judul(`Lampiran 3. Rencana Aksi ${tahun}`)
  if (aksi && aksi.length > 0) return [...kepalaBagian, tabelRencanaAksi(aksi, tahun)]
  const teks = `Rencana aksi ${tahun} belum ada di Takar. Lampirkan dokumen rencana aksi yang ditetapkan.`
  return [...kepalaBagian, { jenis: 'paragraf', teks }]
}

const tabelRencanaAksi = (aksi: readonly BarisRencanaAksi[], tahun: number): BlokTabel => ({
  jenis: 'tabel',
  judul: `Lampiran 3.1 Rencana aksi ${tahun}`,
  huruf: 'sangatKecil',
  kolom: [tengah(6), lebar(30), lebar(34), lebar(20), ...Array.from({ length: 8 }, () => angka(9)), angka(24)],
  kepala: [
    [
      ...['No', 'Indikator', 'Aksi', 'Penanggung jawab'].map((teks) => ({ teks, baris: 2 })),
      { teks: 'Target triwulan', kolom: 4 },
      { teks: 'Realisasi triwulan', kolom: 4 },
      { teks: 'Anggaran', baris: 2 },
    ],
    [...ROMAWI, ...ROMAWI].map((teks) => ({ teks })),
  ],
  isi: aksi.map((a, ke) => ({
    sel: [
      `${ke + 1}`,
      a.indikator,
      a.aksi,
      a.penanggungJawab,
      ...ROMAWI.map((_, n) => a.target[n] ?? TANPA_NILAI),
      ...ROMAWI.map((_, n) => a.realisasi[n] ?? TANPA_NILAI),
      selRupiah(a.anggaran),
    ],
  })),
})
const ROMAWI = ['I', 'II', 'III', 'IV'] as const
