import type { BasisData } from '../../inti/basis-data/index.ts'
import type { Dokumen } from '../../inti/dokumen/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { daftarCatatanSiklus, dokumenCatatan } from '../catatan-camat/index.ts'
import { daftarPercakapanSiklus, dokumenPercakapan } from '../percakapan/index.ts'
import { ambilBahanDokumen, type BarisSiklus } from '../siklus/index.ts'

type Ucapan = { readonly nama: string; readonly dokumen: Dokumen }

/** What was said beside the documents of the steps: questions and answers at rows of forms, notes of the Camat. */
export async function susunUcapan(
  baca: BasisData['baca'],
  pelaku: Pelaku,
  { id, namaSop, namaPeriode }: BarisSiklus,
): Promise<Ucapan[]> {
  const [percakapan, catatan, bahan] = await Promise.all([
    daftarPercakapanSiklus(baca, pelaku, id),
    daftarCatatanSiklus(baca, pelaku, id),
    ambilBahanDokumen(baca, pelaku),
  ])
  const siklus = `${namaSop.replace(/^SOP /, '')} ${namaPeriode}`
  const hasil: Ucapan[] = []
  if (percakapan.length > 0)
    hasil.push({ nama: 'percakapan.pdf', dokumen: dokumenPercakapan({ daftar: percakapan, bahan, pelaku }) })
  if (catatan.length > 0)
    hasil.push({ nama: 'catatan-camat.pdf', dokumen: dokumenCatatan({ daftar: catatan, siklus, bahan, pelaku }) })
  return hasil
}
