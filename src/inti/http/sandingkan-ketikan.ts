import type { CheerioAPI, load as muat } from 'cheerio'

/** One or more elements of the page. */
type Unsur = ReturnType<CheerioAPI>
/** Fields of a form as they were sent; several values under one name in their order. */
export type Ketikan = Readonly<Record<string, string | readonly string[]>>
/** The texts of a request's body; whatever else a sender put there is no typing. */
export const bacaKetikan = (badan: unknown): Ketikan =>
  Object.fromEntries(
    Object.entries((badan ?? {}) as Record<string, unknown>).flatMap(([nama, nilai]) => {
      const teks = [nilai].flat().filter((satu): satu is string => typeof satu === 'string')
      return teks.length > 0 ? [[nama, teks]] : []
    }),
  )

/** One field whose stored value is another than what was typed. */
export type Beda = { readonly id: string; readonly label: string; readonly tersimpan: string }
export type HasilSanding = {
  readonly html: string
  readonly beda: readonly Beda[]
  /** typed texts for which the page has no place any more */
  readonly tersisa: readonly string[]
  /** the form takes files, which no page can fill in again */
  readonly berkas: boolean
}

/** The stored value in words, below its field; drawn by a template. */
type GambarKini = (beda: Beda) => string

/**
 * Puts what was typed back into the newly drawn page of its form, and beside each field that differs what is stored now.
 * Returns null where the page has no such form any more.
 * @param html the page with the stored values @param jalur path the form was sent to
 */
export function sandingkanKetikan(
  html: string,
  { jalur, ketikan, load, gambar }: { jalur: string; ketikan: Ketikan; load: typeof muat; gambar: GambarKini },
): HasilSanding | null {
  const $ = load(html, null, false)
  const formulir = cariFormulir($, jalur, ketikan)
  if (!formulir) return null
  const diketik = pembacaKetikan($, formulir, ketikan)
  const beda: Beda[] = []
  for (const unsur of formulir.find('input[name],textarea[name],select[name]').toArray()) {
    const kendali = $(unsur)
    const tersimpan = kembalikan($, kendali, diketik.nilai(kendali))
    if (tersimpan === null || MILIK_KIRIMAN.test(kendali.attr('name') ?? '')) continue
    const satu = { id: kendali.attr('id') ?? '', label: labelDari($, kendali), tersimpan: tersimpan || '(kosong)' }
    beda.push(satu)
    letakkan(kendali, gambar(satu))
  }
  const berkas = formulir.find('input[type=file]').length > 0
  return { html: $.html(), beda, tersisa: kalimatDiketik(diketik.sisa()), berkas }
}

/** Belongs to the act of saving, not to the record: there is nothing stored to compare it with. */
const MILIK_KIRIMAN = /(^|\.)alasan$/
const BUKAN_KETIKAN = /^(kunci|versi|pemilik)$|sandi/i
const PENGENAL = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i
/** Of what was sent only what somebody wrote: texts with a blank in them; never passphrases, keys or ids. */
export const kalimatDiketik = (ketikan: Ketikan): string[] =>
  Object.entries(ketikan)
    .filter(([nama]) => !BUKAN_KETIKAN.test(nama))
    .flatMap(([, nilai]) => nilai)
    .map((teks) => teks.trim())
    .filter((teks) => /\s/.test(teks) && !PENGENAL.test(teks))

/** The form that is sent there, by itself or by one of its buttons; of several the one with most of the fields. */
function cariFormulir($: CheerioAPI, jalur: string, ketikan: Ketikan): Unsur | null {
  const ke = (alamat: string | undefined) => (alamat ?? '').split(/[?#]/)[0] === jalur
  const calon = $('form')
    .toArray()
    .filter(
      (satu) =>
        ke($(satu).attr('action')) ||
        $(satu)
          .find('[formaction]')
          .toArray()
          .some((tombol) => ke($(tombol).attr('formaction'))),
    )
    .map((satu) => ({
      satu,
      kena: $(satu)
        .find('[name]')
        .toArray()
        .filter((k) => ($(k).attr('name') ?? '') in ketikan),
    }))
    .sort((kiri, kanan) => kanan.kena.length - kiri.kena.length)
  return calon[0] ? $(calon[0].satu) : null
}

/** Hands out what was sent, field by field; rows are found by what they are about, not by their place in the table. */
function pembacaKetikan($: CheerioAPI, formulir: Unsur, ketikan: Ketikan) {
  const baris = padankanBaris($, formulir, ketikan)
  const giliran = new Map<string, number>()
  const namaDiketik = (nama: string): string | null => {
    for (const [kini, tadi] of baris) if (nama.startsWith(kini)) return tadi && tadi + nama.slice(kini.length)
    return nama
  }
  return {
    /** undefined when the page it was sent from did not have this field */
    nilai(kendali: Unsur): string | boolean | undefined {
      const nama = namaDiketik(kendali.attr('name') ?? '')
      if (nama === null) return undefined
      const semua = [ketikan[nama] ?? []].flat()
      const ke = giliran.get(nama) ?? 0
      giliran.set(nama, ke + 1)
      return bercentang(kendali) ? semua.includes(kendali.attr('value') ?? 'on') : semua[ke]
    },
    sisa: (): Ketikan => Object.fromEntries(Object.entries(ketikan).filter(([nama]) => !giliran.has(nama))),
  }
}

/** Rows of tables are named `kegiatan.3.uraian`; what a row is about stands in a hidden field of one of these names. */
const BARIS = /^([^.]+\.)\d+\./
const PENGENAL_BARIS = /\.\d+\.(id|sub|kode|desaId|indikator)$/

/** Beginning of the names of a row as drawn now → of the same row as sent; null for a row that was not on that page. */
function padankanBaris($: CheerioAPI, formulir: Unsur, ketikan: Ketikan): Map<string, string | null> {
  const kini = formulir
    .find('[name]')
    .toArray()
    .map((unsur) => ({
      nama: $(unsur).attr('name') ?? '',
      nilai: $(unsur).attr('value'),
      diam: $(unsur).is('[type=hidden]'),
    }))
  const bidang = new Set(kini.filter(({ diam }) => diam).flatMap(({ nama }) => PENGENAL_BARIS.exec(nama)?.[1] ?? []))
  const diketik = Object.entries(ketikan).map(([nama, nilai]) => ({ nama, nilai: String(nilai) }))
  const tadi = barisBerpengenal(diketik, bidang)
  const padanan = new Map<string, string | null>()
  for (const [awalan, milik] of barisBerpengenal(kini, bidang)) {
    const tabel = BARIS.exec(awalan)?.[1] ?? ''
    const sama = [...tadi].find(([lama, punya]) => lama.startsWith(tabel) && punya === milik)?.[0] ?? null
    if (sama) tadi.delete(sama)
    padanan.set(awalan, sama)
  }
  return padanan
}

/** Beginning of the names of each row → what it is about; empty for a row that is not stored yet. */
function barisBerpengenal(
  daftar: readonly { nama: string; nilai?: string }[],
  bidang: ReadonlySet<string>,
): Map<string, string> {
  const baris = new Map<string, string>()
  for (const { nama, nilai = '' } of daftar) {
    const awalan = BARIS.exec(nama)?.[0]
    if (!awalan) continue
    const pengenal = bidang.has(nama.slice(awalan.length)) ? nilai : ''
    if (pengenal || !baris.has(awalan)) baris.set(awalan, pengenal)
  }
  return baris
}

const bercentang = (kendali: Unsur): boolean => ['checkbox', 'radio'].includes(kendali.attr('type') ?? '')

/** Sets the field to what was typed; returns the stored value in words where it is another, otherwise null. */
function kembalikan($: CheerioAPI, kendali: Unsur, nilai: string | boolean | undefined): string | null {
  const jenis = kendali.attr('type') ?? ''
  if (nilai === undefined || ['hidden', 'file', 'password', 'submit', 'button'].includes(jenis)) return null
  if (typeof nilai === 'boolean') return kembalikanCentang($, kendali, nilai)
  if (kendali.is('select')) return kembalikanPilihan($, kendali, nilai)
  const lama = kendali.is('textarea') ? kendali.text().replace(/^\n/, '') : (kendali.attr('value') ?? '')
  if (samaTeks(lama, nilai)) return null
  if (kendali.is('textarea')) kendali.text(`\n${nilai}`)
  else kendali.attr('value', nilai)
  return lama.trim()
}

function kembalikanCentang($: CheerioAPI, kendali: Unsur, nilai: boolean): string | null {
  const lama = kendali.attr('checked') !== undefined
  if (lama === nilai) return null
  if (nilai) kendali.attr('checked', '')
  else kendali.removeAttr('checked')
  // of a group of radios only the stored one says so
  if (kendali.is('[type=radio]')) return lama ? teksLabel($, kendali) : null
  return lama ? 'dicentang' : 'tidak dicentang'
}

function kembalikanPilihan($: CheerioAPI, kendali: Unsur, nilai: string): string | null {
  const opsi = kendali.find('option').toArray()
  const lama = opsi.find((satu) => $(satu).attr('selected') !== undefined) ?? opsi[0]
  const baru = opsi.find((satu) => $(satu).attr('value') === nilai)
  if (!baru || baru === lama) return null
  if (lama) $(lama).removeAttr('selected')
  $(baru).attr('selected', '')
  return lama ? $(lama).text().trim() : ''
}

const samaTeks = (satu: string, lain: string): boolean =>
  satu.replace(/\r\n/g, '\n').trim() === lain.replace(/\r\n/g, '\n').trim()

/** The words a person knows the field by. */
function labelDari($: CheerioAPI, kendali: Unsur): string {
  const kelompok = kendali.is('[type=radio]') ? kendali.closest('fieldset').children('legend').first() : null
  return (kelompok && teksRapi(kelompok)) || teksLabel($, kendali) || 'Isian'
}

function teksLabel($: CheerioAPI, kendali: Unsur): string {
  const id = kendali.attr('id')
  const label = id ? $(`label[for="${id}"]`).first() : kendali.closest('label')
  return kendali.attr('aria-label') ?? teksRapi(label)
}

/** Without the star and the hidden words of a field that must be filled. */
const teksRapi = (unsur: Unsur): string =>
  unsur.clone().find('.isian__wajib,.visually-hidden').remove().end().text().replace(/\s+/g, ' ').trim()

/** Below the field: after what holds it together with its label or its unit. */
function letakkan(kendali: Unsur, catatan: string): void {
  const pembungkus = kendali.closest('.isian__satuan,.form-check,label')
  ;(pembungkus.length > 0 ? pembungkus : kendali).after(catatan)
}
