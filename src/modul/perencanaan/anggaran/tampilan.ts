import { ambilDesimal, Desimal, formatIsianUang, formatRupiah, TANPA_NILAI } from '../../../inti/angka/index.ts'
import { barisIsian, daftarkanPesan, halaman, isianKembali, type Kesalahan } from '../../../inti/http/index.ts'
import { namaUnsur } from '../renstra/istilah.ts'
import type { BarisPagu, DokumenAnggaran } from './kueri.ts'

daftarkanPesan({
  'anggaran-disimpan': 'Anggaran sudah disimpan.',
  'anggaran-disalin': 'Anggaran tahun berikutnya sudah disalin. Sesuaikan dengan DPA yang disahkan.',
})

export const LABEL_ANGGARAN = {
  tahun: 'Tahun anggaran',
  jenis: 'Dokumen',
  nomor: 'Nomor',
  tanggal: 'Tanggal dokumen',
  berlakuSejak: 'Berlaku sejak',
  alasan: 'Alasan perubahan',
}

type Bahan = {
  readonly dokumen: DokumenAnggaran | null
  readonly tahun: number
  /** documents of the year: a first one is a DPA */
  readonly ada: readonly DokumenAnggaran[]
  readonly sub: readonly BarisPagu[]
  readonly badan?: unknown
  readonly kesalahan?: Kesalahan
}

/** The form of a DPA or DPPA: its head, and an amount per sub kegiatan. */
export function susunDokumenIsian({ dokumen, tahun, ada, sub, badan, kesalahan = {} }: Bahan) {
  const ketik = new Map(badan === undefined ? [] : barisIsian(badan, 'baris').map((b) => [b.sub ?? '', b.pagu ?? '']))
  const dasar: Record<string, string> = badan === undefined ? {} : isianKembali(badan)
  const jenis = dokumen?.jenis ?? (ada.some((d) => d.jenis === 'DPA') ? 'DPPA' : 'DPA')
  return {
    judulHalaman: dokumen ? `Ubah ${dokumen.jenis} ${tahun}` : `Catat ${jenis} ${tahun}`,
    alamat: dokumen ? `/perencanaan/anggaran/${dokumen.id}` : '/perencanaan/anggaran',
    kembali: `/perencanaan/program?tahun=${tahun}`,
    baru: dokumen === null,
    dipakai: dokumen?.dipakai ?? false,
    petunjuk:
      jenis === 'DPPA'
        ? 'Kosong berarti sama dengan sebelumnya; tulis 0 bila sub kegiatannya tidak dianggarkan lagi.'
        : 'Kosong berarti sub kegiatannya tidak dianggarkan tahun ini.',
    versi: dasar.versi ?? String(dokumen?.versi ?? 0),
    isian: {
      tahun: String(tahun),
      jenis,
      nomor: dokumen?.nomor ?? '',
      tanggal: dokumen?.tanggal ?? '',
      berlakuSejak: dokumen?.berlakuSejak ?? (jenis === 'DPA' ? `${tahun}-01-02` : ''),
      alasan: '',
      ...dasar,
    } as Record<string, string>,
    opsiJenis: [
      { nilai: 'DPA', teks: 'DPA' },
      { nilai: 'DPPA', teks: 'DPPA (perubahan)' },
    ],
    adaSebelumnya: sub.some((s) => s.paguLain !== null),
    baris: sub.map((s, ke) => ({
      id: s.id,
      nama: `baris.${ke}`,
      teks: namaUnsur(s),
      kecil: [s.unit, s.kegiatan].filter(Boolean).join(' · '),
      sebelumnya: s.paguLain === null ? TANPA_NILAI : formatRupiah(s.paguLain),
      nilai: ketik.get(s.id) ?? formatIsianUang(s.pagu),
      salah: kesalahan[`baris.${ke}.pagu`] ?? '',
    })),
    total: formatRupiah(sub.reduce((n, s) => n.plus(s.pagu === null ? 0 : ambilDesimal(s.pagu)), new Desimal(0))),
    kesalahan,
    label: LABEL_ANGGARAN as Record<string, string>,
  }
}

export const halamanDokumenIsian = halaman<ReturnType<typeof susunDokumenIsian>>('perencanaan/isian-anggaran')
