import { isiBaris, isikanBaris, namaBaris } from './baris-isian.ts'
import { pasangPertanyaan, tampilkanPertanyaan } from './dua-bacaan.ts'
import type { Jawaban } from './jawaban-simpan.ts'
import {
  dengarTitipan,
  dorong,
  dorongSegera,
  jalurPutus,
  kabarkan,
  lepas,
  tahan,
  titipkanTerakhir,
} from './kirim-titipan.ts'
import { bacaTitipan, hapusTitipan, simpananRawan, tulisTitipan } from './simpanan-titipan.ts'
import { pilah, type Titipan } from './titipan.ts'

const JEDA_KETIK_MS = 900

type Baris = { asal: string; asalBaku: Readonly<Record<string, string>>; penunda: number | undefined }
const keadaanBaris = new WeakMap<HTMLElement, Baris>()

/**
 * Saves rows of a form while they are typed in. Every keystroke is kept in the browser first; what the server has not
 * answered is sent again with the same key, also after the tab was closed. Refusals are shown, not repeated.
 */
export function pasangSimpanOtomatis(): void {
  const baris = [...document.querySelectorAll<HTMLElement>('[data-simpan-otomatis]')]
  for (const satu of baris) pasangBaris(satu)
  dengarTitipan(({ alamat, titipan, jawaban }) => {
    for (const satu of baris) if (satu.dataset.alamat === alamat) terima(satu, titipan, jawaban)
  })
  window.addEventListener('online', dorongSegera)
  window.addEventListener('pageshow', dorong)
  window.addEventListener('pagehide', titipkanTerakhir)
  dorong()
}

/** Everything typed so far may go now, without waiting for a pause in the typing. */
export function lepasSemua(): void {
  for (const satu of document.querySelectorAll<HTMLElement>('[data-simpan-otomatis]')) kirimSekarang(satu)
  dorongSegera()
}

function pasangBaris(baris: HTMLElement): void {
  keadaanBaris.set(baris, { asal: isiBaris(baris), asalBaku: {}, penunda: undefined })
  const titipan = bacaTitipan(baris.dataset.alamat ?? '')
  if (titipan) {
    isikanBaris(baris, pilah(titipan.isi))
    baris.dataset.tertunda = 'ya'
    tampilkanKeadaan(baris, titipan.ditolak ? 'ditolak' : 'tertunda', titipan.ditolak ?? 'Belum terkirim')
    tampilkanPertanyaan(baris, titipan, null)
    // asked once more, so that the question about a refused value stands there again
    if (titipan.ditolak && !titipan.rebutan) tulisTitipan(perbarui(titipan, titipan.isi))
  }
  baris.addEventListener('input', () => catat(baris, JEDA_KETIK_MS))
  baris.addEventListener('change', () => catat(baris, 0))
  pasangPertanyaan(baris, (berubah) => {
    tulisTitipan(berubah)
    isikanBaris(baris, pilah(berubah.isi))
    kabarkan({ alamat: berubah.alamat, titipan: berubah, jawaban: null })
    dorong()
  })
}

/** Keeps what was typed, and sends it after a pause. */
function catat(baris: HTMLElement, jeda: number): void {
  const keadaan = keadaanBaris.get(baris)
  const { alamat = '' } = baris.dataset
  if (!keadaan) return
  const isi = isiBaris(baris)
  const lama = bacaTitipan(alamat)
  if (isi !== (lama?.isi ?? keadaan.asal)) {
    const titipan = lama ? perbarui(lama, isi) : titipanBaru(baris, keadaan, isi)
    // typed back to what is stored: nothing waits
    const pulih = !titipan.jalan && titipan.isi === titipan.asal
    if (pulih) hapusTitipan(alamat)
    else tulisTitipan(titipan)
    kabarkan({ alamat, titipan: pulih ? null : titipan, jawaban: null })
  } else if (jeda > 0) return
  // only here: typing that changes nothing leaves what was typed before on its way
  clearTimeout(keadaan.penunda)
  tahan(alamat)
  keadaan.penunda = window.setTimeout(() => kirimSekarang(baris), jeda)
}

function kirimSekarang(baris: HTMLElement): void {
  clearTimeout(keadaanBaris.get(baris)?.penunda)
  lepas(baris.dataset.alamat ?? '')
  dorong()
}

/** A refusal is forgotten with the next change; a contested field stays contested until the choice. */
function perbarui({ ditolak, ...lama }: Titipan, isi: string): Titipan {
  return lama.rebutan ? { ...lama, ditolak, isi } : { ...lama, isi }
}

function titipanBaru(baris: HTMLElement, { asal, asalBaku }: Baris, isi: string): Titipan {
  return {
    alamat: baris.dataset.alamat ?? '',
    baris: baris.dataset.baris ?? '',
    nama: namaBaris(baris),
    halaman: `${location.pathname}#${baris.id}`,
    versi: Number(baris.dataset.versi),
    asal,
    asalBaku,
    isi,
  }
}

function terima(baris: HTMLElement, titipan: Titipan | null, jawaban: Jawaban | null): void {
  if (titipan) baris.dataset.tertunda = 'ya'
  else delete baris.dataset.tertunda
  baris.toggleAttribute('data-rawan', titipan !== null && simpananRawan())
  tampilkanPertanyaan(baris, titipan, jawaban)
  if (!jawaban) {
    if (titipan && !titipan.ditolak)
      tampilkanKeadaan(baris, 'tertunda', jalurPutus() ? 'Belum terkirim' : 'Menyimpan …')
    else if (!titipan) tampilkanKeadaan(baris, '', '')
    return
  }
  if (jawaban.jenis === 'bentrok') terimaBentrok(baris, titipan, jawaban)
  else tampilkanKeadaan(baris, jawaban.jenis, jawaban.teks)
  if (jawaban.jenis === 'tersimpan') tampilkanHasil(baris, jawaban)
}

/** Joined without a question, or contested: in both cases the row now stands on the other person's version. */
function terimaBentrok(baris: HTMLElement, titipan: Titipan | null, { data, teks }: Jawaban): void {
  const isi = titipan ? pilah(titipan.isi) : (data.bentrok?.isi ?? {})
  isikanBaris(baris, isi)
  const keadaan = keadaanBaris.get(baris)
  if (keadaan) Object.assign(keadaan, { asal: titipan?.asal ?? isiBaris(baris), asalBaku: data.bentrok?.isi ?? {} })
  aturVersi(baris, data.versi)
  if (titipan?.rebutan) tampilkanKeadaan(baris, 'ditolak', teks)
  else tampilkanKeadaan(baris, titipan ? 'tertunda' : 'tersimpan', titipan ? 'Menyimpan …' : 'Tersimpan')
}

function tampilkanKeadaan(baris: HTMLElement, jenis: string, teks: string): void {
  const keadaan = baris.querySelector<HTMLElement>('[data-keadaan]')
  if (!keadaan) return
  if (keadaan.textContent !== teks) keadaan.textContent = teks
  keadaan.dataset.jenis = jenis
}

function tampilkanHasil(baris: HTMLElement, { data }: Jawaban): void {
  const keadaan = keadaanBaris.get(baris)
  const titipan = bacaTitipan(baris.dataset.alamat ?? '')
  if (keadaan) Object.assign(keadaan, { asal: titipan?.asal ?? isiBaris(baris), asalBaku: data.isian ?? {} })
  aturVersi(baris, data.versi)
  if (data.status !== undefined) baris.dataset.status = data.status
  isikan(baris.querySelector('[data-teks]'), data.teks)
  isikan(baris.querySelector('[data-capaian]'), data.capaian)
  for (const unsur of document.querySelectorAll<HTMLElement>('[data-isi]'))
    isikan(unsur, data.isi?.[unsur.dataset.isi ?? ''])
}

function aturVersi(baris: HTMLElement, versi: number | undefined): void {
  if (versi === undefined) return
  baris.dataset.versi = String(versi)
  for (const unsur of baris.querySelectorAll<HTMLInputElement>('input[data-isian-versi]')) unsur.value = String(versi)
}

function isikan(unsur: Element | null, teks: string | null | undefined): void {
  if (unsur && teks !== undefined) unsur.textContent = teks
}
