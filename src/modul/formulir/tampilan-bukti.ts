import { teksUkuran } from '../../inti/angka/index.ts'
import { halaman, type Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { bergambar, berpratinjau, DAFTAR_AKHIRAN } from '../berkas/index.ts'
import { bolehFormulir } from './alur.ts'
import type { BarisIsian, FormulirLengkap } from './kueri.ts'
import type { BarisBukti } from './kueri-bukti.ts'
import { susunKepalaFormulir } from './tampilan.ts'
import { waktuPendek } from './tampilan-baris.ts'
import { teksBersatuan } from './teks-baris.ts'

type Bahan = {
  readonly baris: BarisIsian
  /** of the whole form: a file may prove several values */
  readonly bukti: readonly BarisBukti[]
  readonly batasMb: number
  readonly isian?: Readonly<Record<string, string>>
  readonly kesalahan?: Kesalahan
}

/** Evidence of one row: what is there, and while the row is open the form to add more. */
export function susunBukti(
  formulir: FormulirLengkap,
  pelaku: Pelaku,
  { baris, bukti, batasMb, isian = {}, kesalahan = {} }: Bahan,
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
    bukti: bukti
      .filter((b) => b.barisId === baris.id)
      .map((b) => susunButir(b, { alamatBukti, zona: pelaku.zonaWaktu })),
    terima: DAFTAR_AKHIRAN,
    batasMb,
    berkasAda: susunBerkasAda(bukti, baris.id),
    lain: formulir.baris
      .filter((b) => b.id !== baris.id && b.terbuka)
      .map((b) => ({ nilai: b.id, teks: `${b.urut}. ${b.kartu.nama}` })),
    isian: {
      jenis: isian.jenis ?? 'berkas',
      berkasId: isian.berkasId ?? '',
      juga: (isian.juga ?? '').split('\n').filter(Boolean),
      tautan: isian.tautan ?? '',
      tempatKertas: isian.tempatKertas ?? '',
      keterangan: isian.keterangan ?? '',
    },
    kesalahan,
  }
}
export const halamanBukti = halaman<ReturnType<typeof susunBukti>>('formulir/bukti')

/** Files of the form that are not evidence of this row yet, each once. */
function susunBerkasAda(bukti: readonly BarisBukti[], barisId: string) {
  const sudah = new Set(bukti.filter((b) => b.barisId === barisId).map((b) => b.berkasId))
  const lain = bukti.filter((b) => b.berkasId && !sudah.has(b.berkasId))
  return [...new Map(lain.map((b) => [b.berkasId ?? '', b.namaBerkas ?? '']))].map(([nilai, teks]) => ({ nilai, teks }))
}

/** One piece of evidence for a list: name, address, what it is and who put it there when. */
export function susunButir(b: BarisBukti, { alamatBukti, zona }: { alamatBukti: string; zona: string }) {
  return {
    nama: b.namaBerkas ?? (b.tautan || b.tempatKertas),
    /** a paper has no address */
    alamat: b.berkasId ? `/berkas/${b.berkasId}` : b.tautan || null,
    luar: b.tautan !== '',
    pratinjau: b.berkasId && b.mime && berpratinjau(b.mime) ? `/berkas/${b.berkasId}/pratinjau` : null,
    gambar: b.mime !== null && bergambar(b.mime),
    rinci: [
      jenisBukti(b),
      b.ukuran === null ? '' : teksUkuran(b.ukuran),
      b.keterangan && `membuktikan: ${b.keterangan}`,
      b.dibuatOleh,
      waktuPendek(b.dibuatPada, zona),
    ]
      .filter(Boolean)
      .join(' · '),
    alamatHapus: `${alamatBukti}/${b.id}/penghapusan`,
  }
}

const jenisBukti = (b: BarisBukti): string => (b.berkasId ? 'berkas' : b.tautan ? 'tautan' : 'dokumen kertas')
