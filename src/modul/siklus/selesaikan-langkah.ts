import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { daftarkanPesan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { AlamatLangkah } from './alamat-langkah.ts'
import { ambilSebagaiPelaksana } from './ambil-terbuka.ts'
import { jalankan, type PilihanPerintah } from './jalankan.ts'
import { ambilPenanganan } from './jenis-langkah.ts'
import type { KonteksLangkah } from './kueri.ts'
import type { IsiPerintah, Keadaan } from './mesin/index.ts'
import { menutupLangkah, type Penyelesaian, type Putusan } from './penyelesaian.ts'
import { kolomPengganti } from './wewenang.ts'

daftarkanPesan({
  'langkah-selesai': 'Langkah selesai. Langkah berikutnya sudah terbuka bagi pelaksananya.',
  'bagian-selesai': 'Bagian Anda selesai. Langkah ini masih menunggu pelaksana lain.',
  'langkah-diputuskan': 'Keputusan tercatat. Langkah yang ditujunya sudah terbuka.',
  'langkah-dikembalikan': 'Dikembalikan dengan alasan Anda. Yang harus memperbaiki melihatnya di Tugas Saya.',
})

/** What the act does to the step, known once the siklus is locked. */
export type SifatPenyelesaian = {
  /** nobody else is waited for: what is done once (numbers, freezing, follow-ups) is done now */
  readonly menutup: boolean
  /** a decision that sends the work back: the content need not be complete */
  readonly kembali: boolean
}

type Pilihan = {
  /** last writes of the kind, in the same transaction, before the check of completeness */
  readonly sebelum?: (tx: Tx, konteks: KonteksLangkah, sifat: SifatPenyelesaian) => Promise<void>
  /** decision and optional steps ahead, as `bacaPenyelesaian` read them */
  readonly penyelesaian?: Penyelesaian
  /** pegawaiId of others whose work is handed in with it, after `sebelum`: they cannot decide on it */
  readonly turutMengisi?: (tx: Tx, konteks: KonteksLangkah) => Promise<readonly string[]>
  readonly catatan?: string
  readonly perintah?: PilihanPerintah
}

/** SELESAI: the step is done; BAGIAN: the own part, others are waited for; a decision that went on or back. */
export type HasilPenyelesaian = 'SELESAI' | 'BAGIAN' | 'DIPUTUSKAN' | 'DIKEMBALIKAN'

/**
 * Finishes a step, or the own part where all its pelaksana must act, or decides it: the SOP's pelaksana only (of a
 * decision also who decides in their stead), only when nothing is missing; the next step opens, the output document is
 * stored. One transaction. Throws Galat 403, 404, 409, or 422 with what is missing.
 */
export function selesaikanLangkah(
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  pilihan: Pilihan = {},
): Promise<HasilPenyelesaian> {
  return transaksi(db, pelaku, async (tx) => {
    // the lock first: two who finish at once see one another
    await tx.$executeRaw`select 1 from siklus where id = ${alamat.siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
    const konteks = await ambilSebagaiPelaksana(tx, pelaku, alamat)
    const putusan = pilihan.penyelesaian?.putusan ?? null
    const sifat = { menutup: menutupLangkah(konteks, putusan), kembali: putusan?.kembali === true }
    await pilihan.sebelum?.(tx, konteks, sifat)
    if (!sifat.kembali) await pastikanLengkap(tx, konteks)
    const perintah = await susunPerintah(tx, konteks, pilihan)
    const baru = await jalankan(tx, pelaku, perintah, {
      ...pilihan.perintah,
      sebagaiPengganti: kolomPengganti(konteks, pelaku),
    })
    return simpulkan(baru, alamat.kode, putusan)
  })
}

async function susunPerintah(
  tx: Tx,
  konteks: KonteksLangkah,
  { penyelesaian, catatan, turutMengisi }: Pilihan,
): Promise<IsiPerintah & { siklusId: string }> {
  const dasar = {
    siklusId: konteks.siklus.id,
    langkah: konteks.def.kode,
    ...(penyelesaian && penyelesaian.tidakPerlu.length > 0 ? { tidakPerlu: penyelesaian.tidakPerlu } : {}),
  }
  if (!penyelesaian?.putusan)
    return { jenis: 'SELESAIKAN', ...dasar, catatan, turutMengisi: await turutMengisi?.(tx, konteks) }
  const { keputusan, tujuan, kembali, cakupan, alasan } = penyelesaian.putusan
  return {
    jenis: 'PUTUSKAN',
    ...dasar,
    keputusan,
    ...(tujuan === null ? {} : { tujuan }),
    ...(kembali ? { cakupan } : {}),
    ...(alasan === '' ? {} : { alasan }),
  }
}

function simpulkan({ langkah }: Keadaan, kode: string, putusan: Putusan | null): HasilPenyelesaian {
  const { status, bagian = [] } = langkah[kode] ?? {}
  const menunggu = status === 'BERJALAN' && bagian.some((b) => b.status === 'BERJALAN')
  if (putusan?.kembali && !menunggu) return 'DIKEMBALIKAN'
  if (menunggu) return 'BAGIAN'
  return putusan ? 'DIPUTUSKAN' : 'SELESAI'
}

/** Key of the message after the act; `selesai`: the kind's own for a finished step. */
export const pesanPenyelesaian = (hasil: HasilPenyelesaian, selesai = 'langkah-selesai'): string =>
  ({
    SELESAI: selesai,
    BAGIAN: 'bagian-selesai',
    DIPUTUSKAN: 'langkah-diputuskan',
    DIKEMBALIKAN: 'langkah-dikembalikan',
  })[hasil]

/** Throws 422 with all that is still missing, in one message. */
export async function pastikanLengkap(tx: Tx, konteks: KonteksLangkah): Promise<void> {
  const kurang = await ambilPenanganan(konteks.langkah.jenis).kekurangan(tx, konteks)
  if (kurang.length > 0) throw galat.tidakSesuai(`Langkah ini belum dapat diselesaikan. ${kurang.join(' ')}`)
}
