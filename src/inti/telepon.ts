/**
 * Phone numbers as people of the office write them: 0812-3456-7890, +62 812 3456 7890, (0284) 321123. WhatsApp wants digits with
 * the country code and nothing else.
 */
export type HasilTelepon =
  | { readonly jenis: 'kosong' }
  | { readonly jenis: 'salah'; readonly pesan: string }
  /** `nomor`: digits with country code, '6281234567890'; `seluler`: a mobile number or one from abroad */
  | { readonly jenis: 'nomor'; readonly nomor: string; readonly seluler: boolean }

const CONTOH = 'Tulis nomornya seperti 0812 3456 7890 atau +62 812 3456 7890.'

/** Reads a typed phone number; a number without country code is Indonesian. 'salah' says what to write instead. */
export function bacaTelepon(teks: string | null | undefined): HasilTelepon {
  const rapi = (teks ?? '').replace(/[\s\u00a0.()/-]/g, '')
  if (rapi === '') return { jenis: 'kosong' }
  if (!/^\+?\d+$/.test(rapi)) return { jenis: 'salah', pesan: `Nomor telepon hanya berisi angka. ${CONTOH}` }
  const nomor = rapi.startsWith('+') ? rapi.slice(1) : denganKodeNegara(rapi)
  if (nomor === null || !/^[1-9]\d{7,14}$/.test(nomor))
    return { jenis: 'salah', pesan: `Nomor telepon ini kurang atau kelebihan angka. ${CONTOH}` }
  return { jenis: 'nomor', nomor, seluler: nomor.startsWith('628') || !nomor.startsWith('62') }
}

/** The number a wa.me address takes, or null: no number, unreadable, or a landline. */
export function nomorWhatsapp(teks: string | null | undefined): string | null {
  const hasil = bacaTelepon(teks)
  return hasil.jenis === 'nomor' && hasil.seluler ? hasil.nomor : null
}

function denganKodeNegara(angka: string): string | null {
  if (angka.startsWith('00')) return angka.slice(2)
  if (angka.startsWith('0')) return `62${angka.slice(1)}`
  if (angka.startsWith('62')) return angka
  return angka.startsWith('8') ? `62${angka}` : null
}
