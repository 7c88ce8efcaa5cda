import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { JenisPeriode } from '../../inti/waktu/index.ts'
import type { Pembaca } from '../siklus/index.ts'

export type TindakLanjut = {
  readonly id: string
  /** null: it came up outside a siklus; then asalAlamat and asalNama say where */
  readonly siklusId: string | null
  readonly asalAlamat: string
  readonly asalNama: string
  readonly rujukan: string
  readonly sumber: string
  readonly uraian: string
  readonly penanggungJawab: string
  readonly pegawaiId: string | null
  /** YYYY-MM-DD */
  readonly tenggat: string | null
  readonly status: 'TERBUKA' | 'SELESAI' | 'BATAL'
  readonly hasil: string
  readonly ditutupPada: Date | null
  readonly ditutupOleh: string
  readonly versi: number
  readonly namaSop: string | null
  readonly jenisPeriode: JenisPeriode | null
  readonly tahun: number | null
  readonly nomorPeriode: number | null
}
type Saringan = {
  /** address of the page outside a siklus that they belong to */
  readonly asal?: string | null
  readonly siklusId?: string | null
  readonly id?: string | null
  readonly pegawaiId?: string | null
  readonly terbukaSaja?: boolean
}

/** Follow-ups of the office, open ones first, the earliest deadline first; at most 500. */
export const daftarTindakLanjut = (
  baca: Pembaca,
  pelaku: Pelaku,
  { siklusId = null, asal = null, id = null, pegawaiId = null, terbukaSaja = false }: Saringan = {},
): Promise<TindakLanjut[]> =>
  baca.$queryRaw<TindakLanjut[]>`
    select t.id, t.siklus_id as "siklusId", t.asal_alamat as "asalAlamat", t.asal_nama as "asalNama", t.rujukan, t.sumber, t.uraian, t.penanggung_jawab as "penanggungJawab", t.pegawai_id as "pegawaiId",
      t.tenggat::text as tenggat, t.status, t.hasil, t.ditutup_pada as "ditutupPada", t.ditutup_oleh as "ditutupOleh", t.versi,
      p.nama as "namaSop", s.jenis_periode as "jenisPeriode", s.tahun, s.nomor_periode as "nomorPeriode"
    from tindak_lanjut t left join siklus s on s.id = t.siklus_id left join sop p on p.id = s.sop_id
    where t.kecamatan_id = ${pelaku.kecamatanId}::uuid
      and (${siklusId}::uuid is null or t.siklus_id = ${siklusId}::uuid)
      and (${asal}::text is null or t.asal_alamat = ${asal})
      and (${id}::uuid is null or t.id = ${id}::uuid)
      and (${pegawaiId}::uuid is null or t.pegawai_id = ${pegawaiId}::uuid)
      and (not ${terbukaSaja} or t.status = 'TERBUKA')
    order by (t.status <> 'TERBUKA'), t.tenggat nulls last, t.id limit 500`

/** One follow-up; 404 when it is not of this office. */
export async function ambilTindakLanjut(baca: Pembaca, pelaku: Pelaku, id: string): Promise<TindakLanjut> {
  const [ada] = await daftarTindakLanjut(baca, pelaku, { id })
  if (!ada) throw galat.tidakDitemukan('Tindak lanjut')
  return ada
}
