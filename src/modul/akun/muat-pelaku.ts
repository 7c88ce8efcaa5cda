import type { BasisData } from '../../inti/basis-data/index.ts'
import { denganKonteks } from '../../inti/konteks.ts'
import type { Pelaku, PenugasanPelaku, Peran } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'

type Baris = Omit<Pelaku, 'peran' | 'penugasan'> & {
  penugasan: PenugasanPelaku[]
  sesiBerlakuSejak: Date
}

/**
 * The person behind an account with the rights of this moment: posts valid today (penugasan) and membership of the Tim
 * SAKIP decree valid today, in the office's own time zone. One query; null when account, person or office is disabled,
 * or the session was opened before `sesi_berlaku_sejak`.
 */
export async function muatPelaku(
  db: BasisData,
  akun: { akunId: string; kecamatanId: string; masukPada: number },
): Promise<Pelaku | null> {
  const kini = jam.sekarang()
  const [baris] = await denganKonteks({ kecamatanId: akun.kecamatanId, kunci: null }, () =>
    db.poolBaca
      .query<Baris>({ name: 'muat-pelaku', text: SQL_PELAKU, values: [akun.akunId, akun.kecamatanId, kini] })
      .then((h) => h.rows),
  )
  if (!baris || baris.sesiBerlakuSejak.getTime() > akun.masukPada) return null
  const { sesiBerlakuSejak: _, ...orang } = baris
  return { ...orang, peran: peranDari(baris) }
}

function peranDari({ penugasan, anggotaTimSakip }: Baris): Peran[] {
  const peran = new Set<Peran>(penugasan.map((p) => p.peran))
  if (anggotaTimSakip) peran.add('TIM_SAKIP')
  return [...peran]
}

const SQL_PELAKU = `
  with orang as (
    select a.id, a.pegawai_id, a.wajib_ganti, a.sesi_berlaku_sejak, p.nama, p.nip, p.pangkat, k.id as kecamatan_id,
      k.nama as nama_kecamatan, k.kabupaten, k.zona_waktu, ($3::timestamptz at time zone k.zona_waktu)::date as hari
    from akun a join pegawai p on p.id = a.pegawai_id join kecamatan k on k.id = a.kecamatan_id
    where a.id = $1 and a.kecamatan_id = $2 and a.aktif and p.aktif and k.aktif
  )
  select o.id as "akunId", o.pegawai_id as "pegawaiId", o.nama, o.nip, o.pangkat, o.kecamatan_id as "kecamatanId",
    o.nama_kecamatan as "namaKecamatan", o.kabupaten, o.zona_waktu as "zonaWaktu", o.wajib_ganti as "wajibGantiSandi",
    o.sesi_berlaku_sejak as "sesiBerlakuSejak",
    coalesce((select h.urut from jejak_kepala h where h.kecamatan_id = o.kecamatan_id), 0)::float8 as "urutJejak",
    coalesce((
      select json_agg(json_build_object('id', n.id, 'jenis', n.jenis, 'jabatanId', j.id, 'jabatanKode', j.kode,
        'jabatanNama', j.nama, 'peran', j.peran, 'unitId', u.id, 'unitNama', u.nama, 'unitKode', u.kode,
        'kepalaUnit', j.kepala_unit) order by j.urut, n.mulai)
      from penugasan n join jabatan j on j.id = n.jabatan_id left join unit_kerja u on u.id = j.unit_id
      where n.pegawai_id = o.pegawai_id and n.kecamatan_id = o.kecamatan_id
        and n.mulai <= o.hari and (n.selesai is null or n.selesai >= o.hari) and j.aktif
    ), '[]') as penugasan,
    exists (
      select 1 from anggota_tim_sakip g join tim_sakip t on t.id = g.tim_id
      where g.pegawai_id = o.pegawai_id and g.kecamatan_id = o.kecamatan_id
        and g.mulai <= o.hari and (g.selesai is null or g.selesai >= o.hari)
        and t.mulai <= o.hari and (t.selesai is null or t.selesai >= o.hari)
    ) as "anggotaTimSakip"
  from orang o`
