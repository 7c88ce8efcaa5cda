import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, punyaPeran, unitDipimpin } from '../../inti/pelaku.ts'
import { type StatusFormulir, unitIsian } from './kueri.ts'

/** TIM: Tim SAKIP, or whoever carries out the step by the SOP · UNIT: any post in the unit · KEPALA: head of the unit, also Plt./Plh. · PENCATAT: Tim SAKIP, or the head */
export type PihakFormulir = 'TIM' | 'UNIT' | 'KEPALA' | 'PENCATAT'
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
    SERAHKAN_KERTAS: { oleh: 'TIM', label: 'Catat penyerahan' },
  },
  DIKEMBALIKAN: {
    ISI: { oleh: 'UNIT', label: 'Simpan' },
    ISI_ATAS_NAMA: { oleh: 'PENCATAT', label: 'Salin dari kertas' },
    BAGI_TUGAS: { oleh: 'KEPALA', label: 'Bagi tugas' },
    SERAHKAN: { oleh: 'KEPALA', label: 'Serahkan formulir' },
    SERAHKAN_KERTAS: { oleh: 'TIM', label: 'Catat penyerahan' },
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

type Formulir = { readonly status: StatusFormulir; readonly unitId: string; readonly unitNama: string }

/** May this person do it to this form in its present state? */
export function bolehFormulir(
  pelaku: Pelaku,
  formulir: Pick<Formulir, 'status' | 'unitId'>,
  tindakan: TindakanFormulir,
): boolean {
  const aturan = ALUR_FORMULIR[formulir.status][tindakan]
  return aturan !== undefined && berpihak(pelaku, formulir.unitId, aturan.oleh)
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
  const pihak = (Object.values(ALUR_FORMULIR) as Partial<Record<TindakanFormulir, Aturan>>[]).flatMap(
    (a) => a[tindakan]?.oleh ?? [],
  )
  if (!pihak.some((p) => (p === 'TIM' && pelaksanaLangkah) || berpihak(pelaku, formulir.unitId, p)))
    throw galat.tidakBerwenang(alasanBukan(pihak[0], formulir.unitNama))
  if (!ALUR_FORMULIR[formulir.status][tindakan])
    throw galat.bentrok(
      `Formulir ${formulir.unitNama}: ${TEKS_STATUS_FORMULIR[formulir.status].toLowerCase()}, jadi ini tidak dapat dilakukan sekarang. Muat ulang halaman.`,
    )
}

function berpihak(pelaku: Pelaku, unitId: string, pihak: PihakFormulir): boolean {
  if (pihak === 'TIM') return punyaPeran(pelaku, ['TIM_SAKIP'])
  if (pihak === 'PENCATAT') return berpihak(pelaku, unitId, 'TIM') || berpihak(pelaku, unitId, 'KEPALA')
  return (pihak === 'KEPALA' ? unitDipimpin(pelaku) : unitIsian(pelaku)).includes(unitId)
}

function alasanBukan(pihak: PihakFormulir | undefined, unitNama: string): string {
  if (pihak === 'TIM') return 'Ini dilakukan oleh Tim SAKIP.'
  if (pihak === 'PENCATAT') return `Isian dari kertas dicatat oleh Tim SAKIP atau kepala ${unitNama}.`
  if (pihak === 'KEPALA') return `Ini dilakukan oleh kepala ${unitNama} atau pelaksana tugasnya (Plt./Plh.).`
  return `Formulir ini diisi oleh pegawai ${unitNama}.`
}
