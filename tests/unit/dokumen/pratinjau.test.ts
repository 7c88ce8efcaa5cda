import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import {
  type Blok,
  type Dokumen,
  kopKecamatan,
  susunPratinjau,
  tandaTanganPejabat,
} from '../../../src/inti/dokumen/index.ts'
import { buatMesinTemplat } from '../../../src/inti/http/mesin-templat.ts'
import { buatDokumen, buatTabel } from './contoh.ts'

const mesin = buatMesinTemplat({ akar: 'views', cache: true })
const JAHAT = '<script>alert(1)</script>"\'&'

const tampilkan = (dokumen: Dokumen) => {
  const html = mesin.gambar('parsial/dokumen/dokumen', {
    pratinjau: susunPratinjau(dokumen, { alamatGambar: (sumber) => `/berkas/${sumber}` }),
  })
  return { html, $: load(html) }
}

const semuaBlok = (teks: string): Blok[] => [
  { jenis: 'judul', tingkat: 1, teks, subjudul: teks, nomor: teks },
  { jenis: 'judul', tingkat: 2, teks },
  { jenis: 'judul', tingkat: 3, teks },
  {
    jenis: 'paragraf',
    teks: [{ teks, tebal: true, garisBawah: true }, { teks: 'baris satu\nbaris dua' }],
    menjorok: true,
  },
  {
    jenis: 'daftar',
    gaya: 'huruf',
    mulai: 3,
    butir: [teks, { teks, anak: { jenis: 'daftar', gaya: 'strip', butir: [teks] } }],
  },
  buatTabel(2, {
    nomorKolom: true,
    catatan: [teks],
    isi: [
      {
        gaya: 'jumlah',
        sel: [
          { teks, kolom: 2, baris: 2 },
          { teks, centang: true },
        ],
      },
      { sel: [teks] },
    ],
  }),
  { jenis: 'isianData', baris: [{ label: teks, nilai: teks }] },
  {
    jenis: 'kotakCentang',
    kolom: 2,
    butir: [
      { teks, dicentang: true },
      { teks, dicentang: false },
    ],
  },
  {
    jenis: 'bingkai',
    baris: [
      {
        sel: [
          { bobot: 1, isi: [{ jenis: 'paragraf', teks }] },
          { bobot: 3, isi: [] },
        ],
      },
    ],
  },
  { jenis: 'gambar', sumber: 'foto', uraian: teks, lebarMm: 50, tinggiMm: 50, keterangan: teks },
  { jenis: 'garis', gaya: 'ganda' },
  { jenis: 'jarak', mm: 5 },
  { jenis: 'pemisahHalaman' },
  tandaTanganPejabat({ jabatan: teks, nama: teks, pangkat: teks, tempat: teks, tanda: { teks, gambar: 'ttd' } }),
]
const kop = kopKecamatan({ nama: JAHAT, kabupaten: JAHAT, alamat: JAHAT, logo: 'logo' })

describe('pratinjau', () => {
  it('setiap jenis bagian tampil, tanpa HTML dari isinya, tanpa gaya di tempat', () => {
    const { html, $ } = tampilkan(buatDokumen(semuaBlok(JAHAT), { kop }))
    expect($('script, [style], [onclick]')).toHaveLength(0)
    expect(html).not.toMatch(/undefined|\[object/)
    expect($('h2').text()).toContain(JAHAT)
    expect($('img[src="/berkas/foto"]').attr('alt')).toBe(JAHAT)
    expect($('.dok-kotak[aria-label="dipilih"]')).toHaveLength(1)
    expect($('ol.dok-daftar-huruf').attr('start')).toBe('3')
    expect($('ol ul.dok-daftar-strip li')).toHaveLength(1)
    expect($('.dok-l-75')).toHaveLength(1)
    expect($('.dok-pihak .dok-nama').text()).toContain('ALERT')
  })

  it('tabel: rentang, rata kolom sesudah sel yang merentang, dan nomor kolom', () => {
    const { $ } = tampilkan(buatDokumen(semuaBlok('teks')))
    expect($('thead tr').last().text().replace(/\s/g, '')).toBe('(1)(2)(3)')
    expect($('tbody td').first().attr('colspan')).toBe('2')
    expect($('tbody tr').last().find('td').attr('class')).toBe('dok-rata-angka')
    expect($('tbody tr').first().find('td').last().text()).toBe('☑ teks')
  })

  it('lebar kolom menjadi kelas yang berjumlah seratus', () => {
    const kolom = [3, 22, 8, 6, 6, 6, 6, 6, 6, 6, 6, 8, 9, 14].map((bobot) => ({ bobot }))
    const { $ } = tampilkan(buatDokumen([{ jenis: 'tabel', kolom, kepala: [], isi: [] }]))
    const lebar = $('col')
      .toArray()
      .map((el) => Number($(el).attr('class')?.replace('dok-l-', '')))
    expect(lebar.reduce((a, b) => a + b, 0)).toBe(100)
  })

  it('baris baru menjadi <br>', () => {
    const { $ } = tampilkan(buatDokumen(semuaBlok('teks')))
    expect($('p.dok-menjorok').html()).toBe(
      '<span class="dok-tebal dok-garis-bawah">teks</span>baris satu<br>baris dua',
    )
  })
})
