import { createCanvas, loadImage } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { type Blok, buatWord, type Grafik } from '../../../src/inti/dokumen/index.ts'
import { halamanDaftarIsi, susunTataLetak } from '../../../src/inti/dokumen/tata-letak.ts'
import { bukaZip } from '../../bantuan/zip.ts'
import { buatDokumen, buatTabel, teksPerHalaman } from './contoh.ts'

/** The main part of a Word file, and all its text. */
async function bacaWord(isi: Blok[], lain: Parameters<typeof buatDokumen>[1] = {}) {
  const berkas = await bukaZip(await buatWord(buatDokumen(isi, lain)))
  const xml = berkas.get('word/document.xml')?.toString('utf8') ?? ''
  const kaki = [...berkas].filter(([nama]) => /footer\d*\.xml$/.test(nama)).map(([, b]) => b.toString('utf8'))
  const teks = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, t]) => t).join('|')
  return { xml, teks, kaki: kaki.join('') }
}

const BAB: Blok[] = [
  { jenis: 'judul', tingkat: 1, teks: 'DAFTAR ISI' },
  { jenis: 'daftarIsi' },
  { jenis: 'pemisahHalaman' },
  { jenis: 'judul', tingkat: 1, teks: 'BAB I', subjudul: 'PENDAHULUAN' },
  { jenis: 'judul', tingkat: 2, teks: 'A. Latar Belakang' },
  { jenis: 'paragraf', teks: 'Kecamatan <Taman> & sekitarnya.' },
  { jenis: 'pemisahHalaman' },
  { jenis: 'judul', tingkat: 1, teks: 'BAB II' },
  { ...buatTabel(60), judul: 'Tabel 2.1 Capaian Kinerja' },
  { jenis: 'judul', tingkat: 2, teks: 'B. Setelah tabel panjang' },
]

describe('dokumen sebagai Word', () => {
  it('judul menjadi judul bertingkat, teks utuh, tanda < dan & tidak merusak berkas', async () => {
    const { xml, teks } = await bacaWord(BAB)
    expect(xml.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(3)
    expect(xml.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(2)
    expect(teks).toContain('Kecamatan &lt;Taman&gt; &amp; sekitarnya.')
  })

  it('tabel: kepala berulang di tiap halaman, baris tidak terpotong, judul tabel di atasnya, angka rata kanan', async () => {
    const { xml } = await bacaWord(BAB)
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(61)
    expect(xml).toMatch(/<w:pStyle w:val="Caption"\/>[\s\S]*?Tabel 2\.1 Capaian Kinerja/)
    expect(xml.match(/<w:jc w:val="right"\/>/g)?.length).toBeGreaterThanOrEqual(60)
  })

  it('kolom angka selebar angkanya, seberapa kecil pun bobotnya: Word tidak memotong rupiah menjadi dua baris', async () => {
    const rupiah = { bobot: 0.1, rata: 'angka' } as const
    const { xml } = await bacaWord([
      {
        jenis: 'tabel',
        kolom: [{ bobot: 20 }, rupiah, rupiah],
        kepala: [[{ teks: 'Program' }, { teks: 'Pagu' }, { teks: 'Realisasi' }]],
        isi: [{ sel: ['Program penunjang urusan', '16.385.200.000', '9.936.028.637'] }],
      },
    ])
    const lebar = [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, w]) => Number(w))
    // digits are half an em wide, points a quarter; type of 10 pt, 20 twips a point
    expect(lebar[1]).toBeGreaterThan((11 * 0.5 + 3 * 0.25) * 10 * 20)
    expect(lebar[0]).toBeGreaterThan(lebar[1] ?? 0)
  })

  it('daftar isi menyebut setiap judul sesudahnya dengan halaman PDF-nya, dan Word tidak perlu bertanya', async () => {
    const dokumen = buatDokumen(BAB)
    const halaman = halamanDaftarIsi(dokumen)
    const isi = teksPerHalaman(susunTataLetak(dokumen))
    expect(halaman).toHaveLength(4)
    for (const [ke, judul] of ['BAB I|', 'A. Latar Belakang', 'BAB II', 'B. Setelah tabel panjang'].entries())
      expect(isi[(halaman[ke] ?? 0) - 1], judul).toContain(judul)
    expect(isi[0]).toContain(`BAB I PENDAHULUAN`)
    expect(isi[0]).toMatch(/B\. Setelah tabel panjang\|\.{3,}\|\d/)
    const { xml } = await bacaWord(BAB)
    expect(xml).toContain('TOC \\h \\o &quot;1-3&quot;')
    expect(xml).not.toContain('w:dirty="true"')
  })

  it('kop, nomor halaman x dari y, tanda tangan dalam satu baris yang tidak terpotong', async () => {
    const ttd: Blok = {
      jenis: 'tandaTangan',
      pihak: [{ pengantar: ['Taman, 6 Juli 2026'], jabatan: ['CAMAT TAMAN,'], nama: 'CAMAT', nomorInduk: 'NIP. 1' }],
    }
    const kop = { instansi: ['PEMERINTAH KABUPATEN PEMALANG', 'KECAMATAN TAMAN'], alamat: 'Jalan Contoh' }
    const { teks, kaki, xml } = await bacaWord([{ jenis: 'paragraf', teks: 'Isi' }, ttd], { kop })
    expect(teks).toContain('PEMERINTAH KABUPATEN PEMALANG|KECAMATAN TAMAN|Jalan Contoh')
    expect(teks).toContain('Taman, 6 Juli 2026|CAMAT TAMAN,')
    expect(kaki).toContain('NUMPAGES')
    expect(xml).toMatch(/<w:cantSplit\/>/)
  })

  it('sel yang membentang, kotak centang, bingkai, dan gambar yang hilang tetap membuka berkas yang sah', async () => {
    const { teks } = await bacaWord([
      {
        jenis: 'tabel',
        kolom: [{ bobot: 1 }, { bobot: 1 }, { bobot: 1 }],
        kepala: [
          [
            { teks: 'A', kolom: 2 },
            { teks: 'B', baris: 2 },
          ],
          [{ teks: 'a1' }, { teks: 'a2' }],
        ],
        isi: [{ sel: [{ teks: 'x', baris: 2 }, 'y', { teks: '', centang: true }] }, { sel: ['y2', 'z2'] }],
      },
      { jenis: 'kotakCentang', butir: [{ teks: 'Segera', dicentang: true }] },
      { jenis: 'bingkai', baris: [{ sel: [{ bobot: 1, isi: [{ jenis: 'paragraf', teks: 'dalam kotak' }] }] }] },
      { jenis: 'gambar', sumber: 'tidak-ada', uraian: 'Grafik capaian', lebarMm: 50, tinggiMm: 20 },
    ])
    expect(teks).toContain('☑')
    expect(teks).toContain('dalam kotak')
    expect(teks).toContain('Gambar tidak tersedia: Grafik capaian')
  })

  it('pohon yang bukan dokumen ditolak dengan sebutan letaknya', async () => {
    await expect(buatWord({ ...buatDokumen([]), ukuran: 'A5' as 'A4' })).rejects.toThrow(/ukuran/)
  })

  it('grafik menjadi gambar: SVG yang tajam, PNG untuk program lama, kalimatnya sebagai uraian', async () => {
    const grafik: Grafik = {
      lebar: 320,
      tinggi: 60,
      uraian: 'Capaian <IKM> naik dari 82,5 ke 84,1 & melampaui target.',
      bentuk: [
        { t: 'jejak', titik: [0, 50, 320, 50], tutup: false, gaya: 'sumbu' },
        { t: 'kotak', x: 10, y: 10, lebar: 40, tinggi: 40, gaya: 'titik' },
      ],
      teks: [{ x: 60, y: 30, teks: 'IKM 84,1', ukuran: 12, rata: 'kiri' }],
    }
    const berkas = await bukaZip(await buatWord(buatDokumen([{ jenis: 'grafik', grafik }])))
    const xml = berkas.get('word/document.xml')?.toString('utf8') ?? ''
    const hubungan = berkas.get('word/_rels/document.xml.rels')?.toString('utf8') ?? ''
    const media = (akhiran: string) =>
      [...berkas.keys()].find((nama) => nama.startsWith('word/media/') && nama.endsWith(akhiran)) ?? ''
    const id = (nama: string) =>
      new RegExp(`Id="([^"]+)"[^>]*Target="${nama.replace('word/', '')}"`).exec(hubungan)?.[1]
    expect(id(media('.png'))).toBeDefined()
    expect(xml).toContain(`<a:blip r:embed="${id(media('.png'))}"`)
    expect(xml).toMatch(new RegExp(`<asvg:svgBlip[^>]*r:embed="${id(media('.svg'))}"`))
    expect(xml).toContain('descr="Capaian &lt;IKM&gt; naik dari 82,5 ke 84,1 &amp; melampaui target."')
    const svg = berkas.get(media('.svg'))?.toString('utf8') ?? ''
    expect(svg).toContain('viewBox="0 0 320 60"')
    expect(svg).not.toContain('<text')
    const png = await loadImage(berkas.get(media('.png')) ?? Buffer.alloc(0))
    expect(png.width).toBe(Math.round((320 * 300) / 72))
    const kanvas = createCanvas(png.width, png.height)
    const kuas = kanvas.getContext('2d')
    kuas.drawImage(png, 0, 0)
    const piksel = (x: number, y: number) => [
      ...kuas.getImageData(Math.round((x * 300) / 72), Math.round((y * 300) / 72), 1, 1).data,
    ]
    expect(piksel(30, 30)).toEqual([0x1f, 0x5a, 0xa6, 255])
    expect(piksel(200, 20)).toEqual([255, 255, 255, 255])
    const tulisan = kuas.getImageData(Math.round((60 * 300) / 72), Math.round((20 * 300) / 72), 200, 42).data
    expect(tulisan.some((nilai, ke) => ke % 4 === 0 && nilai < 40)).toBe(true)
  })
})
