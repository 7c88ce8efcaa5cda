import { halaman, type Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { tanggalJam } from '../../inti/waktu/index.ts'
import { PENGULANG } from './alur.ts'
import { LABEL } from './isian.ts'
import { JEDA_MENIT } from './kirim-surel.ts'
import type { KeadaanSurel, SurelBermasalah } from './kueri.ts'
import type { Setelan } from './setelan.ts'

export type BahanSetelan = {
  readonly setelan: Setelan & { readonly versi: number }
  readonly surel: KeadaanSurel
  readonly adaSurel: boolean
}
type Kembalian = { isian?: Readonly<Record<string, string>>; kesalahan?: Kesalahan }

/** When the office reminds, and how its mails went. */
export function susunSetelan(
  pelaku: Pelaku,
  { setelan, surel, adaSurel }: BahanSetelan,
  { isian, kesalahan = {} }: Kembalian = {},
) {
  const teks = (nama: keyof Setelan, bawaan: string) => isian?.[nama] ?? bawaan
  const centang = (nama: 'aktif' | 'surel' | 'padaHari') =>
    (isian ? isian[nama] === 'ya' : setelan[nama]) ? ['ya'] : []
  return {
    judulHalaman: 'Setelan pengingat',
    versi: isian?.versi ?? setelan.versi,
    label: LABEL,
    kesalahan,
    isian: {
      aktif: centang('aktif'),
      surel: centang('surel'),
      padaHari: centang('padaHari'),
      hariSebelum: teks('hariSebelum', setelan.hariSebelum.join(', ')),
      sesudahMulai: teks('sesudahMulai', String(setelan.sesudahMulai)),
      sesudahSetiap: teks('sesudahSetiap', String(setelan.sesudahSetiap)),
      keKepala: teks('keKepala', String(setelan.keKepala)),
      keSekcam: teks('keSekcam', String(setelan.keSekcam)),
      jamMulai: teks('jamMulai', setelan.jamMulai.replace(':', '.')),
      jamSelesai: teks('jamSelesai', setelan.jamSelesai.replace(':', '.')),
    },
    adaSurel,
    admin: punyaPeran(pelaku, PENGULANG),
    hitungan: [
      { jumlah: surel.terkirim, teks: 'surel terkirim (30 hari)', nada: 'hijau' },
      { jumlah: surel.menunggu, teks: 'menunggu dikirim', nada: 'kuning' },
      { jumlah: surel.gagal, teks: 'gagal', nada: 'merah' },
      { jumlah: surel.tanpaAlamat, teks: 'pegawai tanpa alamat surel' },
    ],
    bermasalah: surel.bermasalah.map((s) => susunBermasalah(s, pelaku)),
  }
}

const susunBermasalah = (s: SurelBermasalah, pelaku: Pelaku) => ({
  id: s.id,
  nama: s.nama,
  kepada: s.kepada,
  galat: s.galat,
  status:
    s.status === 'GAGAL'
      ? { kode: 'GAGAL', teks: 'Gagal' }
      : { kode: 'MENUNGGU', teks: `Percobaan ${s.percobaan} dari ${JEDA_MENIT.length + 1}` },
  kapan: s.status === 'GAGAL' ? '' : `dicoba lagi ${tanggalJam(new Date(s.cobaPada), pelaku.zonaWaktu)}`,
  bolehUlang: s.status === 'GAGAL' && punyaPeran(pelaku, PENGULANG),
})
export const halamanSetelan = halaman<ReturnType<typeof susunSetelan>>('pengingat/setelan')
