import type { Client } from 'pg'

export type Baris = Readonly<Record<string, unknown>>
/** A table and its rows; every row of a table has the same columns. */
export type IsiTabel = readonly [tabel: string, baris: readonly Baris[]]

/**
 * Inserts all rows of each table in one statement. PostgreSQL reads the values out of JSON by the column's type, so
 * figures and dates stay text until they arrive. Columns that no row names get their default.
 */
export async function sisipkan(klien: Client, isi: readonly IsiTabel[]): Promise<void> {
  for (const [tabel, baris] of isi) {
    const [pertama] = baris
    if (!pertama) continue
    const kolom = Object.keys(pertama)
      .map((nama) => `"${nama}"`)
      .join(', ')
    await klien.query(
      `INSERT INTO "${tabel}" (${kolom}) SELECT ${kolom} FROM jsonb_populate_recordset(NULL::"${tabel}", $1::jsonb)`,
      [JSON.stringify(baris)],
    )
  }
}

/** Codes of data files to ids of rows. An unknown code is a mistake in the data, so it throws. */
export class Rujukan {
  readonly #id = new Map<string, string>()

  catat(jenis: string, kode: string): string {
    const id = crypto.randomUUID()
    this.#id.set(`${jenis}:${kode}`, id)
    return id
  }

  ambil(jenis: string, kode: string): string {
    const id = this.#id.get(`${jenis}:${kode}`)
    if (!id) throw new Error(`${jenis} "${kode}" dirujuk tetapi tidak ada`)
    return id
  }
}
