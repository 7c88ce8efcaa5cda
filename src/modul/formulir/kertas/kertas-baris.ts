import { Prisma } from '../../../inti/basis-data/index.ts'
import { jsonKanonik } from '../../../inti/json-kanonik.ts'
import { tanggalPanjang } from '../../../inti/waktu/index.ts'

/** The paper from which a row was taken over, with the figures as they were written then. */
export type KertasBaris = {
  readonly id: string
  readonly pengisiId: string
  readonly pengisi: string
  readonly jabatanPengisi: string
  /** date on the paper, YYYY-MM-DD */
  readonly tanggal: string
  /** its scan */
  readonly berkasId: string
  readonly pencatat: string
  readonly jabatanPencatat: string
  readonly isi: AngkaKertas
}
/** The figures of a row, of either kind; plain decimals. */
export type AngkaKertas = {
  readonly status: string
  readonly variabel?: Readonly<Record<string, string>>
  readonly kategori?: string | null
  readonly realisasi?: string | null
}
type BarisBerkertas = AngkaKertas & { readonly kertas?: KertasBaris | null; readonly diubahOleh: string }

/** SQL: the last paper `k` of a row as JSON, null without one; `syarat` says of which row. */
export const sqlKertas = (syarat: Prisma.Sql) => Prisma.sql`(
  select json_build_object('id', p.id, 'pengisiId', p.pengisi_id, 'pengisi', p.pengisi, 'jabatanPengisi', p.jabatan_pengisi,
    'tanggal', p.tanggal::text, 'berkasId', p.berkas_id, 'pencatat', p.dicatat_oleh, 'jabatanPencatat', p.jabatan_pencatat, 'isi', k.isi)
  from baris_kertas k join isian_kertas p on p.id = k.kertas_id
  where ${syarat}
  order by k.dibuat_pada desc, k.id limit 1)`

/** The figures that a paper is compared with later. */
export const angkaKertas = ({ status, variabel, kategori, realisasi }: AngkaKertas): AngkaKertas =>
  variabel === undefined ? { status, realisasi: realisasi ?? null } : { status, variabel, kategori: kategori ?? null }

/**
 * "Diisi atas nama Dewi (Staf Seksi Pemerintahan) dari formulir kertas 3 Juli 2026, dicatat Sari (Tim SAKIP)."; says so when
 * the figures were changed since; '' for a row that came from no paper.
 */
export function kalimatKertas(b: BarisBerkertas): string {
  const { kertas } = b
  if (!kertas) return ''
  const asal = `Diisi atas nama ${kertas.pengisi} (${kertas.jabatanPengisi}) dari formulir kertas ${tanggalPanjang(kertas.tanggal)}, dicatat ${kertas.pencatat} (${kertas.jabatanPencatat}).`
  const sama = jsonKanonik(angkaKertas(b)) === jsonKanonik(angkaKertas(kertas.isi))
  return sama ? asal : `${asal} Angkanya diubah sesudah itu oleh ${b.diubahOleh || 'orang lain'}.`
}

/** The sentence with the address of the scan, for a page; null without a paper. */
export function tautanKertas(b: BarisBerkertas): { readonly teks: string; readonly alamat: string } | null {
  return b.kertas ? { teks: kalimatKertas(b), alamat: `/berkas/${b.kertas.berkasId}` } : null
}
