import type { Logger } from 'pino'
import type { Gudang } from './gudang.ts'

/** Sweeps what cut uploads left in the store: at once and every hour, for an office's server runs for months. */
export function jalankanPenyapu(
  gudang: Pick<Gudang, 'bersihkan'>,
  { log, selangMs = JAM_MS }: { log: Logger; selangMs?: number },
): { henti(): void } {
  const sapu = () => gudang.bersihkan().catch((err) => log.warn({ err }, 'sisa unggahan belum terhapus'))
  void sapu()
  const pengatur = setInterval(sapu, selangMs).unref()
  return { henti: () => clearInterval(pengatur) }
}
const JAM_MS = 3_600_000
