import { Prisma } from '../../inti/basis-data/index.ts'
import { type Pelaku, unitDipimpin } from '../../inti/pelaku.ts'
import { type JenisPeriode, namaPeriode, tanggalLokal, tanggalPanjang, tanggalPendek } from '../../inti/waktu/index.ts'
import type { Tugas } from './susun-tugas.ts'

/** A form that somebody recorded as handed in on paper in its head's name, while the head may still withdraw it. */
export type SerahanKertas = {
  readonly formulirId: string
  readonly siklusId: string
  readonly unitId: string
  readonly namaUnit: string
  readonly namaSop: string
  readonly jenisPeriode: JenisPeriode
  readonly tahun: number
  readonly nomorPeriode: number
  readonly penyerah: string
  readonly pencatat: string
  readonly jabatanPencatat: string
  /** date on the paper, YYYY-MM-DD */
  readonly tanggal: string
  /** ISO */
  readonly sejak: string
}

export const sqlSerahanKertas = (pelaku: Pelaku) => Prisma.sql`
    select f.id as "formulirId", s.id as "siklusId", f.unit_id as "unitId", u.nama as "namaUnit", p.nama as "namaSop",
      s.jenis_periode as "jenisPeriode", s.tahun, s.nomor_periode as "nomorPeriode", f.penyerah,
      f.serah_kertas ->> 'pencatat' as pencatat, f.serah_kertas ->> 'jabatanPencatat' as "jabatanPencatat",
      f.serah_kertas ->> 'tanggal' as tanggal, f.diserahkan_pada as sejak
    from formulir f join unit_kerja u on u.id = f.unit_id join siklus s on s.id = f.siklus_id join sop p on p.id = s.sop_id
    where f.kecamatan_id = ${pelaku.kecamatanId}::uuid and f.status = 'DISERAHKAN' and f.serah_kertas is not null and s.status = 'BERJALAN'
      and exists (select 1 from langkah_siklus l join bagian_langkah g on g.langkah_id = l.id
        where l.siklus_id = s.id and l.jenis = 'pengisian' and l.status = 'BERJALAN' and g.unit_id = f.unit_id and g.status = 'SELESAI')
    order by f.diserahkan_pada, f.id`

/** Who heads the unit is told what was handed in in the head's name; gone once it is withdrawn or the step is closed. */
export function tugasPenyerahan(t: SerahanKertas, pelaku: Pelaku): Tugas[] {
  if (!unitDipimpin(pelaku).includes(t.unitId)) return []
  return [
    {
      judul: `Ketahui penyerahan formulir ${t.namaUnit} dari kertas`,
      alamat: `/formulir/${t.formulirId}`,
      periode: `${t.namaSop} · ${namaPeriode({ jenis: t.jenisPeriode, tahun: t.tahun, nomor: t.nomorPeriode })}`,
      dari: `${t.pencatat}, ${t.jabatanPencatat}`,
      sejak: `sejak ${tanggalPendek(tanggalLokal(new Date(t.sejak), pelaku.zonaWaktu))}`,
      mengapa: `Tercatat atas nama ${t.penyerah}, bukti: kertas ${tanggalPanjang(t.tanggal)}. Tarik kembali bila itu bukan dari Anda.`,
      status: { kode: 'DISERAHKAN', teks: 'Sudah diserahkan' },
      siklusId: t.siklusId,
      tenggat: null,
      urutTenggat: null,
    },
  ]
}
