import { bacaJawaban, type Jawaban, keKiriman } from './jawaban-simpan.ts'
import { mintaMasuk } from './masuk-lagi.ts'
import { bacaTitipan, daftarTitipan, hapusTitipan, pemilik, tulisTitipan } from './simpanan-titipan.ts'
import { berangkatkan, siapKirim, type Titipan, terimaJawaban } from './titipan.ts'

const JEDA_ULANG_MS = [2_000, 4_000, 8_000, 15_000, 30_000, 60_000]
const BATAS_KIRIM_MS = 20_000
const SERENTAK = 3

/** An answer that arrived for a row; `titipan` is what still waits of it. */
export type KabarTitipan = {
  readonly alamat: string
  readonly titipan: Titipan | null
  readonly jawaban: Jawaban | null
}
const KABAR = 'takar:titipan'
const sedang = new Set<string>()
const diketik = new Set<string>()
let gagal = 0
let penunda: number | undefined

/** Tells about every answer and every change of what waits, until the returned function is called. */
export function dengarTitipan(kerja: (kabar: KabarTitipan) => void): () => void {
  const dengar = (kejadian: Event) => kerja((kejadian as CustomEvent<KabarTitipan>).detail)
  document.addEventListener(KABAR, dengar)
  return () => document.removeEventListener(KABAR, dengar)
}
export function kabarkan(kabar: KabarTitipan): void {
  document.dispatchEvent(new CustomEvent(KABAR, { detail: kabar }))
}

/** The line is down: the last sending was not answered. */
export const jalurPutus = (): boolean => gagal > 0
/** Rows still being typed in are not sent until they are released. */
export const tahan = (alamat: string): void => void diketik.add(alamat)
export const lepas = (alamat: string): void => void diketik.delete(alamat)
export const adaYangJalan = (): boolean => sedang.size > 0

/** Sends what waits, a few at a time, one sending per row; repeats with growing pauses while the line is down. */
export function dorong(): void {
  clearTimeout(penunda)
  const antre = daftarTitipan().filter((t) => siapKirim(t) && !sedang.has(t.alamat) && !diketik.has(t.alamat))
  // a dead line is tried with one row
  for (const titipan of antre.slice(0, Math.max(0, (gagal > 0 ? 1 : SERENTAK) - sedang.size))) void kirim(titipan)
}

/** The line may be back: at once instead of after the pause. */
export function dorongSegera(): void {
  gagal = Math.min(gagal, 1)
  dorong()
}

const sesudahMasuk = (masuk: boolean): void => {
  if (masuk) dorongSegera()
}

async function kirim(titipan: Titipan): Promise<void> {
  const { alamat } = titipan
  sedang.add(alamat)
  const berangkat = berangkatkan(titipan, acak)
  tulisTitipan(berangkat)
  const jawaban = await tanyaPeladen(berangkat)
  sedang.delete(alamat)
  // typed on meanwhile, or answered to another tab
  const terbaru = bacaTitipan(alamat)
  const sisa = terbaru && terimaJawaban(terbaru, keKiriman(jawaban))
  if (sisa) tulisTitipan(sisa)
  else hapusTitipan(alamat)
  gagal = jawaban.jenis === 'tertunda' ? gagal + 1 : 0
  kabarkan({ alamat, titipan: sisa, jawaban })
  if (jawaban.jenis === 'keluar') return mintaMasuk(sesudahMasuk)
  if (gagal === 0) return dorong()
  const jeda = JEDA_ULANG_MS[Math.min(gagal, JEDA_ULANG_MS.length) - 1] ?? 0
  clearTimeout(penunda)
  penunda = window.setTimeout(dorong, Math.max(jeda, jawaban.tungguMs))
}

async function tanyaPeladen({ alamat, baris, jalan }: ReturnType<typeof berangkatkan>): Promise<Jawaban> {
  const batal = new AbortController()
  const batas = setTimeout(() => batal.abort(), BATAS_KIRIM_MS)
  try {
    return await bacaJawaban(await minta(alamat, { baris, jalan, signal: batal.signal }))
  } catch {
    return { jenis: 'tertunda', teks: 'Belum terkirim', tungguMs: 0, data: {} }
  } finally {
    clearTimeout(batas)
  }
}

type Permintaan = {
  baris: string
  jalan: { isi: string; versi: number; kunci: string }
  signal?: AbortSignal
  keepalive?: boolean
}
function minta(alamat: string, { baris, jalan, ...pilihan }: Permintaan): Promise<Response> {
  const badan = new URLSearchParams(jalan.isi)
  badan.set('kunci', jalan.kunci)
  badan.set('baris', baris)
  badan.set('versi', String(jalan.versi))
  badan.set('pemilik', pemilik())
  return fetch(alamat, {
    method: 'POST',
    body: badan,
    headers: { Accept: 'application/json' },
    credentials: 'same-origin',
    ...pilihan,
  })
}

/** While the page is being left: the browser may finish the sending; if not, the next page repeats it with the same key. */
export function titipkanTerakhir(): void {
  for (const titipan of daftarTitipan().filter((t) => siapKirim(t) && !sedang.has(t.alamat))) {
    const berangkat = berangkatkan(titipan, acak)
    tulisTitipan(berangkat)
    const { alamat, baris, jalan } = berangkat
    minta(alamat, { baris, jalan, keepalive: true }).catch(() => {})
  }
}

/** crypto.randomUUID is missing on plain-http office networks; getRandomValues is not. */
export function acak(): string {
  const b = crypto.getRandomValues(new Uint8Array(16))
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x40
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80
  const heksa = Array.from(b, (n) => n.toString(16).padStart(2, '0')).join('')
  return [heksa.slice(0, 8), heksa.slice(8, 12), heksa.slice(12, 16), heksa.slice(16, 20), heksa.slice(20)].join('-')
}
