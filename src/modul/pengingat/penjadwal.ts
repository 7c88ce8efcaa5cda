import type { Logger } from 'pino'
import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pengirim } from '../../inti/surel/index.ts'
import { buatPengingat } from './buat-pengingat.ts'
import { kirimAntrean } from './kirim-surel.ts'
import { daftarKecamatan } from './kueri.ts'

/** How often the clock looks. */
const SELANG_MS = 2 * 60_000
/** A stop waits so long for a mail that is just being handed over; its lease ends by itself. */
const TUNGGU_HENTI_MS = 4000

export type BahanPenjadwal = {
  /** null: no mail server is set */
  readonly pengirim: Pengirim | null
  readonly alamatTakar: string | null
  readonly log: Pick<Logger, 'error' | 'info'>
}

/** One look at all offices: make the lists that are due, send what waits. The fault of one office does not hold up the others. */
export async function putarPengingat(
  db: BasisData,
  { pengirim, alamatTakar, log }: BahanPenjadwal,
  henti?: AbortSignal,
): Promise<void> {
  const kecamatan = await daftarKecamatan(db)
  const setiap = async (kerja: (kecamatanId: string) => Promise<unknown>) => {
    for (const kecamatanId of kecamatan)
      if (!henti?.aborted) await kerja(kecamatanId).catch((err) => log.error({ err, kecamatanId }, 'pengingat gagal'))
  }
  await setiap(async (kecamatanId) => {
    const jumlah = await buatPengingat(db, kecamatanId, { adaSurel: pengirim !== null, alamatTakar })
    if (jumlah !== null) log.info({ kecamatanId, jumlah }, 'pengingat dibuat')
  })
  // after all lists: a mail server that does not answer holds up mails only
  if (pengirim) await setiap((kecamatanId) => kirimAntrean(db, kecamatanId, { pengirim, henti }))
}

/** Looks every two minutes, never twice at the same time; `henti` ends it and lets running work finish. */
export function jalankanPenjadwal(
  db: BasisData,
  bahan: BahanPenjadwal,
  { selangMs = SELANG_MS }: { selangMs?: number } = {},
): { henti(): Promise<void> } {
  const batal = new AbortController()
  let berjalan: Promise<void> = Promise.resolve()
  let pengatur: NodeJS.Timeout | undefined
  const lihat = () => {
    berjalan = putarPengingat(db, bahan, batal.signal)
      .catch((err) => bahan.log.error({ err }, 'pengingat gagal'))
      .then(jadwalkan)
  }
  const jadwalkan = () => {
    if (batal.signal.aborted) return
    pengatur = setTimeout(lihat, selangMs)
    pengatur.unref()
  }
  jadwalkan()
  return {
    async henti() {
      batal.abort()
      clearTimeout(pengatur)
      await Promise.race([berjalan, new Promise((ya) => setTimeout(ya, TUNGGU_HENTI_MS).unref())])
      bahan.pengirim?.tutup()
    },
  }
}
