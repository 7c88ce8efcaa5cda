import { join } from 'node:path'
import { folderProyek, GagalMulai, type Konfigurasi } from '../konfigurasi/index.ts'
import { jalankanMigrasi } from './migrasi.ts'
import { PERAN_APLIKASI, pastikanTerikat } from './peran-aplikasi.ts'
import { nyalakanTertanam } from './tertanam.ts'

/** A database that is up to date. Owner's address for migrations and sample data, application's address for everything else. */
export type BasisDataSiap = {
  readonly urlPemilik: string
  readonly urlAplikasi: string
  /** names of the migrations this start applied */
  readonly migrasi: readonly string[]
  /** stops the embedded server (nothing for one of your own); close the pools first */
  matikan(): Promise<void>
}

/**
 * The first thing of a start: the embedded PostgreSQL or the one of DATABASE_URL, with all migrations, and proof that the
 * application's role is bound by row-level security. Throws GagalMulai with a sentence for the person at the keyboard.
 */
export async function siapkanBasisData(
  konfigurasi: Letak,
  { lapor = () => {}, folderMigrasi = join(folderProyek, 'prisma/migrations'), sebelumMigrasi }: PilihanSiapkan = {},
): Promise<BasisDataSiap> {
  const alamat = await sambungkanBasisData(konfigurasi, lapor)
  try {
    const anggotaPeran = konfigurasi.urlAplikasi
      ? decodeURIComponent(new URL(konfigurasi.urlAplikasi).username)
      : undefined
    const sebelum = sebelumMigrasi && (() => sebelumMigrasi(alamat.urlPemilik))
    const migrasi = await jalankanMigrasi(alamat.urlPemilik, folderMigrasi, { anggotaPeran, sebelum })
    if (konfigurasi.urlBasisData) await pastikanTerikat(alamat.urlAplikasi)
    return { ...alamat, migrasi }
  } catch (sebab) {
    await alamat.matikan()
    throw konfigurasi.urlBasisData ? jelaskanSambungan(sebab) : sebab
  }
}

type Letak = Pick<Konfigurasi, 'urlBasisData' | 'urlAplikasi' | 'folderData'>
/** The same database as it is, without migrations: for commands that must not change it. */
export const sambungkanBasisData = async (
  { urlBasisData, urlAplikasi, folderData }: Letak,
  lapor: (teks: string) => void = () => {},
) => (urlBasisData ? alamatLuar(urlBasisData, urlAplikasi) : nyalakanTertanam({ folder: folderData, lapor }))

/** Without an account of its own the application acts as takar_aplikasi on the owner's account. */
export function alamatLuar(urlPemilik: string, urlAplikasi: string | null) {
  return { urlPemilik, urlAplikasi: urlAplikasi ?? sebagaiPeranAplikasi(urlPemilik), matikan: async () => {} }
}

function sebagaiPeranAplikasi(urlPemilik: string): string {
  const url = new URL(urlPemilik)
  const pilihan = [url.searchParams.get('options'), `-c role=${PERAN_APLIKASI}`].filter(Boolean).join(' ')
  url.searchParams.delete('options')
  return `${url.href}${url.search ? '&' : '?'}options=${encodeURIComponent(pilihan)}`
}

/** Codes of the network and of PostgreSQL's class 28 (authorization) and 3D (no such database). */
function jelaskanSambungan(sebab: unknown): unknown {
  const { code = '', message } = sebab as { code?: string; message: string }
  const sambungan = /^(E[A-Z]+|28...|3D...|57P..)$/.test(code) || /timeout|terminated|SSL/i.test(message)
  if (sebab instanceof GagalMulai || !sambungan) return sebab
  return new GagalMulai(`Basis data pada DATABASE_URL tidak dapat dipakai: ${message}`, { cause: sebab })
}

type PilihanSiapkan = {
  lapor?: (teks: string) => void
  folderMigrasi?: string
  /** runs before a database in use is changed by a newer release; when it throws, nothing is changed */
  sebelumMigrasi?: ((urlPemilik: string) => Promise<void>) | undefined
}
