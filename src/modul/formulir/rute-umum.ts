import type { Request, Response } from 'express'
import { buatPdf, type Dokumen } from '../../inti/dokumen/index.ts'
import type { Peran } from '../../inti/pelaku.ts'

/** Who may look at forms at all; the unit's people see their own. */
export const PEMBACA = [
  'CAMAT',
  'SEKCAM',
  'TIM_SAKIP',
  'KASI',
  'STAF',
  'DESA',
  'PENGAMAT',
] as const satisfies readonly Peran[]
/** Who may write in a form: people of units (a Sekcam who heads one). */
export const PENGISI = ['KASI', 'STAF', 'DESA', 'SEKCAM'] as const satisfies readonly Peran[]
export const KEPALA = ['KASI', 'SEKCAM'] as const satisfies readonly Peran[]

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
