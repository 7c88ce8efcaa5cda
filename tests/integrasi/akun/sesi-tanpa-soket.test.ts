import { createHmac } from 'node:crypto'
import express from 'express'
import pino from 'pino'
import request from 'supertest'
import { expect, it } from 'vitest'
import { bukaBasisData } from '../../../src/inti/basis-data/index.ts'
import { tanganiGalat } from '../../../src/inti/http/tangani-galat.ts'
import { sesi } from '../../../src/modul/akun/sesi.ts'

it('soket PostgreSQL yang sedang dinyalakan lagi belum ada: sibuk, bukan sesi yang habis', async () => {
  const db = bukaBasisData('postgresql://takar@localhost/takar?host=/tmp/takar-tidak-ada')
  const app = express()
    .use(sesi(db, { rahasia: 'rahasia', https: false }))
    .get('/', (_req, res) => void res.json({ sesiBaru: true }))
    .use(tanganiGalat(pino({ level: 'silent' })))
  const cap = createHmac('sha256', 'rahasia').update('abc').digest('base64').replace(/=+$/, '')
  const jawab = await request(app)
    .get('/')
    .set('Cookie', `takar=${encodeURIComponent(`s:abc.${cap}`)}`)
    .set('Accept', 'application/json')
  expect([jawab.status, jawab.body.sesiBaru]).toEqual([503, undefined])
  await db.tutup()
})
