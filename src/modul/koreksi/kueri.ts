import { type BasisData, Prisma, type Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, namaPeriode, type Periode, tanggalLokal } from '../../inti/waktu/index.ts'
import { type AngkaAnggaran, type AngkaKoreksi, type KartuBaris, SQL_REKAP } from '../formulir/index.ts'
import type { StatusKoreksi } from './alur.ts'

type Pembaca = Tx | BasisData['baca']

/** What is corrected, with its card and figures: an indicator, or the money spent for a sub kegiatan. */
export type ObjekKoreksi =
  | Objek<'INDIKATOR', KartuBaris, AngkaKoreksi>
  | Objek<'ANGGARAN', KartuAnggaran, AngkaAnggaran>
export type JenisAngka = ObjekKoreksi['jenis']
type Objek<Jenis, Kartu, Angka> = {
  readonly jenis: Jenis
  /** of the indicator or the sub kegiatan */
  readonly objekId: string
  readonly kartu: Kartu
  readonly lama: Angka
  readonly baru: Angka
}
export type KartuAnggaran = { readonly kode: string; readonly nama: string; readonly pagu: string }

export type Koreksi = DasarKoreksi & ObjekKoreksi
type DasarKoreksi = {
  readonly id: string
  readonly siklusId: string
  /** "Pengumpulan Data Kinerja Triwulan II 2026" */
  readonly namaSiklus: string
  readonly diarsipkan: boolean
  readonly unitId: string
  readonly nama: string
  readonly unit: string
  readonly teksLama: string
  readonly teksBaru: string
  readonly alasan: string
  readonly sumberAngka: string
  readonly status: StatusKoreksi
  readonly pengusulId: string
  readonly pengusul: string
  readonly jabatanPengusul: string
  readonly diajukanPada: Date
  readonly pengusulSekcam: boolean
  readonly pemutus: string
  readonly jabatanPemutus: string
  readonly diputusPada: Date | null
  readonly alasanPutusan: string
  readonly versi: number
  /** recap versions it made, in its own siklus and in those that use the figure */
  readonly hasil: readonly { readonly siklusId: string; readonly nama: string; readonly versi: number }[]
}
type Mentah = Omit<DasarKoreksi, 'namaSiklus' | 'hasil'> &
  ObjekKoreksi &
  NamaMentah & { hasil: (NamaMentah & { siklusId: string; versi: number })[] }
type NamaMentah = { namaSop: string; jenisPeriode: Periode['jenis']; tahun: number; nomorPeriode: number }

/** SQL: whoever proposed the koreksi `o` holds the post of the Sekcam today, where the office is. */
export function sqlPengusulSekcam({ zonaWaktu }: Pelaku): Prisma.Sql {
  const hari = tanggalLokal(jam.sekarang(), zonaWaktu)
  return Prisma.sql`exists (select 1 from penugasan g join jabatan j on j.id = g.jabatan_id
    where g.pegawai_id = o.pengusul_id and j.peran = 'SEKCAM' and g.kecamatan_id = o.kecamatan_id and g.mulai <= ${hari}::date
      and (g.selesai is null or g.selesai >= ${hari}::date))`
}

const kolom = (
  pelaku: Pelaku,
) => Prisma.sql`o.id, o.siklus_id as "siklusId", p.nama as "namaSop", s.jenis_periode as "jenisPeriode", s.tahun,
  s.nomor_periode as "nomorPeriode", s.diarsipkan_pada is not null as diarsipkan, case when o.indikator_id is null then 'ANGGARAN' else 'INDIKATOR' end as jenis,
  coalesce(o.indikator_id, o.sub_kegiatan_id) as "objekId", o.unit_id as "unitId",
  o.nama, o.unit, o.kartu, o.lama, o.baru, o.teks_lama as "teksLama", o.teks_baru as "teksBaru", o.alasan, o.sumber_angka as "sumberAngka",
  o.status, o.pengusul_id as "pengusulId", o.pengusul, o.jabatan_pengusul as "jabatanPengusul", o.diajukan_pada as "diajukanPada",
  ${sqlPengusulSekcam(pelaku)} as "pengusulSekcam",
  o.pemutus, o.jabatan_pemutus as "jabatanPemutus", o.diputus_pada as "diputusPada", o.alasan_putusan as "alasanPutusan", o.versi,
  coalesce((select json_agg(json_build_object('siklusId', z.id, 'versi', r.nomor_versi, 'namaSop', q.nama, 'jenisPeriode', z.jenis_periode,
      'tahun', z.tahun, 'nomorPeriode', z.nomor_periode) order by z.akhir_periode, q.nama)
    from rekap_koreksi r join siklus z on z.id = r.siklus_id join sop q on q.id = z.sop_id
    where r.koreksi_id = o.id and r.kecamatan_id = o.kecamatan_id), '[]') as hasil`

const sebut = ({ namaSop, jenisPeriode, tahun, nomorPeriode }: NamaMentah): string =>
  `${namaSop.replace(/^SOP /, '')} ${namaPeriode({ jenis: jenisPeriode, tahun, nomor: nomorPeriode })}`

const baca = ({ namaSop, jenisPeriode, tahun, nomorPeriode, hasil, ...k }: Mentah): Koreksi => ({
  ...k,
  namaSiklus: sebut({ namaSop, jenisPeriode, tahun, nomorPeriode }),
  hasil: hasil.map((h) => ({ siklusId: h.siklusId, versi: h.versi, nama: sebut(h) })),
})

/** Koreksi of the office, or of one siklus: those that wait first, then the newest; at most 200. One query. */
export async function daftarKoreksi(db: Pembaca, pelaku: Pelaku, siklusId: string | null): Promise<Koreksi[]> {
  const baris = await db.$queryRaw<Mentah[]>`
    select ${kolom(pelaku)} from koreksi o join siklus s on s.id = o.siklus_id join sop p on p.id = s.sop_id
    where o.kecamatan_id = ${pelaku.kecamatanId}::uuid and (${siklusId}::uuid is null or o.siklus_id = ${siklusId}::uuid)
    order by (o.status = 'DIAJUKAN') desc, o.diajukan_pada desc limit 200`
  return baris.map(baca)
}

/** One koreksi of this office; with `kunci` the row stays locked. 404 when it is not there. */
export async function ambilKoreksi(
  db: Pembaca,
  pelaku: Pelaku,
  { id, kunci = false }: { id: string; kunci?: boolean },
): Promise<Koreksi> {
  const [baris] = await db.$queryRaw<Mentah[]>`
    select ${kolom(pelaku)} from koreksi o join siklus s on s.id = o.siklus_id join sop p on p.id = s.sop_id
    where o.kecamatan_id = ${pelaku.kecamatanId}::uuid and o.id = ${id}::uuid ${kunci ? Prisma.sql`for update of o` : Prisma.empty}`
  if (!baris) throw galat.tidakDitemukan('Koreksi')
  return baca(baris)
}

/**
 * SQL: the figures of the siklus `s` are approved: its newest recap by a telaah or a koreksi, or because the whole siklus is
 * finished (also one that measures without a recap). A recap frozen anew after an approval waits for its own.
 */
export const SQL_DISETUJUI = Prisma.sql`(s.status = 'SELESAI' and exists (select 1 from baris_kertas_kerja b where b.siklus_id = s.id)
  or s.status <> 'DIBATALKAN' and exists (select 1 from (
    select x.id, x.koreksi_id from ${SQL_REKAP} x where x.siklus_id = s.id and x.kecamatan_id = s.kecamatan_id order by x.nomor_versi desc limit 1) r
  where s.status = 'SELESAI' or r.koreksi_id is not null
    or exists (select 1 from telaah t where t.rekap_id = r.id and t.kecamatan_id = s.kecamatan_id and t.keputusan = 'DISETUJUI')))`

/** Is the recap of a siklus approved, so that its figures change by a koreksi only? One query. */
export async function sudahDisetujui(db: Pembaca, pelaku: Pelaku, siklusId: string): Promise<boolean> {
  const [baris] = await db.$queryRaw<{ ya: boolean }[]>`
    select ${SQL_DISETUJUI} as ya from siklus s where s.id = ${siklusId}::uuid and s.kecamatan_id = ${pelaku.kecamatanId}::uuid`
  return baris?.ya ?? false
}
