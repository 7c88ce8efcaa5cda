import { kopKecamatan, type Pihak, pihakPejabat } from '../../inti/dokumen/index.ts'
import { type Pelaku, type Peran, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam, tanggalLokal, tanggalPanjang } from '../../inti/waktu/index.ts'
import { ambilKecamatan, daftarPejabat, type Pejabat } from '../organisasi/index.ts'
import type { Pembaca } from './jenis-langkah.ts'

export type BahanDokumen = Awaited<ReturnType<typeof ambilBahanDokumen>>

/** Letterhead, place and date, and who holds which post today: what every output document begins and ends with. */
export async function ambilBahanDokumen(baca: Pembaca, pelaku: Pelaku) {
  const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const [kecamatan, pejabat] = await Promise.all([ambilKecamatan(baca, pelaku), daftarPejabat(baca, pelaku, hari)])
  return { kop: kopKecamatan(kecamatan), tempat: kecamatan.tempat, hari, tanggal: tanggalPanjang(hari), pejabat }
}

/** Signature of the acting person in the post that made the act possible. */
export function pihakPelaku(
  { tempat, tanggal, pejabat }: BahanDokumen,
  pelaku: Pelaku,
  peran: readonly Peran[],
): Pihak {
  const jabatan = pejabat.find((p) => p.pegawaiId === pelaku.pegawaiId && peran.includes(p.peran))
  if (jabatan) return pihakJabatan(jabatan, { tempat, tanggal })
  return pihakPejabat({
    tempat,
    tanggal,
    jabatan: sebutanJabatan(pelaku, peran),
    nama: pelaku.nama,
    pangkat: pelaku.pangkat,
    nip: pelaku.nip,
  })
}

/** Signature of the holder of a post; dots to write on when the post is vacant. */
export const pihakPeran = (
  { pejabat }: BahanDokumen,
  peran: Peran,
  lain: { tempat?: string; tanggal?: string; pengantar?: string } = {},
): Pihak | null => {
  const jabatan = pejabat.find((p) => p.peran === peran)
  return jabatan ? pihakJabatan(jabatan, lain) : null
}

const pihakJabatan = (p: Pejabat, lain: { tempat?: string; tanggal?: string; pengantar?: string }): Pihak =>
  pihakPejabat({
    ...lain,
    jabatan: p.jabatanNama,
    jenisPenugasan: p.jenisPenugasan,
    nama: p.nama,
    pangkat: [p.pangkat, p.golongan].filter(Boolean).join(', '),
    nip: p.nip,
    sebutanNip: p.jenisNip === 'PPPK' ? 'NI PPPK.' : 'NIP.',
  })
