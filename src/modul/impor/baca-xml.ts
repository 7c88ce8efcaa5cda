import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'

export type Unsur = { readonly nama: string; readonly atribut: Readonly<Record<string, string>> }
export type PenanganXml = {
  buka?(unsur: Unsur): void
  teks?(teks: string): void
  tutup?(nama: string): void
}

/** `x:row` → `row`: writers choose their own prefix. */
const tanpaAwalan = (nama: string): string => nama.slice(nama.indexOf(':') + 1)

/**
 * Reads XML piece by piece and calls back with element names without prefix. Entities of a DTD are not expanded (an unknown
 * one is an error), nothing outside is fetched. Throws at the first mistake, and with whatever a handler throws.
 */
export async function bacaXml(aliran: Readable, penangan: PenanganXml): Promise<void> {
  const pembaca = new SaxesParser()
  pembaca.on('error', (sebab) => {
    throw sebab
  })
  pembaca.on('opentag', ({ name, attributes }) => penangan.buka?.({ nama: tanpaAwalan(name), atribut: attributes }))
  pembaca.on('text', (teks) => penangan.teks?.(teks))
  pembaca.on('cdata', (teks) => penangan.teks?.(teks))
  pembaca.on('closetag', ({ name }) => penangan.tutup?.(tanpaAwalan(name)))
  try {
    for await (const potong of aliran) pembaca.write(String(potong))
    pembaca.close()
  } finally {
    aliran.destroy()
  }
}
