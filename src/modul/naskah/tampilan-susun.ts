import { daftarkanPesan, halaman, type Kesalahan } from '../../inti/http/index.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import type { VersiRekap } from '../rekap/index.ts'
import type { Kepala, KonteksLangkah } from '../siklus/index.ts'
import { LABEL_NASKAH } from './isian-naskah.ts'
import type { Naskah } from './kueri.ts'
import { kolomPenandatangan } from './penandatangan.ts'

daftarkanPesan({ 'naskah-disimpan': 'Rancangan dokumen tersimpan.' })

type Bahan = {
  readonly kepala: Kepala
  readonly konteks: KonteksLangkah
  readonly naskah: Naskah | null
  readonly rekap: VersiRekap | null
}
type Kembalian = { isian?: Record<string, string>; kesalahan?: Kesalahan }

/** Page of the kind "susun-dokumen" in every state: text to write, what comes from the recap, who will sign. */
export function susunHalamanSusun(
  { kepala, konteks, naskah, rekap }: Bahan,
  { isian, kesalahan = {} }: Kembalian = {},
) {
  const penandatangan = kolomPenandatangan(konteks).map((k) => k.nama)
  const sebutan = penandatangan.join(', ').replace(/, ([^,]*)$/, ' dan $1')
  const adaIsi = rekap !== null && rekap.isi.unit.length > 0
  return {
    judulHalaman: `${kepala.judul} · ${kepala.periode}`,
    kepala,
    alamat: `${kepala.alamat}/susun-dokumen`,
    ada: naskah !== null,
    bolehUbah: kepala.bolehSiapkan && naskah !== null,
    bolehSelesai: kepala.giliranSaya,
    tombol: penandatangan.length > 0 ? `Ajukan untuk ditandatangani ${sebutan}` : 'Dokumen selesai',
    versi: isian?.versi ?? String(naskah?.versi ?? 0),
    isian: {
      judul: naskah?.judul ?? '',
      nomor: naskah?.nomor ?? '',
      tanggal: naskah?.tanggal ?? '',
      pendahuluan: naskah?.pendahuluan ?? '',
      penutup: naskah?.penutup ?? '',
      ...isian,
    },
    kesalahan,
    label: LABEL_NASKAH,
    dariRekap: adaIsi ? sebutIsi(rekap) : '',
    catatanPenandatangan:
      penandatangan.length > 0
        ? `Blok tanda tangan disiapkan untuk: ${sebutan}.`
        : 'SOP ini tidak menyebut langkah penandatanganan sesudah ini; blok tanda tangan untuk penyusunnya.',
    baca: naskah ? barisBaca(naskah) : [],
  }
}

/** What of the document is not written here. */
const sebutIsi = ({ isi: { ringkasan, unit }, nomorVersi }: VersiRekap): string =>
  [
    `Ringkasan, tabel capaian ${ringkasan.unit} unit,`,
    unit.some((u) => u.anggaran.length > 0) ? 'serapan anggaran,' : '',
    `dan kendala diambil dari ${nomorVersi === 0 ? 'hasil pengukuran siklus ini' : `rekap versi ${nomorVersi}`}; angkanya tidak dapat diubah di sini.`,
  ]
    .filter(Boolean)
    .join(' ')

const barisBaca = (n: Naskah) =>
  [
    { label: LABEL_NASKAH.judul, nilai: n.judul },
    { label: LABEL_NASKAH.nomor, nilai: n.nomor },
    { label: LABEL_NASKAH.tanggal, nilai: n.tanggal ? tanggalPanjang(n.tanggal) : '' },
    { label: LABEL_NASKAH.pendahuluan, nilai: n.pendahuluan },
    { label: LABEL_NASKAH.penutup, nilai: n.penutup },
  ].filter((b) => b.nilai !== '')

export const halamanSusun = halaman<ReturnType<typeof susunHalamanSusun>>('naskah/susun-dokumen')
