/** Shows the print buttons: without scripts they would do nothing, so the page hides them. */
export function pasangCetak(): void {
  for (const tombol of document.querySelectorAll<HTMLElement>('[data-cetak]')) {
    tombol.hidden = false
    tombol.addEventListener('click', () => window.print())
  }
}
