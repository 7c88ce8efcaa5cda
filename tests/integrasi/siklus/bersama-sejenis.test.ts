import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { bandingkanBaris, ulangi } from '../../bantuan/jalan-siklus.ts'
import { mainkanSiklus } from '../../bantuan/pemain-halaman.ts'
import { KantorPolos } from '../../bantuan/perjalanan-polos.ts'
import { mulaiSiklusUji } from '../../bantuan/siklus.ts'
import { sopKecil } from '../../bantuan/sop-contoh.ts'
import { pasangSop } from '../../bantuan/sop-uji.ts'

/** Columns of the office; two of them are one section each, so that a collection can ask some units only. */
const PELAKSANA = [
  ...['CAMAT', 'SEKCAM', 'TIM_SAKIP'].map((kode) => ({ kode, nama: kode, peran: kode })),
  { kode: 'PEM', nama: 'Seksi Pemerintahan', unit: ['seksi-pemerintahan'] },
  { kode: 'KASI', nama: 'Kepala Seksi', peran: 'KASI' },
]
type Langkah = Record<string, unknown>

/** A step that splits into two of this kind, and the step in which both join. */
const cabang = (jenis: string, ...pelaksana: [string, string]): Langkah[] => {
  const kode = (n: number) => `${jenis.toUpperCase()}-${n}`
  return [
    { kode: kode(0), uraian: 'Bagi pekerjaan', berikutnya: [kode(1), kode(2)] },
    { kode: kode(1), jenis, pelaksana: pelaksana[0], berikutnya: [kode(3)] },
    { kode: kode(2), jenis, pelaksana: pelaksana[1] },
    { kode: kode(3), uraian: 'Pertemukan hasilnya', pelaksana: 'SEKCAM' },
  ]
}

const PENGUMPULAN = [
  ...cabang('siapkan-formulir', 'TIM_SAKIP', 'SEKCAM'),
  ...cabang('distribusi', 'TIM_SAKIP', 'SEKCAM'),
  ...cabang('pengisian', 'PEM', 'KASI'),
  ...cabang('penerimaan', 'TIM_SAKIP', 'SEKCAM'),
  ...cabang('monev', 'TIM_SAKIP', 'SEKCAM'),
  ...cabang('tugas', 'TIM_SAKIP', 'CAMAT'),
]
const PENGUKURAN = cabang('metodologi', 'TIM_SAKIP', 'SEKCAM')

let app: AplikasiUji
let kantor: KantorPolos
beforeAll(async () => {
  app = await bukaAplikasiUji()
  kantor = new KantorPolos(app.alamat, SANDI_UJI)
})
afterAll(() => app.tutup())

describe('dua langkah sejenis yang berjalan bersama', () => {
  it.each([
    { kode: 'bersama-kumpul', tujuan: 'PENGUMPULAN', langkah: PENGUMPULAN },
    { kode: 'bersama-ukur', tujuan: 'PENGUKURAN', langkah: PENGUKURAN },
  ])(
    '$kode: keduanya dikerjakan lewat halamannya, lalu bertemu',
    { timeout: 300_000 },
    async ({ langkah, ...lain }) => {
      const sop = sopKecil(langkah, { ...lain, nama: `SOP ${lain.kode}`, pelaksana: PELAKSANA })
      await pasangSop(app, sop)
      const siklusId = await mulaiSiklusUji(app, { sop: sop.kode })
      await mainkanSiklus(app, kantor, { siklusId, benih: 1 })
      const keadaan = await ulangi(app, siklusId)
      expect(keadaan.status).toBe('SELESAI')
      expect(Object.values(keadaan.langkah).filter((l) => l.status !== 'SELESAI')).toEqual([])
      expect(await bandingkanBaris(app, siklusId)).toEqual([])
    },
  )
})
