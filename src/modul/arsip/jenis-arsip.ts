import { formatAngka } from '../../inti/angka/index.ts'
import { hariTanggal, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilBahanDokumen, type PenangananJenis, pihakLangkah } from '../siklus/index.ts'
import { ambilArsip } from './kueri.ts'

/** Kind "arsip": everything of the siklus sealed. It leaves the list of what the archive holds. */
export const jenisArsip: PenangananJenis = {
  kode: 'arsip',
  perintah: 'Segel arsip',
  async kekurangan() {
    return []
  },
  async dokumen(baca, konteks, pelaku) {
    const [arsip, bahan] = await Promise.all([
      ambilArsip(baca, pelaku, { siklusId: konteks.siklus.id }),
      ambilBahanDokumen(baca, pelaku),
    ])
    return [
      {
        jenis: 'daftar-arsip',
        judul: `Daftar Isi ${arsip.nama}`,
        nomor: '',
        model: {
          judul: `Daftar Isi ${arsip.nama}`,
          jenis: 'Daftar Isi Arsip',
          ukuran: 'A4',
          arah: 'tegak',
          kop: bahan.kop,
          tanggal: bahan.hari,
          isi: [
            {
              jenis: 'judul',
              tingkat: 1,
              teks: 'DAFTAR ISI ARSIP',
              subjudul: `${konteks.siklus.namaSop} · ${konteks.siklus.namaPeriode}`,
            },
            {
              jenis: 'isianData',
              baris: [
                { label: 'Disegel', nilai: hariTanggal(tanggalLokal(arsip.disegelPada, pelaku.zonaWaktu)) },
                { label: 'Oleh', nilai: `${arsip.disegelOleh}, ${arsip.jabatanPenyegel}` },
                { label: 'Tempat arsip kertas', nilai: arsip.tempatKertas || 'tidak ada arsip kertas' },
                { label: 'Sidik SHA-256 paket', nilai: arsip.sha256 },
              ],
            },
            {
              jenis: 'tabel',
              huruf: 'sangatKecil',
              kolom: [{ bobot: 5, rata: 'tengah' }, { bobot: 45 }, { bobot: 10, rata: 'angka' }, { bobot: 40 }],
              kepala: [['No', 'Berkas', 'Ukuran (bita)', 'SHA-256'].map((teks) => ({ teks }))],
              isi: arsip.manifest.map((m, i) => ({
                sel: [String(i + 1), m.nama, formatAngka(String(m.ukuran)), m.sha256],
              })),
            },
            { jenis: 'tandaTangan', pihak: pihakLangkah(bahan, konteks, pelaku) },
          ],
        },
      },
    ]
  },
}
