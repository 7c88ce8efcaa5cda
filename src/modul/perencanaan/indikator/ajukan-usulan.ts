import { type BasisData, type Prisma, transaksi } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import { catatJejak } from '../../../inti/jejak/index.ts'
import { type Pelaku, sebutanJabatan } from '../../../inti/pelaku.ts'
import { jam } from '../../../inti/waktu/index.ts'
import { PENGUSUL_KARTU, pastikanKartu, pastikanUnitPengusul } from './alur.ts'
import { bedaIsi } from './beda-isi.ts'
import type { IsianKartu, IsianVersiKartu } from './isian.ts'
import { ditolak, type HasilTulis, periksaRujukan } from './tulis-kartu.ts'
import { kunciKartu } from './ubah-kartu.ts'

type Isian = { readonly indikatorId: string | null; readonly isi: IsianKartu; readonly versi: IsianVersiKartu }

/** Proposes a card or a change of one, for the own unit, with a reason. Field errors, or the proposal's id. Throws Galat 403, 404, 409. */
export const ajukanUsulan = (db: BasisData, pelaku: Pelaku, { indikatorId, isi, versi }: Isian): Promise<HasilTulis> =>
  transaksi(db, pelaku, async (tx) => {
    const lama = indikatorId ? await kunciKartu(tx, pelaku, indikatorId) : null
    pastikanKartu(pelaku, lama ? (lama.aktif ? 'AKTIF' : 'NONAKTIF') : 'BARU', 'USULKAN')
    pastikanUnitPengusul(pelaku, lama?.kartu.unitId ?? isi.unitId)
    if (lama && lama.perubahan !== versi.versi) throw galat.sudahBerubah('Kartu indikator ini')
    const { kesalahan } = await periksaRujukan(tx, pelaku, { isi, id: indikatorId, lama: lama?.kartu })
    if (kesalahan) return ditolak(kesalahan)
    if (versi.alasan.length < 10) return ditolak({ alasan: 'Tuliskan alasan usulan ini, minimal 10 huruf.' })
    if (lama && bedaIsi(lama.kartu, isi).length === 0) return ditolak({ nama: 'Tidak ada isian yang berubah.' })
    const usulan = await tx.usulanIndikator.create({
      data: {
        kecamatanId: pelaku.kecamatanId,
        indikatorId,
        perubahanAsal: lama?.perubahan ?? null,
        unitId: lama?.kartu.unitId ?? isi.unitId,
        isian: { isi, berlakuTahun: versi.berlakuTahun } as unknown as Prisma.InputJsonValue,
        alasan: versi.alasan,
        diajukanPada: jam.sekarang(),
        pengusulId: pelaku.pegawaiId,
        pengusul: pelaku.nama,
        jabatanPengusul: sebutanJabatan(pelaku, PENGUSUL_KARTU),
      },
    })
    await catatJejak(tx, pelaku, {
      peristiwa: 'usulan-indikator.diajukan',
      objekJenis: 'usulan-indikator',
      objekId: usulan.id,
      rincian: { kode: isi.kode, nama: isi.nama, alasan: versi.alasan },
      sebagai: PENGUSUL_KARTU,
    })
    return { id: usulan.id, kesalahan: null }
  })
