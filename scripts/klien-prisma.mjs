// prisma generate, when the schema changed. Its output is not kept in git.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { akar, bacaStempel, sidikPohon, tulisStempel } from './stempel.mjs'

const STEMPEL = 'prisma/klien/.stempel'

export function hasilkanKlien({ lapor }) {
  const skema = join(akar, 'prisma/schema')
  if (!existsSync(skema) || !readdirSync(skema).some((nama) => nama.endsWith('.prisma'))) return
  const { version } = JSON.parse(readFileSync(join(akar, 'node_modules/prisma/package.json'), 'utf8'))
  const sidik = sidikPohon(['prisma/schema', 'prisma.config.ts'], version)
  if (bacaStempel(STEMPEL) === sidik && existsSync(join(akar, 'prisma/klien/client.ts'))) return
  lapor('Membuat klien Prisma dari prisma/schema …')
  const hasil = spawnSync(
    process.execPath,
    [join(akar, 'node_modules/prisma/build/index.js'), 'generate', '--no-hints'],
    {
      cwd: akar,
      encoding: 'utf8',
      env: { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    },
  )
  if (hasil.status !== 0) throw new Error(`prisma generate gagal:\n${hasil.stdout}${hasil.stderr}`)
  tulisStempel(STEMPEL, sidik)
}
