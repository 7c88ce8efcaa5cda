import type { Berkas } from '../../arsitektur/pohon.ts'

/** A table as a sorted list of facts, so that two descriptions of it can be compared line by line. */
export type Skema = ReadonlyMap<string, readonly string[]>

const TIPE: Readonly<Record<string, string>> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Boolean: 'boolean',
  Json: 'jsonb',
  DateTime: 'timestamp(3) without time zone',
}

/**
 * What prisma/schema says about the tables: columns with type, nullability and default, keys, indexes, and the labels of
 * enums. Reads the part of Prisma's language this project uses (no relations, no views); an unknown type throws.
 */
export function bacaSkemaPrisma(berkas: readonly Berkas[]): Skema {
  const teks = berkas.map(({ isi }) => isi.replace(/\/\/.*$/gm, '')).join('\n')
  const blok = Array.from(teks.matchAll(/^(model|enum) (\w+) \{\n([\s\S]*?)^\}/gm), ([, jenis, nama, isi]) => ({
    jenis,
    nama: nama ?? '',
    isi: isi ?? '',
    tabel: /@@map\("(\w+)"\)/.exec(isi ?? '')?.[1] ?? nama ?? '',
  }))
  const enumeratif = new Map(blok.filter(({ jenis }) => jenis === 'enum').map(({ nama, tabel }) => [nama, tabel]))
  return new Map(
    blok.map(({ jenis, isi, tabel }) => [
      tabel,
      (jenis === 'enum' ? [labelEnum(isi)] : faktaModel(isi, enumeratif)).sort(),
    ]),
  )
}

const labelEnum = (isi: string): string =>
  `nilai ${(isi.match(/^ {2}[A-Z]\w*/gm) ?? []).map((satu) => satu.trim()).join(', ')}`

function faktaModel(isi: string, enumeratif: ReadonlyMap<string, string>): string[] {
  const kolom = new Map<string, string>()
  const fakta: string[] = []
  for (const baris of isi.split('\n')) {
    const [, nama, tipe = '', tanda = '', atribut = ''] = /^ {2}(\w+)\s+(\w+)(\[\]|\?)?(.*)$/.exec(baris) ?? []
    if (!nama) continue
    const diBasisData = /@map\("(\w+)"\)/.exec(atribut)?.[1] ?? nama
    kolom.set(nama, diBasisData)
    // Prisma makes list columns nullable and reads null as an empty list
    const boleh = tanda === '?' || tanda === '[]' ? 'boleh kosong' : 'wajib'
    const bawaan = /@default\(/.test(atribut) ? ', bawaan' : ''
    fakta.push(
      `kolom ${diBasisData} ${tipeKolom(tipe, atribut, enumeratif)}${tanda === '[]' ? '[]' : ''} ${boleh}${bawaan}`,
    )
    if (/@id\b/.test(atribut)) fakta.push(`utama (${diBasisData})`)
    if (/@unique\b/.test(atribut)) fakta.push(`unik (${diBasisData})`)
  }
  const sebutan = { id: 'utama', unique: 'unik', index: 'indeks' } as const
  for (const [, jenis, daftar = ''] of isi.matchAll(/@@(id|unique|index)\(\[([^\]]*)\]/g))
    fakta.push(
      `${sebutan[jenis as keyof typeof sebutan]} (${daftar
        .split(',')
        .map((satu) => kolom.get(satu.trim()))
        .join(', ')})`,
    )
  return fakta
}

function tipeKolom(tipe: string, atribut: string, enumeratif: ReadonlyMap<string, string>): string {
  const [, asli = '', ukuran = ''] = /@db\.(\w+)(?:\(([^)]*)\))?/.exec(atribut) ?? []
  const rapat = ukuran.replaceAll(' ', '')
  if (asli === 'Timestamptz') return `timestamp(${rapat}) with time zone`
  if (asli === 'Timestamp') return `timestamp(${rapat}) without time zone`
  if (asli === 'Decimal') return `numeric(${rapat})`
  if (asli === 'VarChar') return `character varying(${rapat})`
  if (asli !== '') return asli.toLowerCase()
  const dikenal = TIPE[tipe] ?? enumeratif.get(tipe)
  if (!dikenal) throw new Error(`tipe ${tipe} belum dikenal pembaca ini`)
  return dikenal
}

/** The same facts from PostgreSQL's catalogue. Partial indexes and those on expressions are told by their condition. */
export const SQL_SKEMA = `
  with tabel as (
    select k.oid, k.relname from pg_class k where k.relnamespace = 'public'::regnamespace and k.relkind = 'r'
  )
  select t.relname as nama, 'kolom ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) ||
    case when a.attnotnull then ' wajib' else ' boleh kosong' end || case when a.atthasdef then ', bawaan' else '' end as fakta
  from tabel t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  union all
  select t.relname, case when i.indisprimary then 'utama' when i.indisunique then 'unik' else 'indeks' end ||
    ' (' || (select string_agg(pg_get_indexdef(i.indexrelid, u, true), ', ' order by u) from generate_series(1, i.indnatts) u) || ')' ||
    coalesce(' bila ' || pg_get_expr(i.indpred, i.indrelid), '')
  from tabel t join pg_index i on i.indrelid = t.oid
  union all
  select y.typname, 'nilai ' || string_agg(e.enumlabel, ', ' order by e.enumsortorder)
  from pg_type y join pg_enum e on e.enumtypid = y.oid where y.typnamespace = 'public'::regnamespace group by y.typname`

/** Differences, one line each: "+" only in the database, "-" only in the schema. */
export function bedaSkema(skema: Skema, nyata: Skema): string[] {
  return [...new Set([...skema.keys(), ...nyata.keys()])].sort().flatMap((tabel) => {
    const [a, b] = [skema.get(tabel) ?? [], nyata.get(tabel) ?? []]
    return [
      ...a.filter((fakta) => !b.includes(fakta)).map((fakta) => `- ${tabel}: ${fakta}`),
      ...b.filter((fakta) => !a.includes(fakta)).map((fakta) => `+ ${tabel}: ${fakta}`),
    ]
  })
}
