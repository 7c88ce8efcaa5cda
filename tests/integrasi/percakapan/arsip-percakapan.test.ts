import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { teksPdf } from '../../bantuan/baca-pdf.ts'
import { segel } from '../../bantuan/segel.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { bukaZip } from '../../bantuan/zip.ts'
import { formulirUji } from '../formulir/bantuan-formulir.ts'

let app: AplikasiUji
let sari: OrangUji
beforeAll(async () => {
  app = await bukaAplikasiUji()
  sari = await app.masukSebagai('sakip1')
}, 120_000)
afterAll(() => app.tutup())

it('arsip memuat percakapan dan catatan Camat sebagai dokumen dan data; sesudah disegel percakapan tertutup, catatan tidak', async () => {
  const siklusId = await mulaiSiklusUji(app)
  await sampaiLangkah(app, siklusId, 'P12')
  const { baris } = await formulirUji(app, siklusId)
  const alamatBaris = `/percakapan/baris/${baris[0]?.id}`
  const jawab = await sari.kirim(alamatBaris, { tujuan: 'UNIT', pertanyaan: 'Dari register yang mana?' })
  const alamat = String(jawab.headers.location).split('?')[0] ?? ''
  const joko = await app.masukSebagai('kasi.pemerintahan')
  expect((await joko.kirim(`${alamat}/jawaban`, { jawaban: 'Register surat masuk' })).status).toBe(303)
  const camat = await app.masukSebagai('camat')
  const tulis = await camat.kirim('/catatan-camat', {
    siklus: siklusId,
    kepada: 'SEKCAM',
    teks: 'Jangan terlambat lagi.',
  })
  const catatan = String(tulis.headers.location).split('?')[0] ?? ''
  const arsipId = await segel(sari, siklusId)

  const unduhan = await sari
    .buka(`/arsip/${arsipId}/unduh`)
    .buffer(true)
    .parse((jawab, selesai) => {
      const potong: Buffer[] = []
      jawab.on('data', (p: Buffer) => potong.push(p))
      jawab.on('end', () => selesai(null, Buffer.concat(potong)))
    })
  const isi = await bukaZip(unduhan.body as Buffer)
  const pdf = isi.get('percakapan.pdf')
  if (!pdf) throw new Error(`tidak ada percakapan.pdf: ${[...isi.keys()].join(', ')}`)
  const teks = (await teksPdf(pdf)).join(' ').replace(/\s+/g, ' ')
  for (const kata of ['Dari register yang mana?', 'Register surat masuk', 'Tim SAKIP']) expect(teks).toContain(kata)
  const data = JSON.parse(String(isi.get('data/isi.json'))) as Record<string, { teks?: string }[]>
  expect(data.pertanyaan).toHaveLength(1)
  expect(data.pesan_percakapan?.map((p) => p.teks).sort()).toEqual(['Dari register yang mana?', 'Register surat masuk'])

  const lembarCatatan = isi.get('catatan-camat.pdf')
  if (!lembarCatatan) throw new Error('tidak ada catatan-camat.pdf')
  const teksCatatan = (await teksPdf(lembarCatatan)).join(' ').replace(/\s+/g, ' ')
  for (const kata of ['Jangan terlambat lagi.', 'Sekretaris Kecamatan', 'Belum dibaca'])
    expect(teksCatatan).toContain(kata)
  expect(data.catatan_camat?.map((c) => c.teks)).toEqual(['Jangan terlambat lagi.'])
  const sekcam = await app.masukSebagai('sekcam')
  expect((await sekcam.kirim(`${catatan}/jawaban`, { versi: '1', jawaban: 'Siap.' })).status).toBe(303)

  expect((await joko.kirim(`${alamat}/jawaban`, { jawaban: 'Masih bisa?' })).status).toBe(409)
  expect((await sari.kirim(alamatBaris, { tujuan: 'UNIT', pertanyaan: 'Masih bisa bertanya?' })).status).toBe(409)
  expect((await sari.kirim(`${alamat}/penyelesaian`, { versi: '2' })).status).toBe(409)
  for (const sql of [
    "update pertanyaan set status = 'SELESAI' where siklus_id = $1",
    'update pesan_percakapan set ditarik_pada = now() where siklus_id = $1',
  ])
    await expect(app.sql(sql, [siklusId])).rejects.toThrow('sudah diarsipkan')
  expect((await sari.halaman('/'))('main').text()).not.toContain('Baca jawaban tentang')
}, 120_000)
