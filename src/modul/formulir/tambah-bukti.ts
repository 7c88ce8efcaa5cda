import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, type Peran, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { type BerkasDiterima, type Gudang, simpanBerkas } from '../berkas/index.ts'
import { bolehBaris, pastikanBolehBaris } from './delegasi/pembagian.ts'
import type { IsianBukti } from './isian.ts'
import { pastikanBisaDiisi } from './jelaskan-penolakan.ts'
import { ambilFormulir, type BarisIsian, type FormulirLengkap } from './kueri.ts'
import { barisDari, daftarBukti } from './kueri-bukti.ts'

const MAKS_BUKTI = 30
type Alamat = { readonly formulirId: string; readonly barisId: string }
type Kiriman = { readonly gudang: Gudang; readonly isian: IsianBukti; readonly berkas: readonly BerkasDiterima[] }
const HILANG = 'Berkas belum sampai seluruhnya. Pilih berkasnya sekali lagi, lalu simpan.'

/**
 * Adds evidence to a row, and to further rows of the form that it proves as well: files, a file that is evidence already (one
 * content, no copy), a link, or where the paper lies. Only while the rows are open. `hilang`: an upload in pieces that the
 * form names is not there. Throws Galat 403, 404, 409, 422.
 */
export function tambahBukti(
  db: BasisData,
  pelaku: Pelaku,
  alamat: Alamat,
  { hilang = false, ...kiriman }: Kiriman & { readonly hilang?: boolean },
): Promise<void> {
  return transaksi(db, pelaku, async (tx) => {
    // asked here: the same form sent twice is told so first
    if (hilang) throw galat.tidakSesuai(HILANG)
    const { formulir, baris } = await ambilBarisTerbuka(tx, pelaku, alamat)
    const juga = formulir.baris.filter(
      (b) => b.id !== baris.id && b.terbuka && bolehBaris(pelaku, formulir, b.id) && kiriman.isian.juga.includes(b.id),
    )
    const { siklusId, unitId } = formulir
    const jumlahAda = Math.max(...[baris, ...juga].map((b) => b.jumlahBukti))
    const milik = {
      siklusId,
      unitId,
      barisId: baris.id,
      jumlahAda,
      sebagai: PENGISI_BUKTI,
      juga: juga.map((b) => b.id),
    }
    const bukti =
      kiriman.isian.jenis === 'ada'
        ? await pakaiBerkasAda(tx, pelaku, { ...milik, formulirId: formulir.id, isian: kiriman.isian })
        : await simpanBukti(tx, pelaku, milik, kiriman)
    for (const satu of [baris, ...juga])
      await catatBukti(tx, pelaku, { peristiwa: 'formulir.bukti-ditambah', formulir, baris: satu, bukti })
  })
}

/** A file of this form becomes evidence of further values: rows only, the content is stored once. */
async function pakaiBerkasAda(
  tx: Tx,
  pelaku: Pelaku,
  { formulirId, isian, ...milik }: MilikBukti & { formulirId: string; isian: IsianBukti },
): Promise<string[]> {
  const ada = (await daftarBukti(tx, pelaku, { formulirId })).find((b) => b.berkasId === isian.berkasId)
  if (!ada?.berkasId) throw galat.tidakSesuai('Berkas itu tidak ada lagi di formulir ini. Pilih yang lain.')
  pastikanCukup(milik.jumlahAda + 1)
  await catatBaris(tx, pelaku, { ...milik, keterangan: isian.keterangan, isi: { berkasId: ada.berkasId } })
  return [ada.namaBerkas ?? '']
}

const PENGISI_BUKTI = ['KASI', 'STAF', 'DESA', 'SEKCAM'] as const satisfies readonly Peran[]
type MilikBukti = {
  readonly siklusId: string
  /** null: not the paper of one unit */
  readonly unitId: string | null
  readonly barisId: string
  readonly jumlahAda: number
  readonly sebagai: readonly Peran[]
  /** further rows that it proves */
  readonly juga?: readonly string[]
}

/** Stores evidence of a value, of a form's row or of another table's; the names of what was added. Throws Galat 422. */
export async function simpanBukti(
  tx: Tx,
  pelaku: Pelaku,
  milik: MilikBukti,
  { gudang, isian, berkas }: Kiriman,
): Promise<string[]> {
  if (isian.jenis === 'ada')
    throw galat.tidakSesuai('Berkas yang sudah ada hanya dapat dipakai di dalam satu formulir.')
  const jumlah = isian.jenis === 'berkas' ? berkas.length : 1
  if (jumlah === 0) throw galat.tidakSesuai('Pilih berkasnya dahulu.')
  pastikanCukup(milik.jumlahAda + jumlah)
  const { siklusId, unitId } = milik
  const { keterangan } = isian
  if (isian.jenis !== 'berkas') {
    const isi = isian.jenis === 'tautan' ? { tautan: isian.tautan } : { tempatKertas: isian.tempatKertas }
    await catatBaris(tx, pelaku, { ...milik, keterangan, isi })
    return Object.values(isi)
  }
  for (const satu of berkas) {
    const tersimpan = await simpanBerkas(tx, pelaku, { gudang, berkas: satu, milik: { siklusId, unitId } })
    await catatBaris(tx, pelaku, { ...milik, keterangan, isi: { berkasId: tersimpan.id } })
  }
  return berkas.map((b) => b.nama)
}

function pastikanCukup(jumlah: number): void {
  if (jumlah > MAKS_BUKTI) throw galat.tidakSesuai(`Paling banyak ${MAKS_BUKTI} bukti untuk satu indikator.`)
}

type IsiBukti = { readonly berkasId: string } | { readonly tautan: string } | { readonly tempatKertas: string }

async function catatBaris(
  tx: Tx,
  pelaku: Pelaku,
  { siklusId, barisId, juga = [], sebagai, keterangan, isi }: MilikBukti & { keterangan: string; isi: IsiBukti },
): Promise<void> {
  const dasar = {
    kecamatanId: pelaku.kecamatanId,
    siklusId,
    keterangan,
    dibuatOleh: `${pelaku.nama}, ${sebutanJabatan(pelaku, sebagai)}`,
    dibuatPada: jam.sekarang(),
  }
  await tx.bukti.createMany({ data: [barisId, ...juga].map((satu) => ({ ...dasar, ...isi, barisId: satu })) })
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
  pastikanBolehBaris(pelaku, formulir, [baris.id])
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
