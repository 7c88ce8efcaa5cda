import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DataBeban, isiBeban } from '../../../bench/data.ts'
import { susunHalaman } from '../../../bench/halaman.ts'
import { bukaSesi } from '../../../bench/orang.ts'
import { salinSiklus } from '../../../bench/salin.ts'
import { bukaPengintai } from '../../../bench/tangkap.ts'
import { type BasisDataUji, buatBasisDataUji } from '../../bantuan/basis-data.ts'
import { hapusFolder } from '../../bantuan/hapus-folder.ts'

/** Session and person come with every page. */
const SESI_DAN_ORANG = 2
/** What each page asks of the database besides session and person (goal P6 of bench/HASIL.md: at most 5, a fixed number per route). */
const KUERI: Readonly<Record<string, number | readonly number[]>> = {
  'tugas-saya': 3,
  dasbor: 5,
  capaian: 4,
  lkjip: 5,
  'daftar-siklus': 1,
  siklus: 3,
  // one more where an indicator of the form takes its figure from the office's own data
  formulir: [2, 3],
  rekap: 5,
  perencanaan: 2,
  indikator: 3,
}

let basis: BasisDataUji
let klien: pg.Client
let data: DataBeban
let folderData: string
let pengintai: Awaited<ReturnType<typeof bukaPengintai>>
let halaman: Awaited<ReturnType<typeof susunHalaman>>

beforeAll(async () => {
  basis = await buatBasisDataUji()
  data = await isiBeban(basis, { kantor: { unit: 8, orang: 30, indikator: 16 }, bulan: 3, bukti: 60, kecamatan: 1 })
  klien = new pg.Client({ connectionString: basis.urlPemilik })
  await klien.connect()
  folderData = mkdtempSync(join(tmpdir(), 'takar-uji-data-'))
  pengintai = await bukaPengintai(basis.urlAplikasi, {
    rahasiaSesi: 'x1y2z3-hanya-dipakai-di-pengujian-4567890',
    folderData,
  })
  halaman = await susunHalaman({ klien, data, jumlahKecamatan: 1, sesi: bukaSesi(pengintai.port), sambungan: 8 })
}, 180_000)

afterAll(async () => {
  await pengintai?.tutup()
  await klien?.end()
  await basis?.hapus()
  if (folderData) hapusFolder(folderData)
})

/** Statements of each page, for several people; every page is opened once before, so that only its own are counted. */
async function hitung(): Promise<Record<string, number[]>> {
  const hasil: Record<string, number[]> = {}
  for (const { nama, alamat } of halaman) {
    for (const { jalur, cookie } of alamat) {
      await pengintai.buka(jalur, cookie)
      const { status, kueri } = await pengintai.buka(jalur, cookie)
      expect(status, jalur).toBe(200)
      hasil[nama] = [...new Set([...(hasil[nama] ?? []), kueri.length])]
    }
  }
  return hasil
}

describe('kueri per halaman', () => {
  let awal: Record<string, number[]>

  test('tiap halaman memakai jumlah kueri yang tetap, siapa pun yang membukanya', async () => {
    awal = await hitung()
    const urut = Object.entries(awal).map(([nama, jumlah]) => [nama, jumlah.sort((a, b) => a - b)])
    expect(Object.fromEntries(urut)).toEqual(
      Object.fromEntries(
        Object.entries(KUERI).map(([nama, jumlah]) => [nama, [jumlah].flat().map((n) => n + SESI_DAN_ORANG)]),
      ),
    )
  })

  test('paling banyak lima selain sesi dan orang', () => {
    for (const [nama, jumlah] of Object.entries(KUERI))
      expect(Math.max(...[jumlah].flat()), nama).toBeLessThanOrEqual(5)
  })

  test('sepuluh kali data tidak mengubahnya', async () => {
    await salinSiklus(klien, { siklusId: data.siklus.selesai, dari: 1, jumlah: 27 })
    const { rows } = await klien.query<{ jumlah: number }>('select count(*)::int as jumlah from siklus')
    expect(rows[0]?.jumlah).toBe(30)
    const kini = await hitung()
    for (const [nama, jumlah] of Object.entries(kini))
      expect(
        jumlah.sort((a, b) => a - b),
        nama,
      ).toEqual(awal[nama])
  })
})
