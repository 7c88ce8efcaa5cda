/** One entry of the rail (desktop) and of the bar at the foot (phone). At most seven are shown. */
export type EntriNavigasi = {
  readonly teks: string
  readonly alamat: string
  /** Name of a symbol in public/ikon.svg. */
  readonly ikon: string
  readonly aktif: boolean
  /** How many things wait there; zero or missing shows nothing. */
  readonly jumlah?: number
}

/** Page size of `tata-letak/cetak`: F4 is 215 × 330 mm, as the offices buy it. */
export type Kertas = 'a4' | 'f4' | 'a4-lanskap' | 'f4-lanskap'

/** Everything views/tata-letak/*.ejs may know. Filled by `halaman()`; passed as the single name `kerangka`. */
export type Kerangka = {
  readonly kantor: { readonly nama: string; readonly kabupaten: string } | null
  readonly orang: { readonly nama: string; readonly jabatan: string } | null
  /** Reminders not read yet; zero or missing shows nothing. */
  readonly pengingat?: number
  /** Where the help of this page is; missing: no link. */
  readonly bantuan?: string
  /** Account of the page: what the browser keeps for it is kept, sent and shown under this account only. */
  readonly pemilik?: string
  readonly navigasi: readonly EntriNavigasi[]
  /** The one notification of a page (after a redirect). */
  readonly pesan: { readonly jenis: 'berhasil' | 'info' | 'peringatan' | 'gagal'; readonly teks: string } | null
  /** Hashed addresses from dist/aset.json. */
  readonly aset: { readonly css: string; readonly js: string }
  readonly judulHalaman: string
  /** Rendered HTML of the page itself. */
  readonly isi: string
  /** Year and period in view, shown in the top bar: "2026 · Triwulan II". */
  readonly periode?: string
  /** Only for `tata-letak/cetak`. */
  readonly kertas?: Kertas
  /** Only for `tata-letak/cetak`: where "Kembali" leads. */
  readonly alamatKembali?: string
}
