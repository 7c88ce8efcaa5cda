import { Prisma } from '../../inti/basis-data/index.ts'
import { type Pelaku, type PenugasanPelaku, SEBUTAN_JENIS } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { type KonteksLangkah, kolomPelaku, type Pembaca, type Peristiwa, peranPelaksana } from '../siklus/index.ts'
import type { Pemangku } from './siapa-pemutus.ts'

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

type Mentah = { peristiwa: Peristiwa[]; telaah: BarisTelaah[]; orang: OrangKantor[] }
type OrangKantor = { pegawaiId: string; nama: string; penugasan: PenugasanPelaku[]; anggotaTimSakip: boolean }

/** What a decision rests on besides the recap: the log, earlier decisions of this step, who holds which post today. One query. */
export async function ambilBahanPutusan(baca: Pembaca, pelaku: Pelaku, konteks: KonteksLangkah) {
  const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
  const [baris] = await baca.$queryRaw<Mentah[]>`
    select (select coalesce(json_agg(p.isi order by p.urut), '[]') from peristiwa_siklus p
        where p.siklus_id = ${konteks.siklus.id}::uuid and p.kecamatan_id = ${pelaku.kecamatanId}::uuid) as peristiwa,
      ${sqlTelaah(konteks, pelaku)} as telaah, ${sqlOrang(pelaku, hari)} as orang`
  const { peristiwa = [], telaah = [], orang = [] } = baris ?? {}
  return { peristiwa, telaah, pemangku: orang.map((o) => susunPemangku(o, konteks)) }
}

/** Newest decision of the step; null when it never decided. */
export async function cariTelaahTerakhir(
  baca: Pembaca,
  pelaku: Pelaku,
  konteks: KonteksLangkah,
): Promise<BarisTelaah | null> {
  const [baris] = await baca.$queryRaw<{ telaah: BarisTelaah[] }[]>`select ${sqlTelaah(konteks, pelaku)} as telaah`
  return baris?.telaah[0] ?? null
}

const sqlTelaah = ({ langkah }: KonteksLangkah, { kecamatanId }: Pelaku) => Prisma.sql`
  (select coalesce(json_agg(json_build_object('id', t.id, 'rekapId', t.rekap_id, 'putaran', t.putaran, 'keputusan', t.keputusan,
      'cakupan', t.cakupan, 'rincian', t.rincian, 'catatan', t.catatan, 'waktu', t.waktu, 'pegawaiId', t.pegawai_id,
      'nama', t.nama, 'jabatan', t.jabatan) order by t.waktu desc, t.putaran desc), '[]')
    from telaah t where t.langkah_id = ${langkah.id}::uuid and t.kecamatan_id = ${kecamatanId}::uuid)`

/** The people of the office with the posts they hold on a day, and membership of Tim SAKIP, as sign-in reads them. */
const sqlOrang = ({ kecamatanId }: Pelaku, hari: string) => Prisma.sql`
  (select coalesce(json_agg(json_build_object('pegawaiId', p.id, 'nama', p.nama,
      'penugasan', coalesce((select json_agg(json_build_object('id', n.id, 'jenis', n.jenis, 'jabatanId', j.id, 'jabatanKode', j.kode,
          'jabatanNama', j.nama, 'peran', j.peran, 'unitId', u.id, 'unitNama', u.nama, 'unitKode', u.kode, 'kepalaUnit', j.kepala_unit)
          order by j.urut, n.mulai)
        from penugasan n join jabatan j on j.id = n.jabatan_id left join unit_kerja u on u.id = j.unit_id
        where n.pegawai_id = p.id and n.kecamatan_id = p.kecamatan_id and j.aktif
          and n.mulai <= ${hari}::date and (n.selesai is null or n.selesai >= ${hari}::date)), '[]'),
      'anggotaTimSakip', exists (select 1 from anggota_tim_sakip g join tim_sakip t on t.id = g.tim_id
        where g.pegawai_id = p.id and g.kecamatan_id = p.kecamatan_id
          and g.mulai <= ${hari}::date and (g.selesai is null or g.selesai >= ${hari}::date)
          and t.mulai <= ${hari}::date and (t.selesai is null or t.selesai >= ${hari}::date))) order by p.nama), '[]')
    from pegawai p where p.kecamatan_id = ${kecamatanId}::uuid and p.aktif)`

function susunPemangku(orang: OrangKantor, konteks: KonteksLangkah): Pemangku {
  const { pegawaiId, nama, penugasan, anggotaTimSakip } = orang
  const sebagai =
    penugasan.find((p) => peranPelaksana(konteks).includes(p.peran)) ??
    penugasan.find((p) => p.peran === 'CAMAT') ??
    penugasan[0]
  return {
    pegawaiId,
    nama,
    jabatan: sebagai
      ? SEBUTAN_JENIS[sebagai.jenis] + sebagai.jabatanNama
      : anggotaTimSakip
        ? 'Tim SAKIP'
        : 'Tanpa jabatan',
    kolom: kolomPelaku(konteks.siklus.definisi, { penugasan, anggotaTimSakip }),
    camat: penugasan.some((p) => p.peran === 'CAMAT'),
  }
}

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
