import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { folderProyek } from '../src/inti/konfigurasi/index.ts'
import type { UkuranData } from './data.ts'
import type { HasilP1 } from './p1.ts'
import type { HasilP2 } from './p2.ts'
import type { HasilP7 } from './p7.ts'

export function median(angka: readonly number[]): number {
  const urut = [...angka].sort((a, b) => a - b)
  const tengah = Math.floor(urut.length / 2)
  return urut.length % 2 === 1
    ? (urut[tengah] ?? Number.NaN)
    : ((urut[tengah - 1] ?? Number.NaN) + (urut[tengah] ?? Number.NaN)) / 2
}

export type HasilBench = {
  readonly ukuran: UkuranData
  readonly versiPostgres: string
  readonly terikat: boolean
  readonly detik: number
  readonly putaran: number
  readonly p1: readonly HasilP1[] | null
  readonly p2: HasilP2 | null
  /** page → number of statements, session and person included */
  readonly p6: Readonly<Record<string, number>>
  readonly p7: HasilP7 | null
}

const BATAS = { p95: 4, laju: 0.35, simpan: 0.3, kueri: 7, mulai: 1.5, memori: 210 }
const angka = (n: number, desimal = 1) => n.toFixed(desimal)
const nilai = (tercapai: boolean) => (tercapai ? 'ya' : '**tidak**')

/** The tables as Markdown, for the console and for bench/HASIL.md. */
export function susunHasil(h: HasilBench): string {
  const { kantor, bulan, bukti, kecamatan } = h.ukuran
  return [
    '# Hasil `npm run bench`',
    '',
    `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC · ${cpus().length} inti ${cpus()[0]?.model.trim() ?? ''} · ${Math.round(totalmem() / 1e9)} GB · Node ${process.versions.node} · PostgreSQL ${h.versiPostgres} (fsync on)`,
    '',
    `Data: ${kecamatan} kecamatan, masing-masing ${bulan} bulan × ${kantor.indikator} indikator × ${kantor.unit} unit × ${kantor.orang} orang, ${bukti.toLocaleString('id-ID')} bukti. ` +
      `Aplikasi di inti 0, basis data dan pengukur di inti 1${h.terikat ? '' : ' (tidak diikat: taskset tidak ada)'}. Median ${h.putaran} putaran × ${h.detik} detik, urutan dibalik tiap putaran. ` +
      'Angka mutlak bergantung mesin; yang dinilai perbandingannya dengan lantai pada putaran yang sama.',
    ...(h.p1 ? tabelP1(h.p1) : []),
    ...(h.p2 ? tabelP2(h.p2) : []),
    ...tabelP6(h.p6),
    ...(h.p7 ? tabelP7(h.p7) : []),
    '',
  ].join('\n')
}

function tabelP1(p1: readonly HasilP1[]): string[] {
  return [
    '',
    '## P1 Halaman baca',
    '',
    'Lantai: Express + templat yang sama, mengirim HTML yang sama dari data siap di memori. p50/p95: 50 sambungan, 50 permintaan per detik yang datang serentak; ' +
      'p95 rata: laju yang sama tersebar rata; per detik: 50 sambungan tanpa jeda. Waktu dalam ms. Selama itu seorang pegawai menyimpan satu isian tiap detik.',
    '',
    '| halaman | KB | p50 | p95 | p95 lantai | p95 ÷ lantai (≤ 4) | p95 rata ÷ lantai | per detik | lantai | laju ÷ lantai (≥ 0,35) | tercapai |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|',
    ...p1.map(({ judul, byte, aplikasi: a, lantai: l }) => {
      const p95 = a.p95 / l.p95
      const laju = a.perDetik / l.perDetik
      return `| ${judul} | ${angka(byte / 1000)} | ${angka(a.p50)} | ${angka(a.p95)} | ${angka(l.p95)} | ${angka(p95, 2)} | ${angka(a.p95Rata, 1)} ÷ ${angka(l.p95Rata, 1)} = ${angka(a.p95Rata / l.p95Rata, 2)} | ${angka(a.perDetik, 0)} | ${angka(l.perDetik, 0)} | ${angka(laju, 2)} | ${nilai(p95 <= BATAS.p95 && laju >= BATAS.laju)} |`
    }),
  ]
}

function tabelP2({ simpan, p95, polos, rantai }: HasilP2): string[] {
  return [
    '',
    '## P2 Simpan satu isian',
    '',
    'Lantai: satu pernyataan (ubah bila versi cocok + catat jejak) lewat pg tanpa HTTP, pada salinan tabel tanpa pemicu dan tanpa RLS. Masing-masing 8 klien.',
    '',
    '| | simpan per detik | ÷ lantai | tercapai |',
    '|---|---:|---:|---|',
    `| lewat HTTP: sesi, orang, kecamatan, kunci, versi, jejak berantai (p95 ${angka(p95)} ms) | ${angka(simpan, 0)} | ${angka(simpan / polos, 2)} (≥ 0,30) | ${nilai(simpan / polos >= BATAS.simpan)} |`,
    `| lantai | ${angka(polos, 0)} | 1 | |`,
    `| pernyataan yang sama pada tabel aplikasi (rantai jejak, RLS) | ${angka(rantai, 0)} | ${angka(rantai / polos, 2)} | |`,
  ]
}

function tabelP6(p6: Readonly<Record<string, number>>): string[] {
  return [
    '',
    '## P6 Kueri per halaman',
    '',
    'Termasuk satu kueri sesi dan satu kueri orang; jadi paling banyak 7. Jumlah tetap per rute dijaga tests/integrasi/kinerja/kueri-per-halaman.test.ts.',
    '',
    '| halaman | kueri | tercapai |',
    '|---|---:|---|',
    ...Object.entries(p6).map(([judul, jumlah]) => `| ${judul} | ${jumlah} | ${nilai(jumlah <= BATAS.kueri)} |`),
  ]
}

function tabelP7({ detik, awal, aplikasi, basisData }: HasilP7): string[] {
  const mb = (n: number | null) => (n === null ? 'tidak terbaca' : angka(n, 0))
  return [
    '',
    '## P7 Mulai dan memori',
    '',
    '| | hasil | sasaran | tercapai |',
    '|---|---:|---:|---|',
    `| mulai dengan basis data yang sudah ada, sampai port menjawab (s) | ${angka(detik, 2)} | ≤ 1,5 | ${nilai(detik <= BATAS.mulai)} |`,
    `| memori diam (PSS, MB): aplikasi ${mb(aplikasi)} + basis data ${mb(basisData)} | ${mb(awal)} | ≤ 210 | ${nilai(awal !== null && awal <= BATAS.memori)} |`,
  ]
}

export function tulisHasil(teks: string): void {
  writeFileSync(join(folderProyek, 'bench/HASIL.md'), teks)
}
