import type { Tx } from '../../inti/basis-data/index.ts'
import type { Dokumen, Pihak } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalLokal, tanggalPanjang } from '../../inti/waktu/index.ts'
import { ambilVersiLapor, tanpaPertanyaan, type VersiRekap } from '../rekap/index.ts'
import {
  ambilBahanDokumen,
  type BahanDokumen,
  type DokumenKeluaran,
  type KonteksLangkah,
  type Pembaca,
  type PenangananJenis,
  pihakLangkah,
} from '../siklus/index.ts'
import { susunDokumenNaskah } from './dokumen-naskah.ts'
import { JENIS_NASKAH } from './jenis-dokumen.ts'
import { ambilNaskah, cariNaskah, cariPersetujuan, type Naskah } from './kueri.ts'
import { ambilKantor } from './kueri-kantor.ts'
import { kolomPenandatangan, pihakKosong } from './penandatangan.ts'
import { type UsulNaskah, usulNaskah } from './usul-naskah.ts'

/** Step kind "susun-dokumen": the frozen recap becomes the document to be signed; each round leaves its own. */
export const jenisSusunDokumen: PenangananJenis = {
  kode: 'susun-dokumen',
  perintah: 'Susun dokumen',
  kekurangan: async (baca, konteks) => {
    const naskah = await cariNaskah(baca, konteks)
    if (!naskah) return ['Naskah belum ditulis.']
    return naskah.judul && naskah.pendahuluan ? [] : ['Judul dan pendahuluan naskah belum ditulis.']
  },
  async dokumen(baca, konteks, pelaku): Promise<DokumenKeluaran[]> {
    // a decision that sends the work back leaves no document
    if (konteks.langkah.status !== 'SELESAI') return []
    const naskah = await ambilNaskah(baca, konteks)
    const model = await modelNaskah(baca, pelaku, { konteks, naskah })
    return [{ jenis: JENIS_NASKAH, judul: model.judul, nomor: naskah.nomor, model }]
  },
  saatDibuka,
}

type Isi = { readonly konteks: KonteksLangkah; readonly naskah: Naskah }

/** The document as it stands; also for the preview. */
export async function modelNaskah(baca: Pembaca, pelaku: Pelaku, { konteks, naskah }: Isi): Promise<Dokumen> {
  const dasar = await ambilBahanDokumen(baca, pelaku)
  const hari = naskah.tanggal ?? dasar.hari
  const bahan = { ...dasar, hari, tanggal: tanggalPanjang(hari) }
  const [rekap] = await ambilVersiLapor(baca, pelaku, konteks.siklus, { batas: 1 })
  const pihak = await susunPihak(baca, pelaku, { konteks, bahan })
  return susunDokumenNaskah({ konteks, naskah, isi: rekap ? tanpaPertanyaan(rekap.isi) : null, bahan, pihak })
}

/** Those whom the SOP asks to sign later; where it asks nobody, the one who wrote it. */
async function susunPihak(
  baca: Pembaca,
  pelaku: Pelaku,
  { konteks, bahan }: { konteks: KonteksLangkah; bahan: BahanDokumen },
): Promise<Pihak[]> {
  const kolom = kolomPenandatangan(konteks)
  if (kolom.length === 0) return pihakLangkah(bahan, konteks, pelaku)
  const { tempat, tanggal } = bahan
  return pihakKosong(kolom, await ambilKantor(baca, pelaku), { tempat, tanggal })
}

/** The text is there as soon as the step opens; opened again, what nobody touched follows the newer recap. */
async function saatDibuka(tx: Tx, konteks: KonteksLangkah, pelaku: Pelaku): Promise<void> {
  const { siklus, langkah, def } = konteks
  const [kini, lalu] = await ambilVersiLapor(tx, pelaku, siklus)
  const disetujui = await sebutPersetujuan(tx, pelaku, konteks)
  const usul = susunUsul(konteks, pelaku, { rekap: kini, disetujui })
  const tanggal = new Date(tanggalLokal(jam.sekarang(), pelaku.zonaWaktu))
  const ada = await cariNaskah(tx, konteks)
  if (!ada) {
    const judul = def.keluaran ?? `Dokumen ${siklus.namaSop.replace(/^SOP /, '')}`
    const milik = { kecamatanId: siklus.kecamatanId, siklusId: siklus.id, langkahId: langkah.id }
    await tx.naskah.createMany({ data: [{ ...milik, judul, tanggal, ...usul }] })
    return
  }
  const usulLama = [kini, lalu].map((rekap) => susunUsul(konteks, pelaku, { rekap, disetujui: '' }))
  const takDisentuh = (nama: keyof UsulNaskah) => usulLama.some((u) => intisari(u[nama]) === intisari(ada[nama]))
  await tx.naskah.updateMany({
    where: { id: ada.id, kecamatanId: siklus.kecamatanId },
    data: {
      pendahuluan: takDisentuh('pendahuluan') ? usul.pendahuluan : ada.pendahuluan,
      penutup: takDisentuh('penutup') ? usul.penutup : ada.penutup,
      tanggal,
      versi: { increment: 1 },
    },
  })
}

/** A proposal without what only says who approved it when. */
const intisari = (teks: string): string => teks.replace(/, yang disetujui [^\n]*?(?=\.\n|\.$)/g, '')

export const susunUsul = (
  { siklus }: KonteksLangkah,
  pelaku: Pelaku,
  { rekap, disetujui }: { rekap: VersiRekap | undefined; disetujui: string },
): UsulNaskah =>
  usulNaskah({
    siklus,
    kecamatan: pelaku.namaKecamatan,
    isi: rekap?.isi ?? null,
    versiRekap: rekap?.nomorVersi ?? 0,
    disetujui,
  })

async function sebutPersetujuan(baca: Pembaca, pelaku: Pelaku, konteks: KonteksLangkah): Promise<string> {
  const p = await cariPersetujuan(baca, konteks)
  return p ? `${p.jabatan} pada ${tanggalPanjang(tanggalLokal(p.waktu, pelaku.zonaWaktu))}` : ''
}
