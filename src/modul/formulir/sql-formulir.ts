import { Prisma } from '../../inti/basis-data/index.ts'
import { SQL_REALISASI_LALU } from './catat-anggaran.ts'
import { sqlKertas } from './kertas/kertas-baris.ts'
import { sqlKoreksi } from './koreksi-baris.ts'
import { sqlTanya } from './tanya-baris.ts'

/** Decimals as text without trailing zeros: a JSON number would pass through a binary float. */
const TERBUKA = Prisma.sql`f.status in ('DITERIMA', 'DIKEMBALIKAN')`

const ISI_BARIS = Prisma.sql`coalesce((select json_agg(json_build_object('id', b.id, 'indikatorId', b.indikator_id,
    'targetPkId', b.target_pk_id, 'urut', b.urut, 'kartu', b.kartu, 'target', b.target, 'jatuhTempo', b.jatuh_tempo,
    'status', b.status, 'variabel', b.variabel, 'kategori', b.kategori, 'nilai', trim_scale(b.nilai)::text,
    'alasanTidakBerlaku', b.alasan_tidak_berlaku, 'kendala', b.kendala, 'faktorPendorong', b.faktor_pendorong,
    'tindakLanjut', b.tindak_lanjut, 'keterangan', b.keterangan, 'terbuka', b.terbuka and ${TERBUKA}, 'alasanKembali', b.alasan_kembali,
    'versi', b.versi, 'diubahOleh', b.diubah_oleh, 'diubahOlehId', b.diubah_oleh_id, 'diubahPada', b.diubah_pada,
    'jumlahBukti', (select count(*) from bukti k where k.baris_id = b.id and k.kecamatan_id = b.kecamatan_id),
    'lalu', coalesce((select json_agg(json_build_array(r.tahun, r.triwulan, trim_scale(r.nilai)::text, r.kategori) order by r.tahun, r.triwulan)
      from realisasi_indikator r where r.kecamatan_id = b.kecamatan_id and r.indikator_id = b.indikator_id
        and r.tahun between s.tahun - 3 and s.tahun and (r.siklus_id is null or r.siklus_id <> s.id)), '[]'),
    'koreksi', ${sqlKoreksi(Prisma.sql`o.kecamatan_id = b.kecamatan_id and o.siklus_id = b.siklus_id and o.indikator_id = b.indikator_id`)},
    'kertas', ${sqlKertas(Prisma.sql`k.kecamatan_id = b.kecamatan_id and k.baris_id = b.id`)},
    'tanya', ${sqlTanya(Prisma.sql`q.kecamatan_id = b.kecamatan_id and q.baris_id = b.id`)})
    order by b.urut)
  from baris_formulir b where b.formulir_id = f.id and b.kecamatan_id = f.kecamatan_id), '[]')`

const ISI_ANGGARAN = Prisma.sql`coalesce((select json_agg(json_build_object('id', a.id, 'subKegiatanId', a.sub_kegiatan_id,
    'urut', a.urut, 'kode', a.kode, 'nama', a.nama, 'pagu', trim_scale(a.pagu)::text, 'status', a.status,
    'realisasi', trim_scale(a.realisasi)::text, 'keterangan', a.keterangan, 'terbuka', a.terbuka and ${TERBUKA},
    'alasanKembali', a.alasan_kembali, 'versi', a.versi, 'diubahOleh', a.diubah_oleh, 'diubahOlehId', a.diubah_oleh_id,
    'diubahPada', a.diubah_pada,
    'sebelumnya', ${SQL_REALISASI_LALU},
    'koreksi', ${sqlKoreksi(Prisma.sql`o.kecamatan_id = a.kecamatan_id and o.siklus_id = a.siklus_id and o.sub_kegiatan_id = a.sub_kegiatan_id
      and o.unit_id = f.unit_id`)},
    'kertas', ${sqlKertas(Prisma.sql`k.kecamatan_id = a.kecamatan_id and k.baris_id = a.id`)},
    'tanya', ${sqlTanya(Prisma.sql`q.kecamatan_id = a.kecamatan_id and q.baris_id = a.id`)})
    order by a.urut)
  from baris_anggaran a where a.formulir_id = f.id and a.kecamatan_id = f.kecamatan_id), '[]')`

/** The whole form as one JSON value; needs f (formulir), u (unit_kerja) and s (siklus) in the query. */
export const ISI_FORMULIR = Prisma.sql`json_build_object('id', f.id, 'siklusId', f.siklus_id, 'unitId', f.unit_id, 'unitKode', u.kode,
  'unitNama', u.nama, 'urut', f.urut, 'status', f.status, 'putaran', f.putaran, 'catatan', f.catatan,
  'dibagikanPada', f.dibagikan_pada, 'dibagikanOleh', f.dibagikan_oleh, 'diterimaPada', f.diterima_pada,
  'penerima', f.penerima, 'jabatanPenerima', f.jabatan_penerima, 'caraTerima', f.cara_terima, 'berkasTerimaId', f.berkas_terima_id,
  'diserahkanPada', f.diserahkan_pada, 'penyerahId', f.penyerah_id, 'penyerah', f.penyerah, 'jabatanPenyerah', f.jabatan_penyerah,
  'serahKertas', f.serah_kertas,
  'versi', f.versi, 'baris', ${ISI_BARIS}, 'anggaran', ${ISI_ANGGARAN})`
