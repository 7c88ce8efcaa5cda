import { daftarkanPesan, halaman, type Kesalahan } from '../../../inti/http/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { tanggalJam } from '../../../inti/waktu/index.ts'
import { bolehFormulir } from '../alur.ts'
import type { FormulirLengkap } from '../kueri.ts'
import { susunKepalaFormulir } from '../tampilan.ts'
import { waktuPendek } from '../tampilan-baris.ts'
import { ALUR_BUKU } from './alur-buku.ts'
import { LABEL_BUKU } from './isian-buku.ts'
import type { BukuRingkas } from './kueri-buku.ts'

daftarkanPesan({
  'buku-diterapkan': 'Isi buku sudah diterapkan ke formulir.',
  'buku-sudah-diterapkan': {
    jenis: 'info',
    teks: 'Berkas yang sama sudah diterapkan sebelumnya. Tidak ada yang berubah.',
  },
  'buku-diperbarui': {
    jenis: 'peringatan',
    teks: 'Isi formulir sudah berubah sejak Anda melihat perbedaannya, jadi belum ada yang diterapkan. Periksa lagi.',
  },
  'buku-dibatalkan': 'Penerapan buku dibatalkan. Nilainya kembali seperti sebelumnya.',
  'buku-dibuang': { jenis: 'info', teks: 'Buku itu tidak diterapkan. Tidak ada yang berubah.' },
})

/** Crumbs of the pages below a form. */
export const rotiBuku = (formulir: FormulirLengkap, pelaku: Pelaku) => {
  const kepala = susunKepalaFormulir(formulir, pelaku)
  return { ...kepala, roti: [...kepala.roti, { teks: 'Isi di Excel', alamat: `${kepala.alamat}/buku` }] }
}

/** May this person fill in the form now? What the page offers; the server asks again. */
export const bolehIsiBuku = (formulir: FormulirLengkap, pelaku: Pelaku): boolean =>
  formulir.langkah?.status === 'BERJALAN' &&
  formulir.bagian?.status === 'BERJALAN' &&
  bolehFormulir(pelaku, formulir, 'ISI')

type Bahan = { readonly formulir: FormulirLengkap; readonly buku: readonly BukuRingkas[]; readonly pelaku: Pelaku }
/** Page "Isi di Excel" of a form: download, upload, what was uploaded before. */
export function susunBuku({ formulir, buku, pelaku }: Bahan, kesalahan: Kesalahan = {}) {
  const kepala = rotiBuku(formulir, pelaku)
  return {
    ...kepala,
    judulHalaman: `Isi di Excel · ${kepala.judulHalaman}`,
    boleh: bolehIsiBuku(formulir, pelaku),
    unduh: `${kepala.alamat}/buku/unduhan`,
    unggah: `${kepala.alamat}/buku`,
    baris: buku.map((b) => ({
      sel: [
        {
          teks: b.namaBerkas,
          alamat: `${kepala.alamat}/buku/${b.id}`,
          kecil: `Diunduh ${waktuPendek(b.diunduhPada, pelaku.zonaWaktu)}`,
        },
        { status: { kode: ALUR_BUKU[b.status].kode, teks: ALUR_BUKU[b.status].teks } },
        { teks: b.diunggahOleh, kecil: tanggalJam(b.diunggahPada, pelaku.zonaWaktu) },
        b.hasil.length > 0 ? String(b.hasil.length) : '–',
      ],
    })),
    kolom: [{ teks: 'Berkas' }, { teks: 'Keadaan' }, { teks: 'Diunggah oleh' }, { teks: 'Nilai ditulis', angka: true }],
    kesalahan,
    label: LABEL_BUKU,
  }
}
export const halamanBuku = halaman<ReturnType<typeof susunBuku>>('formulir/buku')
