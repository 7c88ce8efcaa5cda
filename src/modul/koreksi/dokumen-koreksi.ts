import { type Dokumen, pihakPejabat } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalLokal, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { BahanDokumen } from '../siklus/index.ts'
import type { Koreksi } from './kueri.ts'

type Bahan = { readonly koreksi: Koreksi; readonly bahan: BahanDokumen; readonly pelaku: Pelaku }

/** Berita Acara Koreksi: old and new figure, reason, source, versions it made; signed by who proposed and who approved. */
export function beritaAcaraKoreksi({ koreksi: k, bahan, pelaku }: Bahan): Dokumen {
  const hari = k.diputusPada ? tanggalLokal(k.diputusPada, pelaku.zonaWaktu) : bahan.hari
  const orang = (jabatan: string, nama: string, letak = {}) =>
    pihakPejabat({ jabatan, nama, pangkat: null, nip: null, ...letak })
  return {
    judul: `Berita Acara Koreksi ${k.nama} ${k.namaSiklus}`,
    jenis: 'Berita Acara Koreksi',
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    tanggal: hari,
    isi: [
      { jenis: 'judul', tingkat: 1, teks: 'BERITA ACARA KOREKSI DATA KINERJA', subjudul: k.namaSiklus },
      {
        jenis: 'paragraf',
        rata: 'rata',
        teks: `Pada ${tanggalPanjang(hari)} angka yang telah disetujui dikoreksi sebagai berikut. Rekapitulasi yang dibekukan${k.diarsipkan ? ' dan arsip yang disegel' : ''} tetap seperti semula; koreksi ini berdiri di sampingnya.`,
      },
      {
        jenis: 'tabel',
        kolom: [{ bobot: 24 }, { bobot: 60 }],
        kepala: [[{ teks: 'Hal' }, { teks: 'Isi' }]],
        isi: [
          k.jenis === 'ANGGARAN' ? ['Sub kegiatan', `${k.kartu.kode} ${k.nama}`] : ['Indikator', k.nama],
          ['Unit', k.unit],
          ['Semula', k.teksLama],
          ['Menjadi', k.teksBaru],
          ['Alasan', k.alasan],
          ['Sumber angka', k.sumberAngka],
          ['Versi baru', k.hasil.map((h) => `${h.nama}, rekapitulasi versi ${h.versi}`).join('\n') || '–'],
        ].map((sel) => ({ sel })),
      },
      {
        jenis: 'tandaTangan',
        pihak: [
          orang(`Yang mengusulkan, ${k.jabatanPengusul}`, k.pengusul),
          orang(`Yang menyetujui, ${k.jabatanPemutus}`, k.pemutus, {
            tempat: bahan.tempat,
            tanggal: tanggalPanjang(hari),
          }),
        ],
      },
    ],
  }
}
