export { dokumenLkjip } from './dokumen-lkjip.ts'
export { dokumenRenja } from './dokumen-renja.ts'
export type { LampiranLkjip } from './kantor-lkjip.ts'
export { efisiensiSatu } from './tabel-anggaran.ts'
