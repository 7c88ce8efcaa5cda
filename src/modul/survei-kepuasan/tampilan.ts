import { formatAngka, TANPA_NILAI } from '../../inti/angka/index.ts'
import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { JENIS_PERIODE, type JenisPeriode, jumlahPeriode, namaPeriode, tahunIni } from '../../inti/waktu/index.ts'
import type { Unit } from '../organisasi/index.ts'
import { tabPerencanaan } from '../perencanaan/index.ts'
import { bolehMengelola, PENGELOLA_SURVEI, STATUS_SURVEI } from './alur.ts'
import { dua, hitungSurvei, periodeSurvei } from './hitung-survei.ts'
import { CARA_SURVEI, LABEL_SURVEI } from './isian.ts'
import type { Survei } from './kueri.ts'
import { rangkumIkm, terakhirPerLayanan } from './sumber-ikm.ts'

daftarkanPesan({
  'survei-dibuat': 'Survei dibuat. Periksa unsur dan pertanyaannya, lalu buka.',
  'survei-diubah': 'Perubahan tersimpan.',
  'survei-unsur-tersimpan': 'Unsur dan pertanyaan tersimpan.',
  'survei-dibuka': 'Survei dibuka. Jawaban dapat masuk.',
  'survei-ditutup': 'Survei ditutup. Hasilnya diusulkan ke formulir indikator yang memakainya.',
  'survei-dibuka-kembali': 'Survei dibuka kembali. Tutup lagi setelah diperbaiki.',
  'survei-hasil-tersimpan': 'Hasil survei tersimpan.',
  'survei-kuesioner-tersimpan': 'Kuesioner tersimpan. Lanjutkan dengan yang berikutnya.',
  'survei-kuesioner-dibatalkan': 'Kuesioner tidak dipakai lagi. Alasannya tercatat.',
  'survei-tautan-dibuat': 'Tautan pengunjung siap dibagikan. Tautan sebelumnya, bila ada, tidak berlaku lagi.',
  'survei-tautan-dicabut': 'Tautan pengunjung dicabut. Pengunjung tidak dapat mengisi lagi.',
  'survei-tindak-lanjut': 'Tindak lanjut dicatat dan menunggu penanggung jawabnya.',
})

type Isian = Readonly<Record<string, string>>
export type Kembalian = { readonly isian?: Isian; readonly kesalahan?: Kesalahan; readonly badan?: unknown }

type Daftar = { readonly survei: readonly Survei[]; readonly tahun: number; readonly tersedia: readonly number[] }
/** Surveys of a year with their results, and the IKM of the office. */
export function susunDaftar(pelaku: Pelaku, { survei, tahun, tersedia }: Daftar) {
  const kini = tahunIni(pelaku)
  const pilihan = [...new Set([...tersedia, kini, tahun])].sort((a, b) => a - b)
  const kantor = rangkumIkm(terakhirPerLayanan(survei.filter((s) => s.status === 'DITUTUP')))
  return {
    judulHalaman: `Survei Kepuasan Masyarakat ${tahun}`,
    tab: tabPerencanaan('skm'),
    tabTahun: pilihan.map((t) => ({ teks: String(t), alamat: `/survei-kepuasan?tahun=${t}`, aktif: t === tahun })),
    bolehBuat: punyaPeran(pelaku, PENGELOLA_SURVEI),
    kantor: kantor?.kalimat ?? '',
    baris: survei.map((s) => {
      const { responden, ikm, mutu, perlu } = hitungSurvei(s)
      const kurang = perlu !== null && responden < perlu
      return {
        sel: [
          { teks: s.layanan, alamat: `/survei-kepuasan/${s.id}`, kecil: s.unitNama },
          periodeSurvei(s),
          {
            teks: formatAngka(responden),
            kecil: perlu === null ? '' : `perlu ${formatAngka(perlu)}${kurang ? ', kurang' : ''}`,
          },
          dua(ikm),
          mutu ? `${mutu.mutu} (${mutu.kinerja})` : TANPA_NILAI,
          { status: STATUS_SURVEI[s.status] },
        ],
      }
    }),
  }
}
export const halamanDaftar = halaman<ReturnType<typeof susunDaftar>>('survei-kepuasan/daftar')

const NAMA_JENIS: Readonly<Record<JenisPeriode, string>> = {
  TAHUN: 'Tahun',
  SEMESTER: 'Semester',
  TRIWULAN: 'Triwulan',
  BULAN: 'Bulan',
}
type Form = { readonly unit: readonly Unit[]; readonly survei: Survei | null }
/** Form of a new survey, or of one that is there. */
export function susunIsian(pelaku: Pelaku, { unit, survei }: Form, { isian = {}, kesalahan = {} }: Kembalian = {}) {
  const awal: Isian = survei ? isiSurvei(survei) : { ...KOSONG, tahun: String(tahunIni(pelaku)) }
  const milik = unit.filter((u) => bolehMengelola(pelaku, { unitId: u.id }))
  return {
    judulHalaman: survei ? `Ubah survei ${survei.layanan}` : 'Survei baru',
    tab: tabPerencanaan('skm'),
    alamat: survei ? `/survei-kepuasan/${survei.id}/data` : '/survei-kepuasan',
    kembali: survei ? `/survei-kepuasan/${survei.id}` : '/survei-kepuasan',
    tombol: survei ? 'Simpan perubahan' : 'Buat survei',
    versi: isian.versi ?? String(survei?.versi ?? 0),
    isian: { ...awal, ...isian },
    kesalahan,
    label: LABEL_SURVEI,
    tetap: survei?.status === 'DIBUKA' ? susunTetap(survei) : null,
    opsiUnit: [{ nilai: '', teks: 'Pilih unit' }, ...milik.map((u) => ({ nilai: u.id, teks: u.nama }))],
    opsiJenis: [...JENIS_PERIODE].reverse().map((nilai) => ({ nilai, teks: NAMA_JENIS[nilai] })),
    opsiNomor: [...JENIS_PERIODE]
      .reverse()
      .flatMap((jenis) => Array.from({ length: jumlahPeriode(jenis) }, (_, ke) => ({ jenis, nomor: ke + 1 })))
      .filter(({ jenis }) => jenis === 'BULAN')
      .map(({ nomor }) => ({ nilai: String(nomor), teks: sebutNomor(nomor) })),
    opsiCara: Object.entries(CARA_SURVEI).map(([nilai, teks]) => ({ nilai, teks })),
  }
}
export const halamanIsian = halaman<ReturnType<typeof susunIsian>>('survei-kepuasan/isian')

/** What no longer changes of an open survey: shown, and sent back as it is. */
const susunTetap = (s: Survei) => ({
  baris: [
    { label: LABEL_SURVEI.layanan, nilai: s.layanan },
    { label: 'Periode', nilai: periodeSurvei(s) },
    { label: LABEL_SURVEI.cara, nilai: CARA_SURVEI[s.cara] },
  ],
  bidang: ['layanan', 'jenisPeriode', 'nomorPeriode', 'tahun', 'cara'] as const,
})

const KOSONG = {
  layanan: '',
  unitId: '',
  jenisPeriode: 'SEMESTER',
  nomorPeriode: '1',
  cara: 'KUESIONER',
  populasi: '',
  keterangan: '',
}
/** "1 (Semester I, Triwulan I, Januari)": one list for every kind, so that the page needs no script. */
const sebutNomor = (nomor: number): string => {
  const nama = [...JENIS_PERIODE]
    .reverse()
    .filter((jenis) => jenis !== 'TAHUN' && nomor <= jumlahPeriode(jenis))
    .map((jenis) => namaPeriode({ jenis, tahun: 2000, nomor }).replace(/ 2000$/, ''))
  return `${nomor} (${nama.join(', ')})`
}

const isiSurvei = (s: Survei): Isian => ({
  layanan: s.layanan,
  unitId: s.unitId,
  jenisPeriode: s.jenisPeriode,
  tahun: String(s.tahun),
  nomorPeriode: String(s.nomorPeriode),
  cara: s.cara,
  populasi: s.populasi === null ? '' : String(s.populasi),
  keterangan: s.keterangan,
})
