import { TANPA_NILAI } from '../../inti/angka/index.ts'
import { halaman } from '../../inti/http/index.ts'
import type { Unit } from '../organisasi/index.ts'
import { AGREGASI, FREKUENSI, METODE, namaTriwulan, nilaiIndikator, POLARITAS, tabPerencanaan } from './istilah.ts'
import type { KartuIndikator } from './kartu-indikator.ts'
import {
  type BarisIndikator,
  PER_HALAMAN,
  type PkIndikator,
  type RincianIndikator,
  type Saringan,
} from './kueri-indikator.ts'

/** Indicators with filter and pages. */
export function susunDaftarIndikator(
  baris: readonly BarisIndikator[],
  {
    unit: daftarUnit,
    tahun,
    jenis,
    q,
    halaman: ke,
    pilihUnit,
  }: Omit<Saringan, 'unit'> & {
    unit: readonly Unit[]
    pilihUnit: string
    tahun: number
  },
) {
  const jumlah = baris[0]?.jumlah ?? 0
  const saring = new URLSearchParams(Object.entries({ jenis, unit: pilihUnit, q }).filter(([, nilai]) => nilai !== ''))
  return {
    judulHalaman: 'Indikator kinerja',
    tab: tabPerencanaan('indikator'),
    isian: { jenis, unit: pilihUnit, q },
    disaring: saring.size > 0,
    opsiJenis: [
      { nilai: '', teks: 'IKU dan IKK' },
      { nilai: 'IKU', teks: 'IKU' },
      { nilai: 'IKK', teks: 'IKK' },
    ],
    opsiUnit: [{ nilai: '', teks: 'Semua unit' }, ...daftarUnit.map((u) => ({ nilai: u.id, teks: u.nama }))],
    jumlah: jumlah === 0 && ke > 1 ? 'Halaman ini kosong' : `${jumlah} indikator`,
    tahun,
    baris: baris.map(barisIndikator),
    halaman: ke,
    jumlahHalaman: Math.ceil(jumlah / PER_HALAMAN),
    alamat: `/perencanaan/indikator${saring.size > 0 ? `?${saring}` : ''}`,
  }
}

const barisIndikator = (i: BarisIndikator) => ({
  sel: [
    { teks: i.nama, alamat: `/perencanaan/indikator/${i.id}`, kecil: `${i.kode} · ${i.unit}` },
    i.satuan,
    nilaiIndikator({ nilai: i.target, teks: i.targetTeks }),
    i.akhir
      ? { teks: nilaiIndikator({ nilai: i.akhir.nilai, teks: i.akhir.kategori }), kecil: namaTriwulan(i.akhir) }
      : TANPA_NILAI,
  ],
})

/** The indicator card: what is measured, how, by whom, and what it has been so far. */
export function susunIndikator({ kartu, realisasi, renstra, pk, ...letak }: RincianIndikator) {
  const tahunan = realisasi.filter((r) => r.triwulan === 0)
  const triwulanan = realisasi.filter((r) => r.triwulan > 0)
  return {
    judulHalaman: kartu.nama,
    atas: `${kartu.jenis} · ${kartu.kode}`,
    keterangan: `Satuan ${kartu.satuan} · penanggung jawab ${letak.unit}`,
    aktif: letak.aktif,
    letak: [
      { label: 'Sasaran', nilai: letak.sasaran },
      { label: 'Program', nilai: letak.program },
      { label: 'Kegiatan', nilai: letak.kegiatan },
      { label: 'Sub kegiatan', nilai: letak.subKegiatan },
    ].flatMap(({ label, nilai }) => (nilai ? [{ label, nilai }] : [])),
    kartu: barisKartu(kartu, letak.unit),
    variabel: kartu.variabel.map((v) => ({
      sel: [v.nama, v.satuan || TANPA_NILAI, v.bobot === undefined ? TANPA_NILAI : String(v.bobot)],
    })),
    berbobot: kartu.variabel.some((v) => v.bobot !== undefined),
    kategori: kartu.kategori.map((k) => ({ sel: [k.nama, String(k.skor)] })),
    target: renstra.map((t) => ({ tahun: t.tahun, nilai: nilaiIndikator(t) })),
    tahunan: tahunan.map((r) => ({
      sel: [String(r.tahun), nilaiTarget(r, kartu), nilaiRealisasi(r), r.sumber || TANPA_NILAI],
    })),
    triwulanan: triwulanan.map((r) => ({
      sel: [namaTriwulan(r), nilaiTarget(r, kartu), nilaiRealisasi(r), r.sumber || TANPA_NILAI],
    })),
    pk: pk.map(barisPk),
  }
}

const nilaiRealisasi = ({ nilai, kategori }: { nilai: string | null; kategori: string | null }) =>
  nilaiIndikator({ nilai, teks: kategori })

/** A category's target is stored as its score and shown by its name. */
const nilaiTarget = ({ target }: { target: string | null }, { kategori }: KartuIndikator) =>
  nilaiIndikator({
    nilai: target,
    teks: target === null ? null : kategori.find((k) => String(k.skor) === target)?.nama,
  })

const barisKartu = (k: KartuIndikator, unit: string) => [
  { label: 'Definisi operasional', nilai: k.definisi || TANPA_NILAI },
  { label: 'Rumus', nilai: k.rumus || TANPA_NILAI },
  { label: 'Cara menghitung', nilai: METODE[k.metode] },
  {
    label: 'Polaritas',
    nilai:
      k.polaritas === 'MIN'
        ? `${POLARITAS.MIN}; capaian ${k.varianMin === 'T/R' ? 'target ÷ realisasi' : '(2 × target − realisasi) ÷ target'}`
        : POLARITAS[k.polaritas],
  },
  { label: 'Sifat angka antarperiode', nilai: AGREGASI[k.agregasi] },
  { label: 'Frekuensi', nilai: FREKUENSI[k.frekuensi] },
  { label: 'Angka di belakang koma', nilai: String(k.desimal) },
  { label: 'Sumber data', nilai: k.sumberData || TANPA_NILAI },
  { label: 'Penanggung jawab data', nilai: unit },
  {
    label: 'Bukti dukung',
    nilai: `${k.buktiWajib ? 'Wajib' : 'Tidak wajib'}${k.aturanBukti ? `: ${k.aturanBukti}` : ''}`,
  },
  { label: 'Asal nama dan rumus', nilai: k.asal || TANPA_NILAI },
]

const barisPk = (p: PkIndikator) => ({
  sel: [
    String(p.tahun),
    { teks: p.jabatan, alamat: `/perjanjian-kinerja/${p.pkId}`, kecil: p.jenis === 'PERUBAHAN' ? 'PK Perubahan' : '' },
    p.targetAtas
      ? `${nilaiIndikator({ nilai: p.target })} sampai ${nilaiIndikator({ nilai: p.targetAtas })}`
      : nilaiIndikator({ nilai: p.target, teks: p.targetTeks }),
  ],
})

export const halamanDaftarIndikator = halaman<ReturnType<typeof susunDaftarIndikator>>('perencanaan/daftar-indikator')
export const halamanIndikator = halaman<ReturnType<typeof susunIndikator>>('perencanaan/indikator')
