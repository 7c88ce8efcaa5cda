import { bacaJawaban, type Jawaban } from './jawaban-simpan.ts'

const JEDA_KETIK_MS = 900
const JEDA_ULANG_MS = [2_000, 4_000, 8_000, 15_000, 30_000, 60_000]
const BATAS_KIRIM_MS = 20_000

type Baris = {
  kunci: string
  untuk: string
  terkirim: string
  ditolak: boolean
  sedangKirim: boolean
  percobaan: number
  penunda: number | undefined
}
type Isian = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const keadaanBaris = new WeakMap<HTMLElement, Baris>()

/**
 * Saves a row of a form while its fields are typed in. One sending at a time per row; the same content keeps its
 * idempotency key when repeated, so an answer lost on the line never writes twice. Refusals (409, 422) are shown, not repeated.
 */
export function pasangSimpanOtomatis(): void {
  const baris = [...document.querySelectorAll<HTMLElement>('[data-simpan-otomatis]')]
  for (const satu of baris) {
    const isi = isiBaris(satu)
    const awal = {
      kunci: '',
      untuk: '',
      terkirim: isi,
      ditolak: false,
      sedangKirim: false,
      percobaan: 0,
      penunda: undefined,
    }
    keadaanBaris.set(satu, awal)
    satu.addEventListener('input', () => jadwalkan(satu, JEDA_KETIK_MS))
    satu.addEventListener('change', () => jadwalkan(satu, 0))
  }
  window.addEventListener('online', () => {
    for (const satu of baris) if (satu.dataset.tertunda) jadwalkan(satu, 0)
  })
}

function jadwalkan(baris: HTMLElement, jeda: number): void {
  const keadaan = keadaanBaris.get(baris)
  if (!keadaan) return
  clearTimeout(keadaan.penunda)
  if (isiBaris(baris) === keadaan.terkirim && !keadaan.sedangKirim) {
    if (!keadaan.ditolak) delete baris.dataset.tertunda
    return
  }
  baris.dataset.tertunda = 'ya'
  keadaan.penunda = window.setTimeout(() => void kirim(baris, keadaan), jeda)
}

async function kirim(baris: HTMLElement, keadaan: Baris): Promise<void> {
  if (keadaan.sedangKirim) return // the answer on its way schedules the next sending
  const isi = isiBaris(baris)
  if (keadaan.percobaan === 0 || keadaan.untuk !== isi) keadaan.kunci = acak()
  keadaan.untuk = isi
  keadaan.sedangKirim = true
  const jawaban = await tanyaPeladen(baris, keadaan.kunci, isi)
  keadaan.sedangKirim = false
  keadaan.ditolak = jawaban.jenis === 'ditolak'
  keadaan.percobaan = jawaban.jenis === 'tertunda' ? keadaan.percobaan + 1 : 0
  if (jawaban.jenis !== 'tertunda') keadaan.terkirim = isi
  tampilkan(baris, jawaban)
  const jeda = JEDA_ULANG_MS[Math.min(keadaan.percobaan, JEDA_ULANG_MS.length) - 1] ?? JEDA_KETIK_MS
  jadwalkan(baris, jawaban.jenis === 'tertunda' ? Math.max(jeda, jawaban.tungguMs) : JEDA_KETIK_MS)
}

async function tanyaPeladen(baris: HTMLElement, kunci: string, isi: string): Promise<Jawaban> {
  const badan = new URLSearchParams(isi)
  badan.set('kunci', kunci)
  badan.set('baris', baris.dataset.baris ?? '')
  badan.set('versi', baris.dataset.versi ?? '')
  const batal = new AbortController()
  const batas = setTimeout(() => batal.abort(), BATAS_KIRIM_MS)
  try {
    const balasan = await fetch(baris.dataset.alamat ?? '', {
      method: 'POST',
      body: badan,
      headers: { Accept: 'application/json' },
      credentials: 'same-origin',
      signal: batal.signal,
    })
    return await bacaJawaban(balasan)
  } catch {
    return { jenis: 'tertunda', teks: 'Belum terkirim', tungguMs: 0, data: {} }
  } finally {
    clearTimeout(batas)
  }
}

function tampilkan(baris: HTMLElement, { jenis, teks, data }: Jawaban): void {
  const keadaan = baris.querySelector<HTMLElement>('[data-keadaan]')
  if (keadaan) {
    keadaan.textContent = teks
    keadaan.dataset.jenis = jenis
  }
  if (jenis !== 'tersimpan') return
  if (data.versi !== undefined) {
    baris.dataset.versi = String(data.versi)
    for (const versi of baris.querySelectorAll<HTMLInputElement>('input[data-isian-versi]'))
      versi.value = String(data.versi)
  }
  if (data.status !== undefined) baris.dataset.status = data.status
  isikan(baris.querySelector('[data-teks]'), data.teks)
  isikan(baris.querySelector('[data-capaian]'), data.capaian)
  for (const unsur of document.querySelectorAll<HTMLElement>('[data-isi]'))
    isikan(unsur, data.isi?.[unsur.dataset.isi ?? ''])
}

function isikan(unsur: Element | null, teks: string | null | undefined): void {
  if (unsur && teks !== undefined) unsur.textContent = teks
}

function isiBaris(baris: HTMLElement): string {
  const isi = new URLSearchParams()
  for (const unsur of baris.querySelectorAll<Isian>('input, select, textarea')) {
    const nama = unsur.dataset.nama ?? unsur.name
    if (!nama || unsur.disabled || unsur.type === 'file' || unsur.type === 'hidden') continue
    if (unsur instanceof HTMLInputElement && /^(checkbox|radio)$/.test(unsur.type) && !unsur.checked) continue
    isi.append(nama, unsur.value)
  }
  return isi.toString()
}

/** crypto.randomUUID is missing on plain-http office networks; getRandomValues is not. */
function acak(): string {
  const b = crypto.getRandomValues(new Uint8Array(16))
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x40
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80
  const heksa = Array.from(b, (n) => n.toString(16).padStart(2, '0')).join('')
  return [heksa.slice(0, 8), heksa.slice(8, 12), heksa.slice(12, 16), heksa.slice(16, 20), heksa.slice(20)].join('-')
}
