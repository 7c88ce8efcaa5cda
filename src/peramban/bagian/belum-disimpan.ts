/** Warns before leaving while something typed would be lost: forms with data-jaga, and rows the browser cannot keep. */
export function pasangBelumDisimpan(): void {
  document.addEventListener('input', (kejadian) => {
    const unsur = kejadian.target as Element
    const formulir = unsur.closest<HTMLFormElement>('form[data-jaga]')
    // what saves itself is watched by its own row
    if (formulir && !unsur.closest('[data-simpan-otomatis]')) formulir.dataset.berubah = 'ya'
  })
  document.addEventListener('submit', (kejadian) => {
    if (!kejadian.defaultPrevented) delete (kejadian.target as HTMLFormElement).dataset.berubah
  })
  window.addEventListener('beforeunload', (kejadian) => {
    const terkirim = document.querySelector('form[data-terkirim]')
    if (!terkirim && document.querySelector('form[data-berubah], [data-simpan-otomatis][data-rawan]'))
      kejadian.preventDefault()
  })
}
