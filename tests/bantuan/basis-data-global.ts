import { chmodSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { matikanSisa, nyalakanTertanam, type Tertanam } from '../../src/inti/basis-data/tertanam.ts'
import { hidup } from '../../src/inti/basis-data/tertanam-pid.ts'
import { hapusDenganBasisData } from './hapus-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** owner's address of the run's PostgreSQL, database takar */
    urlKlaster: string
  }
}

const AWALAN = 'takar-uji-'
const BERSAMA = Symbol.for('takar.uji.klaster')
type Klaster = { folder: string; siap: Promise<Tertanam>; pemakai: number }
const dunia = globalThis as { [BERSAMA]?: Klaster | undefined }

/** One PostgreSQL for all suites of a run (every suite calls this), without fsync, in a folder of its own. */
export async function setup(proyek: TestProject): Promise<void> {
  dunia[BERSAMA] ??= mulai()
  dunia[BERSAMA].pemakai++
  proyek.provide('urlKlaster', (await dunia[BERSAMA].siap).urlPemilik)
}

/** The last suite stops it. */
export async function teardown(): Promise<void> {
  const klaster = dunia[BERSAMA]
  if (!klaster || --klaster.pemakai > 0) return
  dunia[BERSAMA] = undefined
  await (await klaster.siap).matikan()
  hapusDenganBasisData(klaster.folder)
}

function mulai(): Klaster {
  const folder = mkdtempSync(join(tmpdir(), `${AWALAN}${process.pid}-`))
  chmodSync(folder, 0o711)
  const siap = bersihkanSisa().then(() => nyalakanTertanam({ folder, aman: false }))
  return { folder, siap, pemakai: 0 }
}

/** What a killed run left behind: its server and its folder. */
async function bersihkanSisa(): Promise<void> {
  for (const nama of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${AWALAN}(\\d+)-`).exec(nama)?.[1] ?? 0)
    if (pid === 0 || pid === process.pid || hidup(pid)) continue
    const folder = join(tmpdir(), nama)
    await matikanSisa(folder).catch(() => {})
    hapusDenganBasisData(folder)
  }
}
