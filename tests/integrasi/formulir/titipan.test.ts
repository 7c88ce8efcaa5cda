import * as cheerio from 'cheerio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { type FormulirUji, formulirUji, isianBarisUji, siapkanSiklus } from './bantuan-formulir.ts'

const json = { Accept: 'application/json' }
let app: AplikasiUji
let kasi: OrangUji
let staf: OrangUji
let formulir: FormulirUji
let siklusId: string
beforeAll(async () => {
  app = await bukaAplikasiUji()
  siklusId = await siapkanSiklus(app, 'P7')
  formulir = await formulirUji(app, siklusId)
  kasi = await app.masukSebagai('kasi.pemerintahan')
  staf = await app.masukSebagai('staf.pemerintahan')
})
afterAll(() => app.tutup())

const baris = async (kode: string) => {
  const b = (await formulirUji(app, siklusId)).baris.find((satu) => satu.kode === kode)
  if (!b) throw new Error(`tidak ada ${kode}`)
  return b
}
const nilai = async (id: string) =>
  (await app.sql<{ v: Record<string, string> }>('select variabel as v from baris_formulir where id = $1', [id]))[0]?.v
const isianHalaman = ($: cheerio.CheerioAPI) =>
  Object.fromEntries(
    $('form[data-jaga] input, form[data-jaga] textarea')
      .toArray()
      .filter((e) => !['checkbox', 'radio'].includes($(e).attr('type') ?? ''))
      .map((e) => [$(e).attr('name') ?? '', $(e).val()?.toString() ?? '']),
  )

describe('dua orang pada satu nilai', () => {
  it('penyimpan otomatis diberi tahu siapa, kapan, dan semua isi yang tersimpan', async () => {
    const b = await baris('IKK-31')
    const [satu = ''] = b.variabel
    await kasi
      .kirim(`/formulir/${formulir.id}/baris/${b.id}`, isianBarisUji(b, { [satu]: '12,5' }, { kendala: 'Hujan' }))
      .set(json)
    const kalah = await staf
      .kirim(`/formulir/${formulir.id}/baris/${b.id}`, isianBarisUji(b, { [satu]: '14' }))
      .set(json)
    expect(kalah.status).toBe(409)
    expect(kalah.body.versi).toBe(b.versi + 1)
    expect(kalah.body.bentrok).toMatchObject({ isi: { [`v.${satu}`]: '12,5', kendala: 'Hujan' } })
    expect(kalah.body.bentrok.oleh).toContain('Kasi')
    expect(kalah.body.bentrok.pada).toMatch(/^6 Jul 2026, \d\d\.\d\d$/)
  })

  it('kiriman terulang menjawab versi dan isi yang dibuatnya, bukan yang disimpan orang lain sesudahnya', async () => {
    const b = await baris('IKK-13')
    const alamat = `/formulir/${formulir.id}/baris/${b.id}`
    const isian = isianBarisUji(b, { [b.variabel[0] ?? '']: '3' }, { kunci: 'kiriman-pertama' })
    await staf.kirim(alamat, isian).set(json)
    const segera = await staf.kirim(alamat, isian).set(json)
    expect(segera.body.isian).toMatchObject({ [`v.${b.variabel[0]}`]: '3' })
    await kasi.kirim(alamat, isianBarisUji(await baris('IKK-13'), { [b.variabel[0] ?? '']: '4' })).set(json)
    const lagi = await staf.kirim(alamat, isian).set(json)
    expect([lagi.status, lagi.body.versi]).toEqual([200, b.versi + 1])
    expect(lagi.body.isian, 'isi orang lain bukan asal ketikan ini').toBeUndefined()
  })

  it('tanpa JavaScript: kedua nilai, siapa dan kapan; yang dipilih dipakai, isian lain tetap ada', async () => {
    const [b, lain] = [await baris('IKK-14'), await baris('IKK-15')]
    const [nama, namaLain] = [`b.${b.id}.v.${b.variabel[0]}`, `b.${lain.id}.v.${lain.variabel[0]}`]
    const isian = { ...isianHalaman(await staf.halaman(`/formulir/${formulir.id}`)), [nama]: '14', [namaLain]: '5' }
    await kasi
      .kirim(`/formulir/${formulir.id}/baris/${b.id}`, isianBarisUji(b, { [b.variabel[0] ?? '']: '12' }))
      .set(json)
    const tanya = await staf.kirim(`/formulir/${formulir.id}`, isian)
    expect(tanya.status).toBe(409)
    const $ = cheerio.load(tanya.text)
    expect($(`[id="isian-${nama}"]`).val()).toBe('14')
    expect($(`#baris-${b.id} .catatan`).text()).toMatch(/Kasi.*6 Jul 2026, \d\d\.\d\d.*: 12/s)
    expect($(`[id="isian-${namaLain}"]`).val()).toBe('5')
    const pilih = await staf.kirim(`/formulir/${formulir.id}`, {
      ...isianHalaman($),
      [`b.${b.id}.bentrok`]: 'tersimpan',
    })
    expect(pilih.status).toBe(303)
    expect(Object.values((await nilai(b.id)) ?? {})).toEqual(['12'])
    expect(Object.values((await nilai(lain.id)) ?? {})).toEqual(['5'])
    const saya = await staf.kirim(`/formulir/${formulir.id}`, { ...isianHalaman($), [`b.${b.id}.bentrok`]: 'saya' })
    expect(saya.status).toBe(303)
    expect(Object.values((await nilai(b.id)) ?? {})).toEqual(['14'])
  })
})

describe('sesi habis', () => {
  it('tanpa JavaScript: isian menunggu di halaman masuk, dan terus dengan satu tombol', async () => {
    const b = await baris('IKK-12')
    const nama = `b.${b.id}.v.${b.variabel[0]}`
    const isian = { ...isianHalaman(await staf.halaman(`/formulir/${formulir.id}`)), [nama]: '77' }
    const tamu = app.tamu()
    const habis = await tamu.kirim(`/formulir/${formulir.id}`, isian)
    expect(habis.status).toBe(401)
    const titipan = cheerio.load(habis.text)('[name=titipan]').val()?.toString() ?? ''
    expect(habis.text).toContain('tidak hilang')
    const salah = await tamu.kirim('/masuk', { nama: 'staf.pemerintahan', sandi: 'salah', titipan })
    expect(cheerio.load(salah.text)('[name=titipan]').val()).toBe(titipan)
    const masuk = await tamu.kirim('/masuk', { nama: 'staf.pemerintahan', sandi: SANDI_UJI, titipan })
    const $ = cheerio.load(masuk.text)
    expect($('form').attr('action')).toBe(`/formulir/${formulir.id}`)
    const lanjut = Object.fromEntries(
      $('form input')
        .toArray()
        .map((e) => [$(e).attr('name') ?? '', $(e).val()?.toString() ?? '']),
    )
    expect((await tamu.kirim(`/formulir/${formulir.id}`, lanjut)).status).toBe(303)
    expect((await nilai(b.id))?.[b.variabel[0] ?? '']).toBe('77')
  })

  it('orang lain yang masuk sesudahnya tidak mendapatkannya, dan tidak mengirim atas namanya', async () => {
    const b = await baris('IKK-11')
    const isian = isianHalaman(await staf.halaman(`/formulir/${formulir.id}`))
    const habis = await app
      .tamu()
      .kirim(`/formulir/${formulir.id}`, { ...isian, [`b.${b.id}.v.${b.variabel[0]}`]: '1' })
    const titipan = cheerio.load(habis.text)('[name=titipan]').val()?.toString() ?? ''
    const lain = await app.tamu().kirim('/masuk', { nama: 'kasi.pemerintahan', sandi: SANDI_UJI, titipan })
    expect([lain.status, lain.headers.location]).toEqual([303, '/'])
    expect((await kasi.kirim(`/formulir/${formulir.id}`, isian)).status).toBe(409)
    const titip = { ...isianBarisUji(b, { [b.variabel[0] ?? '']: '1' }), pemilik: isian.pemilik ?? '' }
    expect((await kasi.kirim(`/formulir/${formulir.id}/baris/${b.id}`, titip).set(json)).status).toBe(401)
    expect(await nilai(b.id)).toEqual({})
  })

  it('sandi tidak pernah ikut dititipkan; dialog masuk menjawab siapa yang masuk', async () => {
    const isian = { sandiLama: 'a', sandiBaru: 'b', pemilik: 'x' }
    expect((await app.tamu().kirim('/akun/sandi', isian)).status).toBe(303)
    const masuk = await app.tamu().kirim('/masuk', { nama: 'staf.pemerintahan', sandi: SANDI_UJI }).set(json)
    expect(masuk.body.akun).toBe((await app.pelaku('staf.pemerintahan')).akunId)
    const gagal = await app.tamu().kirim('/masuk', { nama: 'staf.pemerintahan', sandi: 'x' }).set(json)
    expect([gagal.status, gagal.body.pesan]).toEqual([422, expect.stringContaining('tidak cocok')])
  })
})

it('saringan tanpa JavaScript: yang belum diisi, dan kata; menyimpan dari halaman tersaring tidak menyentuh yang lain', async () => {
  const semua = await staf.halaman(`/formulir/${formulir.id}`)
  const belum = await staf.halaman(`/formulir/${formulir.id}?tampil=belum`)
  expect(belum('.formulir__baris').length).toBeLessThan(semua('.formulir__baris').length)
  expect(belum('.formulir__baris[data-status=TERISI]').length).toBe(0)
  const cari = await staf.halaman(`/formulir/${formulir.id}?cari=tidak%20ada%20nama%20ini`)
  expect(cari('.formulir__baris').length).toBe(0)
  const sebelum = await formulirUji(app, siklusId)
  expect((await staf.kirim(`/formulir/${formulir.id}`, isianHalaman(belum))).status).toBe(303)
  expect(await formulirUji(app, siklusId)).toEqual(sebelum)
})
