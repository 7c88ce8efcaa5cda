import * as cheerio from 'cheerio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { targetBerlaku } from '../../../src/modul/perjanjian-kinerja/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { formulirUji, siapkanSiklus } from '../formulir/bantuan-formulir.ts'
import { idPk, PINDAIAN, rapi, versiPk } from './siapkan-pk.ts'

let uji: AplikasiUji
let sakip: OrangUji
let sekcam: OrangUji
let camat: OrangUji
let kasi: OrangUji
let awal = ''
let draf = ''

beforeAll(async () => {
  uji = await bukaAplikasiUji()
  ;[sakip, sekcam, camat, kasi] = await Promise.all([
    uji.masukSebagai('sakip1'),
    uji.masukSebagai('sekcam'),
    uji.masukSebagai('camat'),
    uji.masukSebagai('kasi.pemerintahan'),
  ])
  awal = await idPk(uji, 'kasi-pemerintahan')
}, 120_000)
afterAll(() => uji?.tutup())

const versi = (id: string) => versiPk(uji, id)
const status = async (id: string) =>
  (await uji.sql<{ status: string }>('select status::text from perjanjian_kinerja where id = $1', [id]))[0]?.status
const tindak = async (orang: OrangUji, perintah: string, isian: Record<string, string | string[]> = {}, id = draf) =>
  orang.kirim(`/perjanjian-kinerja/${id}/${perintah}`, { versi: await versi(id), ...isian })
/** The form of targets as a page would send it: what stands there, with changes by code of the indicator. */
async function isianTarget(ubah: Record<string, Record<string, string>>) {
  const $ = await kasi.halaman(`/perjanjian-kinerja/${draf}/target`)
  const isian: Record<string, string> = {}
  $('main form input, main form select').each((_, el) => {
    const nama = String($(el).attr('name'))
    if (nama !== 'kunci') isian[nama] = String($(el).val() ?? '')
  })
  $('main tbody tr').each((_, tr) => {
    const kode = rapi($(tr).find('th .kecil').first().text()).split(' ')[0] ?? ''
    const awalan = String($(tr).find('input[type=hidden]').attr('name')).replace(/\.id$/, '')
    for (const [bidang, nilai] of Object.entries(ubah[kode] ?? {})) isian[`${awalan}.${bidang}`] = nilai
  })
  return isian
}
const kirimTarget = async (ubah: Record<string, Record<string, string>>) =>
  kasi.kirim(`/perjanjian-kinerja/${draf}/target`, await isianTarget(ubah))

describe('PK Perubahan dari draf sampai berlaku', () => {
  let formulirLama = ''

  test('formulir triwulan II disiapkan sebelum perubahan', async () => {
    const siklus = await siapkanSiklus(uji, 'P6')
    formulirLama = (await formulirUji(uji, siklus)).id
    const [baris] = await uji.sql<{ target: { tahunan: string } }>(
      "select target from baris_formulir where formulir_id = $1 and kartu ->> 'kode' = 'IKK-14'",
      [formulirLama],
    )
    expect(baris?.target.tahunan).toBe('38')
  })

  test('tahun yang sudah mempunyai PK tidak disusun lagi; perubahan memerlukan dasar, alasan, dan tanggal sesudahnya', async () => {
    const $ = await kasi.halaman('/perjanjian-kinerja/baru')
    const penugasanId = String($('select[name=penugasanId] option').eq(1).val())
    const lagi = await kasi.kirim('/perjanjian-kinerja', {
      penugasanId,
      tahun: '2026',
      berlakuSejak: '2026-08-01',
      asal: 'KOSONG',
    })
    expect(lagi.status).toBe(422)
    expect(lagi.text).toContain('sudah berlaku. Buka perjanjian itu, lalu buat PK Perubahan')
    const kosong = await kasi.kirim(`/perjanjian-kinerja/${awal}/perubahan`, {
      berlakuSejak: '2026-01-02',
      alasan: 'x',
    })
    expect(kosong.status).toBe(422)
    expect(kosong.text).toContain('Pilih dasar perubahannya.')
    const isian = { dasar: 'PRIORITAS', alasan: 'Jumlah desa yang dibina bertambah', berlakuSejak: '2026-01-02' }
    expect((await kasi.kirim(`/perjanjian-kinerja/${awal}/perubahan`, isian)).text).toContain(
      'Tulis tanggal sesudahnya',
    )
    const lain = await uji.masukSebagai('kasi.trantib')
    expect((await lain.kirim(`/perjanjian-kinerja/${awal}/perubahan`, isian)).status).toBe(403)
    const jawab = await kasi.kirim(`/perjanjian-kinerja/${awal}/perubahan`, { ...isian, berlakuSejak: '2026-08-03' })
    expect(jawab.status).toBe(303)
    draf = /kinerja\/([0-9a-f-]+)/.exec(String(jawab.headers.location))?.[1] ?? ''
    expect(await status(awal)).toBe('BERLAKU')
    const ganda = await kasi.kirim(`/perjanjian-kinerja/${awal}/perubahan`, { ...isian, berlakuSejak: '2026-09-01' })
    expect(ganda.status).toBe(409)
  })

  test('target: 1.250 ditanyakan dan isian tetap; jumlah yang tidak cocok disebut dan menahan pengajuan', async () => {
    const taksa = await kirimTarget({ 'IKK-14': { target: '1.250' } })
    expect(taksa.status).toBe(422)
    expect(taksa.text).toContain('dapat berarti 1250 atau 1,25')
    expect(taksa.text).toContain('value="1.250"')
    expect((await kirimTarget({ 'IKK-14': { target: '50' } })).status).toBe(303)
    const $ = await kasi.halaman(`/perjanjian-kinerja/${draf}`)
    expect(rapi($('main').text())).toContain('Jumlah triwulan 19 + 0 + 10 + 9 = 38, padahal target setahun 50')
    const ditahan = await tindak(kasi, 'pengajuan')
    expect(ditahan.status).toBe(422)
    expect(await status(draf)).toBe('DRAF')
    const tanpaCara = await kirimTarget({ 'IKK-14': { cara: '', tw4: '21' } })
    expect(tanpaCara.text).toContain('Pilih apakah target triwulan untuk triwulan itu sendiri')
    expect((await kirimTarget({ 'IKK-14': { tw3: '16', tw4: '15' } })).status).toBe(303)
    const kini = await kasi.halaman(`/perjanjian-kinerja/${draf}/target`)
    expect(rapi(kini('main').text())).toContain('19 + 0 + 16 + 15 = 50, sama dengan target setahun')
  })

  test('dua orang mengisi target: yang terlambat tetap melihat isiannya, di sampingnya yang tersimpan', async () => {
    const lama = await isianTarget({ 'IKK-15': { tw4: '7' } })
    expect((await kirimTarget({ 'IKK-13': { tw1: '4' } })).status).toBe(303)
    expect((await kirimTarget({ 'IKK-15': { tw3: '2', tw4: '4' } })).status).toBe(303)
    const alamat = `/perjanjian-kinerja/${draf}/target`
    const jawab = await kasi.kirim(alamat, lama)
    expect(jawab.status).toBe(409)
    expect(jawab.text).toContain('value="7"')
    const $ = cheerio.load(jawab.text)
    expect(rapi($('[role=alert]').text())).toMatch(/Triwulan III, Jumlah Dokumen.* Triwulan IV, Jumlah Dokumen/)
    expect(rapi($('.isian__kini').text())).toContain('Tersimpan sekarang: 2')
    expect((await kirimTarget({ 'IKK-15': { tw3: '3', tw4: '3' } })).status).toBe(303)
  })

  test('indikator dipilih: yang keluar hilang dari draf, yang tetap menyimpan targetnya', async () => {
    const $ = await kasi.halaman(`/perjanjian-kinerja/${draf}/indikator`)
    const semua = $('input[name=indikator]')
    expect($('legend').first().text()).toBe('Seksi Pemerintahan')
    const dicentang = semua.filter((_, el) => $(el).attr('checked') !== undefined).map((_, el) => String($(el).val()))
    const terpilih = dicentang.get()
    const [keluar, ...sisa] = terpilih
    expect((await tindak(kasi, 'indikator', { indikator: sisa })).status).toBe(303)
    const jumlah = async () => (await uji.sql('select target from target_pk where pk_id = $1', [draf])).length
    expect(await jumlah()).toBe(terpilih.length - 1)
    expect((await tindak(kasi, 'indikator', { indikator: [...sisa, String(keluar)] })).status).toBe(303)
    const kosong = await tindak(kasi, 'pengajuan')
    expect(kosong.text).toContain('Tulis target setahun')
    const [lama] = await uji.sql<{ kode: string; target: string; tw: string[] }>(
      'select i.kode, t.target::text, array[t.tw1, t.tw2, t.tw3, t.tw4]::text[] as tw from target_pk t join indikator i on i.id = t.indikator_id where t.pk_id = $1 and i.id = $2',
      [awal, keluar],
    )
    const [tw1 = '', tw2 = '', tw3 = '', tw4 = ''] = (lama?.tw ?? []).map((n) => String(Number(n)))
    const isi = { target: String(Number(lama?.target)), cara: 'BERJALAN', tw1, tw2, tw3, tw4 }
    expect((await kirimTarget({ [lama?.kode ?? '']: isi })).status).toBe(303)
  })

  test('anggaran dibaca dari yang berlaku pada tanggalnya, tidak diketik; perubahannya menahan pengajuan', async () => {
    const $ = await kasi.halaman(`/perjanjian-kinerja/${draf}/lampiran`)
    const kode = $('input[name=kode][checked]')
      .map((_, el) => String($(el).val()))
      .get()
    expect(kode).toHaveLength(4)
    const isian = { berlakuSejak: '2026-08-03', alasan: 'Jumlah desa yang dibina bertambah', sumber: 'APBD', kode }
    expect((await tindak(kasi, 'lampiran', { ...isian, berlakuSejak: '2027-01-01' })).status).toBe(422)
    expect((await tindak(kasi, 'lampiran', isian)).status).toBe(303)
    await uji.sql(
      `insert into anggaran (kecamatan_id, sub_kegiatan_id, tahun, jenis, berlaku_sejak, pagu)
       select kecamatan_id, id, 2026, 'DPPA', '2026-08-01', 9000000 from sub_kegiatan s where kode = '7.01.02.2.01.0001'
         and kecamatan_id = (select kecamatan_id from perjanjian_kinerja where id = $1)`,
      [draf],
    )
    expect((await tindak(kasi, 'pengajuan')).text).toContain(
      'Anggaran yang berlaku pada tanggal itu sudah lain: 7.01.02.2.01.0001',
    )
    expect((await tindak(kasi, 'lampiran', isian)).status).toBe(303)
    const halaman = await kasi.halaman(`/perjanjian-kinerja/${draf}`)
    expect(rapi(halaman('main').text())).toContain('9.000.000')
  })

  test('atasan mengembalikan dengan alasan, menyetujui kemudian; yang mengajukan dan yang lain tidak dapat', async () => {
    expect((await tindak(kasi, 'pengajuan')).status).toBe(303)
    expect((await tindak(kasi, 'persetujuan')).status).toBe(403)
    expect((await tindak(sekcam, 'persetujuan')).status).toBe(403)
    expect((await tindak(camat, 'pengembalian', { alasan: 'x' })).status).toBe(422)
    expect((await tindak(camat, 'pengembalian', { alasan: 'Target pembinaan desa perlu dijelaskan' })).status).toBe(303)
    const $ = await kasi.halaman(`/perjanjian-kinerja/${draf}`)
    expect(rapi($('main').text())).toContain('Target pembinaan desa perlu dijelaskan')
    expect($('main').text()).toContain('Dikembalikan')
    expect((await tindak(sakip, 'pengajuan')).status).toBe(303)
    expect((await tindak(sakip, 'penarikan')).status).toBe(303)
    expect((await tindak(kasi, 'pengajuan')).status).toBe(303)
    const basi = await camat.kirim(`/perjanjian-kinerja/${draf}/persetujuan`, { versi: '1' })
    expect(basi.status).toBe(409)
    expect((await tindak(camat, 'persetujuan')).status).toBe(303)
    expect(await status(draf)).toBe('DISETUJUI')
    expect((await kasi.buka(`/perjanjian-kinerja/${draf}/target`)).status).toBe(409)
    expect((await tindak(kasi, 'target', {})).status).toBe(409)
  })

  test('naskah bertanda tangan: nomor, tanggal, pindaian; lalu berlaku sejak tanggalnya', async () => {
    const alamat = `/perjanjian-kinerja/${draf}/tanda-tangan`
    const isian = { versi: await versi(draf), nomor: '000.8.6.3/05/PKP/2026', tanggal: '2026-07-03' }
    const tanpa = await kasi.unggah(alamat, { ...isian, tanggal: '2026-12-31' }, {})
    expect(tanpa.status).toBe(422)
    expect(tanpa.text).toContain('Unggah pindaian naskahnya')
    expect(tanpa.text).toContain('Tanggal ini belum tiba')
    expect((await kasi.unggah(alamat, isian, PINDAIAN)).status).toBe(303)
    expect((await tindak(kasi, 'pemberlakuan', { berlakuSejak: '2026-08-03' })).status).toBe(403)
    expect((await tindak(sakip, 'pemberlakuan', { berlakuSejak: '2026-01-02' })).text).toContain(
      'Tulis tanggal sesudahnya',
    )
    await uji.sql(
      `insert into rekap (kecamatan_id, siklus_id, langkah_id, nomor_versi, isi, sha256, catatan, dibekukan_pada, dibekukan_oleh, jabatan_pembeku)
       select s.kecamatan_id, s.id, gen_random_uuid(), 1, '{}', 'x', '', now(), 'x', 'x' from siklus s join kecamatan k on k.id = s.kecamatan_id
       where k.kode = 'taman' and s.tahun = 2026 and s.nomor_periode = 2`,
    )
    const beku = await tindak(sakip, 'pemberlakuan', { berlakuSejak: '2026-06-30' })
    expect([beku.status, beku.text]).toEqual([
      422,
      expect.stringContaining('Rekapitulasi Triwulan II 2026 sudah dibekukan dengan perjanjian sebelumnya'),
    ])
    expect(beku.text).toContain('value="2026-06-30"')
    expect(await status(draf)).toBe('DITANDATANGANI')
    expect((await tindak(sakip, 'pemberlakuan', { berlakuSejak: '2026-08-03' })).status).toBe(303)
    expect(await status(draf)).toBe('BERLAKU')
    const $ = await camat.halaman(`/perjanjian-kinerja/${draf}`)
    expect($('main a[href^="/berkas/"]').text()).toBe('pk.pdf')
    expect(rapi($('.riwayat').text())).toContain('Menyatakan berlaku')
  })

  test('triwulan I–II tetap dengan PK awal, III–IV dengan perubahannya; formulir yang sudah ada tidak berubah', async () => {
    const pada = async (tanggal: string) =>
      (await uji.sebagai('camat', (p) => targetBerlaku(uji.db.baca, p, { tanggal }))).find(
        (t) => t.indikator.kode === 'IKK-14',
      )
    const hasil = await Promise.all(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'].map(pada))
    expect(hasil.map((t) => [t?.pkId === draf, t?.target.tahunan])).toEqual([
      [false, '38'],
      [false, '38'],
      [true, '50'],
      [true, '50'],
    ])
    const siklus = await siapkanSiklus(uji, 'P6', 3)
    const baru = (await formulirUji(uji, siklus)).id
    const tw = async (id: string) =>
      (
        await uji.sql<{ isi: string }>(
          "select target ->> 'tahunan' as isi from baris_formulir where formulir_id = $1 and kartu ->> 'kode' = 'IKK-14'",
          [id],
        )
      )[0]?.isi
    expect([await tw(formulirLama), await tw(baru)]).toEqual(['38', '50'])
    const $ = await sakip.halaman(`/formulir/${baru}`)
    expect(rapi($('main').text())).toContain('16')
  })

  test('jejak menyebut setiap tindakan', async () => {
    const $ = await camat.halaman('/jejak-audit')
    const teks = rapi($('main').text())
    for (const kalimat of ['Menyatakan berlaku Perjanjian Kinerja Perubahan 2026', 'Menyetujui Perjanjian Kinerja'])
      expect(teks).toContain(kalimat)
  })
})
