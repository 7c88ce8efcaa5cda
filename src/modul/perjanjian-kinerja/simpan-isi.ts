import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { perubahanIsian } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { IsianLampiran, IsianPilihan, IsianTarget } from './isian.ts'
import type { Pk, TargetDalamPk } from './kueri.ts'
import { ambilPilihanAnggaran, kunciAnggaran } from './kueri-draf.ts'
import { tulisAnggaran } from './tulis-draf.ts'
import { catatTindakan, kunciPk } from './ubah-keadaan.ts'

type Minta<T> = { readonly id: string; readonly isian: T }
const UBAH = 'UBAH' as const

/** Which indicators a draft promises; targets of those that stay are kept. Throws Galat 403, 404, 409. */
export const pilihIndikator = (db: BasisData, pelaku: Pelaku, { id, isian }: Minta<IsianPilihan>): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const { kecamatanId } = pelaku
    const pk = await kunciPk(tx, pelaku, { id, versi: isian.versi, tindakan: UBAH })
    const sah = await tx.indikator.findMany({
      where: {
        kecamatanId,
        id: { in: [...isian.indikator] },
        OR: [{ aktif: true }, { id: { in: pk.target.map((t) => t.indikatorId) } }],
      },
      orderBy: [{ jenis: 'asc' }, { urut: 'asc' }, { kode: 'asc' }],
    })
    const dipilih = new Set(sah.map((i) => i.id))
    const ada = new Set(pk.target.map((t) => t.indikatorId))
    await tx.targetPk.deleteMany({ where: { kecamatanId, pkId: id, indikatorId: { notIn: [...dipilih] } } })
    const baru = sah.filter((i) => !ada.has(i.id))
    await tx.targetPk.createMany({
      data: baru.map((i, ke) => ({ kecamatanId, pkId: id, indikatorId: i.id, urut: ada.size + ke + 1 })),
    })
    const keluar = pk.target.filter((t) => !dipilih.has(t.indikatorId)).map((t) => t.kode)
    const rincian = { bagian: 'indikator', ditambah: baru.map((i) => i.kode), dikeluarkan: keluar }
    await catatTindakan(tx, pelaku, pk, { tindakan: UBAH, rincian })
  })

type Targets = { readonly target: readonly IsianTarget[]; readonly versi: number }
/** Targets of a draft as they were typed; rows that the form does not name stay. Throws Galat 403, 404, 409. */
export const simpanTarget = (db: BasisData, pelaku: Pelaku, { id, isian }: Minta<Targets>): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const pk = await kunciPk(tx, pelaku, { id, versi: isian.versi, tindakan: UBAH })
    const beda = []
    for (const satu of isian.target) {
      const lama = pk.target.find((t) => t.id === satu.id)
      if (!lama) continue
      const perubahan = perubahanIsian(isiTarget(lama), isiTarget({ ...satu, cara: satu.cara || lama.cara }))
      if (Object.keys(perubahan.baru).length === 0) continue
      await tulisTarget(tx, pelaku, { pk, id: satu.id, isi: { ...satu, cara: satu.cara || lama.cara } })
      beda.push({ indikator: lama.kode, ...perubahan })
    }
    if (beda.length > 0) await catatTindakan(tx, pelaku, pk, { tindakan: UBAH, rincian: { bagian: 'target', beda } })
  })

type IsiTarget = Pick<TargetDalamPk, 'target' | 'atas' | 'teks' | 'cara' | 'tw'>
const isiTarget = ({ target, atas, teks, cara, tw }: IsiTarget) => ({ target, atas, teks, cara, tw: [...tw] })

/** One row of targets of a draft that is locked already. */
export async function tulisTarget(
  tx: Tx,
  pelaku: Pelaku,
  { pk, id, isi }: { pk: Pick<Pk, 'id'>; id: string; isi: IsiTarget },
): Promise<void> {
  const [tw1 = null, tw2 = null, tw3 = null, tw4 = null] = isi.tw
  await tx.targetPk.updateMany({
    where: { id, pkId: pk.id, kecamatanId: pelaku.kecamatanId },
    data: { target: isi.target, targetAtas: isi.atas, targetTeks: isi.teks, caraTarget: isi.cara, tw1, tw2, tw3, tw4 },
  })
}

/** From when it shall hold, why it was changed, and the lampiran with the budget valid on that day. Field errors or null. */
export const simpanLampiran = (
  db: BasisData,
  pelaku: Pelaku,
  { id, isian }: Minta<IsianLampiran>,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    const pk = await kunciPk(tx, pelaku, { id, versi: isian.versi, tindakan: UBAH })
    const { berlakuSejak, alasan } = isian
    if (!berlakuSejak.startsWith(`${pk.tahun}-`)) return { berlakuSejak: `Tulis tanggal dalam tahun ${pk.tahun}.` }
    if (pk.jenis === 'PERUBAHAN' && alasan.length < 10) return { alasan: 'Tuliskan alasannya, minimal 10 huruf.' }
    const pilihan = await ambilPilihanAnggaran(tx, pelaku, { ...pk, berlakuSejak })
    const dipilih = pilihan.filter((p) => isian.kode.includes(kunciAnggaran(p)))
    const baris = dipilih.map(({ sendiri: _, ...p }) => ({ ...p, keterangan: isian.sumber }))
    await tulisAnggaran(tx, pelaku, { pkId: id, baris })
    await catatTindakan(tx, pelaku, pk, {
      tindakan: UBAH,
      data: { berlakuSejak: new Date(berlakuSejak), ...(pk.jenis === 'PERUBAHAN' ? { alasan } : {}) },
      rincian: { bagian: 'anggaran', baris: baris.map((b) => ({ kode: b.kode, jumlah: b.jumlah })), berlakuSejak },
    })
    return null
  })
