import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, punyaPeran, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { ambilOrangKantor } from '../siklus/index.ts'
import { PENCATAT } from './alur.ts'
import type { IsianCatatan, IsianPokok } from './isian.ts'
import { daftarPenerima } from './penerima.ts'
import { ambilPokok } from './pokok.ts'

type Tulis = { readonly pokok: IsianPokok; readonly isian: IsianCatatan }

/** Writes a note and lays it on the receiver's Tugas Saya. Returns its id. Throws Galat 403, 404, 409. */
export function tulisCatatan(db: BasisData, pelaku: Pelaku, { pokok, isian }: Tulis): Promise<string> {
  return transaksi(db, pelaku, async (tx) => {
    if (!punyaPeran(pelaku, PENCATAT)) throw galat.tidakBerwenang('Catatan Camat ditulis oleh Camat.')
    const { jenis: _, ...tentang } = await ambilPokok(tx, pelaku, pokok)
    const orang = await ambilOrangKantor(tx, pelaku)
    const penerima = daftarPenerima(orang, { unitId: tentang.unitId, pelaku }).find((p) => p.nilai === isian.kepada)
    if (!penerima) throw galat.bentrok('Jabatan yang Anda tuju baru saja kosong. Pilih penerima lain.')
    const { id } = await tx.catatanCamat.create({
      data: {
        ...tentang,
        kecamatanId: pelaku.kecamatanId,
        tujuan: penerima.tujuan,
        kepada: penerima.nama,
        teks: isian.teks,
        tenggat: isian.tenggat ? new Date(isian.tenggat) : null,
        unitId: penerima.unitId ?? tentang.unitId,
        penulisId: pelaku.pegawaiId,
        penulis: pelaku.nama,
        jabatan: sebutanJabatan(pelaku, PENCATAT),
        ditulisPada: jam.sekarang(),
      },
      select: { id: true },
    })
    await catatJejak(tx, pelaku, {
      peristiwa: 'catatan-camat.ditulis',
      objekJenis: 'catatan-camat',
      objekId: id,
      siklusId: tentang.siklusId,
      rincian: { kepada: penerima.nama, perihal: tentang.perihal },
      sebagai: PENCATAT,
    })
    return id
  })
}
