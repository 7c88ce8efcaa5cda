import pg from 'pg'
import { cincangSandi } from '../../src/modul/akun/index.ts'
import { type AkunContoh, daftarAkun } from './akun-contoh.ts'
import { bacaKalender, bacaKantor, bacaSkala, KANTOR_CONTOH, type Kantor } from './baca.ts'
import { type IsiTabel, Rujukan, sisipkan } from './sisip.ts'
import { susunDesa, susunSurvei } from './susun-data-kantor.ts'
import { susunNomenklatur } from './susun-nomenklatur.ts'
import { susunOrganisasi, susunRujukan } from './susun-organisasi.ts'
import { susunIndikator, susunRenstra } from './susun-perencanaan.ts'
import { susunPerjanjian, susunSop } from './susun-perjanjian.ts'

export type { AkunContoh } from './akun-contoh.ts'

/** Two processes that start on one empty database load it once. */
const KUNCI_MUAT = 7_010_001

/**
 * Loads the sample offices into an empty database, in one transaction; every account gets the passphrase `sandi` and
 * needs no first change. Does nothing and returns [] when there is a kecamatan already. `url` must be the owner's
 * address: row-level security binds the application's role, which may not make a kecamatan.
 */
export async function muatContoh(url: string, { sandi }: { sandi: string }): Promise<readonly AkunContoh[]> {
  const klien = new pg.Client({ connectionString: url })
  await klien.connect()
  try {
    await klien.query('BEGIN')
    await klien.query('SELECT pg_advisory_xact_lock($1)', [KUNCI_MUAT])
    const { rows } = await klien.query<{ ada: boolean }>('SELECT EXISTS(SELECT FROM kecamatan) AS ada')
    if (rows[0]?.ada) {
      await klien.query('ROLLBACK')
      return []
    }
    const cincang = await cincangSandi(sandi)
    const kalender = bacaKalender()
    const skala = bacaSkala()
    const semua = KANTOR_CONTOH.map(bacaKantor)
    for (const kantor of semua) {
      const kecamatanId = crypto.randomUUID()
      await sisipkan(klien, [
        ...susunKantor(kantor, { kecamatanId, sandi: cincang }),
        ...susunRujukan(kalender, skala, kecamatanId),
      ])
      await catatPemuatan(klien, kantor, kecamatanId)
    }
    await klien.query('COMMIT')
    return semua.flatMap(daftarAkun)
  } finally {
    // an open transaction ends with its connection
    await klien.end()
  }
}

/** All rows of one office in an order in which every reference exists. Throws when a code leads nowhere. */
export function susunKantor(
  kantor: Kantor,
  { kecamatanId, sandi }: { kecamatanId: string; sandi: string },
): IsiTabel[] {
  const konteks = { rujukan: new Rujukan(), kecamatanId }
  return [
    ...susunOrganisasi(kantor, { ...konteks, sandi }),
    ...susunRenstra(kantor, konteks),
    ...susunNomenklatur(konteks),
    ...susunIndikator(kantor, konteks),
    ...susunPerjanjian(kantor, konteks),
    ...susunSop(kantor, konteks),
    ...susunDesa(kantor, konteks),
    ...susunSurvei(kantor, konteks),
  ]
}

/** The audit chain begins with the loading itself. */
async function catatPemuatan(klien: pg.Client, kantor: Kantor, kecamatanId: string): Promise<void> {
  await klien.query(`SELECT set_config('takar.kecamatan', $1, true)`, [kecamatanId])
  await klien.query(
    `INSERT INTO jejak (kecamatan_id, nama_pelaku, jabatan_pelaku, peristiwa, objek_jenis, objek_id, rincian)
     VALUES ($1::uuid, 'Sistem', 'Pemuatan data contoh', 'contoh.dimuat', 'kecamatan', $1, $2::jsonb)`,
    [kecamatanId, JSON.stringify({ kecamatan: kantor.kecamatan.nama, akun: kantor.pegawai.length })],
  )
}
