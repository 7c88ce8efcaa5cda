import type { JawabanKiriman, Lawan } from './titipan.ts'

/** What the server says about an autosaved row. `isi`: texts elsewhere on the page, by the key of their data-isi. */
export type DataJawaban = {
  readonly versi?: number
  readonly status?: string
  readonly teks?: string
  readonly capaian?: string | null
  /** Sentence of a refusal. */
  readonly pesan?: string
  readonly isi?: Readonly<Record<string, string>>
  /** fields as the server writes them */
  readonly isian?: Readonly<Record<string, string>>
  /** the two readings of an ambiguous number, by variable */
  readonly pilihan?: Readonly<Record<string, readonly [string, string]>>
  /** somebody was first: who, when, what stands there now */
  readonly bentrok?: Lawan
}

/**
 * `tertunda` is repeated after at least `tungguMs`, `keluar` after signing in again; `ditolak` and `bentrok` wait for the
 * person.
 */
export type Jawaban = {
  readonly jenis: JawabanKiriman['jenis']
  readonly teks: string
  readonly tungguMs: number
  readonly data: DataJawaban
}

/**
 * Reads the answer to an autosave.
 * @param sekarang clock of the browser, only to show when it was saved
 */
export async function bacaJawaban(balasan: Response, sekarang = new Date()): Promise<Jawaban> {
  const json = balasan.headers.get('content-type')?.includes('json') ?? false
  const data: DataJawaban = json ? ((await balasan.json()) as DataJawaban) : {}
  if (balasan.ok && json) return { jenis: 'tersimpan', teks: `Tersimpan ${pukul(sekarang)}`, tungguMs: 0, data }
  if (balasan.status >= 500 || balasan.status === 429) {
    const tungguMs = 1000 * Number(balasan.headers.get('retry-after') ?? 0) || 0
    return { jenis: 'tertunda', teks: 'Belum terkirim', tungguMs, data }
  }
  // a redirect to the sign-in page arrives here as an ordinary page
  if (balasan.status === 401 || balasan.redirected || balasan.ok)
    return { jenis: 'keluar', teks: 'Belum tersimpan: masuk lagi untuk meneruskan.', tungguMs: 0, data }
  const jenis = data.bentrok && data.versi !== undefined ? 'bentrok' : 'ditolak'
  return { jenis, teks: data.pesan ?? data.teks ?? teksPenolakan(balasan), tungguMs: 0, data }
}

/** The part of an answer that decides what becomes of a titipan. */
export function keKiriman({ jenis, teks, data }: Jawaban): JawabanKiriman {
  if (jenis === 'tersimpan') {
    const { versi, isian } = data
    return { jenis, ...(versi === undefined ? {} : { versi }), ...(isian ? { isian } : {}) }
  }
  if (jenis === 'bentrok' && data.bentrok) return { jenis, teks, versi: data.versi ?? 0, lawan: data.bentrok }
  return jenis === 'tertunda' || jenis === 'keluar' ? { jenis } : { jenis: 'ditolak', teks }
}

function teksPenolakan(balasan: Response): string {
  if (balasan.status === 409) return 'Sudah diubah orang lain. Salin isian Anda, lalu muat ulang halaman.'
  if (balasan.status === 403) return 'Isian ini sudah bukan giliran Anda. Muat ulang halaman.'
  return 'Belum tersimpan. Periksa isian ini.'
}

/** "10.42". */
export function pukul(waktu: Date): string {
  return `${String(waktu.getHours()).padStart(2, '0')}.${String(waktu.getMinutes()).padStart(2, '0')}`
}
