// npm start: install, generate and build what is missing, then become the application (src/server.ts).
import './periksa-node.mjs'
import * as modul from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { siapkan } from './siapkan.mjs'
import { akar } from './stempel.mjs'

process.chdir(akar)
try {
  await siapkan()
} catch (sebab) {
  console.error(sebab.message)
  process.exit(1)
}
// Node ≥ 22.8 keeps compiled code; the folder belongs to node_modules and goes with it.
modul.enableCompileCache?.(join(akar, 'node_modules/.cache/takar'))
await import(pathToFileURL(join(akar, 'dist/server.js')).href)
