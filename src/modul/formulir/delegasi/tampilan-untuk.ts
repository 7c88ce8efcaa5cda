import { type Pelaku, unitDipimpin } from '../../../inti/pelaku.ts'
import { jam, tanggalLokal, tanggalPendek } from '../../../inti/waktu/index.ts'
import type { FormulirLengkap } from '../kueri.ts'
import { PILIHAN_TAMPIL, type Saringan, TANPA_SARINGAN } from '../saring.ts'
import { bolehMembagi, bolehSelesai } from './alur-tugas.ts'
import { type BatasTugas, batasTugas, terlambat } from './keadaan-orang.ts'
import { bukanBagian, type TugasBaris } from './pembagian.ts'
import { TOMBOL_SEMUA_SELESAI, tombolSelesai } from './tombol-selesai.ts'

/** What a row of the form says of whom it was given to. */
export type UntukBaris = {
  readonly teks: string
  /** what the head wrote with it; '' nothing */
  readonly pesan: string
  readonly saya: boolean
  readonly terlambat: boolean
  readonly selesai: boolean
  /** the button by which its person says that it is done, or not after all; null: not now, or not this person's */
  readonly tombol: { readonly teks: string; readonly nilai: string } | null
}

/** The day everything of the form is wanted by (YYYY-MM-DD). */
export const tenggatFormulir = ({ langkah, siklus }: FormulirLengkap): string | null =>
  langkah?.tenggat ?? siklus.tenggat

/** By which day rows are judged late: today, or the day on which the form was handed in. */
export function batasFormulir(formulir: FormulirLengkap, { zonaWaktu }: Pelaku): BatasTugas {
  const { status, diserahkanPada } = formulir
  const kapan = status === 'DISERAHKAN' && diserahkanPada ? diserahkanPada : jam.sekarang()
  return { tenggat: tenggatFormulir(formulir), hariIni: tanggalLokal(kapan, zonaWaktu) }
}

/** "Bagian Dewi, sampai 10 Jul 2026. Selesai." per row that was given to somebody; of others, why they are closed. */
export function susunUntuk(formulir: FormulirLengkap, pelaku: Pelaku): ReadonlyMap<string, UntukBaris> {
  const batas = batasFormulir(formulir, pelaku)
  const dapat = bolehSelesai(pelaku, formulir)
  const terbuka = new Set([...formulir.baris, ...formulir.anggaran].filter((b) => b.terbuka).map((b) => b.id))
  const tertutup = dapat ? [...bukanBagian(pelaku, formulir).keys()].filter((id) => terbuka.has(id)) : []
  return new Map([
    ...tertutup.map((id): [string, UntukBaris] => [id, BELUM_DIBERIKAN]),
    ...formulir.pembagian.baris.map((t): [string, UntukBaris] => {
      const saya = t.pegawaiId === pelaku.pegawaiId
      const telat = terlambat(t, batas)
      const tanggal = batasTugas(t, batas.tenggat)
      const sampai = tanggal ? `, sampai ${tanggalPendek(tanggal)}` : ''
      const teks = `Bagian ${saya ? 'Anda' : t.nama}${sampai}.${telat ? ' Terlambat.' : ''}`
      const pesan = t.catatan ? `Pesan: ${t.catatan}` : ''
      const tombol = saya && dapat && terbuka.has(t.barisId) ? susunTombol(t) : null
      return [t.barisId, { teks, pesan, saya, terlambat: telat, selesai: t.selesai, tombol }]
    }),
  ])
}
const BELUM_DIBERIKAN = {
  teks: 'Belum diberikan kepada siapa pun, jadi diisi kepala unit.',
  pesan: '',
  saya: false,
  terlambat: false,
  selesai: false,
  tombol: null,
}

const susunTombol = ({ selesai, barisId }: TugasBaris) => ({
  teks: selesai ? 'Nyatakan belum selesai' : 'Nyatakan selesai',
  nilai: tombolSelesai(!selesai, barisId),
})

/** What the person has done of the own rows, with the button that says all of it is; null without any. */
export function susunBagianSaya(formulir: FormulirLengkap, pelaku: Pelaku) {
  const tugas = milik(formulir, pelaku)
  if (tugas.length === 0) return null
  const selesai = tugas.filter((t) => t.selesai).length
  return {
    teks: `Bagian Anda: ${selesai} dari ${tugas.length} baris dinyatakan selesai.`,
    tombol: bolehSelesai(pelaku, formulir) && selesai < tugas.length ? TOMBOL_SEMUA_SELESAI : null,
  }
}

const milik = ({ pembagian }: FormulirLengkap, { pegawaiId }: Pelaku) =>
  pembagian.baris.filter((t) => t.pegawaiId === pegawaiId)

/** Filters of the form; "Bagian saya" for who was given something. */
export const pilihanTampil = (formulir: FormulirLengkap, pelaku: Pelaku) =>
  PILIHAN_TAMPIL.filter((p) => p.nilai !== 'saya' || milik(formulir, pelaku).length > 0)

/** Whoever has rows that are not done sees these first; the head, who answers for all, sees all. */
export const saringanBawaan = (formulir: FormulirLengkap, pelaku: Pelaku): Saringan =>
  !unitDipimpin(pelaku).includes(formulir.unitId) && milik(formulir, pelaku).some((t) => !t.selesai)
    ? { tampil: 'saya', cari: '' }
    : TANPA_SARINGAN

/** Name of the button to the page of the division; null: there is nothing to see or to do. */
export function tombolTugas(formulir: FormulirLengkap, pelaku: Pelaku): string | null {
  if (bolehMembagi(pelaku, formulir)) return 'Bagi tugas'
  return formulir.pembagian.baris.length > 0 ? 'Pembagian tugas' : null
}
