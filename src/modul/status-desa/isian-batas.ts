import { z } from 'zod'
import { bacaAngka } from '../../inti/angka/index.ts'
import { barisIsian, teksBebas, teksWajib, versi } from '../../inti/http/index.ts'
import { periksaBatasKetik, periksaSkala } from '../pengukuran/index.ts'
import { type BatasIndeks, NAMA_STATUS, SKOR_TERTINGGI, STATUS_BERBATAS, STATUS_DESA } from './status.ts'

/** A bound as it is typed: plain decimal, null for blank. */
const batas = () =>
  teksBebas(20).transform((teks, ctx) => {
    const terbaca = bacaAngka(teks)
    if (terbaca.jenis === 'kosong') return null
    if (terbaca.jenis === 'angka' && Number(terbaca.nilai) >= 0 && Number(terbaca.nilai) <= 100) return terbaca.nilai
    ctx.addIssue({ code: 'custom', message: 'Tulis skor antara 0 dan 100.' })
    return z.NEVER
  })

/** Bounds of a year: one row per status from the highest down (`k.0` is Mandiri), "sampai" may stay blank. */
export const isianBatas = z
  .preprocess(
    (badan) => ({ ...(badan as object), k: barisIsian(badan, 'k') }),
    z.object({
      sumber: teksWajib('Tulis keputusan Menteri Desa yang menetapkan batasnya.', { min: 5, maks: 300 }),
      k: z.array(z.object({ bawah: batas(), atas: batas() })).length(STATUS_DESA.length, 'Isi batas setiap status.'),
      versi: versi(),
    }),
  )
  .superRefine(({ k }, ctx) => {
    const tolak = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message })
    const kelas = STATUS_DESA.map((status, ke) => ({
      nama: NAMA_STATUS[status],
      bawah: k[ke]?.bawah ?? null,
      atas: k[ke]?.atas ?? null,
    }))
    const kosong = kelas.slice(0, -1).flatMap(({ nama, bawah }, ke) => (bawah === null ? [{ nama, ke }] : []))
    for (const { nama, ke } of kosong) tolak(['k', ke, 'bawah'], `Tulis batas bawah ${nama}.`)
    if (kosong.length > 0) return
    const skala = { nama: '', sumber: '', kelas: kelas.map((satu) => ({ ...satu, warna: '', batasBawah: satu.bawah })) }
    const masalah = [...periksaSkala(skala), ...periksaBatasKetik(kelas, SKOR_TERTINGGI.INDEKS_DESA)]
    if (masalah.length > 0) tolak(['k', 0, 'bawah'], [...new Set(masalah)].join(' '))
  })
  .transform(({ sumber, k, versi: v }) => ({
    sumber,
    versi: v,
    kelas: Object.fromEntries(
      STATUS_BERBATAS.map((status, ke) => [status, k[ke]?.bawah ?? '0']),
    ) as BatasIndeks['kelas'],
  }))
export type IsianBatas = z.output<typeof isianBatas>
