import { type JenisPeriode, jumlahPeriode, namaPeriode } from '../../../inti/waktu/index.ts'
import type { DefinisiSop, LangkahSop } from '../definisi.ts'
import { ambilJenisLangkah } from '../jenis-langkah.ts'

/**
 * What the column Keterangan says: the SOP's own remark, then what five symbols cannot show (who helps, to whom a paper goes
 * that nobody answers, which steps are left out and when, where a Tidak with several ways leads).
 */
export function susunKeterangan(definisi: DefinisiSop, l: LangkahSop): string[] {
  return [
    l.ket ?? '',
    l.pelaksana.length > 1 ? (l.cara === 'SEMUA' ? 'Bersama-sama' : 'Salah satu pelaksana') : '',
    l.dibantu.length > 0 ? `Dibantu ${namaKolom(definisi, l.dibantu)}` : '',
    kepadaSiapa(definisi, l),
    l.opsional ? `Bila diperlukan${lanjutanBila(definisi, l)}` : '',
    l.tahanPertanyaan ? 'Diserahkan sesudah semua pertanyaan selesai' : '',
    l.hanyaPeriode.length > 0 ? `Hanya ${l.hanyaPeriode.map(sebutPeriode).join(', ')}` : '',
    l.keputusan && l.keputusan.tidak.length > 1
      ? `Tidak: ke ${gabung(
          l.keputusan.tidak.map((k) => sebutLangkah(definisi, k)),
          'atau',
        )}`
      : '',
  ].filter((isi) => isi !== '')
}

/** "langkah 7"; with its code when another step is printed with the same number. */
export function sebutLangkah(definisi: DefinisiSop, kode: string): string {
  const nomor = definisi.langkah.find((l) => l.kode === kode)?.nomor ?? kode
  const kembar = definisi.langkah.filter((l) => l.nomor === nomor).length > 1
  return kembar ? `langkah ${nomor} (${kode})` : `langkah ${nomor}`
}

/** Names of columns as one reads them: "Camat, Sekretaris Kecamatan dan Tim SAKIP". */
export const namaKolom = (definisi: DefinisiSop, kode: readonly string[]): string =>
  gabung(
    kode.map((k) => definisi.pelaksana.find((p) => p.kode === k)?.nama ?? k),
    'dan',
  )

/** Receivers who do not answer and whom no arrow to the next step shows. */
function kepadaSiapa(definisi: DefinisiSop, l: LangkahSop): string {
  if (ambilJenisLangkah(l.jenis).dijawabPenerima) return ''
  const susulan = l.keputusan ? [l.keputusan.ya ?? ''] : l.berikutnya
  const tampak = definisi.langkah.filter((x) => susulan.includes(x.kode)).flatMap((x) => x.pelaksana)
  const sisa = l.penerima.filter((k) => !tampak.includes(k) && !l.pelaksana.includes(k))
  return sisa.length > 0 ? `Disampaikan kepada ${namaKolom(definisi, sisa)}` : ''
}

function lanjutanBila(definisi: DefinisiSop, l: LangkahSop): string {
  const susulan = l.keputusan ? [] : l.berikutnya
  if (susulan.length === 0) return ''
  return `; bila tidak, langsung ke ${gabung(
    susulan.map((k) => sebutLangkah(definisi, k)),
    'dan',
  )}`
}

const NAMA_JENIS: Readonly<Record<JenisPeriode, string>> = {
  BULAN: 'periode bulanan',
  TRIWULAN: 'periode triwulan',
  SEMESTER: 'periode semester',
  TAHUN: 'periode tahunan',
}
const TAHUN_CONTOH = 2000

function sebutPeriode({ jenis, nomor }: LangkahSop['hanyaPeriode'][number]): string {
  const ada = nomor.filter((n) => n <= jumlahPeriode(jenis))
  if (ada.length === 0 || jenis === 'TAHUN') return NAMA_JENIS[jenis]
  const nama = ada.map((n) => namaPeriode({ jenis, tahun: TAHUN_CONTOH, nomor: n }).replace(` ${TAHUN_CONTOH}`, ''))
  return gabung(jenis === 'BULAN' ? nama : nama.map((n) => n.charAt(0).toLowerCase() + n.slice(1)), 'dan')
}

const gabung = (bagian: readonly string[], kata: 'dan' | 'atau'): string =>
  bagian.length < 2 ? bagian.join('') : `${bagian.slice(0, -1).join(', ')} ${kata} ${bagian.at(-1)}`
