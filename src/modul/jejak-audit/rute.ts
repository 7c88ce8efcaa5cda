import type { Request } from 'express'
import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import type { Peran } from '../../inti/pelaku.ts'
import { adalahTanggal, jam, tanggalLokal } from '../../inti/waktu/index.ts'
import { kirimCsv } from './csv.ts'
import { ambilJejak, ambilPilihan, type Saringan } from './kueri.ts'
import { periksaRantai } from './periksa-rantai.ts'
import { halamanJejak, halamanPemeriksaan, susunJejak, susunPemeriksaan } from './tampilan.ts'

const PEMBACA: readonly Peran[] = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'PENGAMAT', 'ADMIN']
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The audit trail: read, filtered, exported, verified; nothing here writes. */
export const ruteJejakAudit = (db: BasisData) =>
  buatRute()
    .get('/', PEMBACA, async (req, res) => {
      const pelaku = pelakuDari(res)
      const saring = {
        ...saringanDari(req),
        sebelum: /^\d{1,18}$/.test(String(req.query.sebelum)) ? String(req.query.sebelum) : '',
      }
      const [kejadian, pilihan] = await Promise.all([ambilJejak(db, pelaku, saring), ambilPilihan(db, pelaku)])
      halamanJejak(res, susunJejak(pelaku, kejadian, { saring, pilihan }))
    })
    .get('/ekspor.csv', PEMBACA, async (req, res) => {
      const pelaku = pelakuDari(res)
      const nama = `jejak-audit-${tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)}.csv`
      res.type('text/csv').set('Content-Disposition', `attachment; filename="${nama}"`)
      await kirimCsv(db, pelaku, { saring: saringanDari(req), res })
    })
    .get('/pemeriksaan', PEMBACA, async (_req, res) => {
      const pelaku = pelakuDari(res)
      halamanPemeriksaan(res, susunPemeriksaan(pelaku, await periksaRantai(db, pelaku), jam.sekarang()))
    })

/** What is not understood counts as not asked for. */
function saringanDari({ query }: Request): Saringan {
  const teks = (nama: string, maks = 100) =>
    typeof query[nama] === 'string' ? query[nama].replaceAll('\0', '').trim().slice(0, maks) : ''
  const tanggal = (nama: string) => (adalahTanggal(teks(nama)) ? teks(nama) : '')
  const uuid = (nama: string) => (UUID.test(teks(nama)) ? teks(nama) : '')
  return {
    dari: tanggal('dari'),
    sampai: tanggal('sampai'),
    orang: uuid('orang'),
    peristiwa: teks('peristiwa'),
    siklus: uuid('siklus'),
    q: teks('q'),
  }
}
