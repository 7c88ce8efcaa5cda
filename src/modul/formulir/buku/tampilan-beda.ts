import { halaman, type Kesalahan } from '../../../inti/http/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { tanggalJam } from '../../../inti/waktu/index.ts'
import { bukanBagian } from '../delegasi/pembagian.ts'
import type { FormulirLengkap } from '../kueri.ts'
import { waktuPendek } from '../tampilan-baris.ts'
import { ALUR_BUKU, bolehBuku } from './alur-buku.ts'
import { teksBidang } from './baris-isian.ts'
import { type BedaBuku, type BedaNilai, bedakanBuku, jumlahStatus, sidikBeda } from './bedakan-buku.ts'
import { AWALAN, LABEL_BUKU } from './isian-buku.ts'
import type { BukuUnggahan } from './kueri-buku.ts'
import { bolehIsiBuku, rotiBuku } from './tampilan-buku.ts'

type Bahan = { readonly formulir: FormulirLengkap; readonly buku: BukuUnggahan; readonly pelaku: Pelaku }
type Kembalian = {
  readonly isian?: Readonly<Record<string, string>>
  readonly kesalahan?: Kesalahan
  /** the differences under the choices that were refused */
  readonly beda?: BedaBuku
  readonly pakaiBuku?: readonly string[]
}

/** One uploaded workbook: refused values first, then conflicts with their choice, then what changes; or what it has changed. */
export function susunBeda(
  { formulir, buku, pelaku }: Bahan,
  { isian = {}, kesalahan = {}, beda, pakaiBuku = [] }: Kembalian = {},
) {
  const kepala = rotiBuku(formulir, pelaku)
  const terbuka = buku.status === 'PRATINJAU'
  const lain = bukanBagian(pelaku, formulir)
  const kini = terbuka ? bedakanBuku(formulir, buku.nilai, { bukanBagian: lain }) : { nilai: [], tulis: [] }
  const tampil = beda ?? kini
  const jumlah = jumlahStatus(tampil.nilai)
  const boleh = bolehIsiBuku(formulir, pelaku)
  const adaIsi = kini.tulis.length > 0 || jumlah.BENTROK > 0
  return {
    ...kepala,
    judulHalaman: `${buku.namaBerkas} · ${kepala.judulHalaman}`,
    berkas: buku.namaBerkas,
    keadaanBuku: { kode: ALUR_BUKU[buku.status].kode, teks: ALUR_BUKU[buku.status].teks },
    terbuka,
    hitungan: terbuka ? susunHitungan(jumlah) : [],
    ditolak: tampil.nilai.filter((n) => n.status === 'DITOLAK').map(barisDitolak),
    bentrok: tampil.nilai.filter((n) => n.status === 'BENTROK').map((n) => susunBentrok(n, { pelaku, pakaiBuku })),
    berubah: tampil.nilai.filter((n) => n.status === 'BERUBAH' || n.status === 'IKUT').map(barisBerubah),
    lain: tampil.nilai.filter((n) => n.status === 'LAIN').map(barisLain),
    ditulis: buku.hasil.map((h) => ({
      sel: [{ teks: h.nama, kecil: h.label }, h.teksLama, { teks: h.teksBaru, selisih: true }],
    })),
    kalimat: kalimatBuku(buku, pelaku),
    tanpaPerbedaan: terbuka && !adaIsi && jumlah.DITOLAK + jumlah.LAIN === 0,
    hanyaLain: terbuka && !adaIsi && jumlah.DITOLAK === 0 && jumlah.LAIN > 0,
    fakta: faktaBuku(buku, pelaku),
    alamatBuku: `${kepala.alamat}/buku/${buku.id}`,
    sidik: sidikBeda(kini),
    versiBuku: buku.versi,
    boleh: {
      terapkan: boleh && bolehBuku(buku.status, 'TERAPKAN') && jumlahStatus(kini.nilai).DITOLAK === 0 && adaIsi,
      buang: boleh && bolehBuku(buku.status, 'BUANG'),
      batalkan: boleh && bolehBuku(buku.status, 'BATALKAN') && buku.hasil.every((h) => !lain.has(h.barisId)),
    },
    isian: { alasan: isian.alasan ?? '' },
    kesalahan,
    label: LABEL_BUKU,
  }
}
export const halamanBeda = halaman<ReturnType<typeof susunBeda>>('formulir/buku-beda')

const susunHitungan = (jumlah: ReturnType<typeof jumlahStatus>) => [
  { jumlah: jumlah.DITOLAK, teks: 'ditolak', ...(jumlah.DITOLAK > 0 && { nada: 'merah' }) },
  { jumlah: jumlah.BENTROK, teks: 'bentrok', ...(jumlah.BENTROK > 0 && { nada: 'kuning' }) },
  { jumlah: jumlah.BERUBAH + jumlah.IKUT, teks: 'berubah' },
  ...(jumlah.LAIN > 0 ? [{ jumlah: jumlah.LAIN, teks: 'bukan bagian Anda' }] : []),
  { jumlah: jumlah.SAMA, teks: 'sama' },
]

const barisDitolak = (n: BedaNilai) => ({
  sel: [{ teks: n.lembar, kecil: `sel ${n.sel}` }, { teks: n.baris.nama, kecil: n.bidang.label }, isiSel(n), n.pesan],
  tanda: 'salah',
})

/** What the workbook says in a row of somebody else, and why it is left out. */
const barisLain = (n: BedaNilai) => ({
  sel: [{ teks: n.baris.nama, kecil: `${n.bidang.label} · ${n.lembar}, sel ${n.sel}` }, isiLain(n), n.pesan],
})
const isiLain = (n: BedaNilai): string =>
  n.bidang.kolom.jenis === 'teks' || DESIMAL.test(n.buku) ? teksBidang(n.bidang, n.buku) : isiSel(n)
const DESIMAL = /^-?\d+(\.\d+)?$/

const barisBerubah = (n: BedaNilai) => ({
  sel: [
    {
      teks: n.baris.nama,
      kecil: `${n.bidang.label} · ${n.lembar}, sel ${n.sel}${n.status === 'IKUT' ? ' · ikut berubah' : ''}`,
    },
    teksBidang(n.bidang, n.kini),
    { teks: teksBidang(n.bidang, n.jadi), selisih: true },
  ],
})

/** What stood in a refused cell: it may be no value at all. */
const isiSel = ({ buku }: BedaNilai): string => buku || '–'

type Pilih = { readonly pelaku: Pelaku; readonly pakaiBuku: readonly string[] }
function susunBentrok(
  { kunci, baris, bidang, lembar, sel, awal, kini, buku }: BedaNilai,
  { pelaku, pakaiBuku }: Pilih,
) {
  const kapan = baris.diubahPada
    ? `, diubah ${baris.diubahOleh}, ${waktuPendek(baris.diubahPada, pelaku.zonaWaktu)}`
    : ''
  return {
    nama: `${AWALAN}${kunci}`,
    label: `${baris.nama}: ${bidang.label}`,
    petunjuk: `${lembar}, sel ${sel}. Saat buku diunduh: ${teksBidang(bidang, awal)}.`,
    nilai: pakaiBuku.includes(kunci) ? 'buku' : 'tersimpan',
    opsi: [
      { nilai: 'tersimpan', teks: `Tetap yang tersimpan: ${teksBidang(bidang, kini)}${kapan}` },
      { nilai: 'buku', teks: `Pakai yang di buku: ${teksBidang(bidang, buku)}` },
    ],
  }
}

function kalimatBuku({ status, diterapkanPada, diterapkanOleh }: BukuUnggahan, { zonaWaktu }: Pelaku): string {
  if (status !== 'DITERAPKAN' || !diterapkanPada) return ''
  return `Buku ini sudah diterapkan pada ${tanggalJam(diterapkanPada, zonaWaktu)} oleh ${diterapkanOleh}. Mengunggahnya lagi tidak mengubah apa-apa.`
}

function faktaBuku(buku: BukuUnggahan, { zonaWaktu }: Pelaku) {
  const waktu = (kapan: Date, siapa: string) => `${tanggalJam(kapan, zonaWaktu)} oleh ${siapa}`
  return [
    { label: 'Dibuat dari formulir', nilai: tanggalJam(buku.diunduhPada, zonaWaktu) },
    { label: 'Diunggah', nilai: waktu(buku.diunggahPada, buku.diunggahOleh) },
    ...(buku.diterapkanPada ? [{ label: 'Diterapkan', nilai: waktu(buku.diterapkanPada, buku.diterapkanOleh) }] : []),
    ...(buku.dibatalkanPada
      ? [
          { label: 'Dibatalkan', nilai: waktu(buku.dibatalkanPada, buku.dibatalkanOleh) },
          { label: 'Alasan', nilai: buku.alasanBatal },
        ]
      : []),
  ]
}
