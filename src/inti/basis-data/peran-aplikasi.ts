import pg from 'pg'
import { GagalMulai } from '../konfigurasi/index.ts'

/** The role row-level security binds; migrations grant to it by this name. */
export const PERAN_APLIKASI = 'takar_aplikasi'

/**
 * Makes the role when it is missing and lets the owner, and `anggota` if given, act as it. Throws GagalMulai with the
 * statements an administrator has to run when this account may not.
 */
export async function pastikanPeran(klien: pg.Client, anggota?: string): Promise<void> {
  const { rows } = await klien.query<{ ada: boolean; saya: string; super: boolean }>(
    `SELECT EXISTS(SELECT FROM pg_roles WHERE rolname = $1) AS ada, current_user AS saya, rolsuper AS super
     FROM pg_roles WHERE rolname = current_user`,
    [PERAN_APLIKASI],
  )
  const keadaan = rows[0]
  if (!keadaan) return
  const calon = [...(keadaan.super ? [] : [keadaan.saya]), ...(anggota && anggota !== PERAN_APLIKASI ? [anggota] : [])]
  const perintah = keadaan.ada ? [] : [`CREATE ROLE ${PERAN_APLIKASI} NOLOGIN`]
  for (const nama of calon) {
    const jadi = await klien.query<{ anggota: boolean }>(
      `SELECT CASE WHEN $3 THEN pg_has_role($1, $2, 'USAGE') ELSE false END AS anggota`,
      [nama, PERAN_APLIKASI, keadaan.ada],
    )
    if (!jadi.rows[0]?.anggota) perintah.push(`GRANT ${PERAN_APLIKASI} TO ${pg.escapeIdentifier(nama)}`)
  }
  for (const satu of perintah) await jalankan(klien, satu, perintah)
}

/** Refuses a connection that row-level security would not bind: superuser, BYPASSRLS, or owner of tables. */
export async function pastikanTerikat(urlAplikasi: string): Promise<void> {
  const klien = new pg.Client({ connectionString: urlAplikasi, connectionTimeoutMillis: 10_000 })
  klien.on('error', () => {})
  try {
    await klien.connect()
    const { rows } = await klien.query<{ nama: string; kuat: boolean; pemilik: boolean }>(
      `SELECT rolname AS nama, rolsuper OR rolbypassrls AS kuat,
         EXISTS(SELECT FROM pg_class k JOIN pg_namespace n ON n.oid = k.relnamespace
           WHERE n.nspname = current_schema() AND k.relkind = 'r' AND k.relowner = r.oid) AS pemilik
       FROM pg_roles r WHERE rolname = current_user`,
    )
    if (rows[0]?.kuat || rows[0]?.pemilik)
      throw new GagalMulai(
        `Akun basis data "${rows[0].nama}" dapat melewati pembatas antar-kecamatan. Isi DATABASE_URL_APLIKASI dengan akun tanpa SUPERUSER dan BYPASSRLS yang bukan pemilik tabel.`,
      )
  } finally {
    await klien.end().catch(() => {})
  }
}

async function jalankan(klien: pg.Client, perintah: string, semua: readonly string[]): Promise<void> {
  try {
    await klien.query(perintah)
  } catch (sebab) {
    const { code, message } = sebab as { code?: string; message: string }
    // another process made it a moment ago (in a test: in another database of the same server)
    if (code === '42710' || code === '23505' || message.includes('tuple concurrently updated')) return
    throw new GagalMulai(
      `Peran ${PERAN_APLIKASI} tidak dapat disiapkan (${message}). Mintalah administrator basis data menjalankan:\n${semua.map((baris) => `  ${baris};`).join('\n')}`,
    )
  }
}
