import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { ingatObjek } from '../../inti/ingat.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { tanggalJam } from '../../inti/waktu/index.ts'
import {
  bolehMelihat,
  KODE_STATUS_FORMULIR,
  type StatusFormulir,
  TEKS_STATUS_FORMULIR,
  tautanTanya,
} from '../formulir/index.ts'
import { LENCANA_PREDIKAT } from '../pengukuran/index.ts'
import {
  type ambilSiklus,
  judulSiklus,
  type Kepala,
  type KonteksLangkah,
  kolomPengelola,
  melihatSemua,
  tabSiklus,
} from '../siklus/index.ts'
import type { DefinisiSop } from '../sop/index.ts'
import {
  analisisBaris,
  kalimatRingkasan,
  keteranganAnggaran,
  keteranganBaris,
  teksCapaian,
  teksCapaianPeriode,
  teksRealisasi,
  teksRealisasiAnggaran,
  teksRupiah,
  teksSerapan,
  teksTarget,
} from './baris-tampil.ts'
import { bedaRekap } from './beda-rekap.ts'
import type { AnggaranRekap, BarisRekap, IsiRekap, UnitRekap } from './isi-rekap.ts'
import type { VersiRekap, VersiTab } from './kueri.ts'
import { susunGulungan, susunKembali, teksKosong } from './tampilan-ukur.ts'

daftarkanPesan({
  'rekap-dibekukan': 'Rekap dibekukan sebagai versi bernomor. Langkah berikutnya sudah terbuka.',
  'indikator-dikembalikan':
    'Indikator dikembalikan ke pengukuran. Rekap dilanjutkan setelah pengukurannya selesai lagi.',
  'formulir-dikembalikan': 'Formulir dikembalikan kepada unitnya. Rekap dilanjutkan setelah unit itu menyerahkan lagi.',
})

/** Roles that read the whole recap; besides them whoever the SOP lets work with all units. */
const PEMBACA_REKAP = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'PENGAMAT'] as const

/** Does this person read the whole recap of this SOP? Everybody else sees the own unit's part of it. */
export const membacaRekap = (definisi: DefinisiSop, pelaku: Pelaku): boolean =>
  punyaPeran(pelaku, PEMBACA_REKAP) || melihatSemua(kolomPengelola(definisi), pelaku)

/** Questions that are not settled, by row. */
type Tanya = ReadonlyMap<string, number>

/** One recap as tables ready to print on a page; a form and what was asked about its rows are linked for those who may open it. */
function susunMatriks(isi: IsiRekap, definisi: DefinisiSop, { pelaku, tanya }: { pelaku: Pelaku; tanya: Tanya }) {
  const formulir = melihatSemua(kolomPengelola(definisi), pelaku)
  const unit = isi.unit.filter((u) => membacaRekap(definisi, pelaku) || bolehMelihat(pelaku, u.unitId, formulir))
  return {
    ringkasan: ringkasan(isi),
    catatanSkala: `Predikat menurut ${isi.skala.nama} (${isi.skala.sumber}). Target dan realisasi dihitung sampai akhir ${isi.namaPeriode}.`,
    gulungan: isi.pengukuran ? susunGulungan(isi.pengukuran) : null,
    lompat: [
      ...(isi.pengukuran ? [{ teks: 'Capaian per tingkat', alamat: '#gulungan' }] : []),
      ...unit.map((u) => ({ teks: u.nama, alamat: `#unit-${u.unitId}` })),
    ],
    unit: unit.map((u) => ({
      id: u.unitId,
      nama: u.nama,
      ...tautanUnit(u, bolehMelihat(pelaku, u.unitId, formulir)),
      status: isi.pengukuran ? null : statusFormulir(u.status as StatusFormulir),
      penyerahan: u.penyerah ? `${u.penyerah}${u.jabatanPenyerah ? `, ${u.jabatanPenyerah}` : ''}` : '',
      baris: u.baris.map((b) => ({
        ...susunBaris(b),
        tanya: tautanTanya({ id: b.barisId, tanya: tanya.get(b.barisId) }),
      })),
      anggaran: u.anggaran.map((a) => ({
        ...susunAnggaran(a),
        tanya: tautanTanya({ id: a.barisId, tanya: tanya.get(a.barisId) }),
      })),
    })),
    perluDiperiksa: unit.flatMap((u) =>
      u.baris.filter(perluDilihat).map((b) => ({ unit: u.nama, indikator: b.nama, keterangan: keteranganBaris(b) })),
    ),
  }
}

/** The form behind a part of the recap; `ditanya`: its rows may be asked about. A Kertas Kerja has none. */
const tautanUnit = ({ formulirId }: UnitRekap, terlihat: boolean) => ({
  alamat: formulirId && terlihat ? `/formulir/${formulirId}` : null,
  ditanya: formulirId !== '' && terlihat,
})

const statusFormulir = (status: StatusFormulir) => ({
  kode: KODE_STATUS_FORMULIR[status],
  teks: TEKS_STATUS_FORMULIR[status],
})
const perluDilihat = (b: BarisRekap): boolean => b.status === 'KOSONG' || b.tanpaBukti || b.peringatan.length > 0

const ringkasan = ingatObjek(kalimatRingkasan)

const susunAnggaran = ingatObjek((a: AnggaranRekap) => ({
  nama: `${a.kode} ${a.nama}`,
  pagu: teksRupiah(a.pagu),
  realisasi: teksRealisasiAnggaran(a),
  serapan: teksSerapan(a),
  keterangan: keteranganAnggaran(a),
  tanda: a.status === 'KOSONG' || a.peringatan.length > 0 ? 'ragu' : '',
}))

const susunBaris = ingatObjek((b: BarisRekap) => ({
  kode: b.kode,
  nama: b.nama,
  satuan: b.satuan,
  target: teksTarget(b),
  realisasi: teksRealisasi(b),
  capaian: teksCapaian(b.capaian),
  periode: teksCapaianPeriode(b),
  rumus: b.capaian.jenis === 'NILAI' ? b.capaian.rumus : b.capaian.alasan,
  predikat: b.predikat ? { kode: LENCANA_PREDIKAT[b.predikat.warna] ?? 'BELUM', teks: b.predikat.nama } : null,
  keterangan: keteranganBaris(b),
  analisis: analisisBaris(b),
  tanda: perluDilihat(b) ? 'ragu' : '',
}))

/** The figures of a recap above its sentences. */
function susunHitungan({ ringkasan: r, pengukuran }: IsiRekap) {
  return [
    pengukuran
      ? {
          jumlah: `${pengukuran.analisis.ditulis}/${pengukuran.analisis.dari}`,
          teks: 'analisis ditulis',
          nada: pengukuran.analisis.ditulis < pengukuran.analisis.dari ? 'kuning' : 'hijau',
        }
      : {
          jumlah: `${r.unitMenyerahkan}/${r.unit}`,
          teks: 'unit menyerahkan',
          nada: r.unitMenyerahkan < r.unit ? 'kuning' : 'hijau',
        },
    {
      jumlah: `${r.terisi + r.tidakBerlaku}/${r.jatuhTempo}`,
      teks: 'nilai terjawab',
      nada: r.kosong > 0 ? 'kuning' : 'hijau',
    },
    { jumlah: r.tanpaBukti, teks: 'tanpa bukti', nada: 'kuning' },
    {
      jumlah: r.perluDiperiksa,
      teks: 'perlu diperiksa',
      nada: 'kuning',
      alamat: r.perluDiperiksa > 0 ? '#perlu-diperiksa' : undefined,
    },
  ]
}

type BahanLangkah = {
  kepala: Kepala
  konteks: KonteksLangkah
  pelaku: Pelaku
  kini: IsiRekap
  versi: readonly VersiRekap[]
  tanya: Tanya
  isian?: Record<string, string>
  kesalahan?: Kesalahan
}
/** The step: live matrix, doubts, what changed since the last frozen version, freeze, send a form back. */
export function susunLangkahRekap(bahan: BahanLangkah) {
  const { kepala, konteks, pelaku, kini, versi, isian = {}, kesalahan = {} } = bahan
  const terakhir = versi[0]
  return {
    judulHalaman: kepala.judul,
    kepala,
    ada: kini.unit.length > 0 || terakhir !== undefined,
    kosong: teksKosong(kini),
    versiSiklus: konteks.siklus.versi,
    alamat: kepala.alamat,
    alamatExcel: `/rekap/${konteks.siklus.id}/excel`,
    nomorBerikut: (terakhir?.nomorVersi ?? 0) + 1,
    hitungan: susunHitungan(kepala.terbuka || !terakhir ? kini : terakhir.isi),
    matriks: susunMatriks(kepala.terbuka || !terakhir ? kini : terakhir.isi, konteks.siklus.definisi, bahan),
    bolehExcel: membacaRekap(konteks.siklus.definisi, pelaku),
    judulMatriks: kepala.terbuka || !terakhir ? 'Keadaan sekarang' : `Versi ${terakhir.nomorVersi}`,
    beda: terakhir && kepala.terbuka ? bedaRekap(terakhir.isi, kini) : [],
    versiLalu: terakhir?.nomorVersi ?? 0,
    kembali: susunKembali(kini),
    isian,
    kesalahan,
  }
}
export const halamanLangkahRekap = halaman<ReturnType<typeof susunLangkahRekap>>('rekap/langkah')

type BahanTab = {
  muatan: Awaited<ReturnType<typeof ambilSiklus>>
  isi: IsiRekap
  versi: readonly VersiTab[]
  terpilih: VersiTab | null
  tanya: Tanya
  pelaku: Pelaku
}
/** The tab "Formulir" or "Kertas kerja" of a siklus: the matrix as it stands, or a frozen version. */
export function susunTabRekap(bahan: BahanTab) {
  const { muatan, isi, versi, terpilih, pelaku } = bahan
  const { siklus } = muatan
  return {
    ...judulSiklus(muatan),
    tab: tabSiklus(siklus, 'formulir', pelaku),
    ada: isi.unit.length > 0,
    hitungan: susunHitungan(isi),
    matriks: susunMatriks(isi, siklus.definisi, bahan),
    judulMatriks: terpilih
      ? `Rekap versi ${terpilih.nomorVersi}, dibekukan ${tanggalJam(terpilih.dibekukanPada, pelaku.zonaWaktu)} oleh ${terpilih.dibekukanOleh}`
      : isi.pengukuran
        ? 'Hasil pengukuran sekarang'
        : 'Keadaan formulir sekarang',
    kosong: teksKosong(isi),
    alamatExcel: `/rekap/${siklus.id}/excel${terpilih ? `?versi=${terpilih.nomorVersi}` : ''}`,
    alamatKoreksi: `/koreksi?siklus=${siklus.id}`,
    alamatPercakapan: `/percakapan?siklus=${siklus.id}`,
    versi: [
      { teks: 'Sekarang', alamat: `/rekap/${siklus.id}`, aktif: !terpilih },
      ...versi.map((v) => ({
        teks: `Versi ${v.nomorVersi}`,
        alamat: `/rekap/${siklus.id}?versi=${v.nomorVersi}`,
        aktif: v === terpilih,
      })),
    ],
  }
}
export const halamanTabRekap = halaman<ReturnType<typeof susunTabRekap>>('rekap/tab')
