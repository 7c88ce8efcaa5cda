import { randomUUID } from 'node:crypto'
import type { Response } from 'express'
import type { MesinTemplat } from './mesin-templat.ts'
import { susunKerangka } from './susun-kerangka.ts'

export type TampilanHalaman = { readonly judulHalaman: string }

/** `res.locals.olahHalaman`: changes a drawn page and its status before it is sent; null when it was answered otherwise. */
export type OlahHalaman = (isi: string) => { readonly isi: string; readonly status: number } | null

/**
 * The one typed door to a template: `export const halamanRapat = halaman<RapatVM>('rapat/rapat')`, then
 * `halamanRapat(res, vm, status?)`. Renders the page inside the frame for signed-in people or guests.
 */
export const halaman =
  <VM extends TampilanHalaman>(nama: string, tataLetak?: 'kantor' | 'tamu') =>
  (res: Response, vm: VM, status = 200): void => {
    const mesin = res.app.locals.mesin as MesinTemplat
    // every form of the page carries a key of its own kind: the same form sent twice counts once
    const isi = mesin.gambar(nama, { ...vm, kunci: randomUUID() })
    const olah = res.locals.olahHalaman as OlahHalaman | undefined
    const jadi = olah ? olah(isi) : { isi, status }
    if (!jadi) return
    const letak = tataLetak ?? (res.locals.pelaku ? 'kantor' : 'tamu')
    const html = mesin.gambar(`tata-letak/${letak}`, { kerangka: susunKerangka(res, vm.judulHalaman, jadi.isi) })
    res.status(jadi.status).type('html').send(html)
  }

/** 303 to a page with a message of the catalogue (pesan.ts): the link is shareable and carries no text. */
export function berhasil(res: Response, alamat: string, pesan: string): void {
  const [jalur = '/', pagar] = alamat.split('#')
  const pemisah = jalur.includes('?') ? '&' : '?'
  res.redirect(303, `${jalur}${pemisah}pesan=${pesan}${pagar ? `#${pagar}` : ''}`)
}
