import { barisIsian, daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Kepala } from '../siklus/index.ts'
import { STATUS } from './isian.ts'
import type { DokumenCeklis } from './kueri.ts'

daftarkanPesan({ 'ceklis-disimpan': 'Ceklis dokumen tersimpan.' })

const BARIS_KOSONG = 2
const KOSONG = {
  id: '',
  versi: '0',
  nama: '',
  status: 'BELUM',
  tempatKertas: '',
  tautan: '',
  keterangan: '',
  hapus: '',
  lepasBerkas: '',
}
const LENCANA = { BELUM: 'BELUM', ADA: 'ADA', TIDAK_ADA: 'TIDAK_ADA' } as const

type Bahan = { kepala: Kepala; daftar: readonly DokumenCeklis[] }
type Kembalian = { badan?: unknown; kesalahan?: Kesalahan }

/** The page in every state: rows to decide for the pelaksana, the list for everybody. */
export function susunCeklisDokumen({ kepala, daftar }: Bahan, { badan, kesalahan = {} }: Kembalian = {}) {
  const ada = new Map(daftar.map((d) => [d.id, d]))
  const tersimpan = daftar.map((d) => ({
    ...KOSONG,
    id: d.id,
    versi: String(d.versi),
    nama: d.nama,
    status: d.status,
    tempatKertas: d.tempatKertas,
    tautan: d.tautan,
    keterangan: d.keterangan,
  }))
  const kirim = barisIsian(badan, 'dokumen').map((b) => ({
    ...KOSONG,
    ...b,
    nama: ada.get(b.id ?? '')?.nama ?? b.nama ?? '',
  }))
  const baris = badan === undefined ? [...tersimpan, ...Array.from({ length: BARIS_KOSONG }, () => KOSONG)] : kirim
  const diputus = daftar.filter((d) => d.status !== 'BELUM').length
  return {
    judulHalaman: `Ceklis dokumen · ${kepala.periode}`,
    kepala,
    belumBuka: !kepala.terbuka && !kepala.selesai && daftar.length === 0,
    alamat: `${kepala.alamat}/ceklis-dokumen`,
    kemajuan: { nilai: diputus, dari: daftar.length },
    opsiStatus: Object.entries(STATUS).map(([nilai, teks]) => ({ nilai, teks })),
    baris: baris.map((b, nomor) => ({
      ...b,
      nomor,
      ...berkasBaris(ada.get(b.id)),
      salah: kesalahanBaris(kesalahan, nomor),
    })),
    kesalahan,
    label: Object.fromEntries(
      Object.keys(kesalahan)
        .filter((k) => k.startsWith('dokumen.'))
        .map((k) => [k, baris[Number(k.split('.')[1])]?.nama || 'Dokumen lain']),
    ),
    baca: daftar.map(barisBaca),
  }
}

/** One row for those who only read: document, state, file or place, link, remark. */
const barisBaca = (d: DokumenCeklis) => ({
  sel: [
    d.nama,
    { status: { kode: LENCANA[d.status], teks: STATUS[d.status] } },
    d.berkasId ? { teks: d.namaBerkas ?? 'berkas', alamat: `/berkas/${d.berkasId}` } : d.tempatKertas || '–',
    d.tautan
      ? {
          teks: d.tautan.startsWith('/') ? 'dokumen siklus ini' : d.tautan.replace(/^https?:\/\//i, '').slice(0, 30),
          alamat: d.tautan,
        }
      : '–',
    d.keterangan || '–',
  ],
})

const berkasBaris = (d: DokumenCeklis | undefined) =>
  d?.berkasId
    ? { namaBerkas: d.namaBerkas ?? 'berkas', alamatBerkas: `/berkas/${d.berkasId}` }
    : { namaBerkas: '', alamatBerkas: '' }

/** Sentences of one row with the field each belongs to. */
const kesalahanBaris = (kesalahan: Kesalahan, nomor: number) =>
  Object.entries(kesalahan).flatMap(([kunci, teks]) =>
    kunci.startsWith(`dokumen.${nomor}.`) ? [{ nama: kunci, teks }] : [],
  )

export const halamanCeklisDokumen = halaman<ReturnType<typeof susunCeklisDokumen>>('ceklis-dokumen/ceklis-dokumen')
