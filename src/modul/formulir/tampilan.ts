import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, unitDipimpin } from '../../inti/pelaku.ts'
import { hariTanggal, jam, relatifHari, tanggalLokal } from '../../inti/waktu/index.ts'
import { ALUR_FORMULIR, bolehFormulir, KODE_STATUS_FORMULIR, TEKS_STATUS_FORMULIR } from './alur.ts'
import { susunAngka } from './angka/tampilan-angka.ts'
import { type AngkaFormulir, TANPA_ANGKA } from './angka/usul-angka.ts'
import { bolehBaris } from './delegasi/pembagian.ts'
import { pilihanTampil, susunBagianSaya, susunUntuk, tombolTugas } from './delegasi/tampilan-untuk.ts'
import { hitungIsian, teksHitungan } from './hitungan.ts'
import type { IsianAnggaran, IsianBaris } from './isian.ts'
import { kalimatPenyerahan } from './kertas/serah-kertas.ts'
import type { FormulirLengkap } from './kueri.ts'
import { type Saringan, saringBaris, TANPA_SARINGAN } from './saring.ts'
import type { HasilSimpanFormulir } from './simpan-formulir.ts'
import { susunAnggaran } from './tampilan-anggaran.ts'
import { susunBaris } from './tampilan-baris.ts'
import { sebutTarget } from './teks-baris.ts'

daftarkanPesan({
  'formulir-tersimpan': 'Formulir tersimpan.',
  'formulir-diterima': 'Tanda terima tercatat. Formulir dapat diisi setelah langkah pengisian dibuka.',
  'formulir-diserahkan': 'Formulir sudah diserahkan. Isinya tidak dapat diubah lagi.',
  'formulir-ditarik': 'Formulir ditarik kembali dan dapat diubah lagi. Jangan lupa menyerahkannya.',
  'formulir-dibagikan': 'Semua formulir sudah dibagikan. Tiap unit diminta menyatakan sudah menerima.',
  'formulir-disusun-ulang': 'Formulir disusun ulang dari Perjanjian Kinerja dan anggaran yang berlaku.',
  'formulir-disesuaikan': 'Penyesuaian formulir tersimpan.',
  'formulir-catatan-disalin': 'Catatan dari periode lalu sudah disalin.',
  'formulir-tanpa-periode-lalu': { jenis: 'info', teks: 'Tidak ada catatan yang dapat disalin dari periode lalu.' },
  'tanda-terima-dicatat': 'Tanda terima kertas tercatat.',
  'bukti-ditambah': 'Bukti tersimpan.',
  'bukti-dihapus': 'Bukti dihapus.',
})

type Tanggapan = Pick<HasilSimpanFormulir, 'tanggapan' | 'isian'>
/** What was typed and refused, the figures that the office's own data propose, and which rows are asked for. */
type Bahan = Partial<Tanggapan> & { readonly angka?: AngkaFormulir; readonly saringan?: Saringan }

/** The form of a unit: to fill in for its people while it is with them, to read for everybody else who may see it. */
export function susunFormulir(
  formulir: FormulirLengkap,
  pelaku: Pelaku,
  { tanggapan = new Map(), isian = new Map(), angka = TANPA_ANGKA, saringan = TANPA_SARINGAN }: Bahan = {},
) {
  const langkahTerbuka = formulir.langkah?.status === 'BERJALAN' && formulir.bagian?.status === 'BERJALAN'
  const bolehIsi = langkahTerbuka && bolehFormulir(pelaku, formulir, 'ISI')
  return {
    ...susunKepalaFormulir(formulir, pelaku),
    bolehIsi,
    bolehSerah: langkahTerbuka && bolehFormulir(pelaku, formulir, 'SERAHKAN'),
    bolehTerima: bolehFormulir(pelaku, formulir, 'TERIMA'),
    bolehKertas: langkahTerbuka && bolehFormulir(pelaku, formulir, 'ISI_ATAS_NAMA'),
    tugas: tombolTugas(formulir, pelaku),
    bagianSaya: susunBagianSaya(formulir, pelaku),
    bolehTarik: formulir.langkah?.status === 'BERJALAN' && bolehFormulir(pelaku, formulir, 'TARIK'),
    serahKertas: susunSerahan(formulir, pelaku),
    labelTarget: sebutTarget(formulir.siklus.periode),
    ...susunSemuaBaris(formulir, pelaku, { tanggapan, isian, angka, saringan, bolehIsi }),
    kaki: teksHitungan(hitungIsian(formulir)),
    /** for whom the page was made: typing of somebody else is not taken under this name */
    pemilik: pelaku.akunId,
    saringan: {
      ...saringan,
      pilihan: pilihanTampil(formulir, pelaku),
      tersaring: saringan.tampil !== '' || saringan.cari !== '',
    },
    jumlahBaris: formulir.baris.length + formulir.anggaran.length,
    /** rows that came back, where not all did */
    jumlahKembali: bolehIsi ? jumlahDikembalikan(formulir) : 0,
    ...susunKesalahan(formulir, tanggapan),
  }
}
export type TampilanFormulir = ReturnType<typeof susunFormulir>
export const halamanFormulir = halaman<TampilanFormulir>('formulir/isian')

/** The proof of a handing in on paper, and to the head that it was done in the head's name; null: it was done in Takar. */
function susunSerahan({ status, serahKertas, unitId }: FormulirLengkap, pelaku: Pelaku) {
  if (status !== 'DISERAHKAN' || !serahKertas) return null
  return { alamat: `/berkas/${serahKertas.berkasId}`, atasNamaAnda: unitDipimpin(pelaku).includes(unitId) }
}

/** How many rows were sent back; 0 when all of the form is open again. */
function jumlahDikembalikan({ baris, anggaran }: FormulirLengkap): number {
  const semua = [...baris, ...anggaran]
  const kembali = semua.filter((b) => b.terbuka && b.alasanKembali !== null).length
  return kembali < semua.length ? kembali : 0
}

type BahanBaris = Required<Bahan> & { readonly bolehIsi: boolean }
/** Rows of both kinds that the filter lets through: with inputs where this person may type, and whose task they are. */
function susunSemuaBaris(
  formulir: FormulirLengkap,
  pelaku: Pelaku,
  { tanggapan, isian, angka, saringan, bolehIsi }: BahanBaris,
) {
  const { periode, skala } = formulir.siklus
  const umum = { formulirId: formulir.id, zona: pelaku.zonaWaktu }
  const untuk = susunUntuk(formulir, pelaku)
  const isiBaris = (id: string) => bolehIsi && bolehBaris(pelaku, formulir, id)
  const tampil = saringBaris(formulir, saringan, pelaku.pegawaiId)
  return {
    baris: tampil.baris.map((b) => ({
      ...susunBaris(b, {
        ...umum,
        bolehIsi: isiBaris(b.id),
        periode,
        skala,
        tanggapan: tanggapan.get(b.id),
        diketik: isian.get(b.id) as IsianBaris | undefined,
      }),
      angka: susunAngka(b, angka.get(b.id), isiBaris(b.id)),
      untuk: untuk.get(b.id) ?? null,
    })),
    anggaran: tampil.anggaran.map((a) => ({
      ...susunAnggaran(a, {
        ...umum,
        bolehIsi: isiBaris(a.id),
        tanggapan: tanggapan.get(a.id),
        diketik: isian.get(a.id) as IsianAnggaran | undefined,
      }),
      untuk: untuk.get(a.id) ?? null,
    })),
  }
}

/** What every page of a form shows on top: unit, period, state, whose turn, due date, notes. */
export function susunKepalaFormulir(formulir: FormulirLengkap, pelaku: Pelaku) {
  const { siklus, langkah } = formulir
  const tenggat = langkah?.tenggat ?? siklus.tenggat
  const hariIni = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const alamatLangkah = langkah ? `/siklus/${siklus.id}/langkah/${langkah.kode}` : `/siklus/${siklus.id}`
  return {
    judulHalaman: `Formulir ${formulir.unitNama} · ${siklus.namaPeriode}`,
    id: formulir.id,
    versi: formulir.versi,
    alamat: `/formulir/${formulir.id}`,
    alamatLangkah,
    judul: `Formulir ${formulir.unitNama}`,
    atas: `${siklus.namaSop} · ${siklus.namaPeriode}`,
    roti: [
      { teks: `${siklus.namaSop} · ${siklus.namaPeriode}`, alamat: `/siklus/${siklus.id}` },
      { teks: 'Pengisian formulir', alamat: alamatLangkah },
      { teks: formulir.unitNama, alamat: `/formulir/${formulir.id}` },
    ],
    status: susunStatus(formulir),
    tenggat: tenggat ? sebutTenggat(formulir, { tenggat, hariIni }) : '',
    catatanTim: formulir.catatan,
    alasanKembali: formulir.status === 'DIKEMBALIKAN' ? (formulir.bagian?.alasanKembali ?? '') : '',
    keadaan: susunKeadaan(formulir, pelaku),
    labelSerah: ALUR_FORMULIR.DITERIMA.SERAHKAN?.label ?? '',
  }
}

/** State of the form, or of its siklus once that is closed. */
function susunStatus({ status, siklus }: FormulirLengkap): { kode: string; teks: string } {
  if (siklus.akhir === 'DIARSIPKAN') return { kode: 'DIARSIPKAN', teks: 'Diarsipkan' }
  if (siklus.akhir === 'DIBATALKAN') return { kode: 'DIBATALKAN', teks: 'Siklus dibatalkan' }
  return { kode: KODE_STATUS_FORMULIR[status], teks: TEKS_STATUS_FORMULIR[status] }
}

/** How many days are left matters only while somebody is waited for. */
function sebutTenggat(
  { status, siklus }: FormulirLengkap,
  { tenggat, hariIni }: { tenggat: string; hariIni: string },
): string {
  const ditunggu = status !== 'DISERAHKAN' && !siklus.akhir
  return `Tenggat ${hariTanggal(tenggat)}${ditunggu ? ` (${relatifHari(tenggat, hariIni)})` : ''}`
}

/** One sentence: where the form stands and whose turn it is. */
function susunKeadaan(formulir: FormulirLengkap, pelaku: Pelaku): string {
  const zona = pelaku.zonaWaktu
  const { status, unitNama } = formulir
  if (formulir.siklus.akhir === 'DIBATALKAN') return 'Siklusnya dibatalkan. Isi formulir ini tidak dapat diubah.'
  if (status === 'DISIAPKAN') return 'Formulir ini sedang disiapkan. Isinya belum dapat diubah.'
  if (status === 'DIBAGIKAN') return `Formulir sudah dibagikan dan menunggu ${unitNama} menyatakan sudah menerima.`
  if (status === 'DISERAHKAN') return `${kalimatPenyerahan(formulir, zona)} Isinya tidak dapat diubah.`
  if (formulir.langkah?.status === 'BELUM')
    return 'Formulir sudah diterima. Pengisian dibuka setelah semua unit menerima formulirnya.'
  if (formulir.langkah?.status !== 'BERJALAN') return 'Langkah pengisian sudah ditutup. Isinya tidak dapat diubah.'
  if (!bolehFormulir(pelaku, formulir, 'ISI')) return `Sedang diisi oleh ${unitNama}.`
  const lagi = status === 'DIKEMBALIKAN'
  if (bolehFormulir(pelaku, formulir, 'SERAHKAN'))
    return lagi
      ? 'Perbaiki yang dikembalikan bersama staf Anda, periksa, lalu serahkan lagi.'
      : 'Isi bersama staf Anda, periksa, lalu serahkan.'
  return lagi
    ? 'Perbaiki yang dikembalikan; kepala unit Anda yang memeriksa dan menyerahkannya lagi.'
    : 'Isi formulir ini; kepala unit Anda yang memeriksa dan menyerahkannya.'
}

/** All refusals of the page, keyed by input name, with the row's name as label for the summary on top. */
function susunKesalahan(
  formulir: FormulirLengkap,
  tanggapan: Tanggapan['tanggapan'],
): { kesalahan: Kesalahan; label: Record<string, string> } {
  const kesalahan: Record<string, string> = {}
  const label: Record<string, string> = {}
  const rujuk = [
    ...formulir.baris.map((b) => ({
      id: b.id,
      awalan: 'b',
      nama: b.kartu.nama,
      utama: b.kartu.metode === 'KATEGORI' ? 'kategori' : `v.${b.kartu.variabel[0]?.kode ?? ''}`,
    })),
    ...formulir.anggaran.map((a) => ({ id: a.id, awalan: 'a', nama: a.nama, utama: 'realisasi' })),
  ]
  for (const { id, awalan, nama, utama } of rujuk) {
    const t = tanggapan.get(id)
    if (!t) continue
    const daftar = t.bentrok
      ? { [utama]: 'Orang lain lebih dulu menyimpan baris ini. Lihat kedua nilainya di bawah.', ...t.kesalahan }
      : t.kesalahan
    for (const [bidang, teks] of Object.entries(daftar)) {
      kesalahan[`${awalan}.${id}.${bidang}`] = teks
      label[`${awalan}.${id}.${bidang}`] = nama
    }
  }
  return { kesalahan, label }
}
