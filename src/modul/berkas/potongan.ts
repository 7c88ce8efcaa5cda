import { constants, createReadStream } from 'node:fs'
import { mkdir, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { BerkasSementara, Gudang } from './gudang.ts'

/** At most this much in one piece: a line that breaks off every minute still moves on. */
export const POTONGAN_MAKS = 262_144
/** Unfinished uploads one person may have at once. */
const MAKS_SETENGAH = 20
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Potongan = { readonly id: string; readonly mulai: number; readonly isi: Buffer; readonly batasMb: number }

/**
 * Uploads that go on after a cut line. The browser names the upload (a random UUID) and sends pieces; what has arrived is
 * the length of one file in the person's own folder, so any process of the application can go on with it. A piece sent
 * twice is written twice at the same place: nothing changes. Returns how much has arrived. Throws Galat 404, 413, 422.
 */
export async function terimaPotongan(
  gudang: Gudang,
  pelaku: Pelaku,
  { id, mulai, isi, batasMb }: Potongan,
): Promise<number> {
  const jalur = letak(gudang, pelaku, id)
  if (mulai + isi.length > batasMb * 1_048_576)
    throw galat.terlaluBesar(
      `Berkas lebih besar dari ${batasMb} MB. Perkecil (misalnya pindai 150 dpi), lalu unggah lagi.`,
    )
  const ada = await ukuran(jalur)
  if (mulai > ada) return ada
  if (ada === 0) await siapkanMap(gudang, pelaku)
  const berkas = await open(jalur, constants.O_RDWR | constants.O_CREAT, 0o600)
  try {
    await berkas.write(isi, 0, isi.length, mulai)
  } finally {
    await berkas.close()
  }
  return ukuran(jalur)
}

/** How much of an upload has arrived; 0 when nothing has, or it is somebody else's. */
export const terimaSampai = (gudang: Gudang, pelaku: Pelaku, id: string): Promise<number> =>
  ukuran(letak(gudang, pelaku, id))

/**
 * The whole file of an upload, durable, for the form that names it; null when there is none (any more). It is a copy out of reach
 * of further pieces: what is checked is what is kept; `asal` is removed when it is. `crc` is the CRC-32 of what the browser meant
 * to send: another file under the same id, or a damaged one, is thrown away with Galat 422.
 */
export async function ambilPotongan(
  gudang: Gudang,
  pelaku: Pelaku,
  { id, crc, nama }: { id: string; crc: number; nama: string },
): Promise<(BerkasSementara & { readonly asal: string }) | null> {
  const asal = letak(gudang, pelaku, id)
  if ((await ukuran(asal)) === 0) return null
  const salinan = await gudang.terima(createReadStream(asal))
  let nilai = 0
  for await (const potong of createReadStream(salinan.jalur)) nilai = crc32(potong as Buffer, nilai)
  if (nilai !== crc) {
    await gudang.buang(salinan.jalur)
    await gudang.buang(asal)
    throw galat.tidakSesuai(`Berkas "${nama}" tidak sampai dengan utuh. Pilih berkasnya sekali lagi, lalu simpan.`)
  }
  return { ...salinan, asal }
}

/** By kecamatan and person: what is not in one's own folder does not exist. */
const map = (gudang: Gudang, pelaku: Pelaku): string =>
  join(gudang.folder, 'potongan', pelaku.kecamatanId, pelaku.pegawaiId)

function letak(gudang: Gudang, pelaku: Pelaku, id: string): string {
  if (!ID.test(id)) throw galat.tidakDitemukan('Unggahan')
  return join(map(gudang, pelaku), id)
}

const ukuran = (jalur: string): Promise<number> =>
  stat(jalur).then(
    (s) => s.size,
    () => 0,
  )

async function siapkanMap(gudang: Gudang, pelaku: Pelaku): Promise<void> {
  const folder = map(gudang, pelaku)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length >= MAKS_SETENGAH)
    throw galat.tidakSesuai('Terlalu banyak unggahan yang belum selesai. Simpan dahulu yang sudah, lalu ulangi besok.')
}
