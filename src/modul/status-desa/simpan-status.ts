import { cariDesimal } from '../../inti/angka/index.ts'
import { type BasisData, Prisma, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { PENULIS_STATUS } from './alur.ts'
import { bacaNilaiDesa, type IsianTabel, type KetikBaris, type NilaiDesa } from './isian.ts'
import { type DesaBerstatus, daftarBatas, daftarDesa, pada } from './kueri.ts'
import { batasPada, NAMA_STATUS, type UkuranDesa } from './status.ts'

/** One status to write: `data` null takes it away. */
export type StatusBaru = { readonly desa: DesaBerstatus; readonly data: NilaiDesa | null }
type Tahun = { readonly tahun: number; readonly ukuran: UkuranDesa; readonly sumber: string }
export type Tabel = IsianTabel & { readonly tahun: number; readonly baris: readonly KetikBaris[] }

/**
 * Saves the table of a year: every row or none. Rows nobody touched stay as they are; a row that somebody else changed
 * since the page was opened is a 409. Returns the field errors (`d.<number>.skor`), or null when done.
 */
export const simpanStatus = (db: BasisData, pelaku: Pelaku, { baris, ...isi }: Tabel): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx) => {
    const desa = new Map((await daftarDesa(tx, pelaku, { kunci: true })).map((d) => [d.id, d]))
    const aturan = { ukuran: isi.ukuran, batas: batasPada(await daftarBatas(tx, pelaku), isi.tahun) }
    const kesalahan: Record<string, string> = {}
    const baru: StatusBaru[] = []
    for (const [ke, ketik] of baris.entries()) {
      const milik = desa.get(ketik.desaId)
      if (!milik) throw galat.tidakDitemukan('Desa')
      const hasil = bacaNilaiDesa(ketik, aturan)
      for (const [bidang, teks] of Object.entries(hasil.kesalahan)) kesalahan[`d.${ke}.${bidang}`] = teks
      if (!berubah(milik, hasil.data, isi)) continue
      if ((pada(milik, isi.tahun)?.versi ?? 0) !== ketik.versi) throw galat.sudahBerubah(`Status desa ${milik.nama}`)
      baru.push({ desa: milik, data: hasil.data })
    }
    if (Object.keys(kesalahan).length > 0) return kesalahan
    await tulisStatus(tx, pelaku, { ...isi, baru })
    return null
  })

function berubah(desa: DesaBerstatus, data: NilaiDesa | null, { tahun, ukuran, sumber }: Tahun): boolean {
  const lama = pada(desa, tahun)
  if (!lama || !data) return Boolean(lama) !== Boolean(data)
  return (
    lama.status !== data.status || !samaSkor(lama.skor, data.skor) || lama.ukuran !== ukuran || lama.sumber !== sumber
  )
}

/** 0.75 and 0.7500 are one score; blank is none. */
function samaSkor(a: string | null, b: string | null): boolean {
  const [kiri, kanan] = [cariDesimal(a ?? ''), cariDesimal(b ?? '')]
  return kiri && kanan ? kiri.eq(kanan) : kiri === kanan
}

/** Writes the status of desa in a year inside a change, with one audit event that names old and new. */
export async function tulisStatus(
  tx: Tx,
  pelaku: Pelaku,
  { tahun, ukuran, sumber, baru }: Tahun & { readonly baru: readonly StatusBaru[] },
): Promise<void> {
  if (baru.length === 0) return
  for (const { desa, data } of baru) {
    if (data) await tulisSatu(tx, pelaku, { tahun, ukuran, sumber, desaId: desa.id, data })
    else await tx.statusDesa.deleteMany({ where: { desaId: desa.id, tahun, kecamatanId: pelaku.kecamatanId } })
  }
  const sebut = (isi: NilaiDesa | null) =>
    isi ? `${NAMA_STATUS[isi.status]}${isi.skor ? ` (${isi.skor})` : ''}` : null
  await catatJejak(tx, pelaku, {
    peristiwa: 'status-desa.disimpan',
    objekJenis: 'status-desa',
    objekId: String(tahun),
    rincian: {
      tahun,
      ukuran,
      sumber,
      jumlah: baru.length,
      perubahan: Object.fromEntries(
        baru.map(({ desa, data }) => [desa.nama, { lama: sebut(pada(desa, tahun)), baru: sebut(data) }]),
      ),
    },
    sebagai: PENULIS_STATUS,
  })
}

type Satu = Tahun & { readonly desaId: string; readonly data: NilaiDesa }
const tulisSatu = (tx: Tx, pelaku: Pelaku, { tahun, ukuran, sumber, desaId, data }: Satu) =>
  tx.$executeRaw(Prisma.sql`
    insert into status_desa (kecamatan_id, desa_id, tahun, ukuran, skor, status, sumber, diubah_pada, diubah_oleh)
    values (${pelaku.kecamatanId}::uuid, ${desaId}::uuid, ${tahun}, ${ukuran}::ukuran_desa, ${data.skor}::numeric,
      ${data.status}::status_kemajuan_desa, ${sumber}, ${jam.sekarang()}, ${pelaku.nama})
    on conflict (desa_id, tahun) do update set ukuran = excluded.ukuran, skor = excluded.skor, status = excluded.status,
      sumber = excluded.sumber, diubah_pada = excluded.diubah_pada, diubah_oleh = excluded.diubah_oleh, versi = status_desa.versi + 1`)
