import { ambilDesimal, Desimal, denganSatuan, formatRupiah } from '../../../inti/angka/index.ts'
import { nilaiIndikator } from '../istilah.ts'
import { namaUnsur, TEKS_UNSUR, type TingkatUnsur } from './istilah.ts'
import type { Pohon, SimpulPohon } from './kueri-pohon.ts'

export type CabangPohon = {
  readonly tingkat: TingkatUnsur
  readonly jenis: string
  readonly nama: string
  readonly alamat: string
  readonly kecil: string
  readonly akhir: string
  readonly indikator: readonly { nama: string; alamat: string; target: string }[]
  readonly anak: readonly CabangPohon[]
}

/** Money of a part: that of the sub kegiatan below it, each once; null while none has a budget. Pure. */
export function hitungPagu(simpul: SimpulPohon, semua: readonly SimpulPohon[]): Desimal | null {
  if (simpul.tingkat === 'sub-kegiatan') return simpul.pagu === null ? null : ambilDesimal(simpul.pagu)
  return semua
    .filter((s) => s.indukId === simpul.id)
    .reduce<Desimal | null>((n, anak) => {
      const pagu = hitungPagu(anak, semua)
      return pagu === null ? n : (n ?? new Desimal(0)).plus(pagu)
    }, null)
}

/** The parts nested, those ended before the year left out unless asked for. Pure. */
export function susunPohon(
  { simpul, indikator }: Pohon,
  { tahun, semua }: { tahun: number; semua: boolean },
): CabangPohon[] {
  const tampil = semua ? simpul : simpul.filter((s) => s.sampaiTahun === null || s.sampaiTahun >= tahun)
  const cabang = (satu: SimpulPohon): CabangPohon => {
    const pagu = hitungPagu(satu, tampil)
    return {
      tingkat: satu.tingkat,
      jenis: TEKS_UNSUR[satu.tingkat],
      nama: namaUnsur(satu),
      alamat: `/perencanaan/unsur/${satu.tingkat}/${satu.id}`,
      kecil: [satu.unit, pagu && `Pagu ${tahun} ${formatRupiah(pagu)}`].filter(Boolean).join(' · '),
      akhir: satu.sampaiTahun === null ? '' : `sampai ${satu.sampaiTahun}`,
      indikator: indikator
        .filter((i) => i.letak === satu.id)
        .map((i) => ({
          nama: `${i.kode} ${i.nama}`,
          alamat: `/perencanaan/indikator/${i.id}`,
          target: `target ${tahun}: ${denganSatuan(nilaiIndikator(i), i.satuan)}`,
        })),
      anak: tampil.filter((s) => s.indukId === satu.id).map(cabang),
    }
  }
  return tampil.filter((s) => s.tingkat === 'tujuan').map(cabang)
}
