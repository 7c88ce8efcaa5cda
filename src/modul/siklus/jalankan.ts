import type { Tx } from '../../inti/basis-data/index.ts'
import { Galat, galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { cantumkanPutusan } from './dokumen-putusan.ts'
import { ambilPenanganan, type Pengembalian } from './jenis-langkah.ts'
import { ambilSiklus, type BarisSiklus, konteksDari } from './kueri.ts'
import {
  type Cakupan,
  type IsiPerintah,
  type Keadaan,
  type Peristiwa,
  putarUlang,
  putuskan,
  terapkan,
} from './mesin/index.ts'
import { PEMBATAL, peranKolom, susunPelaku } from './pelaku-perintah.ts'
import { simpanKeadaan, simpanPeristiwa, tutupSiklus } from './simpan-keadaan.ts'

const KODE_GALAT = { 403: 'tidak-berwenang', 409: 'bentrok', 422: 'tidak-sesuai' } as const

export type PilihanPerintah = {
  /** parts (keys) the person may act on, worked out by the kind */
  readonly bolehBagian?: readonly string[]
  /** own reason per returned row or part; the general one otherwise */
  readonly alasanPer?: Readonly<Record<string, string>>
  /** columns the person acts as besides the own ones (a Camat deciding instead of a Sekcam who filled in a form) */
  readonly sebagaiPengganti?: readonly string[]
  /** a signature on paper is the act of its signatory, whoever records it here; the audit trail names both */
  readonly atasNama?: {
    readonly pegawaiId: string
    readonly nama: string
    readonly jabatan: string
    readonly kode: readonly string[]
  }
}

/**
 * One engine command inside the caller's transaction: the siklus row is locked, the log is replayed, the engine says yes
 * (events) or no (Galat with its sentence), events and the rows for reading are written, documents of finished steps are
 * stored, parts of newly opened steps are opened, the audit event is appended. Throws Galat 403, 404, 409, 422.
 */
export async function jalankan(
  tx: Tx,
  pelaku: Pelaku,
  { siklusId, ...isi }: IsiPerintah & { readonly siklusId: string },
  pilihan: PilihanPerintah = {},
): Promise<Keadaan> {
  const terkunci = await tx.$executeRaw`
    select 1 from siklus where id = ${siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
  if (terkunci === 0) throw galat.tidakDitemukan('Siklus')
  const { siklus } = await ambilSiklus(tx, pelaku, siklusId)
  if (siklus.diarsipkanPada) throw galat.bentrok('Siklus ini sudah diarsipkan. Isinya tidak dapat diubah lagi.')
  const lama = putarUlang(await ambilPeristiwa(tx, siklus))
  const perintah = {
    ...isi,
    pelaku: pilihan.atasNama
      ? { ...pilihan.atasNama, bolehBagian: [] }
      : susunPelaku(pelaku, {
          definisi: siklus.definisi,
          keadaan: lama,
          isi,
          bolehBagian: pilihan.bolehBagian ?? [],
          sebagaiPengganti: pilihan.sebagaiPengganti ?? [],
        }),
    waktu: jam.sekarang().toISOString(),
  }
  const hasil = putuskan(siklus.definisi, lama, perintah)
  if ('tolak' in hasil) throw new Galat(KODE_GALAT[hasil.tolak.http], hasil.tolak.http, hasil.tolak.pesan)
  const baru = await wujudkan(tx, pelaku, { siklus, lama, peristiwa: hasil.terima, pilihan })
  await catatJejak(tx, pelaku, {
    peristiwa: `siklus.${isi.jenis.toLowerCase().replaceAll('_', '-')}`,
    objekJenis: 'siklus',
    objekId: siklusId,
    siklusId,
    rincian: { ...isi, ...(pilihan.atasNama ? { atasNama: pilihan.atasNama } : {}), urut: baru.jumlahPeristiwa },
    sebagai: isi.jenis === 'BATALKAN' ? PEMBATAL : peranKolom(siklus.definisi, perintah.pelaku.kode),
  })
  await tutupSiklus(tx, siklus, baru)
  return baru
}

/** Events of a siklus in order, as the engine wrote them. */
export async function ambilPeristiwa(
  baca: Pick<Tx, '$queryRaw'>,
  siklus: Pick<BarisSiklus, 'id' | 'kecamatanId'>,
): Promise<Peristiwa[]> {
  const baris = await baca.$queryRaw<{ isi: Peristiwa }[]>`
    select isi from peristiwa_siklus where siklus_id = ${siklus.id}::uuid and kecamatan_id = ${siklus.kecamatanId}::uuid order by urut`
  return baris.map((b) => b.isi)
}

type Perwujudan = {
  readonly siklus: BarisSiklus
  readonly lama: Keadaan
  readonly peristiwa: readonly Peristiwa[]
  readonly pilihan: PilihanPerintah
}

/** Writes what happened, then lets the kinds of opened, returned and finished steps do their part. */
export async function wujudkan(
  tx: Tx,
  pelaku: Pelaku,
  { siklus, lama, peristiwa, pilihan }: Perwujudan,
): Promise<Keadaan> {
  let baru = peristiwa.reduce<Keadaan>((k, p) => terapkan(k, p), lama)
  await simpanPeristiwa(tx, siklus, { dari: lama.jumlahPeristiwa, peristiwa })
  await simpanKeadaan(tx, siklus, { lama, baru })
  for (const p of peristiwa)
    if (p.jenis === 'DIKEMBALIKAN' || p.jenis === 'BAGIAN_DIKEMBALIKAN')
      await beriTahuKembali(tx, pelaku, { siklus, baru, p, pilihan })
  for (const p of peristiwa)
    if (p.jenis === 'LANGKAH_DIBUKA') baru = await bukaLangkah(tx, pelaku, { siklus, baru, pembuka: p })
  for (const p of peristiwa) if (meninggalkanDokumen(p)) await simpanDokumen(tx, pelaku, { siklus, p })
  return baru
}

const meninggalkanDokumen = (p: Peristiwa): p is Penutup =>
  p.jenis === 'LANGKAH_SELESAI' ||
  p.jenis === 'DIPUTUSKAN' ||
  p.jenis === 'LANGKAH_DITERUSKAN' ||
  (p.jenis === 'DIKEMBALIKAN' && p.data.keputusan !== null)
type Penutup = Extract<Peristiwa, { jenis: 'LANGKAH_SELESAI' | 'DIPUTUSKAN' | 'LANGKAH_DITERUSKAN' | 'DIKEMBALIKAN' }>

type Pembukaan = { siklus: BarisSiklus; baru: Keadaan; pembuka: Extract<Peristiwa, { jenis: 'LANGKAH_DIBUKA' }> }
async function bukaLangkah(tx: Tx, pelaku: Pelaku, { siklus, baru, pembuka }: Pembukaan): Promise<Keadaan> {
  const kode = pembuka.langkah
  const muatan = await ambilSiklus(tx, pelaku, siklus.id)
  const konteks = konteksDari({ ...muatan, siklus }, kode)
  const penanganan = ambilPenanganan(konteks.langkah.jenis)
  await penanganan.saatDibuka?.(tx, konteks, pelaku)
  const bagian = (await penanganan.bagian?.(tx, konteks)) ?? []
  const belumAda = bagian.filter((b) => !konteks.bagian.some((a) => a.kunci === b.kunci))
  if (belumAda.length === 0) return baru
  // the parts are a consequence of the opening: by the same person in the same post, with the columns of the step
  const hasil = putuskan(siklus.definisi, baru, {
    jenis: 'BUKA_BAGIAN',
    langkah: kode,
    bagian: belumAda,
    pelaku: { ...pembuka.pelaku, kode: konteks.def.pelaksana },
    waktu: jam.sekarang().toISOString(),
  })
  if ('tolak' in hasil) throw new Error(`bagian langkah ${kode} tidak dapat dibuka: ${hasil.tolak.pesan}`)
  const lanjut = hasil.terima.reduce<Keadaan>((k, p) => terapkan(k, p), baru)
  await simpanPeristiwa(tx, siklus, { dari: baru.jumlahPeristiwa, peristiwa: hasil.terima })
  await simpanKeadaan(tx, siklus, { lama: baru, baru: lanjut })
  return lanjut
}

type Kembali = {
  siklus: BarisSiklus
  baru: Keadaan
  p: Extract<Peristiwa, { jenis: 'DIKEMBALIKAN' | 'BAGIAN_DIKEMBALIKAN' }>
  pilihan: PilihanPerintah
}
async function beriTahuKembali(tx: Tx, pelaku: Pelaku, { siklus, baru, p, pilihan }: Kembali): Promise<void> {
  const tujuan = p.jenis === 'DIKEMBALIKAN' ? p.data.tujuan : p.langkah
  const muatan = await ambilSiklus(tx, pelaku, siklus.id)
  const konteks = konteksDari({ ...muatan, siklus }, tujuan)
  const semua = baru.langkah[tujuan]?.bagian.map((b) => b.kunci) ?? []
  const kembali: Pengembalian = {
    alasan: p.data.alasan,
    bagian: rinci(p.data.cakupan, { semua, alasan: p.data.alasan, pilihan }),
  }
  await ambilPenanganan(konteks.langkah.jenis).saatDikembalikan?.(tx, konteks, kembali)
}

function rinci(
  cakupan: Cakupan,
  { semua, alasan, pilihan }: { semua: readonly string[]; alasan: string; pilihan: PilihanPerintah },
): Pengembalian['bagian'] {
  const per = (kunci: string) => pilihan.alasanPer?.[kunci] ?? alasan
  if (cakupan.jenis === 'NILAI') return cakupan.nilai.map((n) => ({ ...n, alasan: per(n.barisId) }))
  const kunci = cakupan.jenis === 'BAGIAN' ? cakupan.kunci : semua
  return kunci.map((k) => ({ kunci: k, barisId: null, alasan: per(k) }))
}

async function simpanDokumen(
  tx: Tx,
  pelaku: Pelaku,
  { siklus, p }: { siklus: BarisSiklus; p: Penutup },
): Promise<void> {
  const konteks = konteksDari({ ...(await ambilSiklus(tx, pelaku, siklus.id)), siklus }, p.langkah)
  const penanganan = ambilPenanganan(konteks.langkah.jenis)
  const sendiri = await penanganan.dokumen(tx, konteks, pelaku)
  const dokumen = penanganan.mencatatPutusan ? sendiri : cantumkanPutusan(sendiri, { definisi: siklus.definisi, p })
  if (dokumen.length === 0) return
  await tx.dokumen.createMany({
    data: dokumen.map((d) => ({
      kecamatanId: siklus.kecamatanId,
      siklusId: siklus.id,
      langkahId: konteks.langkah.id,
      jenis: d.jenis,
      judul: d.judul,
      nomor: d.nomor,
      putaran: Math.max(1, konteks.langkah.putaran),
      model: d.model as object,
      dibuatPada: jam.sekarang(),
    })),
  })
}
