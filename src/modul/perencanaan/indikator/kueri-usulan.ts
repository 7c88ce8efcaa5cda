import { type BasisData, Prisma, type Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { StatusUsulan } from './alur.ts'
import type { IsianKartu } from './isi-kartu.ts'
import { type KartuLengkap, kartuLengkap } from './kartu.ts'

type Pembaca = Tx | BasisData['baca']
/** What a proposal holds: the content of the card, and from which year it should hold. */
export type IsiUsulan = { readonly isi: IsianKartu; readonly berlakuTahun: number }
export type BarisUsulan = {
  readonly id: string
  readonly indikatorId: string | null
  readonly kode: string
  readonly nama: string
  readonly unit: string
  readonly pengusul: string
  readonly jabatanPengusul: string
  readonly diajukanPada: Date
  readonly status: StatusUsulan
}
export type Usulan = Omit<BarisUsulan, 'kode' | 'nama'> & {
  readonly isian: IsiUsulan
  readonly alasan: string
  readonly perubahanAsal: number | null
  readonly pengusulId: string
  readonly diputusPada: Date | null
  readonly pemutus: string
  readonly jabatanPemutus: string
  readonly alasanPutusan: string
  readonly versi: number
  /** the present card of a proposed change, and its counter */
  readonly kartu: KartuLengkap | null
  readonly perubahan: number | null
}

const KOLOM = Prisma.sql`x.id, x.indikator_id as "indikatorId", u.nama as unit, x.pengusul, x.jabatan_pengusul as "jabatanPengusul",
  x.diajukan_pada as "diajukanPada", x.status`

/** Proposals of the office: those that wait first, then the newest; at most 200. */
export const daftarUsulan = (baca: Pembaca, pelaku: Pelaku): Promise<BarisUsulan[]> =>
  baca.$queryRaw<BarisUsulan[]>`
    select ${KOLOM}, x.isian->'isi'->>'kode' as kode, x.isian->'isi'->>'nama' as nama
    from usulan_indikator x join unit_kerja u on u.id = x.unit_id
    where x.kecamatan_id = ${pelaku.kecamatanId}::uuid
    order by (x.status = 'DIAJUKAN') desc, x.diajukan_pada desc limit 200`

/** One proposal with the card it would change; with `kunci` its row stays locked. 404 when it is not of this office. */
export async function ambilUsulan(
  baca: Pembaca,
  pelaku: Pelaku,
  { id, kunci = false }: { id: string; kunci?: boolean },
): Promise<Usulan> {
  const [baris] = await baca.$queryRaw<Usulan[]>`
    select ${KOLOM}, x.isian, x.alasan, x.perubahan_asal as "perubahanAsal", x.pengusul_id as "pengusulId", x.diputus_pada as "diputusPada",
      x.pemutus, x.jabatan_pemutus as "jabatanPemutus", x.alasan_putusan as "alasanPutusan", x.versi,
      (select ${kartuLengkap} from indikator i where i.id = x.indikator_id and i.kecamatan_id = x.kecamatan_id) as kartu,
      (select i.perubahan from indikator i where i.id = x.indikator_id and i.kecamatan_id = x.kecamatan_id) as perubahan
    from usulan_indikator x join unit_kerja u on u.id = x.unit_id
    where x.id = ${id}::uuid and x.kecamatan_id = ${pelaku.kecamatanId}::uuid ${kunci ? Prisma.sql`for update of x` : Prisma.empty}`
  if (!baris) throw galat.tidakDitemukan('Usulan')
  return baris
}
