import { createHash } from 'node:crypto'
import type { FormulirLengkap } from '../kueri.ts'
import type { NilaiBuku } from './baca-buku-formulir.ts'
import { type BacaanBaris, type BarisBidang, barisBidang, type NilaiBidang } from './baris-isian.ts'

/**
 * BERUBAH: only the workbook changed it · BENTROK: both did, differently, and the person chooses · DITOLAK: cannot be taken ·
 * LAIN: in a row that was given to somebody else, never written · IKUT: follows from another change of the row · SAMA:
 * nothing to do.
 */
export type StatusNilai = 'BERUBAH' | 'BENTROK' | 'DITOLAK' | 'LAIN' | 'IKUT' | 'SAMA'
export type BedaNilai = {
  /** `<row>.<field>` */
  readonly kunci: string
  readonly baris: BarisBidang
  readonly bidang: BarisBidang['bidang'][number]
  readonly status: StatusNilai
  readonly lembar: string
  readonly sel: string
  /** when the workbook was made */
  readonly awal: string
  /** stored now */
  readonly kini: string
  /** in the workbook */
  readonly buku: string
  /** what will be stored */
  readonly jadi: string
  readonly pesan: string
}
/** Rows to write, as typing them would be read. */
export type BarisTulis = {
  readonly baris: BarisBidang
  readonly data: NonNullable<BacaanBaris['data']>
  readonly nilai: NilaiBidang
}
export type PilihanBeda = {
  readonly pakaiBuku?: ReadonlySet<string>
  readonly bukanBagian?: ReadonlyMap<string, string>
}
export type BedaBuku = { readonly nilai: readonly BedaNilai[]; readonly tulis: readonly BarisTulis[] }

/**
 * Compares a workbook with the form as it is now, value by value: what the workbook was made with, what it says, what is
 * stored. `pakaiBuku`: conflicts (by `kunci`) in which the workbook's value is wanted; in all others the stored one stays.
 * `bukanBagian`: rows in which this person may not type, with whose they are. Rows are read by the same rules as typing
 * them. Pure.
 */
export function bedakanBuku(
  formulir: Pick<FormulirLengkap, 'baris' | 'anggaran'>,
  nilai: readonly NilaiBuku[],
  { pakaiBuku = new Set(), bukanBagian = new Map() }: PilihanBeda = {},
): BedaBuku {
  const perBaris = new Map<string, NilaiBuku[]>()
  for (const n of nilai) perBaris.set(n.barisId, [...(perBaris.get(n.barisId) ?? []), n])
  const hasil = barisBidang(formulir).map((b) => {
    const milik = bukanBagian.get(b.id)
    const isi = perBaris.get(b.id) ?? []
    return milik === undefined ? bedaBaris(b, isi, pakaiBuku) : barisLain(b, isi, milik)
  })
  return { nilai: hasil.flatMap((h) => h.nilai), tulis: hasil.flatMap((h) => h.tulis ?? []) }
}

function bedaBaris(baris: BarisBidang, nilai: readonly NilaiBuku[], pakaiBuku: ReadonlySet<string>) {
  const mentah = nilai.flatMap((n) => bedaSatu(baris, n))
  if (mentah.every((n) => n.status === 'SAMA') || mentah.some((n) => n.status === 'DITOLAK'))
    return { nilai: mentah, tulis: null }
  const dipakai = mentah.filter((n) => n.status === 'BERUBAH' || (n.status === 'BENTROK' && pakaiBuku.has(n.kunci)))
  const susun = { ...baris.nilai, ...Object.fromEntries(dipakai.map((n) => [n.bidang.kode, n.buku])) }
  const { data, kesalahan, nilai: jadi } = baris.baca(susun)
  const salah = { ...kesalahan, ...angkaTidakDiukur(susun, dipakai) }
  if (!data || Object.keys(salah).length > 0) return { nilai: mentah.map((n) => tolakBila(n, salah)), tulis: null }
  const akhir = mentah.map((n) => akhiri(n, jadi[n.bidang.kode] ?? ''))
  const berubah = Object.keys(jadi).some((k) => jadi[k] !== baris.nilai[k])
  return { nilai: akhir, tulis: berubah ? { baris, data, nilai: jadi } : null }
}

/** A row of somebody else: what the workbook says otherwise is shown, and holds nothing back. */
const barisLain = (baris: BarisBidang, nilai: readonly NilaiBuku[], milik: string) => ({
  nilai: nilai
    .flatMap((n) => bedaSatu(baris, n))
    .map((n) => (n.status === 'SAMA' ? n : { ...n, status: 'LAIN' as const, pesan: `Bukan bagian Anda: ${milik}.` })),
  tulis: null,
})

function bedaSatu(baris: BarisBidang, n: NilaiBuku): BedaNilai[] {
  const bidang = baris.bidang.find((b) => b.kode === n.bidang)
  if (!bidang) return []
  const kini = baris.nilai[n.bidang] ?? ''
  const { lembar, sel, awal, isi: buku } = n
  const dasar = {
    kunci: `${baris.id}.${n.bidang}`,
    baris,
    bidang,
    lembar,
    sel,
    awal,
    kini,
    buku,
    jadi: kini,
    pesan: '',
  }
  if (n.salah) return [{ ...dasar, status: 'DITOLAK', pesan: n.salah }]
  if (buku === awal || buku === kini) return [{ ...dasar, status: 'SAMA' }]
  if (!baris.terbuka) return [{ ...dasar, status: 'DITOLAK', pesan: TERTUTUP }]
  return [{ ...dasar, status: kini === awal ? 'BERUBAH' : 'BENTROK' }]
}

const TERTUTUP =
  'Baris ini tidak dapat diubah sekarang (tidak termasuk yang dikembalikan). Kembalikan isi selnya seperti semula.'

/** Figures typed for a row that is "not measured" would be dropped unseen. */
function angkaTidakDiukur(susun: NilaiBidang, dipakai: readonly BedaNilai[]): Record<string, string> {
  if (susun.tb !== '1') return {}
  const angka = dipakai.find((n) => ANGKA.test(n.bidang.kode) && n.buku !== '')
  if (!angka) return {}
  const keadaan = angka.baris.bidang.find((b) => b.kode === 'tb')?.kolom.pilihan
  const [ya, tidak] = [keadaan?.[0]?.teks ?? '', keadaan?.[1]?.teks ?? '']
  return {
    [angka.bidang.kode]:
      `Diisi, padahal keadaannya “${tidak}”. Ubah kolom Keadaan menjadi “${ya}”, atau kosongkan isiannya.`,
  }
}
const ANGKA = /^(v\..*|kategori|realisasi)$/

const tolakBila = (n: BedaNilai, salah: Readonly<Record<string, string>>): BedaNilai => {
  const pesan = salah[n.bidang.kode]
  return pesan ? { ...n, status: 'DITOLAK', pesan } : n
}

const akhiri = (n: BedaNilai, jadi: string): BedaNilai =>
  n.status === 'SAMA' && jadi !== n.kini ? { ...n, status: 'IKUT', jadi } : { ...n, jadi }

/** Fingerprint of the differences that a person saw: if they are no longer these, nothing is applied unseen. */
export const sidikBeda = ({ nilai }: BedaBuku): string =>
  createHash('sha256')
    .update(
      JSON.stringify(nilai.filter((n) => n.status !== 'SAMA').map((n) => [n.kunci, n.status, n.kini, n.buku, n.pesan])),
    )
    .digest('base64url')
    .slice(0, 22)

/** "5 berubah, 1 bentrok, 2 ditolak". */
export const jumlahStatus = (nilai: readonly BedaNilai[]): Readonly<Record<StatusNilai, number>> => {
  const hitung = (status: StatusNilai) => nilai.filter((n) => n.status === status).length
  return {
    BERUBAH: hitung('BERUBAH'),
    BENTROK: hitung('BENTROK'),
    DITOLAK: hitung('DITOLAK'),
    LAIN: hitung('LAIN'),
    IKUT: hitung('IKUT'),
    SAMA: hitung('SAMA'),
  }
}
