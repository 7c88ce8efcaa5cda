import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, type Peran, punyaPeran, unitDipimpin } from '../../inti/pelaku.ts'

export type StatusKoreksi = 'DIAJUKAN' | 'DISETUJUI' | 'DITOLAK' | 'DITARIK'
export type TindakanKoreksi = 'SETUJUI' | 'TOLAK' | 'TARIK'

/** Who proposes: Tim SAKIP for every unit, the head of a unit for the own; who decides: the Sekcam, the Camat where the Sekcam proposed. */
export const PENGUSUL_KOREKSI = ['TIM_SAKIP', 'KASI'] as const satisfies readonly Peran[]
export const PEMUTUS_KOREKSI = ['SEKCAM', 'CAMAT'] as const satisfies readonly Peran[]

/** Whoever reads whole recaps reads the koreksi of them. */
export const PEMBACA_KOREKSI = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'PENGAMAT'] as const satisfies readonly Peran[]

type Aturan = { readonly oleh: 'PEMUTUS' | 'PENGUSUL'; readonly ke: StatusKoreksi; readonly label: string }
/** State of a koreksi → act → who, and what it becomes. Buttons and the checks on the server read this; nothing is ever deleted. */
export const ALUR_KOREKSI: Readonly<Record<StatusKoreksi, Partial<Readonly<Record<TindakanKoreksi, Aturan>>>>> = {
  DIAJUKAN: {
    SETUJUI: { oleh: 'PEMUTUS', ke: 'DISETUJUI', label: 'Setujui koreksi' },
    TOLAK: { oleh: 'PEMUTUS', ke: 'DITOLAK', label: 'Tolak koreksi' },
    TARIK: { oleh: 'PENGUSUL', ke: 'DITARIK', label: 'Tarik usulan' },
  },
  DISETUJUI: {},
  DITOLAK: {},
  DITARIK: {},
}
export const TEKS_KOREKSI: Readonly<Record<StatusKoreksi, string>> = {
  DIAJUKAN: 'Menunggu keputusan',
  DISETUJUI: 'Disetujui',
  DITOLAK: 'Ditolak',
  DITARIK: 'Ditarik',
}
export const KODE_KOREKSI: Readonly<Record<StatusKoreksi, string>> = {
  DIAJUKAN: 'MENUNGGU',
  DISETUJUI: 'DISETUJUI',
  DITOLAK: 'DITOLAK',
  DITARIK: 'DIBATALKAN',
}

/** `pengusulSekcam`: the proposer holds the post of the Sekcam today, so the Camat decides. */
type Koreksi = { readonly status: StatusKoreksi; readonly pengusulId: string; readonly pengusulSekcam: boolean }

export function bolehKoreksi(pelaku: Pelaku, koreksi: Koreksi, tindakan: TindakanKoreksi): boolean {
  const aturan = ALUR_KOREKSI[koreksi.status][tindakan]
  const sendiri = koreksi.pengusulId === pelaku.pegawaiId
  if (!aturan) return false
  if (aturan.oleh === 'PENGUSUL') return sendiri
  return !sendiri && punyaPeran(pelaku, [koreksi.pengusulSekcam ? 'CAMAT' : 'SEKCAM'])
}

/** What the koreksi becomes. Throws 409 when it was decided meanwhile, 403 when the act is not this person's. */
export function pastikanKoreksi(pelaku: Pelaku, koreksi: Koreksi, tindakan: TindakanKoreksi): StatusKoreksi {
  const aturan = ALUR_KOREKSI[koreksi.status][tindakan]
  if (!aturan)
    throw galat.bentrok(`Koreksi ini sudah ${TEKS_KOREKSI[koreksi.status].toLowerCase()}. Muat ulang halaman.`)
  if (!bolehKoreksi(pelaku, koreksi, tindakan))
    throw galat.tidakBerwenang(
      aturan.oleh === 'PENGUSUL'
        ? 'Usulan koreksi ditarik oleh pengusulnya.'
        : 'Koreksi diputuskan oleh Sekretaris Kecamatan, atau oleh Camat bila Sekretaris yang mengusulkannya; tidak pernah oleh pengusulnya sendiri.',
    )
  return aturan.ke
}

/** May this person propose for a figure of the unit? */
export const bolehMengusulkan = (pelaku: Pelaku, unitId: string): boolean =>
  punyaPeran(pelaku, ['TIM_SAKIP']) || unitDipimpin(pelaku).includes(unitId)
