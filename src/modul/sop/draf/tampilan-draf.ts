import { barisIsian, halaman, type Kesalahan } from '../../../inti/http/index.ts'
import { PERAN } from '../../../inti/pelaku.ts'
import { JENIS_PERIODE } from '../../../inti/waktu/index.ts'
import { type PelaksanaSop, TUJUAN_SOP } from '../definisi.ts'
import { NAMA_ISIAN_IDENTITAS, NAMA_PERAN, NAMA_PERIODE, NAMA_TUJUAN, sebutLangkah } from '../istilah.ts'
import type { KantorSop } from '../kantor-sop.ts'
import { sebutVersi } from '../kepala-sop.ts'
import type { VersiSop } from '../kueri.ts'
import { bagianIdentitas, DAFTAR_IDENTITAS, teksIdentitas } from './isian-identitas.ts'
import { pilihanKolom, teksKolom } from './isian-kolom.ts'
import { rujukanKolom } from './rangkaian.ts'
import { sidikBagian } from './ubah-draf.ts'

/** What comes back from a form that was refused: the body as it came, and the sentences by field. */
export type Kembalian = {
  readonly badan?: unknown
  readonly isian?: Readonly<Record<string, string>>
  readonly kesalahan?: Kesalahan
}

const BARIS_KOSONG = 2
const KOSONG_HUKUM = { teks: '', asli: '', catatan: '' }
const KOSONG_CATATAN = { letak: '', temuan: '', penyelesaian: '' }

/** Ticked values out of their joined text. */
export const dipilih = (isi: string | undefined): string[] => (isi ? isi.split('\n') : [])

/** What every page of a draft shows above its form. */
export const kepalaDraf = (versi: VersiSop) => ({
  atas: `${versi.nama} · ${sebutVersi(versi)} (draf)`,
  alamat: `/sop/${versi.id}`,
})

/** The identity page of a draft. */
export function susunIdentitas(versi: VersiSop, { badan, isian, kesalahan = {} }: Kembalian = {}) {
  const { definisi } = versi
  const nilai: Record<string, string> = { ...teksIdentitas(definisi), ...(kesalahanAda(kesalahan) ? isian : {}) }
  const hukum: Record<string, string>[] = kesalahanAda(kesalahan)
    ? barisIsian(badan, 'dasarHukum').map((b) => ({ ...KOSONG_HUKUM, ...b }))
    : definisi.identitas.dasarHukum.map(({ teks, asli, catatan }) => ({
        teks,
        asli: asli ?? '',
        catatan: catatan ?? '',
      }))
  return {
    judulHalaman: `Identitas · ${versi.nama}`,
    ...kepalaDraf(versi),
    sidik: isian?.sidik ?? sidikBagian(bagianIdentitas(definisi)),
    isian: nilai,
    pilihan: { periode: dipilih(nilai.periode), bolehMelewati: dipilih(nilai.bolehMelewati) },
    /** name and purpose stay those of the SOP once a version was approved */
    tetap: versi.nomorVersi > 1,
    opsi: {
      tujuan: TUJUAN_SOP.map((t) => ({ nilai: t, teks: NAMA_TUJUAN[t] })),
      periode: JENIS_PERIODE.map((p) => ({ nilai: p, teks: NAMA_PERIODE[p] })),
      kolom: definisi.pelaksana.map((p) => ({ nilai: p.kode, teks: p.nama })),
    },
    daftar: DAFTAR_IDENTITAS.map((nama) => ({
      nama,
      label: NAMA_ISIAN_IDENTITAS[nama] ?? nama,
      nilai: nilai[nama] ?? '',
    })),
    dasarHukum: bernomor(
      [...hukum, ...Array.from({ length: BARIS_KOSONG }, () => KOSONG_HUKUM)],
      'dasarHukum',
      kesalahan,
    ),
    kesalahan,
    label: { ...NAMA_ISIAN_IDENTITAS, jabatan: 'Jabatan', pejabat: 'Nama', pangkat: 'Pangkat', nip: 'NIP' },
  }
}
export const halamanIdentitas = halaman<ReturnType<typeof susunIdentitas>>('sop/identitas')

/** The page of a column; a new one without `lama`. */
export function susunKolom(
  versi: VersiSop,
  { lama, kantor }: { lama: PelaksanaSop | null; kantor: KantorSop },
  { isian, kesalahan = {} }: Kembalian = {},
) {
  const dasar = lama ?? { kode: '', nama: '', peran: [], jabatan: [], unit: [] }
  const nilai: Record<string, string> = { ...teksKolom(dasar), ...(kesalahanAda(kesalahan) ? isian : {}) }
  const ada = pilihanKolom(kantor, lama)
  const namaJabatan = new Map(kantor.jabatan.map((j) => [j.kode, j]))
  const namaUnit = new Map(kantor.unit.map((u) => [u.kode, u.nama]))
  return {
    judulHalaman: lama ? `Kolom ${lama.nama}` : 'Tambah kolom pelaksana',
    ...kepalaDraf(versi),
    alamatKirim: lama
      ? `/sop/${versi.id}/draf/pelaksana/${encodeURIComponent(lama.kode)}`
      : `/sop/${versi.id}/draf/pelaksana`,
    baru: lama === null,
    sidik: isian?.sidik ?? (lama ? sidikBagian(lama) : ''),
    isian: nilai,
    pilihan: { peran: dipilih(nilai.peran), jabatan: dipilih(nilai.jabatan), unit: dipilih(nilai.unit) },
    opsi: {
      peran: PERAN.map((p) => ({ nilai: p, teks: NAMA_PERAN[p] })),
      jabatan: ada.jabatan.map((kode) => {
        const j = namaJabatan.get(kode)
        const pemangku = j?.pemangku.join(', ') || 'kosong hari ini'
        return { nilai: kode, teks: j ? `${j.nama} (${pemangku})` : `${kode} (tidak ada di kantor ini)` }
      }),
      unit: ada.unit.map((kode) => ({ nilai: kode, teks: namaUnit.get(kode) ?? `${kode} (tidak ada di kantor ini)` })),
    },
    kesalahan,
    label: { nama: 'Nama kolom', kode: 'Kode', peran: 'Peran', jabatan: 'Jabatan', unit: 'Unit' },
  }
}
export const halamanKolom = halaman<ReturnType<typeof susunKolom>>('sop/kolom')

/** Asks before a column is taken out: which steps name it, and what they are to name instead. */
export function susunHapusKolom(versi: VersiSop, kolom: PelaksanaSop) {
  const { definisi } = versi
  const kata = { pelaksana: 'pelaksana', penerima: 'penerima', dibantu: 'yang membantu' } as const
  return {
    judulHalaman: `Hapus kolom ${kolom.nama}`,
    ...kepalaDraf(versi),
    apa: `kolom ${kolom.nama}`,
    alamatKirim: `/sop/${versi.id}/draf/pelaksana/${encodeURIComponent(kolom.kode)}/penghapusan`,
    alamatBatal: `/sop/${versi.id}`,
    versi: versi.versi,
    rujukan: rujukanKolom(definisi, kolom.kode).map(
      ({ langkah, isian }) =>
        `${sebutLangkah(definisi, langkah.kode)}, sebagai ${kata[isian as keyof typeof kata]}: ${langkah.uraian.slice(0, 100)}`,
    ),
    opsi: [
      { nilai: '', teks: 'Hapus dari langkah-langkah itu' },
      ...definisi.pelaksana
        .filter((p) => p.kode !== kolom.kode)
        .map((p) => ({ nilai: p.kode, teks: `Ganti dengan ${p.nama}` })),
    ],
  }
}
export const halamanHapus = halaman<ReturnType<typeof susunHapusKolom>>('sop/hapus')

/** The correction notes of a draft. */
export function susunCatatan(versi: VersiSop, { badan, isian, kesalahan = {} }: Kembalian = {}) {
  const baris: Record<string, string>[] = kesalahanAda(kesalahan)
    ? barisIsian(badan, 'catatan').map((b) => ({ ...KOSONG_CATATAN, ...b }))
    : [...versi.definisi.catatan, ...Array.from({ length: BARIS_KOSONG }, () => KOSONG_CATATAN)]
  return {
    judulHalaman: `Catatan koreksi · ${versi.nama}`,
    ...kepalaDraf(versi),
    sidik: isian?.sidik ?? sidikBagian(versi.definisi.catatan),
    baris: bernomor(baris, 'catatan', kesalahan),
    kesalahan,
    label: labelBaris(kesalahan),
  }
}
export const halamanCatatan = halaman<ReturnType<typeof susunCatatan>>('sop/catatan')

function bernomor<T extends Record<string, string>>(baris: readonly T[], nama: string, kesalahan: Kesalahan) {
  return baris.map((isi, nomor) => ({
    isi,
    nomor,
    salah: Object.entries(kesalahan).flatMap(([kunci, teks]) => (kunci.startsWith(`${nama}.${nomor}.`) ? [teks] : [])),
  }))
}

const kesalahanAda = (kesalahan: Kesalahan): boolean => Object.keys(kesalahan).length > 0
const labelBaris = (kesalahan: Kesalahan): Record<string, string> =>
  Object.fromEntries(Object.keys(kesalahan).map((kunci) => [kunci, `Catatan ${Number(kunci.split('.')[1] ?? 0) + 1}`]))
