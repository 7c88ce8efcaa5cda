import { Prisma } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalLokal, tanggalPendek } from '../../inti/waktu/index.ts'
import {
  hakPk,
  type PeranPk,
  peranPk,
  SQL_ATASAN_PK,
  type TindakanPk,
  type UntukHak,
} from '../perjanjian-kinerja/index.ts'
import type { Tugas } from './susun-tugas.ts'

/** An agreement that somebody of the office has to go on with. */
export type PkMenunggu = UntukHak & {
  readonly id: string
  readonly tahun: number
  readonly jenis: 'AWAL' | 'PERUBAHAN'
  readonly jabatan: string
  /** the act that brought it where it stands: who, when, with what words */
  readonly terakhir: { readonly waktu: string; readonly oleh: string; readonly catatan: string }
}

/** Agreements submitted, approved, signed, or sent back to their draft. */
export const sqlPkMenunggu = (pelaku: Pelaku) => Prisma.sql`
    select pk.id, pk.tahun, pk.jenis, pk.status, pk.jabatan_id as "jabatanId", pk.pegawai_id as "pegawaiId", pk.pengaju_id as "pengajuId",
      j.nama as jabatan, atasan.id as "atasanId", pk.riwayat -> -1 as terakhir
    from perjanjian_kinerja pk join jabatan j on j.id = pk.jabatan_id left join unit_kerja u on u.id = j.unit_id ${SQL_ATASAN_PK}
    where pk.kecamatan_id = ${pelaku.kecamatanId}::uuid and jsonb_array_length(pk.riwayat) > 0
      and (pk.status in ('DIAJUKAN', 'DISETUJUI', 'DITANDATANGANI') or (pk.status = 'DRAF' and pk.riwayat -> -1 ->> 'tindakan' = 'KEMBALIKAN'))
    order by pk.tahun, j.urut, j.nama`

type Giliran = {
  readonly tindakan: TindakanPk
  /** whose turn it is; whoever may do it besides is not asked */
  readonly milik: readonly (PeranPk | 'PENGAJU')[]
  readonly judul: string
  readonly mengapa: string
  readonly status: string
}
const GILIRAN: Partial<Readonly<Record<UntukHak['status'], readonly Giliran[]>>> = {
  DRAF: [
    {
      tindakan: 'AJUKAN',
      milik: ['PEMILIK', 'PENGAJU'],
      judul: 'Perbaiki dan ajukan lagi',
      mengapa: '',
      status: 'Dikembalikan',
    },
  ],
  DIAJUKAN: [
    {
      tindakan: 'SETUJUI',
      milik: ['ATASAN'],
      judul: 'Setujui atau kembalikan',
      mengapa: 'Anda atasan langsung pejabat yang berjanji.',
      status: 'Menunggu persetujuan Anda',
    },
    {
      tindakan: 'CATAT_SETUJU',
      milik: ['PENCATAT'],
      judul: 'Catat persetujuan atasan atas',
      mengapa: 'Atasannya di luar kantor ini dan menyetujui di atas kertas.',
      status: 'Menunggu persetujuan',
    },
  ],
  DISETUJUI: [
    {
      tindakan: 'TANDATANGANI',
      milik: ['PEMILIK', 'PENGAJU'],
      judul: 'Tanda tangani dan catat naskah',
      mengapa: 'Sudah disetujui. Cetak kedua lembarnya, tanda tangani, lalu catat nomor, tanggal, dan pindaiannya.',
      status: 'Menunggu tanda tangan',
    },
  ],
  DITANDATANGANI: [
    {
      tindakan: 'BERLAKUKAN',
      milik: ['PENYUSUN'],
      judul: 'Nyatakan berlaku',
      mengapa: 'Sudah ditandatangani. Pengukuran baru memakainya setelah dinyatakan berlaku.',
      status: 'Menunggu dinyatakan berlaku',
    },
  ],
}

/** Whoever is next with an agreement is asked to; a returned one says why it came back. */
export function tugasPk(pk: PkMenunggu, pelaku: Pelaku): Tugas[] {
  const saya = [...peranPk(pelaku, pk), ...(pk.pengajuId === pelaku.pegawaiId ? (['PENGAJU'] as const) : [])]
  const giliran = GILIRAN[pk.status]?.find(
    (g) => g.milik.some((m) => saya.includes(m)) && hakPk(pelaku, pk, g.tindakan).boleh,
  )
  if (!giliran) return []
  const kembali = pk.status === 'DRAF'
  return [
    {
      judul: `${giliran.judul} Perjanjian Kinerja${pk.jenis === 'PERUBAHAN' ? ' Perubahan' : ''} ${pk.jabatan}`,
      alamat: `/perjanjian-kinerja/${pk.id}`,
      periode: `Perjanjian Kinerja · ${pk.tahun}`,
      dari: pk.terakhir.oleh,
      sejak: `sejak ${tanggalPendek(tanggalLokal(new Date(pk.terakhir.waktu), pelaku.zonaWaktu))}`,
      mengapa: kembali ? `Alasan: ${pk.terakhir.catatan}` : giliran.mengapa,
      status: { kode: kembali ? 'DIKEMBALIKAN' : 'MENUNGGU', teks: giliran.status },
      tenggat: null,
      urutTenggat: null,
    },
  ]
}
