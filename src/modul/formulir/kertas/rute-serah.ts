import type { Request, Response } from 'express'
import type { BasisData } from '../../../inti/basis-data/index.ts'
import {
  bacaIsian,
  berhasil,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../../inti/http/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../../inti/waktu/index.ts'
import { type BerkasDiterima, buatPenerima, unggahan } from '../../berkas/index.ts'
import { pastikanFormulir, pastikanPihak } from '../alur.ts'
import { ambilFormulir, type FormulirLengkap } from '../kueri.ts'
import { penahanSerah } from '../penahan-serah.ts'
import type { LingkunganBukti } from '../rute-bukti.ts'
import { idFormulir } from '../rute-umum.ts'
import { catatPenyerahan, kepalaUnitPada, PENCATAT_SERAH, salahSerah, TANPA_PINDAIAN } from './catat-penyerahan.ts'
import { isianSerah } from './isian-serah.ts'
import { daftarKertas } from './kueri-kertas.ts'
import { salahPindaian } from './pindaian.ts'
import { halamanSerahKertas, susunSerahKertas } from './tampilan-serah.ts'

/** A form that its head signed on paper: recorded as handed in, with the scan as proof. */
export function pasangSerahKertas(rute: RuteBerizin, db: BasisData, { gudang, batasMb }: LingkunganBukti): RuteBerizin {
  const { terimaUnggahan } = buatPenerima(gudang, { batasMb, maksBerkas: 1 })
  return rute
    .get('/:id/penyerahan-kertas', PENCATAT_SERAH, (req, res) => tampilkan(db, req, res))
    .post('/:id/penyerahan-kertas', PENCATAT_SERAH, terimaUnggahan, async (req, res) => {
      const formulirId = idFormulir(req)
      const formulir = await ambilFormulir(db.baca, pelakuDari(res), formulirId)
      pastikanFormulir(pelakuDari(res), formulir, 'SERAHKAN_KERTAS')
      const [berkas] = unggahan(req, 'berkas')
      const { data, salah } = await periksa(db, pelakuDari(res), { formulir, badan: req.body, berkas })
      if (!data || Object.keys(salah).length > 0) return tampilkan(db, req, res, salah)
      await catatPenyerahan(db, pelakuDari(res), { formulirId, gudang, isian: data, berkas })
      berhasil(res, `/formulir/${formulirId}`, 'penyerahan-kertas-dicatat')
    })
}

type Kiriman = {
  readonly formulir: FormulirLengkap
  readonly badan: unknown
  readonly berkas: BerkasDiterima | undefined
}
/** What was sent and what is wrong with it; also what keeps the form back, which stands on the page as it is. */
async function periksa(db: BasisData, pelaku: Pelaku, { formulir, badan, berkas }: Kiriman) {
  const { data, kesalahan } = bacaIsian(isianSerah, badan)
  const isi = data ? await salahSerah(db.baca, pelaku, { formulir, isian: data }) : kesalahan
  const [tertahan] = await penahanSerah(db.baca, formulir)
  const salah: Kesalahan = {
    ...(tertahan && { '': tertahan }),
    ...isi,
    ...salahPindaian(berkas?.mime, data?.kertasId ? '' : TANPA_PINDAIAN),
  }
  return { data, salah }
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const formulir = await ambilFormulir(db.baca, pelaku, idFormulir(req))
  pastikanPihak(pelaku, formulir, 'SERAHKAN_KERTAS')
  const isian = kesalahan ? isianKembali(req.body) : {}
  const tanggal = /^\d{4}-\d{2}-\d{2}$/.test(isian.tanggal ?? '')
    ? (isian.tanggal ?? '')
    : tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const kertas = await daftarKertas(db.baca, pelaku, { formulirId: formulir.id })
  const kepala = await kepalaUnitPada(db.baca, pelaku, { unitId: formulir.unitId, tanggal })
  const kurang = await penahanSerah(db.baca, formulir)
  const vm = susunSerahKertas({ formulir, kertas, kepala, kurang, pelaku }, kesalahan ? { isian, kesalahan } : {})
  halamanSerahKertas(res, vm, kesalahan ? 422 : 200)
}
