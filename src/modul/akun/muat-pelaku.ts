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
  return jadiPelaku(baris)
}

/** Everybody of an office who can sign in, with the rights of this moment; for work that the clock starts. One query. */
export async function muatPelakuKantor(db: BasisData, kecamatanId: string): Promise<Pelaku[]> {
  const { rows } = await denganKonteks({ kecamatanId, kunci: null }, () =>
    db.poolBaca.query<Baris>({ name: 'muat-pelaku-kantor', text: SQL_KANTOR, values: [kecamatanId, jam.sekarang()] }),
  )
  return rows.map(jadiPelaku)
}

function jadiPelaku(baris: Baris): Pelaku {
  const { sesiBerlakuSejak: _, ...orang } = baris
  return { ...orang, peran: peranDari(baris) }
}

function peranDari({ penugasan, anggotaTimSakip }: Baris): Peran[] {
  const peran = new Set<Peran>(penugasan.map((p) => p.peran))
  if (anggotaTimSakip) peran.add('TIM_SAKIP')
  return [...peran]
}

/** `syarat` picks accounts `a` of office `k`; both parameters are names of placeholders, nothing a person typed. */
const sqlOrang = ({ syarat, kini }: { syarat: string; kini: string }) => `
  with orang as (
    select a.id, a.pegawai_id, a.wajib_ganti, a.sesi_berlaku_sejak, p.nama, p.nip, p.pangkat, k.id as kecamatan_id,
      k.nama as nama_kecamatan, k.kabupaten, k.zona_waktu, (${kini}::timestamptz at time zone k.zona_waktu)::date as hari
    from akun a join pegawai p on p.id = a.pegawai_id join kecamatan k on k.id = a.kecamatan_id
    where ${syarat} and a.aktif and p.aktif and k.aktif
  )
  select o.id as "akunId", o.pegawai_id as "pegawaiId", o.nama, o.nip, o.pangkat, o.kecamatan_id as "kecamatanId",
    o.nama_kecamatan as "namaKecamatan", o.kabupaten, o.zona_waktu as "zonaWaktu", o.wajib_ganti as "wajibGantiSandi",
    o.sesi_berlaku_sejak as "sesiBerlakuSejak",
    coalesce((select h.urut from jejak_kepala h where h.kecamatan_id = o.kecamatan_id), 0)::float8 as "urutJejak",
    (select count(*)::int from pengingat i where i.pegawai_id = o.pegawai_id and i.kecamatan_id = o.kecamatan_id
      and i.dibaca_pada is null and i.tanggal > o.hari - 31) as "pengingatBaru",
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

const SQL_PELAKU = sqlOrang({ syarat: 'a.id = $1 and a.kecamatan_id = $2', kini: '$3' })
const SQL_KANTOR = sqlOrang({ syarat: 'a.kecamatan_id = $1', kini: '$2' })
