import { galat } from '../../../inti/galat/index.ts'
import { type Pelaku, type Peran, punyaPeran, unitDipimpin } from '../../../inti/pelaku.ts'

export type StatusKartu = 'BARU' | 'AKTIF' | 'NONAKTIF'
export type TindakanKartu = 'TULIS' | 'USULKAN' | 'NONAKTIFKAN' | 'AKTIFKAN'
type Aturan = { readonly oleh: readonly Peran[]; readonly label: string; readonly alasan?: 'wajib' }

/** Who writes cards, and who may only propose: Tim SAKIP and the Sekcam answer for the plan, a Kasi knows the figures. */
export const PENULIS_KARTU = ['TIM_SAKIP', 'SEKCAM'] as const satisfies readonly Peran[]
export const PENGUSUL_KARTU = ['KASI'] as const satisfies readonly Peran[]

/** State of a card → act → who may. Buttons and the checks on the server read this. Nothing is ever deleted. */
export const ALUR_KARTU: Readonly<Record<StatusKartu, Partial<Readonly<Record<TindakanKartu, Aturan>>>>> = {
  BARU: {
    TULIS: { oleh: PENULIS_KARTU, label: 'Tambah indikator' },
    USULKAN: { oleh: PENGUSUL_KARTU, label: 'Usulkan indikator' },
  },
  AKTIF: {
    TULIS: { oleh: PENULIS_KARTU, label: 'Ubah kartu' },
    USULKAN: { oleh: PENGUSUL_KARTU, label: 'Usulkan perubahan' },
    NONAKTIFKAN: { oleh: PENULIS_KARTU, label: 'Nonaktifkan indikator', alasan: 'wajib' },
  },
  NONAKTIF: { AKTIFKAN: { oleh: PENULIS_KARTU, label: 'Aktifkan kembali' } },
}

export const bolehKartu = (pelaku: Pelaku, status: StatusKartu, tindakan: TindakanKartu): boolean => {
  const aturan = ALUR_KARTU[status][tindakan]
  return aturan !== undefined && punyaPeran(pelaku, aturan.oleh)
}

/** Throws 403 when it is never this person's, 409 when the card is not in the state for it. */
export function pastikanKartu(pelaku: Pelaku, status: StatusKartu, tindakan: TindakanKartu): void {
  const oleh = Object.values(ALUR_KARTU).flatMap((a) => a[tindakan]?.oleh ?? [])
  if (!punyaPeran(pelaku, oleh))
    throw galat.tidakBerwenang('Kartu indikator ditulis oleh Tim SAKIP dan Sekretaris Kecamatan.')
  if (!ALUR_KARTU[status][tindakan])
    throw galat.bentrok(
      status === 'NONAKTIF'
        ? 'Indikator ini sudah dinonaktifkan. Aktifkan kembali sebelum mengubah kartunya.'
        : 'Indikator ini masih aktif. Muat ulang halaman.',
    )
}

/** A head of a unit proposes for the own unit only. Throws 403. */
export function pastikanUnitPengusul(pelaku: Pelaku, unitId: string): void {
  if (!unitDipimpin(pelaku).includes(unitId))
    throw galat.tidakBerwenang('Usulan kartu dibuat oleh kepala unit yang bertanggung jawab atas datanya.')
}

export type StatusUsulan = 'DIAJUKAN' | 'DITERIMA' | 'DITOLAK' | 'DITARIK'
export type TindakanUsulan = 'TERIMA' | 'TOLAK' | 'TARIK'
/** PENULIS: who writes cards, but never one's own proposal (nobody decides on what that person submitted). */
export const ALUR_USULAN: Readonly<
  Record<
    StatusUsulan,
    Partial<Readonly<Record<TindakanUsulan, { oleh: 'PENULIS' | 'PENGUSUL'; ke: StatusUsulan; label: string }>>>
  >
> = {
  DIAJUKAN: {
    TERIMA: { oleh: 'PENULIS', ke: 'DITERIMA', label: 'Terima usulan' },
    TOLAK: { oleh: 'PENULIS', ke: 'DITOLAK', label: 'Tolak usulan' },
    TARIK: { oleh: 'PENGUSUL', ke: 'DITARIK', label: 'Tarik usulan' },
  },
  DITERIMA: {},
  DITOLAK: {},
  DITARIK: {},
}
export const TEKS_USULAN: Readonly<Record<StatusUsulan, string>> = {
  DIAJUKAN: 'Menunggu keputusan',
  DITERIMA: 'Diterima',
  DITOLAK: 'Ditolak',
  DITARIK: 'Ditarik',
}
export const KODE_USULAN: Readonly<Record<StatusUsulan, string>> = {
  DIAJUKAN: 'MENUNGGU',
  DITERIMA: 'DITERIMA',
  DITOLAK: 'DITOLAK',
  DITARIK: 'DIBATALKAN',
}

type Usulan = { readonly status: StatusUsulan; readonly pengusulId: string }
export function bolehUsulan(pelaku: Pelaku, usulan: Usulan, tindakan: TindakanUsulan): boolean {
  const aturan = ALUR_USULAN[usulan.status][tindakan]
  const sendiri = usulan.pengusulId === pelaku.pegawaiId
  if (!aturan) return false
  return aturan.oleh === 'PENGUSUL' ? sendiri : !sendiri && punyaPeran(pelaku, PENULIS_KARTU)
}

/** Throws 409 when it was decided meanwhile, 403 when the decision is not this person's. */
export function pastikanUsulan(pelaku: Pelaku, usulan: Usulan, tindakan: TindakanUsulan): StatusUsulan {
  const aturan = ALUR_USULAN[usulan.status][tindakan]
  if (!aturan)
    throw galat.bentrok(
      `Usulan ini sudah ${TEKS_USULAN[usulan.status].toLowerCase()}. Muat ulang halaman untuk melihatnya.`,
    )
  if (!bolehUsulan(pelaku, usulan, tindakan))
    throw galat.tidakBerwenang(
      aturan.oleh === 'PENGUSUL'
        ? 'Usulan ditarik oleh pengusulnya.'
        : 'Usulan diputuskan oleh Tim SAKIP atau Sekretaris Kecamatan, dan tidak oleh pengusulnya sendiri.',
    )
  return aturan.ke
}
