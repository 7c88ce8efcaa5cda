import { type BatasRataRata, hitungRataRata, hitungSerapan, jumlahkanUang } from '../pengukuran/index.ts'
import type { AnggaranRekap, IsiRekap, RingkasanRekap, UnitRekap } from './isi-rekap.ts'

/** The figures above a recap. Money is counted once per sub kegiatan; what has no number is left out and named, never zero. */
export function ringkasRekap(unit: readonly UnitRekap[], batas: BatasRataRata = '120'): RingkasanRekap {
  const baris = unit.flatMap((u) => u.baris)
  const jatuhTempo = baris.filter((b) => b.status !== 'BELUM_JATUH_TEMPO')
  const anggaran = unit.flatMap((u) => u.anggaran).filter((a) => a.dihitung)
  const uang = jumlahkanUang(anggaran.map((a) => ({ kunci: a.subKegiatanId, pagu: a.pagu, realisasi: nilaiUang(a) })))
  return {
    unit: unit.length,
    unitMenyerahkan: unit.filter((u) => u.status === 'DISERAHKAN').length,
    jatuhTempo: jatuhTempo.length,
    terisi: baris.filter((b) => b.status === 'TERISI').length,
    tidakBerlaku: baris.filter((b) => b.status === 'TIDAK_BERLAKU').length,
    kosong: baris.filter((b) => b.status === 'KOSONG').length,
    tanpaBukti: baris.filter((b) => b.tanpaBukti).length,
    perluDiperiksa: baris.filter((b) => b.peringatan.length > 0).length,
    rataRata: hitungRataRata(
      jatuhTempo.map((b) => ({ id: b.barisId, nama: b.nama, hasil: b.capaian, batas: b.batasCapaian })),
      { batas },
    ),
    pagu: uang.pagu,
    realisasiAnggaran: uang.realisasi.status === 'TERISI' ? uang.realisasi.nilai : null,
    anggaranKosong: uang.hilang.length,
    serapan: hitungSerapan({ pagu: uang.pagu, realisasi: uang.realisasi }),
  }
}

/** A remark that asks whoever checks the recap ("Periksa kembali …"), as `pengukuran/lompatan` writes it. */
const PERTANYAAN = /periksa kembali/i

/**
 * The recap as a signed document quotes it: what was asked while it was checked is answered by its approval and does not
 * leave the office; remarks that tell something about a figure stay.
 */
export function tanpaPertanyaan(isi: IsiRekap): IsiRekap {
  const jawab = <B extends { readonly peringatan: readonly string[] }>(b: B) => ({
    ...b,
    peringatan: b.peringatan.filter((p) => !PERTANYAAN.test(p)),
  })
  return {
    ...isi,
    unit: isi.unit.map((u) => ({ ...u, baris: u.baris.map(jawab), anggaran: u.anggaran.map(jawab) })),
    ringkasan: { ...isi.ringkasan, perluDiperiksa: 0 },
  }
}

/** What stands in a budget row, as the arithmetic knows it. */
export const nilaiUang = (a: Pick<AnggaranRekap, 'status' | 'realisasi'>) =>
  a.status === 'TERISI' && a.realisasi !== null
    ? ({ status: 'TERISI', nilai: a.realisasi } as const)
    : ({ status: a.status === 'TIDAK_BERLAKU' ? 'TIDAK_BERLAKU' : 'KOSONG' } as const)
