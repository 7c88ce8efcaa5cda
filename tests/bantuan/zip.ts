import yauzl from 'yauzl'

/** All entries of a ZIP by name, in order. */
export function bukaZip(isi: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((selesai, gagal) => {
    yauzl.fromBuffer(isi, { lazyEntries: true }, (sebab, zip) => {
      if (sebab || !zip) return gagal(sebab)
      const hasil = new Map<string, Buffer>()
      zip.on('error', gagal)
      zip.on('end', () => selesai(hasil))
      zip.on('entry', (butir: yauzl.Entry) => {
        zip.openReadStream(butir, (salah, aliran) => {
          if (salah || !aliran) return gagal(salah)
          const potong: Buffer[] = []
          aliran.on('data', (p: Buffer) => potong.push(p))
          aliran.on('error', gagal)
          aliran.on('end', () => {
            hasil.set(butir.fileName, Buffer.concat(potong))
            zip.readEntry()
          })
        })
      })
      zip.readEntry()
    })
  })
}

/** Lines of MANIFEST.sha256 as [hash, name]. */
export const barisManifest = (teks: string): [string, string][] =>
  teks
    .trimEnd()
    .split('\n')
    .map((b) => [b.slice(0, 64), b.slice(66)])
