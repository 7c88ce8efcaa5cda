import type { Request, Response } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { berhasil, pelakuDari } from '../../inti/http/index.ts'
import { denganKonteks, konteksKini } from '../../inti/konteks.ts'
import type { Gudang } from '../berkas/index.ts'
import { pakaiAngka } from './angka/pakai-angka.ts'
import { bukaTugas, selesaikanTugas } from './delegasi/selesaikan-tugas.ts'
import { bacaTombolSelesai, barisTombol, type TombolSelesai } from './delegasi/tombol-selesai.ts'
import { ambilFormulir, type FormulirLengkap } from './kueri.ts'
import { idFormulir } from './rute-umum.ts'

/** After the whole form is saved: on to what the pressed button asked for. */
export async function lanjutkan(db: BasisData, req: Request, res: Response, bahan: Bahan): Promise<void> {
  const lanjut = (req.body as Record<string, unknown> | undefined)?.lanjut
  const [, barisId] = /^angka\.([0-9a-f-]{36})$/.exec(typeof lanjut === 'string' ? lanjut : '') ?? []
  if (barisId) return ambilAlih(db, req, res, { ...bahan, barisId })
  const tombol = bacaTombolSelesai(req.body)
  if (tombol) return nyatakan(db, req, res, tombol)
  const alamat = `/formulir/${idFormulir(req)}`
  if (lanjut === 'pemeriksaan') berhasil(res, `${alamat}/pemeriksaan`, 'formulir-tersimpan')
  else if (typeof lanjut === 'string' && /^[0-9a-f-]{36}$/.test(lanjut))
    berhasil(res, `${alamat}/baris/${lanjut}/bukti`, 'formulir-tersimpan')
  else berhasil(res, alamat, 'formulir-tersimpan')
}

type Bahan = { readonly gudang: Gudang; readonly formulir: FormulirLengkap }
/** "Pakai angka ini": the form is saved already; now the proposed figure goes into its row, unless somebody was first there. */
async function ambilAlih(
  db: BasisData,
  req: Request,
  res: Response,
  { gudang, formulir, barisId }: Bahan & { barisId: string },
): Promise<void> {
  const dilihat = Number((req.body as Record<string, unknown>)[`b.${barisId}.versi`] ?? 0)
  const baris = formulir.baris.find((b) => b.id === barisId)
  if (baris && baris.versi !== dilihat) throw galat.sudahBerubah('Baris ini')
  const alamat = { formulirId: formulir.id, barisId }
  await sesudahSimpan('angka', () => pakaiAngka(db, pelakuDari(res), alamat, { gudang }))
  berhasil(res, `/formulir/${formulir.id}#baris-${barisId}`, 'angka-dipakai')
}

/** A change of its own after the saving, so a key of its own. */
function sesudahSimpan<T>(apa: string, kerja: () => Promise<T>): Promise<T> {
  const { kecamatanId, kunci } = konteksKini()
  return denganKonteks({ kecamatanId, kunci: kunci && `${kunci}:${apa}` }, kerja)
}

/** "Nyatakan selesai" at a row, or of all own rows; "Nyatakan belum selesai": the form is saved already. */
async function nyatakan(db: BasisData, req: Request, res: Response, tombol: TombolSelesai): Promise<void> {
  const pelaku = pelakuDari(res)
  const formulir = await ambilFormulir(db.baca, pelaku, idFormulir(req))
  const baris = tombol.barisId ? [tombol.barisId] : barisTombol(pelaku, formulir, tombol)
  const ubah = tombol.selesai ? selesaikanTugas : bukaTugas
  await sesudahSimpan('selesai', () => ubah(db, pelaku, formulir.id, { baris }))
  const tempat = tombol.barisId ? `#baris-${tombol.barisId}` : ''
  berhasil(res, `/formulir/${formulir.id}${tempat}`, tombol.selesai ? 'tugas-selesai' : 'tugas-dibuka')
}
