/**
 * "Salin teks" copies a text area (the button is hidden without scripts: the text can be selected there anyway), and opening
 * WhatsApp notes by itself that somebody was reminded, as the button beside it does.
 */
export function pasangSalinDanCatat(): void {
  for (const tombol of document.querySelectorAll<HTMLButtonElement>('button[data-salin]')) {
    tombol.hidden = false
    tombol.addEventListener('click', () => salin(tombol))
  }
  for (const tautan of document.querySelectorAll<HTMLAnchorElement>('a[data-catat]'))
    tautan.addEventListener('click', () => catat(tautan))
}

function salin(tombol: HTMLButtonElement): void {
  const kotak = document.getElementById(tombol.dataset.salin ?? '')
  if (!(kotak instanceof HTMLTextAreaElement)) return
  kotak.select()
  // the clipboard interface wants https, which an office network often has not
  if (document.execCommand('copy')) tombol.textContent = 'Tersalin'
}

function catat(tautan: HTMLAnchorElement): void {
  const formulir = document.getElementById(tautan.dataset.catat ?? '')
  const tombol = formulir?.querySelector('button')
  if (!(formulir instanceof HTMLFormElement) || !tombol || tombol.disabled) return
  tombol.disabled = true
  const isi = new URLSearchParams(Array.from(new FormData(formulir), ([nama, nilai]) => [nama, String(nilai)]))
  // asked for JSON, an ended session is a 401; as a page it would be a redirect like the one after a note that was kept
  fetch(formulir.action, { method: 'POST', body: isi, redirect: 'manual', headers: { Accept: 'application/json' } })
    .then(({ ok, type }) => sebutHasil(tombol, ok || type === 'opaqueredirect'))
    .catch(() => sebutHasil(tombol, false))
}

function sebutHasil(tombol: HTMLButtonElement, tercatat: boolean): void {
  tombol.disabled = tercatat
  tombol.textContent = tercatat ? 'Sudah dicatat' : 'Belum tercatat, coba lagi'
}
