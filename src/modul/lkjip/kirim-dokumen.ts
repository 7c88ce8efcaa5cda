import type { Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatExcel, buatPdf, buatWord, type Dokumen, JENIS_EXCEL, JENIS_WORD } from '../../inti/dokumen/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import type { DokumenLkjip } from './bekukan-lkjip.ts'
import { ambilLkjip } from './lkjip.ts'
import { susunDokumenLkjip } from './susun-dokumen.ts'

export const NAMA_DOKUMEN = { bahan: 'Bahan LKjIP', 'evaluasi-renja': 'Evaluasi Renja (E.81)' } as const
/** The three renderers of a document. */
export const BENTUK = {
  pdf: { teks: 'PDF', akhiran: 'pdf', jenis: 'application/pdf', letak: 'inline', buat: buatPdf },
  word: { teks: 'Word', akhiran: 'docx', jenis: JENIS_WORD, letak: 'attachment', buat: buatWord },
  excel: { teks: 'Excel', akhiran: 'xlsx', jenis: JENIS_EXCEL, letak: 'attachment', buat: buatExcel },
} as const

type Alamat = { readonly tahun: number; readonly dokumen: string; readonly bentuk: string }

/** Draws a document of the input as it stands (`nomor` null) or as it was frozen, and sends it. Throws Galat 404. */
export async function kirimDokumen(
  db: BasisData,
  pelaku: Pelaku,
  res: Response,
  { tahun, dokumen, bentuk, nomor }: Alamat & { readonly nomor: number | null },
): Promise<void> {
  if (!(dokumen in NAMA_DOKUMEN) || !(bentuk in BENTUK)) throw galat.tidakDitemukan('Dokumen')
  const semua =
    nomor === null ? await susunKini(db, pelaku, tahun) : await ambilDokumenBeku(db, pelaku, { tahun, nomor })
  const { jenis, letak, akhiran, buat } = BENTUK[bentuk as keyof typeof BENTUK]
  const pohon: Dokumen = semua[dokumen as keyof DokumenLkjip]
  res
    .type(jenis)
    .set('Content-Disposition', `${letak}; filename*=UTF-8''${encodeURIComponent(`${pohon.judul}.${akhiran}`)}`)
    .send(await buat(pohon))
}

async function susunKini(db: BasisData, pelaku: Pelaku, tahun: number): Promise<DokumenLkjip> {
  const { isi } = await ambilLkjip(db.baca, pelaku, tahun)
  return susunDokumenLkjip(db.baca, pelaku, isi, 'konsep')
}

/** The documents of a frozen version; 404 when there is none of this office. */
async function ambilDokumenBeku(
  db: BasisData,
  pelaku: Pelaku,
  { tahun, nomor }: { tahun: number; nomor: number },
): Promise<DokumenLkjip> {
  const beku = await db.baca.lkjip.findFirst({
    where: { kecamatanId: pelaku.kecamatanId, tahun, nomorVersi: nomor },
    select: { dokumen: true },
  })
  if (!beku) throw galat.tidakDitemukan('Versi bahan LKjIP')
  return beku.dokumen as unknown as DokumenLkjip
}
