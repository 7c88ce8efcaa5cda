import { type BasisData, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Kesalahan } from '../../../inti/http/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import { type Pelaku, type Peran, SEBUTAN_JENIS, sebutanJabatan } from '../../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../../inti/waktu/index.ts'
import { type BerkasDiterima, type Gudang, simpanBerkas } from '../../berkas/index.ts'
import { daftarPejabat, type Pejabat } from '../../organisasi/index.ts'
import type { Pembaca } from '../../siklus/index.ts'
import { pastikanFormulir } from '../alur.ts'
import { ambilFormulir, type FormulirLengkap } from '../kueri.ts'
import type { IsianKertas } from './isian-kertas.ts'

/** By whom a paper may be taken over: Tim SAKIP or who stands in for it, or the head of the unit; ALUR_FORMULIR decides. */
export const PENCATAT = ['TIM_SAKIP', 'KASI', 'STAF', 'DESA', 'SEKCAM'] as const satisfies readonly Peran[]

/** The roles as which this person takes papers in; a member of Tim SAKIP does it as such, not as Staf of the own unit. */
export const sebagaiPencatat = (pelaku: Pelaku): readonly Peran[] =>
  pelaku.anggotaTimSakip ? PENCATAT.filter((p) => p !== 'STAF') : PENCATAT
export const jabatanPencatat = (pelaku: Pelaku): string => sebutanJabatan(pelaku, sebagaiPencatat(pelaku))

/** Throws unless this person may take papers of this form over now: 403, 409. */
export function pastikanBisaDicatat(pelaku: Pelaku, formulir: FormulirLengkap): void {
  pastikanFormulir(pelaku, formulir, 'ISI_ATAS_NAMA')
  if (formulir.langkah?.status !== 'BERJALAN' || formulir.bagian?.status !== 'BERJALAN')
    throw galat.bentrok(
      'Pengisian formulir belum dibuka, atau sudah ditutup. Muat ulang halaman untuk melihat keadaannya.',
    )
}

/** People of the unit on a day, but for the recorder: who may have filled in its paper. */
export async function pengisiKertas(
  baca: Pembaca,
  pelaku: Pelaku,
  { unitId, tanggal }: { unitId: string; tanggal: string },
): Promise<Pejabat[]> {
  const semua = await daftarPejabat(baca, pelaku, tanggal)
  const sudah = new Set([pelaku.pegawaiId])
  return semua.filter((p) => p.unitId === unitId && !sudah.has(p.pegawaiId) && sudah.add(p.pegawaiId))
}

type Permintaan = {
  readonly formulirId: string
  readonly gudang: Gudang
  readonly isian: IsianKertas
  readonly berkas: BerkasDiterima
}

/**
 * A form that was filled in on paper comes in: who wrote on it, when, and its scan as the proof. Its values are typed after
 * (`isi-dari-kertas.ts`). Returns its id. Throws Galat 403, 404, 409, 422.
 */
export const catatKertas = (
  db: BasisData,
  pelaku: Pelaku,
  { formulirId, gudang, isian, berkas }: Permintaan,
): Promise<string> =>
  transaksi(db, pelaku, async (tx) => {
    const formulir = await ambilFormulir(tx, pelaku, formulirId)
    pastikanBisaDicatat(pelaku, formulir)
    pastikanTanpaSalah(await salahKertas(tx, pelaku, { formulir, isian }))
    const calon = await pengisiKertas(tx, pelaku, { unitId: formulir.unitId, tanggal: isian.tanggal })
    const pengisi = calon.find((p) => p.pegawaiId === isian.pengisiId)
    if (!pengisi) throw galat.tidakDitemukan('Pegawai')
    const { siklusId, unitId } = formulir
    const pindaian = await simpanBerkas(tx, pelaku, { gudang, berkas, milik: { siklusId, unitId } })
    const jabatanPengisi = SEBUTAN_JENIS[pengisi.jenisPenugasan] + pengisi.jabatanNama
    const kertas = await tx.isianKertas.create({
      data: {
        kecamatanId: pelaku.kecamatanId,
        siklusId,
        formulirId,
        pengisiId: pengisi.pegawaiId,
        pengisi: pengisi.nama,
        jabatanPengisi,
        tanggal: new Date(`${isian.tanggal}T00:00:00Z`),
        berkasId: pindaian.id,
        keterangan: isian.keterangan,
        dicatatOleh: pelaku.nama,
        dicatatOlehId: pelaku.pegawaiId,
        jabatanPencatat: jabatanPencatat(pelaku),
        dicatatPada: jam.sekarang(),
      },
    })
    await catatJejak(tx, pelaku, {
      peristiwa: 'formulir.kertas-dicatat',
      objekJenis: 'formulir',
      objekId: formulirId,
      siklusId,
      rincian: {
        unit: formulir.unitNama,
        pengisi: pengisi.nama,
        jabatan: jabatanPengisi,
        tanggal: isian.tanggal,
        sha256: berkas.sha256,
      },
      sebagai: sebagaiPencatat(pelaku),
    })
    return kertas.id
  })

/** What is wrong with the date of a paper, which is written on after the form was handed out and not tomorrow; null: nothing. */
export function salahTanggalKertas(
  { dibagikanPada }: FormulirLengkap,
  { zonaWaktu }: Pelaku,
  tanggal: string,
): string | null {
  const dari = dibagikanPada ? tanggalLokal(dibagikanPada, zonaWaktu) : tanggal
  return tanggal < dari || tanggal > tanggalLokal(jam.sekarang(), zonaWaktu)
    ? 'Tanggal pada kertas harus antara hari formulir dibagikan dan hari ini.'
    : null
}

/** What is wrong with a paper, field by field: its date, or who is said to have written on it. */
export async function salahKertas(
  baca: Pembaca,
  pelaku: Pelaku,
  { formulir, isian }: { formulir: FormulirLengkap; isian: IsianKertas },
): Promise<Kesalahan> {
  const tanggal = salahTanggalKertas(formulir, pelaku, isian.tanggal)
  if (tanggal) return { tanggal }
  const calon = await pengisiKertas(baca, pelaku, { unitId: formulir.unitId, tanggal: isian.tanggal })
  if (calon.some((p) => p.pegawaiId === isian.pengisiId)) return {}
  return {
    pengisiId: `Yang dipilih bukan pegawai ${formulir.unitNama} pada tanggal itu. Pilih yang lain, atau perbaiki tanggalnya.`,
  }
}

/** Throws 422 with the first sentence of what is wrong. */
export function pastikanTanpaSalah(kesalahan: Kesalahan): void {
  const [pertama] = Object.values(kesalahan)
  if (pertama) throw galat.tidakSesuai(pertama)
}
