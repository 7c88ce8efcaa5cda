import { type Desimal, formatAngka, formatPersen } from '../../inti/angka/index.ts'
import { cariAngka } from './hasil.ts'

export type Lompatan = { readonly jenis: 'LOMPATAN' | 'LETAK_KOMA'; readonly teks: string }

const AMBANG_PERSEN = 50
const PEMBANDING_TERBANYAK = 4

/**
 * Warning when a value jumps against earlier ones. Rule: it is compared with the median of the last (at most four) earlier
 * values; a change of more than 50% is LOMPATAN; about 10, 100 or 1,000 times as much or as little (±10%) is LETAK_KOMA, most often a
 * misplaced decimal sign; any value after zeros is LOMPATAN. No earlier values: null. Only a question to the person, never a refusal.
 */
export function cariLompatan(
  sekarang: string | null,
  terdahulu: readonly (string | null)[],
  { ambangPersen = AMBANG_PERSEN }: { ambangPersen?: number } = {},
): Lompatan | null {
  const kini = cariAngka(sekarang)
  const dasar = median(terdahulu.flatMap((isi) => cariAngka(isi) ?? []).slice(-PEMBANDING_TERBANYAK))
  if (!kini || !dasar || kini.eq(dasar)) return null
  const lawan = `nilai sebelumnya ${formatAngka(dasar)}`
  if (dasar.isZero()) return { jenis: 'LOMPATAN', teks: `${formatAngka(kini)}, sedangkan ${lawan}. Periksa kembali.` }
  if (salahKoma(kini, dasar)) {
    return {
      jenis: 'LETAK_KOMA',
      teks: `${formatAngka(kini)}, sedangkan ${lawan}. Mungkin letak koma keliru; periksa kembali.`,
    }
  }
  const perubahan = kini.minus(dasar).times(100).div(dasar.abs())
  if (perubahan.abs().lte(ambangPersen)) return null
  const arah = perubahan.isNegative() ? 'turun' : 'naik'
  return {
    jenis: 'LOMPATAN',
    teks: `${formatAngka(kini)}, ${arah} ${formatPersen(perubahan.abs())} dari ${lawan}. Periksa kembali atau jelaskan sebabnya.`,
  }
}

function median(daftar: readonly Desimal[]): Desimal | null {
  const urut = [...daftar].sort((a, b) => a.cmp(b))
  const [kiri, kanan] = [urut[Math.floor((urut.length - 1) / 2)], urut[Math.floor(urut.length / 2)]]
  return kiri && kanan ? kiri.plus(kanan).div(2) : null
}

function salahKoma(kini: Desimal, dasar: Desimal): boolean {
  if (kini.isZero()) return false
  const kali = kini.abs().gt(dasar.abs()) ? kini.div(dasar) : dasar.div(kini)
  return [10, 100, 1000].some((pangkat) => kali.gte(pangkat * 0.9) && kali.lte(pangkat * 1.1))
}
