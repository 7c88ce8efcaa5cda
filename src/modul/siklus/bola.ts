import { ambilJenisLangkah, type JenisLangkah, type PelaksanaSop } from '../sop/index.ts'
import { berdiriDiKolom, type PemangkuJabatan } from './kolom.ts'
import { type OrangKantor, sebutanOrang } from './orang-kantor.ts'
import {
  type Hak,
  hakMemutuskan,
  mengapaMenggantikan,
  type Pemangku,
  type Pemutus,
  sebutPemutus,
  siapaPemutus,
} from './siapa-pemutus.ts'

/** What tells who holds the ball of an open step; pages of one siklus and lists of many bring it alike. */
export type BolaLangkah = {
  readonly jenis: string
  readonly memutuskan: boolean
  /** handed over to the penerima; anything but null */
  readonly diteruskanPada: unknown
  /** columns that hold the step now */
  readonly pemegang: readonly string[]
  /** columns of the SOP, at least those that hold the step */
  readonly kolom: readonly PelaksanaSop[]
  /** open parts; a column code where several pelaksana must all act */
  readonly bagian: readonly { readonly pelaksana: string | null }[]
  /** pegawaiId of those who may not decide */
  readonly terhalang: readonly string[]
  /** people of the office today; needed for a decision only */
  readonly orang: readonly OrangKantor[]
}

/** Does the step wait for Ya or Tidak now? Where its penerima decides, only once it was handed over. */
export const menungguKeputusan = ({
  jenis,
  memutuskan,
  diteruskanPada,
}: Pick<BolaLangkah, 'jenis' | 'memutuskan' | 'diteruskanPada'>): boolean =>
  memutuskan && (!ambilJenisLangkah(jenis as JenisLangkah).dijawabPenerima || diteruskanPada !== null)

/** Columns whose act is awaited: those with an open part (where one follows the other, the first), else those that hold the step. */
export function kolomDitunggu({
  jenis,
  bagian,
  pemegang,
}: Pick<BolaLangkah, 'jenis' | 'bagian' | 'pemegang'>): readonly string[] {
  const kolom = bagian.flatMap((b) => b.pelaksana ?? [])
  if (kolom.length === 0) return pemegang
  return ambilJenisLangkah(jenis as JenisLangkah).berurutan
    ? pemegang.filter((k) => kolom.includes(k)).slice(0, 1)
    : kolom
}

/** Who may decide on the step now. */
export function pemutusBola(bola: BolaLangkah): Pemutus {
  const pelaksana = kolomDitunggu(bola)
  const kolom = bola.kolom.filter((k) => pelaksana.includes(k.kode))
  const pemangku = bola.orang.map((orang): Pemangku => {
    const milik = bola.kolom.filter((k) => berdiriDiKolom(k, orang))
    return {
      pegawaiId: orang.pegawaiId,
      nama: orang.nama,
      jabatan: sebutanOrang(orang, (p) =>
        kolom.some((k) => berdiriDiKolom(k, { penugasan: [p], anggotaTimSakip: false })),
      ),
      kolom: milik.map((k) => k.kode),
      camat: orang.penugasan.some((p) => p.peran === 'CAMAT'),
    }
  })
  const cara = bola.bagian.some((b) => b.pelaksana !== null) ? 'SEMUA' : 'SALAH_SATU'
  return siapaPemutus({ pelaksana, cara, pemangku, pengaju: new Set(bola.terhalang) })
}

/** May this person decide on the step now, in whose stead, or who can. */
export const hakBola = (bola: BolaLangkah, pegawaiId: string): Hak =>
  hakMemutuskan(pemutusBola(bola), pegawaiId, sebutKolom(bola.kolom, kolomDitunggu(bola)))

/** Columns as which this person may act in the open step now: a decision is not for those whose work it judges. */
export function kolomBertindak(
  bola: BolaLangkah,
  orang: PemangkuJabatan & { readonly pegawaiId: string },
): readonly string[] {
  const kolom = bola.kolom.filter((k) => berdiriDiKolom(k, orang)).map((k) => k.kode)
  if (!menungguKeputusan(bola)) return kolom
  const hak = hakBola(bola, orang.pegawaiId)
  return hak.boleh ? [...kolom, ...hak.sebagaiPengganti] : []
}

/** Why the decision falls to this person and not to the usual holder; null for the usual one and where nothing is decided. */
export const mengapaPengganti = (bola: BolaLangkah, pegawaiId: string): string | null =>
  menungguKeputusan(bola)
    ? mengapaMenggantikan(pemutusBola(bola), pegawaiId, (kode) => sebutKolom(bola.kolom, kode))
    : null

/** Printed names of columns: "Sekretaris Kecamatan, Tim SAKIP". */
export const sebutKolom = (kolom: readonly PelaksanaSop[], kode: readonly string[]): string =>
  kode.map((k) => kolom.find((p) => p.kode === k)?.nama ?? k).join(', ')

/** Who is waited for, in a few words: "3 unit", the columns of the SOP, or who decides in their stead. */
export function sebutPemegang(bola: BolaLangkah): string {
  const unit = bola.bagian.filter((b) => b.pelaksana === null).length
  if (unit > 0) return `${unit} unit`
  const ditunggu = kolomDitunggu(bola)
  const sebut = (kode: readonly string[]) => sebutKolom(bola.kolom, kode)
  const lain = menungguKeputusan(bola) ? sebutPemutus(pemutusBola(bola), sebut, ditunggu) : null
  return lain ?? sebut(ditunggu)
}
