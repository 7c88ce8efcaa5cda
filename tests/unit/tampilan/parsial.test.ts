import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CheerioAPI, load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import { buatMesinTemplat } from '../../../src/inti/http/mesin-templat.ts'
import { CONTOH_PARSIAL } from './contoh-parsial.ts'

const akar = join(import.meta.dirname, '../../../views')
const mesin = buatMesinTemplat({ akar, cache: true })
const gambar = (nama: string, data: object): CheerioAPI => load(mesin.gambar(`parsial/${nama}`, data), {}, false)
const berkas = readdirSync(join(akar, 'parsial')).filter((nama) => nama.endsWith('.ejs'))
const BIDANG = ['kotak-teks', 'area-teks', 'pilihan', 'unggah-berkas']
const KELOMPOK = ['pilihan-radio', 'pilihan-centang']

test('setiap potongan punya contoh, dan tertulis di README', () => {
  expect(Object.keys(CONTOH_PARSIAL).sort()).toEqual(berkas.map((nama) => nama.slice(0, -4)).sort())
  const readme = readFileSync(join(akar, 'parsial/README.md'), 'utf8')
  const takTertulis = berkas
    .map((nama) => nama.slice(0, -4))
    .filter((nama) => !nama.startsWith('_') && !readme.includes(`| \`${nama}\``))
  expect(takTertulis).toEqual([])
})

describe.each(Object.entries(CONTOH_PARSIAL))('%s', (nama, data) => {
  const $ = gambar(nama, data)
  const html = mesin.gambar(`parsial/${nama}`, data)

  test('tergambar tanpa undefined, tanpa gaya atau skrip di tempat', () => {
    expect(html).not.toMatch(/undefined|\[object|NaN/)
    expect($('[style], script, style').length).toBe(0)
    expect(html).not.toMatch(/\son[a-z]+=/)
  })

  test('teks orang tidak menjadi HTML', () => {
    expect(html).not.toContain('<script')
    if (JSON.stringify(data).includes('alert')) expect(html).toContain('&lt;script&gt;')
  })

  test('id tidak kembar, setiap label dan keterangan menunjuk isian yang ada', () => {
    const id = $('[id]')
      .toArray()
      .map((unsur) => $(unsur).attr('id'))
    expect(new Set(id).size).toBe(id.length)
    for (const label of $('label').toArray()) if (!nama.startsWith('_')) expect(id).toContain($(label).attr('for'))
    for (const unsur of $('[aria-describedby]').toArray()) {
      for (const satu of ($(unsur).attr('aria-describedby') ?? '').split(' ')) expect(id).toContain(satu)
    }
  })
})

test.each(BIDANG)('%s: label terikat, kesalahan di samping isian dan disebut pembaca layar', (nama) => {
  const $ = gambar(nama, { ...CONTOH_PARSIAL[nama], nama: 'alasan', kesalahan: { alasan: 'Tuliskan alasan' } })
  const isian = $('#isian-alasan')
  expect(isian.attr('name')).toBe('alasan')
  expect($('label').attr('for')).toBe('isian-alasan')
  expect(isian.attr('aria-invalid')).toBe('true')
  expect(isian.attr('aria-describedby')).toBe('petunjuk-alasan salah-alasan')
  expect($('#salah-alasan').text()).toContain('Tuliskan alasan')
})

test.each(KELOMPOK)('%s: kesalahan menjadi keterangan kelompok, pilihan pertama memegang id isian', (nama) => {
  const $ = gambar(nama, { ...CONTOH_PARSIAL[nama], kesalahan: { alasan: 'Pilih satu' } })
  expect($('fieldset').attr('aria-describedby')).toBe('petunjuk-alasan salah-alasan')
  expect($('#isian-alasan').attr('value')).toBe('A')
  expect($('input:checked').attr('value')).toBe('B')
})

test.each([...BIDANG, ...KELOMPOK])('%s tanpa kesalahan tidak menyebut kesalahan', (nama) => {
  const $ = gambar(nama, { ...CONTOH_PARSIAL[nama], kesalahan: {} })
  expect($('[aria-invalid], .isian--salah, [id^=salah]').length).toBe(0)
})

test('sandi tidak pernah ditulis kembali ke halaman', () => {
  const $ = gambar('kotak-teks', { nama: 'sandi', label: 'Sandi', nilai: 'rahasia', kesalahan: {}, jenis: 'password' })
  expect($('input').attr('value')).toBeUndefined()
})

test('nilai teks utuh, termasuk baris kosong di depan', () => {
  const $ = gambar('area-teks', { nama: 'a', label: 'A', nilai: '\n  dua\n baris', kesalahan: {} })
  expect($('textarea').text()).toBe('\n  dua\n baris')
})

test('ringkasan kesalahan menuju isian, dan tidak ada bila semuanya baik', () => {
  const $ = gambar('ringkasan-kesalahan', { kesalahan: { alasan: 'Tuliskan alasan' }, label: { alasan: 'Alasan' } })
  expect($('a').attr('href')).toBe('#isian-alasan')
  expect($('a').text()).toBe('Alasan: Tuliskan alasan')
  expect(gambar('ringkasan-kesalahan', { kesalahan: {}, label: {} }).html().trim()).toBe('')
})

test('keadaan selalu dengan kata dan ikon; kode yang tidak dikenal abu-abu', () => {
  for (const [kode, kelas] of [
    ['SELESAI', 'hijau'],
    ['dikembalikan', 'merah'],
    ['belum-diterima', 'kuning'],
    ['berjalan', 'biru'],
    ['entah', 'abu'],
  ]) {
    const $ = gambar('lencana-status', { kode, teks: 'Kata' })
    expect($(`.lencana--${kelas} svg`).length, kode).toBe(1)
    expect($.text()).toContain('Kata')
  }
})

test('tindakan berat bekerja tanpa skrip: lipatan berisi formulir dengan kunci, alasan, dan akibatnya', () => {
  const $ = gambar('konfirmasi', CONTOH_PARSIAL.konfirmasi ?? {})
  expect($('details > summary').text()).toBe('Batalkan siklus…')
  expect($('details form[method=post] input[name=kunci]').length).toBe(1)
  expect($('details').attr('open')).toBeDefined() // the reason was refused
  const tanpa = gambar('konfirmasi', { ...CONTOH_PARSIAL.konfirmasi, alasan: null })
  expect(tanpa('details').attr('open')).toBeUndefined()
})

test('kolom angka rata kanan di kepala, isi, dan jumlah', () => {
  const $ = gambar('tabel', CONTOH_PARSIAL.tabel ?? {})
  expect($('thead .angka, tbody .angka, tfoot .angka').length).toBe(3)
  expect($('tbody th').attr('scope')).toBe('row')
  expect($('tbody td[data-label]').length).toBe(2)
  expect($('tfoot td[data-label]').length).toBe(2)
})

test('tabel kosong mengatakannya di seluruh lebar', () => {
  const $ = gambar('tabel', {
    judul: 'T',
    kolom: [{ teks: 'A' }, { teks: 'B' }],
    baris: [],
    kosong: 'Belum ada siklus.',
  })
  expect($('td[colspan=2]').text()).toBe('Belum ada siklus.')
})

test('penomoran menyambung alamat yang sudah bertanya', () => {
  const $ = gambar('penomoran', { halaman: 2, jumlahHalaman: 3, alamat: '/jejak?siapa=camat' })
  expect($('a[rel=next]').attr('href')).toBe('/jejak?siapa=camat&halaman=3')
  expect(gambar('penomoran', { halaman: 1, jumlahHalaman: 1, alamat: '/jejak' }).html().trim()).toBe('')
})

test('parameter yang wajib tidak boleh tertinggal', () => {
  expect(() => gambar('kotak-teks', { nama: 'a', label: 'A', kesalahan: {} })).toThrow('nilai is not defined')
  expect(() => gambar('lencana-status', { kode: 'SELESAI' })).toThrow('views/parsial/lencana-status.ejs')
})

test('setiap ikon yang disebut ada di lembar ikon, dan alamatnya memuat sidik isi', () => {
  const lembar = readFileSync(join(akar, '../public/ikon.svg'), 'utf8')
  const ada = new Set([...lembar.matchAll(/<symbol id="([^"]+)"/g)].map(([, nama]) => nama))
  for (const contoh of Object.keys(CONTOH_PARSIAL)) {
    const $ = gambar(contoh, CONTOH_PARSIAL[contoh] ?? {})
    for (const use of $('use').toArray()) expect(ada, contoh).toContain($(use).attr('href')?.split('#')[1])
  }
  const sidik = createHash('sha256').update(lembar).digest('hex').slice(0, 8)
  expect(mesin.gambar('parsial/ikon', { nama: 'jam' })).toContain(`/ikon.svg?v=${sidik}#jam`)
})
