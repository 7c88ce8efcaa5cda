import { Desimal } from '../../inti/angka/index.ts'
import type { Periode } from '../../inti/waktu/index.ts'
import { type BarisAnggaranIsian, type BarisIsian, type FormulirUnit, hitungBaris, hitungCapaianBaris, tanpaBukti } from '../formulir/index.ts'
import { bacaPredikat, type Hasil, hitungRataRata, hitungSerapan, type Skala, VERSI_RUMUS } from '../pengukuran/index.ts'
import type { AnggaranRekap, BarisRekap, IsiRekap, RingkasanRekap, StatusNilai, UnitRekap } from './isi-rekap.ts'

type Bahan = {
  readonly siklusId: string
  readonly namaSop: string
  readonly namaPeriode: string
  readonly periode: Periode
  readonly skala: Skala
}

/** The recap of a siklus from its forms, computed live; pure, so the same forms give the same recap. */
export function susunRekap(formulir: readonly FormulirUnit[], bahan: Bahan): IsiRekap {
  const unit = formulir.map((f) => susunUnit(f, bahan))
  return { skema: 1, ...bahan, unit, ringkasan: ringkas(unit) }
}

function susunUnit(f: FormulirUnit, bahan: Bahan): UnitRekap {
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
    anggaran: f.anggaran.map(susunAnggaran),
  }
}

const statusNilai = (b: BarisIsian): StatusNilai => (b.status === 'KOSONG' && !b.jatuhTempo ? 'BELUM_JATUH_TEMPO' : b.status)
const tiada = (status: StatusNilai): Hasil => ({
  jenis: status === 'TERISI' ? 'TIDAK_DAPAT_DIHITUNG' : status,
  alasan: { TERISI: 'Tidak dapat dihitung', KOSONG: 'Realisasi belum diisi', TIDAK_BERLAKU: 'Tidak diukur pada periode ini', BELUM_JATUH_TEMPO: 'Belum jatuh tempo pada periode ini' }[status],
  versi: VERSI_RUMUS,
})

function susunBaris(b: BarisIsian, { periode, skala }: Bahan): BarisRekap {
  const status = statusNilai(b)
  const { capaian, agregat } = hitungCapaianBaris(b, periode)
  const { peringatan } = hitungBaris(b, periode)
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
    targetTeks: b.target.teks,
    status,
    variabel: b.kartu.variabel.flatMap((v) => (b.variabel[v.kode] === undefined ? [] : [{ nama: v.nama, nilai: b.variabel[v.kode] ?? '' }])),
    nilai: b.nilai,
    kategori: b.kategori,
    target: agregat?.target ?? tiada(status),
    realisasi: agregat?.realisasi ?? tiada(status),
    capaian,
    predikat: capaian.jenis === 'NILAI' ? kelas(capaian.nilai, skala) : null,
    jumlahBukti: b.jumlahBukti,
    tanpaBukti: tanpaBukti(b),
    peringatan,
    alasanTidakBerlaku: b.alasanTidakBerlaku,
    kendala: b.kendala,
    faktorPendorong: b.faktorPendorong,
    tindakLanjut: b.tindakLanjut,
    keterangan: b.keterangan,
    pengisi: b.diubahOleh,
    pengisiId: b.diubahOlehId,
  }
}

function kelas(nilai: string, skala: Skala): { nama: string; warna: string } {
  const { nama, warna } = bacaPredikat(nilai, skala)
  return { nama, warna }
}

function susunAnggaran(a: BarisAnggaranIsian): AnggaranRekap {
  const serapan = hitungSerapan({ pagu: a.pagu, realisasi: a.status === 'TERISI' && a.realisasi !== null ? { status: 'TERISI', nilai: a.realisasi } : { status: a.status === 'TIDAK_BERLAKU' ? 'TIDAK_BERLAKU' : 'KOSONG' } })
  return {
    barisId: a.id,
    subKegiatanId: a.subKegiatanId,
    kode: a.kode,
    nama: a.nama,
    pagu: a.pagu,
    status: a.status,
    realisasi: a.realisasi,
    serapan,
    keterangan: a.keterangan,
    peringatan: serapan.jenis === 'NILAI' ? serapan.peringatan : [],
  }
}

function ringkas(unit: readonly UnitRekap[]): RingkasanRekap {
  const baris = unit.flatMap((u) => u.baris)
  const jatuhTempo = baris.filter((b) => b.status !== 'BELUM_JATUH_TEMPO')
  const anggaran = unit.flatMap((u) => u.anggaran)
  const pagu = anggaran.reduce((j, a) => j.plus(a.pagu), new Desimal(0)).toFixed(2)
  const realisasiAnggaran = anggaran.reduce((j, a) => j.plus(a.realisasi ?? 0), new Desimal(0)).toFixed(2)
  return {
    unit: unit.length,
    unitMenyerahkan: unit.filter((u) => u.status === 'DISERAHKAN').length,
    jatuhTempo: jatuhTempo.length,
    terisi: baris.filter((b) => b.status === 'TERISI').length,
    tidakBerlaku: baris.filter((b) => b.status === 'TIDAK_BERLAKU').length,
    kosong: baris.filter((b) => b.status === 'KOSONG').length,
    tanpaBukti: baris.filter((b) => b.tanpaBukti).length,
    perluDiperiksa: baris.filter((b) => b.peringatan.length > 0).length,
    rataRata: hitungRataRata(jatuhTempo.map((b) => ({ id: b.barisId, nama: b.nama, hasil: b.capaian }))),
    pagu,
    realisasiAnggaran,
    serapan: hitungSerapan({ pagu, realisasi: { status: 'TERISI', nilai: realisasiAnggaran } }),
  }
}
