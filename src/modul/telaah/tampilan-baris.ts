import { tautanTanya } from '../formulir/index.ts'
import {
  type AnggaranRekap,
  analisisBaris,
  type BarisRekap,
  teksCapaian,
  teksCapaianPeriode,
  teksRealisasi,
  teksRupiah,
  teksSerapan,
  teksTarget,
  type UnitRekap,
} from '../rekap/index.ts'
import type { BuktiBaris } from './kueri.ts'

export type TautanBukti = { readonly teks: string; readonly alamat: string | null }
/** One value of the recap as the page shows it; a budget row shows pagu, realisasi and serapan in the same places. */
export type BarisTampil = {
  readonly id: string
  readonly unitId: string
  readonly unit: string
  readonly jenis: 'INDIKATOR' | 'ANGGARAN'
  readonly nama: string
  readonly rinci: string
  readonly target: string
  readonly realisasi: string
  /** value in the version before, when it changed */
  readonly semula: string | null
  readonly capaian: string
  readonly hitungan: string
  readonly predikat: { readonly kode: string; readonly teks: string } | null
  /** why it should be looked at, the gravest first; empty: nothing doubtful */
  readonly tanda: readonly { readonly kode: string; readonly teks: string }[]
  readonly peringatan: readonly string[]
  readonly catatan: readonly { readonly label: string; readonly nilai: string }[]
  readonly bukti: readonly TautanBukti[]
  readonly jumlahBukti: number
  /** what was asked about it; null: it is no row of a form that the reader may open */
  readonly tanya: ReturnType<typeof tautanTanya> | null
}
type Bahan = {
  readonly unit: UnitRekap
  readonly semula: ReadonlyMap<string, string>
  readonly bukti: ReadonlyMap<string, readonly BuktiBaris[]>
  /** questions that are not settled, by row; null: not for this reader */
  readonly tanya: ReadonlyMap<string, number> | null
}

const PREDIKAT: Readonly<Record<string, string>> = {
  'hijau-tua': 'SANGAT_TINGGI',
  hijau: 'TINGGI',
  kuning: 'SEDANG',
  jingga: 'RENDAH',
  merah: 'SANGAT_RENDAH',
}
/** the gravest first; a row's own signs come in this order too */
const URUTAN_TANDA: readonly string[] = ['KOSONG', 'RAGU', 'TANPA_BUKTI', 'TIDAK_BERLAKU']

/** All values of a unit, indicators first. */
export const susunBarisUnit = (b: Bahan): BarisTampil[] => [
  ...b.unit.baris.map((baris) => susunIndikator(baris, b)),
  ...b.unit.anggaran.map((baris) => susunAnggaran(baris, b)),
]

const susunTanya = (id: string, tanya: Bahan['tanya']) => tanya && tautanTanya({ id, tanya: tanya.get(id) })

function susunIndikator(b: BarisRekap, { unit, semula, bukti, tanya }: Bahan): BarisTampil {
  const tautan = (bukti.get(b.barisId) ?? []).map(susunTautan)
  const tanda = [
    ...(b.status === 'KOSONG' ? [{ kode: 'KOSONG', teks: 'Belum diisi' }] : []),
    ...(b.peringatan.length > 0 ? [{ kode: 'RAGU', teks: 'Perlu diperiksa' }] : []),
    ...(b.tanpaBukti ? [{ kode: 'TANPA_BUKTI', teks: 'Tanpa bukti' }] : []),
    ...(b.status === 'TIDAK_BERLAKU' ? [{ kode: 'TIDAK_BERLAKU', teks: 'Tidak diukur' }] : []),
  ]
  return {
    id: b.barisId,
    unitId: unit.unitId,
    unit: unit.nama,
    jenis: 'INDIKATOR',
    nama: b.nama,
    rinci: `${b.kode} · ${b.satuan}`,
    target: teksTarget(b),
    realisasi: teksRealisasi(b),
    semula: semula.get(b.barisId) ?? null,
    capaian: teksCapaian(b.capaian),
    hitungan: b.capaian.jenis === 'NILAI' ? b.capaian.rumus : b.capaian.alasan,
    predikat: b.predikat ? { kode: PREDIKAT[b.predikat.warna] ?? 'BELUM', teks: b.predikat.nama } : null,
    tanda,
    peringatan: b.status === 'TIDAK_BERLAKU' ? [`Alasan: ${b.alasanTidakBerlaku}`, ...b.peringatan] : b.peringatan,
    catatan: berisi([
      ['Data', b.variabel.map((v) => `${v.nama}: ${v.nilai.replace('.', ',')}`).join('; ')],
      ['Hitungan', b.capaian.jenis === 'NILAI' ? b.capaian.rumus : ''],
      ['Capaian periode ini', teksCapaianPeriode(b) ?? ''],
      ...(b.ukur
        ? analisisBaris(b).map((a): [string, string] => [a.label, a.nilai])
        : ([
            ['Kendala', b.kendala],
            ['Pendorong', b.faktorPendorong],
            ['Tindak lanjut', b.tindakLanjut],
          ] as [string, string][])),
      ['Keterangan', b.keterangan],
      ['Diisi', b.pengisi],
      ['Dari kertas', b.kertas ?? ''],
    ]),
    bukti: tautan,
    jumlahBukti: b.jumlahBukti,
    tanya: susunTanya(b.barisId, tanya),
  }
}

function susunAnggaran(a: AnggaranRekap, { unit, semula, tanya }: Bahan): BarisTampil {
  return {
    id: a.barisId,
    unitId: unit.unitId,
    unit: unit.nama,
    jenis: 'ANGGARAN',
    nama: a.nama,
    rinci: `Anggaran ${a.kode}`,
    target: teksRupiah(a.pagu),
    realisasi: a.status === 'TIDAK_BERLAKU' ? 'tidak diukur' : teksRupiah(a.realisasi),
    semula: semula.get(a.barisId) ?? null,
    capaian: teksSerapan(a),
    hitungan: '',
    predikat: null,
    tanda: [
      ...(a.status === 'KOSONG' ? [{ kode: 'KOSONG', teks: 'Belum diisi' }] : []),
      ...(a.peringatan.length > 0 ? [{ kode: 'RAGU', teks: 'Perlu diperiksa' }] : []),
    ],
    peringatan: a.peringatan,
    catatan: berisi([
      ['Keterangan', a.keterangan],
      ['Dari kertas', a.kertas ?? ''],
    ]),
    bukti: [],
    jumlahBukti: 0,
    tanya: susunTanya(a.barisId, tanya),
  }
}

const berisi = (pasangan: readonly [string, string][]) =>
  pasangan.flatMap(([label, nilai]) => (nilai ? [{ label, nilai }] : []))

/** A file, a link, or where the paper lies; only http(s) addresses become links. */
function susunTautan({ berkasId, namaBerkas, tautan, tempatKertas, keterangan }: BuktiBaris): TautanBukti {
  if (berkasId) return { teks: namaBerkas ?? 'Berkas', alamat: `/berkas/${berkasId}` }
  if (tautan) return { teks: keterangan || tautan, alamat: /^https?:\/\//i.test(tautan) ? tautan : null }
  return { teks: `Kertas: ${tempatKertas}`, alamat: null }
}

/** Values to look at first: missing, then doubtful, then without evidence, then not applicable. */
export function urutkanRagu(baris: readonly BarisTampil[]): BarisTampil[] {
  const berat = (b: BarisTampil) => URUTAN_TANDA.indexOf(b.tanda[0]?.kode ?? '')
  return baris.filter((b) => b.tanda.length > 0).sort((a, b) => berat(a) - berat(b))
}
