import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import {
  bandingkanWaktu,
  formatDurasiKerja,
  formatWaktuBaku,
  hariTanggal,
  jam,
  type Kalender,
  menitKerja,
  relatifHari,
  tanggalJam,
  tanggalLokal,
} from '../../inti/waktu/index.ts'
import { ambilKalenderKerja } from '../kalender/index.ts'
import { type BolaLangkah, mengapaPengganti, menungguKeputusan } from './bola.ts'
import type { Pembaca } from './jenis-langkah.ts'
import { ambilPenanganan } from './jenis-langkah.ts'
import type { BarisLangkah, KonteksLangkah } from './kueri.ts'
import { bolehLewat } from './lewati-langkah.ts'
import { ambilOrangKantor, susunKosong } from './lowong.ts'
import { berlakuPada } from './mesin/index.ts'
import { type KembalianPenyelesaian, namaBagian, susunPenyelesaian } from './tampilan-penyelesaian.ts'
import {
  adaGiliran,
  bagianSaya,
  bolaKonteks,
  bolehMenyiapkan,
  hakLangkah,
  namaPelaksana,
  namaPemegang,
  peranPemegang,
  sedangDiputuskan,
  sudahBertindak,
  unitSudahMenyerahkan,
} from './wewenang.ts'

export const TEKS_STATUS = {
  BELUM: 'Belum mulai',
  BERJALAN: 'Sedang dikerjakan',
  SELESAI: 'Selesai',
  DILEWATI: 'Dilewati',
} as const

export type Kepala = Awaited<ReturnType<typeof susunKepala>>

/**
 * Head of every step page: what, whose, by when, standard against actual time, what it left behind, who of several has
 * acted, and the piece that finishes the step (`kembali`: what was typed into it and refused). Besides the calendar one query,
 * for those whose turn it is not a second one: whether anybody can act today.
 */
export async function susunKepala(
  baca: Pembaca,
  konteks: KonteksLangkah,
  pelaku: Pelaku,
  kembali: KembalianPenyelesaian = {},
) {
  const { siklus, langkah, def } = konteks
  const terbuka = langkah.status === 'BERJALAN' && siklus.status === 'BERJALAN'
  const [kalender, dokumen, orang] = await Promise.all([
    ambilKalenderKerja(baca, pelaku.kecamatanId),
    ambilDokumenLangkah(baca, konteks),
    // who can act themselves need not be told that nobody can
    terbuka && !adaGiliran(konteks, pelaku) ? ambilOrangKantor(baca, pelaku) : null,
  ])
  const milikSaya = terbuka && adaGiliran(konteks, pelaku)
  const tenggat = langkah.tenggat ?? siklus.tenggat
  return {
    judul: `${def.nomor}. ${perintahLangkah(langkah)}`,
    uraian: def.uraian,
    periode: `${siklus.namaSop} · ${siklus.namaPeriode}`,
    status: statusLangkah(konteks),
    waktuBaku: formatWaktuBaku(def.waktuBaku),
    waktuTerpakai: langkah.dibukaPada ? bandingkanLangkah(konteks, kalender).teks : 'belum mulai',
    tenggat: tenggat ? susunTenggat(tenggat, tanggalLokal(jam.sekarang(), pelaku.zonaWaktu), terbuka) : null,
    pelaksana: namaPelaksana(konteks),
    kelengkapan: def.kelengkapan,
    keluaran: def.keluaran,
    mengapaSaya: terbuka ? alasanGiliran(konteks, pelaku, milikSaya) : '',
    alasanKembali: terbuka ? langkah.alasanKembali : null,
    kosong: orang ? susunKosong(konteks, pelaku, orang) : null,
    dilewati: sebutPelewatan(konteks, pelaku.zonaWaktu),
    /** where the step is passed over, for those who may */
    alamatLewat: bolehLewat(konteks, pelaku) ? `/siklus/${siklus.id}#${idPelewatan(def.kode)}` : null,
    alamatSiklus: `/siklus/${siklus.id}`,
    alamat: `/siklus/${siklus.id}/langkah/${langkah.kode}`,
    giliranSaya: milikSaya,
    bolehSiapkan: terbuka && bolehMenyiapkan(konteks, pelaku) && !sudahBertindak(konteks, pelaku),
    /** for the partial /siklus/_penyelesaian; null while it is not my turn */
    penyelesaian: milikSaya ? susunPenyelesaian(konteks, kembali) : null,
    bertindak: susunBertindak(konteks, pelaku.zonaWaktu),
    terbuka,
    selesai: langkah.status === 'SELESAI',
    selesaiOleh: langkah.selesaiOleh,
    dokumen: dokumen.map((d) => ({ ...d, judul: judulDokumen(d) })),
  }
}

/** Where several pelaksana must all act, in the order of the SOP: who has, when, and whose part is open. */
function susunBertindak(konteks: KonteksLangkah, zona: string) {
  return konteks.def.pelaksana
    .flatMap((kode) => konteks.bagian.filter((b) => b.pelaksana === kode))
    .map((b) => ({
      label: namaBagian(konteks, b),
      nilai:
        b.status === 'SELESAI' && b.selesaiPada
          ? [b.selesaiOleh, tanggalJam(b.selesaiPada, zona)].filter(Boolean).join(', ')
          : TEKS_BAGIAN[b.status],
    }))
}
const TEKS_BAGIAN = {
  BELUM: 'belum',
  BERJALAN: 'ditunggu',
  SELESAI: 'sudah',
  DILEWATI: 'tidak diperlukan lagi',
} as const

/** What is asked in this step now, of whoever holds it. */
export function perintahLangkah({
  jenis,
  diteruskanPada,
  status,
  memutuskan,
}: Pick<BolaLangkah, 'jenis' | 'diteruskanPada' | 'memutuskan'> & Pick<BarisLangkah, 'status'>): string {
  const { perintah, perintahPenerima } = ambilPenanganan(jenis)
  const diminta = diteruskanPada !== null && status === 'BERJALAN' ? (perintahPenerima ?? perintah) : perintah
  const putuskan = menungguKeputusan({ jenis, diteruskanPada, memutuskan }) && !diminta.includes('putuskan')
  return putuskan ? `${diminta} dan putuskan` : diminta
}

/** "Terlambat", "hari ini", "3 hari lagi": shape of the partial langkah-kepala. */
export function susunTenggat(tenggat: string, hariIni: string, terbuka: boolean) {
  const lewat = terbuka && tenggat < hariIni
  return {
    teks: terbuka ? `${hariTanggal(tenggat)} (${relatifHari(tenggat, hariIni)})` : hariTanggal(tenggat),
    kode: lewat ? 'TERLAMBAT' : terbuka && tenggat === hariIni ? 'HARI_INI' : undefined,
  }
}

/** "Data sudah ada di dokumen lain. Oleh Budi, 6 Juli 2026 pukul 09.00", or only why, where the SOP itself
 * passes over the step, also ahead of time; null for all others. */
export function sebutPelewatan({ siklus, langkah, def }: KonteksLangkah, zona: string): string | null {
  const { dilewati, selesaiOleh, selesaiPada, status } = langkah
  if (status === 'BELUM' && !berlakuPada(def, siklus.periode)) return 'Tidak dijalankan pada periode ini.'
  if (!dilewati || dilewati.otomatis) return dilewati?.alasan ?? null
  const siapa = [selesaiOleh, selesaiPada && tanggalJam(selesaiPada, zona)].filter(Boolean).join(', ')
  return `Alasan: ${dilewati.alasan} (${siapa})`
}
/** Anchor of the act on the page of the siklus. */
export const idPelewatan = (kode: string): string => `lewati-${kode}`

/** Time taken so far against the waktu baku; a month or a calendar rule is reckoned from the opening of this round. */
export function bandingkanLangkah(konteks: KonteksLangkah, kalender: Kalender) {
  const { langkah, def } = konteks
  const mulai = langkah.dibukaPada
  return bandingkanWaktu(menitLangkah(konteks, kalender), def.waktuBaku, mulai ? { mulai, kalender } : undefined)
}

/** Working minutes so far: finished rounds plus the running one, which ends with the siklus. */
export function menitLangkah(
  { siklus, langkah }: Pick<KonteksLangkah, 'siklus' | 'langkah'>,
  kalender: Parameters<typeof menitKerja>[2],
): number {
  const kini = siklus.selesaiPada ?? jam.sekarang()
  const berjalan =
    langkah.status === 'BERJALAN' && langkah.dibukaPada ? menitKerja(langkah.dibukaPada, kini, kalender) : 0
  return langkah.menitTerpakai + berjalan
}

/** State word of a step; a step opened again by a return says so, one of a cancelled siklus that it was stopped. */
export function statusLangkah({ siklus, langkah }: Pick<KonteksLangkah, 'siklus' | 'langkah'>): {
  kode: string
  teks: string
} {
  if (langkah.status === 'BERJALAN' && siklus.status !== 'BERJALAN') return { kode: 'DIBATALKAN', teks: 'Dihentikan' }
  if (langkah.status === 'BERJALAN' && langkah.alasanKembali) return { kode: 'DIKEMBALIKAN', teks: 'Dikembalikan' }
  return { kode: langkah.status, teks: TEKS_STATUS[langkah.status] }
}

function alasanGiliran(konteks: KonteksLangkah, pelaku: Pelaku, milikSaya: boolean): string {
  const pemegang = namaPemegang(konteks)
  const pengganti = milikSaya ? mengapaPengganti(bolaKonteks(konteks), pelaku.pegawaiId) : null
  if (pengganti) return pengganti
  if (!milikSaya && sedangDiputuskan(konteks)) {
    const hak = hakLangkah(konteks, pelaku)
    if (!hak.boleh) return hak.alasan
  }
  if (milikSaya && konteks.bagian.length > 0) return alasanBagian(konteks, pelaku)
  if (milikSaya) {
    const sebutan = sebutanJabatan(pelaku, peranPemegang(konteks))
    return `Giliran Anda: menurut SOP, langkah ini di tangan ${pemegang}${sebutan === pemegang ? '' : `, dan hari ini Anda bertindak sebagai ${sebutan}`}.`
  }
  if (sudahBertindak(konteks, pelaku)) return `Bagian Anda sudah selesai. Menunggu ${pemegang}.`
  if (!milikSaya && unitSudahMenyerahkan(konteks, pelaku))
    return `Bagian unit Anda sudah diserahkan. Menunggu ${pemegang}.`
  if (konteks.langkah.diteruskanPada) return `Sudah disampaikan. Menunggu jawaban ${pemegang}.`
  if (bolehMenyiapkan(konteks, pelaku))
    return `Anda dapat menyiapkan isinya. Yang menyelesaikan langkah ini: ${pemegang}.`
  return `Menunggu ${pemegang}.`
}

/** Parts of this person: a unit's form, or the own act where several must all act. */
function alasanBagian(konteks: KonteksLangkah, pelaku: Pelaku): string {
  const milik = bagianSaya(konteks, pelaku)
  const nama = milik.map((b) => namaBagian(konteks, b)).join(', ')
  return milik.some((b) => b.pelaksana === null)
    ? `Bagian Anda belum diserahkan: ${nama}.`
    : `Menurut SOP, semua pelaksana langkah ini harus bertindak. Bagian Anda: ${nama}.`
}

export type BarisDokumen = {
  readonly id: string
  readonly judul: string
  readonly jenis: string
  readonly nomor: string
  readonly putaran: number
  readonly pindaianId: string | null
}

/** Title of a document with its round, unless the title already tells which one it is. */
export const judulDokumen = ({ judul, putaran }: Pick<BarisDokumen, 'judul' | 'putaran'>): string =>
  putaran > 1 && !/\((versi|putaran) \d+\)$/.test(judul) ? `${judul} (putaran ${putaran})` : judul

/** Documents a step left behind, newest round first. */
export const ambilDokumenLangkah = (
  baca: Pembaca,
  { siklus, langkah }: Pick<KonteksLangkah, 'siklus' | 'langkah'>,
): Promise<BarisDokumen[]> =>
  baca.$queryRaw<BarisDokumen[]>`
    select id, judul, jenis, nomor, putaran, pindaian_id as "pindaianId" from dokumen where langkah_id = ${langkah.id}::uuid and kecamatan_id = ${siklus.kecamatanId}::uuid
    order by putaran desc, dibuat_pada desc, judul`

export { formatDurasiKerja }
