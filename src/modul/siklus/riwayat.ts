import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalJam } from '../../inti/waktu/index.ts'
import { ambilPeristiwa } from './jalankan.ts'
import type { MuatanSiklus } from './kueri.ts'
import { alasanPeristiwa, kalimatPeristiwa } from './mesin/index.ts'
import { judulSiklus, tabSiklus } from './tampilan.ts'

/** The log of a siklus as sentences, newest first. */
export async function susunRiwayat(db: BasisData, pelaku: Pelaku, muatan: MuatanSiklus) {
  const { siklus, bagian } = muatan
  const nama = Object.fromEntries(bagian.map((b) => [b.kunci, b.namaUnit ?? b.kunci]))
  const peristiwa = await ambilPeristiwa(db.baca, siklus)
  return {
    ...judulSiklus(muatan),
    tab: tabSiklus(siklus, 'riwayat', pelaku),
    peristiwa: peristiwa
      .map((p) => ({
        waktu: tanggalJam(new Date(p.waktu), pelaku.zonaWaktu),
        siapa: p.pelaku.nama,
        sebagai: p.pelaku.jabatan,
        teks: kalimatPeristiwa(siklus.definisi, p, nama),
        alasan: alasanPeristiwa(p),
        // what comes with an approval is a remark, not a reason
        labelAlasan: p.jenis === 'DIPUTUSKAN' && p.data.keputusan === 'ya' ? 'Catatan' : 'Alasan',
      }))
      .reverse(),
  }
}
