import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DefinisiSop } from '../../../src/modul/sop/index.ts'
import {
  type BahanLembar,
  KERTAS_LEMBAR,
  type KertasLembar,
  susunBahanLembar,
} from '../../../src/modul/sop/lembar/bahan.ts'
import type { HalamanLembar, LembarSop } from '../../../src/modul/sop/lembar/lembar.ts'
import { susunLembar } from '../../../src/modul/sop/lembar/susun-lembar.ts'
import { langgarHukum } from '../../bantuan/hukum-lembar.ts'
import { sopBerteksAcak } from '../../bantuan/lembar-acak.ts'
import { NAMA_SOP_BENIH, sopBenih, sopKecil } from '../../bantuan/sop-contoh.ts'

const bahanDari = (definisi: DefinisiSop, kertas: KertasLembar = 'A4'): BahanLembar =>
  susunBahanLembar(definisi, { kertas, kaki: definisi.nama })
/** TAKAR_LEMBAR=2000 for a long run */
const PERCOBAAN = Number(process.env.TAKAR_LEMBAR ?? 40)

const BATAS_MS = 120_000

/** Every step with a state, and words about it of several lengths. */
function denganKeadaan(definisi: DefinisiSop, kertas: KertasLembar): BahanLembar {
  const langsung = Object.fromEntries(
    definisi.langkah.map((l, i) => [
      l.kode,
      {
        keadaan: (['selesai', 'sekarang', 'dikembalikan', 'nanti'] as const)[i % 4] ?? 'nanti',
        terlambat: i % 5 === 1,
        kata: i % 2 === 0 ? 'Selesai, lewat waktu baku' : 'Sedang dikerjakan',
        rincian: ['31 Des 2026 09.10–4 Jan 2027 14.25', '3 hari kerja 2 jam; baku 60 menit', 'putaran 2'].slice(
          0,
          i % 4,
        ),
      },
    ]),
  )
  return susunBahanLembar(definisi, { kertas, kaki: definisi.nama, pelaksanaan: 'Triwulan II 2026', langsung })
}

/** Long steps, then a decision that leads back to every one of them. */
function sopKembali(banyak: number, putus: Record<string, unknown>, lain = {}): DefinisiSop {
  const kode = Array.from({ length: banyak }, (_, i) => `L${i + 1}`)
  const panjang = 'Seksi menyusun laporan capaian kinerja. '.repeat(12)
  return sopKecil(
    [
      ...kode.map((satu) => ({ kode: satu, uraian: panjang })),
      { kode: 'PUTUS', ...putus, keputusan: { tidak: kode } },
      { kode: 'AKHIR', uraian: panjang },
    ],
    lain,
  )
}

describe('hukum gambar lembar SOP', () => {
  for (const kertas of KERTAS_LEMBAR)
    it.each(NAMA_SOP_BENIH)(
      `%s di kertas ${kertas}, polos dan dengan keadaan siklus`,
      (nama) => {
        for (const isi of [bahanDari(sopBenih(nama), kertas), denganKeadaan(sopBenih(nama), kertas)])
          expect(langgarHukum(susunLembar(isi), isi)).toEqual([])
      },
      BATAS_MS,
    )

  it('SOP apa pun: teks muat, panah tidak memotong simbol atau teks, setiap jalan tergambar, konektor berpasangan', () => {
    fc.assert(
      fc.property(sopBerteksAcak, fc.constantFrom(...KERTAS_LEMBAR), fc.boolean(), (definisi, kertas, berjalan) => {
        const isi = berjalan ? denganKeadaan(definisi, kertas) : bahanDari(definisi, kertas)
        expect(langgarHukum(susunLembar(isi), isi)).toEqual([])
      }),
      { numRuns: PERCOBAAN },
    )
  }, 3_600_000)

  it('keputusan yang panjang dan dapat kembali ke banyak langkah: teksnya berlanjut, konektornya tetap di halamannya', () => {
    const isi = bahanDari(sopKembali(6, { kelengkapan: Array(30).fill('Formulir data kinerja seksi') }))
    const lembar = susunLembar(isi)
    expect(lembar.halaman.flatMap((h) => h.baris).filter((b) => b.kode === 'PUTUS').length).toBeGreaterThan(1)
    expect(langgarHukum(lembar, isi)).toEqual([])
  })

  it('keputusan yang dapat kembali ke lebih banyak langkah daripada yang muat di halamannya: digambar lebih kecil', () => {
    const satuKolom = { pelaksana: [{ kode: 'TIM_SAKIP', nama: 'Tim SAKIP', peran: 'TIM_SAKIP' }] }
    const isi = bahanDari(sopKembali(20, {}, satuKolom))
    const lembar = susunLembar(isi)
    expect(lembar.halaman.at(-1)?.skala).toBeLessThan(1)
    expect(langgarHukum(lembar, isi)).toEqual([])
  })

  it(
    'lebih banyak kolom daripada yang muat: digambar lebih kecil, hukumnya tetap',
    () => {
      const asal = sopBenih('taman-pengumpulan.yaml')
      const pelaksana = Array.from({ length: 20 }, (_, i) => ({
        ...(asal.pelaksana[0] ?? { peran: [], jabatan: [], unit: [] }),
        kode: `K${i}`,
        nama: `Kepala Seksi Nomor ${i + 1}`,
      }))
      const langkah = asal.langkah.map((l, i) => ({ ...l, pelaksana: [`K${(i * 7) % 20}`], penerima: [], dibantu: [] }))
      const isi = bahanDari({ ...asal, pelaksana, langkah })
      const lembar = susunLembar(isi)
      expect(lembar.halaman.at(-1)?.skala).toBeLessThan(1)
      expect(langgarHukum(lembar, isi)).toEqual([])
    },
    BATAS_MS,
  )
})

describe('alat ukur hukumnya peka', () => {
  const isi = bahanDari(sopBenih('taman-pengumpulan.yaml'))
  const lembar = susunLembar(isi)
  const ubah = (kerja: (h: HalamanLembar) => Partial<HalamanLembar>): LembarSop => ({
    ...lembar,
    halaman: lembar.halaman.map((h) => (h.jenis === 'alir' ? { ...h, ...kerja(h) } : h)),
  })
  const salah = (cacat: LembarSop) => langgarHukum(cacat, isi).join('\n')

  it('teks yang meluap, simbol yang bergeser, panah yang memotong', () => {
    expect(salah(ubah((h) => ({ teks: h.teks.map((t) => ({ ...t, lebar: t.lebar * 0.5 })) })))).toMatch(/lebih lebar/)
    expect(salah(ubah((h) => ({ teks: h.teks.map((t) => ({ ...t, tinggi: 3 })) })))).toMatch(/lebih tinggi/)
    expect(salah(ubah((h) => ({ teks: h.teks.map((t) => ({ ...t, x: 100, atas: 100 })) })))).toMatch(/menindih/)
    const bergeser = ubah((h) => ({ simbol: h.simbol.map((s) => ({ ...s, x: s.x + 15 })) }))
    expect(salah(bergeser)).toMatch(/memotong simbol|tidak berakhir di tepi/)
    const melintang = ubah((h) => ({
      panah: h.panah.map((p, i) => (i === 0 ? { ...p, titik: [...p.titik, { x: 700, y: p.titik[0]?.y ?? 0 }] } : p)),
    }))
    expect(salah(melintang)).toMatch(/memotong (teks|simbol)|miring/)
  })

  it('panah yang berdempet, menempel pada garis tabel, atau tanpa ujung', () => {
    const [satu, dua] = lembar.halaman.flatMap((h) => h.panah).filter((p) => p.berkepala)
    if (!satu || !dua) throw new Error('tanpa panah')
    expect(salah(ubah((h) => ({ panah: [...h.panah, { ...dua, titik: satu.titik }] })))).toMatch(/berdempet/)
    const digaris = ubah((h) => ({
      garis: [...h.garis, ...h.panah.flatMap((p) => [[...xy(p.titik[0]), ...xy(p.titik[1])] as const])],
    }))
    expect(salah(digaris)).toMatch(/tertutup garis tabel/)
    expect(salah(ubah((h) => ({ panah: h.panah.slice(1) })))).toMatch(/jalan .* tidak digambar/)
    expect(salah(ubah((h) => ({ panah: h.panah.map((p) => ({ ...p, ke: 'tidak-ada@0' })) })))).toMatch(/tanpa simbol/)
  })

  it('konektor tanpa pasangan, langkah yang hilang, isi di luar bidang', () => {
    const tanpa = ubah((h) => ({ simbol: h.simbol.filter((s) => s.penghubung?.arah !== 'masuk') }))
    expect(salah(tanpa)).toMatch(/konektor keluar:.* tanpa pasangan/)
    expect(salah(ubah((h) => ({ simbol: h.simbol.filter((s) => s.langkah !== 'P3') })))).toMatch(/langkah P3 ada di 0/)
    expect(salah(ubah((h) => ({ simbol: h.simbol.map((s) => ({ ...s, y: s.y + 300 })) })))).toMatch(
      /keluar dari bidang/,
    )
  })

  const xy = (t: { x: number; y: number } | undefined) => [t?.x ?? 0, t?.y ?? 0] as const
})
