import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { panduanSaya } from './cari-bantuan.ts'

/**
 * Ticks a step of the person's own tour, or takes the tick away. 404 for a step that is not in a guide of the person's
 * roles, or that the data tells by itself. Nobody else's business, so it leaves no audit event.
 */
export async function centangLangkah(
  db: BasisData,
  pelaku: Pelaku,
  { langkah, sudah }: { langkah: string; sudah: boolean },
): Promise<void> {
  const ada = panduanSaya(pelaku).some((p) => p.hariPertama.some((l) => l.kode === langkah && !l.bukti))
  if (!ada) throw galat.tidakDitemukan('Langkah hari pertama')
  await transaksi(db, pelaku, async (tx) => {
    await tx.$executeRaw`
      insert into hari_pertama (akun_id, kecamatan_id, dicentang)
      values (${pelaku.akunId}::uuid, ${pelaku.kecamatanId}::uuid, case when ${sudah} then array[${langkah}] else '{}'::text[] end)
      on conflict (akun_id) do update set dicentang = array_remove(hari_pertama.dicentang, ${langkah}) || excluded.dicentang`
  })
}

/** Takes the tour from the person's home page, or puts it back; what was ticked stays. No audit event, as above. */
export async function aturHariPertama(db: BasisData, pelaku: Pelaku, sembunyi: boolean): Promise<void> {
  const pada = sembunyi ? jam.sekarang() : null
  await transaksi(db, pelaku, async (tx) => {
    await tx.$executeRaw`
      insert into hari_pertama (akun_id, kecamatan_id, dicentang, disembunyikan_pada)
      values (${pelaku.akunId}::uuid, ${pelaku.kecamatanId}::uuid, '{}', ${pada}::timestamptz)
      on conflict (akun_id) do update set disembunyikan_pada = excluded.disembunyikan_pada`
  })
}
