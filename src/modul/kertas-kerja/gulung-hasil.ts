import {
  type Butir,
  bacaPredikat,
  type Hasil,
  type HasilGulung,
  hitungRataRata,
  hitungRataRataOrganisasi,
  type KelasPredikat,
  type Skala,
} from '../pengukuran/index.ts'

/** Names an indicator is rolled up by; null where its card names none. */
export type Induk = {
  readonly sasaran: string | null
  readonly program: string | null
  readonly kegiatan: string | null
  /** programs that support it by the plan */
  readonly penunjang: readonly string[]
}
export type BarisGulung = {
  readonly id: string
  readonly nama: string
  readonly jenis: 'IKU' | 'IKK'
  readonly induk: Induk
  /** up to the end of the period */
  readonly capaian: Hasil
}
export type Kelompok = {
  readonly nama: string
  readonly jumlah: number
  readonly rataRata: Hasil
  readonly predikat: KelasPredikat | null
  /** single values above the cap */
  readonly dibatasi: number
}
export type Gulungan = {
  readonly aturan: string
  readonly kecamatan: Kelompok
  readonly sasaran: readonly Kelompok[]
  readonly program: readonly Kelompok[]
  readonly kegiatan: readonly Kelompok[]
  /** indicators that entered no mean, with why */
  readonly dikecualikan: readonly { readonly nama: string; readonly alasan: string }[]
}

/** The rule as it is printed beside every roll-up (house rule; PermenPANRB 53/2014 leaves it to the office). */
export const ATURAN_GULUNG =
  'Capaian sasaran adalah rata-rata capaian IKU-nya sampai akhir periode; capaian kecamatan rata-rata capaian sasaran. Capaian program dan kegiatan adalah rata-rata capaian IKK-nya. Dalam rata-rata, nilai di atas 120% dihitung 120%. Indikator tanpa angka tidak dihitung nol, melainkan dikeluarkan dan disebut alasannya.'

/** Indicator → sasaran → kecamatan, and indicator → kegiatan, program. Pure. */
export function gulungHasil(baris: readonly BarisGulung[], skala: Skala): Gulungan {
  const iku = baris.filter((b) => b.jenis === 'IKU')
  const ikk = baris.filter((b) => b.jenis === 'IKK')
  const sasaran = kelompokkan(iku, (i) => i.sasaran)
  const program = kelompokkan(ikk, (i) => i.program)
  const kegiatan = kelompokkan(ikk, (i) => i.kegiatan)
  const kecamatan = hitungRataRataOrganisasi(
    sasaran.map((s): Butir => ({ id: s.nama, nama: s.nama, hasil: s.hasil.rataRata })),
  )
  return {
    aturan: ATURAN_GULUNG,
    kecamatan: susunKelompok({ nama: 'Kecamatan', hasil: kecamatan }, skala),
    sasaran: sasaran.map((s) => susunKelompok(s, skala)),
    program: program.map((p) => susunKelompok(p, skala)),
    kegiatan: kegiatan.map((k) => susunKelompok(k, skala)),
    dikecualikan: baris.flatMap((b) => {
      if (b.capaian.jenis !== 'NILAI') return [{ nama: b.nama, alasan: b.capaian.alasan }]
      const induk = b.jenis === 'IKU' ? b.induk.sasaran : (b.induk.program ?? b.induk.kegiatan)
      return induk
        ? []
        : [{ nama: b.nama, alasan: `Kartunya belum dikaitkan dengan ${b.jenis === 'IKU' ? 'sasaran' : 'program'}` }]
    }),
  }
}

type Hitungan = { readonly nama: string; readonly hasil: HasilGulung }

function kelompokkan(baris: readonly BarisGulung[], induk: (i: Induk) => string | null): Hitungan[] {
  const peta = new Map<string, Butir[]>()
  for (const b of baris) {
    const nama = induk(b.induk)
    if (nama !== null) peta.set(nama, [...(peta.get(nama) ?? []), { id: b.id, nama: b.nama, hasil: b.capaian }])
  }
  return [...peta].map(([nama, butir]) => ({ nama, hasil: hitungRataRata(butir) }))
}

const susunKelompok = ({ nama, hasil }: Hitungan, skala: Skala): Kelompok => ({
  nama,
  jumlah: hasil.disertakan.length,
  rataRata: hasil.rataRata,
  predikat: hasil.rataRata.jenis === 'NILAI' ? bacaPredikat(hasil.rataRata.nilai, skala) : null,
  dibatasi: hasil.disertakan.filter((d) => d.dibatasi).length,
})
