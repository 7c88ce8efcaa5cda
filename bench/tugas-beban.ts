/** What the measuring process is asked to do, and what it answers (both through the channel of child_process). */
export type Alamat = { readonly jalur: string; readonly cookie: string }
export type TugasBeban =
  | {
      /** fixed arrival rate: `serentak` fires one request per connection at one instant each second, `rata` spreads them evenly */
      readonly jenis: 'laju'
      readonly port: number
      readonly alamat: readonly Alamat[]
      readonly sambungan: number
      readonly cara: 'serentak' | 'rata'
      readonly detik: number
    }
  | {
      readonly jenis: 'penuh'
      readonly port: number
      readonly alamat: readonly Alamat[]
      readonly sambungan: number
      readonly detik: number
    }
  | {
      readonly jenis: 'simpan'
      readonly port: number
      readonly baris: readonly BarisSimpan[]
      readonly sambungan: number
      readonly detik: number
    }

/** A row of a form that one connection saves over and over. */
export type BarisSimpan = {
  readonly jalur: string
  readonly cookie: string
  readonly versi: number
  readonly variabel: readonly string[]
  readonly kategori: string | null
}

export type HasilBeban = {
  readonly jumlah: number
  readonly detik: number
  readonly p50: number
  readonly p95: number
  readonly gagal: number
  readonly contohGagal: string
}
