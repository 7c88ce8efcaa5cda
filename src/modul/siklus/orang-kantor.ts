import { Prisma } from '../../inti/basis-data/index.ts'
import { type Pelaku, type PenugasanPelaku, SEBUTAN_JENIS } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import type { Pembaca } from './jenis-langkah.ts'

/** A person of the office with the posts of today, as sign-in reads them. */
export type OrangKantor = {
  readonly pegawaiId: string
  readonly nama: string
  readonly penugasan: readonly PenugasanPelaku[]
  readonly anggotaTimSakip: boolean
  /** in the words of the decree: "Koordinator"; null outside the team */
  readonly kedudukanTim: string | null
}

/** All people of the office with the posts they hold today and membership of Tim SAKIP, as one JSON value of a query. */
export function sqlOrangKantor({ kecamatanId, zonaWaktu }: Pick<Pelaku, 'kecamatanId' | 'zonaWaktu'>) {
  const hari = tanggalLokal(jam.sekarang(), zonaWaktu)
  return Prisma.sql`
  (select coalesce(json_agg(json_build_object('pegawaiId', o.id, 'nama', o.nama, 'penugasan', o.penugasan, 'anggotaTimSakip', o.kedudukan is not null,
        'kedudukanTim', o.kedudukan)
      order by o.nama, o.id), '[]')
    from (select p.id, p.nama,
        coalesce(json_agg(json_build_object('id', n.id, 'jenis', n.jenis, 'jabatanId', j.id, 'jabatanKode', j.kode, 'jabatanNama', j.nama,
            'peran', j.peran, 'unitId', u.id, 'unitNama', u.nama, 'unitKode', u.kode, 'kepalaUnit', j.kepala_unit)
          order by j.urut, n.mulai) filter (where j.id is not null), '[]') as penugasan,
        (select g.kedudukan from anggota_tim_sakip g join tim_sakip t on t.id = g.tim_id
          where g.pegawai_id = p.id and g.kecamatan_id = p.kecamatan_id
            and g.mulai <= ${hari}::date and (g.selesai is null or g.selesai >= ${hari}::date)
            and t.mulai <= ${hari}::date and (t.selesai is null or t.selesai >= ${hari}::date)
          order by t.mulai desc, g.mulai desc limit 1) as kedudukan
      from pegawai p
        left join penugasan n on n.pegawai_id = p.id and n.kecamatan_id = p.kecamatan_id
          and n.mulai <= ${hari}::date and (n.selesai is null or n.selesai >= ${hari}::date)
        left join jabatan j on j.id = n.jabatan_id and j.aktif
        left join unit_kerja u on u.id = j.unit_id
      where p.kecamatan_id = ${kecamatanId}::uuid and p.aktif group by p.id) o)`
}

/** "Plh. Sekretaris Kecamatan": the post among the wanted ones, else the first, else Tim SAKIP. */
export function sebutanOrang(
  { penugasan, anggotaTimSakip }: Pick<OrangKantor, 'penugasan' | 'anggotaTimSakip'>,
  cocok: (p: PenugasanPelaku) => boolean,
): string {
  const sebagai = penugasan.find(cocok) ?? penugasan.find((p) => p.peran === 'CAMAT') ?? penugasan[0]
  if (sebagai) return SEBUTAN_JENIS[sebagai.jenis] + sebagai.jabatanNama
  return anggotaTimSakip ? 'Tim SAKIP' : 'Tanpa jabatan'
}

/** All people of the office as they are today, in one query. */
export async function ambilOrangKantor(baca: Pembaca, pelaku: Pelaku): Promise<OrangKantor[]> {
  const [baris] = await baca.$queryRaw<{ orang: OrangKantor[] }[]>`select ${sqlOrangKantor(pelaku)} as orang`
  return baris?.orang ?? []
}
