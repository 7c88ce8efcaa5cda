import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'

/** Something a person must put right before the application can start; `message` is for that person (Indonesian). */
export class GagalMulai extends Error {
  override name = 'GagalMulai'
}

/** Wrong settings: `daftar` holds one sentence per setting. */
export class KonfigurasiSalah extends GagalMulai {
  constructor(readonly daftar: readonly string[]) {
    super(
      `Pengaturan belum benar:\n${daftar.map((baris) => `  - ${baris}`).join('\n')}\nPenjelasan tiap pengaturan ada di .env.example.`,
    )
  }
}

/** The folder of package.json, whether the code runs from src/ or bundled from dist/. */
export const folderProyek = cariFolderProyek(import.meta.dirname)

const TINGKAT_LOG = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const RAHASIA_MINIMAL = 32

const yaTidak = z.enum(['ya', 'tidak'], 'isi dengan ya atau tidak').transform((nilai) => nilai === 'ya')
const bilangan = (dari: number, sampai: number) => {
  const pesan = `isi dengan bilangan bulat ${dari} sampai ${sampai}`
  return z.string().regex(/^\d+$/, pesan).transform(Number).pipe(z.number().min(dari, pesan).max(sampai, pesan))
}
const urlPostgres = z.string().refine((nilai) => {
  const url = URL.canParse(nilai) ? new URL(nilai) : null
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1
}, 'isi dengan alamat PostgreSQL, misalnya postgresql://nama:sandi@alamat:5432/takar')

const urlSmtp = z.string().refine((nilai) => {
  const url = URL.canParse(nilai) ? new URL(nilai) : null
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== ''
}, 'isi dengan alamat server SMTP, misalnya smtp://akun:sandi@surel.kantor.go.id:587')
const pengirim = z
  .string()
  .regex(
    /^([^<>@\r\n]+<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
    'isi dengan alamat surel, misalnya Takar Kecamatan Taman <takar@kantor.go.id>',
  )
const alamatUmum = z
  .string()
  .refine((nilai) => {
    const url = URL.canParse(nilai) ? new URL(nilai) : null
    return url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === ''
  }, 'isi dengan alamat yang dibuka pegawai, misalnya http://192.168.1.10:3000')
  .transform((nilai) => nilai.replace(/\/+$/, ''))

const skema = z.object({
  PORT: bilangan(0, 65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, 'isi dengan nama atau alamat IP tanpa http://, misalnya 127.0.0.1 atau 0.0.0.0')
    .default('127.0.0.1'),
  DATABASE_URL: urlPostgres.optional(),
  DATABASE_URL_APLIKASI: urlPostgres.optional(),
  TAKAR_DATA: z.string().default('data'),
  TAKAR_CADANGAN: z.string().optional(),
  TAKAR_CONTOH: yaTidak.default(true),
  TAKAR_KANTOR_BARU: yaTidak.default(false),
  TAKAR_RAHASIA_SESI: z.string().optional(),
  TAKAR_HTTPS: yaTidak.default(false),
  TAKAR_PROXY: bilangan(0, 10).default(0),
  TAKAR_LOG: z.enum(TINGKAT_LOG, `pilih salah satu: ${TINGKAT_LOG.join(', ')}`).default('info'),
  TAKAR_BATAS_UNGGAH_MB: bilangan(1, 500).default(20),
  TAKAR_ALAMAT: alamatUmum.optional(),
  TAKAR_SMTP: urlSmtp.optional(),
  TAKAR_SMTP_PENGIRIM: pengirim.optional(),
})

/** Names of all settings, in the order of .env.example. */
export const NAMA_PENGATURAN = Object.keys(skema.shape)
/** Used by tests and bench only; everything else that begins with TAKAR_ is taken for a slip of the pen. */
const NAMA_LAIN = /^TAKAR_(CHROMIUM|UJI|BENCH|GANGGUAN)/

/** The settings of one process, checked. */
export type Konfigurasi = {
  readonly port: number
  readonly host: string
  /** address of the owner of the tables; null: the embedded PostgreSQL in `folderData` */
  readonly urlBasisData: string | null
  /** address of the role that row-level security binds; null: derived from `urlBasisData` */
  readonly urlAplikasi: string | null
  /** absolute */
  readonly folderData: string
  /** absolute; where backups are kept. null: none are made */
  readonly folderCadangan: string | null
  /** load the sample office into an empty database */
  readonly contoh: boolean
  /** print an address with which one more kecamatan can be set up */
  readonly kantorBaru: boolean
  /** null: kept in the data folder, see ambilRahasiaSesi */
  readonly rahasiaSesi: string | null
  /** served by https: Secure cookies and HSTS */
  readonly https: boolean
  /** number of trusted proxies in front (Express' "trust proxy") */
  readonly proxy: number
  readonly log: (typeof TINGKAT_LOG)[number]
  /** largest upload, in MB (1,000,000 bytes) */
  readonly batasUnggahMb: number
  /** where people open Takar, without a slash at the end; null: links in messages are left out */
  readonly alamat: string | null
  /** null: no mail is sent */
  readonly surel: { readonly smtp: string; readonly pengirim: string } | null
}

/** Reads the settings from `env` (empty values count as missing). Throws KonfigurasiSalah with every fault at once. */
export function bacaKonfigurasi(env: Readonly<Record<string, string | undefined>>): Konfigurasi {
  const terisi = Object.fromEntries(
    Object.entries(env).flatMap(([nama, nilai]) => (nilai?.trim() ? [[nama, nilai.trim()]] : [])),
  )
  const hasil = skema.safeParse(terisi)
  const daftar = [
    ...(hasil.error?.issues ?? []).map((soal) => keluhan(String(soal.path[0]), soal.message, terisi)),
    ...keluhanLain(terisi),
  ]
  if (!hasil.success || daftar.length > 0) throw new KonfigurasiSalah(daftar)
  const nilai = hasil.data
  return {
    port: nilai.PORT,
    host: nilai.HOST,
    urlBasisData: nilai.DATABASE_URL ?? null,
    urlAplikasi: nilai.DATABASE_URL_APLIKASI ?? null,
    folderData: resolve(folderProyek, nilai.TAKAR_DATA),
    folderCadangan:
      nilai.TAKAR_CADANGAN === 'tidak'
        ? null
        : resolve(folderProyek, nilai.TAKAR_CADANGAN ?? join(nilai.TAKAR_DATA, 'cadangan')),
    contoh: nilai.TAKAR_CONTOH,
    kantorBaru: nilai.TAKAR_KANTOR_BARU,
    rahasiaSesi: nilai.TAKAR_RAHASIA_SESI ?? null,
    https: nilai.TAKAR_HTTPS,
    proxy: nilai.TAKAR_PROXY,
    log: nilai.TAKAR_LOG,
    batasUnggahMb: nilai.TAKAR_BATAS_UNGGAH_MB,
    alamat: nilai.TAKAR_ALAMAT ?? null,
    surel:
      nilai.TAKAR_SMTP && nilai.TAKAR_SMTP_PENGIRIM
        ? { smtp: nilai.TAKAR_SMTP, pengirim: nilai.TAKAR_SMTP_PENGIRIM }
        : null,
  }
}

/** Settings of this process: the environment, then the `.env` file beside package.json (the environment wins). */
export function muatKonfigurasi(): Konfigurasi {
  const berkas = join(folderProyek, '.env')
  if (existsSync(berkas)) process.loadEnvFile(berkas)
  try {
    return bacaKonfigurasi(process.env)
  } catch (sebab) {
    if (!(sebab instanceof KonfigurasiSalah)) throw sebab
    console.error(sebab.message)
    process.exit(1)
  }
}

/** Why a session secret is refused, or null when it is good enough. */
export function cacatRahasia(rahasia: string): string | null {
  if (rahasia.length < RAHASIA_MINIMAL)
    return `terlalu pendek: paling sedikit ${RAHASIA_MINIMAL} huruf (kosongkan agar dibuatkan)`
  if (new Set(rahasia).size < 10) return 'terlalu mudah ditebak: hurufnya berulang (kosongkan agar dibuatkan)'
  if (/ganti|contoh|rahasia|secret|change.?me|keyboard/i.test(rahasia))
    return 'masih berupa teks contoh (kosongkan agar dibuatkan)'
  return null
}

/** One sentence; secrets and addresses (they hold passwords) are not repeated. */
function keluhan(nama: string, pesan: string, terisi: Readonly<Record<string, string>>): string {
  return /URL|RAHASIA|SMTP$/.test(nama)
    ? `${nama}: ${pesan}.`
    : `${nama}: ${pesan} (sekarang: "${terisi[nama] ?? ''}").`
}

function keluhanLain(terisi: Readonly<Record<string, string>>): string[] {
  const daftar: string[] = []
  if (terisi.DATABASE_URL_APLIKASI && !terisi.DATABASE_URL)
    daftar.push('DATABASE_URL_APLIKASI: hanya berlaku bersama DATABASE_URL.')
  if (Boolean(terisi.TAKAR_SMTP) !== Boolean(terisi.TAKAR_SMTP_PENGIRIM))
    daftar.push('TAKAR_SMTP dan TAKAR_SMTP_PENGIRIM: isi keduanya agar surel dikirim, atau kosongkan keduanya.')
  const cacat = terisi.TAKAR_RAHASIA_SESI ? cacatRahasia(terisi.TAKAR_RAHASIA_SESI) : null
  if (cacat) daftar.push(`TAKAR_RAHASIA_SESI: ${cacat}.`)
  for (const nama of Object.keys(terisi)) {
    if (nama.startsWith('TAKAR_') && !NAMA_PENGATURAN.includes(nama) && !NAMA_LAIN.test(nama))
      daftar.push(`${nama}: pengaturan ini tidak dikenal; periksa ejaannya.`)
  }
  return daftar
}

function cariFolderProyek(mulai: string): string {
  for (let folder = mulai; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder)) throw new GagalMulai(`Folder proyek tidak ditemukan dari ${mulai}.`)
  }
}
