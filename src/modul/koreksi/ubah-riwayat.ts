import type { Tx } from '../../inti/basis-data/index.ts'
import { bulanRiwayat, sumberRealisasi, triwulanRiwayat } from '../formulir/index.ts'
import { turunkanRealisasi } from '../perencanaan/index.ts'
import type { BarisSiklus } from '../siklus/index.ts'
import type { Koreksi } from './kueri.ts'

/**
 * The realised value of the period, from now on what every later period compares with; of money what the E.81, the LKjIP
 * and the months after it go on from.
 */
export async function ubahRiwayat(tx: Tx, siklus: BarisSiklus, k: Koreksi): Promise<void> {
  const triwulan = triwulanRiwayat(siklus.periode)
  const bulan = bulanRiwayat(siklus.periode)
  const { id: siklusId, kecamatanId, tahun } = siklus
  const bahan = { kunci: { kecamatanId, tahun }, sumber: `${sumberRealisasi(siklus)}, dikoreksi`, siklusId }
  if (k.jenis === 'INDIKATOR') {
    if (triwulan !== null) await ubahIndikator(tx, k, { ...bahan, kunci: { ...bahan.kunci, triwulan } })
    return
  }
  if (triwulan !== null) await ubahTriwulan(tx, k, { ...bahan, kunci: { ...bahan.kunci, triwulan } })
  if (bulan !== null) await ubahBulan(tx, k, { ...bahan, kunci: { ...bahan.kunci, bulan } })
  await turunkanRealisasi(tx, siklus)
}

type KoreksiUang = Extract<Koreksi, { jenis: 'ANGGARAN' }>
type Bahan<Periode> = {
  readonly kunci: { readonly kecamatanId: string; readonly tahun: number } & Periode
  readonly sumber: string
  readonly siklusId: string
}

async function ubahIndikator(
  tx: Tx,
  { objekId, baru }: Extract<Koreksi, { jenis: 'INDIKATOR' }>,
  { kunci: dasar, sumber, siklusId }: Bahan<{ triwulan: number }>,
): Promise<void> {
  const kunci = { ...dasar, indikatorId: objekId }
  if (baru.status !== 'TERISI') {
    await tx.realisasiIndikator.deleteMany({ where: kunci })
    return
  }
  const isi = { nilai: baru.nilai, kategori: baru.kategori, variabel: { ...baru.variabel }, sumber }
  const { count } = await tx.realisasiIndikator.updateMany({ where: kunci, data: isi })
  if (count === 0) await tx.realisasiIndikator.create({ data: { ...kunci, ...isi, siklusId } })
}

async function ubahTriwulan(
  tx: Tx,
  { objekId, kartu, baru }: KoreksiUang,
  { kunci: dasar, sumber, siklusId }: Bahan<{ triwulan: number }>,
): Promise<void> {
  const kunci = { ...dasar, subKegiatanId: objekId }
  if (baru.status !== 'TERISI' || baru.realisasi === null) {
    await tx.realisasiAnggaran.deleteMany({ where: kunci })
    return
  }
  // the year's figure of an imported row, or the sum of months, gives way to what was approved
  const isi = { nilai: baru.realisasi, sumber, siklusId }
  const { count } = await tx.realisasiAnggaran.updateMany({ where: kunci, data: isi })
  if (count === 0) await tx.realisasiAnggaran.create({ data: { ...kunci, ...isi, pagu: kartu.pagu } })
}

async function ubahBulan(
  tx: Tx,
  { objekId, baru }: KoreksiUang,
  { kunci: dasar, sumber, siklusId }: Bahan<{ bulan: number }>,
): Promise<void> {
  const kunci = { ...dasar, subKegiatanId: objekId }
  if (baru.status !== 'TERISI' || baru.realisasi === null) {
    await tx.realisasiSampaiBulan.deleteMany({ where: kunci })
    return
  }
  const isi = { nilai: baru.realisasi, sumber, siklusId }
  await tx.realisasiSampaiBulan.upsert({
    where: { kecamatanId_subKegiatanId_tahun_bulan: kunci },
    update: isi,
    create: { ...kunci, ...isi },
  })
}
