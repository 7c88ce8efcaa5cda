import { createHash } from 'node:crypto'
import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { jsonKanonik } from '../../inti/json-kanonik.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { pastikanBoleh, pastikanPenulis } from './alur.ts'
import { type BarisBeda, bedakan, perubahanDari } from './bedakan.ts'
import type { DefinisiImpor, IsiBuku, NilaiBaris, Perubahan } from './definisi.ts'
import { ambilImpor, daftarBarisImpor, type Impor } from './kueri.ts'
import { simpanBaris } from './simpan-baris.ts'

type Permintaan = { readonly definisi: DefinisiImpor; readonly id: string; readonly versi: number }

/**
 * Writes all new and changed rows of a preview, in one transaction. The rows are compared once more with what is there
 * now, locked: when somebody changed something since the preview, nothing is written, the preview is renewed, and the
 * answer is 'DIPERBARUI'. Throws Galat 403, 404, 409 (state, refused rows, nothing to do).
 */
export const terapkanImpor = (
  db: BasisData,
  pelaku: Pelaku,
  { definisi, id, versi }: Permintaan,
): Promise<'DITERAPKAN' | 'DIPERBARUI'> =>
  transaksi(db, pelaku, async (tx) => {
    pastikanPenulis(definisi, pelaku)
    const impor = await kunciImpor(tx, pelaku, { definisi, id, versi })
    pastikanBoleh(impor.status, 'TERAPKAN')
    const konteks = { tahun: impor.tahun }
    const dulu = await daftarBarisImpor(tx, pelaku, { imporId: id, status: ['BARU', 'BERUBAH', 'SAMA', 'DITOLAK'] })
    pastikanDapatDiterapkan(dulu)
    const persiapan = await definisi.siapkan(tx, pelaku, { ...konteks, kunci: true })
    const isi = isiDari(dulu, impor)
    const kini = bedakan(persiapan, isi, persiapan.periksa?.(isi) ?? [])
    if (jsonKanonik(kini) !== jsonKanonik(dulu)) {
      await simpanBaris(tx, pelaku, { imporId: id, beda: kini })
      await tandai(tx, pelaku, { impor, definisi, peristiwa: 'impor.diperbarui' })
      return 'DIPERBARUI'
    }
    const perubahan = perubahanDari(kini)
    await definisi.terapkan(tx, pelaku, perubahan, konteks)
    const data = {
      status: 'DITERAPKAN',
      diterapkanPada: jam.sekarang(),
      diterapkanOleh: sebutan(pelaku, definisi),
    } as const
    await tandai(tx, pelaku, { impor, definisi, peristiwa: 'impor.diterapkan', data, perubahan })
    return 'DITERAPKAN'
  })

const sebutan = (pelaku: Pelaku, definisi: DefinisiImpor): string =>
  `${pelaku.nama}, ${sebutanJabatan(pelaku, definisi.penulis)}`

function pastikanDapatDiterapkan(baris: readonly BarisBeda[]): void {
  if (baris.some((b) => b.status === 'DITOLAK'))
    throw galat.bentrok('Masih ada baris yang ditolak. Perbaiki di berkas Excel, lalu unggah lagi.')
  if (perubahanDari(baris).length === 0) throw galat.bentrok('Tidak ada perbedaan yang perlu diterapkan.')
}

/** The rows as the file had them: without the columns that it lacked. */
function isiDari(baris: readonly BarisBeda[], { susunan }: Impor): IsiBuku {
  const isi = susunan.map(({ kode, ada }) => {
    const milik = baris.filter((b) => b.lembar === kode)
    return [kode, milik.map(({ nomor, baru }) => ({ nomor, nilai: hanya(baru, ada) }))] as const
  })
  return Object.fromEntries(isi)
}

const hanya = (nilai: NilaiBaris, kolom: readonly string[]): NilaiBaris =>
  Object.fromEntries(kolom.map((k) => [k, nilai[k] ?? null]))

/** The import, locked until the transaction ends; 409 when it has another version by now. */
export async function kunciImpor(tx: Tx, pelaku: Pelaku, { definisi, id, versi }: Permintaan): Promise<Impor> {
  await tx.$queryRaw`select 1 from impor where id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
  const impor = await ambilImpor(tx, pelaku, { jenis: definisi.kode, id })
  if (impor.versi !== versi) throw galat.sudahBerubah('Impor ini')
  return impor
}

type Tanda = {
  impor: Impor
  definisi: DefinisiImpor
  peristiwa: string
  data?: object
  perubahan?: readonly Perubahan[]
  alasan?: string
}
/** New state with its audit event. The checksum makes the written rows part of the chain without copying them. */
export async function tandai(tx: Tx, pelaku: Pelaku, { impor, definisi, peristiwa, data, perubahan, alasan }: Tanda) {
  await tx.impor.updateMany({
    where: { id: impor.id, kecamatanId: pelaku.kecamatanId },
    data: { ...data, versi: { increment: 1 } },
  })
  const rincian = {
    nama: definisi.nama,
    berkas: impor.namaBerkas,
    tahun: impor.tahun,
    ...(perubahan && {
      barisBaru: perubahan.filter((p) => p.lama === null).length,
      barisBerubah: perubahan.filter((p) => p.lama !== null && p.baru !== null).length,
      sidikBaris: createHash('sha256').update(jsonKanonik(perubahan)).digest('hex'),
    }),
    ...(alasan !== undefined && { alasan }),
  }
  await catatJejak(tx, pelaku, {
    peristiwa,
    objekJenis: 'impor',
    objekId: impor.id,
    rincian,
    sebagai: definisi.penulis,
  })
}
