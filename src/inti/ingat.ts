const MAKS = 4096

/**
 * Keeps the results of a pure function of one text or number; the store is emptied when it is full, so it cannot grow.
 * A call that throws keeps nothing.
 */
export function ingat<K extends string | number, V>(hitung: (masukan: K) => V): (masukan: K) => V {
  const simpanan = new Map<K, V>()
  return (masukan) => {
    const ada = simpanan.get(masukan)
    if (ada !== undefined) return ada
    const baru = hitung(masukan)
    if (simpanan.size >= MAKS) simpanan.clear()
    simpanan.set(masukan, baru)
    return baru
  }
}
