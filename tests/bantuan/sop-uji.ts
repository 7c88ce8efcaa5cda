import { Rujukan, sisipkan } from '../../prisma/benih/sisip.ts'
import { susunSop } from '../../prisma/benih/susun-perjanjian.ts'
import { type DefinisiSop, periksaSop } from '../../src/modul/sop/index.ts'
import type { AplikasiUji } from './aplikasi.ts'
import { denganKlien } from './basis-data.ts'
import { sopKecil } from './sop-contoh.ts'

/** Brings a checked SOP into the office of Taman, in force since 2026. Throws with the first mistake of the check. */
export async function pasangSop(app: Pick<AplikasiUji, 'basis' | 'sql'>, definisi: DefinisiSop): Promise<void> {
  const [salah] = periksaSop(definisi)
  if (salah) throw new Error(`${salah.letak}: ${salah.pesan}`)
  const [taman] = await app.sql<{ id: string }>("select id from kecamatan where kode = 'taman'")
  if (!taman) throw new Error('kantor contoh belum dimuat')
  const isi = susunSop(
    { sopBerlaku: [{ definisi, berlakuSejak: '2026-01-01' }] },
    { rujukan: new Rujukan(), kecamatanId: taman.id },
  )
  await denganKlien(app.basis.urlPemilik, (k) => sisipkan(k, isi))
}

/** A small SOP (see sopKecil) of this code, brought into the office. Returns its code. */
export async function pasangSopKecil(
  app: Pick<AplikasiUji, 'basis' | 'sql'>,
  kode: string,
  langkah: readonly Record<string, unknown>[],
  lain: Record<string, unknown> = {},
): Promise<string> {
  await pasangSop(app, sopKecil(langkah, { kode, nama: `SOP ${kode}`, ...lain }))
  return kode
}
