import type { Request } from 'express'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { bolehMelihat } from '../formulir/index.ts'
import { alamatLangkah, bolehMenyiapkan, type KonteksLangkah } from '../siklus/index.ts'
import type { KertasKerja } from './kueri.ts'

/** Those who read the whole Kertas Kerja; everybody else the own unit's part of it. */
export const PEMBACA_KERTAS = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'PENGAMAT'] as const

export const alamatBaris = (req: Request, jenis: 'metodologi' | 'pengukuran') => ({
  ...alamatLangkah(req, jenis),
  barisId: String(req.params.barisId),
})

/** The rows this person may read; those who prepare the step read all of it. */
export function saringTerlihat<K extends KertasKerja | null>(kertas: K, konteks: KonteksLangkah, pelaku: Pelaku): K {
  if (!kertas || punyaPeran(pelaku, PEMBACA_KERTAS) || bolehMenyiapkan(konteks, pelaku)) return kertas
  return { ...kertas, baris: kertas.baris.filter((b) => bolehMelihat(pelaku, b.unitId)) }
}
