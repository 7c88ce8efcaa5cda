import { formatAngka, TANPA_NILAI } from '../../../inti/angka/index.ts'
import { periksaRumus } from '../../pengukuran/index.ts'
import {
  AGREGASI,
  ARAH,
  FREKUENSI,
  METODE,
  PERAN_VARIABEL,
  POLARITAS,
  rumusCapaian,
  rumusTertulis,
  SMART,
  TEKS_ATURAN_NOL,
  TEKS_BATAS,
  TEKS_PEMBULATAN,
  TINGKAT,
} from './istilah.ts'
import { type KartuIndikator, type KartuLengkap, tingkatIndikator } from './kartu.ts'
import type { LetakTertulis } from './kueri.ts'

export type BarisKartu = { readonly label: string; readonly nilai: string }

/** What the indicator measures, and everything above it. */
export const barisLetak = (letak: LetakTertulis, kartu: KartuIndikator): BarisKartu[] => {
  const diukur = tingkatIndikator(kartu)
  return [
    { label: 'Mengukur', nilai: diukur ? TINGKAT[diukur.tingkat] : null },
    { label: 'Tujuan', nilai: letak.tujuan },
    { label: 'Sasaran', nilai: letak.sasaran },
    { label: 'Program', nilai: letak.program },
    { label: 'Kegiatan', nilai: letak.kegiatan },
    { label: 'Sub kegiatan', nilai: letak.subKegiatan },
  ].flatMap(({ label, nilai }) => (nilai ? [{ label, nilai }] : []))
}

/** How the value is made: definition, method, formula, rounding. */
export const barisNilai = (k: KartuIndikator): BarisKartu[] => [
  { label: 'Definisi operasional', nilai: k.definisi || TANPA_NILAI },
  { label: 'Cara menghitung', nilai: METODE[k.metode] },
  { label: 'Rumus', nilai: rumusTertulis(k) || TANPA_NILAI },
  ...(k.rumus ? [{ label: 'Rumus dalam kata', nilai: k.rumus }] : []),
  { label: 'Satuan', nilai: k.satuan },
  { label: 'Angka di belakang koma', nilai: String(k.desimal) },
  { label: 'Pembulatan', nilai: TEKS_PEMBULATAN[k.pembulatan] },
]

/** How the capaian is made of target and realisation. */
export const barisCapaian = (k: KartuIndikator): BarisKartu[] => [
  { label: 'Polaritas', nilai: POLARITAS[k.polaritas] },
  { label: 'Rumus capaian', nilai: rumusCapaian(k) },
  { label: 'Sifat angka antarperiode', nilai: sifatAngka(k) },
  { label: 'Bila target nol', nilai: TEKS_ATURAN_NOL[k.aturanNol] },
  {
    label: 'Batas capaian dalam rata-rata',
    nilai: k.batasCapaian === null ? 'Mengikuti aturan tahunnya' : TEKS_BATAS[k.batasCapaian],
  },
  ...(k.bobot === null ? [] : [{ label: 'Bobot dalam rata-rata', nilai: formatAngka(k.bobot) }]),
]

const sifatAngka = ({ agregasi, arah }: KartuIndikator): string =>
  agregasi === 'TERBAIK' || agregasi === 'TERBURUK'
    ? `${AGREGASI[agregasi]} (${ARAH[arah].toLowerCase()})`
    : AGREGASI[agregasi]

/** Where the data come from, who answers for them, what proves them. */
export const barisData = (k: KartuIndikator, unit: string): BarisKartu[] => [
  { label: 'Sumber data', nilai: k.sumberData || TANPA_NILAI },
  { label: 'Penanggung jawab data', nilai: unit },
  { label: 'Frekuensi', nilai: FREKUENSI[k.frekuensi] },
  {
    label: 'Bukti dukung',
    nilai: `${k.buktiWajib ? 'Wajib' : 'Tidak wajib'}${k.aturanBukti ? `: ${k.aturanBukti}` : ''}`,
  },
  { label: 'Standar nasional', nilai: teksStandar(k) },
  { label: 'Asal nama dan rumus', nilai: k.asal || TANPA_NILAI },
]

/** "75 (PermenPANRB …, 2024)"; a category by its name. */
export function teksStandar({ standar, kategori }: Pick<KartuIndikator, 'standar' | 'kategori'>): string {
  if (!standar.nilai) return TANPA_NILAI
  const nama = kategori.find((k) => k.kode === standar.nilai)?.nama
  const nilai = nama ?? (/^-?\d+(\.\d+)?$/.test(standar.nilai) ? formatAngka(standar.nilai) : standar.nilai)
  return `${nilai} (${standar.sumber}, ${standar.tahun})`
}

/** Variables as they are entered: name, code, unit, weight, role. */
export const barisVariabelKartu = (k: KartuIndikator): string[][] =>
  k.variabel.map((v) => [
    v.nama,
    v.kode,
    v.satuan || TANPA_NILAI,
    v.bobot === undefined ? TANPA_NILAI : formatAngka(v.bobot),
    v.peran ? PERAN_VARIABEL[v.peran] : TANPA_NILAI,
  ])

/** The five questions with answer and note; unanswered ones stand as such. */
export const barisSmartKartu = ({ smart }: Pick<KartuLengkap, 'smart'>) =>
  SMART.map(({ kode, nama, tanya }) => {
    const ada = smart.find((s) => s.kode === kode)
    const jawaban = ada?.jawaban === 'YA' ? 'Ya' : ada?.jawaban === 'TIDAK' ? 'Tidak' : 'Belum dijawab'
    return { nama, tanya, jawaban, catatan: ada?.catatan || TANPA_NILAI }
  })

/** What should be looked at again on a card: doubtful units, questions answered with no or not at all. */
export function keraguanKartu(k: KartuLengkap): string[] {
  const rumus = k.metode === 'RUMUS' ? periksaRumus(k.ekspresi, k).peringatan : []
  const tidak = barisSmartKartu(k).filter(({ jawaban }) => jawaban === 'Tidak')
  return [
    ...rumus,
    ...tidak.map(({ nama, catatan }) => `${nama}: belum terpenuhi${catatan === TANPA_NILAI ? '' : `, ${catatan}`}.`),
  ]
}
