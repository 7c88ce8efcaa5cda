/** Who works with performance data. Roles come from the posts valid today and from the SK Tim SAKIP, never from the account. */
export const PERAN_KANTOR = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'STAF', 'DESA', 'PENGAMAT'] as const
/** All roles: the operator sees no performance data. */
export const PERAN = [...PERAN_KANTOR, 'ADMIN'] as const
export type Peran = (typeof PERAN)[number]

/** One post a person holds today. */
export type PenugasanPelaku = {
  readonly id: string
  readonly jenis: 'DEFINITIF' | 'PLT' | 'PLH' | 'PJ'
  readonly jabatanId: string
  readonly jabatanKode: string
  readonly jabatanNama: string
  readonly peran: Peran
  readonly unitId: string | null
  readonly unitNama: string | null
  readonly unitKode: string | null
  readonly kepalaUnit: boolean
}

/** Who acts: the signed-in person with the rights of this very request. */
export type Pelaku = {
  readonly akunId: string
  readonly pegawaiId: string
  readonly nama: string
  readonly nip: string | null
  readonly pangkat: string | null
  readonly kecamatanId: string
  readonly namaKecamatan: string
  readonly kabupaten: string
  readonly zonaWaktu: string
  readonly peran: readonly Peran[]
  readonly penugasan: readonly PenugasanPelaku[]
  readonly anggotaTimSakip: boolean
  readonly wajibGantiSandi: boolean
  /** number of the office's last audit event when this request began (see inti/basis-data/ingatan) */
  readonly urutJejak?: number
  /** reminders of the last month that the person has not marked as read */
  readonly pengingatBaru?: number
}

export const SEBUTAN_JENIS = { DEFINITIF: '', PLT: 'Plt. ', PLH: 'Plh. ', PJ: 'Pj. ' } as const

/** True when the person has at least one of the roles today. */
export const punyaPeran = (pelaku: Pelaku, peran: readonly Peran[]): boolean =>
  pelaku.peran.some((p) => peran.includes(p))

/**
 * The post that the act is recorded with: the post that gives one of the wanted roles, else membership of Tim SAKIP,
 * else the first post ("Plt. Camat Taman", "Anggota Tim SAKIP").
 */
export function sebutanJabatan(pelaku: Pelaku, peran: readonly Peran[] = pelaku.peran): string {
  const cocok = pelaku.penugasan.find((p) => peran.includes(p.peran))
  if (cocok) return SEBUTAN_JENIS[cocok.jenis] + cocok.jabatanNama
  if (pelaku.anggotaTimSakip && peran.includes('TIM_SAKIP')) return 'Tim SAKIP'
  const pertama = pelaku.penugasan[0]
  return pertama ? SEBUTAN_JENIS[pertama.jenis] + pertama.jabatanNama : 'Tanpa jabatan'
}

/** Units in whose name the person may fill a form (any post in it), and those the person heads. */
export const unitPelaku = (pelaku: Pelaku): string[] =>
  pelaku.penugasan.flatMap((p) =>
    p.unitId && (p.peran === 'KASI' || p.peran === 'STAF' || p.peran === 'DESA') ? [p.unitId] : [],
  )
export const unitDipimpin = (pelaku: Pelaku): string[] =>
  pelaku.penugasan.flatMap((p) => (p.unitId && p.kepalaUnit ? [p.unitId] : []))
/** Units in whose name the person may fill a form: any post in it, or its head whatever the role. */
export const unitIsian = (pelaku: Pelaku): string[] => [...new Set([...unitPelaku(pelaku), ...unitDipimpin(pelaku)])]
