import * as cheerio from 'cheerio'

/** A page as a browser without JavaScript holds it. */
export type Halaman = {
  readonly alamat: string
  /** the address with its query: what the browser names as the page a form was sent from */
  readonly rujukan: string
  readonly status: number
  readonly $: cheerio.CheerioAPI
  readonly judul: string
}
export type Berkas = { readonly nama: string; readonly isi: Buffer }
type Isian = Readonly<Record<string, string | readonly string[]>>
type Kiriman = {
  readonly isian?: Isian
  readonly berkas?: Readonly<Record<string, Berkas>>
  readonly bolehGagal?: boolean
}

/**
 * A browser without JavaScript: opens pages, follows links by their words, presses buttons by their words. It sends what
 * the form on the page would send, no more: a field that the page does not show cannot be filled in.
 */
export class PerambanPolos {
  private kuki = new Map<string, string>()
  constructor(
    private readonly asal: string,
    readonly nama: string,
  ) {}

  async masuk(sandi: string): Promise<Halaman> {
    const halaman = await this.buka('/masuk')
    const beranda = await this.tekan(halaman, 'Masuk', { isian: { nama: this.nama, sandi } })
    if (beranda.alamat === '/masuk')
      throw new Error(`${this.nama} tidak dapat masuk: ${rapikan(beranda.$('main').text()).slice(0, 300)}`)
    return beranda
  }

  async buka(jalur: string): Promise<Halaman> {
    return this.pastikan(await this.minta(jalur, {}), `membuka ${jalur}`)
  }

  /** raw bytes of a download */
  async unduh(jalur: string): Promise<{ status: number; jenis: string; isi: Buffer }> {
    const jawab = await fetch(new URL(jalur, this.asal), { headers: this.tajuk() })
    return {
      status: jawab.status,
      jenis: jawab.headers.get('content-type') ?? '',
      isi: Buffer.from(await jawab.arrayBuffer()),
    }
  }

  /** Follows the link with these words. */
  async ikuti({ $, alamat }: Halaman, teks: string | RegExp): Promise<Halaman> {
    const tautan = $('main a, nav a')
      .filter((_, a) => cocok($(a).text(), teks))
      .first()
    const ke = tautan.attr('href')
    if (!ke)
      throw new Error(
        `${this.nama}: tidak ada tautan "${teks}" di ${alamat}. Ada: ${$('main a')
          .map((_, a) => rapikan($(a).text()))
          .get()
          .join(' | ')}`,
      )
    return this.buka(new URL(ke, new URL(alamat, this.asal)).pathname)
  }

  /** Presses the button with these words; what the page answers after its redirect. */
  async tekan(
    halaman: Halaman,
    teks: string | RegExp,
    { isian = {}, berkas = {}, bolehGagal = false }: Kiriman = {},
  ): Promise<Halaman> {
    const { $, alamat, rujukan } = halaman
    const tombol = $('button, input[type=submit]')
      .filter((_, b) => cocok($(b).text(), teks) && !$(b).hasClass('visually-hidden'))
      .first()
    const form = tombol.closest('form')
    if (form.length === 0)
      throw new Error(
        `${this.nama}: tidak ada tombol "${teks}" di ${alamat}. Ada: ${$('main button')
          .map((_, b) => rapikan($(b).text()))
          .get()
          .join(' | ')}`,
      )
    const ke = tombol.attr('formaction') ?? form.attr('action') ?? alamat
    const medan = kumpulkan($, form, { isian, tombol })
    const badan =
      form.attr('enctype') === 'multipart/form-data'
        ? badanBerkas($, form, { medan, berkas })
        : new URLSearchParams(medan)
    const jawab = await this.minta(ke, { method: 'POST', body: badan, headers: { referer: `${this.asal}${rujukan}` } })
    return bolehGagal ? jawab : this.pastikan(jawab, `menekan "${teks}" di ${alamat}`)
  }

  private pastikan(h: Halaman, apa: string): Halaman {
    if (h.status === 200) return h
    throw new Error(
      `${this.nama} ${apa}: ${h.status} ${h.judul} · ${rapikan(h.$('.pesan--gagal, .galat__apa, .isian__salah').text()).slice(0, 600)}`,
    )
  }

  private tajuk(): Record<string, string> {
    return {
      cookie: [...this.kuki].map(([k, v]) => `${k}=${v}`).join('; '),
      'sec-fetch-site': 'same-origin',
      accept: 'text/html',
    }
  }

  private async minta(jalur: string, pilihan: RequestInit, sisa = 5): Promise<Halaman> {
    const url = new URL(jalur, this.asal)
    const jawab = await fetch(url, { ...pilihan, headers: { ...this.tajuk(), ...pilihan.headers }, redirect: 'manual' })
    for (const baris of jawab.headers.getSetCookie()) {
      const [pasangan = ''] = baris.split(';')
      const [kunci = '', ...nilai] = pasangan.split('=')
      this.kuki.set(kunci, nilai.join('='))
    }
    const ke = jawab.headers.get('location')
    if (ke && jawab.status >= 300 && jawab.status < 400 && sisa > 0)
      return this.minta(new URL(ke, url).href.slice(this.asal.length), {}, sisa - 1)
    const $ = cheerio.load(await jawab.text())
    return {
      alamat: url.pathname,
      rujukan: url.pathname + url.search,
      status: jawab.status,
      $,
      judul: rapikan($('h1').first().text()),
    }
  }
}

export const rapikan = (teks: string): string => teks.replace(/\s+/g, ' ').trim()
const cocok = (teks: string, pola: string | RegExp): boolean =>
  typeof pola === 'string' ? rapikan(teks) === pola : pola.test(rapikan(teks))

type Form = ReturnType<cheerio.CheerioAPI>
/** Name and value of every field that counts, in the order of the page, with what the person changed. */
function kumpulkan(
  $: cheerio.CheerioAPI,
  form: Form,
  { isian, tombol }: { isian: Isian; tombol: Form },
): [string, string][] {
  const id = form.attr('id')
  const isi: [string, string][] = []
  const adaDiForm = new Set<string>()
  const medan = form.find('input, select, textarea').add(id ? $(`[form="${id}"]`) : $())
  medan.each((_, el) => {
    const m = $(el)
    const nama = m.attr('name')
    const jenis = (m.attr('type') ?? '').toLowerCase()
    if (!nama || m.is('[disabled]') || jenis === 'file' || jenis === 'submit') return
    adaDiForm.add(nama)
    if (nama in isian) return
    if ((jenis === 'checkbox' || jenis === 'radio') && !m.is('[checked]')) return
    isi.push([nama, nilaiMedan($, m)])
  })
  for (const [nama, nilai] of Object.entries(isian)) {
    if (!adaDiForm.has(nama))
      throw new Error(`halaman tidak mempunyai isian "${nama}". Ada: ${[...adaDiForm].join(', ').slice(0, 1500)}`)
    for (const satu of typeof nilai === 'string' ? [nilai] : nilai) isi.push([nama, satu])
  }
  const namaTombol = tombol.attr('name')
  if (namaTombol) isi.push([namaTombol, tombol.attr('value') ?? ''])
  return isi
}

function nilaiMedan($: cheerio.CheerioAPI, m: Form): string {
  if (m.is('select')) {
    const pilihan = m.find('option[selected]').first()
    const o = pilihan.length > 0 ? pilihan : m.find('option').first()
    return o.attr('value') ?? $(o).text()
  }
  // a browser drops the first line break of a textarea
  if (m.is('textarea')) return m.text().replace(/^\r?\n/, '')
  return m.attr('value') ?? (m.attr('type') === 'checkbox' ? 'on' : '')
}

function badanBerkas(
  $: cheerio.CheerioAPI,
  form: Form,
  { medan, berkas }: { medan: [string, string][]; berkas: Readonly<Record<string, Berkas>> },
): FormData {
  const badan = new FormData()
  for (const [nama, nilai] of medan) badan.append(nama, nilai)
  form.find('input[type=file]').each((_, el) => {
    const nama = $(el).attr('name') ?? ''
    const b = berkas[nama]
    badan.append(nama, b ? new File([new Uint8Array(b.isi)], b.nama) : new File([], ''))
  })
  return badan
}
