import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { type AlamatLangkah, ambilLangkah, jalankan, pastikanPelaksana, pastikanTerbuka } from '../siklus/index.ts'
import type { IsianKeputusan } from './isian.ts'
import { type Kiriman, tulisTugas } from './simpan-tugas.ts'

/** Decides a plain step that the SOP makes a decision: Ya goes on, Tidak goes back with a reason. Throws Galat 403, 404, 409, 422. */
export const putuskanTugas = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { isian, ...lain }: Kiriman & { isian: IsianKeputusan },
): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    await tx.$executeRaw`select 1 from siklus where id = ${alamat.siklusId}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid for update`
    const konteks = await ambilLangkah(tx, pelaku, alamat)
    pastikanPelaksana(konteks, pelaku)
    pastikanTerbuka(konteks)
    if (!konteks.def.keputusan) throw galat.tidakSesuai('Langkah ini bukan langkah keputusan.')
    await tulisTugas(tx, pelaku, { konteks, isian, ...lain })
    const { keputusan, tujuan, alasan } = isian
    await jalankan(tx, pelaku, {
      jenis: 'PUTUSKAN',
      siklusId: alamat.siklusId,
      langkah: alamat.kode,
      keputusan,
      alasan,
      ...(keputusan === 'tidak' && tujuan !== '' ? { tujuan } : {}),
    })
  })
