import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, type Peran, punyaPeran, unitDipimpin, unitIsian } from '../../inti/pelaku.ts'

/** Who is to answer: head and staff of the unit · its head · Tim SAKIP */
export type Tujuan = 'UNIT' | 'KEPALA' | 'TIM'
/** TERBUKA waits for an answer, DIJAWAB for its asker to settle it or to ask on; the other two are closed. */
export type StatusPertanyaan = 'TERBUKA' | 'DIJAWAB' | 'SELESAI' | 'DITARIK'
export type TindakanPertanyaan = 'MENJAWAB' | 'SELESAIKAN'

/** Who takes part at all: people of a unit about its own rows, Tim SAKIP and the Sekcam about every row. Others read. */
export const PESERTA = ['STAF', 'KASI', 'DESA', 'TIM_SAKIP', 'SEKCAM'] as const satisfies readonly Peran[]
const PENANYA_SEMUA = ['TIM_SAKIP', 'SEKCAM'] as const satisfies readonly Peran[]

export const TEKS_PERTANYAAN: Readonly<Record<StatusPertanyaan, string>> = {
  TERBUKA: 'Menunggu jawaban',
  DIJAWAB: 'Sudah dijawab',
  SELESAI: 'Selesai',
  DITARIK: 'Ditarik',
}
/** Code of the badge of a state (partial lencana-status). */
export const KODE_PERTANYAAN: Readonly<Record<StatusPertanyaan, string>> = {
  TERBUKA: 'MENUNGGU',
  DIJAWAB: 'TERISI',
  SELESAI: 'DISETUJUI',
  DITARIK: 'DIBATALKAN',
}
export const namaTujuan = (tujuan: Tujuan, unit: string): string =>
  ({ UNIT: `kepala dan staf ${unit}`, KEPALA: `kepala ${unit}`, TIM: 'Tim SAKIP' })[tujuan]

type Letak = { readonly unitId: string }
type Pertanyaan = Letak & { readonly status: StatusPertanyaan; readonly tujuan: Tujuan; readonly penanyaId: string }

export const terbuka = ({ status }: Pick<Pertanyaan, 'status'>): boolean => status === 'TERBUKA' || status === 'DIJAWAB'

/** May this person write about rows of the unit? */
export const bolehBicara = (pelaku: Pelaku, { unitId }: Letak): boolean =>
  punyaPeran(pelaku, PENANYA_SEMUA) || unitIsian(pelaku).includes(unitId)

/** Whom this person may ask about a row of the unit, the usual choice first; [] when it is not this person's to ask. */
export function pilihanTujuan(pelaku: Pelaku, { unitId }: Letak): Tujuan[] {
  const memimpin = unitDipimpin(pelaku).includes(unitId)
  const pilihan: Tujuan[] = [
    ...(punyaPeran(pelaku, PENANYA_SEMUA) ? (['UNIT'] as const) : []),
    ...(memimpin ? (['TIM', 'UNIT'] as const) : unitIsian(pelaku).includes(unitId) ? (['KEPALA', 'TIM'] as const) : []),
  ]
  return [...new Set(pilihan)]
}

/**
 * Does the question wait for this person? An open one for those it was put to, never for its asker; an answered one for its
 * asker, who settles it or asks on.
 */
export function ditunggu(pelaku: Pelaku, p: Pertanyaan): boolean {
  if (p.status === 'DIJAWAB') return p.penanyaId === pelaku.pegawaiId && bolehBicara(pelaku, p)
  if (p.status !== 'TERBUKA' || p.penanyaId === pelaku.pegawaiId) return false
  if (p.tujuan === 'TIM') return punyaPeran(pelaku, ['TIM_SAKIP'])
  return (p.tujuan === 'KEPALA' ? unitDipimpin(pelaku) : unitIsian(pelaku)).includes(p.unitId)
}

/** Everybody who takes part may answer, also whom it was not put to; its asker, Tim SAKIP and the Sekcam settle it. */
export function bolehPertanyaan(pelaku: Pelaku, p: Pertanyaan, tindakan: TindakanPertanyaan): boolean {
  if (!terbuka(p) || !bolehBicara(pelaku, p)) return false
  return tindakan === 'MENJAWAB' || p.penanyaId === pelaku.pegawaiId || punyaPeran(pelaku, PENANYA_SEMUA)
}

/** Throws 409 when the question is closed, 403 when the act is not this person's. */
export function pastikanPertanyaan(pelaku: Pelaku, p: Pertanyaan, tindakan: TindakanPertanyaan): void {
  if (!terbuka(p))
    throw galat.bentrok(
      `Pertanyaan ini sudah ${TEKS_PERTANYAAN[p.status].toLowerCase()}. Ajukan pertanyaan baru bila masih ada yang perlu ditanyakan.`,
    )
  if (!bolehPertanyaan(pelaku, p, tindakan))
    throw galat.tidakBerwenang(
      tindakan === 'MENJAWAB'
        ? 'Yang ikut percakapan: pegawai unit itu, Tim SAKIP, dan Sekretaris Kecamatan.'
        : 'Pertanyaan diselesaikan oleh yang bertanya, Tim SAKIP, atau Sekretaris Kecamatan.',
    )
}

type Pesan = { readonly urut: number; readonly penulisId: string; readonly ditarikPada: Date | null }

/** May the writer take this message back? An answered question no more: it is settled, so that the answers keep their question. */
export function bolehMenarik(pelaku: Pelaku, p: Pertanyaan, pesan: Pesan, semua: readonly Pesan[]): boolean {
  if (!terbuka(p) || pesan.ditarikPada !== null || pesan.penulisId !== pelaku.pegawaiId) return false
  return pesan.urut > 1 || semua.every((lain) => lain.urut === 1 || lain.ditarikPada !== null)
}

/** State of an open question after its messages: whoever spoke last other than the asker has answered it. */
export function statusDari(penanyaId: string, semua: readonly Pesan[]): StatusPertanyaan {
  const ada = semua.filter((p) => p.ditarikPada === null)
  if (!ada.some((p) => p.urut === 1)) return 'DITARIK'
  const terakhir = ada.reduce((a, b) => (b.urut > a.urut ? b : a))
  return terakhir.penulisId === penanyaId ? 'TERBUKA' : 'DIJAWAB'
}
