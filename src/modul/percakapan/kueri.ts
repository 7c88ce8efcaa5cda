import { type BasisData, Prisma, type Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, punyaPeran, unitIsian } from '../../inti/pelaku.ts'
import { namaPeriode, type Periode } from '../../inti/waktu/index.ts'
import { PENGAWAS_SIKLUS } from '../berkas/index.ts'
import { ambilFormulir, type FormulirLengkap } from '../formulir/index.ts'
import type { StatusPertanyaan, Tujuan } from './alur.ts'

type Baca = BasisData['baca'] | Tx

export type PesanPercakapan = {
  readonly id: string
  readonly urut: number
  readonly teks: string
  readonly penulisId: string
  readonly penulis: string
  readonly jabatan: string
  readonly ditulisPada: Date
  readonly ditarikPada: Date | null
}
/** A question with its messages, the question itself first. */
export type Pertanyaan = {
  readonly id: string
  readonly siklusId: string
  readonly formulirId: string
  readonly barisId: string
  readonly unitId: string
  readonly nama: string
  readonly unit: string
  readonly tujuan: Tujuan
  readonly penanyaId: string
  readonly status: StatusPertanyaan
  readonly dibuatPada: Date
  readonly berubahPada: Date
  readonly penutup: string
  readonly jabatanPenutup: string
  readonly ditutupPada: Date | null
  readonly versi: number
  readonly namaSop: string
  readonly namaPeriode: string
  readonly pesan: readonly PesanPercakapan[]
}

type PesanMentah = Omit<PesanPercakapan, 'ditulisPada' | 'ditarikPada'> & {
  ditulisPada: string
  ditarikPada: string | null
}
type Mentah = Omit<Pertanyaan, 'pesan' | 'namaPeriode'> & {
  jenisPeriode: Periode['jenis']
  tahun: number
  nomorPeriode: number
  pesan: PesanMentah[]
}

/** Questions of the office, by `syarat` on q (pertanyaan); those that wait first, then as they were asked. One query. */
async function muat(baca: Baca, pelaku: Pelaku, syarat: Prisma.Sql, batas = 500): Promise<Pertanyaan[]> {
  const baris = await baca.$queryRaw<Mentah[]>`
    select q.id, q.siklus_id as "siklusId", q.formulir_id as "formulirId", q.baris_id as "barisId", q.unit_id as "unitId", q.nama, q.unit,
      q.tujuan, q.penanya_id as "penanyaId", q.status, q.dibuat_pada as "dibuatPada", q.berubah_pada as "berubahPada", q.penutup,
      q.jabatan_penutup as "jabatanPenutup", q.ditutup_pada as "ditutupPada", q.versi,
      o.nama as "namaSop", s.jenis_periode as "jenisPeriode", s.tahun, s.nomor_periode as "nomorPeriode",
      (select json_agg(json_build_object('id', p.id, 'urut', p.urut, 'teks', p.teks, 'penulisId', p.penulis_id, 'penulis', p.penulis,
        'jabatan', p.jabatan, 'ditulisPada', p.ditulis_pada, 'ditarikPada', p.ditarik_pada) order by p.urut)
        from pesan_percakapan p where p.pertanyaan_id = q.id and p.kecamatan_id = q.kecamatan_id) as pesan
    from pertanyaan q join siklus s on s.id = q.siklus_id join sop o on o.id = s.sop_id
    where q.kecamatan_id = ${pelaku.kecamatanId}::uuid and ${syarat}
    order by q.status in ('TERBUKA', 'DIJAWAB') desc, q.dibuat_pada, q.id limit ${batas}`
  return baris.map(({ jenisPeriode, tahun, nomorPeriode, pesan, ...q }) => ({
    ...q,
    namaSop: q.namaSop.replace(/^SOP /, ''),
    namaPeriode: namaPeriode({ jenis: jenisPeriode, tahun, nomor: nomorPeriode }),
    pesan: pesan.map((p) => ({
      ...p,
      ditulisPada: new Date(p.ditulisPada),
      ditarikPada: p.ditarikPada === null ? null : new Date(p.ditarikPada),
    })),
  }))
}

/** All questions about one row; the caller has checked who may see its form. */
export const daftarBaris = (baca: Baca, pelaku: Pelaku, barisId: string): Promise<Pertanyaan[]> =>
  muat(baca, pelaku, Prisma.sql`q.baris_id = ${barisId}::uuid`)

/** Everything that was said in a siklus, for its archive. */
export const daftarSiklus = (baca: Baca, pelaku: Pelaku, siklusId: string): Promise<Pertanyaan[]> =>
  muat(baca, pelaku, Prisma.sql`q.siklus_id = ${siklusId}::uuid`, 100_000)

type Saring = { readonly siklusId: string | null; readonly semua: boolean }
/** Questions that this person may see, of one siklus or of all; a person of a unit sees those about its rows. */
export function daftarTerlihat(
  baca: Baca,
  pelaku: Pelaku,
  { siklusId, semua, melihatSemua }: Saring & { readonly melihatSemua: boolean },
): Promise<Pertanyaan[]> {
  const pengawas = melihatSemua || punyaPeran(pelaku, PENGAWAS_SIKLUS)
  const syarat = [
    siklusId ? Prisma.sql`q.siklus_id = ${siklusId}::uuid` : Prisma.sql`s.diarsipkan_pada is null`,
    semua ? Prisma.sql`true` : Prisma.sql`q.status in ('TERBUKA', 'DIJAWAB')`,
    pengawas ? Prisma.sql`true` : Prisma.sql`q.unit_id = any(${unitIsian(pelaku)}::uuid[])`,
  ]
  return muat(baca, pelaku, Prisma.join(syarat, ' and '))
}

/** One row of a form with its form, if this person may see it; else 404. */
export type BarisDitanya = { readonly id: string; readonly nama: string; readonly formulir: FormulirLengkap }

/** The row of an id, of indicators or of the budget. Throws 404 when there is none for this person. */
export async function ambilBaris(baca: Baca, pelaku: Pelaku, barisId: string): Promise<BarisDitanya> {
  const [letak] = await baca.$queryRaw<{ formulirId: string }[]>`
    select b.formulir_id as "formulirId" from (
      select id, formulir_id, kecamatan_id from baris_formulir union all select id, formulir_id, kecamatan_id from baris_anggaran) b
    where b.id = ${barisId}::uuid and b.kecamatan_id = ${pelaku.kecamatanId}::uuid`
  if (!letak) throw galat.tidakDitemukan('Baris formulir')
  const formulir = await ambilFormulir(baca, pelaku, letak.formulirId)
  const nama =
    formulir.baris.find((b) => b.id === barisId)?.kartu.nama ?? formulir.anggaran.find((a) => a.id === barisId)?.nama
  if (nama === undefined) throw galat.tidakDitemukan('Baris formulir')
  return { id: barisId, nama, formulir }
}

/** One question with its row, if this person may see it; else 404. */
export async function ambilPertanyaan(
  baca: Baca,
  pelaku: Pelaku,
  id: string,
): Promise<{ pertanyaan: Pertanyaan; baris: BarisDitanya }> {
  const [pertanyaan] = await muat(baca, pelaku, Prisma.sql`q.id = ${id}::uuid`)
  if (!pertanyaan) throw galat.tidakDitemukan('Pertanyaan')
  return { pertanyaan, baris: await ambilBaris(baca, pelaku, pertanyaan.barisId) }
}

/** How many questions of a siklus wait, by row. One query. */
export async function hitungTanya(baca: Baca, pelaku: Pelaku, siklusId: string): Promise<ReadonlyMap<string, number>> {
  const baris = await baca.$queryRaw<{ barisId: string; jumlah: number }[]>`
    select baris_id as "barisId", count(*)::int as jumlah from pertanyaan
    where kecamatan_id = ${pelaku.kecamatanId}::uuid and siklus_id = ${siklusId}::uuid and status in ('TERBUKA', 'DIJAWAB') group by 1`
  return new Map(baris.map((b) => [b.barisId, b.jumlah]))
}

/** Changes with every message and every change of state in a siklus: an archive that was packed before it lacks something. */
export async function sidikPercakapan(baca: Baca, pelaku: Pelaku, siklusId: string): Promise<string> {
  const [b] = await baca.$queryRaw<{ sidik: string }[]>`
    select concat((select sum(versi) from pertanyaan q where q.siklus_id = ${siklusId}::uuid and q.kecamatan_id = ${pelaku.kecamatanId}::uuid), ' ',
      (select count(*) from pesan_percakapan p where p.siklus_id = ${siklusId}::uuid and p.kecamatan_id = ${pelaku.kecamatanId}::uuid)) as sidik`
  return b?.sidik ?? ''
}
