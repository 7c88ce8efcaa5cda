import type { Simpul } from './pohon.ts'

/** Units as powers: Desa ÷ Desa is {}, Hari ÷ Berkas is { hari: 1, berkas: -1 }. */
type Satuan = ReadonlyMap<string, number>
/** null: cannot be told; 'BILANGAN': a plain number, which goes with everything. */
type Dugaan = Satuan | 'BILANGAN' | null

/** Words that stand for a number without a unit. */
const TANPA_SATUAN = new Set(['%', 'persen', 'prosentase', 'nilai', 'indeks', 'skor', 'poin', 'rasio', 'angka', 'kali'])
const kosong: Satuan = new Map()

export type VariabelBersatuan = { readonly kode: string; readonly satuan?: string | null }

export type PemeriksaanSatuan = {
  /** unlike things added or compared: the formula is wrong, or the units are */
  readonly masalah: readonly string[]
  /** the result does not look like the indicator's unit: a question to the person */
  readonly peringatan: readonly string[]
}

/**
 * What the units say about a formula: sums of unlike things, and a result whose unit is not the indicator's. Where a
 * variable has no unit nothing can be told and nothing is said; a quotient such as Hari ÷ Berkas may be called Hari.
 */
export function periksaSatuan(
  pohon: Simpul,
  variabel: readonly VariabelBersatuan[],
  satuanIndikator: string,
): PemeriksaanSatuan {
  const ditemukan: string[] = []
  const menurutKode = new Map(variabel.map(({ kode, satuan }) => [kode, satuan?.trim() ?? '']))
  const hasil = duga(pohon, { menurutKode, ditemukan })
  return { masalah: [...new Set(ditemukan)], peringatan: periksaHasil(hasil, satuanIndikator.trim()) }
}

type Bahan = { readonly menurutKode: ReadonlyMap<string, string>; readonly ditemukan: string[] }

function duga(pohon: Simpul, bahan: Bahan): Dugaan {
  if (pohon.jenis === 'ANGKA') return 'BILANGAN'
  if (pohon.jenis === 'VARIABEL') return satuanDari(bahan.menurutKode.get(pohon.kode) ?? '')
  if (pohon.jenis === 'NEGATIF') return duga(pohon.isi, bahan)
  if (pohon.jenis === 'FUNGSI') return pohon.isi.map((satu) => duga(satu, bahan)).reduce((a, b) => samakan(a, b, bahan))
  const kiri = duga(pohon.kiri, bahan)
  const kanan = duga(pohon.kanan, bahan)
  if (pohon.tanda === '+' || pohon.tanda === '−') return samakan(kiri, kanan, bahan)
  if (kiri === null || kanan === null) return null
  return pangkat(kiri, kanan, pohon.tanda === '×' ? 1 : -1)
}

function satuanDari(teks: string): Dugaan {
  if (teks === '') return null
  const nama = teks.toLowerCase()
  return TANPA_SATUAN.has(nama) ? kosong : new Map([[nama, 1]])
}

/** Of a sum, or of the parts of a function: both must be the same thing. */
function samakan(a: Dugaan, b: Dugaan, { ditemukan }: Bahan): Dugaan {
  if (a === null || b === null) return null
  if (a === 'BILANGAN') return b
  if (b === 'BILANGAN' || sama(a, b)) return a
  ditemukan.push(
    `Rumus menjumlahkan atau membandingkan ${tulisSatuan(a)} dengan ${tulisSatuan(b)}. Samakan satuannya bila memang sejenis, atau perbaiki rumusnya.`,
  )
  return null
}

function pangkat(a: Satuan | 'BILANGAN', b: Satuan | 'BILANGAN', arah: 1 | -1): Dugaan {
  if (a === 'BILANGAN' && b === 'BILANGAN') return 'BILANGAN'
  const hasil = new Map(a === 'BILANGAN' ? kosong : a)
  for (const [nama, n] of b === 'BILANGAN' ? kosong : b) {
    const jumlah = (hasil.get(nama) ?? 0) + n * arah
    if (jumlah === 0) hasil.delete(nama)
    else hasil.set(nama, jumlah)
  }
  return hasil
}

function periksaHasil(hasil: Dugaan, satuan: string): string[] {
  if (hasil === null || hasil === 'BILANGAN') return []
  const tujuan = satuanDari(satuan)
  const tunggal = [...hasil.values()].every((n) => n === 1)
  if (!(tujuan instanceof Map) || !tunggal || sama(hasil, tujuan)) return []
  const nama = hasil.size === 0 ? 'tidak bersatuan (misalnya % atau Nilai)' : `bersatuan ${tulisSatuan(hasil)}`
  return [`Hasil rumus ${nama}, sedangkan satuan indikator ${satuan}. Periksa rumus atau satuannya.`]
}

const sama = (a: Satuan, b: Satuan): boolean => a.size === b.size && [...a].every(([nama, n]) => b.get(nama) === n)

function tulisSatuan(satuan: Satuan): string {
  if (satuan.size === 0) return 'angka tanpa satuan'
  return [...satuan].map(([nama, n]) => `${nama}${n === 1 ? '' : ` pangkat ${n}`}`).join(' × ')
}
