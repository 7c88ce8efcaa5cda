import type { Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalJam, tanggalLokal } from '../../inti/waktu/index.ts'
import { ATURAN_PK, hakPk, type TindakanPk } from './alur.ts'
import { jabatanKedua } from './istilah.ts'
import type { Pk, RiwayatPk } from './kueri.ts'

type Bahan = {
  readonly pelaku: Pelaku
  readonly masalah: readonly string[]
  readonly isian?: Readonly<Record<string, string>>
  readonly kesalahan?: Kesalahan | undefined
}

/** What this person may do with the agreement now, and what was done with it. */
export function susunTindakan(pk: Pk, { pelaku, masalah, isian = {}, kesalahan = {} }: Bahan) {
  const boleh = (tindakan: TindakanPk) => hakPk(pelaku, pk, tindakan).boleh
  const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  return {
    id: pk.id,
    versi: pk.versi,
    masalah: boleh('UBAH') ? masalah : [],
    giliran: boleh('SETUJUI') ? 'Giliran Anda: setujui, atau kembalikan dengan alasan.' : giliran(pk, pelaku.kabupaten),
    boleh: {
      ubah: boleh('UBAH'),
      ajukan: boleh('AJUKAN'),
      tarik: boleh('TARIK'),
      setujui: boleh('SETUJUI'),
      catatSetuju: boleh('CATAT_SETUJU'),
      kembalikan: boleh('KEMBALIKAN'),
      tandatangani: boleh('TANDATANGANI'),
      berlakukan: boleh('BERLAKUKAN'),
      perubahan: boleh('BUAT_PERUBAHAN') && !digantikan(pk),
      batalkan: boleh('BATALKAN'),
    },
    teks: Object.fromEntries(Object.entries(ATURAN_PK).map(([kode, { label }]) => [kode, label])),
    isian: {
      nama: isian.nama ?? pk.namaKedua,
      nomor: isian.nomor ?? '',
      tanggal: isian.tanggal ?? hari,
      berlakuSejak: isian.berlakuSejak ?? pk.berlakuSejak,
      alasan: isian.alasan ?? '',
      alasanBatal: isian.alasanBatal ?? '',
    },
    kesalahan,
    label: LABEL,
    riwayat: [...pk.riwayat].reverse().map((r) => barisRiwayat(r, pelaku.zonaWaktu)),
  }
}

const LABEL = {
  nama: 'Nama pejabat yang menyetujui',
  nomor: 'Nomor naskah',
  tanggal: 'Tanggal naskah',
  berlakuSejak: 'Berlaku sejak',
  alasan: 'Alasan',
  alasanBatal: 'Alasan pembatalan',
  berkas: 'Pindaian',
  formulir: 'Perjanjian ini',
}

const digantikan = ({ versiLain, berlakuSejak }: Pk): boolean =>
  versiLain.some((v) => v.status !== 'DIBATALKAN' && (v.status !== 'BERLAKU' || v.berlakuSejak > berlakuSejak))

/** Who has the ball, in a sentence; '' once it holds or was cancelled. */
function giliran(pk: Pk, kabupaten: string): string {
  const atasan = pk.kedua ? `${pk.kedua.nama}, ${jabatanKedua(pk, kabupaten)}` : jabatanKedua(pk, kabupaten)
  if (pk.status === 'DRAF')
    return 'Draf ini belum diajukan. Pejabatnya, Tim SAKIP, atau Sekretaris Kecamatan yang melengkapinya.'
  if (pk.status === 'DIAJUKAN')
    return pk.atasanId
      ? `Menunggu persetujuan ${atasan}.`
      : `Menunggu persetujuan ${atasan} di atas kertas; Tim SAKIP atau Sekretaris Kecamatan mencatatnya.`
  if (pk.status === 'DISETUJUI')
    return 'Cetak kedua lembarnya, tanda tangani, lalu catat nomor, tanggal, dan pindaiannya.'
  return pk.status === 'DITANDATANGANI' ? 'Tim SAKIP atau Sekretaris Kecamatan menyatakannya berlaku.' : ''
}

const barisRiwayat = (r: RiwayatPk, zona: string) => ({
  waktu: tanggalJam(new Date(r.waktu), zona),
  siapa: r.oleh,
  sebagai: r.jabatan,
  teks: r.tindakan === 'SUSUN' ? 'Menyusun draf' : ATURAN_PK[r.tindakan].riwayat,
  alasan: r.catatan,
  labelAlasan: r.tindakan === 'SUSUN' || ATURAN_PK[r.tindakan].alasan ? 'Alasan' : 'Catatan',
})
