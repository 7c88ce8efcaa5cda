import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import { tanggalJam } from '../../inti/waktu/index.ts'
import { ALUR_IMPOR, adalahPenulis } from './alur.ts'
import type { DefinisiImpor, KonteksImpor } from './definisi.ts'
import { LABEL } from './isian.ts'
import type { HitunganImpor, Impor } from './kueri.ts'

daftarkanPesan({
  'impor-diterapkan': 'Impor sudah diterapkan.',
  'impor-diperbarui': {
    jenis: 'peringatan',
    teks: 'Datanya sudah berubah sejak berkas ini diunggah, jadi belum ada yang diterapkan. Periksa lagi perbedaannya.',
  },
  'impor-dibatalkan': 'Impor sudah dibatalkan. Isinya kembali seperti sebelum impor.',
  'impor-dibuang': { jenis: 'info', teks: 'Berkas itu tidak diterapkan. Tidak ada yang berubah.' },
})

/** Where an upload stands; one with a refused row waits for a better file, not for being applied. */
export const keadaanImpor = ({ status, hitungan }: Impor) =>
  status === 'PRATINJAU' && hitungan.DITOLAK > 0
    ? { kode: 'DITOLAK', teks: 'Perlu diperbaiki' }
    : { kode: ALUR_IMPOR[status].kode, teks: ALUR_IMPOR[status].teks }

export const teksHitungan = (h: HitunganImpor): string =>
  [
    h.BARU ? `${h.BARU} baru` : '',
    h.BERUBAH ? `${h.BERUBAH} berubah` : '',
    h.SAMA ? `${h.SAMA} sama` : '',
    h.DITOLAK ? `${h.DITOLAK} ditolak` : '',
  ]
    .filter(Boolean)
    .join(', ') || 'tanpa baris'

/** All kinds that this person may take out or bring in. */
export const susunDaftarJenis = (daftar: readonly DefinisiImpor[], pelaku: Pelaku) => ({
  judulHalaman: 'Impor dan ekspor Excel',
  baris: daftar
    .filter((d) => punyaPeran(pelaku, d.pembaca))
    .map((d) => ({
      sel: [
        { teks: d.nama, alamat: `/impor/${d.kode}`, kecil: d.keterangan },
        adalahPenulis(d, pelaku) ? 'Unduh dan unggah' : 'Unduh',
      ],
    })),
})

type Bahan = {
  definisi: DefinisiImpor
  konteks: KonteksImpor
  tahunIni: number
  impor: readonly Impor[]
  pelaku: Pelaku
}
/** One kind: download, upload, what was imported before. */
export function susunJenis({ definisi, konteks, tahunIni, impor, pelaku }: Bahan, kesalahan: Kesalahan = {}) {
  const alamat = `/impor/${definisi.kode}`
  const tahun = definisi.tahunan ? `?tahun=${konteks.tahun}` : ''
  const sekitar = [tahunIni - 1, tahunIni, tahunIni + 1]
  return {
    judulHalaman: `Excel: ${definisi.nama}${definisi.tahunan ? ` ${konteks.tahun}` : ''}`,
    keterangan: definisi.keterangan,
    asal: definisi.halaman(konteks),
    tab: definisi.tahunan
      ? [...new Set([...sekitar, konteks.tahun])]
          .sort((a, b) => a - b)
          .map((t) => ({ teks: String(t), alamat: `${alamat}?tahun=${t}`, aktif: t === konteks.tahun }))
      : [],
    unduh: { ekspor: `${alamat}/ekspor${tahun}`, templat: `${alamat}/templat${tahun}` },
    boleh: adalahPenulis(definisi, pelaku),
    unggah: `${alamat}${tahun}`,
    baris: impor.map((i) => ({
      sel: [
        { teks: i.namaBerkas, alamat: `${alamat}/${i.id}`, kecil: teksHitungan(i.hitungan) },
        ...(definisi.tahunan ? [String(i.tahun)] : []),
        { status: keadaanImpor(i) },
        { teks: i.diunggahOleh, kecil: tanggalJam(i.diunggahPada, pelaku.zonaWaktu) },
      ],
    })),
    kolom: [
      { teks: 'Berkas' },
      ...(definisi.tahunan ? [{ teks: 'Tahun' }] : []),
      { teks: 'Keadaan' },
      { teks: 'Diunggah oleh' },
    ],
    kesalahan,
    label: LABEL,
  }
}

export const halamanDaftarJenis = halaman<ReturnType<typeof susunDaftarJenis>>('impor/daftar')
export const halamanJenis = halaman<ReturnType<typeof susunJenis>>('impor/jenis')
