import { join } from 'node:path'
import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { buatMesinTemplat } from '../../../src/inti/http/mesin-templat.ts'
import type { Pelaku, Peran } from '../../../src/inti/pelaku.ts'
import type { BarisBeda } from '../../../src/modul/impor/bedakan.ts'
import type { DefinisiImpor } from '../../../src/modul/impor/definisi.ts'
import type { Impor } from '../../../src/modul/impor/kueri.ts'
import { susunDaftarJenis, susunJenis } from '../../../src/modul/impor/tampilan.ts'
import { susunPratinjau } from '../../../src/modul/impor/tampilan-pratinjau.ts'
import { LEMBAR_CONTOH } from './contoh.ts'

const mesin = buatMesinTemplat({ akar: join(import.meta.dirname, '../../../views'), cache: true })
const gambar = (nama: string, vm: object) => {
  const html = mesin.gambar(nama, { ...vm, kunci: 'k' })
  expect(html).not.toMatch(/undefined|\[object|NaN|<script/)
  return load(html)
}
const orang = (...peran: Peran[]) => ({ peran, zonaWaktu: 'Asia/Jakarta', penugasan: [] }) as unknown as Pelaku
const definisi: DefinisiImpor = {
  kode: 'anggaran',
  nama: 'Anggaran',
  keterangan: 'Pagu per sub kegiatan.',
  tahunan: true,
  pembaca: ['TIM_SAKIP', 'KASI'],
  penulis: ['TIM_SAKIP'],
  halaman: ({ tahun }) => ({ teks: 'Program dan anggaran', alamat: `/perencanaan/program?tahun=${tahun}` }),
  siapkan: async () => ({ lembar: [], kini: {} }),
  terapkan: async () => {},
}
const impor: Impor = {
  id: '7d1a',
  jenis: 'anggaran',
  tahun: 2026,
  namaBerkas: '<script>alert(1)</script>.xlsx',
  sha256: 'x',
  status: 'PRATINJAU',
  susunan: [{ ...LEMBAR_CONTOH, ada: ['kode', 'pagu'] }],
  catatan: ['Lembar “Lain” tidak ada di berkas; isinya tidak berubah.'],
  diunggahPada: new Date('2026-07-06T02:00:00Z'),
  diunggahOleh: 'Sari, Tim SAKIP',
  diterapkanPada: null,
  diterapkanOleh: '',
  dibatalkanPada: null,
  dibatalkanOleh: '',
  alasanBatal: '',
  versi: 3,
  hitungan: { BARU: 1, BERUBAH: 1, SAMA: 7, DITOLAK: 0 },
  terakhir: true,
}
const lama = { kode: '7.01', kelurahan: 'Beji', pagu: '4500000.00', dana: 'PAD' }
const baris: BarisBeda[] = [
  { lembar: 'belanja', nomor: 4, status: 'BERUBAH', lama, baru: { ...lama, pagu: '5000000', dana: null }, salah: [] },
  {
    lembar: 'belanja',
    nomor: 5,
    status: 'BARU',
    lama: null,
    baru: { kode: '7.02', kelurahan: null, pagu: '0' },
    salah: [],
  },
]
const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()

describe('halaman impor', () => {
  it('daftar: yang boleh dibaca saja, dan hak masing-masing', () => {
    expect(gambar('impor/daftar', susunDaftarJenis([definisi], orang('KASI')))('tbody').text()).toContain('Unduh')
    expect(gambar('impor/daftar', susunDaftarJenis([definisi], orang('KASI')))('tbody').text()).not.toContain('unggah')
    expect(gambar('impor/daftar', susunDaftarJenis([definisi], orang('STAF')))('tbody').text()).toContain(
      'Tidak ada yang dapat',
    )
  })

  it('satu jenis: unduh untuk semua pembaca, unggah untuk penulis, tahun tetap terbawa', () => {
    const bahan = { definisi, konteks: { tahun: 2025 }, tahunIni: 2026, impor: [impor] }
    const $ = gambar('impor/jenis', susunJenis({ ...bahan, pelaku: orang('TIM_SAKIP') }, { berkas: 'Pilih berkas.' }))
    expect($('form').attr('action')).toBe('/impor/anggaran?tahun=2025')
    expect($('form').attr('enctype')).toBe('multipart/form-data')
    expect($('a[download]').first().attr('href')).toBe('/impor/anggaran/ekspor?tahun=2025')
    expect($('[role=alert]').text()).toContain('Pilih berkas.')
    expect($('table').text()).toContain('1 baru, 1 berubah, 7 sama')
    expect(gambar('impor/jenis', susunJenis({ ...bahan, pelaku: orang('KASI') }))('form')).toHaveLength(0)
  })

  it('pratinjau: tiap kolom yang berubah dari apa menjadi apa, baris baru, tombol Terapkan', () => {
    const $ = gambar('impor/pratinjau', susunPratinjau({ definisi, impor, baris, pelaku: orang('TIM_SAKIP') }))
    const ubah = $('table')
      .first()
      .find('tbody tr')
      .toArray()
      .map((tr) => rapi($(tr).text()))
    expect(ubah).toEqual([
      '7.01 BejiBelanja, baris 4 Pagu 4.500.000 5.000.000',
      '7.01 BejiBelanja, baris 4 Sumber dana Pendapatan asli daerah –',
    ])
    expect(rapi($('table').last().text())).toContain('5 7.02 – 0')
    expect(
      $('form')
        .map((_, f) => $(f).attr('action'))
        .get(),
    ).toEqual(['/impor/anggaran/7d1a/penerapan', '/impor/anggaran/7d1a/pembuangan'])
    expect($('input[name=versi]').first().val()).toBe('3')
    expect(
      gambar('impor/pratinjau', susunPratinjau({ definisi, impor, baris, pelaku: orang('KASI') }))('form'),
    ).toHaveLength(0)
  })

  it('dengan baris yang ditolak tidak ada Terapkan; lembar, baris, kolom dan yang harus dilakukan disebut', () => {
    const ditolak: BarisBeda = {
      lembar: 'belanja',
      nomor: 9,
      status: 'DITOLAK',
      lama: null,
      baru: {},
      salah: [
        { kolom: 'pagu', pesan: 'Pagu belum diisi.' },
        { kolom: null, pesan: 'Baris kembar.' },
      ],
    }
    const $ = gambar(
      'impor/pratinjau',
      susunPratinjau({
        definisi,
        impor: { ...impor, hitungan: { BARU: 0, BERUBAH: 0, SAMA: 0, DITOLAK: 1 } },
        baris: [ditolak],
        pelaku: orang('TIM_SAKIP'),
      }),
    )
    expect(
      $('tbody tr')
        .toArray()
        .map((tr) => rapi($(tr).text())),
    ).toEqual(['Belanja 9 Pagu Pagu belum diisi.', 'Belanja 9 Seluruh baris Baris kembar.'])
    expect(
      $('form')
        .map((_, f) => $(f).attr('action'))
        .get(),
    ).toEqual(['/impor/anggaran/7d1a/pembuangan'])
  })

  it('yang sudah diterapkan: pembatalan dengan alasan, hanya bila terakhir', () => {
    const diterapkan: Impor = {
      ...impor,
      status: 'DITERAPKAN',
      diterapkanPada: new Date('2026-07-06T03:00:00Z'),
      diterapkanOleh: 'Sari',
    }
    const bahan = { definisi, baris, pelaku: orang('TIM_SAKIP') }
    const $ = gambar(
      'impor/pratinjau',
      susunPratinjau(
        { ...bahan, impor: diterapkan },
        { isian: { alasan: 'salah' }, kesalahan: { alasan: 'Terlalu pendek.' } },
      ),
    )
    expect($('form').attr('action')).toBe('/impor/anggaran/7d1a/pembatalan')
    expect($('textarea[name=alasan]').val()).toBe('salah')
    expect(
      gambar('impor/pratinjau', susunPratinjau({ ...bahan, impor: { ...diterapkan, terakhir: false } }))('form'),
    ).toHaveLength(0)
  })
})
