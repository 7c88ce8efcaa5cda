import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, type Peran, SEBUTAN_JENIS, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { daftarPejabat } from '../organisasi/index.ts'
import {
  type AlamatLangkah,
  type HasilPenyelesaian,
  type KonteksLangkah,
  type Penyelesaian,
  selesaikanLangkah,
} from '../siklus/index.ts'
import { buatTindakLanjut } from '../tindak-lanjut/index.ts'
import type { IsianJawaban, IsianRekomendasi } from './isian.ts'
import { ambilLaporan } from './kueri.ts'

/** Roles of those whom a step goes to, for recording the post of the answer. */
export const peranPenerima = ({ siklus, def }: Pick<KonteksLangkah, 'siklus' | 'def'>): Peran[] =>
  siklus.definisi.pelaksana.filter((p) => def.penerima.includes(p.kode)).flatMap((p) => p.peran)

/**
 * The Camat answers the report (SOP Pengumpulan Data Kinerja Kecamatan Taman, langkah 11, output Disposisi Camat):
 * instructions, note, recommendations, each of which becomes a follow-up; the step is finished. Throws Galat 403, 404,
 * 409, 422.
 */
export const jawabLaporan = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { isian, penyelesaian }: { readonly isian: IsianJawaban; readonly penyelesaian: Penyelesaian },
): Promise<HasilPenyelesaian> =>
  selesaikanLangkah(db, pelaku, alamat, {
    penyelesaian,
    sebelum: async (tx, konteks) => {
      if (!konteks.langkah.diteruskanPada) throw galat.bentrok('Laporan belum disampaikan, jadi belum dapat dijawab.')
      const laporan = await ambilLaporan(tx, konteks)
      const { versi, rekomendasi, instruksi, catatan } = isian
      const sebagai = peranPenerima(konteks)
      const { count } = await tx.laporan.updateMany({
        where: { id: laporan.id, kecamatanId: pelaku.kecamatanId, versi },
        data: {
          instruksi,
          catatanCamat: catatan,
          dijawabPada: jam.sekarang(),
          penjawab: `${pelaku.nama}, ${sebutanJabatan(pelaku, sebagai)}`,
          versi: { increment: 1 },
        },
      })
      if (count === 0) throw galat.sudahBerubah('Laporan ini')
      await catatRekomendasi(tx, pelaku, { konteks, rekomendasi })
      await catatJejak(tx, pelaku, {
        peristiwa: 'laporan.dijawab',
        objekJenis: 'laporan',
        objekId: laporan.id,
        siklusId: konteks.siklus.id,
        rincian: { nomor: laporan.nomor, instruksi, catatan, jumlahRekomendasi: rekomendasi.length },
        sebagai,
      })
    },
  })

async function catatRekomendasi(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, rekomendasi }: { konteks: KonteksLangkah; rekomendasi: readonly IsianRekomendasi[] },
): Promise<void> {
  if (rekomendasi.length === 0) return
  const pejabat = await daftarPejabat(tx, pelaku, tanggalLokal(jam.sekarang(), pelaku.zonaWaktu))
  for (const { uraian, pegawaiId, tenggat } of rekomendasi) {
    const orang = pejabat.find((p) => p.pegawaiId === pegawaiId)
    if (!orang) throw galat.tidakSesuai('Penanggung jawab tidak ada di daftar pegawai hari ini. Pilih orang lain.')
    const penanggungJawab = `${orang.nama}, ${SEBUTAN_JENIS[orang.jenisPenugasan]}${orang.jabatanNama}`
    await buatTindakLanjut(tx, pelaku, {
      siklusId: konteks.siklus.id,
      langkahId: konteks.langkah.id,
      sumber: 'CAMAT',
      uraian,
      penanggungJawab,
      pegawaiId,
      tenggat,
    })
  }
}
