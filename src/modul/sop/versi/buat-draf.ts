import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../../inti/pelaku.ts'
import { jam } from '../../../inti/waktu/index.ts'
import { PENYUSUN_SOP } from '../alur.ts'
import type { KesalahanSop } from '../baca-yaml.ts'
import { type DefinisiSop, POLA_KODE_SOP } from '../definisi.ts'
import { kolomDefinisi } from '../draf/ubah-draf.ts'
import { nomorBuangan } from './buang-draf.ts'

type Naskah = {
  readonly definisi: DefinisiSop
  readonly asal: 'LAYAR' | 'YAML' | 'EXCEL' | 'SALINAN'
  readonly dariVersiId?: string
  /** name of the brought file */
  readonly berkas?: string
  readonly catatanBerkas?: readonly KesalahanSop[]
}

/** The first draft of a new SOP. Its code is made from the one given, or the name, and is unique. Returns the version's id. */
export async function buatSopBaru(tx: Tx, pelaku: Pelaku, naskah: Naskah): Promise<string> {
  const { nama, tujuan } = naskah.definisi
  await kunciDaftarSop(tx, pelaku)
  const { kode, sopId } = await kodeBebas(tx, pelaku, naskah.definisi)
  const id = sopId ?? randomUUID()
  if (sopId) await tx.sop.updateMany({ where: { id: sopId }, data: { nama, tujuan } })
  else await tx.sop.create({ data: { id, kecamatanId: pelaku.kecamatanId, kode, nama, tujuan }, select: { id: true } })
  return sisipkanDraf(tx, pelaku, { ...naskah, definisi: { ...naskah.definisi, kode }, sopId: id, nomorVersi: 1 })
}

/**
 * The next version of an SOP as a draft. `gantikan`: an open draft is discarded for it; otherwise there may be none (409).
 * Name, code and purpose stay the SOP's once a version was approved.
 */
export async function buatVersiBerikut(
  tx: Tx,
  pelaku: Pelaku,
  { sopId, gantikan, ...naskah }: Naskah & { sopId: string; gantikan: boolean },
): Promise<string> {
  await kunciDaftarSop(tx, pelaku)
  const sop = await tx.sop.findFirst({ where: { id: sopId, kecamatanId: pelaku.kecamatanId } })
  if (!sop) throw galat.tidakDitemukan('SOP')
  const semua = await tx.versiSop.findMany({ where: { sopId }, select: { id: true, status: true, nomorVersi: true } })
  const terbuka = semua.find((v) => v.status === 'DRAF' || v.status === 'DIAJUKAN')
  if (terbuka?.status === 'DIAJUKAN')
    throw galat.bentrok(
      `Versi ${terbuka.nomorVersi} SOP ini sedang menunggu pengesahan Camat. Tarik dahulu, atau tunggu.`,
    )
  if (terbuka && !gantikan)
    throw galat.bentrok(
      `SOP ini sudah mempunyai draf versi ${terbuka.nomorVersi}. Lanjutkan draf itu, atau buang dahulu.`,
    )
  if (terbuka) await gantikanDraf(tx, pelaku, { id: terbuka.id, sopId, nama: sop.nama })
  const nomorVersi = Math.max(0, ...semua.filter((v) => v !== terbuka).map((v) => v.nomorVersi)) + 1
  const tetap = nomorVersi > 1 ? { nama: sop.nama, tujuan: sop.tujuan } : {}
  const definisi = { ...naskah.definisi, ...tetap, kode: sop.kode }
  if (nomorVersi === 1)
    await tx.sop.updateMany({ where: { id: sopId }, data: { nama: definisi.nama, tujuan: definisi.tujuan } })
  return sisipkanDraf(tx, pelaku, { ...naskah, definisi, sopId, nomorVersi })
}

/** Two who begin a draft at once do so one after the other. */
async function kunciDaftarSop(tx: Tx, { kecamatanId }: Pelaku): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`sop:${kecamatanId}`}, 0))`
}

async function gantikanDraf(tx: Tx, pelaku: Pelaku, lama: { id: string; sopId: string; nama: string }): Promise<void> {
  await tx.versiSop.updateMany({
    where: { id: lama.id },
    data: { status: 'DIBUANG', nomorVersi: await nomorBuangan(tx, lama.sopId), versi: { increment: 1 } },
  })
  await catatJejak(tx, pelaku, {
    peristiwa: 'sop.draf-dibuang',
    objekJenis: 'sop',
    objekId: lama.id,
    rincian: { sop: lama.nama, alasan: 'Digantikan draf baru' },
    sebagai: PENYUSUN_SOP,
  })
}

async function sisipkanDraf(
  tx: Tx,
  pelaku: Pelaku,
  naskah: Naskah & { readonly sopId: string; readonly nomorVersi: number },
): Promise<string> {
  const { definisi, asal, dariVersiId, berkas, catatanBerkas = [], sopId, nomorVersi } = naskah
  const id = randomUUID()
  const riwayat = [
    {
      tindakan: 'BUAT',
      waktu: jam.sekarang().toISOString(),
      pegawaiId: pelaku.pegawaiId,
      oleh: pelaku.nama,
      jabatan: sebutanJabatan(pelaku, PENYUSUN_SOP),
      catatan: berkas ?? '',
    },
  ]
  await tx.versiSop.create({
    data: {
      id,
      kecamatanId: pelaku.kecamatanId,
      sopId,
      nomorVersi,
      status: 'DRAF',
      ...kolomDefinisi(definisi),
      asal,
      dariVersiId: dariVersiId ?? null,
      catatanBerkas: [...catatanBerkas],
      riwayat,
    },
    select: { id: true },
  })
  await catatJejak(tx, pelaku, {
    peristiwa: 'sop.draf-dibuat',
    objekJenis: 'sop',
    objekId: id,
    rincian: { sop: definisi.nama, versi: nomorVersi, asal, ...(berkas ? { berkas } : {}) },
    sebagai: PENYUSUN_SOP,
  })
  return id
}

/** A code nobody has, or that of an SOP of which only discarded drafts are left (then its id too). */
async function kodeBebas(
  tx: Tx,
  { kecamatanId }: Pelaku,
  { kode, nama }: Pick<DefinisiSop, 'kode' | 'nama'>,
): Promise<{ kode: string; sopId: string | null }> {
  const dasar = POLA_KODE_SOP.test(kode) ? kode : kodeSopDari(nama)
  const semua = await tx.$queryRaw<{ id: string; kode: string; dipakai: boolean }[]>`
    select s.id, s.kode, exists (select 1 from versi_sop v where v.sop_id = s.id and v.status <> 'DIBUANG') as dipakai
    from sop s where s.kecamatan_id = ${kecamatanId}::uuid`
  let calon = dasar
  for (let ke = 2; ; ke++) {
    const ada = semua.find((s) => s.kode === calon)
    if (!ada?.dipakai) return { kode: calon, sopId: ada?.id ?? null }
    calon = `${dasar}-${ke}`
  }
}

/** "SOP Pengumpulan Data Kinerja" → "pengumpulan-data-kinerja". */
export const kodeSopDari = (nama: string): string =>
  nama
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^sop\s+/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 50) || 'sop'
