import type { Dokumen } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import {
  ambilBahanDokumen,
  type BahanDokumen,
  type DokumenKeluaran,
  type KonteksLangkah,
  type Pembaca,
  type PenangananJenis,
  pihakLangkah,
} from '../siklus/index.ts'
import { daftarTindakLanjut, type TindakLanjut } from './kueri.ts'
import { STATUS } from './tampilan.ts'

/** Step kind "tindak-lanjut": the siklus' follow-ups are looked through; they live on after the step and after the archive. */
export const jenisTindakLanjut: PenangananJenis = {
  kode: 'tindak-lanjut',
  perintah: 'Catat rekomendasi dan tindak lanjut',
  penyiap: ['TIM_SAKIP'],
  kekurangan: async () => [],
  dokumen,
}

async function dokumen(baca: Pembaca, konteks: KonteksLangkah, pelaku: Pelaku): Promise<DokumenKeluaran[]> {
  const bahan = await ambilBahanDokumen(baca, pelaku)
  const daftar = await daftarTindakLanjut(baca, pelaku, { siklusId: konteks.siklus.id })
  const model = susunFormTindakLanjut({ bahan, daftar, konteks, pelaku })
  return [{ jenis: 'FORM_TINDAK_LANJUT', judul: model.judul, nomor: '', model }]
}

type Bahan = { bahan: BahanDokumen; daftar: readonly TindakLanjut[]; konteks: KonteksLangkah; pelaku: Pelaku }

/** Form Rekomendasi Tindak Lanjut: what, who, when, state, result. */
function susunFormTindakLanjut({ bahan, daftar, konteks, pelaku }: Bahan): Dokumen {
  const { siklus } = konteks
  return {
    judul: `Form Rekomendasi Tindak Lanjut ${siklus.namaPeriode}`,
    jenis: 'Form Rekomendasi Tindak Lanjut',
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    tanggal: bahan.hari,
    isi: [
      {
        jenis: 'judul',
        tingkat: 1,
        teks: 'FORM REKOMENDASI TINDAK LANJUT',
        subjudul: `${siklus.namaSop.replace(/^SOP /, '')} ${siklus.namaPeriode}`,
      },
      {
        jenis: 'tabel',
        kolom: [
          { bobot: 4, rata: 'tengah' },
          { bobot: 34 },
          { bobot: 22 },
          { bobot: 16 },
          { bobot: 12 },
          { bobot: 20 },
        ],
        kepala: [
          ['No', 'Rekomendasi/tindak lanjut', 'Penanggung jawab', 'Tenggat', 'Keadaan', 'Hasil'].map((teks) => ({
            teks,
          })),
        ],
        nomorKolom: true,
        isi:
          daftar.length > 0
            ? daftar.map((t, i) => ({
                sel: [
                  `${i + 1}`,
                  t.uraian,
                  t.penanggungJawab,
                  t.tenggat ? tanggalPanjang(t.tenggat) : '–',
                  STATUS[t.status].teks,
                  t.hasil || '–',
                ],
              }))
            : [{ sel: ['–', { teks: 'Tidak ada rekomendasi yang perlu ditindaklanjuti.', kolom: 5 }] }],
      },
      { jenis: 'tandaTangan', pihak: pihakLangkah(bahan, konteks, pelaku) },
    ],
  }
}
