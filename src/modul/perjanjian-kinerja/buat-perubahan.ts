import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { pastikanHakPk } from './alur.ts'
import { periksaSejak } from './berlakukan-pk.ts'
import type { HasilBuat } from './buat-pk.ts'
import type { IsianPerubahan } from './isian.ts'
import { sebutPk } from './istilah.ts'
import { ambilPk, type Pk } from './kueri.ts'
import { ambilPilihanAnggaran, daftarPemegang, kunciAnggaran } from './kueri-draf.ts'
import { salinTarget, tulisAnggaran, tulisDraf } from './tulis-draf.ts'
import { catatPeristiwa } from './ubah-keadaan.ts'

/**
 * A draft of a PK Perubahan from the agreement in force, for whoever holds the post today (PermenPANRB 53/2014: change of
 * official, of strategy, or of priority). The agreement it comes from stays as it is. Field errors, or the id of the draft.
 * Throws Galat 403, 404, 409.
 */
export const buatPerubahan = (
  db: BasisData,
  pelaku: Pelaku,
  { id, isian }: { id: string; isian: IsianPerubahan },
): Promise<HasilBuat> =>
  transaksi(db, pelaku, async (tx): Promise<HasilBuat> => {
    const asal = await ambilPk(tx, pelaku, { id, kunci: true })
    pastikanHakPk(pelaku, asal, 'BUAT_PERUBAHAN')
    pastikanTerakhir(asal)
    const salah = periksaPerubahan(asal, isian)
    if (salah) return { kesalahan: salah }
    const hari = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
    const pemegang = (await daftarPemegang(tx, pelaku, hari)).find((p) => p.jabatanId === asal.jabatanId)
    if (!pemegang)
      return { kesalahan: { dasar: 'Hari ini jabatan ini tidak ada pemangkunya. Catat dahulu penugasannya.' } }
    const { dasar, alasan, berlakuSejak } = isian
    const draf = await tulisDraf(tx, pelaku, {
      tahun: asal.tahun,
      berlakuSejak,
      pemegang,
      perubahan: { asalId: id, dasar, alasan },
    })
    await salinTarget(tx, pelaku, { dari: id, ke: draf })
    const kini = new Map(
      (await ambilPilihanAnggaran(tx, pelaku, { ...asal, berlakuSejak })).map((p) => [kunciAnggaran(p), p.jumlah]),
    )
    const baris = asal.anggaran.map((a) => ({ ...a, jumlah: kini.get(kunciAnggaran(a)) ?? a.jumlah }))
    await tulisAnggaran(tx, pelaku, { pkId: draf, baris })
    const pk = sebutPk({ ...asal, jenis: 'PERUBAHAN' })
    await catatPeristiwa(tx, pelaku, { tindakan: 'BUAT_PERUBAHAN', id: draf, pk, rincian: { asal: id, dasar, alasan } })
    return { id: draf }
  })

/** Only the last version is changed, and one draft is enough. Throws 409. */
function pastikanTerakhir({ versiLain, berlakuSejak }: Pk): void {
  const jalan = versiLain.find((v) => v.status !== 'BERLAKU' && v.status !== 'DIBATALKAN')
  if (jalan) throw galat.bentrok('PK Perubahan untuk perjanjian ini sedang disusun. Lanjutkan yang itu.')
  if (versiLain.some((v) => v.status === 'BERLAKU' && v.berlakuSejak > berlakuSejak))
    throw galat.bentrok('Perjanjian ini sudah digantikan. Buat PK Perubahan dari versi yang terakhir.')
}

function periksaPerubahan(asal: Pk, { berlakuSejak }: IsianPerubahan): Kesalahan | null {
  const versiLain = [{ id: asal.id, jenis: asal.jenis, berlakuSejak: asal.berlakuSejak, status: asal.status }]
  const salah = periksaSejak({ ...asal, versiLain }, berlakuSejak)
  return salah ? { berlakuSejak: salah } : null
}
