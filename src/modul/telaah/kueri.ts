import { Prisma } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { KonteksLangkah, Pembaca } from '../siklus/index.ts'

/** One thing that was returned: a unit's whole form (barisId null) or one value, as it stood and why. */
export type ButirKembali = {
  readonly unitId: string
  readonly unit: string
  readonly barisId: string | null
  readonly nama: string
  readonly nilai: string
  readonly alasan: string
}
export type BarisTelaah = {
  readonly id: string
  readonly rekapId: string | null
  readonly putaran: number
  readonly keputusan: 'DISETUJUI' | 'DIKEMBALIKAN'
  readonly cakupan: '' | 'SEMUA' | 'UNIT' | 'NILAI'
  readonly rincian: readonly ButirKembali[]
  readonly catatan: string
  /** ISO */
  readonly waktu: string
  readonly pegawaiId: string
  readonly nama: string
  readonly jabatan: string
}
export type BuktiBaris = {
  readonly barisId: string
  readonly berkasId: string | null
  readonly namaBerkas: string | null
  readonly tautan: string
  readonly tempatKertas: string
  readonly keterangan: string
}
export type DokumenBahan = { readonly id: string; readonly judul: string }

/** Decisions of this step so far, newest first. */
export async function daftarTelaah(baca: Pembaca, pelaku: Pelaku, konteks: KonteksLangkah): Promise<BarisTelaah[]> {
  const [baris] = await baca.$queryRaw<{ telaah: BarisTelaah[] }[]>`select ${sqlTelaah(konteks, pelaku)} as telaah`
  return baris?.telaah ?? []
}

/** Newest decision of the step; null when it never decided. */
export const cariTelaahTerakhir = async (
  baca: Pembaca,
  pelaku: Pelaku,
  konteks: KonteksLangkah,
): Promise<BarisTelaah | null> => (await daftarTelaah(baca, pelaku, konteks))[0] ?? null

const sqlTelaah = ({ langkah }: KonteksLangkah, { kecamatanId }: Pelaku) => Prisma.sql`
  (select coalesce(json_agg(json_build_object('id', t.id, 'rekapId', t.rekap_id, 'putaran', t.putaran, 'keputusan', t.keputusan,
      'cakupan', t.cakupan, 'rincian', t.rincian, 'catatan', t.catatan, 'waktu', t.waktu, 'pegawaiId', t.pegawai_id,
      'nama', t.nama, 'jabatan', t.jabatan) order by t.waktu desc, t.putaran desc), '[]')
    from telaah t where t.langkah_id = ${langkah.id}::uuid and t.kecamatan_id = ${kecamatanId}::uuid)`

/** Evidence of all rows of a siklus and the newest documents that lead up to the decision (recap, draft report). One query. */
export async function ambilBahanTampil(baca: Pembaca, pelaku: Pelaku, siklusId: string) {
  const [baris] = await baca.$queryRaw<{ bukti: BuktiBaris[]; dokumen: DokumenBahan[] }[]>`
    select (select coalesce(json_agg(json_build_object('barisId', k.baris_id, 'berkasId', k.berkas_id, 'namaBerkas', b.nama,
          'tautan', k.tautan, 'tempatKertas', k.tempat_kertas, 'keterangan', k.keterangan) order by k.dibuat_pada, k.id), '[]')
        from bukti k left join berkas b on b.id = k.berkas_id
        where k.siklus_id = ${siklusId}::uuid and k.kecamatan_id = ${pelaku.kecamatanId}::uuid) as bukti,
      (select coalesce(json_agg(json_build_object('id', x.id, 'judul', x.judul) order by x.urut), '[]')
        from (select distinct on (l.urut, d.jenis) d.id, d.judul, l.urut
          from dokumen d join langkah_siklus l on l.id = d.langkah_id
          where d.siklus_id = ${siklusId}::uuid and d.kecamatan_id = ${pelaku.kecamatanId}::uuid and l.jenis in ('rekap', 'lapor')
          order by l.urut, d.jenis, d.dibuat_pada desc) x) as dokumen`
  return baris ?? { bukti: [], dokumen: [] }
}

export type TeksLaporan = {
  readonly nomor: string
  readonly ringkasan: string
  readonly hambatan: string
  readonly saran: string
}
/** The text that Tim SAKIP reported with the recap; null in an SOP without such a step. */
export async function cariTeksLaporan(baca: Pembaca, pelaku: Pelaku, siklusId: string): Promise<TeksLaporan | null> {
  const [baris] = await baca.$queryRaw<TeksLaporan[]>`
    select r.nomor, r.ringkasan, r.hambatan, r.saran from laporan r join langkah_siklus l on l.id = r.langkah_id
    where r.siklus_id = ${siklusId}::uuid and r.kecamatan_id = ${pelaku.kecamatanId}::uuid and l.jenis = 'lapor' order by l.urut desc limit 1`
  return baris ?? null
}
