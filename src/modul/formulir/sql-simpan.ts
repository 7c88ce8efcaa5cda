import { SQL_SKALA_SIKLUS } from '../perencanaan/index.ts'
import { SQL_REALISASI_LALU } from './catat-anggaran.ts'

/**
 * The one statement that saves a row: it checks tenant, unit, state of the form and of the step, openness and version of
 * the row, writes the row, the audit event (fields with old and new value) and the idempotency key, or does nothing at
 * all. The form is share-locked: handing in waits for the saves before it and closes out those after it. A row that is
 * blank after it is not done any more, whoever said so: its task waits again, as the audit event of the row tells.
 *
 * $1 kecamatan · $2 formulir · $3 baris · $4 versi · $5 units · $6 new values (JSON) · $7 nama · $8 jabatan · $9 pegawai ·
 * $10 akun · $11 waktu · $12 key or null · $13 what the row is called in the audit trail · $14 units that the person heads ·
 * $15 whose typing it is: where only those may type to whom a row was given, this person or the head
 */
const rangka = (
  tabel: string,
  isi: { lama: string; tulis: string; belum: string; objek: string; peristiwa: string; kembali: string },
) => `
with f as (
  select f.id, f.siklus_id from formulir f
  where f.id = $2::uuid and f.kecamatan_id = $1::uuid and f.unit_id = any($5::uuid[]) and f.status in ('DITERIMA', 'DIKEMBALIKAN')
    and exists (select 1 from siklus s join langkah_siklus l on l.siklus_id = s.id join bagian_langkah g on g.langkah_id = l.id
      where s.id = f.siklus_id and s.status = 'BERJALAN' and l.jenis = 'pengisian' and l.status = 'BERJALAN'
        and g.unit_id = f.unit_id and g.status = 'BERJALAN')
    and (not f.hanya_ditugasi or f.unit_id = any($14::uuid[]) or exists (select 1 from delegasi_baris d
      where d.baris_id = $3::uuid and d.kecamatan_id = $1::uuid and d.formulir_id = f.id and d.pegawai_id = $15::uuid))
  for share of f
), lama as (
  select b.id, b.versi, ${isi.lama} as j from ${tabel} b where b.id = $3::uuid and b.kecamatan_id = $1::uuid
), baru as (
  update ${tabel} b set ${isi.tulis}, versi = b.versi + 1, diubah_oleh = $7, diubah_oleh_id = $9::uuid, diubah_pada = $11::timestamptz
  from f where b.id = $3::uuid and b.formulir_id = f.id and b.kecamatan_id = $1::uuid and b.terbuka and b.versi = $4::int
  returning b.id, b.versi, b.siklus_id, ${isi.belum} as belum
), tugas as (
  update delegasi_baris d set selesai_pada = null from baru
  where baru.belum and d.baris_id = baru.id and d.kecamatan_id = $1::uuid and d.selesai_pada is not null
), kunci as (
  insert into kunci_permintaan (kunci, kecamatan_id, akun_id)
  select $12, $1::uuid, $10::uuid from baru where $12::text is not null
), j as (
  insert into jejak (kecamatan_id, akun_id, pegawai_id, nama_pelaku, jabatan_pelaku, peristiwa, objek_jenis, objek_id, siklus_id, rincian)
  select $1::uuid, $10::uuid, $9::uuid, $7, $8, '${isi.peristiwa}', '${isi.objek}', baru.id::text, baru.siklus_id,
    jsonb_build_object('nama', $13::text, 'perubahan', coalesce((select jsonb_object_agg(k, jsonb_build_object('lama', lama.j -> k, 'baru', $6::jsonb -> k))
      from jsonb_object_keys($6::jsonb) k where lama.j -> k is distinct from $6::jsonb -> k), '{}'))
  from baru join lama on lama.id = baru.id
)
select baru.versi${isi.kembali} from baru`

export const SQL_SIMPAN_BARIS = rangka('baris_formulir', {
  lama: `jsonb_build_object('status', b.status, 'variabel', b.variabel, 'kategori', b.kategori, 'nilai', trim_scale(b.nilai)::text,
    'alasanTidakBerlaku', b.alasan_tidak_berlaku, 'kendala', b.kendala, 'faktorPendorong', b.faktor_pendorong,
    'tindakLanjut', b.tindak_lanjut, 'keterangan', b.keterangan)`,
  tulis: `status = ($6::jsonb ->> 'status')::status_isian, variabel = $6::jsonb -> 'variabel', kategori = $6::jsonb ->> 'kategori',
    nilai = ($6::jsonb ->> 'nilai')::numeric, alasan_tidak_berlaku = $6::jsonb ->> 'alasanTidakBerlaku', kendala = $6::jsonb ->> 'kendala',
    faktor_pendorong = $6::jsonb ->> 'faktorPendorong', tindak_lanjut = $6::jsonb ->> 'tindakLanjut', keterangan = $6::jsonb ->> 'keterangan'`,
  belum: `b.status = 'KOSONG' and b.jatuh_tempo`,
  objek: 'baris_formulir',
  peristiwa: 'formulir.baris-disimpan',
  // earlier values (for capaian), the scale (for predikat) and the count at the foot of the form, without another round trip
  kembali: `, coalesce((select json_agg(json_build_object('tahun', r.tahun, 'triwulan', r.triwulan, 'nilai', trim_scale(r.nilai)::text,
      'kategori', r.kategori) order by r.tahun, r.triwulan)
    from baris_formulir b join siklus s on s.id = b.siklus_id join realisasi_indikator r on r.kecamatan_id = b.kecamatan_id
      and r.indikator_id = b.indikator_id and r.tahun between s.tahun - 3 and s.tahun and (r.siklus_id is null or r.siklus_id <> s.id)
    where b.id = baru.id), '[]') as lalu,
    (select json_build_object('dari', count(*), 'terisi', count(*) filter (where b.status <> 'KOSONG'),
       'tanpaBukti', count(*) filter (where b.status = 'TERISI' and (b.kartu ->> 'buktiWajib')::boolean
         and not exists (select 1 from bukti k where k.baris_id = b.id and k.kecamatan_id = b.kecamatan_id)))
     from baris_formulir b where b.formulir_id = $2::uuid and b.kecamatan_id = $1::uuid and b.jatuh_tempo and b.id <> baru.id) as lain,
    (select json_build_object('dari', count(*), 'terisi', count(*) filter (where a.status <> 'KOSONG'))
     from baris_anggaran a where a.formulir_id = $2::uuid and a.kecamatan_id = $1::uuid) as anggaran,
    exists (select 1 from bukti k where k.baris_id = baru.id and k.kecamatan_id = $1::uuid) as berbukti,
    (select ${SQL_SKALA_SIKLUS.sql} from siklus s where s.id = baru.siklus_id) as skala`,
})

export const SQL_SIMPAN_ANGGARAN = rangka('baris_anggaran', {
  lama: `jsonb_build_object('status', b.status, 'realisasi', trim_scale(b.realisasi)::text, 'keterangan', b.keterangan)`,
  tulis: `status = ($6::jsonb ->> 'status')::status_isian, realisasi = ($6::jsonb ->> 'realisasi')::numeric,
    keterangan = $6::jsonb ->> 'keterangan'`,
  belum: `b.status = 'KOSONG'`,
  objek: 'baris_anggaran',
  peristiwa: 'formulir.anggaran-disimpan',
  kembali: `, (select trim_scale(a.pagu)::text from baris_anggaran a where a.id = baru.id) as pagu,
    (select ${SQL_REALISASI_LALU.sql} from baris_anggaran a join siklus s on s.id = a.siklus_id where a.id = baru.id) as sebelumnya,
    (select json_build_object('dari', count(*), 'terisi', count(*) filter (where b.status <> 'KOSONG'),
       'tanpaBukti', count(*) filter (where b.status = 'TERISI' and (b.kartu ->> 'buktiWajib')::boolean
         and not exists (select 1 from bukti k where k.baris_id = b.id and k.kecamatan_id = b.kecamatan_id)))
     from baris_formulir b where b.formulir_id = $2::uuid and b.kecamatan_id = $1::uuid and b.jatuh_tempo) as lain,
    (select json_build_object('dari', count(*), 'terisi', count(*) filter (where a.status <> 'KOSONG'))
     from baris_anggaran a where a.formulir_id = $2::uuid and a.kecamatan_id = $1::uuid and a.id <> baru.id) as anggaran`,
})
