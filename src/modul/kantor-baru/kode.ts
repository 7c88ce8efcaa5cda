import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'

/** How long a printed code may be used. */
const MASA_JAM = 72

/** What the database keeps of a code. */
export const sidikKode = (kode: string): string => createHash('sha256').update(kode).digest('hex')

/**
 * Makes a one-time code for one more kecamatan; earlier unused codes end with it, so that only the last printed address
 * works. `urlPemilik` is the owner's address: the application's role cannot make codes.
 */
export async function buatKode(urlPemilik: string): Promise<string> {
  const kode = randomBytes(18).toString('base64url')
  const klien = new pg.Client({ connectionString: urlPemilik })
  await klien.connect()
  try {
    await klien.query('DELETE FROM kode_kantor_baru WHERE dipakai_pada IS NULL')
    await klien.query(
      `INSERT INTO kode_kantor_baru (sidik, berlaku_sampai) VALUES ($1, now() + make_interval(hours => $2))`,
      [sidikKode(kode), MASA_JAM],
    )
    return kode
  } finally {
    await klien.end()
  }
}

/** Is there no kecamatan at all yet? */
export async function belumAdaKantor(urlPemilik: string): Promise<boolean> {
  const klien = new pg.Client({ connectionString: urlPemilik })
  await klien.connect()
  try {
    const { rows } = await klien.query<{ kosong: boolean }>('SELECT NOT EXISTS (SELECT FROM kecamatan) AS kosong')
    return rows[0]?.kosong === true
  } finally {
    await klien.end()
  }
}
