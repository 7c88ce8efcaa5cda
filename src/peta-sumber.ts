import type { PenyediaAngka } from './modul/formulir/index.ts'
import { sumberStatusDesa } from './modul/status-desa/index.ts'
import { sumberSkm } from './modul/survei-kepuasan/index.ts'

/** Where figures of indicators come from inside the office: one source each, made by the module that owns the data. */
export const SUMBER_ANGKA: readonly PenyediaAngka[] = [sumberSkm, sumberStatusDesa]
