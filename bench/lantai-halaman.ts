import { readFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
import express from 'express'
import { buatMesinTemplat } from '../src/inti/http/mesin-templat.ts'
import type { Tangkapan } from './tangkap.ts'

/** The floor of P1: Express and the same templates sending the same HTML from view models that lie ready in memory. */
const [akarViews = '', berkas = ''] = process.argv.slice(2)
const halaman = deserialize(readFileSync(berkas)) as Record<string, Tangkapan[]>
const mesin = buatMesinTemplat({ akar: akarViews, cache: true })
const app = express()
app.disable('x-powered-by').set('etag', false)
app.get('/:nama/:ke', (req, res) => {
  const satu = halaman[req.params.nama]?.[Number(req.params.ke)]
  if (!satu) return void res.sendStatus(404)
  const isi = mesin.gambar(satu.templat, satu.data)
  const { kerangka } = satu.bingkai.data as { kerangka: object }
  res.type('html').send(mesin.gambar(satu.bingkai.templat, { kerangka: { ...kerangka, isi } }))
})
const server = app.listen(0, '127.0.0.1', () => {
  const alamat = server.address()
  process.send?.({ port: typeof alamat === 'object' && alamat ? alamat.port : 0 })
})
process.on('disconnect', () => process.exit(0))
