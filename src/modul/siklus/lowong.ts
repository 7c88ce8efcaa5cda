import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { type Pelaku, punyaPeran, SEBUTAN_JENIS } from '../../inti/pelaku.ts'
import { PENUNJUK_PLH } from '../organisasi/index.ts'
import type { DefinisiSop, PelaksanaSop } from '../sop/index.ts'
import { kolomDitunggu } from './bola.ts'
import { berdiriDiKolom } from './kolom.ts'
import type { KonteksLangkah } from './kueri.ts'
import { berlakuPada } from './mesin/index.ts'
import { type OrangKantor, sqlOrangKantor } from './orang-kantor.ts'
import { bolaKonteks, pemutusLangkah, sedangDiputuskan } from './wewenang.ts'

/** A column with nobody behind it today (`pengganti` empty), or with acting holders only. */
export type KolomLowong = {
  readonly kode: string
  readonly nama: string
  /** "Plh. Sekretaris Kecamatan (Joko)" */
  readonly pengganti: readonly string[]
}

/** All people of the office with today's posts. One query. */
export async function ambilOrangKantor(
  baca: Pick<Tx | BasisData['baca'], '$queryRaw'>,
  pelaku: Pelaku,
): Promise<readonly OrangKantor[]> {
  const [baris] = await baca.$queryRaw<{ orang: OrangKantor[] }[]>`select ${sqlOrangKantor(pelaku)} as orang`
  return baris?.orang ?? []
}

/** Columns that carry out or receive a step and have nobody behind them today, or only a Plh. or Plt. Pure. */
export function kolomLowong(
  { pelaksana, langkah }: Pick<DefinisiSop, 'pelaksana' | 'langkah'>,
  orang: readonly OrangKantor[],
): KolomLowong[] {
  const dipakai = new Set(langkah.flatMap((l) => [...l.pelaksana, ...l.penerima]))
  return pelaksana.filter((k) => dipakai.has(k.kode)).flatMap((k) => lowong(k, orang) ?? [])
}

function lowong(kolom: PelaksanaSop, orang: readonly OrangKantor[]): KolomLowong | null {
  // a column without post, role and unit stands for somebody outside the office (the Bupati)
  if (kolom.jabatan.length + kolom.peran.length + kolom.unit.length === 0) return null
  const pemegang = orang.filter((o) => berdiriDiKolom(kolom, o))
  const pengganti = pemegang.flatMap((o) => {
    const jabatan = o.penugasan.filter((p) => berdiriDiKolom(kolom, { penugasan: [p], anggotaTimSakip: false }))
    const sementara = jabatan.length > 0 && jabatan.every((p) => p.jenis === 'PLH' || p.jenis === 'PLT')
    const [satu] = jabatan
    const lewatTim = berdiriDiKolom(kolom, { penugasan: [], anggotaTimSakip: o.anggotaTimSakip })
    return sementara && satu && !lewatTim ? [`${SEBUTAN_JENIS[satu.jenis]}${satu.jabatanNama} (${o.nama})`] : []
  })
  return pengganti.length === pemegang.length ? { kode: kolom.kode, nama: kolom.nama, pengganti } : null
}

/** "Sekretaris Kecamatan: tidak ada pejabatnya hari ini. …" */
export const kalimatLowong = ({ nama, pengganti }: KolomLowong): string =>
  pengganti.length > 0
    ? `${nama}: hari ini dijalankan ${pengganti.join(', ')}.`
    : `${nama}: tidak ada pejabatnya hari ini. Langkahnya baru dapat dikerjakan setelah ada pejabat atau pelaksana harian (Plh.) yang dicatat.`

/** Why a siklus with vacant pelaksana is not started yet, and what to do. */
export const alasanTahuLowong = (kosong: readonly KolomLowong[]): string =>
  `Tidak ada pejabatnya hari ini: ${kosong.map((k) => k.nama).join(', ')}. Centang “Saya tahu” bila siklus tetap dimulai, atau minta admin mencatat Plh. lebih dahulu.`

/** Columns with nobody behind them because of which the step cannot go on today; `semua`: each of them is needed. */
function kolomMacet(kode: readonly string[], konteks: KonteksLangkah, orang: readonly OrangKantor[]): KolomLowong[] {
  const kolom = konteks.siklus.definisi.pelaksana.filter((k) => kode.includes(k.kode))
  const kosong = kolom.flatMap((k) => lowong(k, orang) ?? []).filter((k) => k.pengganti.length === 0)
  const perluSemua = konteks.def.cara === 'SEMUA'
  return perluSemua || kosong.length === kolom.length ? kosong : []
}

/** Names of the columns that hold up this step today; [] where somebody can act, also the Camat in their stead. */
export function pelaksanaKosong(konteks: KonteksLangkah, orang: readonly OrangKantor[]): string[] {
  if (konteks.siklus.status !== 'BERJALAN') return []
  const { status } = konteks.langkah
  if (status === 'SELESAI' || status === 'DILEWATI' || !berlakuPada(konteks.def, konteks.siklus.periode)) return []
  if (sedangDiputuskan(konteks) && pemutusLangkah(konteks).orang.length > 0) return []
  const kode = status === 'BERJALAN' ? kolomDitunggu(bolaKonteks(konteks)) : konteks.def.pelaksana
  return kolomMacet(kode, konteks, orang).map((k) => k.nama)
}

/** Does the decision wait with nobody left for it: every holder, and the Camat, submitted what is decided on. */
const semuaTerhalang = (konteks: KonteksLangkah): boolean =>
  konteks.siklus.status === 'BERJALAN' && sedangDiputuskan(konteks) && pemutusLangkah(konteks).orang.length === 0

/** What an open step that nobody can carry out today says, and where the person may name a Plh.; null where all is well. */
export function susunKosong(konteks: KonteksLangkah, pelaku: Pelaku, orang: readonly OrangKantor[]) {
  const nama = pelaksanaKosong(konteks, orang)
  const terhalang = nama.length === 0 && semuaTerhalang(konteks)
  if (nama.length === 0 && !terhalang) return null
  const boleh = punyaPeran(pelaku, PENUNJUK_PLH)
  const siapa = terhalang ? 'pelaksana harian (Plh.) yang tidak ikut mengajukannya' : 'pelaksana harian (Plh.)'
  const lakukan = boleh
    ? `Tunjuk ${siapa}, atau minta admin mencatat pejabatnya.`
    : `Minta Camat atau Sekretaris Kecamatan menunjuk ${siapa}, atau minta admin mencatatnya.`
  const sebab = terhalang
    ? 'karena semua pejabatnya ikut mengisi atau mengajukan yang diputuskan'
    : 'karena tidak ada pejabatnya'
  return {
    judul: terhalang ? 'Belum ada yang dapat memutuskan' : `${nama.join(' dan ')} kosong hari ini`,
    teks: `Langkah ${konteks.def.nomor} menunggu, ${sebab}. ${lakukan}`,
    alamatPlh: boleh ? `/siklus/${konteks.siklus.id}/plh` : null,
  }
}
