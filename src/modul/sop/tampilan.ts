import { daftarkanPesan, halaman } from '../../inti/http/index.ts'
import { nipCetak } from '../../inti/nip.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { formatWaktuBaku, tanggalPanjang } from '../../inti/waktu/index.ts'
import { jumlahWaktuSop } from './alir-sop.ts'
import { ALUR_SOP } from './alur.ts'
import type { DefinisiSop, KeputusanSop, LangkahSop } from './definisi.ts'
import { arahKembali } from './graf-sop.ts'
import { NAMA_PERIODE, NAMA_TUJUAN, sebutKolom, sebutLangkah } from './istilah.ts'
import { ambilJenisLangkah } from './jenis-langkah.ts'
import { bolehSop, susunKepalaSop } from './kepala-sop.ts'
import type { VersiSop } from './kueri.ts'

daftarkanPesan({
  'sop-draf-dibuat': 'Draf sudah dibuat. Lengkapi identitas, pelaksana, dan langkahnya.',
  'sop-dibawa': 'Isi berkas sudah menjadi draf. Yang belum terbawa atau masih salah disebut di bawah ini.',
  'sop-disalin': 'Salinan sudah dibuat sebagai draf.',
  'sop-bagian-disimpan': 'Tersimpan di draf.',
  'sop-bagian-dihapus': 'Sudah dihapus dari draf.',
  'sop-catatan-berkas-selesai': 'Catatan tentang berkas sudah ditandai selesai.',
  'sop-diajukan': 'SOP sudah diajukan kepada Camat.',
  'sop-ditarik': 'SOP ditarik kembali; drafnya dapat diubah lagi.',
  'sop-dikembalikan': 'SOP dikembalikan kepada penyusunnya dengan alasan Anda.',
  'sop-disahkan': 'SOP disahkan. Isinya tidak dapat diubah lagi; perubahan dibuat sebagai versi berikutnya.',
  'sop-dicabut': 'SOP dicabut. Siklus yang sedang berjalan tetap diselesaikan dengan versinya.',
  'sop-draf-dibuang': 'Draf dibuang. Isinya masih dapat dibaca dan disalin dari tab Versi.',
})

const tanggal = (t: string | null): string => (t ? tanggalPanjang(t) : '–')

/** Summary of a version: identity block, who stands behind the columns, correction notes, and what may be done. */
export function susunSop(versi: VersiSop, pelaku: Pelaku) {
  const { definisi, pemegang } = versi
  const i = definisi.identitas
  const kepala = susunKepalaSop(versi, pelaku, 'ringkasan')
  const ubah = bolehSop(pelaku, versi, 'UBAH')
  return {
    judulHalaman: versi.nama,
    kepala,
    ubah,
    identitas: barisIdentitas(versi),
    blok: [
      { judul: 'Dasar hukum', butir: i.dasarHukum.map((d) => ({ teks: d.teks, catatan: d.catatan, asli: d.asli })) },
      ...(
        [
          ['Kualifikasi pelaksana', i.kualifikasi],
          ['Keterkaitan', i.keterkaitan],
          ['Peralatan dan perlengkapan', i.peralatan],
          ['Peringatan', i.peringatan],
          ['Pencatatan dan pendataan', i.pencatatan],
        ] as const
      ).map(([judul, butir]) => ({ judul, butir: butir.map((teks) => ({ teks, catatan: null, asli: null })) })),
    ],
    kolom: definisi.pelaksana.map((p) => ({
      kode: p.kode,
      nama: p.nama,
      pemegang: (pemegang[p.kode] ?? []).join(', ') || 'tidak ada pemegang hari ini',
      alamat: `${kepala.alamat}/draf/pelaksana/${encodeURIComponent(p.kode)}`,
    })),
    catatan: definisi.catatan,
    tindakan: susunTindakan(versi, pelaku),
  }
}
export const halamanSop = halaman<ReturnType<typeof susunSop>>('sop/sop')

function barisIdentitas({ definisi, berlakuSejak }: VersiSop) {
  const i = definisi.identitas
  const oleh = i.disahkanOleh
  const { teks, hariKerja } = jumlahWaktuSop(definisi)
  return [
    { label: 'Nomor SOP', nilai: i.nomor ?? 'belum bernomor' },
    { label: 'Tanggal pembuatan', nilai: tanggal(i.tanggalPembuatan) },
    { label: 'Tanggal revisi', nilai: tanggal(i.tanggalRevisi) },
    { label: 'Tanggal efektif', nilai: tanggal(i.tanggalEfektif) },
    {
      label: 'Disahkan oleh',
      nilai:
        [oleh.jabatan, oleh.nama, oleh.pangkat, oleh.nip ? `NIP. ${nipCetak(oleh.nip)}` : null]
          .filter(Boolean)
          .join(' · ') || '–',
    },
    { label: 'Berlaku di Takar sejak', nilai: tanggal(berlakuSejak) },
    { label: 'Tujuan', nilai: NAMA_TUJUAN[definisi.tujuan] },
    { label: 'Dijalankan per', nilai: definisi.periode.map((p) => NAMA_PERIODE[p].toLowerCase()).join(', ') || '–' },
    { label: 'Jumlah waktu baku', nilai: `${teks} (sekali jalan ${hariKerja})` },
    {
      label: 'Boleh melewati langkah',
      nilai: definisi.bolehMelewati.length > 0 ? sebutKolom(definisi, definisi.bolehMelewati) : 'tidak ada',
    },
  ]
}

/** Acts on the version as a whole that this person may do now. */
function susunTindakan(versi: VersiSop, pelaku: Pelaku) {
  const alamat = `/sop/${versi.id}`
  const aturan = ALUR_SOP[versi.keadaan]
  const boleh = (tindakan: 'SALIN' | 'TARIK' | 'BUANG' | 'CABUT') =>
    bolehSop(pelaku, versi, tindakan) ? (aturan[tindakan]?.label ?? null) : null
  return {
    salin: boleh('SALIN'),
    tarik: boleh('TARIK'),
    buang: boleh('BUANG'),
    cabut: boleh('CABUT'),
    alamat,
    versi: versi.versi,
  }
}

/** The steps with mutu baku; in a draft each with what may be done to it. */
export function susunLangkahSop(versi: VersiSop, pelaku: Pelaku) {
  const { definisi } = versi
  const kepala = susunKepalaSop(versi, pelaku, 'langkah')
  return {
    judulHalaman: `Langkah · ${versi.nama}`,
    kepala,
    ubah: bolehSop(pelaku, versi, 'UBAH'),
    jumlah: jumlahWaktuSop(definisi),
    langkah: definisi.langkah.map((l, ke) => ({
      ...susunLangkah(l, definisi),
      alamat: `${kepala.alamat}/draf/langkah/${encodeURIComponent(l.kode)}`,
      sisip: `${kepala.alamat}/draf/langkah/baru?sesudah=${encodeURIComponent(l.kode)}`,
      pertama: ke === 0,
      terakhir: ke === definisi.langkah.length - 1,
    })),
  }
}
export const halamanLangkahSop = halaman<ReturnType<typeof susunLangkahSop>>('sop/langkah')

function susunLangkah(l: LangkahSop, definisi: DefinisiSop) {
  const nama = (kode: readonly string[]) => sebutKolom(definisi, kode)
  return {
    kode: l.kode,
    nomor: l.nomor,
    uraian: l.uraian || '(uraian belum ditulis)',
    jenis: ambilJenisLangkah(l.jenis).nama,
    pelaksana:
      (l.pelaksana.length > 0 ? nama(l.pelaksana) : '–') +
      (l.pelaksana.length > 1 ? (l.cara === 'SEMUA' ? ' (semua)' : ' (satu saja)') : '') +
      (l.penerima.length > 0 ? ` → ${nama(l.penerima)}` : '') +
      (l.dibantu.length > 0 ? `, dibantu ${nama(l.dibantu)}` : ''),
    kelengkapan: l.kelengkapan.join('; ') || '–',
    dokumen: l.dokumen.join('; '),
    waktu: formatWaktuBaku(l.waktuBaku),
    waktuAsli: l.waktuBaku.teks && l.waktuBaku.teks !== formatWaktuBaku(l.waktuBaku) ? l.waktuBaku.teks : '',
    keluaran: l.keluaran ?? '–',
    keputusan: l.keputusan ? sebutKeputusan(l.kode, l.keputusan, definisi) : '',
    syarat: [
      ...(l.opsional ? ['bila diperlukan'] : []),
      ...(l.tahanPertanyaan ? ['diserahkan sesudah semua pertanyaan selesai'] : []),
      ...l.hanyaPeriode.map(({ jenis, nomor }) =>
        `hanya ${NAMA_PERIODE[jenis].toLowerCase()} ${nomor.join(', ')}`.trim(),
      ),
    ].join('; '),
    lanjut: sebutLanjut(l, definisi),
    ket: l.ket,
    uraianAsli: l.uraianAsli,
    catatanKoreksi: l.catatanKoreksi,
  }
}

function sebutKeputusan(kode: string, { ya, tidak }: KeputusanSop, definisi: DefinisiSop): string {
  const nomor = (tujuan: string | null) => (tujuan === null ? 'selesai' : sebutLangkah(definisi, tujuan))
  const kembali = tidak.every((tujuan) => arahKembali(definisi, kode, tujuan))
  return `Ya: ${nomor(ya)}. Tidak: ${kembali ? 'kembali ke' : 'ke'} ${tidak.map(nomor).join(' atau ') || '–'}.`
}

/** Said only where it is not simply the next of the list. */
function sebutLanjut(l: LangkahSop, definisi: DefinisiSop): string {
  const susulan = definisi.langkah[definisi.langkah.findIndex((x) => x.kode === l.kode) + 1]?.kode
  const biasa = susulan === undefined ? [] : [susulan]
  if (l.keputusan || JSON.stringify(l.berikutnya) === JSON.stringify(biasa)) return ''
  if (l.berikutnya.length === 0) return 'Sesudahnya SOP selesai.'
  const tujuan = l.berikutnya.map((kode) => sebutLangkah(definisi, kode)).join(' dan ')
  return l.berikutnya.length === 1 ? `Sesudahnya ${tujuan}.` : `Sesudahnya bersama-sama ${tujuan}.`
}
