import type { Request, Response } from 'express'
import type { BasisData } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import {
  bacaIsian,
  berhasil,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../../inti/http/index.ts'
import { PENGAJU_SOP, PENGESAH_SOP, PENYUSUN_SOP, pastikanHakSop, type TindakanSop } from '../alur.ts'
import { ambilVersiSop, daftarVersiSop, pengajuSop, type VersiSop } from '../kueri.ts'
import { alamatSop, ambilVersi, hariIni, idVersi, isianTombol } from '../rute-umum.ts'
import { ajukanSop } from './ajukan-sop.ts'
import { buangDraf } from './buang-draf.ts'
import { cabutSop } from './cabut-sop.ts'
import {
  isianPencabutan,
  isianPengajuan,
  isianPengembalian,
  isianPengesahan,
  isianSalinan,
  isianVersi,
} from './isian.ts'
import { kembalikanSop } from './kembalikan-sop.ts'
import { sahkanSop } from './sahkan-sop.ts'
import { salinSop } from './salin-sop.ts'
import {
  halamanBeda,
  halamanPencabutan,
  halamanPengajuan,
  halamanPengesahan,
  halamanSalinan,
  halamanVersi,
  pembanding,
  susunBeda,
  susunPencabutan,
  susunPengajuan,
  susunPengesahan,
  susunSalinan,
  susunVersi,
} from './tampilan-versi.ts'
import { tarikSop } from './tarik-sop.ts'

/** Versions of an SOP: list, differences, and the acts of their lifecycle (alur.ts). */
export const pasangVersi = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  pasangTindakan(pasangKeputusan(rute, db), db)
    .get('/:id/versi', 'masuk', async (req, res) => {
      const versi = await ambilVersi(db, req, res)
      halamanVersi(res, susunVersi(versi, { semua: await semuaVersi(db, res, versi), pelaku: pelakuDari(res) }))
    })
    .get('/:id/perbedaan', 'masuk', async (req, res) => {
      const versi = await ambilVersi(db, req, res)
      const semua = await semuaVersi(db, res, versi)
      const dengan = typeof req.query.dengan === 'string' ? req.query.dengan : pembanding(versi, semua)
      if (!semua.some((v) => v.id === dengan)) throw galat.tidakDitemukan('Versi pembanding')
      const lama = await ambilVersiSop(db, pelakuDari(res), { id: String(dengan), hari: hariIni(res) })
      halamanBeda(res, susunBeda(lama, versi, { semua, pelaku: pelakuDari(res) }))
    })

/** What those who write do: hand in, take back, discard, copy. */
const pasangTindakan = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .get('/:id/pengajuan', PENGAJU_SOP, async (req, res) =>
      halamanPengajuan(res, susunPengajuan(await ambilUntuk(db, req, res, 'AJUKAN'))),
    )
    .post('/:id/pengajuan', PENGAJU_SOP, async (req, res) => {
      const versi = await ambilUntuk(db, req, res, 'AJUKAN')
      const { data, kesalahan } = bacaIsian(isianPengajuan, req.body)
      if (!data) return halamanPengajuan(res, susunPengajuan(versi, balasan(req, kesalahan)), 422)
      await ajukanSop(db, pelakuDari(res), versi.id, data)
      berhasil(res, alamatSop(req), 'sop-diajukan')
    })
    .post('/:id/penarikan', PENGAJU_SOP, async (req, res) => {
      await tarikSop(db, pelakuDari(res), idVersi(req), isianTombol(isianVersi, req))
      berhasil(res, alamatSop(req), 'sop-ditarik')
    })
    .post('/:id/pembuangan', PENYUSUN_SOP, async (req, res) => {
      await buangDraf(db, pelakuDari(res), idVersi(req), isianTombol(isianVersi, req))
      berhasil(res, '/sop', 'sop-draf-dibuang')
    })
    .get('/:id/salinan', PENYUSUN_SOP, async (req, res) =>
      halamanSalinan(res, susunSalinan(await ambilUntuk(db, req, res, 'SALIN'))),
    )
    .post('/:id/salinan', PENYUSUN_SOP, async (req, res) => {
      const versi = await ambilUntuk(db, req, res, 'SALIN')
      const { data, kesalahan } = bacaIsian(isianSalinan, req.body)
      if (!data) return halamanSalinan(res, susunSalinan(versi, balasan(req, kesalahan)), 422)
      const id = await salinSop(db, pelakuDari(res), versi.id, data)
      berhasil(res, `/sop/${id}`, 'sop-disalin')
    })

/** What the Camat does: approve, send back, revoke. */
const pasangKeputusan = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .get('/:id/pengesahan', PENGESAH_SOP, (req, res) => tampilkanPengesahan(db, req, res))
    .post('/:id/pengesahan', PENGESAH_SOP, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianPengesahan, req.body)
      if (!data) return tampilkanPengesahan(db, req, res, kesalahan)
      await sahkanSop(db, pelakuDari(res), idVersi(req), data)
      berhasil(res, alamatSop(req), 'sop-disahkan')
    })
    .post('/:id/pengembalian', PENGESAH_SOP, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianPengembalian, req.body)
      if (!data) return tampilkanPengesahan(db, req, res, kesalahan)
      await kembalikanSop(db, pelakuDari(res), idVersi(req), data)
      berhasil(res, alamatSop(req), 'sop-dikembalikan')
    })
    .get('/:id/pencabutan', PENGESAH_SOP, (req, res) => tampilkanPencabutan(db, req, res))
    .post('/:id/pencabutan', PENGESAH_SOP, async (req, res) => {
      await ambilUntuk(db, req, res, 'CABUT')
      const { data, kesalahan } = bacaIsian(isianPencabutan(hariIni(res)), req.body)
      if (!data) return tampilkanPencabutan(db, req, res, kesalahan)
      await cabutSop(db, pelakuDari(res), idVersi(req), data)
      berhasil(res, alamatSop(req), 'sop-dicabut')
    })

const semuaVersi = (db: BasisData, res: Response, { sopId }: VersiSop) =>
  daftarVersiSop(db.baca, pelakuDari(res), { hari: hariIni(res), sopId })

const balasan = (req: Request, kesalahan: Kesalahan) => ({ isian: isianKembali(req.body), kesalahan })

/** The version when this person may do that to it now; 403, 404 or 409 otherwise. */
async function ambilUntuk(db: BasisData, req: Request, res: Response, tindakan: TindakanSop): Promise<VersiSop> {
  const versi = await ambilVersi(db, req, res)
  pastikanHakSop(pelakuDari(res), { keadaan: versi.keadaan, pengajuId: pengajuSop(versi)?.pegawaiId ?? null }, tindakan)
  return versi
}

/** Also for the one who handed it in, told why another person decides. */
async function tampilkanPengesahan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const versi = await ambilVersi(db, req, res)
  const pelaku = pelakuDari(res)
  pastikanHakSop(pelaku, { keadaan: versi.keadaan, pengajuId: null }, 'SAHKAN')
  const vm = susunPengesahan(versi, { pelaku, hari: hariIni(res) }, kesalahan ? balasan(req, kesalahan) : {})
  halamanPengesahan(res, vm, kesalahan ? 422 : 200)
}

async function tampilkanPencabutan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const versi = await ambilUntuk(db, req, res, 'CABUT')
  const ini = (await semuaVersi(db, res, versi)).find((v) => v.id === versi.id)
  const bahan = { berjalan: ini?.jumlahBerjalan ?? 0, hari: hariIni(res) }
  halamanPencabutan(res, susunPencabutan(versi, bahan, kesalahan ? balasan(req, kesalahan) : {}), kesalahan ? 422 : 200)
}
