import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { sidikBasisData } from './kantor-berjalan.ts'
import { ORANG_LANGKAH, TABEL_LANGKAH } from './matriks-langkah.tabel.ts'

let app: AplikasiUji
let siklusId: string
const orang = new Map<string, OrangUji>()
beforeAll(async () => {
  app = await bukaAplikasiUji()
  siklusId = await mulaiSiklusUji(app)
  for (const nama of ORANG_LANGKAH) orang.set(nama, await app.masukSebagai(nama))
})
afterAll(() => app.tutup())

async function alamat(kode: string, jalur: string): Promise<string> {
  if (!jalur.startsWith('FORMULIR')) return `/siklus/${siklusId}/langkah/${kode}/${jalur}`
  const [formulir] = await app.sql<{ id: string }>(
    "select f.id from formulir f join unit_kerja u on u.id = f.unit_id where f.siklus_id = $1 and u.kode = 'seksi-pemerintahan'",
    [siklusId],
  )
  return jalur.replace('FORMULIR', `/formulir/${formulir?.id}`)
}

async function kirim(nama: string, tujuan: string): Promise<number> {
  const [siklus] = await app.sql<{ versi: number }>('select versi from siklus where id = $1', [siklusId])
  const isian = {
    versi: String(siklus?.versi),
    catatan: 'x',
    alasan: 'alasan yang cukup panjang',
    tanggal: '2026-07-06',
  }
  return (await orang.get(nama)?.kirim(tujuan, isian))?.status ?? 0
}

const cocok = (harap: string, status: number): boolean =>
  ({
    y: [200, 303, 409, 422].includes(status),
    x: status === 403,
    o: status === 404,
    t: status === 403 || status === 422,
  })[harap] ?? false

const KODE = [...new Set(TABEL_LANGKAH.map(([kode]) => kode))]

it.each(KODE)('langkah %s yang terbuka: hanya pelaksananya yang sampai ke pekerjaannya', async (kode) => {
  await sampaiLangkah(app, siklusId, kode)
  const salah: string[] = []
  const coba = async (nama: string, jalur: string, harap: string) => {
    const status = await kirim(nama, await alamat(kode, jalur))
    if (!cocok(harap, status)) salah.push(`${kode} ${jalur} sebagai ${nama}: ${status}, seharusnya ${harap}`)
  }
  const baris = TABEL_LANGKAH.filter(([satu]) => satu === kode)
  // first all who may not, while nothing has been done; then those who may
  const sebelum = await sidikBasisData(app)
  for (const [, jalur, hasil] of baris)
    for (const [ke, harap] of hasil.split(' ').entries())
      if (harap !== 'y') await coba(ORANG_LANGKAH[ke] ?? '', jalur, harap)
  expect(await sidikBasisData(app)).toEqual(sebelum)
  for (const [, jalur, hasil] of baris)
    for (const [ke, harap] of hasil.split(' ').entries())
      if (harap === 'y') await coba(ORANG_LANGKAH[ke] ?? '', jalur, harap)
  expect(salah).toEqual([])
})

it('sesudah disegel tidak seorang pun dapat menulis lagi, di langkah mana pun', async () => {
  const [siklus] = await app.sql<{ disegel: boolean }>(
    'select diarsipkan_pada is not null as disegel from siklus where id = $1',
    [siklusId],
  )
  expect(siklus?.disegel).toBe(true)
  const sebelum = await sidikBasisData(app)
  for (const [kode, jalur] of TABEL_LANGKAH)
    for (const nama of ORANG_LANGKAH)
      expect([403, 404, 409, 422], `${kode} ${jalur} sebagai ${nama}`).toContain(
        await kirim(nama, await alamat(kode, jalur)),
      )
  expect(await sidikBasisData(app)).toEqual(sebelum)
})
