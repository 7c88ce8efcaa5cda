import { halaman, type Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { tanggalJam } from '../../inti/waktu/index.ts'
import { bagianTeks } from './bagian-teks.ts'
import type { CapaianIndikator } from './capaian.ts'
import { efisiensiSatu } from './dokumen/index.ts'
import { type HasilTahun, teksCapaian } from './hasil-tahun.ts'
import { MAKS_PARAGRAF } from './isian.ts'
import { PENULIS_LKJIP } from './istilah.ts'
import { kalimatEfisiensi, kalimatIkhtisar, kalimatIndikator } from './kalimat-bantu.ts'
import type { BahanLkjip, IsiLkjip } from './lkjip.ts'
import { teksKertas, teksLkjip } from './teks-lkjip.ts'

type Teks = BahanLkjip & { readonly tahun: number; readonly objek: string; readonly tentang: string }
type Kembali = { readonly isian?: Readonly<Record<string, string>>; readonly kesalahan?: Kesalahan }

/** The paragraphs about one thing: what data and Kertas Kerja say, the own text, and its versions. */
export function susunHalamanTeks(teks: Teks, pelaku: Pelaku, { isian = {}, kesalahan = {} }: Kembali = {}) {
  const { isi, tahun, objek, tentang, riwayat } = teks
  const indikator = isi.capaian.sasaran.flatMap((s) => s.indikator).find((i) => i.id === objek)
  const bagian = bagianTeks(objek)
  return {
    judulHalaman: `Paragraf LKjIP ${tahun}: ${tentang}`,
    tentang,
    tahun,
    kembali: `/lkjip?tahun=${tahun}`,
    alamat: `/lkjip/${tahun}/teks/${objek}`,
    banding: indikator ? susunBanding(indikator) : [],
    bantu: susunBantu(indikator, isi, objek),
    boleh: punyaPeran(pelaku, PENULIS_LKJIP),
    maksimal: MAKS_PARAGRAF,
    bagian: bagian.map(({ kode, label, petunjuk }) => {
      const kertas = indikator ? teksKertas(indikator, kode) : ''
      const milik = teksLkjip(isi.paragraf, { objek, bagian: kode })
      return {
        kode,
        label,
        petunjuk: kertas ? `${petunjuk} Kosong berarti memakai teks Kertas Kerja di atas.` : petunjuk,
        kertas,
        nilai: isian[kode] ?? milik.isi,
        versi: isian[`versi-${kode}`] ?? String(milik.versi),
      }
    }),
    label: Object.fromEntries(bagian.map((b) => [b.kode, b.label])),
    riwayat: riwayat
      .filter((p) => p.objek === objek)
      .sort((a, b) => b.ditulisPada.localeCompare(a.ditulisPada))
      .map((p) => ({
        waktu: tanggalJam(new Date(p.ditulisPada), pelaku.zonaWaktu),
        siapa: p.ditulisOleh,
        sebagai: p.jabatanPenulis,
        teks: `${bagian.find((b) => b.kode === p.bagian)?.label ?? p.bagian}, versi ${p.versi}`,
        alasan: p.isi || 'dikosongkan',
        labelAlasan: 'Isi',
      })),
    kesalahan,
  }
}

/** The first four comparisons of Bab III as one table: this year, the years before, Renstra, national standard. */
function susunBanding(i: CapaianIndikator) {
  const hasil = (nama: string, h: HasilTahun | null) => ({
    sel: h ? [nama, h.targetTeks, h.realisasiTeks, teksCapaian(h.capaian)] : [nama, '–', 'belum ada', '–'],
  })
  const banding = (nama: string, b: CapaianIndikator['renstra'] | NonNullable<CapaianIndikator['standar']>) => ({
    sel: [
      nama,
      b.teks,
      i.kini?.realisasiTeks ?? 'belum ada',
      b.capaian.jenis === 'KOSONG' ? '–' : teksCapaian(b.capaian),
    ],
  })
  return [
    hasil(i.kini?.sampai ?? 'Tahun ini', i.kini),
    ...[...i.lalu].reverse().map((l) => hasil(String(l.tahun), l.hasil)),
    ...(i.renstra.tahunAkhir === null ? [] : [banding(`Target akhir Renstra ${i.renstra.tahunAkhir}`, i.renstra)]),
    ...(i.standar ? [banding(`Standar: ${i.standar.sumber}`, i.standar)] : []),
  ]
}

function susunBantu(indikator: CapaianIndikator | undefined, isi: IsiLkjip, objek: string): string[] {
  if (indikator) {
    const efisiensi = kalimatEfisiensi(efisiensiSatu(indikator, isi.anggaran))
    return [...kalimatIndikator(indikator), ...(efisiensi ? [efisiensi] : [])]
  }
  return objek === 'umum' ? kalimatIkhtisar(isi.capaian) : []
}

export const halamanTeks = halaman<ReturnType<typeof susunHalamanTeks>>('lkjip/teks')
