import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import {
  bacaIsian,
  berhasil,
  isianKembali,
  type Kesalahan,
  pelakuDari,
  type RuteBerizin,
} from '../../inti/http/index.ts'
import { buatPenerima, type Gudang, unggahan } from '../berkas/index.ts'
import {
  alamatLangkah,
  ambilLangkah,
  bacaLanjutan,
  jalanPutusan,
  type KonteksLangkah,
  PERAN_PENULIS,
  PERAN_SIKLUS,
  pastikanPelaksana,
  pastikanTerbuka,
  susunKepala,
} from '../siklus/index.ts'
import { catatTandaTangan, pastikanPencatat } from './catat-tanda-tangan.ts'
import { pastikanGiliranSaya, pastikanTidakMendahului } from './giliran-tanda-tangan.ts'
import { isianKertas, isianPenolakan, isianTandaTangan } from './isian-tanda-tangan.ts'
import { ambilBahanTandaTangan, ambilTandaTangan } from './kueri-tanda-tangan.ts'
import { halamanTandaTangan, susunTandaTangan } from './tampilan-tanda-tangan.ts'
import { hariIni, pastikanDapatMenolak, tandaTangani, tolakMenandatangani } from './tanda-tangani.ts'

export type Lingkungan = { readonly gudang: Gudang; readonly batasMb: number }

const alamatDari = (req: Request) => alamatLangkah(req, 'tanda-tangan')

/** Pages of the kind "tanda-tangan": sign, refuse, record what was signed on paper. */
export function pasangTandaTangan(rute: RuteBerizin, db: BasisData, { gudang, batasMb }: Lingkungan): RuteBerizin {
  const { terimaDenganIsian } = buatPenerima(gudang, { batasMb, maksBerkas: 1 })
  return rute
    .get('/tanda-tangan', PERAN_SIKLUS, (req, res) => tampilkan(db, req, res))
    .post('/tanda-tangan', PERAN_PENULIS, async (req, res) => {
      const konteks = await pastikanSaya(db, req, res)
      const { data, kesalahan } = bacaTandaTangan(konteks, req)
      if (!data) return tampilkan(db, req, res, kesalahan)
      await tandaTangani(db, pelakuDari(res), alamatDari(req), data)
      await lanjut(db, req, res)
    })
    .post('/tanda-tangan/penolakan', PERAN_PENULIS, async (req, res) => {
      const konteks = await pastikanSaya(db, req, res)
      pastikanDapatMenolak(konteks)
      const { data, kesalahan } = bacaPenolakan(konteks, req)
      if (!data) return tampilkan(db, req, res, kesalahan)
      await tolakMenandatangani(db, pelakuDari(res), alamatDari(req), data)
      berhasil(res, `/siklus/${req.params.siklusId}`, 'tanda-tangan-ditolak')
    })
    .post('/tanda-tangan/kertas', PERAN_PENULIS, terimaDenganIsian, async (req, res) => {
      const { data, kesalahan } = await periksaKertas(db, req, res)
      if (!data) return tampilkan(db, req, res, kesalahan)
      await catatTandaTangan(db, pelakuDari(res), alamatDari(req), {
        isian: data,
        berkas: unggahan(req, 'berkas'),
        gudang,
      })
      await lanjut(db, req, res, data.hasil === 'TOLAK' ? 'tanda-tangan-ditolak' : undefined)
    })
}

/** Right, state and turn before anything is said about the fields. */
async function pastikanSaya(db: BasisData, req: Request, res: Response) {
  const konteks = await ambilLangkah(db.baca, pelakuDari(res), alamatDari(req))
  pastikanTidakMendahului(konteks, pelakuDari(res))
  pastikanPelaksana(konteks, pelakuDari(res))
  pastikanTerbuka(konteks)
  pastikanGiliranSaya(konteks, pelakuDari(res))
  return konteks
}

/** To sign is Ya where the SOP makes the step a decision; whether an optional step follows is asked of the last one. */
function bacaTandaTangan(konteks: KonteksLangkah, req: Request) {
  const ya = jalanPutusan(konteks).find((j) => j.keputusan === 'ya') ?? null
  const isian = bacaIsian(isianTandaTangan, req.body)
  const lanjutan = bacaLanjutan(konteks, ya, req.body)
  if (!isian.data || !lanjutan.data) return { data: null, kesalahan: { ...isian.kesalahan, ...lanjutan.kesalahan } }
  const putusan = ya && { ...ya, cakupan: { jenis: 'SEMUA' } as const, alasan: isian.data.catatan }
  return { data: { isian: isian.data, penyelesaian: { putusan, tidakPerlu: lanjutan.data } }, kesalahan: {} }
}

/** To refuse is Tidak, with where to. */
function bacaPenolakan(konteks: KonteksLangkah, req: Request) {
  const { data, kesalahan } = bacaIsian(isianPenolakan, req.body)
  if (!data) return { data, kesalahan }
  const jalan = jalanPutusan(konteks).find((j) => j.keputusan === 'tidak' && j.tujuan === data.tujuan)
  if (!jalan) return { data: null, kesalahan: { tujuan: 'Pilih ke mana dokumen ini dikembalikan.' } }
  return { data: { isian: data, jalan }, kesalahan: {} }
}

/** Whose columns these are, then the fields; a signature needs its scan, a refusal does not. */
async function periksaKertas(db: BasisData, req: Request, res: Response) {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamatDari(req))
  const terbaca = bacaIsian(isianKertas(hariIni(pelaku)), req.body)
  const { dokumen } = await ambilTandaTangan(db.baca, konteks)
  pastikanPencatat(konteks, pelaku, { penandatangan: terbaca.data?.penandatangan ?? null, dokumen })
  pastikanTerbuka(konteks)
  if (terbaca.data?.hasil !== 'SETUJU' || unggahan(req, 'berkas').length > 0) return terbaca
  return { data: null, kesalahan: { berkas: 'Unggah pindaian dokumen yang sudah ditandatangani.' } }
}

/** On to the siklus once all have signed, else back to the page that says who is next. */
async function lanjut(db: BasisData, req: Request, res: Response, pesan?: string): Promise<void> {
  const { langkah } = await ambilLangkah(db.baca, pelakuDari(res), alamatDari(req))
  const terbuka = langkah.status === 'BERJALAN'
  const siklus = `/siklus/${req.params.siklusId}`
  berhasil(
    res,
    terbuka ? `${siklus}/langkah/${req.params.kode}/tanda-tangan` : siklus,
    pesan ?? (terbuka ? 'dokumen-ditandatangani' : 'dokumen-lengkap-ditandatangani'),
  )
}

async function tampilkan(db: BasisData, req: Request, res: Response, kesalahan?: Kesalahan): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamatDari(req))
  const [kepala, bahan] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku, { badan: req.body, kesalahan }),
    ambilBahanTandaTangan(db.baca, pelaku, konteks),
  ])
  const vm = susunTandaTangan(
    { kepala, konteks, ...bahan, pelaku, hariIni: hariIni(pelaku) },
    kesalahan ? { isian: isianKembali(req.body), kesalahan } : {},
  )
  halamanTandaTangan(res, vm, kesalahan ? 422 : 200)
}
