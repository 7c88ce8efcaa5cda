import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  bacaKonfigurasi,
  folderProyek,
  KonfigurasiSalah,
  NAMA_PENGATURAN,
} from '../../../src/inti/konfigurasi/index.ts'
import { ambilRahasiaSesi } from '../../../src/inti/konfigurasi/rahasia.ts'

const ACAK = 'k3Jx9vQ2mZ7pL5tR8wY1bN4cF6hD0sGa'

function keluhan(env: Record<string, string>): string[] {
  try {
    bacaKonfigurasi(env)
  } catch (sebab) {
    if (sebab instanceof KonfigurasiSalah) return [...sebab.daftar]
    throw sebab
  }
  return []
}

describe('bacaKonfigurasi', () => {
  it('memberi nilai bawaan yang aman bila lingkungan kosong', () => {
    expect(bacaKonfigurasi({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      urlBasisData: null,
      urlAplikasi: null,
      folderData: join(folderProyek, 'data'),
      folderCadangan: join(folderProyek, 'data/cadangan'),
      contoh: true,
      kantorBaru: false,
      rahasiaSesi: null,
      https: false,
      proxy: 0,
      log: 'info',
      batasUnggahMb: 20,
      alamat: null,
      surel: null,
    })
  })

  it('surel memerlukan server dan pengirim; sandinya tidak disebut di keluhan; alamat Takar tanpa garis miring di ujung', () => {
    const benar = {
      TAKAR_SMTP: 'smtp://akun:mangga@surel.desa.id:587',
      TAKAR_SMTP_PENGIRIM: 'Takar Kecamatan Taman <takar@desa.id>',
      TAKAR_ALAMAT: 'http://192.168.1.10:3000/',
    }
    expect(bacaKonfigurasi(benar)).toMatchObject({
      alamat: 'http://192.168.1.10:3000',
      surel: { smtp: benar.TAKAR_SMTP, pengirim: benar.TAKAR_SMTP_PENGIRIM },
    })
    expect(keluhan({ TAKAR_SMTP: benar.TAKAR_SMTP })).toEqual([expect.stringContaining('isi keduanya')])
    const salah = keluhan({
      ...benar,
      TAKAR_SMTP: 'http://akun:mangga@surel',
      TAKAR_SMTP_PENGIRIM: 'Takar',
      TAKAR_ALAMAT: 'takar',
    })
    expect(salah).toHaveLength(3)
    expect(salah.join()).not.toContain('mangga')
  })

  it('cadangan: folder sendiri, atau dimatikan', () => {
    expect(bacaKonfigurasi({ TAKAR_CADANGAN: '/media/cakram' }).folderCadangan).toBe('/media/cakram')
    expect(bacaKonfigurasi({ TAKAR_DATA: '/srv/takar' }).folderCadangan).toBe('/srv/takar/cadangan')
    expect(bacaKonfigurasi({ TAKAR_CADANGAN: 'tidak' }).folderCadangan).toBeNull()
  })

  it('membaca setiap pengaturan, dan menganggap isian kosong sebagai tidak diisi', () => {
    const hasil = bacaKonfigurasi({
      PORT: '8080',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgresql://takar:a%40b@db:5432/takar?sslmode=verify-full',
      DATABASE_URL_APLIKASI: '  ',
      TAKAR_DATA: '/srv/data takar',
      TAKAR_CONTOH: 'tidak',
      TAKAR_RAHASIA_SESI: ACAK,
      TAKAR_HTTPS: 'ya',
      TAKAR_PROXY: '1',
      TAKAR_LOG: 'debug',
      TAKAR_BATAS_UNGGAH_MB: '50',
      PATH: '/bin',
    })
    expect(hasil).toMatchObject({ port: 8080, host: '0.0.0.0', urlAplikasi: null, folderData: '/srv/data takar' })
    expect(hasil).toMatchObject({
      contoh: false,
      rahasiaSesi: ACAK,
      https: true,
      proxy: 1,
      log: 'debug',
      batasUnggahMb: 50,
    })
  })

  it.each([
    ['PORT', '70000'],
    ['PORT', '3000a'],
    ['PORT', '-1'],
    ['HOST', 'http://0.0.0.0'],
    ['DATABASE_URL', 'mysql://x@y/z'],
    ['DATABASE_URL', 'postgresql://x@y/'],
    ['TAKAR_CONTOH', 'true'],
    ['TAKAR_HTTPS', 'on'],
    ['TAKAR_PROXY', 'ya'],
    ['TAKAR_LOG', 'berisik'],
    ['TAKAR_BATAS_UNGGAH_MB', '0'],
    ['TAKAR_BATAS_UNGGAH_MB', '1.5'],
    ['TAKAR_RAHASIA_SESI', 'pendek'],
    ['TAKAR_RAHASIA_SESI', 'a'.repeat(64)],
    ['TAKAR_RAHASIA_SESI', 'ganti-dengan-teks-acak-yang-panjang-1234'],
    ['TAKAR_CONTO', 'tidak'],
  ])('menolak %s=%s dengan satu kalimat yang menyebut namanya', (nama, nilai) => {
    const daftar = keluhan({ [nama]: nilai })
    expect(daftar).toHaveLength(1)
    expect(daftar[0]).toMatch(new RegExp(`^${nama}: .+\\.$`))
  })

  it('menyebut semua kesalahan sekaligus', () => {
    expect(keluhan({ PORT: 'x', TAKAR_HTTPS: 'x', TAKAR_LOG: 'x', TAKAR_SALAH: 'x' })).toHaveLength(4)
  })

  it('menolak akun aplikasi tanpa basis data pemiliknya', () => {
    expect(keluhan({ DATABASE_URL_APLIKASI: 'postgresql://a@b/c' })).toEqual([
      'DATABASE_URL_APLIKASI: hanya berlaku bersama DATABASE_URL.',
    ])
  })

  it('tidak mengulang rahasia dan sandi dalam keluhan', () => {
    const daftar = keluhan({ DATABASE_URL: 'mysql://u:sandiku@h/d', TAKAR_RAHASIA_SESI: 'rahasiaku' })
    expect(daftar.join()).not.toMatch(/sandiku|rahasiaku/)
  })

  it('.env.example menyebut setiap pengaturan, dan hanya itu', () => {
    const contoh = readFileSync(join(folderProyek, '.env.example'), 'utf8')
    const nama = [...contoh.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((cocok) => cocok[1])
    expect(nama).toEqual(NAMA_PENGATURAN)
  })
})

describe('ambilRahasiaSesi', () => {
  let folderData = ''
  beforeEach(() => {
    folderData = mkdtempSync(join(tmpdir(), 'takar-rahasia-'))
  })
  afterEach(() => rmSync(folderData, { recursive: true }))

  it('memakai yang ditetapkan', () => {
    expect(ambilRahasiaSesi({ rahasiaSesi: ACAK, folderData })).toBe(ACAK)
  })

  it('membuat sekali, menyimpan tertutup, dan memberi yang sama sesudahnya', () => {
    const pertama = ambilRahasiaSesi({ rahasiaSesi: null, folderData })
    expect(pertama).toHaveLength(96)
    expect(ambilRahasiaSesi({ rahasiaSesi: null, folderData })).toBe(pertama)
    expect(statSync(join(folderData, 'rahasia-sesi')).mode & 0o777).toBe(0o600)
  })

  it('menutup berkas yang terlanjur terbuka', () => {
    ambilRahasiaSesi({ rahasiaSesi: null, folderData })
    chmodSync(join(folderData, 'rahasia-sesi'), 0o644)
    ambilRahasiaSesi({ rahasiaSesi: null, folderData })
    expect(statSync(join(folderData, 'rahasia-sesi')).mode & 0o777).toBe(0o600)
  })

  it('menolak berkas yang rusak', () => {
    writeFileSync(join(folderData, 'rahasia-sesi'), 'pendek\n', { mode: 0o600 })
    expect(() => ambilRahasiaSesi({ rahasiaSesi: null, folderData })).toThrow(/terlalu pendek/)
  })
})
