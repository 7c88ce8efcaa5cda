import type { Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { KonteksLangkah, Pengembalian } from '../siklus/index.ts'
import { susunKertas } from './susun-kertas.ts'
import { tetapkanSumberOtomatis } from './tetapkan-sumber.ts'

/** The measuring opens: rows, and figures where they are to be had. Opened by a return, only what was named is open. */
export async function bukaPengukuran(tx: Tx, pelaku: Pelaku, konteks: KonteksLangkah): Promise<void> {
  await susunKertas(tx, pelaku, konteks)
  const { siklus, langkah } = konteks
  if (langkah.alasanKembali === null)
    await tx.barisKertasKerja.updateMany({
      where: { siklusId: siklus.id, kecamatanId: siklus.kecamatanId },
      data: { terbuka: true, alasanKembali: null },
    })
  await tetapkanSumberOtomatis(tx, pelaku, konteks)
}

/** Opens what a return named: single indicators with their reasons, or, when it names none, all. */
export async function kembalikanKertas(tx: Tx, { siklus }: KonteksLangkah, kembali: Pengembalian): Promise<void> {
  const milik = { siklusId: siklus.id, kecamatanId: siklus.kecamatanId }
  const nilai = kembali.bagian.flatMap((b) => (b.barisId === null ? [] : [{ id: b.barisId, alasan: b.alasan }]))
  await tx.barisKertasKerja.updateMany({ where: milik, data: { terbuka: nilai.length === 0, alasanKembali: null } })
  for (const { id, alasan } of nilai)
    await tx.barisKertasKerja.updateMany({ where: { ...milik, id }, data: { terbuka: true, alasanKembali: alasan } })
}
