import { ingatObjek } from '../../inti/ingat.ts'
import { kalimatDikecualikan, teksDihitung, tingkatGulungan } from '../kertas-kerja/index.ts'
import { LENCANA_PREDIKAT } from '../pengukuran/index.ts'
import { teksCapaian } from './baris-tampil.ts'
import type { IsiRekap, PengukuranRekap } from './isi-rekap.ts'

/** The roll-up of a Kertas Kerja, with its rule, what was left out, and where its figures came from. */
export const susunGulungan = ingatObjek(({ gulungan, kalimatSumber, sumber }: PengukuranRekap) => ({
  aturan: gulungan.aturan,
  dikecualikan: kalimatDikecualikan(gulungan),
  kalimatSumber,
  sumber: sumber.map((s) => ({
    teks: `${s.nama}, rekap versi ${s.versi}`,
    alamat: `/rekap/${s.siklusId}${s.versi === null ? '' : `?versi=${s.versi}`}`,
  })),
  baris: tingkatGulungan(gulungan).flatMap(({ tingkat, kelompok }) =>
    kelompok.map((k) => ({
      sel: [
        tingkat,
        k.nama,
        teksDihitung(k),
        teksCapaian(k.rataRata),
        k.predikat ? { status: { kode: LENCANA_PREDIKAT[k.predikat.warna] ?? 'BELUM', teks: k.predikat.nama } } : '–',
      ],
    })),
  ),
}))

const KOSONG_FORMULIR = {
  judul: 'Formulir belum disiapkan.',
  teks: 'Matriks unit dan indikator tampil di sini begitu formulir disiapkan dan diisi unit.',
}
const KOSONG_UKUR = {
  judul: 'Kertas Kerja belum tersusun.',
  teks: 'Hasil pengukuran tampil di sini setelah metodologi dan pengukuran dikerjakan.',
}

/** What can be sent back while the recap is made: a unit's form, or an indicator of the Kertas Kerja. */
export const susunKembali = (kini: IsiRekap) =>
  kini.pengukuran
    ? {
        nama: 'barisId',
        label: 'Indikator',
        judul: 'Kembalikan satu indikator',
        kosong: 'Pilih indikator',
        tombol: 'Kembalikan indikator',
        opsi: kini.unit.flatMap((u) => u.baris.map((b) => ({ nilai: b.barisId, teks: `${b.nama} (${u.nama})` }))),
      }
    : {
        nama: 'unitId',
        label: 'Unit',
        judul: 'Kembalikan formulir satu unit',
        kosong: 'Pilih unit',
        tombol: 'Kembalikan formulir',
        opsi: kini.unit.filter((u) => u.status === 'DISERAHKAN').map((u) => ({ nilai: u.unitId, teks: u.nama })),
      }

/** What stands in the place of a recap that has nothing to gather yet. */
export const teksKosong = ({ pengukuran }: IsiRekap) => (pengukuran ? KOSONG_UKUR : KOSONG_FORMULIR)
