import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, type Peran, punyaPeran, unitDipimpin, unitPelaku } from '../../inti/pelaku.ts'
import type { DefinisiSop, PelaksanaSop } from '../sop/index.ts'
import { ambilPenanganan } from './jenis-langkah.ts'
import type { BarisBagian, KonteksLangkah } from './kueri.ts'

/** What of a person decides on columns: also of those who are not signed in. */
type PemangkuJabatan = Pick<Pelaku, 'penugasan' | 'anggotaTimSakip'>

/** True when the person stands behind a column of the SOP today, by role (within its units) or by post. */
export function berdiriDiKolom(kolom: PelaksanaSop, pelaku: PemangkuJabatan): boolean {
  if (kolom.unit.length === 0 && pelaku.anggotaTimSakip && kolom.peran.includes('TIM_SAKIP')) return true
  return pelaku.penugasan.some(
    (p) =>
      kolom.jabatan.includes(p.jabatanKode) ||
      (kolom.peran.includes(p.peran) &&
        (kolom.unit.length === 0 || (p.unitKode !== null && kolom.unit.includes(p.unitKode)))),
  )
}

/** Codes of the columns that the person stands behind today. */
export const kolomPelaku = (definisi: DefinisiSop, pelaku: PemangkuJabatan): string[] =>
  definisi.pelaksana.filter((k) => berdiriDiKolom(k, pelaku)).map((k) => k.kode)

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

/** Open parts of a step that this person carries out: those of the own units, or of the columns the person stands behind. */
export function bagianSaya(
  { siklus, bagian }: Pick<KonteksLangkah, 'siklus' | 'bagian'>,
  pelaku: Pelaku,
): BarisBagian[] {
  const unit = [...unitPelaku(pelaku), ...unitDipimpin(pelaku)]
  const kolom = kolomPelaku(siklus.definisi, pelaku)
  return bagian.filter(
    (b) =>
      b.status === 'BERJALAN' &&
      (b.pelaksana === null ? b.unitId !== null && unit.includes(b.unitId) : kolom.includes(b.pelaksana)),
  )
}

/** Is something asked of this person in the open step: a part of it, or the step as a whole. */
export const adaGiliran = (konteks: KonteksLangkah, pelaku: Pelaku): boolean =>
  konteks.bagian.length > 0 ? bagianSaya(konteks, pelaku).length > 0 : bolehMelaksanakan(konteks, pelaku)

/** Who is waited for: units or columns with an open part, else the columns that hold the step. */
export function namaPemegang(konteks: KonteksLangkah): string {
  const terbuka = konteks.bagian.filter((b) => b.status === 'BERJALAN')
  if (terbuka.length === 0) return namaPelaksana(konteks, kolomPemegang(konteks))
  const nama = terbuka.map((b) => b.namaUnit ?? namaPelaksana(konteks, b.pelaksana === null ? [] : [b.pelaksana]))
  return nama.length > MAKS_SEBUT
    ? `${nama.slice(0, MAKS_SEBUT).join(', ')}, dan ${nama.length - MAKS_SEBUT} lagi`
    : nama.join(', ')
}
const MAKS_SEBUT = 3

/** May this person finish the step: the SOP's pelaksana (or penerima, once handed over) only. */
export const bolehMelaksanakan = (konteks: KonteksLangkah, pelaku: Pelaku): boolean => {
  const kolom = kolomPelaku(konteks.siklus.definisi, pelaku)
  return kolomPemegang(konteks).some((k) => kolom.includes(k))
}

/** May this person fill in the step's content: the pelaksana, or a role that prepares this kind. */
export const bolehMenyiapkan = (konteks: KonteksLangkah, pelaku: Pelaku): boolean =>
  bolehMelaksanakan(konteks, pelaku) || punyaPeran(pelaku, ambilPenanganan(konteks.langkah.jenis).penyiap ?? [])

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
  if (!bolehMelaksanakan(konteks, pelaku))
    throw galat.tidakBerwenang(
      `Menurut SOP, langkah ini sekarang di tangan ${namaPelaksana(konteks, kolomPemegang(konteks))}.`,
    )
}

/** Throws 403 unless the person may fill in the step's content. */
export function pastikanPenyiap(konteks: KonteksLangkah, pelaku: Pelaku): void {
  if (!bolehMenyiapkan(konteks, pelaku))
    throw galat.tidakBerwenang(`Langkah ini dikerjakan oleh ${namaPelaksana(konteks)} menurut SOP.`)
}
