import { formatRupiah } from '../../inti/angka/index.ts'
import { halaman } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { bolehFormulir } from './alur.ts'
import { hitungPerOrang } from './delegasi/keadaan-orang.ts'
import { bolehBaris } from './delegasi/pembagian.ts'
import { hitungIsian, tanpaBukti, teksHitungan } from './hitungan.ts'
import { bolehCatatPenyerahan } from './kertas/catat-penyerahan.ts'
import type { BarisIsian, FormulirLengkap } from './kueri.ts'
import { susunKepalaFormulir } from './tampilan.ts'
import { keadaanAnggaran, susunHasilAnggaran } from './tampilan-anggaran.ts'
import { susunHasil } from './tampilan-baris.ts'
import { keadaanBaris, teksBersatuan } from './teks-baris.ts'

/** Everything once more before handing in: each row with its state and the way back to it; `kurang`: what keeps it back. */
export function susunPeriksa(formulir: FormulirLengkap, pelaku: Pelaku, kurang: readonly string[]) {
  const { roti, ...kepala } = susunKepalaFormulir(formulir, pelaku)
  const terbuka = formulir.langkah?.status === 'BERJALAN' && formulir.bagian?.status === 'BERJALAN'
  const bolehIsi = terbuka && bolehFormulir(pelaku, formulir, 'ISI')
  const ubah = ({ id, terbuka: dapat }: { id: string; terbuka: boolean }) =>
    bolehIsi && dapat && bolehBaris(pelaku, formulir, id) ? `${kepala.alamat}#baris-${id}` : null
  return {
    ...kepala,
    judulHalaman: `Pemeriksaan ${kepala.judulHalaman}`,
    judul: `Periksa formulir ${formulir.unitNama}`,
    roti: [...roti, { teks: 'Pemeriksaan', alamat: `${kepala.alamat}/pemeriksaan` }],
    ringkasan: susunRingkasan(formulir),
    pembagian: kalimatPembagian(formulir),
    indikator: formulir.baris.map((b) => susunButir(b, formulir, ubah(b))),
    anggaran: formulir.anggaran.map((a) => ({
      label: a.nama,
      nilai: `${a.status === 'TERISI' ? formatRupiah(a.realisasi) : a.status === 'TIDAK_BERLAKU' ? 'tidak ada' : '–'} dari pagu ${formatRupiah(a.pagu)}`,
      status: keadaanAnggaran(a),
      catatan: [susunHasilAnggaran(a, a.sebelumnya).teks, a.keterangan].filter(Boolean).join(' '),
      alamat: ubah(a),
    })),
    bolehIsi,
    kaki: teksHitungan(hitungIsian(formulir)),
    kurang,
    bolehSerah: terbuka && bolehFormulir(pelaku, formulir, 'SERAHKAN'),
    bolehSerahKertas: bolehCatatPenyerahan(pelaku, formulir),
    bukanKepala: bolehIsi && !bolehFormulir(pelaku, formulir, 'SERAHKAN'),
  }
}
export const halamanPeriksa = halaman<ReturnType<typeof susunPeriksa>>('formulir/periksa')

function susunButir(b: BarisIsian, formulir: FormulirLengkap, alamat: string | null) {
  const { capaian, predikat, teks } = susunHasil(b, formulir.siklus)
  const bukti = tanpaBukti(b) ? 'Belum ada bukti.' : b.jumlahBukti > 0 ? `${b.jumlahBukti} bukti.` : ''
  return {
    label: b.kartu.nama,
    nilai: `${teksBersatuan(b)}${b.status === 'TERISI' ? ` · capaian ${capaian}${predikat && ` (${predikat})`}` : ''}`,
    status: tanpaBukti(b) ? { kode: 'TANPA_BUKTI', teks: 'Tanpa bukti' } : keadaanBaris(b),
    catatan: [b.alasanTidakBerlaku, bukti, teks, b.kendala ? `Kendala: ${b.kendala}` : ''].filter(Boolean).join(' '),
    alamat,
  }
}

/** Who has said of the own rows that they are done: "Dewi 2 dari 3 baris, Rian semua (4 baris)"; '' when nothing was given out. */
function kalimatPembagian(formulir: FormulirLengkap): string {
  const orang = hitungPerOrang(formulir, TANPA_BATAS).map(({ nama, selesai, diberikan }) =>
    selesai === diberikan ? `${nama} semua (${diberikan} baris)` : `${nama} ${selesai} dari ${diberikan} baris`,
  )
  return orang.length > 0 ? `Yang sudah dinyatakan selesai: ${orang.join(', ')}.` : ''
}
const TANPA_BATAS = { tenggat: null, hariIni: '' }

/** Counts above the list: each row in one of them, and as many filled ones as the foot says. */
function susunRingkasan({ baris, anggaran }: FormulirLengkap) {
  const semua = [...baris, ...anggaran]
  const jumlah = (uji: (b: (typeof semua)[number]) => boolean) => semua.filter(uji).length
  const tanya = semua.reduce((n, b) => n + (b.tanya ?? 0), 0)
  const wajib = (b: (typeof semua)[number]) => !('jatuhTempo' in b) || b.jatuhTempo
  return [
    { jumlah: jumlah((b) => b.status === 'TERISI' && wajib(b)), teks: 'terisi', nada: 'hijau' },
    { jumlah: jumlah((b) => b.status === 'KOSONG' && wajib(b)), teks: 'belum diisi', nada: 'merah' },
    { jumlah: baris.filter(tanpaBukti).length, teks: 'tanpa bukti', nada: 'kuning' },
    ...(tanya > 0 ? [{ jumlah: tanya, teks: 'pertanyaan terbuka', nada: 'kuning' }] : []),
    { jumlah: jumlah((b) => b.status === 'TIDAK_BERLAKU'), teks: 'tidak diukur' },
    { jumlah: jumlah((b) => b.status !== 'TIDAK_BERLAKU' && !wajib(b)), teks: 'belum jatuh tempo' },
  ]
}
