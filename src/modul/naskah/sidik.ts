import { createHash } from 'node:crypto'
import type { Dokumen } from '../../inti/dokumen/index.ts'
import { jsonKanonik } from '../../inti/json-kanonik.ts'

/** SHA-256 of a stored document's tree, whatever order the database kept its keys in: what a signature stands under. */
export const sidikDokumen = (model: Dokumen): string => createHash('sha256').update(jsonKanonik(model)).digest('hex')

/** "a1b2c3d4 … 90abcdef", to compare by eye. */
export const sidikPendek = (sha256: string): string => `${sha256.slice(0, 8)} … ${sha256.slice(-8)}`
