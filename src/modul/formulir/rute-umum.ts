import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatPdf, type Dokumen } from '../../inti/dokumen/index.ts'
import { berhasil, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import { PERAN_KANTOR, type Peran } from '../../inti/pelaku.ts'
import { alamatLangkah, periksaPenyelesaian, pesanPenyelesaian, selesaikanLangkah } from '../siklus/index.ts'

/** Who may look at forms at all; the unit's people see their own. */
export const PEMBACA = PERAN_KANTOR
/** Who may write in a form: people of units (a Sekcam who heads one). */
export const PENGISI = ['KASI', 'STAF', 'DESA', 'SEKCAM'] as const satisfies readonly Peran[]
export const KEPALA = ['KASI', 'DESA', 'SEKCAM'] as const satisfies readonly Peran[]

export const param = (req: Request, nama: string): string => String(req.params[nama] ?? '')
export const idFormulir = (req: Request): string => param(req, 'id')
export const alamatBaris = (req: Request) => ({ formulirId: idFormulir(req), barisId: param(req, 'barisId') })
export const mintaJson = (req: Request): boolean => (req.get('accept') ?? '').startsWith('application/json')

/** Sends a document as PDF, shown in the browser, named by its title. */
export async function kirimPdf(res: Response, dokumen: Dokumen): Promise<void> {
  const pdf = await buatPdf(dokumen)
  res
    .type('pdf')
    .set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(`${dokumen.judul}.pdf`)}`)
    .send(pdf)
}

type Jenis = 'siapkan-formulir' | 'distribusi' | 'pengisian' | 'penerimaan'

type Tampilkan = (kesalahan: Kesalahan) => Promise<void>
/** Finishes the step and goes back to the siklus; what is wrong in decision or optional steps ahead is shown by `tampilkan`. */
export async function selesaikan(
  db: BasisData,
  { req, res, jenis }: { req: Request; res: Response; jenis: Jenis },
  tampilkan: Tampilkan,
): Promise<void> {
  const pelaku = pelakuDari(res)
  const alamat = alamatLangkah(req, jenis)
  const { data: penyelesaian, kesalahan } = await periksaPenyelesaian(db.baca, pelaku, { alamat, badan: req.body })
  if (!penyelesaian) return tampilkan(kesalahan)
  const hasil = await selesaikanLangkah(db, pelaku, alamat, { penyelesaian })
  berhasil(res, `/siklus/${param(req, 'siklusId')}`, pesanPenyelesaian(hasil))
}
