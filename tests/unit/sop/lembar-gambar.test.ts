import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { gambarLukisan } from '../../../src/inti/dokumen/lukisan-pdf.ts'
import { type BahanLembar, type KeadaanLembar, susunBahanLembar } from '../../../src/modul/sop/lembar/bahan.ts'
import { lukisLembar } from '../../../src/modul/sop/lembar/lukis.ts'
import { susunLembar } from '../../../src/modul/sop/lembar/susun-lembar.ts'
import { mm } from '../../../src/modul/sop/lembar/ukuran.ts'
import { bacaPng, bedaGambar, type GambarAbu, gambarHalamanPdf, tulisPng } from '../../bantuan/gambar-pdf.ts'
import { NAMA_SOP_BENIH, sopBenih } from '../../bantuan/sop-contoh.ts'

/**
 * The sheets of the sample SOPs as pictures, compared with those that were looked at and found good. After a wanted change:
 * TAKAR_ACUAN=baru npx vitest run --project unit tests/unit/sop/lembar-gambar.test.ts — then look at every new picture.
 */
const FOLDER = fileURLToPath(new URL('./lembar-acuan/', import.meta.url))
const BARU = process.env.TAKAR_ACUAN === 'baru'
/** painting takes a second on a quiet machine */
const BATAS_MS = 120_000
if (BARU) mkdirSync(FOLDER, { recursive: true })

const gambarkan = async (bahan: BahanLembar): Promise<GambarAbu[]> =>
  gambarHalamanPdf(await gambarLukisan(lukisLembar(susunLembar(bahan), bahan)))
const bahanDari = (nama: string): BahanLembar => {
  const definisi = sopBenih(nama)
  return susunBahanLembar(definisi, { kertas: 'A4', kaki: `${definisi.nama} · versi 1` })
}

/** The same SOP on a siklus, with every state that a step can have. */
function bahanBerjalan(nama: string): BahanLembar {
  const definisi = sopBenih(nama)
  const urutan: readonly (readonly [KeadaanLembar, boolean])[] = [
    ['selesai', false],
    ['dilewati', false],
    ['selesai', false],
    ['dikembalikan', false],
    ['dihentikan', false],
    ['sekarang', false],
    ['sekarang', true],
    ['nanti', false],
  ]
  const langsung = Object.fromEntries(
    definisi.langkah.map((l, i) => {
      const [keadaan, terlambat] = urutan[i % urutan.length] ?? ['nanti', false]
      return [
        l.kode,
        {
          keadaan,
          terlambat,
          kata: `Keadaan: ${keadaan}`,
          rincian: ['6 Jul 2026 09.00–10.15', '75 menit; baku 60 menit'],
        },
      ]
    }),
  )
  return susunBahanLembar(definisi, { kertas: 'F4', kaki: 'Siklus', pelaksanaan: 'Triwulan II 2026', langsung })
}

async function bandingkan(nama: string, bahan: BahanLembar): Promise<void> {
  const halaman = await gambarkan(bahan)
  const acuan = (ke: number) => `${FOLDER}${nama}-${ke + 1}.png`
  for (const [ke, gambar] of halaman.entries()) {
    if (BARU) writeFileSync(acuan(ke), tulisPng(gambar))
    expect(
      existsSync(acuan(ke)),
      `belum ada gambar acuan ${nama}-${ke + 1}.png; lihat catatan di atas berkas uji ini`,
    ).toBe(true)
    const beda = bedaGambar(gambar, bacaPng(readFileSync(acuan(ke))))
    expect(beda, `halaman ${ke + 1} berbeda dari ${nama}-${ke + 1}.png`).toEqual([])
  }
  expect(existsSync(acuan(halaman.length)), `${nama} sekarang lebih pendek dari acuannya`).toBe(false)
}

describe('gambar lembar SOP', () => {
  it.each(NAMA_SOP_BENIH)(
    '%s seperti gambar acuannya',
    async (nama) => {
      await bandingkan(nama.replace('.yaml', ''), bahanDari(nama))
    },
    BATAS_MS,
  )

  it(
    'lembar siklus seperti gambar acuannya, dengan setiap keadaan',
    async () => {
      await bandingkan('berjalan', bahanBerjalan('taman-pengumpulan.yaml'))
    },
    BATAS_MS,
  )

  it('tidak ada gambar acuan tanpa SOP-nya', () => {
    const nama = [...NAMA_SOP_BENIH.map((n) => n.replace('.yaml', '')), 'berjalan']
    for (const berkas of readdirSync(FOLDER)) expect(nama).toContain(berkas.replace(/-\d+\.png$/, ''))
  })

  it(
    'alat ukurnya peka: satu garis yang bergeser setengah milimeter, satu langkah yang pindah kolom, ketahuan',
    async () => {
      const bahan = bahanDari('kalipare-pengukuran.yaml')
      const lukisan = lukisLembar(susunLembar(bahan), bahan)
      const [, tabel] = await gambarHalamanPdf(await gambarLukisan(lukisan))
      const geser = lukisan.halaman.map((h) => {
        const satu = h.bentuk.findIndex((b) => b.gaya === 'panah')
        return {
          ...h,
          bentuk: h.bentuk.map((b, i) =>
            i === satu && b.t === 'jejak'
              ? { ...b, titik: b.titik.map((n, ke) => (ke % 2 === 0 ? n + mm(0.5) : n)) }
              : b,
          ),
        }
      })
      const [, bergeser] = await gambarHalamanPdf(await gambarLukisan({ ...lukisan, halaman: geser }))
      const langkah = bahan.langkah.map((l, i) => (i === 3 ? { ...l, pelaksana: [0] } : l))
      const [, pindah] = await gambarkan({ ...bahan, langkah })
      if (!tabel || !bergeser || !pindah) throw new Error('tanpa halaman tabel')
      expect(bedaGambar(tabel, tabel)).toEqual([])
      expect(bedaGambar(tabel, bergeser).length).toBeGreaterThan(0)
      expect(bedaGambar(tabel, pindah).length).toBeGreaterThan(5)
      expect(bacaPng(tulisPng(tabel))).toEqual(tabel)
    },
    BATAS_MS,
  )
})
