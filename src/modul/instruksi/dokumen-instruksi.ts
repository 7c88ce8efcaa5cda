import type { Blok, Dokumen, Pihak } from '../../inti/dokumen/index.ts'
import { hariTanggal } from '../../inti/waktu/index.ts'
import type { BahanDokumen, BarisSiklus } from '../siklus/index.ts'
import { butirInstruksi } from './isian.ts'
import type { Instruksi } from './kueri.ts'

type Bahan = {
  readonly bahan: BahanDokumen
  readonly instruksi: Instruksi
  readonly siklus: Pick<BarisSiklus, 'namaSop' | 'namaPeriode'>
  /** who issued it: several where the SOP wants all its pelaksana to act */
  readonly pihak: readonly Pihak[]
}

const URUTAN = [
  'KESATU',
  'KEDUA',
  'KETIGA',
  'KEEMPAT',
  'KELIMA',
  'KEENAM',
  'KETUJUH',
  'KEDELAPAN',
  'KESEMBILAN',
  'KESEPULUH',
] as const

/** Instruksi in the order of the official form: number, TENTANG, Kepada, Untuk KESATU …, deadline, signature. */
export function susunLembarInstruksi({ bahan, instruksi: i, siklus, pihak }: Bahan): Dokumen {
  return {
    judul: `Instruksi ${i.hal}`.slice(0, 200),
    jenis: 'Instruksi',
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    nomor: i.nomor,
    tanggal: bahan.hari,
    isi: [
      { jenis: 'judul', tingkat: 1, teks: 'INSTRUKSI', nomor: i.nomor || '......................' },
      { jenis: 'paragraf', rata: 'tengah', rapat: true, teks: 'TENTANG' },
      { jenis: 'paragraf', rata: 'tengah', teks: [{ teks: i.hal.toLocaleUpperCase('id-ID'), tebal: true }] },
      {
        jenis: 'paragraf',
        rata: 'rata',
        teks: `Dalam rangka pelaksanaan ${siklus.namaSop} untuk ${siklus.namaPeriode}, dengan ini menginstruksikan:`,
      },
      { jenis: 'isianData', lebarLabelMm: 34, baris: kepada(i) },
      { jenis: 'jarak', mm: 2 },
      { jenis: 'isianData', lebarLabelMm: 34, baris: untuk(i) },
      ...catatan(i),
      { jenis: 'paragraf', rata: 'rata', teks: 'Instruksi ini mulai berlaku pada tanggal diterbitkan.' },
      { jenis: 'tandaTangan', pihak: [...pihak] },
    ],
  }
}

function kepada({ sebutanKepada }: Instruksi) {
  const banyak = sebutanKepada.length > 1
  return sebutanKepada.map((nilai, ke) => ({
    label: ke === 0 ? 'Kepada' : '',
    nilai: banyak ? `${ke + 1}. ${nilai}` : nilai,
  }))
}

function untuk({ isi, tenggat }: Instruksi) {
  const butir = butirInstruksi(isi)
  const baris = butir.map((nilai, ke) => ({
    label: butir.length > 1 ? (URUTAN[ke] ?? `${ke + 1}.`) : 'Untuk',
    nilai,
  }))
  return [
    ...(butir.length > 1 ? [{ label: 'Untuk', nilai: '' }] : []),
    ...baris,
    ...(tenggat ? [{ label: 'Batas waktu', nilai: hariTanggal(tenggat) }] : []),
  ]
}

const catatan = ({ catatan: teks }: Instruksi): Blok[] =>
  teks ? [{ jenis: 'paragraf', rata: 'rata', teks: [{ teks: 'Catatan: ', tebal: true }, { teks }] }] : []
