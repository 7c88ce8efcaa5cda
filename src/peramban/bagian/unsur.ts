/** Makes an element with its properties and puts it at the end of `induk`. */
export function tambah<N extends keyof HTMLElementTagNameMap>(
  induk: Element,
  nama: N,
  sifat: Partial<HTMLElementTagNameMap[N]> = {},
): HTMLElementTagNameMap[N] {
  const unsur = Object.assign(document.createElement(nama), sifat)
  induk.append(unsur)
  return unsur
}
