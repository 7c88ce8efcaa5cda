// npm run cadangan, npm run pulihkan: install, generate and build what is missing, then become that command (src/perintah-*.ts).
import './periksa-node.mjs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { siapkan } from './siapkan.mjs'
import { akar } from './stempel.mjs'

const nama = process.argv[2]
// paths that a person typed are meant from where they stand
const folderAsal = process.env.INIT_CWD ?? process.cwd()
process.chdir(akar)
try {
  await siapkan()
} catch (sebab) {
  console.error(sebab.message)
  process.exit(1)
}
process.chdir(folderAsal)
process.argv.splice(2, 1)
await import(pathToFileURL(join(akar, `dist/perintah-${nama}.js`)).href)
