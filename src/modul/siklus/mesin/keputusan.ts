import { ambilJenisLangkah, arahKembali, cariLangkah, hilir, type LangkahSop } from '../../sop/index.ts'
import { bagianPelaku, semuaBeres, serahkan } from './bagian.ts'
import { type Cakupan, type KeadaanLangkah, kunciCakupan } from './keadaan.ts'
import { bagianBeres, bukaTujuan, catat, kirimToken, putarkan, type Rakitan, susunSetelUlang } from './laju.ts'
import type { PerintahJenis } from './perintah.ts'
import { type Tolakan, tolak } from './tolakan.ts'
import {
  adalahTolakan,
  ambilTerbuka,
  dijawab,
  pastikanAlasan,
  pastikanKolom,
  pemegangLangkah,
  pengajuUntuk,
} from './wewenang.ts'

/**
 * Ya or Tidak at a decision. Each may lead forward or back; what leads back needs a reason and reopens only what its
 * scope names. Where several columns must all agree, the last Ya decides, and one Tidak is enough.
 */
export function putuskanLangkah(r: Rakitan, p: PerintahJenis<'PUTUSKAN'>): Tolakan | null {
  const ada = ambilTerbuka(r.definisi, r.keadaan, p.langkah)
  if (adalahTolakan(ada)) return ada
  const { langkah, isi } = ada
  const berhak = periksaPemutus(r, p, ada)
  if (berhak) return berhak
  const tujuan = pilihTujuan(langkah, p)
  if (tujuan !== null && typeof tujuan !== 'string') return tujuan
  const kembali = tujuan !== null && arahKembali(r.definisi, langkah.kode, tujuan)
  const salah = kembali ? periksaKembali(r, tujuan, p) : null
  if (salah) return salah
  const suara = isi.bagian.length > 0 ? bagianPelaku(langkah, isi, { kode: p.pelaku.kode, kunci: undefined }) : null
  if (suara && adalahTolakan(suara)) return suara
  if (suara && p.keputusan === 'ya') {
    serahkan(r, langkah, { kunci: suara.kunci, turutMengisi: undefined })
    if (!semuaBeres(r, langkah.kode)) return null
  }
  if (kembali) {
    kembalikan(r, { langkah: langkah.kode, keputusan: p.keputusan, tujuan, cakupan: p.cakupan, alasan: p.alasan ?? '' })
    return null
  }
  const data = { keputusan: p.keputusan, tujuan, alasan: p.alasan?.trim() || null }
  catat(r, { jenis: 'DIPUTUSKAN', langkah: langkah.kode, data })
  kirimToken(r, langkah.kode, tujuan === null ? [] : [tujuan])
  putarkan(r)
  return null
}

/**
 * Sends parts of an earlier step back while the step that gathers them is open (recap, receipt), or while the parts
 * still come in: who gathers need not wait for the last one to say that the first one is wrong.
 */
export function kembalikanBagian(r: Rakitan, p: PerintahJenis<'KEMBALIKAN_BAGIAN'>): Tolakan | null {
  const langkah = cariLangkah(r.definisi, p.langkah)
  const asal = cariLangkah(r.definisi, p.tujuan)
  if (!langkah || !asal) return tolak('LANGKAH_TIDAK_DIKENAL', 'Langkah ini tidak ada di SOP siklus ini.')
  if (!ambilJenisLangkah(langkah.jenis).mengembalikanBagian || !hilir(r.definisi, asal.kode).has(langkah.kode)) {
    return tolak(
      'TIDAK_DAPAT_MENGEMBALIKAN',
      `Langkah ${langkah.nomor} tidak dapat mengembalikan bagian langkah ${asal.nomor}.`,
    )
  }
  const masihMasuk = r.keadaan.langkah[asal.kode]?.status === 'BERJALAN'
  const ada = masihMasuk ? null : ambilTerbuka(r.definisi, r.keadaan, langkah.kode)
  if (ada && adalahTolakan(ada)) return ada
  const salah =
    pastikanKolom(p.pelaku, langkah.pelaksana, langkah) ??
    pastikanAlasan(p.alasan) ??
    periksaCakupan(r, asal.kode, p.cakupan) ??
    periksaSudahMasuk(r, asal.kode, p.cakupan)
  if (salah) return salah
  if (masihMasuk) {
    const data = { dari: langkah.kode, cakupan: p.cakupan, alasan: p.alasan.trim() }
    catat(r, { jenis: 'BAGIAN_DIKEMBALIKAN', langkah: asal.kode, data })
  } else {
    kembalikan(r, { ...p, langkah: langkah.kode, tujuan: asal.kode, keputusan: null })
  }
  return null
}

type IsiKembali = {
  langkah: string
  keputusan: 'ya' | 'tidak' | null
  tujuan: string
  cakupan: Cakupan | undefined
  alasan: string
}

function kembalikan(r: Rakitan, isi: IsiKembali): void {
  const cakupan: Cakupan = isi.cakupan ?? { jenis: 'SEMUA' }
  const { langkah, keputusan, tujuan } = isi
  const disetelUlang = susunSetelUlang(r.definisi, r.keadaan, { tujuan, dari: langkah, cakupan })
  const data = { keputusan, tujuan, cakupan, alasan: isi.alasan.trim(), disetelUlang }
  catat(r, { jenis: 'DIKEMBALIKAN', langkah, data })
  bukaTujuan(r, tujuan)
  putarkan(r)
}

function periksaPemutus(
  r: Rakitan,
  p: PerintahJenis<'PUTUSKAN'>,
  { langkah, isi }: { langkah: LangkahSop; isi: KeadaanLangkah },
): Tolakan | null {
  if (!langkah.keputusan) return tolak('BUKAN_KEPUTUSAN', `Langkah ${langkah.nomor} bukan langkah keputusan.`)
  const bukan = pastikanKolom(p.pelaku, pemegangLangkah(langkah, isi), langkah)
  if (bukan) return bukan
  if (dijawab(langkah) && isi.diteruskanPada === null) {
    return tolak('BELUM_DITERUSKAN', `Langkah ${langkah.nomor} belum disampaikan kepada penerimanya.`)
  }
  return pengajuUntuk(r.definisi, r.keadaan, langkah.kode).includes(p.pelaku.pegawaiId)
    ? tolak(
        'PENGAJU_MEMUTUSKAN',
        'Anda ikut mengajukan data yang diputuskan di sini, sehingga keputusan harus diambil pejabat lain.',
      )
    : null
}

function pilihTujuan(langkah: LangkahSop, p: PerintahJenis<'PUTUSKAN'>): string | null | Tolakan {
  const keputusan = langkah.keputusan
  if (!keputusan) return null
  const boleh = p.keputusan === 'ya' ? [keputusan.ya] : keputusan.tidak
  const tujuan = p.tujuan ?? (p.keputusan === 'ya' ? keputusan.ya : keputusan.bawaan)
  if (boleh.includes(tujuan)) return tujuan
  return tolak('TUJUAN_TIDAK_SAH', `SOP tidak menyebut langkah ${tujuan?.slice(0, 40)} sebagai tujuan keputusan ini.`)
}

function periksaKembali(r: Rakitan, tujuan: string, p: PerintahJenis<'PUTUSKAN'>): Tolakan | null {
  return pastikanAlasan(p.alasan) ?? periksaCakupan(r, tujuan, p.cakupan ?? { jenis: 'SEMUA' })
}

function periksaCakupan(r: Rakitan, tujuan: string, cakupan: Cakupan): Tolakan | null {
  const kunci = kunciCakupan(cakupan)
  if (kunci === null) return null
  if (cakupan.jenis === 'NILAI' && bernilaiSatuan(r, tujuan)) return periksaNilai(cakupan.nilai)
  // single values are a unit's; one of several pelaksana is returned as a whole
  const bagian = r.keadaan.langkah[tujuan]?.bagian.filter((b) => cakupan.jenis === 'BAGIAN' || b.pelaksana === null)
  if (!bagian || bagian.length === 0) {
    return tolak('CAKUPAN_TIDAK_SAH', 'Langkah yang dituju tidak terbagi; kembalikan seluruhnya.')
  }
  if (kunci.size === 0) return tolak('CAKUPAN_TIDAK_SAH', 'Pilih paling sedikit satu yang dikembalikan.')
  const dikenal = new Set(bagian.map((b) => b.kunci))
  if ([...kunci].some((k) => !dikenal.has(k))) {
    return tolak('BAGIAN_TIDAK_DIKENAL', 'Ada bagian yang tidak termasuk langkah yang dituju.')
  }
  return cakupan.jenis === 'NILAI' ? periksaNilai(cakupan.nilai) : null
}

/** Values that belong to no part: the step reopens as a whole, its kind opens only what was named. */
function bernilaiSatuan(r: Rakitan, tujuan: string): boolean {
  const langkah = cariLangkah(r.definisi, tujuan)
  return langkah !== null && ambilJenisLangkah(langkah.jenis).nilaiSatuan
}

function periksaNilai(nilai: readonly { readonly barisId: string }[]): Tolakan | null {
  return nilai.length === 0 || nilai.some((n) => n.barisId === '')
    ? tolak('CAKUPAN_TIDAK_SAH', 'Sebutkan nilai mana yang dikembalikan.')
    : null
}

function periksaSudahMasuk(r: Rakitan, tujuan: string, cakupan: Cakupan): Tolakan | null {
  const kunci = kunciCakupan(cakupan)
  const belum = r.keadaan.langkah[tujuan]?.bagian.some((b) => kunci?.has(b.kunci) && !bagianBeres(b))
  return belum ? tolak('BAGIAN_BELUM_SELESAI', 'Bagian ini masih dikerjakan unitnya dan belum diserahkan.') : null
}
