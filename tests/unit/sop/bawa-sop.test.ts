import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bacaSopMentah, bacaSopYaml } from '../../../src/modul/sop/baca-yaml.ts'
import { bacaBerkasSop } from '../../../src/modul/sop/bawa/baca-berkas.ts'
import { excelSop } from '../../../src/modul/sop/bawa/buku-sop.ts'
import { tulisSopYaml } from '../../../src/modul/sop/bawa/tulis-yaml.ts'
import type { DefinisiSop } from '../../../src/modul/sop/index.ts'
import { sopMentahAcak } from '../../bantuan/sop-acak.ts'
import { NAMA_SOP_BENIH, sopBenih } from '../../bantuan/sop-contoh.ts'

const KANTOR = { jabatan: [], unit: [], timSakip: [] }
const lewatExcel = async (definisi: DefinisiSop) => bacaBerkasSop('sop.xlsx', await excelSop(definisi, KANTOR))
const lewatYaml = (definisi: DefinisiSop) => bacaBerkasSop('sop.yaml', Buffer.from(tulisSopYaml(definisi)))

/** Anything an author may write: all characters, several lines, what looks like a formula, a date, a number, an escape. */
const tulisan = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '=1+1',
    '_x000A_',
    '2026-03-04',
    '1e5',
    'null',
    'true',
    '~',
    '- a',
    '"',
    "'",
    '#',
    'a: b',
    'baris\nkedua\n\nketiga',
    'selesai',
    '1.250,5',
    '\u2028',
    '<b>&amp;</b>',
  ),
)
const waktu = fc.oneof(
  fc.record({
    jenis: fc.constantFrom('MENIT', 'JAM', 'HARI_KERJA', 'HARI'),
    nilai: fc.double({ min: 0.01, max: 200, noNaN: true }),
    teks: tulisan,
  }),
  fc.record({
    jenis: fc.constant('RENTANG'),
    dari: fc.integer({ min: 1, max: 9 }),
    sampai: fc.integer({ min: 9, max: 20 }),
    satuan: fc.constantFrom('MENIT', 'BULAN'),
    teks: fc.constant('5-10 Menit'),
  }),
  fc.record({
    jenis: fc.constant('KALENDER'),
    aturan: fc.constantFrom('FREQ=MONTHLY;BYDAY=1FR', 'FREQ=MONTHLY;BYDAY=-1SU'),
    teks: fc.constant('Jumat Minggu I'),
  }),
  fc.record({ jenis: fc.constant('TIDAK_ADA'), teks: tulisan }),
)
const potong = (teks: string, maks: number) => [...teks].slice(0, maks).join('')
const hiasan = fc.record({
  teks: fc.array(tulisan, { minLength: 3, maxLength: 3 }),
  daftar: fc.array(tulisan, { maxLength: 3 }),
  waktu,
  periode: fc.constantFrom(
    [],
    [
      { jenis: 'TRIWULAN', nomor: [2, 4] },
      { jenis: 'BULAN', nomor: [] },
    ],
  ),
})

/** Generated SOPs, readable in form (whether they can run is another matter), with every field used somewhere. */
const sopSembarang: fc.Arbitrary<DefinisiSop> = fc
  .tuple(sopMentahAcak, fc.array(hiasan, { minLength: 1, maxLength: 6 }), tulisan)
  .map(([mentah, hias, teks]) => {
    const tak = (isi: string | undefined, maks: number) => potong(isi ?? '', maks)
    const [h] = hias
    return bacaSopMentah({
      ...mentah,
      nama: `SOP ${tak(teks, 40)}`,
      identitas: {
        disahkanOleh: { jabatan: tak(teks, 40), nama: tak(h?.teks[0], 40), nip: '197412061993111001' },
        nomor: tak(h?.teks[1], 40),
        tanggalPembuatan: '2026-01-02',
        dasarHukum: (h?.daftar ?? []).map((t) => ({ teks: `PP ${tak(t, 40)}`, asli: tak(teks, 40), catatan: null })),
        peringatan: (h?.daftar ?? []).map((t) => `x ${tak(t, 40)}`),
      },
      catatan: [{ letak: 'Tabel', temuan: `t ${tak(teks, 40)}`, penyelesaian: 'dibetulkan' }],
      langkah: (mentah.langkah as Record<string, unknown>[]).map((l, i) => {
        const ini = hias[i % hias.length]
        return {
          ...l,
          uraian: `u ${tak(ini?.teks[0], 60)}`,
          uraianAsli: tak(ini?.teks[1], 60),
          ket: tak(ini?.teks[2], 60),
          kelengkapan: (ini?.daftar ?? []).map((t) => `k ${tak(t, 40)}`),
          waktuBaku: ini?.waktu,
          ...(l.hanyaPeriode === undefined || (l.hanyaPeriode as []).length > 0 ? {} : { hanyaPeriode: ini?.periode }),
        }
      }),
    })
  })
  .filter((hasil) => 'definisi' in hasil)
  .map((hasil) => ('definisi' in hasil ? hasil.definisi : (undefined as never)))

describe('SOP dibawa keluar lalu masuk lagi', () => {
  it.each(NAMA_SOP_BENIH)('%s: lewat Excel dan lewat YAML kembali sama', async (nama) => {
    const definisi = sopBenih(nama)
    expect(await lewatExcel(definisi)).toEqual({ definisi, kesalahan: [], asal: 'EXCEL' })
    expect(await lewatYaml(definisi)).toEqual({ definisi, kesalahan: [], asal: 'YAML' })
    expect(bacaSopYaml(tulisSopYaml(definisi))).toEqual({ definisi })
  })

  it('SOP sembarang dengan tulisan sembarang: lewat YAML kembali sama', async () => {
    await fc.assert(
      fc.asyncProperty(sopSembarang, async (definisi) => {
        expect(await lewatYaml(definisi)).toEqual({ definisi, kesalahan: [], asal: 'YAML' })
      }),
      { numRuns: 60 },
    )
  })

  it('SOP sembarang dengan tulisan sembarang: lewat Excel kembali sama', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(sopSembarang, async (definisi) => {
        expect(await lewatExcel(definisi)).toEqual({ definisi, kesalahan: [], asal: 'EXCEL' })
      }),
      { numRuns: 25 },
    )
  })
})
