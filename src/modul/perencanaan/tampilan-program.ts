import { ambilDesimal, Desimal, formatPersen, formatRupiah, TANPA_NILAI } from '../../inti/angka/index.ts'
import { halaman } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import type { DokumenAnggaran } from './anggaran/kueri.ts'
import { PENULIS_KARTU } from './indikator/alur.ts'
import { tabPerencanaan } from './istilah.ts'
import type { BarisProgram } from './kueri-program.ts'

/** Sums of sub kegiatan; null while none of them has a figure: blank is not zero. */
export type JumlahUang = {
  readonly pagu: Desimal | null
  readonly realisasi: Desimal | null
  readonly paguLalu: Desimal | null
  readonly realisasiLalu: Desimal | null
}
type Kolom = keyof JumlahUang
const KOLOM = ['pagu', 'realisasi', 'paguLalu', 'realisasiLalu'] as const

/** Adds up sub kegiatan, each once (money belongs to the sub kegiatan, never to indicators). Pure. */
export function hitungJumlah(baris: readonly BarisProgram[]): JumlahUang {
  const sekali = [...new Map(baris.filter((b) => b.subId).map((b) => [b.subId, b])).values()]
  const tambah = (kolom: Kolom) =>
    sekali.reduce<Desimal | null>(
      (n, b) => (b[kolom] === null ? n : (n ?? new Desimal(0)).plus(ambilDesimal(b[kolom]))),
      null,
    )
  return {
    pagu: tambah('pagu'),
    realisasi: tambah('realisasi'),
    paguLalu: tambah('paguLalu'),
    realisasiLalu: tambah('realisasiLalu'),
  }
}

type BahanProgram = {
  readonly tahun: number
  readonly tahunIni: number
  readonly dokumen?: readonly DokumenAnggaran[]
  readonly pelaku?: Pelaku
}
/** Programs → kegiatan → sub kegiatan with budget, spending and absorption, and the total of the office. */
export function susunProgram(baris: readonly BarisProgram[], { tahun, tahunIni, dokumen = [], pelaku }: BahanProgram) {
  const boleh = pelaku !== undefined && punyaPeran(pelaku, PENULIS_KARTU)
  const triwulan = baris.reduce((n, b) => Math.max(n, b.triwulan ?? -1), -1)
  const sampai = ['', 'Triwulan I', 'Triwulan II', 'Triwulan III', 'Triwulan IV'][triwulan] ?? ''
  return {
    judulHalaman: `Program dan anggaran ${tahun}`,
    tab: tabPerencanaan('program'),
    tahun,
    tahunLalu: tahun - 1,
    tahunLain: [tahunIni - 1, tahunIni, tahunIni + 1].map((t) => ({
      teks: String(t),
      alamat: `/perencanaan/program?tahun=${t}`,
      aktif: t === tahun,
    })),
    sampai: triwulan > 0 ? `s.d. ${sampai}` : 'setahun',
    keterangan: baris.some((b) => b.jenisAnggaran === 'DPPA')
      ? 'Pagu menurut DPPA bila sudah ada, selain itu DPA.'
      : 'Pagu menurut DPA.',
    ...susunTautan({ tahun, boleh, dokumen }),
    ada: baris.length > 0,
    kelompok: susunKelompok(baris),
    jumlah: sel(hitungJumlah(baris)),
  }
}

type Tautan = { tahun: number; boleh: boolean; dokumen: readonly DokumenAnggaran[] }
/** Prints, ways on, and the DPA and DPPA of the year. */
const susunTautan = ({ tahun, boleh, dokumen }: Tautan) => ({
  tindakan: [
    { teks: 'PDF', alamat: `/perencanaan/program/pdf?tahun=${tahun}`, ikon: 'unduh' },
    { teks: 'Word', alamat: `/perencanaan/program/word?tahun=${tahun}`, ikon: 'unduh' },
    { teks: 'Realisasi per bulan', alamat: `/perencanaan/realisasi?tahun=${tahun}`, utama: true },
  ],
  tautan: [
    { teks: 'Indikator dan anggarannya', alamat: `/perencanaan/kaitan?tahun=${tahun}` },
    { teks: 'Excel anggaran', alamat: `/impor/anggaran?tahun=${tahun}` },
    { teks: 'Excel realisasi', alamat: `/impor/realisasi-anggaran?tahun=${tahun}` },
    ...(boleh
      ? [
          {
            teks: dokumen.length > 0 ? 'Catat DPPA' : 'Catat DPA',
            alamat: `/perencanaan/anggaran/baru?tahun=${tahun}`,
          },
          { teks: `Salin ke ${tahun + 1}`, alamat: `/perencanaan/program/salinan?tahun=${tahun}` },
        ]
      : []),
  ],
  dokumen: dokumen.map((d) => ({
    sel: [
      boleh ? { teks: d.jenis, alamat: `/perencanaan/anggaran/${d.id}`, kecil: d.alasanUbah } : d.jenis,
      d.nomor || TANPA_NILAI,
      tanggalPanjang(d.berlakuSejak),
      String(d.jumlahSub),
      formatRupiah(d.total),
    ],
  })),
})

function susunKelompok(baris: readonly BarisProgram[]) {
  return kelompokkan(baris, (b) => b.programKode).map((program) => ({
    kode: program[0]?.programKode ?? '',
    nama: program[0]?.programNama ?? '',
    sel: sel(hitungJumlah(program)),
    kegiatan: kelompokkan(
      program.filter((b) => b.kegiatanKode),
      (b) => b.kegiatanKode ?? '',
    ).map((kegiatan) => ({
      kode: kegiatan[0]?.kegiatanKode ?? '',
      nama: kegiatan[0]?.kegiatanNama ?? '',
      sel: sel(hitungJumlah(kegiatan)),
      sub: kegiatan
        .filter((b) => b.subId)
        .map((b) => ({
          kode: b.kode ?? '',
          nama: b.nama ?? '',
          kecil: [b.kelurahan, b.unit].filter(Boolean).join(' · '),
          sel: sel(hitungJumlah([b])),
        })),
    })),
  }))
}

const kelompokkan = (baris: readonly BarisProgram[], kunci: (b: BarisProgram) => string): BarisProgram[][] => {
  const peta = new Map<string, BarisProgram[]>()
  for (const b of baris) peta.set(kunci(b), [...(peta.get(kunci(b)) ?? []), b])
  return [...peta.values()]
}

/** The six figures of a row, formatted: this year's budget, spending, absorption, and the same of the year before. */
function sel(jumlah: JumlahUang): string[] {
  const [pagu, realisasi, paguLalu, realisasiLalu] = KOLOM.map((k) => jumlah[k])
  return [
    ...[pagu, realisasi].map(uang),
    serapan(realisasi ?? null, pagu ?? null),
    ...[paguLalu, realisasiLalu].map(uang),
    serapan(realisasiLalu ?? null, paguLalu ?? null),
  ]
}

/** In tables without "Rp": the unit stands in the head. */
const uang = (nilai: Desimal | null | undefined): string =>
  nilai ? formatRupiah(nilai).replace('Rp', '') : TANPA_NILAI

/** Spending as a share of the budget; '–' where either is unknown or there is no budget. */
export const serapan = (realisasi: Desimal | null, pagu: Desimal | null): string =>
  realisasi === null || pagu === null || pagu.isZero() ? TANPA_NILAI : formatPersen(realisasi.div(pagu).times(100))

export const halamanProgram = halaman<ReturnType<typeof susunProgram>>('perencanaan/program')
