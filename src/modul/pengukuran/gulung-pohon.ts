import { type BatasRataRata, type Butir, type HasilGulung, hitungRataRata } from './gulung.ts'
import { type Hasil, tanpaNilai } from './hasil.ts'

/** Levels of the plan, from the office down, with their words. */
export const TINGKAT_GULUNG = {
  ORGANISASI: 'organisasi',
  TUJUAN: 'tujuan',
  SASARAN: 'sasaran',
  PROGRAM: 'program',
  KEGIATAN: 'kegiatan',
  SUB_KEGIATAN: 'sub kegiatan',
} as const
export type TingkatGulung = keyof typeof TINGKAT_GULUNG

/** A place in the plan with its own indicators and what lies below it. `bobot`: its weight in the mean above it. */
export type SimpulGulung = {
  readonly id: string
  readonly nama: string
  readonly tingkat: TingkatGulung
  readonly bobot?: string | number | null
  readonly indikator: readonly Butir[]
  readonly anak: readonly SimpulGulung[]
}
export type HasilSimpul = {
  readonly id: string
  readonly nama: string
  readonly tingkat: TingkatGulung
  readonly capaian: Hasil
  /** the rule in a sentence; says from what the capaian was made */
  readonly aturan: string
  readonly disertakan: HasilGulung['disertakan']
  readonly dikecualikan: HasilGulung['dikecualikan']
  /** mean of its own indicators where the capaian comes from below (indicators of a tujuan); null otherwise */
  readonly indikatorSendiri: HasilGulung | null
  readonly anak: readonly HasilSimpul[]
}
export type AturanGulung = {
  readonly batas: BatasRataRata
  /** Is the office's capaian the mean of all its sasaran (default) or of its tujuan? */
  readonly organisasi?: 'SASARAN' | 'TUJUAN'
}

/** A tujuan and the office are measured by what lies below them; all others by their own indicators. */
const DARI_BAWAH: readonly TingkatGulung[] = ['ORGANISASI', 'TUJUAN']

/**
 * Rolls capaian up a plan (house rule; PermenPANRB 53/2014 asks for measuring per sasaran, program and kegiatan). Sasaran,
 * program, kegiatan, sub kegiatan: mean of their own indicators; without any, mean of what lies below. Tujuan: mean of its
 * sasaran, its own indicators stand beside it. Office: mean of all sasaran or of the tujuan, as the year's rule says. The
 * cap cuts capaian of indicators only, once; means above are not cut again. What has no number is left out and named.
 */
export function gulungPohon(simpul: SimpulGulung, aturan: AturanGulung): HasilSimpul {
  const anak = simpul.anak.map((satu) => gulungPohon(satu, aturan))
  const { id, nama, tingkat } = simpul
  const sendiri = simpul.indikator.length > 0 ? hitungRataRata(simpul.indikator, { batas: aturan.batas }) : null
  const bawah = bagianBawah(simpul, { anak, aturan })
  const dariBawah = bawah.length > 0 && (DARI_BAWAH.includes(tingkat) || sendiri === null)
  const dipakai = dariBawah ? rataBawah(bawah) : sendiri
  return {
    id,
    nama,
    tingkat,
    capaian:
      dipakai?.rataRata ??
      tanpaNilai('TIDAK_DAPAT_DIHITUNG', `Belum ada indikator pada ${TINGKAT_GULUNG[tingkat]} ini`),
    aturan: dipakai?.aturan ?? 'Tidak ada yang dapat dirata-ratakan.',
    disertakan: dipakai?.disertakan ?? [],
    dikecualikan: dipakai?.dikecualikan ?? [],
    indikatorSendiri: dariBawah ? sendiri : null,
    anak,
  }
}

type Bawah = { readonly hasil: HasilSimpul; readonly bobot: string | number | null | undefined }

/** What the mean of a place is made of: what lies below it, or for an office by sasaran what lies two below. */
function bagianBawah(
  simpul: SimpulGulung,
  { anak, aturan }: { anak: readonly HasilSimpul[]; aturan: AturanGulung },
): Bawah[] {
  return simpul.anak.flatMap((satu, ke): Bawah[] => {
    const hasil = anak[ke]
    if (!hasil) return []
    const lewati = simpul.tingkat === 'ORGANISASI' && aturan.organisasi !== 'TUJUAN' && satu.tingkat === 'TUJUAN'
    if (!lewati || hasil.anak.length === 0) return [{ hasil, bobot: satu.bobot }]
    return hasil.anak.map((cucu, urut) => ({ hasil: cucu, bobot: satu.anak[urut]?.bobot }))
  })
}

function rataBawah(bawah: readonly Bawah[]): HasilGulung {
  const sebutan = [...new Set(bawah.map(({ hasil }) => TINGKAT_GULUNG[hasil.tingkat]))].join(' dan ')
  const butir = bawah.map(({ hasil, bobot }) => ({ id: hasil.id, nama: hasil.nama, hasil: hasil.capaian, bobot }))
  return hitungRataRata(butir, { batas: 'TANPA', sebutan })
}
