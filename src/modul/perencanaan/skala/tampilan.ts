import { Desimal, formatAngka, formatIsian, TANPA_NILAI } from '../../../inti/angka/index.ts'
import { barisIsian, daftarkanPesan, halaman, isianKembali, type Kesalahan } from '../../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../../inti/pelaku.ts'
import { BATAS_RATA_RATA } from '../../pengukuran/index.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { TEKS_BATAS } from '../indikator/istilah.ts'
import type { Sebutan } from '../indikator/kueri-sebutan.ts'
import { tabPerencanaan } from '../istilah.ts'
import { MAKS_KELAS, WARNA } from './isian.ts'
import type { AturanNilai, AturanTahun, Berbobot } from './kueri.ts'

daftarkanPesan({
  'skala-disimpan': 'Aturan penilaian sudah disimpan.',
  'sebutan-disimpan': 'Sebutan jenis indikator sudah disimpan.',
})

export const DASAR_ORGANISASI = {
  SASARAN: 'Rata-rata semua sasaran',
  TUJUAN: 'Rata-rata tujuan (tujuan adalah rata-rata sasarannya)',
} as const
const KODE_WARNA: Readonly<Record<string, string>> = {
  'hijau-tua': 'SANGAT_TINGGI',
  hijau: 'TINGGI',
  kuning: 'SEDANG',
  jingga: 'RENDAH',
  merah: 'SANGAT_RENDAH',
}
const LABEL = {
  tahun: 'Mulai berlaku tahun',
  nama: 'Nama skala',
  sumber: 'Ditetapkan oleh',
  batasRataRata: 'Batas capaian dalam rata-rata',
  organisasi: 'Capaian organisasi',
  alasan: 'Catatan',
  iku: 'Singkatan indikator utama',
  panjangIku: 'Kepanjangannya',
  ikk: 'Singkatan indikator lain',
  panjangIkk: 'Kepanjangannya',
}

type BahanDaftar = { sebutan: Sebutan; isian?: Readonly<Record<string, string>>; kesalahan?: Kesalahan }

/** Rules of all years, and the words for the two kinds of indicators. */
export function susunDaftarSkala(daftar: readonly AturanTahun[], pelaku: Pelaku, bahan: BahanDaftar) {
  const { sebutan, isian = {}, kesalahan = {} } = bahan
  const boleh = punyaPeran(pelaku, PENULIS_KARTU)
  const { versi, ...kata } = sebutan
  return {
    judulHalaman: 'Aturan penilaian',
    tab: tabPerencanaan('skala'),
    tindakan: boleh
      ? [{ teks: 'Buat aturan untuk tahun lain', alamat: '/perencanaan/skala/baru', utama: true, ikon: 'tambah' }]
      : [],
    baris: daftar.map((a) => ({
      sel: [
        {
          teks: `Mulai ${a.tahun}`,
          alamat: `/perencanaan/skala/${a.id}`,
          kecil: a.dipakai ? 'sudah dipakai' : 'belum dipakai',
        },
        { teks: a.nama, kecil: a.sumber },
        ringkasKelas(a),
        TEKS_BATAS[a.batasRataRata],
        DASAR_ORGANISASI[a.organisasi],
      ],
    })),
    boleh,
    versi: isian.versi ?? String(versi),
    isian: { ...kata, ...isian },
    kesalahan,
    label: LABEL,
  }
}

const ringkasKelas = ({ kelas }: AturanNilai): string =>
  kelas.map((k) => (k.batasBawah === null ? k.nama : `${k.nama} ≥ ${formatAngka(k.batasBawah)}`)).join(' · ')

/** One year's rules as they are read. */
export function susunSkala(aturan: AturanTahun, pelaku: Pelaku, berbobot: readonly Berbobot[]) {
  const boleh = punyaPeran(pelaku, PENULIS_KARTU)
  return {
    judulHalaman: `Aturan penilaian mulai ${aturan.tahun}`,
    keterangan: `${aturan.nama} · ${aturan.sumber}`,
    tindakan: boleh
      ? [{ teks: 'Buat aturan untuk tahun lain', alamat: `/perencanaan/skala/baru?dari=${aturan.tahun}`, utama: true }]
      : [],
    terkunci: aturan.dipakai && boleh,
    kelas: aturan.kelas.map((k, ke) => ({
      sel: [
        { teks: '', status: { kode: KODE_WARNA[k.warna] ?? '', teks: k.nama } },
        formatAngka(k.batasBawah ?? '0'),
        ke === 0 ? 'ke atas' : formatAngka(new Desimal(aturan.kelas[ke - 1]?.batasBawah ?? '0').minus('0.01')),
        WARNA[k.warna as keyof typeof WARNA] ?? k.warna,
      ],
    })),
    data: [
      { label: LABEL.batasRataRata, nilai: TEKS_BATAS[aturan.batasRataRata] },
      { label: LABEL.organisasi, nilai: DASAR_ORGANISASI[aturan.organisasi] },
      { label: LABEL.alasan, nilai: aturan.alasan || TANPA_NILAI },
    ],
    bobot: berbobot.flatMap((b) => {
      const nilai = aturan.bobot[b.id]
      return nilai === undefined ? [] : [{ sel: [`${b.jenis}: ${b.nama}`, formatAngka(nilai)] }]
    }),
  }
}

type BahanIsian = {
  /** null: rules for another year, filled in like `asal` */
  readonly lama: Pick<AturanTahun, 'id' | 'tahun'> | null
  readonly asal: AturanNilai & { readonly versi?: number; readonly alasan?: string }
  readonly tahunBaru: number
  readonly berbobot: readonly Berbobot[]
  readonly badan?: unknown
  readonly kesalahan?: Kesalahan
}

/** The form of a year's rules. */
export function susunIsianSkala({ lama, asal, tahunBaru, berbobot, badan, kesalahan = {} }: BahanIsian) {
  const ketik = badan === undefined ? null : isianKembali(badan)
  const baris = ketik ? barisIsian(badan, 'kelas') : asal.kelas.map(barisKelas)
  const bobotKetik = new Map(ketik ? barisIsian(badan, 'bobot').map((b) => [b.id, b.nilai ?? '']) : [])
  return {
    judulHalaman: lama ? `Ubah aturan penilaian ${lama.tahun}` : 'Aturan penilaian untuk tahun lain',
    baru: lama === null,
    alamat: lama ? `/perencanaan/skala/${lama.id}` : '/perencanaan/skala',
    versi: ketik?.versi ?? String(asal.versi ?? 0),
    isian: {
      tahun: String(lama?.tahun ?? tahunBaru),
      nama: asal.nama,
      sumber: asal.sumber,
      batasRataRata: asal.batasRataRata as string,
      organisasi: asal.organisasi as string,
      alasan: lama ? (asal.alasan ?? '') : '',
      ...ketik,
    } as Record<string, string>,
    kelas: Array.from({ length: MAKS_KELAS }, (_, ke) => ({
      awalan: `kelas.${ke}`,
      nomor: ke + 1,
      isi: { nama: '', bawah: '', atas: '', warna: 'hijau', ...baris[ke] } as Record<string, string>,
      salah: ['nama', 'bawah', 'atas', 'warna'].flatMap((bidang) => salahDi(kesalahan, `kelas.${ke}.${bidang}`)),
    })),
    bobot: berbobot.map((b, ke) => ({
      awalan: `bobot.${ke}`,
      id: b.id,
      nama: `${b.jenis}: ${b.nama}`,
      nilai: ketik ? (bobotKetik.get(b.id) ?? '') : formatIsian(asal.bobot[b.id]),
      salah: salahDi(kesalahan, `bobot.${ke}.nilai`),
    })),
    kesalahan,
    label: LABEL as Record<string, string>,
    opsiWarna: Object.entries(WARNA).map(([nilai, teks]) => ({ nilai, teks })),
    opsiBatas: BATAS_RATA_RATA.map((nilai) => ({ nilai, teks: TEKS_BATAS[nilai] })),
    opsiOrganisasi: Object.entries(DASAR_ORGANISASI).map(([nilai, teks]) => ({ nilai, teks })),
  }
}

const salahDi = (kesalahan: Kesalahan, nama: string) => (kesalahan[nama] ? [{ nama, teks: kesalahan[nama] }] : [])
const barisKelas = (k: AturanNilai['kelas'][number]): Record<string, string> => ({
  nama: k.nama,
  bawah: formatIsian(k.batasBawah),
  atas: '',
  warna: k.warna,
})

export const halamanDaftarSkala = halaman<ReturnType<typeof susunDaftarSkala>>('perencanaan/daftar-skala')
export const halamanSkala = halaman<ReturnType<typeof susunSkala>>('perencanaan/skala')
export const halamanIsianSkala = halaman<ReturnType<typeof susunIsianSkala>>('perencanaan/isian-skala')
