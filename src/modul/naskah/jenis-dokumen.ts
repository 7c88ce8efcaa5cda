/** Kinds of stored documents of this module: what is to be signed, what was signed, the letter that carries it. */
export const JENIS_NASKAH = 'NASKAH'
export const JENIS_BERTANDA = 'NASKAH_BERTANDA'
export const JENIS_SURAT_PENGANTAR = 'SURAT_PENGANTAR'
