import { Prisma } from '../../inti/basis-data/index.ts'
import { type Pelaku, unitDipimpin, unitPelaku } from '../../inti/pelaku.ts'
import { type JenisPeriode, namaPeriode, tanggalLokal, tanggalPanjang, tanggalPendek } from '../../inti/waktu/index.ts'
import type { Tugas } from './susun-tugas.ts'

/** Rows of a form that the head gave to one person for one day and that are not done. */
export type BarisDiberikan = {
  readonly formulirId: string
  readonly siklusId: string
  readonly unitId: string
  readonly namaUnit: string
  readonly namaSop: string
  readonly jenisPeriode: JenisPeriode
  readonly tahun: number
  readonly nomorPeriode: number
  readonly pegawaiId: string
  /** YYYY-MM-DD */
  readonly tanggal: string | null
  readonly indikator: number
  readonly anggaran: number
  readonly dari: string
  /** ISO */
  readonly sejak: string
  /** why rows of it came back */
  readonly alasanKembali: string | null
}

/** Rows given to people of the office in forms that are being filled in, by person and day. */
export const sqlBarisDiberikan = (pelaku: Pelaku) => Prisma.sql`
    select f.id as "formulirId", s.id as "siklusId", f.unit_id as "unitId", u.nama as "namaUnit", p.nama as "namaSop",
      s.jenis_periode as "jenisPeriode", s.tahun, s.nomor_periode as "nomorPeriode", d.pegawai_id as "pegawaiId",
      coalesce(d.tanggal, l.tenggat, s.tenggat)::text as tanggal, count(b.id)::int as indikator, count(a.id)::int as anggaran,
      max(d.diberikan_oleh) as dari, min(d.diberikan_pada) as sejak, max(coalesce(b.alasan_kembali, a.alasan_kembali)) as "alasanKembali"
    from delegasi_baris d join formulir f on f.id = d.formulir_id join unit_kerja u on u.id = f.unit_id
      join siklus s on s.id = f.siklus_id join sop p on p.id = s.sop_id
      join lateral (select l.tenggat from langkah_siklus l join bagian_langkah g on g.langkah_id = l.id
        where l.siklus_id = s.id and l.jenis = 'pengisian' and l.status = 'BERJALAN' and g.unit_id = f.unit_id and g.status = 'BERJALAN'
        order by l.urut limit 1) l on true
      left join baris_formulir b on b.id = d.baris_id and b.kecamatan_id = d.kecamatan_id and b.terbuka
      left join baris_anggaran a on a.id = d.baris_id and a.kecamatan_id = d.kecamatan_id and a.terbuka
    where d.kecamatan_id = ${pelaku.kecamatanId}::uuid and d.selesai_pada is null and s.status = 'BERJALAN'
      and f.status in ('DITERIMA', 'DIKEMBALIKAN') and (b.id is not null or a.id is not null)
    group by f.id, s.id, u.nama, p.nama, d.pegawai_id, coalesce(d.tanggal, l.tenggat, s.tenggat)
    order by 10 nulls last, f.id`

type Batas = Pick<Tugas, 'tenggat' | 'urutTenggat'>

/** Who was given rows is asked to fill them in by the day that the head named; people who left the unit are not. */
export function tugasDiberikan(t: BarisDiberikan, pelaku: Pelaku, batas: (tanggal: string | null) => Batas): Tugas[] {
  const unit = [...unitPelaku(pelaku), ...unitDipimpin(pelaku)]
  if (t.pegawaiId !== pelaku.pegawaiId || !unit.includes(t.unitId)) return []
  return [
    {
      judul: `Isi ${sebutJumlah(t)}${t.tanggal ? ` sampai ${tanggalPanjang(t.tanggal)}` : ''}`,
      alamat: `/formulir/${t.formulirId}?tampil=saya`,
      periode: `${t.namaSop} · ${namaPeriode({ jenis: t.jenisPeriode, tahun: t.tahun, nomor: t.nomorPeriode })}`,
      dari: t.dari,
      sejak: `sejak ${tanggalPendek(tanggalLokal(new Date(t.sejak), pelaku.zonaWaktu))}`,
      mengapa: t.alasanKembali
        ? `Alasan: ${t.alasanKembali}`
        : `Bagian Anda dari formulir ${t.namaUnit}. Sesudah diisi, tekan Nyatakan selesai di formulirnya.`,
      status: t.alasanKembali
        ? { kode: 'DIKEMBALIKAN', teks: 'Dikembalikan' }
        : { kode: 'MENUNGGU', teks: 'Bagian Anda' },
      siklusId: t.siklusId,
      ...batas(t.tanggal),
    },
  ]
}

const sebutJumlah = ({ indikator, anggaran }: BarisDiberikan): string =>
  [indikator > 0 ? `${indikator} indikator` : '', anggaran > 0 ? `${anggaran} baris anggaran` : '']
    .filter(Boolean)
    .join(' dan ')
