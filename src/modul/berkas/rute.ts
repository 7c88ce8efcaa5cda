import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import type { Gudang } from './gudang.ts'
import { ambilBerkas, type MelihatSiklus } from './kueri.ts'

/** Download of a file by those entitled to it; never shown inline by its own word. */
export const ruteBerkas = (
  db: BasisData,
  { gudang, melihatSiklus }: { gudang: Gudang; melihatSiklus: MelihatSiklus },
) =>
  buatRute().get('/:id', ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'STAF', 'DESA', 'PENGAMAT'], async (req, res) => {
    const berkas = await ambilBerkas(db, pelakuDari(res), { id: String(req.params.id), melihatSiklus })
    const isi = createReadStream(gudang.jalur(berkas.lokasi))
    await new Promise<void>((ada, tiada) => isi.once('open', () => ada()).once('error', tiada)).catch(() => {
      throw galat.tidakDitemukan('Isi berkas')
    })
    res.set({
      'Content-Type': berkas.mime,
      'Content-Length': String(berkas.ukuran),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(berkas.nama)}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
    })
    await pipeline(isi, res)
  })
