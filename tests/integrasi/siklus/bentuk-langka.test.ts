import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { jam } from '../../../src/inti/waktu/index.ts'
import { type AplikasiUji, bukaAplikasiUji, MULAI_UJI } from '../../bantuan/aplikasi.ts'
import { rapikan } from '../../bantuan/peramban-polos.ts'
import { lengkapiJenis, mulaiSiklusUji } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'

const TW = (nomor: number, tahun = 2026) => ({ jenis: 'TRIWULAN', tahun, nomor }) as const
let app: AplikasiUji
/** periods of one SOP, and another SOP beside it */
let siklus: { tw2: string; tw4: string; lain: string }

beforeAll(async () => {
  app = await bukaAplikasiUji()
  lengkapiJenis()
  // the first Friday of August is a day off of the office
  await app.sql(`insert into hari_libur (kecamatan_id, tanggal, nama, jenis)
    select id, '2026-08-07', 'Libur daerah', 'LIBUR_DAERAH' from kecamatan where kode = 'taman'`)
  const langkah = [
    { kode: 'A', uraian: 'Himpun data', waktuBaku: { jenis: 'RENTANG', dari: 5, sampai: 10, satuan: 'MENIT' } },
    {
      kode: 'B',
      uraian: 'Rapat koordinasi',
      waktuBaku: { jenis: 'KALENDER', aturan: 'FREQ=MONTHLY;BYDAY=1FR', teks: 'Jumat Minggu I' },
    },
    {
      kode: 'C',
      nomor: 2,
      uraian: 'Susun laporan tahunan',
      hanyaPeriode: [{ jenis: 'TRIWULAN', nomor: [4] }],
      waktuBaku: { jenis: 'BULAN', nilai: 1 },
    },
    { kode: 'D', nomor: 3, uraian: 'Setujui', pelaksana: 'CAMAT' },
  ]
  const pelaksana = [
    { kode: 'TIM_SAKIP', nama: 'Tim SAKIP', peran: 'TIM_SAKIP' },
    { kode: 'CAMAT', nama: 'Camat', peran: 'CAMAT' },
    { kode: 'DINAS', nama: 'Dinas Kominfo', jabatan: ['tidak-ada-di-kantor-ini'] },
  ]
  const sop = await pasangSopKecil(app, 'bentuk', langkah, { pelaksana })
  const lain = await pasangSopKecil(app, 'bentuk-lain', langkah, { pelaksana })
  siklus = {
    tw2: await mulaiSiklusUji(app, { sop, periode: TW(2) }),
    tw4: await mulaiSiklusUji(app, { sop, periode: TW(4, 2025) }),
    lain: await mulaiSiklusUji(app, { sop: lain, periode: TW(2) }),
  }
})
afterEach(() => jam.atur(() => new Date(MULAI_UJI.getTime())))
afterAll(() => app.tutup())

const selesaikan = async (nama: string, id: string, kode: string) => {
  const orang = await app.masukSebagai(nama)
  const jawab = await orang.kirim(`/siklus/${id}/langkah/${kode}/tugas/penyelesaian`, { catatan: '', versi: '1' })
  expect(jawab.status, `${nama} ${kode}`).toBe(303)
}
const butir = async (id: string): Promise<string[]> => {
  const $ = await (await app.masukSebagai('sakip1')).halaman(`/siklus/${id}`)
  return $('.langkah__butir')
    .map((_, b) => rapikan($(b).text()))
    .get()
}
const tugas = async (nama: string): Promise<string[]> => {
  const $ = await (await app.masukSebagai(nama)).halaman('/')
  return $('.tugas__butir')
    .map((_, t) => rapikan($(t).text()))
    .get()
}

it('waktu baku setiap bentuk terbaca; jumlahnya dengan terendah dan tertinggi; kolom tanpa langkah tidak mengganggu', async () => {
  const sakip = await app.masukSebagai('sakip1')
  const $ = await sakip.halaman(`/siklus/${siklus.tw2}`)
  expect(rapikan($('dl.data').text())).toContain(
    '5–10 menit + 1 bulan; 1 langkah menurut kalender; 1 langkah tanpa waktu baku',
  )
  const [a, b, c, d] = await butir(siklus.tw2)
  expect(a).toContain('dalam waktu baku 5–10 menit')
  expect(b).toContain('waktu baku Jumat pertama setiap bulan')
  expect(c).toContain('Tidak dijalankan pada periode ini.')
  expect(d).toContain('waktu baku tidak ditetapkan')
  expect((await sakip.halaman('/siklus/baru'))('.catatan').text()).not.toContain('Dinas Kominfo')
  const alamatSop = (await sakip.halaman(`/siklus/${siklus.tw2}`))('a[href^="/sop/"]').attr('href') ?? ''
  const ringkas = rapikan((await sakip.halaman(alamatSop))('main').text())
  expect(ringkas).toContain('5–10 menit + 1 bulan; 1 langkah menurut kalender; 1 langkah tanpa waktu baku')
  expect(ringkas).toContain('Dinas Kominfo')
  const langkah = rapikan((await sakip.halaman(`${alamatSop}/langkah`))('main').text())
  for (const isi of ['Jumat Minggu I', '5–10 menit', '1 bulan', 'hanya triwulan 4']) expect(langkah).toContain(isi)
})

it('dua SOP dan dua periode bersama: setiap tugas dengan periodenya, yang satu tidak menggerakkan yang lain', async () => {
  expect((await tugas('sakip1')).filter((t) => t.includes('Langkah 1 (Himpun data)'))).toHaveLength(3)
  await selesaikan('sakip1', siklus.tw2, 'A')
  await selesaikan('sakip1', siklus.tw4, 'A')
  expect((await butir(siklus.lain))[0]).toContain('Sedang dikerjakan')
  const rapat = (await tugas('sakip1')).filter((t) => t.includes('Rapat koordinasi'))
  expect(rapat.map((t) => /Triwulan \S+ \d{4}/.exec(t)?.[0]).sort()).toEqual(['Triwulan II 2026', 'Triwulan IV 2025'])
})

it('aturan kalender memberi tenggat, dipindah ke hari kerja berikutnya bila libur', async () => {
  const sakip = await app.masukSebagai('sakip1')
  const $ = await sakip.halaman(`/siklus/${siklus.tw2}`)
  expect(rapikan($('.giliran').text())).toContain('Tenggat Senin, 10 Agustus 2026')
  expect((await butir(siklus.tw2))[1]).toContain('belum lewat Jumat pertama setiap bulan')
  expect((await tugas('sakip1')).find((t) => t.includes('Rapat koordinasi'))).toContain('10 Agu')
})

it('langkah untuk periode tertentu: dilewati dengan sebabnya, atau dikerjakan; nomor tercetak sama tidak tertukar', async () => {
  for (const id of [siklus.tw2, siklus.tw4]) await selesaikan('sakip1', id, 'B')
  const [, , c2, d2] = await butir(siklus.tw2)
  expect(c2).toMatch(/Tidak dijalankan pada periode ini\..*Dilewati/)
  expect(d2).toContain('Sedang dikerjakan')
  const [, b4, c4, d4] = await butir(siklus.tw4)
  expect([b4, c4, d4].map((t) => /Selesai$|Sedang dikerjakan$|Belum mulai$/.exec(t ?? '')?.[0])).toEqual([
    'Selesai',
    'Sedang dikerjakan',
    'Belum mulai',
  ])
  expect(c4).toContain('dalam waktu baku 1 bulan')
  expect((await tugas('sakip1')).filter((t) => t.includes('Langkah 2 (Susun laporan tahunan)'))).toHaveLength(1)
  expect((await tugas('camat')).filter((t) => t.includes('Setujui'))).toHaveLength(1)

  const sakip = await app.masukSebagai('sakip1')
  const riwayat = rapikan((await sakip.halaman(`/siklus/${siklus.tw4}/riwayat`))('.riwayat').text())
  expect(riwayat).toContain('Langkah 2 (Rapat koordinasi) selesai.')
  expect(riwayat).toContain('Langkah 2 (Susun laporan tahunan) terbuka.')
  const lewat = await sakip.halaman(`/siklus/${siklus.tw2}/langkah/C/tugas`)
  expect(rapikan(lewat('main').text())).toContain('Tidak dijalankan pada periode ini.')
  expect(lewat('main').text()).not.toContain('belum terbuka')
  jam.atur(() => new Date('2026-08-10T16:00:00+07:00'))
  expect((await butir(siklus.tw4))[2]).toMatch(/lewat .* dari waktu baku 1 bulan/)
})
