import { daftarkanPesan, halaman, type Kesalahan } from '../../../inti/http/index.ts'
import { type Pelaku, SEBUTAN_JENIS } from '../../../inti/pelaku.ts'
import { jam, tanggalJam, tanggalLokal, tanggalPanjang } from '../../../inti/waktu/index.ts'
import type { Pejabat } from '../../organisasi/index.ts'
import { bolehFormulir } from '../alur.ts'
import { bukanBagian, type Pengisi } from '../delegasi/pembagian.ts'
import type { IsianAnggaran, IsianBaris } from '../isian.ts'
import type { FormulirLengkap } from '../kueri.ts'
import type { HasilSimpanFormulir } from '../simpan-formulir.ts'
import { susunFormulir, susunKepalaFormulir } from '../tampilan.ts'
import { susunAnggaran } from '../tampilan-anggaran.ts'
import { susunBaris } from '../tampilan-baris.ts'
import { bolehCatatPenyerahan } from './catat-penyerahan.ts'
import { LABEL_KERTAS } from './isian-kertas.ts'
import type { Kertas } from './kueri-kertas.ts'

daftarkanPesan({
  'kertas-dicatat': 'Formulir kertas tercatat. Sekarang salin nilainya.',
  'kertas-diisi': 'Nilai dari kertas tersimpan atas nama pengisinya.',
})

/** May this person take papers of the form over now? What the page offers; the server asks again. */
export const bolehDariKertas = (formulir: FormulirLengkap, pelaku: Pelaku): boolean =>
  formulir.langkah?.status === 'BERJALAN' &&
  formulir.bagian?.status === 'BERJALAN' &&
  bolehFormulir(pelaku, formulir, 'ISI_ATAS_NAMA')

const kepalaKertas = (formulir: FormulirLengkap, pelaku: Pelaku) => {
  const kepala = susunKepalaFormulir(formulir, pelaku)
  return { ...kepala, roti: [...kepala.roti, { teks: 'Dari kertas', alamat: `${kepala.alamat}/kertas` }] }
}

type Bahan = {
  readonly formulir: FormulirLengkap
  readonly kertas: readonly Kertas[]
  readonly calon: readonly Pejabat[]
  readonly pelaku: Pelaku
}
type Kembalian = { readonly isian?: Readonly<Record<string, string>>; readonly kesalahan?: Kesalahan }

/** Page "Dari kertas": papers of the form, and the form to record one more. */
export function susunKertas(
  { formulir, kertas, calon, pelaku }: Bahan,
  { isian = {}, kesalahan = {} }: Kembalian = {},
) {
  const kepala = kepalaKertas(formulir, pelaku)
  return {
    ...kepala,
    judulHalaman: `Dari kertas · ${kepala.judulHalaman}`,
    boleh: bolehDariKertas(formulir, pelaku),
    bolehSerahKertas: bolehCatatPenyerahan(pelaku, formulir),
    opsiPengisi: [
      { nilai: '', teks: 'Pilih…' },
      ...calon.map((p) => ({
        nilai: p.pegawaiId,
        teks: `${p.nama}, ${SEBUTAN_JENIS[p.jenisPenugasan]}${p.jabatanNama}`,
      })),
    ],
    isian: {
      pengisiId: isian.pengisiId ?? '',
      tanggal: isian.tanggal ?? tanggalLokal(jam.sekarang(), pelaku.zonaWaktu),
      keterangan: isian.keterangan ?? '',
    },
    baris: kertas.map((k) => ({
      sel: [
        { teks: k.pengisi, kecil: k.jabatanPengisi, alamat: `${kepala.alamat}/kertas/${k.id}` },
        tanggalPanjang(k.tanggal),
        { teks: 'Pindaian', alamat: `/berkas/${k.berkasId}`, kecil: k.namaBerkas },
        String(k.jumlah),
        { teks: `${k.dicatatOleh}, ${k.jabatanPencatat}`, kecil: tanggalJam(k.dicatatPada, pelaku.zonaWaktu) },
      ],
    })),
    kolom: [
      { teks: 'Diisi oleh' },
      { teks: 'Tanggal kertas' },
      { teks: 'Bukti' },
      { teks: 'Baris disalin', angka: true },
      { teks: 'Dicatat oleh' },
    ],
    kesalahan,
    label: LABEL_KERTAS,
  }
}
export const halamanKertas = halaman<ReturnType<typeof susunKertas>>('formulir/kertas')

type Satu = {
  readonly formulir: FormulirLengkap
  readonly kertas: Kertas
  /** whose rows they must be: who wrote on the paper */
  readonly pengisi: Pengisi
  readonly pelaku: Pelaku
}
type Tanggapan = Partial<Pick<HasilSimpanFormulir, 'tanggapan' | 'isian'>>

/** One paper: who and when, its scan, and the rows of the form to copy its values into. */
export function susunIsiKertas(
  { formulir, kertas, pengisi, pelaku }: Satu,
  { tanggapan = new Map(), isian = new Map() }: Tanggapan = {},
) {
  const kepala = kepalaKertas(formulir, pelaku)
  const boleh = bolehDariKertas(formulir, pelaku)
  const lain = bukanBagian(pengisi, formulir)
  const umum = (id: string) => ({
    formulirId: formulir.id,
    zona: pelaku.zonaWaktu,
    bolehIsi: boleh && !lain.has(id),
    tanggapan: tanggapan.get(id),
  })
  const sebab = ({ id, terbuka }: { id: string; terbuka: boolean }) =>
    terbuka && lain.has(id) ? `Bukan bagian ${kertas.pengisi}: ${lain.get(id)}.` : null
  const semua = [...formulir.baris, ...formulir.anggaran]
  const { periode, skala } = formulir.siklus
  const { kesalahan, label, kaki, labelTarget } = susunFormulir(formulir, pelaku, { tanggapan, isian })
  return {
    ...kepala,
    judulHalaman: `Dari kertas ${kertas.pengisi} · ${kepala.judulHalaman}`,
    boleh,
    alamatKertas: `${kepala.alamat}/kertas/${kertas.id}`,
    pengisi: kertas.pengisi,
    adaTerbuka: semua.some((b) => b.terbuka && !lain.has(b.id)),
    fakta: [
      { label: LABEL_KERTAS.pengisiId, nilai: `${kertas.pengisi}, ${kertas.jabatanPengisi}` },
      { label: LABEL_KERTAS.tanggal, nilai: tanggalPanjang(kertas.tanggal) },
      { label: LABEL_KERTAS.berkas, nilai: kertas.namaBerkas, alamat: `/berkas/${kertas.berkasId}` },
      ...(kertas.keterangan ? [{ label: LABEL_KERTAS.keterangan, nilai: kertas.keterangan }] : []),
      { label: 'Dicatat oleh', nilai: `${kertas.dicatatOleh}, ${kertas.jabatanPencatat}` },
    ],
    labelTarget,
    baris: formulir.baris.map((b) => ({
      ...susunBaris(b, { ...umum(b.id), periode, skala, diketik: isian.get(b.id) as IsianBaris | undefined }),
      sebab: sebab(b),
    })),
    anggaran: formulir.anggaran.map((a) => ({
      ...susunAnggaran(a, { ...umum(a.id), diketik: isian.get(a.id) as IsianAnggaran | undefined }),
      sebab: sebab(a),
    })),
    kaki,
    kesalahan,
    label,
  }
}
export const halamanIsiKertas = halaman<ReturnType<typeof susunIsiKertas>>('formulir/kertas-isian')
