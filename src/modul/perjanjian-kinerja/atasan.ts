import { Prisma } from '../../inti/basis-data/index.ts'

/**
 * SQL: joins, as `atasan`, the superior of the post `j` (unit `u`) of the agreement `pk` with the holder on a date: staff
 * answer to the head of their unit, a Kasubbag and the staff of the secretariat to the Sekcam, all others to the Camat. A
 * post that nobody holds but the official in person is passed over upwards: nobody is the own superior. No row for the
 * Camat, whose superior is the head of region. Columns id, nama, pemegang (json of a PihakPk without `jabatan`, or null).
 */
export const atasanPk = (tanggal: Prisma.Sql) => Prisma.sql`left join lateral (
  select a.id, a.nama, h.isi as pemegang
  from jabatan a left join lateral (
    select json_build_object('nama', q.nama, 'nip', q.nip, 'jenisNip', q.jenis_nip, 'pangkat', q.pangkat, 'golongan', q.golongan,
      'jabatan', a.nama, 'jenisPenugasan', n.jenis) as isi
    from penugasan n join pegawai q on q.id = n.pegawai_id
    where n.jabatan_id = a.id and n.pegawai_id <> pk.pegawai_id and n.mulai <= ${tanggal} and (n.selesai is null or n.selesai >= ${tanggal})
    order by (n.jenis = 'DEFINITIF'), n.mulai desc limit 1) h on true
  where a.kecamatan_id = pk.kecamatan_id and a.aktif and a.id <> j.id and j.peran <> 'CAMAT' and (
    (j.peran = 'STAF' and a.kepala_unit and a.unit_id = j.unit_id) or a.peran = 'CAMAT'
    or (a.peran = 'SEKCAM' and u.jenis in ('SUBBAG', 'SEKRETARIAT')))
  order by (h.isi is null), (case when a.peran = 'CAMAT' then 2 when a.peran = 'SEKCAM' then 1 else 0 end), a.urut limit 1
) atasan on true`

/** SQL: the superior as the agreement `pk` has it, on the day of its paper, or from when it shall hold while there is none. */
export const SQL_ATASAN_PK = atasanPk(Prisma.sql`coalesce(pk.tanggal, pk.berlaku_sejak)`)
