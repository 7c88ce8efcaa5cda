import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { kunciAdmin, pastikanAdminTersisa } from './admin-terakhir.ts'
import { kunciAkun } from './kueri-pegawai.ts'

type Versi = { versi: string }
type AkunTerkunci = Awaited<ReturnType<typeof kunciAkun>>

/** Locks a person out from the next request on. Not the own account, and not the last admin. */
export const nonaktifkanAkun = (
  db: BasisData,
  pelaku: Pelaku,
  pegawaiId: string,
  { versi, alasanAkun }: Versi & { alasanAkun: string },
): Promise<null> =>
  transaksi(db, pelaku, async (tx) => {
    if (pegawaiId === pelaku.pegawaiId) throw galat.tidakBerwenang('Anda tidak dapat menonaktifkan akun Anda sendiri.')
    await kunciAdmin(tx, pelaku)
    const akun = await kunciAkun(tx, pelaku, { pegawaiId, versi })
    if (!akun.aktif) throw galat.sudahBerubah('Akun ini')
    await ubah(tx, pelaku, akun, { aktif: false, sesiBerlakuSejak: jam.sekarang() })
    await pastikanAdminTersisa(tx, pelaku, [tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)])
    await catat(tx, pelaku, akun, { peristiwa: 'akun.dinonaktifkan', alasan: alasanAkun })
    return null
  })

/** Lets a person in again with the passphrase from before. */
export const aktifkanAkun = (db: BasisData, pelaku: Pelaku, pegawaiId: string, { versi }: Versi): Promise<null> =>
  transaksi(db, pelaku, async (tx) => {
    const akun = await kunciAkun(tx, pelaku, { pegawaiId, versi })
    if (akun.aktif) throw galat.sudahBerubah('Akun ini')
    await ubah(tx, pelaku, akun, { aktif: true })
    await catat(tx, pelaku, akun, { peristiwa: 'akun.diaktifkan' })
    return null
  })

/** Ends every session of a person: the next request of each leads to the sign-in page. */
export const akhiriSesi = (db: BasisData, pelaku: Pelaku, pegawaiId: string, { versi }: Versi): Promise<null> =>
  transaksi(db, pelaku, async (tx) => {
    const akun = await kunciAkun(tx, pelaku, { pegawaiId, versi })
    await ubah(tx, pelaku, akun, { sesiBerlakuSejak: jam.sekarang() })
    await catat(tx, pelaku, akun, { peristiwa: 'akun.sesi-diakhiri' })
    return null
  })

const ubah = (tx: Tx, pelaku: Pelaku, akun: AkunTerkunci, data: { aktif?: boolean; sesiBerlakuSejak?: Date }) =>
  tx.akun.updateMany({ where: { id: akun.id, kecamatanId: pelaku.kecamatanId }, data })

const catat = (
  tx: Tx,
  pelaku: Pelaku,
  akun: AkunTerkunci,
  { peristiwa, alasan }: { peristiwa: string; alasan?: string },
) =>
  catatJejak(tx, pelaku, {
    peristiwa,
    objekJenis: 'akun',
    objekId: akun.id,
    rincian: { namaPengguna: akun.namaPengguna, nama: akun.nama, ...(alasan ? { alasan } : {}) },
    sebagai: ['ADMIN'],
  })
