import type { PenangananJenis } from './modul/siklus/index.ts'

/** Step kind → module: every kind of an SOP is handled by exactly one module. */
export const PENANGANAN_JENIS: readonly PenangananJenis[] = []
