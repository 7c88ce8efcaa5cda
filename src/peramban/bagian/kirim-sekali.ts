const LEPAS_SETELAH_MS = 15_000

/**
 * One click, one sending: the buttons of a POST form rest after it is sent. The idempotency key of the form protects
 * in any case; this only spares the person the doubt. They wake again after 15 s (slow line, download) and on coming back.
 */
export function pasangKirimSekali(): void {
  document.addEventListener('submit', (kejadian) => {
    const formulir = kejadian.target
    if (kejadian.defaultPrevented || !(formulir instanceof HTMLFormElement) || formulir.method !== 'post') return
    if (formulir.dataset.terkirim) {
      kejadian.preventDefault()
      return
    }
    formulir.dataset.terkirim = 'ya'
    // after this turn, so that name and value of the pressed button still travel
    setTimeout(() => istirahatkan(formulir, true))
    setTimeout(() => istirahatkan(formulir, false), LEPAS_SETELAH_MS)
  })
  window.addEventListener('pageshow', (kejadian) => {
    if (!kejadian.persisted) return
    for (const formulir of document.querySelectorAll<HTMLFormElement>('form[data-terkirim]'))
      istirahatkan(formulir, false)
  })
}

function istirahatkan(formulir: HTMLFormElement, ya: boolean): void {
  if (!ya) delete formulir.dataset.terkirim
  for (const unsur of formulir.elements) {
    if (!(unsur instanceof HTMLButtonElement) || unsur.type !== 'submit') continue
    unsur.disabled = ya
    unsur.setAttribute('aria-busy', String(ya))
  }
}
