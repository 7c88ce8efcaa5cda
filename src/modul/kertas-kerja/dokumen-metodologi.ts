import type { Blok, Dokumen } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import { AGREGASI, METODE, rumusTertulis } from '../perencanaan/index.ts'
import { type BahanDokumen, type KonteksLangkah, pihakLangkah } from '../siklus/index.ts'
import type { BarisKertas, KertasKerja } from './kueri.ts'
import { kartuUkur, penyimpangan } from './metodologi.ts'
import { KODE_SMART, NAMA_SMART } from './smart.ts'
import { teksAturanKhusus, teksPolaritas } from './teks-metodologi.ts'

export type BahanKertas = {
  readonly kertas: KertasKerja
  readonly konteks: KonteksLangkah
  readonly bahan: BahanDokumen
  readonly pelaku: Pelaku
}
const KOLOM = ['No', 'Indikator', 'Rumus nilai', 'Rumus capaian', 'Agregasi', 'Aturan', 'Sumber data', ...KODE_SMART]

/** Kertas Kerja (metodologi): per indicator how it is measured; deviations from the card with their reasons (SOP Pengukuran Kinerja Kecamatan Taman, langkah 4). */
export function dokumenMetodologi({ kertas, konteks, bahan, pelaku }: BahanKertas): Dokumen {
  const { siklus, def } = konteks
  const judul = def.keluaran ?? 'Kertas Kerja Pengukuran Kinerja (metodologi)'
  return {
    judul: `${judul} ${siklus.namaPeriode}`,
    jenis: judul,
    ukuran: 'F4',
    arah: 'mendatar',
    kop: bahan.kop,
    tanggal: bahan.hari,
    isi: [
      { jenis: 'judul', tingkat: 1, teks: judul.toLocaleUpperCase('id-ID'), subjudul: siklus.namaPeriode },
      {
        jenis: 'paragraf',
        rata: 'rata',
        teks: `Metodologi pengukuran bagi indikator pada Perjanjian Kinerja yang berlaku ${tanggalPanjang(siklus.akhirPeriode)}, menurut kartu indikatornya. Penyimpangan disebut beserta alasannya.`,
      },
      tabel(kertas.baris),
      ...tabelPenyimpangan(kertas.baris),
      { jenis: 'tandaTangan', pihak: pihakLangkah(bahan, konteks, pelaku) },
    ],
  }
}

const tabel = (baris: readonly BarisKertas[]): Blok => ({
  jenis: 'tabel',
  huruf: 'kecil',
  kolom: [
    { bobot: 5, rata: 'tengah' },
    { bobot: 30 },
    { bobot: 30 },
    { bobot: 20 },
    { bobot: 15 },
    { bobot: 20 },
    { bobot: 22 },
    ...KODE_SMART.map(() => ({ bobot: 5, rata: 'tengah' as const })),
  ],
  kepala: [KOLOM.map((teks) => ({ teks }))],
  nomorKolom: true,
  isi: perUnit(baris).flatMap(({ unit, baris: milik }) => [
    { gaya: 'subjudul' as const, sel: [{ teks: unit, kolom: KOLOM.length }] },
    ...milik.map((b, i) => ({
      sel: [String(i + 1), ...selCara(b), ...KODE_SMART.map((k) => ({ teks: '', centang: b.metodologi.smart[k] }))],
    })),
  ]),
  catatan: [KODE_SMART.map((k) => `${k} ${NAMA_SMART[k].toLowerCase()}`).join(', ')],
})

/** Indicator, formulas, aggregation, rules, source as measured in this siklus. */
function selCara(b: BarisKertas): string[] {
  const ukur = kartuUkur(b.kartu, b.metodologi)
  return [
    `${ukur.nama} (${ukur.satuan})`,
    [rumusTertulis(ukur) || METODE[ukur.metode], ukur.rumus].filter(Boolean).join('\n'),
    teksPolaritas(ukur),
    AGREGASI[ukur.agregasi],
    teksAturanKhusus(ukur),
    ukur.sumberData || '–',
  ]
}

function tabelPenyimpangan(baris: readonly BarisKertas[]): Blok[] {
  const beda = baris.flatMap((b) => penyimpangan(b.metodologi, b).map((p) => ({ b, p })))
  if (beda.length === 0) return [{ jenis: 'paragraf', teks: 'Tidak ada penyimpangan dari kartu indikator.' }]
  return [
    { jenis: 'judul', tingkat: 2, teks: 'Penyimpangan dari kartu indikator' },
    {
      jenis: 'tabel',
      huruf: 'kecil',
      kolom: [{ bobot: 5, rata: 'tengah' }, { bobot: 34 }, { bobot: 18 }, { bobot: 26 }, { bobot: 26 }, { bobot: 36 }],
      kepala: [['No', 'Indikator', 'Hal', 'Menurut kartu', 'Dipakai', 'Alasan'].map((teks) => ({ teks }))],
      isi: beda.map(({ b, p }, i) => ({
        sel: [String(i + 1), b.kartu.nama, p.hal, p.kartu || '–', p.dipakai || '–', b.alasanMetodologi],
      })),
    },
  ]
}

/** Rows by unit, in the order they came. */
export function perUnit(baris: readonly BarisKertas[]): { unitId: string; unit: string; baris: BarisKertas[] }[] {
  const hasil: { unitId: string; unit: string; baris: BarisKertas[] }[] = []
  for (const b of baris) {
    const ada = hasil.find((h) => h.unitId === b.unitId)
    if (ada) ada.baris.push(b)
    else hasil.push({ unitId: b.unitId, unit: b.unit, baris: [b] })
  }
  return hasil
}
