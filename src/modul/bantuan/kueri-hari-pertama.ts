import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import type { BuktiLangkah } from './naskah/bentuk.ts'

/** What is known of a person's first day; `bukti` is null once the tour is hidden: then nothing of it is looked up. */
export type BahanHariPertama = {
  readonly disembunyikan: boolean
  readonly dicentang: readonly string[]
  readonly bukti: Readonly<Record<BuktiLangkah, boolean>> | null
}

/** What the person ticked, and what the data of the office says by itself. One query. */
export async function ambilHariPertama(db: BasisData, pelaku: Pelaku): Promise<BahanHariPertama> {
  const { kecamatanId: k, pegawaiId, akunId } = pelaku
  const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const [baris] = await db.baca.$queryRaw<BahanHariPertama[]>`
    select h.disembunyikan_pada is not null as disembunyikan, coalesce(h.dicentang, '{}') as dicentang,
      case when h.disembunyikan_pada is null then json_build_object(
        'SANDI', not a.wajib_ganti,
        'KONTAK', coalesce(p.telepon, '') <> '' or coalesce(p.surel, '') <> '',
        'MENGISI', exists (select 1 from baris_formulir b where b.kecamatan_id = ${k}::uuid and b.diubah_oleh_id = ${pegawaiId}::uuid),
        'BERTINDAK', exists (select 1 from peristiwa_siklus e where e.kecamatan_id = ${k}::uuid and e.pegawai_id = ${pegawaiId}::uuid),
        'ADA_SIKLUS', exists (select 1 from siklus s where s.kecamatan_id = ${k}::uuid),
        'PK_BERLAKU', exists (select 1 from perjanjian_kinerja j where j.kecamatan_id = ${k}::uuid and j.status = 'BERLAKU'),
        'TIM_SAKIP', exists (select 1 from tim_sakip t where t.kecamatan_id = ${k}::uuid
          and t.mulai <= ${hari}::date and (t.selesai is null or t.selesai >= ${hari}::date)),
        'AKUN_LAIN', exists (select 1 from akun l where l.kecamatan_id = ${k}::uuid and l.id <> a.id and l.aktif),
        'LIBUR', exists (select 1 from hari_libur d where d.kecamatan_id = ${k}::uuid)) end as bukti
    from akun a join pegawai p on p.id = a.pegawai_id
      left join hari_pertama h on h.akun_id = a.id and h.kecamatan_id = a.kecamatan_id
    where a.id = ${akunId}::uuid and a.kecamatan_id = ${k}::uuid`
  return baris ?? { disembunyikan: true, dicentang: [], bukti: null }
}
