import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import type { Kerangka } from '../../../src/inti/http/kerangka.ts'
import { buatMesinTemplat } from '../../../src/inti/http/mesin-templat.ts'
import { susunHalamanGalat, TEKS_GALAT } from '../../../src/inti/http/teks-galat.ts'
import { JAHAT } from './contoh-parsial.ts'

const akar = join(import.meta.dirname, '../../../views')
const mesin = buatMesinTemplat({ akar, cache: true })
const NAMA = ['Tugas Saya', 'Siklus', 'Dasbor', 'Perencanaan', 'SOP', 'Arsip', 'Jejak Audit', 'Kedelapan']

const buatKerangka = (ubah: Partial<Kerangka> = {}): Kerangka => ({
  kantor: { nama: JAHAT, kabupaten: 'Pemalang' },
  orang: { nama: JAHAT, jabatan: 'Camat' },
  navigasi: NAMA.slice(0, 7).map((teks, ke) => ({
    teks,
    alamat: `/${ke}`,
    ikon: 'tugas',
    aktif: ke === 5,
    jumlah: ke === 0 ? 4 : 0,
  })),
  pesan: { jenis: 'berhasil', teks: JAHAT },
  aset: { css: '/aset/takar-1.css', js: '/aset/takar-2.js' },
  judulHalaman: JAHAT,
  isi: '<h1>Tugas Saya</h1>',
  ...ubah,
})
const gambar = (nama: string, ubah?: Partial<Kerangka>) =>
  load(mesin.gambar(`tata-letak/${nama}`, { kerangka: buatKerangka(ubah) }))

describe.each(['kantor', 'tamu', 'cetak'])('tata letak %s', (nama) => {
  const $ = gambar(nama)
  test('berbahasa Indonesia, satu h1, satu main, isi utuh, tanpa skrip dan gaya di tempat', () => {
    expect($('html').attr('lang')).toBe('id')
    expect($('h1').length).toBe(1)
    expect($('main').length).toBe(1)
    expect($('[style], style, script:not([src])').length).toBe(0)
    expect($('title').text()).toBe(`${JAHAT} · Takar`)
    expect($.html()).not.toContain('<script>alert')
    expect($.html()).not.toContain('undefined')
  })
})

describe('tata letak kantor', () => {
  test('tautan lewati menuju isi, keluar adalah tombol formulir', () => {
    const $ = gambar('kantor')
    expect($('a.lewati').attr('href')).toBe('#isi')
    expect($('main').attr('id')).toBe('isi')
    expect($('form[action="/keluar"][method=post] button').text()).toContain('Keluar')
  })

  test('rel paling banyak tujuh; di ponsel empat dan sisanya di bawah Lainnya', () => {
    const delapan = NAMA.map((teks) => ({ teks, alamat: '#', ikon: 'tugas', aktif: false }))
    const $ = gambar('kantor', { navigasi: delapan })
    expect($('.rel__daftar > li').length).toBe(7)
    expect($('.rel__lainnya li').length).toBe(3)
    expect(gambar('kantor', { navigasi: delapan.slice(0, 5) })('.rel__lainnya').length).toBe(0)
  })

  test('halaman yang aktif ditandai, juga pada Lainnya', () => {
    const $ = gambar('kantor')
    expect($('.rel__daftar [aria-current=page]').text()).toContain('Arsip')
    expect($('.rel__lainnya > summary').hasClass('rel__entri--aktif')).toBe(true)
  })

  test('tanpa orang, kantor, dan pesan tetap tergambar', () => {
    const $ = gambar('kantor', { orang: null, kantor: null, pesan: null, navigasi: [] })
    expect($('.rel, .pesan, form').length).toBe(0)
  })
})

test('cetak memakai kertas yang diminta', () => {
  expect(gambar('cetak', { kertas: 'f4-lanskap' })('body').attr('class')).toContain('cetak--f4-lanskap')
})

describe('halaman galat', () => {
  test.each(Object.keys(TEKS_GALAT).map(Number))(
    '%i: apa, mengapa, apa yang dapat dilakukan, nomor acuan',
    (status) => {
      const vm = susunHalamanGalat(status, { nomorAcuan: 'A1B2' })
      const $ = load(mesin.gambar('galat/galat', vm))
      expect($('h1').text()).toBe(vm.judulHalaman)
      expect($('li').length).toBeGreaterThan(0)
      expect($.text()).toContain('A1B2')
      expect($.text()).not.toMatch(/error|server|invalid|database|undefined/i)
    },
  )

  test('kalimat galat menggantikan kalimat umum, tetapi tidak pernah pada gangguan', () => {
    expect(susunHalamanGalat(409, { nomorAcuan: 'x', pesan: 'Siklus sudah diarsipkan.' }).apa).toBe(
      'Siklus sudah diarsipkan.',
    )
    expect(susunHalamanGalat(500, { nomorAcuan: 'x', pesan: 'rahasia' }).apa).toBe(TEKS_GALAT[500].apa)
  })

  test('status tanpa teks sendiri: 4xx seperti 422, lainnya seperti 500', () => {
    expect(susunHalamanGalat(418, { nomorAcuan: 'x' }).judul).toBe(TEKS_GALAT[422].judul)
    expect(susunHalamanGalat(502, { nomorAcuan: 'x' }).judul).toBe(TEKS_GALAT[500].judul)
  })
})

describe('aturan templat', () => {
  const templat = readdirSync(akar, { recursive: true, encoding: 'utf8' })
    .filter((nama) => nama.endsWith('.ejs'))
    .map((nama) => ({ nama, teks: readFileSync(join(akar, nama), 'utf8') }))

  test('tanda mentah hanya untuk include, selain itu tepat tiga: isi ketiga tata letak', () => {
    const mentah = templat.flatMap(({ nama, teks }) =>
      [...teks.matchAll(/<%-(?!\s*include\()[^%]*/g)].map(([potong]) => `${nama}: ${potong.trim()}`),
    )
    expect(mentah.sort()).toEqual(['cetak', 'kantor', 'tamu'].map((nama) => `tata-letak/${nama}.ejs: <%- kerangka.isi`))
  })

  test('tidak ada gaya, skrip, atau penangan di tempat', () => {
    const salah = templat.filter(({ teks }) =>
      /\sstyle=|<style|<script(?![^>]*\ssrc=)|\son(click|change|submit|load|input)=/.test(teks),
    )
    expect(salah.map(({ nama }) => nama)).toEqual([])
  })

  test('paling panjang 150 baris', () => {
    expect(templat.filter(({ teks }) => teks.split('\n').length > 150).map(({ nama }) => nama)).toEqual([])
  })
})
