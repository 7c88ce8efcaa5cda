import { Writable } from 'node:stream'
import express from 'express'
import pino from 'pino'
import request from 'supertest'
import { expect, it, vi } from 'vitest'
import { tanganiGalat } from '../../../src/inti/http/tangani-galat.ts'

it('galat sesudah jawaban dimulai: sambungan diputus, satu baris di log, tidak ada yang ke layar peladen', async () => {
  const baris: string[] = []
  const log = pino(
    { level: 'info' },
    new Writable({ write: (potong, _sandi, lanjut) => lanjut(void baris.push(String(potong))) }),
  )
  const app = express()
  app.get('/unduh', (_req, res) => {
    res.set('Content-Length', '1000').write('separuh')
    throw new Error('gudang terputus')
  })
  app.use(tanganiGalat(log))
  const layar = vi.spyOn(console, 'error').mockImplementation(() => {})
  await expect(request(app).get('/unduh')).rejects.toThrow(/aborted|hang up|reset/i)
  expect(layar).not.toHaveBeenCalled()
  layar.mockRestore()
  expect(baris).toHaveLength(1)
  expect(baris[0]).toContain('jawaban terputus')
})
