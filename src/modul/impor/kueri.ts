import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { StatusImpor } from './alur.ts'
import type { BarisBeda, StatusBaris } from './bedakan.ts'
import type { LembarImpor } from './definisi.ts'

type Pembaca = Tx | BasisData['baca']

/** Sheet and columns as they were when the file came, for showing. */
export type SusunanLembar = Pick<LembarImpor, 'kode' | 'nama' | 'kolom'> & {
  /** columns that the file had; the others keep what they hold */
  readonly ada: readonly string[]
}
export type HitunganImpor = Readonly<Record<StatusBaris, number>>
export type Impor = {
  readonly id: string
  readonly jenis: string
  readonly tahun: number
  readonly namaBerkas: string
  readonly sha256: string
  readonly status: StatusImpor
  readonly susunan: readonly SusunanLembar[]
  readonly catatan: readonly string[]
  readonly diunggahPada: Date
  readonly diunggahOleh: string
  readonly diterapkanPada: Date | null
  readonly diterapkanOleh: string
  readonly dibatalkanPada: Date | null
  readonly dibatalkanOleh: string
  readonly alasanBatal: string
  readonly versi: number
  readonly hitungan: HitunganImpor
  /** no other import of this kind was applied after it: it can still be undone */
  readonly terakhir: boolean
}

/** Imports of a kind, newest first, at most 50; discarded previews are left out. One query. */
export const daftarImpor = (
  baca: Pembaca,
  pelaku: Pelaku,
  { jenis, id = null }: { jenis: string; id?: string | null },
): Promise<Impor[]> =>
  baca.$queryRaw<Impor[]>`
    select i.id, i.jenis, i.tahun, i.nama_berkas as "namaBerkas", i.sha256, i.status, i.susunan, i.catatan, i.versi,
      i.diunggah_pada as "diunggahPada", i.diunggah_oleh as "diunggahOleh", i.diterapkan_pada as "diterapkanPada",
      i.diterapkan_oleh as "diterapkanOleh", i.dibatalkan_pada as "dibatalkanPada", i.dibatalkan_oleh as "dibatalkanOleh",
      i.alasan_batal as "alasanBatal",
      (select json_build_object('BARU', count(*) filter (where b.status = 'BARU'), 'BERUBAH', count(*) filter (where b.status = 'BERUBAH'),
        'SAMA', count(*) filter (where b.status = 'SAMA'), 'DITOLAK', count(*) filter (where b.status = 'DITOLAK'))
        from baris_impor b where b.impor_id = i.id and b.kecamatan_id = i.kecamatan_id) as hitungan,
      not exists (select 1 from impor l where l.kecamatan_id = i.kecamatan_id and l.jenis = i.jenis and l.status = 'DITERAPKAN'
        and l.diterapkan_pada > i.diterapkan_pada) as terakhir
    from impor i
    where i.kecamatan_id = ${pelaku.kecamatanId}::uuid and i.jenis = ${jenis}
      and (${id}::uuid is null or i.id = ${id}::uuid) and (${id}::uuid is not null or i.status <> 'DIBUANG')
    order by i.diunggah_pada desc, i.id limit 50`

/** One import; 404 when it is not of this office or of another kind. */
export async function ambilImpor(
  baca: Pembaca,
  pelaku: Pelaku,
  { jenis, id }: { jenis: string; id: string },
): Promise<Impor> {
  const [ada] = await daftarImpor(baca, pelaku, { jenis, id })
  if (!ada) throw galat.tidakDitemukan('Impor')
  return ada
}

/** Rows of an import in the order of the file; of the states asked for, at most `batas`. One query. */
export const daftarBarisImpor = (
  baca: Pembaca,
  pelaku: Pelaku,
  { imporId, status, batas = 100_000 }: { imporId: string; status: readonly StatusBaris[]; batas?: number },
): Promise<BarisBeda[]> =>
  baca.$queryRaw<BarisBeda[]>`
    select x.lembar, x.nomor, x.status, x.lama, x.baru, x.salah from (
      select b.*, row_number() over (partition by b.status order by b.urut) as ke from baris_impor b
      where b.impor_id = ${imporId}::uuid and b.kecamatan_id = ${pelaku.kecamatanId}::uuid
        and b.status::text = any(${[...status]}::text[])) x
    where x.ke <= ${batas} order by x.urut`
