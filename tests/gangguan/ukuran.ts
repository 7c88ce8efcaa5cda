/** The full fault campaign (`npm run gangguan`) instead of the short one inside `npm test`. */
export const PENUH = process.env.TAKAR_GANGGUAN === 'penuh'

/** Kills and sockets as Linux and macOS have them. */
export const BISA = process.platform !== 'win32'

let keadaan = Number(process.env.TAKAR_GANGGUAN_BENIH ?? Date.now() % 1_000_000) || 1
/** Named in the output, so that a run can be repeated: TAKAR_GANGGUAN_BENIH=<number>. */
export const BENIH = keadaan

/** A whole number from 0 up to, not including, `sampai` (mulberry32: the same seed gives the same moments). */
export function acak(sampai: number): number {
  keadaan = (keadaan + 0x6d2b79f5) | 0
  let t = Math.imul(keadaan ^ (keadaan >>> 15), 1 | keadaan)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * sampai)
}
