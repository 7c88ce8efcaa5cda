import type { DefinisiImpor } from './modul/impor/index.ts'

/** What goes in and out by Excel: one definition each, made by the module that owns the data. */
export const DAFTAR_IMPOR: readonly DefinisiImpor[] = []
