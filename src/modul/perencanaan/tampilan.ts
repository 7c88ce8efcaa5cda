import { TANPA_NILAI } from '../../inti/angka/index.ts'
import { halaman } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import { PENULIS_KARTU } from './indikator/alur.ts'
import { nilaiIndikator, tabPerencanaan } from './istilah.ts'
import type { IndikatorRenstra, Renstra } from './kueri-renstra.ts'
import type { BarisPaguIndikatif } from './renstra/kueri-pagu.ts'
import type { CabangPohon } from './renstra/pohon.ts'
import { ringkasPagu } from './renstra/tampilan-pagu.ts'
import { kolomTarget, selPada, targetAkhir } from './renstra/target.ts'

export type PilihanRenstra = {
  readonly pilih: string
  /** the year in view */
  readonly tahun: number
  readonly tahunIni: number
  /** null: the table */
  readonly pohon: readonly CabangPohon[] | null
  readonly semua: boolean
  /** pagu indikatif of the Renstra in view */
  readonly pagu: readonly BarisPaguIndikatif[]
}

/** The Renstra that was asked for, else the one that covers the year, else the newest. */
export const pilihRenstra = (
  daftar: readonly Renstra[],
  { pilih, tahun }: { pilih: string; tahun: number },
): Renstra | null =>
  daftar.find((r) => r.id === pilih) ??
  daftar.find((r) => r.tahunAwal <= tahun && r.tahunAkhir >= tahun) ??
  daftar[0] ??
  null

const rentang = (awal: number, akhir: number): number[] =>
  Array.from({ length: akhir - awal + 1 }, (_, ke) => awal + ke)

/** The Renstra as one official table or as a tree, in a year. */
export function susunRenstra(daftar: readonly Renstra[], pilihan: PilihanRenstra, pelaku: Pelaku) {
  const { tahun, pohon, semua } = pilihan
  const renstra = pilihRenstra(daftar, pilihan)
  const boleh = punyaPeran(pelaku, PENULIS_KARTU)
  const tahunTarget = renstra ? rentang(renstra.tahunAwal, renstra.tahunAkhir) : []
  const alamat = (t: number, tampilan: string, lain = '') =>
    `/perencanaan?renstra=${renstra?.id ?? ''}&tahun=${t}${tampilan}${lain}`
  const kini = pohon ? '&tampilan=pohon' : ''
  return {
    judulHalaman: 'Rencana strategis',
    tab: tabPerencanaan('renstra'),
    nama: renstra?.nama ?? '',
    dasar: renstra
      ? [renstra.nomor, renstra.tanggal && tanggalPanjang(renstra.tanggal)].filter(Boolean).join(', ')
      : '',
    ada: renstra !== null,
    tindakan: renstra ? tindakanRenstra(renstra.id, boleh) : boleh ? [BARU] : [],
    tautan: renstra ? tautanRenstra(renstra, boleh) : [],
    tampilan: renstra
      ? [
          { teks: 'Tabel', alamat: alamat(tahun, ''), aktif: pohon === null },
          { teks: 'Pohon', alamat: alamat(tahun, '&tampilan=pohon'), aktif: pohon !== null },
        ]
      : [],
    tahunLain: tahunTarget.map((t) => ({
      teks: String(t),
      alamat: alamat(t, kini, semua ? '&semua=ya' : ''),
      aktif: t === tahun,
    })),
    pohon,
    semua,
    alamatSemua: alamat(tahun, kini, semua ? '' : '&semua=ya'),
    lain: daftar.filter((r) => r !== renstra).map((r) => ({ alamat: `/perencanaan?renstra=${r.id}`, teks: r.nama })),
    tahunAwal: renstra ? renstra.tahunAwal - 1 : 0,
    tahunTarget: tahunTarget.map((t) => ({ tahun: t, kini: t === tahun, iniTahun: t === pilihan.tahunIni })),
    jumlahKolom: 4 + tahunTarget.length,
    tujuan: renstra && !pohon ? susunTabel(renstra, tahun) : [],
    pagu: renstra && !pohon ? ringkasPagu(renstra, pilihan.pagu) : null,
  }
}

const BARU = { teks: 'Renstra baru', alamat: '/perencanaan/renstra/baru', utama: true, ikon: 'tambah' }
const tindakanRenstra = (id: string, boleh: boolean) => [
  { teks: 'PDF', alamat: `/perencanaan/renstra/${id}/pdf`, ikon: 'unduh' },
  { teks: 'Word', alamat: `/perencanaan/renstra/${id}/word`, ikon: 'unduh' },
  ...(boleh ? [{ teks: 'Ubah target', alamat: `/perencanaan/renstra/${id}/target`, utama: true, ikon: 'pena' }] : []),
]
const tautanRenstra = ({ id, tahunAwal }: Renstra, boleh: boolean) => [
  { teks: 'Excel', alamat: `/impor/renstra?tahun=${tahunAwal}` },
  { teks: 'Nomenklatur', alamat: '/perencanaan/nomenklatur' },
  ...(boleh
    ? [
        { teks: 'Tambah tujuan', alamat: `/perencanaan/unsur/tujuan/baru?induk=${id}` },
        { teks: 'Pagu indikatif', alamat: `/perencanaan/renstra/${id}/pagu` },
        { teks: 'Ubah periode', alamat: `/perencanaan/renstra/${id}` },
        { teks: 'Salin ke periode berikutnya', alamat: `/perencanaan/renstra/${id}/salinan` },
        { teks: 'Renstra baru', alamat: '/perencanaan/renstra/baru' },
      ]
    : []),
]

const susunTabel = (renstra: Renstra, tahun: number) =>
  renstra.tujuan.map((t, ke) => ({
    judul: `Tujuan ${ke + 1}`,
    uraian: t.uraian,
    alamat: `/perencanaan/unsur/tujuan/${t.id}`,
    akhir: t.sampaiTahun ? `sampai ${t.sampaiTahun}` : '',
    sasaran: t.sasaran.map((s, urut) => ({
      judul: `Sasaran ${ke + 1}.${urut + 1}`,
      uraian: s.uraian,
      alamat: `/perencanaan/unsur/sasaran/${s.id}`,
      akhir: s.sampaiTahun ? `sampai ${s.sampaiTahun}` : '',
      program: s.program.map((p) => `${p.kode} ${p.nama}`),
      indikator: s.indikator.map((i) => barisTarget(i, renstra, tahun)),
    })),
  }))

function barisTarget(i: IndikatorRenstra, renstra: Renstra, kini: number) {
  const tulis = (sel: IndikatorRenstra['target'][number] | null) => (sel ? nilaiIndikator(sel) : TANPA_NILAI)
  const [awal, ...kolom] = kolomTarget(renstra)
  return {
    alamat: `/perencanaan/indikator/${i.id}`,
    kode: i.kode,
    nama: i.nama,
    satuan: i.satuan,
    unit: i.unit,
    awal: awal ? tulis(selPada(i.target, awal)) : TANPA_NILAI,
    target: kolom.slice(0, -1).map((k) => ({ nilai: tulis(selPada(i.target, k)), kini: k.tahun === kini })),
    akhir: tulis(targetAkhir(i.target, renstra)),
  }
}

export const halamanRenstra = halaman<ReturnType<typeof susunRenstra>>('perencanaan/renstra')
