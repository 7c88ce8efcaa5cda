import { daftarkanPesan, halaman, type Kesalahan } from '../../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../../inti/pelaku.ts'
import type { Unit } from '../../organisasi/index.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import type { BarisNomenklatur } from '../nomenklatur/kueri.ts'
import { INDUK_UNSUR, namaUnsur, TEKS_UNSUR, TINGKAT_BERKODE, TINGKAT_UNSUR, type TingkatUnsur } from './istilah.ts'
import type { Unsur } from './kueri-unsur.ts'
import type { Pemakaian } from './pemakaian.ts'

daftarkanPesan({
  'unsur-ditambah': 'Sudah ditambahkan ke Renstra.',
  'unsur-diubah': 'Perubahan sudah disimpan.',
  'unsur-diakhiri': 'Sudah diakhiri. Isinya tetap dapat dibaca.',
  'unsur-dibuka': 'Sudah berlaku lagi.',
  'unsur-dihapus': 'Sudah dihapus.',
  'unsur-diurutkan': 'Urutan sudah diubah.',
})

export const LABEL_UNSUR = {
  induk: 'Di bawah',
  nomenklatur: 'Pilih dari nomenklatur',
  kode: 'Kode',
  nama: 'Nama',
  kelurahan: 'Kelurahan',
  unitId: 'Unit pelaksana',
  keluaran: 'Indikator keluaran',
  satuan: 'Satuan',
  alasan: 'Alasan',
  sampaiTahun: 'Berlaku sampai tahun',
}

export type BahanUnsur = {
  readonly tingkat: TingkatUnsur
  /** null: a new one */
  readonly unsur: Unsur | null
  readonly pemakaian: Pemakaian
  readonly induk: readonly { id: string; nama: string }[]
  readonly nomenklatur: readonly BarisNomenklatur[]
  readonly unit: readonly Unit[]
  readonly tahun: number
  readonly isian?: Readonly<Record<string, string>>
  readonly kesalahan?: Kesalahan
}

/** A part of the Renstra: the form for those who write it, else to read. */
export function susunUnsur(bahan: BahanUnsur, pelaku: Pelaku) {
  const { tingkat, unsur, pemakaian, kesalahan = {} } = bahan
  const nama = TEKS_UNSUR[tingkat]
  const anak = TINGKAT_UNSUR.find((t) => INDUK_UNSUR[t] === tingkat)
  const boleh = punyaPeran(pelaku, PENULIS_KARTU)
  const alamat = `/perencanaan/unsur/${tingkat}`
  return {
    judulHalaman: unsur ? nama : `Tambah ${nama.toLowerCase()}`,
    keterangan: unsur ? namaUnsur(unsur) : '',
    ...(unsur?.sampaiTahun
      ? { status: { kode: 'BERAKHIR', teks: `Sampai ${unsur.sampaiTahun}` } }
      : { status: undefined }),
    alamat: unsur ? `${alamat}/${unsur.id}` : alamat,
    boleh,
    baru: unsur === null,
    dipakai: pemakaian.dipakai,
    dapatDihapus: unsur !== null && !pemakaian.dipakai && !pemakaian.berisi,
    berakhir: unsur?.sampaiTahun !== null && unsur !== null,
    dapatDigeser: tingkat === 'tujuan' || tingkat === 'sasaran',
    anak:
      anak && unsur
        ? {
            teks: `Tambah ${TEKS_UNSUR[anak].toLowerCase()}`,
            alamat: `/perencanaan/unsur/${anak}/baru?induk=${unsur.id}`,
          }
        : null,
    catatan: unsur
      ? [
          unsur.alasanUbah && `Diubah terakhir karena: ${unsur.alasanUbah}`,
          unsur.alasanAkhir && `Diakhiri karena: ${unsur.alasanAkhir}`,
        ]
          .filter(Boolean)
          .join(' · ')
      : '',
    berkode: TINGKAT_BERKODE[tingkat] !== undefined,
    sub: tingkat === 'sub-kegiatan',
    versi: bahan.isian?.versi ?? String(unsur?.versi ?? 0),
    isian: susunIsian(bahan),
    ...susunOpsi(bahan),
    data: unsur ? susunData(bahan, unsur) : [],
    kesalahan,
    label: { ...LABEL_UNSUR, nama: TINGKAT_BERKODE[tingkat] ? 'Nama' : `Bunyi ${nama.toLowerCase()}` } as Record<
      string,
      string
    >,
  }
}

/** Choices of the form. */
const susunOpsi = ({ unsur, induk, nomenklatur, unit }: BahanUnsur) => ({
  opsiInduk: [
    ...(unsur || induk.length === 1 ? [] : [{ nilai: '', teks: 'Pilih' }]),
    ...induk.map((i) => ({ nilai: i.id, teks: i.nama })),
  ],
  opsiNomenklatur: [
    { nilai: '', teks: unsur ? 'Biarkan' : 'Tidak; tulis sendiri kode dan namanya' },
    ...nomenklatur.map((n) => ({ nilai: n.id, teks: `${n.kode} ${n.nama}` })),
  ],
  opsiUnit: [{ nilai: '', teks: 'Pilih unit' }, ...unit.map((u) => ({ nilai: u.id, teks: u.nama }))],
})

function susunIsian({ unsur, induk, tahun, isian }: BahanUnsur): Record<string, string> {
  const tersimpan = unsur
    ? { ...unsur, induk: unsur.indukId ?? '', unitId: unsur.unitId ?? '' }
    : { induk: induk[0]?.id ?? '', kode: '', nama: '', kelurahan: '', unitId: '', keluaran: '', satuan: '' }
  const { kode, nama, kelurahan, unitId, keluaran, satuan } = tersimpan
  const dasar = { induk: tersimpan.induk, kode, nama, kelurahan, unitId, keluaran, satuan }
  return { ...dasar, nomenklatur: '', alasan: '', sampaiTahun: String(tahun), ...isian }
}

function susunData({ unit, induk }: BahanUnsur, unsur: Unsur) {
  return [
    { label: LABEL_UNSUR.induk, nilai: induk.find((i) => i.id === unsur.indukId)?.nama ?? '' },
    { label: LABEL_UNSUR.kode, nilai: unsur.kode },
    { label: LABEL_UNSUR.nama, nilai: unsur.nama },
    { label: LABEL_UNSUR.kelurahan, nilai: unsur.kelurahan },
    { label: LABEL_UNSUR.unitId, nilai: unit.find((u) => u.id === unsur.unitId)?.nama ?? '' },
    {
      label: LABEL_UNSUR.keluaran,
      nilai: [unsur.keluaran, unsur.satuan && `(${unsur.satuan})`].filter(Boolean).join(' '),
    },
  ].filter(({ nilai }) => nilai !== '')
}

export const halamanUnsur = halaman<ReturnType<typeof susunUnsur>>('perencanaan/unsur')
