import { halaman } from '../../inti/http/index.ts'
import { ingatObjek } from '../../inti/ingat.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import {
  bandingkanWaktu,
  formatWaktuBaku,
  namaPeriode,
  relatifHari,
  tanggalLokal,
  tanggalPendek,
  type WaktuBaku,
} from '../../inti/waktu/index.ts'
import { bolehMelihat } from '../formulir/index.ts'
import { tabCapaian } from '../lkjip/index.ts'
import { WARNA_MERAH } from '../pengukuran/index.ts'
import { kalimatRingkasan, teksCapaian, teksRealisasi, teksTarget } from '../rekap/index.ts'
import { PENCATAT_CAMAT, type RingkasSiklus, sebutPemegang } from '../siklus/index.ts'
import type { Tugas } from '../tugas-saya/index.ts'
import { susunGrafik } from './grafik-deret.ts'
import type { ambilWaktuLangkah, DeretIndikator, RekapTerbaru } from './kueri.ts'
import { tautanCatatan } from './tautan-catatan.ts'

type Bahan = {
  /** YYYY-MM-DD */
  readonly hariIni: string
  readonly pelaku: Pelaku
  readonly tugas: readonly Tugas[]
  readonly siklus: readonly RingkasSiklus[]
  readonly rekap: RekapTerbaru | undefined
  readonly deret: readonly DeretIndikator[]
  readonly waktu: Awaited<ReturnType<typeof ambilWaktuLangkah>>
}

/** Three questions: what waits for me, where does each running siklus stand, which indicators are red; then trends and times. */
export function susunDasbor({ hariIni, pelaku, tugas, siklus, rekap, deret, waktu }: Bahan) {
  const tahun = Number(hariIni.slice(0, 4))
  return {
    judulHalaman: 'Dasbor',
    tab: tabCapaian('dasbor'),
    tugas: tugas.slice(0, 5),
    sisaTugas: Math.max(0, tugas.length - 5),
    siklus: siklus
      .filter((s) => s.status === 'BERJALAN')
      .map((s) => ({
        alamat: `/siklus/${s.id}`,
        nama: s.namaSop.replace(/^SOP /, ''),
        periode: namaPeriode({ jenis: s.jenisPeriode, tahun: s.tahun, nomor: s.nomorPeriode }),
        selesai: s.jumlahSelesai,
        langkah: s.jumlahLangkah,
        pemegang: s.terbuka.map(sebutPemegang).join(' · ') || '–',
        langkahKini: s.terbuka.map((t) => `Langkah ${t.nomor}`).join(' · '),
        sejak:
          s.terbuka.map((t) => tanggalPendek(tanggalLokal(new Date(t.sejak), pelaku.zonaWaktu))).join(' · ') || '–',
        tenggat: susunTenggat(s.tenggat, hariIni),
      })),
    rekap: rekap ? susunRekapDasbor(rekap, pelaku) : null,
    tren: deret.filter((d) => d.deret.length > 0).map((d) => susunTren(d, tahun)),
    waktu: waktu.map((w) => susunWaktu(w)),
  }
}
export const halamanDasbor = halaman<ReturnType<typeof susunDasbor>>('dasbor/dasbor')

const susunWaktu = ingatObjek((w: Bahan['waktu'][number]) => {
  const baku = w.waktuBaku as WaktuBaku
  const banding = bandingkanWaktu(w.menit, baku)
  return {
    sop: w.namaSop.replace(/^SOP /, ''),
    langkah: `${w.nomor}. ${w.uraian}`,
    baku: formatWaktuBaku(baku),
    rata: banding.teks,
    lewat: banding.status === 'LEWAT',
  }
})

/** A late siklus says so by word; without a date there is nothing to be late for. */
function susunTenggat(
  tenggat: string | null,
  hariIni: string,
): { teks: string; status?: { kode: string; teks: string } } {
  if (!tenggat) return { teks: '–' }
  const teks = `${tanggalPendek(tenggat)} (${relatifHari(tenggat, hariIni)})`
  return tenggat < hariIni ? { teks, status: { kode: 'TERLAMBAT', teks } } : { teks }
}

function susunRekapDasbor({ isi, disetujui, nomorVersi, siklusId }: RekapTerbaru, pelaku: Pelaku) {
  const baris = isi.unit.flatMap((u) => u.baris.map((b) => ({ unit: u, b })))
  const merah = baris
    .filter(({ b }) => b.predikat !== null && WARNA_MERAH.includes(b.predikat.warna))
    .sort(
      (x, y) =>
        Number(x.b.capaian.jenis === 'NILAI' ? x.b.capaian.nilai : 0) -
        Number(y.b.capaian.jenis === 'NILAI' ? y.b.capaian.nilai : 0),
    )
  const mencatat = punyaPeran(pelaku, PENCATAT_CAMAT)
  return {
    judul: `${isi.namaSop.replace(/^SOP /, '')} · ${isi.namaPeriode}`,
    keadaan: disetujui
      ? { kode: 'DISETUJUI', teks: `Versi ${nomorVersi}, disetujui` }
      : { kode: 'MENUNGGU', teks: `Versi ${nomorVersi}, belum disetujui` },
    alamat: `/rekap/${siklusId}?versi=${nomorVersi}`,
    kalimat: kalimatRingkasan(isi),
    kolomMerah: [...KOLOM_MERAH, ...(mencatat ? [{ teks: 'Catatan', layar: true }] : [])],
    merah: merah.map(({ unit, b }) => ({
      sel: [
        // a figure leads to its evidence and its filler, for those who may see them
        unit.formulirId && bolehMelihat(pelaku, unit.unitId)
          ? { teks: b.nama, alamat: `/formulir/${unit.formulirId}#baris-${b.barisId}` }
          : b.nama,
        unit.nama,
        teksTarget(b),
        teksRealisasi(b),
        teksCapaian(b.capaian),
        {
          status: {
            kode: b.predikat?.warna === 'merah' ? 'SANGAT_RENDAH' : 'RENDAH',
            teks: b.predikat?.nama ?? '',
          },
        },
        ...(mencatat ? [tautanCatatan({ siklusId, unitId: unit.unitId, indikatorId: b.indikatorId }, b.nama)] : []),
      ],
    })),
  }
}

const KOLOM_MERAH = [
  { teks: 'Indikator' },
  { teks: 'Unit' },
  { teks: 'Target', angka: true },
  { teks: 'Realisasi', angka: true },
  { teks: 'Capaian', angka: true },
  { teks: 'Predikat' },
]

/** `tahun` is the year the series was read for. */
const susunTren = ingatObjek((d: DeretIndikator, tahun: number) => {
  const tahunan = d.deret.filter((t) => t.triwulan === 0)
  const triwulan = d.deret.filter((t) => t.triwulan > 0 && t.tahun === tahun)
  const titik = [
    ...tahunan.map((t) => ({ label: String(t.tahun), nilai: t.nilai })),
    ...triwulan.map((t) => ({ label: `TW ${['I', 'II', 'III', 'IV'][t.triwulan - 1]}`, nilai: t.nilai })),
  ]
  return { nama: d.nama, satuan: d.satuan, ...susunGrafik(titik), kalimat: kalimatTren(tahunan, d.polaritas) }
})

/** A sentence from data only: does the last year stand better or worse than the one before. */
function kalimatTren(tahunan: DeretIndikator['deret'], polaritas: string): string {
  const [b, a] = [tahunan.at(-1), tahunan.at(-2)]
  if (!a?.nilai || !b?.nilai) return ''
  const selisih = Number(b.nilai) - Number(a.nilai)
  if (selisih === 0) return `Tetap sejak ${a.tahun}.`
  const baik = selisih > 0 === (polaritas !== 'MIN')
  return `${selisih > 0 ? 'Naik' : 'Turun'} dari ${a.tahun} ke ${b.tahun}, ${baik ? 'membaik' : 'memburuk'}.`
}
