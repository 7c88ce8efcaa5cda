import { adalahTanggal, tanggalPanjang } from '../../inti/waktu/index.ts'
import { kalimatBerkas } from '../berkas/index.ts'
import { kalimatKalender } from '../kalender/index.ts'
import { kalimatOrganisasi } from '../organisasi/index.ts'

/**
 * Event kind → sentence, made when shown: wording may change without touching history. `{kunci}` or `{lama.kunci}` is taken
 * from the event's rincian. The subject ("who") stands beside it, so every sentence begins with its verb.
 */
const katalog = new Map<string, string>()

/** For kinds whose module gave no sentence of its own. */
const BAWAAN: Readonly<Record<string, string>> = {
  'siklus.dimulai': 'Memulai siklus {sop} {periode}',
  'siklus.mulai-langkah': 'Mulai mengerjakan langkah {langkah}',
  'siklus.selesaikan': 'Menyelesaikan langkah {langkah}',
  'siklus.teruskan': 'Meneruskan langkah {langkah}',
  'siklus.buka-bagian': 'Membuka bagian unit pada langkah {langkah}',
  'siklus.selesaikan-bagian': 'Menyelesaikan bagian unit pada langkah {langkah}',
  'siklus.tarik-bagian': 'Menarik kembali bagian unit pada langkah {langkah}',
  'siklus.kembalikan-bagian': 'Mengembalikan bagian unit dari langkah {langkah} ke langkah {tujuan}',
  'siklus.putuskan': 'Memutuskan “{keputusan}” pada langkah {langkah}',
  'siklus.lewati': 'Melewati langkah {langkah}',
  'siklus.batalkan': 'Membatalkan siklus',
  'rekap.dibekukan': 'Membekukan rekapitulasi versi {versi}',
}

/** Adds a module's sentences; one kind with two different sentences is a programming error. */
export function daftarkanKalimat(kalimat: Readonly<Record<string, string>>): void {
  for (const [peristiwa, teks] of Object.entries(kalimat)) {
    const ada = katalog.get(peristiwa)
    if (ada !== undefined && ada !== teks) throw new Error(`kalimat ganda: ${peristiwa}`)
    katalog.set(peristiwa, teks)
  }
}

daftarkanKalimat(kalimatOrganisasi)
daftarkanKalimat(kalimatKalender)
daftarkanKalimat(kalimatBerkas)
daftarkanKalimat({
  'akun.sandi-diganti': 'Mengganti sandinya sendiri',
  'akun.kontak-diubah': 'Mengubah surel atau teleponnya sendiri',
  'contoh.dimuat': 'Memuat data contoh {kecamatan}',
})

/** The sentence of an event; a kind without one is shown by its name. */
export function susunKalimat({ peristiwa, rincian }: { peristiwa: string; rincian: unknown }): string {
  const pola = katalog.get(peristiwa) ?? BAWAAN[peristiwa]
  return pola
    ? pola.replace(/\{([^}]+)\}/g, (_, jalur: string) => nilaiTeks(ambil(rincian, jalur)))
    : `Peristiwa “${peristiwa}”`
}

/** All known kinds with their sentence in short, for the filter. */
export const daftarPeristiwa = (): { nilai: string; teks: string }[] =>
  [...new Map([...Object.entries(BAWAAN), ...katalog])]
    .map(([nilai, teks]) => ({ nilai, teks: teks.replace(/\{[^}]+\}/g, '…') }))
    .sort((a, b) => a.teks.localeCompare(b.teks, 'id'))

function ambil(rincian: unknown, jalur: string): unknown {
  return jalur
    .split('.')
    .reduce<unknown>(
      (isi, kunci) => (isi !== null && typeof isi === 'object' ? (isi as Record<string, unknown>)[kunci] : undefined),
      rincian,
    )
}

/** A stored value as a person reads it: dates in words, yes and no, lists with commas, nothing as '–'. */
export function nilaiTeks(nilai: unknown): string {
  if (nilai === null || nilai === undefined || nilai === '') return '–'
  if (typeof nilai === 'boolean') return nilai ? 'ya' : 'tidak'
  if (Array.isArray(nilai)) return nilai.map(nilaiTeks).join(', ') || '–'
  if (typeof nilai === 'object')
    return Object.entries(nilai)
      .map(([kunci, isi]) => `${namaIsian(kunci)} ${nilaiTeks(isi)}`)
      .join('; ')
  const teks = String(nilai)
  return adalahTanggal(teks) ? tanggalPanjang(teks) : teks
}

/** "sandiBerlakuSampai" → "sandi berlaku sampai" */
export const namaIsian = (kunci: string): string =>
  kunci
    .replace(/[_-]/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
