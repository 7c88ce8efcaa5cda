import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, type Peran, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { type BerkasDiterima, type Gudang, simpanBerkas } from '../berkas/index.ts'
import type { IsianBukti } from './isian.ts'
import { pastikanBisaDiisi } from './jelaskan-penolakan.ts'
import { ambilFormulir, type BarisIsian, type FormulirLengkap } from './kueri.ts'
import { barisDari } from './kueri-bukti.ts'

const MAKS_BUKTI = 30
type Alamat = { readonly formulirId: string; readonly barisId: string }
type Kiriman = { readonly gudang: Gudang; readonly isian: IsianBukti; readonly berkas: readonly BerkasDiterima[] }

/** Adds evidence to a row: files, a link, or where the paper lies. Only while the row is open. Throws Galat 403, 404, 409, 422. */
export function tambahBukti(
  db: BasisData,
  pelaku: Pelaku,
  alamat: Alamat,
  { gudang, isian, berkas }: Kiriman,
): Promise<void> {
  return transaksi(db, pelaku, async (tx) => {
    const { formulir, baris } = await ambilBarisTerbuka(tx, pelaku, alamat)
    const { siklusId, unitId } = formulir
    const milik = { siklusId, unitId, barisId: baris.id, jumlahAda: baris.jumlahBukti, sebagai: PENGISI_BUKTI }
    const nama = await simpanBukti(tx, pelaku, milik, { gudang, isian, berkas })
    await catatBukti(tx, pelaku, { peristiwa: 'formulir.bukti-ditambah', formulir, baris, bukti: nama })
  })
}

const PENGISI_BUKTI = ['KASI', 'STAF', 'DESA', 'SEKCAM'] as const satisfies readonly Peran[]
type MilikBukti = {
  readonly siklusId: string
  /** null: not the paper of one unit */
  readonly unitId: string | null
  readonly barisId: string
  readonly jumlahAda: number
  readonly sebagai: readonly Peran[]
}

/** Stores evidence of a value, of a form's row or of another table's; the names of what was added. Throws Galat 422. */
export async function simpanBukti(
  tx: Tx,
  pelaku: Pelaku,
  { siklusId, unitId, barisId, jumlahAda, sebagai }: MilikBukti,
  { gudang, isian, berkas }: Kiriman,
): Promise<string[]> {
  const jumlah = isian.jenis === 'berkas' ? berkas.length : 1
  if (jumlah === 0) throw galat.tidakSesuai('Pilih berkasnya dahulu.')
  if (jumlahAda + jumlah > MAKS_BUKTI)
    throw galat.tidakSesuai(`Paling banyak ${MAKS_BUKTI} bukti untuk satu indikator.`)
  const dasar = {
    kecamatanId: pelaku.kecamatanId,
    siklusId,
    barisId,
    keterangan: isian.keterangan,
    dibuatOleh: `${pelaku.nama}, ${sebutanJabatan(pelaku, sebagai)}`,
    dibuatPada: jam.sekarang(),
  }
  if (isian.jenis !== 'berkas') {
    const isi = isian.jenis === 'tautan' ? { tautan: isian.tautan } : { tempatKertas: isian.tempatKertas }
    await tx.bukti.create({ data: { ...dasar, ...isi } })
    return [isian.jenis === 'tautan' ? isian.tautan : isian.tempatKertas]
  }
  for (const satu of berkas) {
    const tersimpan = await simpanBerkas(tx, pelaku, { gudang, berkas: satu, milik: { siklusId, unitId } })
    await tx.bukti.create({ data: { ...dasar, berkasId: tersimpan.id } })
  }
  return berkas.map((b) => b.nama)
}

/** Form and row locked for a change of evidence: handing in waits, or has been first (409). */
export async function ambilBarisTerbuka(
  tx: Tx,
  pelaku: Pelaku,
  { formulirId, barisId }: Alamat,
): Promise<{ formulir: FormulirLengkap; baris: BarisIsian }> {
  await tx.$executeRaw`select 1 from formulir where id = ${formulirId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for share`
  const formulir = await ambilFormulir(tx, pelaku, formulirId)
  pastikanBisaDiisi(pelaku, formulir)
  const baris = barisDari(formulir, barisId)
  if (!baris.terbuka)
    throw galat.bentrok('Baris ini tidak termasuk yang dikembalikan, jadi buktinya tidak dapat diubah lagi.')
  return { formulir, baris }
}

type Catatan = { peristiwa: string; formulir: FormulirLengkap; baris: BarisIsian; bukti: readonly string[] }

/** Audit event of a change of evidence. */
export function catatBukti(tx: Tx, pelaku: Pelaku, { peristiwa, formulir, baris, bukti }: Catatan): Promise<void> {
  return catatJejak(tx, pelaku, {
    peristiwa,
    objekJenis: 'baris_formulir',
    objekId: baris.id,
    siklusId: formulir.siklusId,
    rincian: { nama: baris.kartu.kode, unit: formulir.unitNama, bukti },
    sebagai: ['KASI', 'STAF', 'DESA', 'SEKCAM'],
  })
}
