import { join } from 'node:path'
import { type CheerioAPI, load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { buatMesinTemplat } from '../../../src/inti/http/mesin-templat.ts'
import { bacaContoh, susunContoh } from '../../bantuan/rekam-tampilan.ts'
import { JAHAT } from './contoh-parsial.ts'

/**
 * Every page once more from a view model that an integration test made it with. A new template, or a page that changed its
 * view model: TAKAR_REKAM_TAMPILAN=<folder> node scripts/test.mjs tests/integrasi, then
 * TAKAR_CONTOH=<folder> npx vitest run --project unit tests/unit/tampilan/semua-halaman.test.ts
 */
if (process.env.TAKAR_CONTOH) susunContoh(process.env.TAKAR_CONTOH)
const mesin = buatMesinTemplat({ akar: join(import.meta.dirname, '../../../views'), cache: true })

/** Wherever a sentence stands, a hostile one. Single words may be codes that a template compares. */
function racuni(nilai: unknown): unknown {
  if (typeof nilai === 'string') return / /.test(nilai) && !nilai.startsWith('/') ? `${nilai} ${JAHAT}` : nilai
  if (Array.isArray(nilai)) return nilai.map(racuni)
  if (nilai === null || typeof nilai !== 'object') return nilai
  return Object.fromEntries(Object.entries(nilai).map(([kunci, isi]) => [kunci, racuni(isi)]))
}

const semua = ($: CheerioAPI, pilih: string, sifat: string): string[] =>
  $(pilih)
    .map((_, unsur) => $(unsur).attr(sifat) ?? '')
    .get()

describe.each(bacaContoh().map((contoh, ke) => ({ ...contoh, ke })))('$templat ($ke)', ({ templat, data }) => {
  const html = mesin.gambar(templat, data)
  const $ = load(html, {}, false)

  it('satu judul, tanpa undefined, tanpa gaya atau skrip di tempat', () => {
    expect($('h1').length).toBe(1)
    expect(html).not.toMatch(/undefined|\[object|NaN/)
    expect($('[style], script:not([src]), style').length).toBe(0)
  })

  it('id tidak kembar; label, keterangan, dan judul bagian menunjuk yang ada', () => {
    const id = semua($, '[id]', 'id')
    expect(id.filter((satu, ke) => id.indexOf(satu) !== ke)).toEqual([])
    const ditunjuk = [
      ...semua($, 'label[for]', 'for'),
      ...semua($, '[aria-labelledby]', 'aria-labelledby'),
      ...semua($, '[aria-describedby]', 'aria-describedby'),
    ].flatMap((satu) => satu.split(' '))
    expect(ditunjuk.filter((satu) => !id.includes(satu))).toEqual([])
  })

  it('setiap formulir yang mengubah sesuatu membawa kunci', () => {
    const tanpa = $('form[method=post]:not([action="/masuk"])').filter(
      (_, form) => $(form).find('input[name=kunci]').length === 0,
    )
    expect(tanpa.map((_, form) => $(form).attr('action') ?? '').get()).toEqual([])
  })

  it('teks orang tidak menjadi HTML', () => {
    expect(mesin.gambar(templat, racuni(data) as object)).not.toContain('<script>alert')
  })
})
