import express, { type Request } from 'express'
import { pelakuDari, type RuteBerizin } from '../../inti/http/index.ts'
import type { Gudang } from './gudang.ts'
import { POTONGAN_MAKS, terimaPotongan, terimaSampai } from './potongan.ts'

const PENGUNGGAH = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'STAF', 'DESA'] as const
const bacaPotongan = express.raw({ type: 'application/octet-stream', limit: POTONGAN_MAKS })

/** Pieces of an upload: `mulai` says where one begins; the answer says how much has arrived, and where to go on. */
export const pasangPotongan = (rute: RuteBerizin, { gudang, batasMb }: { gudang: Gudang; batasMb: number }) =>
  rute
    .get('/unggahan/:id', PENGUNGGAH, async (req, res) => {
      res.json({ sampai: await terimaSampai(gudang, pelakuDari(res), String(req.params.id)) })
    })
    .post('/unggahan/:id', PENGUNGGAH, bacaPotongan, async (req, res) => {
      const isi = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
      const potongan = { id: String(req.params.id), mulai: mulaiDari(req), isi, batasMb }
      res.json({ sampai: await terimaPotongan(gudang, pelakuDari(res), potongan) })
    })

function mulaiDari(req: Request): number {
  const mulai = Number(req.query.mulai)
  return Number.isSafeInteger(mulai) && mulai >= 0 ? mulai : Number.MAX_SAFE_INTEGER
}
