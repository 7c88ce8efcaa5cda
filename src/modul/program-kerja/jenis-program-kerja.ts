import { type Dokumen, tabelLiniMasa } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { namaPeriode, tanggalPendek } from '../../inti/waktu/index.ts'
import {
  ambilBahanDokumen,
  type BahanDokumen,
  type DokumenKeluaran,
  type KonteksLangkah,
  type Pembaca,
  type PenangananJenis,
  pihakLangkah,
} from '../siklus/index.ts'
import { daftarKegiatan, type Kegiatan } from './kueri.ts'
import { namaKolom, susunLiniMasa } from './lini-masa.ts'

/** Step kind "program-kerja": activities with person and dates. */
export const jenisProgramKerja: PenangananJenis = {
  kode: 'program-kerja',
  perintah: 'Susun program kerja',
  kekurangan: async (baca, konteks) =>
    (await daftarKegiatan(baca, konteks)).length === 0 ? ['Tulis paling sedikit satu kegiatan.'] : [],
  dokumen,
}

async function dokumen(baca: Pembaca, konteks: KonteksLangkah, pelaku: Pelaku): Promise<DokumenKeluaran[]> {
  const bahan = await ambilBahanDokumen(baca, pelaku)
  const kegiatan = await daftarKegiatan(baca, konteks)
  const model = susunProgramKerja({ bahan, kegiatan, konteks, pelaku })
  return [{ jenis: 'PROGRAM_KERJA', judul: model.judul, nomor: '', model }]
}

type Bahan = { bahan: BahanDokumen; kegiatan: readonly Kegiatan[]; konteks: KonteksLangkah; pelaku: Pelaku }

/** Program Kerja Kegiatan: a table with bars, and under it each activity with dates and output. */
function susunProgramKerja({ bahan, kegiatan, konteks, pelaku }: Bahan): Dokumen {
  const { siklus } = konteks
  const lini = susunLiniMasa(kegiatan)
  return {
    judul: `Program Kerja Kegiatan ${siklus.namaPeriode}`,
    jenis: 'Program Kerja Kegiatan',
    ukuran: 'F4',
    arah: 'mendatar',
    kop: bahan.kop,
    tanggal: bahan.hari,
    isi: [
      {
        jenis: 'judul',
        tingkat: 1,
        teks: 'PROGRAM KERJA KEGIATAN',
        subjudul: `${siklus.namaSop.replace(/^SOP /, '')} ${siklus.namaPeriode}`,
      },
      ...(lini
        ? [
            tabelLiniMasa({
              kelompok: kelompokKolom(lini),
              baris: kegiatan.map((k, i) => ({
                kegiatan: k.uraian,
                pelaksana: k.penanggungJawab,
                dari: lini.baris[i]?.dari ?? 0,
                sampai: lini.baris[i]?.sampai ?? 0,
                keterangan: `${rentang(k)}${k.keluaran ? `\nKeluaran: ${k.keluaran}` : ''}`,
              })),
            }),
          ]
        : []),
      { jenis: 'tandaTangan', pihak: pihakLangkah(bahan, konteks, pelaku) },
    ],
  }
}

/** '6 Jul 2026 – 8 Jul 2026', one date for a single day. */
export const rentang = (k: Pick<Kegiatan, 'mulai' | 'selesai'>): string =>
  k.mulai === k.selesai ? tanggalPendek(k.mulai) : `${tanggalPendek(k.mulai)} – ${tanggalPendek(k.selesai)}`

/** Heads of the bar columns, a month each. */
function kelompokKolom(lini: NonNullable<ReturnType<typeof susunLiniMasa>>) {
  const nama = namaKolom(lini)
  let mulai = 0
  return lini.kelompok.map(({ bulan, jumlah }) => {
    mulai += jumlah
    return { teks: namaBulan(bulan), kolom: nama.slice(mulai - jumlah, mulai) }
  })
}

/** '2026-07' → 'Juli 2026'. */
export const namaBulan = (bulan: string): string =>
  namaPeriode({ jenis: 'BULAN', tahun: Number(bulan.slice(0, 4)), nomor: Number(bulan.slice(5)) })
