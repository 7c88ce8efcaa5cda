import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, type Peran, punyaPeran } from '../../inti/pelaku.ts'

export const KEADAAN_PK = ['DRAF', 'DIAJUKAN', 'DISETUJUI', 'DITANDATANGANI', 'BERLAKU', 'DIBATALKAN'] as const
export type KeadaanPk = (typeof KEADAAN_PK)[number]
/** What a person is to one agreement: it follows the posts of today, not the account. */
export const PERAN_PK = ['PEMILIK', 'PENYUSUN', 'ATASAN', 'PENCATAT'] as const
export type PeranPk = (typeof PERAN_PK)[number]
export const TINDAKAN = [
  'UBAH',
  'AJUKAN',
  'TARIK',
  'SETUJUI',
  'CATAT_SETUJU',
  'KEMBALIKAN',
  'TANDATANGANI',
  'BERLAKUKAN',
  'BUAT_PERUBAHAN',
  'BATALKAN',
] as const
export type TindakanPk = (typeof TINDAKAN)[number]

type Aturan = {
  /** the state it leads to; null: it stays */
  readonly ke: KeadaanPk | null
  readonly label: string
  readonly alasan?: 'wajib'
  /** last part of the audit event; its sentence, and the word of the history */
  readonly peristiwa: string
  readonly kalimat: string
  readonly riwayat: string
  /** decides on what was submitted: never by the person who submitted it, nor by the official it binds */
  readonly memutuskan?: true
}

/** Every act with its words. Sentences begin with the verb; {…} comes from the event. */
export const ATURAN_PK: Readonly<Record<TindakanPk, Aturan>> = {
  UBAH: {
    ke: null,
    label: 'Ubah isi',
    peristiwa: 'diubah',
    kalimat: 'Mengubah {bagian} {pk}',
    riwayat: 'Mengubah isinya',
  },
  AJUKAN: {
    ke: 'DIAJUKAN',
    label: 'Ajukan kepada atasan',
    peristiwa: 'diajukan',
    kalimat: 'Mengajukan {pk}',
    riwayat: 'Mengajukan kepada atasan',
  },
  TARIK: {
    ke: 'DRAF',
    label: 'Tarik kembali',
    peristiwa: 'ditarik',
    kalimat: 'Menarik kembali {pk}',
    riwayat: 'Menarik kembali',
  },
  SETUJUI: {
    ke: 'DISETUJUI',
    label: 'Setujui',
    peristiwa: 'disetujui',
    kalimat: 'Menyetujui {pk}',
    riwayat: 'Menyetujui',
    memutuskan: true,
  },
  CATAT_SETUJU: {
    ke: 'DISETUJUI',
    label: 'Catat persetujuan atasan',
    peristiwa: 'persetujuan-dicatat',
    kalimat: 'Mencatat persetujuan {kedua} atas {pk}',
    riwayat: 'Mencatat persetujuan dari luar kantor',
    memutuskan: true,
  },
  KEMBALIKAN: {
    ke: 'DRAF',
    label: 'Kembalikan untuk diperbaiki',
    alasan: 'wajib',
    peristiwa: 'dikembalikan',
    kalimat: 'Mengembalikan {pk}',
    riwayat: 'Mengembalikan',
    memutuskan: true,
  },
  TANDATANGANI: {
    ke: 'DITANDATANGANI',
    label: 'Catat tanda tangan',
    peristiwa: 'ditandatangani',
    kalimat: 'Mencatat tanda tangan {pk} nomor {nomor}',
    riwayat: 'Mencatat naskah yang sudah ditandatangani',
  },
  BERLAKUKAN: {
    ke: 'BERLAKU',
    label: 'Nyatakan berlaku',
    peristiwa: 'berlaku',
    kalimat: 'Menyatakan berlaku {pk} sejak {berlakuSejak}',
    riwayat: 'Menyatakan berlaku',
  },
  BUAT_PERUBAHAN: {
    ke: null,
    label: 'Buat PK Perubahan',
    peristiwa: 'perubahan-dibuat',
    kalimat: 'Menyusun draf {pk}',
    riwayat: 'Menyusun draf',
  },
  BATALKAN: {
    ke: 'DIBATALKAN',
    label: 'Batalkan',
    alasan: 'wajib',
    peristiwa: 'dibatalkan',
    kalimat: 'Membatalkan {pk}',
    riwayat: 'Membatalkan',
  },
}

type Alur = Readonly<Record<PeranPk, Partial<Readonly<Record<KeadaanPk, readonly TindakanPk[]>>>>>
/**
 * Role → state → acts; buttons, checks on the server and the test table read this. The official promises and signs, the
 * superior approves or returns, Tim SAKIP and the Sekcam write for others and put in force. PENCATAT acts only where the
 * superior is outside the office (the Camat's is the head of region): the approval comes on paper.
 */
export const ALUR_PK: Alur = {
  PEMILIK: {
    DRAF: ['UBAH', 'AJUKAN', 'BATALKAN'],
    DIAJUKAN: ['TARIK'],
    DISETUJUI: ['TANDATANGANI'],
    BERLAKU: ['BUAT_PERUBAHAN'],
  },
  PENYUSUN: {
    DRAF: ['UBAH', 'AJUKAN', 'BATALKAN'],
    DIAJUKAN: ['TARIK'],
    DISETUJUI: ['TANDATANGANI', 'BATALKAN'],
    DITANDATANGANI: ['BERLAKUKAN', 'BATALKAN'],
    BERLAKU: ['BUAT_PERUBAHAN'],
  },
  ATASAN: { DIAJUKAN: ['SETUJUI', 'KEMBALIKAN'], DISETUJUI: ['KEMBALIKAN'] },
  PENCATAT: { DIAJUKAN: ['CATAT_SETUJU', 'KEMBALIKAN'] },
}

/** Who may come near a form of a PK at all; what exactly is ALUR_PK's. */
export const PENULIS_PK: readonly Peran[] = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'STAF']
/** Who writes agreements for others. */
export const PENYUSUN_PK: readonly Peran[] = ['TIM_SAKIP', 'SEKCAM']

/** What decides on rights of one agreement. */
export type UntukHak = {
  readonly status: KeadaanPk
  readonly jabatanId: string
  readonly pegawaiId: string
  /** post of the superior; null: outside this office */
  readonly atasanId: string | null
  readonly pengajuId: string | null
}

/** What the person is to this agreement today. The official is never the own superior. */
export function peranPk(pelaku: Pelaku, pk: UntukHak): PeranPk[] {
  const memegang = (id: string | null) => pelaku.penugasan.some((p) => p.jabatanId === id)
  const penyusun = punyaPeran(pelaku, PENYUSUN_PK)
  return [
    ...(memegang(pk.jabatanId) ? (['PEMILIK'] as const) : []),
    ...(penyusun ? (['PENYUSUN'] as const) : []),
    ...(memegang(pk.atasanId) && pelaku.pegawaiId !== pk.pegawaiId ? (['ATASAN'] as const) : []),
    ...(penyusun && pk.atasanId === null ? (['PENCATAT'] as const) : []),
  ]
}

export type HakPk =
  | { readonly boleh: true }
  | { readonly boleh: false; readonly http: 403 | 409; readonly alasan: string }

/** May this person do it to this agreement now? The sentence says why not. */
export function hakPk(pelaku: Pelaku, pk: UntukHak, tindakan: TindakanPk): HakPk {
  const peran = peranPk(pelaku, pk)
  const pernah = peran.some((p) => Object.values(ALUR_PK[p]).some((daftar) => daftar.includes(tindakan)))
  if (!pernah) return { boleh: false, http: 403, alasan: ALASAN_PERAN[tindakan] }
  if (!peran.some((p) => ALUR_PK[p][pk.status]?.includes(tindakan)))
    return {
      boleh: false,
      http: 409,
      alasan: `Perjanjian ini ${TEKS_STATUS[pk.status].toLowerCase()}, jadi ini tidak dapat dilakukan sekarang. Muat ulang halaman untuk melihat keadaannya.`,
    }
  const sendiri = pk.pengajuId === pelaku.pegawaiId || pk.pegawaiId === pelaku.pegawaiId
  if (ATURAN_PK[tindakan].memutuskan && sendiri)
    return {
      boleh: false,
      http: 403,
      alasan:
        'Anda yang mengajukan perjanjian ini atau yang berjanji di dalamnya, jadi orang lain yang memutuskannya. Tarik kembali, lalu minta pejabatnya sendiri atau anggota tim lain mengajukannya.',
    }
  return { boleh: true }
}

/** Throws 403 or 409 with the reason. */
export function pastikanHakPk(pelaku: Pelaku, pk: UntukHak, tindakan: TindakanPk): void {
  const hak = hakPk(pelaku, pk, tindakan)
  if (hak.boleh) return
  throw hak.http === 403 ? galat.tidakBerwenang(hak.alasan) : galat.bentrok(hak.alasan)
}

export const TEKS_STATUS: Readonly<Record<KeadaanPk, string>> = {
  DRAF: 'Draf',
  DIAJUKAN: 'Diajukan',
  DISETUJUI: 'Disetujui',
  DITANDATANGANI: 'Ditandatangani',
  BERLAKU: 'Berlaku',
  DIBATALKAN: 'Dibatalkan',
}

const PEMILIK = 'Ini dilakukan pejabat yang berjanji, Tim SAKIP, atau Sekretaris Kecamatan.'
const ATASAN = 'Ini wewenang atasan langsung pejabat yang berjanji.'
const ALASAN_PERAN: Readonly<Record<TindakanPk, string>> = {
  UBAH: PEMILIK,
  AJUKAN: PEMILIK,
  TARIK: PEMILIK,
  TANDATANGANI: PEMILIK,
  BUAT_PERUBAHAN: PEMILIK,
  BATALKAN: PEMILIK,
  SETUJUI: ATASAN,
  KEMBALIKAN: ATASAN,
  CATAT_SETUJU:
    'Persetujuan dari luar kantor dicatat oleh Tim SAKIP atau Sekretaris Kecamatan, dan hanya untuk Perjanjian Kinerja Camat.',
  BERLAKUKAN: 'Perjanjian Kinerja dinyatakan berlaku oleh Tim SAKIP atau Sekretaris Kecamatan.',
}
