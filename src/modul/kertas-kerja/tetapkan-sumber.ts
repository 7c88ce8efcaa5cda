import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { ambilIsianSiklus } from '../formulir/index.ts'
import { type AlamatLangkah, type KonteksLangkah, peranPelaksana, ubahLangkah } from '../siklus/index.ts'
import { type AngkaSumber, hitungSemua, isiAngka } from './ambil-angka.ts'
import { ambilKertasKerja, type BarisKertas, type JenisSumber, type SumberRekap } from './kueri.ts'
import { ambilBarisSumber, angkaDariRekap, daftarPengumpulan, rujukan } from './sumber-pengumpulan.ts'

/** Are the figures collected in this very siklus, before the measuring? */
export const adaFormulirSendiri = ({ siklus, langkah, semuaLangkah }: KonteksLangkah): boolean =>
  semuaLangkah.some(
    (l) => l.urut < langkah.urut && siklus.definisi.langkah.some((d) => d.kode === l.kode && d.jenis === 'pengisian'),
  )

/**
 * Figures where they are to be had when the step opens: the forms of the same siklus, else the approved collection of the
 * office for the period. Without either nothing is decided yet: whoever measures says how it goes on.
 */
export async function tetapkanSumberOtomatis(tx: Tx, pelaku: Pelaku, konteks: KonteksLangkah): Promise<void> {
  const { siklus } = konteks
  const { kepala } = await ambilKertasKerja(tx, siklus)
  if (adaFormulirSendiri(konteks)) return ambilDariFormulir(tx, pelaku, konteks)
  // what was taken or typed stays when the step opens again; a newer recap is taken by hand
  if (kepala.sumber !== null) return hitungSemua(tx, pelaku, siklus)
  const disetujui = (await daftarPengumpulan(tx, pelaku, siklus)).filter((p) => p.disetujui).map(rujukan)
  if (disetujui.length > 0) await ambilDariPengumpulan(tx, pelaku, { konteks, sumber: disetujui })
  else await hitungSemua(tx, pelaku, siklus)
}

async function ambilDariFormulir(tx: Tx, pelaku: Pelaku, konteks: KonteksLangkah): Promise<void> {
  const { siklus } = konteks
  const baris = (await ambilIsianSiklus(tx, pelaku, siklus.id)).flatMap((f) => f.baris)
  const peta = new Map(baris.map((b) => [b.indikatorId, b]))
  await isiAngka(tx, pelaku, {
    siklus,
    angka: ({ indikatorId }: BarisKertas): AngkaSumber | null => {
      const b = peta.get(indikatorId)
      if (!b) return null
      const { status, variabel, kategori, nilai, alasanTidakBerlaku, kendala, faktorPendorong, tindakLanjut } = b
      const catatanUnit = { kendala, faktorPendorong, tindakLanjut }
      const asal = { sumberBarisId: b.id, sumberBukti: b.jumlahBukti, sumberAngka: '', catatanUnit }
      return { status, variabel, kategori, nilai, alasanTidakBerlaku, ...asal }
    },
  })
  await catatSumber(tx, pelaku, { konteks, sumber: 'FORMULIR', rincian: [], alasan: '' })
}

type Ambil = { readonly konteks: KonteksLangkah; readonly sumber: readonly SumberRekap[] }
async function ambilDariPengumpulan(tx: Tx, pelaku: Pelaku, { konteks, sumber }: Ambil): Promise<void> {
  const baris = await ambilBarisSumber(tx, pelaku, sumber)
  await isiAngka(tx, pelaku, { siklus: konteks.siklus, angka: (b) => angkaDariRekap(b, baris) })
  await catatSumber(tx, pelaku, { konteks, sumber: 'SIKLUS', rincian: sumber, alasan: '' })
}

type Catatan = {
  readonly konteks: KonteksLangkah
  readonly sumber: JenisSumber
  readonly rincian: readonly SumberRekap[]
  readonly alasan: string
}
async function catatSumber(tx: Tx, pelaku: Pelaku, { konteks, sumber, rincian, alasan }: Catatan): Promise<void> {
  const { siklus } = konteks
  await tx.kertasKerja.updateMany({
    where: { siklusId: siklus.id, kecamatanId: siklus.kecamatanId },
    data: { sumber, sumberRincian: rincian as object[], alasanTanpaSumber: alasan, versi: { increment: 1 } },
  })
  await catatJejak(tx, pelaku, {
    peristiwa: PERISTIWA[sumber],
    objekJenis: 'kertas-kerja',
    objekId: siklus.id,
    siklusId: siklus.id,
    rincian: { dari: rincian.map((r) => `${r.nama} versi ${r.versi}`).join('; '), rekap: rincian, alasan },
    sebagai: peranPelaksana(konteks),
  })
}
const PERISTIWA = {
  FORMULIR: 'kertas-kerja.sumber-formulir',
  SIKLUS: 'kertas-kerja.sumber-pengumpulan',
  LANGSUNG: 'kertas-kerja.sumber-langsung',
} as const

/** Takes the figures of the approved collection (again, in its newest version). Throws Galat 403, 404, 409, 422. */
export const ambilAngkaPengumpulan = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { versi }: { versi: number },
): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    await pastikanVersi(tx, konteks, versi)
    const sumber = (await daftarPengumpulan(tx, pelaku, konteks.siklus)).filter((p) => p.disetujui).map(rujukan)
    if (sumber.length === 0)
      throw galat.tidakSesuai(
        'Belum ada pengumpulan data periode ini yang disetujui, jadi belum ada yang dapat diambil.',
      )
    await ambilDariPengumpulan(tx, pelaku, { konteks, sumber })
  })

/** Figures are typed in here, with the reason why there is no collection to take them from. Throws Galat 403, 404, 409. */
export const isiSendiri = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { versi, alasan }: { versi: number; alasan: string },
): Promise<void> =>
  ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    await pastikanVersi(tx, konteks, versi)
    await catatSumber(tx, pelaku, { konteks, sumber: 'LANGSUNG', rincian: [], alasan })
  })

async function pastikanVersi(tx: Tx, konteks: KonteksLangkah, versi: number): Promise<void> {
  if (konteks.langkah.jenis !== 'pengukuran') throw galat.tidakDitemukan('Langkah pengukuran')
  if (adaFormulirSendiri(konteks))
    throw galat.bentrok('Angkanya dari formulir siklus ini, jadi tidak diambil dari tempat lain.')
  const { kepala } = await ambilKertasKerja(tx, konteks.siklus)
  if (kepala.versi !== versi) throw galat.sudahBerubah('Sumber angka')
}
