import {
  type Keadaan,
  type KeadaanLangkah,
  langkahTerbuka,
  type Perintah,
  type Peristiwa,
  putuskan,
  terapkan,
  tugasTerbuka,
} from '../../src/modul/siklus/mesin/index.ts'
import { ambilJenisLangkah, cariLangkah, type DefinisiSop, hilir, tujuanLangkah } from '../../src/modul/sop/index.ts'

/** One command under all laws: the state after it, and what was accepted (null: refused, nothing may have changed). */
export function langkahBerhukum(
  definisi: DefinisiSop,
  keadaan: Keadaan,
  perintah: Perintah,
): { keadaan: Keadaan; terima: readonly Peristiwa[] | null } {
  const hasil = putuskan(definisi, bekukan(keadaan), bekukan(perintah))
  if ('tolak' in hasil) {
    pastikan(hasil.tolak.pesan.length > 10, 'penolakan berupa kalimat')
    return { keadaan, terima: null }
  }
  pastikan(keadaan.status === 'BERJALAN', 'siklus yang berakhir tidak menerima apa pun')
  pastikan(hasil.terima.length > 0, 'yang diterima meninggalkan peristiwa')
  let kini = keadaan
  hasil.terima.forEach((p, i) => {
    periksaPeristiwa(definisi, kini, { p, sebelum: hasil.terima.slice(0, i) })
    kini = bekukan(terapkan(kini, bekukan(p)))
  })
  periksaKeadaan(definisi, keadaan, kini)
  periksaBagian(keadaan, kini, hasil.terima)
  return { keadaan: kini, terima: hasil.terima }
}

/** Laws of a state and of the change from the one before it. */
function periksaKeadaan(definisi: DefinisiSop, lama: Keadaan, baru: Keadaan): void {
  const terbuka = langkahTerbuka(baru)
  if (baru.status === 'BERJALAN') {
    pastikan(terbuka.length > 0, 'siklus berjalan selalu mempunyai langkah terbuka')
    pastikan(tugasTerbuka(definisi, baru).length > 0, 'selalu ada yang memegang bola')
  } else {
    pastikan(baru.berakhirPada !== null && terbuka.length === 0, 'siklus yang berakhir tidak mempunyai langkah terbuka')
  }
  if (!definisi.langkah.some((l) => l.berikutnya.length > 1)) {
    pastikan(terbuka.length <= 1, 'tanpa cabang hanya satu langkah terbuka')
    pastikan(
      Object.values(baru.langkah).every((l) => l.menunggu.length === 0),
      'tanpa cabang tidak ada yang menunggu',
    )
  }
  for (const kode of baru.urutan) periksaLangkah(isi(lama, kode), isi(baru, kode))
}

function periksaLangkah(dulu: KeadaanLangkah, kini: KeadaanLangkah): void {
  if (dulu === kini) return
  pastikan(kini.putaran >= dulu.putaran, 'putaran langkah tidak pernah berkurang')
  pastikan(kini.status !== 'BERJALAN' || kini.putaran > 0, 'yang terbuka pernah dibuka')
  pastikan(
    kini.status === 'BERJALAN' || kini.bagian.every((b) => b.status !== 'BERJALAN'),
    'bagian hanya terbuka di langkah yang terbuka',
  )
  for (const b of dulu.bagian) {
    const sama = kini.bagian.find((x) => x.kunci === b.kunci)
    pastikan(sama !== undefined && sama.putaran >= b.putaran, 'bagian tidak hilang dan putarannya tidak berkurang')
  }
}

function periksaPeristiwa(
  definisi: DefinisiSop,
  kini: Keadaan,
  { p, sebelum }: { p: Peristiwa; sebelum: readonly Peristiwa[] },
): void {
  if (p.jenis === 'LANGKAH_DIBUKA') periksaPembukaan(definisi, kini, { kode: p.langkah, sebelum })
  if (p.jenis === 'DIKEMBALIKAN' || p.jenis === 'BAGIAN_DIKEMBALIKAN' || p.jenis === 'SIKLUS_DIBATALKAN') {
    pastikan(p.data.alasan.trim() !== '', 'pengembalian dan pembatalan selalu beralasan')
  }
  if (p.jenis === 'LANGKAH_DILEWATI') {
    pastikan(p.data.alasan.trim() !== '', 'yang dilewati selalu beralasan')
    pastikan(p.data.otomatis || !cariLangkah(definisi, p.langkah)?.keputusan, 'keputusan tidak dilewati orang')
  }
  if (p.jenis === 'DIPUTUSKAN' || (p.jenis === 'DIKEMBALIKAN' && p.data.keputusan !== null)) {
    const pengaju = yangMengajukan(definisi, kini, p.langkah)
    pastikan(!pengaju.includes(p.pelaku.pegawaiId), 'tidak ada yang memutuskan yang diajukannya sendiri')
  }
  if (p.jenis === 'LANGKAH_SELESAI') {
    const beres = isi(kini, p.langkah).bagian.every((b) => b.status === 'SELESAI' || b.status === 'DILEWATI')
    pastikan(beres, 'langkah tidak selesai selama ada bagian yang belum')
  }
}

/** A step opens after a finished or skipped step that leads to it, with nothing on its way here still running, or by a return. */
function periksaPembukaan(
  definisi: DefinisiSop,
  kini: Keadaan,
  { kode, sebelum }: { kode: string; sebelum: readonly Peristiwa[] },
): void {
  pastikan(isi(kini, kode).status !== 'BERJALAN', 'yang terbuka tidak dibuka lagi')
  if (sebelum.some((p) => p.jenis === 'DIKEMBALIKAN' && p.data.tujuan === kode)) return
  const pendahulu = definisi.langkah.filter((l) => tujuanLangkah(l).includes(kode))
  const selesai = pendahulu.filter((l) => ['SELESAI', 'DILEWATI'].includes(isi(kini, l.kode).status))
  pastikan(selesai.length > 0, `${kode} terbuka setelah pendahulunya selesai`)
  const menuju = langkahTerbuka(kini).filter((lain) => hilir(definisi, lain).has(kode))
  pastikan(menuju.length === 0, `${kode} menunggu yang masih menuju kepadanya`)
}

/** A part that was handed in is open again only when it was withdrawn or named by a return. */
function periksaBagian(lama: Keadaan, baru: Keadaan, terima: readonly Peristiwa[]): void {
  for (const kode of baru.urutan) {
    for (const b of isi(lama, kode).bagian) {
      const kini = isi(baru, kode).bagian.find((x) => x.kunci === b.kunci)
      if (b.status !== 'SELESAI' || kini?.status === 'SELESAI') continue
      const disebut = terima.some((p) => {
        if (p.jenis === 'BAGIAN_DITARIK') return p.langkah === kode && p.bagian === b.kunci
        if (p.jenis !== 'DIKEMBALIKAN' && p.jenis !== 'BAGIAN_DIKEMBALIKAN') return false
        const { cakupan } = p.data
        if (cakupan.jenis === 'SEMUA') return true
        const diTujuan = p.jenis === 'DIKEMBALIKAN' && p.data.tujuan === kode
        const kolom = cakupan.jenis === 'BAGIAN' && cakupan.kunci.some((k) => k.startsWith('pelaksana:'))
        // who must act on what has changed acts again; only at the target itself some may be left out
        if (kolom ? !diTujuan : b.pelaksana !== null) return true
        return (cakupan.jenis === 'BAGIAN' ? cakupan.kunci : cakupan.nilai.map((n) => n.kunci)).includes(b.kunci)
      })
      pastikan(disebut, `hanya bagian yang disebut terbuka lagi: ${kode} ${b.kunci}`)
    }
  }
}

/** Worked out apart from the engine: who finished or handed in what is before this decision. */
function yangMengajukan(definisi: DefinisiSop, keadaan: Keadaan, keputusan: string): string[] {
  return definisi.langkah
    .filter(
      (l) => l.kode !== keputusan && ambilJenisLangkah(l.jenis).mengajukan && hilir(definisi, l.kode).has(keputusan),
    )
    .flatMap((l) => {
      const langkah = isi(keadaan, l.kode)
      const bagian = langkah.bagian.filter((b) => b.status === 'SELESAI').map((b) => b.selesaiOleh ?? '')
      return langkah.status === 'SELESAI' && langkah.bagian.length === 0 ? [langkah.selesaiOleh ?? ''] : bagian
    })
}

/** A law; a plain throw, for these are asked a million times in a run. */
function pastikan(benar: boolean, hukum: string): void {
  if (!benar) throw new Error(`Hukum dilanggar: ${hukum}`)
}

function isi(keadaan: Keadaan, kode: string): KeadaanLangkah {
  const ada = keadaan.langkah[kode]
  if (!ada) throw new Error(`langkah ${kode} hilang dari keadaan`)
  return ada
}

/** Freezes through and through: whoever changes it in place is thrown at. */
export function bekukan<T>(nilai: T): T {
  if (typeof nilai === 'object' && nilai !== null && !Object.isFrozen(nilai)) {
    Object.freeze(nilai)
    for (const bagian of Object.values(nilai)) bekukan(bagian)
  }
  return nilai
}
