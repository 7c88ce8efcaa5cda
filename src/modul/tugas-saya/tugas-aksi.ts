import { Prisma } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { rentangPeriode, tanggalPendek } from '../../inti/waktu/index.ts'
import type { Tugas } from './susun-tugas.ts'

/** Quarters of a plan of actions that nobody reported yet, whether they ended or not. */
export type AksiBelumDilaporkan = {
  readonly pkId: string
  readonly jabatanId: string
  readonly jabatan: string
  readonly tahun: number
  readonly triwulan: readonly { readonly nomor: number; readonly aksi: number; readonly alasan: string }[]
}

/** Plans under an agreement in force: per post and year the quarters with a due action and no report that stands. */
export const sqlAksiBelum = (pelaku: Pelaku) => Prisma.sql`
    select x.id as "pkId", x.jabatan_id as "jabatanId", j.nama as jabatan, x.tahun, t.triwulan
    from (select distinct on (pk.jabatan_id, pk.tahun) pk.* from perjanjian_kinerja pk
        where pk.kecamatan_id = ${pelaku.kecamatanId}::uuid and pk.status = 'BERLAKU'
        order by pk.jabatan_id, pk.tahun, pk.berlaku_sejak desc) x
      join jabatan j on j.id = x.jabatan_id
      join lateral (select json_agg(json_build_object('nomor', n, 'aksi', a.jumlah, 'alasan', coalesce(l.alasan, '')) order by n) as triwulan
        from generate_series(1, 4) n
          join lateral (select count(*)::int as jumlah from rencana_aksi r where r.kecamatan_id = x.kecamatan_id and r.jabatan_id = x.jabatan_id
            and r.tahun = x.tahun and (array[r.tw1, r.tw2, r.tw3, r.tw4])[n] is not null) a on a.jumlah > 0
          left join laporan_aksi l on l.kecamatan_id = x.kecamatan_id and l.jabatan_id = x.jabatan_id and l.tahun = x.tahun and l.triwulan = n
        where l.status is distinct from 'DILAPORKAN') t on t.triwulan is not null
    order by x.tahun, j.urut, j.nama`

const ROMAWI = ['I', 'II', 'III', 'IV']

/** The official who promised reports each quarter that has ended; one line per quarter. */
export function tugasAksi(a: AksiBelumDilaporkan, pelaku: Pelaku, hariIni: string): Tugas[] {
  if (!pelaku.penugasan.some((p) => p.jabatanId === a.jabatanId)) return []
  return a.triwulan.flatMap(({ nomor, aksi, alasan }): Tugas[] => {
    const sejak = sesudahTriwulan(a.tahun, nomor)
    if (hariIni < sejak) return []
    return [
      {
        judul: `Laporkan rencana aksi Triwulan ${ROMAWI[nomor - 1]}`,
        alamat: `/rencana-aksi/${a.pkId}/triwulan/${nomor}`,
        periode: `Rencana aksi ${a.jabatan} · ${a.tahun}`,
        dari: null,
        sejak: `sejak ${tanggalPendek(sejak)}`,
        mengapa: alasan
          ? `Dibuka kembali. Alasan: ${alasan}`
          : `Triwulannya sudah berakhir, ${aksi} aksi yang bertarget di dalamnya belum dilaporkan.`,
        status: alasan
          ? { kode: 'DIKEMBALIKAN', teks: 'Dibuka kembali' }
          : { kode: 'MENUNGGU', teks: 'Belum dilaporkan' },
        tenggat: null,
        urutTenggat: null,
      },
    ]
  })
}

/** First day after a quarter: from then on its report is waited for. */
const sesudahTriwulan = (tahun: number, nomor: number): string =>
  nomor === 4 ? `${tahun + 1}-01-01` : rentangPeriode({ jenis: 'TRIWULAN', tahun, nomor: nomor + 1 }).mulai
