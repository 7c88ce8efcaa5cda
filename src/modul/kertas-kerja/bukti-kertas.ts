import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { BerkasDiterima, Gudang } from '../berkas/index.ts'
import { type IsianBukti, simpanBukti } from '../formulir/index.ts'
import { type KonteksLangkah, peranPelaksana, ubahLangkah } from '../siklus/index.ts'
import { ambilKertasKerja, type BarisKertas, barisDari, daftarBuktiKertas } from './kueri.ts'
import { type AlamatBarisKertas, pastikanBarisTerbuka } from './simpan-analisis.ts'

export type KirimanBukti = {
  readonly gudang: Gudang
  readonly isian: IsianBukti
  readonly berkas: readonly BerkasDiterima[]
}

/** Adds evidence to a figure that is typed in here. Throws Galat 403, 404, 409, 422. */
export const tambahBuktiKertas = (
  db: BasisData,
  pelaku: Pelaku,
  { barisId, ...alamat }: AlamatBarisKertas,
  kiriman: KirimanBukti,
): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    const baris = await ambilBarisSendiri(tx, konteks, barisId)
    const milik = {
      siklusId: konteks.siklus.id,
      unitId: null,
      barisId,
      jumlahAda: baris.jumlahBukti,
      sebagai: peranPelaksana(konteks),
    }
    const bukti = await simpanBukti(tx, pelaku, milik, kiriman)
    await catat(tx, pelaku, { konteks, baris, peristiwa: 'kertas-kerja.bukti-ditambah', bukti })
  })

/** Takes evidence off a figure; the file itself stays in the store, the audit trail names it. Throws Galat 403, 404, 409. */
export const hapusBuktiKertas = (
  db: BasisData,
  pelaku: Pelaku,
  { barisId, ...alamat }: AlamatBarisKertas,
  buktiId: string,
): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    const baris = await ambilBarisSendiri(tx, konteks, barisId)
    const semua = await daftarBuktiKertas(tx, pelaku, { siklusId: konteks.siklus.id, barisId })
    const satu = semua.find((b) => b.id === buktiId)
    const { count } = await tx.bukti.deleteMany({ where: { id: buktiId, barisId, kecamatanId: pelaku.kecamatanId } })
    if (!satu || count === 0) throw galat.tidakDitemukan('Bukti')
    const bukti = [satu.namaBerkas ?? (satu.tautan || satu.tempatKertas)]
    await catat(tx, pelaku, { konteks, baris, peristiwa: 'kertas-kerja.bukti-dihapus', bukti })
  })

/** The row of the step's Kertas Kerja, open and with figures of its own; evidence of other figures lies with their source. */
async function ambilBarisSendiri(tx: Tx, { siklus }: KonteksLangkah, barisId: string): Promise<BarisKertas> {
  const kertas = await ambilKertasKerja(tx, siklus)
  const baris = barisDari(kertas, barisId)
  pastikanBarisTerbuka(baris)
  if (kertas.kepala.sumber !== 'LANGSUNG')
    throw galat.bentrok('Angka ini diambil dari sumbernya, dan buktinya ada di sana.')
  return baris
}

type Kejadian = { konteks: KonteksLangkah; baris: BarisKertas; peristiwa: string; bukti: readonly string[] }
const catat = (tx: Tx, pelaku: Pelaku, { konteks, baris, peristiwa, bukti }: Kejadian): Promise<void> =>
  catatJejak(tx, pelaku, {
    peristiwa,
    objekJenis: 'kertas-kerja',
    objekId: baris.id,
    siklusId: konteks.siklus.id,
    rincian: { nama: baris.kartu.nama, bukti },
    sebagai: peranPelaksana(konteks),
  })
