import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PERAN } from '../../../src/inti/pelaku.ts'
import { alamatBantuan, cariBantuanHalaman } from '../../../src/modul/bantuan/cari-bantuan.ts'
import type { BantuanHalaman, Naskah } from '../../../src/modul/bantuan/naskah/bentuk.ts'
import { BANTUAN_HALAMAN, PANDUAN_PERAN } from '../../../src/modul/bantuan/naskah/index.ts'
import { teksNaskah, uraiNaskah } from '../../../src/modul/bantuan/urai-naskah.ts'

const AKAR = join(import.meta.dirname, '../../..')
const isiFolder = (folder: string): string =>
  readdirSync(join(AKAR, folder), { recursive: true, encoding: 'utf8' })
    .filter((nama) => /\.(ejs|ts)$/.test(nama))
    .map((nama) => readFileSync(join(AKAR, folder, nama), 'utf8'))
    .join('\n')
/** Templates and code of a module, with the pieces that every page may include. */
const sumberModul = (modul: string): string => isiFolder(`views/${modul}`) + isiFolder(`src/modul/${modul}`)
const BERSAMA = isiFolder('views/parsial')

/** Does a button (or link) carry just these words: between tags, or as a whole string? */
function adaTombol(sumber: string, nama: string): boolean {
  const kata = nama.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`[>'"\`]\\s*${kata}\\s*(?:<|'|"|\`|\\$\\{)`).test(sumber)
}

const naskahHalaman = (b: BantuanHalaman): Naskah[] => [
  b.guna,
  ...b.langkah,
  ...(b.bidang ?? []).flatMap(({ arti, rumus = '', contoh = '' }) => [arti, rumus, contoh]),
]
const naskahPanduan = (p: (typeof PANDUAN_PERAN)[number]): Naskah[] => [
  p.ringkas,
  ...p.bagian.flatMap((b) => b.langkah),
  ...p.hariPertama.map((l) => l.uraian),
]
const tombol = (naskah: Naskah[]) => naskah.flatMap(uraiNaskah).filter((p) => p.jenis === 'tombol')

describe('naskah bantuan menyebut yang benar-benar ada', () => {
  it.each(BANTUAN_HALAMAN.map((b) => [b.kode, b] as const))('tombol pada bantuan %s', (_kode, b) => {
    const sumber = b.modul.map(sumberModul).join('\n') + BERSAMA
    expect(
      tombol(naskahHalaman(b))
        .map((p) => p.teks)
        .filter((teks) => !adaTombol(sumber, teks)),
    ).toEqual([])
  })

  it.each(PANDUAN_PERAN.map((p) => [p.kode, p] as const))('tombol pada panduan %s', (_kode, p) => {
    // a guide goes through many modules; its own texts do not count as proof
    const sumber = readdirSync(join(AKAR, 'src/modul'))
      .filter((modul) => modul !== 'bantuan' && modul !== 'README.md' && modul !== 'pengukuran' && modul !== 'berkas')
      .map(sumberModul)
      .join('\n')
    expect(
      tombol(naskahPanduan(p))
        .map((satu) => satu.teks)
        .filter((teks) => !adaTombol(sumber, teks)),
    ).toEqual([])
  })

  it('tombol yang berganti nama ketahuan', () => {
    expect(adaTombol('<button>Simpan bukti</button>', 'Simpan bukti')).toBe(true)
    expect(adaTombol("{ teks: 'Buka survei' }", 'Buka survei')).toBe(true)
    expect(adaTombol('<button>Simpan bukti ini</button>', 'Simpan bukti')).toBe(false)
    expect(adaTombol('<p>Tekan Simpan bukti dahulu</p>', 'Simpan bukti')).toBe(false)
  })

  it('setiap peran mempunyai satu panduan dengan 3–5 langkah hari pertama', () => {
    expect(PANDUAN_PERAN.map((p) => p.peran).sort()).toEqual([...PERAN].sort())
    for (const p of PANDUAN_PERAN) {
      expect(p.hariPertama.length, p.kode).toBeGreaterThanOrEqual(3)
      expect(p.hariPertama.length, p.kode).toBeLessThanOrEqual(5)
      expect(new Set(p.hariPertama.map((l) => l.kode)).size, p.kode).toBe(p.hariPertama.length)
    }
  })

  it('kode dan alamat tidak kembar; panduan hanya menunjuk bantuan halaman yang ada', () => {
    const kode = BANTUAN_HALAMAN.map((b) => b.kode)
    expect(new Set(kode).size).toBe(kode.length)
    const pola = BANTUAN_HALAMAN.flatMap((b) => b.pola)
    expect(pola.filter((satu, ke) => pola.indexOf(satu) !== ke)).toEqual([])
    expect(PANDUAN_PERAN.flatMap((p) => p.halaman).filter((satu) => !kode.includes(satu))).toEqual([])
    // no help that no guide leads to
    const ditunjuk = new Set(PANDUAN_PERAN.flatMap((p) => p.halaman))
    expect(
      kode.filter(
        (satu) => !ditunjuk.has(satu) && satu !== 'kontak' && satu !== 'instruksi' && satu !== 'tugas-langkah',
      ),
    ).toEqual([])
  })

  it('setiap penjelasan di samping isian menunjuk naskah yang ada; kodenya tidak kembar', () => {
    const ada = BANTUAN_HALAMAN.flatMap((b) => (b.bidang ?? []).map((bidang) => `${b.kode}#arti-${bidang.kode}`))
    expect(ada.filter((satu, ke) => ada.indexOf(satu) !== ke)).toEqual([])
    const sumber = isiFolder('views') + isiFolder('src/modul')
    const ditunjuk = new Set(sumber.match(/[a-z-]+#arti-[a-z-]*[a-z]/g))
    expect(ditunjuk.size).toBeGreaterThan(30)
    expect([...ditunjuk].filter((satu) => !ada.includes(satu))).toEqual([])
  })

  it('kalimatnya utuh: tanda kurung tertutup, diakhiri titik', () => {
    const semua = [...BANTUAN_HALAMAN.flatMap(naskahHalaman), ...PANDUAN_PERAN.flatMap(naskahPanduan)].filter(Boolean)
    expect(semua.length).toBeGreaterThan(250)
    expect(semua.map(teksNaskah).filter((teks) => /\[|\]|\|/.test(teks) || !/[.%]$/.test(teks))).toEqual([])
  })
})

describe('bantuan sebuah halaman', () => {
  it('dicari menurut alamatnya; yang tertulis lengkap mendahului yang bertanda', () => {
    expect(cariBantuanHalaman('/')?.kode).toBe('tugas-saya')
    expect(cariBantuanHalaman('/formulir/0f0/baris/1a/bukti')?.kode).toBe('bukti')
    expect(cariBantuanHalaman('/siklus/baru')?.kode).toBe('mulai-siklus')
    expect(cariBantuanHalaman('/siklus/9a')?.kode).toBe('siklus')
    expect(cariBantuanHalaman('/siklus/9a/langkah/P7/rekap/')?.kode).toBe('rekap')
    expect(cariBantuanHalaman('/formulir/1/blangko')).toBeNull()
  })

  it('tanpa bantuannya sendiri: panduan peran; di halaman bantuan: daftarnya', () => {
    expect(alamatBantuan({ peran: ['KASI'] }, '/formulir/1')).toBe('/bantuan/halaman/formulir')
    expect(alamatBantuan({ peran: ['STAF', 'TIM_SAKIP'] }, '/lain')).toBe('/bantuan/peran/tim-sakip')
    expect(alamatBantuan({ peran: ['KASI'] }, '/bantuan/peran/kasi')).toBe('/bantuan')
    expect(alamatBantuan({ peran: [] }, '/lain')).toBe('/bantuan')
  })
})

describe('naskah', () => {
  it('diuraikan menjadi kata, tombol, dan halaman', () => {
    expect(uraiNaskah('Tekan [[Simpan]] di [[Siklus|/siklus]].')).toEqual([
      { teks: 'Tekan ', jenis: 'biasa', alamat: '' },
      { teks: 'Simpan', jenis: 'tombol', alamat: '' },
      { teks: ' di ', jenis: 'biasa', alamat: '' },
      { teks: 'Siklus', jenis: 'halaman', alamat: '/siklus' },
      { teks: '.', jenis: 'biasa', alamat: '' },
    ])
    expect(teksNaskah('Tekan [[Simpan]] di [[Siklus|/siklus]].')).toBe('Tekan Simpan di Siklus.')
  })
})
