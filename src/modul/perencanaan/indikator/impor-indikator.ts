import { type BasisData, Prisma, type Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { bacaIsian } from '../../../inti/http/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { DefinisiImpor, PersiapanImpor, Perubahan } from '../../impor/index.ts'
import { daftarUnit } from '../../organisasi/index.ts'
import { PEMBACA_PERENCANAAN } from '../istilah.ts'
import { PENULIS_KARTU } from './alur.ts'
import {
  type BarisKartuBuku,
  badanDariBaris,
  barisDariKartu,
  type KartuAda,
  kodeBaris,
  LEMBAR,
  type Rujukan,
  tempelBaris,
} from './impor-baris.ts'
import { lembarKartu } from './impor-lembar.ts'
import { periksaBuku } from './impor-periksa.ts'
import { isianKartu } from './isian.ts'
import { kartuLengkap } from './kartu.ts'
import { daftarLetak } from './kueri-letak.ts'
import { aturKeaktifanDalam } from './simpan-indikator.ts'
import { tulisKartuBaru } from './tulis-kartu.ts'
import { DIPAKAI, tulisPerubahanKartu } from './ubah-kartu.ts'

/** Everything that is there before an import, by the code of the card in small letters. */
export type BukuAda = {
  readonly rujukan: Rujukan
  readonly ada: ReadonlyMap<string, KartuAda>
  readonly baris: ReadonlyMap<string, BarisKartuBuku>
  readonly nonaktif: ReadonlySet<string>
}

/** Cards of indicators in and out by Excel. An import never deletes: what it added is taken out of use when it is undone. */
export const imporIndikator: DefinisiImpor = {
  kode: 'indikator',
  nama: 'Kartu indikator',
  keterangan: 'Kartu indikator dengan data yang diisi, kategori, dan pemeriksaan SMART.',
  tahunan: false,
  pembaca: PEMBACA_PERENCANAAN,
  penulis: PENULIS_KARTU,
  halaman: () => ({ teks: 'Indikator kinerja', alamat: '/perencanaan/indikator' }),
  siapkan,
  terapkan,
}

async function siapkan(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  { kunci }: { kunci: boolean },
): Promise<PersiapanImpor> {
  const buku = await ambilBuku(baca, pelaku, kunci)
  const kini = LEMBAR.map((lembar) => [lembar, [...buku.baris.values()].flatMap((b) => b[lembar])] as const)
  return {
    lembar: lembarKartu(buku.rujukan.unit),
    kini: Object.fromEntries(kini),
    periksa: (isi) => periksaBuku(pelaku, isi, buku),
  }
}

type BarisAda = KartuAda & { readonly aktif: boolean }
async function ambilBuku(baca: Tx | BasisData['baca'], pelaku: Pelaku, kunci: boolean): Promise<BukuAda> {
  const semua = await baca.$queryRaw<BarisAda[]>`
    select ${kartuLengkap} as kartu, i.perubahan, i.alasan_versi as "alasanVersi", i.aktif, (${DIPAKAI}) as dipakai
    from indikator i where i.kecamatan_id = ${pelaku.kecamatanId}::uuid order by i.jenis, i.urut, i.kode ${kunci ? Prisma.sql`for update of i` : Prisma.empty}`
  const rujukan = { unit: await daftarUnit(baca, pelaku, { semua: true }), letak: await daftarLetak(baca, pelaku) }
  const aktif = semua.filter((satu) => satu.aktif)
  const kode = ({ kartu }: BarisAda) => kartu.kode.toLowerCase()
  return {
    rujukan,
    ada: new Map(aktif.map((satu) => [kode(satu), satu])),
    baris: new Map(aktif.map((satu) => [kode(satu), barisDariKartu(satu, rujukan)])),
    nonaktif: new Set(semua.filter((satu) => !satu.aktif).map(kode)),
  }
}

/** Writes card by card through the same functions as the form, so that versions, checks and audit events are the same. */
async function terapkan(tx: Tx, pelaku: Pelaku, perubahan: readonly Perubahan[]): Promise<void> {
  const buku = await ambilBuku(tx, pelaku, true)
  const kelompok = new Map<string, Perubahan[]>()
  for (const satu of perubahan) {
    const kode = kodeBaris(satu.lembar, satu.baru ?? satu.lama ?? {})
    kelompok.set(kode, [...(kelompok.get(kode) ?? []), satu])
  }
  for (const [kode, milik] of kelompok) await terapkanSatu(tx, pelaku, { buku, kode, milik })
}

type Satu = { buku: BukuAda; kode: string; milik: readonly Perubahan[] }
async function terapkanSatu(tx: Tx, pelaku: Pelaku, { buku, kode, milik }: Satu): Promise<void> {
  const ada = buku.ada.get(kode)
  if (ada && milik.some((p) => p.lembar === 'kartu' && p.baru === null)) return batalkanBaru(tx, pelaku, ada)
  const jadi = tempelBaris(buku.baris.get(kode), milik)
  const { data: isi, kesalahan } = bacaIsian(isianKartu, badanDariBaris(jadi, buku.rujukan))
  if (!isi) throw galat.bentrok(`Kartu ${kode.toUpperCase()}: ${Object.values(kesalahan).join(' ')}`)
  const [{ berlakuTahun = null, alasan = null } = {}] = jadi.kartu
  const hasil = ada
    ? await tulisPerubahanKartu(tx, pelaku, { id: ada.kartu.id, isi, versi: versiDari(ada, { berlakuTahun, alasan }) })
    : await tulisKartuBaru(tx, pelaku, { isi })
  if (hasil.kesalahan) throw galat.bentrok(`Kartu ${isi.kode}: ${Object.values(hasil.kesalahan).join(' ')}`)
}

/** A card that an import added and nobody has used since. */
async function batalkanBaru(tx: Tx, pelaku: Pelaku, { kartu, perubahan, dipakai }: KartuAda): Promise<void> {
  if (dipakai)
    throw galat.bentrok(
      `Indikator ${kartu.kode} sudah dipakai, jadi impornya tidak dapat dibatalkan. Nonaktifkan indikatornya.`,
    )
  await aturKeaktifanDalam(tx, pelaku, kartu.id, {
    aktif: false,
    versi: perubahan,
    alasan: 'Impor yang menambahkannya dibatalkan',
  })
}

/** Without a reason in the rows it is the way back: the check before an application asks for one. */
function versiDari(
  { kartu, perubahan }: KartuAda,
  { berlakuTahun, alasan }: { berlakuTahun: string | null; alasan: string | null },
) {
  return {
    versi: perubahan,
    berlakuTahun: Math.max(Number(berlakuTahun ?? 0), kartu.berlakuTahun),
    alasan: alasan ?? 'Impor dibatalkan: kembali ke isi sebelumnya',
  }
}
