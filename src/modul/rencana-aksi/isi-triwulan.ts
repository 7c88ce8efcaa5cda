import { Desimal } from '../../inti/angka/index.ts'
import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { PENULIS_AKSI, pastikanHakAksi, peranAksi, type TindakanAksi } from './alur.ts'
import { catatAksi, ROMAWI } from './catat-aksi.ts'
import type { IsianRealisasi } from './isian.ts'
import { type Aksi, ambilRencana, hariIni, keadaanTriwulan, pelaksanaDari, type Rencana } from './kueri.ts'

type Alamat = { readonly pkId: string; readonly triwulan: number }

/** What was done in a quarter, with obstacles and follow-up; only changed rows are written. Throws Galat 403, 404, 409. */
export const isiRealisasi = (
  db: BasisData,
  pelaku: Pelaku,
  { pkId, triwulan, realisasi }: Alamat & { readonly realisasi: readonly IsianRealisasi[] },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const rencana = await ambilRencana(tx, pelaku, { id: pkId, kunci: true })
    pastikanTriwulan(pelaku, rencana, { tindakan: 'ISI', triwulan })
    const diubah: string[] = []
    for (const isian of realisasi) {
      const aksi = rencana.aksi.find((a) => a.id === isian.id)
      if (!aksi || !(await tulisRealisasi(tx, pelaku, { aksi, triwulan, isian, rencana }))) continue
      diubah.push(aksi.aksi)
    }
    if (diubah.length > 0)
      await catatAksi(tx, pelaku, rencana, {
        tindakan: 'ISI',
        rincian: { triwulan: ROMAWI[triwulan - 1], aksi: diubah },
      })
  })

/** Right and state of a quarter. Throws Galat 403, 409. */
export function pastikanTriwulan(
  pelaku: Pelaku,
  rencana: Rencana,
  { tindakan, triwulan }: { tindakan: TindakanAksi; triwulan: number },
): void {
  const keadaan = keadaanTriwulan(rencana, triwulan, hariIni(pelaku))
  const pelaporId = rencana.laporan.find((l) => l.triwulan === triwulan)?.pelaporId ?? null
  const bahan = { pk: rencana.pk, pelaksana: pelaksanaDari(rencana.aksi), pelaporId }
  pastikanHakAksi(pelaku, bahan, { tindakan, keadaan })
}

/** Who is only in charge of actions writes those; the official and Tim SAKIP all of them. */
export function bolehIsiAksi(pelaku: Pelaku, rencana: Rencana, aksi: Aksi): boolean {
  const peran = peranAksi(pelaku, { pk: rencana.pk, pelaksana: [] })
  return (
    peran.some((p) => p === 'PEMILIK' || p === 'PENYUSUN') ||
    pelaku.penugasan.some((p) => p.jabatanId === aksi.penanggungJawabId)
  )
}

type Satu = { aksi: Aksi; triwulan: number; isian: IsianRealisasi; rencana: Rencana }
/** True when the row changed; one that is blank again is no realisation any more. 409 when somebody else changed it meanwhile, 403 when the action is another's. */
export async function tulisRealisasi(
  tx: Tx,
  pelaku: Pelaku,
  { aksi, triwulan, isian, rencana }: Satu,
): Promise<boolean> {
  const { id: rencanaAksiId, versi, ...isi } = isian
  const lama = aksi.realisasi.find((r) => r.triwulan === triwulan)
  const dulu = lama ?? { ...KOSONG, versi: 0 }
  if (samaIsi(isi, dulu)) return false
  if (!bolehIsiAksi(pelaku, rencana, aksi))
    throw galat.tidakBerwenang(`Aksi “${aksi.aksi}” diisi oleh penanggung jawabnya.`)
  if (dulu.versi !== versi) throw galat.sudahBerubah(`Realisasi “${aksi.aksi}”`)
  const { kecamatanId } = pelaku
  const cap = { diisiPada: jam.sekarang(), diisiOleh: `${pelaku.nama}, ${sebutanJabatan(pelaku, PENULIS_AKSI)}` }
  const kunci = { kecamatanId, rencanaAksiId, triwulan }
  if (lama && samaIsi(isi, KOSONG)) await tx.realisasiAksi.deleteMany({ where: kunci })
  else if (lama) await tx.realisasiAksi.updateMany({ where: kunci, data: { ...isi, ...cap, versi: { increment: 1 } } })
  else await tx.realisasiAksi.create({ data: { ...kunci, ...isi, ...cap } })
  return true
}

type Isi = Pick<IsianRealisasi, 'nilai' | 'anggaran' | 'kendala' | 'tindakLanjut'>
const KOSONG: Isi = { nilai: null, anggaran: null, kendala: '', tindakLanjut: '' }
const samaIsi = (a: Isi, b: Isi): boolean =>
  a.nilai === b.nilai && a.anggaran === b.anggaran && a.kendala === b.kendala && a.tindakLanjut === b.tindakLanjut

/** Reports a quarter and locks it. Field errors while something is missing, or null when done. Throws Galat 403, 404, 409. */
export const laporkanTriwulan = (
  db: BasisData,
  pelaku: Pelaku,
  { pkId, triwulan, versi }: Alamat & { readonly versi: number },
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx): Promise<Kesalahan | null> => {
    const rencana = await ambilRencana(tx, pelaku, { id: pkId, kunci: true })
    pastikanTriwulan(pelaku, rencana, { tindakan: 'LAPORKAN', triwulan })
    const [kurang] = kekuranganTriwulan(rencana.aksi, triwulan)
    if (kurang) return { formulir: kurang }
    const { kecamatanId } = pelaku
    const { jabatanId, tahun } = rencana.pk
    const lama = rencana.laporan.find((l) => l.triwulan === triwulan)
    if ((lama?.versi ?? 0) !== versi) throw galat.sudahBerubah('Triwulan ini')
    const isi = {
      status: 'DILAPORKAN',
      pelaporId: pelaku.pegawaiId,
      pelapor: `${pelaku.nama}, ${sebutanJabatan(pelaku, PENULIS_AKSI)}`,
      dilaporkanPada: jam.sekarang(),
    } as const
    const kunci = { kecamatanId, jabatanId, tahun, triwulan }
    if (lama) await tx.laporanAksi.updateMany({ where: kunci, data: { ...isi, versi: { increment: 1 } } })
    else await tx.laporanAksi.create({ data: { ...kunci, ...isi } })
    await catatAksi(tx, pelaku, rencana, { tindakan: 'LAPORKAN', rincian: { triwulan: ROMAWI[triwulan - 1] } })
    return null
  })

/** What a quarter still lacks before it is reported: each due action its figure, and below target obstacle and follow-up. Pure. */
export function kekuranganTriwulan(aksi: readonly Aksi[], triwulan: number): string[] {
  const jatuh = aksi.filter((a) => (a.tw[triwulan - 1] ?? null) !== null)
  if (jatuh.length === 0) return ['Tidak ada aksi yang jatuh tempo pada triwulan ini.']
  return jatuh.flatMap((a) => {
    const r = a.realisasi.find((satu) => satu.triwulan === triwulan)
    if (!r || r.nilai === null) return [`${a.aksi}: realisasi belum diisi. Tulis 0 bila belum terlaksana.`]
    const kurang = new Desimal(r.nilai).lt(a.tw[triwulan - 1] ?? '0')
    return kurang && (r.kendala === '' || r.tindakLanjut === '')
      ? [`${a.aksi}: realisasi di bawah target. Tulis kendala dan tindak lanjutnya.`]
      : []
  })
}

/** Opens a reported quarter again, with a reason. Throws Galat 403, 404, 409. */
export const bukaTriwulan = (
  db: BasisData,
  pelaku: Pelaku,
  { pkId, triwulan, versi, alasan }: Alamat & { readonly versi: number; readonly alasan: string },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const rencana = await ambilRencana(tx, pelaku, { id: pkId, kunci: true })
    pastikanTriwulan(pelaku, rencana, { tindakan: 'BUKA', triwulan })
    const { jabatanId, tahun } = rencana.pk
    const { count } = await tx.laporanAksi.updateMany({
      where: { kecamatanId: pelaku.kecamatanId, jabatanId, tahun, triwulan, versi },
      data: {
        status: 'DIBUKA',
        alasan,
        pembuka: `${pelaku.nama}, ${sebutanJabatan(pelaku, PENULIS_AKSI)}`,
        versi: { increment: 1 },
      },
    })
    if (count === 0) throw galat.sudahBerubah('Triwulan ini')
    await catatAksi(tx, pelaku, rencana, { tindakan: 'BUKA', rincian: { triwulan: ROMAWI[triwulan - 1], alasan } })
  })
