import { BATAS_ANGKA, bacaAngka, bacaUang, formatIsian } from '../../inti/angka/index.ts'
import { adalahTanggal } from '../../inti/waktu/index.ts'
import type { SelBuku } from './baca-lembar-xml.ts'
import { type KolomImpor, MAKS_TEKS } from './definisi.ts'

export type Terbaca = { readonly nilai: string | null } | { readonly salah: string }
type Isi = { readonly jenis: SelBuku[1]; readonly nilai: string }

const BULAN = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(' ')
const PERSEN =
  'Sel ini berformat persen, jadi 50% tersimpan di Excel sebagai 0,5. Ubah format selnya menjadi Umum (General), lalu ketik ulang angkanya tanpa tanda %.'
const CONTOH_TANGGAL = 'Tulis tanggal seperti 31/01/2026 atau 31 Januari 2026.'

/** What a cell says as a value of its column; blank is null. Never throws; the sentence says what to do. */
export function bacaSel(kolom: KolomImpor, sel: SelBuku | undefined): Terbaca {
  const isi: Isi | null = sel ? { jenis: sel[1], nilai: rapikanTeks(sel[2]) } : null
  if (isi?.jenis === 'r')
    return { salah: 'Sel ini berisi rumus. Salin selnya, lalu tempel khusus sebagai nilai (Paste Special → Values).' }
  if (isi?.jenis === 'g') return { salah: `Sel ini berisi galat Excel ${isi.nilai}. Perbaiki atau kosongkan.` }
  if (isi?.jenis === 'p') return { salah: PERSEN }
  if (!isi || isi.nilai === '')
    return kolom.wajib ? { salah: `${kolom.judul} belum diisi. Isi, atau hapus seluruh baris ini.` } : { nilai: null }
  return PEMBACA[kolom.jenis](kolom, isi)
}

const PEMBACA: Readonly<Record<KolomImpor['jenis'], (kolom: KolomImpor, isi: Isi) => Terbaca>> = {
  teks: bacaTeks,
  angka: (_kolom, isi) => bacaBilangan(isi, { uang: false }),
  bulat: bacaBulat,
  uang: (_kolom, isi) => bacaBilangan(isi, { uang: true }),
  tanggal: (_kolom, isi) => bacaTanggal(isi),
  pilihan: bacaPilihan,
}

function bacaTeks({ maks = MAKS_TEKS }: KolomImpor, { jenis, nilai }: Isi): Terbaca {
  if (jenis === 'd')
    return { salah: 'Excel menganggap sel ini tanggal. Ubah format selnya menjadi Teks, lalu ketik ulang.' }
  return nilai.length > maks ? { salah: `Terlalu panjang: paling banyak ${maks} huruf.` } : { nilai }
}

function bacaBilangan({ jenis, nilai }: Isi, { uang }: { uang: boolean }): Terbaca {
  if (jenis === 'd' || jenis === 'b') return { salah: 'Sel ini bukan angka. Ketik ulang angkanya saja.' }
  // a number cell is not typed text: with a comma for its decimals it can only be read one way
  const teks = jenis === 'n' ? formatIsian(nilai) : nilai
  const desimal = uang ? BATAS_ANGKA.desimalUang : BATAS_ANGKA.desimal
  if (jenis === 'n' && (nilai.split('.')[1]?.length ?? 0) > desimal)
    return { salah: `Paling banyak ${desimal} angka di belakang koma.` }
  const angka = uang ? bacaUang(teks) : bacaAngka(teks)
  if (angka.jenis === 'angka') return { nilai: angka.nilai }
  if (angka.jenis === 'kosong') return { nilai: null }
  return { salah: angka.jenis === 'taksa' ? kalimatTaksa(teks, angka.kemungkinan) : angka.pesan }
}

/** In a form the person chooses between the two readings; in a cell it is typed anew. */
const kalimatTaksa = (teks: string, [ribuan, desimal]: readonly [string, string]): string =>
  `“${teks}” dapat berarti ${formatIsian(ribuan)} atau ${formatIsian(desimal)}. Ketik ulang angkanya di sel ini.`

function bacaBulat(_kolom: KolomImpor, isi: Isi): Terbaca {
  const terbaca = bacaBilangan(isi, { uang: false })
  return 'nilai' in terbaca && terbaca.nilai?.includes('.') ? { salah: 'Tulis bilangan bulat.' } : terbaca
}

function bacaTanggal({ jenis, nilai }: Isi): Terbaca {
  const tanggal = jenis === 'n' || jenis === 'b' ? '' : susunTanggal(nilai)
  return adalahTanggal(tanggal) ? { nilai: tanggal } : { salah: CONTOH_TANGGAL }
}

/** '2026-01-31', '31/1/2026', '31-01-2026', '31.1.2026', '31 Januari 2026': day before month, as the office writes. */
function susunTanggal(teks: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(teks)) return teks
  const [, hari = '', bulan = '', tahun = ''] = /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]+)[\s/.-]+(\d{4})$/i.exec(teks) ?? []
  const nomor = /^\d+$/.test(bulan)
    ? Number(bulan)
    : BULAN.findIndex((b) => bulan.length >= 3 && b.startsWith(bulan.toLowerCase())) + 1
  return `${tahun}-${String(nomor).padStart(2, '0')}-${hari.padStart(2, '0')}`
}

function bacaPilihan({ pilihan = [], judul }: KolomImpor, { nilai }: Isi): Terbaca {
  const kunci = samakan(nilai)
  const cocok = pilihan.filter((p) => samakan(p.teks) === kunci || samakan(p.nilai) === kunci)
  if (cocok.length === 1 && cocok[0]) return { nilai: cocok[0].nilai }
  const daftar = pilihan.slice(0, 12).map((p) => p.teks)
  const lebih = pilihan.length > daftar.length ? ' …' : ''
  return {
    salah: `“${nilai.slice(0, 60)}” tidak ada di pilihan ${judul}. Pilih salah satu: ${daftar.join('; ')}${lebih}.`,
  }
}

/** The same words, whatever case, spaces and punctuation. */
export const samakan = (teks: string): string =>
  teks
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()

/** Text of a cell as a form would take it: line ends as LF, no invisible characters, nothing blank around it. */
export const rapikanTeks = (teks: string): string =>
  teks
    .normalize('NFC')
    .replace(/(?![\t\n\r])[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/\r\n?/g, '\n')
    .trim()
