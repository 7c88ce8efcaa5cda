import { galat } from '../../inti/galat/index.ts'
import { PERAN_KANTOR, type Pelaku, type Peran, punyaPeran, unitDipimpin, unitPelaku } from '../../inti/pelaku.ts'

export const STATUS_SURVEI = {
  DISIAPKAN: { kode: 'DRAF', teks: 'Disiapkan' },
  DIBUKA: { kode: 'DIBUKA', teks: 'Dibuka' },
  DITUTUP: { kode: 'SELESAI', teks: 'Ditutup' },
} as const
export type StatusSurvei = keyof typeof STATUS_SURVEI

export const PEMBACA_SURVEI = PERAN_KANTOR
/** Make, open, close a survey: Tim SAKIP and the Sekcam any, the head of a unit those of the unit. */
export const PENGELOLA_SURVEI = ['SEKCAM', 'TIM_SAKIP', 'KASI'] as const satisfies readonly Peran[]
/** Type in questionnaires: also the staff of the unit. */
export const PETUGAS_SURVEI = [...PENGELOLA_SURVEI, 'STAF'] as const satisfies readonly Peran[]

type Milik = { readonly unitId: string; readonly status: StatusSurvei }
const SEMUA_UNIT = ['SEKCAM', 'TIM_SAKIP'] as const

export const bolehMengelola = (pelaku: Pelaku, { unitId }: Pick<Milik, 'unitId'>): boolean =>
  punyaPeran(pelaku, SEMUA_UNIT) || unitDipimpin(pelaku).includes(unitId)
export const bolehMengetik = (pelaku: Pelaku, survei: Pick<Milik, 'unitId'>): boolean =>
  bolehMengelola(pelaku, survei) || unitPelaku(pelaku).includes(survei.unitId)

export function pastikanMengelola(pelaku: Pelaku, survei: Pick<Milik, 'unitId'>): void {
  if (!bolehMengelola(pelaku, survei))
    throw galat.tidakBerwenang('Survei ini dikelola kepala unitnya, Tim SAKIP, atau Sekretaris Kecamatan.')
}
export function pastikanMengetik(pelaku: Pelaku, survei: Pick<Milik, 'unitId'>): void {
  if (!bolehMengetik(pelaku, survei)) throw galat.tidakBerwenang('Survei ini diisi pegawai unit yang melaksanakannya.')
}

const SEHARUSNYA: Readonly<Record<StatusSurvei, string>> = {
  DISIAPKAN: 'Survei ini sudah dibuka. Unsur dan pertanyaannya tidak dapat diubah lagi.',
  DIBUKA: 'Survei ini belum dibuka, atau sudah ditutup.',
  DITUTUP: 'Survei ini belum ditutup.',
}
/** Throws 409 unless the survey is in this state. */
export function pastikanStatus(survei: Milik, status: StatusSurvei): void {
  if (survei.status !== status) throw galat.bentrok(SEHARUSNYA[status])
}
