import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jam } from '../../../src/inti/waktu/index.ts'
import { bukaExcel } from '../../bantuan/baca-excel.ts'
import { teksPdf } from '../../bantuan/baca-pdf.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { CHROMIUM } from '../../bantuan/browser.ts'
import { KantorPolos } from '../../bantuan/perjalanan-polos.ts'
import { bukaZip } from '../../bantuan/zip.ts'
import { bukaPanggung, isi, type Panggung } from './panggung.ts'
import { tanpaPkKasi, tulisPkAwal, tulisPkPerubahan } from './tahun-pk.ts'
import { bekukanBahan, kumpulkan, type Triwulan, ukur } from './tahun-triwulan.ts'

/**
 * IKU-09 counts as it stands at the end (target 92 in every quarter): 11/12 = 91,67 of 92; 23/25 = 92; 45/50 = 90; 47/50 = 94.
 * IKK-14 is summed (targets 19, 0, then 16 and 15 of the PK Perubahan): 19 of 19; 19 of 19; 27 of 35; 47 of 50.
 */
const TAHUN: readonly Triwulan[] = [
  {
    nomor: 1,
    hari: '2026-04-06',
    surat: '2026-04-01',
    kapan: '2026-06-05',
    serapan: 0.2,
    kamtib: ['11', '12'],
    dokumen: ['10', '9'],
    harap: { kamtib: '99,64%', dokumen: '100,00%' },
  },
  {
    nomor: 2,
    hari: '2026-07-06',
    surat: '2026-07-01',
    kapan: '2026-09-04',
    serapan: 0.4,
    kamtib: ['23', '25'],
    dokumen: ['0', '0'],
    harap: { kamtib: '100,00%', dokumen: '100,00%' },
  },
  {
    nomor: 3,
    hari: '2026-10-05',
    surat: '2026-10-01',
    kapan: '2026-12-04',
    serapan: 0.7,
    kamtib: ['45', '50'],
    dokumen: ['5', '3'],
    harap: { kamtib: '97,83%', dokumen: '77,14%' },
  },
  {
    nomor: 4,
    hari: '2027-01-05',
    surat: '2027-01-04',
    kapan: '2027-03-05',
    serapan: 0.95,
    kamtib: ['47', '50'],
    dokumen: ['12', '8'],
    harap: { kamtib: '102,17%', dokumen: '94,00%' },
  },
]
const KAMTIB = 'Prosentase Gangguan Kamtib yang dapat diselesaikan'
const DOKUMEN = 'Jumlah Dokumen yang Difasilitasi dalam rangka Pengelolaan Keuangan Desa'
const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()

describe.skipIf(!CHROMIUM)('setahun di Kecamatan Taman, di peramban', () => {
  let p: Panggung
  beforeAll(async () => {
    p = await bukaPanggung()
    await tanpaPkKasi(p)
  })
  afterAll(() => p?.tutup())

  /** It is nine in the morning of that day, and time goes on; everybody signs in anew. */
  async function hariBaru(hari: string): Promise<KantorPolos> {
    const geser = Date.parse(`${hari}T02:00:00Z`) - Date.now()
    jam.atur(() => new Date(Date.now() + geser))
    await p.pulang()
    return new KantorPolos(p.app.alamat, SANDI_UJI)
  }

  it('Januari: Kasi menyusun PK awal, Camat menyetujui, ditandatangani, berlaku', async () => {
    await hariBaru('2026-01-05')
    await tulisPkAwal(p)
  }, 240_000)

  it.each(TAHUN.map((t) => [t.nomor, t] as const))(
    'triwulan %i: pengumpulan dan pengukuran sampai tersegel; dasbor menunjukkan angkanya',
    async (nomor, t) => {
      if (nomor === 3) {
        await hariBaru('2026-08-03')
        await tulisPkPerubahan(p)
      }
      const k = await hariBaru(t.hari)
      await kumpulkan(p, k, t)
      await ukur(p, k, t)
      const camat = await p.di('camat')
      await camat.buka('/dasbor/capaian?tahun=2026')
      const kartu = camat.laman.locator('article.capaian', { hasText: KAMTIB })
      expect(await kartu.locator('.capaian__nilai strong').innerText()).toBe(t.harap.kamtib)
      const baris = camat.laman.locator('section[aria-labelledby=ikk] tr', { hasText: DOKUMEN })
      expect(rapi(await baris.innerText())).toContain(t.harap.dokumen)
      if (nomor === 4) await camat.periksa('capaian akhir tahun')
    },
    360_000,
  )

  it('PK awal tetap tersimpan; PK Perubahan yang berlaku kini', async () => {
    const kasi = await p.di('kasi.pemerintahan')
    await kasi.buka('/perjanjian-kinerja?tahun=2026')
    const baris = kasi.laman.locator('main tbody tr', { hasText: 'Kepala Seksi Pemerintahan' })
    expect(await baris.count()).toBe(2)
    expect(rapi((await baris.allInnerTexts()).join(' '))).toMatch(/Perubahan.*Awal/)
  })

  it('bahan LKjIP dibekukan; angkanya sama di PDF, Word, dan Excel', async () => {
    await bekukanBahan(p)
    const sakip = await p.di('sakip1')
    expect(await isi(sakip)).toContain('Untuk direviu Inspektorat')
    const unduh = async (apa: string) => (await sakip.unduh(`/lkjip/2026/versi/1/bahan/${apa}`)).isi
    const pdf = rapi((await teksPdf(await unduh('pdf'))).join(' '))
    const word = (await bukaZip(await unduh('word'))).get('word/document.xml')?.toString() ?? ''
    const buku = await bukaExcel(await unduh('excel'))
    const sel = buku.worksheets.flatMap((ws) =>
      (ws.getRows(1, ws.rowCount) ?? []).map((r) => (Array.isArray(r.values) ? r.values : [])),
    )
    expect(pdf).toContain('102,17')
    expect(word.replace(/<[^>]+>/g, ' ')).toContain('102,17')
    const milik = sel.filter((r) => r.some((v) => typeof v === 'string' && v.includes(KAMTIB)))
    expect(milik.some((r) => r.includes(94) && r.includes(92))).toBe(true)
  }, 120_000)

  it('E.81: realisasi empat triwulan dan anggaran sub kegiatan yang dijumlah sendiri', async () => {
    const sakip = await p.di('sakip1')
    const { isi: excel } = await sakip.unduh('/lkjip/2026/versi/1/evaluasi-renja/excel')
    const buku = await bukaExcel(excel)
    const baris = buku.worksheets.flatMap((ws) =>
      (ws.getRows(1, ws.rowCount) ?? []).map((r) => (Array.isArray(r.values) ? r.values : [])),
    )
    const dokumen = baris.find((r) => r.some((v) => typeof v === 'string' && v.includes(DOKUMEN)))
    expect(dokumen).toEqual(expect.arrayContaining([19, 0, 8, 20]))
    // 95 % of the pagu of 13.900.000 by the end of the year
    const pdf = rapi((await teksPdf((await sakip.unduh('/lkjip/2026/versi/1/evaluasi-renja/pdf')).isi)).join(' '))
    expect(pdf).toContain('13.205.000')
  }, 120_000)
})
