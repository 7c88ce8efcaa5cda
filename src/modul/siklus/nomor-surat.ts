import type { Tx } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'

/**
 * The next number of a kind of letter in a year: `000.8.6.3/7/NOTULEN/2026` (classification code of the office,
 * Permendagri 83/2022; counter per kind and year). A number typed from the paper register wins, so call it only without one.
 */
export async function nomorSurat(
  tx: Tx,
  pelaku: Pelaku,
  { jenis, tanggal }: { jenis: string; tanggal: string },
): Promise<string> {
  const tahun = Number(tanggal.slice(0, 4))
  const [baris] = await tx.$queryRaw<{ terakhir: number; kode: string }[]>`
    with n as (
      insert into nomor_surat (kecamatan_id, jenis, tahun, terakhir) values (${pelaku.kecamatanId}::uuid, ${jenis}, ${tahun}, 1)
      on conflict (kecamatan_id, jenis, tahun) do update set terakhir = nomor_surat.terakhir + 1 returning terakhir
    ) select n.terakhir, k.kode_surat as kode from n, kecamatan k where k.id = ${pelaku.kecamatanId}::uuid`
  return `${baris?.kode ?? ''}/${baris?.terakhir ?? 1}/${jenis}/${tahun}`
}
