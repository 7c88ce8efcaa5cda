import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { siapkanSiklus } from '../formulir/bantuan-formulir.ts'

let app: AplikasiUji
let camat: OrangUji
let joko: OrangUji // Kasi Pemerintahan
let sekcam: OrangUji
let siklusId: string
let unitId: string
let indikatorId: string
let nama: string

beforeAll(async () => {
  app = await bukaAplikasiUji()
  siklusId = await siapkanSiklus(app, 'P7')
  const [b] = await app.sql<{ unitId: string; indikatorId: string; nama: string }>(
    `select f.unit_id as "unitId", b.indikator_id as "indikatorId", b.kartu ->> 'nama' as nama from formulir f
     join baris_formulir b on b.formulir_id = f.id join unit_kerja u on u.id = f.unit_id
     where f.siklus_id = $1 and u.kode = 'seksi-pemerintahan' order by b.urut limit 1`,
    [siklusId],
  )
  ;({ unitId, indikatorId, nama } = b ?? { unitId: '', indikatorId: '', nama: '' })
  camat = await app.masukSebagai('camat')
  joko = await app.masukSebagai('kasi.pemerintahan')
  sekcam = await app.masukSebagai('sekcam')
}, 120_000)
afterAll(() => app.tutup())

const utama = async (orang: OrangUji, alamat: string) =>
  (await orang.halaman(alamat))('main').text().replace(/\s+/g, ' ')
const tulis = async (isi: Record<string, string | string[]>) => {
  const jawab = await camat.kirim('/catatan-camat', isi)
  expect(jawab.status, jawab.text).toBe(303)
  return String(jawab.headers.location).split('?')[0] ?? ''
}
const versi = async (alamat: string) => {
  const id = alamat.split('/').at(-1)
  const [c] = await app.sql<{ versi: number }>('select versi from catatan_camat where id = $1', [id])
  return String(c?.versi)
}
const kerjakan = async (orang: OrangUji, alamat: string, apa: string, isi: Record<string, string> = {}) =>
  (await orang.kirim(`${alamat}/${apa}`, { versi: await versi(alamat), ...isi })).status

describe('catatan Camat', () => {
  it('dari baris unit di langkah pengisian: penerimanya sudah terpilih, kalimatnya tentang formulir', async () => {
    const $ = await camat.halaman(`/siklus/${siklusId}/langkah/P7/pengisian`)
    const tautan = $(`a[href$="unit=${unitId}"]`)
    expect(tautan.text()).toBe('Tulis catatan kepada Seksi Pemerintahan')
    const baru = await camat.halaman(tautan.attr('href') ?? '')
    expect(baru('input[name=kepada]:checked').val()).toBe(unitId)
    expect(baru('main').text()).toContain('Segera selesaikan dan serahkan formulirnya.')
    expect(baru('main').text()).toMatch(/Formulir Seksi Pemerintahan\s*Sedang diisi\. Pengumpulan Data Kinerja/)
    for (const orang of [sekcam, joko])
      expect((await orang.halaman(`/siklus/${siklusId}/langkah/P7/pengisian`))('main').text()).not.toContain(
        'Tulis catatan',
      )
  })

  it('tentang indikator: tugas kepala unit sampai dijawab, lalu tugas Camat sampai dibaca; tercatat di jejak', async () => {
    const kalimat = ['Periksa lagi angka dan buktinya.', 'Temui saya untuk membahasnya.']
    const alamat = await tulis({
      siklus: siklusId,
      unit: unitId,
      indikator: indikatorId,
      kepada: unitId,
      kalimat,
      teks: 'Bawa <b>registernya</b>.',
    })
    const judul = `Catatan Camat: ${nama}`
    expect(await utama(joko, '/')).toContain(judul)
    for (const orang of [camat, sekcam, await app.masukSebagai('kasi.trantib')])
      expect(await utama(orang, '/')).not.toContain(judul)
    const $ = await joko.halaman(alamat)
    expect($('.percakapan__teks').text()).toBe([...kalimat, 'Bawa <b>registernya</b>.'].join('\n'))

    expect((await joko.kirim(`${alamat}/jawaban`, { versi: '1', jawaban: '' })).status).toBe(422)
    expect(await kerjakan(joko, alamat, 'jawaban', { jawaban: 'Siap, besok pagi.' })).toBe(303)
    expect(await kerjakan(joko, alamat, 'jawaban', { jawaban: 'Sekali lagi.' })).toBe(409)
    expect(await utama(joko, '/')).not.toContain(judul)
    expect(await utama(camat, '/')).toContain(`Baca jawaban Seksi Pemerintahan: ${nama}`)
    expect(await utama(camat, alamat)).toContain('Siap, besok pagi.')
    expect(await kerjakan(camat, alamat, 'pembacaan-jawaban')).toBe(303)
    expect(await utama(camat, '/')).not.toContain('Baca jawaban')
    const jejak = await utama(camat, '/jejak-audit')
    expect(jejak).toContain(`Menulis catatan Camat kepada Seksi Pemerintahan tentang ${nama}`)
    expect(jejak).toContain(`Menjawab catatan Camat tentang ${nama}`)
  })

  it('cukup dibaca bila tanpa tanggal; dengan tanggal harus dijawab, dan tanggalnya menjadi tenggat', async () => {
    const kepada = { kepada: 'SEKCAM', teks: 'Ingatkan yang terlambat.' }
    const baca = await tulis({ siklus: siklusId, ...kepada })
    expect(await kerjakan(sekcam, baca, 'pembacaan')).toBe(303)
    expect(await utama(sekcam, baca)).toContain('Sudah dibaca')
    expect(await kerjakan(camat, baca, 'penarikan')).toBe(409)
    const jawab = await tulis({ ...kepada, tenggat: '2026-07-06' })
    expect(await utama(sekcam, '/')).toMatch(/hari ini[\s\S]*Catatan Camat: pekerjaan kantor/i)
    expect(await kerjakan(sekcam, jawab, 'pembacaan')).toBe(409)
    expect(await kerjakan(sekcam, jawab, 'jawaban', { jawaban: 'Sudah saya telepon.', versi: '9' })).toBe(409)
    expect(await kerjakan(sekcam, jawab, 'jawaban', { jawaban: 'Sudah saya telepon.' })).toBe(303)
  })

  it('yang salah ketik ditarik sebelum dibaca: isinya tidak tampil lagi, tugasnya hilang', async () => {
    const alamat = await tulis({ unit: unitId, kepada: unitId, teks: 'Salah alamat ini.' })
    expect(await kerjakan(camat, alamat, 'penarikan')).toBe(303)
    expect(await utama(joko, '/')).not.toContain('Catatan Camat')
    expect(await utama(joko, alamat)).not.toContain('Salah alamat')
    expect(await kerjakan(joko, alamat, 'jawaban', { jawaban: 'Baik.' })).toBe(409)
  })

  it('ditolak dengan yang diketik tetap; ditulis Camat saja; yang bukan milik kantor ini tidak ada', async () => {
    const kosong = await camat.kirim('/catatan-camat', { siklus: siklusId, tenggat: '2026-01-01', teks: 'Segera!' })
    expect(kosong.status).toBe(422)
    expect(kosong.text).toContain('Pilih kepada siapa catatan ini.')
    expect(kosong.text).toContain('Segera!</textarea>')
    expect((await sekcam.kirim('/catatan-camat', { kepada: 'TIM', teks: 'Segera!' })).status).toBe(403)
    const [asing] = await app.sql<{ id: string }>(
      "select i.id from indikator i join kecamatan k on k.id = i.kecamatan_id where k.kode <> 'taman' limit 1",
    )
    expect((await camat.buka(`/catatan-camat/baru?indikator=${asing?.id}`)).status).toBe(404)
    expect(
      (await camat.kirim('/catatan-camat', { indikator: asing?.id ?? '', kepada: 'TIM', teks: 'Uji.' })).status,
    ).toBe(404)
  })

  it('kecamatan lain tidak melihat satu pun; yang tertulis tidak dapat diubah di basis data', async () => {
    const lain = await app.masukSebagai('camat.candipuro')
    expect(await utama(lain, '/catatan-camat?tampil=semua')).toContain('Belum ada catatan')
    const [c] = await app.sql<{ id: string }>("select id from catatan_camat where status = 'SELESAI' limit 1")
    expect((await lain.buka(`/catatan-camat/${c?.id}`)).status).toBe(404)
    for (const sql of ["update catatan_camat set teks = 'lain'", 'delete from catatan_camat'])
      await expect(app.sql(`${sql} where id = $1`, [c?.id])).rejects.toThrow('tidak berubah')
  })
})
