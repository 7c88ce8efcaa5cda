import { median } from './hasil.ts'
import { hentikan, memoriPss, mulaiServer, prosesPostgres } from './proses.ts'

/** Start in seconds (median of `kali`); memory in MB at rest, and after every page was opened once by 50 people. */
export type HasilP7 = {
  readonly detik: number
  readonly awal: number | null
  readonly aplikasi: number | null
  readonly basisData: number | null
}

/** P7 of bench/HASIL.md: `npm start` without npm, application and database both stopped before, until the port answers. */
export async function ukurP7({
  folder,
  kali,
  lapor,
}: {
  folder: string
  kali: number
  lapor: (teks: string) => void
}): Promise<HasilP7> {
  const lama: number[] = []
  const memori: { aplikasi: number | null; basisData: number | null }[] = []
  for (let ke = 0; ke < kali; ke++) {
    const mulai = performance.now()
    const { proses, port } = await mulaiServer(folder, {})
    const jawab = await fetch(`http://127.0.0.1:${port}/sehat`)
    if (jawab.status !== 200) throw new Error(`/sehat menjawab ${jawab.status}`)
    lama.push((performance.now() - mulai) / 1000)
    await new Promise((ya) => setTimeout(ya, 2000))
    memori.push({ aplikasi: memoriPss([proses.pid ?? 0]), basisData: memoriPss(prosesPostgres(folder)) })
    await hentikan(proses)
    lapor(`P7 ${ke + 1}: ${lama.at(-1)?.toFixed(2)} s`)
  }
  const tengah = (pilih: (m: (typeof memori)[number]) => number | null) => {
    const nilai = memori.map(pilih).filter((n) => n !== null)
    return nilai.length > 0 ? median(nilai) : null
  }
  const aplikasi = tengah((m) => m.aplikasi)
  const basisData = tengah((m) => m.basisData)
  return {
    detik: median(lama),
    awal: aplikasi !== null && basisData !== null ? aplikasi + basisData : null,
    aplikasi,
    basisData,
  }
}
