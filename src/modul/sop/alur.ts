import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, type Peran, punyaPeran } from '../../inti/pelaku.ts'

/** What is stored. */
export type StatusVersiSop = 'DRAF' | 'DIAJUKAN' | 'DISAHKAN' | 'BERLAKU' | 'DICABUT' | 'DIBUANG'
/** What it is on a day: an approved version begins and ends by the calendar, without anybody's act. */
export type KeadaanSop = StatusVersiSop | 'BERAKHIR'
export type TindakanSop = 'UBAH' | 'AJUKAN' | 'TARIK' | 'KEMBALIKAN' | 'SAHKAN' | 'CABUT' | 'SALIN' | 'BUANG'
type Aturan = {
  readonly oleh: readonly Peran[]
  /** the state it leads to; null: it stays as it is */
  readonly ke: StatusVersiSop | null
  readonly label: string
  readonly alasan?: 'wajib'
}

/** Who may write SOPs: they know the work (Tim SAKIP, Sekcam), decide it (Camat), or type it in for the office (operator). */
export const PENYUSUN_SOP: readonly Peran[] = ['TIM_SAKIP', 'SEKCAM', 'CAMAT', 'ADMIN']
/** Who hands a draft to the Camat. Not the Camat: nobody decides on what that person submitted. */
export const PENGAJU_SOP: readonly Peran[] = ['TIM_SAKIP', 'SEKCAM', 'ADMIN']
/** The head of the office approves its SOPs (PermenPANRB 35/2012, identity block: "Disahkan oleh"). */
export const PENGESAH_SOP: readonly Peran[] = ['CAMAT']

const SALIN: Aturan = { oleh: PENYUSUN_SOP, ke: null, label: 'Salin menjadi draf baru' }
const CABUT: Aturan = { oleh: PENGESAH_SOP, ke: 'DICABUT', label: 'Cabut SOP', alasan: 'wajib' }

/** State of a version → act → who may, and where it leads. Buttons, checks on the server and the test table read this. */
export const ALUR_SOP: Readonly<Record<KeadaanSop, Partial<Readonly<Record<TindakanSop, Aturan>>>>> = {
  DRAF: {
    UBAH: { oleh: PENYUSUN_SOP, ke: null, label: 'Ubah' },
    AJUKAN: { oleh: PENGAJU_SOP, ke: 'DIAJUKAN', label: 'Ajukan kepada Camat' },
    BUANG: { oleh: PENYUSUN_SOP, ke: 'DIBUANG', label: 'Buang draf' },
    SALIN,
  },
  DIAJUKAN: {
    TARIK: { oleh: PENGAJU_SOP, ke: 'DRAF', label: 'Tarik kembali' },
    KEMBALIKAN: { oleh: PENGESAH_SOP, ke: 'DRAF', label: 'Kembalikan untuk diperbaiki', alasan: 'wajib' },
    SAHKAN: { oleh: PENGESAH_SOP, ke: 'DISAHKAN', label: 'Sahkan' },
    SALIN,
  },
  DISAHKAN: { CABUT, SALIN },
  BERLAKU: { CABUT, SALIN },
  BERAKHIR: { SALIN },
  DICABUT: { SALIN },
  DIBUANG: { SALIN },
}

/** The word and the badge of a state. */
export const TEKS_KEADAAN: Readonly<Record<KeadaanSop, { readonly kode: string; readonly teks: string }>> = {
  DRAF: { kode: 'DRAF', teks: 'Draf' },
  DIAJUKAN: { kode: 'DIAJUKAN', teks: 'Diajukan' },
  DISAHKAN: { kode: 'DISETUJUI', teks: 'Disahkan' },
  BERLAKU: { kode: 'BERLAKU', teks: 'Berlaku' },
  BERAKHIR: { kode: 'BERAKHIR', teks: 'Digantikan' },
  DICABUT: { kode: 'DICABUT', teks: 'Dicabut' },
  DIBUANG: { kode: 'NONAKTIF', teks: 'Dibuang' },
}

/** States in which a version was never in force; only those who write SOPs see it. */
export const BELUM_SAH: readonly StatusVersiSop[] = ['DRAF', 'DIAJUKAN', 'DIBUANG']
export const SUDAH_SAH: readonly StatusVersiSop[] = ['DISAHKAN', 'BERLAKU', 'DICABUT']

type Masa = {
  readonly status: StatusVersiSop
  readonly berlakuSejak: string | null
  readonly dicabutSejak: string | null
  /** day on which a later version began or will begin */
  readonly digantiSejak: string | null
}

/** The state on a day (YYYY-MM-DD). Pure. */
export function keadaanSop({ status, berlakuSejak, dicabutSejak, digantiSejak }: Masa, hari: string): KeadaanSop {
  if (!SUDAH_SAH.includes(status)) return status
  if (dicabutSejak !== null && dicabutSejak <= hari) return 'DICABUT'
  if (digantiSejak !== null && digantiSejak <= hari) return 'BERAKHIR'
  return berlakuSejak !== null && berlakuSejak <= hari ? 'BERLAKU' : 'DISAHKAN'
}

export type HakSop =
  | { readonly boleh: true }
  | { readonly boleh: false; readonly http: 403 | 409; readonly alasan: string }
type Versi = { readonly keadaan: KeadaanSop; readonly pengajuId: string | null }

/** May this person do it to this version today? The sentence says why not. */
export function hakSop(pelaku: Pelaku, { keadaan, pengajuId }: Versi, tindakan: TindakanSop): HakSop {
  const semua = Object.values(ALUR_SOP).flatMap((a) => a[tindakan]?.oleh ?? [])
  if (!punyaPeran(pelaku, semua)) return tolak(403, ALASAN_PERAN[tindakan])
  if (tindakan === 'AJUKAN' && punyaPeran(pelaku, PENGESAH_SOP)) {
    return tolak(
      403,
      'Hari ini Anda juga Camat, yang mengesahkan SOP. Supaya Anda dapat mengesahkannya, minta Sekretaris Kecamatan, Tim SAKIP, atau operator mengajukannya.',
    )
  }
  const aturan = ALUR_SOP[keadaan][tindakan]
  if (!aturan) {
    return tolak(
      409,
      `SOP ini ${TEKS_KEADAAN[keadaan].teks.toLowerCase()}, jadi ini tidak dapat dilakukan sekarang. Muat ulang halaman untuk melihat keadaannya.`,
    )
  }
  if ((tindakan === 'SAHKAN' || tindakan === 'KEMBALIKAN') && pengajuId === pelaku.pegawaiId) {
    return tolak(
      403,
      'Anda sendiri yang mengajukan SOP ini, jadi orang lain yang memutuskannya. Minta Tim SAKIP menarik dan mengajukannya kembali.',
    )
  }
  return { boleh: true }
}

/** Throws 403 or 409 with the reason. */
export function pastikanHakSop(pelaku: Pelaku, versi: Versi, tindakan: TindakanSop): void {
  const hak = hakSop(pelaku, versi, tindakan)
  if (hak.boleh) return
  throw hak.http === 403 ? galat.tidakBerwenang(hak.alasan) : galat.bentrok(hak.alasan)
}

const ALASAN_PENYUSUN = 'SOP ditulis oleh Tim SAKIP, Sekretaris Kecamatan, Camat, atau operator.'
const ALASAN_PENGESAH = 'Ini wewenang Camat, atau Plt./Plh. Camat.'
const ALASAN_PERAN: Readonly<Record<TindakanSop, string>> = {
  UBAH: ALASAN_PENYUSUN,
  BUANG: ALASAN_PENYUSUN,
  SALIN: ALASAN_PENYUSUN,
  AJUKAN: 'SOP diajukan oleh Tim SAKIP, Sekretaris Kecamatan, atau operator; Camat yang mengesahkannya.',
  TARIK: 'Yang menarik kembali adalah Tim SAKIP, Sekretaris Kecamatan, atau operator.',
  KEMBALIKAN: ALASAN_PENGESAH,
  SAHKAN: ALASAN_PENGESAH,
  CABUT: ALASAN_PENGESAH,
}

const tolak = (http: 403 | 409, alasan: string): HakSop => ({ boleh: false, http, alasan })
