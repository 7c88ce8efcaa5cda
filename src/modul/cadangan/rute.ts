import type { BasisData } from '../../inti/basis-data/index.ts'
import { berhasil, buatRute, pelakuDari } from '../../inti/http/index.ts'
import { mintaCadangan } from './minta-cadangan.ts'
import type { Pencadang } from './pencadang.ts'
import { halamanCadangan, susunCadangan } from './tampilan.ts'

const ADMIN = ['ADMIN'] as const

/**
 * State of the backups, and one more on request. The files hold the data of every kecamatan of this installation, so none
 * is handed out here: whoever runs the computer takes them from its folder.
 */
export const ruteCadangan = (db: BasisData, pencadang: Pencadang | null) =>
  buatRute()
    .get('/', ADMIN, async (_req, res) =>
      halamanCadangan(res, susunCadangan((await pencadang?.keadaan()) ?? null, pelakuDari(res))),
    )
    .post('/', ADMIN, async (_req, res) => {
      await mintaCadangan(db, pelakuDari(res), pencadang)
      berhasil(res, '/cadangan', 'cadangan-dimulai')
    })
