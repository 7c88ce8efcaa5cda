import { createHash } from 'node:crypto'
import type { Tx } from '../../inti/basis-data/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { jsonKanonik } from '../../inti/json-kanonik.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { SQL_REKAP } from '../formulir/index.ts'
import { type KonteksLangkah, peranPelaksana } from '../siklus/index.ts'
import type { IsiRekap } from './isi-rekap.ts'
import { ambilRekapKini, ambilVersiRekap } from './kueri.ts'

/** Freezes the recap as the next version, in the transaction that finishes the step. Returns the version number. */
export async function bekukanRekap(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, catatan }: { konteks: KonteksLangkah; catatan: string },
): Promise<number> {
  const isi = await ambilRekapKini(tx, pelaku, konteks.siklus, konteks)
  const jumlah = await nomorTerakhir(tx, pelaku, konteks.siklus.id)
  const sha256 = createHash('sha256').update(jsonKanonik(isi)).digest('hex')
  const peran = peranPelaksana(konteks)
  const { id } = await tx.rekap.create({
    data: {
      kecamatanId: pelaku.kecamatanId,
      siklusId: konteks.siklus.id,
      langkahId: konteks.langkah.id,
      nomorVersi: jumlah + 1,
      isi: isi as object,
      sha256,
      catatan,
      dibekukanPada: jam.sekarang(),
      dibekukanOleh: pelaku.nama,
      jabatanPembeku: sebutanJabatan(pelaku, peran),
    },
    select: { id: true },
  })
  await catatJejak(tx, pelaku, {
    peristiwa: 'rekap.dibekukan',
    objekJenis: 'rekap',
    objekId: id,
    siklusId: konteks.siklus.id,
    rincian: { versi: jumlah + 1, sha256 },
    sebagai: peran,
  })
  return jumlah + 1
}

/** Number of the newest version, frozen or made by a koreksi; 0: there is none. */
export async function nomorTerakhir(tx: Tx, pelaku: Pelaku, siklusId: string): Promise<number> {
  const [baris] = await tx.$queryRaw<{ nomor: number }[]>`
    select coalesce(max(r.nomor_versi), 0)::int as nomor from ${SQL_REKAP} r
    where r.siklus_id = ${siklusId}::uuid and r.kecamatan_id = ${pelaku.kecamatanId}::uuid`
  return baris?.nomor ?? 0
}

/** Everybody whose work is in the newest frozen recap (pegawaiId): who handed in a form, who filled in a value. */
export async function pengisiRekap(tx: Tx, pelaku: Pelaku, { siklus }: KonteksLangkah): Promise<string[]> {
  const [terakhir] = await ambilVersiRekap(tx, pelaku, { siklusId: siklus.id, batas: 1 })
  return terakhir ? kumpulkanPengisi(terakhir.isi) : []
}

const kumpulkanPengisi = ({ unit }: IsiRekap): string[] => [
  ...new Set(unit.flatMap((u) => [u.penyerahId, ...u.baris.map((b) => b.pengisiId)]).filter((id) => id !== null)),
]
