import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak, perubahanIsian } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { type AlamatLangkah, type KonteksLangkah, peranPelaksana, ubahLangkah } from '../siklus/index.ts'
import type { IsianTemuan } from './isian.ts'
import { ambilPilihan, ambilTemuan, daftarTemuan, type Temuan } from './kueri.ts'

export type AlamatTemuan = AlamatLangkah & { readonly temuanId: string }

/** Adds a finding. Throws Galat 403, 404, 409, 422. */
export const tambahTemuan = (db: BasisData, pelaku: Pelaku, alamat: AlamatLangkah, isian: IsianTemuan): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    const isi = await susunIsi(tx, pelaku, { konteks, isian, lama: null })
    await buatTemuan(tx, konteks, isi)
    await catat(tx, pelaku, { konteks, peristiwa: 'monev.temuan-ditambah', rincian: { ...isi } })
  })

/** Changes a finding; once its recommendation is being followed up, only finding and cause. Throws Galat 403, 404, 409, 422. */
export const ubahTemuan = (
  db: BasisData,
  pelaku: Pelaku,
  { temuanId, ...alamat }: AlamatTemuan,
  isian: IsianTemuan,
): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    const lama = await ambilTemuan(tx, konteks, temuanId)
    const isi = await susunIsi(tx, pelaku, { konteks, isian, lama })
    const { count } = await tx.temuanMonev.updateMany({
      where: { id: temuanId, kecamatanId: pelaku.kecamatanId, versi: isian.versi },
      data: { ...kolom(isi), versi: { increment: 1 } },
    })
    if (count === 0) throw galat.sudahBerubah('Temuan ini')
    const rincian = { temuan: isi.temuan, ...perubahanIsian(isiTemuan(lama), isi) }
    await catat(tx, pelaku, { konteks, peristiwa: 'monev.temuan-diubah', rincian })
  })

/** Takes a finding out again while nobody follows it up. Throws Galat 403, 404, 409. */
export const hapusTemuan = (
  db: BasisData,
  pelaku: Pelaku,
  { temuanId, ...alamat }: AlamatTemuan,
  versi: number,
): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    const lama = await ambilTemuan(tx, konteks, temuanId)
    if (lama.tindakLanjutId !== null)
      throw galat.bentrok('Rekomendasi temuan ini sudah menjadi tindak lanjut, jadi temuannya tidak dapat dihapus.')
    const { count } = await tx.temuanMonev.deleteMany({
      where: { id: temuanId, kecamatanId: pelaku.kecamatanId, versi },
    })
    if (count === 0) throw galat.sudahBerubah('Temuan ini')
    await catat(tx, pelaku, { konteks, peristiwa: 'monev.temuan-dihapus', rincian: { ...isiTemuan(lama) } })
  })

export type IsiTemuan = Pick<
  Temuan,
  'indikatorId' | 'unitId' | 'temuan' | 'penyebab' | 'rekomendasi' | 'pegawaiId' | 'penanggungJawab' | 'tenggat'
>
const isiTemuan = (t: Temuan): IsiTemuan => {
  const { indikatorId, unitId, temuan, penyebab, rekomendasi, pegawaiId, penanggungJawab, tenggat } = t
  return { indikatorId, unitId, temuan, penyebab, rekomendasi, pegawaiId, penanggungJawab, tenggat }
}
const kolom = ({ tenggat, ...isi }: IsiTemuan) => ({ ...isi, tenggat: tenggat ? new Date(tenggat) : null })

type Bahan = { readonly konteks: KonteksLangkah; readonly isian: IsianTemuan; readonly lama: Temuan | null }

/** What is written: what was chosen exists, the person by name and post of today. */
async function susunIsi(tx: Tx, pelaku: Pelaku, { konteks, isian, lama }: Bahan): Promise<IsiTemuan> {
  const { versi: _, ...isi } = isian
  const pilihan = await ambilPilihan(tx, konteks, tanggalLokal(jam.sekarang(), pelaku.zonaWaktu))
  const tetap = (daftar: readonly { id: string }[], id: string | null, dulu: string | null | undefined) =>
    id === null || id === dulu || daftar.some((d) => d.id === id)
  if (!tetap(pilihan.indikator, isi.indikatorId, lama?.indikatorId) || !tetap(pilihan.unit, isi.unitId, lama?.unitId))
    throw galat.tidakSesuai('Indikator atau unit itu tidak ada di kantor ini. Pilih dari daftar.')
  if (lama?.tindakLanjutId) {
    const { rekomendasi, pegawaiId, penanggungJawab, tenggat } = lama
    return { ...isi, rekomendasi, pegawaiId, penanggungJawab, tenggat }
  }
  const orang = pilihan.pegawai.find((p) => p.id === isi.pegawaiId)
  if (isi.rekomendasi !== '' && !orang)
    throw galat.tidakSesuai('Penanggung jawab tidak ada di daftar pegawai hari ini. Pilih orang lain.')
  return { ...isi, penanggungJawab: orang ? `${orang.nama}, ${orang.jabatan}` : '' }
}

/** Writes a finding as the last of the step. */
export async function buatTemuan(tx: Tx, konteks: KonteksLangkah, isi: IsiTemuan): Promise<void> {
  const { siklus, langkah } = konteks
  const urut = ((await daftarTemuan(tx, konteks)).at(-1)?.urut ?? 0) + 1
  const milik = { kecamatanId: siklus.kecamatanId, siklusId: siklus.id, langkahId: langkah.id }
  await tx.temuanMonev.createMany({ data: [{ ...milik, urut, ...kolom(isi) }] })
}

type Kejadian = { konteks: KonteksLangkah; peristiwa: string; rincian: Record<string, unknown> }
export const catat = (tx: Tx, pelaku: Pelaku, { konteks, peristiwa, rincian }: Kejadian): Promise<void> =>
  catatJejak(tx, pelaku, {
    peristiwa,
    objekJenis: 'monev',
    objekId: konteks.langkah.id,
    siklusId: konteks.siklus.id,
    rincian,
    sebagai: peranPelaksana(konteks),
  })
