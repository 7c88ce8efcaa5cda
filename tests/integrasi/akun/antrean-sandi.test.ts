import { expect, it } from 'vitest'
import { cincangSandi } from '../../../src/modul/akun/index.ts'

it('antrean pencincangan sandi yang penuh menjawab sibuk, bukan menumpuk ingatan', async () => {
  const hasil = await Promise.allSettled(Array.from({ length: 60 }, () => cincangSandi('serentak')))
  const sibuk = hasil.filter((h) => h.status === 'rejected')
  // two at work, fifty waiting
  expect(sibuk).toHaveLength(60 - 52)
  for (const satu of sibuk) expect(satu).toMatchObject({ reason: { kode: 'sibuk', http: 503 } })
})
