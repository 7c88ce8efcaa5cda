import type { BasisData } from '../../inti/basis-data/index.ts'
import { buatPdf, buatWord, type Dokumen, JENIS_WORD } from '../../inti/dokumen/index.ts'
import { buatRute, pelakuDari } from '../../inti/http/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam, tahunDari, tahunIni, tanggalLokal } from '../../inti/waktu/index.ts'
import { ambilCapaian, type Capaian, PEMBACA_LKJIP } from '../lkjip/index.ts'
import { ambilKecamatan } from '../organisasi/index.ts'
import { daftarSiklus } from '../siklus/index.ts'
import { ambilTugasSaya } from '../tugas-saya/index.ts'
import { dokumenCapaian } from './dokumen-capaian.ts'
import { ambilDeretIku, ambilRekapTerbaru, ambilWaktuLangkah } from './kueri.ts'
import { halamanDasbor, susunDasbor } from './tampilan.ts'
import { halamanCapaian, susunHalamanCapaian } from './tampilan-capaian.ts'

/** What the leaders of the office want to know, computed live. */
export const ruteDasbor = (db: BasisData) =>
  buatRute()
    .get('/', PEMBACA_LKJIP, async (_req, res) => {
      const pelaku = pelakuDari(res)
      const hariIni = tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)
      const tahun = tahunIni(pelaku)
      const [tugas, siklus, [rekap], deret, waktu] = await Promise.all([
        ambilTugasSaya(db, pelaku),
        daftarSiklus(db, pelaku, { hanyaBerjalan: true }),
        db.ingat(pelaku, 'rekap-terbaru', () => ambilRekapTerbaru(db, pelaku)),
        db.ingat(pelaku, `deret:${tahun}`, () => ambilDeretIku(db, pelaku, tahun)),
        db.ingat(pelaku, 'waktu-langkah', () => ambilWaktuLangkah(db, pelaku)),
      ])
      halamanDasbor(res, susunDasbor({ hariIni, pelaku, tugas, siklus, rekap, deret, waktu }))
    })
    .get('/capaian', PEMBACA_LKJIP, async (req, res) => {
      const pelaku = pelakuDari(res)
      halamanCapaian(res, susunHalamanCapaian(await ambil(db, pelaku, req.query.tahun), pelaku))
    })
    .get('/capaian/pdf', PEMBACA_LKJIP, async (req, res) => {
      const dokumen = await susunCetakan(db, pelakuDari(res), req.query.tahun)
      res
        .type('pdf')
        .set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(`${dokumen.judul}.pdf`)}`)
        .send(await buatPdf(dokumen))
    })
    .get('/capaian/word', PEMBACA_LKJIP, async (req, res) => {
      const dokumen = await susunCetakan(db, pelakuDari(res), req.query.tahun)
      res
        .type(JENIS_WORD)
        .set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${dokumen.judul}.docx`)}`)
        .send(await buatWord(dokumen))
    })

async function susunCetakan(db: BasisData, pelaku: Pelaku, tahun: unknown): Promise<Dokumen> {
  const capaian = await ambil(db, pelaku, tahun)
  const kantor = await ambilKecamatan(db.baca, pelaku)
  return dokumenCapaian(capaian, { kantor, hari: tanggalLokal(jam.sekarang(), pelaku.zonaWaktu) })
}

function ambil(db: BasisData, pelaku: Pelaku, diminta: unknown): Promise<Capaian> {
  const tahun = tahunDari(diminta, tahunIni(pelaku))
  return db.ingat(pelaku, `capaian:${tahun}`, () => ambilCapaian(db.baca, pelaku, tahun))
}
