import { type BasisData, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Kesalahan } from '../../../inti/http/index.ts'
import { type Pelaku, type Peran, SEBUTAN_JENIS, unitDipimpin } from '../../../inti/pelaku.ts'
import { tanggalLokal } from '../../../inti/waktu/index.ts'
import { type BerkasDiterima, type Gudang, simpanBerkas } from '../../berkas/index.ts'
import { daftarPejabat, type Pejabat } from '../../organisasi/index.ts'
import type { Pembaca } from '../../siklus/index.ts'
import { bolehFormulir } from '../alur.ts'
import type { FormulirLengkap } from '../kueri.ts'
import { type Penyerah, serahkan } from '../serahkan-formulir.ts'
import { jabatanPencatat, pastikanTanpaSalah, salahTanggalKertas } from './catat-kertas.ts'
import type { IsianSerah } from './isian-serah.ts'
import { ambilKertas, daftarKertas } from './kueri-kertas.ts'

/** Who may record that a form was handed in on paper: Tim SAKIP, or who stands in for it by an SOP without; ALUR_FORMULIR decides. */
export const PENCATAT_SERAH = ['TIM_SAKIP', 'SEKCAM', 'KASI', 'STAF'] as const satisfies readonly Peran[]

/** May this person record it now? Not for a unit the person heads: who heads it hands in. */
export const bolehCatatPenyerahan = (pelaku: Pelaku, formulir: FormulirLengkap): boolean =>
  formulir.langkah?.status === 'BERJALAN' &&
  formulir.bagian?.status === 'BERJALAN' &&
  bolehFormulir(pelaku, formulir, 'SERAHKAN_KERTAS') &&
  !unitDipimpin(pelaku).includes(formulir.unitId)

/** Who headed the unit on a day, but for the recorder: who may have signed its form. */
export async function kepalaUnitPada(
  baca: Pembaca,
  pelaku: Pelaku,
  { unitId, tanggal }: { unitId: string; tanggal: string },
): Promise<Pejabat[]> {
  const pejabat = await daftarPejabat(baca, pelaku, tanggal)
  return pejabat.filter((p) => p.unitId === unitId && p.kepalaUnit && p.pegawaiId !== pelaku.pegawaiId)
}

type Permintaan = {
  readonly formulirId: string
  readonly gudang: Gudang
  readonly isian: IsianSerah
  readonly berkas: BerkasDiterima | undefined
}

/**
 * The form that its head signed on paper is handed in in the head's name, with the scan as proof and by all rules of handing
 * in. Head and recorder both count as having submitted; the head may withdraw it. Throws Galat 403, 404, 409, 422.
 */
export const catatPenyerahan = (
  db: BasisData,
  pelaku: Pelaku,
  { formulirId, gudang, isian, berkas }: Permintaan,
): Promise<void> =>
  transaksi(db, pelaku, (tx) =>
    serahkan(tx, pelaku, { id: formulirId, versi: isian.versi, tindakan: 'SERAHKAN_KERTAS' }, async (formulir) => {
      if (unitDipimpin(pelaku).includes(formulir.unitId)) throw galat.tidakSesuai(PIMPINAN)
      pastikanTanpaSalah(await salahSerah(tx, pelaku, { formulir, isian }))
      const kepala = await kepalaUnitPada(tx, pelaku, { unitId: formulir.unitId, tanggal: isian.tanggal })
      const penyerah = kepala.find((p) => p.pegawaiId === isian.penyerahId)
      if (!penyerah) throw galat.tidakDitemukan('Pegawai')
      const berkasId = await pindaianSerah(tx, pelaku, { formulir, gudang, isian, berkas })
      return susunPenyerah(pelaku, penyerah, { tanggal: isian.tanggal, berkasId })
    }),
  )

const susunPenyerah = (pelaku: Pelaku, p: Pejabat, kertas: { tanggal: string; berkasId: string }): Penyerah => ({
  pegawaiId: p.pegawaiId,
  nama: p.nama,
  jabatan: SEBUTAN_JENIS[p.jenisPenugasan] + p.jabatanNama,
  kertas: {
    ...kertas,
    pencatatId: pelaku.pegawaiId,
    pencatat: pelaku.nama,
    jabatanPencatat: jabatanPencatat(pelaku),
  },
})

type Serah = { readonly formulir: FormulirLengkap; readonly isian: IsianSerah }
/** What is wrong with what was written of a signed form, field by field: its date, who signed, which paper. */
export async function salahSerah(baca: Pembaca, pelaku: Pelaku, { formulir, isian }: Serah): Promise<Kesalahan> {
  const { unitId, unitNama, id: formulirId } = formulir
  const tanggal =
    salahTanggalKertas(formulir, pelaku, isian.tanggal) ?? (await salahPutaran(baca, pelaku, { formulir, isian }))
  const kepala = await kepalaUnitPada(baca, pelaku, { unitId, tanggal: isian.tanggal })
  const tepat = kepala.some((p) => p.pegawaiId === isian.penyerahId)
  const kertas = isian.kertasId ? await daftarKertas(baca, pelaku, { formulirId, id: isian.kertasId }) : null
  return {
    ...(tanggal && { tanggal }),
    ...(!tanggal &&
      !tepat && {
        penyerahId: `Yang dipilih bukan kepala ${unitNama} pada tanggal itu. Pilih yang lain, atau perbaiki tanggalnya.`,
      }),
    ...(kertas?.length === 0 && {
      kertasId: 'Kertas itu bukan kertas formulir ini. Pilih kertas dari daftar, atau lampirkan pindaian baru.',
    }),
  }
}

/** After a return the old signature is none. */
async function salahPutaran(baca: Pembaca, pelaku: Pelaku, { formulir, isian }: Serah): Promise<string | null> {
  if (formulir.putaran === 1) return null
  const bagian = await baca.bagianLangkah.findMany({
    where: {
      kecamatanId: pelaku.kecamatanId,
      siklusId: formulir.siklusId,
      unitId: formulir.unitId,
      status: 'BERJALAN',
    },
    select: { dibukaPada: true },
  })
  const dibuka = bagian.flatMap((b) => (b.dibukaPada ? [tanggalLokal(b.dibukaPada, pelaku.zonaWaktu)] : []))
  return dibuka.some((hari) => isian.tanggal < hari)
    ? 'Formulir ini dibuka lagi sesudah tanggal itu. Penyerahan ulangnya harus ditandatangani pada kertas yang baru.'
    : null
}

type Pindaian = Omit<Permintaan, 'formulirId'> & { readonly formulir: FormulirLengkap }
/** The signed sheet: a new scan, or that of a paper of this form that was recorded already. */
async function pindaianSerah(tx: Tx, pelaku: Pelaku, { formulir, gudang, isian, berkas }: Pindaian): Promise<string> {
  const { id: formulirId, siklusId, unitId } = formulir
  if (berkas) return (await simpanBerkas(tx, pelaku, { gudang, berkas, milik: { siklusId, unitId } })).id
  if (!isian.kertasId) throw galat.tidakSesuai(TANPA_PINDAIAN)
  return (await ambilKertas(tx, pelaku, { formulirId, id: isian.kertasId })).berkasId
}
export const PIMPINAN = 'Anda memimpin unit ini. Serahkan formulirnya sendiri di Takar, tanpa kertas.'
export const TANPA_PINDAIAN =
  'Lampirkan pindaian atau foto formulir yang ditandatangani kepala unit; itu bukti penyerahannya.'
