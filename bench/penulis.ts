import { randomUUID } from 'node:crypto'
import { permintaanSimpan, Sambungan } from './sambungan.ts'
import type { BarisSimpan } from './tugas-beban.ts'

/** Somebody at work while pages are measured: one saved cell a second, so that nothing read can be kept for long. */
export function mulaiPenulis(port: number, baris: BarisSimpan): { henti(): Promise<number> } {
  let { versi } = baris
  let kali = 0
  let sibuk: Promise<void> = Promise.resolve()
  const sambungan = new Sambungan(port)
  const simpan = async (): Promise<void> => {
    const nilai = Object.fromEntries(baris.variabel.map((kode) => [`v.${kode}`, String(40 + (kali % 50))]))
    const isian = { kunci: randomUUID(), versi: String(versi), kendala: `Catatan ke-${kali}`, ...nilai }
    const jawab = await sambungan.kirim(permintaanSimpan(baris.jalur, baris.cookie, isian))
    if (jawab.status !== 200) throw new Error(`penulis: ${jawab.status} ${jawab.isi.toString('utf8', 0, 200)}`)
    versi = (JSON.parse(jawab.isi.toString()) as { versi: number }).versi
    kali++
  }
  const jam = setInterval(() => {
    sibuk = sibuk.then(simpan)
    sibuk.catch(() => clearInterval(jam))
  }, 1000)
  return {
    async henti() {
      clearInterval(jam)
      await sibuk
      sambungan.tutup()
      return kali
    },
  }
}
