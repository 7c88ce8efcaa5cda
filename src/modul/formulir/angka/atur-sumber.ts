import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import { type Pelaku, type Peran, punyaPeran } from '../../../inti/pelaku.ts'
import type { Pembaca } from '../../siklus/index.ts'
import type { KartuBaris } from '../kartu.ts'
import { namaSumber } from './sumber.ts'

/** Those who write indicator cards also say where their figures come from. */
export const PENGATUR_SUMBER = ['TIM_SAKIP', 'SEKCAM'] as const satisfies readonly Peran[]

export type IndikatorBersumber = {
  readonly id: string
  readonly kode: string
  readonly nama: string
  readonly satuan: string
  readonly unit: string
  readonly metode: KartuBaris['metode']
  readonly jumlahVariabel: number
  /** "SKM:IKM", or '' where people type it */
  readonly sumber: string
}

/** Indicators whose card a source can fill: one or two variables; in the order of the office. */
export const daftarIndikatorBersumber = (baca: Pembaca, pelaku: Pelaku): Promise<IndikatorBersumber[]> =>
  baca.$queryRaw<IndikatorBersumber[]>`
    select i.id, i.kode, i.nama, i.satuan, u.nama as unit, i.metode, jsonb_array_length(i.variabel)::int as "jumlahVariabel",
      coalesce(a.sumber || ':' || a.ukuran, '') as sumber
    from indikator i join unit_kerja u on u.id = i.unit_id
      left join sumber_angka a on a.indikator_id = i.id and a.kecamatan_id = i.kecamatan_id
    where i.kecamatan_id = ${pelaku.kecamatanId}::uuid and i.aktif and i.metode <> 'KATEGORI'
      and jsonb_array_length(i.variabel) between 1 and 2
    order by (a.indikator_id is null), i.jenis, i.urut, i.kode`

/** What a form sent for one indicator: the source chosen, and the one its page showed. */
export type PilihanSumber = { readonly id: string; readonly sumber: string; readonly asal: string }

/** Says for indicators which source proposes their figure; '' takes the source away. Returns how many changed. Throws 403, 404, 409, 422. */
export function aturSumber(db: BasisData, pelaku: Pelaku, pilihan: readonly PilihanSumber[]): Promise<number> {
  if (!punyaPeran(pelaku, PENGATUR_SUMBER)) throw galat.tidakBerwenang()
  const berubah = pilihan.filter((p) => p.sumber !== p.asal)
  return transaksi(db, pelaku, async (tx) => {
    const daftar = new Map((await daftarIndikatorBersumber(tx, pelaku)).map((i) => [i.id, i]))
    for (const satu of berubah) {
      const indikator = daftar.get(satu.id)
      if (!indikator) throw galat.tidakDitemukan('Indikator')
      if (indikator.sumber !== satu.asal) throw galat.sudahBerubah(`Sumber angka ${indikator.kode}`)
      await tulisSumber(tx, pelaku, { indikator, baru: satu.sumber })
    }
    return berubah.length
  })
}

async function tulisSumber(
  tx: Tx,
  pelaku: Pelaku,
  { indikator, baru }: { indikator: IndikatorBersumber; baru: string },
): Promise<void> {
  const { kecamatanId } = pelaku
  const [sumber = '', ukuran = ''] = baru.split(':')
  const nama = baru === '' ? '' : namaSumber(sumber, ukuran)
  if (nama === null) throw galat.tidakSesuai('Sumber angka itu tidak ada. Pilih dari daftar.')
  await tx.sumberAngka.deleteMany({ where: { indikatorId: indikator.id, kecamatanId } })
  if (nama) await tx.sumberAngka.createMany({ data: [{ indikatorId: indikator.id, kecamatanId, sumber, ukuran }] })
  await catatJejak(tx, pelaku, {
    peristiwa: nama ? 'formulir.sumber-ditetapkan' : 'formulir.sumber-dilepas',
    objekJenis: 'indikator',
    objekId: indikator.id,
    rincian: { nama: indikator.kode, sumber: nama, lama: indikator.sumber },
    sebagai: PENGATUR_SUMBER,
  })
}
