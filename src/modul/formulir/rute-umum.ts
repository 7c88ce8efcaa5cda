import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatPdf, type Dokumen } from '../../inti/dokumen/index.ts'
import { berhasil, type Kesalahan, pelakuDari } from '../../inti/http/index.ts'
import type { Pelaku, Peran } from '../../inti/pelaku.ts'
import {
  type AlamatLangkah,
  ambilLangkah,
  bacaPenyelesaian,
  pastikanPelaksana,
  pastikanPenyiap,
  pastikanTerbuka,
  pesanPenyelesaian,
  selesaikanLangkah,
} from '../siklus/index.ts'

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

/** The step of a kind's page. */
export const alamatLangkah = (req: Request, jenis: Jenis) => ({
  siklusId: param(req, 'siklusId'),
  kode: param(req, 'kode'),
  jenis,
})
export const halamanLangkah = (req: Request, jenis: Jenis): string =>
  `/siklus/${param(req, 'siklusId')}/langkah/${param(req, 'kode')}/${jenis}`

/** Before a refused form is shown again: whose step it is not gets 403, a closed step 409. */
export async function pastikanGiliran(db: BasisData, pelaku: Pelaku, alamat: AlamatLangkah): Promise<void> {
  const konteks = await ambilLangkah(db.baca, pelaku, alamat)
  pastikanPenyiap(konteks, pelaku)
  pastikanTerbuka(konteks)
}

type Tampilkan = (kesalahan: Kesalahan) => Promise<void>
/** Finishes the step and goes back to the siklus; what is wrong in decision or optional steps ahead is shown by `tampilkan`. */
export async function selesaikan(
  db: BasisData,
  { req, res, jenis }: { req: Request; res: Response; jenis: Jenis },
  tampilkan: Tampilkan,
): Promise<void> {
  const pelaku = pelakuDari(res)
  const alamat = alamatLangkah(req, jenis)
  const konteks = await ambilLangkah(db.baca, pelaku, alamat)
  const { data: penyelesaian, kesalahan } = bacaPenyelesaian(konteks, req.body)
  if (!penyelesaian) {
    pastikanPelaksana(konteks, pelaku)
    pastikanTerbuka(konteks)
    return tampilkan(kesalahan)
  }
  const hasil = await selesaikanLangkah(db, pelaku, alamat, { penyelesaian })
  berhasil(res, `/siklus/${param(req, 'siklusId')}`, pesanPenyelesaian(hasil))
}
