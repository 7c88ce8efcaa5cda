import { randomUUID } from 'node:crypto'
import { type BasisData, Prisma, type Tx } from '../../inti/basis-data/index.ts'
import { denganKonteks } from '../../inti/konteks.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tambahHari } from '../../inti/waktu/index.ts'
import { muatPelakuKantor } from '../akun/index.ts'
import { ambilKalenderKerja } from '../kalender/index.ts'
import { ambilTugasOrang } from '../tugas-saya/index.ts'
import { type IsiPengingat, susunPengingat } from './isi-pengingat.ts'
import { type Putaran, putaranSekarang } from './jadwal.ts'
import { ambilKontak, ambilPutaranTerakhir, type Kontak } from './kueri.ts'
import { ambilSetelan } from './setelan.ts'
import { susunSurel } from './susun-pesan.ts'

/** Two processes never make the lists of one office at the same time. */
const KUNCI_PUTARAN = 7_170_020
/** Lists are kept for a year, mails that ended for three months. */
const SIMPAN_DAFTAR = 366
const SIMPAN_SUREL = 92

/** What reminders need of the installation. */
export type BahanPengingat = {
  /** is there a mail server to send through */
  readonly adaSurel: boolean
  readonly alamatTakar: string | null
}

/**
 * Makes today's lists of one office, if it is time and nobody made them yet, and puts the mails into the outbox: one
 * transaction. Returns how many people got one, or null when there was nothing to do now.
 */
export const buatPengingat = (db: BasisData, kecamatanId: string, bahan: BahanPengingat): Promise<number | null> =>
  denganKonteks({ kecamatanId, kunci: null }, async () => {
    const [setelan, kalender, terakhir] = await Promise.all([
      ambilSetelan(db.baca, kecamatanId),
      ambilKalenderKerja(db.baca, kecamatanId),
      ambilPutaranTerakhir(db.baca, kecamatanId),
    ])
    const putaran = putaranSekarang(jam.sekarang(), { setelan, kalender, terakhir })
    if (!putaran) return null
    const orang = await muatPelakuKantor(db, kecamatanId)
    const daftar = susunPengingat(await ambilTugasOrang(db, orang), { putaran, setelan, kalender })
    const penerima = orang.flatMap((pelaku) => {
      const isi = daftar.get(pelaku.pegawaiId)
      return isi ? [{ pelaku, isi }] : []
    })
    const kirimSurel = bahan.adaSurel && setelan.surel
    return db.tulis.$transaction((tx) => simpan(tx, { kecamatanId, putaran, penerima, kirimSurel, ...bahan }))
  })

type Penerima = { readonly pelaku: Pelaku; readonly isi: IsiPengingat }
type Bahan = BahanPengingat & {
  readonly kecamatanId: string
  readonly putaran: Putaran
  readonly penerima: readonly Penerima[]
  readonly kirimSurel: boolean
}

async function simpan(tx: Tx, bahan: Bahan): Promise<number | null> {
  const { kecamatanId, putaran, penerima } = bahan
  const [kunci] = await tx.$queryRaw<{ dapat: boolean }[]>`
    select pg_try_advisory_xact_lock(${KUNCI_PUTARAN}::int, hashtext(${kecamatanId})) as dapat`
  if (!kunci?.dapat) return null
  const kini = jam.sekarang()
  const baru = await tx.$executeRaw`
    insert into putaran_pengingat (kecamatan_id, tanggal, dibuat_pada, jumlah)
    values (${kecamatanId}::uuid, ${putaran.hari}::date, ${kini}, ${penerima.length}) on conflict do nothing`
  if (baru === 0) return null
  const tersimpan = await simpanDaftar(tx, bahan, kini)
  if (bahan.kirimSurel) await simpanSurel(tx, { ...bahan, tersimpan, kini })
  await tx.$executeRaw`
    delete from pengingat where kecamatan_id = ${kecamatanId}::uuid and tanggal < ${tambahHari(putaran.hari, -SIMPAN_DAFTAR)}::date`
  await tx.$executeRaw`
    delete from surel_keluar where kecamatan_id = ${kecamatanId}::uuid and berakhir_pada < ${tambahHari(putaran.hari, -SIMPAN_SUREL)}::date`
  return penerima.length
}

/** One row per person and day; a row of the day that already tells an admin of mails given up is kept and filled. */
async function simpanDaftar(
  tx: Tx,
  { kecamatanId, putaran, penerima }: Bahan,
  kini: Date,
): Promise<Map<string, string>> {
  if (penerima.length === 0) return new Map()
  const baris = penerima.map(
    ({ pelaku, isi }) =>
      Prisma.sql`(${kecamatanId}::uuid, ${pelaku.pegawaiId}::uuid, ${putaran.hari}::date, ${JSON.stringify(isi)}::jsonb, ${kini}::timestamptz)`,
  )
  const hasil = await tx.$queryRaw<{ id: string; pegawaiId: string }[]>`
    insert into pengingat (kecamatan_id, pegawai_id, tanggal, isi, dibuat_pada) values ${Prisma.join(baris)}
    on conflict (pegawai_id, tanggal) do update set isi = pengingat.isi || excluded.isi, dibaca_pada = null
    returning id, pegawai_id as "pegawaiId"`
  return new Map(hasil.map(({ id, pegawaiId }) => [pegawaiId, id]))
}

type BahanSurel = Bahan & { readonly tersimpan: ReadonlyMap<string, string>; readonly kini: Date }

/** The mails of the lists, for those who have an address and want them. An earlier list that never went out is not sent any more. */
async function simpanSurel(tx: Tx, { kecamatanId, putaran, penerima, tersimpan, alamatTakar, kini }: BahanSurel) {
  const kontak = await ambilKontak(tx, kecamatanId)
  const surat = penerima.flatMap(({ pelaku, isi }) => {
    const kepada = alamatSurel(kontak.get(pelaku.pegawaiId))
    const pengingatId = tersimpan.get(pelaku.pegawaiId)
    if (!kepada || !pengingatId) return []
    const bahan = { nama: pelaku.nama, kantor: pelaku.namaKecamatan, tanggal: putaran.hari, alamatTakar }
    return [{ pegawaiId: pelaku.pegawaiId, pengingatId, kepada, ...susunSurel(isi, bahan) }]
  })
  if (surat.length === 0) return
  const orang = surat.map((s) => s.pegawaiId)
  await tx.$executeRaw`
    update surel_keluar set status = 'DIGANTI', berakhir_pada = ${kini}
    where kecamatan_id = ${kecamatanId}::uuid and status = 'MENUNGGU' and pegawai_id = any(${orang}::uuid[])`
  const baris = surat.map(
    (s) =>
      Prisma.sql`(${randomUUID()}::uuid, ${kecamatanId}::uuid, ${s.pegawaiId}::uuid, ${s.pengingatId}::uuid, ${s.kepada}, ${s.perihal}, ${s.teks}, ${s.html}, ${kini}::timestamptz, ${kini}::timestamptz)`,
  )
  await tx.$executeRaw`
    insert into surel_keluar (id, kecamatan_id, pegawai_id, pengingat_id, kepada, perihal, teks, html, coba_pada, dibuat_pada)
    values ${Prisma.join(baris)} on conflict (pengingat_id) do nothing`
}

/** Where a person's mail goes; null: no address, or turned off. */
export const alamatSurel = (kontak: Kontak | undefined): string | null =>
  kontak?.ingatSurel && kontak.surel ? kontak.surel : null
