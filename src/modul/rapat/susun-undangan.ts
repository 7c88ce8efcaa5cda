import type { Blok, Dokumen, Pihak } from '../../inti/dokumen/index.ts'
import { hariTanggal, tanggalPanjang } from '../../inti/waktu/index.ts'
import type { BahanDokumen } from '../siklus/index.ts'
import type { IsiRapat } from './kueri.ts'

export type BahanRapat = {
  readonly bahan: BahanDokumen
  readonly rapat: IsiRapat
  /** who invites: the holder of the post that carries out the step */
  readonly pengundang: Pihak
  readonly periode: string
}

export const waktuRapat = ({ waktuMulai, waktuSelesai }: Pick<IsiRapat, 'waktuMulai' | 'waktuSelesai'>): string =>
  waktuMulai === ''
    ? '…………'
    : `${waktuMulai.replace(':', '.')} – ${waktuSelesai === '' ? 'selesai' : waktuSelesai.replace(':', '.')}`
export const hariRapat = (tanggal: string | null): string => (tanggal ? hariTanggal(tanggal) : '…………')

/** Surat Undangan: letter form with number, addressees, day, time, place, agenda. What is not known yet is left to write in. */
export function susunUndangan({ bahan, rapat, pengundang, periode }: BahanRapat): Dokumen {
  return {
    judul: `Undangan ${rapat.acara}`,
    jenis: 'Undangan',
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    nomor: rapat.nomorUndangan,
    tanggal: rapat.tanggalUndangan ?? bahan.hari,
    isi: [
      ...kepalaSurat(bahan, rapat),
      { jenis: 'paragraf', teks: 'di Tempat' },
      {
        jenis: 'paragraf',
        menjorok: true,
        rata: 'rata',
        teks: `Dalam rangka ${periode}, kami mengharapkan kehadiran Saudara pada rapat yang akan diselenggarakan pada:`,
      },
      isiRapat(rapat),
      {
        jenis: 'paragraf',
        menjorok: true,
        rata: 'rata',
        teks: 'Demikian undangan ini disampaikan. Atas perhatian dan kehadiran Saudara diucapkan terima kasih.',
      },
      { jenis: 'tandaTangan', pihak: [pengundang] },
    ],
  }
}

/** Place and date, number and subject, addressees. */
function kepalaSurat(bahan: BahanDokumen, rapat: IsiRapat): Blok[] {
  const tanggalSurat = rapat.tanggalUndangan ? tanggalPanjang(rapat.tanggalUndangan) : bahan.tanggal
  return [
    { jenis: 'paragraf', teks: `${bahan.tempat}, ${tanggalSurat}`, rata: 'kanan' },
    {
      jenis: 'isianData',
      lebarLabelMm: 22,
      baris: [
        { label: 'Nomor', nilai: rapat.nomorUndangan || '…………………………' },
        { label: 'Sifat', nilai: 'Biasa' },
        { label: 'Lampiran', nilai: '–' },
        { label: 'Hal', nilai: [{ teks: 'Undangan', tebal: true }] },
      ],
    },
    { jenis: 'jarak', mm: 3 },
    { jenis: 'paragraf', teks: 'Yth.', rapat: true },
    {
      jenis: 'daftar',
      gaya: 'angka',
      butir: rapat.peserta.map((p) => (p.jabatan ? `${p.jabatan} (${p.nama})` : p.nama)),
    },
  ]
}

const isiRapat = (rapat: IsiRapat): Blok => ({
  jenis: 'isianData',
  indenMm: 10,
  lebarLabelMm: 30,
  baris: [
    { label: 'Hari, tanggal', nilai: hariRapat(rapat.tanggal) },
    { label: 'Waktu', nilai: `Pukul ${waktuRapat(rapat)}` },
    { label: 'Tempat', nilai: rapat.tempat || '…………' },
    { label: 'Acara', nilai: rapat.acara },
  ],
})
