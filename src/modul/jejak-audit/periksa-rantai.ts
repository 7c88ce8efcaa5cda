import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'

/** Where a chain breaks. `urut`: number of the event at which it shows. */
export type Kerusakan =
  | { readonly jenis: 'DIUBAH' | 'PUTUS'; readonly urut: string }
  | { readonly jenis: 'HILANG'; readonly urut: string; readonly dari: string; readonly sampai: string }
  | { readonly jenis: 'EKOR_HILANG' | 'LEWAT_KEPALA' | 'KEPALA_BERBEDA'; readonly urut: string }
export type HasilPemeriksaan = {
  /** events looked at */
  readonly jumlah: number
  readonly kerusakan: Kerusakan | null
  /** number and hash of the last event: who has noted them elsewhere can tell later that nothing was rewritten */
  readonly kepala: { readonly urut: string; readonly hash: string } | null
}

const SEKALI_PERIKSA = 20_000
const HASH_AWAL = '0'.repeat(64)
type Kepala = { urut: string; hash: string; terakhir: string; hashTerakhir: string | null }
type Potongan = {
  jumlah: number
  hash: string | null
  rusak: { urut: string; jenis: 'DIUBAH' | 'PUTUS' | 'HILANG'; lalu: string } | null
}

/**
 * Verifies the whole audit chain of the actor's kecamatan: numbers without gap from 1, each event linked to the hash before,
 * each hash recomputed from the recorded columns (jejak_teks, SHA-256), the last one equal to the head. Events that are
 * added meanwhile are left for the next check. Work is cut into ranges so that no statement runs long.
 */
export async function periksaRantai(db: BasisData, pelaku: Pelaku): Promise<HasilPemeriksaan> {
  const kepala = await ambilKepala(db, pelaku)
  const kosong = { jumlah: 0, kepala: null }
  if (!kepala) return { ...kosong, kerusakan: null }
  let jumlah = 0
  let hash = HASH_AWAL
  const batas = BigInt(kepala.terakhir)
  for (let dari = 0n; dari < batas; dari += BigInt(SEKALI_PERIKSA)) {
    const potongan = await periksaPotongan(db, pelaku, { dari, hash })
    jumlah += potongan.jumlah
    if (potongan.rusak) return { jumlah, kepala, kerusakan: uraikan(potongan.rusak) }
    // an empty range in the middle shows as a gap in front of the next event
    hash = potongan.hash ?? hash
  }
  return { jumlah, kepala, kerusakan: periksaKepala(kepala) }
}

/** Head and last event in one statement, so that both are of the same moment. Null before the first event. */
async function ambilKepala(db: BasisData, pelaku: Pelaku): Promise<Kepala | null> {
  const [baris] = await db.baca.$queryRaw<Kepala[]>`
    select coalesce(k.urut, 0)::text as urut, coalesce(k.hash, '') as hash, coalesce(j.urut, 0)::text as terakhir, j.hash as "hashTerakhir"
    from (select 1) satu
      left join (select urut, hash from jejak_kepala where kecamatan_id = ${pelaku.kecamatanId}::uuid) k on true
      left join (select urut, hash from jejak where kecamatan_id = ${pelaku.kecamatanId}::uuid order by urut desc limit 1) j on true`
  return baris && (baris.urut !== '0' || baris.terakhir !== '0') ? baris : null
}

function periksaKepala({ urut, hash, terakhir, hashTerakhir }: Kepala): Kerusakan | null {
  if (BigInt(terakhir) < BigInt(urut)) return { jenis: 'EKOR_HILANG', urut: terakhir }
  if (BigInt(terakhir) > BigInt(urut)) return { jenis: 'LEWAT_KEPALA', urut: terakhir }
  return hash === hashTerakhir ? null : { jenis: 'KEPALA_BERBEDA', urut }
}

/** One range: how many events, hash of the last, and the first event that does not fit. */
async function periksaPotongan(
  db: BasisData,
  pelaku: Pelaku,
  { dari, hash }: { dari: bigint; hash: string },
): Promise<Potongan> {
  const [baris] = await db.baca.$queryRaw<Potongan[]>`
    with isi as (
      select j.urut, j.hash, j.hash_sebelum, encode(sha256(convert_to(jejak_teks(j), 'UTF8')), 'hex') as dihitung,
        lag(j.urut) over (order by j.urut) as urut_lalu, lag(j.hash) over (order by j.urut) as hash_lalu
      from jejak j where j.kecamatan_id = ${pelaku.kecamatanId}::uuid and j.urut > ${dari} and j.urut <= ${dari + BigInt(SEKALI_PERIKSA)}
    ), dinilai as (
      select urut, hash, coalesce(urut_lalu, (select coalesce(max(x.urut), 0) from jejak x
          where x.kecamatan_id = ${pelaku.kecamatanId}::uuid and x.urut <= ${dari})) as lalu,
        coalesce(hash_lalu, ${hash}) as hash_lalu, hash_sebelum, dihitung
      from isi
    )
    select count(*)::int as jumlah, (select hash from dinilai order by urut desc limit 1) as hash,
      (select json_build_object('urut', urut::text, 'lalu', lalu::text, 'jenis',
         case when urut <> lalu + 1 then 'HILANG' when hash <> dihitung then 'DIUBAH' else 'PUTUS' end)
       from dinilai where urut <> lalu + 1 or hash_sebelum <> hash_lalu or hash <> dihitung order by urut limit 1) as rusak
    from dinilai`
  return baris ?? { jumlah: 0, hash: null, rusak: null }
}

function uraikan({ urut, jenis, lalu }: NonNullable<Potongan['rusak']>): Kerusakan {
  if (jenis !== 'HILANG') return { jenis, urut }
  return { jenis, urut, dari: String(BigInt(lalu) + 1n), sampai: String(BigInt(urut) - 1n) }
}
