import type { Client } from 'pg'

/** Rows that stay one per office or are told apart by their own clock. */
const TANPA_SALINAN = new Set([
  'jejak',
  'jejak_kepala',
  'tindak_lanjut',
  'realisasi_indikator',
  'realisasi_anggaran',
  'kunci_permintaan',
])
/** Columns whose id is made anew when a siklus is copied; all others go on pointing at the office. */
const MILIK_SIKLUS = new Set([
  'id',
  'siklus_id',
  'langkah_id',
  'formulir_id',
  'baris_id',
  'rekap_id',
  'berkas_id',
  'rapat_id',
  'pindaian_id',
])

type Kolom = { readonly tabel: string; readonly kolom: string; readonly jenis: string }

/**
 * Copies one siklus to `jumlah` earlier months (offsets `dari` … `dari + jumlah - 1`), one statement per table. An id becomes
 * md5(id, offset), so references between the copies hold. Triggers are off: the archive lock would refuse the rows.
 */
export async function salinSiklus(
  klien: Client,
  { siklusId, dari, jumlah }: { siklusId: string; dari: number; jumlah: number },
): Promise<void> {
  await tanpaPemicu(klien, async () => {
    for (const [tabel, kolom] of await daftarTabel(klien, 'siklus_id')) {
      if (TANPA_SALINAN.has(tabel)) continue
      const kunci = tabel === 'siklus' ? 'id' : 'siklus_id'
      const isi = kolom.map((k) => ungkapanSiklus(k))
      await klien.query(
        `insert into "${tabel}" (${kolom.map((k) => `"${k.kolom}"`).join(', ')})
         select ${isi.join(', ')} from "${tabel}" t cross join generate_series($2::int, $3::int) m where t."${kunci}" = $1`,
        [siklusId, dari, dari + jumlah - 1],
      )
    }
  })
}

function ungkapanSiklus({ tabel, kolom, jenis }: Kolom): string {
  const t = `t."${kolom}"`
  if (jenis === 'uuid' && MILIK_SIKLUS.has(kolom)) return `md5(${t}::text || m)::uuid`
  const bulan = `(t.mulai_periode - make_interval(months => m))`
  if (tabel === 'siklus' && kolom === 'tahun') return `extract(year from ${bulan})::int`
  if (tabel === 'siklus' && kolom === 'nomor_periode') return `extract(month from ${bulan})::int`
  if (tabel === 'siklus' && kolom === 'mulai_periode') return `${bulan}::date`
  if (tabel === 'siklus' && kolom === 'akhir_periode') return `(${bulan} + interval '1 month - 1 day')::date`
  if (jenis === 'timestamp with time zone') return `${t} - make_interval(months => m)`
  return t
}

/**
 * Copies a whole kecamatan under numbers `dari` … `dari + jumlah - 1`: every id of every table becomes md5(id, number).
 * Hash chains of the copies are those of the original: they are there for their weight, not to be verified.
 */
export async function salinKecamatan(
  klien: Client,
  { kecamatanId, dari, jumlah }: { kecamatanId: string; dari: number; jumlah: number },
): Promise<void> {
  await tanpaPemicu(klien, async () => {
    for (const [tabel, kolom] of await daftarTabel(klien, 'kecamatan_id')) {
      if (tabel === 'kunci_permintaan') continue
      const kunci = tabel === 'kecamatan' ? 'id' : 'kecamatan_id'
      await klien.query(
        `insert into "${tabel}" (${kolom.map((k) => `"${k.kolom}"`).join(', ')})
         select ${kolom.map(ungkapanKecamatan).join(', ')} from "${tabel}" t cross join generate_series($2::int, $3::int) m where t."${kunci}" = $1`,
        [kecamatanId, dari, dari + jumlah - 1],
      )
    }
  })
}

function ungkapanKecamatan({ tabel, kolom, jenis }: Kolom): string {
  const t = `t."${kolom}"`
  if (jenis === 'uuid') return `md5(${t}::text || 'k' || m)::uuid`
  if (jenis === 'ARRAY') return t
  if (tabel === 'kecamatan' && kolom === 'kode') return `'beban-' || m`
  if (tabel === 'kecamatan' && kolom === 'nama') return `'Kecamatan Beban ' || m`
  if (tabel === 'akun' && kolom === 'nama_pengguna') return `${t} || '.k' || m`
  if (tabel === 'pegawai' && kolom === 'nip') return 'null'
  return t
}

/** Only the owner of the bench's own cluster may: a superuser there. */
async function tanpaPemicu(klien: Client, kerja: () => Promise<void>): Promise<void> {
  await klien.query('begin')
  await klien.query("set local session_replication_role = 'replica'")
  await kerja()
  await klien.query('commit')
}

/** Tables with that column (and the table it names), with all their columns. */
async function daftarTabel(klien: Client, penunjuk: 'siklus_id' | 'kecamatan_id'): Promise<Map<string, Kolom[]>> {
  const { rows } = await klien.query<Kolom>(
    `select c.table_name as tabel, c.column_name as kolom, c.data_type as jenis from information_schema.columns c
     where c.table_schema = 'public' and c.is_generated = 'NEVER' and (c.table_name = $2 or exists (select from information_schema.columns d
       where d.table_schema = 'public' and d.table_name = c.table_name and d.column_name = $1))
     order by c.table_name, c.ordinal_position`,
    [penunjuk, penunjuk.replace('_id', '')],
  )
  const hasil = new Map<string, Kolom[]>()
  for (const k of rows) hasil.set(k.tabel, [...(hasil.get(k.tabel) ?? []), k])
  return hasil
}
