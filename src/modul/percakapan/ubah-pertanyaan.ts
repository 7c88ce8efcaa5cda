import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { bolehMenarik, pastikanPertanyaan, type StatusPertanyaan, statusDari } from './alur.ts'
import { ambilPertanyaan, type Pertanyaan } from './kueri.ts'
import { batasiPesan, kunciSiklusBerjalan, sebutanPenulis, tulisPesan } from './kunci-percakapan.ts'

/** Answers a question, or asks on as its asker. Throws Galat 403, 404, 409, 429. */
export const jawabPertanyaan = (db: BasisData, pelaku: Pelaku, id: string, teks: string): Promise<void> =>
  denganPertanyaan(db, pelaku, id, async (tx, q) => {
    pastikanPertanyaan(pelaku, q, 'MENJAWAB')
    await batasiPesan(tx, pelaku)
    const urut = (q.pesan.at(-1)?.urut ?? 0) + 1
    await tulisPesan(tx, pelaku, { siklusId: q.siklusId, unitId: q.unitId, pertanyaanId: q.id, urut, teks })
    const status = q.penanyaId === pelaku.pegawaiId ? 'TERBUKA' : 'DIJAWAB'
    await ubah(tx, pelaku, q, { status, peristiwa: 'percakapan.dijawab' })
  })

/** Marks a question as settled. Throws Galat 403, 404, 409: also when somebody wrote since the page was opened. */
export const selesaikanPertanyaan = (
  db: BasisData,
  pelaku: Pelaku,
  { id, versi }: { id: string; versi: number },
): Promise<void> =>
  denganPertanyaan(db, pelaku, id, async (tx, q) => {
    pastikanPertanyaan(pelaku, q, 'SELESAIKAN')
    if (q.versi !== versi) throw galat.sudahBerubah('Percakapan ini')
    await ubah(tx, pelaku, q, { status: 'SELESAI', peristiwa: 'percakapan.diselesaikan' })
  })

/** The writer takes a message back: its text is shown no more, that it was there stays. Throws Galat 403, 404, 409. */
export const tarikPesan = (
  db: BasisData,
  pelaku: Pelaku,
  { id, pesanId }: { id: string; pesanId: string },
): Promise<void> =>
  denganPertanyaan(db, pelaku, id, async (tx, q) => {
    const pesan = q.pesan.find((p) => p.id === pesanId)
    if (!pesan) throw galat.tidakDitemukan('Pesan')
    if (pesan.penulisId !== pelaku.pegawaiId) throw galat.tidakBerwenang('Pesan ditarik oleh penulisnya sendiri.')
    if (!bolehMenarik(pelaku, q, pesan, q.pesan))
      throw galat.bentrok(
        'Pesan ini tidak dapat ditarik: sudah ditarik, pertanyaannya sudah dijawab, atau percakapannya sudah selesai. Muat ulang halaman.',
      )
    const kini = jam.sekarang()
    await tx.pesanPercakapan.updateMany({
      where: { id: pesanId, kecamatanId: pelaku.kecamatanId },
      data: { ditarikPada: kini },
    })
    const sisa = q.pesan.map((p) => (p.id === pesanId ? { ...p, ditarikPada: kini } : p))
    await ubah(tx, pelaku, q, { status: statusDari(q.penanyaId, sisa), peristiwa: 'percakapan.ditarik' })
  })

/** Runs a change of one question with its siklus locked: one after the other, and never while it is sealed. */
const denganPertanyaan = (
  db: BasisData,
  pelaku: Pelaku,
  id: string,
  kerja: (tx: Tx, q: Pertanyaan) => Promise<void>,
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const { baris } = await ambilPertanyaan(tx, pelaku, id)
    await kunciSiklusBerjalan(tx, pelaku, baris.formulir)
    await kerja(tx, (await ambilPertanyaan(tx, pelaku, id)).pertanyaan)
  })

type Perubahan = { readonly status: StatusPertanyaan; readonly peristiwa: string }
async function ubah(tx: Tx, pelaku: Pelaku, q: Pertanyaan, { status, peristiwa }: Perubahan): Promise<void> {
  const kini = jam.sekarang()
  const tutup = status === 'SELESAI' || status === 'DITARIK'
  const penutup = tutup
    ? { penutup: pelaku.nama, jabatanPenutup: sebutanPenulis(pelaku, q.unitId), ditutupPada: kini }
    : {}
  const { count } = await tx.pertanyaan.updateMany({
    where: { id: q.id, kecamatanId: pelaku.kecamatanId, versi: q.versi },
    data: { status, berubahPada: kini, versi: { increment: 1 }, ...penutup },
  })
  if (count === 0) throw galat.sudahBerubah('Percakapan ini')
  await catatJejak(tx, pelaku, {
    peristiwa,
    objekJenis: 'pertanyaan',
    objekId: q.id,
    siklusId: q.siklusId,
    rincian: { nama: q.nama, unit: q.unit },
  })
}
