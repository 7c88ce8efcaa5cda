/** What the server says about an autosaved row. `isi`: texts elsewhere on the page, by the key of their data-isi. */
export type DataJawaban = {
  readonly versi?: number
  readonly status?: string
  readonly teks?: string
  readonly capaian?: string | null
  /** Sentence of a refusal. */
  readonly pesan?: string
  readonly isi?: Readonly<Record<string, string>>
}

/** `tertunda` is repeated after at least `tungguMs`, `ditolak` waits for the person. */
export type Jawaban = {
  readonly jenis: 'tersimpan' | 'tertunda' | 'ditolak'
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
    return {
      jenis: 'tertunda',
      teks: 'Belum terkirim',
      tungguMs: 1000 * Number(balasan.headers.get('retry-after') ?? 0) || 0,
      data,
    }
  }
  return { jenis: 'ditolak', teks: data.pesan ?? data.teks ?? teksPenolakan(balasan), tungguMs: 0, data }
}

function teksPenolakan(balasan: Response): string {
  if (balasan.status === 409) return 'Sudah diubah orang lain. Salin isian Anda, lalu muat ulang halaman.'
  if (balasan.status === 403) return 'Isian ini sudah bukan giliran Anda. Muat ulang halaman.'
  // a redirect to the sign-in page arrives here as an ordinary page
  if (balasan.status === 401 || balasan.redirected || balasan.ok)
    return 'Belum tersimpan: masuk lagi di tab lain, lalu ubah isian ini sekali lagi.'
  return 'Belum tersimpan. Periksa isian ini.'
}

function pukul(waktu: Date): string {
  return `${String(waktu.getHours()).padStart(2, '0')}.${String(waktu.getMinutes()).padStart(2, '0')}`
}
