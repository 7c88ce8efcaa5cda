import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM } from '../../bantuan/browser.ts'
import { cetakHalaman, periksaDokumen, periksaExcel, segelDanPeriksaArsip } from './langkah-arsip.ts'
import { mulaiDanRancang, pimpinRapat, rencanakanDanPeriksa, terbitkanDisposisi } from './langkah-awal.ts'
import { bagikanFormulir, isiDanSerahkan, isiUnitLain, type Kembalian, perbaiki } from './langkah-formulir.ts'
import { kembalikanDuaNilai, laporDanDisposisiCamat, rekapDanLapor, setujui } from './langkah-telaah.ts'
import { bukaPanggung, type Panggung } from './panggung.ts'

/** SOP Pengumpulan Data Kinerja Kecamatan Taman, triwulan II 2026: its twelve steps, with a return of two values. */
describe.skipIf(!CHROMIUM)('satu periode di Kecamatan Taman, di peramban', () => {
  let p: Panggung
  let kembalian: Kembalian[] = []
  beforeAll(async () => {
    p = await bukaPanggung()
  })
  afterAll(() => p?.tutup())

  it('1a. Tim SAKIP memulai siklus dan merancang disposisi beserta surat Bupati', () => mulaiDanRancang(p))
  it('1b. Camat menerbitkan disposisi dari ponselnya', () => terbitkanDisposisi(p))
  it('2. Sekretaris Kecamatan memimpin rapat', () => pimpinRapat(p))
  it('3–4. Tim SAKIP menyusun program kerja dan memeriksa dokumen', () => rencanakanDanPeriksa(p))
  it('5–6. formulir disusun dari Perjanjian Kinerja, dibagikan, dan diterima setiap unit', () => bagikanFormulir(p))
  it('7a. staf mengisi dan melampirkan bukti, kepala seksi memeriksa lalu menyerahkan', () => isiDanSerahkan(p))
  it('7b. unit lain mengisi bersamaan; Tim SAKIP melihat kelengkapannya', () => isiUnitLain(p))
  it('8–9. Tim SAKIP membekukan rekap versi 1 dan melaporkannya', () => rekapDanLapor(p, 1))
  it('10a. Sekretaris Kecamatan mengembalikan dua nilai satu unit beserta alasannya', async () => {
    kembalian = await kembalikanDuaNilai(p)
    expect(kembalian.length).toBe(2)
  })
  it('7c. unit itu melihat alasannya pada nilainya, memperbaiki, dan menyerahkan lagi', () => perbaiki(p, kembalian))
  it('8–9. rekap versi 2 menyebut yang berubah', () => rekapDanLapor(p, 2))
  it('10b. Sekretaris Kecamatan melihat perubahannya lalu menyetujui', () => setujui(p, kembalian))
  it('11. Sekretaris Kecamatan melapor, Camat menjawab dengan disposisi dari ponselnya', () =>
    laporDanDisposisiCamat(p))
  it('Excel yang dibawa pulang berisi angka, rumus, dan tujuh kolom LKjIP', () => periksaExcel(p, kembalian))
  it('setiap langkah meninggalkan dokumennya sebagai PDF', () => periksaDokumen(p))
  it('halaman tercetak tanpa menu dan tanpa lembar mubazir', () => cetakHalaman(p))
  it('12. arsip disegel; setiap berkas cocok dengan sidiknya; tidak ada lagi yang dapat diubah', () =>
    segelDanPeriksaArsip(p, kembalian))
  it('halaman di sekitar siklus juga rapi: tugas, dasbor, riwayat, jejak, SOP, arsip', async () => {
    const tim = await p.di('sakip1')
    for (const jalur of [
      '/',
      '/dasbor',
      '/siklus',
      `${p.siklus}/riwayat`,
      '/sop',
      '/arsip',
      '/perencanaan',
      '/jejak-audit',
    ]) {
      await tim.buka(jalur)
      await tim.periksa(`sekitar ${jalur.replace(p.siklus, 'siklus')}`)
    }
  })
})
