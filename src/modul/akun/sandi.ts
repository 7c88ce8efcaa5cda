import { hash, verify } from '@node-rs/argon2'
import { galat } from '../../inti/galat/index.ts'

/** argon2id m=64 MiB t=3 p=1: about 55 ms; the floor of OWASP ASVS 5.0 11.4.2 is m=19 MiB t=2. */
const OPSI = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const
/** Sixteen hashes side by side would take 400 MB; two keep both cores busy. */
const SEREMPAK = 2
const ANTREAN_MAKS = 50

let berjalan = 0
const antrean: (() => void)[] = []

async function bergiliran<T>(kerja: () => Promise<T>): Promise<T> {
  if (berjalan >= SEREMPAK) {
    if (antrean.length >= ANTREAN_MAKS) throw galat.sibuk()
    await new Promise<void>((lanjut) => antrean.push(lanjut))
  }
  berjalan++
  try {
    return await kerja()
  } finally {
    berjalan--
    antrean.shift()?.()
  }
}

/** argon2id hash with its parameters inside. */
export const cincangSandi = (sandi: string): Promise<string> => bergiliran(() => hash(sandi, OPSI))

let pengecoh: Promise<string> | null = null
/**
 * Compares a passphrase with a stored hash. With `null` (unknown name) it compares against a dummy hash, so that the
 * answer takes the same time, and says no.
 */
export async function cocokSandi(sandi: string, tersimpan: string | null): Promise<boolean> {
  if (!tersimpan) pengecoh ??= cincangSandi('pengecoh yang tidak pernah cocok')
  const acuan = tersimpan ?? (await (pengecoh as Promise<string>))
  const cocok = await bergiliran(() => verify(acuan, sandi))
  return cocok && tersimpan !== null
}

/** True when a stored hash was made with weaker parameters and should be replaced at this sign-in. */
export const sandiPerluDiperbarui = (tersimpan: string): boolean =>
  !tersimpan.includes(`m=${OPSI.memoryCost},t=${OPSI.timeCost},p=${OPSI.parallelism}`)

const TERLALU_UMUM = [
  'kecamatan',
  'takar',
  'sakip',
  'rahasia',
  'password',
  'indonesia',
  'bismillah',
  'admin',
  'qwerty',
  '12345',
]

/** Why a new passphrase is refused, or null: 12–128 characters, no composition rules (OWASP ASVS 5.0 6.2.1, 6.2.5, 6.2.11). */
export function alasanSandiDitolak(sandi: string, kataTerlarang: readonly string[] = []): string | null {
  if (sandi.length < 12) return 'Sandi paling sedikit 12 huruf. Rangkaian empat kata mudah diingat.'
  if (sandi.length > 128) return 'Sandi paling banyak 128 huruf.'
  const kecil = sandi.toLowerCase()
  let sisa = kecil
  for (const kata of [...TERLALU_UMUM, ...kataTerlarang.map((k) => k.toLowerCase())])
    if (kata.length > 3) sisa = sisa.replaceAll(kata, '')
  if (sisa.replace(/[\s\d.,_-]/g, '').length < 6 || new Set(kecil).size < 6)
    return 'Sandi ini mudah ditebak. Pakai empat kata yang tidak berhubungan dengan kantor.'
  return null
}
