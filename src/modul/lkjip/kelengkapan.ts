import type { CapaianIndikator } from './capaian.ts'
import { teksCapaian } from './hasil-tahun.ts'
import type { IsiLkjip } from './lkjip.ts'
import { teksKertas, teksLkjip } from './teks-lkjip.ts'

/** Something that is missing: of what, what, and where it is entered. */
export type Kekurangan = {
  readonly kelompok: 'Perencanaan' | 'Hasil' | 'Tahun lalu' | 'Analisis' | 'Anggaran'
  readonly benda: string
  readonly kurang: string
  readonly alamat: string
  readonly tindakan: string
}
type Bahan = Omit<IsiLkjip, 'kurang'>

/** Earlier years that Bab III must show (PermenPANRB 53/2014: this year against the last one and several before). */
const TAHUN_WAJIB = 3

/** All that is missing in a year's input, by where it is entered; empty when it is complete. Pure. */
export const susunKelengkapan = (bahan: Bahan): Kekurangan[] => [
  ...kurangRencana(bahan),
  ...bahan.capaian.sasaran.flatMap((s) => s.indikator).flatMap((i) => kurangIndikator(i, bahan)),
  ...gabungkan(bahan.capaian.ikk.flatMap((i) => kurangHasil(i, bahan.tahun))),
  ...kurangAnggaran(bahan),
]

/** What many lack in the same way is said once: "A; B; C; dan 25 lagi". */
function gabungkan(kurang: readonly Kekurangan[]): Kekurangan[] {
  const peta = new Map<string, Kekurangan[]>()
  for (const k of kurang) peta.set(k.kurang, [...(peta.get(k.kurang) ?? []), k])
  return [...peta.values()].flatMap(([pertama, ...lain]) => {
    if (!pertama) return []
    const nama = [pertama, ...lain].map((k) => k.benda)
    const sisa = nama.length - MAKS_SEBUT
    return [{ ...pertama, benda: `${nama.slice(0, MAKS_SEBUT).join('; ')}${sisa > 0 ? `; dan ${sisa} lagi` : ''}` }]
  })
}
const MAKS_SEBUT = 3

function kurangRencana({ capaian, tahun }: Bahan): Kekurangan[] {
  const { renstra, tanpaPk, sasaran, ikk } = capaian
  const pk = {
    kelompok: 'Perencanaan',
    alamat: `/perjanjian-kinerja?tahun=${tahun}`,
    tindakan: 'Perjanjian Kinerja',
  } as const
  const adaPk = ikk.length > 0 || sasaran.some((s) => s.indikator.length > 0)
  return [
    ...(renstra
      ? []
      : [
          {
            kelompok: 'Perencanaan',
            benda: 'Renstra',
            kurang: `Tidak ada Renstra yang mencakup tahun ${tahun}`,
            alamat: '/perencanaan',
            tindakan: 'Renstra',
          } as const,
        ]),
    ...(adaPk ? [] : [{ ...pk, benda: 'Perjanjian Kinerja', kurang: `Belum ada yang berlaku pada ${tahun}` }]),
    ...(adaPk
      ? tanpaPk.map((i) => ({ ...pk, benda: i.nama, kurang: `Tidak ada dalam Perjanjian Kinerja ${tahun}` }))
      : []),
    ...sasaran
      .filter((s) => s.indikator.length === 0 && adaPk)
      .map((s) => ({
        kelompok: 'Perencanaan' as const,
        benda: s.uraian,
        kurang: 'Sasaran tanpa IKU yang diperjanjikan',
        alamat: '/perencanaan/indikator',
        tindakan: 'Indikator',
      })),
  ]
}

function kurangIndikator(i: CapaianIndikator, bahan: Bahan): Kekurangan[] {
  const { tahun } = bahan
  const kartu = { benda: i.nama, alamat: `/perencanaan/indikator/${i.id}`, tindakan: 'Kartu indikator' }
  const hilang = i.lalu.slice(-TAHUN_WAJIB).filter((l) => l.hasil === null)
  return [
    ...kurangHasil(i, tahun),
    ...(hilang.length > 0
      ? [
          {
            ...kartu,
            kelompok: 'Tahun lalu' as const,
            kurang: `Realisasi ${hilang.map((l) => l.tahun).join(', ')} belum tercatat`,
          },
        ]
      : []),
    ...(i.renstra.tahunAkhir !== null && i.renstra.nilai === null && i.renstra.teks === '–'
      ? [
          {
            ...kartu,
            kelompok: 'Perencanaan' as const,
            kurang: `Target akhir Renstra (${i.renstra.tahunAkhir}) belum diisi`,
          },
        ]
      : []),
    ...kurangTeks(i, bahan),
  ]
}

/** The result itself: none, not of the whole year, or without a figure. */
function kurangHasil(i: CapaianIndikator, tahun: number): Kekurangan[] {
  const hasil = (kurang: string): Kekurangan[] => [
    { kelompok: 'Hasil', benda: i.nama, kurang, alamat: '/siklus', tindakan: 'Siklus' },
  ]
  if (!i.kini) return hasil(`Belum ada hasil ${tahun} yang disetujui`)
  const ada = i.kini.capaian.jenis === 'NILAI'
  if (!i.kini.setahun && !ada) return hasil(`Pada ${i.kini.sampai} ${teksCapaian(i.kini.capaian)}`)
  if (!i.kini.setahun) return hasil(`Baru sampai ${i.kini.sampai}; hasil setahun belum disetujui`)
  return i.kini.capaian.jenis === 'NILAI' ? [] : hasil(`Tanpa capaian: ${i.kini.capaian.alasan}`)
}

/** Analysis that Bab III asks for: cause and solution. Texts are expected of what has a figure. */
function kurangTeks(i: CapaianIndikator, { paragraf, tahun }: Bahan): Kekurangan[] {
  if (i.kini?.capaian.jenis !== 'NILAI') return []
  const tanpa = (bagian: string) =>
    teksLkjip(paragraf, { objek: i.id, bagian, kertas: teksKertas(i, bagian) }).isi === ''
  const kurang = [tanpa('penyebab') ? 'penyebab' : '', tanpa('solusi') ? 'solusi' : ''].filter(Boolean)
  if (kurang.length === 0) return []
  return [
    {
      kelompok: 'Analisis',
      benda: i.nama,
      kurang: `Belum ditulis: ${kurang.join(' dan ')}`,
      alamat: `/lkjip/${tahun}/teks/${i.id}`,
      tindakan: 'Tulis',
    },
  ]
}

function kurangAnggaran({ anggaran, tahun }: Bahan): Kekurangan[] {
  const program = {
    kelompok: 'Anggaran',
    alamat: `/perencanaan/program?tahun=${tahun}`,
    tindakan: 'Program dan anggaran',
  } as const
  if (anggaran.length === 0) return [{ ...program, benda: 'Anggaran', kurang: `Pagu ${tahun} belum diisi` }]
  const tanpaPagu = anggaran.filter((a) => a.pagu === null).length
  const kosong = anggaran.filter((a) => a.realisasi === null).length
  const sebagian = anggaran.filter((a) => a.triwulan !== null && a.triwulan !== 0 && a.triwulan < 4)
  const sampai = Math.max(0, ...sebagian.map((a) => a.triwulan ?? 0))
  const jumlah = (n: number) => `${n} dari ${anggaran.length} sub kegiatan`
  return [
    ...(tanpaPagu > 0 ? [{ ...program, benda: 'Pagu', kurang: `${jumlah(tanpaPagu)} belum berpagu` }] : []),
    ...(kosong > 0 ? [{ ...program, benda: 'Realisasi anggaran', kurang: `${jumlah(kosong)} belum tercatat` }] : []),
    ...(sebagian.length > 0
      ? [
          {
            ...program,
            benda: 'Realisasi anggaran',
            kurang: `${jumlah(sebagian.length)} baru sampai triwulan ${['', 'I', 'II', 'III'][sampai]}`,
          },
        ]
      : []),
  ]
}
