import { expect } from 'vitest'
import { periksaRantai } from '../../src/modul/jejak-audit/index.ts'
import {
  ambilPeristiwa,
  ambilSiklus,
  type BarisBagian,
  type BarisLangkah,
  type Keadaan,
  putarUlang,
} from '../../src/modul/siklus/index.ts'
import type { DalamServer } from './proses-siklus.ts'

type Baris = { n: number }
const ada = async (dalam: DalamServer, teks: string): Promise<number> =>
  (await dalam.sql<Baris>(`select count(*)::int as n from (${teks}) t`))[0]?.n ?? 0

/**
 * The whole office after a fault: the audit chain is unbroken, every siklus is the fold of its log, forms, parts and
 * steps agree with one another, and every version number of a row has its line in the audit trail. Fails by name.
 */
export async function pastikanUtuh(dalam: DalamServer): Promise<void> {
  for (const nama of ['sakip1', 'sakip.candipuro'])
    await dalam.sebagai(nama, async (pelaku) => {
      expect((await periksaRantai(dalam.db, pelaku)).kerusakan, `rantai jejak ${pelaku.namaKecamatan}`).toBeNull()
    })
  const siklus = await dalam.sql<{ id: string }>('select id from siklus order by id')
  for (const { id } of siklus) await pastikanSiklusUtuh(dalam, id)
  for (const [apa, teks] of Object.entries(SETENGAH)) expect(await ada(dalam, teks), apa).toBe(0)
}

/** What must not exist: half of something that is done as one. */
const SETENGAH: Readonly<Record<string, string>> = {
  'formulir diserahkan, tetapi bagiannya di mesin belum selesai (atau sebaliknya)': `
    select f.id from formulir f join langkah_siklus l on l.siklus_id = f.siklus_id and l.jenis = 'pengisian' and l.status = 'BERJALAN'
      join bagian_langkah g on g.langkah_id = l.id and g.unit_id = f.unit_id
    where (f.status = 'DISERAHKAN') <> (g.status = 'SELESAI')`,
  'baris formulir yang versinya tidak cocok dengan jumlah simpannya di jejak': `
    select b.id from baris_formulir b left join (select objek_id, count(*) as n from jejak where peristiwa = 'formulir.baris-disimpan' group by 1) j on j.objek_id = b.id::text
    where coalesce(j.n, 0) > b.versi - 1`,
  'jejak simpan tanpa barisnya': `
    select 1 from jejak j where j.peristiwa = 'formulir.baris-disimpan' and not exists (select 1 from baris_formulir b where b.id::text = j.objek_id)`,
  'kunci permintaan tersimpan dua kali': `select kunci from kunci_permintaan group by kunci having count(*) > 1`,
  'rekap dengan nomor versi kembar atau meloncat': `
    select siklus_id from rekap group by siklus_id having count(distinct nomor_versi) <> count(*) or max(nomor_versi) <> count(*)`,
  'langkah rekap selesai tanpa rekap beku': `
    select l.id from langkah_siklus l where l.jenis = 'rekap' and l.status = 'SELESAI'
      and (select count(*) from rekap r where r.langkah_id = l.id) < l.putaran`,
  'langkah yang selesai tanpa dokumennya': `
    select l.id from langkah_siklus l where l.jenis in ('rekap', 'lapor', 'telaah') and l.status = 'SELESAI'
      and not exists (select 1 from dokumen d where d.langkah_id = l.id and d.putaran = l.putaran)`,
  'keputusan telaah tanpa peristiwanya, atau sebaliknya': `
    select s.id from siklus s where (select count(*) from telaah t where t.siklus_id = s.id) <>
      (select count(*) from peristiwa_siklus p join langkah_siklus l on l.siklus_id = p.siklus_id and l.kode = p.isi ->> 'langkah' and l.jenis = 'telaah'
        where p.siklus_id = s.id and p.jenis in ('DIPUTUSKAN', 'DIKEMBALIKAN') and p.isi -> 'data' ->> 'keputusan' is not null and p.pegawai_id is not null)`,
  'transaksi yang masih menggantung': `
    select 1 from pg_stat_activity where datname = current_database() and state = 'idle in transaction' and now() - state_change > interval '12 s'`,
}

/** Log → rows: the log replays to exactly what the pages read, and the last engine line of the audit trail counts its events. */
async function pastikanSiklusUtuh(dalam: DalamServer, siklusId: string): Promise<void> {
  await dalam.sebagai('sakip1', async (pelaku) => {
    const muatan = await ambilSiklus(dalam.db.baca, pelaku, siklusId)
    const peristiwa = await ambilPeristiwa(dalam.db.baca, muatan.siklus)
    const urut = await dalam.sql<{ urut: number }>(
      'select urut from peristiwa_siklus where siklus_id = $1 order by urut',
      [siklusId],
    )
    expect(
      urut.map((u) => u.urut),
      'nomor peristiwa',
    ).toEqual(peristiwa.map((_, i) => i + 1))
    const lipatan = putarUlang(peristiwa)
    const status = lipatan.status === 'DIARSIPKAN' ? 'SELESAI' : lipatan.status
    expect(muatan.siklus.status, 'status siklus').toBe(status)
    expect(muatan.langkah.map(ringkasBaris), `langkah siklus ${muatan.siklus.namaPeriode}`).toEqual(
      ringkasLipatan(lipatan),
    )
    expect(bagianBaris(muatan), `bagian siklus ${muatan.siklus.namaPeriode}`).toEqual(bagianLipatan(lipatan))
  })
  const [jejak] = await dalam.sql<{ urut: number | null }>(
    `select max((rincian ->> 'urut')::int) as urut from jejak where siklus_id = $1 and peristiwa like 'siklus.%'`,
    [siklusId],
  )
  const [log] = await dalam.sql<{ urut: number }>(
    'select max(urut) as urut from peristiwa_siklus where siklus_id = $1',
    [siklusId],
  )
  if (jejak?.urut) expect(jejak.urut, 'peristiwa terakhir punya jejaknya').toBe(log?.urut)
}

const waktu = (w: Date | string | null): string | null => (w === null ? null : new Date(w).toISOString())
const ringkasBaris = (l: BarisLangkah) => ({
  kode: l.kode,
  status: l.status,
  putaran: l.putaran,
  dibukaPada: waktu(l.dibukaPada),
  diteruskanPada: waktu(l.diteruskanPada),
  selesaiPada: waktu(l.selesaiPada),
})
const ringkasLipatan = (k: Keadaan) =>
  k.urutan.flatMap((kode) => {
    const l = k.langkah[kode]
    if (!l) return []
    const { status, putaran, dibukaPada, diteruskanPada, selesaiPada } = l
    return [
      {
        kode,
        status,
        putaran,
        dibukaPada: waktu(dibukaPada),
        diteruskanPada: waktu(diteruskanPada),
        selesaiPada: waktu(selesaiPada),
      },
    ]
  })

type Muatan = { langkah: readonly BarisLangkah[]; bagian: readonly BarisBagian[] }
function bagianBaris({ langkah, bagian }: Muatan): string[] {
  const kode = new Map(langkah.map((l) => [l.id, l.kode]))
  return bagian.map((b) => [kode.get(b.langkahId), b.kunci, b.status, b.putaran, waktu(b.selesaiPada)].join(' ')).sort()
}
const bagianLipatan = (k: Keadaan): string[] =>
  Object.values(k.langkah)
    .flatMap((l) => l.bagian.map((b) => [l.kode, b.kunci, b.status, b.putaran, waktu(b.selesaiPada)].join(' ')))
    .sort()
