import { formatAngka, formatIsianUang } from '../../../inti/angka/index.ts'
import { barisIsian, halaman, isianKembali, type Kesalahan } from '../../../inti/http/index.ts'
import type { BarisPaguIndikatif } from './kueri-pagu.ts'
import type { PeriodeRenstra } from './kueri-periode.ts'
import { jumlahPagu, kolomPagu, paguDipakai, paguPada, type SimpulPagu, sebutSub, susunSimpulPagu } from './pagu.ts'

type Bahan = { badan?: unknown; kesalahan?: Kesalahan }
type Ketik = ReadonlyMap<string | undefined, Readonly<Record<string, string>>>

/** Without Rp: the heads of the columns say it, and six amounts stand side by side. */
const tulisJumlah = (nilai: string | null): string => formatAngka(nilai)

/** Pagu indikatif as a form: a field per sub kegiatan and year, sums of kegiatan and program to read. */
export function susunPagu(
  renstra: PeriodeRenstra,
  sub: readonly BarisPaguIndikatif[],
  { badan, kesalahan = {} }: Bahan = {},
) {
  const kolom = kolomPagu(renstra)
  const ketik: Ketik = new Map(badan === undefined ? [] : barisIsian(badan, 'baris').map((b) => [b.sub, b]))
  const dasar = badan === undefined ? {} : isianKembali(badan)
  const urutan = new Map(sub.map((s, ke) => [s, ke]))
  return {
    judulHalaman: 'Pagu indikatif Renstra',
    keterangan: renstra.nama,
    alamat: `/perencanaan/renstra/${renstra.id}/pagu`,
    kembali: `/perencanaan?renstra=${renstra.id}`,
    versi: dasar.versi ?? String(renstra.versi),
    alasan: dasar.alasan ?? '',
    kolom,
    baris: susunSimpulPagu(sub).map((simpul) => ({
      ...kepalaSimpul(simpul),
      jumlah: tulisJumlah(jumlahPagu(simpul.sub, null)),
      ...(simpul.tingkat === 'sub-kegiatan' && simpul.sub[0]
        ? susunIsian(simpul.sub[0], { kolom, ke: urutan.get(simpul.sub[0]) ?? 0, ketik, kesalahan })
        : { isian: null, tahunan: kolom.map((k) => tulisJumlah(jumlahPagu(simpul.sub, k.tahun))) }),
    })),
    jumlah: [...kolom.map((k) => jumlahPagu(sub, k.tahun)), jumlahPagu(sub, null)].map(tulisJumlah),
    kesalahan,
    label: { alasan: 'Alasan perubahan' } as Record<string, string>,
  }
}

const kepalaSimpul = ({ kode, nama, tingkat }: SimpulPagu) => ({ kode, nama, tingkat })

type Isian = { kolom: ReturnType<typeof kolomPagu>; ke: number; ketik: Ketik; kesalahan: Kesalahan }
const susunIsian = (s: BarisPaguIndikatif, { kolom, ke, ketik, kesalahan }: Isian) => ({
  tahunan: [],
  isian: {
    id: s.id,
    nama: `baris.${ke}.sub`,
    sel: kolom.map((k) => {
      return {
        nama: `baris.${ke}.${k.kode}`,
        judul: `${sebutSub(s)}, ${k.judul}`,
        nilai: ketik.get(s.id)?.[k.kode] ?? formatIsianUang(paguPada(s, k.tahun)),
        salah: kesalahan[`baris.${ke}.${k.kode}`] ?? '',
        dipakai: paguDipakai({ sub: s, tahun: k.tahun }),
      }
    }),
  },
})

/** Pagu indikatif per program and year, to read on the page of the Renstra; null while nothing was written. */
export function ringkasPagu(
  renstra: Pick<PeriodeRenstra, 'tahunAwal' | 'tahunAkhir'>,
  sub: readonly BarisPaguIndikatif[],
) {
  if (jumlahPagu(sub, null) === null) return null
  const kolom = kolomPagu(renstra)
  const baris = (isi: readonly BarisPaguIndikatif[]) =>
    [...kolom.map((k) => jumlahPagu(isi, k.tahun)), jumlahPagu(isi, null)].map(tulisJumlah)
  return {
    tahun: kolom.map((k) => k.tahun),
    program: susunSimpulPagu(sub)
      .filter((s) => s.tingkat === 'program')
      .map(({ kode, nama, sub: milik }) => ({ kode, nama, nilai: baris(milik) })),
    jumlah: baris(sub),
  }
}

export const halamanPagu = halaman<ReturnType<typeof susunPagu>>('perencanaan/pagu-renstra')
