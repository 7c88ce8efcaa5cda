import type { BasisData } from '../../inti/basis-data/index.ts'
import { type Pelaku, SEBUTAN_JENIS } from '../../inti/pelaku.ts'
import { urutKedudukan } from '../organisasi/index.ts'
import { ambilOrangKantor, type OrangKantor } from '../siklus/index.ts'
import type { YangDitanya } from './naskah/bentuk.ts'

/** A post with those who hold it today; nobody: it is vacant. */
export type Ditanya = {
  readonly sebutan: string
  readonly nama: readonly string[]
  readonly untuk: string
  /** said where nobody is named */
  readonly kosong: string
}

const UNTUK: Readonly<Record<YangDitanya, { sebutan: string; untuk: string; kosong?: string }>> = {
  TIM_SAKIP: {
    sebutan: 'Tim SAKIP',
    untuk: 'cara mengisi, target, rumus, dan jadwal',
    kosong: 'belum ada SK Tim SAKIP yang berlaku',
  },
  KEPALA_UNIT: { sebutan: 'Kepala unit', untuk: 'angka dan bukti dari unit' },
  SEKCAM: { sebutan: 'Sekretaris Kecamatan', untuk: 'persetujuan dan pengembalian' },
  CAMAT: { sebutan: 'Camat', untuk: 'keputusan dan disposisi' },
  ADMIN: { sebutan: 'Admin Takar', untuk: 'akun, sandi, dan jabatan' },
}
const MAKS_NAMA = 3

/** People of the office with their posts of today; kept until something is written in the office. */
export const ambilOrang = (db: BasisData, pelaku: Pelaku): Promise<OrangKantor[]> =>
  db.ingat(pelaku, 'bantuan:orang', () => ambilOrangKantor(db.baca, pelaku))

/**
 * Whom to ask, by name. KEPALA_UNIT are the heads of the units in `unitId`; a unit may have none, so it is left out then.
 * The person who reads is left out: nobody is sent to ask oneself; what is empty then is left out too, unless the post is
 * vacant.
 */
export function siapaDitanya(
  kode: readonly YangDitanya[],
  { orang, pelaku, unitId }: { orang: readonly OrangKantor[]; pelaku: Pelaku; unitId: readonly string[] },
): Ditanya[] {
  return kode.flatMap((satu) => {
    const pemegang = orang.filter((o) => memegang(o, satu, unitId))
    if (satu === 'TIM_SAKIP') pemegang.sort(olehKedudukan)
    if (satu === 'KEPALA_UNIT' && pemegang.length === 0) return []
    if (pemegang.some((o) => o.pegawaiId === pelaku.pegawaiId) && pemegang.length === 1) return []
    const lain = pemegang.filter((o) => o.pegawaiId !== pelaku.pegawaiId)
    return [
      {
        kosong: 'jabatan ini sedang kosong',
        ...UNTUK[satu],
        nama: lain.slice(0, MAKS_NAMA).map((o) => sebut(o, satu, unitId)),
      },
    ]
  })
}

function memegang(o: OrangKantor, kode: YangDitanya, unitId: readonly string[]): boolean {
  if (kode === 'TIM_SAKIP') return o.anggotaTimSakip
  if (kode === 'KEPALA_UNIT') return o.penugasan.some((p) => p.kepalaUnit && p.unitId && unitId.includes(p.unitId))
  return o.penugasan.some((p) => p.peran === kode)
}

const olehKedudukan = (a: OrangKantor, b: OrangKantor): number =>
  urutKedudukan(a.kedudukanTim ?? '') - urutKedudukan(b.kedudukanTim ?? '')

function sebut(o: OrangKantor, kode: YangDitanya, unitId: readonly string[]): string {
  const jabatan =
    kode === 'TIM_SAKIP'
      ? o.penugasan[0]
      : o.penugasan.find((p) => (kode === 'KEPALA_UNIT' ? p.unitId && unitId.includes(p.unitId) : p.peran === kode))
  const sebutan = [
    kode === 'TIM_SAKIP' && o.kedudukanTim,
    jabatan && SEBUTAN_JENIS[jabatan.jenis] + jabatan.jabatanNama,
  ].filter(Boolean)
  return sebutan.length > 0 ? `${o.nama} (${sebutan.join(', ')})` : o.nama
}
