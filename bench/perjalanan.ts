import type pg from 'pg'
import type { BasisData } from '../src/inti/basis-data/index.ts'
import { denganKonteks } from '../src/inti/konteks.ts'
import type { Pelaku } from '../src/inti/pelaku.ts'
import { jam } from '../src/inti/waktu/index.ts'
import { muatPelaku } from '../src/modul/akun/index.ts'
import { ambilIsianSiklus, type BarisIsian, type KartuBaris } from '../src/modul/formulir/index.ts'
import { hitungNilai } from '../src/modul/pengukuran/index.ts'
import { daftarkanJenis } from '../src/modul/siklus/index.ts'
import { PENANGANAN_JENIS } from '../src/peta-jenis.ts'
import { lengkapiJenis, mulaiSiklusUji, sampaiLangkah } from '../tests/bantuan/siklus.ts'

/** What walking the engine needs: the pools, people by account name, and the owner's view of the tables. */
export type Panggung = {
  readonly db: BasisData
  pelaku(nama: string): Promise<Pelaku>
  sebagai<T>(nama: string, kerja: (pelaku: Pelaku) => Promise<T>): Promise<T>
  sql<R extends Record<string, unknown>>(teks: string, nilai?: unknown[]): Promise<R[]>
}

/** A stage on a database; `klien` is the owner's connection. */
export function bukaPanggung(db: BasisData, klien: pg.Client): Panggung {
  const sql: Panggung['sql'] = async <R extends Record<string, unknown>>(teks: string, nilai: unknown[] = []) =>
    (await klien.query<R>(teks, nilai)).rows
  const pelaku = async (nama: string): Promise<Pelaku> => {
    const [akun] = await sql<{ id: string; kecamatan_id: string }>(
      'select id, kecamatan_id from akun where nama_pengguna = $1',
      [nama],
    )
    const ada =
      akun && (await muatPelaku(db, { akunId: akun.id, kecamatanId: akun.kecamatan_id, masukPada: Date.now() }))
    if (!ada) throw new Error(`tidak ada pelaku ${nama}`)
    return ada
  }
  return {
    db,
    sql,
    pelaku,
    async sebagai(nama, kerja) {
      const orang = await pelaku(nama)
      return denganKonteks({ kecamatanId: orang.kecamatanId, kunci: null }, async () => await kerja(orang))
    },
  }
}

export type Ujung = 'PENGISIAN' | 'TELAAH' | 'SELESAI'

/** Runs the sample SOP for one month through the real engine up to a point, with filled forms behind it. Returns its id. */
export async function jalankanSiklus(
  p: Panggung,
  { bulan, tahun, ujung }: { bulan: number; tahun: number; ujung: Ujung },
): Promise<string> {
  daftarkanJenis(PENANGANAN_JENIS)
  lengkapiJenis()
  const mulai = Date.UTC(tahun, bulan, 2, 2)
  let langkah = 0
  // every look at the clock is three minutes later, in office hours of the first days after the month
  jam.atur(() => new Date(mulai + Math.floor(langkah / 100) * 86_400_000 + (langkah++ % 100) * 180_000))
  try {
    const id = await mulaiSiklusUji(p, { periode: { jenis: 'BULAN', tahun, nomor: bulan } })
    await sampaiLangkah(p, id, 'P7')
    await isiFormulir(p, id, ujung === 'PENGISIAN' ? 0.6 : 1)
    if (ujung === 'PENGISIAN') return id
    await sampaiLangkah(p, id, 'P10')
    if (ujung === 'SELESAI') await sampaiAkhir(p, id)
    return id
  } finally {
    jam.pulihkan()
  }
}

async function sampaiAkhir(p: Panggung, id: string): Promise<void> {
  await sampaiLangkah(p, id, 'P12')
  // sealing packs a ZIP; the rows of a sealed siklus are what weighs here
  await p.sql(
    `update langkah_siklus set status = 'SELESAI', selesai_pada = dibuka_pada + interval '1 hour', selesai_oleh = 'Tim SAKIP'
    where siklus_id = $1 and status <> 'SELESAI'`,
    [id],
  )
  await p.sql(
    `update siklus set status = 'SELESAI', selesai_pada = dimulai_pada + interval '5 days', diarsipkan_pada = dimulai_pada + interval '5 days'
    where id = $1`,
    [id],
  )
}

/** Values of the share `bagian` of all rows, as people would type them: computed by the card's own method. */
async function isiFormulir(p: Panggung, siklusId: string, bagian: number): Promise<void> {
  const formulir = await p.sebagai('sakip1', (pelaku) => ambilIsianSiklus(p.db.baca, pelaku, siklusId))
  const baris = formulir.flatMap((f) => f.baris.slice(0, Math.ceil(f.baris.length * bagian))).map(isiBaris)
  await p.sql(
    `update baris_formulir b set status = 'TERISI', variabel = x.variabel, kategori = x.kategori, nilai = x.nilai, versi = 2,
       kendala = 'Sebagian laporan datang terlambat.', diubah_oleh = 'Staf (beban)', diubah_pada = now()
     from jsonb_to_recordset($1::jsonb) x(id uuid, variabel jsonb, kategori text, nilai numeric) where b.id = x.id`,
    [JSON.stringify(baris)],
  )
  await p.sql(
    `update baris_anggaran set status = 'TERISI', realisasi = round(pagu * 0.7, 2), diubah_oleh = 'Staf (beban)', diubah_pada = now()
     where siklus_id = $1`,
    [siklusId],
  )
}

function isiBaris({ id, kartu }: BarisIsian, urut: number) {
  const variabel = Object.fromEntries(
    kartu.variabel.map((v, ke) => [v.kode, String(ke === kartu.variabel.length - 1 ? 100 : 60 + ((urut * 7) % 40))]),
  )
  const kategori = kartu.metode === 'KATEGORI' ? (kartu.kategori[0]?.kode ?? null) : null
  return { id, variabel, kategori, nilai: nilaiDari(kartu, { variabel, kategori }) }
}

function nilaiDari(
  kartu: KartuBaris,
  isian: { variabel: Record<string, string>; kategori: string | null },
): string | null {
  const { metode, variabel, kategori, desimal } = kartu
  const hasil = hitungNilai({
    metode,
    variabel,
    isian: isian.variabel,
    kategori,
    kategoriTerpilih: isian.kategori,
    desimal,
  })
  return hasil.jenis === 'NILAI' ? hasil.nilai : null
}
