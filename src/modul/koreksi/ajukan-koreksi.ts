import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { jsonKanonik } from '../../inti/json-kanonik.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { PENGUSUL_KOREKSI } from './alur.ts'
import { type AngkaSiklus, ambilAngka } from './angka-siklus.ts'
import type { IsianKoreksi } from './isian.ts'
import { namaAngka, teksAngka } from './teks-angka.ts'

type Usulan = {
  readonly siklusId: string
  readonly isian: IsianKoreksi
  /** the figure as it should be */
  readonly baru: AngkaSiklus
}

/** Proposes another figure for an approved one, with reason and source; returns its id. Nothing changes yet. Throws Galat 403, 404, 409, 422. */
export const ajukanKoreksi = (db: BasisData, pelaku: Pelaku, { siklusId, isian, baru }: Usulan): Promise<string> =>
  transaksi(db, pelaku, async (tx) => {
    await tx.$executeRaw`select 1 from siklus where id = ${siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for share`
    const { satu } = await ambilAngka(tx, pelaku, { siklusId, objekId: baru.objekId })
    const { unitId, unit, kartu, angka: lama } = satu
    if (jsonKanonik(lama) === jsonKanonik(baru.angka))
      throw galat.tidakSesuai('Angkanya sama dengan yang sudah disetujui, jadi tidak ada yang dikoreksi.')
    const { kecamatanId } = pelaku
    const dari =
      baru.jenis === 'ANGGARAN'
        ? { siklusId, indikatorId: null, subKegiatanId: baru.objekId }
        : { siklusId, indikatorId: baru.objekId, subKegiatanId: null }
    if ((await tx.koreksi.count({ where: { kecamatanId, ...dari, status: 'DIAJUKAN' } })) > 0)
      throw galat.bentrok('Sudah ada usulan koreksi angka ini yang menunggu keputusan. Tunggu keputusannya.')
    const [nama, teksLama, teksBaru] = [namaAngka(satu), teksAngka(satu), teksAngka(baru)]
    const { id } = await tx.koreksi.create({
      data: {
        kecamatanId,
        ...dari,
        unitId,
        unit,
        nama,
        kartu: kartu as object,
        lama: lama as object,
        baru: baru.angka as object,
        teksLama,
        teksBaru,
        alasan: isian.alasanKoreksi,
        sumberAngka: isian.sumberAngka,
        pengusulId: pelaku.pegawaiId,
        pengusul: pelaku.nama,
        jabatanPengusul: sebutanJabatan(pelaku, PENGUSUL_KOREKSI),
        diajukanPada: jam.sekarang(),
      },
      select: { id: true },
    })
    await catatJejak(tx, pelaku, {
      peristiwa: 'koreksi.diajukan',
      objekJenis: 'koreksi',
      objekId: id,
      siklusId,
      rincian: { nama, lama: teksLama, baru: teksBaru, alasan: isian.alasanKoreksi },
      sebagai: PENGUSUL_KOREKSI,
    })
    return id
  })
