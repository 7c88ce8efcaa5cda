import type { Tx } from '../../inti/basis-data/index.ts'
import { Galat, galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku, Peran } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import type { DefinisiSop } from '../sop/index.ts'
import { cantumkanPutusan } from './dokumen-putusan.ts'
import { ambilPenanganan, type Pengembalian } from './jenis-langkah.ts'
import { ambilSiklus, type BarisSiklus, type KonteksLangkah, konteksDari } from './kueri.ts'
import {
  type Cakupan,
  type IsiPerintah,
  type Keadaan,
  type Perintah,
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
  /** what was signed on paper is the act of its signatory, whoever records it here; the audit trail names both */
  readonly atasNama?: {
    readonly pegawaiId: string
    readonly nama: string
    readonly jabatan: string
    readonly kode: readonly string[]
    /** roles by which it is recorded; default those behind the columns */
    readonly dicatatSebagai?: readonly Peran[]
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
      ? { ...penandatangan(pilihan.atasNama), bolehBagian: pilihan.bolehBagian ?? [] }
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
    rincian: {
      ...isi,
      ...(pilihan.atasNama ? { atasNama: penandatangan(pilihan.atasNama) } : {}),
      urut: baru.jumlahPeristiwa,
    },
    sebagai: sebagai(siklus.definisi, perintah, pilihan),
  })
  await tutupSiklus(tx, siklus, baru)
  return baru
}

type AtasNama = NonNullable<PilihanPerintah['atasNama']>
const penandatangan = ({ pegawaiId, nama, jabatan, kode }: AtasNama) => ({ pegawaiId, nama, jabatan, kode })

/** By which of the recorder's roles the audit trail has it. */
function sebagai(definisi: DefinisiSop, { jenis, pelaku }: Perintah, { atasNama }: PilihanPerintah): readonly Peran[] {
  if (jenis === 'BATALKAN') return PEMBATAL
  return atasNama?.dicatatSebagai ?? peranKolom(definisi, pelaku.kode)
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
  const bagian = await penanganan.bagian?.(tx, konteks)
  if (!bagian) return baru
  let kini = baru
  for (const isi of ubahanBagian(konteks, bagian)) {
    // a consequence of the opening: by the same person in the same post, with the columns of the step
    const pelakuPeristiwa = { ...pembuka.pelaku, kode: konteks.def.pelaksana }
    const perintah = { ...isi, langkah: kode, pelaku: pelakuPeristiwa, waktu: jam.sekarang().toISOString() }
    const hasil = putuskan(siklus.definisi, kini, perintah)
    if ('tolak' in hasil) throw new Error(`bagian langkah ${kode} tidak dapat diatur: ${hasil.tolak.pesan}`)
    // leaving out the last part closes the step, and the next one opens
    kini = await wujudkan(tx, pelaku, { siklus, lama: kini, peristiwa: hasil.terima, pilihan: {} })
  }
  return kini
}

type Bagian = { readonly kunci: string; readonly unitId: string | null }
/** Commands that bring the parts of a step that has just opened in line with what its kind says they are now. */
function ubahanBagian({ langkah, bagian: ada }: KonteksLangkah, kini: readonly Bagian[]) {
  if (langkah.status !== 'BERJALAN') return []
  const belumAda = kini.filter((b) => !ada.some((a) => a.kunci === b.kunci))
  const usang = ada.filter((a) => a.status === 'BERJALAN' && !kini.some((b) => b.kunci === a.kunci)).map((a) => a.kunci)
  const kosong = belumAda.length === 0 && ada.every((a) => a.status !== 'BERJALAN')
  const alasan =
    usang.length > 0 ? 'Tidak ada lagi yang dijawab unit ini.' : 'Tidak ada unit yang mengisi di langkah ini.'
  return [
    ...(belumAda.length > 0 ? [{ jenis: 'BUKA_BAGIAN', bagian: belumAda } as const] : []),
    ...(usang.length > 0 || kosong ? [{ jenis: 'LEPAS_BAGIAN', bagian: usang, alasan } as const] : []),
  ]
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
