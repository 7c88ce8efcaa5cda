import yauzl from 'yauzl'

const MAKS_BUTIR = 200
/** unpacked; the form of a hundred steps has less than one megabyte */
const MAKS_BYTE = 12_000_000

export type Tolak = { readonly tolak: string }

/**
 * Looks at a workbook before it is unpacked: how much is in it (by unpacking it into nothing), and whether it brings
 * programs. Returns the sentence of a refusal, or null. Never throws.
 */
export async function periksaZip(isi: Uint8Array): Promise<Tolak | null> {
  if (isi.byteLength === 0) return { tolak: 'Berkas ini kosong (0 byte). Simpan ulang di Excel, lalu unggah lagi.' }
  try {
    return await telusuri(Buffer.from(isi.buffer, isi.byteOffset, isi.byteLength))
  } catch {
    return {
      tolak: 'Berkas ini rusak atau bukan Excel (.xlsx). Buka di Excel, simpan ulang sebagai .xlsx, lalu unggah lagi.',
    }
  }
}

async function telusuri(isi: Buffer): Promise<Tolak | null> {
  const zip = await yauzl.fromBufferPromise(isi, { lazyEntries: true })
  let banyak = 0
  let ukuran = 0
  const nama = new Set<string>()
  for await (const butir of zip.eachEntry()) {
    if (++banyak > MAKS_BUTIR) return TERLALU_BESAR
    const namanya = butir.fileName.toLowerCase()
    nama.add(namanya)
    if (/vbaproject|\/macrosheets\/|\/activex\/|\/embeddings\//.test(namanya)) return BERMAKRO
    for await (const potong of await zip.openReadStreamPromise(butir)) {
      ukuran += (potong as Buffer).length
      if (ukuran > MAKS_BYTE) return TERLALU_BESAR
    }
  }
  return nama.has('xl/workbook.xml') ? null : { tolak: 'Berkas ini bukan buku kerja Excel (.xlsx).' }
}

const TERLALU_BESAR: Tolak = {
  tolak:
    'Isi berkas ini jauh lebih besar daripada formulir SOP, jadi tidak dibuka. Pakai formulir dari Takar, tanpa gambar atau lembar lain.',
}
const BERMAKRO: Tolak = {
  tolak:
    'Berkas ini memuat makro atau benda tertanam, jadi tidak dibuka. Simpan ulang sebagai Excel biasa (.xlsx) tanpa makro.',
}
