import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import { folderProyek } from '../../src/inti/konfigurasi/index.ts'
import { bacaSopYaml, type DefinisiSop } from '../../src/modul/sop/index.ts'
import {
  type BerkasIndikator,
  type BerkasKalender,
  type BerkasOrganisasi,
  type BerkasPerjanjian,
  type BerkasRenstra,
  type BerkasSkala,
  type BerkasSusunan,
  skemaIndikator,
  skemaKalender,
  skemaOrganisasi,
  skemaPerjanjian,
  skemaRenstra,
  skemaSkala,
  skemaSusunan,
} from './bentuk.ts'
import { type BerkasDesa, type BerkasSurvei, skemaDesa, skemaSurvei } from './bentuk-data-kantor.ts'

const folderBenih = join(folderProyek, 'prisma/benih')

/** Folders of the sample offices, the main one first. */
export const KANTOR_CONTOH = ['taman', 'candipuro', 'muara-papalik', 'nganjuk', 'kalipare'] as const
export type NamaKantor = (typeof KANTOR_CONTOH)[number]

/** Everything of one sample office, checked. */
export type Kantor = BerkasOrganisasi &
  BerkasRenstra & {
    readonly indikator: BerkasIndikator['indikator']
    readonly pk: BerkasPerjanjian
    readonly sopBerlaku: readonly SopBerlaku[]
    /** only where the office keeps them */
    readonly desa: BerkasDesa | null
    readonly survei: BerkasSurvei | null
  }

/** An SOP of the office and the day since when it holds. */
export type SopBerlaku = { readonly definisi: DefinisiSop; readonly berlakuSejak: string }

/** Reads one sample office. Throws with file and field when a data file is malformed. */
export function bacaKantor(nama: NamaKantor): Kantor {
  const organisasi = bacaBerkas(`${nama}/organisasi.yaml`, skemaOrganisasi)
  const berkasIndikator = readdirSync(join(folderBenih, nama)).filter((berkas) => /^indikator.*\.yaml$/.test(berkas))
  return {
    ...organisasi,
    ...bacaBerkas(`${nama}/renstra.yaml`, skemaRenstra),
    indikator: berkasIndikator
      .flatMap((berkas) => bacaBerkas(`${nama}/${berkas}`, skemaIndikator).indikator)
      .sort((a, b) => urutanIndikator(a.kode).localeCompare(urutanIndikator(b.kode))),
    pk: bacaBerkas(`${nama}/perjanjian-kinerja.yaml`, skemaPerjanjian),
    desa: bacaBilaAda(`${nama}/desa.yaml`, skemaDesa),
    survei: bacaBilaAda(`${nama}/survei.yaml`, skemaSurvei),
    sopBerlaku: organisasi.sop.map((satu) =>
      typeof satu === 'string' ? bacaSopBerlaku(satu) : bacaSopBerlaku(satu.berkas, satu.berlakuSejak),
    ),
  }
}

/** The holidays of every year that has a file. */
export function bacaKalender(): BerkasKalender[] {
  return readdirSync(folderBenih)
    .filter((berkas) => /^kalender-\d{4}\.yaml$/.test(berkas))
    .sort()
    .map((berkas) => bacaBerkas(berkas, skemaKalender))
}

/** The scale of predicates. */
export const bacaSkala = (): BerkasSkala => bacaBerkas('skala-predikat.yaml', skemaSkala)

/** The units and posts that most kecamatan have. */
export const bacaSusunan = (): BerkasSusunan => bacaBerkas('susunan-kecamatan.yaml', skemaSusunan)

/** One SOP of prisma/benih/sop by its file name without `.yaml`. Throws with the list of mistakes. */
export function bacaBerkasSop(nama: string): DefinisiSop {
  const hasil = bacaSopYaml(readFileSync(join(folderBenih, 'sop', `${nama}.yaml`), 'utf8'))
  if ('definisi' in hasil) return hasil.definisi
  const daftar = hasil.kesalahan.map(({ letak, pesan }) => `${letak}: ${pesan}`)
  throw new Error(`prisma/benih/sop/${nama}.yaml tidak dapat dibaca:\n${daftar.join('\n')}`)
}

/** In force since its effective date (a month alone: its first day), or since the day that the office names. */
function bacaSopBerlaku(nama: string, berlakuSejak?: string): SopBerlaku {
  const definisi = bacaBerkasSop(nama)
  const { tanggalEfektif } = definisi.identitas
  const sejak = berlakuSejak ?? (tanggalEfektif?.length === 7 ? `${tanggalEfektif}-01` : tanggalEfektif)
  if (!sejak) throw new Error(`prisma/benih/sop/${nama}.yaml tidak bertanggal; tulis berlakuSejak di organisasi.yaml`)
  return { definisi, berlakuSejak: sejak }
}

const bacaBilaAda = <S extends z.ZodType>(berkas: string, skema: S): z.output<S> | null =>
  existsSync(join(folderBenih, berkas)) ? bacaBerkas(berkas, skema) : null

function bacaBerkas<S extends z.ZodType>(berkas: string, skema: S): z.output<S> {
  const hasil = skema.safeParse(parse(readFileSync(join(folderBenih, berkas), 'utf8')))
  if (hasil.success) return hasil.data
  const daftar = hasil.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`prisma/benih/${berkas} tidak sesuai bentuknya:\n${daftar.join('\n')}`)
}

/** IKU before IKK, then by number. */
const urutanIndikator = (kode: string): string => (kode.startsWith('IKU') ? `0${kode}` : `1${kode}`)
