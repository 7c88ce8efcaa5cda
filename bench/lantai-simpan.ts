import pg from 'pg'

/**
 * The floor of P2: the bare transaction without HTTP, one statement (update guarded by the version, insert of the audit
 * row) on plain copies of the tables: no triggers, no row-level security. `cara` "rantai" does the same on the real
 * tables as the application's role, which shows what hash chain and tenant cost by themselves.
 */
const [url = '', kecamatanId = '', cara = 'polos', detik = '5', jumlah = '8'] = process.argv.slice(2)
const tabel =
  cara === 'polos' ? { baris: 'bench_baris', jejak: 'bench_jejak' } : { baris: 'baris_formulir', jejak: 'jejak' }
const SQL = `with baru as (
    update ${tabel.baris} set nilai = $3, variabel = $4::jsonb, kendala = $5, versi = versi + 1, diubah_oleh = 'Lantai', diubah_pada = now()
    where id = $1 and kecamatan_id = $6 and versi = $2 returning id, versi, siklus_id
  ), j as (
    insert into ${tabel.jejak} (kecamatan_id, nama_pelaku, jabatan_pelaku, peristiwa, objek_jenis, objek_id, siklus_id, rincian)
    select $6, 'Lantai', 'Staf', 'formulir.baris-disimpan', 'baris_formulir', id::text, siklus_id, jsonb_build_object('nilai', $3::text) from baru
  ) select versi from baru`

async function pekerja(barisId: string, habis: number): Promise<number> {
  const klien = new pg.Client({ connectionString: url })
  await klien.connect()
  await klien.query(`select set_config('takar.kecamatan', $1, false)`, [kecamatanId])
  let { versi } = (await klien.query<{ versi: number }>(`select versi from ${tabel.baris} where id = $1`, [barisId]))
    .rows[0] ?? { versi: 0 }
  let kali = 0
  while (performance.now() < habis) {
    const nilai = String(40 + (kali % 50))
    const isi = [
      barisId,
      versi,
      nilai,
      JSON.stringify({ pembilang: nilai, penyebut: '100' }),
      `Catatan ke-${kali}`,
      kecamatanId,
    ]
    const { rows } = await klien.query<{ versi: number }>({ name: 'lantai', text: SQL, values: isi })
    if (!rows[0]) throw new Error('tidak tersimpan')
    versi = rows[0].versi
    kali++
  }
  await klien.end()
  return kali
}

const klien = new pg.Client({ connectionString: url })
await klien.connect()
await klien.query(`select set_config('takar.kecamatan', $1, false)`, [kecamatanId])
const { rows } = await klien.query<{ id: string }>(
  `select b.id from baris_formulir b join siklus s on s.id = b.siklus_id where b.kecamatan_id = $1 and s.status = 'BERJALAN' and b.terbuka limit $2::int`,
  [kecamatanId, Number(jumlah)],
)
await klien.end()
const mulai = performance.now()
const hasil = await Promise.all(rows.map((r) => pekerja(r.id, mulai + Number(detik) * 1000)))
process.send?.({ perDetik: (hasil.reduce((a, b) => a + b, 0) * 1000) / (performance.now() - mulai) }, () =>
  process.exit(0),
)
