import { daftarkanPesan, halaman } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { hariTanggal, tanggalPendek } from '../../inti/waktu/index.ts'
import { PEMBERI_INGAT, PENGATUR } from './alur.ts'
import type { ButirPengingat } from './isi-pengingat.ts'
import type { PengingatTersimpan } from './kueri.ts'
import { kelompokPengingat } from './susun-pesan.ts'

daftarkanPesan({
  'pengingat-dibaca': 'Pengingat sudah ditandai dibaca.',
  'ajakan-dicatat': 'Dicatat bahwa Anda sudah mengingatkan.',
  'setelan-pengingat-disimpan': 'Setelan pengingat sudah disimpan.',
  'surel-diulang': 'Surel masuk antrean lagi dan dikirim beberapa menit lagi, pada jam pengingat.',
})

/** 'terlambat 2 hari kerja' beside the date; the code colours it. */
export function tenggatButir({ tenggat, posisi }: Pick<ButirPengingat, 'tenggat' | 'posisi'>) {
  if (!tenggat || posisi === null) return { relatif: 'Tanpa tenggat', tanggal: '', kode: '' }
  const kode = posisi > 0 ? 'terlambat' : posisi === 0 ? 'hari_ini' : ''
  const relatif =
    posisi > 0 ? `terlambat ${posisi} hari kerja` : posisi === 0 ? 'hari terakhir' : `${-posisi} hari kerja lagi`
  return { relatif, tanggal: tanggalPendek(tenggat), kode }
}

const susunButir = (b: ButirPengingat) => ({
  judul: b.judul,
  alamat: b.alamat,
  periode: b.periode,
  siapa: b.siapa?.join(', ') ?? '',
  tenggat: tenggatButir(b),
})

/** The person's lists: the newest open, earlier ones folded. */
export function susunPengingatSaya(pelaku: Pelaku, daftar: readonly PengingatTersimpan[]) {
  return {
    judulHalaman: 'Pengingat',
    belumDibaca: daftar.filter((d) => !d.dibaca).length,
    daftar: daftar.map(({ tanggal, isi, dibaca }) => ({
      judul: hariTanggal(tanggal),
      dibaca,
      surelGagal: isi.surelGagal ?? 0,
      kelompok: kelompokPengingat(isi).map((k) => ({ judul: k.judul, butir: k.butir.map(susunButir) })),
    })),
    tautan: [
      { teks: 'Surel dan telepon Anda', alamat: '/akun/kontak' },
      ...(punyaPeran(pelaku, PEMBERI_INGAT) ? [{ teks: 'Ingatkan orang lain', alamat: '/pengingat/ingatkan' }] : []),
      ...(punyaPeran(pelaku, PENGATUR) ? [{ teks: 'Setelan pengingat', alamat: '/pengingat/setelan' }] : []),
    ],
  }
}
export const halamanPengingat = halaman<ReturnType<typeof susunPengingatSaya>>('pengingat/pengingat')
