import pg from 'pg'
import { Prisma, type PrismaClient } from '../../../prisma/klien/client.ts'

type Tanya = PrismaClient['$queryRaw']

/** How many different statements get a name of their own; what is put together freely beyond that stays unnamed. */
const MAKS_NAMA = 400
const namaPernyataan = new Map<string, string>()

/**
 * `$queryRaw` for pages, straight through pg: the same call and the same types as Prisma's, without its engine, and as a
 * named statement, so that PostgreSQL plans it once per connection. Unlike Prisma's it runs at once, not when awaited.
 */
export function bacaLangsung(pool: pg.Pool): Tanya {
  const tanya = async (potongan: TemplateStringsArray | Prisma.Sql, ...nilai: unknown[]): Promise<unknown> => {
    const sql = Array.isArray(potongan)
      ? Prisma.sql(potongan as TemplateStringsArray, ...nilai)
      : (potongan as Prisma.Sql)
    const { text } = sql
    const hasil = await pool.query({
      name: namaUntuk(text),
      text,
      values: sql.values.map(susunNilai),
      types: { getTypeParser: pembaca },
    })
    return hasil.rows
  }
  return tanya as unknown as Tanya
}

/** The name under which a statement is prepared; undefined when there are too many already. */
export function namaUntuk(teks: string): string | undefined {
  const ada = namaPernyataan.get(teks)
  if (ada !== undefined || namaPernyataan.size >= MAKS_NAMA) return ada
  const nama = `t${namaPernyataan.size}`
  namaPernyataan.set(teks, nama)
  return nama
}

/** Dates travel in UTC whatever the zone of the machine; decimals as text. */
function susunNilai(nilai: unknown): unknown {
  if (typeof nilai !== 'object' || nilai === null) return nilai
  if (nilai instanceof Date) return nilai.toISOString()
  if (Array.isArray(nilai)) return nilai.map(susunNilai)
  return Prisma.Decimal.isDecimal(nilai) ? String(nilai) : nilai
}

const apaAdanya = (teks: string): string => teks
/** Types by PostgreSQL's numbers, as Prisma's raw queries give them: date and time as Date (UTC), bigint, Decimal. */
const PEMBACA: Readonly<Record<number, (teks: string) => unknown>> = {
  16: (teks) => teks === 't',
  20: (teks) => BigInt(teks),
  21: Number,
  23: Number,
  25: apaAdanya,
  114: (teks) => JSON.parse(teks),
  700: Number,
  701: Number,
  1043: apaAdanya,
  1082: (teks) => new Date(`${teks}T00:00:00Z`),
  1114: (teks) => new Date(`${teks.replace(' ', 'T')}Z`),
  1184: (teks) => new Date(teks.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
  1700: (teks) => new Prisma.Decimal(teks),
  2950: apaAdanya,
  3802: (teks) => JSON.parse(teks),
}

/** Everything else (arrays, enums) as pg reads it. */
const pembaca = (oid: number, format: 'text' | 'binary' = 'text') => PEMBACA[oid] ?? pg.types.getTypeParser(oid, format)
