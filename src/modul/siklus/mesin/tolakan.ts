/** Every refusal of the engine with the HTTP status it stands for: 403 not yours, 409 not now, 422 not like this. */
export const KODE_TOLAKAN = {
  SIKLUS_BERAKHIR: 409,
  PERIODE_TIDAK_SESUAI: 422,
  LANGKAH_TIDAK_DIKENAL: 422,
  LANGKAH_TIDAK_TERBUKA: 409,
  LANGKAH_SUDAH_DIMULAI: 409,
  BUKAN_PELAKSANA: 403,
  BUKAN_BAGIAN_ANDA: 403,
  PENGAJU_MEMUTUSKAN: 403,
  HARUS_DIPUTUSKAN: 422,
  BUKAN_KEPUTUSAN: 422,
  BELUM_DITERUSKAN: 409,
  TIDAK_DITERUSKAN: 422,
  SUDAH_DITERUSKAN: 409,
  BAGIAN_TIDAK_BERLAKU: 422,
  BAGIAN_BELUM_DIBUKA: 409,
  BAGIAN_TIDAK_DIKENAL: 422,
  BAGIAN_GANDA: 409,
  BAGIAN_BELUM_LENGKAP: 409,
  BAGIAN_SUDAH_SELESAI: 409,
  BAGIAN_BELUM_SELESAI: 409,
  BAGIAN_TERKUNCI: 409,
  BELUM_GILIRAN: 409,
  TIDAK_DAPAT_MENGEMBALIKAN: 422,
  ALASAN_KOSONG: 422,
  TUJUAN_TIDAK_SAH: 422,
  CAKUPAN_TIDAK_SAH: 422,
  TIDAK_OPSIONAL: 422,
  TIDAK_DAPAT_DILEWATI: 422,
  BUKAN_PELEWAT: 403,
} as const

export type KodeTolakan = keyof typeof KODE_TOLAKAN
export type Tolakan = { readonly kode: KodeTolakan; readonly http: 403 | 409 | 422; readonly pesan: string }

/** A named refusal; `pesan` is the sentence for the person: what, why, what to do. */
export function tolak(kode: KodeTolakan, pesan: string): Tolakan {
  return { kode, http: KODE_TOLAKAN[kode], pesan }
}
