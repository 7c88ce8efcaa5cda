import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { hariTanggal, jam, relatifHari, tanggalLokal } from '../../inti/waktu/index.ts'
import { ALUR_FORMULIR, bolehFormulir, KODE_STATUS_FORMULIR, TEKS_STATUS_FORMULIR } from './alur.ts'
import { hitungIsian, teksHitungan } from './hitungan.ts'
import type { IsianAnggaran, IsianBaris } from './isian.ts'
import type { FormulirLengkap } from './kueri.ts'
import type { HasilSimpanFormulir } from './simpan-formulir.ts'
import { susunAnggaran } from './tampilan-anggaran.ts'
import { susunBaris, waktuPendek } from './tampilan-baris.ts'
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
const TANPA_TANGGAPAN: Tanggapan = { tanggapan: new Map(), isian: new Map() }

/** The form of a unit: to fill in for its people while it is with them, to read for everybody else who may see it. */
export function susunFormulir(
  formulir: FormulirLengkap,
  pelaku: Pelaku,
  { tanggapan, isian }: Tanggapan = TANPA_TANGGAPAN,
) {
  const langkahTerbuka = formulir.langkah?.status === 'BERJALAN' && formulir.bagian?.status === 'BERJALAN'
  const bolehIsi = langkahTerbuka && bolehFormulir(pelaku, formulir, 'ISI')
  const umum = { formulirId: formulir.id, zona: pelaku.zonaWaktu, bolehIsi }
  const { periode } = formulir.siklus
  return {
    ...susunKepalaFormulir(formulir, pelaku),
    bolehIsi,
    bolehSerah: langkahTerbuka && bolehFormulir(pelaku, formulir, 'SERAHKAN'),
    bolehTerima: bolehFormulir(pelaku, formulir, 'TERIMA'),
    bolehTarik: formulir.langkah?.status === 'BERJALAN' && bolehFormulir(pelaku, formulir, 'TARIK'),
    labelTarget: sebutTarget(periode),
    baris: formulir.baris.map((b) =>
      susunBaris(b, {
        ...umum,
        periode,
        tanggapan: tanggapan.get(b.id),
        diketik: isian.get(b.id) as IsianBaris | undefined,
      }),
    ),
    anggaran: formulir.anggaran.map((a) =>
      susunAnggaran(a, {
        ...umum,
        tanggapan: tanggapan.get(a.id),
        diketik: isian.get(a.id) as IsianAnggaran | undefined,
      }),
    ),
    kaki: teksHitungan(hitungIsian(formulir)),
    ...susunKesalahan(formulir, tanggapan),
  }
}
export type TampilanFormulir = ReturnType<typeof susunFormulir>
export const halamanFormulir = halaman<TampilanFormulir>('formulir/isian')

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
    status: { kode: KODE_STATUS_FORMULIR[formulir.status], teks: TEKS_STATUS_FORMULIR[formulir.status] },
    tenggat: tenggat ? `Tenggat ${hariTanggal(tenggat)} (${relatifHari(tenggat, hariIni)})` : '',
    catatanTim: formulir.catatan,
    alasanKembali: formulir.status === 'DIKEMBALIKAN' ? (formulir.bagian?.alasanKembali ?? '') : '',
    keadaan: susunKeadaan(formulir, pelaku),
    labelSerah: ALUR_FORMULIR.DITERIMA.SERAHKAN?.label ?? '',
  }
}

/** One sentence: where the form stands and whose turn it is. */
function susunKeadaan(formulir: FormulirLengkap, pelaku: Pelaku): string {
  const zona = pelaku.zonaWaktu
  const { status, unitNama } = formulir
  if (status === 'DISIAPKAN') return 'Formulir ini sedang disiapkan. Isinya belum dapat diubah.'
  if (status === 'DIBAGIKAN') return `Formulir sudah dibagikan dan menunggu ${unitNama} menyatakan sudah menerima.`
  if (status === 'DISERAHKAN')
    return `Diserahkan ${formulir.penyerah} (${formulir.jabatanPenyerah})${formulir.diserahkanPada ? ` pada ${waktuPendek(formulir.diserahkanPada, zona)}` : ''}. Isinya tidak dapat diubah.`
  if (formulir.langkah?.status === 'BELUM')
    return 'Formulir sudah diterima. Pengisian dibuka setelah semua unit menerima formulirnya.'
  if (formulir.langkah?.status !== 'BERJALAN') return 'Langkah pengisian sudah ditutup. Isinya tidak dapat diubah.'
  if (!bolehFormulir(pelaku, formulir, 'ISI')) return `Sedang diisi oleh ${unitNama}.`
  if (bolehFormulir(pelaku, formulir, 'SERAHKAN')) return 'Isi bersama staf Anda, periksa, lalu serahkan.'
  return 'Isi formulir ini; kepala unit Anda yang memeriksa dan menyerahkannya.'
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
