import { randomUUID } from 'node:crypto'
import { crc32 } from 'node:zlib'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { JPG, PDF } from '../berkas/contoh-berkas.ts'
import { type FormulirUji, formulirUji, siapkanSiklus } from './bantuan-formulir.ts'

let app: AplikasiUji
let staf: OrangUji
let formulir: FormulirUji
let siklusId: string
let agen: Pengunggah
beforeAll(async () => {
  app = await bukaAplikasiUji()
  siklusId = await siapkanSiklus(app, 'P7')
  formulir = await formulirUji(app, siklusId)
  staf = await app.masukSebagai('staf.pemerintahan')
  agen = await pengunggah('staf.pemerintahan')
})
afterAll(() => app.tutup())

const baris = (ke: number) => formulir.baris[ke]?.id ?? ''
const alamat = (ke: number) => `/formulir/${formulir.id}/baris/${baris(ke)}/bukti`
const bukti = (ke: number) =>
  app.sql<{ berkas_id: string; keterangan: string; nama: string }>(
    'select k.berkas_id, k.keterangan, b.nama from bukti k left join berkas b on b.id = k.berkas_id where k.baris_id = $1 order by k.dibuat_pada, k.id',
    [baris(ke)],
  )
const jumlahBerkas = async () => (await app.sql<{ n: number }>('select count(*)::int as n from berkas'))[0]?.n
type Pengunggah = ReturnType<typeof request.agent>
const pengunggah = async (nama: string): Promise<Pengunggah> => {
  const agen = request.agent(app.alamat)
  await agen.post('/masuk').set('Sec-Fetch-Site', 'same-origin').type('form').send({ nama, sandi: SANDI_UJI })
  return agen
}
const potong = (agen: Pengunggah, id: string, mulai: number, isi: Buffer) =>
  agen
    .post(`/berkas/unggahan/${id}?mulai=${mulai}`)
    .set({ 'Sec-Fetch-Site': 'same-origin', Accept: 'application/json' })
    .type('application/octet-stream')
    .send(isi)
const sampai = async (orang: OrangUji, id: string) => (await orang.buka(`/berkas/unggahan/${id}`)).body.sampai

describe('satu berkas untuk beberapa nilai', () => {
  it('dilampirkan sekali untuk dua indikator, lalu dipakai indikator ketiga: satu berkas tersimpan', async () => {
    const jawab = await staf.unggah(
      alamat(0),
      { jenis: 'berkas', keterangan: 'daftar hadir', juga: baris(1) },
      { berkas: { nama: 'hadir.pdf', isi: PDF } },
    )
    expect(jawab.status).toBe(303)
    const [satu] = await bukti(0)
    expect(await bukti(1)).toEqual([satu])
    expect(satu).toMatchObject({ nama: 'hadir.pdf', keterangan: 'daftar hadir' })
    const $ = await staf.halaman(alamat(2))
    expect($('select[name=berkasId] option').last().text()).toBe('hadir.pdf')
    const pakai = await staf.kirim(alamat(2), {
      jenis: 'ada',
      berkasId: satu?.berkas_id ?? '',
      keterangan: 'halaman 2',
    })
    expect(pakai.status).toBe(303)
    expect(await bukti(2)).toMatchObject([{ berkas_id: satu?.berkas_id, keterangan: 'halaman 2' }])
    expect(await jumlahBerkas()).toBe(1)
    const jejak = await app.sql("select 1 from jejak where peristiwa = 'formulir.bukti-ditambah'")
    expect(jejak).toHaveLength(3)
  })

  it('satu nilainya pindah ke unit lain: kedua unit dapat membukanya, unit ketiga tidak', async () => {
    const [satu] = await bukti(0)
    const trantib = await formulirUji(app, siklusId, 'seksi-trantib')
    const pindah = (ke: string) => app.sql('update baris_formulir set formulir_id = $2 where id = $1', [baris(2), ke])
    await pindah(trantib.id)
    const buka = async (nama: string) =>
      (await (await app.masukSebagai(nama)).buka(`/berkas/${satu?.berkas_id}`)).status
    expect(await buka('staf.trantib')).toBe(200)
    expect(await buka('kasi.pemerintahan')).toBe(200)
    expect(await buka('kasi.pmd')).toBe(404)
    await pindah(formulir.id)
    expect(await buka('staf.trantib')).toBe(404)
  })

  it('dihapus dari satu nilai, tetap menjadi bukti yang lain', async () => {
    const $ = await staf.halaman(alamat(1))
    expect((await staf.kirim($('form[action$="/penghapusan"]').attr('action') ?? '')).status).toBe(303)
    expect(await bukti(1)).toEqual([])
    expect(await bukti(0)).toHaveLength(1)
  })

  it('berkas dari luar formulir dan baris unit lain tidak dapat dipakai', async () => {
    expect((await staf.kirim(alamat(1), { jenis: 'ada', berkasId: '' })).status).toBe(422)
    expect((await staf.kirim(alamat(1), { jenis: 'ada', berkasId: randomUUID() })).status).toBe(422)
    await staf.kirim(alamat(1), { jenis: 'kertas', tempatKertas: 'Map 1', juga: randomUUID() })
    expect(await bukti(1)).toHaveLength(1)
  })
})

describe('unggahan sepotong demi sepotong', () => {
  const isi = Buffer.concat([PDF.subarray(0, 9), Buffer.alloc(300_000, '%'), PDF.subarray(9)])
  const unggahan = (id: string, lain = {}) => JSON.stringify([{ id, crc: crc32(isi), nama: 'besar.pdf', ...lain }])

  it('diteruskan dari tempatnya putus; potongan yang terulang tidak menambah; formulir menyebutnya, dua kali kirim satu bukti', async () => {
    const id = randomUUID()
    expect((await potong(agen, id, 0, isi.subarray(0, 100_000))).body).toEqual({ sampai: 100_000 })
    expect((await potong(agen, id, 0, isi.subarray(0, 100_000))).body).toEqual({ sampai: 100_000 })
    expect((await potong(agen, id, 250_000, isi.subarray(250_000))).body, 'lubang tidak diterima').toEqual({
      sampai: 100_000,
    })
    expect(await sampai(staf, id)).toBe(100_000)
    await potong(agen, id, 100_000, isi.subarray(100_000, 300_000))
    await potong(agen, id, 300_000, isi.subarray(300_000))
    expect(await sampai(staf, id)).toBe(isi.length)
    const isian = { kunci: randomUUID(), jenis: 'berkas', unggahan: unggahan(id) }
    expect((await staf.kirim(alamat(3), isian)).status).toBe(303)
    expect((await staf.kirim(alamat(3), isian)).headers.location).toContain('sudah-diterima')
    const [b, ...lebih] = await bukti(3)
    expect([b?.nama, lebih]).toEqual(['besar.pdf', []])
    const unduhan = await staf
      .buka(`/berkas/${b?.berkas_id}`)
      .buffer(true)
      .parse((res, selesai) => {
        const potongan: Buffer[] = []
        res.on('data', (p: Buffer) => potongan.push(p)).on('end', () => selesai(null, Buffer.concat(potongan)))
      })
    expect(isi.equals(unduhan.body as Buffer)).toBe(true)
  })

  it('yang rusak, yang belum sampai, yang bukan miliknya, dan yang berbahaya ditolak dengan kalimat', async () => {
    const id = randomUUID()
    await potong(agen, id, 0, isi.subarray(0, 1000))
    expect((await staf.kirim(alamat(4), { jenis: 'berkas', unggahan: unggahan(id) })).text).toContain(
      'tidak sampai dengan utuh',
    )
    expect(await sampai(staf, id), 'dibuang').toBe(0)
    expect((await staf.kirim(alamat(4), { jenis: 'berkas', unggahan: unggahan(id) })).status).toBe(422)
    const lain = await pengunggah('staf.trantib')
    await potong(lain, id, 0, isi.subarray(0, 1000))
    expect(await sampai(staf, id)).toBe(0)
    const jahat = Buffer.from(
      PDF.toString('latin1').replace('<<>>', '<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>'),
    )
    await potong(agen, id, 0, jahat)
    const tolak = await staf.kirim(alamat(4), { jenis: 'berkas', unggahan: unggahan(id, { crc: crc32(jahat) }) })
    expect([tolak.status, tolak.text.includes('berisi skrip')]).toEqual([422, true])
    expect(await bukti(4)).toEqual([])
    expect((await staf.kirim('/berkas/unggahan/bukan-uuid')).status).toBe(404)
    expect((await potong(agen, randomUUID(), 3_000_000, Buffer.from('x'))).status, 'batas 2 MB').toBe(413)
    expect((await staf.buka('/berkas/unggahan/..%2F..%2Fberkas')).status).toBe(404)
  })
})

describe('pratinjau', () => {
  it('gambar dan PDF saja, terkurung; XLSX tidak pernah tampil di tempat', async () => {
    await staf.unggah(alamat(5), { jenis: 'berkas' }, { berkas: { nama: 'foto.jpg', isi: JPG } })
    const [foto] = await bukti(5)
    const gambar = await staf.buka(`/berkas/${foto?.berkas_id}/pratinjau`)
    expect(gambar.status).toBe(200)
    expect(gambar.headers['content-disposition']).toMatch(/^inline/)
    expect(gambar.headers['content-type']).toBe('image/jpeg')
    expect(gambar.headers['x-content-type-options']).toBe('nosniff')
    expect(gambar.headers['content-security-policy']).toContain('sandbox')
    const [pdf] = await bukti(0)
    const lembar = await staf.buka(`/berkas/${pdf?.berkas_id}/pratinjau`)
    expect(lembar.headers['content-security-policy']).toMatch(/^default-src 'none'.*frame-ancestors 'none'/)
    expect(lembar.headers['cross-origin-resource-policy']).toBe('same-origin')
    await app.sql("update berkas set mime = 'text/html' where id = $1", [foto?.berkas_id])
    expect((await staf.buka(`/berkas/${foto?.berkas_id}/pratinjau`)).status).toBe(404)
    const unduh = await staf.buka(`/berkas/${foto?.berkas_id}`)
    expect(unduh.headers['content-disposition']).toMatch(/^attachment/)
    expect(unduh.headers['content-security-policy']).toContain('sandbox')
  })
})
