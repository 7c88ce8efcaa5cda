import { formatRupiah } from '../../inti/angka/index.ts'
import { halaman } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { bolehFormulir } from './alur.ts'
import { hitungIsian, kekuranganFormulir, tanpaBukti, teksHitungan } from './hitungan.ts'
import type { BarisIsian, FormulirLengkap } from './kueri.ts'
import { susunKepalaFormulir } from './tampilan.ts'
import { keadaanAnggaran, susunHasilAnggaran } from './tampilan-anggaran.ts'
import { susunHasil } from './tampilan-baris.ts'
import { keadaanBaris, teksBersatuan } from './teks-baris.ts'

/** Everything once more before handing in: each row with its state and the way back to it. */
export function susunPeriksa(formulir: FormulirLengkap, pelaku: Pelaku) {
  const { roti, ...kepala } = susunKepalaFormulir(formulir, pelaku)
  const terbuka = formulir.langkah?.status === 'BERJALAN' && formulir.bagian?.status === 'BERJALAN'
  const kurang = kekuranganFormulir(formulir)
  return {
    ...kepala,
    judulHalaman: `Pemeriksaan ${kepala.judulHalaman}`,
    judul: `Periksa formulir ${formulir.unitNama}`,
    roti: [...roti, { teks: 'Pemeriksaan', alamat: `${kepala.alamat}/pemeriksaan` }],
    ringkasan: susunRingkasan(formulir),
    indikator: formulir.baris.map((b) => susunButir(b, formulir)),
    anggaran: formulir.anggaran.map((a) => ({
      label: a.nama,
      nilai: `${a.status === 'TERISI' ? formatRupiah(a.realisasi) : a.status === 'TIDAK_BERLAKU' ? 'tidak ada' : '–'} dari pagu ${formatRupiah(a.pagu)}`,
      status: keadaanAnggaran(a),
      catatan: [susunHasilAnggaran(a, a.sebelumnya).teks, a.keterangan].filter(Boolean).join(' '),
      alamat: a.terbuka ? `${kepala.alamat}#baris-${a.id}` : null,
    })),
    kaki: teksHitungan(hitungIsian(formulir)),
    kurang,
    bolehSerah: terbuka && bolehFormulir(pelaku, formulir, 'SERAHKAN'),
    bukanKepala: terbuka && bolehFormulir(pelaku, formulir, 'ISI') && !bolehFormulir(pelaku, formulir, 'SERAHKAN'),
  }
}
export const halamanPeriksa = halaman<ReturnType<typeof susunPeriksa>>('formulir/periksa')

function susunButir(b: BarisIsian, formulir: FormulirLengkap) {
  const { capaian, teks } = susunHasil(b, formulir.siklus.periode)
  const bukti = tanpaBukti(b) ? 'Belum ada bukti.' : b.jumlahBukti > 0 ? `${b.jumlahBukti} bukti.` : ''
  return {
    label: b.kartu.nama,
    nilai: `${teksBersatuan(b)}${b.status === 'TERISI' ? ` · capaian ${capaian}` : ''}`,
    status: tanpaBukti(b) ? { kode: 'TANPA_BUKTI', teks: 'Tanpa bukti' } : keadaanBaris(b),
    catatan: [b.alasanTidakBerlaku, bukti, teks, b.kendala ? `Kendala: ${b.kendala}` : ''].filter(Boolean).join(' '),
    alamat: b.terbuka ? `/formulir/${formulir.id}#baris-${b.id}` : null,
  }
}

/** Counts above the list. */
function susunRingkasan({ baris, anggaran }: FormulirLengkap) {
  const semua = [...baris, ...anggaran]
  const jumlah = (uji: (b: (typeof semua)[number]) => boolean) => semua.filter(uji).length
  const wajib = (b: (typeof semua)[number]) => !('jatuhTempo' in b) || b.jatuhTempo
  return [
    { jumlah: jumlah((b) => b.status === 'TERISI'), teks: 'terisi', nada: 'hijau' },
    { jumlah: jumlah((b) => b.status === 'KOSONG' && wajib(b)), teks: 'belum diisi', nada: 'merah' },
    { jumlah: baris.filter(tanpaBukti).length, teks: 'tanpa bukti', nada: 'kuning' },
    { jumlah: jumlah((b) => b.status === 'TIDAK_BERLAKU'), teks: 'tidak diukur' },
    { jumlah: jumlah((b) => b.status === 'KOSONG' && !wajib(b)), teks: 'belum jatuh tempo' },
  ]
}
