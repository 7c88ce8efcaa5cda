import { type Penggal, penggalRumus, RumusSalah } from './penggal.ts'
import { MAKS_HURUF_RUMUS, MAKS_KURUNG_RUMUS, type NamaFungsi, type Simpul, type Tanda } from './pohon.ts'

export type HasilUrai =
  | { readonly pohon: Simpul; readonly masalah: null }
  | { readonly pohon: null; readonly masalah: string }

/**
 * Reads a formula into a tree, by hand and never as code: + − × ÷, parentheses, numbers, variables, min, maks, rata. Signs
 * of one rank are taken from left to right, × and ÷ before + and −. Never throws: what cannot be read is a sentence.
 */
export function uraikanRumus(teks: string, variabel: readonly string[] = []): HasilUrai {
  if (teks.trim() === '') return { pohon: null, masalah: 'Tulis rumusnya, misalnya pembilang ÷ penyebut × 100.' }
  if (teks.length > MAKS_HURUF_RUMUS)
    return { pohon: null, masalah: `Rumus terlalu panjang: paling banyak ${MAKS_HURUF_RUMUS} huruf.` }
  try {
    return { pohon: new Pengurai(teks, penggalRumus(teks, new Set(variabel))).uraikan(), masalah: null }
  } catch (sebab) {
    if (sebab instanceof RumusSalah) return { pohon: null, masalah: sebab.message }
    throw sebab
  }
}

/** Recursive descent: jumlah → kali → tanda → isi. */
class Pengurai {
  readonly #teks: string
  readonly #penggal: readonly Penggal[]
  #ke = 0
  #dalam = 0

  constructor(teks: string, penggal: readonly Penggal[]) {
    this.#teks = teks
    this.#penggal = penggal
  }

  uraikan(): Simpul {
    const pohon = this.#jumlah()
    const sisa = this.#kini()
    if (sisa.jenis === 'TUTUP') throw new RumusSalah(`${this.#letak()}kurung tutup tidak punya kurung buka.`)
    if (sisa.jenis !== 'AKHIR') throw new RumusSalah(`${this.#letak()}diperlukan tanda + − × atau ÷.`)
    return pohon
  }

  #jumlah(): Simpul {
    let pohon = this.#kali()
    for (let tanda = this.#ambilTanda('+', '−'); tanda; tanda = this.#ambilTanda('+', '−'))
      pohon = { jenis: 'OPERASI', tanda, kiri: pohon, kanan: this.#kali() }
    return pohon
  }

  #kali(): Simpul {
    let pohon = this.#bertanda()
    for (let tanda = this.#ambilTanda('×', '÷'); tanda; tanda = this.#ambilTanda('×', '÷'))
      pohon = { jenis: 'OPERASI', tanda, kiri: pohon, kanan: this.#bertanda() }
    return pohon
  }

  #bertanda(): Simpul {
    return this.#ambilTanda('−') ? { jenis: 'NEGATIF', isi: this.#isi() } : this.#isi()
  }

  #isi(): Simpul {
    const kini = this.#kini()
    if (kini.jenis === 'ANGKA') return this.#maju({ jenis: 'ANGKA', nilai: kini.nilai })
    if (kini.jenis === 'NAMA') return this.#maju({ jenis: 'VARIABEL', kode: kini.kode })
    if (kini.jenis === 'BUKA') return this.#dalamKurung(() => this.#jumlah())
    if (kini.jenis === 'FUNGSI') return this.#fungsi(kini.nama)
    throw new RumusSalah(`${this.#letak()}diperlukan variabel, angka, atau kurung buka.`)
  }

  #fungsi(nama: NamaFungsi): Simpul {
    this.#ke++
    if (this.#kini().jenis !== 'BUKA') throw new RumusSalah(`Fungsi ${nama} memerlukan kurung, misalnya ${nama}(a; b).`)
    const isi = this.#dalamKurung(() => {
      const daftar = [this.#jumlah()]
      while (this.#kini().jenis === 'PISAH') {
        this.#ke++
        daftar.push(this.#jumlah())
      }
      return daftar
    })
    if (isi.length < 2)
      throw new RumusSalah(`Fungsi ${nama} memerlukan paling sedikit dua isi yang dipisah titik koma: ${nama}(a; b).`)
    return { jenis: 'FUNGSI', nama, isi }
  }

  #dalamKurung<T>(isi: () => T): T {
    if (++this.#dalam > MAKS_KURUNG_RUMUS)
      throw new RumusSalah(`Kurung terlalu dalam: paling banyak ${MAKS_KURUNG_RUMUS} tingkat.`)
    this.#ke++
    const hasil = isi()
    if (this.#kini().jenis === 'PISAH')
      throw new RumusSalah(`${this.#letak()}titik koma dan koma pemisah hanya dipakai di dalam min, maks, dan rata.`)
    if (this.#kini().jenis !== 'TUTUP') throw new RumusSalah(`${this.#letak()}diperlukan kurung tutup.`)
    this.#ke++
    this.#dalam--
    return hasil
  }

  #ambilTanda(...boleh: Tanda[]): Tanda | null {
    const kini = this.#kini()
    if (kini.jenis !== 'TANDA' || !boleh.includes(kini.tanda)) return null
    this.#ke++
    return kini.tanda
  }

  #maju(pohon: Simpul): Simpul {
    this.#ke++
    return pohon
  }

  #kini(): Penggal {
    return this.#penggal[this.#ke] ?? { jenis: 'AKHIR', sampai: this.#teks.length }
  }

  /** Where reading stopped, as the beginning of a sentence. */
  #letak(): string {
    const sebelum = this.#teks.slice(0, this.#penggal[this.#ke - 1]?.sampai ?? 0).trim()
    if (sebelum === '') return 'Pada awal rumus '
    return `Sesudah "${sebelum.length > 40 ? `…${sebelum.slice(-40)}` : sebelum}" `
  }
}
