import { type Pelaku, type Peran, punyaPeran, unitDipimpin } from '../../inti/pelaku.ts'
import { PENGINGAT_SIKLUS } from '../siklus/index.ts'
import type { OrangBertugas } from '../tugas-saya/index.ts'
import { bawahanDari } from './isi-pengingat.ts'

/** Who decides when the office reminds, and sees how the mails went. */
export const PENGATUR: readonly Peran[] = ['TIM_SAKIP', 'SEKCAM', 'ADMIN']
/** Who has a mail sent again that was given up: the operator, who knows the mail server. */
export const PENGULANG: readonly Peran[] = ['ADMIN']
/** Who reminds others by word. */
export const PEMBERI_INGAT = PENGINGAT_SIKLUS
const MENGINGATKAN_SEMUA: readonly Peran[] = ['TIM_SAKIP', 'SEKCAM', 'CAMAT']

/**
 * Whom this person may remind: Tim SAKIP, Sekcam and Camat everybody, whoever manages the siklus in view (`semua`) too, the head
 * of a unit its own people. Nobody reminds oneself.
 */
export function bolehDiingatkan(
  pelaku: Pelaku,
  orang: readonly OrangBertugas[],
  { semua }: { semua: boolean },
): readonly OrangBertugas[] {
  if (semua || punyaPeran(pelaku, MENGINGATKAN_SEMUA))
    return orang.filter((o) => o.pelaku.pegawaiId !== pelaku.pegawaiId)
  return unitDipimpin(pelaku).length > 0 ? bawahanDari(pelaku, orang) : []
}
