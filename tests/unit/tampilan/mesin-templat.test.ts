import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { buatMesinTemplat } from '../../../src/inti/http/mesin-templat.ts'

const akar = mkdtempSync(join(tmpdir(), 'takar-templat-'))
afterAll(() => rmSync(akar, { recursive: true }))

function tulis(nama: string, isi: string): void {
  mkdirSync(join(akar, nama, '..'), { recursive: true })
  writeFileSync(join(akar, `${nama}.ejs`), isi)
}

describe('mesin templat', () => {
  const mesin = buatMesinTemplat({ akar, cache: true })

  test('nama pada data menjadi nama di templat, teks orang dilarikan', () => {
    tulis('a', '<p><%= nama %></p>')
    expect(mesin.gambar('a', { nama: `<b>"O'Neil" & co</b>` })).toBe(
      '<p>&lt;b&gt;&#34;O&#39;Neil&#34; &amp; co&lt;/b&gt;</p>',
    )
  })

  test('kosong dan nol: null dan undefined tidak tampil, 0 dan false tampil', () => {
    tulis('kosong', '[<%= a %>|<%= b %>|<%= c %>|<%= d %>]')
    expect(mesin.gambar('kosong', { a: null, b: undefined, c: 0, d: false })).toBe('[||0|false]')
  })

  test('nama yang tidak diberikan → ReferenceError yang menyebut templat dan barisnya', () => {
    tulis('kurang', '<p>\n<%= ada %>\n<%= tidakAda %>\n</p>')
    const gambar = () => mesin.gambar('kurang', { ada: 1 })
    expect(gambar).toThrow(ReferenceError)
    expect(gambar).toThrow('views/kurang.ejs:3: tidakAda is not defined')
  })

  test('nama yang hilang di potongan disebut dengan nama potongan itu', () => {
    tulis('parsial/dalam', '<%= hilang %>')
    tulis('luar', "<%- include('/parsial/dalam', { lain: 1 }) %>")
    expect(() => mesin.gambar('luar', {})).toThrow('views/parsial/dalam.ejs:1: hilang is not defined')
  })

  test('potongan tidak mewarisi data halaman', () => {
    tulis('parsial/warisan', '<%= rahasia %>')
    tulis('pewaris', "<%- include('/parsial/warisan', {}) %>")
    expect(() => mesin.gambar('pewaris', { rahasia: 1 })).toThrow(ReferenceError)
  })

  test('himpunan nama berbeda untuk satu templat dilayani masing-masing', () => {
    tulis('opsi', '<%= wajib %><% if (locals.opsi) { %>+<%= locals.opsi %><% } %>')
    expect(mesin.gambar('opsi', { wajib: 1 })).toBe('1')
    expect(mesin.gambar('opsi', { wajib: 1, opsi: 2 })).toBe('1+2')
    expect(mesin.gambar('opsi', { wajib: 3 })).toBe('3')
  })

  test('templat boleh memberi nilai bawaan kepada nama yang juga ada di data', () => {
    tulis('bawaan', "<% const jenis = locals.jenis ?? 'text' %><%= jenis %>")
    expect(mesin.gambar('bawaan', {})).toBe('text')
    expect(mesin.gambar('bawaan', { jenis: 'date' })).toBe('date')
  })

  test.each([
    "include('parsial/x')",
    "include('../rahasia')",
    "include('/../rahasia')",
    "include('/a//b')",
    "include('/A.ejs')",
  ])('%s ditolak: hanya dari akar, tanpa titik', (sertakan) => {
    tulis('sertakan', `<%- ${sertakan} %>`)
    expect(() => buatMesinTemplat({ akar, cache: true }).gambar('sertakan', {})).toThrow()
  })

  test('nama data yang bukan pengenal ditolak, tidak dijalankan', () => {
    tulis('b', 'x')
    expect(() => mesin.gambar('b', { 'a }; throw 1; {': 1 })).toThrow('nama data tidak sah')
  })

  test('cache: pengembangan membaca ulang berkas yang berubah, produksi tidak', () => {
    const dev = buatMesinTemplat({ akar, cache: false })
    tulis('ubah', 'lama')
    expect([dev.gambar('ubah', {}), mesin.gambar('ubah', {})]).toEqual(['lama', 'lama'])
    tulis('ubah', 'baru')
    utimesSync(join(akar, 'ubah.ejs'), new Date(), new Date(Date.now() + 5000))
    expect([dev.gambar('ubah', {}), mesin.gambar('ubah', {})]).toEqual(['baru', 'lama'])
  })

  test('templat yang tidak ada atau salah tulis disebut namanya', () => {
    expect(() => mesin.gambar('tidak-ada', {})).toThrow('tidak-ada.ejs')
    tulis('salah', '<% if ( { %>')
    expect(() => mesin.gambar('salah', {})).toThrow('salah')
  })
})
