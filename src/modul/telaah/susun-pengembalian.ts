import type { Kesalahan } from '../../inti/http/index.ts'
import { type IsiRekap, teksRealisasi, teksRupiah, type UnitRekap } from '../rekap/index.ts'
import type { Cakupan } from '../siklus/index.ts'
import { ambilJenisLangkah, cariLangkah, type DefinisiSop, type LangkahSop } from '../sop/index.ts'
import type { IsianPengembalian } from './isian.ts'
import type { ButirKembali } from './kueri.ts'

/**
 * A step a decision may send back to. `berbagian`: its parts are the units, so units and values can be named; `satuan`: it
 * has no parts, but single values can be named, or, naming none, all of it.
 */
export type Tujuan = {
  readonly kode: string
  readonly langkah: LangkahSop
  readonly berbagian: boolean
  readonly satuan: boolean
  readonly pelaksana: string
}

/** Targets of the return as the SOP allows them, the usual one first; told apart by the kind of step, never by its code. */
export function susunTujuan(definisi: DefinisiSop, { keputusan }: LangkahSop): Tujuan[] {
  const kode = keputusan ? [...new Set([keputusan.bawaan, ...keputusan.tidak])] : []
  return kode.flatMap((k) => {
    const langkah = k ? cariLangkah(definisi, k) : null
    if (!langkah) return []
    const pelaksana = langkah.pelaksana.map((p) => definisi.pelaksana.find((s) => s.kode === p)?.nama ?? p).join(', ')
    const { bagianUnit, nilaiSatuan } = ambilJenisLangkah(langkah.jenis)
    return [{ kode: langkah.kode, langkah, berbagian: bagianUnit, satuan: nilaiSatuan, pelaksana }]
  })
}

export type SusunanKembali = {
  readonly tujuan: Tujuan
  readonly cakupan: Cakupan
  readonly jenisCakupan: 'SEMUA' | 'UNIT' | 'NILAI'
  readonly rincian: readonly ButirKembali[]
  /** for the log and for the head of the reopened step */
  readonly alasan: string
  readonly alasanPer: Readonly<Record<string, string>>
}
type Bahan = { readonly isi: IsiRekap; readonly tujuan: readonly Tujuan[] }

/**
 * What a filled return form means: where it goes, what reopens and why, or the sentences of what does not fit together.
 * A unit ticked together with values of other units is named value by value, so that all goes back at once. Pure.
 */
export function susunPengembalian(
  isian: IsianPengembalian,
  { isi, tujuan }: Bahan,
): SusunanKembali | { readonly kesalahan: Kesalahan } {
  const dicentang = isian.unit.length + isian.nilai.length
  const terpilih = pilihTujuan(isian, { tujuan, dicentang })
  if (typeof terpilih === 'string') return { kesalahan: { tujuan: terpilih } }
  if (!terpilih.berbagian && !(terpilih.satuan && dicentang > 0)) {
    return {
      tujuan: terpilih,
      cakupan: { jenis: 'SEMUA' },
      jenisCakupan: 'SEMUA',
      rincian: [],
      alasan: isian.alasanUmum,
      alasanPer: {},
    }
  }
  const rincian = susunRincian(isian, isi)
  if (!rincian)
    return {
      kesalahan: {
        tujuan: 'Ada yang dicentang tetapi tidak ada di rekap versi ini. Muat ulang halaman, lalu centang lagi.',
      },
    }
  if (terpilih.satuan) return perNilai(terpilih, { rincian, isi, umum: isian.alasanUmum })
  const hanyaUnit = rincian.every((b) => b.barisId === null)
  const nilai = hanyaUnit ? [] : uraikan(rincian, isi)
  return {
    tujuan: terpilih,
    cakupan: hanyaUnit
      ? { jenis: 'BAGIAN', kunci: rincian.map((b) => b.unitId) }
      : { jenis: 'NILAI', nilai: nilai.map(({ kunci, barisId }) => ({ kunci, barisId })) },
    jenisCakupan: hanyaUnit ? 'UNIT' : 'NILAI',
    rincian,
    alasan: gabungAlasan(rincian, isian.alasanUmum),
    alasanPer: Object.fromEntries(
      hanyaUnit ? rincian.map((b) => [b.unitId, b.alasan]) : nilai.map((n) => [n.barisId, n.alasan]),
    ),
  }
}

type Nilai = { readonly rincian: readonly ButirKembali[]; readonly isi: IsiRekap; readonly umum: string }

/** Single values of a step without parts: a unit that was ticked stands for all its values. */
function perNilai(tujuan: Tujuan, { rincian, isi, umum }: Nilai): SusunanKembali {
  const butir = rincian.flatMap((r): ButirKembali[] => {
    const unit = isi.unit.find((u) => u.unitId === r.unitId)
    if (r.barisId !== null || !unit) return [r]
    return barisUnit(unit).map((b) => ({ ...r, barisId: b.id, nama: b.nama, nilai: b.nilai }))
  })
  return {
    tujuan,
    cakupan: { jenis: 'NILAI', nilai: butir.map((b) => ({ kunci: '', barisId: b.barisId ?? '' })) },
    jenisCakupan: 'NILAI',
    rincian: butir,
    alasan: gabungAlasan(butir, umum),
    alasanPer: Object.fromEntries(butir.map((b) => [b.barisId ?? '', b.alasan])),
  }
}

function pilihTujuan(
  isian: IsianPengembalian,
  { tujuan, dicentang }: { tujuan: readonly Tujuan[]; dicentang: number },
): Tujuan | string {
  const berbagian = tujuan.find((t) => t.berbagian || t.satuan)
  // ticks without a choice say clearly enough what is meant
  const terpilih = isian.tujuan === '' && dicentang > 0 ? berbagian : tujuan.find((t) => t.kode === isian.tujuan)
  if (!terpilih)
    return berbagian
      ? 'Centang unit atau nilai yang dikembalikan, atau pilih mengembalikan seluruhnya.'
      : 'Pilih kepada siapa dikembalikan.'
  if (terpilih.berbagian && dicentang === 0) return 'Centang paling sedikit satu unit atau nilai yang dikembalikan.'
  if (!terpilih.berbagian && !terpilih.satuan && dicentang > 0)
    return `Anda mencentang ${dicentang} unit atau nilai, tetapi memilih mengembalikan seluruhnya. Kosongkan centangnya, atau pilih yang dicentang.`
  return terpilih
}

/** Everything ticked with name, value and reason, in the order of the recap; null when something is not in it. */
function susunRincian({ unit, nilai, alasanUmum, alasanPer }: IsianPengembalian, isi: IsiRekap): ButirKembali[] | null {
  const dipilih = new Set([...unit, ...nilai])
  const alasan = (id: string) => alasanPer[id] || alasanUmum
  const dikenal = new Set(isi.unit.flatMap((u) => [u.unitId, ...barisUnit(u).map((b) => b.id)]))
  if ([...dipilih].some((id) => !dikenal.has(id))) return null
  return isi.unit.flatMap((u): ButirKembali[] => {
    const milik = { unitId: u.unitId, unit: u.nama }
    // the whole form takes its single values along
    if (dipilih.has(u.unitId))
      return [{ ...milik, barisId: null, nama: 'Seluruh formulir', nilai: '', alasan: alasan(u.unitId) }]
    return barisUnit(u).flatMap((b) =>
      dipilih.has(b.id) ? [{ ...milik, barisId: b.id, nama: b.nama, nilai: b.nilai, alasan: alasan(b.id) }] : [],
    )
  })
}

const barisUnit = (u: UnitRekap) => [
  ...u.baris.map((b) => ({ id: b.barisId, nama: b.nama, nilai: teksRealisasi(b) })),
  ...u.anggaran.map((a) => ({
    id: a.barisId,
    nama: `Anggaran ${a.nama}`,
    nilai: a.status === 'TIDAK_BERLAKU' ? 'tidak diukur' : teksRupiah(a.realisasi),
  })),
]

/** Value by value, whole forms taken apart. */
function uraikan(
  rincian: readonly ButirKembali[],
  isi: IsiRekap,
): { kunci: string; barisId: string; alasan: string }[] {
  return rincian.flatMap(({ unitId, barisId, alasan }) => {
    if (barisId !== null) return [{ kunci: unitId, barisId, alasan }]
    const unit = isi.unit.find((u) => u.unitId === unitId)
    return (unit ? barisUnit(unit) : []).map((b) => ({ kunci: unitId, barisId: b.id, alasan }))
  })
}

const MAKS_ALASAN = 4000
/** One reason for all as it was written; otherwise each with what it belongs to. */
function gabungAlasan(rincian: readonly ButirKembali[], umum: string): string {
  const khusus = rincian.filter((b) => b.alasan !== umum)
  const butir = khusus.map((b) => `${b.barisId === null ? b.unit : `${b.unit}, ${b.nama}`}: ${b.alasan}`)
  const teks = [...(khusus.length < rincian.length ? [umum] : []), ...butir].join(' · ')
  return teks.length > MAKS_ALASAN ? `${teks.slice(0, MAKS_ALASAN - 1)}…` : teks
}
