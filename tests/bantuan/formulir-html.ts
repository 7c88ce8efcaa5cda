import type { CheerioAPI } from 'cheerio'

/** What a browser without JavaScript would send for a form as it stands on the page: names, values, checked boxes, first or selected options. */
export function bacaForm($: CheerioAPI, pilih: string): { alamat: string; isian: Record<string, string | string[]> } {
  const form = $(pilih).first()
  if (form.length === 0) throw new Error(`tidak ada formulir ${pilih} di halaman "${$('h1').first().text()}"`)
  const isian: Record<string, string | string[]> = {}
  const tambah = (nama: string, nilai: string) => {
    const ada = isian[nama]
    isian[nama] = ada === undefined ? nilai : [...(Array.isArray(ada) ? ada : [ada]), nilai]
  }
  for (const el of form.find('input, textarea, select').toArray()) {
    const e = $(el)
    const nama = e.attr('name')
    const jenis = e.attr('type')
    if (!nama || jenis === 'file' || jenis === 'submit' || e.attr('disabled') !== undefined) continue
    if ((jenis === 'checkbox' || jenis === 'radio') && e.attr('checked') === undefined) continue
    if (el.tagName === 'select') tambah(nama, String(e.find('option[selected]').attr('value') ?? e.find('option').first().attr('value') ?? ''))
    else tambah(nama, el.tagName === 'textarea' ? e.text() : (e.attr('value') ?? (jenis === 'checkbox' ? 'on' : '')))
  }
  return { alamat: form.attr('action') ?? '', isian }
}
