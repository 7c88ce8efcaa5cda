import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, type Peran, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { type AlamatLangkah, peranPelaksana, ubahLangkah } from '../siklus/index.ts'
import { pastikanFormulir } from './alur.ts'
import { unitIsian } from './kueri.ts'
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
}

/** Who hands the forms out records a receipt that was signed on paper. Throws Galat 403, 404, 409, 422. */
export function catatTandaTerimaKertas(
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  isi: TandaTerima,
): Promise<void> {
  return ubahLangkah(
    db,
    pelaku,
    alamat,
    async (tx, konteks) => {
      const { siklus } = konteks
      const formulir = await kunciFormulir(tx, pelaku, isi.formulirId)
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
      })
    },
    { pelaksanaSaja: true },
  )
}

type Terima = {
  readonly formulir: KepalaFormulir
  readonly penerimaId: string | null
  readonly penerima: string
  readonly jabatan: string
  readonly cara: 'APLIKASI' | 'KERTAS'
  readonly pada: Date
  readonly sebagai: readonly Peran[]
}

async function catatTerima(
  tx: Tx,
  pelaku: Pelaku,
  { formulir, penerimaId, penerima, jabatan, cara, pada, sebagai }: Terima,
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
      versi: { increment: 1 },
    },
  })
  if (count === 0) throw galat.sudahBerubah('Formulir ini')
  await catatJejak(tx, pelaku, {
    peristiwa: 'formulir.diterima',
    objekJenis: 'formulir',
    objekId: formulir.id,
    siklusId: formulir.siklusId,
    rincian: { unit: formulir.unitNama, penerima, jabatan, cara, pada: pada.toISOString() },
    sebagai,
  })
}
