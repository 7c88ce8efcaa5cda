/**
 * NIP of civil servants: 18 digits = birth date YYYYMMDD, TMT CPNS YYYYMM, sex (1 L, 2 P), serial of three.
 * Only length and digits are errors; date, month and sex give warnings, because a real import had half of its numbers
 * failing the date, and PPPK numbers carry a contract code where a PNS has the month.
 */
export type HasilNip =
  | { readonly jenis: 'kosong' }
  | { readonly jenis: 'salah'; readonly pesan: string }
  | { readonly jenis: 'nip'; readonly nip: string; readonly peringatan: readonly string[] }

const PANJANG_TEKS = 64

/** Digits of a NIP as typed or copied: spaces (of any kind), dots and hyphens removed. What else stands in it is kept, to be refused. */
export function normalkanNip(teks: string): string {
  return teks.slice(0, PANJANG_TEKS).replace(/[\s.\-\u00a0]/g, '')
}

/** Checks a typed NIP. 'salah' for wrong length or non-digits; warnings (never refusal) for birth date, TMT month and sex digit. */
export function bacaNip(teks: string | null | undefined): HasilNip {
  const nip = normalkanNip(teks ?? '')
  if (nip === '') return { jenis: 'kosong' }
  if (!/^[0-9]+$/.test(nip))
    return { jenis: 'salah', pesan: 'NIP hanya berisi angka. Periksa kembali, spasi dan titik boleh ada.' }
  if (nip.length !== 18) return { jenis: 'salah', pesan: `NIP harus 18 angka; yang ditulis ${nip.length} angka.` }
  return { jenis: 'nip', nip, peringatan: periksaIsiNip(nip) }
}

/** NIP grouped as official letters print it: '19741206 199311 1 001'. A number that is not 18 digits is returned unchanged. */
export function nipCetak(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')
}

function periksaIsiNip(nip: string): string[] {
  const peringatan: string[] = []
  const lahir = `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`
  const tahunTmt = Number(nip.slice(8, 12))
  const bulanTmt = Number(nip.slice(12, 14))
  if (!tanggalAda(lahir)) peringatan.push('Delapan angka pertama bukan tanggal lahir yang dikenal.')
  if (tahunTmt - Number(nip.slice(0, 4)) < 15)
    peringatan.push('Tahun pengangkatan kurang dari 15 tahun setelah tahun lahir.')
  if (bulanTmt < 1 || bulanTmt > 12)
    peringatan.push('Bulan pengangkatan tidak dikenal; wajar bila ini nomor induk PPPK.')
  if (nip[14] !== '1' && nip[14] !== '2') peringatan.push('Angka ke-15 (jenis kelamin) bukan 1 atau 2.')
  return peringatan
}

function tanggalAda(tanggal: string): boolean {
  const waktu = new Date(`${tanggal}T00:00:00Z`)
  return !Number.isNaN(waktu.getTime()) && waktu.toISOString().startsWith(tanggal) && tanggal > '1900'
}
