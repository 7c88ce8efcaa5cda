import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import type { Kesalahan } from '../../../inti/http/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { daftarPeriode, periodePada } from '../renstra/kueri-periode.ts'
import { daftarTarget } from '../renstra/kueri-target.ts'
import { tulisTarget } from '../renstra/simpan-target.ts'
import { kolomTarget, selPada, tulisSel } from '../renstra/target.ts'
import { daftarDokumen, daftarPagu } from './kueri.ts'
import { type HasilDokumen, tulisDokumenBaru } from './simpan-dokumen.ts'

/** What a copy to the next year would write; shown before. */
export type BahanSalinTahun = {
  readonly dari: number
  readonly ke: number
  /** sub kegiatan that go on, with the budget that holds last in the year; plain decimals */
  readonly pagu: readonly { id: string; kode: string; nama: string; kelurahan: string; pagu: string }[]
  /** sub kegiatan with a budget this year that are ended */
  readonly berakhir: readonly { kode: string; nama: string; kelurahan: string; pagu: string }[]
  /** the next year has a DPA already: its budget is not copied */
  readonly sudahAda: boolean
  /** indicators without a target next year, with the one of this year as it stands in the form */
  readonly target: readonly { id: string; kode: string; nama: string; nilai: string }[]
}

/** Reads what would be copied from a year to the next. Throws nothing; five queries. */
export async function ambilBahanSalin(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  { tahun, kunci = false }: { tahun: number; kunci?: boolean },
): Promise<BahanSalinTahun> {
  const ke = tahun + 1
  const [kini, depan, dokumen, periode] = [
    await daftarPagu(baca, pelaku, { tahun }),
    await daftarPagu(baca, pelaku, { tahun: ke }),
    await daftarDokumen(baca, pelaku, { tahun: ke, kunci }),
    await daftarPeriode(baca, pelaku),
  ]
  const berpagu = kini.flatMap((s) => (s.paguLain === null ? [] : [{ ...s, pagu: s.paguLain }]))
  const lanjut = new Set(depan.map((s) => s.id))
  const renstra = periodePada(periode, ke)
  const cakup = renstra && renstra.tahunAwal <= tahun && renstra.tahunAkhir >= ke
  const indikator = cakup ? await daftarTarget(baca, pelaku, { ...renstra, kunci }) : []
  return {
    dari: tahun,
    ke,
    pagu: berpagu.filter((s) => lanjut.has(s.id)),
    berakhir: berpagu.filter((s) => !lanjut.has(s.id)),
    sudahAda: dokumen.length > 0,
    target: indikator.flatMap((i) => {
      const [ini, nanti] = [tahun, ke].map((t) => i.target.find((x) => x.jenis === 'TARGET' && x.tahun === t))
      return ini && !nanti ? [{ id: i.id, kode: i.kode, nama: i.nama, nilai: tulisSel(ini, i) }] : []
    }),
  }
}

type Minta = { readonly tahun: number; readonly anggaran: boolean; readonly target: boolean }
/**
 * Copies a year to the next in one transaction: the budget as a DPA that is then adjusted, and targets where the next year
 * has none. What is there already is never overwritten. Field errors, or null when done.
 */
export const salinTahun = (db: BasisData, pelaku: Pelaku, minta: Minta): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    const bahan = await ambilBahanSalin(tx, pelaku, { tahun: minta.tahun, kunci: true })
    const pagu = minta.anggaran && !bahan.sudahAda ? bahan.pagu : []
    const target = minta.target ? bahan.target : []
    if (pagu.length === 0 && target.length === 0)
      return { anggaran: 'Tidak ada yang perlu disalin. Pilih paling sedikit satu yang ada isinya.' }
    if (pagu.length > 0) {
      const hasil = await salinPagu(tx, pelaku, { ...bahan, pagu })
      if (hasil.kesalahan) return hasil.kesalahan
    }
    if (target.length > 0) await salinTarget(tx, pelaku, { ...bahan, target })
    await catatJejak(tx, pelaku, {
      peristiwa: 'anggaran.disalin',
      objekJenis: 'tahun-anggaran',
      objekId: String(bahan.ke),
      rincian: { dari: bahan.dari, ke: bahan.ke, pagu: pagu.length, target: target.length },
      sebagai: PENULIS_KARTU,
    })
    return null
  })

const salinPagu = (tx: Tx, pelaku: Pelaku, { ke, pagu }: BahanSalinTahun): Promise<HasilDokumen> =>
  tulisDokumenBaru(tx, pelaku, {
    isian: { tahun: ke, jenis: 'DPA', nomor: '', tanggal: null, berlakuSejak: `${ke}-01-02`, alasan: '', versi: 0 },
    pagu: pagu.map((s) => ({ subId: s.id, pagu: s.pagu })),
  })

async function salinTarget(tx: Tx, pelaku: Pelaku, { dari, ke, target }: BahanSalinTahun): Promise<void> {
  const renstra = periodePada(await daftarPeriode(tx, pelaku), ke)
  const kolom = renstra && kolomTarget(renstra).find((k) => k.jenis === 'TARGET' && k.tahun === ke)
  if (!renstra || !kolom) return
  const semua = await daftarTarget(tx, pelaku, renstra)
  const ubah = target.flatMap(({ id }) => {
    const indikator = semua.find((i) => i.id === id)
    const isi = indikator && selPada(indikator.target, { ...kolom, tahun: dari })
    return indikator && isi ? [{ indikator, kolom, lama: '', isi: { nilai: isi.nilai, teks: isi.teks } }] : []
  })
  await tulisTarget(tx, pelaku, { renstra, ubah, alasan: `Disalin dari tahun ${dari}` })
}
