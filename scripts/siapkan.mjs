// Everything between a fresh clone and a program that can run; does nothing when nothing is to do.
import './periksa-node.mjs'
import { hasilkanKlien } from './klien-prisma.mjs'
import { pasangPaket } from './pasang.mjs'

/** `dev`: for tests and checks. `build: false`: only packages and the Prisma client. */
export async function siapkan({ dev = false, build = true, lapor = console.log } = {}) {
  pasangPaket({ dev, lapor })
  hasilkanKlien({ lapor })
  if (!build) return
  const { bangun } = await import('./bangun.mjs')
  await bangun({ lapor })
}
