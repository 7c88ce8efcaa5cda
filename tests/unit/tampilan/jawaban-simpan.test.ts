import { expect, test } from 'vitest'
import { bacaJawaban, keKiriman } from '../../../src/peramban/bagian/jawaban-simpan.ts'

const pukul = new Date(2026, 6, 10, 9, 5)
const json = (isi: object, status = 200, kepala = {}) => Response.json(isi, { status, headers: kepala })
const html = (status: number) => new Response('<h1>Masuk</h1>', { status, headers: { 'content-type': 'text/html' } })

test('diterima: Tersimpan dengan jam bertitik, data diteruskan', async () => {
  const jawaban = await bacaJawaban(json({ versi: 4, status: 'TERISI', teks: 'Terisi', capaian: '97,75' }), pukul)
  expect(jawaban).toMatchObject({ jenis: 'tersimpan', teks: 'Tersimpan 09.05', data: { versi: 4, capaian: '97,75' } })
})

test('gangguan dan terlalu sering: belum terkirim, diulang setelah waktu yang diminta', async () => {
  expect(await bacaJawaban(json({}, 503, { 'retry-after': '5' }))).toMatchObject({
    jenis: 'tertunda',
    teks: 'Belum terkirim',
    tungguMs: 5000,
  })
  expect(await bacaJawaban(html(429))).toMatchObject({ jenis: 'tertunda', tungguMs: 0 })
})

test('ditolak: kalimat peladen dipakai, tidak diulang', async () => {
  expect(await bacaJawaban(json({ teks: 'Tulis angka, misalnya 1.250' }, 422))).toMatchObject({
    jenis: 'ditolak',
    teks: 'Tulis angka, misalnya 1.250',
  })
  expect((await bacaJawaban(html(409))).teks).toContain('diubah orang lain')
})

test('halaman masuk sebagai jawaban bukan berarti tersimpan', async () => {
  const jawaban = await bacaJawaban(html(200))
  expect(jawaban.jenis).toBe('keluar')
  expect(jawaban.teks).toContain('masuk lagi')
})

test('sesi habis: bukan penolakan, menunggu sampai masuk lagi', async () => {
  expect(await bacaJawaban(json({ pesan: 'Sesi Anda habis.' }, 401))).toMatchObject({ jenis: 'keluar' })
})

test('didahului orang lain: kedua isi dan siapa yang mendahului', async () => {
  const bentrok = { oleh: 'Budi', pada: '6 Jul 2026, 10.42', isi: { 'v.a': '3' } }
  const jawaban = await bacaJawaban(json({ versi: 5, teks: 'Budi lebih dulu', bentrok }, 409))
  expect(keKiriman(jawaban)).toEqual({ jenis: 'bentrok', teks: 'Budi lebih dulu', versi: 5, lawan: bentrok })
  expect(keKiriman(await bacaJawaban(json({ teks: 'sudah diserahkan' }, 409)))).toMatchObject({ jenis: 'ditolak' })
})
