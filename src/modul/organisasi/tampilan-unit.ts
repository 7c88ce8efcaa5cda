import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { JENIS_UNIT, PERAN_JABATAN } from './isian-struktur.ts'
import type { Unit } from './kueri.ts'
import type { JabatanRinci, UnitRinci } from './kueri-unit.ts'

daftarkanPesan({
  'unit-disimpan': 'Unit kerja sudah disimpan.',
  'unit-dinonaktifkan': 'Unit kerja sudah dinonaktifkan. Riwayatnya tetap tersimpan.',
  'unit-diaktifkan': 'Unit kerja sudah aktif kembali.',
  'jabatan-disimpan': 'Jabatan sudah disimpan.',
  'jabatan-dinonaktifkan': 'Jabatan sudah dinonaktifkan. Riwayatnya tetap tersimpan.',
  'jabatan-diaktifkan': 'Jabatan sudah aktif kembali.',
})

type Isian = Readonly<Record<string, string>>
type Bahan = { unit: readonly Unit[]; isian?: Isian; kesalahan?: Kesalahan }
const opsiDari = (daftar: Readonly<Record<string, string>>) =>
  Object.entries(daftar).map(([nilai, teks]) => ({ nilai, teks }))
const opsiUnit = (kosong: string, unit: readonly Unit[]) => [
  { nilai: '', teks: kosong },
  ...unit.map((u) => ({ nilai: u.id, teks: u.nama })),
]

/** Form of a unit: a new one without `lama`; code and kind only then. */
export const susunIsianUnit = (lama: UnitRinci | null, { unit, isian = {}, kesalahan = {} }: Bahan) => ({
  judulHalaman: lama ? `Ubah unit ${lama.nama}` : 'Tambah unit kerja',
  baru: lama === null,
  aktif: lama?.aktif ?? true,
  alamat: lama ? `/organisasi/unit/${lama.id}` : '/organisasi/unit',
  versi: isian.versi ?? lama?.versi ?? '',
  tetap: lama
    ? [
        { label: 'Kode', nilai: lama.kode },
        { label: 'Jenis', nilai: JENIS_UNIT[lama.jenis] },
      ]
    : [],
  isian: {
    kode: '',
    nama: lama?.nama ?? '',
    jenis: 'SEKSI',
    indukId: lama?.indukId ?? '',
    urut: String(lama?.urut ?? unit.length + 1),
    ...isian,
  },
  kesalahan,
  label: { kode: 'Kode', nama: 'Nama unit', jenis: 'Jenis', indukId: 'Di bawah unit', urut: 'Urutan' },
  opsiJenis: opsiDari(JENIS_UNIT),
  opsiInduk: opsiUnit(
    'Tidak di bawah unit lain',
    unit.filter((u) => u.id !== lama?.id),
  ),
})

/** Form of a post: a new one without `lama`; code and role only then. */
export const susunIsianJabatan = (lama: JabatanRinci | null, { unit, isian = {}, kesalahan = {} }: Bahan) => ({
  judulHalaman: lama ? `Ubah jabatan ${lama.nama}` : 'Tambah jabatan',
  baru: lama === null,
  aktif: lama?.aktif ?? true,
  alamat: lama ? `/organisasi/jabatan/${lama.id}` : '/organisasi/jabatan',
  versi: isian.versi ?? lama?.versi ?? '',
  tetap: lama
    ? [
        { label: 'Kode', nilai: lama.kode },
        { label: 'Peran', nilai: lama.peran === 'TIM_SAKIP' ? 'Tim SAKIP' : PERAN_JABATAN[lama.peran] },
      ]
    : [],
  isian: {
    kode: '',
    nama: lama?.nama ?? '',
    peran: 'STAF',
    unitId: lama?.unitId ?? '',
    urut: String(lama?.urut ?? 1),
    ...isian,
  },
  kepalaUnit: kesalahanAda(kesalahan) ? isian.kepalaUnit === 'ya' : (lama?.kepalaUnit ?? false),
  kesalahan,
  label: {
    kode: 'Kode',
    nama: 'Nama jabatan',
    peran: 'Peran',
    unitId: 'Unit',
    kepalaUnit: 'Kepala unit',
    urut: 'Urutan',
  },
  opsiPeran: opsiDari(PERAN_JABATAN),
  opsiUnit: opsiUnit('Di luar unit kerja', unit),
})

const kesalahanAda = (kesalahan: Kesalahan): boolean => Object.keys(kesalahan).length > 0

export const halamanIsianUnit = halaman<ReturnType<typeof susunIsianUnit>>('organisasi/isian-unit')
export const halamanIsianJabatan = halaman<ReturnType<typeof susunIsianJabatan>>('organisasi/isian-jabatan')
