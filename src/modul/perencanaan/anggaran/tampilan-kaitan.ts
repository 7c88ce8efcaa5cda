import { type Desimal, formatPersen, formatRupiah, TANPA_NILAI } from '../../../inti/angka/index.ts'
import { daftarkanPesan, halaman } from '../../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../../inti/pelaku.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { tabPerencanaan } from '../istilah.ts'
import { namaUnsur } from '../renstra/istilah.ts'
import { hitungKaitan, type JumlahKaitan } from './hitung-kaitan.ts'
import type { IndikatorKaitan, UangKaitan } from './kueri-kaitan.ts'
import { capKaitan } from './simpan-kaitan.ts'

daftarkanPesan({ 'kaitan-disimpan': 'Kaitan indikator dengan sub kegiatan sudah disimpan.' })

const uang = (n: Desimal | null): string => (n === null ? TANPA_NILAI : formatRupiah(n))
const serap = ({ pagu, realisasi }: JumlahKaitan): string =>
  pagu === null || realisasi === null || pagu.isZero() ? TANPA_NILAI : formatPersen(realisasi.div(pagu).times(100))
const sel = (j: JumlahKaitan | undefined): string[] => (j ? [uang(j.pagu), uang(j.realisasi), serap(j)] : ['', '', ''])

/** Which sub kegiatan work for which indicator, with money counted once. */
export function susunDaftarKaitan(bahan: UangKaitan, { tahun }: { tahun: number }, pelaku: Pelaku) {
  const boleh = punyaPeran(pelaku, PENULIS_KARTU)
  const pendukung = ({ id }: IndikatorKaitan) => bahan.kaitan.find((k) => k.indikatorId === id)?.sub ?? []
  const { perIndikator, terkait, lepas, semua } = hitungKaitan(bahan.sub, bahan.kaitan)
  return {
    judulHalaman: `Indikator dan anggarannya ${tahun}`,
    tab: tabPerencanaan('program'),
    tahunLain: [tahun - 1, tahun, tahun + 1].map((t) => ({
      teks: String(t),
      alamat: `/perencanaan/kaitan?tahun=${t}`,
      aktif: t === tahun,
    })),
    baris: bahan.indikator.map((i) => ({
      sel: [
        { teks: `${i.kode} ${i.nama}`, ...(boleh ? { alamat: `/perencanaan/kaitan/${i.id}?tahun=${tahun}` } : {}) },
        {
          // one line each: the column is narrow beside long names
          teks: `${pendukung(i).length}\u00a0sub\u00a0kegiatan`,
          kecil: pendukung(i).some((id) => i.kaitan.includes(id)) ? 'dipilih' : 'menurut\u00a0Renstra',
        },
        ...sel(perIndikator.get(i.id)),
      ],
    })),
    ringkas: [
      { sel: ['Terkait dengan paling sedikit satu indikator', ...sel(terkait)] },
      { sel: ['Tidak terkait dengan indikator mana pun', ...sel(lepas)] },
      { sel: ['Seluruh anggaran', ...sel(semua)] },
    ],
  }
}

/** The form of one indicator: which sub kegiatan work for it. */
export function susunKaitan(bahan: UangKaitan, { indikator, tahun }: { indikator: IndikatorKaitan; tahun: number }) {
  const dipilih = new Set(indikator.kaitan)
  return {
    judulHalaman: 'Sub kegiatan yang mendukung indikator',
    keterangan: `${indikator.kode} ${indikator.nama}`,
    alamat: `/perencanaan/kaitan/${indikator.id}`,
    tahun,
    kembali: `/perencanaan/kaitan?tahun=${tahun}`,
    dilihat: capKaitan(indikator.kaitan),
    nilai: [...dipilih],
    opsi: bahan.baris.map((b) => ({
      nilai: b.id,
      teks: namaUnsur(b),
      petunjuk: [b.unit, b.pagu === null ? '' : `pagu ${formatRupiah(b.pagu)}`].filter(Boolean).join(' · '),
    })),
  }
}

export const halamanDaftarKaitan = halaman<ReturnType<typeof susunDaftarKaitan>>('perencanaan/daftar-kaitan')
export const halamanKaitan = halaman<ReturnType<typeof susunKaitan>>('perencanaan/kaitan')
