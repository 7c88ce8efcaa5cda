import { z } from 'zod'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { Gudang } from './gudang.ts'
import { kenaliJenis, namaAman } from './jenis-berkas.ts'
import { ambilPotongan } from './potongan.ts'
import type { BerkasDiterima } from './terima-unggahan.ts'

const isianUnggahan = z
  .string()
  .transform((teks) => JSON.parse(teks) as unknown)
  .pipe(z.array(z.object({ id: z.string().max(36), crc: z.int().min(0), nama: z.string().max(255) })).max(10))

/** Files that arrived in pieces before the form that names them; `hilang`: one of them is not there (any more). */
export type UnggahanBertahap = { readonly berkas: readonly BerkasDiterima[]; readonly hilang: boolean }

/**
 * The uploads a form names in its field `unggahan` ([{id, crc, nama}] as JSON), checked as any upload is: whole, ending and
 * content agree. A refused one is thrown away. Throws Galat 404, 422.
 */
export async function ambilUnggahan(gudang: Gudang, pelaku: Pelaku, badan: unknown): Promise<UnggahanBertahap> {
  const daftar = baca((badan as Record<string, unknown> | undefined)?.unggahan)
  const berkas: BerkasDiterima[] = []
  for (const { id, crc, nama: asli } of daftar) {
    const nama = namaAman(asli)
    const satu = await ambilPotongan(gudang, pelaku, { id, crc, nama })
    if (!satu) {
      await buangUnggahan(gudang, { berkas })
      return { berkas: [], hilang: true }
    }
    try {
      const mime = await kenaliJenis(satu.jalur, nama)
      berkas.push({ ...satu, nama, mime, kolom: 'berkas' })
    } catch (sebab) {
      await buangUnggahan(gudang, { berkas })
      for (const jalur of [satu.jalur, satu.asal]) await gudang.buang(jalur)
      throw sebab
    }
  }
  return { berkas, hilang: false }
}

/** Removes the copies that no use case took; the uploads stay, to be named again. */
export async function buangUnggahan(gudang: Gudang, { berkas }: Pick<UnggahanBertahap, 'berkas'>): Promise<void> {
  for (const { jalur } of berkas) await gudang.buang(jalur)
}

function baca(teks: unknown): z.output<typeof isianUnggahan> {
  if (typeof teks !== 'string' || teks === '') return []
  try {
    return isianUnggahan.parse(teks)
  } catch {
    return []
  }
}
