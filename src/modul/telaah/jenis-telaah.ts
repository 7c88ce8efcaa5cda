import type { Pelaku } from '../../inti/pelaku.ts'
import { ambilVersiRekap, bedaRekap } from '../rekap/index.ts'
import {
  ambilBahanDokumen,
  ambilPeristiwa,
  type DokumenKeluaran,
  type KonteksLangkah,
  kolomPelaku,
  type Pembaca,
  type PenangananJenis,
  pihakLangkah,
  pihakPelaku,
} from '../siklus/index.ts'
import { dokumenLaporanHasil, dokumenLembarTelaah, namaKegiatan } from './dokumen-telaah.ts'
import { peranPemutus } from './hak-telaah.ts'
import { cariTeksLaporan, cariTelaahTerakhir } from './kueri.ts'
import { susunTujuan } from './susun-pengembalian.ts'

/** Kind "telaah": approve the recap, or return it, units of it, or single values, with reasons. */
export const jenisTelaah: PenangananJenis = {
  kode: 'telaah',
  perintah: 'Telaah rekap dan putuskan',
  mencatatPutusan: true,
  async kekurangan(baca, { siklus }) {
    const jumlah = await baca.rekap.count({ where: { siklusId: siklus.id, kecamatanId: siklus.kecamatanId } })
    return jumlah === 0 ? ['Belum ada rekap yang dibekukan.'] : []
  },
  dokumen,
}

/** Each decision leaves its Lembar Telaah; an approval the approved report as well. */
async function dokumen(baca: Pembaca, konteks: KonteksLangkah, pelaku: Pelaku): Promise<DokumenKeluaran[]> {
  const { siklus, def } = konteks
  const telaah = await cariTelaahTerakhir(baca, pelaku, konteks)
  const [rekap, lalu] = await ambilVersiRekap(baca, pelaku, { siklusId: siklus.id })
  if (!telaah || !rekap) return []
  const bahan = await ambilBahanDokumen(baca, pelaku)
  const pengganti = kolomPelaku(siklus.definisi, pelaku).some((k) => def.pelaksana.includes(k)) ? [] : def.pelaksana
  const peran = peranPemutus(konteks, pengganti)
  const kembali = telaah.keputusan === 'DIKEMBALIKAN'
  // one who returns it is enough; an approval is that of all who had to agree
  const pihak = kembali ? [pihakPelaku(bahan, pelaku, peran)] : pihakLangkah(bahan, konteks, pelaku, { peran })
  const penelaah = kembali ? [] : konteks.bagian.flatMap((b) => b.selesaiOleh ?? [])
  const dasar = { siklus, telaah, rekap, bahan, pihak, penelaah, zona: pelaku.zonaWaktu }
  const lembar = dokumenLembarTelaah({
    ...dasar,
    beda: lalu ? bedaRekap(lalu.isi, rekap.isi) : [],
    kepada: await penerimaKembali(baca, konteks),
  })
  const keluaran: DokumenKeluaran[] = [{ jenis: 'LEMBAR_TELAAH', judul: lembar.judul, nomor: '', model: lembar }]
  if (kembali) return keluaran
  const judul = def.keluaran ?? `Laporan Hasil ${namaKegiatan(siklus)}`
  const laporan = dokumenLaporanHasil({ ...dasar, teks: await cariTeksLaporan(baca, pelaku, siklus.id), judul })
  return [...keluaran, { jenis: 'LAPORAN_HASIL', judul: laporan.judul, nomor: '', model: laporan }]
}

/** Who got it back: the pelaksana of the step that the log says it went to. */
async function penerimaKembali(baca: Pembaca, { siklus, def }: KonteksLangkah): Promise<string> {
  const kembali = (await ambilPeristiwa(baca, siklus)).findLast(
    (p) => p.jenis === 'DIKEMBALIKAN' && p.langkah === def.kode,
  )
  const tujuan = kembali?.jenis === 'DIKEMBALIKAN' ? kembali.data.tujuan : null
  return susunTujuan(siklus.definisi, def).find((t) => t.kode === tujuan)?.pelaksana ?? ''
}
