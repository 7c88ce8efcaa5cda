/**
 * Help beside a field: the first time it is opened, the help page behind its link is fetched and its text put in the
 * place of the link. Without scripts, or when it cannot be fetched, the link stays.
 */
export function pasangMuatBantuan(): void {
  for (const rincian of document.querySelectorAll<HTMLDetailsElement>('details[data-muat]'))
    rincian.addEventListener('toggle', () => void muat(rincian), { once: true })
}

async function muat(rincian: HTMLDetailsElement): Promise<void> {
  const tautan = rincian.querySelector('a')
  if (!tautan) return
  try {
    const jawab = await fetch(tautan.href)
    if (!jawab.ok || jawab.redirected) return
    const laman = new DOMParser().parseFromString(await jawab.text(), 'text/html')
    const isi = bagianBantuan(laman, tautan.hash.slice(1))
    if (isi.length > 0) tautan.replaceWith(...isi)
  } catch {
    // no connection: the link leads there later
  }
}

/** The help of an indicator; of a page, the text of one field (`id`) with whom to ask. */
function bagianBantuan(laman: Document, id: string): Element[] {
  const isi = id ? laman.getElementById(id) : laman.querySelector('[data-bantuan]')
  if (!isi) return []
  isi.removeAttribute('id')
  const tanya = id ? laman.querySelector('.bantuan__tanya') : null
  return tanya ? [isi, tanya] : [isi]
}
