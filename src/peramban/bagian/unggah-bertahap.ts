import { kecilkanFoto } from './kecilkan-foto.ts'
import { acak } from './kirim-titipan.ts'
import { mintaMasuk } from './masuk-lagi.ts'
import { pemilik } from './simpanan-titipan.ts'

const POTONGAN = 131_072
const JEDA_ULANG_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000]
const BATAS_KIRIM_MS = 60_000
const AWALAN = 'takar:unggah:'
const SEHARI_MS = 86_400_000
type Terkirim = { id: string; crc: number; nama: string }

/**
 * Files of a form go up in pieces before the form itself: photos made smaller, with progress in words, going on where the
 * line was cut, also when the same file is chosen again after the tab was closed. Then the form is sent as always, naming
 * what arrived. Without scripts the form carries its files in one request.
 */
export function pasangUnggahBertahap(): void {
  lupakanYangLama()
  for (const formulir of document.querySelectorAll<HTMLFormElement>('form[data-unggah-bertahap]')) {
    const alat = formulir.querySelector<HTMLElement>('[data-unggah-alat]')
    if (alat) alat.hidden = false
    formulir.addEventListener('submit', (kejadian) => {
      const isian = formulir.querySelector<HTMLInputElement>('input[type=file]')
      const dipilih = [...(isian?.files ?? [])]
      if (!isian || dipilih.length === 0 || kejadian.defaultPrevented) return
      kejadian.preventDefault()
      if (formulir.dataset.mengunggah) return
      formulir.dataset.mengunggah = 'ya'
      void unggahSemua(formulir, dipilih).then((terkirim) => {
        delete formulir.dataset.mengunggah
        if (terkirim) kirimFormulir(formulir, isian, terkirim)
      })
    })
  }
}

function kirimFormulir(formulir: HTMLFormElement, isian: HTMLInputElement, terkirim: readonly Terkirim[]): void {
  isian.value = ''
  const daftar = document.createElement('input')
  Object.assign(daftar, { type: 'hidden', name: 'unggahan', value: JSON.stringify(terkirim) })
  formulir.append(daftar)
  formulir.requestSubmit()
}

/** null: refused, the sentence is shown. */
async function unggahSemua(formulir: HTMLFormElement, dipilih: readonly File[]): Promise<Terkirim[] | null> {
  const papan = formulir.querySelector<HTMLElement>('[data-unggah-keadaan]')
  const sebut = (teks: string, jenis = 'tertunda') => {
    if (!papan) return
    papan.textContent = teks
    papan.dataset.jenis = jenis
  }
  const asli = formulir.querySelector<HTMLInputElement>('[data-foto-asli]')?.checked ?? false
  const batas = Number(formulir.dataset.unggahBertahap) * 1_048_576
  const hasil: Terkirim[] = []
  for (const berkas of dipilih) {
    sebut(`Menyiapkan ${berkas.name} …`)
    const isi = asli ? berkas : await kecilkanFoto(berkas)
    if (isi.size > batas || isi.size === 0) {
      sebut(
        isi.size === 0 ? `${berkas.name} kosong.` : `${berkas.name} terlalu besar. Perkecil, lalu pilih lagi.`,
        'ditolak',
      )
      return null
    }
    const id = idUnggahan(berkas, isi)
    const salah = await unggah(id, isi, (teks) => sebut(`${isi.name}: ${teks}`))
    if (salah) {
      sebut(salah, 'ditolak')
      return null
    }
    hasil.push({ id, crc: crc32(new Uint8Array(await isi.arrayBuffer())), nama: isi.name })
  }
  sebut('Berkas sampai. Menyimpan …', 'tersimpan')
  return hasil
}

/** The same file chosen again goes on with the same upload; the name of an upload is kept under its person for a day. */
function idUnggahan(asli: File, isi: File): string {
  const kunci = `${AWALAN}${pemilik()}:${asli.name}|${asli.size}|${asli.lastModified}|${isi.size}`
  try {
    const [ada = acak()] = localStorage.getItem(kunci)?.split(' ') ?? []
    localStorage.setItem(kunci, `${ada} ${Date.now()}`)
    return ada
  } catch {
    return acak()
  }
}

/** Names of uploads that nobody goes on with any more; the server forgets what arrived of them after two days. */
function lupakanYangLama(): void {
  try {
    for (const kunci of Object.keys(localStorage).filter((k) => k.startsWith(AWALAN)))
      if (Date.now() - Number(localStorage.getItem(kunci)?.split(' ')[1] ?? 0) > SEHARI_MS)
        localStorage.removeItem(kunci)
  } catch {
    // the browser keeps nothing, so there is nothing to forget
  }
}

const TANPA_MASUK = 'Belum terunggah karena Anda belum masuk lagi. Tekan tombolnya sekali lagi bila sudah siap.'

/** Sends what has not arrived yet, again and again until all is there; the sentence of a refusal, or ''. */
async function unggah(id: string, isi: File, lapor: (teks: string) => void): Promise<string> {
  let sampai = 0
  let gagal = 0
  let tahu = false
  while (!tahu || sampai < isi.size) {
    const jawaban = await minta(id, tahu ? isi.slice(sampai, sampai + POTONGAN) : null, sampai)
    if (jawaban.jenis === 'ditolak') return jawaban.teks
    if (jawaban.jenis === 'sampai') {
      ;[sampai, gagal, tahu] = [jawaban.sampai, 0, true]
      lapor(`terkirim ${Math.floor((Math.min(sampai, isi.size) / isi.size) * 100)}%`)
      continue
    }
    tahu = false
    lapor(`terputus pada ${Math.floor((sampai / isi.size) * 100)}%, dilanjutkan sendiri`)
    if (jawaban.jenis === 'keluar') {
      if (!(await new Promise<boolean>(mintaMasuk))) return TANPA_MASUK
    } else await tunggu(JEDA_ULANG_MS[Math.min(gagal++, JEDA_ULANG_MS.length - 1)] ?? 0)
  }
  return ''
}

type Jawaban = { jenis: 'sampai'; sampai: number } | { jenis: 'putus' | 'keluar' } | { jenis: 'ditolak'; teks: string }

/** One piece; without one only asks how much is there. */
async function minta(id: string, potong: Blob | null, mulai: number): Promise<Jawaban> {
  const batal = new AbortController()
  const batas = setTimeout(() => batal.abort(), BATAS_KIRIM_MS)
  const kepala = { Accept: 'application/json', ...(potong ? { 'Content-Type': 'application/octet-stream' } : {}) }
  try {
    const balasan = await fetch(`/berkas/unggahan/${id}${potong ? `?mulai=${mulai}` : ''}`, {
      method: potong ? 'POST' : 'GET',
      body: potong,
      headers: kepala,
      signal: batal.signal,
    })
    if (balasan.status === 401) return { jenis: 'keluar' }
    if (balasan.status >= 500 || balasan.status === 429) return { jenis: 'putus' }
    const data = (await balasan.json()) as { sampai?: number; pesan?: string }
    if (balasan.ok && data.sampai !== undefined) return { jenis: 'sampai', sampai: data.sampai }
    return { jenis: 'ditolak', teks: data.pesan ?? 'Berkas ditolak.' }
  } catch {
    return { jenis: 'putus' }
  } finally {
    clearTimeout(batas)
  }
}

/** Until the pause is over or the line is back. */
function tunggu(ms: number): Promise<void> {
  return new Promise((jadi) => {
    const selesai = () => {
      clearTimeout(jeda)
      window.removeEventListener('online', selesai)
      jadi()
    }
    const jeda = setTimeout(selesai, ms)
    window.addEventListener('online', selesai)
  })
}

/** CRC-32 as zlib has it: tells the server whether what arrived is what was meant. crypto.subtle needs https. */
export function crc32(isi: Uint8Array): number {
  let crc = -1
  for (const bita of isi) {
    crc ^= bita
    for (let ke = 0; ke < 8; ke++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  return (crc ^ -1) >>> 0
}
