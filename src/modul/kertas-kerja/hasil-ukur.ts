import { jsonKanonik } from '../../inti/json-kanonik.ts'
import type { Periode } from '../../inti/waktu/index.ts'
import { type BahanHitung, susunMasukan, susunMasukanPeriode } from '../formulir/index.ts'
import {
  bacaPredikat,
  type Hasil,
  hitungKinerja,
  hitungNilai,
  type KelasPredikat,
  type MasukanKinerja,
  type MasukanNilai,
  pastikanVersiRumus,
  type Skala,
  VERSI_RUMUS,
} from '../pengukuran/index.ts'

/** Capaian of one span: of the period by itself, or up to its end. */
export type KeluaranKinerja = {
  readonly target: Hasil | null
  readonly realisasi: Hasil | null
  readonly capaian: Hasil
  readonly predikat: KelasPredikat | null
  /** quarters that were due and have no value */
  readonly hilang: readonly number[]
}
/** What a result was computed from. `tanpa`: why there is no capaian whatever the figures say. */
export type MasukanUkur = {
  readonly nilai: MasukanNilai | null
  readonly periode: { readonly kinerja: MasukanKinerja | null; readonly tanpa: Hasil | null }
  readonly sampai: { readonly kinerja: MasukanKinerja | null; readonly tanpa: Hasil | null }
}
export type KeluaranUkur = {
  /** the value from its variables; null where it was taken as it stands in the source */
  readonly nilai: Hasil | null
  readonly periode: KeluaranKinerja
  readonly sampai: KeluaranKinerja
}
/** The result of one indicator as it is stored: with formula version, scale and inputs it recomputes to the same digits. */
export type HasilUkur = {
  readonly versi: string
  readonly skala: Skala
  readonly masukan: MasukanUkur
  readonly keluaran: KeluaranUkur
}

/** Computes one indicator by the scale of the year. `kartu` in `baris` is the card as measured. Pure. */
export function hitungHasil(baris: BahanHitung, { periode, skala }: { periode: Periode; skala: Skala }): HasilUkur {
  const masukan = susunMasukanUkur(baris, periode)
  return { versi: VERSI_RUMUS, skala, masukan, keluaran: hitungKeluaran(masukan, skala) }
}

/** Everything a result is computed from but the scale: variables, card, targets, earlier values. Pure. */
export function susunMasukanUkur(baris: BahanHitung, periode: Periode): MasukanUkur {
  const { masukan, tanpa } = susunMasukan(baris, periode)
  const sendiri = susunMasukanPeriode(baris, periode)
  return {
    nilai: masukanNilai(baris),
    sampai: { kinerja: masukan, tanpa },
    periode: {
      kinerja: sendiri,
      tanpa: tanpa ?? (sendiri ? null : { jenis: 'BELUM_JATUH_TEMPO', alasan: TANPA_TARGET, versi: VERSI_RUMUS }),
    },
  }
}
const TANPA_TARGET = 'Tidak ada target untuk periode ini sendiri'

/** The same again from what was stored. Throws RangeError for a formula version that this program does not know. */
export function hitungUlang({ versi, skala, masukan }: Pick<HasilUkur, 'versi' | 'skala' | 'masukan'>): KeluaranUkur {
  pastikanVersiRumus(versi)
  return hitungKeluaran(masukan, skala)
}

/** Does the stored result recompute to the same digits? */
export const samaHitungan = (hasil: HasilUkur): boolean =>
  jsonKanonik(hitungUlang(hasil)) === jsonKanonik(hasil.keluaran)

function hitungKeluaran({ nilai, periode, sampai }: MasukanUkur, skala: Skala): KeluaranUkur {
  return {
    nilai: nilai ? hitungNilai(nilai) : null,
    periode: hitungSatu(periode, skala),
    sampai: hitungSatu(sampai, skala),
  }
}

function hitungSatu({ kinerja, tanpa }: MasukanUkur['sampai'], skala: Skala): KeluaranKinerja {
  const hasil = kinerja ? hitungKinerja(kinerja) : null
  const capaian = tanpa ?? hasil?.capaian ?? TAK_TERHITUNG
  return {
    target: hasil?.agregat.target ?? null,
    realisasi: hasil?.agregat.realisasi ?? null,
    capaian,
    predikat: capaian.jenis === 'NILAI' ? bacaPredikat(capaian.nilai, skala) : null,
    hilang: hasil?.agregat.hilang ?? [],
  }
}
const TAK_TERHITUNG: Hasil = { jenis: 'TIDAK_DAPAT_DIHITUNG', alasan: 'Tidak dapat dihitung', versi: VERSI_RUMUS }

/** Variables as they were; none where the value came without them. */
function masukanNilai({ kartu, variabel, kategori, status }: BahanHitung): MasukanNilai | null {
  const lengkap = kartu.metode === 'KATEGORI' ? kategori !== null : Object.keys(variabel).length > 0
  if (status !== 'TERISI' || !lengkap) return null
  return {
    metode: kartu.metode,
    variabel: kartu.variabel,
    isian: variabel,
    kategori: kartu.kategori,
    kategoriTerpilih: kategori,
    ekspresi: kartu.ekspresi,
    desimal: kartu.desimal,
    pembulatan: kartu.pembulatan,
  }
}
