import { pukul } from './jawaban-simpan.ts'
import { adaYangJalan, dengarTitipan, dorongSegera, jalurPutus } from './kirim-titipan.ts'
import { lepasSemua } from './simpan-otomatis.ts'
import { daftarTitipan, hapusTitipan, pemilik } from './simpanan-titipan.ts'
import { pilah, type Titipan } from './titipan.ts'
import { tambah } from './unsur.ts'

/** One sentence about everything that waits on this computer, on every page; and "Simpan" without loading a new page. */
export function pasangPapanTitipan(): void {
  if (!pemilik()) return
  const perbarui = (tersimpan: boolean) => {
    const titipan = daftarTitipan()
    for (const papan of document.querySelectorAll<HTMLElement>('[data-keadaan-semua]')) {
      const teks = sebut(titipan, tersimpan || papan.dataset.sudah === 'ya')
      if (tersimpan) papan.dataset.sudah = 'ya'
      if (papan.textContent !== teks) papan.textContent = teks
    }
    sebutDiLuar(titipan.filter((t) => !adaBarisnya(t)))
  }
  dengarTitipan(({ jawaban }) => perbarui(jawaban?.jenis === 'tersimpan'))
  perbarui(false)
  document.addEventListener('submit', kirimDahulu, true)
}

const adaBarisnya = ({ alamat }: Titipan): boolean =>
  document.querySelector(`[data-simpan-otomatis][data-alamat="${alamat}"]`) !== null

/** "Belum terkirim, 3 isian menunggu" · "Semua tersimpan 10.42". */
function sebut(titipan: readonly Titipan[], pernah: boolean): string {
  const ditolak = titipan.filter((t) => t.ditolak).length
  const menunggu = titipan.length - ditolak
  if (menunggu > 0 && jalurPutus()) return `Belum terkirim, ${menunggu} isian menunggu`
  if (menunggu > 0) return 'Menyimpan …'
  if (ditolak > 0) return `${ditolak} isian perlu diperiksa`
  return pernah ? `Semua tersimpan ${pukul(new Date())}` : ''
}

/** What waits for pages that are not this one: said at the top, with the way there, or a way to give it up once refused. */
function sebutDiLuar(titipan: readonly Titipan[]): void {
  document.querySelector('[data-titipan-lain]')?.remove()
  const isi = document.querySelector('main')
  if (titipan.length === 0 || !isi) return
  const papan = document.createElement('section')
  papan.className = 'pesan pesan--peringatan'
  papan.dataset.titipanLain = ''
  papan.setAttribute('aria-label', 'Isian yang belum terkirim')
  isi.prepend(papan)
  tambah(papan, 'p', { textContent: `${titipan.length} isian di perangkat ini belum tersimpan.` })
  const daftar = tambah(papan, 'ul')
  for (const satu of titipan) {
    const butir = tambah(daftar, 'li')
    tambah(butir, 'a', { href: satu.halaman, textContent: satu.nama })
    butir.append(
      `: ${Object.values(pilah(satu.isi)).join('; ') || 'dikosongkan'}${satu.ditolak ? `. ${satu.ditolak} ` : ' '}`,
    )
    if (!satu.ditolak) continue
    const buang = tambah(butir, 'button', { type: 'button', className: 'btn btn-link btn-sm', textContent: 'Buang' })
    buang.addEventListener('click', () => {
      hapusTitipan(satu.alamat)
      sebutDiLuar(daftarTitipan().filter((t) => !adaBarisnya(t)))
    })
  }
}

/** Forms whose typing has arrived and that a button now sends as a page without scripts would. */
const diteruskan = new WeakSet<HTMLFormElement>()

/** The buttons of an autosaved form: first everything typed reaches the server, then on to where the button leads. */
function kirimDahulu(kejadian: SubmitEvent): void {
  const formulir = kejadian.target as HTMLFormElement
  if (!formulir.querySelector('[data-simpan-otomatis]') || diteruskan.delete(formulir)) return
  kejadian.preventDefault()
  kejadian.stopImmediatePropagation()
  lepasSemua()
  void tunggu().then(() => lanjut(formulir, kejadian.submitter))
}

/** Until nothing is on its way: all sent, or the line is down, or the person is asked to sign in. */
function tunggu(): Promise<void> {
  return new Promise((jadi) => {
    const selesai = () => !adaYangJalan() && (jalurPutus() || daftarTitipan().every((t) => t.ditolak || t.jalan))
    if (selesai()) return jadi()
    const berhenti = dengarTitipan(() => {
      if (!selesai()) return
      berhenti()
      jadi()
    })
  })
}

/** A button leads to its `data-tujuan`; one with a name alone asks the server, with the whole form; "Simpan" stays. */
function lanjut(formulir: HTMLFormElement, tombol: HTMLElement | null): void {
  const { tujuan } = tombol?.dataset ?? {}
  const sini = daftarTitipan().filter(adaBarisnya)
  const perlu = sini.find((t) => t.ditolak) ?? sini[0]
  // evidence of a row does not wait for what was refused elsewhere: that stays in the browser
  if (tujuan && (!perlu || (tujuan.endsWith('/bukti') && !jalurPutus()))) return void location.assign(tujuan)
  if (!perlu) {
    teruskan(formulir, tombol)
    return
  }
  if (!perlu.ditolak) dorongSegera()
  const baris = formulir.querySelector<HTMLElement>(`[data-simpan-otomatis][data-alamat="${perlu.alamat}"]`)
  baris?.scrollIntoView({ block: 'center' })
  baris?.querySelector<HTMLElement>('[data-pertanyaan] button, input:not([type=hidden]), select')?.focus()
}

function teruskan(formulir: HTMLFormElement, tombol: HTMLElement | null): void {
  if (!(tombol instanceof HTMLButtonElement) || !tombol.name) return
  // with nothing on its way this still runs inside the event that was stopped, in which a form takes no second submission
  setTimeout(() => {
    diteruskan.add(formulir)
    formulir.requestSubmit(tombol)
  })
}
