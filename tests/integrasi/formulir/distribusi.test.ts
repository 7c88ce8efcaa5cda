import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'
import { PDF } from '../berkas/contoh-berkas.ts'
import { formulirUji } from './bantuan-formulir.ts'

/** Who prepares and hands out is what the SOP says: here Kasi and Staf, for the forms of all units and not only their own. */
let app: AplikasiUji
let dewi: OrangUji // Staf Seksi Pemerintahan
let siklusId: string
beforeAll(async () => {
  app = await bukaAplikasiUji()
  await pasangSopKecil(app, 'uji-distribusi-staf', [
    { kode: 'A', jenis: 'siapkan-formulir', pelaksana: 'SEKCAM', dibantu: 'KASI' },
    { kode: 'B', jenis: 'distribusi', pelaksana: 'STAF', dibantu: 'SEKCAM' },
    { kode: 'C', jenis: 'pengisian', pelaksana: 'KASI' },
    { kode: 'D', jenis: 'rekap' },
  ])
  dewi = await app.masukSebagai('staf.pemerintahan')
  siklusId = await mulaiSiklusUji(app, { sop: 'uji-distribusi-staf' })
})
afterAll(() => app.tutup())
const langkah = (kode: string, jenis: string) => `/siklus/${siklusId}/langkah/${kode}/${jenis}`

describe('penyiapan dibantu Kasi, distribusi oleh Staf', () => {
  it('yang membantu menyiapkan menyimpan catatan pada formulir unit lain, seperti tombolnya', async () => {
    const f = await formulirUji(app, siklusId, 'seksi-kesos')
    const wati = await app.masukSebagai('kasi.pmd')
    const $ = await wati.halaman(langkah('A', 'siapkan-formulir'))
    expect($('form[action$="/siapkan-formulir/catatan"]').length).toBeGreaterThan(1)
    const catatan = { formulirId: f.id, versi: String(f.versi), catatan: 'Lampirkan register.' }
    expect((await wati.kirim(`${langkah('A', 'siapkan-formulir')}/catatan`, catatan)).status).toBe(303)
    expect((await dewi.halaman(langkah('A', 'siapkan-formulir')))('main form').length).toBe(0)
    expect((await dewi.kirim(`${langkah('A', 'siapkan-formulir')}/catatan`, catatan)).status).toBe(403)
    const budi = await app.masukSebagai('sekcam')
    expect((await budi.kirim(`${langkah('A', 'siapkan-formulir')}/penyelesaian`)).status).toBe(303)
  })

  it('Staf membagikan; yang membantu hanya mencatat tanda terima kertas, semua seperti tombolnya', async () => {
    const alamat = langkah('B', 'distribusi')
    const budi = await app.masukSebagai('sekcam')
    const tombol = async (o: OrangUji) => {
      const $ = await o.halaman(alamat)
      return ['pembagian', 'tanda-terima', 'penyelesaian'].filter(
        (n) => $(`form[action$="/distribusi/${n}"]`).length > 0,
      )
    }
    expect([await tombol(dewi), await tombol(budi)]).toEqual([['pembagian'], []])
    expect((await budi.kirim(`${alamat}/pembagian`)).status).toBe(403)
    expect((await dewi.kirim(`${alamat}/pembagian`)).status).toBe(303)
    expect([await tombol(dewi), await tombol(budi)]).toEqual([['tanda-terima'], ['tanda-terima']])
    expect(await tombol(await app.masukSebagai('kasi.pmd'))).toEqual([])
    const $ = await dewi.halaman(alamat)
    const pilihan = $('form[action$="/tanda-terima"] select[name=formulirId] option')
      .map((_, o) => $(o).attr('value') ?? '')
      .get()
      .filter(Boolean)
    expect(pilihan.length).toBeGreaterThan(1)
    for (const [ke, formulirId] of pilihan.entries()) {
      const tanda = { formulirId, penerima: 'Kepala unit', jabatanPenerima: 'Kepala', tanggal: '2026-07-06' }
      const orang = ke === 0 ? budi : dewi
      // one sheet carries the signatures of the others as well
      const lembar = (await orang.halaman(alamat))('select[name=pindaianId] option').last().attr('value')
      const kirim = lembar
        ? orang.kirim(`${alamat}/tanda-terima`, { ...tanda, pindaianId: lembar })
        : orang.unggah(`${alamat}/tanda-terima`, tanda, { berkas: { nama: 'tanda terima.pdf', isi: PDF } })
      expect((await kirim).status).toBe(303)
    }
    expect([await tombol(dewi), await tombol(budi)]).toEqual([['penyelesaian'], []])
    expect((await budi.kirim(`${alamat}/penyelesaian`)).status).toBe(403)
    expect((await dewi.kirim(`${alamat}/penyelesaian`)).status).toBe(303)
  })
})
