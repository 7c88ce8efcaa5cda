import * as cheerio from 'cheerio'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { ulangi } from '../../bantuan/jalan-siklus.ts'
import { rapikan } from '../../bantuan/peramban-polos.ts'
import { lengkapiJenis, mulaiSiklusUji } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'

let app: AplikasiUji
let id: string
const ALASAN = 'Datanya sudah ada di dokumen bulan lalu.'
beforeAll(async () => {
  app = await bukaAplikasiUji()
  lengkapiJenis()
  const sop = await pasangSopKecil(
    app,
    'lewat',
    [
      { kode: 'A', uraian: 'Kumpulkan berkas' },
      { kode: 'B', pelaksana: 'KASI', opsional: true },
      { kode: 'C', pelaksana: 'SEKCAM', keputusan: { ya: 'D', tidak: ['A'] } },
      { kode: 'D', pelaksana: 'CAMAT' },
    ],
    { bolehMelewati: ['SEKCAM'] },
  )
  id = await mulaiSiklusUji(app, { sop, periode: { jenis: 'BULAN', tahun: 2026, nomor: 1 } })
})
afterAll(() => app.tutup())

const lewati = async (nama: string, kode: string, alasan = ALASAN) =>
  (await app.masukSebagai(nama)).kirim(`/siklus/${id}/langkah/${kode}/pelewatan`, { [`alasanLewat.${kode}`]: alasan })
const status = async () =>
  (
    await app.sql<{ s: string }>(
      "select string_agg(kode || ':' || status, ' ' order by urut) as s from langkah_siklus where siklus_id = $1",
      [id],
    )
  )[0]?.s

it('hanya yang disebut SOP boleh melewati; yang lain tidak ditawari dan ditolak 403 dengan nama kolomnya', async () => {
  const sakip = await app.masukSebagai('sakip1')
  expect((await sakip.halaman(`/siklus/${id}`))('form[action$="/pelewatan"]').length).toBe(0)
  expect((await sakip.halaman(`/siklus/${id}/langkah/A/tugas`))('a[href*="#lewati-"]').length).toBe(0)
  const tolak = await lewati('sakip1', 'A')
  expect(tolak.status).toBe(403)
  expect(tolak.text).toContain('langkah 1 hanya boleh dilewati oleh SEKCAM')
  expect((await lewati('pengamat', 'A')).status).toBe(403)
  expect((await lewati('sekcam', 'TIDAK_ADA')).status).toBe(404)
  expect(await status()).toBe('A:BERJALAN B:BELUM C:BELUM D:BELUM')
})

it('tanpa alasan 422, isian tetap dan formulirnya terbuka; langkah yang belum terbuka 409', async () => {
  const tolak = await lewati('sekcam', 'A', 'sudah')
  expect(tolak.status).toBe(422)
  const $ = cheerio.load(tolak.text)
  expect($('details[open] textarea[name="alasanLewat.A"]').text().trim()).toBe('sudah')
  expect($('.isian__salah').text()).toContain('paling sedikit 10 huruf')
  expect((await lewati('sekcam', 'D')).status).toBe(409)
  expect(await status()).toBe('A:BERJALAN B:BELUM C:BELUM D:BELUM')
})

it('dilewati dengan alasan: berikutnya terbuka, siapa dan mengapa tampak di siklus, langkah, riwayat, dan jejak', async () => {
  const sekcam = await app.masukSebagai('sekcam')
  const tautan = (await sekcam.halaman(`/siklus/${id}/langkah/A/tugas`))('a[href*="#lewati-"]').attr('href') ?? ''
  const lembar = await sekcam.halaman(`/siklus/${id}`)
  expect(lembar(tautan.slice(tautan.indexOf('#'))).text()).toContain('“Kumpulkan berkas” tidak dikerjakan')
  expect((await lewati('sekcam', 'A')).status).toBe(303)
  expect(await status()).toBe('A:DILEWATI B:BERJALAN C:BELUM D:BELUM')
  const butir = (await sekcam.halaman(`/siklus/${id}`))('.langkah__butir').first()
  expect(rapikan(butir.text())).toMatch(/Dilewati.*Alasan: Datanya sudah ada di dokumen bulan lalu\. \(.*2026/)
  const langkah = await sekcam.halaman(`/siklus/${id}/langkah/A/tugas`)
  expect(langkah('.catatan').text()).toContain(ALASAN)
  expect(langkah('form[action*="/tugas"]').length).toBe(0)
  const riwayat = rapikan((await sekcam.halaman(`/siklus/${id}/riwayat`))('.riwayat').text())
  expect(riwayat).toMatch(/dilewati\..*sebagai Sekretaris Kecamatan.*Alasan: Datanya sudah ada/)
  const [jejak] = await app.sql<{ jabatan_pelaku: string; alasan: string }>(
    "select jabatan_pelaku, rincian->>'alasan' as alasan from jejak where siklus_id = $1 and peristiwa = 'siklus.lewati'",
    [id],
  )
  expect(jejak).toEqual({ jabatan_pelaku: 'Sekretaris Kecamatan', alasan: ALASAN })
  expect((await lewati('sekcam', 'A')).status).toBe(409)
  const { langkah: ulang } = await ulangi(app, id)
  expect([ulang.A?.status, ulang.B?.status]).toEqual(['DILEWATI', 'BERJALAN'])
})

it('langkah "bila diperlukan" dilewati pelaksananya sendiri; keputusan tidak pernah', async () => {
  expect((await lewati('kasi.pmd', 'B')).status).toBe(303)
  expect(await status()).toBe('A:DILEWATI B:DILEWATI C:BERJALAN D:BELUM')
  const sekcam = await app.masukSebagai('sekcam')
  expect((await sekcam.halaman(`/siklus/${id}`))('form[action$="/pelewatan"]').length).toBe(0)
  const tolak = await lewati('sekcam', 'C')
  expect(tolak.status).toBe(422)
  expect(tolak.text).toContain('Keputusan dan pengarsipan tidak dapat dilewati.')
})

it('siklus yang dibatalkan: alasan dan siapa di halamannya, riwayat, dan daftar siklus', async () => {
  const sekcam = await app.masukSebagai('sekcam')
  const alasan = 'Periode yang dipilih ternyata keliru.'
  expect((await sekcam.kirim(`/siklus/${id}/pembatalan`, { alasan })).status).toBe(303)
  const $ = await sekcam.halaman(`/siklus/${id}`)
  expect(rapikan($('.catatan').text())).toMatch(
    /Siklus ini dibatalkan ?Oleh .*, Sekretaris Kecamatan\. Alasan: Periode/,
  )
  expect($('form[action$="/pelewatan"], form[action$="/pembatalan"]').length).toBe(0)
  const daftar = await sekcam.halaman('/siklus')
  expect(rapikan(daftar(`tr:has(a[href="/siklus/${id}"])`).text())).toMatch(/Sekretaris Kecamatan\. Alasan: Periode/)
  const riwayat = rapikan((await sekcam.halaman(`/siklus/${id}/riwayat`))('.riwayat li').first().text())
  expect(riwayat).toMatch(/dibatalkan\..*sebagai Sekretaris Kecamatan.*Alasan: Periode/)
  expect((await lewati('sekcam', 'C')).status).toBe(409)
})
