import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { perubahanIsian } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { pastikanHakAksi, type TindakanAksi } from './alur.ts'
import { catatAksi } from './catat-aksi.ts'
import type { IsianAksi } from './isian.ts'
import { type Aksi, ambilRencana, hariIni, keadaanTriwulan, pelaksanaDari, type Rencana } from './kueri.ts'

type Minta = { readonly pkId: string; readonly isian: IsianAksi }

/** Adds an action to the plan. Field errors, or null when done. Throws Galat 403, 404, 409. */
export const tambahAksi = (db: BasisData, pelaku: Pelaku, { pkId, isian }: Minta): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    const rencana = await ambilRencana(tx, pelaku, { id: pkId, kunci: true })
    pastikanSusun(pelaku, rencana)
    const salah = await periksaAksi(tx, pelaku, { rencana, isian, lama: null })
    if (salah) return salah
    await sisipAksi(tx, pelaku, { rencana, isian })
    await catatAksi(tx, pelaku, rencana, { tindakan: 'SUSUN', rincian: { aksi: isian.aksi, baru: isian } })
    return null
  })

/** Changes an action; targets of reported quarters stay. Field errors, or null when done. Throws Galat 403, 404, 409. */
export const ubahAksi = (
  db: BasisData,
  pelaku: Pelaku,
  { pkId, id, isian }: Minta & { readonly id: string },
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    const rencana = await ambilRencana(tx, pelaku, { id: pkId, kunci: true })
    pastikanSusun(pelaku, rencana)
    const lama = cariAksi(rencana, id)
    const salah = await periksaAksi(tx, pelaku, { rencana, isian, lama })
    if (salah) return salah
    const { versi, ...isi } = isian
    const { count } = await tx.rencanaAksi.updateMany({
      where: { id, kecamatanId: pelaku.kecamatanId, versi },
      data: { ...isi, versi: { increment: 1 } },
    })
    if (count === 0) throw galat.sudahBerubah('Aksi ini')
    const beda = perubahanIsian(isiAksi(lama), isi)
    await catatAksi(tx, pelaku, rencana, { tindakan: 'SUSUN', rincian: { aksi: isian.aksi, ...beda } })
    return null
  })

/** Takes an action out of the plan as long as nothing was done of it and no quarter of it was reported. Throws Galat 403, 404, 409. */
export const hapusAksi = (
  db: BasisData,
  pelaku: Pelaku,
  { pkId, id, versi }: { pkId: string; id: string; versi: number },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const rencana = await ambilRencana(tx, pelaku, { id: pkId, kunci: true })
    pastikanSusun(pelaku, rencana)
    const lama = cariAksi(rencana, id)
    if (lama.versi !== versi) throw galat.sudahBerubah('Aksi ini')
    await buangAksi(tx, pelaku, { rencana, lama })
  })

/** Throws 409 when the action has been worked on. */
export async function buangAksi(
  tx: Tx,
  pelaku: Pelaku,
  { rencana, lama }: { rencana: Rencana; lama: Aksi },
): Promise<void> {
  if (lama.realisasi.length > 0 || triwulanTerkunci(rencana).some((tw) => (lama.tw[tw - 1] ?? null) !== null))
    throw galat.bentrok(
      'Aksi ini sudah ada realisasi atau laporannya, jadi tidak dikeluarkan. Kosongkan target triwulan yang belum dilaporkan.',
    )
  await tx.rencanaAksi.deleteMany({ where: { id: lama.id, kecamatanId: pelaku.kecamatanId } })
  await catatAksi(tx, pelaku, rencana, { tindakan: 'SUSUN', rincian: { aksi: lama.aksi, dikeluarkan: true } })
}

export function cariAksi(rencana: Rencana, id: string): Aksi {
  const aksi = rencana.aksi.find((a) => a.id === id)
  if (!aksi) throw galat.tidakDitemukan('Aksi')
  return aksi
}

/** A plan is written in quarters that were not reported yet; the last quarter decides whether any is left. */
export function pastikanSusun(pelaku: Pelaku, rencana: Rencana, tindakan: TindakanAksi = 'SUSUN'): void {
  const sisa = [1, 2, 3, 4].find((tw) => keadaanTriwulan(rencana, tw, hariIni(pelaku)) !== 'DILAPORKAN') ?? 4
  const keadaan = keadaanTriwulan(rencana, sisa, hariIni(pelaku))
  pastikanHakAksi(
    pelaku,
    { pk: rencana.pk, pelaksana: pelaksanaDari(rencana.aksi), pelaporId: null },
    { tindakan, keadaan },
  )
}

export const triwulanTerkunci = ({ laporan }: Pick<Rencana, 'laporan'>): number[] =>
  laporan.filter((l) => l.status === 'DILAPORKAN').map((l) => l.triwulan)

const isiAksi = ({ indikatorId, aksi, satuan, tw, penanggungJawabId, anggaran }: Aksi) => {
  const [tw1 = null, tw2 = null, tw3 = null, tw4 = null] = tw
  return { indikatorId, aksi, satuan, tw1, tw2, tw3, tw4, penanggungJawabId, anggaran }
}

type Bahan = { rencana: Rencana; isian: Omit<IsianAksi, 'versi'>; lama: Aksi | null }
/** What only the plan knows: is the indicator in the agreement, is the post there, which quarters are locked. */
export async function periksaAksi(tx: Tx, pelaku: Pelaku, { rencana, isian, lama }: Bahan): Promise<Kesalahan | null> {
  const { indikatorId, penanggungJawabId } = isian
  if (lama?.indikatorId !== indikatorId && !rencana.pk.target.some((t) => t.indikatorId === indikatorId))
    return { indikatorId: 'Indikator ini tidak ada dalam perjanjian ini. Pilih dari daftar.' }
  const jabatan = penanggungJawabId
    ? await tx.jabatan.count({ where: { id: penanggungJawabId, kecamatanId: pelaku.kecamatanId } })
    : 1
  if (jabatan === 0) return { penanggungJawabId: 'Jabatan ini tidak ada. Pilih dari daftar.' }
  const dulu = lama ? isiAksi(lama) : { tw1: null, tw2: null, tw3: null, tw4: null }
  const terkunci = triwulanTerkunci(rencana).find((tw) => {
    const bidang = `tw${tw}` as 'tw1'
    return isian[bidang] !== dulu[bidang]
  })
  return terkunci ? { [`tw${terkunci}`]: 'Triwulan ini sudah dilaporkan, jadi targetnya tidak diubah lagi.' } : null
}

export async function sisipAksi(
  tx: Tx,
  pelaku: Pelaku,
  {
    rencana: { pk, aksi },
    isian: { versi: _, ...isi },
  }: { rencana: Rencana; isian: Omit<IsianAksi, 'versi'> & { versi?: number } },
  urut = Math.max(0, ...aksi.filter((a) => a.indikatorId === isi.indikatorId).map((a) => a.urut)) + 1,
): Promise<void> {
  const { jabatanId, tahun } = pk
  await tx.rencanaAksi.create({ data: { kecamatanId: pelaku.kecamatanId, jabatanId, tahun, urut, ...isi } })
}
