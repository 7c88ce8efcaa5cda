import { halaman } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jumlahWaktuSop, kalimatLangkah } from './alir-sop.ts'
import type { KesalahanSop } from './baca-yaml.ts'
import type { DefinisiSop } from './definisi.ts'
import { NAMA_ISIAN_IDENTITAS, NAMA_ISIAN_LANGKAH } from './istilah.ts'
import type { KantorSop } from './kantor-sop.ts'
import { bolehSop, susunKepalaSop } from './kepala-sop.ts'
import type { VersiSop } from './kueri.ts'
import { periksaDraf } from './periksa-draf.ts'

type Bahan = { readonly pelaku: Pelaku; readonly kantor: KantorSop; readonly hari: string }

/** The page "Periksa": everything that keeps the version from being approved, what to look at, and the way in plain words. */
export function susunPeriksa(versi: VersiSop, { pelaku, kantor, hari }: Bahan) {
  const { definisi } = versi
  const { kesalahan, peringatan } = periksaDraf(definisi, kantor, hari)
  const ubah = bolehSop(pelaku, versi, 'UBAH')
  const baris = (k: KesalahanSop) => ({
    letak: sebutLetak(definisi, k.letak),
    pesan: k.pesan,
    tempat: k.tempat ?? '',
    alamat: ubah ? tautanLetak(versi.id, k.letak) : null,
  })
  const { teks, hariKerja } = jumlahWaktuSop(definisi)
  return {
    judulHalaman: `Periksa · ${versi.nama}`,
    kepala: susunKepalaSop(versi, pelaku, 'periksa'),
    kesalahan: kesalahan.map(baris),
    peringatan: peringatan.map(baris),
    berkas: versi.catatanBerkas.map(baris),
    ubah,
    lolos: kesalahan.length === 0 && versi.catatanBerkas.length === 0,
    bolehAjukan: bolehSop(pelaku, versi, 'AJUKAN'),
    draf: versi.keadaan === 'DRAF',
    jumlah: `${teks}. Sekali jalan tanpa pengembalian: ${hariKerja}.`,
    alir: definisi.langkah.map((l) => ({
      judul: `${l.nomor}. ${l.uraian || '(uraian belum ditulis)'}`,
      teks: kalimatLangkah(definisi, l),
    })),
  }
}
export const halamanPeriksa = halaman<ReturnType<typeof susunPeriksa>>('sop/periksa')

/** "Langkah 7 · Waktu baku": a place as the pages name it. */
export function sebutLetak(definisi: DefinisiSop, letak: string): string {
  const [, benda = '', kode = '', isian = ''] = /^(Langkah|Pelaksana) ([^\s,]+)(?:, isian (\w+))?/.exec(letak) ?? []
  if (benda === 'Langkah') {
    const nomor = definisi.langkah.find((l) => l.kode === kode)?.nomor ?? kode
    return [`Langkah ${nomor}`, NAMA_ISIAN_LANGKAH[isian]].filter(Boolean).join(' · ')
  }
  if (benda === 'Pelaksana') {
    const nama = definisi.pelaksana.find((p) => p.kode === kode)?.nama ?? kode
    return `Pelaksana ${nama}`
  }
  const [, bidang = ''] = /^(?:Identitas, isian|Isian) (\w+)/.exec(letak) ?? []
  return NAMA_ISIAN_IDENTITAS[bidang] ?? letak
}

/** Field of the step page under which a mistake of a field of the definition is put right. */
const BIDANG_LANGKAH: Readonly<Record<string, string>> = {
  waktuBaku: 'waktuJenis',
  keputusan: 'jalan',
  berikutnya: 'jalan',
}
const BIDANG_IDENTITAS: Readonly<Record<string, string>> = { disahkanOleh: 'jabatan', dasarHukum: 'dasarHukum.0.teks' }

/** The page and the field on which the mistake is put right; null where there is none. */
export function tautanLetak(id: string, letak: string): string | null {
  const alamat = `/sop/${id}`
  const [, benda = '', kode = '', isian = ''] = /^(Langkah|Pelaksana) ([^\s,]+), isian (\w+)/.exec(letak) ?? []
  const butir = encodeURIComponent(kode)
  if (benda === 'Langkah') return `${alamat}/draf/langkah/${butir}#isian-${BIDANG_LANGKAH[isian] ?? isian}`
  if (benda === 'Pelaksana') return `${alamat}/draf/pelaksana/${butir}#isian-${isian}`
  if (letak === 'Langkah') return `${alamat}/draf/langkah/baru`
  if (letak === 'Pelaksana') return `${alamat}/draf/pelaksana/baru`
  if (letak.startsWith('Catatan')) return `${alamat}/draf/catatan`
  const [, bidang] = /^(?:Identitas, isian|Isian) (\w+)/.exec(letak) ?? []
  return bidang ? `${alamat}/draf/identitas#isian-${BIDANG_IDENTITAS[bidang] ?? bidang}` : null
}
