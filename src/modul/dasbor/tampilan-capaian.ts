import { susunGambarGrafik } from '../../inti/dokumen/index.ts'
import { halaman } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { tanggalLokal, tanggalPendek } from '../../inti/waktu/index.ts'
import { bolehMelihat } from '../formulir/index.ts'
import { type Capaian, type CapaianIndikator, tabCapaian, tabTahun, teksCapaian } from '../lkjip/index.ts'
import { LENCANA_PREDIKAT } from '../pengukuran/index.ts'
import { PENCATAT_CAMAT } from '../siklus/index.ts'
import { adalahMerah, type KartuCapaian, merahDulu, urutkanCapaian } from './susun-capaian.ts'
import { tautanCatatan } from './tautan-catatan.ts'

/** Capaian of a year for the leaders: red first, a chart and its sentence per indicator, its table, where the figure comes from. */
export function susunHalamanCapaian(capaian: Capaian, pelaku: Pelaku) {
  const { tahun, organisasi } = capaian
  const kelompok = urutkanCapaian(capaian)
  const iku = kelompok.flatMap((k) => k.kartu)
  const merahIku = iku.filter((k) => k.merah)
  const merah = merahIku.length + capaian.ikk.filter(adalahMerah).length
  const tanpa = iku.filter((k) => k.indikator.kini?.capaian.jenis !== 'NILAI').length
  return {
    judulHalaman: `Capaian kinerja ${tahun}`,
    tab: tabCapaian('capaian'),
    tabTahun: tabTahun('/dasbor/capaian', capaian.tahunTersedia, tahun),
    pdf: `/dasbor/capaian/pdf?tahun=${tahun}`,
    word: `/dasbor/capaian/word?tahun=${tahun}`,
    organisasi: {
      capaian: teksCapaian(organisasi.capaian),
      predikat: lencana(organisasi.predikat),
      aturan: organisasi.aturan,
    },
    hitung: [
      {
        jumlah: merah,
        teks: 'indikator rendah',
        nada: merah > 0 ? 'merah' : 'hijau',
        ...alamatMerah(capaian, merahIku),
      },
      { jumlah: iku.length - tanpa, teks: `dari ${iku.length} IKU sudah ada capaiannya` },
      { jumlah: tanpa, teks: 'IKU belum ada capaiannya', nada: tanpa > 0 ? 'kuning' : 'hijau' },
    ],
    sasaran: kelompok.map(({ sasaran, kartu }) => ({
      uraian: sasaran.uraian,
      capaian: teksCapaian(sasaran.capaian.capaian),
      predikat: lencana(sasaran.capaian.predikat),
      kartu: kartu.map((k) => susunKartu(k, pelaku)),
    })),
    kolomIkk: [...KOLOM_IKK, ...(punyaPeran(pelaku, PENCATAT_CAMAT) ? [{ teks: 'Catatan', layar: true }] : [])],
    ikk: [...capaian.ikk].sort(merahDulu).map((i) => barisIkk(i, pelaku)),
    kosong: kelompok.length === 0 && capaian.ikk.length === 0,
  }
}
export const halamanCapaian = halaman<ReturnType<typeof susunHalamanCapaian>>('dasbor/capaian')

/** The first of the low ones on this page. */
function alamatMerah({ ikk }: Capaian, [pertama]: readonly KartuCapaian[]): { alamat?: string } {
  if (pertama) return { alamat: `#indikator-${pertama.indikator.id}` }
  return ikk.some(adalahMerah) ? { alamat: '#ikk' } : {}
}

const KOLOM_IKK = [
  { teks: 'Indikator' },
  { teks: 'Target', angka: true },
  { teks: 'Realisasi', angka: true },
  { teks: 'Capaian', angka: true },
  { teks: 'Predikat' },
]

const lencana = (p: { nama: string; warna: string } | null | undefined) =>
  p ? { kode: LENCANA_PREDIKAT[p.warna] ?? 'BELUM', teks: p.nama } : null

function susunKartu({ indikator: i, merah, kalimat, grafik, baris }: KartuCapaian, pelaku: Pelaku) {
  return {
    id: i.id,
    nama: i.nama,
    satuan: i.satuan,
    alamat: `/perencanaan/indikator/${i.id}`,
    merah,
    capaian: i.kini ? teksCapaian(i.kini.capaian) : 'belum ada',
    predikat: lencana(i.kini?.predikat),
    kalimat,
    grafik: grafik ? susunGambarGrafik(grafik) : null,
    baris: baris.map((sel) => ({ sel: [...sel] })),
    asal: susunAsal(i, pelaku),
    catatan: catatanTentang(i, pelaku),
  }
}

/** Where the Camat writes a note about it; nothing for everybody else. */
const catatanTentang = ({ id, nama, asal }: CapaianIndikator, pelaku: Pelaku) =>
  punyaPeran(pelaku, PENCATAT_CAMAT)
    ? tautanCatatan({ indikatorId: id, siklusId: asal?.siklusId, unitId: asal?.unitId }, nama)
    : null

/** Where the latest figure comes from: recap, form with its evidence, who filled it in, who approved it. */
function susunAsal(i: CapaianIndikator, pelaku: Pelaku): { label: string; nilai: string; alamat?: string }[] {
  const { kini, asal } = i
  if (!kini) return [{ label: 'Unit penanggung jawab', nilai: i.unit }]
  if (!asal)
    return [
      { label: 'Sumber', nilai: kini.sumber },
      { label: 'Unit penanggung jawab', nilai: i.unit },
    ]
  const rekap =
    asal.versiRekap === null ? `/siklus/${asal.siklusId}` : `/rekap/${asal.siklusId}?versi=${asal.versiRekap}`
  const kapan = asal.disetujuiPada
    ? `, ${tanggalPendek(tanggalLokal(new Date(asal.disetujuiPada), pelaku.zonaWaktu))}`
    : ''
  return [
    { label: 'Sumber', nilai: `${kini.sumber}, ${kini.sampai}`, alamat: rekap },
    { label: 'Bukti', nilai: asal.bukti > 0 ? `${asal.bukti} bukti` : 'tanpa bukti', ...alamatBukti(asal, pelaku) },
    { label: 'Diisi oleh', nilai: asal.pengisi ? `${asal.pengisi} (${i.unit})` : i.unit },
    {
      label: 'Disetujui',
      nilai: asal.penyetuju ? `${asal.penyetuju}${kapan}` : 'dibekukan sebagai hasil siklus yang selesai',
    },
  ]
}

/** The form, for those who may see it. */
const alamatBukti = (asal: NonNullable<CapaianIndikator['asal']>, pelaku: Pelaku): { alamat?: string } =>
  asal.formulirId && bolehMelihat(pelaku, asal.unitId)
    ? { alamat: `/formulir/${asal.formulirId}#baris-${asal.barisId}` }
    : {}

function barisIkk(i: CapaianIndikator, pelaku: Pelaku) {
  const { kini, asal } = i
  const bukti = asal ? alamatBukti(asal, pelaku) : {}
  const predikat = lencana(kini?.predikat)
  return {
    sel: [
      { teks: i.nama, kecil: i.unit, ...bukti },
      kini?.targetTeks ?? i.targetTeks,
      { teks: kini?.realisasiTeks ?? 'belum ada', kecil: kini?.sampai ?? '' },
      kini ? teksCapaian(kini.capaian) : '–',
      predikat ? { status: predikat } : '–',
      // beside what is low only: the list is long
      ...(adalahMerah(i) ? [catatanTentang(i, pelaku)] : []),
    ],
  }
}
