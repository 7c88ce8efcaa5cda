import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { rapikan } from '../../bantuan/peramban-polos.ts'
import { mulaiSiklusUji } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'

let app: AplikasiUji
let budi: OrangUji // Sekcam
let sari: OrangUji // Tim SAKIP
let siklusId: string
let bulan = 0
beforeAll(async () => {
  app = await bukaAplikasiUji()
  await pasangSopKecil(app, 'uji-instruksi', [
    { kode: 'A', jenis: 'instruksi', pelaksana: 'SEKCAM', penerima: ['TIM_SAKIP'] },
    {
      kode: 'B',
      jenis: 'instruksi',
      pelaksana: 'SEKCAM',
      dibantu: ['TIM_SAKIP'],
      penerima: ['TIM_SAKIP'],
      keputusan: { tidak: 'A' },
    },
    { kode: 'C', jenis: 'instruksi', pelaksana: ['SEKCAM', 'TIM_SAKIP'], cara: 'SEMUA', penerima: ['KASI'] },
    { kode: 'D' },
  ])
  budi = await app.masukSebagai('sekcam')
  sari = await app.masukSebagai('sakip1')
})
afterAll(() => app.tutup())
beforeEach(async () => {
  bulan += 1
  siklusId = await mulaiSiklusUji(app, { sop: 'uji-instruksi', periode: { jenis: 'BULAN', tahun: 2026, nomor: bulan } })
})

const alamat = (kode: string) => `/siklus/${siklusId}/langkah/${kode}/instruksi`
const status = async (kode: string) =>
  (await app.sql('select status from langkah_siklus where siklus_id = $1 and kode = $2', [siklusId, kode]))[0]?.status
const baris = async (kode: string) =>
  (
    await app.sql<{ nomor: string; versi: number; isi: string }>(
      'select i.nomor, i.versi, i.isi from instruksi i join langkah_siklus l on l.id = i.langkah_id where l.siklus_id = $1 and l.kode = $2',
      [siklusId, kode],
    )
  )[0]

/** The form as the page has it, with changes. */
async function lembar(orang: OrangUji, kode: string, ganti: Record<string, string | string[]> = {}) {
  const $ = await orang.halaman(alamat(kode))
  const nilai = (nama: string) => String($(`[name=${nama}]`).val() ?? '')
  const kepada = $('input[name=kepada]')
    .map((_, c) => $(c).attr('value') ?? '')
    .get()
  return {
    versi: nilai('versi'),
    hal: 'Pengumpulan data',
    kepada: kepada.slice(0, 1),
    isi: 'Kumpulkan data.\nLaporkan hasilnya.',
    ...ganti,
  }
}
const terbitkan = async (orang: OrangUji, kode: string, ganti: Record<string, string | string[]> = {}) =>
  orang.kirim(`${alamat(kode)}/penerbitan`, await lembar(orang, kode, ganti))

describe('instruksi', () => {
  it('diterbitkan pelaksana menurut SOP: bernomor, berdokumen, langkah berikutnya terbuka dengan batas waktunya', async () => {
    expect((await terbitkan(budi, 'A', { tenggat: '2026-07-09' })).status).toBe(303)
    expect(await status('A')).toBe('SELESAI')
    expect((await baris('A'))?.nomor).toMatch(/\/INS\/2026$/)
    const [d] = await app.sql<{ teks: string }>(
      "select model::text as teks from dokumen where siklus_id = $1 and jenis = 'INSTRUKSI'",
      [siklusId],
    )
    for (const satu of ['KESATU', 'Kumpulkan data.', 'KEDUA', 'Kamis, 9 Juli 2026']) expect(d?.teks).toContain(satu)
    const [b] = await app.sql<{ tenggat: string }>(
      "select tenggat::text from langkah_siklus where siklus_id = $1 and kode = 'B'",
      [siklusId],
    )
    expect(b?.tenggat).toBe('2026-07-09')
    const $ = await sari.halaman(alamat('A'))
    expect($('main form').length).toBe(0)
    expect(rapikan($('main').text())).toContain('Laporkan hasilnya.')
  })

  it('yang kurang disebut di bidangnya dan isian tetap ada', async () => {
    const jawab = await terbitkan(budi, 'A', { hal: '', isi: '', kepada: [], tenggat: '2026-07-01', catatan: 'Segera' })
    expect(jawab.status).toBe(422)
    for (const satu of [
      'Tulis tentang apa instruksi ini.',
      'Pilih paling sedikit satu orang.',
      'Tulis apa yang diperintahkan.',
      'Batas waktu sudah lewat.',
      'Segera',
    ])
      expect(jawab.text).toContain(satu)
    expect(await status('A')).toBe('BERJALAN')
  })

  it('bukan pelaksana 403, belum terbuka 409, kantor lain 404, halaman usang 409', async () => {
    expect((await sari.kirim(alamat('A'), { versi: '1' })).status).toBe(403)
    expect((await sari.kirim(`${alamat('A')}/penerbitan`, { versi: '1' })).status).toBe(403)
    expect((await budi.kirim(`${alamat('B')}/penerbitan`, { versi: '1' })).status).toBe(409)
    const lain = await app.masukSebagai('camat.muarapapalik')
    expect((await lain.buka(alamat('A'))).status).toBe(404)
    expect((await lain.kirim(`${alamat('A')}/penerbitan`, { versi: '1' })).status).toBe(404)
    const usang = await lembar(budi, 'A')
    expect((await budi.kirim(alamat('A'), usang)).status).toBe(303)
    expect((await budi.kirim(`${alamat('A')}/penerbitan`, usang)).status).toBe(409)
    expect(await status('A')).toBe('BERJALAN')
  })

  it('yang membantu menurut SOP menyiapkan rancangannya, tetapi tidak menerbitkan', async () => {
    await terbitkan(budi, 'A')
    expect((await sari.kirim(alamat('B'), await lembar(sari, 'B'))).status).toBe(303)
    expect((await baris('B'))?.isi).toContain('Laporkan hasilnya.')
    expect((await terbitkan(sari, 'B', { putusan: 'ya' })).status).toBe(403)
    expect(await status('B')).toBe('BERJALAN')
  })

  it('kiriman yang sama dua kali menerbitkan satu instruksi', async () => {
    const isi = { ...(await lembar(budi, 'A')), kunci: crypto.randomUUID() }
    const jawab = await Promise.all([1, 2].map(() => budi.kirim(`${alamat('A')}/penerbitan`, isi)))
    expect(jawab.map((j) => j.status)).toEqual([303, 303])
    const jejak = await app.sql("select 1 from jejak where siklus_id = $1 and peristiwa = 'instruksi.diterbitkan'", [
      siklusId,
    ])
    expect(jejak.length).toBe(1)
  })

  it('sebagai keputusan: Tidak kembali dengan alasan tanpa menerbitkan, Ya menerbitkan', async () => {
    await terbitkan(budi, 'A')
    expect((await terbitkan(budi, 'B')).text).toContain('Pilih keputusannya')
    const tidak = { putusan: 'tidak:A', alasanPutusan: 'Arahan pertama kurang jelas.', isi: '', kepada: [] }
    expect((await terbitkan(budi, 'B', tidak)).headers.location).toContain('langkah-dikembalikan')
    expect([await status('A'), (await baris('B'))?.nomor]).toEqual(['BERJALAN', ''])
    await terbitkan(budi, 'A')
    expect((await terbitkan(budi, 'B', { putusan: 'ya' })).headers.location).toContain('langkah-diputuskan')
    expect([await status('B'), (await baris('B'))?.nomor]).toEqual(['SELESAI', expect.stringContaining('/INS/')])
  })

  it('bila dua pelaksana harus bertindak, yang terakhir menerbitkannya', async () => {
    await terbitkan(budi, 'A')
    await terbitkan(budi, 'B', { putusan: 'ya' })
    expect((await terbitkan(budi, 'C')).headers.location).toContain('bagian-selesai')
    expect((await baris('C'))?.nomor).toBe('')
    await terbitkan(sari, 'C')
    expect([await status('C'), (await baris('C'))?.nomor]).toEqual(['SELESAI', expect.stringContaining('/INS/')])
  })
})
