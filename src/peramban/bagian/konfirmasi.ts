import { tambah } from './unsur.ts'

/** Grave acts as native dialogs, questions before sending, and folded menus that close by themselves. */
export function pasangKonfirmasi(): void {
  for (const lipatan of document.querySelectorAll<HTMLDetailsElement>('details[data-konfirmasi]'))
    jadikanDialog(lipatan)
  document.addEventListener('submit', tanyaDulu, true)
  document.addEventListener('click', (kejadian) => {
    for (const lipatan of document.querySelectorAll<HTMLDetailsElement>('details[data-tutup-di-luar][open]')) {
      if (!lipatan.contains(kejadian.target as Node)) lipatan.open = false
    }
  })
}

function jadikanDialog(lipatan: HTMLDetailsElement): void {
  const isi = lipatan.querySelector<HTMLElement>('[data-konfirmasi-isi]')
  if (!isi) return
  const dialog = document.createElement('dialog')
  const judul = isi.querySelector('h2')
  if (judul) {
    judul.id ||= `${lipatan.id}-judul`
    dialog.setAttribute('aria-labelledby', judul.id)
  }
  dialog.append(isi)
  lipatan.after(dialog)
  const buka = () => {
    lipatan.open = false
    if (!dialog.open) dialog.showModal()
  }
  lipatan.querySelector('summary')?.addEventListener('click', (kejadian) => {
    kejadian.preventDefault()
    buka()
  })
  for (const tutup of dialog.querySelectorAll<HTMLElement>('[data-konfirmasi-tutup]')) {
    tutup.hidden = false
    tutup.addEventListener('click', () => dialog.close())
  }
  // the server sends it open when the reason was refused
  if (lipatan.open) buka()
}

function tanyaDulu(kejadian: SubmitEvent): void {
  const tombol = kejadian.submitter
  const pertanyaan = tombol?.dataset.tanya
  if (!pertanyaan || !(tombol instanceof HTMLButtonElement) || tombol.dataset.sudahDitanya) return
  kejadian.preventDefault()
  kejadian.stopImmediatePropagation()
  tanya(pertanyaan, tombol.textContent?.trim() ?? 'Ya', () => {
    tombol.dataset.sudahDitanya = 'ya'
    tombol.form?.requestSubmit(tombol)
    delete tombol.dataset.sudahDitanya
  })
}

function tanya(pertanyaan: string, ya: string, lanjut: () => void): void {
  const dialog = document.createElement('dialog')
  const isi = tambah(dialog, 'div', { className: 'konfirmasi__isi' })
  tambah(isi, 'p', { id: 'tanya', textContent: pertanyaan })
  dialog.setAttribute('aria-labelledby', 'tanya')
  const baris = tambah(isi, 'div', { className: 'tombol-baris' })
  const setuju = tambah(baris, 'button', { className: 'btn btn-primary', textContent: ya })
  const batal = tambah(baris, 'button', { className: 'btn btn-link', textContent: 'Tidak jadi' })
  setuju.addEventListener('click', () => {
    dialog.close()
    lanjut()
  })
  batal.addEventListener('click', () => dialog.close())
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}
