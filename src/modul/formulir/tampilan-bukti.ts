import { halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { DAFTAR_AKHIRAN } from '../berkas/index.ts'
import { bolehFormulir } from './alur.ts'
import type { BarisIsian, FormulirLengkap } from './kueri.ts'
import type { BarisBukti } from './kueri-bukti.ts'
import { susunKepalaFormulir } from './tampilan.ts'
import { waktuPendek } from './tampilan-baris.ts'
import { teksBersatuan } from './teks-baris.ts'

type Bahan = {
  readonly baris: BarisIsian
  readonly bukti: readonly BarisBukti[]
  readonly isian?: Readonly<Record<string, string>>
  readonly kesalahan?: Kesalahan
}

/** Evidence of one row: what is there, and while the row is open the form to add more. */
export function susunBukti(
  formulir: FormulirLengkap,
  pelaku: Pelaku,
  { baris, bukti, isian = {}, kesalahan = {} }: Bahan,
) {
  const { roti, ...kepala } = susunKepalaFormulir(formulir, pelaku)
  const alamatBukti = `/formulir/${formulir.id}/baris/${baris.id}/bukti`
  return {
    ...kepala,
    judulHalaman: `Bukti: ${baris.kartu.nama}`,
    roti: [...roti, { teks: 'Bukti', alamat: alamatBukti }],
    namaIndikator: baris.kartu.nama,
    realisasi: teksBersatuan(baris),
    aturan: baris.kartu.aturanBukti,
    wajib: baris.kartu.buktiWajib,
    alamatBukti,
    alamatBaris: `/formulir/${formulir.id}#baris-${baris.id}`,
    boleh: formulir.langkah?.status === 'BERJALAN' && baris.terbuka && bolehFormulir(pelaku, formulir, 'ISI'),
    bukti: bukti.map((b) => susunButir(b, { alamatBukti, zona: pelaku.zonaWaktu })),
    terima: DAFTAR_AKHIRAN,
    isian: {
      jenis: isian.jenis ?? 'berkas',
      tautan: isian.tautan ?? '',
      tempatKertas: isian.tempatKertas ?? '',
      keterangan: isian.keterangan ?? '',
    },
    kesalahan,
  }
}
export const halamanBukti = halaman<ReturnType<typeof susunBukti>>('formulir/bukti')

/** One piece of evidence for a list: name, address, what it is and who put it there when. */
export function susunButir(b: BarisBukti, { alamatBukti, zona }: { alamatBukti: string; zona: string }) {
  return {
    nama: b.namaBerkas ?? (b.tautan || b.tempatKertas),
    /** a paper has no address */
    alamat: b.berkasId ? `/berkas/${b.berkasId}` : b.tautan || null,
    luar: b.tautan !== '',
    rinci: [
      jenisBukti(b),
      b.ukuran === null ? '' : ukuranBerkas(b.ukuran),
      b.keterangan,
      b.dibuatOleh,
      waktuPendek(b.dibuatPada, zona),
    ]
      .filter(Boolean)
      .join(' · '),
    alamatHapus: `${alamatBukti}/${b.id}/penghapusan`,
  }
}

const jenisBukti = (b: BarisBukti): string => (b.berkasId ? 'berkas' : b.tautan ? 'tautan' : 'dokumen kertas')

/** "1,2 MB" or "340 KB". */
const ukuranBerkas = (bita: number): string =>
  bita >= 1_048_576
    ? `${(bita / 1_048_576).toFixed(1).replace('.', ',')} MB`
    : `${Math.max(1, Math.round(bita / 1024))} KB`
