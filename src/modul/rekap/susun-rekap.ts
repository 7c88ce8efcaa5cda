import type { Periode } from '../../inti/waktu/index.ts'
import {
  angkaTerkoreksi,
  type BarisAnggaranIsian,
  type BarisIsian,
  type FormulirUnit,
  hitungBaris,
  jabatanPenyerahan,
  kalimatKertas,
  kalimatKoreksi,
  tanpaBukti,
} from '../formulir/index.ts'
import { susunMasukanUkur } from '../kertas-kerja/index.ts'
import {
  type BatasRataRata,
  bacaPredikat,
  type Hasil,
  hitungSerapan,
  type Skala,
  VERSI_RUMUS,
} from '../pengukuran/index.ts'
import { salinKartu } from './dari-kartu.ts'
import type { AnggaranRekap, BarisRekap, IsiRekap, StatusNilai, UnitRekap } from './isi-rekap.ts'
import { nilaiUang, ringkasRekap } from './ringkas-rekap.ts'

type Bahan = {
  readonly siklusId: string
  readonly namaSop: string
  readonly namaPeriode: string
  readonly periode: Periode
  readonly skala: Skala
  readonly batasRataRata?: BatasRataRata
}

/** The recap of a siklus from its forms, computed live; pure, so the same forms give the same recap. */
export function susunRekap(formulir: readonly FormulirUnit[], bahan: Bahan): IsiRekap {
  const sudah = new Map<string, string>()
  const unit = formulir.map((f) => susunUnit(f, bahan, sudah))
  return { skema: 1, ...bahan, versiRumus: VERSI_RUMUS, unit, ringkasan: ringkasRekap(unit, bahan.batasRataRata) }
}

/** `sudah`: which unit already counts a sub kegiatan. */
function susunUnit(f: FormulirUnit, bahan: Bahan, sudah: Map<string, string>): UnitRekap {
  return {
    unitId: f.unitId,
    formulirId: f.id,
    nama: f.unitNama,
    status: f.status,
    putaran: f.putaran,
    diserahkanPada: f.diserahkanPada?.toISOString() ?? null,
    penyerah: f.penyerah,
    penyerahId: f.penyerahId,
    jabatanPenyerah: jabatanPenyerahan(f),
    baris: f.baris.map((b) => susunBaris(b, bahan)),
    anggaran: f.anggaran.map((a) => {
      const lebihDulu = sudah.get(a.subKegiatanId)
      if (lebihDulu === undefined) sudah.set(a.subKegiatanId, f.unitNama)
      return susunAnggaran(a, lebihDulu)
    }),
  }
}

const statusNilai = (b: BarisIsian): StatusNilai =>
  b.status === 'KOSONG' && !b.jatuhTempo ? 'BELUM_JATUH_TEMPO' : b.status
const tiada = (status: StatusNilai): Hasil => ({
  jenis: status === 'TERISI' ? 'TIDAK_DAPAT_DIHITUNG' : status,
  alasan: {
    TERISI: 'Tidak dapat dihitung',
    KOSONG: 'Realisasi belum diisi',
    TIDAK_BERLAKU: 'Tidak diukur pada periode ini',
    BELUM_JATUH_TEMPO: 'Belum jatuh tempo pada periode ini',
  }[status],
  versi: VERSI_RUMUS,
})

function susunBaris(asal: BarisIsian, { periode, skala }: Bahan): BarisRekap {
  const b = angkaTerkoreksi(asal)
  const status = statusNilai(b)
  const { capaian, agregat, peringatan } = hitungBaris(b, periode)
  return {
    barisId: b.id,
    indikatorId: b.indikatorId,
    ...salinKartu(b.kartu, b),
    status,
    nilai: b.nilai,
    target: agregat?.target ?? tiada(status),
    realisasi: (status === 'TERISI' ? agregat?.realisasi : null) ?? tiada(status),
    capaian,
    predikat: capaian.jenis === 'NILAI' ? kelas(capaian.nilai, skala) : null,
    jumlahBukti: b.jumlahBukti,
    tanpaBukti: tanpaBukti(b),
    peringatan: [
      ...peringatan,
      ...triwulanHilang(status === 'TERISI' ? (agregat?.hilang ?? []) : [], b.kartu.agregasi),
    ],
    alasanTidakBerlaku: b.alasanTidakBerlaku,
    kendala: b.kendala,
    faktorPendorong: b.faktorPendorong,
    tindakLanjut: b.tindakLanjut,
    keterangan: b.keterangan,
    pengisi: b.diubahOleh,
    pengisiId: b.diubahOlehId,
    masukan: susunMasukanUkur(b, periode),
    ...(b.koreksi?.length ? { koreksi: b.koreksi.map(kalimatKoreksi) } : {}),
    ...(asal.kertas ? { kertas: kalimatKertas(asal) } : {}),
  }
}

const ROMAWI = ['I', 'II', 'III', 'IV'] as const
/** Earlier quarters that were due and have no value: where they enter the figure the reader is told. */
function triwulanHilang(hilang: readonly number[], agregasi: string): string[] {
  if (hilang.length === 0 || (agregasi !== 'KUMULATIF' && agregasi !== 'RATA_RATA')) return []
  const sebut = hilang.map((ke) => `TW ${ROMAWI[ke - 1] ?? ke}`).join(', ')
  return [
    agregasi === 'KUMULATIF'
      ? `Realisasi ${sebut} tidak tercatat, targetnya tetap dihitung.`
      : `Realisasi ${sebut} tidak tercatat, tidak masuk rata-rata.`,
  ]
}

function kelas(nilai: string, skala: Skala): { nama: string; warna: string } {
  const { nama, warna } = bacaPredikat(nilai, skala)
  return { nama, warna }
}

function susunAnggaran(asal: BarisAnggaranIsian, lebihDulu: string | undefined): AnggaranRekap {
  const a = angkaTerkoreksi(asal)
  const serapan = hitungSerapan({ pagu: a.pagu, realisasi: nilaiUang(a) })
  return {
    barisId: a.id,
    subKegiatanId: a.subKegiatanId,
    kode: a.kode,
    nama: a.nama,
    pagu: a.pagu,
    status: a.status,
    realisasi: a.realisasi,
    dihitung: lebihDulu === undefined,
    serapan,
    keterangan: a.keterangan,
    peringatan: [
      ...(serapan.jenis === 'NILAI' ? serapan.peringatan : []),
      ...(lebihDulu === undefined ? [] : [`Sudah dihitung pada ${lebihDulu}, tidak dijumlahkan lagi.`]),
    ],
    ...(a.koreksi?.length ? { koreksi: a.koreksi.map(kalimatKoreksi) } : {}),
    ...(a.kertas ? { kertas: kalimatKertas(a) } : {}),
  }
}
