import {
  type BatasRataRata,
  bacaPredikat,
  gulungPohon,
  type Hasil,
  type HasilGulung,
  type HasilSimpul,
  type KelasPredikat,
  type Skala,
  type TingkatGulung,
} from '../pengukuran/index.ts'
import type { AturanNilai } from '../perencanaan/index.ts'
import { type BarisGulung, susunPohon, tanpaTempat } from './pohon-gulung.ts'

/** What one mean is made of: an indicator, or a place below. Numbers are plain decimals as printed. */
export type BagianKelompok = {
  readonly jenis: 'INDIKATOR' | 'TEMPAT'
  readonly id: string
  readonly nilai: string
  /** what entered the mean: cut at the cap */
  readonly dipakai: string
  readonly batas: BatasRataRata
  readonly bobot: string
}
/** A place of the plan with its capaian. Roll-ups frozen before they went by id lack id, rule and parts. */
export type Kelompok = {
  readonly id?: string
  readonly nama: string
  readonly jumlah: number
  readonly rataRata: Hasil
  readonly predikat: KelasPredikat | null
  /** single values above the cap */
  readonly dibatasi: number
  /** the rule of this mean in a sentence */
  readonly aturan?: string
  readonly bagian?: readonly BagianKelompok[]
  readonly dikecualikan?: readonly { readonly nama: string; readonly alasan: string }[]
}
export type Gulungan = {
  readonly aturan: string
  readonly kecamatan: Kelompok
  readonly tujuan?: readonly Kelompok[]
  /** indicators of a tujuan itself: beside its capaian, not in it */
  readonly indikatorTujuan?: readonly Kelompok[]
  readonly sasaran: readonly Kelompok[]
  readonly program: readonly Kelompok[]
  readonly kegiatan: readonly Kelompok[]
  readonly subKegiatan?: readonly Kelompok[]
  /** what entered no mean, with why */
  readonly dikecualikan: readonly { readonly nama: string; readonly alasan: string }[]
}

/** Indicators up the plan by the rules of the year: sub kegiatan, kegiatan, program, sasaran, tujuan, office. Pure. */
export function gulungHasil(baris: readonly BarisGulung[], aturan: AturanNilai): Gulungan {
  const { pohon, lepas, bobot } = susunPohon(baris, aturan.bobot)
  const opsi = { batas: aturan.batasRataRata, organisasi: aturan.organisasi }
  const akar = gulungPohon(pohon, opsi)
  const semua = [akar, ...lepas.map((satu) => gulungPohon(satu, opsi))].flatMap(ratakan)
  const batas = new Map(baris.map((b) => [b.id, b.batas ?? aturan.batasRataRata]))
  const bahan = { skala: aturan, bobot, batas }
  const pada = (tingkat: TingkatGulung) =>
    semua.filter((s) => s.tingkat === tingkat).map((s) => susunKelompok(s, dariSimpul(s), bahan))
  return {
    aturan: kalimatAturan(aturan, bobot.size > 0),
    kecamatan: susunKelompok(akar, dariSimpul(akar), bahan),
    tujuan: pada('TUJUAN'),
    indikatorTujuan: semua.flatMap((s) => (s.indikatorSendiri ? [susunKelompok(s, s.indikatorSendiri, bahan)] : [])),
    sasaran: pada('SASARAN'),
    program: pada('PROGRAM'),
    kegiatan: pada('KEGIATAN'),
    subKegiatan: pada('SUB_KEGIATAN'),
    dikecualikan: kecualian(baris, semua),
  }
}

/** The rule as it is printed beside every roll-up (house rule; PermenPANRB 53/2014 leaves it to the office). */
export function kalimatAturan({ batasRataRata: batas, organisasi }: AturanNilai, berbobot: boolean): string {
  const dasar = organisasi === 'TUJUAN' ? 'capaian tujuan' : 'capaian semua sasaran'
  return [
    'Capaian sasaran, program, kegiatan, dan sub kegiatan adalah rata-rata capaian indikatornya sampai akhir periode; yang tidak mempunyai indikator sendiri, rata-rata yang di bawahnya.',
    `Capaian tujuan adalah rata-rata sasarannya; indikator tujuan disebut di sampingnya. Capaian kecamatan adalah rata-rata ${dasar}.`,
    berbobot ? 'Rata-rata ditimbang menurut bobot pada kartu indikator dan aturan penilaian tahunnya.' : '',
    batas === 'TANPA'
      ? 'Dalam rata-rata capaian tidak dibatasi, kecuali yang kartunya berbatas.'
      : `Hanya dalam rata-rata, capaian di atas ${batas}% dihitung ${batas}%, kecuali yang kartunya berbatas lain.`,
    'Yang tanpa angka tidak dihitung nol, melainkan dikeluarkan dan disebut alasannya.',
  ]
    .filter(Boolean)
    .join(' ')
}

const ratakan = (simpul: HasilSimpul): HasilSimpul[] => [simpul, ...simpul.anak.flatMap(ratakan)]
const dariSimpul = ({ capaian, aturan, disertakan, dikecualikan }: HasilSimpul): HasilGulung => ({
  rataRata: capaian,
  aturan,
  disertakan,
  dikecualikan,
})

type Bahan = {
  readonly skala: Skala
  readonly bobot: ReadonlyMap<string, string>
  /** caps of the indicators; a place is not cut again */
  readonly batas: ReadonlyMap<string, BatasRataRata>
}
function susunKelompok({ id, nama }: HasilSimpul, hasil: HasilGulung, { skala, bobot, batas }: Bahan): Kelompok {
  const { rataRata, aturan, disertakan, dikecualikan } = hasil
  return {
    id,
    nama,
    jumlah: disertakan.length,
    rataRata,
    predikat: rataRata.jenis === 'NILAI' ? bacaPredikat(rataRata.nilai, skala) : null,
    dibatasi: disertakan.filter((d) => d.dibatasi).length,
    aturan,
    bagian: disertakan.map((d) => ({
      jenis: batas.has(d.id) ? 'INDIKATOR' : 'TEMPAT',
      id: d.id,
      nilai: d.nilai,
      dipakai: d.dipakai,
      batas: batas.get(d.id) ?? 'TANPA',
      bobot: bobot.get(d.id) ?? '1',
    })),
    dikecualikan: dikecualikan.map(({ nama: yang, alasan }) => ({ nama: yang, alasan })),
  }
}

/** Everything that entered no mean although one would expect it: without a number, without a place, without a weight. */
function kecualian(baris: readonly BarisGulung[], semua: readonly HasilSimpul[]): Gulungan['dikecualikan'] {
  const daftar = new Map<string, { nama: string; alasan: string }>()
  for (const { id, nama, alasan } of semua.flatMap((s) => [
    ...s.dikecualikan,
    ...(s.indikatorSendiri?.dikecualikan ?? []),
  ]))
    daftar.set(id, { nama, alasan })
  for (const b of baris.filter(tanpaTempat)) {
    const sebab = `Kartunya belum dikaitkan dengan ${b.jenis === 'IKU' ? 'sasaran' : 'program'}`
    daftar.set(b.id, { nama: b.nama, alasan: b.capaian.jenis === 'NILAI' ? sebab : b.capaian.alasan })
  }
  return [...daftar.values()]
}
