import type { BasisData } from '../../inti/basis-data/index.ts'
import { halaman } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tanggalJam, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilKalenderKerja } from '../kalender/index.ts'
import {
  type KertasLembar,
  type LangsungLembar,
  lukisanLembar,
  pdfLembar,
  pilihanKertas,
  susunBahanLembar,
  susunGambarLayar,
  susunTabelLembar,
} from '../sop/index.ts'
import { susunKeadaan } from './keadaan-lembar.ts'
import { judulDokumen } from './kepala.ts'
import { konteksDari, type MuatanSiklus } from './kueri.ts'
import { type DokumenSiklus, daftarDokumen } from './kueri-daftar.ts'
import { judulSiklus, tabSiklus } from './tampilan.ts'

type Keadaan = Readonly<Record<string, LangsungLembar>>

/** State of every step, by its code. */
async function ambilKeadaan(db: BasisData, pelaku: Pelaku, muatan: MuatanSiklus): Promise<Keadaan> {
  const kalender = await db.ingat(pelaku, 'kalender', () => ambilKalenderKerja(db.baca, pelaku.kecamatanId))
  const zona = pelaku.zonaWaktu
  const hariIni = tanggalLokal(jam.sekarang(), zona)
  return Object.fromEntries(
    muatan.langkah.map((l) => {
      const konteks = konteksDari(muatan, l.kode)
      return [l.kode, susunKeadaan(konteks, { kalender, zona, hariIni })]
    }),
  )
}

function bahanSiklus(
  { siklus }: MuatanSiklus,
  langsung: Keadaan,
  { kertas, zona }: { kertas: KertasLembar; zona: string },
) {
  const kini = jam.sekarang()
  return susunBahanLembar(siklus.definisi, {
    kertas,
    langsung,
    pelaksanaan: `${siklus.namaPeriode} · keadaan ${tanggalJam(kini, zona)}`,
    kaki: `${siklus.namaSop} · versi ${siklus.nomorVersi} · ${siklus.namaPeriode}`,
    tanggal: tanggalLokal(kini, zona),
  })
}

/** The official sheet of a siklus as PDF: every step with its state, times and standard. */
export async function pdfLembarSiklus(
  db: BasisData,
  pelaku: Pelaku,
  { muatan, kertas = 'A4' }: { muatan: MuatanSiklus; kertas?: KertasLembar },
): Promise<Buffer> {
  const langsung = await ambilKeadaan(db, pelaku, muatan)
  return pdfLembar(bahanSiklus(muatan, langsung, { kertas, zona: pelaku.zonaWaktu }))
}

const KODE_LENCANA: Readonly<Record<LangsungLembar['keadaan'], string>> = {
  nanti: 'BELUM',
  sekarang: 'BERJALAN',
  selesai: 'SELESAI',
  dikembalikan: 'DIKEMBALIKAN',
  dilewati: 'DILEWATI',
  dihentikan: 'DIBATALKAN',
}

/** The page with the sheet of a siklus: the drawing, and the same in words with links to each step and its documents. */
export async function susunLembarSiklus(db: BasisData, pelaku: Pelaku, { muatan, kertas }: PilihanHalaman) {
  const { siklus } = muatan
  const [langsung, dokumen] = await Promise.all([
    ambilKeadaan(db, pelaku, muatan),
    daftarDokumen(db, pelaku, siklus.id),
  ])
  const lukisan = await lukisanLembar(bahanSiklus(muatan, langsung, { kertas, zona: pelaku.zonaWaktu }))
  const alamatLangkah = (kode: string) => `/siklus/${siklus.id}/langkah/${kode}`
  const nomor = new Map(siklus.definisi.langkah.map((l) => [l.kode, l.nomor]))
  return {
    ...judulSiklus(muatan),
    tab: tabSiklus(siklus, 'lembar', pelaku),
    ...pilihanKertas(`/siklus/${siklus.id}/lembar`, kertas),
    gambar: susunGambarLayar(lukisan, (kode) => ({
      alamat: alamatLangkah(kode),
      teks: `Langkah ${nomor.get(kode) ?? kode}: ${langsung[kode]?.kata ?? ''}`,
    })),
    baris: susunTabelLembar(siklus.definisi).map((b) => ({
      ...b,
      langsung: susunBaris(langsung[b.kode], {
        alamat: alamatLangkah(b.kode),
        dokumen: dokumen.filter((d) => d.kodeLangkah === b.kode),
        siklusId: siklus.id,
      }),
    })),
  }
}
type PilihanHalaman = { readonly muatan: MuatanSiklus; readonly kertas: KertasLembar }
export const halamanLembarSiklus = halaman<Awaited<ReturnType<typeof susunLembarSiklus>>>('siklus/lembar')

function susunBaris(
  keadaan: LangsungLembar | undefined,
  { alamat, dokumen, siklusId }: { alamat: string; dokumen: readonly DokumenSiklus[]; siklusId: string },
) {
  return {
    alamat,
    status: {
      kode: keadaan?.terlambat ? 'TERLAMBAT' : KODE_LENCANA[keadaan?.keadaan ?? 'nanti'],
      teks: keadaan?.kata ?? 'Belum mulai',
    },
    rincian: keadaan?.rincian ?? [],
    dokumen: dokumen.map((d) => ({ judul: judulDokumen(d), alamat: `/siklus/${siklusId}/dokumen/${d.id}` })),
  }
}
