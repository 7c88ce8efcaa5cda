import { ringkas } from '../../inti/ringkas.ts'

const MAKS_KUTIP = 140

/** What somebody wrote, on one line of a task. */
export const kutip = (teks: string): string => ringkas(teks.replace(/\s+/g, ' '), MAKS_KUTIP)
