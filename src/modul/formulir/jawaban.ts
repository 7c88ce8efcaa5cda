import { formatRupiah } from '../../inti/angka/index.ts'
import { teksDibaca } from './baca-baris.ts'
import { teksHitungan } from './hitungan.ts'
import type { BarisAnggaranIsian } from './kueri.ts'
import type { HasilSimpanAnggaran } from './simpan-anggaran.ts'
import type { HasilSimpanBaris } from './simpan-baris.ts'
import { bentrokAnggaran, susunHasilAnggaran } from './tampilan-anggaran.ts'
import { susunBentrok, susunHasil } from './tampilan-baris.ts'
import { keadaanBaris } from './teks-baris.ts'

/** Answer to an autosave, as src/peramban/jawaban-simpan.ts reads it. */
export type Jawaban = {
  readonly http: 200 | 409 | 422
  readonly isi: {
    readonly versi?: number
    readonly status?: string
    readonly teks: string
    readonly capaian?: string
    readonly isi?: Readonly<Record<string, string>>
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
        teks: `${susunBentrok(hasil.kini, zona)} Isian Anda belum tersimpan. Tekan Simpan untuk memakainya, atau muat ulang halaman.`,
      },
    }
  if (hasil.jenis === 'BERULANG')
    return { http: 200, isi: { versi: hasil.kini.versi, status: keadaanBaris(hasil.kini).kode, teks: '' } }
  const { tetap, baris, hitungan, versi } = hasil
  const lengkap = { ...tetap, ...baris, terbuka: true, alasanKembali: null }
  const { capaian, realisasi, teks } = susunHasil({ ...lengkap, lalu: hasil.lalu }, tetap.periode)
  const dibaca = tetap.kartu.variabel.map((v) => [`baca-${barisId}-${v.kode}`, teksDibaca(baris.variabel[v.kode])])
  return {
    http: 200,
    isi: {
      versi,
      status: keadaanBaris(lengkap).kode,
      teks,
      capaian,
      isi: {
        ...Object.fromEntries(dibaca),
        [`realisasi-${barisId}`]: realisasi,
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
      isi: { versi: hasil.kini.versi, teks: `${bentrokAnggaran(hasil.kini, zona)} Isian Anda belum tersimpan.` },
    }
  if (hasil.jenis === 'BERULANG')
    return { http: 200, isi: { versi: hasil.kini.versi, status: hasil.kini.status, teks: '' } }
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
      isi: { [`baca-${barisId}`]: dibaca, kaki: teksHitungan(hitungan) },
    },
  }
}
