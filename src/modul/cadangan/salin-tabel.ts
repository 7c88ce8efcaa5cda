import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { to as salinDari, from as salinKe } from 'pg-copy-streams'
import { sidikAliran } from '../berkas/index.ts'
import type { IsiTabel } from './bentuk.ts'

export type Tabel = Pick<IsiTabel, 'nama' | 'kolom' | 'urut'>

/** Nothing of these is worth keeping: sessions, throttles and one-time codes end with the installation; migrations are named in the table of contents. */
const TANPA = ['_prisma_migrations', 'sesi', 'batas_masuk', 'kode_kantor_baru']

/** The same bytes for the same rows on every server. */
const CARA_TULIS = [
  "SET TimeZone = 'UTC'",
  "SET DateStyle = 'ISO, YMD'",
  "SET IntervalStyle = 'postgres'",
  "SET bytea_output = 'hex'",
  "SET client_encoding = 'UTF8'",
  'SET extra_float_digits = 1',
  'SET statement_timeout = 0',
]
export async function aturCaraTulis(klien: pg.Client): Promise<void> {
  for (const perintah of CARA_TULIS) await klien.query(perintah)
}

/** All tables to keep with their columns and the columns of their key; those that refer to another table come last. */
export async function daftarTabel(klien: pg.Client): Promise<Tabel[]> {
  const { rows } = await klien.query<Tabel>(
    `SELECT c.relname AS nama,
       array(SELECT a.attname::text FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS kolom,
       array(SELECT a.attname::text FROM pg_index i, unnest(i.indkey) WITH ORDINALITY k(nomor, ke), pg_attribute a
         WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.nomor ORDER BY k.ke) AS urut
     FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT c.relname = ANY($1)
     ORDER BY EXISTS (SELECT FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f'), c.relname`,
    [TANPA],
  )
  return rows
}

const kutip = (nama: string): string => `"${nama.replaceAll('"', '""')}"`
export const kutipSemua = (nama: readonly string[]): string => nama.map(kutip).join(', ')

/** Rows of a table in the order of its key, as bytes; the number of rows is known once the stream has ended. */
export function alirkanKeluar(klien: pg.Client, { nama, kolom, urut }: Tabel) {
  const kunci = urut.map((k) => `${kutip(k)}::text COLLATE "C"`).join(', ')
  return klien.query(
    salinDari(`COPY (SELECT ${kutipSemua(kolom)} FROM ${kutip(nama)}${kunci && ` ORDER BY ${kunci}`}) TO STDOUT`),
  )
}

/** Loads what `alirkanKeluar` gave. */
export async function alirkanMasuk(klien: pg.Client, { nama, kolom }: Tabel, isi: Readable): Promise<void> {
  await pipeline(isi, klien.query(salinKe(`COPY ${kutip(nama)} (${kutipSemua(kolom)}) FROM STDIN`)))
}

/** SHA-256 of a table as `alirkanKeluar` writes it. */
export const sidikTabel = async (klien: pg.Client, tabel: Tabel): Promise<string> =>
  (await sidikAliran(alirkanKeluar(klien, tabel))).sha256
