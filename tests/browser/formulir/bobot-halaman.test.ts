import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { bukaMeja, bukaPeramban, CHROMIUM, type Meja } from '../../bantuan/browser.ts'
import { type FormulirUji, formulirUji, siapkanSiklus } from '../../integrasi/formulir/bantuan-formulir.ts'

const KB = 1024
/** What a slow line carries: at the first visit, of it scripts, and at each page after. */
const BATAS = { pertama: 60 * KB, skrip: 15 * KB, berikutnya: 20 * KB }

describe.skipIf(!CHROMIUM)('bobot halaman', () => {
  let app: AplikasiUji
  let peramban: Browser
  let siklusId: string
  let formulir: FormulirUji
  let kasi: Meja
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    siklusId = await siapkanSiklus(app, 'P7')
    formulir = await formulirUji(app, siklusId)
    peramban = await bukaPeramban()
    kasi = await bukaMeja(peramban, app.alamat, 'kasi.pemerintahan', { masuk: false })
  })
  afterAll(async () => {
    await peramban?.close()
    await app?.tutup()
  })

  /** Every row given to somebody: the page of the division at its heaviest. */
  const bagikanSemua = () =>
    app.sql(
      `insert into delegasi_baris (kecamatan_id, siklus_id, formulir_id, baris_id, pegawai_id, nama, tanggal, catatan, diberikan_pada, diberikan_oleh)
       select f.kecamatan_id, f.siklus_id, f.id, b.id, a.pegawai_id, 'Staf Pemerintahan (contoh)', '2026-07-10', 'Minta datanya ke desa', now(), 'uji'
       from formulir f join akun a on a.nama_pengguna = 'staf.pemerintahan'
         join (select id, formulir_id from baris_formulir union all select id, formulir_id from baris_anggaran) b on b.formulir_id = f.id
       where f.id = $1`,
      [formulir.id],
    )

  /** Bytes as they travelled, heads and all, of everything a page fetched; `skrip`: of it scripts. */
  async function timbang(laman: Page, kerja: () => Promise<unknown>): Promise<{ semua: number; skrip: number }> {
    const cdp = await laman.context().newCDPSession(laman)
    await cdp.send('Network.enable')
    const skrip = new Set<string>()
    const berat = { semua: 0, skrip: 0 }
    cdp.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') skrip.add(requestId)
    })
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      berat.semua += encodedDataLength
      if (skrip.has(requestId)) berat.skrip += encodedDataLength
    })
    await kerja()
    await laman.waitForLoadState('networkidle')
    await cdp.detach()
    return berat
  }

  it('kunjungan pertama dan tiap halaman perjalanan mengisi tetap ringan', async () => {
    const { laman } = kasi
    const pertama = await timbang(laman, () => laman.goto('/masuk'))
    expect(pertama.semua).toBeLessThanOrEqual(BATAS.pertama)
    expect(pertama.skrip).toBeGreaterThan(0)
    expect(pertama.skrip).toBeLessThanOrEqual(BATAS.skrip)
    await laman.getByLabel('Nama pengguna atau NIP').fill('kasi.pemerintahan')
    await laman.getByLabel('Sandi').fill(SANDI_UJI)
    const masuk = () => Promise.all([laman.waitForURL((u) => u.pathname === '/'), laman.keyboard.press('Enter')])
    const isian = `/formulir/${formulir.id}`
    await bagikanSemua()
    const hasil: Record<string, number> = {
      'masuk (kunjungan pertama)': pertama.semua,
      'skrip di dalamnya': pertama.skrip,
      'Tugas Saya': (await timbang(laman, masuk)).semua,
    }
    for (const [nama, jalur] of [
      ['siklus', `/siklus/${siklusId}`],
      ['langkah pengisian', `/siklus/${siklusId}/langkah/P7/pengisian`],
      ['formulir (7 indikator, 4 baris anggaran)', isian],
      ['bukti', `${isian}/baris/${formulir.baris[0]?.id}/bukti`],
      ['bagi tugas', `${isian}/tugas`],
      ['pemeriksaan', `${isian}/pemeriksaan`],
      ['dasbor', '/dasbor'],
    ] as const)
      hasil[nama] = (await timbang(laman, () => laman.goto(jalur))).semua
    if (process.env.TAKAR_UJI_BOBOT)
      console.log(
        Object.entries(hasil)
          .map(([n, b]) => `| ${n} | ${(b / KB).toFixed(1)} KB |`)
          .join('\n'),
      )
    const { 'masuk (kunjungan pertama)': _p, 'skrip di dalamnya': _s, ...berikutnya } = hasil
    for (const [nama, berat] of Object.entries(berikutnya)) {
      expect(berat, nama).toBeGreaterThan(1000)
      expect(berat, nama).toBeLessThanOrEqual(BATAS.berikutnya)
    }
  })
})
