import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { berhasil, pelakuDari, type RuteBerizin } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { Gudang } from '../berkas/index.ts'
import { bukaAngka } from './angka/usul-angka.ts'
import { type IsianAnggaran, type IsianBaris, isianAnggaran, isianBaris } from './isian.ts'
import { type Jawaban, jawabanAnggaran, jawabanBaris } from './jawaban.ts'
import { ambilFormulir } from './kueri.ts'
import { lanjutkan } from './lanjut-simpan.ts'
import { alamatBaris, idFormulir, mintaJson, PENGISI, param } from './rute-umum.ts'
import { type HasilSimpanAnggaran, simpanAnggaran } from './simpan-anggaran.ts'
import { type HasilSimpanBaris, simpanBaris } from './simpan-baris.ts'
import { simpanFormulir } from './simpan-formulir.ts'
import { halamanFormulir, susunFormulir } from './tampilan.ts'
import { tanggapanSatu } from './tanggapan.ts'

/** Saving: the whole form without scripts, one row as the autosave sends it. */
export const pasangSimpan = (rute: RuteBerizin, db: BasisData, { gudang }: { readonly gudang: Gudang }): RuteBerizin =>
  rute
    .post('/:id', PENGISI, async (req, res) => {
      const pelaku = pelakuDari(res)
      pastikanPemilik(req, pelaku)
      const hasil = await simpanFormulir(db, pelaku, idFormulir(req), req.body)
      if (hasil.tanggapan.size === 0) return lanjutkan(db, req, res, { gudang, formulir: hasil.formulir })
      const bentrok = [...hasil.tanggapan.values()].some((t) => t.bentrok)
      const angka = await bukaAngka(db, pelaku, hasil.formulir)
      halamanFormulir(res, susunFormulir(hasil.formulir, pelaku, { ...hasil, angka }), bentrok ? 409 : 422)
    })
    .post('/:id/baris/:barisId', PENGISI, async (req, res) => {
      const pelaku = pelakuDari(res)
      pastikanPemilik(req, pelaku)
      const { isian } = isianBaris(req.body)
      const hasil = await simpanBaris(db, pelaku, alamatBaris(req), isian)
      if (mintaJson(req)) return kirim(res, jawabanBaris(hasil, { ...alamatBaris(req), zona: pelaku.zonaWaktu }))
      await tampilkanSatu(db, req, res, { hasil, isian })
    })
    .post('/:id/anggaran/:barisId', PENGISI, async (req, res) => {
      const pelaku = pelakuDari(res)
      pastikanPemilik(req, pelaku)
      const { isian } = isianAnggaran(req.body)
      const hasil = await simpanAnggaran(db, pelaku, alamatBaris(req), isian)
      if (mintaJson(req)) return kirim(res, jawabanAnggaran(hasil, { ...alamatBaris(req), zona: pelaku.zonaWaktu }))
      await tampilkanSatu(db, req, res, { hasil, isian })
    })

/**
 * A page may outlive its session: what one person typed must not arrive under the name of whoever signed in after, on the
 * same computer. Pages say for whom they were made; nobody else's typing is taken.
 */
function pastikanPemilik(req: Request, pelaku: Pelaku): void {
  const pemilik = (req.body as Record<string, unknown> | undefined)?.pemilik
  if (typeof pemilik !== 'string' || pemilik === pelaku.akunId) return
  if (mintaJson(req)) throw galat.belumMasuk()
  throw galat.bentrok('Formulir ini dibuka oleh orang lain di komputer ini. Buka lagi formulirnya sebagai diri Anda.')
}

const kirim = (res: Response, { http, isi }: Jawaban): void => void res.status(http).json(isi)

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
