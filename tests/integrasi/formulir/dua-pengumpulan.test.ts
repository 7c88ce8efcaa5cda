import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { bandingkanBaris, ulangi } from '../../bantuan/jalan-siklus.ts'
import { mulaiSiklusUji } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'
import { versiSiklus } from '../telaah/siapkan.ts'
import { formulirUji, isiSemua } from './bantuan-formulir.ts'

/**
 * An SOP that collects twice: first from one section, which is recapped by itself, then from every unit, that section
 * again included; the Sekcam may send single values back to either collection.
 */
const PEM = 'seksi-pemerintahan'
const SEMUA = ['subbag-umum', 'subbag-program', PEM, 'seksi-trantib', 'seksi-pmd', 'seksi-kesos', 'seksi-pelayanan']
const KOLOM = ['SEKCAM', 'KASI', 'TIM_SAKIP'].map((kode) => ({ kode, nama: kode, peran: kode }))
let app: AplikasiUji
let sari: OrangUji // Tim SAKIP
let budi: OrangUji // Sekcam
let siklusId: string

beforeAll(async () => {
  app = await bukaAplikasiUji()
  await pasangSopKecil(
    app,
    'uji-dua-pengumpulan',
    [
      { kode: 'A', jenis: 'siapkan-formulir' },
      { kode: 'B', jenis: 'pengisian', pelaksana: 'PEM' },
      { kode: 'C', jenis: 'rekap' },
      { kode: 'D', jenis: 'distribusi' },
      { kode: 'E', jenis: 'pengisian', pelaksana: 'KASI' },
      { kode: 'F', jenis: 'penerimaan' },
      { kode: 'G', jenis: 'rekap' },
      { kode: 'H', jenis: 'telaah', pelaksana: 'SEKCAM', keputusan: { ya: null, tidak: ['B', 'E'], bawaan: 'E' } },
    ],
    { pelaksana: [...KOLOM, { kode: 'PEM', nama: 'Seksi Pemerintahan', unit: [PEM] }] },
  )
  sari = await app.masukSebagai('sakip1')
  budi = await app.masukSebagai('sekcam')
  siklusId = await mulaiSiklusUji(app, { sop: 'uji-dua-pengumpulan' })
})
afterAll(() => app.tutup())

const langkah = (kode: string, jenis: string) => `/siklus/${siklusId}/langkah/${kode}/${jenis}`
const terbuka = async () =>
  (
    await app.sql<{ kode: string }>(
      "select kode from langkah_siklus where siklus_id = $1 and status = 'BERJALAN' order by urut",
      [siklusId],
    )
  ).map((l) => l.kode)
const bagian = async (kode: string) =>
  (
    await app.sql<{ unit: string }>(
      `select u.kode as unit from bagian_langkah b join langkah_siklus l on l.id = b.langkah_id join unit_kerja u on u.id = b.unit_id
       where l.siklus_id = $1 and l.kode = $2 and b.status = 'BERJALAN' order by u.urut`,
      [siklusId, kode],
    )
  ).map((b) => b.unit)
const hadir = new Map<string, Promise<OrangUji>>()
const kepala = (unit: string): Promise<OrangUji> => {
  const orang = hadir.get(unit) ?? app.masukSebagai(unit.replace('seksi-', 'kasi.').replace('subbag-', 'kasubbag.'))
  hadir.set(unit, orang)
  return orang
}
async function terima(unit: string): Promise<void> {
  const { id, versi } = await formulirUji(app, siklusId, unit)
  expect((await (await kepala(unit)).kirim(`/formulir/${id}/penerimaan`, { versi: String(versi) })).status, unit).toBe(
    303,
  )
}
async function serahkan(unit: string): Promise<void> {
  const { id } = await formulirUji(app, siklusId, unit)
  await isiSemua(app, id)
  const { versi } = await formulirUji(app, siklusId, unit)
  expect((await (await kepala(unit)).kirim(`/formulir/${id}/penyerahan`, { versi: String(versi) })).status, unit).toBe(
    303,
  )
}
const status = async (unit: string) =>
  (
    await app.sql<{ status: string; putaran: number }>(
      'select f.status::text, f.putaran from formulir f join unit_kerja u on u.id = f.unit_id where f.siklus_id = $1 and u.kode = $2',
      [siklusId, unit],
    )
  )[0]
const isiRekap = async () =>
  (
    await app.sql<{ unit: number }>(
      "select jsonb_array_length(isi -> 'unit') as unit from rekap where siklus_id = $1 order by nomor_versi",
      [siklusId],
    )
  ).map((r) => r.unit)
async function bekukan(kode: string): Promise<void> {
  const $ = await sari.halaman(langkah(kode, 'rekap'))
  const form = $('main form[action$="/pembekuan"], main form[action$="/penyelesaian"]').first()
  const isian = { versi: String(form.find('input[name=versi]').attr('value')), catatan: '' }
  expect((await sari.kirim(String(form.attr('action')), isian)).status).toBe(303)
}

describe('SOP dengan dua kali pengumpulan', () => {
  it('pengumpulan pertama hanya meminta unit pelaksananya, dan rekapnya hanya memuat formulir itu', async () => {
    expect((await sari.kirim(`${langkah('A', 'siapkan-formulir')}/penyelesaian`)).status).toBe(303)
    expect(await bagian('B')).toEqual([PEM])
    const lain = await formulirUji(app, siklusId, 'seksi-trantib')
    const trantib = await kepala('seksi-trantib')
    expect((await trantib.halaman(`/formulir/${lain.id}`))('[data-simpan-otomatis]').length, 'belum gilirannya').toBe(0)
    expect((await sari.halaman(langkah('B', 'pengisian'))).text()).toContain('0 dari 1 unit sudah menyerahkan')
    await serahkan(PEM)
    expect(await terbuka()).toEqual(['C'])
    await bekukan('C')
    expect(await isiRekap()).toEqual([1])
  })

  it('pengumpulan kedua dibagikan kepada semua unit; yang sudah mengisi mengisi lagi formulir yang sama', async () => {
    expect(await terbuka()).toEqual(['D'])
    expect((await sari.kirim(`${langkah('D', 'distribusi')}/pembagian`)).status).toBe(303)
    for (const unit of SEMUA) await terima(unit)
    expect((await sari.kirim(`${langkah('D', 'distribusi')}/penyelesaian`)).status).toBe(303)
    expect(await bagian('E')).toEqual(SEMUA)
    expect(await status(PEM)).toMatchObject({ status: 'DITERIMA' })
    for (const unit of SEMUA) await serahkan(unit)
    expect(await terbuka()).toEqual(['F'])
  })

  it('penerimaan mengembalikan kepada pengumpulan kedua; setelah diterima, rekap memuat semua unit', async () => {
    const $ = await sari.halaman(langkah('F', 'penerimaan'))
    const unitId =
      $('select[name=unitId] option:contains("Trantib"), select[name=unitId] option:contains("Ketertiban")').attr(
        'value',
      ) ?? ''
    const kembali = { unitId, alasanKembali: 'Lampirkan bukti dukungnya.' }
    expect((await sari.kirim(`${langkah('F', 'penerimaan')}/pengembalian`, kembali)).status).toBe(303)
    expect([await terbuka(), await bagian('E')]).toEqual([['E'], ['seksi-trantib']])
    await serahkan('seksi-trantib')
    const terima = await sari.halaman(langkah('F', 'penerimaan'))
    const formulir = terima('input[name=formulir]')
      .map((_, c) => terima(c).attr('value') ?? '')
      .get()
    expect(formulir.length).toBe(SEMUA.length)
    expect((await sari.kirim(langkah('F', 'penerimaan'), { formulir, catatan: '' })).status).toBe(303)
    await bekukan('G')
    expect(await isiRekap()).toEqual([1, SEMUA.length])
  })

  it('satu nilai dikembalikan ke pengumpulan pertama: di kedua pengumpulan hanya nilai itu yang terbuka', async () => {
    const { baris } = await formulirUji(app, siklusId)
    const nilai = baris.find((b) => b.jatuh)?.id ?? ''
    const $ = await budi.halaman(langkah('H', 'telaah'))
    const isian = {
      versi: String($('form[action$="/pengembalian"] input[name=versi]').attr('value')),
      nilai: [nilai],
      unit: [],
      tujuan: 'B',
      alasanUmum: 'Cocokkan dengan register.',
    }
    expect((await budi.kirim(`${langkah('H', 'telaah')}/pengembalian`, isian)).status).toBe(303)
    const hanyaSatu = async (kode: string) => {
      expect([await terbuka(), await bagian(kode)]).toEqual([[kode], [PEM]])
      const { id } = await formulirUji(app, siklusId)
      const isi = await (await kepala(PEM)).halaman(`/formulir/${id}`)
      expect(isi('[data-simpan-otomatis]').length, `satu baris terbuka di ${kode}`).toBe(1)
    }
    await hanyaSatu('B')
    await serahkan(PEM)
    expect(await terbuka()).toEqual(['C'])
    await bekukan('C')
    // the second collection is handed out again to that section alone; what the others handed in stays
    expect(await terbuka()).toEqual(['D'])
    expect((await sari.kirim(`${langkah('D', 'distribusi')}/pembagian`)).status).toBe(303)
    await terima(PEM)
    expect((await sari.kirim(`${langkah('D', 'distribusi')}/penyelesaian`)).status).toBe(303)
    await hanyaSatu('E')
    await serahkan(PEM)
  })

  it('setelah diterima dan direkap lagi, disetujui; riwayatnya diputar ulang ke keadaan yang sama', async () => {
    const masuk = await sari.halaman(langkah('F', 'penerimaan'))
    const formulir = masuk('input[name=formulir]').map((_, c) => masuk(c).attr('value') ?? '')
    expect(formulir.length, 'hanya yang diserahkan lagi').toBe(1)
    expect((await sari.kirim(langkah('F', 'penerimaan'), { formulir: formulir.get(), catatan: '' })).status).toBe(303)
    await bekukan('G')
    expect(await isiRekap()).toEqual([1, SEMUA.length, 1, SEMUA.length])
    const versi = await versiSiklus(app, siklusId)
    expect((await budi.kirim(`${langkah('H', 'telaah')}/persetujuan`, { versi, catatan: '' })).status).toBe(303)
    expect((await ulangi(app, siklusId)).status).toBe('SELESAI')
    expect(await bandingkanBaris(app, siklusId)).toEqual([])
  })
})
