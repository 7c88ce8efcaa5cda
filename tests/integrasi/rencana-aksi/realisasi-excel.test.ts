import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaksi } from '../../../src/inti/basis-data/index.ts'
import { imporRealisasiAksi } from '../../../src/modul/rencana-aksi/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { idPk, rapi } from '../perjanjian-kinerja/siapkan-pk.ts'
import { bukuExcel } from './buku-excel.ts'

let uji: AplikasiUji
let kasi: OrangUji
let dasar = ''
beforeAll(async () => {
  uji = await bukaAplikasiUji()
  kasi = await uji.masukSebagai('kasi.pemerintahan')
  dasar = `/rencana-aksi/${await idPk(uji, 'kasi-pemerintahan')}`
  const $ = await kasi.halaman(`${dasar}/aksi/baru`)
  const indikator = $('select[name=indikatorId] option')
    .filter((_, el) => /^IKK-14/.test($(el).text()))
    .first()
    .val()
  const isi = {
    versi: '0',
    indikatorId: String(indikator),
    aksi: 'Pembinaan desa',
    satuan: 'desa',
    tw1: '5',
    tw2: '10',
    tw3: '',
    tw4: '4',
  }
  const jawab = await kasi.kirim(`${dasar}/aksi`, { ...isi, penanggungJawabId: '', anggaran: '' })
  expect(jawab.status).toBe(303)
}, 120_000)
afterAll(() => uji?.tutup())

const tersimpan = () =>
  uji.sql(
    'select triwulan, nilai::float, anggaran::float, kendala, tindak_lanjut from realisasi_aksi order by triwulan',
  )
const unggah = async (orang: OrangUji, ubah: Parameters<typeof bukuExcel>[2] = []) => {
  const isi = await bukuExcel(orang, '/impor/realisasi-aksi/ekspor?tahun=2026', ubah)
  const jawab = await orang.unggah(
    '/impor/realisasi-aksi',
    { tahun: '2026' },
    { berkas: { nama: 'Realisasi.xlsx', isi } },
  )
  expect(jawab.status, rapi(jawab.text)).toBe(303)
  const $ = await orang.halaman(String(jawab.headers.location))
  return {
    alamat: String(jawab.headers.location),
    teks: rapi($('main').text()),
    versi: String($('input[name=versi]').first().val()),
  }
}
const JABATAN = 'kasi-pemerintahan'

test('ekspor memuat setiap triwulan yang ada targetnya; diunggah kembali tidak mengubah apa pun', async () => {
  const { teks } = await unggah(kasi)
  expect(teks).toMatch(/0 ditolak 0 berubah 0 baru 3 sama/)
})

test('realisasi, kendala, dan tindak lanjut diterapkan, lalu dibatalkan sampai tidak bersisa', async () => {
  const hasil = await unggah(kasi, [
    {
      kunci: [JABATAN, 'IKK-14', '1', '1'],
      isi: { Realisasi: 3, Kendala: 'Kepala desa berganti', 'Tindak lanjut': 'Dijadwalkan ulang' },
    },
    { kunci: [JABATAN, 'IKK-14', '1', '2'], isi: { Realisasi: 0, 'Realisasi anggaran (Rp)': 2_000_000 } },
  ])
  expect(hasil.teks).toContain('0 ditolak 2 berubah')
  expect((await kasi.kirim(`${hasil.alamat}/penerapan`, { versi: hasil.versi })).status).toBe(303)
  expect(await tersimpan()).toEqual([
    { triwulan: 1, nilai: 3, anggaran: null, kendala: 'Kepala desa berganti', tindak_lanjut: 'Dijadwalkan ulang' },
    { triwulan: 2, nilai: 0, anggaran: 2_000_000, kendala: '', tindak_lanjut: '' },
  ])
  const $ = await kasi.halaman(hasil.alamat)
  const versi = String($('input[name=versi]').first().val())
  expect((await kasi.kirim(`${hasil.alamat}/pembatalan`, { versi, alasan: 'Berkasnya keliru' })).status).toBe(303)
  expect(await tersimpan()).toEqual([])
  const jejak = await uji.sql(
    "select rincian->>'lewat' as lewat, rincian->>'triwulan' as tw from jejak where peristiwa = 'rencana-aksi.diisi'",
  )
  expect(jejak).toHaveLength(4)
  expect(jejak[0]).toEqual({ lewat: 'Excel', tw: 'I' })
})

test('yang belum mulai, tanpa target, kurang dari nol, atau milik orang lain disebut barisnya', async () => {
  const { teks } = await unggah(kasi, [
    { kunci: [JABATAN, 'IKK-14', '1', '4'], isi: { Realisasi: 4 } },
    { kunci: [JABATAN, 'IKK-14', '1', '2'], isi: { Realisasi: -1 } },
    { kunci: [JABATAN, 'IKK-14', '1', '3'], isi: { Realisasi: 1 } },
  ])
  expect(teks).toContain('Triwulan ini belum mulai')
  expect(teks).toContain('Tulis angka 0 atau lebih')
  expect(teks).toContain('tidak ada targetnya pada triwulan itu')
  const lain = await unggah(await uji.masukSebagai('kasi.trantib'), [
    { kunci: [JABATAN, 'IKK-14', '1', '1'], isi: { Realisasi: 5 } },
  ])
  expect(lain.teks).toContain('Realisasi diisi oleh pejabatnya')
})

test('triwulan yang sudah dilaporkan tertutup: pada pratinjau, dan juga bila diterapkan sesudahnya', async () => {
  const baris = { kunci: [JABATAN, 'IKK-14', '1', '1'], isi: { Realisasi: 5 } }
  const hasil = await unggah(kasi, [baris])
  expect((await kasi.kirim(`${hasil.alamat}/penerapan`, { versi: hasil.versi })).status).toBe(303)
  expect((await kasi.kirim(`${dasar}/triwulan/1/pelaporan`, { versi: '0' })).status).toBe(303)
  expect((await unggah(kasi, [{ ...baris, isi: { Realisasi: 6 } }])).teks).toContain('sudah dilaporkan')
  const lama = { jabatan: JABATAN, indikator: 'IKK-14', urut: '1', triwulan: '1', realisasi: '5' }
  const terapkan = uji.sebagai('kasi.pemerintahan', (p) =>
    transaksi(uji.db, p, (tx) =>
      imporRealisasiAksi.terapkan(tx, p, [{ lembar: 'realisasi', lama, baru: { ...lama, realisasi: '6' } }], {
        tahun: 2026,
      }),
    ),
  )
  await expect(terapkan).rejects.toMatchObject({ http: 409 })
})
