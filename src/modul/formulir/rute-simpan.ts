import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { berhasil, pelakuDari, type RuteBerizin } from '../../inti/http/index.ts'
import { type IsianAnggaran, type IsianBaris, isianAnggaran, isianBaris } from './isian.ts'
import { type Jawaban, jawabanAnggaran, jawabanBaris } from './jawaban.ts'
import { ambilFormulir } from './kueri.ts'
import { alamatBaris, idFormulir, mintaJson, PENGISI, param } from './rute-umum.ts'
import { type HasilSimpanAnggaran, simpanAnggaran } from './simpan-anggaran.ts'
import { type HasilSimpanBaris, simpanBaris } from './simpan-baris.ts'
import { simpanFormulir } from './simpan-formulir.ts'
import { halamanFormulir, susunFormulir } from './tampilan.ts'
import { tanggapanSatu } from './tanggapan.ts'

/** Saving: the whole form without scripts, one row as the autosave sends it. */
export const pasangSimpan = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .post('/:id', PENGISI, async (req, res) => {
      const pelaku = pelakuDari(res)
      const hasil = await simpanFormulir(db, pelaku, idFormulir(req), req.body)
      if (hasil.tanggapan.size === 0) return lanjutkan(req, res)
      const bentrok = [...hasil.tanggapan.values()].some((t) => t.bentrok)
      halamanFormulir(res, susunFormulir(hasil.formulir, pelaku, hasil), bentrok ? 409 : 422)
    })
    .post('/:id/baris/:barisId', PENGISI, async (req, res) => {
      const pelaku = pelakuDari(res)
      const { isian } = isianBaris(req.body)
      const hasil = await simpanBaris(db, pelaku, alamatBaris(req), isian)
      if (mintaJson(req)) return kirim(res, jawabanBaris(hasil, { ...alamatBaris(req), zona: pelaku.zonaWaktu }))
      await tampilkanSatu(db, req, res, { hasil, isian })
    })
    .post('/:id/anggaran/:barisId', PENGISI, async (req, res) => {
      const pelaku = pelakuDari(res)
      const { isian } = isianAnggaran(req.body)
      const hasil = await simpanAnggaran(db, pelaku, alamatBaris(req), isian)
      if (mintaJson(req)) return kirim(res, jawabanAnggaran(hasil, { ...alamatBaris(req), zona: pelaku.zonaWaktu }))
      await tampilkanSatu(db, req, res, { hasil, isian })
    })

const kirim = (res: Response, { http, isi }: Jawaban): void => void res.status(http).json(isi)

/** After the whole form is saved: on to what the pressed button asked for. */
function lanjutkan(req: Request, res: Response): void {
  const lanjut = (req.body as Record<string, unknown> | undefined)?.lanjut
  const alamat = `/formulir/${idFormulir(req)}`
  if (lanjut === 'pemeriksaan') berhasil(res, `${alamat}/pemeriksaan`, 'formulir-tersimpan')
  else if (typeof lanjut === 'string' && /^[0-9a-f-]{36}$/.test(lanjut))
    berhasil(res, `${alamat}/baris/${lanjut}/bukti`, 'formulir-tersimpan')
  else berhasil(res, alamat, 'formulir-tersimpan')
}

type Satu = { hasil: HasilSimpanBaris | HasilSimpanAnggaran; isian: IsianBaris | IsianAnggaran }

/** Answer to one row sent without asking for JSON: back to it, or the form again with what is wrong. */
async function tampilkanSatu(db: BasisData, req: Request, res: Response, { hasil, isian }: Satu): Promise<void> {
  const pelaku = pelakuDari(res)
  const { formulirId, barisId } = alamatBaris(req)
  if (hasil.jenis === 'TERSIMPAN' || hasil.jenis === 'BERULANG')
    return berhasil(res, `/formulir/${formulirId}#baris-${param(req, 'barisId')}`, 'formulir-tersimpan')
  const formulir = await ambilFormulir(db.baca, pelaku, formulirId)
  const vm = susunFormulir(formulir, pelaku, tanggapanSatu(barisId, hasil, isian))
  halamanFormulir(res, vm, hasil.jenis === 'BENTROK' ? 409 : 422)
}
