import type { Request } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { bacaIsian, berhasil, buatRute, isianKembali } from '../../inti/http/index.ts'
import { buatKantor } from './buat-kantor.ts'
import { isianKantor } from './isian.ts'
import { sidikKode } from './kode.ts'
import { halamanKantorBaru, susunKantorBaru } from './tampilan.ts'

/** Setting up a kecamatan, for whoever holds the one-time code that the console printed. */
export const ruteKantorBaru = (db: BasisData) =>
  buatRute()
    .get('/', 'umum', async (req, res) => {
      const kode = await pastikanKode(db, req.query.kode)
      halamanKantorBaru(res, susunKantorBaru(kode))
    })
    .post('/', 'umum', async (req, res) => {
      const kode = await pastikanKode(db, (req.body as Record<string, unknown> | undefined)?.kode)
      const { data, kesalahan } = bacaIsian(isianKantor, req.body)
      const salah = data ? await buatKantor(db, kode, data) : kesalahan
      if (salah === 'KODE') throw KODE_TIDAK_BERLAKU()
      if (salah) return halamanKantorBaru(res, susunKantorBaru(kode, kembali(req, salah)), 422)
      berhasil(res, '/masuk', 'kantor-siap')
    })

const KODE_TIDAK_BERLAKU = () => galat.tidakDitemukan('Alamat penyiapan kantor')
const kembali = (req: Request, kesalahan: Readonly<Record<string, string>>) => ({
  isian: isianKembali(req.body),
  kesalahan,
})

/** The code if it may still be used; else 404: whether it ever existed is nobody's business. */
async function pastikanKode(db: BasisData, kode: unknown): Promise<string> {
  if (typeof kode !== 'string' || !/^[\w-]{20,40}$/.test(kode)) throw KODE_TIDAK_BERLAKU()
  const { rows } = await db.umum.query<{ berlaku: boolean }>('select kode_kantor_berlaku($1) as berlaku', [
    sidikKode(kode),
  ])
  if (!rows[0]?.berlaku) throw KODE_TIDAK_BERLAKU()
  return kode
}
