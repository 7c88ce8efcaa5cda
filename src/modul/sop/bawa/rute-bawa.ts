import type { Request, Response } from 'express'
import type { BasisData } from '../../../inti/basis-data/index.ts'
import { bacaIsian, berhasil, isianKembali, pelakuDari, type RuteBerizin } from '../../../inti/http/index.ts'
import { PENYUSUN_SOP } from '../alur.ts'
import { bacaLonggar } from '../draf/longgar.ts'
import { daftarVersiSop } from '../kueri.ts'
import { ambilVersi, hariIni, muatKantor } from '../rute-umum.ts'
import { bacaBerkasSop, bacaTeksYaml, type SopTerbaca } from './baca-berkas.ts'
import { bawaSop, buatSop } from './buat-sop.ts'
import { excelSop } from './buku-sop.ts'
import { isianSopBaru, isianUnggahan } from './isian.ts'
import { halamanBaru, halamanUnggahan, susunBaru, susunUnggahan } from './tampilan-bawa.ts'
import { type BerkasSop, berkasSop, terimaBerkasSop } from './terima-berkas.ts'
import { tulisSopYaml } from './tulis-yaml.ts'

const MIME_EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** How an SOP comes in and goes out: begun on the screen, uploaded as YAML or Excel; downloaded as either. */
export const pasangBawa = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  pasangUnduhan(rute, db)
    .get('/baru', PENYUSUN_SOP, async (_req, res) => halamanBaru(res, susunBaru()))
    .post('/', PENYUSUN_SOP, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianSopBaru, req.body)
      if (!data) return halamanBaru(res, susunBaru({ isian: isianKembali(req.body), kesalahan }), 422)
      const id = await buatSop(db, pelakuDari(res), data)
      berhasil(res, `/sop/${id}`, 'sop-draf-dibuat')
    })
    .get('/unggahan', PENYUSUN_SOP, (req, res) => tampilkanUnggahan(db, req, res))
    .post('/unggahan', PENYUSUN_SOP, terimaBerkasSop, async (req, res) => {
      const { data, kesalahan } = bacaIsian(isianUnggahan, req.body)
      const berkas = berkasSop(req)
      const kosong = data?.teks.trim() === '' && !berkas
      if (!data || kosong)
        return tampilkanUnggahan(db, req, res, {
          kesalahan: kosong ? { berkas: 'Pilih berkas, atau tempelkan YAML.' } : kesalahan,
        })
      const terbaca = berkas ? await bacaBerkasSop(berkas.nama, berkas.isi) : await bacaTeksYaml(data.teks)
      if ('tolak' in terbaca) return tampilkanUnggahan(db, req, res, { tolak: terbaca.tolak })
      const id = await bawaSop(db, pelakuDari(res), {
        ...terbaca,
        sopId: data.sopId,
        berkas: berkas?.nama ?? 'YAML yang ditempelkan',
      })
      berhasil(res, `/sop/${id}/pemeriksaan`, 'sop-dibawa')
    })

const pasangUnduhan = (rute: RuteBerizin, db: BasisData): RuteBerizin =>
  rute
    .get('/formulir-excel', PENYUSUN_SOP, async (_req, res) => {
      const isi = await excelSop(bacaLonggar({ periode: ['TRIWULAN'] }), await muatKantor(db, res))
      kirimBerkas(res, { nama: 'formulir-sop.xlsx', mime: MIME_EXCEL, isi })
    })
    .get('/:id/excel', 'masuk', async (req, res) => {
      const versi = await ambilVersi(db, req, res)
      const isi = await excelSop(versi.definisi, await muatKantor(db, res))
      kirimBerkas(res, { nama: `${versi.kodeSop}-v${Math.abs(versi.nomorVersi)}.xlsx`, mime: MIME_EXCEL, isi })
    })
    .get('/:id/yaml', 'masuk', async (req, res) => {
      const versi = await ambilVersi(db, req, res)
      const isi = tulisSopYaml(versi.definisi)
      kirimBerkas(res, { nama: `${versi.kodeSop}-v${Math.abs(versi.nomorVersi)}.yaml`, mime: 'application/yaml', isi })
    })

function kirimBerkas(res: Response, { nama, mime, isi }: { nama: string; mime: string; isi: Buffer | string }): void {
  res
    .type(mime)
    .set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(nama)}`)
    .send(isi)
}

type Balasan = {
  kesalahan?: Readonly<Record<string, string>>
  tolak?: Extract<SopTerbaca, { tolak: unknown }>['tolak']
}
async function tampilkanUnggahan(db: BasisData, req: Request, res: Response, balasan?: Balasan): Promise<void> {
  const daftar = await daftarVersiSop(db.baca, pelakuDari(res), { hari: hariIni(res) })
  const isian = { ...isianKembali(req.body), ...teksBerkas(balasan ? berkasSop(req) : null) }
  halamanUnggahan(res, susunUnggahan(daftar, { isian, ...balasan }), balasan ? 422 : 200)
}

/** A YAML file that cannot be read comes back as text, to be put right on the page. */
function teksBerkas(berkas: BerkasSop | null): { teks?: string } {
  if (!berkas || !/\.ya?ml$/i.test(berkas.nama) || berkas.isi.length > 500_000) return {}
  const teks = berkas.isi.toString('utf8')
  return teks.includes('\0') || teks.includes('\ufffd') ? {} : { teks }
}
