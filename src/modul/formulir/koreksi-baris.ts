import { Prisma, type Tx } from '../../inti/basis-data/index.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import type { BarisSiklus } from '../siklus/index.ts'
import type { PerubahanAnggaran, PerubahanBaris } from './baca-baris.ts'

export type AngkaKoreksi = Pick<PerubahanBaris, 'status' | 'variabel' | 'kategori' | 'nilai' | 'alasanTidakBerlaku'>
/** What a koreksi changes of a budget row: money spent up to the end of the period, or why none is reported. */
export type AngkaAnggaran = PerubahanAnggaran
/** An approved koreksi of one figure, as everything that shows the figure needs it. */
export type KoreksiBaris<Angka = AngkaKoreksi> = {
  readonly id: string
  readonly angka: Angka
  readonly teksLama: string
  readonly teksBaru: string
  readonly alasan: string
  readonly pengusul: string
  readonly pemutus: string
  readonly jabatanPemutus: string
  /** YYYY-MM-DD where the office is */
  readonly tanggal: string
}

/** SQL: approved koreksi `o` of a row as JSON, the oldest first; `syarat` says of which (kecamatan, siklus, indicator or sub kegiatan). */
export const sqlKoreksi = (syarat: Prisma.Sql) => Prisma.sql`coalesce((
  select json_agg(json_build_object('id', o.id, 'angka', o.baru, 'teksLama', o.teks_lama, 'teksBaru', o.teks_baru, 'alasan', o.alasan,
    'pengusul', o.pengusul, 'pemutus', o.pemutus, 'jabatanPemutus', o.jabatan_pemutus,
    'tanggal', (o.diputus_pada at time zone (select c.zona_waktu from kecamatan c where c.id = o.kecamatan_id))::date::text)
    order by o.diputus_pada)
  from koreksi o where o.status = 'DISETUJUI' and ${syarat}), '[]')`

/** SQL: frozen recaps and the versions that koreksi made beside them, as one table. */
export const SQL_REKAP = Prisma.sql`(
  select id, kecamatan_id, siklus_id, nomor_versi, isi, sha256, catatan, dibekukan_pada, dibekukan_oleh, jabatan_pembeku, null::uuid as koreksi_id from rekap
  union all
  select id, kecamatan_id, siklus_id, nomor_versi, isi, sha256, catatan, dibuat_pada, dibuat_oleh, jabatan_pembuat, koreksi_id from rekap_koreksi)`

/** The figure as it is now: what was approved, with the newest koreksi over it. The row itself stays as it was. */
export function angkaTerkoreksi<T extends { readonly koreksi?: readonly KoreksiBaris<object>[] }>(b: T): T {
  const terakhir = b.koreksi?.at(-1)
  return terakhir ? { ...b, ...terakhir.angka } : b
}

/** Indicators and sub kegiatan of the period that were corrected in another siklus: no other approval takes that back. */
export async function dikoreksiDiLuar(tx: Tx, siklus: BarisSiklus): Promise<string[]> {
  const baris = await tx.$queryRaw<{ id: string }[]>`
    select distinct coalesce(o.indikator_id, o.sub_kegiatan_id) as id from koreksi o join siklus s on s.id = o.siklus_id
    where o.kecamatan_id = ${siklus.kecamatanId}::uuid and o.status = 'DISETUJUI' and s.id <> ${siklus.id}::uuid and s.tahun = ${siklus.tahun}
      and s.jenis_periode = ${siklus.jenisPeriode}::jenis_periode and s.nomor_periode = ${siklus.nomorPeriode}`
  return baris.map((b) => b.id)
}

/** "Dikoreksi 5 Desember 2026: semula 94,74, menjadi 95,00. Alasan: … Diusulkan Joko, disetujui Budi (Sekretaris Kecamatan)." */
export const kalimatKoreksi = (k: KoreksiBaris<object>): string =>
  `Dikoreksi ${tanggalPanjang(k.tanggal)}: semula ${k.teksLama}, menjadi ${k.teksBaru}. Alasan: ${k.alasan.replace(/[.\s]+$/, '')}. Diusulkan ${k.pengusul}, disetujui ${k.pemutus} (${k.jabatanPemutus}).`
