import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaksi } from '../../../src/inti/basis-data/index.ts'
import { denganKonteks } from '../../../src/inti/konteks.ts'
import { mulaiSiklus } from '../../../src/modul/siklus/index.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { jalankanKantor } from '../http/kantor-berjalan.ts'

/** Row-level security alone: every statement here leaves the filter of the query away. */
let app: AplikasiUji
let taman: string
let candipuro: string
let tabel: string[]
beforeAll(async () => {
  app = await bukaAplikasiUji()
  await jalankanKantor(app)
  const [sop] = await app.sql<{ id: string }>("select id from sop where kode = 'pengukuran-candipuro'")
  await app.sebagai('sakip.candipuro', (pelaku) =>
    mulaiSiklus(app.db, pelaku, {
      sopId: sop?.id ?? '',
      periode: { jenis: 'TRIWULAN', tahun: 2026, nomor: 2 },
      tenggat: null,
    }),
  )
  const id = async (kode: string) =>
    (await app.sql<{ id: string }>('select id from kecamatan where kode = $1', [kode]))[0]?.id ?? ''
  taman = await id('taman')
  candipuro = await id('candipuro')
  const semua = await app.sql<{ nama: string }>(
    "select table_name as nama from information_schema.columns where table_schema = 'public' and column_name = 'kecamatan_id' order by 1",
  )
  tabel = semua.map(({ nama }) => nama)
})
afterAll(() => app.tutup())

const di = <T>(kecamatanId: string | null, kerja: () => Promise<T>): Promise<T> =>
  denganKonteks({ kecamatanId, kunci: null }, async () => await kerja())
type Milik = { kecamatan_id: string; n: number }
const milikSiapa = (nama: string) => `select kecamatan_id, count(*)::int as n from "${nama}" group by 1`
/** The three ways to the database; all tests run over each. */
const JALAN: Record<string, (sql: string) => Promise<Milik[]>> = {
  poolBaca: async (sql) => (await app.db.poolBaca.query<Milik>(sql)).rows,
  baca: (sql) => app.db.baca.$queryRawUnsafe<Milik[]>(sql),
  tulis: (sql) => app.db.tulis.$transaction((tx) => tx.$queryRawUnsafe<Milik[]>(sql)),
}

describe('tanpa saringan di kueri', () => {
  it('hampir setiap tabel berisi milik Taman, jadi ada yang dapat bocor', async () => {
    const kosong: string[] = []
    for (const nama of tabel)
      if (!(await app.sql<Milik>(milikSiapa(nama))).some(({ kecamatan_id }) => kecamatan_id === taman))
        kosong.push(nama)
    expect(tabel.length - kosong.length, `kosong: ${kosong.join(', ')}`).toBeGreaterThan(35)
  })

  it.each(Object.keys(JALAN))('lewat %s hanya baris sendiri yang terlihat, di setiap tabel', async (jalan) => {
    const tanya = JALAN[jalan] ?? (async () => [])
    for (const nama of tabel) {
      const pemilik = (baris: Milik[]) =>
        baris.map(({ kecamatan_id }) => kecamatan_id).filter((satu) => satu !== candipuro)
      expect(pemilik(await di(candipuro, () => tanya(milikSiapa(nama)))), nama).toEqual([])
      expect(await di(null, () => tanya(milikSiapa(nama))), `${nama} tanpa konteks`).toEqual([])
    }
    expect(await di(candipuro, () => tanya('select id as kecamatan_id, 1 as n from kecamatan'))).toEqual([
      { kecamatan_id: candipuro, n: 1 },
    ])
    expect(await di(candipuro, () => tanya(milikSiapa('pegawai')))).not.toEqual([])
  })

  it('menambah atau memindahkan baris ke kecamatan lain ditolak, di setiap tabel', async () => {
    await di(candipuro, async () => {
      for (const nama of tabel) {
        await expect(
          app.db.poolTulis.query(`insert into "${nama}" (kecamatan_id) values ($1)`, [taman]),
          nama,
        ).rejects.toMatchObject({ code: '42501' })
        const pindah = app.db.poolTulis.query(`update "${nama}" set kecamatan_id = $1`, [taman]).then(
          ({ rowCount }) => rowCount,
          (sebab: { code?: string }) => sebab.code,
        )
        // none of its own rows there, or refused
        expect([0, '42501'], nama).toContain(await pindah)
      }
    })
  })

  it('mengubah atau menghapus baris kecamatan lain tidak mengenai apa pun, di setiap tabel', async () => {
    const sebelum = await app.sql(
      tabel
        .map((nama) => `select '${nama}' as t, count(*)::int as n from "${nama}" where kecamatan_id = '${taman}'`)
        .join(' union all '),
    )
    await di(candipuro, async () => {
      for (const nama of tabel)
        for (const sql of [
          `update "${nama}" set kecamatan_id = kecamatan_id where kecamatan_id = $1`,
          `delete from "${nama}" where kecamatan_id = $1`,
        ]) {
          const kena = await app.db.poolTulis.query(sql, [taman]).then(
            ({ rowCount }) => rowCount,
            (sebab: { code?: string }) => sebab.code,
          )
          // jejak and peristiwa_siklus may not be changed by anybody
          expect([0, '42501'], sql).toContain(kena)
        }
    })
    expect(
      await app.sql(
        tabel
          .map((nama) => `select '${nama}' as t, count(*)::int as n from "${nama}" where kecamatan_id = '${taman}'`)
          .join(' union all '),
      ),
    ).toEqual(sebelum)
  })

  it('jejak tidak dapat ditulis atas nama kecamatan lain', async () => {
    const tulis = `insert into jejak (kecamatan_id, nama_pelaku, jabatan_pelaku, peristiwa, objek_jenis, objek_id, rincian) values ($1, 'x', 'x', 'x', 'x', 'x', '{}')`
    await expect(di(candipuro, () => app.db.poolTulis.query(tulis, [taman]))).rejects.toMatchObject({ code: '42501' })
  })
})

/** Runs `banyak` pieces of work of both offices side by side and returns what any of them saw of the other. */
async function berselang(
  banyak: number,
  kerja: (kecamatanId: string, ke: number) => Promise<readonly { kecamatan_id: string }[]>,
): Promise<string[]> {
  const hasil = await Promise.all(
    Array.from({ length: banyak }, async (_, ke) => {
      const milik = ke % 3 === 0 ? taman : candipuro
      const baris = await di(milik, () => kerja(milik, ke))
      return baris.length === 0
        ? [`${ke}: tidak melihat apa pun`]
        : baris.filter((b) => b.kecamatan_id !== milik).map(() => `${ke}: milik lain`)
    }),
  )
  return hasil.flat()
}
const PEGAWAI = 'select distinct kecamatan_id from pegawai'

describe('sambungan yang dipakai bergantian', () => {
  it('300 kerja berselang dari dua kecamatan, pool 10: tidak satu pun melihat baris yang lain', async () => {
    expect(await berselang(300, async () => (await app.db.poolBaca.query(PEGAWAI)).rows)).toEqual([])
    expect(
      await berselang(300, () =>
        app.db.baca.pegawai
          .findMany({ select: { kecamatanId: true }, take: 50 })
          .then((b) => b.map((p) => ({ kecamatan_id: p.kecamatanId }))),
      ),
    ).toEqual([])
    expect(app.db.poolBaca.totalCount).toBeLessThanOrEqual(10)
  })

  it('alat ukurnya peka: pool yang memasang penanda sekali saja per sambungan ketahuan', async () => {
    const lalai = new pg.Pool({ connectionString: app.basis.urlAplikasi, max: 5 })
    const tanya = async (milik: string) => {
      const klien = (await lalai.connect()) as pg.PoolClient & { sudah?: true }
      try {
        if (!klien.sudah) await klien.query("select set_config('takar.kecamatan', $1, false)", [milik])
        klien.sudah = true
        return (await klien.query<{ kecamatan_id: string }>(PEGAWAI)).rows
      } finally {
        klien.release()
      }
    }
    expect((await berselang(60, tanya)).length).toBeGreaterThan(0)
    await lalai.end()
  })

  it('sesudah galat di tengah transaksi, juga yang mengubah penandanya, sambungan itu tetap benar', async () => {
    const salah = await berselang(40, async (milik, ke) => {
      const lain = milik === taman ? candipuro : taman
      await app.db.tulis
        .$transaction(
          async (tx) => {
            if (ke % 4 === 0) await tx.$executeRaw`select set_config('takar.kecamatan', ${lain}, true)`
            await tx.$queryRaw`select 1 / 0`
          },
          { maxWait: 20_000 },
        )
        .catch(() => {})
      return app.db.tulis.$transaction(
        (tx) => tx.$queryRaw<{ kecamatan_id: string }[]>`select distinct kecamatan_id from pegawai`,
        { maxWait: 20_000 },
      )
    })
    expect(salah).toEqual([])
  })

  it('sesudah sambungannya diputus peladen di tengah kerja, yang berikutnya benar', async () => {
    const putus = () =>
      app.sql(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'takar_aplikasi' and datname = current_database()",
      )
    for (let kali = 0; kali < 3; kali++) {
      const kerja = berselang(60, async () =>
        app.db.poolBaca.query(PEGAWAI).then(
          ({ rows }) => rows,
          async () => (await app.db.poolBaca.query(PEGAWAI)).rows,
        ),
      ).catch((sebab: Error) => [sebab.message])
      await putus()
      const salah = await kerja
      expect(salah.filter((satu) => satu.includes('milik lain') || satu.includes('tidak melihat'))).toEqual([])
    }
    expect(await berselang(60, async () => (await app.db.poolBaca.query(PEGAWAI)).rows)).toEqual([])
  })

  it('300 halaman berselang dari orang dua kecamatan hanya menyebut orang sendiri', async () => {
    const [a, b] = [await app.masukSebagai('camat'), await app.masukSebagai('camat.candipuro')]
    const nama = await app.sql<{ nama: string; kecamatan_id: string }>('select nama, kecamatan_id from pegawai')
    const asing = (teks: string, milik: string) => nama.filter((p) => p.kecamatan_id !== milik && teks.includes(p.nama))
    const hasil = await Promise.all(
      Array.from({ length: 300 }, async (_, ke) => {
        const jawab = await (ke % 3 === 0 ? a : b).buka(ke % 2 === 0 ? '/organisasi/struktur' : '/siklus')
        return { status: jawab.status, asing: asing(jawab.text, ke % 3 === 0 ? taman : candipuro) }
      }),
    )
    // a busy answer is honest; another office's name never is
    expect(hasil.filter(({ status }) => status !== 200 && status !== 503)).toEqual([])
    expect(hasil.flatMap((satu) => satu.asing)).toEqual([])
    expect(hasil.filter(({ status }) => status === 200).length).toBeGreaterThan(150)
  })

  it('transaksi() tanpa orang tidak menulis apa pun milik siapa pun', async () => {
    const pelaku = await app.pelaku('camat')
    const gagal = transaksi(app.db, pelaku, (tx) => tx.hariLibur.updateMany({ data: { nama: 'x' } }))
    expect((await gagal).count).toBe(0)
  })
})
