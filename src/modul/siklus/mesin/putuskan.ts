import { ambilJenisLangkah, cariLangkah, type DefinisiSop, type LangkahSop } from '../../sop/index.ts'
import {
  bagianPelaku,
  bukaBagian,
  lepasBagian,
  selesaikanBagian,
  serahkan,
  susunPengaju,
  tarikBagian,
  tolakBilaBerbagian,
} from './bagian.ts'
import type { Keadaan, Peristiwa } from './keadaan.ts'
import { kembalikanBagian, putuskanLangkah } from './keputusan.ts'
import { catat, kirimToken, putarkan, type Rakitan, susunRakitan, tutupLangkah } from './laju.ts'
import type { Perintah, PerintahJenis } from './perintah.ts'
import { type Tolakan, tolak } from './tolakan.ts'
import { adalahTolakan, ambilTerbuka, dijawab, pastikanAlasan, pastikanKolom, pemegangLangkah } from './wewenang.ts'

/** Either the events that the command causes (at least one), or a named refusal that changes nothing. */
export type Hasil = { readonly terima: readonly Peristiwa[] } | { readonly tolak: Tolakan }

/**
 * What a command does to a siklus. Pure: the state is not touched; the caller stores the events and folds them in
 * with `terapkan`. The definition must have passed `periksaSop`.
 */
export function putuskan(definisi: DefinisiSop, keadaan: Keadaan, perintah: Perintah): Hasil {
  if (keadaan.status !== 'BERJALAN') return { tolak: tolakanBerakhir(keadaan) }
  const tidakPerlu = 'tidakPerlu' in perintah ? perintah.tidakPerlu : undefined
  const asing = tidakPerlu?.find((kode) => !cariLangkah(definisi, kode)?.opsional)
  if (asing !== undefined) {
    return { tolak: tolak('TIDAK_OPSIONAL', `Langkah ${asing.slice(0, 40)} tidak ditandai "bila diperlukan" di SOP.`) }
  }
  const r = susunRakitan(definisi, keadaan, { pelaku: perintah.pelaku, waktu: perintah.waktu, tidakPerlu })
  const tolakan = jalankan(r, perintah)
  return tolakan ? { tolak: tolakan } : { terima: r.peristiwa }
}

function jalankan(r: Rakitan, p: Perintah): Tolakan | null {
  switch (p.jenis) {
    case 'MULAI_LANGKAH':
      return mulaiLangkah(r, p)
    case 'SELESAIKAN':
      return selesaikan(r, p)
    case 'TERUSKAN':
      return teruskan(r, p)
    case 'BUKA_BAGIAN':
      return bukaBagian(r, p)
    case 'LEPAS_BAGIAN':
      return lepasBagian(r, p)
    case 'SELESAIKAN_BAGIAN':
      return selesaikanBagian(r, p)
    case 'TARIK_BAGIAN':
      return tarikBagian(r, p)
    case 'KEMBALIKAN_BAGIAN':
      return kembalikanBagian(r, p)
    case 'PUTUSKAN':
      return putuskanLangkah(r, p)
    case 'LEWATI':
      return lewati(r, p)
    case 'BATALKAN':
      return batalkan(r, p)
  }
}

function mulaiLangkah(r: Rakitan, p: PerintahJenis<'MULAI_LANGKAH'>): Tolakan | null {
  const ada = ambilTerbuka(r.definisi, r.keadaan, p.langkah)
  if (adalahTolakan(ada)) return ada
  const { langkah, isi } = ada
  const bukan = pastikanKolom(p.pelaku, [...pemegangLangkah(langkah, isi), ...langkah.dibantu], langkah)
  if (bukan) return bukan
  if (isi.dimulaiPada !== null) return tolak('LANGKAH_SUDAH_DIMULAI', `Langkah ${langkah.nomor} sudah dimulai.`)
  catat(r, { jenis: 'LANGKAH_DIMULAI', langkah: langkah.kode, data: {} })
  return null
}

function selesaikan(r: Rakitan, p: PerintahJenis<'SELESAIKAN'>): Tolakan | null {
  const ada = ambilTerbuka(r.definisi, r.keadaan, p.langkah)
  if (adalahTolakan(ada)) return ada
  const { langkah, isi } = ada
  const bukan = pastikanKolom(p.pelaku, pemegangLangkah(langkah, isi), langkah)
  if (bukan) return bukan
  if (langkah.keputusan)
    return tolak('HARUS_DIPUTUSKAN', `Langkah ${langkah.nomor} adalah keputusan; pilih Ya atau Tidak.`)
  if (dijawab(langkah) && isi.diteruskanPada === null) {
    return tolak('BELUM_DITERUSKAN', `Langkah ${langkah.nomor} selesai bila penerimanya menjawab; sampaikan dahulu.`)
  }
  if (isi.bagian.some((b) => b.pelaksana !== null)) {
    const bagian = bagianPelaku(langkah, isi, { kode: p.pelaku.kode, kunci: p.bagian })
    if (adalahTolakan(bagian)) return bagian
    serahkan(r, langkah, { kunci: bagian.kunci, turutMengisi: p.turutMengisi })
    return null
  }
  const berbagian = tolakBilaBerbagian(langkah, isi)
  if (berbagian) return berbagian
  const pengaju = susunPengaju(r, p.turutMengisi)
  tutupLangkah(r, langkah, { otomatis: false, pengaju, catatan: p.catatan?.trim() || null })
  putarkan(r)
  return null
}

/** Hands the step to its penerima, who answers and so finishes it. */
function teruskan(r: Rakitan, p: PerintahJenis<'TERUSKAN'>): Tolakan | null {
  const ada = ambilTerbuka(r.definisi, r.keadaan, p.langkah)
  if (adalahTolakan(ada)) return ada
  const { langkah, isi } = ada
  if (!dijawab(langkah)) return tolak('TIDAK_DITERUSKAN', `Langkah ${langkah.nomor} tidak menunggu jawaban penerima.`)
  const bukan = pastikanKolom(p.pelaku, langkah.pelaksana, langkah)
  if (bukan) return bukan
  if (isi.diteruskanPada !== null)
    return tolak('SUDAH_DITERUSKAN', `Langkah ${langkah.nomor} sudah disampaikan kepada penerimanya.`)
  catat(r, { jenis: 'LANGKAH_DITERUSKAN', langkah: langkah.kode, data: { penerima: langkah.penerima } })
  return null
}

function lewati(r: Rakitan, p: PerintahJenis<'LEWATI'>): Tolakan | null {
  const ada = ambilTerbuka(r.definisi, r.keadaan, p.langkah)
  if (adalahTolakan(ada)) return ada
  const { langkah } = ada
  if (langkah.keputusan || ambilJenisLangkah(langkah.jenis).penutup) {
    return tolak('TIDAK_DAPAT_DILEWATI', 'Keputusan dan pengarsipan tidak dapat dilewati.')
  }
  if (!bolehMelewati(r.definisi, langkah, p.pelaku.kode)) {
    return tolak('BUKAN_PELEWAT', 'SOP tidak memberi Anda wewenang melewati langkah ini.')
  }
  const kosong = pastikanAlasan(p.alasan)
  if (kosong) return kosong
  const data = { otomatis: false, alasan: p.alasan.trim() }
  catat(r, { jenis: 'LANGKAH_DILEWATI', langkah: langkah.kode, data })
  kirimToken(r, langkah.kode, langkah.berikutnya)
  putarkan(r)
  return null
}

/** The SOP names who may skip any step; a step "bila diperlukan" may be skipped by its own pelaksana. */
export function bolehMelewati(definisi: DefinisiSop, langkah: LangkahSop, kode: readonly string[]): boolean {
  const boleh = langkah.opsional ? [...definisi.bolehMelewati, ...langkah.pelaksana] : definisi.bolehMelewati
  return kode.some((k) => boleh.includes(k))
}

function batalkan(r: Rakitan, p: PerintahJenis<'BATALKAN'>): Tolakan | null {
  const kosong = pastikanAlasan(p.alasan)
  if (kosong) return kosong
  catat(r, { jenis: 'SIKLUS_DIBATALKAN', data: { alasan: p.alasan.trim() } })
  return null
}

function tolakanBerakhir(keadaan: Keadaan): Tolakan {
  const sebab = { SELESAI: 'selesai', DIARSIPKAN: 'diarsipkan', DIBATALKAN: 'dibatalkan', BERJALAN: '' }[keadaan.status]
  return tolak('SIKLUS_BERAKHIR', `Siklus ini sudah ${sebab}; tidak ada lagi yang dapat diubah.`)
}
