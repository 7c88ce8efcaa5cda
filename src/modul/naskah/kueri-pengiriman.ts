import { Prisma } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type KonteksLangkah, type Pembaca, sqlOrangKantor } from '../siklus/index.ts'
import type { ButirKirim, CaraKirim } from './isian-pengiriman.ts'
import { sqlIdentitas } from './kueri-kantor.ts'
import type { Kantor } from './penandatangan.ts'

export type Pengiriman = {
  readonly id: string
  readonly nomor: string
  /** YYYY-MM-DD, like all dates here */
  readonly tanggal: string | null
  readonly kepada: string
  readonly tempatTujuan: string
  readonly butir: readonly ButirKirim[]
  readonly penandatanganId: string | null
  readonly dikirimTanggal: string | null
  readonly cara: CaraKirim | null
  readonly diterimaTanggal: string | null
  readonly penerima: string
  readonly jabatanPenerima: string
  readonly rujukan: string
  readonly terkirimPada: Date | null
  readonly pengirim: string
  readonly versi: number
}
/** A document of the siklus that may go along: the newest round of each. */
export type DokumenKirim = { readonly judul: string; readonly jenis: string; readonly urut: number }

type Mentah = Omit<Pengiriman, 'terkirimPada'> & { terkirimPada: string | null }

/** The sheet of a step; null while the step has never been open. */
export async function cariPengiriman(baca: Pembaca, konteks: KonteksLangkah): Promise<Pengiriman | null> {
  const [baris] = await baca.$queryRaw<{ pengiriman: Mentah | null }[]>`select ${sqlPengiriman(konteks)} as pengiriman`
  return rapikan(baris?.pengiriman ?? null)
}

export async function ambilPengiriman(baca: Pembaca, konteks: KonteksLangkah): Promise<Pengiriman> {
  const ada = await cariPengiriman(baca, konteks)
  if (!ada) throw galat.tidakDitemukan('Surat pengantar')
  return ada
}

/** The sheet, documents that may go along, and the office of today. One query. */
export async function ambilBahanPengiriman(baca: Pembaca, pelaku: Pelaku, konteks: KonteksLangkah) {
  type Baris = { pengiriman: Mentah | null; dokumen: DokumenKirim[] } & Kantor
  const [baris] = await baca.$queryRaw<Baris[]>`
    select ${sqlPengiriman(konteks)} as pengiriman, ${sqlDokumen(konteks)} as dokumen,
      ${sqlOrangKantor(pelaku)} as orang, ${sqlIdentitas(pelaku)} as identitas`
  const { pengiriman = null, dokumen = [], orang = [], identitas = {} } = baris ?? {}
  return { pengiriman: rapikan(pengiriman), dokumen, kantor: { orang, identitas } satisfies Kantor }
}

const rapikan = (p: Mentah | null): Pengiriman | null =>
  p && { ...p, terkirimPada: p.terkirimPada ? new Date(p.terkirimPada) : null }

const sqlPengiriman = ({ langkah, siklus }: KonteksLangkah) => Prisma.sql`
  (select json_build_object('id', p.id, 'nomor', p.nomor, 'tanggal', p.tanggal, 'kepada', p.kepada,
      'tempatTujuan', p.tempat_tujuan, 'butir', p.butir, 'penandatanganId', p.penandatangan_id,
      'dikirimTanggal', p.dikirim_tanggal, 'cara', p.cara, 'diterimaTanggal', p.diterima_tanggal, 'penerima', p.penerima,
      'jabatanPenerima', p.jabatan_penerima, 'rujukan', p.rujukan, 'terkirimPada', p.terkirim_pada, 'pengirim', p.pengirim,
      'versi', p.versi)
    from pengiriman p where p.langkah_id = ${langkah.id}::uuid and p.kecamatan_id = ${siklus.kecamatanId}::uuid)`

const sqlDokumen = ({ siklus, langkah }: KonteksLangkah) => Prisma.sql`
  (select coalesce(json_agg(json_build_object('judul', x.judul, 'jenis', x.jenis, 'urut', x.urut) order by x.urut, x.judul), '[]')
    from (select distinct on (l.urut, d.jenis) d.judul, d.jenis, l.urut
      from dokumen d join langkah_siklus l on l.id = d.langkah_id
      where d.siklus_id = ${siklus.id}::uuid and d.kecamatan_id = ${siklus.kecamatanId}::uuid and l.id <> ${langkah.id}::uuid
      order by l.urut, d.jenis, d.putaran desc, d.dibuat_pada desc) x)`
