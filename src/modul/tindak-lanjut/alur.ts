import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, punyaPeran } from '../../inti/pelaku.ts'
import type { TindakLanjut } from './kueri.ts'

/** Who watches over all follow-ups. */
export const PENGAWAS = ['TIM_SAKIP', 'SEKCAM'] as const

/** The responsible person, Tim SAKIP and the Sekcam may close or cancel an open one. */
export const bolehMenutup = (t: Pick<TindakLanjut, 'pegawaiId'>, pelaku: Pelaku): boolean =>
  t.pegawaiId === pelaku.pegawaiId || punyaPeran(pelaku, PENGAWAS)

/** Throws 403 for others, 409 when it is not open any more. */
export function pastikanMenutup(t: TindakLanjut, pelaku: Pelaku): void {
  if (!bolehMenutup(t, pelaku))
    throw galat.tidakBerwenang(
      `Tindak lanjut ini ditutup oleh ${t.penanggungJawab}, Tim SAKIP, atau Sekretaris Kecamatan.`,
    )
  if (t.status !== 'TERBUKA') throw galat.bentrok('Tindak lanjut ini sudah ditutup.')
}
