import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import type { Kepala } from '../siklus/index.ts'
import { LABEL } from './isian.ts'
import { sebutSasaran } from './jenis-monev.ts'
import type { PilihanTemuan, Temuan } from './kueri.ts'

daftarkanPesan({
  'temuan-ditambah': 'Temuan dicatat.',
  'temuan-diubah': 'Temuan tersimpan.',
  'temuan-dihapus': 'Temuan dihapus.',
  'temuan-diusulkan':
    'Temuan dari rekap ditambahkan. Lengkapi penyebab dan rekomendasinya, atau hapus yang tidak perlu.',
  'temuan-tanpa-usulan': { jenis: 'info', teks: 'Rekap tidak menunjukkan hal lain yang perlu dicatat.' },
})

type Kembalian = { readonly isian?: Readonly<Record<string, string>>; readonly kesalahan?: Kesalahan }
type Bahan = { readonly kepala: Kepala; readonly daftar: readonly Temuan[]; readonly pilihan: PilihanTemuan }

/** The step: findings, a form to add one, proposals from the recap, finish. */
export function susunMonev({ kepala, daftar, pilihan }: Bahan, { isian = {}, kesalahan = {} }: Kembalian = {}) {
  const alamat = `${kepala.alamat}/monev`
  return {
    judulHalaman: `Monitoring dan evaluasi · ${kepala.periode}`,
    kepala,
    alamat,
    belumBuka: !kepala.terbuka && !kepala.selesai && daftar.length === 0,
    hitungan: [
      { jumlah: daftar.length, teks: 'temuan' },
      { jumlah: daftar.filter((t) => t.rekomendasi !== '').length, teks: 'dengan rekomendasi' },
      { jumlah: daftar.filter((t) => t.tindakLanjutId !== null).length, teks: 'menjadi tindak lanjut', nada: 'hijau' },
    ],
    baris: daftar.map((t) => susunBaris(t, kepala.bolehSiapkan ? alamat : null)),
    opsi: susunOpsi(pilihan),
    isian: susunIsian(null, isian),
    kesalahan,
    label: LABEL,
  }
}
export const halamanMonev = halaman<ReturnType<typeof susunMonev>>('monev/monev')

/** `alamat`: null for those who only read. */
const susunBaris = (t: Temuan, alamat: string | null) => ({
  sel: [
    { teks: t.temuan, ...(alamat ? { alamat: `${alamat}/temuan/${t.id}` } : {}), kecil: sebutSasaran(t) },
    t.penyebab || '–',
    t.tindakLanjutId
      ? { teks: t.rekomendasi, alamat: `/tindak-lanjut/${t.tindakLanjutId}` }
      : t.rekomendasi || 'tanpa rekomendasi',
    t.penanggungJawab || '–',
    t.tenggat ? tanggalPanjang(t.tenggat) : '–',
  ],
})

const susunOpsi = ({ unit, indikator, pegawai }: PilihanTemuan) => ({
  indikatorId: [
    { nilai: '', teks: 'Tidak tentang satu indikator' },
    ...indikator.map((i) => ({ nilai: i.id, teks: i.nama })),
  ],
  unitId: [{ nilai: '', teks: 'Seluruh kecamatan' }, ...unit.map((u) => ({ nilai: u.id, teks: u.nama }))],
  pegawaiId: [
    { nilai: '', teks: 'Pilih penanggung jawab' },
    ...pegawai.map((p) => ({ nilai: p.id, teks: `${p.nama} – ${p.jabatan}` })),
  ],
})

const susunIsian = (t: Temuan | null, isian: Readonly<Record<string, string>>) => ({
  indikatorId: isian.indikatorId ?? t?.indikatorId ?? '',
  unitId: isian.unitId ?? t?.unitId ?? '',
  temuan: isian.temuan ?? t?.temuan ?? '',
  penyebab: isian.penyebab ?? t?.penyebab ?? '',
  rekomendasi: isian.rekomendasi ?? t?.rekomendasi ?? '',
  pegawaiId: isian.pegawaiId ?? t?.pegawaiId ?? '',
  tenggat: isian.tenggat ?? t?.tenggat ?? '',
})

type BahanSatu = { readonly kepala: Kepala; readonly temuan: Temuan; readonly pilihan: PilihanTemuan }

/** One finding to change or take out; what is being followed up stays as it is. */
export function susunTemuan({ kepala, temuan: t, pilihan }: BahanSatu, { isian = {}, kesalahan = {} }: Kembalian = {}) {
  const alamat = `${kepala.alamat}/monev`
  return {
    judulHalaman: `Temuan: ${t.temuan.slice(0, 80)}`,
    kepala,
    judul: sebutSasaran(t),
    alamat: `${alamat}/temuan/${t.id}`,
    alamatDaftar: alamat,
    boleh: kepala.bolehSiapkan,
    terkunci: t.tindakLanjutId !== null,
    alamatTindakLanjut: t.tindakLanjutId ? `/tindak-lanjut/${t.tindakLanjutId}` : null,
    fakta: [
      { label: LABEL.temuan, nilai: t.temuan },
      { label: LABEL.penyebab, nilai: t.penyebab || '–' },
      { label: LABEL.rekomendasi, nilai: t.rekomendasi || '–' },
      { label: LABEL.pegawaiId, nilai: t.penanggungJawab || '–' },
      { label: LABEL.tenggat, nilai: t.tenggat ? tanggalPanjang(t.tenggat) : '–' },
    ],
    versi: isian.versi ?? String(t.versi),
    opsi: susunOpsi(pilihan),
    isian: susunIsian(t, isian),
    kesalahan,
    label: LABEL,
  }
}
export const halamanTemuan = halaman<ReturnType<typeof susunTemuan>>('monev/temuan')
