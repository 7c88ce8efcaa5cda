import { afterAll, beforeAll, expect, it } from 'vitest'
import { formatAngka } from '../../../src/inti/angka/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { skalaTerbit } from '../pengukuran/anggaran-terbit.ts'
import { rapi } from '../pengukuran/buku-impor.ts'
import { angka } from '../pengukuran/kartu-terbit.ts'
import { isiFormulir, tujuanFormulir } from './kartu-isian.ts'

/** Scales of judging that were published, typed into the form of a year's rules as they are printed. */
let app: AplikasiUji
let sakip: OrangUji
let camat: OrangUji
beforeAll(async () => {
  app = await bukaAplikasiUji()
  sakip = await app.masukSebagai('sakip1')
  camat = await app.masukSebagai('camat')
})
afterAll(() => app?.tutup())

it.each(skalaTerbit().map((s, ke) => [s.nama, s, String(2040 + ke)] as const))(
  '%s',
  async (_nama, { nama, kelas, masalah }, tahun) => {
    const $ = await sakip.halaman('/perencanaan/skala/baru')
    const isi = isiFormulir($)
    for (const bidang of Object.keys(isi)) if (/^kelas\.\d+\.(nama|bawah|atas)$/.test(bidang)) isi[bidang] = ''
    for (const [ke, [sebutan, bawah, atas]] of kelas.entries()) {
      isi[`kelas.${ke}.nama`] = sebutan
      // the form has no end above the highest class and none below the lowest: every figure belongs to a class
      isi[`kelas.${ke}.bawah`] = ke === kelas.length - 1 ? '' : bawah
      isi[`kelas.${ke}.atas`] = ke === 0 ? '' : atas
    }
    const jawab = await sakip.kirim(tujuanFormulir($), { ...isi, tahun, nama: nama.slice(0, 150), sumber: 'Terbitan' })
    if (masalah.length > 0) {
      const teks = rapi(jawab.text)
      expect([jawab.status, ...masalah.filter((satu) => !teks.includes(satu))]).toEqual([422])
      return
    }
    expect(jawab.status, rapi(jawab.text.replace(/^.*<main/s, '')).slice(0, 600)).toBe(303)
    const [baru] = await app.sql<{ id: string }>('select id from skala_predikat where tahun = $1', [Number(tahun)])
    const halaman = await camat.halaman(`/perencanaan/skala/${baru?.id}`)
    const tercetak = halaman('table')
      .first()
      .find('tbody tr')
      .toArray()
      .map((tr) =>
        halaman(tr)
          .find('th, td')
          .slice(0, 3)
          .toArray()
          .map((sel) => rapi(halaman(sel).text())),
      )
    expect(tercetak).toEqual(
      kelas.map(([sebutan, bawah, atas], ke) => [
        sebutan,
        ke === kelas.length - 1 ? '0' : formatAngka(angka(bawah)),
        ke === 0 ? 'ke atas' : formatAngka(angka(atas)),
      ]),
    )
  },
)
