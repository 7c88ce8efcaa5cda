import { Buffer } from 'node:buffer'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { berupaTanggal } from '../../../src/modul/impor/baca-buku.ts'
import { bacaIsi } from '../../../src/modul/impor/baca-isi.ts'
import { MAKS_BARIS_LEMBAR, nomorKolom } from '../../../src/modul/impor/baca-lembar-xml.ts'
import type { NilaiBaris } from '../../../src/modul/impor/definisi.ts'
import { baca, bukuMentah, LEMBAR_CONTOH, tulisContoh, zipBuku } from './contoh.ts'

const MEGA = 1_048_576
const sel = async (baris: string, lain = {}) => {
  const hasil = await baca(await bukuMentah(baris, lain))
  return 'lembar' in hasil ? hasil.lembar.flatMap((l) => l.baris) : hasil.ditolak
}

/** The same ZIP, telling another size of its unpacked content. */
function mengakuBerukuran(zip: Buffer, { asli, palsu }: { asli: number; palsu: number }): Buffer {
  const [dicari, ganti] = [asli, palsu].map((n) => {
    const isi = Buffer.alloc(4)
    isi.writeUInt32LE(n)
    return isi
  })
  const hasil = Buffer.from(zip)
  if (!dicari || !ganti || hasil.indexOf(dicari) < 0) throw new Error('ukuran tidak ditemukan di ZIP')
  for (let di = hasil.indexOf(dicari); di >= 0; di = hasil.indexOf(dicari, di + 1)) ganti.copy(hasil, di)
  return hasil
}

describe('buku yang ditulis terbaca kembali persis', () => {
  const angka = fc
    .tuple(fc.bigInt({ min: 0n, max: 999_999_999_999n }), fc.integer({ min: 0, max: 99 }))
    .map(([bulat, sen]) => (sen === 0 ? String(bulat) : `${bulat}.${String(sen).padStart(2, '0').replace(/0$/, '')}`))
  const teks = fc.stringMatching(/^[A-Za-z0-9&<>"'.,/()%=+@-][A-Za-z0-9 &<>"'.,/()%=+@-]{0,30}$/).map((t) => t.trim())
  const tanggal = fc
    .date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10))
  const mungkin = <T>(isi: fc.Arbitrary<T>) => fc.option(isi, { nil: null })
  const baris: fc.Arbitrary<NilaiBaris> = fc.record({
    kode: fc.stringMatching(/^7\.01\.0[1-6]\.2\.0[1-9]\.00[0-9]{2}$/),
    kelurahan: mungkin(teks),
    nama: mungkin(teks),
    pagu: angka,
    target: mungkin(angka),
    urut: mungkin(fc.integer({ min: 0, max: 99_999 }).map(String)),
    tanggal: mungkin(tanggal),
    dana: mungkin(fc.constantFrom('PAD', 'DAU')),
  })

  it('apa pun isinya: rupiah dengan sen, tanggal, teks dengan tanda baca, kosong tetap kosong', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(baris, {
          selector: (b) => `${b.kode}|${b.kelurahan?.toLowerCase()}`,
          minLength: 1,
          maxLength: 12,
        }),
        async (daftar) => {
          const buku = await baca(await tulisContoh(daftar))
          if ('ditolak' in buku) throw new Error(buku.ditolak)
          const hasil = bacaIsi(buku, [LEMBAR_CONTOH], 'Contoh')
          if ('ditolak' in hasil) throw new Error(hasil.ditolak)
          expect(hasil.salah).toEqual([])
          expect(hasil.isi.belanja?.map((b) => b.nilai)).toEqual(daftar.map(({ nama: _, ...isi }) => isi))
        },
      ),
      { numRuns: 8 },
    )
  })

  it('templat kosong: daftar pilihan, judul bertanda wajib, petunjuk tiap kolom', async () => {
    const buku = new ExcelJS.Workbook()
    await buku.xlsx.load((await tulisContoh([])).buffer as ArrayBuffer)
    expect(buku.worksheets.map((w) => w.name)).toEqual(['Petunjuk', 'Belanja', 'Pilihan'])
    const ws = buku.getWorksheet('Belanja')
    expect(ws?.getCell('A3').value).toBe('Kode *')
    expect(ws?.getCell('H4').dataValidation).toMatchObject({ type: 'list', formulae: ['Pilihan!$A$1:$A$2'] })
    expect(buku.getWorksheet('Pilihan')?.state).toBe('hidden')
  })
})

describe('sel dari program lain', () => {
  it('teks bersama, teks di tempat, awalan XML, baris dan sel tanpa letak, teks berformat', async () => {
    const hasil = await sel(
      '<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>dua </x:t></x:is></x:c><x:c><x:v>3</x:v></x:c></x:row>',
      {
        'xl/sharedStrings.xml': '<sst><si><r><t>sa</t></r><r><t>tu</t></r><rPh><t>abaikan</t></rPh></si></sst>',
        'xl/worksheets/sheet1.xml':
          '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>dua_x000D_</x:t></x:is></x:c><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      },
    )
    expect(hasil).toEqual([
      {
        nomor: 1,
        sel: [
          [1, 't', 'satu'],
          [2, 't', 'dua\r'],
          [3, 'n', '3'],
        ],
      },
    ])
  })

  it('angka seperti yang tampak di Excel, tanggal menurut formatnya, ya/tidak, rumus dan galat disebut', async () => {
    const gaya =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-421]dd mmmm yyyy"/><numFmt numFmtId="165" formatCode="&quot;Rp&quot;#,##0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'
    const hasil = await sel(
      '<row r="5"><c r="A5"><v>1.1000000000000001</v></c><c r="B5" s="1"><v>46055.75</v></c><c r="C5" s="2"><v>46054</v></c><c r="D5" s="3"><v>2006320505</v></c><c r="E5" t="b"><v>1</v></c><c r="F5"><f>SUM(A1:A4)</f><v>9</v></c><c r="G5" t="e"><v>#REF!</v></c><c r="H5"><v>1E+20</v></c><c r="I5" t="d"><v>2026-03-04T00:00:00Z</v></c><c r="J5" s="1"/></row>',
      { 'xl/styles.xml': gaya },
    )
    expect(hasil).toEqual([
      {
        nomor: 5,
        sel: [
          [1, 'n', '1.1'],
          [2, 'd', '2026-02-02'],
          [3, 'd', '2026-02-01'],
          [4, 'n', '2006320505'],
          [5, 'b', '1'],
          [6, 'r', ''],
          [7, 'g', '#REF!'],
          [8, 'n', '100000000000000000000'],
          [9, 'd', '2026-03-04'],
        ],
      },
    ])
    expect(nomorKolom('BC12')).toBe(55)
    expect(['dd/mm/yyyy', 'yyyy-mm-dd', 'd mmm'].map(berupaTanggal)).toEqual([true, true, true])
    expect(['#,##0.00', 'General', '"hari" 0', '_-* #,##0_-'].map(berupaTanggal)).toEqual([false, false, false, false])
  })
})

describe('berkas yang berniat buruk ditolak dengan satu kalimat', () => {
  it('bukan ZIP, terpotong, kosong, ZIP tanpa buku kerja', async () => {
    const sah = Buffer.from(await tulisContoh([]))
    for (const isi of [
      Buffer.from('bukan excel'),
      Buffer.alloc(0),
      sah.subarray(0, sah.length - 200),
      await zipBuku({ 'a.txt': 'x' }),
    ])
      expect(await baca(isi)).toEqual({ ditolak: expect.stringContaining('simpan ulang sebagai Buku Kerja Excel') })
  })

  it('bom ZIP: ukuran sesudah dibuka diperiksa sebelum dibuka', async () => {
    const bom = mengakuBerukuran(await bukuMentah('', { 'xl/worksheets/sheet1.xml': Buffer.alloc(54_321, 32) }), {
      asli: 54_321,
      palsu: 61 * MEGA,
    })
    expect(await baca(bom)).toEqual({ ditolak: expect.stringContaining('lebih besar dari 60 MB') })
  })

  it('bom ZIP yang berbohong tentang ukurannya berhenti pada ukuran yang disebutnya', async () => {
    const bom = await bukuMentah('', { 'xl/worksheets/sheet1.xml': Buffer.alloc(8 * MEGA, 32) })
    const bohong = mengakuBerukuran(bom, { asli: 8 * MEGA, palsu: 100 })
    expect(await baca(bohong)).toHaveProperty('ditolak')
  })

  it('entitas XML tidak diuraikan, berkas luar tidak dibuka', async () => {
    const jahat = `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(1000)}"><!ENTITY c SYSTEM "file:///etc/passwd">]>`
    for (const entitas of ['&b;', '&c;'])
      expect(
        await baca(
          await bukuMentah('', {
            'xl/worksheets/sheet1.xml': `${jahat}<worksheet><sheetData><row><c t="str"><v>${entitas}</v></c></row></sheetData></worksheet>`,
          }),
        ),
      ).toHaveProperty('ditolak')
  })

  it('100.000 baris dan ratusan lembar', async () => {
    const baris = '<row><c><v>1</v></c></row>'.repeat(100_000)
    expect(await sel(baris)).toContain(`lebih dari ${MAKS_BARIS_LEMBAR} baris`)
    const lembar = Array.from({ length: 300 }, (_, i) => `<sheet name="L${i}" r:id="rId1"/>`).join('')
    expect(
      await sel('', { 'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${lembar}</sheets></workbook>` }),
    ).toContain('lebih dari 40 lembar')
  })

  it('baris kosong yang hanya berformat tidak dihitung', async () => {
    expect(await sel('<row r="1"><c s="1"/></row>'.repeat(20_000))).toEqual([])
  })
})
