import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { excelSop } from '../../../src/modul/sop/bawa/buku-sop.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { sopBenih } from '../../bantuan/sop-contoh.ts'
import { sidikBasisData } from '../http/kantor-berjalan.ts'
import { formulir, KANTOR, sel, zip } from './siapkan-formulir.ts'
import { bawaYaml, yamlUji } from './siapkan-sop.ts'

let app: AplikasiUji
let sakip: OrangUji
beforeAll(async () => {
  app = await bukaAplikasiUji()
  sakip = await app.masukSebagai('sakip1')
})
afterAll(() => app.tutup())

const unggah = (nama: string, isi: Buffer, sopId = '') =>
  sakip.unggah('/sop/unggahan', { sopId }, { berkas: { nama, isi } })
const rapi = (teks: string) => teks.replace(/\s+/g, ' ')

type Jahil = [apa: string, nama: string, isi: () => Promise<Buffer> | Buffer, kalimat: RegExp, status?: number]

describe('berkas jahil ditolak dengan kalimat, tidak ada yang berubah, peladen tetap hidup', () => {
  const besar = (n: number) => Buffer.alloc(n, 65)
  const JAHIL: readonly Jahil[] = [
    ['Excel lama', 'sop.xls', () => besar(100), /Simpan ulang sebagai Excel \(\.xlsx\)/],
    ['Excel bermakro menurut namanya', 'sop.xlsm', () => besar(100), /tanpa makro/],
    ['PDF', 'sop.pdf', () => Buffer.from('%PDF-1.4\n%%EOF\n'), /Yang dapat dibawa masuk: YAML/],
    ['PDF yang bernama xlsx', 'sop.xlsx', () => Buffer.from('%PDF-1.4\n%%EOF\n'), /rusak atau bukan Excel/],
    ['ZIP yang bukan buku kerja', 'sop.xlsx', () => zip({ 'a.txt': besar(10) }), /bukan buku kerja Excel/],
    [
      'ZIP terpotong',
      'sop.xlsx',
      async () => (await excelSop(sopBenih('taman-pengumpulan.yaml'), KANTOR)).subarray(0, 9000),
      /rusak atau bukan Excel/,
    ],
    ['Excel kosong', 'sop.xlsx', () => Buffer.alloc(0), /kosong \(0 byte\)/],
    ['berkas kosong', 'sop.yaml', () => Buffer.alloc(0), /Harus berupa sekelompok isian|bukan SOP/],
    [
      'bom ZIP',
      'sop.xlsx',
      () => zip({ 'xl/workbook.xml': Buffer.from('<a/>'), 'xl/worksheets/sheet1.xml': Buffer.alloc(60_000_000) }),
      /jauh lebih besar daripada formulir/,
    ],
    [
      'ribuan berkas di dalam',
      'sop.xlsx',
      () => zip(Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`a${i}.xml`, besar(1)]))),
      /jauh lebih besar daripada formulir/,
    ],
    [
      'makro di dalam',
      'sop.xlsx',
      () => zip({ 'xl/workbook.xml': Buffer.from('<a/>'), 'xl/vbaProject.bin': besar(10) }),
      /memuat makro/,
    ],
    ['lebih dari 2 MB', 'sop.yaml', () => besar(2_100_000), /paling besar 2 MB/, 413],
    ['YAML raksasa', 'sop.yaml', () => Buffer.from(`a: ${'x'.repeat(600_000)}`), /Terlalu besar/],
    [
      'YAML beranak pinak',
      'sop.yaml',
      () =>
        Buffer.from(
          `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((k, i) => `${k}: &${k} [${Array(9).fill(`*${'abcdefg'[i]}`)}]`).join('\n')}\nlangkah: *h\n`,
        ),
      /Rujukan \(&amp; dan \*\)/,
    ],
    ['YAML dengan huruf rusak', 'sop.yaml', () => Buffer.from([0x6b, 0xff, 0xfe, 0x00]), /bukan teks/],
    ['YAML yang bukan SOP', 'sop.yml', () => Buffer.from('versi: 2\nservices: {}\n'), /bukan SOP/],
    [
      'rumus',
      'sop.xlsx',
      () =>
        formulir((b) => {
          sel(b, 'Langkah', [6, 'Uraian']).value = { formula: 'HYPERLINK("http://x","klik")', result: 'klik' }
        }),
      /memuat rumus \(Langkah!C6\)/,
    ],
    [
      'templat lama',
      'sop.xlsx',
      () =>
        formulir((b) => {
          const ws = b.getWorksheet('Langkah')
          if (ws) ws.getCell('A2').value = 'Takar SOP 0'
        }),
      /bukan templat yang sekarang/,
    ],
    ['lembar yang hilang', 'sop.xlsx', () => formulir((b) => b.removeWorksheet('Langkah')), /Lembar Langkah tidak ada/],
    [
      'buku kerja lain',
      'sop.xlsx',
      async () => {
        const b = new ExcelJS.Workbook()
        b.addWorksheet('Data').addRow(['x'])
        return Buffer.from(await b.xlsx.writeBuffer())
      },
      /Lembar Identitas, Pelaksana, Langkah, Catatan tidak ada/,
    ],
    [
      'ribuan baris',
      'sop.xlsx',
      () =>
        formulir((b) => {
          const ws = b.getWorksheet('Catatan')
          for (let i = 0; i < 3000; i++) ws?.addRow(['x'])
        }),
      /terlalu panjang/,
    ],
  ]

  it.each(JAHIL)('%s', async (_apa, nama, isi, kalimat, status = 422) => {
    const sebelum = await sidikBasisData(app)
    const jawab = await unggah(nama, await isi())
    expect(jawab.status).toBe(status)
    expect(rapi(jawab.text)).toMatch(kalimat)
    expect(await sidikBasisData(app)).toEqual(sebelum)
    expect((await sakip.buka('/sop')).status).toBe(200)
  })

  it('gabungan sel dan aturan selebar lembar tidak membuat peladen berputar', { timeout: 30_000 }, async () => {
    const isi = await formulir((buku) => {
      const ws = buku.getWorksheet('Kantor')
      if (ws) ws.autoFilter = 'A1:XFD1048576'
    })
    const luas = await gantiXml(
      isi,
      /<autoFilter[^>]*\/>/g,
      '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
    )
    expect((await unggah('sop.xlsx', luas)).status).toBe(303)
  })

  it('tanpa berkas dan tanpa tulisan: 422 dengan kalimat di isiannya', async () => {
    const jawab = await sakip.unggah('/sop/unggahan', { sopId: '', teks: '' }, {})
    expect(jawab.status).toBe(422)
    expect(jawab.text).toContain('Pilih berkas, atau tempelkan YAML.')
    expect((await sakip.unggah('/sop/unggahan', { sopId: 'x', teks: 'a: 1' }, {})).status).toBe(422)
  })

  it('tulisan HTML di setiap isian tampil sebagai tulisan', async () => {
    const jahat = '<script>alert(1)</script><b>'
    const sop = await bawaYaml(
      sakip,
      yamlUji(
        {
          kode: 'html',
          nama: jahat,
          identitas: {
            disahkanOleh: { nama: jahat },
            nomor: jahat,
            instansi: [jahat],
            peringatan: [jahat],
            dasarHukum: [jahat],
          },
          catatan: [{ letak: jahat, temuan: jahat, penyelesaian: jahat }],
        },
        [{ kode: 'A', uraian: jahat, kelengkapan: [jahat], keluaran: jahat, ket: jahat, uraianAsli: jahat }],
      ),
    )
    for (const jalur of [
      '',
      '/langkah',
      '/versi',
      '/pemeriksaan',
      '/draf/identitas',
      '/draf/catatan',
      '/draf/langkah/A',
      '/draf/langkah/A/penghapusan',
      '/draf/pelaksana/CAMAT',
      '/salinan',
      '/pengajuan',
    ]) {
      const { text, status } = await sakip.buka(sop + jalur)
      expect(status, jalur).toBe(200)
      expect(text, jalur).not.toContain('<script>alert')
      expect(text, jalur).toContain('&lt;script&gt;')
    }
  })
})

/** A workbook with something replaced in the XML of its sheets. */
async function gantiXml(isi: Buffer, pola: RegExp, ganti: string): Promise<Buffer> {
  const { bukaZip } = await import('../../bantuan/zip.ts')
  const semua = [...(await bukaZip(isi))].map(([nama, badan]): [string, Buffer] => [
    nama,
    /worksheets\/sheet/.test(nama) ? Buffer.from(badan.toString('utf8').replace(pola, ganti)) : badan,
  ])
  return zip(Object.fromEntries(semua))
}
