import {
  formatJumlahWaktu,
  formatWaktuBaku,
  type JumlahWaktu,
  jumlahWaktuBaku,
  MENIT_PER_HARI_KERJA,
} from '../../inti/waktu/index.ts'
import type { DefinisiSop, LangkahSop } from './definisi.ts'
import { NAMA_PERIODE, sebutKolom, sebutLangkah } from './istilah.ts'
import { ambilJenisLangkah } from './jenis-langkah.ts'

/** One step in plain words: who does what within which time, and where it goes on. Pure. */
export function kalimatLangkah(definisi: DefinisiSop, l: LangkahSop): string {
  const { nama } = ambilJenisLangkah(l.jenis)
  const pelaku =
    l.pelaksana.length > 0 ? `${nama} oleh ${sebutKolom(definisi, l.pelaksana)}` : `${nama}, belum ada pelaksana`
  const semua =
    l.cara === 'SEMUA' && l.pelaksana.length > 1 ? ' (semuanya)' : l.pelaksana.length > 1 ? ' (satu saja)' : ''
  const bagian = [
    `${pelaku}${semua}`,
    l.penerima.length > 0 ? `untuk ${sebutKolom(definisi, l.penerima)}` : '',
    l.dibantu.length > 0 ? `dibantu ${sebutKolom(definisi, l.dibantu)}` : '',
    l.waktuBaku.jenis === 'TIDAK_ADA' ? 'tanpa waktu baku' : `waktu baku ${formatWaktuBaku(l.waktuBaku)}`,
    l.keluaran ? `menghasilkan ${l.keluaran}` : '',
  ].filter(Boolean)
  return `${bagian.join(', ')}. ${[...syarat(l), ...lanjutan(definisi, l)].join(' ')}`
}

function syarat(l: LangkahSop): string[] {
  const periode = l.hanyaPeriode.map(({ jenis, nomor }) =>
    nomor.length === 0
      ? `setiap ${NAMA_PERIODE[jenis].toLowerCase()}`
      : `${NAMA_PERIODE[jenis].toLowerCase()} ${nomor.join(', ')}`,
  )
  return [
    ...(l.opsional ? ['Hanya bila diperlukan; diputuskan saat langkah sebelumnya selesai.'] : []),
    ...(l.tahanPertanyaan ? ['Formulir diserahkan sesudah semua pertanyaan tentang barisnya selesai.'] : []),
    ...(periode.length > 0 ? [`Hanya pada ${periode.join(' dan ')}.`] : []),
  ]
}

function lanjutan(definisi: DefinisiSop, l: LangkahSop): string[] {
  const ke = (kode: string | null) => (kode === null ? 'SOP selesai' : `ke ${sebutLangkah(definisi, kode)}`)
  if (l.keputusan) {
    const { ya, tidak, bawaan } = l.keputusan
    const pilihan = tidak.map((kode) => sebutLangkah(definisi, kode)).join(' atau ')
    const usul = tidak.length > 1 && bawaan ? ` (diusulkan ${sebutLangkah(definisi, bawaan)})` : ''
    return [`Bila Ya, ${ke(ya)}.`, tidak.length > 0 ? `Bila Tidak, ke ${pilihan}${usul}.` : 'Tujuan Tidak belum ada.']
  }
  if (l.berikutnya.length === 0) return ['Sesudah ini SOP selesai.']
  const [satu = ''] = l.berikutnya
  return l.berikutnya.length === 1
    ? [`Lalu ${ke(satu)}.`]
    : [`Lalu bersama-sama ke ${l.berikutnya.map((kode) => sebutLangkah(definisi, kode)).join(' dan ')}.`]
}

/** The whole way once, without returns: "430 menit + 5 hari kerja", and what that is in working days. Pure. */
export function jumlahWaktuSop({ langkah }: DefinisiSop): { teks: string; hariKerja: string } {
  const jumlah = jumlahWaktuBaku(langkah.map((l) => l.waktuBaku))
  return { teks: formatJumlahWaktu(jumlah), hariKerja: sebutHariKerja(jumlah) }
}

function sebutHariKerja({ menitMin, menitMaks, hariKerjaMin, hariKerjaMaks, bulan }: JumlahWaktu): string {
  const [min, maks] = [menitMin / MENIT_PER_HARI_KERJA + hariKerjaMin, menitMaks / MENIT_PER_HARI_KERJA + hariKerjaMaks]
  const angka = (n: number) => String(Math.round(n * 10) / 10).replace('.', ',')
  const tambahan = bulan > 0 ? ` dan ${angka(bulan)} bulan` : ''
  if (maks < 1) return `kurang dari 1 hari kerja${tambahan}`
  return `${angka(min) === angka(maks) ? angka(maks) : `${angka(min)} sampai ${angka(maks)}`} hari kerja${tambahan}`
}
