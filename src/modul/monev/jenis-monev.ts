import type { Dokumen } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import {
  ambilBahanDokumen,
  type BahanDokumen,
  type KonteksLangkah,
  type PenangananJenis,
  pihakLangkah,
} from '../siklus/index.ts'
import { daftarTemuan, type Temuan } from './kueri.ts'

/** Step kind "monev": findings per indicator and unit; recommendations become follow-ups. */
export const jenisMonev: PenangananJenis = {
  kode: 'monev',
  perintah: 'Catat monitoring dan evaluasi',
  penyiap: ['TIM_SAKIP'],
  kekurangan: async () => [],
  async dokumen(baca, konteks, pelaku) {
    const bahan = await ambilBahanDokumen(baca, pelaku)
    const model = dokumenEvaluasi({ bahan, daftar: await daftarTemuan(baca, konteks), konteks, pelaku })
    return [{ jenis: 'DOKUMEN_EVALUASI', judul: model.judul, nomor: '', model }]
  },
}

type Bahan = { bahan: BahanDokumen; daftar: readonly Temuan[]; konteks: KonteksLangkah; pelaku: Pelaku }
const KOLOM = ['No', 'Indikator/unit', 'Temuan', 'Penyebab', 'Rekomendasi', 'Penanggung jawab', 'Tenggat']

/** Dokumen Evaluasi: what was found, why, what is to be done by whom and when (SOP Pengumpulan Data Kinerja Kecamatan Nganjuk, langkah monitoring dan evaluasi). */
function dokumenEvaluasi({ bahan, daftar, konteks, pelaku }: Bahan): Dokumen {
  const { siklus, def } = konteks
  const judul = def.keluaran ?? 'Dokumen Evaluasi'
  return {
    judul: `${judul} ${siklus.namaPeriode}`,
    jenis: judul,
    ukuran: 'F4',
    arah: 'mendatar',
    kop: bahan.kop,
    tanggal: bahan.hari,
    isi: [
      {
        jenis: 'judul',
        tingkat: 1,
        teks: judul.toLocaleUpperCase('id-ID'),
        subjudul: `${siklus.namaSop.replace(/^SOP /, '')} ${siklus.namaPeriode}`,
      },
      {
        jenis: 'tabel',
        huruf: 'kecil',
        kolom: [
          { bobot: 5, rata: 'tengah' },
          { bobot: 28 },
          { bobot: 32 },
          { bobot: 26 },
          { bobot: 28 },
          { bobot: 24 },
          { bobot: 16 },
        ],
        kepala: [KOLOM.map((teks) => ({ teks }))],
        nomorKolom: true,
        isi:
          daftar.length > 0
            ? daftar.map((t, i) => ({
                sel: [
                  String(i + 1),
                  sebutSasaran(t),
                  t.temuan,
                  t.penyebab || '–',
                  t.rekomendasi || '–',
                  t.penanggungJawab || '–',
                  t.tenggat ? tanggalPanjang(t.tenggat) : '–',
                ],
              }))
            : [{ sel: ['–', { teks: 'Tidak ada temuan.', kolom: KOLOM.length - 1 }] }],
      },
      { jenis: 'tandaTangan', pihak: pihakLangkah(bahan, konteks, pelaku) },
    ],
  }
}

/** What a finding is about: "Indeks Kepuasan Masyarakat (Seksi Pelayanan)". */
export const sebutSasaran = ({ indikator, unit }: Pick<Temuan, 'indikator' | 'unit'>): string =>
  indikator ? `${indikator}${unit ? ` (${unit})` : ''}` : (unit ?? 'Kecamatan')
