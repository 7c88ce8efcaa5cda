import { isianBaris, namaIsian, sebutIsian } from './baris-isian.ts'
import type { Jawaban } from './jawaban-simpan.ts'
import { bacaTitipan } from './simpanan-titipan.ts'
import { pilah, pilihNilai, type Titipan } from './titipan.ts'
import { tambah } from './unsur.ts'

/**
 * Questions at a row that only the person can answer: a number with two readings ("1.250"), or a field that two people
 * filled in differently. Both values stand there; a button chooses.
 */
export function pasangPertanyaan(baris: HTMLElement, simpan: (berubah: Titipan) => void): void {
  baris.addEventListener('click', (kejadian) => {
    const tombol = (kejadian.target as Element).closest<HTMLButtonElement>('button[data-pilih]')
    if (!tombol) return
    const { pilih = '', nilai = '' } = tombol.dataset
    const isian = isianBaris(baris).find((satu) => namaIsian(satu) === pilih)
    isian?.focus()
    const titipan = bacaTitipan(baris.dataset.alamat ?? '')
    if (titipan?.rebutan?.includes(pilih)) return simpan(pilihNilai(titipan, pilih, nilai === 'saya'))
    if (!isian) return
    isian.value = nilai
    isian.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

/** Shows what is asked of this row now, and takes away what was answered. */
export function tampilkanPertanyaan(baris: HTMLElement, titipan: Titipan | null, jawaban: Jawaban | null): void {
  const lama = baris.querySelector('[data-pertanyaan]')
  const taksa = Object.entries(jawaban?.data.pilihan ?? {})
  const rebutan = titipan?.rebutan ?? []
  // an answer to another row, or a keystroke elsewhere in this one, leaves an open question where it is
  if (lama && titipan?.ditolak && !jawaban && rebutan.length === 0) return
  lama?.remove()
  if (taksa.length + rebutan.length === 0) return
  const tempat = baris.querySelector('[data-keadaan]')?.parentElement
  if (!tempat) return
  const kotak = tambah(tempat, 'div', { className: 'pertanyaan' })
  kotak.dataset.pertanyaan = ''
  for (const [kode, bacaan] of taksa) tanyaTaksa(kotak, sebutIsian(baris, `v.${kode}`), { kode, bacaan })
  for (const nama of rebutan) if (titipan) tanyaRebutan(kotak, sebutIsian(baris, nama), { nama, titipan })
}

type Taksa = { kode: string; bacaan: readonly string[] }
function tanyaTaksa(kotak: HTMLElement, sebutan: string, { kode, bacaan }: Taksa): void {
  const soal = kelompok(kotak, `${sebutan}: yang mana?`)
  for (const nilai of bacaan) {
    const teks = nilai.replace('.', ',')
    tombol(soal, { teks: `Maksud saya ${teks}`, pilih: `v.${kode}`, nilai: teks })
  }
}

function tanyaRebutan(kotak: HTMLElement, sebutan: string, { nama, titipan }: { nama: string; titipan: Titipan }) {
  const { lawan } = titipan
  const soal = kelompok(kotak, `${sebutan}: dua orang mengisi berbeda`)
  const punyaku = pilah(titipan.isi)[nama] || 'kosong'
  const punyanya = lawan?.isi[nama] || 'kosong'
  tambah(soal, 'p', { textContent: `Anda: ${punyaku}` })
  tombol(soal, { teks: `Pakai ${ringkas(punyaku)}`, pilih: nama, nilai: 'saya' })
  tambah(soal, 'p', { textContent: `${lawan?.oleh ?? 'Orang lain'}, ${lawan?.pada ?? ''}: ${punyanya}` })
  tombol(soal, { teks: `Pakai ${ringkas(punyanya)}`, pilih: nama, nilai: 'tersimpan' })
}

function kelompok(kotak: HTMLElement, judul: string): HTMLElement {
  const soal = tambah(kotak, 'fieldset')
  tambah(soal, 'legend', { textContent: judul })
  return soal
}

function tombol(soal: HTMLElement, { teks, pilih, nilai }: { teks: string; pilih: string; nilai: string }): void {
  const satu = tambah(soal, 'button', {
    type: 'button',
    className: 'btn btn-outline-primary btn-sm',
    textContent: teks,
  })
  satu.dataset.pilih = pilih
  satu.dataset.nilai = nilai
}

const ringkas = (teks: string): string => (teks.length > 30 ? `"${teks.slice(0, 28)}…"` : teks)
