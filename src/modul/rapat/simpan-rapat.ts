import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak, perubahanIsian } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type AlamatLangkah, type KonteksLangkah, peranPelaksana, ubahLangkah } from '../siklus/index.ts'
import type { IsianRapat } from './isian.ts'
import { gabungkan, type HasilGabung } from './kelengkapan-rapat.ts'
import { ambilRapat, type Rapat } from './kueri.ts'

/** Roles that prepare the meeting and take its minutes. */
export const PENYIAP = ['TIM_SAKIP'] as const

/** Saves the whole page of the meeting. Throws Galat 403, 404, 409. */
export const simpanRapat = (db: BasisData, pelaku: Pelaku, alamat: AlamatLangkah, isian: IsianRapat): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    await tulisRapat(tx, pelaku, { konteks, isian })
  })

/** Compare-and-set on the meeting, then its participants and decisions; old and new into the audit trail. Returns what now stands. */
export async function tulisRapat(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, isian }: { konteks: KonteksLangkah; isian: IsianRapat },
): Promise<HasilGabung> {
  const lama = await ambilRapat(tx, konteks)
  const baru = gabungkan(lama, isian)
  const { peserta: _, keputusan: __, ...isi } = baru
  const { count } = await tx.rapat.updateMany({
    where: { id: lama.id, kecamatanId: pelaku.kecamatanId, versi: isian.versi },
    data: {
      ...isi,
      tanggal: tanggal(isi.tanggal),
      tanggalUndangan: tanggal(isi.tanggalUndangan),
      versi: { increment: 1 },
    },
  })
  if (count === 0) throw galat.sudahBerubah('Catatan rapat')
  await tulisPeserta(tx, pelaku, { lama, baru })
  await tulisKeputusan(tx, pelaku, { rapatId: lama.id, baru })
  await catatJejak(tx, pelaku, {
    peristiwa: 'rapat.disimpan',
    objekJenis: 'rapat',
    objekId: lama.id,
    siklusId: konteks.siklus.id,
    rincian: perubahanIsian(ringkas(lama), ringkas(baru)),
    sebagai: [...peranPelaksana(konteks), ...PENYIAP],
  })
  return baru
}

async function tulisPeserta(tx: Tx, pelaku: Pelaku, { lama, baru }: { lama: Rapat; baru: HasilGabung }): Promise<void> {
  const kecamatanId = pelaku.kecamatanId
  const tetap = new Set(baru.peserta.map((p) => p.id))
  const dihapus = lama.peserta.filter((p) => !tetap.has(p.id)).map((p) => p.id)
  if (dihapus.length > 0)
    await tx.pesertaRapat.deleteMany({ where: { id: { in: dihapus }, rapatId: lama.id, kecamatanId } })
  for (const [kehadiran, id] of menurutKehadiran(lama, baru))
    await tx.pesertaRapat.updateMany({ where: { id: { in: id }, rapatId: lama.id, kecamatanId }, data: { kehadiran } })
  const tambahan = baru.peserta.filter((p) => p.id === null)
  const mulai = lama.peserta.length + 1
  if (tambahan.length > 0)
    await tx.pesertaRapat.createMany({
      data: tambahan.map(({ id: _, ...p }, i) => ({ ...p, kecamatanId, rapatId: lama.id, urut: mulai + i })),
    })
}

/** Changed participants by their new attendance: at most four statements, however many people. */
function menurutKehadiran(lama: Rapat, baru: HasilGabung) {
  const dulu = new Map(lama.peserta.map((p) => [p.id, p.kehadiran]))
  const kelompok = new Map<Rapat['peserta'][number]['kehadiran'], string[]>()
  for (const p of baru.peserta)
    if (p.id !== null && dulu.get(p.id) !== p.kehadiran)
      kelompok.set(p.kehadiran, [...(kelompok.get(p.kehadiran) ?? []), p.id])
  return kelompok
}

async function tulisKeputusan(
  tx: Tx,
  pelaku: Pelaku,
  { rapatId, baru }: { rapatId: string; baru: HasilGabung },
): Promise<void> {
  const kecamatanId = pelaku.kecamatanId
  await tx.keputusanRapat.deleteMany({ where: { rapatId, kecamatanId } })
  await tx.keputusanRapat.createMany({
    data: baru.keputusan.map((k, i) => ({ ...k, kapan: tanggal(k.kapan), kecamatanId, rapatId, urut: i + 1 })),
  })
}

const ringkas = ({ peserta, keputusan, ...isi }: HasilGabung | Rapat) => {
  const { id: _, versi: __, ...pokok } = { id: '', versi: 0, ...isi }
  return {
    ...pokok,
    peserta: peserta.map((p) => `${p.nama}: ${p.kehadiran}`),
    keputusan: keputusan.map((k) => [k.apa, k.siapa, k.kapan]),
  }
}

const tanggal = (teks: string | null): Date | null => (teks === null ? null : new Date(teks))
