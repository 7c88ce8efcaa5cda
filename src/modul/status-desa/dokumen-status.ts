import type { Blok, Dokumen, Kop } from '../../inti/dokumen/index.ts'
import { hitungPerStatus, hitungUkuran, UKURAN_ANGKA } from './hitung-status.ts'
import { JENIS_DESA } from './isian.ts'
import { type DesaBerstatus, pada } from './kueri.ts'
import { NAMA_STATUS, NAMA_UKURAN, teksSkor } from './status.ts'

type Bahan = {
  readonly desa: readonly DesaBerstatus[]
  readonly tahun: number
  readonly kop: Kop
  /** YYYY-MM-DD */
  readonly hari: string
}

/** List of the desa with score and status of a year and of the one before, counts, and what follows for indicators. */
export function susunDaftarStatus({ desa: semua, tahun, kop, hari }: Bahan): Dokumen {
  const desa = semua.filter((d) => d.aktif)
  const [satu] = desa.flatMap((d) => pada(d, tahun) ?? [])
  return {
    judul: `Daftar Status Desa ${tahun}`,
    jenis: 'Daftar Status Desa',
    ukuran: 'F4',
    arah: 'tegak',
    kop,
    tanggal: hari,
    isi: [
      {
        jenis: 'judul',
        tingkat: 1,
        teks: 'DAFTAR STATUS DESA',
        subjudul: `${satu ? NAMA_UKURAN[satu.ukuran] : 'Indeks Desa'} Tahun ${tahun}`,
      },
      tabelDesa(desa, tahun),
      { jenis: 'jarak', mm: 3 },
      ...ringkasan(desa, tahun),
    ],
  }
}

function tabelDesa(desa: readonly DesaBerstatus[], tahun: number): Blok {
  const kepala = ['No', 'Desa/kelurahan', `Skor ${tahun - 1}`, `Skor ${tahun}`, `Status ${tahun}`, 'Sumber']
  return {
    jenis: 'tabel',
    kolom: [
      { bobot: 5, rata: 'tengah' },
      { bobot: 26 },
      { bobot: 12, rata: 'angka' },
      { bobot: 12, rata: 'angka' },
      { bobot: 18 },
      { bobot: 27 },
    ],
    kepala: [kepala.map((teks) => ({ teks }))],
    nomorKolom: true,
    huruf: 'kecil',
    isi: desa.map((d, ke) => {
      const kini = pada(d, tahun)
      const skor = (t: number) => teksSkor(pada(d, t))
      return {
        sel: [
          `${ke + 1}`,
          `${JENIS_DESA[d.jenis]} ${d.nama}`,
          skor(tahun - 1),
          skor(tahun),
          kini ? NAMA_STATUS[kini.status] : 'belum diisi',
          kini?.sumber ?? '',
        ],
      }
    }),
  }
}

function ringkasan(desa: readonly DesaBerstatus[], tahun: number): Blok[] {
  const { per } = hitungPerStatus(desa, tahun)
  const ukuran = UKURAN_ANGKA.flatMap(({ kode }) => {
    const hasil = hitungUkuran(kode, { desa, tahun })
    return hasil.jenis === 'ADA' ? [hasil.kalimat] : []
  })
  return [
    { jenis: 'paragraf', teks: per.map(({ status, jumlah }) => `${NAMA_STATUS[status]}: ${jumlah}`).join('  ·  ') },
    ...(ukuran.length > 0 ? [{ jenis: 'daftar', gaya: 'butir', butir: ukuran } satisfies Blok] : []),
  ]
}
