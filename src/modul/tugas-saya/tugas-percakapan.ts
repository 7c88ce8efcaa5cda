import { Prisma } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { namaPeriode, type Periode, tanggalLokal, tanggalPendek } from '../../inti/waktu/index.ts'
import { ditunggu, type Tujuan } from '../percakapan/index.ts'
import { kutip } from './kutip.ts'
import type { Tugas } from './susun-tugas.ts'

/** A question about a row that waits for an answer, or for its asker. */
export type TanyaMenunggu = {
  readonly id: string
  readonly siklusId: string
  readonly unitId: string
  readonly nama: string
  readonly unit: string
  readonly tujuan: Tujuan
  readonly penanyaId: string
  readonly status: 'TERBUKA' | 'DIJAWAB'
  readonly namaSop: string
  readonly jenisPeriode: Periode['jenis']
  readonly tahun: number
  readonly nomorPeriode: number
  /** who wrote last */
  readonly penulis: string
  readonly teks: string
  /** ISO */
  readonly sejak: string
}

/** Unsettled questions of siklus that are neither sealed nor cancelled, the oldest first. */
export const sqlTanyaMenunggu = (pelaku: Pelaku) => Prisma.sql`
    select q.id, q.siklus_id as "siklusId", q.unit_id as "unitId", q.nama, q.unit, q.tujuan, q.penanya_id as "penanyaId", q.status,
      o.nama as "namaSop", s.jenis_periode as "jenisPeriode", s.tahun, s.nomor_periode as "nomorPeriode", p.penulis, left(p.teks, 200) as teks,
      q.berubah_pada as sejak
    from pertanyaan q join siklus s on s.id = q.siklus_id join sop o on o.id = s.sop_id
      cross join lateral (select penulis, teks from pesan_percakapan m where m.pertanyaan_id = q.id and m.ditarik_pada is null
        order by m.urut desc limit 1) p
    where q.kecamatan_id = ${pelaku.kecamatanId}::uuid and q.status in ('TERBUKA', 'DIJAWAB') and s.diarsipkan_pada is null
      and s.status <> 'DIBATALKAN'
    order by q.berubah_pada`

/** Whoever was asked is to answer; whoever got the answer is to read it and to settle the question. */
export function tugasPercakapan(t: TanyaMenunggu, pelaku: Pelaku): Tugas[] {
  if (!ditunggu(pelaku, t)) return []
  const dijawab = t.status === 'DIJAWAB'
  return [
    {
      siklusId: t.siklusId,
      judul: dijawab ? `Baca jawaban tentang ${t.nama}` : `Jawab pertanyaan tentang ${t.nama}`,
      alamat: `/percakapan/${t.id}`,
      periode: `${t.namaSop.replace(/^SOP /, '')} · ${namaPeriode({ jenis: t.jenisPeriode, tahun: t.tahun, nomor: t.nomorPeriode })} · ${t.unit}`,
      dari: t.penulis,
      sejak: `sejak ${tanggalPendek(tanggalLokal(new Date(t.sejak), pelaku.zonaWaktu))}`,
      mengapa: `“${kutip(t.teks)}”${dijawab ? ' Tandai selesai bila sudah jelas, atau tanyakan lagi.' : ''}`,
      status: { kode: 'MENUNGGU', teks: dijawab ? 'Sudah dijawab' : 'Menunggu jawaban Anda' },
      tenggat: null,
      urutTenggat: null,
    },
  ]
}
