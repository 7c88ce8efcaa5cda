import { formatPersen, formatRupiah } from '../../../inti/angka/index.ts'
import type { Blok, Dokumen } from '../../../inti/dokumen/index.ts'
import type { CapaianSasaran } from '../capaian.ts'
import { hitungUang } from '../efisiensi.ts'
import { kalimatIkhtisar, TANDA_BANTU } from '../kalimat-bantu.ts'
import type { IsiLkjip } from '../lkjip.ts'
import { blokAnalisis, blokUmum } from './analisis.ts'
import type { LampiranLkjip } from './kantor-lkjip.ts'
import { lampiranPengukuran, lampiranPk, lampiranRencanaAksi } from './lampiran.ts'
import { kepala, lebar, penomorTabel, tengah } from './sel.ts'
import {
  efisiensiIndikator,
  efisiensiProgram,
  efisiensiSasaran,
  tabelAnggaran,
  tabelPenunjang,
} from './tabel-anggaran.ts'
import { type Penomor, tabelBanding, tabelSasaran } from './tabel-banding.ts'

/**
 * The input of the LKjIP of a year as one document: what is missing, the seven comparisons of Bab III per sasaran and indicator
 * (PermenPANRB 53/2014), budget and efficiency, annexes. PDF, Word and Excel are drawn from this one tree.
 */
export function dokumenLkjip(isi: IsiLkjip, lampiran: LampiranLkjip): Dokumen {
  const { tahun } = isi
  const { kantor, sebutan } = lampiran
  const judul = `Bahan LKjIP ${kantor.nama} Tahun ${tahun}`
  const nomor = penomorTabel('Tabel 3.')
  return {
    judul: `${judul} (${sebutan})`,
    jenis: 'Bahan LKjIP',
    ukuran: 'A4',
    arah: 'tegak',
    kop: null,
    tanggal: lampiran.hari,
    isi: [
      { jenis: 'judul', tingkat: 1, teks: judul.toUpperCase(), subjudul: `${kantor.kabupaten} · ${sebutan}` },
      { jenis: 'paragraf', rata: 'tengah', huruf: 'kecil', teks: KETERANGAN },
      { jenis: 'daftarIsi' },
      { jenis: 'pemisahHalaman' },
      ...bagianKelengkapan(isi),
      { jenis: 'judul', tingkat: 2, teks: 'Ikhtisar' },
      ...blokUmum(isi, { objek: 'umum', bagian: 'ikhtisar', data: kalimatIkhtisar(isi.capaian) }),
      { jenis: 'judul', tingkat: 1, teks: 'BAB III', subjudul: 'AKUNTABILITAS KINERJA' },
      { jenis: 'judul', tingkat: 2, teks: 'A. Capaian Kinerja Organisasi' },
      tabelSasaran(isi.capaian.sasaran, isi.capaian.organisasi, nomor(`Capaian per sasaran ${tahun}`)),
      ...isi.capaian.sasaran.flatMap((s, ke) => bagianSasaran(s, { isi, nomor, urut: ke + 1 })),
      ...bagianAnggaran(isi, nomor),
      { jenis: 'judul', tingkat: 2, teks: 'C. Simpulan' },
      ...blokUmum(isi, { objek: 'umum', bagian: 'penutup' }),
      ...lampiranPk(lampiran.pk, tahun),
      ...lampiranPengukuran(isi.capaian),
      ...lampiranRencanaAksi(lampiran.rencanaAksi, tahun),
    ],
  }
}

const KETERANGAN = `Angka berasal dari rekapitulasi dan Kertas Kerja yang disetujui serta tabel perencanaan. Yang tidak ada disebut, tidak dihitung nol. Kalimat bertanda ${TANDA_BANTU} disusun dari angka saja.`

function bagianKelengkapan({ kurang }: IsiLkjip): Blok[] {
  const judul: Blok = { jenis: 'judul', tingkat: 2, teks: 'Kelengkapan bahan' }
  if (kurang.length === 0)
    return [judul, { jenis: 'paragraf', teks: 'Bahan lengkap: tidak ada angka atau analisis yang kurang.' }]
  return [
    judul,
    {
      jenis: 'tabel',
      judul: 'Yang masih kurang',
      huruf: 'kecil',
      kolom: [tengah(6), lebar(16), lebar(46), lebar(46), lebar(22)],
      kepala: kepala('No', 'Kelompok', 'Tentang', 'Yang kurang', 'Diisi pada'),
      isi: kurang.map((k, ke) => ({ sel: [`${ke + 1}`, k.kelompok, k.benda, k.kurang, k.tindakan] })),
    },
  ]
}

type Bagian = { readonly isi: IsiLkjip; readonly nomor: Penomor; readonly urut: number }

/** One sasaran: comparisons 1–4 as tables, 5 as words per indicator, 6 efficiency, 7 supporting programs. */
function bagianSasaran(sasaran: CapaianSasaran, { isi, nomor, urut }: Bagian): Blok[] {
  const judul: Blok = { jenis: 'judul', tingkat: 2, teks: `A.${urut} Sasaran: ${sasaran.uraian}` }
  if (sasaran.indikator.length === 0)
    return [
      judul,
      { jenis: 'paragraf', teks: `Sasaran ini tidak mempunyai IKU dalam Perjanjian Kinerja ${isi.tahun}.` },
    ]
  const anggaran = isi.anggaran.filter((a) => a.sasaranId === sasaran.id)
  return [
    judul,
    ...tabelBanding({ sasaran, tahun: isi.tahun, nomor }),
    efisiensiIndikator(sasaran, isi.anggaran, nomor('Efisiensi penggunaan sumber daya')),
    ...(anggaran.length > 0
      ? [tabelPenunjang(anggaran, nomor('Program dan kegiatan penunjang'))]
      : [
          {
            jenis: 'paragraf',
            teks: 'Program penunjang: belum ada program berpagu yang dikaitkan dengan sasaran ini.',
          } as const,
        ]),
    ...sasaran.indikator.flatMap((i, ke) => blokAnalisis(i, isi, `A.${urut}.${ke + 1}`)),
  ]
}

function bagianAnggaran(isi: IsiLkjip, nomor: Penomor): Blok[] {
  const judul: Blok = { jenis: 'judul', tingkat: 2, teks: 'B. Realisasi Anggaran' }
  if (isi.anggaran.length === 0)
    return [judul, { jenis: 'paragraf', teks: `Pagu dan realisasi anggaran ${isi.tahun} belum ada di Takar.` }]
  const { pagu, realisasi, serapan } = hitungUang(isi.anggaran)
  const data =
    serapan.jenis === 'NILAI'
      ? [
          `Serapan anggaran ${isi.tahun} ${formatPersen(serapan.nilai)}: ${formatRupiah(realisasi)} dari ${formatRupiah(pagu)}.`,
        ]
      : []
  return [
    judul,
    ...blokUmum(isi, { objek: 'umum', bagian: 'anggaran', data }),
    tabelAnggaran(isi.anggaran, nomor(`Pagu dan realisasi anggaran ${isi.tahun}`)),
    efisiensiSasaran(isi.capaian.sasaran, isi.anggaran, nomor('Efisiensi per sasaran')),
    efisiensiProgram(isi.capaian.ikk, isi.anggaran, nomor('Efisiensi per program')),
  ]
}
