import { TANPA_NILAI } from '../../inti/angka/index.ts'
import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { nipCetak } from '../../inti/nip.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import { nilaiIndikator, tabPerencanaan } from '../perencanaan/index.ts'
import { type KeadaanPk, PENULIS_PK, TEKS_STATUS } from './alur.ts'
import {
  DASAR_PERUBAHAN,
  istilahLampiran,
  JENIS_PK,
  jabatanKedua,
  jumlahAnggaran,
  kelompokSasaran,
  sebutan,
  teksTarget,
  uangKolom,
} from './istilah.ts'
import type { BarisPk, DaftarPk, PihakPk, Pk, TargetDalamPk } from './kueri.ts'
import { periksaTarget } from './periksa-target.ts'
import { susunTindakan } from './tampilan-tindakan.ts'

daftarkanPesan({
  'pk-disusun': 'Draf disusun. Periksa indikator, target, dan anggarannya, lalu ajukan.',
  'pk-disimpan': 'Tersimpan.',
  'pk-diajukan': 'Diajukan. Atasan langsung yang menyetujui atau mengembalikannya.',
  'pk-ditarik': 'Ditarik kembali. Isinya dapat diubah lagi.',
  'pk-disetujui': 'Disetujui. Cetak, tanda tangani, lalu catat pindaiannya.',
  'pk-dikembalikan': 'Dikembalikan dengan alasan Anda.',
  'pk-ditandatangani': 'Naskah bertanda tangan tercatat. Tim SAKIP atau Sekretaris Kecamatan menyatakannya berlaku.',
  'pk-berlaku': 'Perjanjian Kinerja berlaku. Pengukuran memakainya untuk periode yang berakhir sejak tanggal itu.',
  'pk-dibatalkan': 'Dibatalkan. Isinya tetap dapat dibaca.',
})

/** Agreements of a year. */
export function susunDaftarPk({ pk, tahunTersedia }: DaftarPk, tahun: number, pelaku: Pelaku) {
  const pilihan = [...new Set([...tahunTersedia, tahun])].sort((a, b) => a - b)
  const menulis = punyaPeran(pelaku, PENULIS_PK)
  return {
    judulHalaman: `Perjanjian Kinerja ${tahun}`,
    tab: tabPerencanaan('pk'),
    tahun,
    tindakan: [
      { teks: 'Rencana aksi', alamat: `/rencana-aksi?tahun=${tahun}` },
      ...(menulis
        ? [
            { teks: 'Target lewat Excel', alamat: `/impor/target-pk?tahun=${tahun}` },
            {
              teks: 'Susun Perjanjian Kinerja',
              alamat: `/perjanjian-kinerja/baru?tahun=${tahun}`,
              utama: true,
              ikon: 'tambah',
            },
          ]
        : []),
    ],
    tabTahun: pilihan.map((t) => ({ teks: String(t), alamat: `/perjanjian-kinerja?tahun=${t}`, aktif: t === tahun })),
    ada: pk.length > 0,
    baris: pk.map(barisPk),
  }
}

const barisPk = (p: BarisPk) => ({
  sel: [
    { teks: p.jabatan, alamat: `/perjanjian-kinerja/${p.id}`, kecil: p.pegawai },
    { teks: JENIS_PK[p.jenis], kecil: p.nomor },
    { teks: tanggalPanjang(p.berlakuSejak), kecil: tandaTangan(p) },
    { status: statusDaftar(p) },
    String(p.jumlahIndikator),
    uangKolom(p.anggaran),
  ],
})

const tandaTangan = ({ tanggal, berlakuSejak, status }: BarisPk): string => {
  if (!tanggal) return status === 'BERLAKU' ? 'tanggal tanda tangan belum dicatat' : ''
  return tanggal === berlakuSejak ? '' : `ditandatangani ${tanggalPanjang(tanggal)}`
}

/** A version that a later one has replaced is shown as such. */
const statusDaftar = ({ status, berlakuKini, nanti, dikembalikan }: BarisPk) => {
  if (status !== 'BERLAKU') return lencanaPk({ status, dikembalikan })
  if (berlakuKini) return { kode: 'BERLAKU', teks: 'Berlaku' }
  return nanti ? { kode: 'BELUM', teks: 'Belum berlaku' } : { kode: 'BERAKHIR', teks: 'Diganti versi baru' }
}

/** Badge of a state; a draft that came back is told apart. */
export const lencanaPk = ({ status, dikembalikan }: { status: KeadaanPk; dikembalikan: boolean }) =>
  status === 'DRAF' && dikembalikan
    ? { kode: 'DIKEMBALIKAN', teks: 'Dikembalikan' }
    : { kode: status, teks: TEKS_STATUS[status] }

/** The reason with which the superior sent a draft back last; null when it did not come back. */
export const alasanKembali = ({ status, riwayat }: Pick<Pk, 'status' | 'riwayat'>): string | null => {
  const akhir = riwayat.at(-1)
  return status === 'DRAF' && akhir?.tindakan === 'KEMBALIKAN'
    ? `${akhir.oleh}, ${akhir.jabatan}: ${akhir.catatan}`
    : null
}

type BahanPk = {
  readonly pelaku: Pelaku
  /** what the draft still lacks */
  readonly masalah: readonly string[]
  readonly isian?: Readonly<Record<string, string>>
  readonly kesalahan?: Kesalahan | undefined
}

/** One agreement: parties, sasaran with targets per quarter, budget, what may be done with it, what was done. */
export function susunPk(pk: Pk, bahan: BahanPk) {
  const kembali = alasanKembali(pk)
  return {
    judulHalaman: `Perjanjian Kinerja ${pk.jenis === 'PERUBAHAN' ? 'Perubahan ' : ''}${pk.tahun}`,
    jabatan: sebutan(pk.kesatu),
    status: lencanaPk({ status: pk.status, dikembalikan: kembali !== null }),
    kembali,
    alamatDaftar: `/perjanjian-kinerja?tahun=${pk.tahun}`,
    alamatRencana: `/rencana-aksi/${pk.id}`,
    unduhan: [
      { teks: 'Unduh PDF', alamat: `/perjanjian-kinerja/${pk.id}/pdf`, utama: pk.status === 'BERLAKU', ikon: 'unduh' },
      { teks: 'Unduh Word', alamat: `/perjanjian-kinerja/${pk.id}/word`, ikon: 'unduh' },
    ],
    istilah: istilahLampiran(pk.peran),
    data: barisData(pk, bahan.pelaku.kabupaten),
    kelompok: kelompokSasaran(pk.target).map(([sasaran, target], ke) => ({
      nomor: ke + 1,
      sasaran: sasaran || 'Belum dikaitkan dengan sasaran',
      target: target.map((t) => barisTarget(t, pk.status === 'DRAF')),
    })),
    anggaran: pk.anggaran.map((a) => ({ sel: [a.kode, a.nama, uangKolom(a.jumlah), a.keterangan || TANPA_NILAI] })),
    jumlahAnggaran: ['', 'Jumlah', uangKolom(jumlahAnggaran(pk.anggaran)), ''],
    ...susunTindakan(pk, bahan),
  }
}

const barisTarget = (t: TargetDalamPk, draf: boolean) => ({
  kode: t.kode,
  nama: t.nama,
  alamat: `/perencanaan/indikator/${t.indikatorId}`,
  satuan: t.satuan,
  tahunan: teksTarget(t),
  cara: t.cara === 'BERJALAN' ? 'dihitung sejak awal tahun' : 'untuk triwulan itu sendiri',
  tw: t.tw.map((nilai) => nilaiIndikator({ nilai })),
  bacaan: draf ? periksaTarget(t).bacaan : '',
})

const barisData = (pk: Pk, kabupaten: string) => [
  { label: 'Pihak Kesatu', nilai: teksPihak(pk.kesatu) },
  {
    label: 'Pihak Kedua',
    nilai: pk.kedua ? teksPihak(pk.kedua) : [pk.namaKedua, jabatanKedua(pk, kabupaten)].filter(Boolean).join(', '),
  },
  { label: 'Nomor', nilai: pk.nomor || TANPA_NILAI },
  { label: 'Tanggal', nilai: pk.tanggal ? tanggalPanjang(pk.tanggal) : 'Belum dicatat' },
  { label: 'Berlaku sejak', nilai: tanggalPanjang(pk.berlakuSejak) },
  ...(pk.dasar ? [{ label: 'Dasar perubahan', nilai: DASAR_PERUBAHAN[pk.dasar] }] : []),
  ...(pk.alasan ? [{ label: 'Alasan perubahan', nilai: pk.alasan }] : []),
  ...berkasPk('Pindaian persetujuan', pk.berkasSetuju),
  ...berkasPk('Pindaian bertanda tangan', pk.berkasTandaTangan),
  ...pk.versiLain.map((v) => ({
    label: v.berlakuSejak < pk.berlakuSejak ? 'Versi sebelumnya' : 'Versi sesudahnya',
    nilai: `PK ${JENIS_PK[v.jenis]}, ${v.status === 'BERLAKU' ? '' : `${TEKS_STATUS[v.status].toLowerCase()}, `}berlaku sejak ${tanggalPanjang(v.berlakuSejak)}`,
    alamat: `/perjanjian-kinerja/${v.id}`,
  })),
]

const berkasPk = (label: string, berkas: Pk['berkasSetuju']) =>
  berkas ? [{ label, nilai: berkas.nama, alamat: `/berkas/${berkas.id}` }] : []

const teksPihak = (p: PihakPk): string =>
  [p.nama, p.nip ? `${p.jenisNip === 'PPPK' ? 'NI PPPK' : 'NIP'} ${nipCetak(p.nip)}` : '', sebutan(p)]
    .filter(Boolean)
    .join(', ')

export const halamanDaftarPk = halaman<ReturnType<typeof susunDaftarPk>>('perjanjian-kinerja/daftar')
export const halamanPk = halaman<ReturnType<typeof susunPk>>('perjanjian-kinerja/perjanjian')
