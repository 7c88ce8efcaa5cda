import * as cheerio from 'cheerio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { lengkapiJenis } from '../../bantuan/siklus.ts'

let app: AplikasiUji
let sopId: string
beforeAll(async () => {
  app = await bukaAplikasiUji()
  lengkapiJenis()
  sopId = (await app.sql<{ id: string }>("select id from sop where kode = 'pengumpulan-taman'"))[0]?.id ?? ''
})
afterAll(() => app.tutup())

const isian = (periode: string, lain: Record<string, string> = {}) => ({
  sopId,
  tahun: '2026',
  periode,
  tenggat: '',
  ...lain,
})
const jumlah = async (periode: string): Promise<number> => {
  const [jenis = '', nomor] = periode.split('-')
  const [b] = await app.sql<{ n: number }>(
    'select count(*)::int as n from siklus where sop_id = $1 and jenis_periode::text = $2 and nomor_periode = $3',
    [sopId, jenis, Number(nomor)],
  )
  return b?.n ?? 0
}
const mulai = (orang: OrangUji, periode: string, lain = {}) => orang.kirim('/siklus', isian(periode, lain))
const idDari = (lokasi: string): string => /\/siklus\/([0-9a-f-]{36})/.exec(lokasi)?.[1] ?? ''

describe('siapa yang memulai siklus', () => {
  it.each([
    ['sakip1', 'Tim SAKIP', 'BULAN-1'],
    ['camat', 'Camat Taman', 'BULAN-2'],
    ['sekcam', 'Sekretaris Kecamatan', 'BULAN-3'],
  ])('%s memulai, tercatat sebagai %s', async (nama, jabatan, periode) => {
    const orang = await app.masukSebagai(nama)
    const jawab = await mulai(orang, periode)
    expect(jawab.status).toBe(303)
    const id = idDari(jawab.headers.location ?? '')
    const [awal] = await app.sql<{ jenis: string; jabatan_pelaku: string }>(
      'select jenis, jabatan_pelaku from peristiwa_siklus where siklus_id = $1 order by urut',
      [id],
    )
    expect(awal).toEqual({ jenis: 'SIKLUS_DIMULAI', jabatan_pelaku: jabatan })
    const [jejak] = await app.sql<{ jabatan_pelaku: string }>(
      "select jabatan_pelaku from jejak where siklus_id = $1 and peristiwa = 'siklus.dimulai'",
      [id],
    )
    expect(jejak?.jabatan_pelaku).toBe(jabatan)
    const $ = await orang.halaman(jawab.headers.location ?? '')
    expect($('h1').text()).toContain('Pengumpulan Data Kinerja')
    expect($('.langkah__butir--sekarang').length).toBe(1)
    expect($('.langkah__butir').length).toBe(12)
  })

  it.each(['kasi.pemerintahan', 'staf.pemerintahan', 'kasubbag.program'])(
    '%s bukan pelaksana langkah 1: tidak ditawari, dan ditolak',
    async (nama) => {
      const orang = await app.masukSebagai(nama)
      const $ = await orang.halaman('/siklus/baru')
      expect($('form[action="/siklus"]').length).toBe(0)
      expect((await mulai(orang, 'BULAN-4')).status).toBe(403)
      expect(await jumlah('BULAN-4')).toBe(0)
    },
  )

  it.each(['pengamat', 'admin'])('%s ditolak pada halaman dan kiriman', async (nama) => {
    const orang = await app.masukSebagai(nama)
    expect((await orang.buka('/siklus/baru')).status).toBe(403)
    expect((await mulai(orang, 'BULAN-4')).status).toBe(403)
    expect(await jumlah('BULAN-4')).toBe(0)
  })

  it('Kasi yang menjadi pelaksana langkah 1 boleh memulai', async () => {
    await app.sql(
      `update versi_sop set definisi = jsonb_set(definisi, '{langkah,0,pelaksana}', '["KASI"]') where sop_id = (select id from sop where kode = 'pengukuran-taman')`,
    )
    const [sop] = await app.sql<{ id: string }>("select id from sop where kode = 'pengukuran-taman'")
    const kasi = await app.masukSebagai('kasi.pemerintahan')
    const $ = await kasi.halaman('/siklus/baru')
    expect(
      $('select[name=sopId] option')
        .map((_, o) => $(o).attr('value'))
        .get(),
    ).toContain(sop?.id)
    expect((await mulai(kasi, 'TRIWULAN-1', { sopId: sop?.id })).status).toBe(303)
  })

  it('orang kecamatan lain tidak dapat menjalankan SOP kantor ini', async () => {
    const lain = await app.masukSebagai('camat.candipuro')
    expect((await mulai(lain, 'BULAN-4')).status).toBe(404)
  })

  it('yang tidak boleh memulai tidak melihat tombolnya', async () => {
    for (const [nama, ada] of [
      ['sakip1', true],
      ['kasi.pmd', false],
      ['pengamat', false],
    ] as const) {
      const $ = await (await app.masukSebagai(nama)).halaman('/siklus')
      expect($('a[href="/siklus/baru"]').length > 0, nama).toBe(ada)
    }
  })
})

describe('satu SOP, satu periode', () => {
  it('dua kali: yang kedua 409 dengan kalimat yang jelas, tidak ada yang bertambah', async () => {
    const [sakip, camat] = [await app.masukSebagai('sakip1'), await app.masukSebagai('camat')]
    expect((await mulai(sakip, 'BULAN-5')).status).toBe(303)
    const lagi = await mulai(camat, 'BULAN-5')
    expect(lagi.status).toBe(409)
    expect(lagi.text).toContain('SOP ini sudah dijalankan untuk Mei 2026')
    expect(await jumlah('BULAN-5')).toBe(1)
  })

  it('dua orang serentak: tepat satu siklus', async () => {
    const orang = await Promise.all(['sakip1', 'sakip2', 'camat', 'sekcam'].map((n) => app.masukSebagai(n)))
    const semua = await Promise.all(orang.map((o) => mulai(o, 'BULAN-6')))
    expect(semua.map((j) => j.status).sort()).toEqual([303, 409, 409, 409])
    expect(await jumlah('BULAN-6')).toBe(1)
  })

  it('formulir yang sama terkirim dua kali: satu siklus, orang tidak melihat galat', async () => {
    const sakip = await app.masukSebagai('sakip1')
    const [a, b] = [await mulai(sakip, 'BULAN-7', { kunci: 'satu' }), await mulai(sakip, 'BULAN-7', { kunci: 'satu' })]
    expect([a.status, b.status]).toEqual([303, 303])
    expect(await jumlah('BULAN-7')).toBe(1)
  })

  it('yang dibatalkan boleh diulang; alasan wajib, isian tetap', async () => {
    const sekcam = await app.masukSebagai('sekcam')
    const id = idDari((await mulai(sekcam, 'BULAN-8')).headers.location ?? '')
    const pendek = await sekcam.kirim(`/siklus/${id}/pembatalan`, { alasan: 'salah' })
    expect(pendek.status).toBe(422)
    const lembar = cheerio.load(pendek.text)
    expect(lembar('details[open] textarea[name=alasan]').text().trim()).toBe('salah')
    const staf = await app.masukSebagai('sakip1')
    expect((await staf.kirim(`/siklus/${id}/pembatalan`, { alasan: 'Periode yang dipilih keliru.' })).status).toBe(403)
    expect((await sekcam.kirim(`/siklus/${id}/pembatalan`, { alasan: 'Periode yang dipilih keliru.' })).status).toBe(
      303,
    )
    const $ = await sekcam.halaman(`/siklus/${id}`)
    expect($('h1').parent().text()).toContain('Dibatalkan')
    expect($('.giliran').length).toBe(0)
    expect($('.langkah__butir--sekarang').length).toBe(0)
    expect($('form[action$="/pembatalan"]').length).toBe(0)
    expect((await sekcam.kirim(`/siklus/${id}/pembatalan`, { alasan: 'Sekali lagi dibatalkan.' })).status).toBe(409)
    expect((await mulai(sekcam, 'BULAN-8')).status).toBe(303)
    expect(await jumlah('BULAN-8')).toBe(2)
  })
})

describe('isian yang salah', () => {
  it.each([
    ['periode tidak ada', { periode: 'TRIWULAN-5' }, 'Periode ini tidak ada.'],
    ['bentuk periode', { periode: 'tw2' }, 'Pilih periodenya.'],
    ['tahun bukan angka', { tahun: 'dua ribu' }, 'Tulis tahunnya.'],
    ['tahun terlalu jauh', { tahun: '1999' }, 'Tulis tahun antara 2020 dan 2100.'],
    ['tenggat tidak ada di kalender', { tenggat: '2026-02-30' }, 'Tulis tanggal yang ada di kalender.'],
    ['SOP tidak dipilih', { sopId: '' }, 'Pilih SOP yang akan dijalankan.'],
    [
      'SOP tidak dijalankan untuk jenis periode ini',
      { periode: 'SEMESTER-1' },
      'tidak dijalankan untuk Semester I 2026',
    ],
  ])('%s → 422, isian tetap, ada ringkasan', async (_nama, salah, kalimat) => {
    const sakip = await app.masukSebagai('sakip1')
    const sebelum = await app.sql<{ n: number }>('select count(*)::int as n from siklus')
    const jawab = await sakip.kirim('/siklus', { ...isian('TRIWULAN-2', { tenggat: '2026-08-31' }), ...salah })
    expect(jawab.status).toBe(422)
    const $ = cheerio.load(jawab.text)
    expect($('[role=alert], .ringkasan').first().text()).toContain(kalimat)
    expect($('.isian__salah').text()).toContain(kalimat)
    expect($('input[name=tahun]').val()).toBe((salah as { tahun?: string }).tahun ?? '2026')
    expect($('input[name=tenggat]').val()).toBe((salah as { tenggat?: string }).tenggat ?? '2026-08-31')
    expect(await app.sql('select count(*)::int as n from siklus')).toEqual(sebelum)
  })
})

it('alamat yang bukan id: halaman tidak ditemukan, bukan gangguan', async () => {
  const camat = await app.masukSebagai('camat')
  for (const alamat of [
    '/siklus/abc',
    '/siklus/00000000-0000-0000-0000-000000000000',
    '/siklus/abc/riwayat',
    '/siklus/abc/langkah/P1',
    '/siklus/abc/dokumen/x/pdf',
  ])
    expect((await camat.buka(alamat)).status, alamat).toBe(404)
})
