import { once } from 'node:events'
import type pg from 'pg'
import { median } from './hasil.ts'
import { daftarOrang } from './orang.ts'
import { berkasBench, bukaKlienBeban, INTI_LAYANAN, jalankanNode } from './proses.ts'
import type { BarisSimpan } from './tugas-beban.ts'

/** Saves per second, medians. `rantai`: the bare statement on the real tables (hash chain, row-level security). */
export type HasilP2 = { readonly simpan: number; readonly p95: number; readonly polos: number; readonly rantai: number }

const KLIEN = 8
type Bahan = {
  readonly klien: pg.Client
  readonly urlPemilik: string
  readonly urlAplikasi: string
  readonly kecamatanId: string
  readonly siklusId: string
  readonly port: number
  readonly sesi: (nama: string) => Promise<string>
  readonly detik: number
  readonly putaran: number
  readonly lapor: (teks: string) => void
}

/** P2 of bench/HASIL.md: one cell saved over HTTP by 8 people at once, against the bare transaction of 8 clients. */
export async function ukurP2(bahan: Bahan): Promise<HasilP2> {
  await buatTabelPolos(bahan.klien)
  const beban = bukaKlienBeban()
  const simpan: number[] = []
  const p95: number[] = []
  const polos: number[] = []
  const rantai: number[] = []
  const lewatHttp = async () => {
    const hasil = await beban.jalankan({
      jenis: 'simpan',
      port: bahan.port,
      baris: await barisSimpan(bahan),
      sambungan: KLIEN,
      detik: bahan.detik,
    })
    simpan.push(hasil.jumlah / hasil.detik)
    p95.push(hasil.p95)
  }
  const lantai = async () => {
    polos.push(await tanpaHttp(bahan.urlPemilik, 'polos', bahan))
    rantai.push(await tanpaHttp(bahan.urlAplikasi, 'rantai', bahan))
  }
  try {
    await lewatHttp()
    simpan.length = p95.length = 0
    for (let putaran = 0; putaran < bahan.putaran; putaran++) {
      for (const kerja of putaran % 2 === 0 ? [lewatHttp, lantai] : [lantai, lewatHttp]) await kerja()
      bahan.lapor(`P2 putaran ${putaran + 1}`)
    }
  } finally {
    beban.tutup()
  }
  return { simpan: median(simpan), p95: median(p95), polos: median(polos), rantai: median(rantai) }
}

async function tanpaHttp(url: string, cara: 'polos' | 'rantai', { kecamatanId, detik }: Bahan): Promise<number> {
  const proses = jalankanNode(berkasBench('lantai-simpan.js'), [url, kecamatanId, cara, String(detik), String(KLIEN)], {
    inti: INTI_LAYANAN,
  })
  const [pesan] = (await once(proses, 'message')) as [{ perDetik: number }]
  return pesan.perDetik
}

/** Copies of the two tables with their indexes, but without triggers and row-level security. */
async function buatTabelPolos(klien: pg.Client): Promise<void> {
  await klien.query(`drop table if exists bench_baris, bench_jejak;
    create table bench_baris (like baris_formulir including all); insert into bench_baris select * from baris_formulir;
    create table bench_jejak (like jejak including all);
    create sequence if not exists bench_urut; alter table bench_jejak alter urut set default nextval('bench_urut'), alter hash set default '',
      alter hash_sebelum set default '';
    analyze bench_baris`)
}

/** One open row each for 8 heads of unit. */
export async function barisSimpan({
  klien,
  kecamatanId,
  siklusId,
  sesi,
}: Pick<Bahan, 'klien' | 'kecamatanId' | 'siklusId' | 'sesi'>): Promise<BarisSimpan[]> {
  const kepala = (await daftarOrang(klien, kecamatanId)).filter((o) => o.kepala)
  const { rows } = await klien.query<{
    id: string
    formulir: string
    unit: string
    versi: number
    variabel: { kode: string }[]
    kategori: { kode: string }[] | null
    metode: string
  }>(
    `select distinct on (f.unit_id) b.id, f.id as formulir, f.unit_id as unit, b.versi, b.kartu -> 'variabel' as variabel, b.kartu -> 'kategori' as kategori,
       b.kartu ->> 'metode' as metode
     from formulir f join baris_formulir b on b.formulir_id = f.id where f.siklus_id = $1 and b.kartu ->> 'metode' <> 'KATEGORI' order by f.unit_id, b.urut`,
    [siklusId],
  )
  const hasil: BarisSimpan[] = []
  for (const r of rows) {
    const orang = kepala.find((o) => o.unitId === r.unit)
    if (!orang || hasil.length === KLIEN) continue
    hasil.push({
      jalur: `/formulir/${r.formulir}/baris/${r.id}`,
      cookie: await sesi(orang.nama),
      versi: r.versi,
      variabel: r.variabel.map((v) => v.kode),
      kategori: null,
    })
  }
  return hasil
}
