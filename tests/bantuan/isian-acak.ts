import type { CheerioAPI } from 'cheerio'
import type { Dadu } from './pemain-acak.ts'

type Form = ReturnType<CheerioAPI>
export type Isian = Record<string, string | string[]>

/** How a person fills in a form; `salah`: also what the page has just named as wrong gets another value. */
export type CaraIsi = {
  readonly dadu: Dadu
  /** every field that is empty, also those the page does not ask for */
  readonly penuh: boolean
  /** a decision may still send the work back */
  readonly bolehKembali: boolean
}

/** today of the tests: neither what was sent nor what is due may lie on the wrong side of it */
const TANGGAL = '2026-07-06'
const KALIMAT = 'Dikerjakan sesuai langkah SOP dan hasilnya dicatat.'

/** Plausible values for the fields of a form that are still empty; fields that already hold something are left alone. */
export function isiForm($: CheerioAPI, form: Form, cara: CaraIsi): Isian {
  const hasil: Isian = {}
  const id = form.attr('id')
  const medan = form.find('input, select, textarea').add(id ? $(`[form="${id}"]`) : $())
  medan.each((_, el) => {
    const m = $(el)
    const nama = m.attr('name')
    const jenis = m.is('select') ? 'select' : m.is('textarea') ? 'textarea' : (m.attr('type') ?? 'text').toLowerCase()
    if (!nama || nama in hasil || m.is('[disabled], [readonly]') || ['hidden', 'file', 'submit'].includes(jenis)) return
    const diminta = dimintaHalaman($, m)
    const nilai = nilaiUntuk($, { form, m, nama, jenis, diminta }, cara)
    if (nilai !== null) hasil[nama] = nilai
  })
  return hasil
}

type Medan = { form: Form; m: Form; nama: string; jenis: string; diminta: 'WAJIB' | 'SALAH' | null }

function nilaiUntuk($: CheerioAPI, medan: Medan, cara: CaraIsi): string | string[] | null {
  const { m, nama, jenis, diminta } = medan
  if (jenis === 'radio') return pilihRadio($, medan, cara)
  if (jenis === 'checkbox') return pilihCentang($, medan, cara)
  if (diminta === null && !cara.penuh) return null
  if (jenis === 'select') return pilihSelect($, medan, cara)
  const kini = (jenis === 'textarea' ? m.text() : (m.attr('value') ?? '')).trim()
  if (kini !== '' && diminta !== 'SALAH') return null
  return teksUntuk(m, nama, jenis)
}

/** Radios: one is chosen where none is; a decision that may not send back any more takes a way forward. */
function pilihRadio($: CheerioAPI, { form, nama }: Medan, { dadu, bolehKembali }: CaraIsi): string | null {
  const semua = form.find(`input[type=radio]`).filter((_, r) => $(r).attr('name') === nama)
  if (semua.is('[checked]')) return null
  const opsi = semua
    .map((_, r) => ({ nilai: $(r).attr('value') ?? '', kembali: /kembali/i.test(labelUntuk($, $(r))) }))
    .get()
  const maju = opsi.filter((o) => !o.kembali)
  return dadu.pilih(bolehKembali || maju.length === 0 ? opsi : maju).nilai
}

/** Ticks: left as they are unless the page asks for one of them; then the first. */
function pilihCentang($: CheerioAPI, { form, nama, diminta }: Medan, cara: CaraIsi): string[] | null {
  const semua = form.find('input[type=checkbox]').filter((_, c) => $(c).attr('name') === nama)
  if (semua.is('[checked]') || (diminta === null && !(cara.penuh && semua.length > 1))) return null
  return [semua.first().attr('value') ?? 'on']
}

/** A list: something where nothing is chosen yet; filling in everything also moves on from the first choice (invited → present). */
function pilihSelect($: CheerioAPI, { m, diminta }: Medan, { dadu, penuh }: CaraIsi): string | null {
  const opsi = m
    .find('option')
    .map((_, o) => $(o).attr('value') ?? $(o).text())
    .get()
  const kini = m.find('option[selected]').attr('value') ?? opsi[0] ?? ''
  const ganti = kini === '' || diminta === 'SALAH' || (penuh && kini === opsi[0])
  const lain = opsi.filter((o) => o !== '' && o !== kini)
  if (!ganti || lain.length === 0) return null
  return diminta === 'SALAH' ? dadu.pilih(lain) : (lain[0] ?? null)
}

function teksUntuk(m: Form, nama: string, jenis: string): string {
  const maks = Number(m.attr('maxlength') ?? 2000)
  if (jenis === 'date') return m.attr('min') && String(m.attr('min')) > TANGGAL ? String(m.attr('min')) : TANGGAL
  if (jenis === 'time') return /selesai|akhir/i.test(nama) ? '10:00' : '09:00'
  if (jenis === 'month') return TANGGAL.slice(0, 7)
  if (jenis === 'url' || /tautan/i.test(nama)) return 'https://contoh.invalid/laporan'
  if (jenis === 'email') return 'kantor@contoh.invalid'
  const angka = jenis === 'number' || m.hasClass('angka') || ['numeric', 'decimal'].includes(m.attr('inputmode') ?? '')
  if (angka) return m.attr('min') && Number(m.attr('min')) > 1 ? String(m.attr('min')) : '1'
  return KALIMAT.slice(0, maks)
}

/** Does the page ask for this field: marked as needed, or named as wrong after the last try? */
function dimintaHalaman($: CheerioAPI, m: Form): 'WAJIB' | 'SALAH' | null {
  const bungkus = m.closest('.isian, fieldset, .formulir__variabel, td, div')
  if (m.attr('aria-invalid') === 'true' || m.closest('.isian').hasClass('isian--salah')) return 'SALAH'
  const wajib = m.is('[required], [aria-required=true]') || m.closest('.isian').find('.isian__wajib').length > 0
  const label = bungkus.find(`label[for="${m.attr('id') ?? ''}"]`).find('.isian__wajib').length > 0
  return wajib || label || $(m).closest('.isian--salah').length > 0 ? 'WAJIB' : null
}

const labelUntuk = ($: CheerioAPI, m: Form): string =>
  m.closest('.form-check').text() || $(`label[for="${m.attr('id') ?? ''}"]`).text()
