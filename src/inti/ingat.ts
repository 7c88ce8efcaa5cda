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

/**
 * Keeps the result of a pure function of an object as long as the object lives, if the object is frozen (what `db.ingat`
 * gives is): many people look at the same rows. Further arguments must follow from the object.
 */
export function ingatObjek<K extends object, L extends unknown[], V>(
  hitung: (objek: K, ...lain: L) => V,
): (objek: K, ...lain: L) => V {
  const simpanan = new WeakMap<K, V>()
  return (objek, ...lain) => {
    const ada = simpanan.get(objek)
    if (ada !== undefined) return ada
    const baru = hitung(objek, ...lain)
    if (Object.isFrozen(objek)) simpanan.set(objek, baru)
    return baru
  }
}
