import pg from 'pg'
import { bacaKalender, bacaSkala } from '../prisma/benih/baca.ts'
import { susunKantor } from '../prisma/benih/muat.ts'
import { sisipkan } from '../prisma/benih/sisip.ts'
import { susunRujukan } from '../prisma/benih/susun-organisasi.ts'
import { bukaBasisData } from '../src/inti/basis-data/index.ts'
import { cincangSandi } from '../src/modul/akun/index.ts'
import { susunKantorBeban, UKURAN_PENUH, type UkuranKantor } from './kantor-beban.ts'
import { bukaPanggung, jalankanSiklus } from './perjalanan.ts'
import { salinKecamatan, salinSiklus } from './salin.ts'

export const SANDI_BEBAN = 'perahu lilin mangga kertas'

export type UkuranData = {
  readonly kantor: UkuranKantor
  /** months of history, the open one included */
  readonly bulan: number
  /** evidence records of one kecamatan */
  readonly bukti: number
  readonly kecamatan: number
}
/** One kecamatan as bench/HASIL.md describes it. */
export const DATA_PENUH: UkuranData = { kantor: UKURAN_PENUH, bulan: 60, bukti: 20_000, kecamatan: 1 }

export type DataBeban = {
  readonly kecamatanId: string
  /** filling is open; recap frozen and waiting for the review; finished and sealed */
  readonly siklus: { readonly pengisian: string; readonly telaah: string; readonly selesai: string }
}
type Alamat = { readonly urlPemilik: string; readonly urlAplikasi: string }
type Catat = (teks: string) => void

/**
 * Fills a migrated, empty database: one office, three siklus walked by the real engine (October 2026 open, September
 * waiting for its review, August sealed), the months before copied from the sealed one, then whole offices copied.
 */
export async function isiBeban(
  alamat: Alamat,
  ukuran: UkuranData = DATA_PENUH,
  lapor: Catat = () => {},
): Promise<DataBeban> {
  const klien = new pg.Client({ connectionString: alamat.urlPemilik })
  await klien.connect()
  const db = bukaBasisData(alamat.urlAplikasi)
  try {
    const kecamatanId = crypto.randomUUID()
    lapor('kantor')
    await sisipkan(
      klien,
      susunKantor(susunKantorBeban(ukuran.kantor), { kecamatanId, sandi: await cincangSandi(SANDI_BEBAN) }),
    )
    await sisipkan(klien, susunRujukan(bacaKalender(), bacaSkala(), kecamatanId))
    await klien.query(SQL_TAHUN, [kecamatanId])
    for (const sql of SQL_RIWAYAT) await klien.query(sql, [kecamatanId])
    lapor('tiga siklus lewat mesin')
    const panggung = bukaPanggung(db, klien)
    const selesai = await jalankanSiklus(panggung, { bulan: 8, tahun: 2026, ujung: 'SELESAI' })
    const telaah = await jalankanSiklus(panggung, { bulan: 9, tahun: 2026, ujung: 'TELAAH' })
    const pengisian = await jalankanSiklus(panggung, { bulan: 10, tahun: 2026, ujung: 'PENGISIAN' })
    lapor('bukti, salinan bulan, jejak')
    await isiBukti(klien, [selesai, telaah, pengisian], Math.ceil(ukuran.bukti / ukuran.bulan))
    if (ukuran.bulan > 3) await salinSiklus(klien, { siklusId: selesai, dari: 1, jumlah: ukuran.bulan - 3 })
    await isiJejak(klien, kecamatanId)
    if (ukuran.kecamatan > 1) lapor(`salinan ${ukuran.kecamatan - 1} kecamatan`)
    for (let ke = 2; ke <= ukuran.kecamatan; ke++) await salinKecamatan(klien, { kecamatanId, dari: ke, jumlah: 1 })
    lapor('vacuum analyze')
    await klien.query('vacuum analyze')
    return { kecamatanId, siklus: { pengisian, telaah, selesai } }
  } finally {
    await db.tutup()
    await klien.end()
  }
}

/** Id of a row in the copy of kecamatan number `ke` (salin.ts); number 1 is the original. */
export async function idSalinan(klien: pg.Client, id: string, ke: number): Promise<string> {
  if (ke === 1) return id
  const { rows } = await klien.query<{ id: string }>(`select md5($1 || 'k' || $2::text)::uuid as id`, [id, String(ke)])
  return rows[0]?.id ?? id
}

/** The agreements of 2026 and the budget for the four years before. */
const SQL_TAHUN = `
  with pk as (
    insert into perjanjian_kinerja (id, kecamatan_id, tahun, jabatan_id, pegawai_id, jenis, status, nomor, tanggal, berlaku_sejak)
    select md5(id::text || y)::uuid, kecamatan_id, y, jabatan_id, pegawai_id, jenis, status, nomor, make_date(y, 1, 2), make_date(y, 1, 2)
    from perjanjian_kinerja, generate_series(2022, 2025) y where kecamatan_id = $1
  ), t as (
    insert into target_pk (kecamatan_id, pk_id, indikator_id, urut, target, target_atas, target_teks, cara_target, tw1, tw2, tw3, tw4)
    select kecamatan_id, md5(pk_id::text || y)::uuid, indikator_id, urut, target, target_atas, target_teks, cara_target, tw1, tw2, tw3, tw4
    from target_pk, generate_series(2022, 2025) y where kecamatan_id = $1
  )
  insert into anggaran_pk (kecamatan_id, pk_id, kode, nama, jumlah, keterangan, urut)
  select kecamatan_id, md5(pk_id::text || y)::uuid, kode, nama, jumlah, keterangan, urut
  from anggaran_pk, generate_series(2022, 2025) y where kecamatan_id = $1`

const SQL_RIWAYAT = [
  `insert into anggaran (kecamatan_id, sub_kegiatan_id, tahun, jenis, berlaku_sejak, pagu)
   select distinct on (a.sub_kegiatan_id, y) a.kecamatan_id, a.sub_kegiatan_id, y, 'DPA'::jenis_anggaran, make_date(y, 1, 2), a.pagu
   from anggaran a, generate_series(2022, 2026) y where a.kecamatan_id = $1 on conflict do nothing`,
  `insert into realisasi_indikator (kecamatan_id, indikator_id, tahun, triwulan, target, nilai, sumber)
   select kecamatan_id, id, y, q, 95, 60 + (abs(hashtext(id::text || y || q)) % 4000) / 100.0, 'beban'
   from indikator, generate_series(2022, 2026) y, generate_series(0, 4) q
   where kecamatan_id = $1 and metode <> 'KATEGORI' and (y < 2026 or q between 1 and 3) on conflict do nothing`,
  `insert into realisasi_anggaran (kecamatan_id, sub_kegiatan_id, tahun, triwulan, pagu, nilai, sumber)
   select a.kecamatan_id, a.sub_kegiatan_id, a.tahun, q, a.pagu, round(a.pagu * (case q when 0 then 1 else q / 4.0 end), 2), 'beban'
   from anggaran a, generate_series(0, 4) q where a.kecamatan_id = $1 and (a.tahun < 2026 or q between 1 and 3) on conflict do nothing`,
]

/** `jumlah` evidence records over the rows of each siklus: every second one a file, the others links and papers. */
async function isiBukti(klien: pg.Client, siklus: readonly string[], jumlah: number): Promise<void> {
  for (const id of siklus)
    await klien
      .query(
        `with sasaran as (
         select b.id, b.kecamatan_id, f.unit_id, gen_random_uuid() as berkas, n from generate_series(1, $2::int) n
           join lateral (select id, kecamatan_id, formulir_id from baris_formulir where siklus_id = $1 order by md5(id::text || n) limit 1) b on true
           join formulir f on f.id = b.formulir_id
       ), berkas as (
         insert into berkas (id, kecamatan_id, siklus_id, unit_id, nama, mime, ukuran, sha256, lokasi, diunggah_oleh, nama_pengunggah, dibuat_pada)
         select berkas, kecamatan_id, $1, unit_id, 'Rekap bukti ' || n || '.pdf', 'application/pdf', 120000, md5(n::text), berkas::text,
           (select id from akun where akun.kecamatan_id = s.kecamatan_id limit 1), 'Staf (beban)', now() from sasaran s where n % 2 = 0
       )
       insert into bukti (kecamatan_id, siklus_id, baris_id, berkas_id, tautan, tempat_kertas, keterangan, dibuat_oleh, dibuat_pada)
       select kecamatan_id, $1, id, case when n % 2 = 0 then berkas end, case when n % 4 = 1 then 'https://contoh.invalid/bukti/' || n else '' end,
         case when n % 4 = 3 then 'Map ' || n || ', lemari arsip' else '' end, 'Bukti ' || n, 'Staf (beban)', now() from sasaran`,
        [id, jumlah],
      )
      .catch(async (sebab: Error) => {
        // a sealed siklus refuses new rows; its evidence was there before the seal
        if (!/diarsipkan/.test(sebab.message)) throw sebab
        await tanpaSegel(klien, id, () => isiBukti(klien, [id], jumlah))
      })
}

async function tanpaSegel(klien: pg.Client, id: string, kerja: () => Promise<void>): Promise<void> {
  await klien.query("set session_replication_role = 'replica'")
  await klien.query('update siklus set diarsipkan_pada = null where id = $1', [id])
  await klien.query("set session_replication_role = 'origin'")
  await kerja()
  await klien.query('update siklus set diarsipkan_pada = selesai_pada where id = $1', [id])
}

/** Two saved values per row in the audit chain, one siklus per transaction: a long chain of versions of its head is slow. */
async function isiJejak(klien: pg.Client, kecamatanId: string): Promise<void> {
  const { rows } = await klien.query<{ id: string }>(
    'select id from siklus where kecamatan_id = $1 order by mulai_periode',
    [kecamatanId],
  )
  for (const { id } of rows) {
    await klien.query('begin')
    await klien.query(`select set_config('takar.kecamatan', $1, true)`, [kecamatanId])
    await klien.query(
      `insert into jejak (kecamatan_id, nama_pelaku, jabatan_pelaku, peristiwa, objek_jenis, objek_id, siklus_id, rincian)
       select kecamatan_id, 'Staf (beban)', 'Staf', 'formulir.baris-disimpan', 'baris_formulir', id::text, siklus_id,
         jsonb_build_object('nama', kartu ->> 'kode', 'perubahan', jsonb_build_object('nilai', jsonb_build_object('lama', null, 'baru', nilai::text)))
       from baris_formulir, generate_series(1, 2) where siklus_id = $1`,
      [id],
    )
    await klien.query('commit')
  }
}
