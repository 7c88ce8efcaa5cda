import { kalimatKoreksi } from '../formulir/index.ts'
import {
  aturanKertas,
  type BarisKertas,
  gulungHasil,
  gulungKertas,
  type HasilUkur,
  type KertasKerja,
  kalimatSumber,
  kartuUkur,
  kertasTerkoreksi,
  teksHitungan,
} from '../kertas-kerja/index.ts'
import { type Hasil, VERSI_RUMUS } from '../pengukuran/index.ts'
import type { AturanNilai } from '../perencanaan/index.ts'
import type { BarisSiklus } from '../siklus/index.ts'
import { salinKartu } from './dari-kartu.ts'
import type { BarisRekap, IsiRekap, PengukuranRekap, StatusNilai, UkurRekap, UnitRekap } from './isi-rekap.ts'
import { ringkasRekap } from './ringkas-rekap.ts'

/** The recap of a measuring siklus from its Kertas Kerja; pure, results are taken as they were computed. `baku`: rules while nothing was. */
export function susunRekapUkur(asal: KertasKerja | null, siklus: BarisSiklus, baku: AturanNilai): IsiRekap {
  const { id: siklusId, namaSop, namaPeriode, periode } = siklus
  const kertas = asal && kertasTerkoreksi(asal, siklus)
  const unit = susunUnit(kertas?.baris ?? [])
  const aturan = (kertas ? aturanKertas(kertas) : null) ?? baku
  return {
    skema: 1,
    siklusId,
    namaSop,
    namaPeriode,
    periode,
    skala: { nama: aturan.nama, sumber: aturan.sumber, kelas: aturan.kelas },
    batasRataRata: aturan.batasRataRata,
    versiRumus: VERSI_RUMUS,
    unit,
    ringkasan: ringkasRekap(unit, aturan.batasRataRata),
    pengukuran: susunPengukuran(kertas, aturan),
  }
}

function susunPengukuran(kertas: KertasKerja | null, aturan: AturanNilai): PengukuranRekap {
  const terukur = (kertas?.baris ?? []).filter((b) => b.hasil?.keluaran.sampai.capaian.jenis === 'NILAI')
  return {
    kalimatSumber: kertas ? kalimatSumber(kertas.kepala) : '',
    sumber: (kertas?.kepala.sumberRincian ?? []).map(({ siklusId, nama, versi, sha256 }) => ({
      siklusId,
      nama,
      versi,
      sha256,
    })),
    gulungan: (kertas ? gulungKertas(kertas) : null) ?? gulungHasil([], aturan),
    analisis: { ditulis: terukur.filter((b) => b.penyebab !== '').length, dari: terukur.length },
  }
}

function susunUnit(baris: readonly BarisKertas[]): UnitRekap[] {
  const peta = new Map<string, BarisKertas[]>()
  for (const b of baris) peta.set(b.unitId, [...(peta.get(b.unitId) ?? []), b])
  return [...peta].map(([unitId, milik]) => ({
    unitId,
    formulirId: '',
    nama: milik[0]?.unit ?? '',
    status: 'TERUKUR',
    putaran: 1,
    diserahkanPada: null,
    penyerah: '',
    penyerahId: null,
    jabatanPenyerah: '',
    baris: milik.map(susunBaris),
    anggaran: [],
  }))
}

const statusNilai = (b: BarisKertas): StatusNilai =>
  b.status === 'KOSONG' && !b.jatuhTempo ? 'BELUM_JATUH_TEMPO' : b.status
const tiada = (alasan: string): Hasil => ({ jenis: 'KOSONG', alasan, versi: VERSI_RUMUS })
const BELUM = tiada('Belum diukur')

function susunBaris(b: BarisKertas): BarisRekap {
  const kartu = kartuUkur(b.kartu, b.metodologi)
  const sampai = b.hasil?.keluaran.sampai
  const status = statusNilai(b)
  const capaian = sampai?.capaian ?? BELUM
  const jumlahBukti = b.jumlahBukti + b.sumberBukti
  return {
    barisId: b.id,
    indikatorId: b.indikatorId,
    ...salinKartu(kartu, b),
    status,
    nilai: b.nilai,
    target: sampai?.target ?? BELUM,
    realisasi: (status === 'TERISI' ? sampai?.realisasi : null) ?? (capaian.jenis === 'NILAI' ? BELUM : capaian),
    capaian,
    predikat: sampai?.predikat ? { nama: sampai.predikat.nama, warna: sampai.predikat.warna } : null,
    jumlahBukti,
    tanpaBukti: b.jatuhTempo && b.status === 'TERISI' && kartu.buktiWajib && jumlahBukti === 0,
    peringatan: susunPeringatan(b),
    alasanTidakBerlaku: b.alasanTidakBerlaku,
    kendala: b.hambatan,
    faktorPendorong: b.penyebab,
    tindakLanjut: b.solusi,
    keterangan: '',
    pengisi: b.diubahOleh,
    pengisiId: b.diubahOlehId,
    ...(b.koreksi?.length ? { koreksi: b.koreksi.map(kalimatKoreksi) } : {}),
    ...(b.hasil ? { ukur: susunUkur(b, b.hasil) } : {}),
  }
}

const susunUkur = (b: BarisKertas, hasil: HasilUkur): UkurRekap => ({
  capaianPeriode: hasil.keluaran.periode.capaian,
  programPenunjang: b.programPenunjang,
  sumberAngka: b.sumberAngka,
  rumus: teksHitungan(hasil.keluaran.sampai),
  hasil,
})

/** What the reader should look at: doubts of the value itself, quarters that are missing in it. */
function susunPeringatan({ hasil, metodologi, alasanMetodologi }: BarisKertas): string[] {
  const nilai = hasil?.keluaran.nilai
  const hilang = hasil?.keluaran.sampai.hilang ?? []
  const hitung = metodologi.agregasi === 'KUMULATIF' || metodologi.agregasi === 'RATA_RATA'
  return [
    ...(nilai?.jenis === 'NILAI' ? nilai.peringatan : []),
    ...(hilang.length > 0 && hitung && hasil?.keluaran.sampai.capaian.jenis === 'NILAI'
      ? [`Realisasi ${hilang.map((ke) => `TW ${ROMAWI[ke - 1] ?? ke}`).join(', ')} tidak tercatat.`]
      : []),
    ...(alasanMetodologi ? [`Metodologi menyimpang dari kartu: ${alasanMetodologi}`] : []),
  ]
}
const ROMAWI = ['I', 'II', 'III', 'IV'] as const
