import { daftarkanPesan, halaman, type Kesalahan } from '../../../inti/http/index.ts'
import { type Pelaku, SEBUTAN_JENIS, unitDipimpin } from '../../../inti/pelaku.ts'
import { jam, tanggalLokal, tanggalPanjang } from '../../../inti/waktu/index.ts'
import type { Pejabat } from '../../organisasi/index.ts'
import { hitungIsian, teksHitungan } from '../hitungan.ts'
import type { FormulirLengkap } from '../kueri.ts'
import { susunKepalaFormulir } from '../tampilan.ts'
import { bolehCatatPenyerahan, PIMPINAN } from './catat-penyerahan.ts'
import { LABEL_SERAH } from './isian-serah.ts'
import type { Kertas } from './kueri-kertas.ts'

daftarkanPesan({
  'penyerahan-kertas-dicatat': 'Penyerahan di atas kertas tercatat. Kepala unitnya diberi tahu di Tugas Saya.',
})

type Bahan = {
  readonly formulir: FormulirLengkap
  readonly kertas: readonly Kertas[]
  /** heads of the unit on the day of the paper */
  readonly kepala: readonly Pejabat[]
  /** what keeps the form from being handed in */
  readonly kurang: readonly string[]
  readonly pelaku: Pelaku
}
type Kembalian = { readonly isian?: Readonly<Record<string, string>>; readonly kesalahan?: Kesalahan }

/** Page "Penyerahan di atas kertas": what is lacking, or the form to record that the head signed the form on paper. */
export function susunSerahKertas(
  { formulir, kertas, kepala, kurang, pelaku }: Bahan,
  { isian = {}, kesalahan = {} }: Kembalian = {},
) {
  const { roti, ...kepalaHalaman } = susunKepalaFormulir(formulir, pelaku)
  const { alamat } = kepalaHalaman
  const [satu] = kepala
  return {
    ...kepalaHalaman,
    judulHalaman: `Penyerahan di atas kertas · ${kepalaHalaman.judulHalaman}`,
    roti: [...roti, { teks: 'Penyerahan di atas kertas', alamat: `${alamat}/penyerahan-kertas` }],
    boleh: bolehCatatPenyerahan(pelaku, formulir),
    pimpinan: unitDipimpin(pelaku).includes(formulir.unitId) ? PIMPINAN : null,
    kurang,
    hitungan: teksHitungan(hitungIsian(formulir)),
    opsiKepala: [
      { nilai: '', teks: 'Pilih…' },
      ...kepala.map((p) => ({
        nilai: p.pegawaiId,
        teks: `${p.nama}, ${SEBUTAN_JENIS[p.jenisPenugasan]}${p.jabatanNama}`,
      })),
    ],
    opsiKertas: kertas.map((k) => ({
      nilai: k.id,
      teks: `${tanggalPanjang(k.tanggal)}, diisi ${k.pengisi} (${k.namaBerkas})`,
    })),
    isian: {
      penyerahId: isian.penyerahId ?? (kepala.length === 1 ? (satu?.pegawaiId ?? '') : ''),
      tanggal: isian.tanggal ?? tanggalLokal(jam.sekarang(), pelaku.zonaWaktu),
      kertasId: isian.kertasId ?? '',
    },
    kesalahan,
    label: LABEL_SERAH,
  }
}
export const halamanSerahKertas = halaman<ReturnType<typeof susunSerahKertas>>('formulir/serah-kertas')
