import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { bukaMeja, bukaPeramban, DESKTOP, PONSEL } from '../../bantuan/browser.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'

let app: AplikasiUji
let peramban: Browser
let siklusId: string
beforeAll(async () => {
  app = await bukaAplikasiUji()
  peramban = await bukaPeramban()
  const kolom = [
    { kode: 'CAMAT', nama: 'Camat', peran: 'CAMAT' },
    { kode: 'SEKCAM', nama: 'Sekretaris Kecamatan', peran: 'SEKCAM' },
    { kode: 'TIM_SAKIP', nama: 'Tim SAKIP', peran: 'TIM_SAKIP' },
    { kode: 'KASI', nama: 'Kepala Seksi', peran: 'KASI' },
  ]
  const sop = await pasangSopKecil(
    app,
    'keputusan-tampak',
    [
      { kode: 'A', jenis: 'siapkan-formulir', uraian: 'Menyiapkan formulir pengumpulan data kinerja' },
      { kode: 'B', jenis: 'pengisian', pelaksana: 'KASI', uraian: 'Mengisi formulir dan menyerahkannya beserta bukti' },
      {
        kode: 'C',
        pelaksana: ['SEKCAM', 'CAMAT'],
        cara: 'SEMUA',
        uraian: 'Memeriksa kelengkapan data kinerja seluruh seksi. Jika lengkap dilanjutkan, jika tidak dikembalikan',
        keputusan: { ya: 'D', tidak: ['B', 'A'] },
      },
      { kode: 'D', opsional: true, pelaksana: 'SEKCAM', uraian: 'Konsultasi dengan Inspektorat, bila diperlukan' },
      { kode: 'E', uraian: 'Menyusun laporan capaian kinerja' },
    ],
    { nama: 'SOP Pengumpulan Data Kinerja', pelaksana: kolom },
  )
  siklusId = await mulaiSiklusUji(app, { sop })
  await sampaiLangkah(app, siklusId, 'C')
})
afterAll(async () => {
  await peramban?.close()
  await app?.tutup()
})

describe('keputusan yang menyatu dengan langkahnya', () => {
  it.each([
    ['komputer', 'sekcam', DESKTOP],
    ['ponsel', 'camat', PONSEL],
  ] as const)('%s: setiap jalan dapat dibaca dan dipilih, tanpa pelanggaran axe', async (di, siapa, ukuran) => {
    const meja = await bukaMeja(peramban, app.alamat, siapa, { ukuran })
    await meja.buka(`/siklus/${siklusId}/langkah/C/tugas`)
    await meja.periksa(`Keputusan di ${di}`)
    await meja.laman.getByLabel('Tidak, kembalikan ke langkah 2').check()
    await meja.laman.getByLabel('Seksi Pemerintahan').check()
    expect(await meja.laman.getByRole('button', { name: 'Putuskan' }).count()).toBe(1)
    await meja.buka(`/siklus/${siklusId}`)
    await meja.periksa(`Siklus dengan langkah dua pejabat di ${di}`)
    await meja.buka('/')
    await meja.periksa(`Tugas Saya di ${di}`)
    await meja.tutup()
  })
})
