import { halaman, type Kesalahan } from '../../inti/http/index.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import type { Kepala, KonteksLangkah } from '../siklus/index.ts'
import { KODE_STATUS_FORMULIR, TEKS_STATUS_FORMULIR } from './alur.ts'
import { adaTarget } from './kartu.ts'
import type { BarisIsian, FormulirUnit } from './kueri.ts'
import type { SumberFormulir, TanpaPk } from './sumber-formulir.ts'
import { sebutTarget, teksTargetPeriode, teksTargetTahunan } from './teks-baris.ts'

type Bahan = {
  readonly kepala: Kepala
  readonly konteks: KonteksLangkah
  readonly formulir: readonly FormulirUnit[]
  readonly sumber: SumberFormulir | null
  readonly tanpaPk: readonly TanpaPk[]
  readonly boleh: boolean
  readonly kesalahan?: Kesalahan
}

/** Page of the step "siapkan formulir": each unit's form with where every row comes from, what is missing, and what can be adjusted. */
export function susunSiapkan({ kepala, konteks, formulir, sumber, tanpaPk, boleh, kesalahan = {} }: Bahan) {
  const { siklus } = konteks
  return {
    judulHalaman: `${kepala.judul} · ${siklus.namaPeriode}`,
    kepala,
    kesalahan,
    boleh,
    alamat: `${kepala.alamat}/siapkan-formulir`,
    pada: tanggalPanjang(siklus.akhirPeriode),
    labelTarget: sebutTarget(siklus.periode),
    peringatan: susunPeringatan(formulir, { tanpaPk, sumber }),
    formulir: formulir.map((f) => susunUnit(f, { konteks, sumber })),
  }
}
export const halamanSiapkan = halaman<ReturnType<typeof susunSiapkan>>('formulir/siapkan')

function susunUnit(f: FormulirUnit, { konteks, sumber }: { konteks: KonteksLangkah; sumber: SumberFormulir | null }) {
  const { periode } = konteks.siklus
  const diluar =
    sumber?.baris.filter((s) => s.unitId === f.unitId && !f.baris.some((b) => b.indikatorId === s.indikatorId)) ?? []
  const jatuhTempo = f.baris.filter((b) => b.jatuhTempo).length
  return {
    id: f.id,
    nama: f.unitNama,
    versi: f.versi,
    catatan: f.catatan,
    status: { kode: KODE_STATUS_FORMULIR[f.status], teks: TEKS_STATUS_FORMULIR[f.status] },
    dapatDiubah: f.status === 'DISIAPKAN',
    ringkas: `${f.baris.length} indikator (${jatuhTempo} jatuh tempo), ${f.anggaran.length} anggaran`,
    baris: f.baris.map((b) => ({
      indikatorId: b.indikatorId,
      nama: b.kartu.nama,
      jenis: b.kartu.jenis,
      satuan: b.kartu.satuan,
      targetPeriode: teksTargetPeriode(b, periode),
      targetTahun: teksTargetTahunan(b),
      jatuhTempo: b.jatuhTempo,
      asal: teksAsal(b),
      peringatan: masalahTarget(b, konteks),
    })),
    diluar: diluar.map((s) => ({ indikatorId: s.indikatorId, nama: s.kartu.nama })),
  }
}

/** "PK Kasi Pemerintahan, sejak 2 Januari 2026". */
function teksAsal(b: BarisIsian): string {
  const { pk } = b.kartu
  return pk
    ? `PK${pk.jenis === 'PERUBAHAN' ? ' Perubahan' : ''} ${pk.jabatan}, sejak ${tanggalPanjang(pk.berlakuSejak)}`
    : 'tidak ada di PK'
}

function masalahTarget(b: BarisIsian, { siklus }: KonteksLangkah): string {
  if (!adaTarget(b.target)) return 'belum punya target'
  return b.jatuhTempo && teksTargetPeriode(b, siklus.periode) === '–'
    ? `tanpa target ${sebutTarget(siklus.periode)}`
    : ''
}

function susunPeringatan(
  formulir: readonly FormulirUnit[],
  { tanpaPk, sumber }: { tanpaPk: readonly TanpaPk[]; sumber: SumberFormulir | null },
): string[] {
  const hasil: string[] = []
  if (sumber && sumber.baris.length === 0)
    hasil.push(
      'Tidak ada Perjanjian Kinerja yang berlaku pada hari terakhir periode ini. Lengkapi dahulu, lalu susun ulang formulir.',
    )
  if (tanpaPk.length > 0)
    hasil.push(
      `Tidak ada di Perjanjian Kinerja yang berlaku, jadi tidak masuk formulir: ${tanpaPk.map((t) => `${t.nama} (${t.unitNama})`).join('; ')}.`,
    )
  const tanpaTarget = formulir.flatMap((f) =>
    f.baris.filter((b) => !adaTarget(b.target)).map((b) => `${b.kartu.nama} (${f.unitNama})`),
  )
  if (tanpaTarget.length > 0) hasil.push(`Belum punya target: ${tanpaTarget.join('; ')}.`)
  return hasil
}
