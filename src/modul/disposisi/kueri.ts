import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { KonteksLangkah, Pembaca } from '../siklus/index.ts'
import type { Asal, Sifat } from './isian.ts'

export type Disposisi = {
  readonly id: string
  readonly asal: Asal
  readonly suratDari: string
  readonly nomorSurat: string
  /** YYYY-MM-DD, like all dates of the sheet */
  readonly tanggalSurat: string | null
  readonly diterimaTanggal: string | null
  readonly nomorAgenda: string
  readonly sifat: Sifat
  readonly hal: string
  /** ids of the posts */
  readonly diteruskanKepada: string[]
  readonly instruksi: string[]
  readonly catatan: string
  readonly tenggat: string | null
  readonly disiapkanOleh: string
  readonly diterbitkanPada: Date | null
  readonly versi: number
}

/** The sheet of a step; null while the step has never been open. */
export async function cariDisposisi(baca: Pembaca, { langkah, siklus }: KonteksLangkah): Promise<Disposisi | null> {
  const [baris] = await baca.$queryRaw<Disposisi[]>`
    select d.id, d.asal, d.surat_dari as "suratDari", d.nomor_surat as "nomorSurat", d.tanggal_surat::text as "tanggalSurat",
      d.diterima_tanggal::text as "diterimaTanggal", d.nomor_agenda as "nomorAgenda", d.sifat, d.hal,
      d.diteruskan_kepada as "diteruskanKepada", d.instruksi, d.catatan, d.tenggat::text as tenggat,
      d.disiapkan_oleh as "disiapkanOleh", d.diterbitkan_pada as "diterbitkanPada", d.versi
    from disposisi d where d.langkah_id = ${langkah.id}::uuid and d.kecamatan_id = ${siklus.kecamatanId}::uuid`
  return baris ?? null
}

export async function ambilDisposisi(baca: Pembaca, konteks: KonteksLangkah): Promise<Disposisi> {
  const ada = await cariDisposisi(baca, konteks)
  if (!ada) throw galat.tidakDitemukan('Lembar disposisi')
  return ada
}

/** What the stored sheet still lacks before it can be issued. Pure. */
export function kurangDisposisi(d: Disposisi | null): string[] {
  if (!d) return ['Lembar disposisi belum diisi.']
  const syarat: [boolean, string][] = [
    [d.hal === '', 'Perihal belum ditulis.'],
    [d.diteruskanKepada.length === 0, 'Belum dipilih kepada siapa disposisi diteruskan.'],
    [d.instruksi.length === 0, 'Instruksi belum dipilih.'],
    [
      d.asal === 'SURAT' && [d.suratDari, d.nomorSurat, d.tanggalSurat, d.diterimaTanggal].some((i) => !i),
      'Keterangan surat belum lengkap.',
    ],
  ]
  return syarat.filter(([kurang]) => kurang).map(([, kalimat]) => kalimat)
}

export type PejabatTujuan = {
  readonly id: string
  readonly nama: string
  readonly peran: string
  readonly pemangku: string
}

/** Posts a disposition may go to (Sekcam and heads of units), each with who holds it on a date (YYYY-MM-DD). */
export const daftarTujuan = (baca: Pembaca, pelaku: Pelaku, tanggal: string): Promise<PejabatTujuan[]> =>
  baca.$queryRaw<PejabatTujuan[]>`
    select j.id, j.nama, j.peran, coalesce((
      select string_agg(case n.jenis when 'PLT' then 'Plt. ' when 'PLH' then 'Plh. ' when 'PJ' then 'Pj. ' else '' end || p.nama, ', '
        order by (n.jenis = 'DEFINITIF'), p.nama)
      from penugasan n join pegawai p on p.id = n.pegawai_id
      where n.jabatan_id = j.id and n.mulai <= ${tanggal}::date and (n.selesai is null or n.selesai >= ${tanggal}::date)), '') as pemangku
    from jabatan j left join unit_kerja u on u.id = j.unit_id
    where j.kecamatan_id = ${pelaku.kecamatanId}::uuid and j.aktif and j.peran in ('SEKCAM', 'KASI')
    order by (j.peran <> 'SEKCAM'), u.urut nulls last, j.urut, j.nama`
