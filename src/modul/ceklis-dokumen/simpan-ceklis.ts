import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak, perubahanIsian } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type BerkasDiterima, type Gudang, simpanBerkas } from '../berkas/index.ts'
import {
  type AlamatLangkah,
  type HasilPenyelesaian,
  type KonteksLangkah,
  type Penyelesaian,
  peranPelaksana,
  selesaikanLangkah,
  ubahLangkah,
} from '../siklus/index.ts'
import { type IsianCeklis, type IsianDokumen, MAKS_DOKUMEN } from './isian.ts'
import { type DokumenCeklis, daftarDokumenCeklis } from './kueri.ts'

/** `berkas`: uploaded files by the number of their row. */
export type Kiriman = {
  readonly isian: IsianCeklis
  readonly berkas: ReadonlyMap<number, BerkasDiterima>
  readonly gudang: Gudang
}

/** Saves the rows of the checklist. Throws Galat 403, 404, 409, 422. */
export const simpanCeklis = (db: BasisData, pelaku: Pelaku, alamat: AlamatLangkah, kiriman: Kiriman): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, (tx, konteks) => tulisCeklis(tx, pelaku, { konteks, ...kiriman }))

/** Saves and finishes: every document decided. The SOP's pelaksana only. Throws Galat 403, 404, 409, 422. */
export const selesaikanCeklis = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { penyelesaian, ...kiriman }: Kiriman & { readonly penyelesaian: Penyelesaian },
): Promise<HasilPenyelesaian> =>
  selesaikanLangkah(db, pelaku, alamat, {
    penyelesaian,
    sebelum: (tx, konteks) => tulisCeklis(tx, pelaku, { konteks, ...kiriman }),
  })

type Tulis = Kiriman & { readonly konteks: KonteksLangkah }

/** Each row by its own compare-and-set, so that several people may search for different documents. */
async function tulisCeklis(tx: Tx, pelaku: Pelaku, { konteks, isian, berkas, gudang }: Tulis): Promise<void> {
  const lama = await daftarDokumenCeklis(tx, konteks)
  const ada = new Map(lama.map((d) => [d.id, d]))
  const tersisa = lama.length - isian.dokumen.filter((d) => d.id !== null && d.dihapus).length
  if (tersisa + isian.dokumen.filter((d) => d.id === null).length > MAKS_DOKUMEN)
    throw galat.tidakSesuai(`Ceklis memuat paling banyak ${MAKS_DOKUMEN} dokumen. Hapus yang tidak perlu.`)
  let urut = lama.at(-1)?.urut ?? 0
  for (const d of isian.dokumen) {
    const satu = d.id === null ? null : ada.get(d.id)
    if (satu === undefined) throw galat.sudahBerubah('Ceklis dokumen')
    const unggahan = d.dihapus ? undefined : berkas.get(d.nomor)
    const berkasId = unggahan
      ? (
          await simpanBerkas(tx, pelaku, {
            gudang,
            berkas: unggahan,
            milik: { siklusId: konteks.siklus.id, unitId: null },
          })
        ).id
      : d.lepasBerkas
        ? null
        : (satu?.berkasId ?? null)
    // a file in hand says that the document is there
    const baru = {
      ...isi(satu ? { ...d, nama: satu.nama } : d),
      berkasId,
      status: unggahan && d.status === 'BELUM' ? ('ADA' as const) : d.status,
    }
    if (satu) await ubahSatu(tx, pelaku, { konteks, lama: satu, isian: d, baru })
    else await tambahSatu(tx, pelaku, { konteks, baru, urut: ++urut })
  }
}

type Isi = ReturnType<typeof isi> & { berkasId: string | null }
async function ubahSatu(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, lama, isian, baru }: { konteks: KonteksLangkah; lama: DokumenCeklis; isian: IsianDokumen; baru: Isi },
) {
  const dulu = { ...isi(lama), berkasId: lama.berkasId }
  if (!isian.dihapus && JSON.stringify(dulu) === JSON.stringify(baru)) return
  const where = { id: lama.id, kecamatanId: pelaku.kecamatanId, versi: isian.versi }
  const { count } = isian.dihapus
    ? await tx.dokumenCeklis.deleteMany({ where })
    : await tx.dokumenCeklis.updateMany({ where, data: { ...baru, versi: { increment: 1 } } })
  if (count === 0) throw galat.sudahBerubah(`Dokumen "${lama.nama}"`)
  const rincian = isian.dihapus ? { nama: lama.nama, lama: dulu } : { nama: lama.nama, ...perubahanIsian(dulu, baru) }
  await catat(tx, pelaku, {
    konteks,
    peristiwa: isian.dihapus ? 'ceklis-dokumen.dihapus' : 'ceklis-dokumen.diubah',
    rincian,
  })
}

async function tambahSatu(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, baru, urut }: { konteks: KonteksLangkah; baru: Isi; urut: number },
) {
  const { siklus, langkah } = konteks
  await tx.dokumenCeklis.createMany({
    data: [{ ...baru, kecamatanId: pelaku.kecamatanId, siklusId: siklus.id, langkahId: langkah.id, urut }],
  })
  await catat(tx, pelaku, { konteks, peristiwa: 'ceklis-dokumen.ditambah', rincian: { ...baru } })
}

type Kejadian = { konteks: KonteksLangkah; peristiwa: string; rincian: Record<string, unknown> }
const catat = (tx: Tx, pelaku: Pelaku, { konteks, peristiwa, rincian }: Kejadian) =>
  catatJejak(tx, pelaku, {
    peristiwa,
    objekJenis: 'ceklis-dokumen',
    objekId: konteks.langkah.id,
    siklusId: konteks.siklus.id,
    rincian,
    sebagai: peranPelaksana(konteks),
  })

const isi = ({ nama, status, tempatKertas, tautan, keterangan }: DokumenCeklis | IsianDokumen) => ({
  nama,
  status,
  tempatKertas,
  tautan,
  keterangan,
})
