import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { bandingkanBaris, ulangi } from '../../bantuan/jalan-siklus.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'

/** Two SOPs, and two periods of one of them, at the same time in one office. */
const TRIWULAN = (nomor: number) => ({ jenis: 'TRIWULAN', tahun: 2026, nomor }) as const
let app: AplikasiUji
let siklus: string[] = []
beforeAll(async () => {
  app = await bukaAplikasiUji()
  siklus = [
    await mulaiSiklusUji(app, { periode: TRIWULAN(1) }),
    await mulaiSiklusUji(app, { periode: TRIWULAN(2) }),
    await mulaiSiklusUji(app, { sop: 'pengukuran-taman', periode: TRIWULAN(1) }),
  ]
})
afterAll(() => app.tutup())

describe('siklus yang berjalan berdampingan', () => {
  it('Tugas Saya menyebut ketiganya dengan SOP dan periodenya', async () => {
    const $ = await (await app.masukSebagai('camat')).halaman('/')
    const butir = $('.tugas__butir')
      .map((_, b) => $(b).text())
      .get()
    expect(butir.length).toBe(3)
    expect(butir.filter((b) => b.includes('Triwulan II 2026')).length).toBe(1)
    expect(butir.filter((b) => b.includes('Pengukuran Kinerja')).length).toBe(1)
  })

  it('yang satu maju sampai formulirnya dibuka; yang lain tetap di langkah pertama; semua riwayat sama dengan barisnya', async () => {
    const [satu = '', ...lain] = siklus
    await sampaiLangkah(app, satu, 'P7')
    for (const id of lain) {
      const { langkah } = await ulangi(app, id)
      expect(Object.values(langkah).filter((l) => l.status !== 'BELUM').length).toBe(1)
    }
    const formulir = await app.sql<{ siklus_id: string }>('select distinct siklus_id from formulir')
    expect(formulir.map((f) => f.siklus_id)).toEqual([satu])
    for (const id of siklus) expect(await bandingkanBaris(app, id)).toEqual([])
  })
})
