import type { Kesalahan } from '../../inti/http/index.ts'
import type { BarisBagian, KonteksLangkah } from './kueri.ts'
import { type JalanPutusan, jalanPutusan, lanjutanOpsional, menutupLangkah } from './penyelesaian.ts'
import { namaPelaksana } from './wewenang.ts'

export type KembalianPenyelesaian = { readonly badan?: unknown; readonly kesalahan?: Kesalahan }
export type TampilanPenyelesaian = ReturnType<typeof susunPenyelesaian>

/** The piece `/siklus/_penyelesaian` of the form that finishes a step; what was typed comes back after a refusal. */
export function susunPenyelesaian(konteks: KonteksLangkah, { badan, kesalahan = {} }: KembalianPenyelesaian = {}) {
  const isi = (badan ?? {}) as Record<string, unknown>
  const teks = (nama: string): string => (typeof isi[nama] === 'string' ? isi[nama] : '')
  const jalan = jalanPutusan(konteks)
  const menutup = menutupLangkah(konteks, null)
  return {
    /** words of the button where they are not those of the kind */
    tombol: jalan.length > 0 ? 'Putuskan' : menutup ? null : 'Selesaikan bagian saya',
    keputusan: jalan.length > 0 ? susunKeputusan(konteks, { jalan, isi, teks }) : null,
    lanjutan: lanjutanDitanya(konteks, { jalan, menutup }).map((l) => ({
      nama: `lanjutan.${l.kode}`,
      label: `Apakah langkah ${l.nomor} diperlukan kali ini?`,
      petunjuk: jalan.length > 0 ? `${l.uraian} (Jawab bila keputusannya menuju ke sana.)` : l.uraian,
      nilai: teks(`lanjutan.${l.kode}`),
      opsi: OPSI_LANJUTAN,
    })),
    kesalahan,
  }
}

const OPSI_LANJUTAN = [
  { nilai: 'perlu', teks: 'Ya, diperlukan' },
  { nilai: 'tidak', teks: 'Tidak, lewati' },
]

/** Asked of whoever may close the step by this act; where all must agree, a Tidak closes it at once. */
function lanjutanDitanya(konteks: KonteksLangkah, { jalan, menutup }: { jalan: JalanPutusan[]; menutup: boolean }) {
  if (jalan.length === 0) return menutup ? lanjutanOpsional(konteks, konteks.def.berikutnya) : []
  const maju = jalan.filter((j) => !j.kembali && (menutup || j.keputusan === 'tidak'))
  return lanjutanOpsional(
    konteks,
    maju.flatMap((j) => j.tujuan ?? []),
  )
}

type Bahan = { jalan: JalanPutusan[]; isi: Record<string, unknown>; teks: (nama: string) => string }
function susunKeputusan(konteks: KonteksLangkah, { jalan, isi, teks }: Bahan) {
  return {
    opsi: jalan.map((j) => susunOpsi(konteks, j)),
    nilai: teks('putusan'),
    alasan: teks('alasanPutusan'),
    bagian: jalan.flatMap((j) => (j.kembali && j.tujuan !== null ? susunBagian(konteks, j.tujuan, isi) : [])),
    adaKembali: jalan.some((j) => j.kembali),
  }
}

/** "Tidak, kembalikan ke langkah 3" with what that step is and whose. */
function susunOpsi({ siklus }: KonteksLangkah, { nilai, keputusan, tujuan, kembali }: JalanPutusan) {
  const kata = keputusan === 'ya' ? 'Ya' : 'Tidak'
  const def = siklus.definisi.langkah.find((l) => l.kode === tujuan)
  if (!def) return { nilai, teks: `${kata}, SOP selesai`, petunjuk: 'Tidak ada langkah sesudahnya.' }
  const arah = kembali ? 'kembalikan ke' : 'lanjut ke'
  return {
    nilai,
    teks: `${kata}, ${arah} langkah ${def.nomor}`,
    petunjuk: `${def.uraian} (${namaPelaksana({ siklus, def })})`,
  }
}

/** Who of several has to do the step again: units, or pelaksana who must all act. Nothing where it is one piece. */
function susunBagian(konteks: KonteksLangkah, tujuan: string, isi: Record<string, unknown>) {
  const langkah = konteks.semuaLangkah.find((l) => l.kode === tujuan)
  const def = konteks.siklus.definisi.langkah.find((l) => l.kode === tujuan)
  const bagian = konteks.semuaBagian.filter((b) => b.langkahId === langkah?.id)
  if (bagian.length < 2 || !def) return []
  const nama = `bagianPutusan.${tujuan}`
  const nilai = isi[nama]
  return [
    {
      nama,
      label: `Siapa yang mengerjakan langkah ${def.nomor} lagi`,
      nilai: Array.isArray(nilai) ? nilai.map(String) : nilai ? [String(nilai)] : [],
      opsi: bagian.map((b) => ({ nilai: b.kunci, teks: namaBagian(konteks, b) })),
    },
  ]
}

/** "Seksi Pemerintahan", or the printed name of the column. */
export const namaBagian = (konteks: Pick<KonteksLangkah, 'siklus' | 'def'>, b: BarisBagian): string =>
  b.namaUnit ?? (b.pelaksana === null ? b.kunci : namaPelaksana(konteks, [b.pelaksana]))
