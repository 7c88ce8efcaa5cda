import type { Periode } from '../../inti/waktu/index.ts'
import {
  type BarisAnggaranIsian,
  type BarisIsian,
  type FormulirUnit,
  hitungBaris,
  namaKategori,
  tanpaBukti,
  teksTargetTahunan,
} from '../formulir/index.ts'
import { bacaPredikat, type Hasil, hitungSerapan, type Skala, VERSI_RUMUS } from '../pengukuran/index.ts'
import type { AnggaranRekap, BarisRekap, IsiRekap, StatusNilai, UnitRekap } from './isi-rekap.ts'
import { nilaiUang, ringkasRekap } from './ringkas-rekap.ts'

type Bahan = {
  readonly siklusId: string
  readonly namaSop: string
  readonly namaPeriode: string
  readonly periode: Periode
  readonly skala: Skala
}

/** The recap of a siklus from its forms, computed live; pure, so the same forms give the same recap. */
export function susunRekap(formulir: readonly FormulirUnit[], bahan: Bahan): IsiRekap {
  const sudah = new Map<string, string>()
  const unit = formulir.map((f) => susunUnit(f, bahan, sudah))
  return { skema: 1, ...bahan, unit, ringkasan: ringkasRekap(unit) }
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
    jabatanPenyerah: f.jabatanPenyerah,
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

function susunBaris(b: BarisIsian, { periode, skala }: Bahan): BarisRekap {
  const status = statusNilai(b)
  const { capaian, agregat, peringatan } = hitungBaris(b, periode)
  const { kode, jenis, nama, satuan, agregasi, polaritas, varianMin, desimal, sasaranId } = b.kartu
  return {
    barisId: b.id,
    indikatorId: b.indikatorId,
    kode,
    jenis,
    nama,
    satuan,
    agregasi,
    polaritas,
    varianMin,
    desimal,
    sasaranId,
    targetTahunan: b.target.tahunan,
    targetTeks: polaritas === 'KATEGORI' || polaritas === 'RENTANG' ? teksTargetTahunan(b) : null,
    status,
    variabel: b.kartu.variabel.flatMap((v) =>
      b.variabel[v.kode] === undefined ? [] : [{ nama: v.nama, nilai: b.variabel[v.kode] ?? '' }],
    ),
    nilai: b.nilai,
    kategori: b.kategori === null ? null : namaKategori(b.kartu, b.kategori),
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
  }
}

const ROMAWI = ['I', 'II', 'III', 'IV'] as const
/** Earlier quarters that were due and have no value: where they enter the figure the reader is told (domain.md §1.6 "Missing"). */
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

function susunAnggaran(a: BarisAnggaranIsian, lebihDulu: string | undefined): AnggaranRekap {
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
  }
}
