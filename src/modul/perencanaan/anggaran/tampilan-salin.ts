import { ambilDesimal, Desimal, formatRupiah } from '../../../inti/angka/index.ts'
import { halaman, type Kesalahan } from '../../../inti/http/index.ts'
import { namaUnsur } from '../renstra/istilah.ts'
import type { BahanSalinTahun } from './salin-anggaran.ts'

type Sub = BahanSalinTahun['berakhir'][number]
const baris = (sub: readonly Sub[]) => sub.map((s) => ({ sel: [namaUnsur(s), formatRupiah(s.pagu)] }))

/** What would be copied to the next year, and the form that does it. */
export function susunSalinTahun(bahan: BahanSalinTahun, kesalahan: Kesalahan = {}) {
  const jumlah = bahan.pagu.reduce((n, s) => n.plus(ambilDesimal(s.pagu)), new Desimal(0))
  return {
    judulHalaman: `Salin ${bahan.dari} ke ${bahan.ke}`,
    tahun: bahan.dari,
    ke: bahan.ke,
    kembali: `/perencanaan/program?tahun=${bahan.dari}`,
    sudahAda: bahan.sudahAda,
    pagu: baris(bahan.pagu),
    jumlahPagu: ['Jumlah', formatRupiah(jumlah)],
    berakhir: baris(bahan.berakhir),
    target: bahan.target.map((t) => ({ sel: [`${t.kode} ${t.nama}`, t.nilai] })),
    opsi: [
      ...(bahan.sudahAda || bahan.pagu.length === 0
        ? []
        : [
            {
              nilai: 'anggaran',
              teks: `Anggaran: ${bahan.pagu.length} sub kegiatan menjadi DPA ${bahan.ke}, berlaku sejak 2 Januari ${bahan.ke}`,
            },
          ]),
      ...(bahan.target.length === 0
        ? []
        : [
            { nilai: 'target', teks: `Target Renstra ${bahan.ke}: ${bahan.target.length} indikator yang masih kosong` },
          ]),
    ],
    kesalahan,
    label: { anggaran: 'Yang disalin', isi: 'Yang disalin' } as Record<string, string>,
  }
}

export const halamanSalinTahun = halaman<ReturnType<typeof susunSalinTahun>>('perencanaan/salin-tahun')
