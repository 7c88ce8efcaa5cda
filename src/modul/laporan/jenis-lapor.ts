import type { Dokumen } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import { ambilVersiLapor } from '../rekap/index.ts'
import {
  ambilBahanDokumen,
  type KonteksLangkah,
  type Pembaca,
  type PenangananJenis,
  peranPelaksana,
  pihakLangkah,
  pihakPelaku,
} from '../siklus/index.ts'
import { daftarTindakLanjut } from '../tindak-lanjut/index.ts'
import { bukaLapor, bukaLaporCamat } from './buka-laporan.ts'
import { dokumenDisposisiCamat } from './dokumen-disposisi-camat.ts'
import { dokumenLapor, dokumenLaporCamat, namaKegiatan, namaKolom } from './dokumen-laporan.ts'
import { peranPenerima } from './jawab-laporan.ts'
import { cariLaporan, cariPersetujuan, type Laporan } from './kueri.ts'

/** Kind "lapor": Tim SAKIP turns the recap into a draft report for the Sekcam. */
export const jenisLapor: PenangananJenis = {
  kode: 'lapor',
  perintah: 'Laporkan rekap',
  kekurangan: async (baca, konteks) =>
    (await cariLaporan(baca, konteks))?.ringkasan ? [] : ['Ringkasan laporan belum ditulis.'],
  saatDibuka: bukaLapor,
  async dokumen(baca, konteks, pelaku) {
    const laporan = await cariLaporan(baca, konteks)
    if (!laporan) return []
    const model = await modelLapor(baca, pelaku, { konteks, laporan })
    return [{ jenis: 'DRAFT_LAPORAN', judul: model.judul, nomor: laporan.nomor, model }]
  },
}

/** Kind "lapor-camat": the Sekcam hands the approved report to the Camat, whose answer finishes the step. */
export const jenisLaporCamat: PenangananJenis = {
  kode: 'lapor-camat',
  perintah: 'Laporkan kepada Camat',
  perintahPenerima: 'Jawab laporan dengan disposisi',
  async kekurangan(baca, konteks) {
    const laporan = await cariLaporan(baca, konteks)
    if (!laporan?.ringkasan) return ['Laporan belum ditulis.']
    return konteks.langkah.diteruskanPada && !laporan.dijawabPada ? ['Laporan belum dijawab.'] : []
  },
  saatDibuka: bukaLaporCamat,
  /** At the handing over the report itself, at the answer the disposition. */
  async dokumen(baca, konteks, pelaku) {
    const laporan = await cariLaporan(baca, konteks)
    if (!laporan) return []
    if (laporan.dijawabPada) return [await keluaranDisposisi(baca, pelaku, { konteks, laporan })]
    const model = await modelLaporCamat(baca, pelaku, { konteks, laporan })
    return [{ jenis: 'LAPORAN', judul: model.judul, nomor: laporan.nomor, model }]
  },
}

type Isi = { readonly konteks: KonteksLangkah; readonly laporan: Laporan }

/** The report of Tim SAKIP as it stands; also for the preview. */
export async function modelLapor(baca: Pembaca, pelaku: Pelaku, { konteks, laporan }: Isi): Promise<Dokumen> {
  return dokumenLapor({
    ...(await bahanUmum(baca, pelaku, { konteks, laporan })),
    judul: konteks.def.keluaran ?? `Draft Laporan Hasil ${namaKegiatan(konteks)}`,
  })
}

/** The official note to the Camat as it stands; also for the preview. */
export async function modelLaporCamat(baca: Pembaca, pelaku: Pelaku, { konteks, laporan }: Isi): Promise<Dokumen> {
  const umum = await bahanUmum(baca, pelaku, { konteks, laporan })
  const persetujuan = await cariPersetujuan(baca, pelaku, konteks.siklus.id)
  const dari = umum.bahan.pejabat.find(
    (p) => p.pegawaiId === pelaku.pegawaiId && peranPelaksana(konteks).includes(p.peran),
  )?.jabatanNama
  const kolom = konteks.siklus.definisi.pelaksana.find((p) => konteks.def.pelaksana.includes(p.kode))?.nama ?? ''
  const kepada =
    umum.bahan.pejabat.find((p) => peranPenerima(konteks).includes(p.peran))?.jabatanNama ??
    namaKolom(konteks, konteks.def.penerima)
  return dokumenLaporCamat({ ...umum, persetujuan, dari: dari ?? kolom, kepada, judul: judulLaporan(konteks) })
}

/** The report carries the name of what the approval left behind, else of the activity. */
export function judulLaporan({ siklus, def }: KonteksLangkah): string {
  const telaah = siklus.definisi.langkah.find((l) => l.keputusan?.ya === def.kode)
  return telaah?.keluaran ?? `Laporan Hasil ${siklus.namaSop.replace(/^SOP /, '')}`
}

async function keluaranDisposisi(baca: Pembaca, pelaku: Pelaku, { konteks, laporan }: Isi) {
  const [bahan, tindakLanjut] = await Promise.all([
    ambilBahanDokumen(baca, pelaku),
    daftarTindakLanjut(baca, pelaku, { siklusId: konteks.siklus.id }),
  ])
  const rekomendasi = tindakLanjut.filter((t) => t.sumber === 'CAMAT')
  const pihak = pihakPelaku(bahan, pelaku, peranPenerima(konteks))
  const model = dokumenDisposisiCamat({
    konteks,
    laporan,
    rekomendasi,
    bahan,
    pihak,
    judulLaporan: judulLaporan(konteks),
    zona: pelaku.zonaWaktu,
  })
  return { jenis: 'DISPOSISI_CAMAT', judul: model.judul, nomor: '', model }
}

/** Letterhead, recap and signature; the date of the report stands at the signature. */
async function bahanUmum(baca: Pembaca, pelaku: Pelaku, { konteks, laporan }: Isi) {
  const [dasar, versi] = await Promise.all([
    ambilBahanDokumen(baca, pelaku),
    ambilVersiLapor(baca, pelaku, konteks.siklus, { batas: 1 }),
  ])
  const hari = laporan.tanggal ?? dasar.hari
  const bahan = { ...dasar, hari, tanggal: tanggalPanjang(hari) }
  const pihak = pihakLangkah(bahan, konteks, pelaku)
  return {
    konteks,
    laporan,
    isi: versi[0]?.isi ?? null,
    versiRekap: versi[0]?.nomorVersi ?? 0,
    bahan,
    pihak,
    zona: pelaku.zonaWaktu,
  }
}
