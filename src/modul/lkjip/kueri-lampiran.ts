import { Prisma } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { kartuIndikator, versiPada } from '../perencanaan/index.ts'
import type { Pembaca } from './kueri-hasil.ts'

/** The Camat's PK valid at the end of the year, as its lampiran lists it, with cards of that year. Plain decimals. */
export type PkCamat = {
  readonly nomor: string
  readonly jenis: 'AWAL' | 'PERUBAHAN'
  /** YYYY-MM-DD */
  readonly berlakuSejak: string
  readonly pejabat: string
  readonly target: readonly {
    readonly sasaran: string
    readonly indikator: string
    readonly satuan: string
    readonly target: string | null
    readonly atas: string | null
    readonly teks: string | null
  }[]
  readonly anggaran: readonly { kode: string; nama: string; jumlah: string; keterangan: string }[]
}

/** One query; null where the Camat has no PK of that year. */
export async function cariPkCamat(baca: Pembaca, pelaku: Pelaku, tahun: number): Promise<PkCamat | null> {
  const [pk] = await baca.$queryRaw<PkCamat[]>`
    select pk.nomor, pk.jenis, pk.berlaku_sejak::text as "berlakuSejak", p.nama as pejabat,
      coalesce((select json_agg(json_build_object('sasaran', coalesce(s.uraian, ''), 'indikator', k.kartu->'nama', 'satuan', k.kartu->'satuan',
          'target', trim_scale(t.target)::text, 'atas', trim_scale(t.target_atas)::text, 'teks', t.target_teks)
          order by u.urut nulls last, s.urut nulls last, t.urut)
        from target_pk t join indikator i on i.id = t.indikator_id ${versiPada(Prisma.sql`pk.tahun`)}
          cross join lateral (select coalesce(lama.kartu, ${kartuIndikator}) as kartu) k
          left join sasaran s on s.id = (k.kartu->>'sasaranId')::uuid left join tujuan u on u.id = s.tujuan_id where t.pk_id = pk.id), '[]') as target,
      coalesce((select json_agg(json_build_object('kode', a.kode, 'nama', a.nama, 'jumlah', trim_scale(a.jumlah)::text,
          'keterangan', a.keterangan) order by a.urut, a.kode) from anggaran_pk a where a.pk_id = pk.id), '[]') as anggaran
    from perjanjian_kinerja pk join jabatan j on j.id = pk.jabatan_id join pegawai p on p.id = pk.pegawai_id
    where pk.kecamatan_id = ${pelaku.kecamatanId}::uuid and pk.tahun = ${tahun} and pk.status = 'BERLAKU' and j.peran = 'CAMAT'
      and pk.berlaku_sejak <= make_date(${tahun}, 12, 31)
    order by pk.berlaku_sejak desc, (pk.jenis = 'PERUBAHAN') desc limit 1`
  return pk ?? null
}
