import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, isianKembali, pelakuDari, type RuteBerizin } from '../../inti/http/index.ts'
import { buatPenerima, type Gudang, unggahan } from '../berkas/index.ts'
import { bacaBaris, isianBaris, isianBukti } from '../formulir/index.ts'
import {
  alamatHalaman,
  ambilLangkah,
  ambilSebagaiPenyiap,
  PERAN_PENULIS,
  PERAN_SIKLUS,
  susunKepala,
} from '../siklus/index.ts'
import { hapusBuktiKertas, tambahBuktiKertas } from './bukti-kertas.ts'
import { isianAnalisis } from './isian.ts'
import { ambilKertasKerja, type BarisKertas, barisDari, daftarBuktiKertas } from './kueri.ts'
import { kartuUkur } from './metodologi.ts'
import { alamatBaris, saringTerlihat } from './rute-umum.ts'
import { simpanPengukuran } from './simpan-analisis.ts'
import { halamanIndikatorUkur, type KembalianUkur, susunIndikator } from './tampilan-indikator.ts'
import { alamatBerikut } from './tampilan-metodologi.ts'

const JENIS = 'pengukuran'
const alamat = (req: Request) => alamatBaris(req, JENIS)
const halamanSatu = (req: Request): string => `${alamatHalaman(req, JENIS)}/indikator/${req.params.barisId}`

export type LingkunganBukti = { readonly gudang: Gudang; readonly batasMb: number }

/** The page of one indicator: figure, analysis, evidence. */
export function pasangIndikator(rute: RuteBerizin, db: BasisData, { gudang, batasMb }: LingkunganBukti): RuteBerizin {
  const { terimaDenganIsian } = buatPenerima(gudang, { batasMb })
  return rute
    .get('/pengukuran/indikator/:barisId', PERAN_SIKLUS, (req, res) => tampilkan(db, req, res))
    .post('/pengukuran/indikator/:barisId', PERAN_PENULIS, (req, res) => simpan(db, req, res))
    .post('/pengukuran/indikator/:barisId/bukti', PERAN_PENULIS, terimaDenganIsian, async (req, res) => {
      await ambilSebagaiPenyiap(db.baca, pelakuDari(res), alamat(req))
      const { data, kesalahan } = bacaIsian(isianBukti, req.body)
      const berkas = unggahan(req, 'berkas')
      const lupa = data?.jenis === 'berkas' && berkas.length === 0
      const salah = lupa ? { berkas: 'Pilih berkasnya dahulu.' } : kesalahan
      if (!data || lupa) return tampilkan(db, req, res, { isian: hanyaBukti(req), kesalahan: salah })
      await tambahBuktiKertas(db, pelakuDari(res), alamat(req), { gudang, isian: data, berkas })
      berhasil(res, `${halamanSatu(req)}#bukti`, 'bukti-ditambah')
    })
    .post('/pengukuran/indikator/:barisId/bukti/:buktiId/penghapusan', PERAN_PENULIS, async (req, res) => {
      await hapusBuktiKertas(db, pelakuDari(res), alamat(req), String(req.params.buktiId))
      berhasil(res, `${halamanSatu(req)}#bukti`, 'bukti-dihapus')
    })
}

/** The form of evidence sends nothing of the others: those show what is stored. */
function hanyaBukti(req: Request): Record<string, string> {
  const { jenis = '', tautan = '', tempatKertas = '', keterangan = '' } = isianKembali(req.body)
  return { jenis, tautan, tempatKertas, keterangan }
}

async function simpan(db: BasisData, req: Request, res: Response): Promise<void> {
  const konteks = await ambilSebagaiPenyiap(db.baca, pelakuDari(res), alamat(req))
  const kertas = await ambilKertasKerja(db.baca, konteks.siklus)
  const baris = barisDari(kertas, String(req.params.barisId))
  const { data, kesalahan } = bacaIsian(isianAnalisis, req.body)
  const angka = kertas.kepala.sumber === 'LANGSUNG' ? bacaAngka(baris, req) : null
  const salah = { ...kesalahan, ...angka?.kesalahan, ...kurangSumber(angka, data?.sumberAngka) }
  if (!data || Object.keys(salah).length > 0)
    return tampilkan(db, req, res, {
      isian: isianKembali(req.body),
      kesalahan: salah,
      ...(angka ? { angka: { isian: angka.isian, taksa: angka.taksa } } : {}),
    })
  await simpanPengukuran(db, pelakuDari(res), alamat(req), { ...data, angka: angka?.data ?? null })
  const berikut = req.body.lanjut === 'ya' ? alamatBerikut(kertas, baris, alamatHalaman(req, JENIS)) : null
  berhasil(res, berikut ?? alamatHalaman(req, JENIS), 'pengukuran-disimpan')
}

type Angka = ReturnType<typeof bacaAngka>
/** Figures as typed, by the card as it is measured. */
function bacaAngka({ kartu, metodologi }: BarisKertas, req: Request) {
  const { isian, kesalahan } = isianBaris(req.body)
  const baca = bacaBaris(kartuUkur(kartu, metodologi), isian)
  return { isian, data: baca.data, taksa: baca.taksa, kesalahan: { ...kesalahan, ...baca.kesalahan } }
}

const kurangSumber = (angka: Angka | null, sumber = ''): Record<string, string> =>
  angka?.data?.status === 'TERISI' && sumber.length < 3
    ? { sumberAngka: 'Tulis dari mana angkanya, misalnya "Register pelayanan Juni 2026".' }
    : {}

async function tampilkan(db: BasisData, req: Request, res: Response, kembali?: KembalianUkur): Promise<void> {
  const pelaku = pelakuDari(res)
  const konteks = await ambilLangkah(db.baca, pelaku, alamat(req))
  const [kepala, semua, bukti] = await Promise.all([
    susunKepala(db.baca, konteks, pelaku),
    ambilKertasKerja(db.baca, konteks.siklus),
    daftarBuktiKertas(db.baca, pelaku, { siklusId: konteks.siklus.id, barisId: alamat(req).barisId }),
  ])
  const kertas = saringTerlihat(semua, konteks, pelaku)
  const baris = barisDari(kertas, alamat(req).barisId)
  const bahan = { kepala, konteks, kertas, baris, bukti, zona: pelaku.zonaWaktu }
  halamanIndikatorUkur(res, susunIndikator(bahan, kembali), kembali ? 422 : 200)
}
