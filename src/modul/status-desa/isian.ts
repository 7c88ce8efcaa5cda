import { z } from 'zod'
import { bacaAngka, cariDesimal } from '../../inti/angka/index.ts'
import { barisIsian, type Kesalahan, teksBebas, teksWajib, versi } from '../../inti/http/index.ts'
import {
  type BatasIndeks,
  bacaStatusIdm,
  bacaStatusIndeks,
  NAMA_STATUS,
  SEBUT_UKURAN,
  SKOR_TERTINGGI,
  STATUS_DESA,
  type StatusKemajuan,
  teksSkor,
  type UkuranDesa,
} from './status.ts'

export const JENIS_DESA = { DESA: 'Desa', KELURAHAN: 'Kelurahan' } as const
export type JenisDesa = keyof typeof JENIS_DESA

/** A name as it is stored: without the word before it, single spaces. */
export const rapikanNamaDesa = (nama: string): string =>
  nama
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(desa|kelurahan) (?=.)/i, '')

export const isianDesa = z.object({
  nama: teksWajib('Tulis nama desanya, tanpa kata "Desa".', { min: 2, maks: 100 }).transform(rapikanNamaDesa),
  jenis: z.enum(['DESA', 'KELURAHAN'], 'Pilih desa atau kelurahan.'),
  kode: teksBebas(20).pipe(
    z
      .string()
      .regex(/^(\d{2}\.\d{2}\.\d{2}\.\d{4})?$/, 'Kode wilayah ditulis seperti 33.27.08.2001, atau dikosongkan.'),
  ),
  versi: versi(),
})
export type IsianDesa = z.output<typeof isianDesa>

/** Score and status of a desa as they will be stored; null: nothing is known of it in that year. */
export type NilaiDesa = { readonly skor: string | null; readonly status: StatusKemajuan }
/** What was typed for one desa. */
export type KetikDesa = { readonly skor: string; readonly status: string }

/** By which measure a desa is read; `batas` are those of the Indeks Desa in that year, null: the office has none. */
export type AturanBaca = { readonly ukuran: UkuranDesa; readonly batas: BatasIndeks | null }

/** The status that a score means, and by which rule; null where only the decree says it. */
export function statusMenurutSkor(
  skor: string | null,
  { ukuran, batas }: AturanBaca,
): { readonly status: StatusKemajuan; readonly aturan: string } | null {
  if (skor === null) return null
  const status = ukuran === 'IDM' ? bacaStatusIdm(skor) : batas ? bacaStatusIndeks(skor, batas) : null
  return status && { status, aturan: ukuran === 'IDM' ? 'Permendes 2/2016' : `batas Indeks Desa ${batas?.tahun ?? ''}` }
}

/**
 * Reads score and status of one desa. Where the score decides (IDM; Indeks Desa with bounds for the year) the status follows
 * from it, and one that contradicts it is refused. Otherwise the status is that of the ministry's decree and must be named;
 * the score may be missing.
 */
export function bacaNilaiDesa(
  { skor: ketik, status: pilih }: KetikDesa,
  aturan: AturanBaca,
): { readonly data: NilaiDesa | null; readonly kesalahan: { readonly skor?: string; readonly status?: string } } {
  const gagal = (kesalahan: { skor?: string; status?: string }) => ({ data: null, kesalahan })
  const status = STATUS_DESA.find((s) => s === pilih) ?? null
  if (pilih !== '' && !status) return gagal({ status: 'Pilih status dari daftar.' })
  const { skor, salah } = bacaSkor(ketik, aturan.ukuran)
  if (salah) return gagal({ skor: salah })
  if (skor === null && !status) return { data: null, kesalahan: {} }
  const dariSkor = statusMenurutSkor(skor, aturan)
  if (dariSkor && status && dariSkor.status !== status)
    return gagal({
      status: `Skor ${teksSkor({ skor, ukuran: aturan.ukuran })} berarti ${NAMA_STATUS[dariSkor.status]} (${dariSkor.aturan}). Periksa skor atau statusnya.`,
    })
  const jadi = dariSkor?.status ?? status
  return jadi
    ? { data: { skor, status: jadi }, kesalahan: {} }
    : gagal({ status: 'Pilih statusnya seperti dalam keputusan Menteri Desa.' })
}

function bacaSkor(ketik: string, ukuran: UkuranDesa): { skor: string | null; salah: string | null } {
  // a score below 1 with three decimals ("0.750") can mean nothing else
  const teks = /^\s*0\.\d+\s*$/.test(ketik) ? ketik.replace('.', ',') : ketik
  const terbaca = bacaAngka(teks)
  if (terbaca.jenis === 'kosong') return { skor: null, salah: null }
  if (terbaca.jenis !== 'angka') return { skor: null, salah: terbaca.pesan }
  const angka = cariDesimal(terbaca.nilai)
  const tertinggi = SKOR_TERTINGGI[ukuran]
  if (!angka || angka.lt(0) || angka.gt(tertinggi))
    return { skor: null, salah: `Skor ${SEBUT_UKURAN[ukuran]} antara 0 dan ${tertinggi}.` }
  if (ukuran === 'INDEKS_DESA' && angka.gt(0) && angka.lt(1))
    return {
      skor: null,
      salah: 'Skor Indeks Desa ditulis 0 sampai 100; ini seperti skor IDM. Tulis skornya, atau pilih ukuran IDM.',
    }
  if (angka.decimalPlaces() > 4) return { skor: null, salah: 'Tulis paling banyak empat angka di belakang koma.' }
  return { skor: terbaca.nilai, salah: null }
}

export type KetikBaris = KetikDesa & { readonly desaId: string; readonly versi: number }
/** Rows of the table of a year: `d.<number>.desaId`, `.versi`, `.skor`, `.status`. */
export const bacaTabel = (badan: unknown): KetikBaris[] =>
  barisIsian(badan, 'd').map(({ desaId = '', versi: v = '', skor = '', status = '' }) => ({
    desaId,
    versi: versi().parse(v),
    skor: skor.trim().slice(0, 40),
    status,
  }))

export const isianTabel = z.object({
  ukuran: z.enum(['IDM', 'INDEKS_DESA'], 'Pilih ukurannya.'),
  sumber: teksWajib('Tulis keputusan atau pengumuman yang memuat angka ini.', { min: 5, maks: 300 }),
})
export type IsianTabel = z.output<typeof isianTabel>
export type { Kesalahan }
