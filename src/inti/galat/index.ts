/** Machine names of every refusal; the page of each HTTP status is in views/galat. */
export type KodeGalat =
  | 'tidak-ditemukan'
  | 'tidak-berwenang'
  | 'belum-masuk'
  | 'sudah-berubah'
  | 'bentrok'
  | 'tidak-sesuai'
  | 'terlalu-besar'
  | 'terlalu-sering'
  | 'berulang'
  | 'asal-tidak-dikenal'
  | 'sibuk'

/** A refusal with a sentence for the person; causes and details go to the log, never to the page. */
export class Galat extends Error {
  constructor(
    readonly kode: KodeGalat,
    readonly http: number,
    readonly pesan: string,
    /** seconds after which a new try makes sense */
    readonly tunggu?: number,
  ) {
    super(`${kode}: ${pesan}`)
  }
}

/** What to do about a page that is no longer true; left out where the page of now follows at once. */
export const MUAT_ULANG = ' Muat ulang halaman, periksa, lalu ulangi.'

/** The catalogue of refusals; branch on `kode`, never on the text. */
export const galat = {
  /** 404: also for what exists but is not this person's to see. */
  tidakDitemukan: (benda: string) =>
    new Galat('tidak-ditemukan', 404, `${benda} tidak ditemukan, atau bukan untuk Anda.`),
  /** 403: the thing may be seen, the act is not this person's. */
  tidakBerwenang: (pesan = 'Tindakan ini bukan wewenang Anda.') => new Galat('tidak-berwenang', 403, pesan),
  belumMasuk: () => new Galat('belum-masuk', 401, 'Silakan masuk lebih dahulu.'),
  /** 409: compare-and-set found another version; someone was first. */
  sudahBerubah: (benda: string) =>
    new Galat('sudah-berubah', 409, `${benda} sudah diubah sejak halaman Anda dibuka.${MUAT_ULANG}`),
  /** 409: the act does not fit the present state. */
  bentrok: (pesan: string) => new Galat('bentrok', 409, pesan),
  /** 422: the input cannot be accepted; says what and what to do. */
  tidakSesuai: (pesan: string) => new Galat('tidak-sesuai', 422, pesan),
  terlaluBesar: (pesan: string) => new Galat('terlalu-besar', 413, pesan),
  terlaluSering: (detik: number) =>
    new Galat(
      'terlalu-sering',
      429,
      `Terlalu banyak percobaan. Tunggu ${Math.max(1, Math.ceil(detik / 60))} menit, lalu coba lagi.`,
      detik,
    ),
  /** The same form arrived twice; the first one counted. */
  berulang: () => new Galat('berulang', 303, 'Isian ini sudah diterima.'),
  asalTidakDikenal: () =>
    new Galat(
      'asal-tidak-dikenal',
      403,
      'Permintaan ini tidak datang dari halaman Takar. Buka kembali halamannya dan ulangi.',
    ),
  sibuk: () =>
    new Galat('sibuk', 503, 'Data sedang dipakai atau basis data sedang tidak terjangkau. Coba lagi sebentar lagi.', 5),
} as const

const KODE_SIBUK = new Set([
  '55P03',
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '40001',
  '40P01',
  '08006',
  '08003',
  '08001',
])
/** Values no column can hold: NUL, too long, number or date out of range. Forms refuse them earlier, with better words. */
const KODE_ISIAN = new Set(['22021', '22P05', '22001', '22003', '22007', '22008'])
const PRISMA_SIBUK = new Set(['P2024', 'P2028', 'P2034', 'P1001', 'P1002', 'P1008', 'P1017'])

/** SQLSTATE or driver code buried in an error of pg or of Prisma's adapter; null when there is none. */
export function kodeBasisData(sebab: unknown): string | null {
  if (typeof sebab !== 'object' || sebab === null) return null
  const e = sebab as {
    code?: unknown
    meta?: { driverAdapterError?: { cause?: Record<string, unknown> } }
    cause?: unknown
  }
  const dalam = e.meta?.driverAdapterError?.cause ?? (e.cause as Record<string, unknown> | undefined)
  const asli = dalam?.originalCode ?? dalam?.code
  if (typeof asli === 'string') return asli
  return typeof e.code === 'string' ? e.code : null
}

/** Turns any error into a Galat where the office can do something about it; otherwise null (a 500). One place for the database's. */
export function terjemahkanGalat(sebab: unknown): Galat | null {
  if (sebab instanceof Galat) return sebab
  const kode = kodeBasisData(sebab)
  const prisma = (sebab as { code?: unknown } | null)?.code
  if (kode === 'TK001') return galat.bentrok('Siklus ini sudah diarsipkan. Isinya tidak dapat diubah lagi.')
  if (kode === 'TK002') return galat.bentrok('Angka ini sudah disetujui. Usulkan koreksi untuk mengubahnya.')
  if (kode === '23505') return galat.bentrok('Data yang sama sudah ada. Muat ulang halaman untuk melihatnya.')
  if (kode === '22P02' || prisma === 'P2023') return galat.tidakDitemukan('Halaman')
  if (kode !== null && KODE_ISIAN.has(kode))
    return galat.tidakSesuai(
      'Ada isian yang tidak dapat disimpan: terlalu panjang, di luar batas, atau memuat huruf yang tidak dikenal.',
    )
  if ((kode !== null && KODE_SIBUK.has(kode)) || (typeof prisma === 'string' && PRISMA_SIBUK.has(prisma)))
    return galat.sibuk()
  const teks = sebab instanceof Error ? `${sebab.name} ${sebab.message}` : ''
  if (
    /ECONNREFUSED|ECONNRESET|EPIPE|connect ENOENT|timeout exceeded when trying to connect|Connection terminated|not queryable|Can't reach database|DatabaseNotReachable/.test(
      teks,
    )
  )
    return galat.sibuk()
  return null
}
