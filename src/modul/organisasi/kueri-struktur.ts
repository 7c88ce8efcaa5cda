import type { Pelaku, Peran } from '../../inti/pelaku.ts'
import { berlakuPada, type JenisPenugasan, type Pembaca } from './kueri.ts'

export type Pemangku = {
  readonly pegawaiId: string
  readonly nama: string
  readonly nip: string | null
  readonly jenis: JenisPenugasan
  readonly mulai: string
  readonly selesai: string | null
  readonly nomorSk: string
}
/** A post with its unit and today's holders; a unit without posts has `id` null. */
export type BarisStruktur = {
  readonly id: string | null
  readonly nama: string
  readonly peran: Peran
  readonly kepalaUnit: boolean
  readonly aktif: boolean
  readonly unitId: string | null
  readonly unitNama: string | null
  readonly pemangku: readonly Pemangku[]
}

/** Units, their posts, and who holds them on a date. One query. */
export const ambilStruktur = (baca: Pembaca, pelaku: Pelaku, tanggal: string): Promise<BarisStruktur[]> =>
  baca.$queryRaw<BarisStruktur[]>`
    select j.id, j.nama, j.peran, j.kepala_unit as "kepalaUnit", j.aktif, u.id as "unitId", u.nama as "unitNama",
      coalesce((
        select json_agg(json_build_object('pegawaiId', p.id, 'nama', p.nama, 'nip', p.nip, 'jenis', n.jenis, 'mulai', n.mulai,
          'selesai', n.selesai, 'nomorSk', n.nomor_sk) order by (n.jenis <> 'DEFINITIF'), n.mulai, p.nama)
        from penugasan n join pegawai p on p.id = n.pegawai_id
        where n.jabatan_id = j.id and n.kecamatan_id = j.kecamatan_id and ${berlakuPada(tanggal)}), '[]') as pemangku
    from (select * from unit_kerja where kecamatan_id = ${pelaku.kecamatanId}::uuid and aktif) u
      full join (select * from jabatan where kecamatan_id = ${pelaku.kecamatanId}::uuid and aktif) j on j.unit_id = u.id
    order by u.urut nulls last, u.nama, j.urut, j.nama`

export type PilihanJabatan = {
  readonly id: string
  readonly nama: string
  readonly unitNama: string | null
  readonly pemangku: string | null
}

/** Active posts for a list to choose from, each with who holds it on a date. */
export const ambilPilihanJabatan = (baca: Pembaca, pelaku: Pelaku, tanggal: string): Promise<PilihanJabatan[]> =>
  baca.$queryRaw<PilihanJabatan[]>`
    select j.id, j.nama, u.nama as "unitNama",
      (select string_agg(p.nama, ', ' order by p.nama) from penugasan n join pegawai p on p.id = n.pegawai_id
       where n.jabatan_id = j.id and ${berlakuPada(tanggal)}) as pemangku
    from jabatan j left join unit_kerja u on u.id = j.unit_id
    where j.kecamatan_id = ${pelaku.kecamatanId}::uuid and j.aktif
    order by u.urut nulls last, j.urut, j.nama`
