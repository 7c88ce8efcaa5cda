import { Prisma } from '../../inti/basis-data/index.ts'
import type { Dokumen } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type KonteksLangkah, type Pembaca, sqlOrangKantor } from '../siklus/index.ts'
import { hilir } from '../sop/index.ts'
import { sqlIdentitas } from './kueri-kantor.ts'
import type { Kantor } from './penandatangan.ts'
import { sidikDokumen } from './sidik.ts'

export type TandaTangan = {
  readonly id: string
  readonly putaran: number
  readonly kolom: string
  readonly sha256: string
  readonly sikap: 'SETUJU' | 'TOLAK'
  readonly cara: 'APLIKASI' | 'KERTAS'
  readonly alasan: string
  readonly catatan: string
  readonly nama: string
  readonly jabatan: string
  readonly nip: string | null
  readonly sebutanNip: string
  readonly pangkat: string
  /** YYYY-MM-DD */
  readonly tanggal: string
  readonly waktu: Date
  readonly berkasId: string | null
  readonly namaBerkas: string | null
  readonly dicatatOleh: string
}
export type DokumenDitandatangani = {
  readonly id: string
  readonly jenis: string
  readonly judul: string
  readonly nomor: string
  readonly putaran: number
  readonly kodeLangkah: string
  readonly model: Dokumen
  readonly sha256: string
}

type DokumenMentah = Omit<DokumenDitandatangani, 'sha256'>
type TandaMentah = Omit<TandaTangan, 'waktu'> & { waktu: string }
type Mentah = { readonly dokumen: DokumenMentah | null; readonly tanda: TandaMentah[] }

/** What is signed and all that was said to it in this step, newest round first. One query. */
export async function ambilTandaTangan(baca: Pembaca, konteks: KonteksLangkah) {
  const [baris] = await baca.$queryRaw<Mentah[]>`
    select ${sqlDokumen(konteks)} as dokumen, ${sqlTanda(konteks)} as tanda`
  return rapikan(baris)
}

/** The same with the office of today, for the page. One query. */
export async function ambilBahanTandaTangan(baca: Pembaca, pelaku: Pelaku, konteks: KonteksLangkah) {
  const [baris] = await baca.$queryRaw<(Mentah & Kantor)[]>`
    select ${sqlDokumen(konteks)} as dokumen, ${sqlTanda(konteks)} as tanda,
      ${sqlOrangKantor(pelaku)} as orang, ${sqlIdentitas(pelaku)} as identitas`
  return { ...rapikan(baris), kantor: { orang: baris?.orang ?? [], identitas: baris?.identitas ?? {} } }
}

const rapikan = (baris: Mentah | undefined) => ({
  dokumen: baris?.dokumen ? { ...baris.dokumen, sha256: sidikDokumen(baris.dokumen.model) } : null,
  tanda: (baris?.tanda ?? []).map((t): TandaTangan => ({ ...t, waktu: new Date(t.waktu) })),
})

/**
 * What is to be signed: the newest document of the last step "susun-dokumen" that leads here; in an SOP without one, the
 * newest document of the steps that lead here. Null when they left none.
 */
function sqlDokumen({ siklus, def, langkah }: KonteksLangkah) {
  const asal = siklus.definisi.langkah
    .map((l) => l.kode)
    .filter((kode) => kode !== def.kode && hilir(siklus.definisi, kode).has(def.kode))
  return Prisma.sql`
  (select json_build_object('id', d.id, 'jenis', d.jenis, 'judul', d.judul, 'nomor', d.nomor, 'putaran', d.putaran,
      'kodeLangkah', l.kode, 'model', d.model)
    from dokumen d join langkah_siklus l on l.id = d.langkah_id
    where d.siklus_id = ${siklus.id}::uuid and d.kecamatan_id = ${siklus.kecamatanId}::uuid and l.id <> ${langkah.id}::uuid
      and l.kode = any(${asal})
    order by (l.jenis = 'susun-dokumen') desc, l.urut desc, d.putaran desc, d.dibuat_pada desc, d.judul limit 1)`
}

const sqlTanda = ({ langkah, siklus }: KonteksLangkah) => Prisma.sql`
  (select coalesce(json_agg(json_build_object('id', t.id, 'putaran', t.putaran, 'kolom', t.kolom, 'sha256', t.sha256,
      'sikap', t.sikap, 'cara', t.cara, 'alasan', t.alasan, 'catatan', t.catatan, 'nama', t.nama, 'jabatan', t.jabatan,
      'nip', t.nip, 'sebutanNip', t.sebutan_nip, 'pangkat', t.pangkat, 'tanggal', t.tanggal, 'waktu', t.waktu,
      'berkasId', t.berkas_id, 'namaBerkas', b.nama, 'dicatatOleh', t.dicatat_oleh)
      order by t.putaran desc, t.waktu, t.kolom), '[]')
    from tanda_tangan t left join berkas b on b.id = t.berkas_id
    where t.langkah_id = ${langkah.id}::uuid and t.kecamatan_id = ${siklus.kecamatanId}::uuid)`
