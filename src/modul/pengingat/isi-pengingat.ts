import { type Pelaku, punyaPeran, sebutanJabatan, unitDipimpin } from '../../inti/pelaku.ts'
import type { Kalender } from '../../inti/waktu/index.ts'
import type { OrangBertugas, Tugas } from '../tugas-saya/index.ts'
import { type Putaran, posisiHari, waktunyaDiingatkan, waktunyaDilaporkan } from './jadwal.ts'
import type { Setelan } from './setelan.ts'

/** One task of a list, as it stood when the list was made. */
export type ButirPengingat = {
  readonly judul: string
  /** path within Takar */
  readonly alamat: string
  readonly periode: string
  /** YYYY-MM-DD */
  readonly tenggat: string | null
  /** working days to the tenggat: negative before, 0 on the day, positive late; null without one */
  readonly posisi: number | null
  /** who is waited for, in what is told to somebody above */
  readonly siapa?: readonly string[]
}
/** One list of one person on one day. */
export type IsiPengingat = {
  readonly tugas: readonly ButirPengingat[]
  /** late tasks of the staff of a unit, for its head */
  readonly bawahan: readonly ButirPengingat[]
  /** late tasks of the office, for the Sekcam */
  readonly kantor: readonly ButirPengingat[]
  /** for the admin: mails that were given up on that day */
  readonly surelGagal?: number
}
export type Saat = { readonly putaran: Putaran; readonly setelan: Setelan; readonly kalender: Kalender }

/** A list names at most so many tasks of each sort; the rest is in Takar. */
const MAKS_BUTIR = 40

/**
 * Who gets what list in this round: each person one of everything that waits for that person, if at least one of it is to be
 * reminded of; the head of a unit and the Sekcam also what is late below them. Pure.
 */
export function susunPengingat(orang: readonly OrangBertugas[], saat: Saat): Map<string, IsiPengingat> {
  const hasil = new Map<string, IsiPengingat>()
  for (const satu of orang) {
    const isi = susunSatu(satu, orang, saat)
    if (isi) hasil.set(satu.pelaku.pegawaiId, isi)
  }
  return hasil
}

function susunSatu({ pelaku, tugas }: OrangBertugas, orang: readonly OrangBertugas[], saat: Saat): IsiPengingat | null {
  const { putaran, setelan, kalender } = saat
  const milik = new Set(tugas.map((t) => t.alamat))
  const lain = (siapa: readonly OrangBertugas[], sesudah: number): Terlambat =>
    kumpulkanTerlambat(siapa, { ...saat, sesudah, milik })
  const bawahan = lain(bawahanDari(pelaku, orang), setelan.keKepala)
  const kantor = lain(dilaporkanKe(pelaku, orang), setelan.keSekcam)
  const kena = tugas.some((t) => t.urutTenggat && waktunyaDiingatkan(t.urutTenggat, putaran, { setelan, kalender }))
  if (!kena && !bawahan.kena && !kantor.kena) return null
  return {
    tugas: tugas.slice(0, MAKS_BUTIR).map((t) => butir(t, saat)),
    bawahan: bawahan.butir,
    // what the Sekcam is told as head of a unit is not told twice
    kantor: kantor.butir.filter((k) => !bawahan.butir.some((b) => b.alamat === k.alamat)),
  }
}

/** People with a post below the head in a unit that this person heads. */
export const bawahanDari = (pelaku: Pelaku, orang: readonly OrangBertugas[]): OrangBertugas[] => {
  const unit = unitDipimpin(pelaku)
  return orang.filter(
    (o) =>
      o.pelaku.pegawaiId !== pelaku.pegawaiId &&
      o.pelaku.penugasan.some((p) => !p.kepalaUnit && p.unitId !== null && unit.includes(p.unitId)),
  )
}

/** Everybody but the Camat, for who is Sekcam today; for the Camat where that post is vacant. */
function dilaporkanKe(pelaku: Pelaku, orang: readonly OrangBertugas[]): OrangBertugas[] {
  const adaSekcam = orang.some((o) => punyaPeran(o.pelaku, ['SEKCAM']))
  if (!punyaPeran(pelaku, [adaSekcam ? 'SEKCAM' : 'CAMAT'])) return []
  return orang.filter((o) => o.pelaku.pegawaiId !== pelaku.pegawaiId && !punyaPeran(o.pelaku, ['CAMAT']))
}

type Terlambat = { readonly butir: readonly ButirPengingat[]; readonly kena: boolean }
type Batas = Saat & { readonly sesudah: number; readonly milik: ReadonlySet<string> }

/** Tasks late by at least `sesudah` working days, each once with all who are waited for; `kena`: one of them is due to be told. */
function kumpulkanTerlambat(orang: readonly OrangBertugas[], { sesudah, milik, ...saat }: Batas): Terlambat {
  const { putaran, setelan, kalender } = saat
  const perAlamat = new Map<string, ButirPengingat & { siapa: string[] }>()
  let kena = false
  for (const { pelaku, tugas } of orang)
    for (const t of tugas) {
      if (!t.urutTenggat || milik.has(t.alamat)) continue
      if (sesudah === 0 || posisiHari(putaran.hari, t.urutTenggat, kalender) < sesudah) continue
      kena ||= waktunyaDilaporkan(t.urutTenggat, putaran, { setelan, kalender, sesudah })
      const ada = perAlamat.get(t.alamat) ?? { ...butir(t, saat), siapa: [] }
      ada.siapa.push(`${pelaku.nama} (${sebutanJabatan(pelaku)})`)
      perAlamat.set(t.alamat, ada)
    }
  const urut = [...perAlamat.values()].sort((a, b) => (a.tenggat ?? '').localeCompare(b.tenggat ?? ''))
  return { butir: urut.slice(0, MAKS_BUTIR), kena }
}

const butir = (t: Tugas, { putaran, kalender }: Pick<Saat, 'putaran' | 'kalender'>): ButirPengingat => ({
  judul: t.judul,
  alamat: t.alamat,
  periode: t.periode,
  tenggat: t.urutTenggat,
  posisi: t.urutTenggat ? posisiHari(putaran.hari, t.urutTenggat, kalender) : null,
})
