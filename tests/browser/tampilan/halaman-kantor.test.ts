import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { bukaMeja, bukaPeramban, CHROMIUM, type Meja, temuanDuaUkuran } from '../../bantuan/browser.ts'

const ADMIN = [
  '/',
  '/pengingat',
  '/akun/sandi',
  '/akun/kontak',
  '/organisasi/pegawai',
  '/organisasi/pegawai/baru',
  '/organisasi/struktur',
  '/organisasi/unit/baru',
  '/organisasi/jabatan/baru',
  '/organisasi/tim-sakip',
  '/organisasi/tim-sakip/baru',
  '/organisasi/penyiapan',
  '/kalender',
  '/bantuan',
  '/bantuan/peran/admin',
  '/bantuan/halaman/pegawai',
]
const SEKCAM = ['/pengingat/ingatkan', '/pengingat/setelan', '/jejak-audit', '/jejak-audit/pemeriksaan', '/impor']
/** Forms handed in with what must be refused. */
const DITOLAK: readonly (readonly [
  siapa: 'admin' | 'sekcam',
  halaman: string,
  kirim: string,
  bidang: string,
  nilai: string,
])[] = [
  ['admin', '/akun/sandi', '/akun/sandi', 'sandiBaru', 'pendek'],
  ['admin', '/akun/kontak', '/akun/kontak', 'surel', 'bukan surel'],
  ['admin', '/organisasi/pegawai/baru', '/organisasi/pegawai', 'nip', '123'],
  ['admin', '/organisasi/unit/baru', '/organisasi/unit', 'nama', ''],
  ['admin', '/organisasi/jabatan/baru', '/organisasi/jabatan', 'nama', ''],
  ['admin', '/organisasi/tim-sakip/baru', '/organisasi/tim-sakip', 'nomorSk', ''],
  ['admin', '/kalender', '/kalender/hari-libur', 'nama', ''],
  ['sekcam', '/pengingat/setelan', '/pengingat/setelan', 'hariSebelum', 'tiga'],
]

/** Pages of the office itself, in their own frame, on the desk and on the phone; every other page is in semua-halaman.test.ts. */
describe.skipIf(!CHROMIUM)('halaman kantor di meja dan di ponsel', () => {
  let app: AplikasiUji
  let peramban: Browser
  let meja: Record<'admin' | 'sekcam' | 'tamu', Meja>
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    peramban = await bukaPeramban()
    const [admin, sekcam, tamu] = await Promise.all([
      bukaMeja(peramban, app.alamat, 'admin'),
      bukaMeja(peramban, app.alamat, 'sekcam'),
      bukaMeja(peramban, app.alamat, 'tamu', { masuk: false }),
    ])
    meja = { admin, sekcam, tamu }
  })
  afterAll(async () => {
    await peramban?.close()
    await app?.tutup()
  })

  it.each([
    ['admin', ADMIN],
    ['sekcam', SEKCAM],
    ['tamu', ['/masuk']],
  ] as const)('%s: setiap halaman dapat dibaca semua orang', async (siapa, halaman) => {
    const temuan: string[] = []
    for (const alamat of halaman) {
      await meja[siapa].buka(alamat)
      for (const satu of await temuanDuaUkuran(meja[siapa].laman)) temuan.push(`${alamat} ${satu}`)
    }
    expect(temuan).toEqual([])
    expect(meja[siapa].galat).toEqual([])
  })

  it.each(DITOLAK)('%s di %s: yang ditolak pun terbaca', async (siapa, halaman, kirim, bidang, nilai) => {
    const { laman } = meja[siapa]
    await meja[siapa].buka(halaman)
    await laman.locator(`main form[action="${kirim}"] [name="${bidang}"]`).fill(nilai)
    await laman.evaluate(`document.querySelector('main form[action="${kirim}"]').requestSubmit()`)
    await laman.locator('[data-ringkasan-kesalahan]').waitFor()
    expect(await temuanDuaUkuran(laman)).toEqual([])
  })

  it('masuk yang ditolak, halaman yang bukan haknya, dan halaman yang tidak ada terbaca', async () => {
    const { laman } = meja.tamu
    await meja.tamu.buka('/masuk')
    await laman.getByLabel('Nama pengguna atau NIP').fill('sekcam')
    await laman.getByLabel('Sandi').fill('bukan sandinya')
    await laman.getByRole('button', { name: 'Masuk' }).click()
    await laman.locator('.pesan--gagal').waitFor()
    const temuan = [...(await temuanDuaUkuran(laman))]
    for (const [dia, alamat] of [
      [meja.admin, '/rekap'],
      [meja.admin, '/tidak-ada'],
      [meja.tamu, '/survei/tidak-ada'],
    ] as const) {
      await dia.laman.goto(alamat)
      for (const satu of await temuanDuaUkuran(dia.laman)) temuan.push(`${alamat} ${satu}`)
    }
    expect(temuan).toEqual([])
  })
})
