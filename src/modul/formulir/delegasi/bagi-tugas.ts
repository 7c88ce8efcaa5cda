import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { type Pelaku, sebutanJabatan } from '../../../inti/pelaku.ts'
import { adalahHariKerja, jam, tanggalLokal, tanggalPanjang } from '../../../inti/waktu/index.ts'
import { ambilKalenderKerja } from '../../kalender/index.ts'
import type { FormulirLengkap } from '../kueri.ts'
import { KEPALA } from '../rute-umum.ts'
import { catatTugas, kunciPembagian, pastikanBaris } from './alur-tugas.ts'
import type { IsianTugas } from './isian-tugas.ts'
import { type OrangUnit, orangUnit } from './orang-unit.ts'
import { namaBaris } from './pembagian.ts'
import { usulPembagian } from './usul-pembagian.ts'

/**
 * The head gives rows to a person of the unit; rows that somebody else had change hands, and what was said to be done is
 * open again. `hariKerja`: is the date a working day? Throws Galat 403, 404, 409, 422.
 */
export const bagiTugas = (
  db: BasisData,
  pelaku: Pelaku,
  formulirId: string,
  { baris, pegawaiId, tanggal, catatan }: IsianTugas,
): Promise<{ hariKerja: boolean }> =>
  transaksi(db, pelaku, async (tx) => {
    const formulir = await kunciPembagian(tx, pelaku, formulirId)
    pastikanBaris(formulir, baris)
    pastikanDibuka(formulir, baris)
    const penerima = (await orangUnit(tx, pelaku, formulir.unitId)).find((o) => o.pegawaiId === pegawaiId)
    if (!penerima)
      throw galat.tidakSesuai(`Yang dipilih bukan pegawai ${formulir.unitNama} hari ini. Pilih orang dari daftar.`)
    const salah = salahTanggal(formulir, pelaku, tanggal)
    if (salah) throw galat.tidakSesuai(salah)
    await berikan(tx, pelaku, { formulir, baris, penerima, tanggal, catatan })
    const kalender = await ambilKalenderKerja(tx, pelaku.kecamatanId)
    return { hariKerja: tanggal === null || adalahHariKerja(tanggal, kalender) }
  })

/** Throws 409 for a row that a return left closed: nobody can fill it in. */
function pastikanDibuka(formulir: FormulirLengkap, baris: readonly string[]): void {
  const tertutup = [...formulir.baris, ...formulir.anggaran].find((b) => !b.terbuka && baris.includes(b.id))
  if (tertutup)
    throw galat.bentrok(
      `${namaBaris(formulir, tertutup.id)} tidak termasuk yang dikembalikan, jadi tidak dapat diisi lagi dan tidak perlu dibagi.`,
    )
}

/** Gives every row that nobody has to who had it in the siklus before. Returns how many. Throws Galat 403, 404, 409. */
export const bagiSepertiLalu = (db: BasisData, pelaku: Pelaku, formulirId: string): Promise<number> =>
  transaksi(db, pelaku, async (tx) => {
    const formulir = await kunciPembagian(tx, pelaku, formulirId)
    const orang = await orangUnit(tx, pelaku, formulir.unitId)
    const usulan = await usulPembagian(tx, pelaku, { formulir, orang })
    if (usulan.length === 0)
      throw galat.bentrok('Tidak ada pembagian periode lalu yang dapat dipakai untuk baris yang belum diberikan.')
    for (const penerima of orang) {
      const baris = usulan.filter((u) => u.pegawaiId === penerima.pegawaiId).map((u) => u.barisId)
      if (baris.length > 0) await berikan(tx, pelaku, { formulir, baris, penerima, tanggal: null, catatan: '' })
    }
    return usulan.length
  })

type Pemberian = {
  readonly formulir: FormulirLengkap
  readonly baris: readonly string[]
  readonly penerima: OrangUnit
  readonly tanggal: string | null
  readonly catatan: string
}
async function berikan(
  tx: Tx,
  pelaku: Pelaku,
  { formulir, penerima, tanggal, catatan, ...isi }: Pemberian,
): Promise<void> {
  const baris = [...new Set(isi.baris)]
  const { kecamatanId } = pelaku
  await tx.delegasiBaris.deleteMany({ where: { kecamatanId, formulirId: formulir.id, barisId: { in: baris } } })
  await tx.delegasiBaris.createMany({
    data: baris.map((barisId) => ({
      kecamatanId,
      siklusId: formulir.siklusId,
      formulirId: formulir.id,
      barisId,
      pegawaiId: penerima.pegawaiId,
      nama: penerima.nama,
      tanggal: tanggal && new Date(`${tanggal}T00:00:00Z`),
      catatan,
      diberikanPada: jam.sekarang(),
      diberikanOleh: `${pelaku.nama}, ${sebutanJabatan(pelaku, KEPALA)}`,
    })),
  })
  const rincian = { kepada: penerima.nama, pegawaiId: penerima.pegawaiId, tanggal, catatan }
  await catatTugas(tx, pelaku, { peristiwa: 'formulir.tugas-dibagi', formulir, baris, rincian })
}

/** What is wrong with a date by which rows are wanted: past, or after the tenggat of the step; null: nothing. */
export function salahTanggal(
  { langkah, siklus }: FormulirLengkap,
  { zonaWaktu }: Pelaku,
  tanggal: string | null,
): string | null {
  if (tanggal === null) return null
  const tenggat = langkah?.tenggat ?? siklus.tenggat
  if (tanggal < tanggalLokal(jam.sekarang(), zonaWaktu))
    return 'Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya.'
  return tenggat && tanggal > tenggat
    ? `Tanggal ini melewati tenggat langkah pengisian, ${tanggalPanjang(tenggat)}. Pilih tanggal itu atau sebelumnya.`
    : null
}
