import { writeFileSync } from 'node:fs'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { teksPdf } from '../../bantuan/baca-pdf.ts'

const KODE = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9']
const JAWABAN = Object.fromEntries(KODE.map((k) => [k, '3']))
let app: AplikasiUji
let kasi: OrangUji
let alamat: string
let tautan: string
beforeAll(async () => {
  app = await bukaAplikasiUji()
  kasi = await app.masukSebagai('kasi.pelayanan')
  const [survei] = await app.sql<{ id: string }>("select id from survei_kepuasan where status = 'DIBUKA'")
  alamat = `/survei-kepuasan/${survei?.id}`
})
afterAll(() => app.tutup())

const versi = async (): Promise<string> =>
  String(
    (await app.sql<{ versi: number }>('select versi from survei_kepuasan where id = $1', [alamat.split('/')[2]]))[0]
      ?.versi,
  )
const masuk = async (): Promise<number> =>
  Number((await app.sql<{ n: string }>("select count(*) as n from jawaban_survei where asal = 'PENGUNJUNG'"))[0]?.n)
/** Makes or renews the address and returns the visitors' path. */
async function buatTautan(): Promise<string> {
  await kasi.kirim(`${alamat}/tautan`, { versi: await versi() }).expect(303)
  return new URL((await kasi.halaman(`${alamat}/tautan`))('.survei__alamat').text()).pathname
}

describe('halaman pengunjung', () => {
  it('tanpa tautan tidak ada halamannya; yang bukan pengelola tidak dapat membuatnya', async () => {
    const tamu = app.tamu()
    for (const jalur of ['/survei/salah', '/survei/abcdefghjkmnpq', '/survei/abcdefghjkmnpq/terima-kasih'])
      await tamu.buka(jalur).expect(404)
    await tamu.kirim('/survei/abcdefghjkmnpq', JAWABAN).expect(404)
    await (await app.masukSebagai('kasi.trantib')).kirim(`${alamat}/tautan`, { versi: await versi() }).expect(403)
    await kasi.kirim(`${alamat}/tautan/pencabutan`, { versi: await versi() }).expect(409)
    await kasi.buka(`${alamat}/tautan/qr`).expect(404)
    await kasi.buka(`${alamat}/tautan/poster`).expect(404)
    tautan = await buatTautan()
    const qr = await kasi.buka(`${alamat}/tautan/qr`).expect(200)
    expect(qr.headers['content-type']).toContain('image/svg+xml')
    const poster = await kasi
      .buka(`${alamat}/tautan/poster`)
      .buffer(true)
      .parse((res, selesai) => {
        const potong: Buffer[] = []
        res.on('data', (d: Buffer) => potong.push(d)).on('end', () => selesai(null, Buffer.concat(potong)))
      })
    if (process.env.TAKAR_LIHAT) writeFileSync(`${process.env.TAKAR_LIHAT}/poster.pdf`, poster.body)
    const halaman = await teksPdf(poster.body as Buffer)
    expect(halaman).toHaveLength(1)
    expect(halaman[0]?.replace(/\s+/g, '')).toContain(tautan)
    expect(halaman[0]).toContain('Bagaimana layanan kami?')
  })

  it('bekerja tanpa akun dan tanpa skrip, tidak memperlihatkan hasil apa pun', async () => {
    const $ = await app.tamu().halaman(tautan)
    expect($('fieldset.survei__tanya')).toHaveLength(10)
    expect($('input[type=radio]')).toHaveLength(36)
    expect($('input[type=text], input[type=email], input[type=tel]')).toHaveLength(0)
    expect($('main').text()).not.toMatch(/IKM|mutu|responden|NRR/i)
    expect($('h1')).toHaveLength(1)
  })

  it('jawaban yang kurang diminta dilengkapi dengan isian tetap; jawaban asing ditolak', async () => {
    const tamu = app.tamu()
    const kurang = await tamu.kirim(tautan, { ...JAWABAN, U4: '', U5: '7', saran: 'Bangku ditambah' }).expect(422)
    expect(kurang.text).toContain('Pilih salah satu jawaban.')
    expect(kurang.text).toContain('Jawaban U5 harus 1, 2, 3, atau 4.')
    expect(kurang.text).toContain('Bangku ditambah')
    expect(await masuk()).toBe(0)
  })

  it('kiriman dari situs lain ditolak; yang sah tersimpan sekali walau terkirim dua kali', async () => {
    await request(app.alamat).post(tautan).set('Sec-Fetch-Site', 'cross-site').type('form').send(JAWABAN).expect(403)
    await request(app.alamat).post(tautan).type('form').send(JAWABAN).expect(403)
    const tamu = app.tamu()
    const kunci = 'kunci-pengunjung-pertama'
    const isi = { ...JAWABAN, kelamin: 'P', umur: '26-40', pekerjaan: 'ASTRONOT', kunci }
    const jawab = await tamu.kirim(tautan, isi).expect(303)
    expect(jawab.headers.location).toBe(`${tautan}/terima-kasih`)
    await tamu.kirim(tautan, isi).expect(303)
    expect((await tamu.halaman(`${tautan}/terima-kasih`))('h1').text()).toBe('Terima kasih')
    expect(await masuk()).toBe(1)
    const [baris] = await app.sql(
      "select umur, kelamin, pendidikan, pekerjaan from jawaban_survei where asal = 'PENGUNJUNG'",
    )
    expect(baris).toEqual({ umur: '26-40', kelamin: 'P', pendidikan: '', pekerjaan: '' })
    const jejak = await app.sql("select 1 from jejak where peristiwa like 'survei.%' and akun_id is null")
    expect(jejak).toHaveLength(0)
  })

  it('dua kiriman bersamaan mendapat nomor sendiri-sendiri', async () => {
    const sebelum = await masuk()
    await Promise.all(Array.from({ length: 8 }, () => app.tamu().kirim(tautan, JAWABAN).expect(303)))
    expect(await masuk()).toBe(sebelum + 8)
    const [nomor] = await app.sql<{ n: string }>(
      'select count(distinct nomor) = count(*) as n from jawaban_survei where survei_id = $1',
      [alamat.split('/')[2]],
    )
    expect(nomor?.n).toBe(true)
  })

  it('jatah harian yang habis dikatakan terus terang, jawaban tetap di halaman', async () => {
    await app.sql('update survei_kepuasan set batas_harian = 1 where id = $1', [alamat.split('/')[2]])
    const penuh = await app
      .tamu()
      .kirim(tautan, { ...JAWABAN, saran: 'Tetap di sini' })
      .expect(429)
    expect(penuh.text).toContain('Jumlah jawaban untuk hari ini sudah penuh')
    expect(penuh.text).toContain('Tetap di sini')
    await app.sql('update survei_kepuasan set batas_harian = 300 where id = $1', [alamat.split('/')[2]])
  })

  it('terlalu banyak dari satu tempat ditahan dengan waktu tunggu; alamat jaringan tidak tersimpan apa adanya', async () => {
    let terakhir = await app.tamu().kirim(tautan, JAWABAN)
    for (let ke = 0; ke < 45 && terakhir.status === 303; ke++) terakhir = await app.tamu().kirim(tautan, JAWABAN)
    expect(terakhir.status).toBe(429)
    expect(terakhir.text).toMatch(/Tunggu \d+ menit, lalu tekan Kirim sekali lagi/)
    expect(Number(terakhir.headers['retry-after'])).toBeGreaterThan(0)
    const kunci = await app.sql<{ key: string }>("select key from batas_masuk where key like 'survei%'")
    // of the survey only: nothing of where it came from reaches the database, not even as a fingerprint
    expect(kunci.map(({ key }) => key)).toEqual([`survei:${alamat.split('/')[2]}`])
    await app.sql("delete from batas_masuk where key like 'survei%'")
  })

  it('halaman tautan menjanjikan hanya yang benar', async () => {
    const teks = (await kasi.halaman(`${alamat}/tautan`))('main').text()
    expect(teks).not.toContain('Satu pengunjung mengirim satu kuesioner')
    expect(teks).toContain('tidak pernah disimpan')
    expect(teks).toContain('orang yang sama dapat mengisi lagi')
  })

  it('tautan yang diganti mematikan yang lama; survei yang ditutup tidak menerima lagi', async () => {
    const lama = tautan
    tautan = await buatTautan()
    await app.tamu().buka(lama).expect(404)
    await kasi.kirim(`${alamat}/penutupan`, { versi: await versi() }).expect(303)
    const $ = await app.tamu().halaman(tautan)
    expect($('main').text()).toContain('tidak sedang dibuka')
    await app.tamu().kirim(tautan, JAWABAN).expect(409)
    await kasi.kirim(`${alamat}/tautan`, { versi: await versi() }).expect(409)
    const [jejak] = await app.sql<{ rincian: { pengunjung: number; petugas: number } }>(
      "select rincian from jejak where peristiwa = 'survei.ditutup'",
    )
    expect(jejak?.rincian).toMatchObject({ petugas: 24, pengunjung: await masuk() })
  })

  it('tautan yang dicabut tidak membuka apa-apa', async () => {
    await kasi
      .kirim(`${alamat}/pembukaan-kembali`, { versi: await versi(), alasan: 'Masih ada pengunjung.' })
      .expect(303)
    await kasi.kirim(`${alamat}/tautan/pencabutan`, { versi: await versi() }).expect(303)
    await app.tamu().buka(tautan).expect(404)
  })

  it('membuka halaman berulang-ulang dari satu tempat ditahan dengan waktu tunggu', async () => {
    const tamu = app.tamu()
    let jawab = await tamu.buka('/survei/abcdefghjkmnpq')
    for (let ke = 0; ke < 400 && jawab.status === 404; ke++) jawab = await tamu.buka('/survei/abcdefghjkmnpq')
    expect(jawab.status).toBe(429)
    expect(Number(jawab.headers['retry-after'])).toBeGreaterThan(0)
  })
})
