import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, punyaPeran, unitDipimpin, unitIsian } from '../../inti/pelaku.ts'
import { berdiriDiKolom } from '../siklus/index.ts'
import type { PelaksanaSop } from '../sop/index.ts'
import type { StatusFormulir } from './kueri.ts'

/**
 * TIM: Tim SAKIP, or whoever carries out the step by the SOP · UNIT: any post in the unit · KEPALA: head of the unit, also
 * Plt./Plh. · PENERIMA_KERTAS: Tim SAKIP, or who stands in for it in an SOP without (`penerimaKertas`) · PENCATAT: the same, or the head
 */
export type PihakFormulir = 'TIM' | 'UNIT' | 'KEPALA' | 'PENERIMA_KERTAS' | 'PENCATAT'
export type TindakanFormulir =
  | 'SESUAIKAN'
  | 'BAGIKAN'
  | 'TERIMA'
  | 'TERIMA_KERTAS'
  | 'ISI'
  | 'ISI_ATAS_NAMA'
  | 'BAGI_TUGAS'
  | 'SERAHKAN'
  | 'SERAHKAN_KERTAS'
  | 'TARIK'
type Aturan = { readonly oleh: PihakFormulir; readonly label: string }

/**
 * State of a form → act → who may. Buttons, checks on the server and the test table read this. The step of the SOP must
 * be open as well; the engine says so.
 */
export const ALUR_FORMULIR: Readonly<Record<StatusFormulir, Partial<Readonly<Record<TindakanFormulir, Aturan>>>>> = {
  DISIAPKAN: { SESUAIKAN: { oleh: 'TIM', label: 'Simpan' }, BAGIKAN: { oleh: 'TIM', label: 'Bagikan' } },
  DIBAGIKAN: {
    TERIMA: { oleh: 'UNIT', label: 'Nyatakan sudah menerima' },
    TERIMA_KERTAS: { oleh: 'TIM', label: 'Catat tanda terima kertas' },
  },
  DITERIMA: {
    ISI: { oleh: 'UNIT', label: 'Simpan' },
    ISI_ATAS_NAMA: { oleh: 'PENCATAT', label: 'Salin dari kertas' },
    BAGI_TUGAS: { oleh: 'KEPALA', label: 'Bagi tugas' },
    SERAHKAN: { oleh: 'KEPALA', label: 'Serahkan formulir' },
    SERAHKAN_KERTAS: { oleh: 'PENERIMA_KERTAS', label: 'Catat penyerahan' },
  },
  DIKEMBALIKAN: {
    ISI: { oleh: 'UNIT', label: 'Simpan' },
    ISI_ATAS_NAMA: { oleh: 'PENCATAT', label: 'Salin dari kertas' },
    BAGI_TUGAS: { oleh: 'KEPALA', label: 'Bagi tugas' },
    SERAHKAN: { oleh: 'KEPALA', label: 'Serahkan formulir' },
    SERAHKAN_KERTAS: { oleh: 'PENERIMA_KERTAS', label: 'Catat penyerahan' },
  },
  DISERAHKAN: { TARIK: { oleh: 'KEPALA', label: 'Tarik kembali' } },
}

export const TEKS_STATUS_FORMULIR: Readonly<Record<StatusFormulir, string>> = {
  DISIAPKAN: 'Sedang disiapkan',
  DIBAGIKAN: 'Menunggu tanda terima',
  DITERIMA: 'Sedang diisi',
  DISERAHKAN: 'Sudah diserahkan',
  DIKEMBALIKAN: 'Dikembalikan',
}
/** Code of the badge of a state (partial lencana-status). */
export const KODE_STATUS_FORMULIR: Readonly<Record<StatusFormulir, string>> = {
  DISIAPKAN: 'DRAF',
  DIBAGIKAN: 'MENUNGGU',
  DITERIMA: 'SEDANG_DIISI',
  DISERAHKAN: 'DISERAHKAN',
  DIKEMBALIKAN: 'DIKEMBALIKAN',
}

type Formulir = {
  readonly status: StatusFormulir
  readonly unitId: string
  readonly unitNama: string
  readonly penerimaKertas?: readonly PelaksanaSop[]
}

/** May this person do it to this form in its present state? */
export function bolehFormulir(
  pelaku: Pelaku,
  formulir: Pick<Formulir, 'status' | 'unitId' | 'penerimaKertas'>,
  tindakan: TindakanFormulir,
): boolean {
  const aturan = ALUR_FORMULIR[formulir.status][tindakan]
  return aturan !== undefined && berpihak(pelaku, formulir, aturan.oleh)
}

/**
 * Throws 403 when it is never this person's, 409 when the form is not in the state for it. `pelaksanaLangkah`: the SOP
 * gives this person the step in which it is done.
 */
export function pastikanFormulir(
  pelaku: Pelaku,
  formulir: Formulir,
  tindakan: TindakanFormulir,
  { pelaksanaLangkah = false }: { pelaksanaLangkah?: boolean } = {},
): void {
  pastikanPihak(pelaku, formulir, tindakan, { pelaksanaLangkah })
  if (!ALUR_FORMULIR[formulir.status][tindakan])
    throw galat.bentrok(
      `Formulir ${formulir.unitNama}: ${TEKS_STATUS_FORMULIR[formulir.status].toLowerCase()}, jadi ini tidak dapat dilakukan sekarang. Muat ulang halaman.`,
    )
}

/** Throws 403 when it is never this person's, in whatever state the form is. */
export function pastikanPihak(
  pelaku: Pelaku,
  formulir: Omit<Formulir, 'status'>,
  tindakan: TindakanFormulir,
  { pelaksanaLangkah = false }: { pelaksanaLangkah?: boolean } = {},
): void {
  const pihak = (Object.values(ALUR_FORMULIR) as Partial<Record<TindakanFormulir, Aturan>>[]).flatMap(
    (a) => a[tindakan]?.oleh ?? [],
  )
  if (!pihak.some((p) => (p === 'TIM' && pelaksanaLangkah) || berpihak(pelaku, formulir, p)))
    throw galat.tidakBerwenang(alasanBukan(pihak[0], formulir))
}

function berpihak(pelaku: Pelaku, formulir: Omit<Formulir, 'status' | 'unitNama'>, pihak: PihakFormulir): boolean {
  const { unitId, penerimaKertas = [] } = formulir
  if (pihak === 'TIM') return punyaPeran(pelaku, ['TIM_SAKIP'])
  if (pihak === 'PENERIMA_KERTAS')
    return punyaPeran(pelaku, ['TIM_SAKIP']) || penerimaKertas.some((k) => berdiriDiKolom(k, pelaku))
  if (pihak === 'PENCATAT') return berpihak(pelaku, formulir, 'PENERIMA_KERTAS') || berpihak(pelaku, formulir, 'KEPALA')
  return (pihak === 'KEPALA' ? unitDipimpin(pelaku) : unitIsian(pelaku)).includes(unitId)
}

function alasanBukan(pihak: PihakFormulir | undefined, { unitNama, penerimaKertas }: Omit<Formulir, 'status'>): string {
  if (pihak === 'TIM') return 'Ini dilakukan oleh Tim SAKIP.'
  const penerima = penerimaKertas?.map((k) => k.nama).join(' atau ') || 'Tim SAKIP'
  if (pihak === 'PENERIMA_KERTAS') return `Penyerahan di atas kertas dicatat oleh ${penerima}.`
  if (pihak === 'PENCATAT') return `Isian dari kertas dicatat oleh ${penerima} atau kepala ${unitNama}.`
  if (pihak === 'KEPALA') return `Ini dilakukan oleh kepala ${unitNama} atau pelaksana tugasnya (Plt./Plh.).`
  return `Formulir ini diisi oleh pegawai ${unitNama}.`
}
