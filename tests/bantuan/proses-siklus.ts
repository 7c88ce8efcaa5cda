import { bukaBasisData } from '../../src/inti/basis-data/index.ts'
import { denganKonteks } from '../../src/inti/konteks.ts'
import type { Pelaku } from '../../src/inti/pelaku.ts'
import { muatPelaku } from '../../src/modul/akun/index.ts'
import { daftarkanJenis } from '../../src/modul/siklus/index.ts'
import { PENANGANAN_JENIS } from '../../src/peta-jenis.ts'
import { denganKlien } from './basis-data.ts'
import type { ServerUji } from './proses.ts'
import { lengkapiJenis } from './siklus.ts'

/** The database of a running server seen from the test: its engine without its screens, and plain SQL as owner. */
export type DalamServer = Awaited<ReturnType<typeof bukaDalam>>

export async function bukaDalam({ urlPemilik, urlAplikasi }: Pick<ServerUji, 'urlPemilik' | 'urlAplikasi'>) {
  daftarkanJenis(PENANGANAN_JENIS)
  lengkapiJenis()
  const db = bukaBasisData(urlAplikasi)
  const sql = <R extends Record<string, unknown>>(teks: string, nilai: unknown[] = []) =>
    denganKlien(urlPemilik, async (k) => (await k.query<R>(teks, nilai)).rows)
  const pelaku = async (nama: string): Promise<Pelaku> => {
    const [akun] = await sql<{ id: string; kecamatanId: string }>(
      'select id, kecamatan_id as "kecamatanId" from akun where nama_pengguna = $1',
      [nama],
    )
    const ada =
      akun && (await muatPelaku(db, { akunId: akun.id, kecamatanId: akun.kecamatanId, masukPada: Date.now() }))
    if (!ada) throw new Error(`tidak ada pelaku ${nama}`)
    return ada
  }
  return {
    db,
    sql,
    pelaku,
    sebagai: async <T>(nama: string, kerja: (pelaku: Pelaku) => Promise<T>): Promise<T> => {
      const orang = await pelaku(nama)
      return denganKonteks({ kecamatanId: orang.kecamatanId, kunci: null }, async () => await kerja(orang))
    },
    tutup: () => db.tutup(),
  }
}

/** A form of the siklus with its rows, as SQL sees it. */
export type FormulirServer = {
  readonly id: string
  readonly unit: string
  readonly status: string
  readonly versi: number
  readonly baris: readonly { id: string; versi: number; variabel: string[] }[]
}

export async function ambilFormulirServer(
  dalam: Pick<DalamServer, 'sql'>,
  siklusId: string,
  unit: string,
): Promise<FormulirServer> {
  const [f] = await dalam.sql<FormulirServer>(
    `select f.id, u.kode as unit, f.status, f.versi,
       (select json_agg(json_build_object('id', b.id, 'versi', b.versi, 'variabel', coalesce((select json_agg(v ->> 'kode')
          from jsonb_array_elements(b.kartu -> 'variabel') v), '[]')) order by b.urut) from baris_formulir b where b.formulir_id = f.id) as baris
     from formulir f join unit_kerja u on u.id = f.unit_id where f.siklus_id = $1 and u.kode = $2`,
    [siklusId, unit],
  )
  if (!f) throw new Error(`tidak ada formulir ${unit}`)
  return f
}

/** Rows that still count numbers in one variable: those with at least one variable. */
export const barisAngka = (f: FormulirServer) => f.baris.filter((b) => b.variabel.length > 0)

/** Every due row of a form answered straight in the database, so that it may be handed in. */
export async function jawabSemua(dalam: Pick<DalamServer, 'sql'>, formulirId: string): Promise<void> {
  await dalam.sql(
    `update baris_formulir set status = 'TIDAK_BERLAKU', variabel = '{}', nilai = null, alasan_tidak_berlaku = 'tidak diukur dalam uji' where formulir_id = $1 and jatuh_tempo`,
    [formulirId],
  )
  await dalam.sql(`update baris_anggaran set status = 'TERISI', realisasi = 1000 where formulir_id = $1`, [formulirId])
}

/** Number in the log of a siklus, to compare before and after. */
export async function jumlahPeristiwa(dalam: Pick<DalamServer, 'sql'>, siklusId: string): Promise<number> {
  const [b] = await dalam.sql<{ n: number }>('select count(*)::int as n from peristiwa_siklus where siklus_id = $1', [
    siklusId,
  ])
  return b?.n ?? 0
}
