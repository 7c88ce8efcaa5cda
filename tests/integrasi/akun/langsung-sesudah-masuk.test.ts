import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'

let app: AplikasiUji
beforeAll(async () => {
  app = await bukaAplikasiUji()
})
afterAll(() => app.tutup())

const KALI = 20

it('peramban yang mengikuti pengalihan begitu tajuknya tiba tetap masuk: sesi tersimpan sebelum jawaban dikirim', async () => {
  const hasil: number[] = []
  for (let i = 0; i < KALI; i++) {
    const masuk = await fetch(`${app.alamat}/masuk`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ nama: 'camat', sandi: SANDI_UJI }),
    })
    expect(masuk.status).toBe(303)
    const cookie = masuk.headers
      .getSetCookie()
      .map((k) => k.split(';')[0])
      .join('; ')
    hasil.push((await fetch(`${app.alamat}/`, { redirect: 'manual', headers: { cookie } })).status)
  }
  expect(hasil).toEqual(Array.from({ length: KALI }, () => 200))
})
