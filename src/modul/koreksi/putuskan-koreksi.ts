import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { jsonKanonik } from '../../inti/json-kanonik.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { ambilSiklus } from '../siklus/index.ts'
import { PEMUTUS_KOREKSI, PENGUSUL_KOREKSI, pastikanKoreksi, type StatusKoreksi } from './alur.ts'
import { ambilSemuaAngka } from './angka-siklus.ts'
import type { IsianTolak } from './isian.ts'
import { ambilKoreksi, type Koreksi } from './kueri.ts'
import { kunciTerpakai, terapkanKoreksi } from './terapkan-koreksi.ts'

type Versi = { readonly versi: number }

/**
 * Approves a koreksi, never one's own: the history of the indicator gets the new figure, and every approved recap that uses
 * it a new version beside the old ones, which stay, also of a sealed siklus. Throws Galat 403, 404, 409.
 */
export const setujuiKoreksi = (db: BasisData, pelaku: Pelaku, id: string, { versi }: Versi): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    // the siklus first, as everywhere: nothing of them changes while the koreksi is decided
    const usulan = await mulai(tx, pelaku, { id, versi, kunci: false })
    pastikanKoreksi(pelaku, usulan, 'SETUJUI')
    const terpakai = await kunciTerpakai(tx, pelaku, usulan)
    const koreksi = await mulai(tx, pelaku, { id, versi })
    const ke = pastikanKoreksi(pelaku, koreksi, 'SETUJUI')
    await pastikanMasihSama(tx, pelaku, koreksi)
    await putuskan(tx, pelaku, koreksi, { ke, alasan: '' })
    await terapkanKoreksi(tx, pelaku, { k: koreksi, terpakai })
    await catat(tx, pelaku, koreksi, 'koreksi.disetujui')
  })

/** Refuses a koreksi with a reason. Throws Galat 403, 404, 409. */
export const tolakKoreksi = (db: BasisData, pelaku: Pelaku, id: string, { versi, alasan }: IsianTolak): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const koreksi = await mulai(tx, pelaku, { id, versi })
    await putuskan(tx, pelaku, koreksi, { ke: pastikanKoreksi(pelaku, koreksi, 'TOLAK'), alasan })
    await catat(tx, pelaku, koreksi, 'koreksi.ditolak', alasan)
  })

/** Takes the own proposal back. Throws Galat 403, 404, 409. */
export const tarikKoreksi = (db: BasisData, pelaku: Pelaku, id: string, { versi }: Versi): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const koreksi = await mulai(tx, pelaku, { id, versi })
    await putuskan(tx, pelaku, koreksi, { ke: pastikanKoreksi(pelaku, koreksi, 'TARIK'), alasan: '' })
    await catat(tx, pelaku, koreksi, 'koreksi.ditarik')
  })

/** What a koreksi replaces must still be there, approved. */
async function pastikanMasihSama(tx: Tx, pelaku: Pelaku, k: Koreksi): Promise<void> {
  const { siklus } = await ambilSiklus(tx, pelaku, k.siklusId)
  const ada = (await ambilSemuaAngka(tx, pelaku, siklus)).find((a) => a.objekId === k.objekId)
  if (!ada || jsonKanonik(ada.angka) !== jsonKanonik(k.lama))
    throw galat.bentrok('Angkanya sudah berubah sejak koreksi ini diusulkan. Tolak, lalu minta usulan baru.')
}

type Mulai = { readonly id: string; readonly versi: number; readonly kunci?: boolean }
async function mulai(tx: Tx, pelaku: Pelaku, { id, versi, kunci = true }: Mulai): Promise<Koreksi> {
  const koreksi = await ambilKoreksi(tx, pelaku, { id, kunci })
  if (koreksi.status === 'DIAJUKAN' && koreksi.versi !== versi) throw galat.sudahBerubah('Koreksi ini')
  return koreksi
}

type Putusan = { readonly ke: StatusKoreksi; readonly alasan: string }
async function putuskan(tx: Tx, pelaku: Pelaku, { id, versi }: Koreksi, { ke, alasan }: Putusan): Promise<void> {
  const { count } = await tx.koreksi.updateMany({
    where: { id, kecamatanId: pelaku.kecamatanId, versi },
    data: {
      status: ke,
      alasanPutusan: alasan,
      pemutusId: pelaku.pegawaiId,
      pemutus: pelaku.nama,
      jabatanPemutus: sebutanJabatan(pelaku, ke === 'DITARIK' ? PENGUSUL_KOREKSI : PEMUTUS_KOREKSI),
      diputusPada: jam.sekarang(),
      versi: { increment: 1 },
    },
  })
  if (count === 0) throw galat.sudahBerubah('Koreksi ini')
}

type Peristiwa = 'koreksi.disetujui' | 'koreksi.ditolak' | 'koreksi.ditarik'
const catat = (tx: Tx, pelaku: Pelaku, k: Koreksi, peristiwa: Peristiwa, alasan?: string) =>
  catatJejak(tx, pelaku, {
    peristiwa,
    objekJenis: 'koreksi',
    objekId: k.id,
    siklusId: k.siklusId,
    rincian: { nama: k.nama, lama: k.teksLama, baru: k.teksBaru, ...(alasan ? { alasan } : {}) },
    sebagai: peristiwa === 'koreksi.ditarik' ? PENGUSUL_KOREKSI : PEMUTUS_KOREKSI,
  })
