import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, type Peran, sebutanJabatan, unitIsian } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { type BerkasDiterima, type Gudang, simpanBerkas } from '../berkas/index.ts'
import { type AlamatLangkah, peranPelaksana, ubahLangkah } from '../siklus/index.ts'
import { pastikanFormulir } from './alur.ts'
import { type KepalaFormulir, kunciFormulir } from './kunci-formulir.ts'

/** A person of the unit confirms that the form has arrived: who, as which post, when. Throws Galat 403, 404, 409. */
export function terimaFormulir(
  db: BasisData,
  pelaku: Pelaku,
  { id, versi }: { id: string; versi: number },
): Promise<void> {
  return transaksi(db, pelaku, async (tx) => {
    const formulir = await kunciFormulir(tx, pelaku, id)
    pastikanFormulir(pelaku, formulir, 'TERIMA')
    if (formulir.versi !== versi) throw galat.sudahBerubah('Formulir ini')
    const unitPosisi = pelaku.penugasan.filter(
      (p) => p.unitId !== null && p.unitId === formulir.unitId && unitIsian(pelaku).includes(p.unitId),
    )
    const jabatan = sebutanJabatan({ ...pelaku, penugasan: unitPosisi })
    await catatTerima(tx, pelaku, {
      formulir,
      penerimaId: pelaku.pegawaiId,
      penerima: pelaku.nama,
      jabatan,
      cara: 'APLIKASI',
      pada: jam.sekarang(),
      sebagai: ['KASI', 'STAF', 'DESA', 'SEKCAM'],
    })
  })
}

type TandaTerima = {
  readonly formulirId: string
  readonly penerima: string
  readonly jabatanPenerima: string
  readonly tanggal: string
  readonly pindaianId: string
}
type Pindaian = { readonly gudang: Gudang; readonly berkas: BerkasDiterima | undefined }

/** Who hands the forms out, or assists in it, records a receipt that was signed on paper, with its scan where there is one. Throws Galat 403, 404, 409, 422. */
export function catatTandaTerimaKertas(
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  isi: TandaTerima & Pindaian,
): Promise<void> {
  return ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    const { siklus } = konteks
    const formulir = await kunciFormulir(tx, pelaku, isi.formulirId, { pelaksanaLangkah: true })
    if (formulir.siklusId !== siklus.id) throw galat.tidakDitemukan('Formulir')
    pastikanFormulir(pelaku, formulir, 'TERIMA_KERTAS', { pelaksanaLangkah: true })
    const dibagikan = formulir.dibagikanPada ? tanggalLokal(formulir.dibagikanPada, pelaku.zonaWaktu) : isi.tanggal
    if (isi.tanggal < dibagikan || isi.tanggal > tanggalLokal(jam.sekarang(), pelaku.zonaWaktu))
      throw galat.tidakSesuai('Tanggal tanda terima harus antara hari formulir dibagikan dan hari ini.')
    // a paper has a date without a time: noon of that day, so that the printed date is right in every zone of Indonesia
    const pada = new Date(`${isi.tanggal}T05:00:00Z`)
    await catatTerima(tx, pelaku, {
      formulir,
      penerimaId: null,
      penerima: isi.penerima,
      jabatan: isi.jabatanPenerima,
      cara: 'KERTAS',
      pada,
      sebagai: peranPelaksana(konteks),
      berkasTerimaId: await pindaianTerima(tx, pelaku, { siklusId: siklus.id, isi }),
    })
  })
}

/** The scan of a receipt: a new one, or one of this siklus that holds another unit's signature already; null without one: the paper stays in the office. Throws Galat 422. */
async function pindaianTerima(
  tx: Tx,
  pelaku: Pelaku,
  { siklusId, isi }: { siklusId: string; isi: TandaTerima & Pindaian },
): Promise<string | null> {
  const { gudang, berkas, pindaianId } = isi
  // one sheet may carry the signatures of all units: it is no unit's own
  if (berkas) return (await simpanBerkas(tx, pelaku, { gudang, berkas, milik: { siklusId, unitId: null } })).id
  if (!pindaianId) return null
  const { kecamatanId } = pelaku
  const ada = await tx.formulir.findMany({ where: { siklusId, kecamatanId }, select: { berkasTerimaId: true } })
  if (!ada.some((f) => f.berkasTerimaId === pindaianId))
    throw galat.tidakSesuai('Pindaian yang dipilih tidak ada lagi. Muat ulang halaman ini, lalu pilih lagi.')
  return pindaianId
}

type Terima = {
  readonly formulir: KepalaFormulir
  readonly penerimaId: string | null
  readonly penerima: string
  readonly jabatan: string
  readonly cara: 'APLIKASI' | 'KERTAS'
  readonly pada: Date
  readonly sebagai: readonly Peran[]
  /** scan of the paper; none in the application */
  readonly berkasTerimaId?: string | null
}

async function catatTerima(
  tx: Tx,
  pelaku: Pelaku,
  { formulir, penerimaId, penerima, jabatan, cara, pada, sebagai, berkasTerimaId }: Terima,
): Promise<void> {
  const { count } = await tx.formulir.updateMany({
    where: { id: formulir.id, kecamatanId: pelaku.kecamatanId, versi: formulir.versi },
    data: {
      status: 'DITERIMA',
      diterimaPada: pada,
      penerimaId,
      penerima,
      jabatanPenerima: jabatan,
      caraTerima: cara,
      berkasTerimaId: berkasTerimaId ?? null,
      versi: { increment: 1 },
    },
  })
  if (count === 0) throw galat.sudahBerubah('Formulir ini')
  await catatJejak(tx, pelaku, {
    peristiwa: 'formulir.diterima',
    objekJenis: 'formulir',
    objekId: formulir.id,
    siklusId: formulir.siklusId,
    rincian: {
      unit: formulir.unitNama,
      penerima,
      jabatan,
      cara,
      pada: pada.toISOString(),
      ...(berkasTerimaId && { berkasId: berkasTerimaId }),
    },
    sebagai,
  })
}
