import type { Tx } from '../../inti/basis-data/index.ts'
import { jam, type Kalender, menitKerja, tanggalLokal, tenggatWaktuBaku } from '../../inti/waktu/index.ts'
import { ambilKalenderKerja } from '../kalender/index.ts'
import type { LangkahSop } from '../sop/index.ts'
import type { BarisSiklus } from './kueri.ts'
import { type Keadaan, type KeadaanBagian, type KeadaanLangkah, type Peristiwa, pengajuUntuk } from './mesin/index.ts'

/** Appends events to the log; `dari` is the number of events before them. */
export async function simpanPeristiwa(
  tx: Tx,
  siklus: Pick<BarisSiklus, 'id' | 'kecamatanId'>,
  { dari, peristiwa }: { dari: number; peristiwa: readonly Peristiwa[] },
): Promise<void> {
  await tx.peristiwaSiklus.createMany({
    data: peristiwa.map((p, i) => ({
      siklusId: siklus.id,
      kecamatanId: siklus.kecamatanId,
      urut: dari + i + 1,
      jenis: p.jenis,
      isi: p as object,
      waktu: new Date(p.waktu),
      pegawaiId: p.pelaku.pegawaiId,
      namaPelaku: p.pelaku.nama,
      jabatanPelaku: p.pelaku.jabatan,
    })),
  })
}

/** Brings the rows for reading (langkah_siklus, bagian_langkah, siklus.versi) to the new state; only what differs is written. */
export async function simpanKeadaan(
  tx: Tx,
  siklus: BarisSiklus,
  { lama, baru }: { lama: Keadaan | null; baru: Keadaan },
): Promise<void> {
  const kalender = await ambilKalenderKerja(tx, siklus.kecamatanId)
  for (const kode of baru.urutan) {
    const dulu = lama?.langkah[kode]
    const kini = baru.langkah[kode]
    if (kini && dulu !== kini) await simpanLangkah(tx, siklus, { dulu, kini, kalender })
  }
  await simpanTerhalang(tx, siklus, baru)
  await tx.siklus.updateMany({
    where: { id: siklus.id, kecamatanId: siklus.kecamatanId },
    data: { versi: { increment: 1 } },
  })
}

/** Ends the siklus row, last of all writes: once it is sealed the database refuses every change of what belongs to it. */
export async function tutupSiklus(tx: Tx, siklus: BarisSiklus, keadaan: Keadaan): Promise<void> {
  if (keadaan.status === 'BERJALAN') return
  await tx.siklus.updateMany({
    where: { id: siklus.id, kecamatanId: siklus.kecamatanId },
    data: {
      status: keadaan.status === 'DIBATALKAN' ? 'DIBATALKAN' : 'SELESAI',
      selesaiPada: keadaan.berakhirPada ?? jam.sekarang(),
      diarsipkanPada: keadaan.status === 'DIARSIPKAN' ? (keadaan.berakhirPada ?? jam.sekarang()) : null,
    },
  })
}

type Perubahan = { dulu: KeadaanLangkah | undefined; kini: KeadaanLangkah; kalender: Kalender }
async function simpanLangkah(tx: Tx, siklus: BarisSiklus, { dulu, kini, kalender }: Perubahan): Promise<void> {
  const def = siklus.definisi.langkah.find((l) => l.kode === kini.kode)
  const baris = await tx.langkahSiklus.update({
    where: { siklusId_kode: { siklusId: siklus.id, kode: kini.kode } },
    data: {
      status: kini.status,
      putaran: kini.putaran,
      dibukaPada: kini.dibukaPada,
      // when somebody first touched it is seen at the first save (ubah-langkah.ts), not commanded: a new round forgets it
      dimulaiPada: dulu?.dibukaPada === kini.dibukaPada ? undefined : null,
      diteruskanPada: kini.diteruskanPada,
      selesaiPada: kini.selesaiPada,
      selesaiOleh: kini.selesaiOleh ? await namaPegawai(tx, kini.selesaiOleh) : null,
      alasanKembali: kini.dikembalikan?.alasan ?? null,
      tenggat: dulu?.dibukaPada === kini.dibukaPada ? undefined : tenggatKalender(def, kini, kalender),
      pemegang: (kini.diteruskanPada ? def?.penerima : def?.pelaksana) ?? [],
      menitTerpakai: { increment: menitTerlewat(dulu, kini, kalender) },
    },
    select: { id: true },
  })
  for (const bagian of kini.bagian)
    if (!dulu?.bagian.includes(bagian)) await simpanBagian(tx, siklus, { langkahId: baris.id, bagian })
}

/** Day by which a step that the SOP ties to the calendar ("Jumat Minggu I") is due; any other keeps the one it was given. */
function tenggatKalender(
  def: LangkahSop | undefined,
  { dibukaPada }: KeadaanLangkah,
  kalender: Kalender,
): Date | null | undefined {
  if (def?.waktuBaku.jenis !== 'KALENDER' || dibukaPada === null) return undefined
  const tenggat = tenggatWaktuBaku(new Date(dibukaPada), def.waktuBaku, kalender)
  return tenggat && new Date(tanggalLokal(tenggat, kalender.zona))
}

/** Those whose work an open decision judges are kept with it, so that lists of tasks need not replay the log. */
async function simpanTerhalang(tx: Tx, siklus: BarisSiklus, baru: Keadaan): Promise<void> {
  const keputusan = siklus.definisi.langkah.flatMap(({ kode, keputusan: k }) => (k ? [kode] : []))
  if (keputusan.length === 0) return
  const terhalang = keputusan.map((kode) => ({
    kode,
    orang: baru.langkah[kode]?.status === 'BERJALAN' ? pengajuUntuk(siklus.definisi, baru, kode) : [],
  }))
  await tx.$executeRaw`
    with t as (
      select x.kode, array(select jsonb_array_elements_text(x.orang))::uuid[] as orang
      from jsonb_to_recordset(${JSON.stringify(terhalang)}::jsonb) as x(kode text, orang jsonb)
    )
    update langkah_siklus l set terhalang = t.orang from t
    where l.siklus_id = ${siklus.id}::uuid and l.kecamatan_id = ${siklus.kecamatanId}::uuid and l.kode = t.kode and l.terhalang <> t.orang`
}

/** Working minutes of a round that just ended (finished, handed back, or reset). */
function menitTerlewat(dulu: KeadaanLangkah | undefined, kini: KeadaanLangkah, kalender: Kalender): number {
  const putaranBerakhir =
    dulu?.status === 'BERJALAN' &&
    dulu.dibukaPada &&
    (kini.status !== 'BERJALAN' || kini.dibukaPada !== dulu.dibukaPada)
  return putaranBerakhir ? menitKerja(new Date(dulu.dibukaPada as string), jam.sekarang(), kalender) : 0
}

async function namaPegawai(tx: Tx, pegawaiId: string): Promise<string | null> {
  const baris = await tx.pegawai.findUnique({ where: { id: pegawaiId }, select: { nama: true } })
  return baris?.nama ?? null
}

async function simpanBagian(
  tx: Tx,
  siklus: BarisSiklus,
  { langkahId, bagian }: { langkahId: string; bagian: KeadaanBagian },
): Promise<void> {
  const isi = {
    status: bagian.status,
    putaran: bagian.putaran,
    dibukaPada: bagian.dibukaPada ?? jam.sekarang(),
    selesaiPada: bagian.selesaiPada,
    selesaiOleh: bagian.selesaiOleh ? await namaPegawai(tx, bagian.selesaiOleh) : null,
    selesaiOlehId: bagian.selesaiOleh,
    alasanKembali: bagian.status === 'SELESAI' ? null : (bagian.dikembalikan?.alasan ?? null),
  }
  await tx.bagianLangkah.upsert({
    where: { langkahId_kunci: { langkahId, kunci: bagian.kunci } },
    update: isi,
    create: {
      ...isi,
      kecamatanId: siklus.kecamatanId,
      siklusId: siklus.id,
      langkahId,
      kunci: bagian.kunci,
      unitId: bagian.unitId,
      pelaksana: bagian.pelaksana,
    },
  })
}
