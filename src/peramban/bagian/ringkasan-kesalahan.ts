/** After a refused form: the summary gets the focus, and its links put the cursor into the field, not only near it. */
export function pasangRingkasanKesalahan(): void {
  const ringkasan = document.querySelector<HTMLElement>('[data-ringkasan-kesalahan]')
  ringkasan?.focus()
  ringkasan?.addEventListener('click', (kejadian) => {
    const tautan = (kejadian.target as Element).closest('a[href^="#"]')
    const isian = tautan && document.getElementById(decodeURIComponent(tautan.getAttribute('href')?.slice(1) ?? ''))
    if (!isian) return
    kejadian.preventDefault()
    const tempat = isian.closest('.isian') ?? isian
    tempat.scrollIntoView({ block: 'start' })
    isian.focus({ preventScroll: true })
  })
}
