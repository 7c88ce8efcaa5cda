import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Piscina } from 'piscina'

const MENGANGGUR_MS = 20_000
const BATAS_MS = 60_000
const ANTREAN = 200
const MEMORI_MB = 256

/** Runs one kind of long work in a worker thread, started on need and ended when idle. */
export type KolamPekerja<T> = { kerjakan(tugas: T): Promise<Uint8Array>; henti(): Promise<void> }

/**
 * @param berkas name of the built worker beside dist/server.js; from source (tests) `diTempat` does the work instead
 * @param fungsi name of the exported function of the worker
 */
export function bukaKolamPekerja<T>(
  berkas: string,
  fungsi: string,
  diTempat: (tugas: T) => Promise<Uint8Array>,
): KolamPekerja<T> {
  const alamat = new URL(`./${berkas}`, import.meta.url)
  let kolam: Promise<Piscina> | undefined
  const buka = async (): Promise<Piscina> => {
    const { Piscina } = await import('piscina')
    return new Piscina({
      filename: fileURLToPath(alamat),
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: MENGANGGUR_MS,
      maxQueue: ANTREAN,
      resourceLimits: { maxOldGenerationSizeMb: MEMORI_MB },
    })
  }
  return {
    async kerjakan(tugas) {
      if (!existsSync(alamat)) return diTempat(tugas)
      kolam ??= buka()
      return (await (await kolam).run(tugas, { name: fungsi, signal: AbortSignal.timeout(BATAS_MS) })) as Uint8Array
    },
    async henti() {
      const ada = kolam
      kolam = undefined
      await (await ada)?.destroy()
    },
  }
}
