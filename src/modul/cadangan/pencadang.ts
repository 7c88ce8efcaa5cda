import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { jam } from '../../inti/waktu/index.ts'
import { bernamaCadangan } from './bentuk.ts'
import { type BerkasCadangan, cadanganUsang, perluDicadangkan, urutkan, yangDihapus } from './jadwal.ts'
import { tulisCadangan } from './tulis-cadangan.ts'

/** Not while everybody signs in after a start. */
const PERTAMA_MS = 3 * 60_000
const LIHAT_MS = 15 * 60_000

export type KeadaanCadangan = {
  readonly folder: string
  /** the newest first */
  readonly daftar: readonly BerkasCadangan[]
  /** one is being written since then */
  readonly sejak: Date | null
  /** the last attempt of this process failed */
  readonly gagal: Date | null
  /** no good backup for three days */
  readonly usang: boolean
}

/** Makes the backups of this installation; null instead of it: the office switched them off (TAKAR_CADANGAN=tidak). */
export type Pencadang = {
  keadaan(): Promise<KeadaanCadangan>
  /** Begins one, unless one is being written; returns at once. `selesai` settles when it is done, and never rejects. */
  mulai(): { selesai: Promise<void> }
  /** Gives up what is being written; nothing half written stays. */
  henti(): Promise<void>
}

type Bahan = {
  readonly urlPemilik: string
  readonly folderBerkas: string
  readonly folder: string
  readonly log: Pick<Logger, 'error' | 'info' | 'warn'>
}

export function bukaPencadang(bahan: Bahan): Pencadang {
  const batal = new AbortController()
  const dinyalakan = jam.sekarang()
  let berjalan: { sejak: Date; selesai: Promise<void> } | null = null
  let gagal: Date | null = null

  const kerjakan = (sejak: Date): Promise<void> =>
    buatLaluRapikan(bahan, sejak, batal.signal)
      .then(
        () => {
          gagal = null
        },
        (err: unknown) => {
          if (batal.signal.aborted) return
          gagal = jam.sekarang()
          bahan.log.error({ err, folder: bahan.folder }, 'cadangan gagal')
        },
      )
      .finally(() => {
        berjalan = null
      })

  return {
    mulai() {
      const sejak = jam.sekarang()
      berjalan ??= { sejak, selesai: kerjakan(sejak) }
      return berjalan
    },
    async keadaan() {
      const { folder } = bahan
      const daftar = await daftarCadangan(folder)
      const usang = cadanganUsang(daftar, jam.sekarang(), dinyalakan)
      return { folder, daftar, sejak: berjalan?.sejak ?? null, gagal, usang }
    },
    async henti() {
      batal.abort()
      await berjalan?.selesai
    },
  }
}

async function buatLaluRapikan(
  { urlPemilik, folderBerkas, folder, log }: Bahan,
  kini: Date,
  henti: AbortSignal,
): Promise<void> {
  const { jalur, isi } = await tulisCadangan({ urlPemilik, folderBerkas, tujuan: folder, kini, henti })
  if (isi.hilang.length > 0) log.warn({ hilang: isi.hilang }, 'berkas yang hilang tidak ikut cadangan')
  for (const { nama } of yangDihapus(await daftarCadangan(folder))) await rm(join(folder, nama), { force: true })
  log.info({ jalur }, 'cadangan dibuat')
}

/** Looks every quarter of an hour whether a backup is due; `henti` ends that, and what is being written. */
export function jalankanPencadang(pencadang: Pencadang): { henti(): Promise<void> } {
  const lihat = async () => {
    if (perluDicadangkan((await pencadang.keadaan()).daftar, jam.sekarang())) pencadang.mulai()
  }
  const pertama = setTimeout(lihat, PERTAMA_MS).unref()
  const pengatur = setInterval(lihat, LIHAT_MS).unref()
  return {
    henti() {
      clearTimeout(pertama)
      clearInterval(pengatur)
      return pencadang.henti()
    },
  }
}

/** Finished backups of the folder, the newest first; none when there is no folder. */
export async function daftarCadangan(folder: string): Promise<BerkasCadangan[]> {
  const nama = (await readdir(folder).catch(() => [] as string[])).filter(bernamaCadangan)
  const daftar = await Promise.all(
    nama.map(async (satu) => {
      const { mtime, size } = await stat(join(folder, satu))
      return { nama: satu, dibuat: mtime, ukuran: size }
    }),
  )
  return urutkan(daftar)
}
