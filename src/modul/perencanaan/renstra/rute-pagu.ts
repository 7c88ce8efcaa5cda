import type { Request, Response } from 'express'
import type { BasisData } from '../../../inti/basis-data/index.ts'
import {
  bacaIsian,
  barisIsian,
  berhasil,
  daftarkanPesan,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../../inti/http/index.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { isianMatriks } from './isian.ts'
import { daftarPaguIndikatif } from './kueri-pagu.ts'
import { ambilPeriode } from './kueri-periode.ts'
import { simpanPagu } from './simpan-pagu.ts'
import { halamanPagu, susunPagu } from './tampilan-pagu.ts'

daftarkanPesan({ 'pagu-disimpan': 'Pagu indikatif sudah disimpan.' })

/** Pagu indikatif of a Renstra: what it means to spend per sub kegiatan and year; written by Tim SAKIP and Sekcam. */
export function pasangRutePagu(rute: RuteBerizin, db: BasisData): void {
  rute
    .get('/renstra/:id/pagu', PENULIS_KARTU, (req, res) => tampilkan(db, req, res))
    .post('/renstra/:id/pagu', PENULIS_KARTU, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianMatriks, req.body)
      const salah = data
        ? await simpanPagu(db, pelakuDari(res), id(req), { ...data, baris: barisIsian(req.body, 'baris') })
        : kesalahan
      if (salah) return tampilkan(db, req, res, salah)
      berhasil(res, `/perencanaan?renstra=${id(req)}`, 'pagu-disimpan')
    })
}

const id = ({ params }: Request): string => String(params.id)

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const renstra = await ambilPeriode(db.baca, pelaku, { id: id(req) })
  const sub = await daftarPaguIndikatif(db.baca, pelaku, renstra)
  const bahan = kesalahan ? { badan: req.body, kesalahan } : {}
  halamanPagu(res, susunPagu(renstra, sub, bahan), kesalahan ? 422 : 200)
}
