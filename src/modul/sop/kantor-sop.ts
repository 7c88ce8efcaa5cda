import type { Pelaku, Peran } from '../../inti/pelaku.ts'
import type { PelaksanaSop } from './definisi.ts'
import type { Pembaca } from './kueri.ts'

export type JabatanKantor = {
  readonly kode: string
  readonly nama: string
  readonly peran: Peran
  readonly unitKode: string | null
  /** names of today's holders */
  readonly pemangku: readonly string[]
}
/** Active posts, units and Tim SAKIP of the office: what stands to choose behind a column, and who is there today. */
export type KantorSop = {
  readonly jabatan: readonly JabatanKantor[]
  readonly unit: readonly { readonly kode: string; readonly nama: string }[]
  readonly timSakip: readonly string[]
}

/** One query. */
export async function ambilKantorSop(baca: Pembaca, pelaku: Pelaku, hari: string): Promise<KantorSop> {
  const [kantor] = await baca.$queryRaw<KantorSop[]>`
    select
      (select coalesce(json_agg(json_build_object('kode', j.kode, 'nama', j.nama, 'peran', j.peran, 'unitKode', u.kode, 'pemangku', (
          select coalesce(json_agg(g.nama order by g.nama), '[]') from penugasan n join pegawai g on g.id = n.pegawai_id and g.aktif
          where n.jabatan_id = j.id and n.mulai <= ${hari}::date and (n.selesai is null or n.selesai >= ${hari}::date)))
          order by u.urut nulls first, j.urut, j.nama), '[]')
        from jabatan j left join unit_kerja u on u.id = j.unit_id where j.kecamatan_id = ${pelaku.kecamatanId}::uuid and j.aktif) as jabatan,
      (select coalesce(json_agg(json_build_object('kode', u.kode, 'nama', u.nama) order by u.urut, u.nama), '[]')
        from unit_kerja u where u.kecamatan_id = ${pelaku.kecamatanId}::uuid and u.aktif) as unit,
      (select coalesce(json_agg(distinct g.nama), '[]') from anggota_tim_sakip a join pegawai g on g.id = a.pegawai_id and g.aktif
        where a.kecamatan_id = ${pelaku.kecamatanId}::uuid and a.mulai <= ${hari}::date and (a.selesai is null or a.selesai >= ${hari}::date)) as "timSakip"`
  return kantor ?? { jabatan: [], unit: [], timSakip: [] }
}

/** Posts that stand behind a column: those it names, those of its roles within its units, or all of its units. Pure. */
export function jabatanKolom<J extends Pick<JabatanKantor, 'kode' | 'peran' | 'unitKode'>>(
  kolom: PelaksanaSop,
  { jabatan }: { readonly jabatan: readonly J[] },
): J[] {
  const hanyaUnit = kolom.peran.length === 0 && kolom.jabatan.length === 0
  return jabatan.filter((j) => {
    const diUnit = j.unitKode !== null && kolom.unit.includes(j.unitKode)
    if (hanyaUnit) return diUnit
    return kolom.jabatan.includes(j.kode) || (kolom.peran.includes(j.peran) && (kolom.unit.length === 0 || diUnit))
  })
}

/** Names of those who stand behind a column today. Pure. */
export function pemegangKolom(kolom: PelaksanaSop, kantor: KantorSop): string[] {
  const tim = kolom.unit.length === 0 && kolom.peran.includes('TIM_SAKIP') ? kantor.timSakip : []
  return [...new Set([...jabatanKolom(kolom, kantor).flatMap((j) => j.pemangku), ...tim])]
}
