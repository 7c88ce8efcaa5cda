import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { teksPdf } from '../../bantuan/baca-pdf.ts'
import { bukaZip } from '../../bantuan/zip.ts'
import { idIndikator, siapkanHasil } from '../lkjip/siapkan.ts'

let app: AplikasiUji
let siklusId: string
const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()
beforeAll(async () => {
  app = await bukaAplikasiUji()
  const hasil = await siapkanHasil(app)
  await hasil.setujui()
  siklusId = hasil.uji.siklusId
}, 180_000)
afterAll(() => app.tutup())

describe('dasbor capaian untuk Camat', () => {
  it('per sasaran, yang terendah di atas; tiap indikator dengan kalimat, grafik, dan tabel angkanya', async () => {
    const $ = await (await app.masukSebagai('camat')).halaman('/dasbor/capaian?tahun=2026')
    expect($('h1').length).toBe(1)
    expect($('article.capaian').length).toBe(9)
    const capaian = $('section .tren--lebar')
      .map((_, s) => $(s).find('.capaian__nilai strong').first().text())
      .get()
      .filter((t) => t.endsWith('%'))
      .map((t) => Number(t.replace('%', '').replace(',', '.')))
    expect(capaian.length).toBeGreaterThan(0)
    expect(capaian).toEqual([...capaian].sort((a, b) => a - b))
    const kamtib = $(`article[aria-labelledby="indikator-${await idIndikator(app, 'IKU-09')}"]`)
    expect(rapi(kamtib.text())).toMatch(/Realisasi [\d,]+% dari target 92% sampai Triwulan II 2026: capaian [\d,]+%/)
    const label = kamtib.find('svg.grafik').attr('aria-label') ?? ''
    for (const bagian of [
      '2022: 84,38',
      '2025: 92,31',
      'TW I: 83,33',
      'TW III: belum ada',
      'Garis putus-putus: target',
    ])
      expect(label).toContain(bagian)
    expect(rapi(kamtib.find('table').text())).toContain('TW I 2026 92 83,33 90,58%')
    expect($('[style], svg [style]').length).toBe(0)
    expect($('main').text()).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('angka menuju rekap, bukti, pengisi, dan penyetujunya; Kasi hanya ke formulir unitnya', async () => {
    const id = `article[aria-labelledby="indikator-${await idIndikator(app, 'IKU-09')}"]`
    const camat = await (await app.masukSebagai('camat')).halaman('/dasbor/capaian?tahun=2026')
    expect(camat(`${id} a[href="/rekap/${siklusId}?versi=1"]`).text()).toContain('Rekapitulasi versi 1')
    expect(camat(`${id} a[href^="/formulir/"][href*="#baris-"]`).length).toBe(1)
    expect(rapi(camat(id).text())).toMatch(/Disetujui ?Sekretaris Kecamatan .*6 Jul 2026/)
    const lain = await (await app.masukSebagai('kasi.pelayanan')).halaman('/dasbor/capaian?tahun=2026')
    expect(lain(`${id} a[href^="/formulir/"]`).length).toBe(0)
  })

  it('dicetak sebagai PDF dengan kalimat dan angka yang sama', async () => {
    const camat = await app.masukSebagai('camat')
    const $ = await camat.halaman('/dasbor/capaian?tahun=2026')
    const jawab = await camat
      .buka('/dasbor/capaian/pdf?tahun=2026')
      .buffer(true)
      .parse((res, selesai) => {
        const potong: Buffer[] = []
        res.on('data', (d: Buffer) => potong.push(d)).on('end', () => selesai(null, Buffer.concat(potong)))
      })
    const teks = rapi((await teksPdf(jawab.body as Buffer)).join(' '))
    $('article.capaian').each((_, a) => {
      for (const svg of $(a).find('svg text').toArray()) expect(teks).toContain($(svg).text())
      for (const sel of $(a).find('td.angka').toArray()) expect(teks).toContain($(sel).text())
    })
    expect(teks).toContain('CAPAIAN KINERJA')
  })

  it('sebagai Word membawa grafik yang sama sebagai gambar, dengan kalimatnya sebagai uraian', async () => {
    const camat = await app.masukSebagai('camat')
    const $ = await camat.halaman('/dasbor/capaian?tahun=2026')
    const jawab = await camat
      .buka('/dasbor/capaian/word?tahun=2026')
      .buffer(true)
      .parse((res, selesai) => {
        const potong: Buffer[] = []
        res.on('data', (d: Buffer) => potong.push(d)).on('end', () => selesai(null, Buffer.concat(potong)))
      })
    const berkas = await bukaZip(jawab.body as Buffer)
    const grafik = $('article.capaian svg.grafik').length
    expect(grafik).toBeGreaterThan(0)
    const media = [...berkas.keys()].filter((nama) => nama.startsWith('word/media/'))
    expect(media.filter((nama) => nama.endsWith('.svg'))).toHaveLength(grafik)
    expect(media.filter((nama) => nama.endsWith('.png'))).toHaveLength(grafik)
    expect(
      (berkas.get('word/document.xml')?.toString('utf8') ?? '').match(/<wp:docPr [^>]*descr="[^"]{20,}"/g),
    ).toHaveLength(grafik)
  })

  it('tahun berganti; tahun tanpa perjanjian kinerja berkata demikian', async () => {
    const camat = await app.masukSebagai('camat')
    const $ = await camat.halaman('/dasbor/capaian?tahun=2026')
    expect($('nav a[href="/dasbor/capaian?tahun=2026"], a[href="/dasbor/capaian?tahun=2026"]').length).toBeGreaterThan(
      0,
    )
    expect((await camat.halaman('/dasbor/capaian?tahun=2031'))('main').text()).toContain(
      'Belum ada indikator yang diperjanjikan',
    )
    expect((await camat.halaman('/dasbor/capaian?tahun=abc'))('h1').text()).toBe('Capaian kinerja 2026')
  })

  it.each(['staf.pemerintahan', 'admin'])('%s tidak membukanya', async (nama) => {
    const orang = await app.masukSebagai(nama)
    expect((await orang.buka('/dasbor/capaian')).status).toBe(403)
    expect((await orang.buka('/dasbor/capaian/pdf')).status).toBe(403)
    expect((await orang.buka('/dasbor/capaian/word')).status).toBe(403)
  })

  it('kecamatan lain melihat capaiannya sendiri saja', async () => {
    const $ = await (await app.masukSebagai('camat.candipuro')).halaman('/dasbor/capaian?tahun=2026')
    expect($('main').text()).not.toContain('Gangguan Kamtib yang dapat diselesaikan')
    expect($(`a[href*="${siklusId}"]`).length).toBe(0)
  })
})
