import { type BasisData, Prisma, type Tx, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { tahunIni } from '../../../inti/waktu/index.ts'
import { PENULIS_KARTU } from '../indikator/alur.ts'
import { cap } from '../indikator/tulis-kartu.ts'
import { kunciKartu, simpanVersiLama } from '../indikator/ubah-kartu.ts'
import type { IsianRenstra } from './isian.ts'
import { ambilPeriode, type PeriodeRenstra } from './kueri-periode.ts'
import { kolomPagu } from './pagu.ts'
import { tulisRenstra } from './simpan-renstra.ts'
import { catatDukungan, ditolak, type HasilUnsur } from './tulis-unsur.ts'

/** What a copy to the next period takes along. */
export type BahanSalinan = {
  readonly tujuan: readonly { id: string; uraian: string; urut: number }[]
  readonly sasaran: readonly { id: string; tujuanId: string; uraian: string; urut: number }[]
  readonly program: readonly { id: string; kode: string; nama: string; sasaranId: string }[]
  readonly indikator: readonly {
    id: string
    kode: string
    nama: string
    tujuanId: string | null
    sasaranId: string | null
  }[]
  /** what the last year of the period means to spend: the first figure of each new year */
  readonly pagu: readonly { subKegiatanId: string; nilai: string }[]
}

/** Tujuan and sasaran that were not ended, the programs that support them, the active cards that stand there. One query. */
export async function ambilBahanSalinan(
  baca: Tx | BasisData['baca'],
  pelaku: Pelaku,
  { id, tahunAkhir }: Pick<PeriodeRenstra, 'id' | 'tahunAkhir'>,
): Promise<BahanSalinan> {
  const berlaku = Prisma.sql`(x.sampai_tahun is null or x.sampai_tahun > ${tahunAkhir}) and x.kecamatan_id = ${pelaku.kecamatanId}::uuid`
  const [baris] = await baca.$queryRaw<BahanSalinan[]>`
    with t as (select x.id, x.uraian, x.urut from tujuan x where ${berlaku} and x.renstra_id = ${id}::uuid),
    s as (select x.id, x.tujuan_id as "tujuanId", x.uraian, x.urut from sasaran x where ${berlaku} and x.tujuan_id in (select id from t)),
    p as (select x.id, x.kode, x.nama, s.id as "sasaranId" from program x join s on s.id = x.sasaran_id
      or exists (select 1 from dukungan_program d where d.program_id = x.id and d.sasaran_id = s.id) where ${berlaku}),
    i as (select x.id, x.kode, x.nama, x.tujuan_id as "tujuanId", x.sasaran_id as "sasaranId" from indikator x
      where x.kecamatan_id = ${pelaku.kecamatanId}::uuid and x.aktif and (x.tujuan_id in (select id from t) or x.sasaran_id in (select id from s))),
    g as (select x.id as "subKegiatanId", y.nilai::text as nilai from sub_kegiatan x join kegiatan k on k.id = x.kegiatan_id
      join pagu_indikatif y on y.sub_kegiatan_id = x.id and y.kecamatan_id = x.kecamatan_id and y.tahun = ${tahunAkhir}
      where ${berlaku} and (k.sampai_tahun is null or k.sampai_tahun > ${tahunAkhir}) and k.program_id in (select id from p))
    select coalesce((select json_agg(g.*) from g), '[]') as pagu, coalesce((select json_agg(t.* order by t.urut) from t), '[]') as tujuan,
      coalesce((select json_agg(s.* order by s.urut) from s), '[]') as sasaran,
      coalesce((select json_agg(p.* order by p.kode) from p), '[]') as program,
      coalesce((select json_agg(i.* order by i.kode) from i), '[]') as indikator`
  return baris ?? { tujuan: [], sasaran: [], program: [], indikator: [], pagu: [] }
}

/**
 * Begins the next period with the tujuan, sasaran, supporting programs and cards of this one, in one transaction. Cards get
 * a new version for the first year of the new period: the old one goes on holding until then. Targets are not copied: they
 * are set anew. Pagu indikatif of the last year is the first figure of each new year. Field errors, or the id of the new Renstra. Throws Galat 404, 409.
 */
export const salinRenstra = (db: BasisData, pelaku: Pelaku, id: string, isian: IsianRenstra): Promise<HasilUnsur> =>
  transaksi(db, pelaku, async (tx): Promise<HasilUnsur> => {
    const asal = await ambilPeriode(tx, pelaku, { id, kunci: true })
    if (asal.versi !== isian.versi) throw galat.sudahBerubah('Renstra yang disalin')
    const salah = periksaWaktuSalin(asal, { tahunIni: tahunIni(pelaku), tahunAwal: isian.tahunAwal })
    if (salah) return ditolak({ tahunAwal: salah })
    const bahan = await ambilBahanSalinan(tx, pelaku, asal)
    const hasil = await tulisRenstra(tx, pelaku, isian)
    if (hasil.id === null) return hasil
    const peta = await salinPohon(tx, pelaku, { renstraId: hasil.id, bahan })
    await pindahkanKartu(tx, pelaku, { bahan, peta, tahun: isian.tahunAwal, nama: isian.nama })
    await salinPagu(tx, pelaku, { bahan, tahunAwal: isian.tahunAwal, tahunAkhir: isian.tahunAkhir })
    await catatJejak(tx, pelaku, {
      peristiwa: 'renstra.disalin',
      objekJenis: 'renstra',
      objekId: hasil.id,
      rincian: {
        dari: asal.nama,
        nama: isian.nama,
        jumlah: Object.fromEntries(Object.entries(bahan).map(([k, v]) => [k, v.length])),
      },
      sebagai: PENULIS_KARTU,
    })
    return hasil
  })

/** Cards go on by a version of the first new year, so the copy comes when the present period is nearly over. Null: well. */
export function periksaWaktuSalin(
  { tahunAkhir }: Pick<PeriodeRenstra, 'tahunAkhir'>,
  { tahunIni: kini, tahunAwal }: { tahunIni: number; tahunAwal: number },
): string | null {
  if (tahunAwal <= tahunAkhir) return `Periode berikutnya mulai sesudah ${tahunAkhir}.`
  if (kini >= tahunAkhir - 1) return null
  return `Disalin paling awal tahun ${tahunAkhir - 1}: sesudah disalin, kartu indikator hanya dapat diubah untuk periode yang baru.`
}

type Peta = ReadonlyMap<string, string>
async function salinPohon(
  tx: Tx,
  pelaku: Pelaku,
  { renstraId, bahan }: { renstraId: string; bahan: BahanSalinan },
): Promise<Peta> {
  const { kecamatanId } = pelaku
  const peta = new Map<string, string>()
  const baru = (lama: string) => peta.get(lama) ?? ''
  for (const { id, uraian, urut } of bahan.tujuan)
    peta.set(id, (await tx.tujuan.create({ data: { kecamatanId, renstraId, uraian, urut }, select: { id: true } })).id)
  for (const { id, tujuanId, uraian, urut } of bahan.sasaran) {
    const data = { kecamatanId, tujuanId: baru(tujuanId), uraian, urut }
    peta.set(id, (await tx.sasaran.create({ data, select: { id: true } })).id)
  }
  for (const { id, sasaranId } of bahan.program) {
    await catatDukungan(tx, pelaku, { programId: id, sasaranId })
    await catatDukungan(tx, pelaku, { programId: id, sasaranId: baru(sasaranId) })
  }
  return peta
}

type Pindah = { bahan: BahanSalinan; peta: Peta; tahun: number; nama: string }
async function pindahkanKartu(tx: Tx, pelaku: Pelaku, { bahan, peta, tahun, nama }: Pindah): Promise<void> {
  for (const { id, tujuanId, sasaranId } of bahan.indikator) {
    const lama = await kunciKartu(tx, pelaku, id)
    if (lama.kartu.berlakuTahun >= tahun)
      throw galat.bentrok(
        `Kartu ${lama.kartu.kode} sudah mempunyai versi mulai ${lama.kartu.berlakuTahun}. Selesaikan dahulu.`,
      )
    await simpanVersiLama(tx, pelaku, lama)
    const pindah = (asal: string | null) => (asal ? (peta.get(asal) ?? asal) : null)
    await tx.indikator.updateMany({
      where: { id, kecamatanId: pelaku.kecamatanId },
      data: {
        tujuanId: pindah(tujuanId),
        sasaranId: pindah(sasaranId),
        versi: { increment: 1 },
        perubahan: { increment: 1 },
        berlakuTahun: tahun,
        alasanVersi: `Dilanjutkan dalam ${nama}`,
        ...cap(pelaku),
      },
    })
  }
}

type Uang = { bahan: BahanSalinan; tahunAwal: number; tahunAkhir: number }
async function salinPagu(tx: Tx, { kecamatanId }: Pelaku, { bahan, tahunAwal, tahunAkhir }: Uang): Promise<void> {
  const data = bahan.pagu.flatMap(({ subKegiatanId, nilai }) =>
    kolomPagu({ tahunAwal, tahunAkhir }).map(({ tahun }) => ({ kecamatanId, subKegiatanId, tahun, nilai })),
  )
  await tx.paguIndikatif.createMany({ data, skipDuplicates: true })
}
