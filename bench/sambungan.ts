import { connect, type Socket } from 'node:net'

export type Jawab = { readonly status: number; readonly isi: Buffer }
type Tunggu = { ya(jawab: Jawab): void; gagal(sebab: Error): void }

/**
 * One keep-alive connection that costs the measuring process next to nothing: requests are ready-made bytes, of an answer
 * only the status line and Content-Length are read. Answers without Content-Length are refused.
 */
export class Sambungan {
  readonly #antrean: Tunggu[] = []
  #potongan: Buffer[] = []
  #terkumpul = 0
  #kepala: { status: number; mulai: number; panjang: number } | null = null
  readonly #soket: Socket

  constructor(port: number) {
    this.#soket = connect(port, '127.0.0.1').setNoDelay(true)
    this.#soket.on('data', (potong) => this.#terima(potong))
    this.#soket.on('error', (sebab) => this.#putus(sebab))
    this.#soket.on('close', () => this.#putus(new Error('sambungan ditutup')))
  }

  /** Sends one request and waits for its answer. */
  kirim(permintaan: Buffer): Promise<Jawab> {
    return new Promise((ya, gagal) => {
      if (this.#soket.destroyed) return gagal(new Error('sambungan sudah ditutup'))
      this.#antrean.push({ ya, gagal })
      this.#soket.write(permintaan)
    })
  }

  tutup(): void {
    this.#soket.destroy()
  }

  #terima(potong: Buffer): void {
    this.#potongan.push(potong)
    this.#terkumpul += potong.length
    while (this.#terkumpul > 0) {
      if (!this.#kepala && !this.#bacaKepala()) return
      const kepala = this.#kepala
      if (!kepala || this.#terkumpul < kepala.mulai + kepala.panjang) return
      const semua = Buffer.concat(this.#potongan)
      const akhir = kepala.mulai + kepala.panjang
      this.#potongan = akhir < semua.length ? [semua.subarray(akhir)] : []
      this.#terkumpul = semua.length - akhir
      this.#kepala = null
      this.#antrean.shift()?.ya({ status: kepala.status, isi: semua.subarray(kepala.mulai, akhir) })
    }
  }

  #bacaKepala(): boolean {
    const awal = this.#potongan.length === 1 ? this.#potongan[0] : Buffer.concat(this.#potongan)
    const batas = awal?.indexOf('\r\n\r\n') ?? -1
    if (!awal || batas < 0) return false
    const teks = awal.toString('latin1', 0, batas)
    const panjang = /\r\ncontent-length: (\d+)/i.exec(teks)?.[1]
    const status = Number(teks.slice(9, 12))
    if (panjang === undefined && status !== 204) throw new Error(`jawaban tanpa Content-Length:\n${teks}`)
    this.#kepala = { status, mulai: batas + 4, panjang: Number(panjang ?? 0) }
    return true
  }

  #putus(sebab: Error): void {
    for (const satu of this.#antrean.splice(0)) satu.gagal(sebab)
  }
}

/** A GET as bytes. Compression is not asked for: neither side of a comparison pays for it. */
export const permintaanGet = (jalur: string, cookie = ''): Buffer =>
  Buffer.from(
    `GET ${jalur} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\n${cookie ? `Cookie: ${cookie}\r\n` : ''}\r\n`,
  )

/** A form as a browser's autosave sends it. */
export function permintaanSimpan(jalur: string, cookie: string, isian: Readonly<Record<string, string>>): Buffer {
  const badan = new URLSearchParams(isian).toString()
  return Buffer.from(
    `POST ${jalur} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nSec-Fetch-Site: same-origin\r\nCookie: ${cookie}\r\n` +
      `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${Buffer.byteLength(badan)}\r\n\r\n${badan}`,
  )
}
