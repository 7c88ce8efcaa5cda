import { formatAngka } from '../../../inti/angka/index.ts'
import { type BarisTabel, type Dokumen, kopKecamatan } from '../../../inti/dokumen/index.ts'
import { tanggalPanjang } from '../../../inti/waktu/index.ts'
import type { Kecamatan } from '../../organisasi/index.ts'
import { nilaiIndikator } from '../istilah.ts'
import type { Renstra } from '../kueri-renstra.ts'
import type { BarisPaguIndikatif } from './kueri-pagu.ts'
import type { BarisTarget } from './kueri-target.ts'
import { jumlahPagu, kolomPagu, susunSimpulPagu } from './pagu.ts'
import { kolomTarget, type SelTarget, selPada, targetAkhir } from './target.ts'

type Bahan = {
  readonly renstra: Renstra
  readonly ikk: readonly BarisTarget[]
  readonly pagu: readonly BarisPaguIndikatif[]
  readonly kecamatan: Kecamatan
  /** YYYY-MM-DD */
  readonly hari: string
}

/** Targets of a Renstra on F4 across: tujuan, sasaran, indicator, unit of measure, baseline, years, end; then its money. */
export function susunDokumenRenstra({ renstra, ikk, pagu, kecamatan, hari }: Bahan): Dokumen {
  const tahun = kolomTarget(renstra).slice(1, -1)
  const dasar = [
    renstra.nomor && `Nomor ${renstra.nomor}`,
    renstra.tanggal && `tanggal ${tanggalPanjang(renstra.tanggal)}`,
  ]
  return {
    judul: `Target ${renstra.nama}`,
    jenis: 'Target Rencana Strategis',
    ukuran: 'F4',
    arah: 'mendatar',
    kop: kopKecamatan(kecamatan),
    tanggal: hari,
    isi: [
      { jenis: 'judul', tingkat: 1, teks: 'TUJUAN, SASARAN, DAN TARGET KINERJA', subjudul: renstra.nama.toUpperCase() },
      { jenis: 'paragraf', teks: dasar.filter(Boolean).join(' '), rata: 'tengah', huruf: 'kecil' },
      {
        jenis: 'tabel',
        judul: 'Indikator kinerja utama',
        kolom: [{ bobot: 6, rata: 'tengah' }, { bobot: 34 }, { bobot: 10, rata: 'tengah' }, ...angka(tahun.length + 2)],
        kepala: [
          [
            { teks: 'No', baris: 2 },
            { teks: 'Indikator kinerja', baris: 2 },
            { teks: 'Satuan', baris: 2 },
            { teks: `Kondisi awal ${renstra.tahunAwal - 1}`, baris: 2 },
            { teks: 'Target', kolom: tahun.length },
            { teks: 'Kondisi akhir', baris: 2 },
          ],
          tahun.map((t) => ({ teks: String(t.tahun) })),
        ],
        nomorKolom: true,
        huruf: 'kecil',
        isi: barisIku(renstra),
      },
      ...tabelIkk(renstra, ikk),
      ...tabelPagu(renstra, pagu),
    ],
  }
}

const angka = (banyak: number) => Array.from({ length: banyak }, () => ({ bobot: 8, rata: 'angka' as const }))

/** The figures of one indicator: baseline, years, end. */
export const selTarget = (
  renstra: Pick<Renstra, 'tahunAwal' | 'tahunAkhir'>,
  target: readonly SelTarget[],
): string[] => {
  const tulis = (sel: SelTarget | null) => nilaiIndikator(sel ?? { nilai: null })
  const kolom = kolomTarget(renstra)
  return [...kolom.slice(0, -1).map((k) => tulis(selPada(target, k))), tulis(targetAkhir(target, renstra))]
}

function barisIku(renstra: Renstra): BarisTabel[] {
  const lebar = kolomTarget(renstra).length + 3
  const isi = renstra.tujuan.flatMap((t, ke) => [
    { gaya: 'subjudul' as const, sel: [{ teks: `Tujuan ${ke + 1}: ${t.uraian}`, kolom: lebar }] },
    ...t.sasaran.flatMap((s, urut) => [
      { gaya: 'subjudul' as const, sel: [{ teks: `Sasaran ${ke + 1}.${urut + 1}: ${s.uraian}`, kolom: lebar }] },
      ...s.indikator.map((i, nomor) => ({
        sel: [`${ke + 1}.${urut + 1}.${nomor + 1}`, i.nama, i.satuan, ...selTarget(renstra, i.target)],
      })),
    ]),
  ])
  return isi.length > 0 ? isi : [{ sel: [{ teks: 'Tujuan dan sasaran belum ditulis.', kolom: lebar }] }]
}

function tabelIkk(renstra: Renstra, ikk: readonly BarisTarget[]): Dokumen['isi'] {
  if (ikk.length === 0) return []
  const kolom = kolomTarget(renstra)
  return [
    { jenis: 'jarak', mm: 4 },
    {
      jenis: 'tabel',
      judul: 'Indikator program, kegiatan, dan sub kegiatan',
      kolom: [{ bobot: 17 }, { bobot: 33 }, { bobot: 10, rata: 'tengah' }, ...angka(kolom.length)],
      kepala: [
        ['Kode', 'Indikator', 'Satuan', ...kolom.map((k) => k.judul.replace('Target ', ''))].map((teks) => ({ teks })),
      ],
      huruf: 'kecil',
      isi: ikk.map((i) => ({ sel: [i.letak, i.nama, i.satuan, ...selTarget(renstra, i.target)] })),
    },
  ]
}

/** Pagu indikatif per year: programs and kegiatan as sums above their sub kegiatan. Nothing while none was written. */
function tabelPagu(renstra: Renstra, pagu: readonly BarisPaguIndikatif[]): Dokumen['isi'] {
  if (jumlahPagu(pagu, null) === null) return []
  const tahun = kolomPagu(renstra).map((k) => k.tahun)
  const uang = (sub: readonly BarisPaguIndikatif[]) => [...tahun, null].map((t) => formatAngka(jumlahPagu(sub, t)))
  return [
    { jenis: 'jarak', mm: 4 },
    {
      jenis: 'tabel',
      judul: 'Pagu indikatif program, kegiatan, dan sub kegiatan (rupiah)',
      kolom: [{ bobot: 19 }, { bobot: 41 }, ...tahun.map(() => UANG), UANG],
      kepala: [['Kode', 'Program, kegiatan, sub kegiatan', ...tahun.map(String), 'Jumlah'].map((teks) => ({ teks }))],
      huruf: 'kecil',
      isi: [
        ...susunSimpulPagu(pagu).map(({ tingkat, kode, nama, sub }) => ({
          sel: [kode, nama, ...uang(sub)].map((teks) => ({ teks, tebal: tingkat !== 'sub-kegiatan' })),
        })),
        { gaya: 'jumlah', sel: [{ teks: 'Jumlah', kolom: 2 }, ...uang(pagu)] },
      ],
      catatan: ['Pagu dijumlahkan dari sub kegiatan, masing-masing satu kali. Tanda – berarti belum ditetapkan.'],
    },
  ]
}
const UANG = { bobot: 16, rata: 'angka' as const }
