import { daftarkanPesan, halaman } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { AGREGASI, POLARITAS, rumusCapaian, rumusTertulis } from '../perencanaan/index.ts'
import { cariMenurutKode, panduanSaya } from './cari-bantuan.ts'
import { contohIndikator } from './contoh-indikator.ts'
import type { IndikatorDibantu } from './kueri-indikator.ts'
import type { BantuanHalaman, PanduanPeran } from './naskah/bentuk.ts'
import { BANTUAN_HALAMAN, PANDUAN_PERAN } from './naskah/index.ts'
import type { Ditanya } from './siapa-ditanya.ts'
import { uraiNaskah } from './urai-naskah.ts'

daftarkanPesan({
  'hari-pertama-disembunyikan': 'Panduan hari pertama disembunyikan. Bila perlu lagi, tampilkan dari halaman Bantuan.',
})

const tautanPanduan = (p: PanduanPeran) => ({ teks: `Panduan ${p.nama}`, alamat: `/bantuan/peran/${p.kode}` })
const tautanHalaman = (b: BantuanHalaman) => ({ teks: b.judul, alamat: `/bantuan/halaman/${b.kode}` })

/** The index: own guides first, then those of others, then the pages. */
export function susunBantuan(
  pelaku: Pelaku,
  { disembunyikan, tanya }: { disembunyikan: boolean; tanya: readonly Ditanya[] },
) {
  const saya = panduanSaya(pelaku)
  const milik = new Set(saya.flatMap((p) => p.halaman))
  return {
    judulHalaman: 'Bantuan',
    saya: saya.map((p) => ({
      ...tautanPanduan(p),
      ringkas: uraiNaskah(p.ringkas),
      pdf: `/bantuan/peran/${p.kode}/pdf`,
    })),
    lain: PANDUAN_PERAN.filter((p) => !saya.includes(p)).map(tautanPanduan),
    halamanSaya: BANTUAN_HALAMAN.filter((b) => milik.has(b.kode)).map(tautanHalaman),
    halamanLain: BANTUAN_HALAMAN.filter((b) => !milik.has(b.kode)).map(tautanHalaman),
    disembunyikan,
    tanya,
  }
}
export const halamanBantuan = halaman<ReturnType<typeof susunBantuan>>('bantuan/bantuan')

/** The guide of a role. */
export function susunPanduan(p: PanduanPeran, tanya: readonly Ditanya[]) {
  return {
    judulHalaman: `Panduan ${p.nama}`,
    pdf: `/bantuan/peran/${p.kode}/pdf`,
    ringkas: uraiNaskah(p.ringkas),
    hariPertama: p.hariPertama.map((l) => ({ judul: l.judul, alamat: l.alamat, uraian: uraiNaskah(l.uraian) })),
    bagian: p.bagian.map(({ judul, langkah }, ke) => ({
      id: `bagian-${ke + 1}`,
      judul,
      langkah: langkah.map(uraiNaskah),
    })),
    halaman: p.halaman.flatMap((kode) => cariMenurutKode(kode) ?? []).map(tautanHalaman),
    tanya,
  }
}
export const halamanPanduan = halaman<ReturnType<typeof susunPanduan>>('bantuan/panduan')

/** How one page is filled in. */
export function susunBantuanHalaman(
  b: BantuanHalaman,
  { pelaku, tanya }: { pelaku: Pelaku; tanya: readonly Ditanya[] },
) {
  return {
    judulHalaman: b.judul,
    guna: uraiNaskah(b.guna),
    langkah: b.langkah.map(uraiNaskah),
    bidang: (b.bidang ?? []).map(({ kode, nama, arti, rumus, contoh }) => ({
      kode,
      nama,
      arti: uraiNaskah(arti),
      rumus: uraiNaskah(rumus ?? ''),
      contoh: uraiNaskah(contoh ?? ''),
    })),
    panduan: panduanSaya(pelaku).map(tautanPanduan),
    tanya,
  }
}
export const halamanBantuanHalaman = halaman<ReturnType<typeof susunBantuanHalaman>>('bantuan/halaman')

/** What an indicator means, how it is computed, with an example, and who knows more. */
export function susunBantuanIndikator({ kartu, unit }: IndikatorDibantu, tanya: readonly Ditanya[]) {
  const tertulis = rumusTertulis(kartu)
  return {
    judulHalaman: kartu.nama,
    keterangan: `${kartu.jenis} · ${kartu.satuan} · ${unit}`,
    definisi: kartu.definisi,
    rumus: tertulis,
    // with several variables the written formula already says it
    penjelasanRumus: kartu.variabel.length > 1 || kartu.rumus === tertulis ? '' : kartu.rumus,
    variabel: kartu.variabel.map((v) => ({
      nama: v.nama,
      satuan: v.satuan && v.satuan !== kartu.satuan ? v.satuan : '',
    })),
    contoh: contohIndikator(kartu),
    polaritas: POLARITAS[kartu.polaritas],
    rumusCapaian: rumusCapaian(kartu),
    agregasi: AGREGASI[kartu.agregasi],
    sumberData: kartu.sumberData,
    bukti:
      kartu.aturanBukti || (kartu.buktiWajib ? 'Bukti wajib dilampirkan.' : 'Bukti tidak wajib, tetapi sebaiknya ada.'),
    alamatKartu: `/perencanaan/indikator/${kartu.id}`,
    tanya,
  }
}
export const halamanBantuanIndikator = halaman<ReturnType<typeof susunBantuanIndikator>>('bantuan/indikator')
