import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { type HasilIsian, pelakuDari } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { bolehMelihat } from '../formulir/index.ts'
import {
  type AlamatLangkah,
  ambilLangkah,
  bacaPenyelesaian,
  bolehMenyiapkan,
  type KonteksLangkah,
  type Penyelesaian,
  pastikanPelaksana,
  pastikanTerbuka,
} from '../siklus/index.ts'
import type { KertasKerja } from './kueri.ts'

/** Those who read the whole Kertas Kerja; everybody else the own unit's part of it. */
export const PEMBACA_KERTAS = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'PENGAMAT'] as const

/** The step of a kind's page. */
export const alamatDari = (req: Request, jenis: 'metodologi' | 'pengukuran') => ({
  siklusId: String(req.params.siklusId),
  kode: String(req.params.kode),
  jenis,
})
export const alamatBaris = (req: Request, jenis: 'metodologi' | 'pengukuran') => ({
  ...alamatDari(req, jenis),
  barisId: String(req.params.barisId),
})
export const halamanJenis = (req: Request, jenis: 'metodologi' | 'pengukuran'): string =>
  `/siklus/${req.params.siklusId}/langkah/${req.params.kode}/${jenis}`

/** The rows this person may read; those who prepare the step read all of it. */
export function saringTerlihat<K extends KertasKerja | null>(kertas: K, konteks: KonteksLangkah, pelaku: Pelaku): K {
  if (!kertas || punyaPeran(pelaku, PEMBACA_KERTAS) || bolehMenyiapkan(konteks, pelaku)) return kertas
  return { ...kertas, baris: kertas.baris.filter((b) => bolehMelihat(pelaku, b.unitId)) }
}

/** What the SOP asks of whoever finishes the step; when it was not answered, right and state are said first. */
export async function periksaPenyelesaian(
  db: BasisData,
  req: Request,
  res: Response,
  alamat: AlamatLangkah,
): Promise<HasilIsian<Penyelesaian>> {
  const konteks = await ambilLangkah(db.baca, pelakuDari(res), alamat)
  const terbaca = bacaPenyelesaian(konteks, req.body)
  if (terbaca.data) return terbaca
  pastikanPelaksana(konteks, pelakuDari(res))
  pastikanTerbuka(konteks)
  return terbaca
}
