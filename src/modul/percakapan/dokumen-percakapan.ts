import type { Dokumen } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalJam } from '../../inti/waktu/index.ts'
import type { BahanDokumen } from '../siklus/index.ts'
import { namaTujuan, TEKS_PERTANYAAN } from './alur.ts'
import type { Pertanyaan } from './kueri.ts'

type Bahan = {
  readonly daftar: readonly Pertanyaan[]
  readonly bahan: Pick<BahanDokumen, 'kop' | 'hari'>
  readonly pelaku: Pelaku
}

/** Everything that was asked and answered in a siklus, by unit and row; what was withdrawn stands there without its text. */
export function dokumenPercakapan({ daftar, bahan, pelaku }: Bahan): Dokumen {
  const [satu] = daftar
  const siklus = `${satu?.namaSop ?? ''} ${satu?.namaPeriode ?? ''}`.trim()
  const unit = [...new Set(daftar.map((q) => q.unit))].sort((a, b) => a.localeCompare(b, 'id'))
  return {
    judul: `Percakapan ${siklus}`,
    jenis: 'Percakapan',
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    tanggal: bahan.hari,
    isi: [
      { jenis: 'judul', tingkat: 1, teks: 'PERCAKAPAN', subjudul: siklus },
      {
        jenis: 'paragraf',
        teks: 'Pertanyaan dan jawaban tentang baris formulir, seperti ditulis. Pesan yang ditarik penulisnya tampil tanpa isinya.',
      },
      ...unit.flatMap((nama): Dokumen['isi'] => [
        { jenis: 'judul', tingkat: 2, teks: nama },
        ...daftar.filter((q) => q.unit === nama).flatMap((q) => isiPertanyaan(q, pelaku.zonaWaktu)),
      ]),
    ],
  }
}

function isiPertanyaan(q: Pertanyaan, zona: string): Dokumen['isi'] {
  const tutup = q.ditutupPada ? `, ${q.penutup} (${q.jabatanPenutup}), ${tanggalJam(q.ditutupPada, zona)}` : ''
  return [
    { jenis: 'judul', tingkat: 3, teks: q.nama },
    {
      jenis: 'paragraf',
      huruf: 'kecil',
      teks: `Kepada ${namaTujuan(q.tujuan, q.unit)}. Keadaan: ${TEKS_PERTANYAAN[q.status]}${tutup}.`,
    },
    {
      jenis: 'tabel',
      kolom: [{ bobot: 30 }, { bobot: 60 }],
      kepala: [[{ teks: 'Siapa dan kapan' }, { teks: 'Pesan' }]],
      isi: q.pesan.map((p) => ({
        sel: [
          `${p.penulis}\n${p.jabatan}\n${tanggalJam(p.ditulisPada, zona)}`,
          p.ditarikPada ? `(ditarik penulisnya ${tanggalJam(p.ditarikPada, zona)})` : p.teks,
        ],
      })),
      huruf: 'kecil',
    },
  ]
}
