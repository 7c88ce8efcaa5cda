import { type BasisData, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { jam } from '../../../inti/waktu/index.ts'
import type { FormulirLengkap } from '../kueri.ts'
import { catatTugas, kunciPembagian, pastikanBaris } from './alur-tugas.ts'
import { sudahDiisi } from './keadaan-orang.ts'
import { namaBaris, type TugasBaris } from './pembagian.ts'

/**
 * A person says of own rows that they are done; each must be answered first. Throws Galat 403 (somebody else's row), 404,
 * 409, 422 (a row is still blank).
 */
export const selesaikanTugas = (
  db: BasisData,
  pelaku: Pelaku,
  formulirId: string,
  { baris }: { readonly baris: readonly string[] },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const formulir = await kunciPembagian(tx, pelaku, formulirId, 'ISI')
    pastikanBaris(formulir, baris)
    const milik = pastikanMilik(pelaku, formulir, baris)
    const kosong = kalimatBelumDiisi(pelaku, formulir, baris)
    if (kosong) throw galat.tidakSesuai(kosong)
    const belum = milik.filter((t) => !t.selesai && baris.includes(t.barisId)).map((t) => t.barisId)
    if (belum.length === 0) return
    await tx.delegasiBaris.updateMany({
      where: { kecamatanId: pelaku.kecamatanId, formulirId: formulir.id, barisId: { in: belum } },
      data: { selesaiPada: jam.sekarang() },
    })
    await catatTugas(tx, pelaku, { peristiwa: 'formulir.tugas-selesai', formulir, baris: belum })
  })

/**
 * A person takes "done" back from own rows, until the form is handed in; they wait in Tugas Saya again. Throws Galat 403
 * (somebody else's row), 404, 409 (handed in; none of them was done).
 */
export const bukaTugas = (
  db: BasisData,
  pelaku: Pelaku,
  formulirId: string,
  { baris }: { readonly baris: readonly string[] },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const formulir = await kunciPembagian(tx, pelaku, formulirId, 'ISI')
    pastikanBaris(formulir, baris)
    const sudah = pastikanMilik(pelaku, formulir, baris)
      .filter((t) => t.selesai && baris.includes(t.barisId))
      .map((t) => t.barisId)
    if (sudah.length === 0) throw galat.bentrok('Baris itu belum dinyatakan selesai. Tidak ada yang berubah.')
    await tx.delegasiBaris.updateMany({
      where: { kecamatanId: pelaku.kecamatanId, formulirId: formulir.id, barisId: { in: sudah } },
      data: { selesaiPada: null },
    })
    await catatTugas(tx, pelaku, { peristiwa: 'formulir.tugas-dibuka', formulir, baris: sudah })
  })

/** Rows given to this person; throws 403 when one of `baris` is not among them. */
function pastikanMilik(pelaku: Pelaku, formulir: FormulirLengkap, baris: readonly string[]): TugasBaris[] {
  const milik = formulir.pembagian.baris.filter((t) => t.pegawaiId === pelaku.pegawaiId)
  const asing = baris.find((id) => !milik.some((t) => t.barisId === id))
  if (asing)
    throw galat.tidakBerwenang(
      `${namaBaris(formulir, asing)} bukan bagian Anda. Yang menyatakan selesai adalah orang yang diberi tugas.`,
    )
  return milik
}

/** Which of the rows, as far as they are this person's, are still blank, as a sentence; null: none. */
export function kalimatBelumDiisi(
  { pegawaiId }: Pelaku,
  formulir: FormulirLengkap,
  baris: readonly string[],
): string | null {
  const milik = formulir.pembagian.baris.filter((t) => t.pegawaiId === pegawaiId && baris.includes(t.barisId))
  const kosong = milik.filter((t) => !sudahDiisi(formulir, t.barisId)).map((t) => namaBaris(formulir, t.barisId))
  return kosong.length > 0
    ? `Belum diisi: ${kosong.join('; ')}. Isi dahulu, atau tandai tidak diukur beserta alasannya.`
    : null
}
