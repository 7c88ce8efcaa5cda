import { galat } from '../../inti/galat/index.ts'
import type { Pelaku, Peran } from '../../inti/pelaku.ts'
import { PENULIS_PK, type PeranPk, peranPk, type UntukHak } from '../perjanjian-kinerja/index.ts'

/** Where a quarter of a Rencana Aksi stands; a report that was opened again is open. */
export type KeadaanTriwulan = 'BELUM_MULAI' | 'TERBUKA' | 'DILAPORKAN'
export const KEADAAN_TRIWULAN = ['BELUM_MULAI', 'TERBUKA', 'DILAPORKAN'] as const
export type TindakanAksi = 'SUSUN' | 'ISI' | 'LAPORKAN' | 'BUKA'
export const TINDAKAN_AKSI = ['SUSUN', 'ISI', 'LAPORKAN', 'BUKA'] as const
/** As for the agreement itself; PELAKSANA is in charge of an action. */
export type PeranAksi = PeranPk | 'PELAKSANA'

type Aturan = {
  readonly label: string
  readonly peristiwa: string
  readonly kalimat: string
  readonly alasan?: 'wajib'
}
/** Every act with its words. */
export const ATURAN_AKSI: Readonly<Record<TindakanAksi, Aturan>> = {
  SUSUN: { label: 'Tambah aksi', peristiwa: 'disusun', kalimat: 'Mengubah rencana aksi {pk}: {aksi}' },
  ISI: {
    label: 'Isi realisasi',
    peristiwa: 'diisi',
    kalimat: 'Mengisi realisasi rencana aksi {pk} triwulan {triwulan}',
  },
  LAPORKAN: {
    label: 'Laporkan triwulan ini',
    peristiwa: 'dilaporkan',
    kalimat: 'Melaporkan rencana aksi {pk} triwulan {triwulan}',
  },
  BUKA: {
    label: 'Buka kembali',
    peristiwa: 'dibuka',
    kalimat: 'Membuka kembali laporan rencana aksi {pk} triwulan {triwulan}',
    alasan: 'wajib',
  },
}

type Alur = Readonly<Record<PeranAksi, Partial<Readonly<Record<KeadaanTriwulan, readonly TindakanAksi[]>>>>>
/**
 * Role → state of the quarter → acts; buttons, checks and the test table read this. The official and Tim SAKIP plan and
 * report, who is in charge fills in too, and only the superior (for the Camat: Tim SAKIP or the Sekcam) opens what was reported.
 */
export const ALUR_AKSI: Alur = {
  PEMILIK: { BELUM_MULAI: ['SUSUN'], TERBUKA: ['SUSUN', 'ISI', 'LAPORKAN'] },
  PENYUSUN: { BELUM_MULAI: ['SUSUN'], TERBUKA: ['SUSUN', 'ISI', 'LAPORKAN'] },
  PELAKSANA: { TERBUKA: ['ISI'] },
  ATASAN: { DILAPORKAN: ['BUKA'] },
  PENCATAT: { DILAPORKAN: ['BUKA'] },
}
export const PENULIS_AKSI: readonly Peran[] = PENULIS_PK

export type UntukHakAksi = {
  readonly pk: UntukHak
  /** posts in charge of actions */
  readonly pelaksana: readonly string[]
  /** who reported the quarter */
  readonly pelaporId: string | null
}

export type HakAksi =
  | { readonly boleh: true }
  | { readonly boleh: false; readonly http: 403 | 409; readonly alasan: string }

/** What the person is to this plan today. */
export function peranAksi(pelaku: Pelaku, { pk, pelaksana }: Pick<UntukHakAksi, 'pk' | 'pelaksana'>): PeranAksi[] {
  const memegang = pelaku.penugasan.some((p) => pelaksana.includes(p.jabatanId))
  return [...peranPk(pelaku, pk), ...(memegang ? (['PELAKSANA'] as const) : [])]
}

/** May this person do it in a quarter that stands so? Opening is never for the one who reported. */
export function hakAksi(
  pelaku: Pelaku,
  bahan: UntukHakAksi,
  tindakan: TindakanAksi,
  keadaan: KeadaanTriwulan,
): HakAksi {
  const peran = peranAksi(pelaku, bahan)
  if (!peran.some((p) => Object.values(ALUR_AKSI[p]).some((daftar) => daftar.includes(tindakan))))
    return { boleh: false, http: 403, alasan: ALASAN[tindakan] }
  if (bahan.pk.status === 'DIBATALKAN')
    return { boleh: false, http: 409, alasan: 'Perjanjian ini dibatalkan, jadi rencana aksinya tidak diubah lagi.' }
  if (!peran.some((p) => ALUR_AKSI[p][keadaan]?.includes(tindakan)))
    return { boleh: false, http: 409, alasan: TERTAHAN[keadaan] }
  if (tindakan === 'BUKA' && bahan.pelaporId === pelaku.pegawaiId)
    return {
      boleh: false,
      http: 403,
      alasan: 'Anda sendiri yang melaporkan triwulan ini, jadi orang lain yang membukanya kembali.',
    }
  return { boleh: true }
}

/** Throws 403 or 409 with the reason. */
export function pastikanHakAksi(
  pelaku: Pelaku,
  bahan: UntukHakAksi,
  { tindakan, keadaan }: { tindakan: TindakanAksi; keadaan: KeadaanTriwulan },
): void {
  const hak = hakAksi(pelaku, bahan, tindakan, keadaan)
  if (hak.boleh) return
  throw hak.http === 403 ? galat.tidakBerwenang(hak.alasan) : galat.bentrok(hak.alasan)
}

const TERTAHAN: Readonly<Record<KeadaanTriwulan, string>> = {
  BELUM_MULAI: 'Triwulan ini belum mulai, jadi realisasinya belum dapat diisi.',
  TERBUKA: 'Triwulan ini belum dilaporkan, jadi tidak perlu dibuka.',
  DILAPORKAN: 'Triwulan ini sudah dilaporkan. Minta atasan membukanya kembali dengan alasan.',
}
const ALASAN: Readonly<Record<TindakanAksi, string>> = {
  SUSUN: 'Rencana aksi disusun oleh pejabatnya sendiri, Tim SAKIP, atau Sekretaris Kecamatan.',
  ISI: 'Realisasi diisi oleh pejabatnya, penanggung jawab aksinya, Tim SAKIP, atau Sekretaris Kecamatan.',
  LAPORKAN: 'Triwulan dilaporkan oleh pejabatnya sendiri, Tim SAKIP, atau Sekretaris Kecamatan.',
  BUKA: 'Laporan triwulan dibuka kembali oleh atasan langsung pejabatnya.',
}
