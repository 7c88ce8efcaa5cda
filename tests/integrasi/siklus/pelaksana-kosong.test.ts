import * as cheerio from 'cheerio'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { jam } from '../../../src/inti/waktu/index.ts'
import { type AplikasiUji, bukaAplikasiUji, MULAI_UJI } from '../../bantuan/aplikasi.ts'
import { rapikan } from '../../bantuan/peramban-polos.ts'
import { lengkapiJenis, mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'

let app: AplikasiUji
let sopId: string
let id: string
const orang: Record<string, string> = {}
const jabatan: Record<string, string> = {}

beforeAll(async () => {
  app = await bukaAplikasiUji()
  lengkapiJenis()
  // the Sekcam has retired; a Plt. stands in for the Kasi PMD
  await app.sql(`update penugasan set selesai = '2026-07-05' where jabatan_id in (select j.id from jabatan j
    join kecamatan k on k.id = j.kecamatan_id where k.kode = 'taman' and j.kode in ('sekcam', 'kasi-pmd'))`)
  const baris = await app.sql<{ jenis: string; kunci: string; id: string }>(`
    select 'orang' as jenis, nama_pengguna as kunci, pegawai_id as id from akun union all
    select 'jabatan', j.kode, j.id from jabatan j join kecamatan k on k.id = j.kecamatan_id and k.kode = 'taman'`)
  for (const b of baris) (b.jenis === 'orang' ? orang : jabatan)[b.kunci] = b.id
  await app.sql(
    `insert into penugasan (kecamatan_id, pegawai_id, jabatan_id, jenis, mulai)
     select kecamatan_id, $1, id, 'PLT', '2026-07-01' from jabatan where id = $2`,
    [orang['staf.pmd'], jabatan['kasi-pmd']],
  )
  await pasangSopKecil(
    app,
    'kosong',
    [
      { kode: 'A', pelaksana: 'SEKCAM' },
      { kode: 'B', pelaksana: ['PMD', 'SEKCAM'] },
      { kode: 'C', pelaksana: ['PMD', 'SEKCAM'], cara: 'SEMUA' },
    ],
    {
      pelaksana: [
        { kode: 'SEKCAM', nama: 'Sekretaris Kecamatan', jabatan: ['sekcam'] },
        { kode: 'PMD', nama: 'Kasi PMD', jabatan: ['kasi-pmd'] },
      ],
    },
  )
  sopId = (await app.sql<{ id: string }>("select id from sop where kode = 'kosong'"))[0]?.id ?? ''
})
afterEach(() => jam.atur(() => new Date(MULAI_UJI.getTime())))
afterAll(() => app.tutup())

const isianMulai = (lain: Record<string, string> = {}) => ({
  sopId,
  tahun: '2026',
  periode: 'BULAN-6',
  tenggat: '',
  ...lain,
})
const isianPlh = (lain: Record<string, string> = {}) => ({
  jabatanId: jabatan.sekcam ?? '',
  pegawaiId: orang['kasi.trantib'] ?? '',
  mulai: '2026-07-06',
  selesai: '2026-07-07',
  nomorSk: '800.1.11.1/12/2026',
  tanggalSk: '2026-07-06',
  ...lain,
})
const tunjuk = async (nama: string, lain: Record<string, string> = {}) =>
  (await app.masukSebagai(nama)).kirim(`/siklus/${id}/plh`, isianPlh(lain))

it('sebelum dimulai: yang kosong dan yang dijalankan Plt. disebut; dimulai hanya dengan "Saya tahu"', async () => {
  const camat = await app.masukSebagai('camat')
  const $ = await camat.halaman('/siklus/baru')
  const peringatan = rapikan($('.catatan:contains("SOP kosong")').text())
  expect(peringatan).toMatch(/Sekretaris Kecamatan: tidak ada pejabatnya hari ini\. .*Plh\./)
  expect(peringatan).toMatch(/Kasi PMD: hari ini dijalankan Plt\. .*Pemberdayaan.* \(Staf/)
  const tolak = await camat.kirim('/siklus', isianMulai())
  expect(tolak.status).toBe(422)
  const lembar = cheerio.load(tolak.text)
  expect(lembar('.pesan__daftar a[href="#isian-tahuLowong"]').text()).toContain('Sekretaris Kecamatan')
  expect(lembar('.pesan__daftar').text()).not.toContain('Kasi PMD')
  expect(await app.sql('select 1 from siklus where sop_id = $1', [sopId])).toEqual([])
  const mulai = await camat.kirim('/siklus', isianMulai({ tahuLowong: 'ya' }))
  expect(mulai.status).toBe(303)
  id = /[0-9a-f-]{36}/.exec(mulai.headers.location ?? '')?.[0] ?? ''
})

it('di siklus dan di langkahnya: kosong hari ini dan apa yang harus dilakukan, menurut wewenang yang membaca', async () => {
  const camat = await app.masukSebagai('camat')
  const $ = await camat.halaman(`/siklus/${id}`)
  expect(rapikan($('.catatan').text())).toMatch(/Sekretaris Kecamatan kosong hari ini.*Tunjuk pelaksana harian/)
  expect($(`.catatan + p a[href="/siklus/${id}/plh"]`).length).toBe(1)
  const butir = $('.langkah__butir')
    .map((_, b) => /kosong hari ini: (.*?)\s*$/m.exec($(b).find('.langkah__rinci').text())?.[1] ?? '')
    .get()
  // step 2 can be done by the Plt. alone, step 3 needs both
  expect(butir).toEqual(['Sekretaris Kecamatan', '', 'Sekretaris Kecamatan'])
  const kasi = await app.masukSebagai('kasi.trantib')
  const langkah = await kasi.halaman(`/siklus/${id}/langkah/A/tugas`)
  expect(rapikan(langkah('.catatan').text())).toMatch(/kosong hari ini.*Minta Camat atau Sekretaris Kecamatan menunjuk/)
  expect(langkah('a[href$="/plh"]').length).toBe(0)
})

it('Plh. ditunjuk Camat atau Sekcam saja, untuk orang lain, mulai hari ini, dengan nomor surat', async () => {
  for (const nama of ['kasi.trantib', 'sakip1', 'pengamat', 'admin']) expect((await tunjuk(nama)).status).toBe(403)
  const camat = await app.masukSebagai('camat')
  const $ = await camat.halaman(`/siklus/${id}/plh`)
  expect($('select[name=jabatanId] option[selected]').attr('value')).toBe(jabatan.sekcam)
  expect($('select[name=jabatanId]').text()).not.toContain('Admin')
  for (const [lain, kalimat] of [
    [{ pegawaiId: orang.camat ?? '' }, 'Anda tidak dapat menunjuk diri sendiri'],
    [{ mulai: '2026-07-05' }, 'mulai hari ini atau sesudahnya'],
    [{ selesai: '2026-07-05' }, 'Tanggal selesai tidak boleh sebelum tanggal mulai'],
    [{ nomorSk: '' }, 'Tulis nomor surat perintah'],
    [{ selesai: '' }, 'Tulis hari terakhir berlakunya'],
  ] as const) {
    const tolak = await tunjuk('camat', lain)
    expect([tolak.status, tolak.text.includes(kalimat)], kalimat).toEqual([422, true])
  }
  const admin = await app.sql<{ id: string }>(
    "select j.id from jabatan j join kecamatan k on k.id = j.kecamatan_id where k.kode = 'taman' and j.peran = 'ADMIN'",
  )
  expect((await tunjuk('camat', { jabatanId: admin[0]?.id ?? '' })).text).toContain('hanya dicatat oleh admin')
  expect((await tunjuk('camat', { pegawaiId: orang['camat.candipuro'] ?? '' })).status).toBe(404)
  expect(await app.sql("select 1 from penugasan where jenis = 'PLH'")).toEqual([])
})

it('tugas berpindah kepada Plh. dengan permintaan berikutnya, tercatat "Plh. …", dan berakhir sesudah hari terakhir', async () => {
  const kasi = await app.masukSebagai('kasi.trantib')
  expect((await kasi.halaman('/'))('.tugas__judul').text()).not.toContain('langkah 1')
  expect((await tunjuk('camat')).status).toBe(303)
  const lagi = await tunjuk('camat', {
    pegawaiId: orang['kasi.kesos'] ?? '',
    mulai: '2026-07-07',
    selesai: '2026-07-09',
  })
  expect(lagi.status).toBe(422)
  expect(lagi.text).toContain('sudah mempunyai Plh.')
  const [jejak] = await app.sql<{ jabatan_pelaku: string; jabatan: string }>(
    "select jabatan_pelaku, rincian->>'jabatan' as jabatan from jejak where peristiwa = 'penugasan.ditambah' order by urut desc limit 1",
  )
  expect(jejak?.jabatan_pelaku).toMatch(/^Camat/)
  expect(jejak?.jabatan).toMatch(/^Plh\. Sekretaris/)

  expect((await kasi.halaman('/'))('.tugas__judul').text()).toContain('1. ')
  expect((await kasi.halaman(`/siklus/${id}`))('.catatan').length).toBe(0)
  expect((await kasi.kirim(`/siklus/${id}/langkah/A/tugas/penyelesaian`, { catatan: '', versi: '1' })).status).toBe(303)
  const riwayat = rapikan((await kasi.halaman(`/siklus/${id}/riwayat`))('.riwayat').text())
  expect(riwayat).toContain('sebagai Plh. Sekretaris Kecamatan')

  // each in a session of its own: a night lies between
  const pada = async (waktu: string) => {
    jam.atur(() => new Date(waktu))
    return app.masukSebagai('kasi.trantib')
  }
  const malam = await pada('2026-07-07T23:00:00+07:00')
  expect((await malam.halaman(`/siklus/${id}`))('.giliran').text()).toContain('Giliran Anda')
  const esok = await pada('2026-07-08T00:30:00+07:00')
  expect((await esok.halaman(`/siklus/${id}`))('.giliran').text()).not.toContain('Giliran Anda')
  expect((await esok.halaman('/'))('.tugas__judul').text()).not.toContain('2. ')
  expect((await esok.kirim(`/siklus/${id}/langkah/B/tugas/penyelesaian`, { catatan: '', versi: '1' })).status).toBe(403)
})

it('Sekcam (juga Plh.-nya) tidak menunjuk Plh. Camat', async () => {
  expect(
    (await tunjuk('kasi.trantib', { jabatanId: jabatan.camat ?? '', pegawaiId: orang.sakip1 ?? '' })).text,
  ).toContain('bukan ditunjuk Sekretaris Kecamatan')
})

it('semua yang dapat memutuskan ikut mengajukan: dikatakan, dan Plh. yang ditunjuk Camat memutuskan', async () => {
  const camat = { kode: 'CAMAT', nama: 'Camat', jabatan: ['camat'] }
  await pasangSopKecil(
    app,
    'terhalang',
    [
      { kode: 'A', jenis: 'lapor', pelaksana: 'CAMAT' },
      { kode: 'B', pelaksana: 'CAMAT', keputusan: { tidak: 'A' } },
    ],
    { pelaksana: [camat] },
  )
  id = await mulaiSiklusUji(app, { sop: 'terhalang' })
  await sampaiLangkah(app, id, 'B')
  const langkah = `/siklus/${id}/langkah/B/tugas`
  const putusan = { putusan: 'ya', catatan: '', versi: '1' }
  const ratna = await app.masukSebagai('camat')
  const $ = await ratna.halaman(langkah)
  expect(rapikan($('main').text())).toMatch(
    /Belum ada yang dapat memutuskan.*Tunjuk pelaksana harian \(Plh\.\) yang tidak ikut/,
  )
  expect($(`a[href="/siklus/${id}/plh"]`).length).toBe(1)
  const tim = await (await app.masukSebagai('sakip1')).halaman(langkah)
  expect(tim('main').text()).toContain('Minta Camat atau Sekretaris Kecamatan menunjuk')
  expect((await ratna.kirim(`${langkah}/penyelesaian`, putusan)).status).toBe(403)
  const plh = { jabatanId: jabatan.camat ?? '', pegawaiId: orang['kasi.kesos'] ?? '' }
  expect((await tunjuk('camat', plh)).status).toBe(303)
  const kesos = await app.masukSebagai('kasi.kesos')
  expect((await kesos.kirim(`${langkah}/penyelesaian`, putusan)).status).toBe(303)
  expect(await app.sql('select status::text from siklus where id = $1', [id])).toEqual([{ status: 'SELESAI' }])
})
