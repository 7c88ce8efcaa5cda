import { Desimal } from '../../inti/angka/index.ts'
import type { KartuBaris, TargetBaris } from '../formulir/index.ts'
import { bacaPredikat, gulungPohon, type HasilSimpul, type SimpulGulung, type Skala } from '../pengukuran/index.ts'
import type { TargetBerlaku } from '../perjanjian-kinerja/index.ts'
import type { AsalAngka, BahanCapaian, Capaian, CapaianIndikator, HasilGulungan } from './capaian.ts'
import { type DasarIndikator, dariHasilSah, dariRiwayat, type HasilTahun, teksTarget } from './hasil-tahun.ts'
import { hasilTerakhir, urutPeriode } from './hasil-terakhir.ts'
import type { HasilSah } from './kueri-hasil.ts'
import type { IndikatorRencana, Rencana } from './kueri-rencana.ts'
import { bandingkan } from './perbandingan.ts'
import { BELUM_ADA_HASIL } from './tanpa-hasil.ts'

/** Years that are shown before the year of a report. */
export const TAHUN_LALU = 4

/** Composes a year's capaian by sasaran; pure. */
export function susunCapaian(bahan: BahanCapaian): Capaian {
  const { tahun, target, rencana, aturan } = bahan
  const indikator = target.map((t) => susunIndikator(t, bahan))
  const iku = indikator.filter((i) => i.jenis === 'IKU')
  const milik = (id: string) => iku.filter((i) => i.sasaranId === id)
  // what the PK of the year still promises is reported, whatever the plan says of its sasaran
  const sasaran = rencana.sasaran.filter((s) => s.berlaku || milik(s.id).length > 0)
  const akar = gulungPohon(pohon(bahan, iku, sasaran), { batas: aturan.batasRataRata, organisasi: aturan.organisasi })
  const simpul = new Map(akar.anak.flatMap((t) => t.anak).map((s) => [s.id, s]))
  const dikenal = new Set(indikator.map((i) => i.id))
  return {
    tahun,
    tahunTersedia: [...new Set([...rencana.tahunTersedia, tahun])].sort((a, b) => a - b),
    renstra: rencana.renstra,
    aturan: { nama: aturan.nama, sumber: aturan.sumber, kelas: aturan.kelas, batasRataRata: aturan.batasRataRata },
    organisasi: gulungan(akar, aturan),
    sasaran: sasaran.flatMap(({ id, uraian, tujuan }) => {
      const hasil = simpul.get(id)
      return hasil ? [{ id, uraian, tujuan, capaian: gulungan(hasil, aturan), indikator: milik(id) }] : []
    }),
    ikk: indikator.filter((i) => i.jenis === 'IKK'),
    tanpaPk: rencana.indikator
      .filter((i) => i.berlaku && !dikenal.has(i.id))
      .map(({ id, nama, unit }) => ({ id, nama, unit })),
  }
}

const gulungan = (h: HasilSimpul, skala: Skala): HasilGulungan => ({
  capaian: h.capaian,
  predikat: predikat(h.capaian, skala),
  aturan: h.aturan,
  dikecualikan: h.dikecualikan.map(({ nama, alasan }) => ({ nama, alasan })),
})

const predikat = (capaian: HasilTahun['capaian'], skala: Skala): HasilTahun['predikat'] => {
  if (capaian.jenis !== 'NILAI') return null
  const { nama, warna } = bacaPredikat(capaian.nilai, skala)
  return { nama, warna }
}

/** Office → tujuan → sasaran with the IKU and their capaian. */
function pohon(
  { aturan, target }: BahanCapaian,
  iku: readonly CapaianIndikator[],
  sasaran: Rencana['sasaran'],
): SimpulGulung {
  const kartu = new Map(target.map((t) => [t.indikator.id, t.indikator]))
  const tujuan = [...new Set(sasaran.map((s) => s.tujuan))]
  return {
    id: 'organisasi',
    nama: 'Organisasi',
    tingkat: 'ORGANISASI',
    indikator: [],
    anak: tujuan.map((nama) => ({
      id: nama,
      nama,
      tingkat: 'TUJUAN',
      indikator: [],
      anak: sasaran
        .filter((s) => s.tujuan === nama)
        .map((s) => ({
          id: s.id,
          nama: s.uraian,
          tingkat: 'SASARAN',
          bobot: aturan.bobot[s.id] ?? null,
          anak: [],
          indikator: iku
            .filter((i) => i.sasaranId === s.id)
            .map((i) => ({
              id: i.id,
              nama: i.nama,
              hasil: i.kini?.capaian ?? BELUM_ADA_HASIL,
              bobot: kartu.get(i.id)?.bobot ?? null,
              batas: kartu.get(i.id)?.batasCapaian ?? null,
            })),
        })),
    })),
  }
}

function susunIndikator(t: TargetBerlaku, bahan: BahanCapaian): CapaianIndikator {
  const { tahun, rencana, aturan } = bahan
  const dasar = dasarDari(t)
  const milik = bahan.hasil.filter((h) => h.indikatorId === t.indikator.id)
  const satu = { dasar, milik, plan: rencana.indikator.find((i) => i.id === t.indikator.id), skala: aturan, tahun }
  const triwulan = [1, 2, 3, 4].map((n) => hasilTriwulan(satu, n))
  const sah = hasilTerakhir(milik, tahun)
  const kini = sah ? dariHasilSah(sah, dasar) : hasilRiwayat(satu, triwulan)
  return {
    ...identitas(t),
    kaitan: satu.plan?.kaitan ?? [],
    target: t.target.atas === null ? t.target.tahunan : null,
    targetTeks: teksTarget(dasar.kartu, dasar.target),
    kini,
    triwulan,
    lalu: Array.from({ length: TAHUN_LALU }, (_, i) => hasilLalu(satu, tahun - TAHUN_LALU + i)),
    ...pembanding(satu, { t, kini, renstra: rencana.renstra }),
    asal: sah ? asalAngka(sah) : null,
    kertas: analisisTerakhir(milik, tahun),
  }
}

function identitas({ indikator: i, unitNama }: TargetBerlaku) {
  const { id, kode, jenis, nama, satuan, polaritas, varianMin, agregasi, desimal } = i
  const { tujuanId, sasaranId, programId, kegiatanId, subKegiatanId } = i
  const letak = { tujuanId, sasaranId, programId, kegiatanId, subKegiatanId }
  return { id, kode, jenis, nama, satuan, polaritas, varianMin, agregasi, desimal, unit: unitNama, ...letak }
}

type Pembanding = {
  readonly t: TargetBerlaku
  readonly kini: HasilTahun | null
  readonly renstra: Rencana['renstra']
}

/** Sum of the yearly targets of a Renstra; null while one of them is missing or no number. */
function jumlahTarget(plan: IndikatorRencana | undefined, renstra: Rencana['renstra']): string | null {
  if (!plan || !renstra) return null
  const milik = plan.targetRenstra.filter((x) => x.tahun >= renstra.tahunAwal && x.tahun <= renstra.tahunAkhir)
  if (milik.length < renstra.tahunAkhir - renstra.tahunAwal + 1 || milik.some((x) => x.nilai === null)) return null
  return milik.reduce((n, x) => n.plus(x.nilai ?? 0), new Desimal(0)).toFixed()
}

/** End-target of the Renstra and national standard. */
function pembanding({ dasar, plan, tahun }: Satu, { t, kini, renstra }: Pembanding) {
  const akhir = renstra?.tahunAkhir ?? null
  const target = (th: number | null) => {
    const ada = plan?.targetRenstra.find((x) => x.tahun === th)
    return { nilai: ada?.nilai ?? null, teks: ada?.teks ?? null }
  }
  const { standar } = t.indikator
  return {
    renstra: {
      tahunAkhir: akhir,
      ...bandingkan(dasar, plan?.targetAkhir ?? target(akhir), kini),
      targetTahunIni: bandingkan(dasar, target(tahun), null).teks,
      jumlahTarget: jumlahTarget(plan, renstra),
    },
    standar:
      'nilai' in standar
        ? {
            ...bandingkan(dasar, bandingStandar(dasar, standar.nilai), kini),
            sumber: standar.sumber,
            tahun: standar.tahun,
          }
        : null,
  }
}

/** A standard is a figure, or the code of a category. */
const bandingStandar = ({ kartu }: DasarIndikator, nilai: string) =>
  kartu.polaritas === 'KATEGORI'
    ? { nilai: null, teks: kartu.kategori.find((k) => k.kode === nilai)?.nama ?? nilai }
    : { nilai, teks: null }

function dasarDari({ indikator, target }: TargetBerlaku): DasarIndikator {
  const { varianMin, id: _id, unitId: _unit, ...kartu } = indikator
  return {
    kartu: { ...kartu, varianMin: varianMin === 'T/R' ? 'T/R' : '2T-R', pk: null } as KartuBaris,
    target: target as TargetBaris,
  }
}

type Satu = {
  readonly dasar: DasarIndikator
  readonly milik: readonly HasilSah[]
  readonly plan: IndikatorRencana | undefined
  readonly skala: Skala
  readonly tahun: number
}

function hasilTriwulan({ dasar, milik, plan, tahun, skala }: Satu, nomor: number): HasilTahun | null {
  const sah = milik.find((h) => h.tahun === tahun && h.jenisPeriode === 'TRIWULAN' && h.nomorPeriode === nomor)
  if (sah) return dariHasilSah(sah, dasar)
  const r = plan?.riwayat.find((x) => x.tahun === tahun && x.triwulan === nomor)
  return r ? berpredikat(dariRiwayat(r, dasar, plan?.riwayat), skala) : null
}

/** Without any approved recap: the recorded value of the year, else of its latest quarter. */
function hasilRiwayat(
  { dasar, plan, tahun, skala }: Satu,
  triwulan: readonly (HasilTahun | null)[],
): HasilTahun | null {
  const setahun = plan?.riwayat.find((x) => x.tahun === tahun && x.triwulan === 0)
  if (setahun) return berpredikat(dariRiwayat(setahun, dasar), skala)
  return triwulan.findLast((t) => t !== null) ?? null
}

/** A past year: its approved year-end result, else what the history holds of the whole year. */
function hasilLalu({ dasar, milik, plan, skala }: Satu, tahun: number): CapaianIndikator['lalu'][number] {
  const sah = hasilTerakhir(milik, tahun)
  if (sah?.capaian.jenis === 'NILAI') return { tahun, hasil: dariHasilSah(sah, dasar) }
  const r = plan?.riwayat.find((x) => x.tahun === tahun && x.triwulan === 0)
  return { tahun, hasil: r ? berpredikat(dariRiwayat(r, dasar), skala) : null }
}

const berpredikat = (h: HasilTahun, skala: Skala): HasilTahun => ({ ...h, predikat: predikat(h.capaian, skala) })

const asalAngka = (h: HasilSah): AsalAngka => ({
  siklusId: h.siklusId,
  versiRekap: h.versiRekap,
  formulirId: h.formulirId,
  barisId: h.barisId,
  unitId: h.unitId,
  pengisi: h.pengisi,
  bukti: h.bukti,
  penyetuju: h.penyetuju,
  disetujuiPada: h.disetujuiPada ? new Date(h.disetujuiPada).toISOString() : null,
})

/** The analysis of the latest measured period that has any; what units wrote in forms counts while nothing was measured. */
function analisisTerakhir(milik: readonly HasilSah[], tahun: number): CapaianIndikator['kertas'] {
  const urut = urutPeriode(milik, tahun)
  const pilih = (isi: (h: HasilSah) => string) =>
    isi(urut.findLast((h) => h.ukur && isi(h) !== '') ?? urut.findLast((h) => isi(h) !== '') ?? KOSONG)
  return {
    penyebab: pilih((h) => h.penyebab),
    hambatan: pilih((h) => h.hambatan),
    solusi: pilih((h) => h.solusi),
    penunjang: pilih((h) => h.penunjang),
  }
}
const KOSONG = { penyebab: '', hambatan: '', solusi: '', penunjang: '' } as HasilSah
