import { halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalJam } from '../../inti/waktu/index.ts'
import { adalahPenulis, bolehDiimpor } from './alur.ts'
import { namaBaris } from './batalkan-impor.ts'
import { type BarisBeda, kolomBerubah } from './bedakan.ts'
import type { DefinisiImpor } from './definisi.ts'
import { LABEL } from './isian.ts'
import type { Impor, SusunanLembar } from './kueri.ts'
import { berangka, nilaiTampil } from './nilai-tampil.ts'
import { keadaanImpor, teksHitungan } from './tampilan.ts'

/** Rows of each state that a page shows; the rest is counted. */
export const BATAS_TAMPIL = 300

type Bahan = { definisi: DefinisiImpor; impor: Impor; baris: readonly BarisBeda[]; pelaku: Pelaku }
type Kembalian = { isian?: Readonly<Record<string, string>>; kesalahan?: Kesalahan }

/** What a file would change, or has changed: refused rows first, then changed ones (old → new), then new ones. */
export function susunPratinjau(
  { definisi, impor, baris, pelaku }: Bahan,
  { isian = {}, kesalahan = {} }: Kembalian = {},
) {
  const { hitungan, status } = impor
  const penulis = adalahPenulis(definisi, pelaku)
  const adaPerubahan = hitungan.BARU + hitungan.BERUBAH > 0
  return {
    judulHalaman: `Impor ${definisi.nama}${definisi.tahunan ? ` ${impor.tahun}` : ''}`,
    berkas: impor.namaBerkas,
    keadaan: keadaanImpor(impor),
    fakta: faktaImpor(impor, pelaku),
    hitungan: [
      { jumlah: hitungan.DITOLAK, teks: 'ditolak', ...(hitungan.DITOLAK > 0 && { nada: 'merah' }) },
      { jumlah: hitungan.BERUBAH, teks: 'berubah' },
      { jumlah: hitungan.BARU, teks: 'baru' },
      { jumlah: hitungan.SAMA, teks: 'sama' },
    ],
    catatan: impor.catatan,
    ditolak: tabelDitolak(impor, baris),
    berubah: tabelBerubah(impor, baris),
    baru: impor.susunan.flatMap((lembar) => tabelBaru(lembar, baris)),
    sisa: sisaBaris(impor),
    alamat: `/impor/${definisi.kode}/${impor.id}`,
    daftar: `/impor/${definisi.kode}${definisi.tahunan ? `?tahun=${impor.tahun}` : ''}`,
    asal: definisi.halaman({ tahun: impor.tahun }),
    versi: impor.versi,
    boleh: {
      terapkan: penulis && bolehDiimpor(status, 'TERAPKAN') && hitungan.DITOLAK === 0 && adaPerubahan,
      buang: penulis && bolehDiimpor(status, 'BUANG'),
      batalkan: penulis && bolehDiimpor(status, 'BATALKAN') && impor.terakhir,
    },
    tanpaPerbedaan: status === 'PRATINJAU' && !adaPerubahan && hitungan.DITOLAK === 0,
    isian: { alasan: isian.alasan ?? '' },
    kesalahan,
    label: LABEL,
  }
}

function faktaImpor(impor: Impor, { zonaWaktu }: Pelaku) {
  const waktu = (kapan: Date, siapa: string) => `${tanggalJam(kapan, zonaWaktu)} oleh ${siapa}`
  return [
    { label: 'Isi berkas', nilai: teksHitungan(impor.hitungan) },
    { label: 'Diunggah', nilai: waktu(impor.diunggahPada, impor.diunggahOleh) },
    ...(impor.diterapkanPada
      ? [{ label: 'Diterapkan', nilai: waktu(impor.diterapkanPada, impor.diterapkanOleh) }]
      : []),
    ...(impor.dibatalkanPada
      ? [
          { label: 'Dibatalkan', nilai: waktu(impor.dibatalkanPada, impor.dibatalkanOleh) },
          { label: 'Alasan', nilai: impor.alasanBatal },
        ]
      : []),
  ]
}

const tabelDitolak = ({ susunan }: Impor, baris: readonly BarisBeda[]) =>
  baris
    .filter((b) => b.status === 'DITOLAK')
    .flatMap((b) => {
      const lembar = susunan.find((l) => l.kode === b.lembar)
      return b.salah.map(({ kolom, pesan }) => ({
        sel: [
          lembar?.nama ?? b.lembar,
          String(b.nomor),
          lembar?.kolom.find((k) => k.kode === kolom)?.judul ?? 'Seluruh baris',
          pesan,
        ],
        tanda: 'salah',
      }))
    })

/** One line per changed column: what it is, what it will be. */
const tabelBerubah = ({ susunan }: Impor, baris: readonly BarisBeda[]) =>
  baris
    .filter((b) => b.status === 'BERUBAH')
    .flatMap((b) => {
      const lembar = susunan.find((l) => l.kode === b.lembar)
      if (!lembar || !b.lama) return []
      const { lama, baru } = b
      return kolomBerubah(lembar, lama, baru).map((k) => ({
        sel: [
          { teks: namaBaris(lembar, baru), kecil: `${lembar.nama}, baris ${b.nomor}` },
          k.judul,
          nilaiTampil(k, lama[k.kode]),
          { teks: nilaiTampil(k, baru[k.kode]), selisih: true },
        ],
      }))
    })

function tabelBaru(lembar: SusunanLembar, baris: readonly BarisBeda[]) {
  const milik = baris.filter((b) => b.lembar === lembar.kode && b.status === 'BARU')
  if (milik.length === 0) return []
  const kolom = lembar.kolom.filter((k) => !k.hanyaBaca && (k.kunci || milik.some((b) => b.baru[k.kode] != null)))
  return [
    {
      judul: lembar.nama,
      kolom: [{ teks: 'Baris', angka: true }, ...kolom.map((k) => ({ teks: k.judul, angka: berangka(k) }))],
      baris: milik.map((b) => ({ sel: [String(b.nomor), ...kolom.map((k) => nilaiTampil(k, b.baru[k.kode]))] })),
    },
  ]
}

function sisaBaris({ hitungan }: Impor): string {
  const lebih = (['DITOLAK', 'BERUBAH', 'BARU'] as const).reduce(
    (n, s) => n + Math.max(0, hitungan[s] - BATAS_TAMPIL),
    0,
  )
  return lebih > 0 ? `dan ${lebih} baris lain yang tidak ditampilkan di sini.` : ''
}

export const halamanPratinjau = halaman<ReturnType<typeof susunPratinjau>>('impor/pratinjau')
