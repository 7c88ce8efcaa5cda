import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, type Peran, punyaPeran, unitDipimpin } from '../../inti/pelaku.ts'
import { PENCATAT_CAMAT } from '../siklus/index.ts'

/** Who is written to: the head of a unit · the Sekcam · Tim SAKIP */
export type Tujuan = 'UNIT' | 'SEKCAM' | 'TIM'
/** TERKIRIM waits for whom it is for, DIJAWAB for the Camat to read the answer; the other three wait for nobody. */
export type StatusCatatan = 'TERKIRIM' | 'DIBACA' | 'DIJAWAB' | 'SELESAI' | 'DITARIK'
export type TindakanCatatan = 'JAWAB' | 'BACA' | 'BACA_JAWABAN' | 'TARIK'

/** Whoever is Camat today, as Plt., Plh., or Pj. too, writes notes and reads the answers. */
export const PENCATAT = PENCATAT_CAMAT
/** Who may be written to at all; the note says who of them it is. */
export const PENANGGAP = ['SEKCAM', 'TIM_SAKIP', 'KASI', 'DESA'] as const satisfies readonly Peran[]
export const PEMBACA: readonly Peran[] = [...PENCATAT, ...PENANGGAP]

export const TEKS_CATATAN: Readonly<Record<StatusCatatan, string>> = {
  TERKIRIM: 'Belum dibaca',
  DIBACA: 'Sudah dibaca',
  DIJAWAB: 'Dijawab',
  SELESAI: 'Jawaban sudah dibaca',
  DITARIK: 'Ditarik',
}
/** Code of the badge of a state (partial lencana-status). */
export const KODE_CATATAN: Readonly<Record<StatusCatatan, string>> = {
  TERKIRIM: 'MENUNGGU',
  DIBACA: 'DITERIMA',
  DIJAWAB: 'BARU',
  SELESAI: 'SELESAI',
  DITARIK: 'DIBATALKAN',
}

/** What the rules ask of a note. */
export type UntukHak = {
  readonly status: StatusCatatan
  readonly tujuan: Tujuan
  readonly unitId: string | null
  readonly tenggat: string | null
  readonly penulisId: string
}
type Aturan = {
  readonly dari: readonly StatusCatatan[]
  readonly ke: StatusCatatan
  readonly oleh: 'PENERIMA' | 'CAMAT'
  readonly peristiwa: string
}
/** The whole life of a note: whoever it is for answers or only reads it, the Camat reads the answer or takes an unread note back. */
export const ALUR: Readonly<Record<TindakanCatatan, Aturan>> = {
  JAWAB: { dari: ['TERKIRIM', 'DIBACA'], ke: 'DIJAWAB', oleh: 'PENERIMA', peristiwa: 'catatan-camat.dijawab' },
  BACA: { dari: ['TERKIRIM'], ke: 'DIBACA', oleh: 'PENERIMA', peristiwa: 'catatan-camat.dibaca' },
  BACA_JAWABAN: { dari: ['DIJAWAB'], ke: 'SELESAI', oleh: 'CAMAT', peristiwa: 'catatan-camat.selesai' },
  TARIK: { dari: ['TERKIRIM'], ke: 'DITARIK', oleh: 'CAMAT', peristiwa: 'catatan-camat.ditarik' },
}

/** Was this note written to this person? Never to its own writer, who may hold several posts. */
export function adalahPenerima(pelaku: Pelaku, c: UntukHak): boolean {
  if (c.penulisId === pelaku.pegawaiId) return false
  if (c.tujuan === 'SEKCAM') return punyaPeran(pelaku, ['SEKCAM'])
  if (c.tujuan === 'TIM') return punyaPeran(pelaku, ['TIM_SAKIP'])
  return c.unitId !== null && unitDipimpin(pelaku).includes(c.unitId)
}

const pihak = (pelaku: Pelaku, c: UntukHak, oleh: Aturan['oleh']): boolean =>
  oleh === 'CAMAT' ? punyaPeran(pelaku, PENCATAT) : adalahPenerima(pelaku, c)

/** May this person do it now? A note that wants an answer by a day is not settled by reading it. */
export function bolehCatatan(pelaku: Pelaku, c: UntukHak, tindakan: TindakanCatatan): boolean {
  const { dari, oleh } = ALUR[tindakan]
  return dari.includes(c.status) && pihak(pelaku, c, oleh) && !(tindakan === 'BACA' && c.tenggat !== null)
}

/** Throws 403 when the act is not this person's, 409 when the note does not stand so that it can be done. */
export function pastikanCatatan(pelaku: Pelaku, c: UntukHak, tindakan: TindakanCatatan): void {
  if (!pihak(pelaku, c, ALUR[tindakan].oleh))
    throw galat.tidakBerwenang(
      ALUR[tindakan].oleh === 'CAMAT'
        ? 'Ini dikerjakan oleh Camat.'
        : 'Catatan Camat ditanggapi oleh yang dituju: kepala unit, Sekretaris Kecamatan, atau Tim SAKIP.',
    )
  if (bolehCatatan(pelaku, c, tindakan)) return
  throw galat.bentrok(
    tindakan === 'BACA' && c.status === 'TERKIRIM'
      ? 'Camat meminta jawaban atas catatan ini. Tulis jawabannya.'
      : `Catatan ini sudah berubah: ${TEKS_CATATAN[c.status].toLowerCase()}. Muat ulang halaman.`,
  )
}

/** Does the note wait for this person, and for what? The one place that Tugas Saya and the reminders ask. */
export function ditunggu(pelaku: Pelaku, c: UntukHak): 'MENANGGAPI' | 'MEMBACA_JAWABAN' | null {
  if (c.status === 'TERKIRIM' && bolehCatatan(pelaku, c, 'JAWAB')) return 'MENANGGAPI'
  return bolehCatatan(pelaku, c, 'BACA_JAWABAN') ? 'MEMBACA_JAWABAN' : null
}
