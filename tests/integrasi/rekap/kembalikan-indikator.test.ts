import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { bandingkanBaris } from '../../bantuan/jalan-siklus.ts'
import { rapikan } from '../../bantuan/peramban-polos.ts'
import { mulaiSiklusUji } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'

/** While the recap of a measuring is made, one indicator goes back to the measuring: that one, with its reason. */
let app: AplikasiUji
let sari: OrangUji // Tim SAKIP
let budi: OrangUji // Sekcam
let siklusId = ''
beforeAll(async () => {
  app = await bukaAplikasiUji()
  await pasangSopKecil(app, 'uji-ukur-rekap', [
    { kode: 'A', jenis: 'pengukuran', pelaksana: 'TIM_SAKIP' },
    { kode: 'B', jenis: 'rekap', pelaksana: 'TIM_SAKIP' },
    { kode: 'C', pelaksana: 'SEKCAM' },
  ])
  sari = await app.masukSebagai('sakip1')
  budi = await app.masukSebagai('sekcam')
  siklusId = await mulaiSiklusUji(app, { sop: 'uji-ukur-rekap' })
  // nothing is measured this time: the step may be finished without figures and analysis
  await app.sql("update kertas_kerja set sumber = 'LANGSUNG', alasan_tanpa_sumber = 'uji' where siklus_id = $1", [
    siklusId,
  ])
  await app.sql(
    "update baris_kertas_kerja set status = 'TIDAK_BERLAKU', alasan_tidak_berlaku = 'Tidak diukur.' where siklus_id = $1",
    [siklusId],
  )
})
afterAll(() => app.tutup())

const langkah = (kode: string, jenis: string) => `/siklus/${siklusId}/langkah/${kode}/${jenis}`
const terbuka = async () =>
  (
    await app.sql<{ kode: string }>("select kode from langkah_siklus where siklus_id = $1 and status = 'BERJALAN'", [
      siklusId,
    ])
  ).map((l) => l.kode)
const baris = () =>
  app.sql<{ id: string; versi: number; terbuka: boolean; alasan_kembali: string | null }>(
    'select id, versi, terbuka, alasan_kembali from baris_kertas_kerja where siklus_id = $1 order by urut, id',
    [siklusId],
  )
const ubah = (id: string, versi: number) =>
  sari.kirim(`${langkah('A', 'pengukuran')}/indikator/${id}`, {
    ...{ versi: String(versi), tb: '1', alasan: 'Tidak diukur.' },
    penyebab: 'Diperiksa lagi.',
  })

describe('mengembalikan satu indikator saat merekap', () => {
  it('tanpa alasan 422, bukan pelaksana 403, indikator yang tidak ada 404; semuanya tidak mengubah apa pun', async () => {
    expect((await sari.kirim(`${langkah('A', 'pengukuran')}/penyelesaian`)).status).toBe(303)
    expect(await terbuka()).toEqual(['B'])
    const $ = await sari.halaman(langkah('B', 'rekap'))
    const form = $('form[action$="/pengembalian-indikator"]')
    expect(form.find('select[name=barisId] option').length).toBe((await baris()).length + 1)
    const alamat = String(form.attr('action'))
    const [satu] = await baris()
    const isian = { barisId: satu?.id ?? '', alasan: 'Cocokkan dengan register.' }
    const pendek = await sari.kirim(alamat, { ...isian, alasan: 'pendek' })
    expect([pendek.status, pendek.text]).toEqual([422, expect.stringContaining('pendek</textarea>')])
    expect((await budi.kirim(alamat, isian)).status).toBe(403)
    expect((await sari.kirim(alamat, { ...isian, barisId: siklusId })).status).toBe(404)
    expect((await (await app.masukSebagai('sakip.candipuro')).kirim(alamat, isian)).status).toBe(404)
    expect(await terbuka()).toEqual(['B'])
  })

  it('hanya indikator itu terbuka, alasannya tampak padanya; setelah diukur lagi, rekap terbuka kembali', async () => {
    const [satu, dua] = await baris()
    if (!satu || !dua) throw new Error('kurang indikator')
    const alamat = `${langkah('B', 'rekap')}/pengembalian-indikator`
    expect((await sari.kirim(alamat, { barisId: satu.id, alasan: 'Cocokkan dengan register.' })).status).toBe(303)
    expect(await terbuka()).toEqual(['A'])
    expect((await baris()).filter((b) => b.terbuka).map((b) => b.id)).toEqual([satu.id])
    const $ = await sari.halaman(`${langkah('A', 'pengukuran')}/indikator/${satu.id}`)
    expect(rapikan($('main').text())).toContain('Cocokkan dengan register.')
    expect((await ubah(dua.id, dua.versi)).status, 'yang tidak dikembalikan tetap tertutup').toBe(409)
    expect((await sari.kirim(alamat, { barisId: dua.id, alasan: 'Rekap belum terbuka.' })).status).toBe(409)
    const kini = (await baris()).find((b) => b.id === satu.id)
    expect((await ubah(satu.id, kini?.versi ?? 0)).status).toBe(303)
    expect((await sari.kirim(`${langkah('A', 'pengukuran')}/penyelesaian`)).status).toBe(303)
    expect(await terbuka()).toEqual(['B'])
    expect(await bandingkanBaris(app, siklusId)).toEqual([])
  })
})
