import { Prisma } from '../../../inti/basis-data/index.ts'

/**
 * SQL: id of the sasaran that the program of a row (`program`: its alias) supports in a year. A program goes on over several
 * Renstra and supports another sasaran in each (dukungan_program); where the period of the year names none, it is the one
 * written last.
 */
export const sasaranProgram = (program: Prisma.Sql, tahun: number) => Prisma.sql`coalesce((select d.sasaran_id
  from dukungan_program d join sasaran ds on ds.id = d.sasaran_id join tujuan dt on dt.id = ds.tujuan_id join renstra dr on dr.id = dt.renstra_id
  where d.program_id = ${program}.id and ${tahun}::int between dr.tahun_awal and dr.tahun_akhir
  order by (d.sasaran_id = ${program}.sasaran_id) desc, dt.urut, ds.urut, ds.id limit 1), ${program}.sasaran_id)`
