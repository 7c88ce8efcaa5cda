import { teksUkuran } from '../../inti/angka/index.ts'
import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Kepala, KonteksLangkah } from '../siklus/index.ts'
import { LABEL } from './isian.ts'
import type { TugasLangkah } from './kueri.ts'

daftarkanPesan({
  'tugas-disimpan': 'Catatan tersimpan.',
})

type Lampiran = {
  readonly id: string
  readonly berkasId: string
  readonly nama: string
  readonly ukuran: number
  readonly namaPengunggah: string
}
type Bahan = {
  kepala: Kepala
  konteks: KonteksLangkah
  tugas: TugasLangkah | null
  lampiran: readonly Lampiran[]
}
type Kembalian = { isian?: Record<string, string>; kesalahan?: Kesalahan }

/** Page of a plain step in every state. */
export function susunTugas(
  { kepala, konteks, tugas, lampiran }: Bahan,
  { isian = {}, kesalahan = {} }: Kembalian = {},
) {
  const alamat = `${kepala.alamat}/${konteks.langkah.jenis}`
  return {
    judulHalaman: `${konteks.def.nomor}. ${konteks.def.uraian.slice(0, 80)} · ${kepala.periode}`,
    kepala,
    ada: tugas !== null,
    bolehUbah: kepala.bolehSiapkan && tugas !== null,
    giliran: kepala.giliranSaya,
    alamat,
    versi: isian.versi ?? String(tugas?.versi ?? 0),
    isian: { catatan: isian.catatan ?? tugas?.catatan ?? '' },
    kesalahan,
    label: LABEL,
    lampiran: lampiran.map((l) => ({
      nama: l.nama,
      alamat: `/berkas/${l.berkasId}`,
      ukuran: teksUkuran(l.ukuran),
      siapa: l.namaPengunggah,
      alamatHapus: `${alamat}/berkas/${l.id}/penghapusan`,
    })),
    catatan: (tugas?.catatan ?? '').split('\n').filter(Boolean),
  }
}

export const halamanTugas = halaman<ReturnType<typeof susunTugas>>('tugas-langkah/tugas')
