import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { rapikan } from '../../bantuan/peramban-polos.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'
import { PDF, xlsx } from '../berkas/contoh-berkas.ts'

let app: AplikasiUji
let sari: OrangUji // Tim SAKIP
let budi: OrangUji // Sekcam
let siklusId: string
let triwulan = 0
beforeAll(async () => {
  app = await bukaAplikasiUji()
  await pasangSopKecil(app, 'uji-penerimaan', [
    { kode: 'A', jenis: 'siapkan-formulir', pelaksana: 'TIM_SAKIP' },
    { kode: 'B', jenis: 'pengisian', pelaksana: 'KASI' },
    { kode: 'C', jenis: 'penerimaan', pelaksana: 'TIM_SAKIP' },
    { kode: 'D', pelaksana: 'TIM_SAKIP' },
  ])
  sari = await app.masukSebagai('sakip1')
  budi = await app.masukSebagai('sekcam')
})
afterAll(() => app.tutup())
beforeEach(async () => {
  triwulan += 1
  siklusId = await mulaiSiklusUji(app, {
    sop: 'uji-penerimaan',
    periode: { jenis: 'TRIWULAN', tahun: 2026, nomor: triwulan },
  })
})

const alamat = () => `/siklus/${siklusId}/langkah/C/penerimaan`
const status = async (kode: string) =>
  (await app.sql('select status from langkah_siklus where siklus_id = $1 and kode = $2', [siklusId, kode]))[0]?.status
async function dicentang(): Promise<string[]> {
  const $ = await sari.halaman(alamat())
  return $('input[name=formulir]')
    .map((_, c) => $(c).attr('value') ?? '')
    .get()
}

describe('penerimaan formulir', () => {
  it('satu per satu; yang terakhir menyelesaikan langkah dan meninggalkan Daftar Penerimaan', async () => {
    await sampaiLangkah(app, siklusId, 'C')
    const [satu = '', ...lain] = await dicentang()
    expect(lain.length).toBeGreaterThan(0)
    await app.sql('update formulir set serah_kertas = $2 where id = $1', [
      satu.split('|')[0],
      {
        tanggal: '2026-07-01',
        berkasId: crypto.randomUUID(),
        pencatatId: satu,
        pencatat: 'Sari',
        jabatanPencatat: 'Tim',
      },
    ])
    expect(rapikan((await budi.halaman(alamat()))('main').text())).toContain('uji (kertas, dicatat Sari)')
    const kertas = { formulir: satu, catatan: 'Kertas di map 3' }
    const bukan = { berkas: { nama: 'daftar.xlsx', isi: await xlsx() } }
    expect((await sari.unggah(alamat(), kertas, bukan)).text).toContain('Pindaian harus berupa PDF, JPG, atau PNG.')
    const pertama = await sari.unggah(alamat(), kertas, { berkas: { nama: 'tanda terima.pdf', isi: PDF } })
    expect(pertama.headers.location).toContain('penyerahan-diterima')
    const pindaian = (await budi.halaman(alamat()))('table a[href^="/berkas/"]').attr('href') ?? ''
    expect((await budi.buka(pindaian)).headers['content-type']).toContain('application/pdf')
    expect(await status('C')).toBe('BERJALAN')
    expect((await sari.kirim(`${alamat()}/penyelesaian`)).status, 'belum semua diterima').toBe(422)
    const akhir = await sari.kirim(alamat(), { formulir: lain, catatan: '' })
    expect(akhir.headers.location).toContain('penyerahan-semua-diterima')
    expect([await status('C'), await status('D')]).toEqual(['SELESAI', 'BERJALAN'])
    const [d] = await app.sql<{ teks: string }>(
      "select model::text as teks from dokumen where siklus_id = $1 and jenis = 'DAFTAR_PENERIMAAN'",
      [siklusId],
    )
    for (const kata of [
      'DAFTAR PENERIMAAN FORMULIR',
      '(di atas kertas, dicatat Sari)',
      'Kertas di map 3',
      'pindaian tersimpan',
      'Yang menerima,',
    ])
      expect(d?.teks).toContain(kata)
    expect((await sari.kirim(alamat(), { formulir: satu })).status).toBe(409)
    expect(rapikan((await budi.halaman(alamat()))('main').text())).toContain('Diterima')
  })

  it('bukan pelaksana 403, belum terbuka 409, kantor lain 404', async () => {
    expect((await sari.kirim(alamat(), { formulir: 'x' })).status).toBe(409)
    await sampaiLangkah(app, siklusId, 'C')
    const formulir = await dicentang()
    expect((await budi.kirim(alamat(), { formulir })).status).toBe(403)
    expect((await budi.kirim(`${alamat()}/pengembalian`)).status).toBe(403)
    expect((await budi.halaman(alamat()))('main form').length).toBe(0)
    const lain = await app.masukSebagai('camat.muarapapalik')
    expect((await lain.buka(alamat())).status).toBe(404)
    expect((await lain.kirim(alamat(), { formulir })).status).toBe(404)
  })

  it('tanpa centang 422 dengan catatan tetap ada; formulir yang sudah berubah 409; dua kali tekan diterima sekali', async () => {
    await sampaiLangkah(app, siklusId, 'C')
    const kosong = await sari.kirim(alamat(), { catatan: 'Sudah saya periksa' })
    expect([kosong.status, kosong.text]).toEqual([422, expect.stringContaining('Sudah saya periksa')])
    const [satu = ''] = await dicentang()
    expect((await sari.kirim(alamat(), { formulir: satu.replace(/\|\d+$/, '|999') })).status).toBe(409)
    const sama = { formulir: satu, kunci: crypto.randomUUID() }
    await Promise.all([sari.kirim(alamat(), sama), sari.kirim(alamat(), sama)])
    const baris = await app.sql('select 1 from penerimaan_formulir where siklus_id = $1', [siklusId])
    expect(baris.length).toBe(1)
  })

  it('dikembalikan dengan alasan kepada unitnya; unit lain tidak ikut', async () => {
    await sampaiLangkah(app, siklusId, 'C')
    const $ = await sari.halaman(alamat())
    const unitId = $('select[name=unitId] option').eq(1).attr('value') ?? ''
    const kembalikan = (alasanKembali: string) => sari.kirim(`${alamat()}/pengembalian`, { unitId, alasanKembali })
    expect((await kembalikan('pendek')).status).toBe(422)
    expect((await kembalikan('Lampirkan bukti dukungnya.')).headers.location).toContain('penyerahan-dikembalikan')
    expect(await status('B')).toBe('BERJALAN')
    const bagian = await app.sql<{ unit_id: string }>(
      `select b.unit_id from bagian_langkah b join langkah_siklus l on l.id = b.langkah_id
       where l.siklus_id = $1 and l.kode = 'B' and b.status = 'BERJALAN'`,
      [siklusId],
    )
    expect(bagian.map((b) => b.unit_id)).toEqual([unitId])
  })
})
