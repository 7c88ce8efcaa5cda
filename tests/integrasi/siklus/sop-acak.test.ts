import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KODE_JENIS_LANGKAH } from '../../../src/modul/sop/index.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { bandingkanBaris, ulangi } from '../../bantuan/jalan-siklus.ts'
import { mainkanSiklus } from '../../bantuan/pemain-halaman.ts'
import { KantorPolos } from '../../bantuan/perjalanan-polos.ts'
import { mulaiSiklusUji } from '../../bantuan/siklus.ts'
import { pilihSopAcak } from '../../bantuan/sop-acak.ts'
import { pasangSop } from '../../bantuan/sop-uji.ts'

/** A long one and short ones that together hold all kinds; many more of both with TAKAR_GANGGUAN=penuh. */
const PENUH = process.env.TAKAR_GANGGUAN === 'penuh'
const PANJANG = pilihSopAcak({ banyak: PENUH ? 8 : 1, benih: 20260811, minLangkah: 20, maksLangkah: PENUH ? 40 : 24 })
const PENDEK = { minLangkah: 2, maksLangkah: PENUH ? 12 : 8, melengkapi: PENUH ? [] : PANJANG }
const SOP = [...PANJANG, ...pilihSopAcak({ banyak: PENUH ? 20 : 3, benih: 20260811, ...PENDEK })]
let app: AplikasiUji
let kantor: KantorPolos
beforeAll(async () => {
  app = await bukaAplikasiUji()
  kantor = new KantorPolos(app.alamat, SANDI_UJI)
})
afterAll(() => app.tutup())

describe('SOP yang belum pernah dilihat berjalan sampai akhir lewat halamannya', () => {
  it.each(SOP.map((sop) => ({ sop, kode: sop.kode, jenis: sop.langkah.map((l) => l.jenis).join(', ') })))(
    '$kode: $jenis',
    { timeout: 300_000 },
    async ({ sop }) => {
      await pasangSop(app, sop)
      const siklusId = await mulaiSiklusUji(app, { sop: sop.kode })
      const tindakan = await mainkanSiklus(app, kantor, { siklusId, benih: 1 })
      expect(tindakan).toBeGreaterThan(0)
      expect(await bandingkanBaris(app, siklusId)).toEqual([])
      const keadaan = await ulangi(app, siklusId)
      const disegel = sop.langkah.some((l) => l.jenis === 'arsip' && keadaan.langkah[l.kode]?.status === 'SELESAI')
      expect(keadaan.status).toBe(disegel ? 'DIARSIPKAN' : 'SELESAI')
    },
  )

  it('contohnya memuat semua jenis langkah', () => {
    const ada = new Set<string>(SOP.flatMap((s) => s.langkah.map((l) => l.jenis)))
    expect(KODE_JENIS_LANGKAH.filter((j) => !ada.has(j))).toEqual([])
  })
})
