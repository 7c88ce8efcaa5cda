import { type BasisData, Prisma } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { JenisPeriode } from '../../inti/waktu/index.ts'
import { type OrangKantor, sqlOrangKantor } from '../siklus/index.ts'
import type { PelaksanaSop } from '../sop/index.ts'
import { type AksiBelumDilaporkan, sqlAksiBelum } from './tugas-aksi.ts'
import { type CatatanMenunggu, sqlCatatanMenunggu } from './tugas-catatan.ts'
import { type BarisDiberikan, sqlBarisDiberikan } from './tugas-delegasi.ts'
import { type KoreksiMenunggu, sqlKoreksiMenunggu } from './tugas-koreksi.ts'
import { type SerahanKertas, sqlSerahanKertas } from './tugas-penyerahan.ts'
import { sqlTanyaMenunggu, type TanyaMenunggu } from './tugas-percakapan.ts'
import { type PkMenunggu, sqlPkMenunggu } from './tugas-pk.ts'
import { type SopMenunggu, sqlSopMenunggu } from './tugas-sop.ts'

/** An open step of a running siklus with its open parts: everything somebody in the office may be waiting for. */
export type LangkahTerbuka = {
  readonly siklusId: string
  readonly namaSop: string
  readonly jenisPeriode: JenisPeriode
  readonly tahun: number
  readonly nomorPeriode: number
  readonly kode: string
  readonly nomor: string
  readonly uraian: string
  readonly jenis: string
  readonly pemegang: readonly string[]
  readonly memutuskan: boolean
  readonly terhalang: readonly string[]
  readonly kolom: readonly PelaksanaSop[]
  readonly orang: readonly OrangKantor[]
  /** ISO */
  readonly sejak: string
  readonly tenggat: string | null
  readonly alasanKembali: string | null
  /** handed over to the penerima */
  readonly diteruskanPada: Date | null
  readonly dari: string | null
  readonly bagian: readonly BagianTerbuka[]
  readonly formulirDibagikan: readonly { id: string; unitId: string; namaUnit: string; sejak: string; oleh: string }[]
}
export type BagianTerbuka = {
  readonly kunci: string
  readonly unitId: string | null
  readonly namaUnit: string | null
  readonly pelaksana: string | null
  readonly sejak: string
  readonly alasanKembali: string | null
  readonly formulirId: string | null
}

/** All open steps of the office's running siklus; who of them is asked is decided by the rights of today. */
const langkahTerbuka = (pelaku: Pelaku) => Prisma.sql`
    select s.id as "siklusId", p.nama as "namaSop", s.jenis_periode as "jenisPeriode", s.tahun, s.nomor_periode as "nomorPeriode",
      l.kode, d.nomor, d.uraian, l.jenis, l.pemegang, l.memutuskan, l.terhalang, v.definisi -> 'pelaksana' as kolom,
      case when l.memutuskan then ${sqlOrangKantor(pelaku)} else '[]' end as orang,
      to_json(coalesce(l.diteruskan_pada, l.dibuka_pada)) #>> '{}' as sejak, coalesce(l.tenggat, s.tenggat)::text as tenggat,
      l.alasan_kembali as "alasanKembali", l.diteruskan_pada as "diteruskanPada",
      (select e.nama_pelaku || ', ' || e.jabatan_pelaku from peristiwa_siklus e where e.siklus_id = s.id
        and e.waktu <= coalesce(l.diteruskan_pada, l.dibuka_pada) order by e.urut desc limit 1) as dari,
      coalesce((select json_agg(json_build_object('kunci', b.kunci, 'unitId', b.unit_id, 'namaUnit', u.nama, 'pelaksana', b.pelaksana,
          'sejak', b.dibuka_pada, 'alasanKembali', b.alasan_kembali, 'formulirId', f.id) order by u.urut)
        from bagian_langkah b left join unit_kerja u on u.id = b.unit_id
          left join formulir f on f.siklus_id = s.id and f.unit_id = b.unit_id
        where b.langkah_id = l.id and b.status = 'BERJALAN'), '[]') as bagian,
      case when l.jenis = 'distribusi' then coalesce((
        select json_agg(json_build_object('id', f.id, 'unitId', f.unit_id, 'namaUnit', u.nama, 'sejak', f.dibagikan_pada, 'oleh', f.dibagikan_oleh) order by u.urut)
        from formulir f join unit_kerja u on u.id = f.unit_id where f.siklus_id = s.id and f.status = 'DIBAGIKAN'), '[]')
        else '[]' end as "formulirDibagikan"
    from siklus s join sop p on p.id = s.sop_id join versi_sop v on v.id = s.versi_sop_id
      join langkah_siklus l on l.siklus_id = s.id and l.status = 'BERJALAN'
      join langkah_sop d on d.versi_sop_id = v.id and d.kode = l.kode
    where s.kecamatan_id = ${pelaku.kecamatanId}::uuid and s.status = 'BERJALAN'
    order by s.mulai_periode, p.nama, l.urut`

export type TindakLanjutSaya = {
  readonly id: string
  readonly uraian: string
  readonly tenggat: string | null
  readonly namaSop: string
  readonly sumber: string
  readonly pegawaiId: string
}
const MAKS_TINDAK_LANJUT = 50

/** Follow-ups that somebody answers for and has not closed. */
const tindakLanjutTerbuka = (pelaku: Pelaku) => Prisma.sql`
    select t.id, t.uraian, t.tenggat::text as tenggat, coalesce(p.nama, t.asal_nama) as "namaSop", t.sumber, t.pegawai_id as "pegawaiId"
    from tindak_lanjut t left join siklus s on s.id = t.siklus_id left join sop p on p.id = s.sop_id
    where t.kecamatan_id = ${pelaku.kecamatanId}::uuid and t.pegawai_id is not null and t.status = 'TERBUKA'
    order by t.tenggat nulls last`

export type BahanTugas = {
  readonly terbuka: LangkahTerbuka[]
  readonly tindakLanjut: TindakLanjutSaya[]
  readonly sop: SopMenunggu[]
  readonly koreksi: KoreksiMenunggu[]
  readonly pk: PkMenunggu[]
  readonly aksi: AksiBelumDilaporkan[]
  readonly tanya: TanyaMenunggu[]
  readonly diberikan: BarisDiberikan[]
  readonly serahan: SerahanKertas[]
  readonly catatan: CatatanMenunggu[]
}

/** Everything Tugas Saya of this person is made of, in one query for the whole office. */
export async function ambilBahanTugas(db: BasisData, pelaku: Pelaku): Promise<BahanTugas> {
  return milikOrang(pelaku, await ambilBahanSemua(db, pelaku))
}

/** What everybody's tasks are made of; `pelaku` is anyone of the office. */
export const ambilBahanSemua = (db: BasisData, pelaku: Pelaku): Promise<BahanTugas> =>
  db.ingat(pelaku, 'tugas', () => ambilBahanKantor(db, pelaku))

/** Leaves out the follow-ups of others; whose the rest is follows from posts (susunTugas). */
export const milikOrang = (pelaku: Pelaku, bahan: BahanTugas): BahanTugas => ({
  ...bahan,
  tindakLanjut: bahan.tindakLanjut.filter((t) => t.pegawaiId === pelaku.pegawaiId).slice(0, MAKS_TINDAK_LANJUT),
})

async function ambilBahanKantor(db: BasisData, pelaku: Pelaku): Promise<BahanTugas> {
  const [bahan] = await db.baca.$queryRaw<BahanTugas[]>`
    select coalesce((select json_agg(x) from (${langkahTerbuka(pelaku)}) x), '[]') as terbuka,
      coalesce((select json_agg(y) from (${tindakLanjutTerbuka(pelaku)}) y), '[]') as "tindakLanjut",
      coalesce((select json_agg(z) from (${sqlSopMenunggu(pelaku)}) z), '[]') as sop,
      coalesce((select json_agg(w) from (${sqlKoreksiMenunggu(pelaku)}) w), '[]') as koreksi,
      coalesce((select json_agg(v) from (${sqlPkMenunggu(pelaku)}) v), '[]') as pk,
      coalesce((select json_agg(u) from (${sqlAksiBelum(pelaku)}) u), '[]') as aksi,
      coalesce((select json_agg(t) from (${sqlTanyaMenunggu(pelaku)}) t), '[]') as tanya,
      coalesce((select json_agg(t) from (${sqlBarisDiberikan(pelaku)}) t), '[]') as diberikan,
      coalesce((select json_agg(r) from (${sqlSerahanKertas(pelaku)}) r), '[]') as serahan,
      coalesce((select json_agg(t) from (${sqlCatatanMenunggu(pelaku)}) t), '[]') as catatan`
  // one row always: the select has no table; none would be remembered as an office without work
  if (!bahan) throw galat.sibuk()
  // out of JSON an instant comes as text
  const terbuka = bahan.terbuka.map((l) => ({ ...l, diteruskanPada: l.diteruskanPada && new Date(l.diteruskanPada) }))
  return { ...bahan, terbuka }
}
