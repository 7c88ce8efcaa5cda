import { formatRupiah } from '../../inti/angka/index.ts'
import { teksDibaca } from './baca-baris.ts'
import { teksHitungan } from './hitungan.ts'
import type { BarisAnggaranIsian, BarisIsian } from './kueri.ts'
import { bidangAnggaran, bidangBaris } from './sidik.ts'
import type { HasilSimpanAnggaran } from './simpan-anggaran.ts'
import type { HasilSimpanBaris } from './simpan-baris.ts'
import { bentrokAnggaran, susunHasilAnggaran } from './tampilan-anggaran.ts'
import { susunBentrok, susunHasil, waktuPendek } from './tampilan-baris.ts'
import { keadaanBaris } from './teks-baris.ts'

/** Answer to an autosave, as src/peramban/bagian/jawaban-simpan.ts reads it. */
export type Jawaban = {
  readonly http: 200 | 409 | 422
  readonly isi: {
    readonly versi?: number
    readonly status?: string
    readonly teks: string
    readonly capaian?: string
    readonly isi?: Readonly<Record<string, string>>
    /** the fields as this request stored them */
    readonly isian?: Readonly<Record<string, string>>
    /** who saved the row first, when, and what its fields hold */
    readonly bentrok?: { readonly oleh: string; readonly pada: string; readonly isi: Readonly<Record<string, string>> }
    /** the two readings of an ambiguous number, per variable */
    readonly pilihan?: Readonly<Record<string, readonly [string, string]>>
  }
}

/** Answer to the saving of one indicator row: the value shown back as it was read, or what is wrong, or who was first. */
export function jawabanBaris(hasil: HasilSimpanBaris, { barisId, zona }: { barisId: string; zona: string }): Jawaban {
  if (hasil.jenis === 'SALAH')
    return { http: 422, isi: { teks: Object.values(hasil.baca.kesalahan).join(' '), pilihan: hasil.baca.taksa } }
  if (hasil.jenis === 'BENTROK')
    return {
      http: 409,
      isi: {
        versi: hasil.kini.versi,
        teks: `${susunBentrok(hasil.kini, zona)} Isian Anda belum tersimpan. Pilih yang dipakai.`,
        bentrok: lawan(hasil.kini, zona, bidangBaris(hasil.kini)),
      },
    }
  if (hasil.jenis === 'BERULANG')
    return {
      http: 200,
      isi: {
        versi: hasil.versi,
        status: keadaanBaris(hasil.kini).kode,
        teks: '',
        ...isianBerulang(hasil, bidangBaris(hasil.kini)),
      },
    }
  const { tetap, baris, hitungan, versi } = hasil
  const lengkap = { ...tetap, ...baris, terbuka: true, alasanKembali: null }
  const { capaian, predikat, realisasi, teks } = susunHasil(
    { ...lengkap, lalu: hasil.lalu },
    { periode: tetap.periode, skala: hasil.skala },
  )
  const dibaca = tetap.kartu.variabel.map((v) => [`baca-${barisId}-${v.kode}`, teksDibaca(baris.variabel[v.kode])])
  return {
    http: 200,
    isi: {
      versi,
      status: keadaanBaris(lengkap).kode,
      teks,
      capaian,
      isian: bidangBaris({ ...tetap, ...baris, versi }),
      isi: {
        ...Object.fromEntries(dibaca),
        [`realisasi-${barisId}`]: realisasi,
        [`predikat-${barisId}`]: predikat,
        kaki: teksHitungan(hitungan),
      },
    },
  }
}

/** Answer to the saving of one budget row. */
export function jawabanAnggaran(
  hasil: HasilSimpanAnggaran,
  { barisId, zona }: { barisId: string; zona: string },
): Jawaban {
  if (hasil.jenis === 'SALAH') return { http: 422, isi: { teks: Object.values(hasil.baca.kesalahan).join(' ') } }
  if (hasil.jenis === 'BENTROK')
    return {
      http: 409,
      isi: {
        versi: hasil.kini.versi,
        teks: `${bentrokAnggaran(hasil.kini, zona)} Isian Anda belum tersimpan. Pilih yang dipakai.`,
        bentrok: lawan(hasil.kini, zona, bidangAnggaran(hasil.kini)),
      },
    }
  if (hasil.jenis === 'BERULANG')
    return {
      http: 200,
      isi: {
        versi: hasil.versi,
        status: hasil.kini.status,
        teks: '',
        ...isianBerulang(hasil, bidangAnggaran(hasil.kini)),
      },
    }
  const { baris, versi, hitungan, pagu, sebelumnya } = hasil
  const isi: Pick<BarisAnggaranIsian, 'pagu' | 'realisasi' | 'status'> = { ...baris, pagu }
  const { capaian, teks } = susunHasilAnggaran(isi, sebelumnya)
  const dibaca = baris.realisasi === null ? '' : `dibaca ${formatRupiah(baris.realisasi)}`
  return {
    http: 200,
    isi: {
      versi,
      status: baris.status,
      teks,
      capaian,
      isian: bidangAnggaran({ ...baris, versi }),
      isi: { [`baca-${barisId}`]: dibaca, kaki: teksHitungan(hitungan) },
    },
  }
}

type Berulang = { readonly versi: number; readonly kini: { readonly versi: number } }
/** The stored fields are those of the repeated request only while nobody saved after it: else the browser would take them for its own. */
const isianBerulang = ({ versi, kini }: Berulang, isian: Readonly<Record<string, string>>) =>
  kini.versi === versi ? { isian } : {}

/** Who saved a row first, for the choice between the two. */
const lawan = (
  { diubahOleh, diubahPada }: Pick<BarisIsian, 'diubahOleh' | 'diubahPada'>,
  zona: string,
  isi: Readonly<Record<string, string>>,
) => ({ oleh: diubahOleh || 'Orang lain', pada: diubahPada ? waktuPendek(diubahPada, zona) : '', isi })
