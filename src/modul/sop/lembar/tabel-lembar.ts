import { formatWaktuBaku } from '../../../inti/waktu/index.ts'
import type { DefinisiSop, LangkahSop } from '../definisi.ts'
import { ambilJenisLangkah } from '../jenis-langkah.ts'
import { namaKolom, sebutLangkah, susunKeterangan } from './keterangan.ts'

export type BarisLembar = ReturnType<typeof susunBaris>

/** The flow table in words, for the phone and for those who do not see the drawing: same rows, same order. */
export const susunTabelLembar = (definisi: DefinisiSop) => definisi.langkah.map((l) => susunBaris(definisi, l))

function susunBaris(definisi: DefinisiSop, l: LangkahSop) {
  const dijawab = ambilJenisLangkah(l.jenis).dijawabPenerima && l.penerima.length > 0
  return {
    kode: l.kode,
    nomor: l.nomor,
    uraian: l.uraian,
    pelaksana: namaKolom(definisi, l.pelaksana) + (dijawab ? `, dijawab ${namaKolom(definisi, l.penerima)}` : ''),
    kelengkapan: l.kelengkapan,
    waktu: l.waktuBaku.teks ?? formatWaktuBaku(l.waktuBaku),
    keluaran: l.keluaran ?? '',
    alur: susunAlur(definisi, l),
    keterangan: susunKeterangan(definisi, l),
  }
}

/** Where the arrows of a step lead. */
function susunAlur(definisi: DefinisiSop, l: LangkahSop): string {
  const ke = (kode: readonly string[], kata: string) => kode.map((k) => sebutLangkah(definisi, k)).join(` ${kata} `)
  if (l.keputusan) {
    const { ya, tidak } = l.keputusan
    return `Keputusan. Ya: ${ya === null ? 'selesai' : `ke ${ke([ya], '')}`}. Tidak: ke ${ke(tidak, 'atau')}.`
  }
  return l.berikutnya.length === 0 ? 'Selesai.' : `Ke ${ke(l.berikutnya, 'dan')}.`
}
