import { daftarkanPesan, halaman, type Kesalahan } from '../../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../../inti/pelaku.ts'
import { tanggalLokal, tanggalPendek } from '../../../inti/waktu/index.ts'
import type { Unit } from '../../organisasi/index.ts'
import { tabPerencanaan } from '../istilah.ts'
import { ALUR_USULAN, bolehUsulan, KODE_USULAN, PENGUSUL_KARTU, TEKS_USULAN } from './alur.ts'
import { isiTersimpan } from './beda-isi.ts'
import { bedaKartu } from './beda-kartu.ts'
import { TINGKAT } from './istilah.ts'
import type { PilihanLetak } from './kueri-letak.ts'
import type { BarisUsulan, Usulan } from './kueri-usulan.ts'

daftarkanPesan({
  'indikator-ditambah': 'Indikator sudah ditambahkan.',
  'indikator-diubah': 'Kartu indikator sudah disimpan.',
  'indikator-dinonaktifkan': 'Indikator sudah dinonaktifkan. Kartu dan riwayatnya tetap dapat dibaca.',
  'indikator-diaktifkan': 'Indikator sudah aktif kembali.',
  'usulan-diajukan': 'Usulan sudah dikirim. Tim SAKIP atau Sekretaris Kecamatan akan memutuskannya.',
  'usulan-diterima': 'Usulan sudah diterima dan kartunya sudah ditulis.',
  'usulan-ditolak': 'Usulan sudah ditolak. Alasannya dapat dibaca pengusul.',
  'usulan-ditarik': 'Usulan sudah ditarik.',
})

const tanggal = (waktu: Date, { zonaWaktu }: Pelaku): string => tanggalPendek(tanggalLokal(waktu, zonaWaktu))

/** Proposals of cards: those that wait first. */
export const susunDaftarUsulan = (daftar: readonly BarisUsulan[], pelaku: Pelaku) => ({
  judulHalaman: 'Usulan kartu indikator',
  tab: tabPerencanaan('indikator'),
  tindakan: punyaPeran(pelaku, PENGUSUL_KARTU)
    ? [{ teks: 'Usulkan indikator', alamat: '/perencanaan/usulan-indikator/baru', utama: true, ikon: 'tambah' }]
    : [],
  baris: daftar.map((u) => ({
    sel: [
      {
        teks: `${u.kode} ${u.nama}`,
        alamat: `/perencanaan/usulan-indikator/${u.id}`,
        kecil: u.indikatorId ? 'Perubahan kartu' : 'Indikator baru',
      },
      { teks: u.pengusul, kecil: u.jabatanPengusul },
      tanggal(u.diajukanPada, pelaku),
      { teks: '', status: { kode: KODE_USULAN[u.status], teks: TEKS_USULAN[u.status] } },
    ],
  })),
})

type Bahan = {
  readonly unit: readonly Unit[]
  readonly letak: readonly PilihanLetak[]
  /** a used card gets a new version: from which year? */
  readonly dipakai: boolean
  readonly isian?: Readonly<Record<string, string>>
  readonly kesalahan?: Kesalahan
}

/** One proposal beside the present card, and who may do what with it. */
export function susunUsulan(
  usulan: Usulan,
  pelaku: Pelaku,
  { unit, letak, dipakai, isian = {}, kesalahan = {} }: Bahan,
) {
  const lama = usulan.kartu && usulan.status === 'DIAJUKAN' ? isiTersimpan(usulan.kartu) : null
  const nama = {
    unit: (id: string) => unit.find((u) => u.id === id)?.nama ?? '–',
    tempat: ({ tingkat, id }: { tingkat: keyof typeof TINGKAT; id: string }) =>
      `${TINGKAT[tingkat]}: ${letak.find((l) => l.id === id)?.nama ?? '–'}`,
  }
  const boleh = (tindakan: 'TERIMA' | 'TOLAK' | 'TARIK') => bolehUsulan(pelaku, usulan, tindakan)
  return {
    judulHalaman: `Usulan ${usulan.isian.isi.kode} ${usulan.isian.isi.nama}`,
    atas: usulan.indikatorId ? 'Usulan perubahan kartu indikator' : 'Usulan indikator baru',
    status: { kode: KODE_USULAN[usulan.status], teks: TEKS_USULAN[usulan.status] },
    alamat: `/perencanaan/usulan-indikator/${usulan.id}`,
    alamatKartu: usulan.indikatorId ? `/perencanaan/indikator/${usulan.indikatorId}` : '',
    versi: usulan.versi,
    data: [
      { label: 'Pengusul', nilai: `${usulan.pengusul}, ${usulan.jabatanPengusul}` },
      { label: 'Diajukan', nilai: tanggal(usulan.diajukanPada, pelaku) },
      { label: 'Alasan', nilai: usulan.alasan },
      ...(usulan.diputusPada
        ? [
            {
              label: TEKS_USULAN[usulan.status],
              nilai: `${usulan.pemutus}, ${usulan.jabatanPemutus}, ${tanggal(usulan.diputusPada, pelaku)}`,
            },
          ]
        : []),
      ...(usulan.alasanPutusan ? [{ label: 'Alasan keputusan', nilai: usulan.alasanPutusan }] : []),
    ],
    usang: usulan.status === 'DIAJUKAN' && usulan.perubahan !== usulan.perubahanAsal,
    berubah: lama !== null,
    beda: bedaKartu(lama, usulan.isian.isi, nama).map((b) => ({
      sel: lama ? [b.label, b.lama, b.baru] : [b.label, b.baru],
    })),
    bolehTerima: boleh('TERIMA'),
    bolehTolak: boleh('TOLAK'),
    bolehTarik: boleh('TARIK'),
    tombol: ALUR_USULAN.DIAJUKAN,
    tanyaTahun: dipakai && lama !== null,
    isian: { berlakuTahun: String(usulan.isian.berlakuTahun || ''), alasan: '', ...isian },
    kesalahan,
    label: { berlakuTahun: 'Berlaku mulai tahun', alasan: 'Alasan penolakan' },
  }
}

export const halamanDaftarUsulan = halaman<ReturnType<typeof susunDaftarUsulan>>('perencanaan/daftar-usulan')
export const halamanUsulan = halaman<ReturnType<typeof susunUsulan>>('perencanaan/usulan')
