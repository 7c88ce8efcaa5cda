import { Desimal, formatPersen, formatRupiah } from '../../inti/angka/index.ts'
import { bukanAngka, cariAngka, type Hasil, hasilPersen, type Nilai, tanpaNilai, tanpaNilaiDari } from './hasil.ts'

/** Money of one program, kegiatan or sub kegiatan (per kelurahan where it repeats); `kunci` is that unit of budget. */
export type BarisUang = { readonly kunci: string; readonly pagu: string; readonly realisasi: Nilai }
export type JumlahUang = {
  readonly pagu: string
  /** Sum of what is reported. */
  readonly realisasi: Nilai
  /** Units of budget that were due and are blank. */
  readonly hilang: readonly string[]
}
export type StatusEfisiensi =
  | 'EFISIEN'
  | 'CUKUP_EFISIEN'
  | 'TIDAK_EFISIEN'
  | 'BELUM_DILAKSANAKAN'
  | 'TIDAK_DAPAT_DIHITUNG'
export type HasilEfisiensi = {
  readonly status: StatusEfisiensi
  readonly selisih: string | null
  readonly teks: string
}

const AMBANG_EFISIENSI = 5
const SERATUS = new Desimal(100)

/** Serapan anggaran = realisasi ÷ pagu × 100. Pagu 0 cannot be computed; more than the pagu is a warning. */
export function hitungSerapan({ pagu, realisasi }: { pagu: string; realisasi: Nilai }): Hasil {
  if (realisasi.status !== 'TERISI') return tanpaNilaiDari(realisasi)
  const p = cariAngka(pagu)
  const r = cariAngka(realisasi.nilai)
  if (!p) return bukanAngka('Pagu')
  if (!r) return bukanAngka('Realisasi anggaran')
  if (p.lte(0)) return tanpaNilai('TIDAK_DAPAT_DIHITUNG', 'Pagu nol: serapan tidak dapat dihitung')
  const peringatan = r.gt(p) ? [`Realisasi ${formatRupiah(r)} melebihi pagu ${formatRupiah(p)}`] : []
  return hasilPersen(r.times(SERATUS).div(p), `${formatRupiah(r)} ÷ ${formatRupiah(p)} × 100`, { peringatan })
}

/**
 * Sum over units of budget. Money is counted once, at its unit: a unit that comes twice with the same
 * figures counts once, with different figures RangeError.
 */
export function jumlahkanUang(baris: readonly BarisUang[]): JumlahUang {
  const unik = new Map<string, BarisUang>()
  for (const satu of baris) {
    const ada = unik.get(satu.kunci)
    if (ada && !samaUang(ada, satu))
      throw new RangeError(`Anggaran ${satu.kunci} tercatat dua kali dengan angka berbeda`)
    unik.set(satu.kunci, satu)
  }
  const semua = [...unik.values()]
  const terisi = semua.flatMap(({ realisasi }) => (realisasi.status === 'TERISI' ? [uang(realisasi.nilai)] : []))
  return {
    pagu: jumlah(semua.map(({ pagu }) => uang(pagu))).toFixed(),
    realisasi: terisi.length > 0 ? { status: 'TERISI', nilai: jumlah(terisi).toFixed() } : { status: 'KOSONG' },
    hilang: semua.filter(({ realisasi }) => realisasi.status === 'KOSONG').map(({ kunci }) => kunci),
  }
}

/**
 * Efficiency of a program: capaian − serapan above 5 points efisien, within ±5 cukup efisien, below −5 tidak efisien; both
 * zero is "belum dilaksanakan", never "efisien". Uses the printed two-decimal values.
 */
export function hitungEfisiensi(capaian: Hasil, serapan: Hasil): HasilEfisiensi {
  const c = capaian.jenis === 'NILAI' ? cariAngka(capaian.nilai) : null
  const s = serapan.jenis === 'NILAI' ? cariAngka(serapan.nilai) : null
  if (!c || !s)
    return {
      status: 'TIDAK_DAPAT_DIHITUNG',
      selisih: null,
      teks: 'Tidak dapat dihitung: capaian atau serapan belum ada',
    }
  if (c.isZero() && s.isZero()) return { status: 'BELUM_DILAKSANAKAN', selisih: '0.00', teks: 'Belum dilaksanakan' }
  const selisih = c.minus(s)
  const status = selisih.gt(AMBANG_EFISIENSI)
    ? 'EFISIEN'
    : selisih.lt(-AMBANG_EFISIENSI)
      ? 'TIDAK_EFISIEN'
      : 'CUKUP_EFISIEN'
  const sebutan = { EFISIEN: 'Efisien', CUKUP_EFISIEN: 'Cukup efisien', TIDAK_EFISIEN: 'Tidak efisien' }[status]
  const teks = `${sebutan}: ${formatPersen(c)} − ${formatPersen(s)} = ${formatPersen(selisih)}`
  return { status, selisih: selisih.toFixed(2), teks }
}

function samaUang(a: BarisUang, b: BarisUang): boolean {
  if (!uang(a.pagu).eq(uang(b.pagu)) || a.realisasi.status !== b.realisasi.status) return false
  if (a.realisasi.status !== 'TERISI' || b.realisasi.status !== 'TERISI') return true
  return uang(a.realisasi.nilai).eq(uang(b.realisasi.nilai))
}

function uang(teks: string): Desimal {
  const angka = cariAngka(teks)
  if (!angka) throw new RangeError('Angka anggaran tidak sah')
  return angka
}

function jumlah(daftar: readonly Desimal[]): Desimal {
  return daftar.reduce((total, satu) => total.plus(satu), new Desimal(0))
}
