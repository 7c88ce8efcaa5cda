/**
 * What is too small for a thumb (44 × 44 px; WCAG 2.5.5) or makes a phone zoom into a field (below 16 px). Links inside a
 * sentence are exempt, as in the standard; a choice is as large as its label.
 */
export const SASARAN_KECIL = `(() => {
  const sebut = (e) => e.tagName + ' "' + (e.textContent || e.name || '').trim().slice(0, 40) + '"'
  const tampak = (e) => { const k = e.getBoundingClientRect(); return k.width > 1 && k.height > 1 && e.checkVisibility() }
  const dalamKalimat = (e) => e.tagName === 'A' && getComputedStyle(e).display === 'inline' && e.parentElement.textContent.trim().length > e.textContent.trim().length + 2
  const kotak = (e) => (/checkbox|radio/.test(e.type) ? e.labels[0] : e).getBoundingClientRect()
  const salah = []
  for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
    if (!tampak(e) || e.closest('.visually-hidden, .lewati') || dalamKalimat(e)) continue
    const { width, height } = kotak(e)
    if (width < 43.5 || height < 43.5) salah.push(sebut(e) + ' ' + Math.round(width) + '×' + Math.round(height))
    if (e.matches('input:not([type=checkbox], [type=radio], [type=file]), select, textarea') && parseFloat(getComputedStyle(e).fontSize) < 16) salah.push(sebut(e) + ' huruf kecil')
  }
  return salah
})()`

/** Tables that must be pushed sideways to be read. */
export const TABEL_TERPOTONG = `[...document.querySelectorAll('.tabel-gulir')].filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1)
  .map((e) => e.getAttribute('aria-label') + ' ' + e.scrollWidth + ' > ' + e.clientWidth)`
