import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { PENGULANG } from './alur.ts'

/** Puts a mail that was given up back into the outbox, for the address the person has now; 404 when it is not this office's, 409 in another state. */
export const ulangiSurel = (db: BasisData, pelaku: Pelaku, id: string): Promise<void> =>
  transaksi(db, pelaku, async (tx) => {
    const [surat] = await tx.$queryRaw<{ status: string; nama: string; surel: string | null }[]>`
      select s.status, p.nama, p.surel from surel_keluar s join pegawai p on p.id = s.pegawai_id
      where s.id = ${id}::uuid and s.kecamatan_id = ${pelaku.kecamatanId}::uuid for update of s`
    if (!surat) throw galat.tidakDitemukan('Surel')
    if (surat.status !== 'GAGAL')
      throw galat.bentrok('Surel ini tidak sedang gagal. Muat ulang halaman untuk melihat keadaannya.')
    if (!surat.surel)
      throw galat.bentrok(`${surat.nama} tidak lagi mempunyai alamat surel. Isi dahulu di data pegawainya.`)
    await tx.$executeRaw`
      update surel_keluar set status = 'MENUNGGU', percobaan = 0, tanpa_jawaban = 0, berakhir_pada = null, kepada = ${surat.surel}, coba_pada = ${jam.sekarang()}
      where id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid`
    await catatJejak(tx, pelaku, {
      peristiwa: 'pengingat.surel-diulang',
      objekJenis: 'surel',
      objekId: id,
      rincian: { nama: surat.nama },
      sebagai: PENGULANG,
    })
  })
