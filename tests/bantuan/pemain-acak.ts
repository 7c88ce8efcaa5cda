import {
  type Cakupan,
  type IsiPerintah,
  type Keadaan,
  langkahTerbuka,
  type PelakuPerintah,
  type Perintah,
  pengajuUntuk,
  type TugasTerbuka,
  tugasTerbuka,
} from '../../src/modul/siklus/mesin/index.ts'
import { ambilJenisLangkah, arahKembali, cariLangkah, type DefinisiSop } from '../../src/modul/sop/index.ts'

const UNIT = ['u1', 'u2', 'u3', 'u4']
const ALASAN = ['Angka belum sesuai bukti.', 'Lengkapi kendala.', '', '   ']
const JENIS_PERINTAH = [
  'MULAI_LANGKAH',
  'SELESAIKAN',
  'TERUSKAN',
  'BUKA_BAGIAN',
  'LEPAS_BAGIAN',
  'SELESAIKAN_BAGIAN',
  'TARIK_BAGIAN',
  'KEMBALIKAN_BAGIAN',
  'PUTUSKAN',
  'LEWATI',
  'BATALKAN',
] as const

export type Dadu = {
  /** whole number from 0 up to, not including, n */
  angka(n: number): number
  pilih<T>(isi: readonly T[]): T
}

/** A small repeatable source of chance (mulberry32). */
export function susunDadu(benih: number): Dadu {
  let a = benih | 0
  const angka = (n: number) => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % n
  }
  const pilih = <T>(isi: readonly T[]): T => {
    const hasil = isi[angka(isi.length)]
    if (hasil === undefined) throw new Error('tidak ada yang dapat dipilih')
    return hasil
  }
  return { angka, pilih }
}

const orang = (pegawaiId: string, kode: readonly string[], bolehBagian: readonly string[] = []): PelakuPerintah => ({
  pegawaiId,
  nama: `Orang ${pegawaiId}`,
  jabatan: kode.join(', '),
  kode,
  bolehBagian,
})

const waktuKe = (n: number): string => new Date(Date.UTC(2026, 0, 5, 1, n)).toISOString()

/** A command that makes sense three times out of four, and is nonsense otherwise; the same number gives the same one. */
export function perintahAcak(definisi: DefinisiSop, keadaan: Keadaan, benih: number): Perintah {
  const dadu = susunDadu(benih)
  const tugas = tugasTerbuka(definisi, keadaan)
  const waktu = waktuKe(keadaan.jumlahPeristiwa)
  if (tugas.length === 0 || dadu.angka(4) === 0) return { ...perintahNgawur(definisi, keadaan, dadu), waktu }
  if (dadu.angka(8) === 0) return { ...susunKembalikanBagian(definisi, keadaan, dadu), waktu }
  if (dadu.angka(12) === 0) return { ...susunTarik(keadaan, dadu), waktu }
  const isi = perintahWajar(definisi, keadaan, { tugas: dadu.pilih(tugas), dadu, bolehKembali: true })
  return { ...(dadu.angka(6) === 0 ? menyimpang(definisi, keadaan, isi) : isi), waktu }
}

/** The command of somebody who does what waits for him; sends back only while `bolehKembali`. */
export function perintahPatuh(
  definisi: DefinisiSop,
  keadaan: Keadaan,
  { dadu, bolehKembali }: { dadu: Dadu; bolehKembali: boolean },
): Perintah {
  const tugas = dadu.pilih(tugasTerbuka(definisi, keadaan))
  const isi = perintahWajar(definisi, keadaan, { tugas, dadu, bolehKembali })
  return { ...isi, waktu: waktuKe(keadaan.jumlahPeristiwa) }
}

type IsiBerpelaku = IsiPerintah & { pelaku: PelakuPerintah }

/** The same act in the one way that is forbidden: before one's turn, deciding on one's own work, handing over twice, skipping what is needed. */
function menyimpang(definisi: DefinisiSop, keadaan: Keadaan, isi: IsiBerpelaku): IsiBerpelaku {
  const terakhir = 'langkah' in isi ? kolomTerakhir(keadaan, isi.langkah) : undefined
  if (terakhir && (isi.jenis === 'PUTUSKAN' || isi.jenis === 'SELESAIKAN'))
    return { ...isi, pelaku: orang('mendahului', [terakhir]) }
  if (isi.jenis === 'PUTUSKAN') {
    const pengaju = pengajuUntuk(definisi, keadaan, isi.langkah)[0]
    return pengaju === undefined ? { ...isi, alasan: '' } : { ...isi, pelaku: { ...isi.pelaku, pegawaiId: pengaju } }
  }
  if (isi.jenis === 'TERUSKAN') return { jenis: 'SELESAIKAN', langkah: isi.langkah, pelaku: isi.pelaku }
  if (isi.jenis !== 'SELESAIKAN') return isi
  const langkah = cariLangkah(definisi, isi.langkah)
  if (langkah && keadaan.langkah[isi.langkah]?.diteruskanPada) {
    return { jenis: 'TERUSKAN', langkah: isi.langkah, pelaku: orang('penerus', langkah.pelaksana) }
  }
  return { ...isi, tidakPerlu: definisi.langkah.filter((l) => !l.opsional).map((l) => l.kode) }
}

/** The column that is asked last in a step where several must all act. */
const kolomTerakhir = (keadaan: Keadaan, langkah: string): string | undefined =>
  keadaan.langkah[langkah]?.bagian.findLast((b) => b.pelaksana !== null && b.status === 'BERJALAN')?.pelaksana ??
  undefined

function perintahWajar(
  definisi: DefinisiSop,
  keadaan: Keadaan,
  { tugas, dadu, bolehKembali }: { tugas: TugasTerbuka; dadu: Dadu; bolehKembali: boolean },
): IsiBerpelaku {
  const { langkah } = tugas
  const kode = dadu.pilih(tugas.pemegang)
  const pelaku = orang(`${kode}-${1 + dadu.angka(2)}`, [kode], tugas.bagian ? [tugas.bagian.kunci] : [])
  const asal = cariLangkah(definisi, langkah)
  if (tugas.sebagai === 'MEMUTUSKAN') return susunKeputusan(definisi, keadaan, { tugas, dadu, bolehKembali, kode })
  if (tugas.bagian?.unitId) return { jenis: 'SELESAIKAN_BAGIAN', langkah, bagian: tugas.bagian.kunci, pelaku }
  if (asal && ambilJenisLangkah(asal.jenis).bagianUnit && tugas.bagian === null) {
    const bagian = UNIT.slice(0, 1 + dadu.angka(UNIT.length)).map((kunci) => ({ kunci, unitId: kunci }))
    return { jenis: 'BUKA_BAGIAN', langkah, bagian, pelaku }
  }
  if (asal && ambilJenisLangkah(asal.jenis).dijawabPenerima && tugas.sebagai !== 'MENJAWAB') {
    return { jenis: 'TERUSKAN', langkah, pelaku }
  }
  const tidakPerlu = definisi.langkah.filter((l) => l.opsional && dadu.angka(2) === 0).map((l) => l.kode)
  return { jenis: 'SELESAIKAN', langkah, tidakPerlu, pelaku }
}

function susunKeputusan(
  definisi: DefinisiSop,
  keadaan: Keadaan,
  { tugas, dadu, bolehKembali, kode }: { tugas: TugasTerbuka; dadu: Dadu; bolehKembali: boolean; kode: string },
): IsiBerpelaku {
  const { langkah } = tugas
  const keputusan = cariLangkah(definisi, langkah)?.keputusan
  if (!keputusan) throw new Error(`${langkah} bukan keputusan`)
  const pengaju = pengajuUntuk(definisi, keadaan, langkah)
  const pemutus = [`${kode}-1`, `${kode}-2`, `${kode}-plh-${langkah}`].find((id) => !pengaju.includes(id)) ?? ''
  const semua = [
    { keputusan: 'ya' as const, tujuan: keputusan.ya },
    ...keputusan.tidak.map((tujuan) => ({ keputusan: 'tidak' as const, tujuan })),
  ]
  const maju = semua.filter((s) => s.tujuan === null || !arahKembali(definisi, langkah, s.tujuan))
  const suara = dadu.pilih(bolehKembali || maju.length === 0 ? semua : maju)
  const cakupan = suara.tujuan === null ? undefined : cakupanAcak(keadaan, suara.tujuan, dadu)
  const pelaku = orang(pemutus, [kode])
  return {
    jenis: 'PUTUSKAN',
    langkah,
    keputusan: suara.keputusan,
    tujuan: suara.tujuan ?? undefined,
    cakupan,
    alasan: ALASAN[0],
    pelaku,
  }
}

function cakupanAcak(keadaan: Keadaan, tujuan: string, dadu: Dadu): Cakupan {
  const bagian = keadaan.langkah[tujuan]?.bagian ?? []
  const terpilih = bagian.map((b) => b.kunci).filter(() => dadu.angka(2) === 0)
  if (terpilih.length === 0) return { jenis: 'SEMUA' }
  if (bagian.some((b) => b.pelaksana !== null) || dadu.angka(2) === 0) return { jenis: 'BAGIAN', kunci: terpilih }
  return { jenis: 'NILAI', nilai: terpilih.map((k) => ({ kunci: k, barisId: `baris-${dadu.angka(3)}` })) }
}

function susunKembalikanBagian(definisi: DefinisiSop, keadaan: Keadaan, dadu: Dadu): IsiBerpelaku {
  const pengumpul = definisi.langkah.filter((l) => ambilJenisLangkah(l.jenis).mengembalikanBagian)
  const berbagian = definisi.langkah.filter((l) => (keadaan.langkah[l.kode]?.bagian.length ?? 0) > 0)
  const langkah = dadu.pilih(pengumpul.length > 0 ? pengumpul : definisi.langkah)
  const tujuan = dadu.pilih(berbagian.length > 0 ? berbagian : definisi.langkah).kode
  const kunci = [keadaan.langkah[tujuan]?.bagian[0]?.kunci ?? 'u1']
  const kolom = dadu.pilih(langkah.pelaksana)
  return {
    jenis: 'KEMBALIKAN_BAGIAN',
    langkah: langkah.kode,
    tujuan,
    cakupan: { jenis: 'BAGIAN', kunci },
    alasan: dadu.pilih(ALASAN),
    pelaku: orang(`${kolom}-1`, [kolom]),
  }
}

function susunTarik(keadaan: Keadaan, dadu: Dadu): IsiBerpelaku {
  const langkah = dadu.pilih(langkahTerbuka(keadaan))
  const bagian = dadu.pilih([...(keadaan.langkah[langkah]?.bagian ?? []), null])
  const kunci = bagian?.kunci ?? 'u9'
  return { jenis: 'TARIK_BAGIAN', langkah, bagian: kunci, pelaku: orang('penarik', [bagian?.pelaksana ?? ''], [kunci]) }
}

function perintahNgawur(definisi: DefinisiSop, keadaan: Keadaan, dadu: Dadu): IsiBerpelaku {
  const kode = () => dadu.pilih([...keadaan.urutan, 'TIDAK-ADA'])
  const kolom = definisi.pelaksana.map((p) => p.kode).filter(() => dadu.angka(2) === 0)
  const pelaku = orang(
    dadu.pilih(['K1-1', 'K2-1', 'TIM_SAKIP-1', 'SEKCAM-1', 'asing']),
    kolom,
    UNIT.slice(dadu.angka(4)),
  )
  const jenis = dadu.pilih(JENIS_PERINTAH)
  const alasan = dadu.pilih(ALASAN)
  const bagian = dadu.pilih([...UNIT, 'u9', `pelaksana:${dadu.pilih(definisi.pelaksana).kode}`])
  const langkah = dadu.angka(2) === 0 ? kode() : (langkahTerbuka(keadaan)[0] ?? kode())
  switch (jenis) {
    // now and then a siklus is called off, but rarely enough that the others go on
    case 'BATALKAN':
      return { jenis, alasan: dadu.angka(8) === 0 ? alasan : '', pelaku }
    case 'BUKA_BAGIAN':
      return { jenis, langkah, bagian: UNIT.slice(dadu.angka(4), 4).map((kunci) => ({ kunci, unitId: kunci })), pelaku }
    case 'LEPAS_BAGIAN':
      return { jenis, langkah, bagian: UNIT.slice(dadu.angka(4)), alasan, pelaku }
    case 'SELESAIKAN_BAGIAN':
    case 'TARIK_BAGIAN':
      return { jenis, langkah, bagian, pelaku }
    case 'KEMBALIKAN_BAGIAN':
      return { jenis, langkah, tujuan: kode(), cakupan: { jenis: 'BAGIAN', kunci: [bagian] }, alasan, pelaku }
    case 'PUTUSKAN': {
      const cakupan: Cakupan = dadu.angka(2) === 0 ? { jenis: 'SEMUA' } : { jenis: 'BAGIAN', kunci: [bagian] }
      return { jenis, langkah, keputusan: dadu.pilih(['ya', 'tidak']), tujuan: kode(), cakupan, alasan, pelaku }
    }
    case 'LEWATI':
      return { jenis, langkah, alasan, pelaku }
    default:
      return { jenis, langkah, pelaku }
  }
}
