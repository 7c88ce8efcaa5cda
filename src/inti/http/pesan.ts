/** Messages after an act, by key: `?pesan=<kunci>`; unknown keys show nothing. Modules add theirs with daftarkanPesan. */
const katalog = new Map<string, { jenis: 'berhasil' | 'info' | 'peringatan'; teks: string }>([
  ['masuk', { jenis: 'berhasil', teks: 'Anda sudah masuk.' }],
  ['keluar', { jenis: 'info', teks: 'Anda sudah keluar.' }],
  [
    'sesi-habis',
    { jenis: 'peringatan', teks: 'Waktu kerja Anda di halaman ini habis. Masuk kembali untuk melanjutkan.' },
  ],
  ['sudah-diterima', { jenis: 'info', teks: 'Isian itu sudah diterima sebelumnya. Tidak ada yang tercatat dua kali.' }],
  ['tersimpan', { jenis: 'berhasil', teks: 'Tersimpan.' }],
])

/** Adds a module's messages; a key used twice is a programming error. */
export function daftarkanPesan(
  pesan: Readonly<Record<string, string | { jenis: 'berhasil' | 'info' | 'peringatan'; teks: string }>>,
): void {
  for (const [kunci, isi] of Object.entries(pesan)) {
    if (katalog.has(kunci)) throw new Error(`pesan ganda: ${kunci}`)
    katalog.set(kunci, typeof isi === 'string' ? { jenis: 'berhasil', teks: isi } : isi)
  }
}

/** The message of a key, or null. */
export const cariPesan = (kunci: unknown) => (typeof kunci === 'string' ? (katalog.get(kunci) ?? null) : null)
