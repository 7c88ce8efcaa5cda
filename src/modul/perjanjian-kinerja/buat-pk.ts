import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, punyaPeran, SEBUTAN_JENIS } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { PENULIS_PK, PENYUSUN_PK } from './alur.ts'
import type { IsianBaru } from './isian.ts'
import { ambilPilihanAnggaran, daftarPemegang, kunciAnggaran, type PemegangJabatan } from './kueri-draf.ts'
import { salinRenstra, salinTarget, tulisAnggaran, tulisDraf } from './tulis-draf.ts'

export type HasilBuat = { readonly id: string } | { readonly kesalahan: Kesalahan }

/**
 * A new draft for an official and year: from last year's agreement, from the Renstra's targets, or empty. A year that has an
 * agreement gets a PK Perubahan instead. Field errors, or its id. Throws Galat 403.
 */
export const buatPk = (db: BasisData, pelaku: Pelaku, isian: IsianBaru): Promise<HasilBuat> =>
  transaksi(db, pelaku, async (tx): Promise<HasilBuat> => {
    const { tahun, berlakuSejak } = isian
    const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
    const pemegang = (await daftarPemegang(tx, pelaku, hari)).find((p) => p.penugasanId === isian.penugasanId)
    if (!pemegang)
      return { kesalahan: { penugasanId: 'Jabatan ini tidak lagi dipegang orang itu. Pilih dari daftar.' } }
    pastikanMenyusun(pelaku, pemegang)
    const lalu = isian.asal === 'TAHUN_LALU' ? await cariTahunLalu(tx, pelaku, { tahun, pemegang }) : null
    const salah = await periksaBaru(tx, pelaku, { isian, pemegang, lalu })
    if (salah) return { kesalahan: salah }
    const id = await tulisDraf(tx, pelaku, { tahun, berlakuSejak, pemegang })
    await isiDraf(tx, pelaku, { id, isian, pemegang, lalu })
    await catatJejak(tx, pelaku, {
      peristiwa: 'perjanjian-kinerja.disusun',
      objekJenis: 'perjanjian-kinerja',
      objekId: id,
      rincian: {
        pk: `Perjanjian Kinerja ${tahun} ${SEBUTAN_JENIS[pemegang.jenis]}${pemegang.jabatan}`,
        asal: isian.asal,
      },
      sebagai: PENULIS_PK,
    })
    return { id }
  })

/** One's own, or for others by those who write agreements. Throws 403. */
export function pastikanMenyusun(pelaku: Pelaku, { jabatanId }: Pick<PemegangJabatan, 'jabatanId'>): void {
  if (punyaPeran(pelaku, PENYUSUN_PK) || pelaku.penugasan.some((p) => p.jabatanId === jabatanId)) return
  throw galat.tidakBerwenang(
    'Perjanjian Kinerja disusun oleh pejabatnya sendiri, Tim SAKIP, atau Sekretaris Kecamatan.',
  )
}

type Bahan = { isian: IsianBaru; pemegang: PemegangJabatan; lalu: string | null }
async function periksaBaru(tx: Tx, pelaku: Pelaku, { isian, pemegang, lalu }: Bahan): Promise<Kesalahan | null> {
  const { tahun, berlakuSejak } = isian
  if (!berlakuSejak.startsWith(`${tahun}-`)) return { berlakuSejak: `Tulis tanggal dalam tahun ${tahun}.` }
  const ada = await tx.perjanjianKinerja.findFirst({
    where: { kecamatanId: pelaku.kecamatanId, jabatanId: pemegang.jabatanId, tahun, status: { not: 'DIBATALKAN' } },
    orderBy: { berlakuSejak: 'asc' },
  })
  const sebut = `Perjanjian Kinerja ${tahun} ${pemegang.jabatan}`
  if (ada?.status === 'BERLAKU')
    return { penugasanId: `${sebut} sudah berlaku. Buka perjanjian itu, lalu buat PK Perubahan.` }
  if (ada) return { penugasanId: `${sebut} sedang disusun. Lanjutkan yang itu.` }
  return isian.asal === 'TAHUN_LALU' && lalu === null
    ? {
        asal: `${pemegang.jabatan} tidak mempunyai Perjanjian Kinerja ${tahun - 1} yang berlaku. Pilih target Renstra, atau mulai kosong.`,
      }
    : null
}

/** The last version in force of the year before. */
async function cariTahunLalu(
  tx: Tx,
  { kecamatanId }: Pelaku,
  { tahun, pemegang: { jabatanId } }: { tahun: number; pemegang: PemegangJabatan },
): Promise<string | null> {
  const lalu = await tx.perjanjianKinerja.findFirst({
    where: { kecamatanId, jabatanId, tahun: tahun - 1, status: 'BERLAKU' },
    orderBy: { berlakuSejak: 'desc' },
  })
  return lalu?.id ?? null
}

/** Content from where the form says. */
async function isiDraf(tx: Tx, pelaku: Pelaku, bahan: Bahan & { id: string }): Promise<void> {
  const { id, isian, pemegang, lalu } = bahan
  if (isian.asal === 'KOSONG') return
  if (lalu) await salinTarget(tx, pelaku, { dari: lalu, ke: id })
  else await salinRenstra(tx, pelaku, { ke: id, tahun: isian.tahun, pemegang })
  await isiAnggaran(tx, pelaku, bahan)
}

/** The rows that last year's lampiran had, else those of the official's level and unit, with the amounts of this year. */
async function isiAnggaran(tx: Tx, pelaku: Pelaku, { id, isian, pemegang, lalu }: Bahan & { id: string }) {
  const pilihan = await ambilPilihanAnggaran(tx, pelaku, { ...isian, ...pemegang })
  const dulu = lalu ? await tx.anggaranPk.findMany({ where: { pkId: lalu, kecamatanId: pelaku.kecamatanId } }) : null
  const keterangan = new Map((dulu ?? []).map((a) => [kunciAnggaran(a), a.keterangan]))
  const semua = pemegang.peran === 'CAMAT' || pemegang.peran === 'SEKCAM'
  const ikut = pilihan.filter((p) => (dulu ? keterangan.has(kunciAnggaran(p)) : semua || p.sendiri))
  const baris = ikut.map(({ sendiri: _, ...p }) => ({ ...p, keterangan: keterangan.get(kunciAnggaran(p)) ?? '' }))
  await tulisAnggaran(tx, pelaku, { pkId: id, baris })
}
