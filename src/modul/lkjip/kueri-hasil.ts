import { type BasisData, Prisma, type Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { JenisPeriode } from '../../inti/waktu/index.ts'
import { SQL_REKAP } from '../formulir/index.ts'
import type { Hasil } from '../pengukuran/index.ts'

export type Pembaca = Tx | BasisData['baca']

/** An indicator's result in one approved period: figures as that recap or Kertas Kerja printed them, and where they lead. */
export type HasilSah = {
  readonly indikatorId: string
  readonly tahun: number
  readonly jenisPeriode: JenisPeriode
  readonly nomorPeriode: number
  /** YYYY-MM-DD */
  readonly akhirPeriode: string
  /** of a Kertas Kerja, with its analysis */
  readonly ukur: boolean
  readonly siklusId: string
  /** null: a Kertas Kerja of an SOP without a recap */
  readonly versiRekap: number | null
  readonly status: 'TERISI' | 'KOSONG' | 'TIDAK_BERLAKU' | 'BELUM_JATUH_TEMPO'
  /** value of the period by itself; plain decimal */
  readonly nilai: string | null
  /** the category as printed */
  readonly kategori: string | null
  readonly targetTeks: string | null
  readonly target: Hasil | null
  readonly realisasi: Hasil | null
  readonly capaian: Hasil
  readonly predikat: { readonly nama: string; readonly warna: string } | null
  readonly penyebab: string
  readonly hambatan: string
  readonly solusi: string
  readonly penunjang: string
  readonly alasanTidakBerlaku: string
  readonly unitId: string
  readonly unit: string
  /** the row where it was filled in; null where no form stands behind it */
  readonly formulirId: string | null
  readonly barisId: string | null
  readonly pengisi: string
  readonly bukti: number
  /** "Sekretaris Kecamatan, …" */
  readonly penyetuju: string
  readonly disetujuiPada: Date | null
}

/**
 * SQL: recaps that count. Of each siklus that was not cancelled the newest version that was approved, or the newest of
 * all once the siklus is finished (an SOP whose approval is a signature); a koreksi stands over what it corrected.
 */
const sah = (kecamatanId: string, { dari, sampai }: Rentang) => Prisma.sql`
  select distinct on (r.siklus_id) r.id, r.siklus_id, r.nomor_versi, r.isi, r.dibekukan_oleh, s.tahun, s.jenis_periode, s.nomor_periode,
    s.akhir_periode, r.isi ? 'pengukuran' as ukur, t.nama || ', ' || t.jabatan as penyetuju, t.waktu
  from ${SQL_REKAP} r join siklus s on s.id = r.siklus_id
    left join lateral (select x.nama, x.jabatan, x.waktu from telaah x where x.rekap_id = r.id and x.keputusan = 'DISETUJUI'
      union all select o.pemutus, o.jabatan_pemutus, o.diputus_pada from koreksi o where o.id = r.koreksi_id
      order by 3 desc limit 1) t on true
  where r.kecamatan_id = ${kecamatanId}::uuid and s.status <> 'DIBATALKAN' and s.tahun between ${dari} and ${sampai}
    and (s.tahun = ${sampai} or (extract(month from s.akhir_periode) = 12))
    and (t.nama is not null or s.status = 'SELESAI')
  order by r.siklus_id, r.nomor_versi desc`

/** years, both included; of the last one all periods, of the others only what ends with December */
type Rentang = { readonly dari: number; readonly sampai: number }

/**
 * Approved results by indicator and period, of the last year all periods, of earlier ones the one that ends the year. Where a
 * period was both collected and measured, the measured result stands. One query.
 */
export const ambilHasilSah = (baca: Pembaca, pelaku: Pelaku, rentang: Rentang): Promise<HasilSah[]> =>
  baca.$queryRaw<HasilSah[]>`
    with sah as (${sah(pelaku.kecamatanId, rentang)}), baris as (
      select x.*, u ->> 'unitId' as unit_id, u ->> 'nama' as unit, nullif(u ->> 'formulirId', '') as formulir_id, b
      from sah x, jsonb_array_elements(x.isi -> 'unit') u, jsonb_array_elements(u -> 'baris') b
    ), semua as (
      select b ->> 'indikatorId' as indikator_id, tahun, jenis_periode, nomor_periode, akhir_periode, ukur, siklus_id, nomor_versi, b,
        unit_id, unit, formulir_id, b ->> 'barisId' as baris_id, coalesce(penyetuju, dibekukan_oleh) as penyetuju, waktu from baris
      union all
      select k.indikator_id::text, s.tahun, s.jenis_periode, s.nomor_periode, s.akhir_periode, true, s.id, null,
        jsonb_build_object('status', case when k.status = 'KOSONG' and not k.jatuh_tempo then 'BELUM_JATUH_TEMPO' else k.status::text end,
          'nilai', trim_scale(k.nilai)::text, 'kategori', k.kategori, 'capaian', k.hasil #> '{keluaran,sampai,capaian}',
          'target', k.hasil #> '{keluaran,sampai,target}', 'realisasi', k.hasil #> '{keluaran,sampai,realisasi}',
          'predikat', k.hasil #> '{keluaran,sampai,predikat}', 'faktorPendorong', k.penyebab, 'kendala', k.hambatan, 'tindakLanjut', k.solusi,
          'ukur', jsonb_build_object('programPenunjang', k.program_penunjang), 'alasanTidakBerlaku', k.alasan_tidak_berlaku,
          'pengisi', k.diubah_oleh, 'jumlahBukti', k.sumber_bukti), k.unit_id::text, w.nama, null, k.id::text, '', s.selesai_pada
      from baris_kertas_kerja k join siklus s on s.id = k.siklus_id join unit_kerja w on w.id = k.unit_id
      where k.kecamatan_id = ${pelaku.kecamatanId}::uuid and s.status = 'SELESAI' and k.hasil is not null
        and s.tahun between ${rentang.dari} and ${rentang.sampai} and not exists (select 1 from ${SQL_REKAP} r where r.siklus_id = s.id)
    ), satu as (
      select distinct on (indikator_id, akhir_periode, jenis_periode) * from semua
      order by indikator_id, akhir_periode, jenis_periode, ukur desc, waktu desc nulls last, nomor_versi desc nulls last, siklus_id
    )
    select x.indikator_id as "indikatorId", x.tahun, x.jenis_periode as "jenisPeriode", x.nomor_periode as "nomorPeriode",
      x.akhir_periode::text as "akhirPeriode", x.ukur, x.siklus_id as "siklusId", x.nomor_versi as "versiRekap", x.b ->> 'status' as status,
      x.b ->> 'nilai' as nilai, x.b ->> 'kategori' as kategori, x.b ->> 'targetTeks' as "targetTeks", x.b -> 'target' as target,
      x.b -> 'realisasi' as realisasi, x.b -> 'capaian' as capaian, x.b -> 'predikat' as predikat,
      coalesce(x.b ->> 'faktorPendorong', '') as penyebab, coalesce(x.b ->> 'kendala', '') as hambatan,
      coalesce(x.b ->> 'tindakLanjut', '') as solusi, coalesce(x.b #>> '{ukur,programPenunjang}', '') as penunjang,
      coalesce(x.b ->> 'alasanTidakBerlaku', '') as "alasanTidakBerlaku", x.unit_id as "unitId", x.unit,
      coalesce(x.formulir_id, f.formulir_id::text) as "formulirId", case when x.formulir_id is null then f.id::text else x.baris_id end as "barisId",
      coalesce(nullif(f.diubah_oleh, ''), x.b ->> 'pengisi', '') as pengisi, coalesce((x.b ->> 'jumlahBukti')::int, 0) as bukti,
      coalesce(x.penyetuju, '') as penyetuju, x.waktu as "disetujuiPada"
    from satu x left join baris_kertas_kerja k on x.ukur and k.id = x.baris_id::uuid and k.kecamatan_id = ${pelaku.kecamatanId}::uuid
      left join baris_formulir f on f.id = k.sumber_baris_id and f.kecamatan_id = k.kecamatan_id
    order by x.akhir_periode, x.jenis_periode, x.indikator_id`
