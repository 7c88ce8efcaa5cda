import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaksi } from '../../../src/inti/basis-data/index.ts'
import { jam } from '../../../src/inti/waktu/index.ts'
import { ambilSiklus, mulaiSiklus } from '../../../src/modul/siklus/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { bawaYaml, keadaan, LANGKAH_UJI, sahkan, versiBaris, yamlUji } from './siapkan-sop.ts'

let app: AplikasiUji
let sakip: OrangUji
let sekcam: OrangUji
let camat: OrangUji
const masukSemua = async () => {
  sakip = await app.masukSebagai('sakip1')
  sekcam = await app.masukSebagai('sekcam')
  camat = await app.masukSebagai('camat')
}
beforeAll(async () => {
  app = await bukaAplikasiUji()
  await masukSemua()
})
afterAll(() => app.tutup())

/** Another day; sessions of the day before have ended. */
const pada = async (hari: string) => {
  jam.atur(() => new Date(`${hari}T03:00:00Z`))
  await masukSemua()
}
const mulai = (sopId: string, nomor: number) =>
  app.sebagai('sakip1', (pelaku) =>
    mulaiSiklus(app.db, pelaku, { sopId, periode: { jenis: 'BULAN', tahun: 2026, nomor }, tenggat: null }),
  )
/** Wording of the second step in the version that a siklus runs. */
const langkahKedua = (siklusId: string) =>
  app.sebagai('sakip1', async (p) => (await ambilSiklus(app.db.baca, p, siklusId)).siklus.definisi.langkah[1]?.uraian)
const lencana = async (sop: string) => (await sakip.halaman(sop))('.judul__bawah').text().replace(/\s+/g, ' ').trim()

describe('masa berlaku: versi baru mulai pada tanggalnya, yang lama berakhir, siklus berjalan tetap', () => {
  let satu: string
  let dua: string
  let sopId: string
  let berjalan: string

  it('versi 1 berlaku; siklus Juni dimulai dengannya', async () => {
    satu = await bawaYaml(sakip, yamlUji())
    await sahkan(app, { pengaju: sakip, camat, sop: satu })
    sopId = (await keadaan(app, satu)).sopId
    berjalan = await mulai(sopId, 6)
    expect(await langkahKedua(berjalan)).toBe('langkah 2')
  })

  it('versi 2 disalin, diubah, disahkan untuk 1 Agustus: sampai hari itu versi 1 yang berlaku', async () => {
    const salin = await sekcam.kirim(`${satu}/salinan`, { sebagai: 'VERSI' })
    dua = String(salin.headers.location).replace(/\?.*/, '')
    expect((await sekcam.kirim(`${satu}/salinan`, { sebagai: 'VERSI' })).status).toBe(409)
    const $ = await sekcam.halaman(`${dua}/draf/langkah/B`)
    const jawab = await sekcam.kirim(`${dua}/draf/langkah/B`, {
      sidik: String($('[name=sidik]').val()),
      kode: 'B',
      nomor: '2',
      uraian: 'Langkah dua yang baru',
      jenis: 'tugas',
      pelaksana: 'TIM_SAKIP',
      jalan: 'LANJUT',
      keluaran: 'Catatan',
    })
    expect(jawab.status).toBe(303)
    await sahkan(app, { pengaju: sekcam, camat, sop: dua, sejak: '2026-08-01' })
    expect(await lencana(dua)).toBe('DisahkanVersi 2 · berlaku mulai 1 Agustus 2026')
    expect(await lencana(satu)).toBe('BerlakuVersi 1 · berlaku sejak 6 Juli 2026, digantikan mulai 1 Agustus 2026')
    await pada('2026-07-31')
    expect(await langkahKedua(await mulai(sopId, 5))).toBe('langkah 2')
  })

  it('pada 1 Agustus versi 2 berlaku untuk siklus baru; siklus yang berjalan tetap memakai versinya', async () => {
    await pada('2026-08-01')
    expect(await langkahKedua(await mulai(sopId, 7))).toBe('Langkah dua yang baru')
    expect(await langkahKedua(berjalan)).toBe('langkah 2')
    expect(await lencana(dua)).toContain('BerlakuVersi 2')
    expect(await lencana(satu)).toBe('DigantikanVersi 1 · digantikan sejak 1 Agustus 2026')
    const $ = await sakip.halaman(`/siklus/${berjalan}`)
    expect($('main').text()).toContain('versi 1')
    const versi = (await sakip.halaman(`${dua}/versi`))('tbody').text().replace(/\s+/g, ' ')
    expect(versi).toContain('2 (2 berjalan)')
  })

  it('perbedaan versi 1 dan 2: hanya yang berubah, semula dan menjadi', async () => {
    const $ = await sakip.halaman(`${dua}/perbedaan`)
    const teks = $('main').text().replace(/\s+/g, ' ')
    expect(teks).toContain('Perbedaan Versi 1 (digantikan) dengan Versi 2 (berlaku)')
    expect(teks).toContain('Diubah2. Langkah dua yang baru')
    expect(teks).toContain('Uraianlangkah 2Langkah dua yang baru')
    expect($('.beda')).toHaveLength(1)
    expect((await sakip.buka(`${dua}/perbedaan?dengan=${dua.slice(5)}`)).status).toBe(200)
    expect((await sakip.buka(`${dua}/perbedaan?dengan=00000000-0000-4000-8000-000000000000`)).status).toBe(404)
    expect((await sakip.buka(`${dua}/perbedaan?dengan=x`)).status).toBe(404)
  })

  it('mencabut versi 2 tidak menghidupkan versi 1; siklus berjalan diselesaikan', async () => {
    await pada('2026-09-01')
    const kemarin = await camat.kirim(`${dua}/pencabutan`, {
      versi: '3',
      sejak: '2026-08-31',
      alasan: 'Tidak dipakai lagi di kantor.',
    })
    expect(kemarin.status).toBe(422)
    expect(kemarin.text).toContain('hari ini atau sesudahnya')
    const halaman = await camat.halaman(`${dua}/pencabutan`)
    expect(halaman('main').text()).toContain('1 siklus yang sedang berjalan')
    const jawab = await camat.kirim(`${dua}/pencabutan`, {
      versi: await versiBaris(app, dua),
      sejak: '2026-09-10',
      alasan: 'Tidak dipakai lagi di kantor.',
    })
    expect(jawab.status).toBe(303)
    expect(await lencana(dua)).toContain('dicabut mulai 10 September 2026')
    expect(await langkahKedua(await mulai(sopId, 8))).toBe('Langkah dua yang baru')
    await pada('2026-09-10')
    await expect(mulai(sopId, 9)).rejects.toMatchObject({ http: 404 })
    expect(await lencana(dua)).toBe('DicabutVersi 2 · dicabut sejak 10 September 2026')
    expect(await lencana(satu)).toContain('Digantikan')
    expect(await langkahKedua(berjalan)).toBe('langkah 2')
    await pada('2026-07-06')
  })

  it('draf yang dibuang melepas nomornya; kode SOP yang tinggal draf buangan dapat dipakai lagi', async () => {
    const draf = await bawaYaml(sakip, yamlUji({ kode: 'sementara', nama: 'SOP Sementara' }))
    const ganti = await bawaYaml(
      sakip,
      yamlUji({ kode: 'apa-saja', nama: 'SOP Sementara 2' }),
      (await keadaan(app, draf)).sopId,
    )
    expect(await keadaan(app, draf)).toMatchObject({ status: 'DIBUANG', nomor: -1 })
    expect(await keadaan(app, ganti)).toMatchObject({ status: 'DRAF', nomor: 1 })
    await sakip.kirim(`${ganti}/pembuangan`, { versi: '0' })
    expect(await keadaan(app, ganti)).toMatchObject({ status: 'DIBUANG', nomor: -2 })
    expect((await sakip.halaman('/sop'))('main').text()).not.toContain('SOP Sementara')
    expect((await sakip.halaman(draf))('main').text()).toContain('Draf yang dibuang')
    const baru = await bawaYaml(sakip, yamlUji({ kode: 'sementara', nama: 'SOP Lain' }))
    expect((await keadaan(app, baru)).sopId).toBe((await keadaan(app, draf)).sopId)
    const kembar = await bawaYaml(sakip, yamlUji({ kode: 'sementara', nama: 'SOP Kembar' }))
    const [kode] = await app.sql('select kode from sop where id = $1', [(await keadaan(app, kembar)).sopId])
    expect(kode).toEqual({ kode: 'sementara-2' })
  })
})

describe('versi yang disahkan tidak berubah, lewat jalan apa pun', () => {
  it('basis data menolak mengubah isi, tanggal, langkah, dan menghapus; owner dapat memperbaiki', async () => {
    const sop = await bawaYaml(sakip, yamlUji({ kode: 'tetap', nama: 'SOP Tetap' }))
    await sahkan(app, { pengaju: sakip, camat, sop })
    const id = sop.replace('/sop/', '')
    const tolak = (kerja: Parameters<typeof transaksi>[2]) =>
      app.sebagai('camat', (p) => expect(transaksi(app.db, p, kerja)).rejects.toThrow())
    await tolak((tx) => tx.versiSop.updateMany({ where: { id }, data: { definisi: { langkah: LANGKAH_UJI } } }))
    await tolak((tx) => tx.versiSop.updateMany({ where: { id }, data: { berlakuSejak: new Date('2020-01-01') } }))
    await tolak((tx) => tx.versiSop.updateMany({ where: { id }, data: { status: 'DRAF' } }))
    await tolak((tx) => tx.versiSop.deleteMany({ where: { id } }))
    await tolak((tx) => tx.langkahSop.updateMany({ where: { versiSopId: id }, data: { uraian: 'lain' } }))
    await tolak((tx) => tx.langkahSop.deleteMany({ where: { versiSopId: id } }))
    await tolak((tx) =>
      tx.pelaksanaSop.create({
        data: { kecamatanId: '00000000-0000-4000-8000-000000000000', versiSopId: id, kode: 'X', nama: 'X', urut: 9 },
      }),
    )
    expect((await sakip.kirim(`${sop}/draf/identitas`, { nama: 'x' })).status).toBe(409)
    expect((await sakip.buka(`${sop}/draf/langkah/A`)).status).toBe(409)
  })
})
