import { Prisma } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { kartuIndikator, versiPada } from '../indikator/kartu.ts'
import { sasaranProgram } from '../renstra/sasaran-program.ts'
import { type Kaitan, type LetakKaitan, type LetakSub, subPendukung, type UangSub } from './hitung-kaitan.ts'
import type { Pembaca } from './kueri.ts'
import { type BarisRealisasi, daftarRealisasi } from './kueri-realisasi.ts'
import { sampaiBulan } from './realisasi.ts'

export type IndikatorKaitan = LetakKaitan & {
  readonly id: string
  readonly kode: string
  readonly nama: string
  readonly jenis: 'IKU' | 'IKK'
  readonly satuan: string
}

/** Active indicators, each at the place that its card of the year measures, with the sub kegiatan linked to it. One query. */
const daftarKaitan = (baca: Pembaca, pelaku: Pelaku, tahun: number): Promise<IndikatorKaitan[]> =>
  baca.$queryRaw<IndikatorKaitan[]>`
    select i.id, i.kode, i.nama, i.jenis, i.satuan, k.kartu->>'tujuanId' as "tujuanId", k.kartu->>'sasaranId' as "sasaranId",
      k.kartu->>'programId' as "programId", k.kartu->>'kegiatanId' as "kegiatanId", k.kartu->>'subKegiatanId' as "subKegiatanId",
      coalesce((select json_agg(x.sub_kegiatan_id) from kaitan_anggaran x where x.indikator_id = i.id and x.kecamatan_id = i.kecamatan_id), '[]') as kaitan
    from indikator i ${versiPada(Prisma.sql`${tahun}::int`)} cross join lateral (select coalesce(lama.kartu, ${kartuIndikator}) as kartu) k
    where i.kecamatan_id = ${pelaku.kecamatanId}::uuid and i.aktif order by i.jenis, i.urut, i.kode`

/** Where every sub kegiatan of the office stands in a year. One query. */
const daftarLetakSub = (baca: Pembaca, pelaku: Pelaku, tahun: number): Promise<LetakSub[]> =>
  baca.$queryRaw<LetakSub[]>`
    select x.*, s.tujuan_id as "tujuanId" from (select b.id, b.kegiatan_id as "kegiatanId", p.id as "programId",
      ${sasaranProgram(Prisma.sql`p`, tahun)} as "sasaranId" from sub_kegiatan b join kegiatan k on k.id = b.kegiatan_id
      join program p on p.id = k.program_id where b.kecamatan_id = ${pelaku.kecamatanId}::uuid) x left join sasaran s on s.id = x."sasaranId"`

export type UangKaitan = {
  readonly indikator: readonly IndikatorKaitan[]
  readonly baris: readonly BarisRealisasi[]
  readonly sub: readonly UangSub[]
  readonly kaitan: readonly Kaitan[]
}

/**
 * Budget and spending per sub kegiatan in a year (to the end of a month), and which of them work for which indicator. For
 * the efficiency of an indicator add up with `jumlahUang`, never by adding indicators. Three queries.
 */
export async function ambilUangKaitan(
  baca: Pembaca,
  pelaku: Pelaku,
  { tahun, bulan = 12 }: { tahun: number; bulan?: number },
): Promise<UangKaitan> {
  const baris = await daftarRealisasi(baca, { kecamatanId: pelaku.kecamatanId, tahun })
  const indikator = await daftarKaitan(baca, pelaku, tahun)
  const adaUang = new Set(baris.map((b) => b.id))
  const letak = (await daftarLetakSub(baca, pelaku, tahun)).filter((s) => adaUang.has(s.id))
  return {
    indikator,
    baris,
    sub: baris.map((b) => ({ id: b.id, pagu: b.pagu, realisasi: sampaiBulan(b, bulan)?.toFixed(2) ?? null })),
    kaitan: indikator.map((i) => ({ indikatorId: i.id, sub: subPendukung(i, letak).map((s) => s.id) })),
  }
}
