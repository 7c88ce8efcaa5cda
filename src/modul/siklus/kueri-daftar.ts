import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { JenisPeriode } from '../../inti/waktu/index.ts'
import { type DefinisiSop, sqlVersiBerlaku } from '../sop/index.ts'
import type { BolaLangkah } from './bola.ts'
import { type Pembatalan, SQL_PEMBATALAN } from './kueri.ts'
import { sqlOrangKantor } from './orang-kantor.ts'

export type RingkasSiklus = {
  readonly id: string
  readonly namaSop: string
  readonly jenisPeriode: JenisPeriode
  readonly tahun: number
  readonly nomorPeriode: number
  readonly status: 'BERJALAN' | 'SELESAI' | 'DIBATALKAN'
  readonly tenggat: string | null
  readonly diarsipkanPada: Date | null
  readonly pembatalan: Pembatalan | null
  readonly jumlahLangkah: number
  readonly jumlahSelesai: number
  /** open steps in the order of the SOP, each with who holds the ball (`sebutPemegang`) */
  readonly terbuka: readonly (BolaLangkah & {
    readonly kode: string
    readonly nomor: string
    readonly uraian: string
    /** ISO */
    readonly sejak: string
    readonly alasanKembali: string | null
  })[]
}

/** All siklus of the office, newest first, with who holds the ball; one query. */
export const daftarSiklus = (
  db: BasisData,
  pelaku: Pelaku,
  { tahun = null, hanyaBerjalan = false }: { tahun?: number | null; hanyaBerjalan?: boolean } = {},
): Promise<RingkasSiklus[]> =>
  db.ingat(
    pelaku,
    `daftar-siklus:${tahun}:${hanyaBerjalan}`,
    async () =>
      await db.baca.$queryRaw<RingkasSiklus[]>`
    with jumlah as (
      select g.siklus_id, count(*)::int as langkah, count(*) filter (where g.status in ('SELESAI', 'DILEWATI'))::int as selesai
      from langkah_siklus g where g.kecamatan_id = ${pelaku.kecamatanId}::uuid group by g.siklus_id
    )
    select s.id, p.nama as "namaSop", s.jenis_periode as "jenisPeriode", s.tahun, s.nomor_periode as "nomorPeriode", s.status,
      s.tenggat::text as tenggat, s.diarsipkan_pada as "diarsipkanPada", ${SQL_PEMBATALAN} as pembatalan, coalesce(j.langkah, 0) as "jumlahLangkah", coalesce(j.selesai, 0) as "jumlahSelesai",
      case when s.status <> 'BERJALAN' then '[]' else (
        select coalesce(json_agg(json_build_object('kode', g.kode, 'nomor', d.nomor, 'uraian', d.uraian, 'jenis', g.jenis,
          'sejak', g.dibuka_pada, 'alasanKembali', g.alasan_kembali, 'diteruskanPada', g.diteruskan_pada, 'memutuskan', g.memutuskan,
          'pemegang', g.pemegang, 'terhalang', g.terhalang, 'orang', case when g.memutuskan then ${sqlOrangKantor(pelaku)} else '[]' end,
          'kolom', (select coalesce(json_agg(json_build_object('kode', k.kode, 'nama', k.nama, 'peran', k.peran, 'jabatan', k.jabatan_kode,
              'unit', k.unit_kode) order by k.urut), '[]')
            from pelaksana_sop k where k.versi_sop_id = s.versi_sop_id and k.kode = any (g.pemegang)),
          'bagian', (select coalesce(json_agg(json_build_object('pelaksana', b.pelaksana)), '[]')
            from bagian_langkah b where b.langkah_id = g.id and b.status = 'BERJALAN')) order by g.urut), '[]')
        from langkah_siklus g join langkah_sop d on d.versi_sop_id = s.versi_sop_id and d.kode = g.kode
        where g.siklus_id = s.id and g.status = 'BERJALAN') end as terbuka
    from siklus s join sop p on p.id = s.sop_id left join jumlah j on j.siklus_id = s.id
    where s.kecamatan_id = ${pelaku.kecamatanId}::uuid and (${tahun}::int is null or s.tahun = ${tahun}::int)
      and (not ${hanyaBerjalan}::boolean or s.status = 'BERJALAN')
    order by (s.status = 'BERJALAN') desc, s.tahun desc, s.mulai_periode desc, p.nama limit 200`,
  )

export type SopBerlaku = {
  readonly id: string
  readonly nama: string
  readonly versiId: string
  readonly nomorVersi: number
  readonly periode: JenisPeriode[]
  readonly definisi: DefinisiSop
}

/** SOPs with the version in force on a day. */
export const daftarSopBerlaku = (
  baca: Pick<BasisData['baca'], '$queryRaw'>,
  pelaku: Pelaku,
  tanggal: string,
): Promise<SopBerlaku[]> =>
  baca.$queryRaw<SopBerlaku[]>`
    select p.id, p.nama, v.id as "versiId", v.nomor_versi as "nomorVersi", v.periode, v.definisi
    from sop p join ${sqlVersiBerlaku(pelaku, tanggal)} v on v.sop_id = p.id
    where p.kecamatan_id = ${pelaku.kecamatanId}::uuid order by p.tujuan, p.nama, p.id`

export type DokumenSiklus = {
  readonly id: string
  readonly judul: string
  readonly nomor: string
  readonly putaran: number
  readonly dibuatPada: Date
  readonly kodeLangkah: string
  readonly urut: number
}
/** Output documents of a siklus in SOP order. */
export const daftarDokumen = (db: BasisData, pelaku: Pelaku, siklusId: string): Promise<DokumenSiklus[]> =>
  db.baca.$queryRaw<DokumenSiklus[]>`
    select d.id, d.judul, d.nomor, d.putaran, d.dibuat_pada as "dibuatPada", l.kode as "kodeLangkah", l.urut
    from dokumen d join langkah_siklus l on l.id = d.langkah_id
    where d.siklus_id = ${siklusId}::uuid and d.kecamatan_id = ${pelaku.kecamatanId}::uuid order by l.urut, d.putaran, d.dibuat_pada, d.judul`
