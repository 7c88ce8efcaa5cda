import type { Request } from 'express'
import type { BasisData } from '../../../inti/basis-data/index.ts'
import { berhasil, buatRute, daftarkanPesan, halaman, pelakuDari } from '../../../inti/http/index.ts'
import { type Pelaku, punyaPeran } from '../../../inti/pelaku.ts'
import { tabPerencanaan } from '../../perencanaan/index.ts'
import { PEMBACA } from '../rute-umum.ts'
import {
  aturSumber,
  daftarIndikatorBersumber,
  type IndikatorBersumber,
  PENGATUR_SUMBER,
  type PilihanSumber,
} from './atur-sumber.ts'
import { semuaSumber } from './sumber.ts'

daftarkanPesan({
  'sumber-angka-diatur': 'Sumber angka tersimpan. Formulir mengusulkan angkanya mulai sekarang.',
  'angka-dipakai': 'Angka dari sumbernya sudah dipakai. Laporannya terlampir sebagai bukti.',
})

/** Which indicators get their figure from data of the office, mounted at /sumber-angka. */
export const ruteSumberAngka = (db: BasisData) =>
  buatRute()
    .get('/', PEMBACA, async (_req, res) => {
      const pelaku = pelakuDari(res)
      halamanSumber(res, susunSumber(await daftarIndikatorBersumber(db.baca, pelaku), pelaku))
    })
    .post('/', PENGATUR_SUMBER, async (req, res) => {
      await aturSumber(db, pelakuDari(res), bacaPilihan(req))
      berhasil(res, '/sumber-angka', 'sumber-angka-diatur')
    })

/** `sumber.<id>` and `asal.<id>` of each row. */
function bacaPilihan(req: Request): PilihanSumber[] {
  const badan = (req.body ?? {}) as Record<string, unknown>
  const teks = (kunci: string) => (typeof badan[kunci] === 'string' ? badan[kunci].slice(0, 80) : '')
  return Object.keys(badan).flatMap((kunci) => {
    const [, id] = /^sumber\.([0-9a-f-]{36})$/.exec(kunci) ?? []
    return id ? [{ id, sumber: teks(kunci), asal: teks(`asal.${id}`) }] : []
  })
}

/** The table of indicators, each with the sources that can fill its card. */
export function susunSumber(daftar: readonly IndikatorBersumber[], pelaku: Pelaku) {
  const opsi = [
    { nilai: '', teks: 'Diketik unitnya' },
    ...semuaSumber().flatMap(({ kode, nama, ukuran }) =>
      ukuran.map((u) => ({ nilai: `${kode}:${u.kode}`, teks: `${nama}: ${u.nama}` })),
    ),
  ]
  return {
    judulHalaman: 'Sumber angka indikator',
    tab: tabPerencanaan('indikator'),
    boleh: punyaPeran(pelaku, PENGATUR_SUMBER),
    opsi,
    baris: daftar.map((i) => ({
      ...i,
      alamat: `/perencanaan/indikator/${i.id}`,
      teks: opsi.find((o) => o.nilai === i.sumber)?.teks ?? i.sumber,
    })),
  }
}
export const halamanSumber = halaman<ReturnType<typeof susunSumber>>('formulir/sumber-angka')
