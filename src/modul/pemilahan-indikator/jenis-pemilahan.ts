import type { Dokumen } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import {
  ambilBahanDokumen,
  type BahanDokumen,
  type DokumenKeluaran,
  type KonteksLangkah,
  type Pembaca,
  type PenangananJenis,
  pihakLangkah,
} from '../siklus/index.ts'
import { daftarPemilahan, type Pemilahan } from './kueri.ts'
import { susunPemilahan } from './susun-pemilahan.ts'

/** Step kind "pemilahan-indikator": each indicator of the PK gets the unit that answers for it in this siklus. */
export const jenisPemilahanIndikator: PenangananJenis = {
  kode: 'pemilahan-indikator',
  perintah: 'Pilah indikator',
  penyiap: ['TIM_SAKIP'],
  async kekurangan(baca, konteks) {
    if ((await daftarPemilahan(baca, konteks)).length > 0) return []
    return [`Tidak ada indikator pada Perjanjian Kinerja yang berlaku ${tanggalPanjang(konteks.siklus.akhirPeriode)}.`]
  },
  dokumen,
  saatDibuka: (tx, konteks, pelaku) => susunPemilahan(tx, pelaku, konteks),
}

async function dokumen(baca: Pembaca, konteks: KonteksLangkah, pelaku: Pelaku): Promise<DokumenKeluaran[]> {
  const bahan = await ambilBahanDokumen(baca, pelaku)
  const daftar = await daftarPemilahan(baca, konteks)
  const model = dokumenPemilahan({ bahan, daftar, konteks, pelaku })
  return [{ jenis: 'DAFTAR_PEMILAHAN_INDIKATOR', judul: model.judul, nomor: '', model }]
}

type Bahan = { bahan: BahanDokumen; daftar: readonly Pemilahan[]; konteks: KonteksLangkah; pelaku: Pelaku }
const KOLOM = ['No', 'Indikator', 'Jenis', 'Satuan', 'Dasar', 'Keterangan']

/** Daftar Pemilahan Indikator: by the unit that answers; where it is not the unit of the card, why. */
function dokumenPemilahan({ bahan, daftar, konteks, pelaku }: Bahan): Dokumen {
  const { siklus, def } = konteks
  const judul = def.keluaran ?? 'Daftar Pemilahan Indikator'
  return {
    judul: `${judul} ${siklus.namaPeriode}`,
    jenis: judul,
    ukuran: 'F4',
    arah: 'tegak',
    kop: bahan.kop,
    tanggal: bahan.hari,
    isi: [
      { jenis: 'judul', tingkat: 1, teks: judul.toLocaleUpperCase('id-ID'), subjudul: siklus.namaPeriode },
      {
        jenis: 'paragraf',
        rata: 'rata',
        teks: `Indikator pada Perjanjian Kinerja yang berlaku ${tanggalPanjang(siklus.akhirPeriode)} dijawab oleh unit berikut.`,
      },
      {
        jenis: 'tabel',
        huruf: 'kecil',
        kolom: [
          { bobot: 5, rata: 'tengah' },
          { bobot: 42 },
          { bobot: 8, rata: 'tengah' },
          { bobot: 12 },
          { bobot: 24 },
          { bobot: 28 },
        ],
        kepala: [KOLOM.map((teks) => ({ teks }))],
        nomorKolom: true,
        isi: perUnit(daftar).flatMap(({ unit, baris }) => [
          { gaya: 'subjudul' as const, sel: [{ teks: `${unit} (${baris.length} indikator)`, kolom: KOLOM.length }] },
          ...baris.map((p, i) => ({
            sel: [`${i + 1}`, p.nama, p.jenis, p.satuan, p.dasar, keterangan(p)],
          })),
        ]),
      },
      { jenis: 'tandaTangan', pihak: pihakLangkah(bahan, konteks, pelaku) },
    ],
  }
}

const keterangan = (p: Pemilahan): string =>
  p.unitId === p.unitAsalId ? '–' : `Menurut kartu: ${p.unitAsal}. ${p.alasan}`

/** Grouped by the unit that answers, in the order of the office. */
export function perUnit(daftar: readonly Pemilahan[]): { unit: string; baris: Pemilahan[] }[] {
  const peta = new Map<string, { unit: string; urut: number; baris: Pemilahan[] }>()
  for (const p of daftar) {
    const ada = peta.get(p.unitId)
    if (ada) ada.baris.push(p)
    else peta.set(p.unitId, { unit: p.unit, urut: p.unitUrut, baris: [p] })
  }
  return [...peta.values()].sort((a, b) => a.urut - b.urut || a.unit.localeCompare(b.unit))
}
