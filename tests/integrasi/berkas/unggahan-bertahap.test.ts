import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import type { Pelaku } from '../../../src/inti/pelaku.ts'
import { ambilUnggahan, bukaGudang, sha256Berkas } from '../../../src/modul/berkas/index.ts'
import { terimaPotongan } from '../../../src/modul/berkas/potongan.ts'
import { hapusFolder } from '../../bantuan/hapus-folder.ts'
import { PDF } from './contoh-berkas.ts'

const folder = mkdtempSync(join(tmpdir(), 'takar-uji-potongan-'))
const gudang = bukaGudang(folder)
const pelaku = { kecamatanId: 'taman', pegawaiId: 'sari' } as Pelaku
const id = '3f2b8a50-6b1e-4c57-9d5a-0f6f1f6f2c11'
afterAll(() => hapusFolder(folder))

it('yang diperiksa itulah yang disimpan: potongan yang datang sesudahnya tidak menukar isinya', async () => {
  const kirim = (isi: Buffer) => terimaPotongan(gudang, pelaku, { id, mulai: 0, isi, batasMb: 1 })
  await kirim(PDF)
  const badan = { unggahan: JSON.stringify([{ id, crc: crc32(PDF), nama: 'hadir.pdf' }]) }
  const { berkas } = await ambilUnggahan(gudang, pelaku, badan)
  const [satu] = berkas
  if (!satu) throw new Error('berkasnya tidak diterima')
  await kirim(Buffer.alloc(PDF.length, 'MZ jahat '))
  expect(await sha256Berkas(satu.jalur)).toBe(satu.sha256)
  expect(satu.ukuran).toBe(PDF.length)
})

it('rusak di jalan: dibuang beserta salinannya', async () => {
  await terimaPotongan(gudang, pelaku, { id, mulai: 0, isi: PDF, batasMb: 1 })
  const badan = { unggahan: JSON.stringify([{ id, crc: 1, nama: 'hadir.pdf' }]) }
  await expect(ambilUnggahan(gudang, pelaku, badan)).rejects.toThrow('tidak sampai dengan utuh')
  expect(existsSync(join(folder, 'potongan', 'taman', 'sari', id))).toBe(false)
})
