import type { DefinisiSop } from '../definisi.ts'
import { teksWaktu } from '../draf/isian-waktu.ts'
import { type LangkahLepas, lepas } from '../draf/rangkaian.ts'
import { BARIS_BERULANG, BARIS_TUNGGAL, KAMUS, SELESAI } from './formulir-excel.ts'

export type Sel = string | number | null
type BarisSel = Readonly<Record<string, Sel>>

const DAFTAR = '; '
const BUTIR = '\n'
const atau = (isi: string): Sel => (isi === '' ? null : isi)

/** Cells of the steps, by the field of their column. Pure. */
export const selLangkah = (definisi: DefinisiSop): BarisSel[] => lepas(definisi).map(barisLangkah)

function barisLangkah(l: LangkahLepas): BarisSel {
  const waktu = teksWaktu(l.waktuBaku)
  const kalender = waktu.waktuJenis === 'KALENDER'
  const { keputusan: k } = l
  return {
    kode: l.kode,
    nomor: l.nomor,
    uraian: l.uraian,
    jenis: KAMUS.jenis.keKata(l.jenis),
    pelaksana: atau(l.pelaksana.join(DAFTAR)),
    cara: KAMUS.cara.keKata(l.cara),
    penerima: atau(l.penerima.join(DAFTAR)),
    dibantu: atau(l.dibantu.join(DAFTAR)),
    kelengkapan: atau(l.kelengkapan.join(BUTIR)),
    dokumen: atau(l.dokumen.join(BUTIR)),
    waktuTeks: l.waktuBaku.teks,
    waktuJenis: KAMUS.waktu.keKata(waktu.waktuJenis),
    ...lamaWaktu(l.waktuBaku),
    waktuAturan: kalender
      ? `${KAMUS.hari.keKata(waktu.waktuHari)} ${KAMUS.urutan.keKata(waktu.waktuKe).toLowerCase()}`
      : null,
    keluaran: l.keluaran,
    ket: l.ket,
    opsional: l.opsional ? 'Ya' : null,
    tahanPertanyaan: l.tahanPertanyaan ? 'Ya' : null,
    hanyaPeriode: atau(
      l.hanyaPeriode
        .map(({ jenis, nomor }) => [KAMUS.periode.keKata(jenis), nomor.join(', ')].join(' ').trim())
        .join(DAFTAR),
    ),
    keputusan: k ? 'Ya' : null,
    ya: k ? (k.ya === null ? SELESAI : (k.ya ?? null)) : null,
    tidak: k ? atau(k.tidak.join(DAFTAR)) : null,
    bawaan: k?.bawaan ?? null,
    berikutnya: l.berikutnya === undefined ? null : l.berikutnya.length === 0 ? SELESAI : l.berikutnya.join(DAFTAR),
    uraianAsli: l.uraianAsli,
    catatanKoreksi: l.catatanKoreksi,
  }
}

function lamaWaktu(waktu: LangkahLepas['waktuBaku']): { waktuDari: Sel; waktuSampai: Sel } {
  if (waktu.jenis === 'RENTANG') return { waktuDari: waktu.dari, waktuSampai: waktu.sampai }
  if (waktu.jenis === 'KALENDER' || waktu.jenis === 'TIDAK_ADA') return { waktuDari: null, waktuSampai: null }
  return { waktuDari: waktu.nilai, waktuSampai: null }
}

export const selPelaksana = ({ pelaksana }: DefinisiSop): BarisSel[] =>
  pelaksana.map(({ kode, nama, peran, jabatan, unit }) => ({
    kode,
    nama,
    peran: atau(peran.map(KAMUS.peran.keKata).join(DAFTAR)),
    jabatan: atau(jabatan.join(DAFTAR)),
    unit: atau(unit.join(DAFTAR)),
  }))

/** Rows of the identity sheet; a list without items has one empty row, so that its name is there to fill in. */
export function selIdentitas(definisi: DefinisiSop): BarisSel[] {
  const { identitas } = definisi
  const oleh = identitas.disahkanOleh
  const nilai: Readonly<Record<string, Sel>> = {
    nama: definisi.nama,
    kode: definisi.kode,
    tujuan: KAMUS.tujuan.keKata(definisi.tujuan),
    periode: definisi.periode.map(KAMUS.periode.keKata).join(DAFTAR),
    bolehMelewati: atau(definisi.bolehMelewati.join(DAFTAR)),
    'identitas.nomor': identitas.nomor,
    'identitas.tanggalPembuatan': identitas.tanggalPembuatan,
    'identitas.tanggalRevisi': identitas.tanggalRevisi,
    'identitas.tanggalEfektif': identitas.tanggalEfektif,
    'identitas.disahkanOleh.jabatan': oleh.jabatan,
    'identitas.disahkanOleh.nama': oleh.nama,
    'identitas.disahkanOleh.pangkat': oleh.pangkat,
    'identitas.disahkanOleh.nip': oleh.nip,
  }
  const tunggal = Object.entries(BARIS_TUNGGAL).map(([isian, bidang]) => ({ isian, isi: nilai[bidang] ?? null }))
  const berulang = BARIS_BERULANG.flatMap(({ bidang, isian }): BarisSel[] => {
    const butir =
      bidang === 'dasarHukum'
        ? identitas.dasarHukum.map(({ teks, asli, catatan }) => ({ isian, isi: teks, asli, catatan }))
        : identitas[bidang].map((isi) => ({ isian, isi }))
    return butir.length > 0 ? butir : [{ isian, isi: null }]
  })
  return [...tunggal, ...berulang]
}

export const selCatatan = ({ catatan }: DefinisiSop): BarisSel[] =>
  catatan.map(({ letak, temuan, penyelesaian }) => ({ letak, temuan, penyelesaian }))
