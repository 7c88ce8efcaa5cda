import { createHash } from 'node:crypto'
import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import { jsonKanonik } from '../../../inti/json-kanonik.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../../inti/waktu/index.ts'
import { PENYUSUN_SOP, pastikanHakSop } from '../alur.ts'
import type { KesalahanSop } from '../baca-yaml.ts'
import type { DefinisiSop } from '../definisi.ts'
import { ambilVersiSop, pengajuSop, type VersiSop } from '../kueri.ts'

/** What a change of a draft leaves: the draft, and the event that tells it. */
export type HasilUbah = {
  readonly definisi: DefinisiSop
  readonly peristiwa: string
  readonly rincian: Readonly<Record<string, unknown>>
  /** remarks about the brought file that are settled by this change */
  readonly selesai?: (catatan: KesalahanSop) => boolean
}

/** The version, locked until the transaction ends; 404 when it is not this person's to see. */
export async function kunciVersiSop(tx: Tx, pelaku: Pelaku, id: string): Promise<VersiSop> {
  await tx.$queryRaw`select 1 from versi_sop where id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
  return ambilVersiSop({ baca: tx }, pelaku, { id, hari: tanggalLokal(jam.sekarang(), pelaku.zonaWaktu) })
}

/**
 * One change of a draft's content, in one transaction: locked, checked, written, recorded. `ubah` sees the draft as it is
 * now and throws when the page was made from an older one (`pastikanSidik`, `pastikanVersi`).
 */
export const ubahDraf = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  ubah: (versi: VersiSop) => HasilUbah,
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const versi = await kunciVersiSop(tx, pelaku, id)
    pastikanHakSop(pelaku, { keadaan: versi.keadaan, pengajuId: pengajuSop(versi)?.pegawaiId ?? null }, 'UBAH')
    const { definisi, peristiwa, rincian, selesai } = ubah(versi)
    await tx.versiSop.updateMany({
      where: { id, kecamatanId: pelaku.kecamatanId },
      data: {
        ...kolomDefinisi(definisi),
        catatanBerkas: versi.catatanBerkas.filter((c) => !selesai?.(c)),
        versi: { increment: 1 },
      },
    })
    await samakanSop(tx, versi, definisi)
    await catatJejak(tx, pelaku, {
      peristiwa,
      objekJenis: 'sop',
      objekId: id,
      rincian: { sop: definisi.nama, ...rincian },
      sebagai: PENYUSUN_SOP,
    })
  })

/** Columns of versi_sop that repeat parts of the definition. */
export const kolomDefinisi = (definisi: DefinisiSop) => ({
  definisi,
  periode: definisi.periode,
  identitas: definisi.identitas,
  catatan: definisi.catatan,
})

/** Name, code and purpose belong to the SOP; while none of its versions was approved, the draft decides on them. */
async function samakanSop(tx: Tx, versi: VersiSop, { kode, nama, tujuan }: DefinisiSop): Promise<void> {
  if (versi.nomorVersi !== 1) return
  const data = { kode, nama, tujuan }
  const lama = { kode: versi.kodeSop, nama: versi.nama, tujuan: versi.tujuan }
  if (jsonKanonik(data) !== jsonKanonik(lama)) await tx.sop.updateMany({ where: { id: versi.sopId }, data })
}

/** Fingerprint of a part of a draft: two people may change different steps; of two who change one, the second is told. */
export const sidikBagian = (bagian: unknown): string =>
  createHash('sha256').update(jsonKanonik(bagian)).digest('hex').slice(0, 20)

/** Throws 409 unless the part is still what the page showed. */
export function pastikanSidik(bagian: unknown, sidik: string, benda: string): void {
  if (sidikBagian(bagian) !== sidik) throw galat.sudahBerubah(benda)
}

/** Throws 409 unless nothing of the draft changed since the page was made: for what depends on the whole (order, removal). */
export function pastikanVersi(versi: Pick<VersiSop, 'versi'>, dilihat: number): void {
  if (versi.versi !== dilihat) throw galat.sudahBerubah('Draf SOP ini')
}

/** Only the fields that changed, old and new, for the event. Compared without regard to the order of keys. */
export function bedaBagian<T extends object>(lama: T, baru: T) {
  const kunci = (Object.keys({ ...lama, ...baru }) as (keyof T)[]).filter(
    (k) => jsonKanonik(lama[k] ?? null) !== jsonKanonik(baru[k] ?? null),
  )
  const pilih = (isi: T) => Object.fromEntries(kunci.map((k) => [k, isi[k] ?? null]))
  return { lama: pilih(lama), baru: pilih(baru) }
}
