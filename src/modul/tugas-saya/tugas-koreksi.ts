import { Prisma } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { namaPeriode, type Periode, tanggalLokal, tanggalPendek } from '../../inti/waktu/index.ts'
import { bolehKoreksi, sqlPengusulSekcam } from '../koreksi/index.ts'
import type { Tugas } from './susun-tugas.ts'

/** A proposed koreksi that nobody decided on yet. */
export type KoreksiMenunggu = {
  readonly id: string
  readonly nama: string
  readonly namaSop: string
  readonly jenisPeriode: Periode['jenis']
  readonly tahun: number
  readonly nomorPeriode: number
  readonly teksLama: string
  readonly teksBaru: string
  readonly pengusul: string
  readonly pengusulId: string
  readonly pengusulSekcam: boolean
  /** ISO */
  readonly sejak: string
}

/** Proposed koreksi of the office, the oldest first. */
export const sqlKoreksiMenunggu = (pelaku: Pelaku) => Prisma.sql`
    select o.id, o.nama, p.nama as "namaSop", s.jenis_periode as "jenisPeriode", s.tahun, s.nomor_periode as "nomorPeriode",
      o.teks_lama as "teksLama", o.teks_baru as "teksBaru", o.pengusul, o.pengusul_id as "pengusulId", o.diajukan_pada as sejak,
      ${sqlPengusulSekcam(pelaku)} as "pengusulSekcam"
    from koreksi o join siklus s on s.id = o.siklus_id join sop p on p.id = s.sop_id
    where o.kecamatan_id = ${pelaku.kecamatanId}::uuid and o.status = 'DIAJUKAN' order by o.diajukan_pada`

/** Whoever decides on a koreksi is asked to. */
export function tugasKoreksi(k: KoreksiMenunggu, pelaku: Pelaku): Tugas[] {
  if (!bolehKoreksi(pelaku, { ...k, status: 'DIAJUKAN' }, 'SETUJUI')) return []
  return [
    {
      judul: `Putuskan koreksi ${k.nama}`,
      alamat: `/koreksi/${k.id}`,
      periode: `${k.namaSop.replace(/^SOP /, '')} · ${namaPeriode({ jenis: k.jenisPeriode, tahun: k.tahun, nomor: k.nomorPeriode })}`,
      dari: k.pengusul,
      sejak: `sejak ${tanggalPendek(tanggalLokal(new Date(k.sejak), pelaku.zonaWaktu))}`,
      mengapa: `Semula ${k.teksLama}, diusulkan menjadi ${k.teksBaru}. Angkanya baru berubah setelah Anda menyetujuinya.`,
      status: { kode: 'MENUNGGU', teks: 'Menunggu keputusan Anda' },
      tenggat: null,
      urutTenggat: null,
    },
  ]
}
