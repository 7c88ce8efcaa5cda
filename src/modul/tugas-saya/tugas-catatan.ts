import { Prisma } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalLokal, tanggalPendek } from '../../inti/waktu/index.ts'
import { type CatatanUntukHak, ditunggu } from '../catatan-camat/index.ts'
import { kutip } from './kutip.ts'
import type { Tugas } from './susun-tugas.ts'

/** A note of the Camat that nobody has reacted to yet, or whose answer the Camat has not read. */
export type CatatanMenunggu = CatatanUntukHak & {
  readonly id: string
  readonly siklusId: string | null
  readonly kepada: string
  readonly perihal: string
  readonly keadaan: string
  readonly penulis: string
  readonly teks: string
  readonly penanggap: string
  readonly jawaban: string
  /** ISO */
  readonly sejak: string
}

/** Notes that wait for somebody, the oldest first. */
export const sqlCatatanMenunggu = (pelaku: Pelaku) => Prisma.sql`
    select id, siklus_id as "siklusId", unit_id as "unitId", tujuan, status, tenggat::text as tenggat, penulis_id as "penulisId", kepada,
      perihal, keadaan, penulis, left(teks, 200) as teks, penanggap, left(jawaban, 200) as jawaban, coalesce(ditanggapi_pada, ditulis_pada) as sejak
    from catatan_camat where kecamatan_id = ${pelaku.kecamatanId}::uuid and status in ('TERKIRIM', 'DIJAWAB') order by ditulis_pada`

type Batas = Pick<Tugas, 'tenggat' | 'urutTenggat'>

/** Whoever was written to answers or reads; the Camat reads the answer, for which there is no hurry any more. */
export function tugasCatatan(c: CatatanMenunggu, pelaku: Pelaku, batas: (tenggat: string | null) => Batas): Tugas[] {
  const apa = ditunggu(pelaku, c)
  if (!apa) return []
  const menanggapi = apa === 'MENANGGAPI'
  return [
    {
      ...(c.siklusId ? { siklusId: c.siklusId } : {}),
      judul: menanggapi ? `Catatan Camat: ${c.perihal}` : `Baca jawaban ${c.kepada}: ${c.perihal}`,
      alamat: `/catatan-camat/${c.id}`,
      periode: c.keadaan || 'Catatan Camat',
      dari: menanggapi ? c.penulis : c.penanggap,
      sejak: `sejak ${tanggalPendek(tanggalLokal(new Date(c.sejak), pelaku.zonaWaktu))}`,
      mengapa: `“${kutip(menanggapi ? c.teks : c.jawaban)}”`,
      status: { kode: menanggapi ? 'MENUNGGU' : 'BARU', teks: menanggapi ? sebutDiminta(c) : 'Sudah dijawab' },
      ...batas(menanggapi ? c.tenggat : null),
    },
  ]
}

const sebutDiminta = ({ tenggat }: CatatanMenunggu): string =>
  tenggat ? 'Menunggu jawaban Anda' : 'Untuk Anda baca atau jawab'
