import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'

/** A measuring SOP in an office and period without a collection: figures are typed in with reason, source and evidence. */
let app: AplikasiUji
let sari: OrangUji
let siklusId = ''
let alamat = ''
type Baris = {
  id: string
  versi: number
  kartu: { nama: string; variabel: { kode: string }[] }
  status: string
  nilai: string | null
  hasil: object | null
  sumber_angka: string
}
const baris = () =>
  app.sql<Baris>(
    "select id, versi, kartu, status::text, nilai::text, hasil, sumber_angka from baris_kertas_kerja where siklus_id = $1 and jatuh_tempo and kartu->>'metode' = 'PERSENTASE' order by urut, id",
    [siklusId],
  )
const satu = async (): Promise<Baris> => {
  const [b] = await baris()
  if (!b) throw new Error('tidak ada baris')
  return b
}
const isi = (b: Baris, lain: Record<string, string> = {}) => ({
  versi: String(b.versi),
  ...Object.fromEntries(b.kartu.variabel.map((v, i) => [`v.${v.kode}`, i === 0 ? '80' : '100'])),
  sumberAngka: 'Register pelayanan Juni 2026',
  penyebab: 'Petugas cukup',
  hambatan: '',
  solusi: '',
  programPenunjang: '',
  ...lain,
})

beforeAll(async () => {
  app = await bukaAplikasiUji()
  sari = await app.masukSebagai('sakip1')
  const langkah = [
    { kode: 'A', jenis: 'metodologi', berikutnya: ['B'] },
    { kode: 'B', jenis: 'pengukuran' },
  ]
  await pasangSopKecil(app, 'ukur', langkah, { tujuan: 'PENGUKURAN' })
  siklusId = await mulaiSiklusUji(app, { sop: 'ukur' })
  alamat = `/siklus/${siklusId}/langkah/B/pengukuran`
})
afterAll(() => app.tutup())

describe('pengukuran tanpa pengumpulan yang disetujui', () => {
  it('sebelum terbuka halamannya menerangkan, dan tidak ada yang dapat ditulis', async () => {
    expect((await sari.halaman(alamat))('main').text()).toContain('Langkah ini belum terbuka.')
    expect(
      (await sari.kirim(`${alamat}/sumber`, { sumber: 'sendiri', alasan: 'x'.repeat(20), versi: '1' })).status,
    ).toBe(409)
  })

  it('metodologi: yang bukan Tim SAKIP ditolak; versi lama kalah', async () => {
    const b = await satu()
    const ubah = {
      versi: String(b.versi),
      metode: 'PERSENTASE',
      rumus: 'r',
      polaritas: 'MAKS',
      varianMin: '2T-R',
      agregasi: 'POSISI_AKHIR',
      sumberData: 's',
      alasanMetodologi: 'Sesuai arahan kabupaten',
    }
    const dasar = `/siklus/${siklusId}/langkah/A/metodologi/indikator/${b.id}`
    expect((await (await app.masukSebagai('kasi.pemerintahan')).kirim(dasar, ubah)).status).toBe(403)
    expect((await (await app.masukSebagai('sakip.candipuro')).kirim(dasar, ubah)).status).toBe(404)
    expect((await sari.kirim(dasar, ubah)).status).toBe(303)
    expect((await sari.kirim(dasar, ubah)).status).toBe(409)
    await sampaiLangkah(app, siklusId, 'B')
  })

  it('memperingatkan, meminta alasan, dan sebelum itu angka tidak dapat diketik', async () => {
    const $ = await sari.halaman(alamat)
    expect($('main').text()).toContain('Asal angka belum ditetapkan')
    const b = await satu()
    expect((await sari.kirim(`${alamat}/indikator/${b.id}`, isi(b))).status).toBe(303)
    expect((await satu()).status).toBe('KOSONG')
    const versi = String($('form[action$="/sumber"] input[name=versi]').first().val())
    const tanpa = await sari.kirim(`${alamat}/sumber`, { sumber: 'sendiri', alasan: 'x', versi })
    expect(tanpa.status).toBe(422)
    expect((await sari.kirim(`${alamat}/sumber`, { sumber: 'pengumpulan', versi })).status).toBe(422)
    const sah = { sumber: 'sendiri', alasan: 'Kecamatan belum mempunyai SOP pengumpulan.', versi }
    expect((await sari.kirim(`${alamat}/sumber`, sah)).status).toBe(303)
    expect((await sari.kirim(`${alamat}/sumber`, sah)).status).toBe(409)
    expect((await sari.halaman(alamat))('main').text()).toContain('Kecamatan belum mempunyai SOP pengumpulan.')
  })

  it('angka diminta sumbernya; yang taksa ditanyakan; yang benar dihitung dan tersimpan sebagai desimal', async () => {
    const b = await satu()
    const tujuan = `${alamat}/indikator/${b.id}`
    const tanpaSumber = await sari.kirim(tujuan, isi(b, { sumberAngka: '' }))
    expect(tanpaSumber.status).toBe(422)
    expect(tanpaSumber.text).toContain('Tulis dari mana angkanya')
    expect(tanpaSumber.text).toContain('Petugas cukup')
    const kode = b.kartu.variabel[0]?.kode ?? ''
    const taksa = await sari.kirim(tujuan, isi(b, { [`v.${kode}`]: '1.250' }))
    expect(taksa.status).toBe(422)
    expect(taksa.text).toContain('Maksud saya')
    expect((await sari.kirim(tujuan, isi(b))).status).toBe(303)
    expect(await satu()).toMatchObject({
      status: 'TERISI',
      nilai: '80.000000',
      sumber_angka: 'Register pelayanan Juni 2026',
    })
    expect((await satu()).hasil).toMatchObject({ versi: 'takar-1' })
  })

  it('bukti ditambah dan dihapus; yang kurang menahan penyelesaian dan tidak mengubah apa pun', async () => {
    const b = await satu()
    const tujuan = `${alamat}/indikator/${b.id}/bukti`
    expect((await sari.kirim(tujuan, { jenis: 'tautan', tautan: 'http://x' })).status).toBe(422)
    expect((await sari.kirim(tujuan, { jenis: 'kertas', tempatKertas: 'Map 2, lemari arsip' })).status).toBe(303)
    const $ = await sari.halaman(`${alamat}/indikator/${b.id}`)
    const hapus = $('form[action$="/penghapusan"]').attr('action') ?? ''
    expect((await sari.kirim(hapus)).status).toBe(303)
    expect((await sari.kirim(hapus)).status).toBe(404)
    const selesai = await sari.kirim(`${alamat}/penyelesaian`)
    expect(selesai.status).toBe(422)
    expect(selesai.text).toContain('Belum diisi')
  })

  it('seksi lain membaca seluruhnya, staf hanya unitnya, kecamatan lain tidak menemukan apa pun', async () => {
    const semua = (await (await app.masukSebagai('kasi.pemerintahan')).halaman(alamat))('main tbody th').length
    const $staf = await (await app.masukSebagai('staf.pemerintahan')).halaman(alamat)
    expect($staf('main tbody th').length).toBeLessThan(semua)
    expect($staf('main').text()).not.toContain('Capaian tujuan, sasaran, program')
    expect((await (await app.masukSebagai('sakip.candipuro')).buka(alamat)).status).toBe(404)
    const b = await satu()
    expect((await (await app.masukSebagai('staf.pelayanan')).kirim(`${alamat}/indikator/${b.id}`, isi(b))).status).toBe(
      403,
    )
  })
})
