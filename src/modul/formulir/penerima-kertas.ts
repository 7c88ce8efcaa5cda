import { Prisma } from '../../inti/basis-data/index.ts'

/**
 * Columns that stand in for Tim SAKIP where the SOP knows none, as JSON of a query with `v` (versi_sop): those that prepare
 * and hand out the forms also take the papers in (SOP Mekanisme Pengumpulan Data Kinerja Kecamatan Muara Papalik, langkah 3
 * and 4: Kasubbag Program & Keuangan and its Staf). Empty where the SOP has a column for Tim SAKIP.
 */
export const SQL_PENERIMA_KERTAS = Prisma.sql`
  (select coalesce(json_agg(k), '[]') from jsonb_array_elements(v.definisi -> 'pelaksana') k
    where not exists (select from jsonb_array_elements(v.definisi -> 'pelaksana') t where jsonb_exists(t -> 'peran', 'TIM_SAKIP'))
      and exists (select from jsonb_array_elements(v.definisi -> 'langkah') l
        where l ->> 'jenis' in ('siapkan-formulir', 'distribusi') and jsonb_exists(l -> 'pelaksana', k ->> 'kode')))`
