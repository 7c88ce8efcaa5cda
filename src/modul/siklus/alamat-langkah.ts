import type { Request } from 'express'

/** `jenis`: the kind whose screen asks; a step of another kind is then not found. */
export type AlamatLangkah = { readonly siklusId: string; readonly kode: string; readonly jenis?: string }

/** The step that a page below /siklus/:siklusId/langkah/:kode is about. */
export const alamatLangkah = <J extends string>(req: Request, jenis: J) => ({
  siklusId: String(req.params.siklusId),
  kode: String(req.params.kode),
  jenis,
})

/** Where the page of the step's kind stands. */
export const alamatHalaman = (req: Request, jenis: string): string =>
  `/siklus/${req.params.siklusId}/langkah/${req.params.kode}/${jenis}`
