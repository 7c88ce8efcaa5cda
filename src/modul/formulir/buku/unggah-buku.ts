import { createHash, randomUUID } from 'node:crypto'
import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import { jsonKanonik } from '../../../inti/json-kanonik.ts'
import { type Pelaku, sebutanJabatan } from '../../../inti/pelaku.ts'
import { jam } from '../../../inti/waktu/index.ts'
import type { BerkasDiterima } from '../../berkas/index.ts'
import { bacaBukuExcel } from '../../impor/index.ts'
import { pastikanBisaDiisi } from '../jelaskan-penolakan.ts'
import { ambilFormulir, type FormulirLengkap } from '../kueri.ts'
import { PENGISI } from '../rute-umum.ts'
import { type BukuTerbaca, bacaBukuFormulir } from './baca-buku-formulir.ts'

export type HasilUnggah = { readonly id: string; readonly lagi: boolean } | { readonly ditolak: string }
type Permintaan = { readonly formulirId: string; readonly berkas: BerkasDiterima }

/**
 * Reads an uploaded workbook of a form and keeps what stands in it; no value of the form changes. The same values again
 * lead to the upload that has them already (`lagi`: it was applied). My earlier previews of the form are put aside.
 * Throws Galat 403, 404, 409; a file that cannot be taken comes back as one sentence.
 */
export async function unggahBuku(
  db: BasisData,
  pelaku: Pelaku,
  { formulirId, berkas }: Permintaan,
): Promise<HasilUnggah> {
  const formulir = await ambilFormulir(db.baca, pelaku, formulirId)
  pastikanBisaDiisi(pelaku, formulir)
  const buku = await bacaBukuExcel(berkas.jalur)
  if ('ditolak' in buku) return buku
  const terbaca = bacaBukuFormulir(buku.lembar, { formulir, kantor: pelaku.namaKecamatan })
  if ('ditolak' in terbaca) return terbaca
  return transaksi(db, pelaku, (tx) => simpanPratinjau(tx, pelaku, { formulir, berkas, terbaca }))
}

type Bahan = { readonly formulir: FormulirLengkap; readonly berkas: BerkasDiterima; readonly terbaca: BukuTerbaca }
async function simpanPratinjau(tx: Tx, pelaku: Pelaku, { formulir, berkas, terbaca }: Bahan) {
  const { id: formulirId, siklusId } = formulir
  const { kecamatanId, pegawaiId } = pelaku
  const sidikIsi = createHash('sha256').update(jsonKanonik(terbaca.nilai)).digest('hex')
  // two uploads of the same form wait for one another
  await tx.$executeRaw`select 1 from formulir where id = ${formulirId}::uuid and kecamatan_id = ${kecamatanId}::uuid for update`
  const ada = await tx.bukuFormulir.findFirst({
    where: { formulirId, kecamatanId, sidikIsi, status: { in: ['PRATINJAU', 'DITERAPKAN'] } },
    orderBy: { status: 'desc' },
  })
  if (ada) return { id: ada.id, lagi: ada.status === 'DITERAPKAN' }
  await tx.bukuFormulir.updateMany({
    where: { formulirId, kecamatanId, status: 'PRATINJAU', pengunggahId: pegawaiId },
    data: { status: 'DIBUANG', versi: { increment: 1 } },
  })
  const { nama: namaBerkas, sha256 } = berkas
  const id = randomUUID()
  await tx.bukuFormulir.create({
    data: {
      id,
      kecamatanId,
      siklusId,
      formulirId,
      namaBerkas,
      sha256,
      sidikIsi,
      diunduhPada: terbaca.diunduhPada,
      nilai: terbaca.nilai as unknown as object[],
      diunggahPada: jam.sekarang(),
      diunggahOleh: `${pelaku.nama}, ${sebutanJabatan(pelaku, PENGISI)}`,
      pengunggahId: pegawaiId,
    },
  })
  await catatJejak(tx, pelaku, {
    peristiwa: 'formulir.buku-diunggah',
    objekJenis: 'formulir',
    objekId: formulirId,
    siklusId,
    rincian: { unit: formulir.unitNama, berkas: namaBerkas, sha256 },
    sebagai: PENGISI,
  })
  return { id, lagi: false }
}
