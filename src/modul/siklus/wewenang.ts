import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, type Peran, punyaPeran, unitDipimpin, unitPelaku } from '../../inti/pelaku.ts'
import { ambilJenisLangkah } from '../sop/index.ts'
import { type BolaLangkah, hakBola, kolomBertindak, kolomDitunggu, menungguKeputusan, pemutusBola } from './bola.ts'
import { ambilPenanganan } from './jenis-langkah.ts'
import { kolomPelaku } from './kolom.ts'
import type { BarisBagian, KonteksLangkah } from './kueri.ts'
import { type Hak, type Pemutus, sebutPemutus } from './siapa-pemutus.ts'

/** Printed names of the columns that carry out a step: "Sekretaris Kecamatan, Tim SAKIP". */
export const namaPelaksana = (
  { siklus, def }: Pick<KonteksLangkah, 'siklus' | 'def'>,
  kode: readonly string[] = def.pelaksana,
): string => kode.map((k) => siklus.definisi.pelaksana.find((p) => p.kode === k)?.nama ?? k).join(', ')

/** Roles behind the columns of a step, for recording the post of an act. */
export const peranPelaksana = (konteks: KonteksLangkah): Peran[] => peranKolom(konteks, konteks.def.pelaksana)

/** Roles behind the columns whose turn it is: the penerima's, once the step was handed over. */
export const peranPemegang = (konteks: KonteksLangkah): Peran[] => peranKolom(konteks, kolomPemegang(konteks))

const peranKolom = ({ siklus }: Pick<KonteksLangkah, 'siklus'>, kode: readonly string[]): Peran[] =>
  siklus.definisi.pelaksana.filter((p) => kode.includes(p.kode)).flatMap((p) => p.peran)

/** Columns whose turn it is in this step: its pelaksana, or its penerima once it was handed over to them. */
export const kolomPemegang = ({ langkah, def }: Pick<KonteksLangkah, 'langkah' | 'def'>): readonly string[] =>
  langkah.diteruskanPada ? def.penerima : def.pelaksana

/** Who holds the ball of the step, as lists see it too. */
export const bolaKonteks = ({ siklus, langkah, bagian, orang }: KonteksLangkah): BolaLangkah => ({
  jenis: langkah.jenis,
  memutuskan: langkah.memutuskan,
  diteruskanPada: langkah.diteruskanPada,
  pemegang: langkah.pemegang,
  kolom: siklus.definisi.pelaksana,
  bagian: bagian.filter((b) => b.status === 'BERJALAN'),
  terhalang: langkah.terhalang,
  orang,
})

/** Does the open step wait for Ya or Tidak now? */
export const sedangDiputuskan = ({ langkah }: Pick<KonteksLangkah, 'langkah'>): boolean =>
  langkah.status === 'BERJALAN' && menungguKeputusan(langkah)

/** Who may decide on the step now. */
export const pemutusLangkah = (konteks: KonteksLangkah): Pemutus => pemutusBola(bolaKonteks(konteks))

/** May this person decide on the step now, in whose stead, or who can. */
export const hakLangkah = (konteks: KonteksLangkah, pelaku: Pelaku): Hak =>
  hakBola(bolaKonteks(konteks), pelaku.pegawaiId)

/** Columns in whose stead this person decides; [] for everybody else and wherever nothing is decided. */
export function kolomPengganti(konteks: KonteksLangkah, pelaku: Pelaku): readonly string[] {
  if (!sedangDiputuskan(konteks)) return []
  const hak = hakLangkah(konteks, pelaku)
  return hak.boleh ? hak.sebagaiPengganti : []
}

/** Columns as which this person may act in the step. */
const kolomLangkah = (konteks: KonteksLangkah, pelaku: Pelaku): readonly string[] =>
  sedangDiputuskan(konteks)
    ? kolomBertindak(bolaKonteks(konteks), pelaku)
    : kolomPelaku(konteks.siklus.definisi, pelaku)

/** Open parts of a step that this person carries out: those of the own units, or of the columns the person acts as. */
export function bagianSaya(konteks: KonteksLangkah, pelaku: Pelaku): BarisBagian[] {
  const unit = [...unitPelaku(pelaku), ...unitDipimpin(pelaku)]
  const kolom = kolomLangkah(konteks, pelaku)
  const ditunggu = kolomDitunggu(bolaKonteks(konteks))
  return konteks.bagian.filter(
    (b) =>
      b.status === 'BERJALAN' &&
      (b.pelaksana === null
        ? b.unitId !== null && unit.includes(b.unitId)
        : kolom.includes(b.pelaksana) && ditunggu.includes(b.pelaksana)),
  )
}

/** Where several pelaksana must all act: has this person acted for all the columns the person stands behind. */
export function sudahBertindak({ siklus, langkah, bagian }: KonteksLangkah, pelaku: Pelaku): boolean {
  const kolom = kolomPelaku(siklus.definisi, pelaku)
  const milik = bagian.filter((b) => b.pelaksana !== null && kolom.includes(b.pelaksana))
  return langkah.status === 'BERJALAN' && milik.length > 0 && milik.every((b) => b.status === 'SELESAI')
}

/** Has the person's unit handed in its part of the open step, and no unit of the person is still asked? */
export function unitSudahMenyerahkan({ langkah, bagian }: KonteksLangkah, pelaku: Pelaku): boolean {
  const unit = [...unitPelaku(pelaku), ...unitDipimpin(pelaku)]
  const milik = bagian.filter((b) => b.pelaksana === null && b.unitId !== null && unit.includes(b.unitId))
  return langkah.status === 'BERJALAN' && milik.length > 0 && milik.every((b) => b.status === 'SELESAI')
}

/** Is something asked of this person in the open step: a part of it, or the step as a whole. */
export const adaGiliran = (konteks: KonteksLangkah, pelaku: Pelaku): boolean =>
  konteks.bagian.length > 0 ? bagianSaya(konteks, pelaku).length > 0 : bolehMelaksanakan(konteks, pelaku)

/** Who is waited for: units or columns with an open part, those who decide, else the columns that hold the step. */
export function namaPemegang(konteks: KonteksLangkah): string {
  const bola = bolaKonteks(konteks)
  const ditunggu = kolomDitunggu(bola)
  const unit = konteks.bagian.filter((b) => b.status === 'BERJALAN' && b.pelaksana === null)
  if (unit.length > 0) return sebutBeberapa(unit.map((b) => b.namaUnit ?? ''))
  const sebut = (kode: readonly string[]) => namaPelaksana(konteks, kode)
  const lain = sedangDiputuskan(konteks) ? sebutPemutus(pemutusBola(bola), sebut, ditunggu) : null
  const kata = konteks.bagian.length > 0 ? 'dan' : 'atau'
  return (
    lain ??
    sebutKolom(
      ditunggu.map((kode) => sebut([kode])),
      kata,
    )
  )
}
/** "Camat atau Sekretaris Kecamatan" where one of them is enough, "… dan …" where all must act. */
const sebutKolom = (nama: readonly string[], kata: 'dan' | 'atau'): string =>
  nama.length < 2 || nama.length > MAKS_SEBUT
    ? sebutBeberapa(nama)
    : `${nama.slice(0, -1).join(', ')} ${kata} ${nama.at(-1)}`
const sebutBeberapa = (nama: readonly string[]): string =>
  nama.length > MAKS_SEBUT
    ? `${nama.slice(0, MAKS_SEBUT).join(', ')}, dan ${nama.length - MAKS_SEBUT} lagi`
    : nama.join(', ')
const MAKS_SEBUT = 3

/** May this person finish the step: the SOP's pelaksana (or penerima, once handed over), and who decides in their stead. */
export const bolehMelaksanakan = (konteks: KonteksLangkah, pelaku: Pelaku): boolean => {
  const kolom = kolomLangkah(konteks, pelaku)
  return kolomPemegang(konteks).some((k) => kolom.includes(k))
}

/**
 * May this person fill in the step's content: the pelaksana (also one who may not decide), who assists by the SOP
 * ("dibantu"), or a role that prepares this kind.
 */
export const bolehMenyiapkan = (konteks: KonteksLangkah, pelaku: Pelaku): boolean => {
  const kolom = kolomPelaku(konteks.siklus.definisi, pelaku)
  return (
    kolomPemegang(konteks).some((k) => kolom.includes(k)) ||
    bolehMelaksanakan(konteks, pelaku) ||
    kolomPembantu(konteks).some((k) => kolom.includes(k)) ||
    punyaPeran(pelaku, ambilPenanganan(konteks.langkah.jenis).penyiap ?? [])
  )
}

/** Columns that assist; what units fill in is helped by their own people only. */
const kolomPembantu = ({ def }: KonteksLangkah): readonly string[] =>
  ambilJenisLangkah(def.jenis).bagianUnit ? [] : def.dibantu

/** Throws unless the step is open; says why it is not. */
export function pastikanTerbuka({ siklus, langkah, def }: KonteksLangkah): void {
  if (siklus.diarsipkanPada) throw galat.bentrok('Siklus ini sudah diarsipkan. Isinya tidak dapat diubah lagi.')
  if (siklus.status !== 'BERJALAN') throw galat.bentrok('Siklus ini sudah tidak berjalan.')
  if (langkah.status === 'BELUM')
    throw galat.bentrok(`Langkah ${def.nomor} belum tiba gilirannya. Langkah sebelumnya harus selesai dahulu.`)
  if (langkah.status !== 'BERJALAN') throw galat.bentrok(`Langkah ${def.nomor} sudah selesai.`)
}

/** Throws 403 with the names of those whose step it is. */
export function pastikanPelaksana(konteks: KonteksLangkah, pelaku: Pelaku): void {
  if (bolehMelaksanakan(konteks, pelaku)) return
  const hak = sedangDiputuskan(konteks) ? hakLangkah(konteks, pelaku) : null
  throw galat.tidakBerwenang(
    hak && !hak.boleh
      ? hak.alasan
      : `Menurut SOP, langkah ini sekarang di tangan ${namaPelaksana(konteks, kolomPemegang(konteks))}.`,
  )
}

/** Throws 403 unless the person may fill in the step's content, 409 when the own part of it is done. */
export function pastikanPenyiap(konteks: KonteksLangkah, pelaku: Pelaku): void {
  if (sudahBertindak(konteks, pelaku))
    throw galat.bentrok(`Bagian Anda di langkah ini sudah selesai. Menunggu ${namaPemegang(konteks)}.`)
  if (!bolehMenyiapkan(konteks, pelaku))
    throw galat.tidakBerwenang(`Langkah ini dikerjakan oleh ${namaPelaksana(konteks)} menurut SOP.`)
}
