import { ambilJenisLangkah, type LangkahSop } from '../../sop/index.ts'
import type { KeadaanBagian, KeadaanLangkah } from './keadaan.ts'
import { bagianBeres, catat, kirimToken, putarkan, type Rakitan, tutupLangkah } from './laju.ts'
import type { PerintahJenis } from './perintah.ts'
import { type Tolakan, tolak } from './tolakan.ts'
import { adalahTolakan, ambilTerbuka, pastikanAlasan, pastikanBagian } from './wewenang.ts'

const MAKS_BAGIAN = 500

/** Gives an open step its parts, one per unit; more may follow while it is open. */
export function bukaBagian(r: Rakitan, p: PerintahJenis<'BUKA_BAGIAN'>): Tolakan | null {
  const ada = ambilTerbuka(r.definisi, r.keadaan, p.langkah)
  if (adalahTolakan(ada)) return ada
  const { langkah, isi } = ada
  if (langkah.keputusan || isi.bagian.some((b) => b.pelaksana !== null)) {
    return tolak('BAGIAN_TIDAK_BERLAKU', `Langkah ${langkah.nomor} tidak dikerjakan per unit.`)
  }
  const kunci = p.bagian.map((b) => b.kunci)
  if (kunci.length === 0 || kunci.some((k) => k === '') || isi.bagian.length + kunci.length > MAKS_BAGIAN) {
    return tolak('BAGIAN_TIDAK_DIKENAL', 'Sebutkan unit yang mengerjakan langkah ini.')
  }
  if (new Set([...kunci, ...isi.bagian.map((b) => b.kunci)]).size < kunci.length + isi.bagian.length) {
    return tolak('BAGIAN_GANDA', 'Ada unit yang sudah mendapat bagian di langkah ini.')
  }
  const bagian = p.bagian.map(({ kunci: k, unitId }) => ({ kunci: k, unitId }))
  catat(r, { jenis: 'BAGIAN_DIBUKA', langkah: langkah.kode, data: { bagian } })
  return null
}

/**
 * Leaves out open parts of units that have nothing to answer any more, and goes on where then none is left to wait for: a
 * step that nobody has a part in is skipped. Asked by the kind when its step opens, never by a person.
 */
export function lepasBagian(r: Rakitan, p: PerintahJenis<'LEPAS_BAGIAN'>): Tolakan | null {
  const ada = ambilTerbuka(r.definisi, r.keadaan, p.langkah)
  if (adalahTolakan(ada)) return ada
  const { langkah, isi } = ada
  if (!ambilJenisLangkah(langkah.jenis).bagianUnit)
    return tolak('BAGIAN_TIDAK_BERLAKU', `Langkah ${langkah.nomor} tidak dikerjakan per unit.`)
  const kosong = pastikanAlasan(p.alasan)
  if (kosong) return kosong
  const alasan = p.alasan.trim()
  const bagian = isi.bagian.filter((b) => b.status === 'BERJALAN' && p.bagian.includes(b.kunci)).map((b) => b.kunci)
  const sisa = isi.bagian.filter((b) => !bagianBeres(b)).length - bagian.length
  if (sisa > 0 && bagian.length === 0)
    return tolak('BAGIAN_TIDAK_DIKENAL', `Langkah ${langkah.nomor} masih menunggu ${sisa} bagian lain.`)
  if (bagian.length > 0) catat(r, { jenis: 'BAGIAN_DILEWATI', langkah: langkah.kode, data: { bagian, alasan } })
  if (sisa > 0) return null
  if (isi.bagian.some((b) => b.status === 'SELESAI'))
    tutupLangkah(r, langkah, { otomatis: true, pengaju: [], catatan: null })
  else {
    catat(r, { jenis: 'LANGKAH_DILEWATI', langkah: langkah.kode, data: { otomatis: true, alasan } })
    kirimToken(r, langkah.kode, langkah.berikutnya)
  }
  putarkan(r)
  return null
}

/** Hands in one part; with the last one the step is finished. */
export function selesaikanBagian(r: Rakitan, p: PerintahJenis<'SELESAIKAN_BAGIAN'>): Tolakan | null {
  const ada = ambilBagian(r, p)
  if (adalahTolakan(ada)) return ada
  const { langkah, isi, bagian } = ada
  if (langkah.keputusan)
    return tolak('HARUS_DIPUTUSKAN', `Langkah ${langkah.nomor} adalah keputusan; pilih Ya atau Tidak.`)
  if (bagian.status !== 'BERJALAN') return tolak('BAGIAN_SUDAH_SELESAI', 'Bagian ini sudah diserahkan.')
  if (!bagianGiliran(langkah, isi).includes(bagian)) return tolakBelumGiliran(langkah)
  serahkan(r, langkah, { kunci: bagian.kunci, turutMengisi: p.turutMengisi })
  return null
}

/** Takes back a part that was handed in, while its step is still open and it was handed in since the last opening. */
export function tarikBagian(r: Rakitan, p: PerintahJenis<'TARIK_BAGIAN'>): Tolakan | null {
  const ada = ambilBagian(r, p)
  if (adalahTolakan(ada)) return ada
  const { langkah, isi, bagian } = ada
  if (bagian.status !== 'SELESAI') return tolak('BAGIAN_BELUM_SELESAI', 'Bagian ini belum diserahkan.')
  if (bagian.putaranLangkah < isi.putaran) {
    return tolak('BAGIAN_TERKUNCI', 'Bagian ini tidak termasuk yang dikembalikan, sehingga tidak terbuka lagi.')
  }
  catat(r, { jenis: 'BAGIAN_DITARIK', langkah: langkah.kode, bagian: bagian.kunci, data: {} })
  return null
}

/** Records a part as handed in; when it was the last one open, the step closes and its token goes on. */
export function serahkan(
  r: Rakitan,
  langkah: LangkahSop,
  isi: { kunci: string; turutMengisi: readonly string[] | undefined },
): void {
  const pengaju = susunPengaju(r, isi.turutMengisi)
  catat(r, { jenis: 'BAGIAN_DISERAHKAN', langkah: langkah.kode, bagian: isi.kunci, data: { pengaju } })
  if (!semuaBeres(r, langkah.kode) || langkah.keputusan) return
  tutupLangkah(r, langkah, { otomatis: true, pengaju: [], catatan: null })
  putarkan(r)
}

/** Have all parts of the step been handed in or left out? */
export const semuaBeres = (r: Rakitan, kode: string): boolean =>
  r.keadaan.langkah[kode]?.bagian.every(bagianBeres) ?? false

/** The person who hands in and those whose work comes along, each once. */
export const susunPengaju = (r: Rakitan, turut: readonly string[] | undefined): string[] => [
  ...new Set([r.pelaku.pegawaiId, ...(turut ?? [])]),
]

/** Open parts whose turn it is: all of them, or the first by the SOP where one follows the other. */
export function bagianGiliran(langkah: Pick<LangkahSop, 'jenis'>, isi: KeadaanLangkah): readonly KeadaanBagian[] {
  const terbuka = isi.bagian.filter((b) => b.status === 'BERJALAN')
  // parts of columns stand in the order in which the SOP names them
  return ambilJenisLangkah(langkah.jenis).berurutan ? terbuka.slice(0, 1) : terbuka
}

const tolakBelumGiliran = (langkah: LangkahSop): Tolakan =>
  tolak('BELUM_GILIRAN', `Langkah ${langkah.nomor} berurutan: pelaksana sebelumnya menurut SOP lebih dahulu.`)

/** The open part of this person in a step where several columns act, each for itself. */
export function bagianPelaku(
  langkah: LangkahSop,
  isi: KeadaanLangkah,
  { kode, kunci }: { kode: readonly string[]; kunci: string | undefined },
): KeadaanBagian | Tolakan {
  const milik = isi.bagian.filter((b) => b.pelaksana !== null && kode.includes(b.pelaksana))
  const pilihan = kunci === undefined ? milik : milik.filter((b) => b.kunci === kunci)
  const terbuka = pilihan.find((b) => b.status === 'BERJALAN')
  if (terbuka) return bagianGiliran(langkah, isi).includes(terbuka) ? terbuka : tolakBelumGiliran(langkah)
  if (pilihan.length > 0)
    return tolak('BAGIAN_SUDAH_SELESAI', 'Bagian Anda di langkah ini sudah selesai; menunggu yang lain.')
  return tolak('BUKAN_BAGIAN_ANDA', 'Bagian ini dikerjakan oleh pelaksana lain.')
}

/** Refuses to finish a step as a whole while it is carried out in parts. */
export function tolakBilaBerbagian(langkah: LangkahSop, isi: KeadaanLangkah): Tolakan | null {
  if (isi.bagian.length === 0) {
    return ambilJenisLangkah(langkah.jenis).bagianUnit
      ? tolak(
          'BAGIAN_BELUM_DIBUKA',
          `Langkah ${langkah.nomor} dikerjakan per unit, tetapi belum dibagikan kepada unit.`,
        )
      : null
  }
  const sisa = isi.bagian.filter((b) => !bagianBeres(b)).length
  return tolak(
    'BAGIAN_BELUM_LENGKAP',
    `Langkah ${langkah.nomor} selesai bila semua bagian diserahkan; masih ${sisa} lagi.`,
  )
}

function ambilBagian(
  r: Rakitan,
  p: PerintahJenis<'SELESAIKAN_BAGIAN' | 'TARIK_BAGIAN'>,
): { langkah: LangkahSop; isi: KeadaanLangkah; bagian: KeadaanBagian } | Tolakan {
  const ada = ambilTerbuka(r.definisi, r.keadaan, p.langkah)
  if (adalahTolakan(ada)) return ada
  const bagian = ada.isi.bagian.find((b) => b.kunci === p.bagian)
  if (!bagian) return tolak('BAGIAN_TIDAK_DIKENAL', `Langkah ${ada.langkah.nomor} tidak mempunyai bagian ini.`)
  return pastikanBagian(p.pelaku, bagian) ?? { ...ada, bagian }
}
