import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatRupiah } from '../../../src/inti/angka/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { type SiklusUji, siapkanTelaah, versiSiklus } from '../telaah/siapkan.ts'

/** Money spent that turns out wrong after the Sekcam approved the recap. */
let app: AplikasiUji
let uji: SiklusUji
let kasi: OrangUji
let sekcam: OrangUji
type Uang = { id: string; sub_kegiatan_id: string; nama: string; formulir_id: string; realisasi: string; pagu: string }
let uang: Uang

beforeAll(async () => {
  app = await bukaAplikasiUji()
  uji = await siapkanTelaah(app)
  kasi = await app.masukSebagai('kasi.pemerintahan')
  sekcam = await app.masukSebagai('sekcam')
  const [baris] = await app.sql<Uang>(
    `select a.id, a.sub_kegiatan_id, a.nama, a.formulir_id, trim_scale(a.realisasi)::text as realisasi, trim_scale(a.pagu)::text as pagu
     from baris_anggaran a join formulir f on f.id = a.formulir_id join unit_kerja u on u.id = f.unit_id
     where a.siklus_id = $1 and u.kode = 'seksi-pemerintahan' order by a.urut limit 1`,
    [uji.siklusId],
  )
  if (!baris) throw new Error('tidak ada anggaran yang dapat dikoreksi')
  uang = baris
  const setuju = { versi: await versiSiklus(app, uji.siklusId), catatan: '' }
  expect((await sekcam.kirim(`${uji.langkah('P10')}/telaah/persetujuan`, setuju)).status).toBe(303)
}, 120_000)
afterAll(() => app.tutup())

const alamatBaru = () => `/koreksi/baru?siklus=${uji.siklusId}&anggaran=${uang.sub_kegiatan_id}`
const isian = (realisasi: string, lain: Record<string, string> = {}) => ({
  realisasi,
  alasanKoreksi: 'SPJ bulan Juni tercatat dua kali',
  sumberAngka: 'Laporan realisasi anggaran Juni',
  ...lain,
})
const usulkan = async (realisasi: string, lain: Record<string, string> = {}) => {
  const jawab = await kasi.kirim(alamatBaru(), isian(realisasi, lain))
  if (jawab.status !== 303) throw new Error(`koreksi ditolak: ${jawab.status} ${jawab.text.slice(0, 3000)}`)
  return (jawab.headers.location ?? '').split('?')[0] ?? ''
}
const riwayat = () =>
  app.sql<{ nilai: string; sumber: string }>(
    'select trim_scale(nilai)::text as nilai, sumber from realisasi_anggaran where sub_kegiatan_id = $1 and tahun = 2026 and triwulan = 2',
    [uang.sub_kegiatan_id],
  )
type Isi = {
  unit: { baris: object[]; anggaran: { subKegiatanId: string; realisasi: string | null; keterangan: string }[] }[]
  ringkasan: { realisasiAnggaran: string }
}
const versi = async (nomor: number): Promise<Isi> => {
  const [satu] = await app.sql<{ isi: Isi }>(
    `select isi from rekap where siklus_id = $1 and nomor_versi = $2
     union all select isi from rekap_koreksi where siklus_id = $1 and nomor_versi = $2`,
    [uji.siklusId, nomor],
  )
  if (!satu) throw new Error(`tidak ada versi ${nomor}`)
  return satu.isi
}
const teks = async (oleh: OrangUji, alamat: string) => (await oleh.halaman(alamat))('main').text().replace(/\s+/g, ' ')

describe('koreksi realisasi anggaran sesudah disetujui', () => {
  it('realisasi yang disetujui tidak berubah lewat jalan lain, juga dari basis data', async () => {
    const [sebelum] = await riwayat()
    expect(sebelum?.nilai).toBe(uang.realisasi)
    const satu = 'where sub_kegiatan_id = $1 and tahun = 2026 and triwulan = 2'
    for (const ubah of ['update realisasi_anggaran set nilai = 1', 'delete from realisasi_anggaran'])
      await expect(app.sql(`${ubah} ${satu}`, [uang.sub_kegiatan_id])).rejects.toThrow(/hanya berubah lewat koreksi/)
    expect(await riwayat()).toEqual([sebelum])
  })

  it('dipilih dari daftar; ditolak: kosong, bukan uang, kurang dari nol, sama, tanpa alasan; isiannya tetap', async () => {
    const $ = await kasi.halaman(`/koreksi?siklus=${uji.siklusId}`)
    expect($(`a[href="${alamatBaru()}"]`).text()).toBe(`Realisasi anggaran ${uang.nama}`)
    const form = await kasi.halaman(alamatBaru())
    expect(form('main').text()).toContain(formatRupiah(uang.realisasi))
    expect(form('[name=realisasi]').val()).not.toBe('')
    for (const [realisasi, kalimat] of [
      ['', 'Isi realisasi yang benar'],
      ['banyak', 'value="banyak"'],
      ['-5', 'tidak boleh kurang dari nol'],
      [uang.realisasi.replace('.', ','), 'sama dengan yang sudah disetujui'],
    ] as const) {
      const jawab = await kasi.kirim(alamatBaru(), isian(realisasi))
      expect([jawab.status, jawab.text], realisasi).toEqual([422, expect.stringContaining(kalimat)])
    }
    const tanpa = await kasi.kirim(alamatBaru(), isian('1000', { alasanKoreksi: '', tb: '1' }))
    expect(tanpa.status).toBe(422)
    expect(tanpa.text).toContain('Tulis mengapa angkanya dikoreksi')
    expect(tanpa.text).toContain('Tuliskan mengapa tidak ada realisasi')
    const lain = await app.masukSebagai('kasi.trantib')
    expect((await lain.kirim(alamatBaru(), isian('1000'))).status).toBe(404)
    expect((await sekcam.kirim(alamatBaru(), isian('1000'))).status).toBe(403)
    expect(await app.sql('select 1 from koreksi')).toEqual([])
  })

  it('disetujui: versi baru dengan jumlah yang baru, baris lain tetap, dan tampak di mana pun angka lama dipakai', async () => {
    const alamat = await usulkan('1.234.500')
    expect(await teks(sekcam, '/')).toContain(`Putuskan koreksi Realisasi anggaran ${uang.nama}`)
    expect((await kasi.kirim(alamatBaru(), isian('7000'))).status, 'satu usulan').toBe(409)
    expect((await riwayat())[0]?.nilai).toBe(uang.realisasi)
    expect((await sekcam.kirim(`${alamat}/persetujuan`, { versi: '1' })).status).toBe(303)
    const [lama, baru] = [await versi(1), await versi(2)]
    const selisih = Number(lama.ringkasan.realisasiAnggaran) - Number(baru.ringkasan.realisasiAnggaran)
    expect(selisih).toBeCloseTo(Number(uang.realisasi) - 1_234_500, 2)
    const lainnya = ({ unit }: Isi) =>
      unit.map((u) => ({ ...u, anggaran: u.anggaran.filter((a) => a.subKegiatanId !== uang.sub_kegiatan_id) }))
    expect(lainnya(baru)).toEqual(lainnya(lama))
    expect(await riwayat()).toEqual([{ nilai: '1234500', sumber: expect.stringContaining('dikoreksi') }])
    const kata = /Dikoreksi 6 Juli 2026: semula .*, menjadi Rp ?1\.234\.500.* SPJ bulan Juni tercatat dua kali/
    for (const [oleh, di] of [
      [kasi, `/formulir/${uang.formulir_id}`],
      [sekcam, `/rekap/${uji.siklusId}`],
      [sekcam, `/rekap/${uji.siklusId}?versi=2`],
      [sekcam, '/dasbor'],
    ] as const)
      expect(await teks(oleh, di), di).toMatch(kata)
    expect(await teks(sekcam, `/rekap/${uji.siklusId}?versi=1`)).not.toContain('Dikoreksi')
    expect(await teks(sekcam, '/perencanaan/realisasi?tahun=2026&bulan=6')).toContain('1.234.500')
    expect((await kasi.buka(`${alamat}/berita-acara`)).status).toBe(200)
  })

  it('tidak dilaporkan, dengan alasan: riwayatnya kembali kepada bulan; formulir tetap seperti diserahkan', async () => {
    const alamat = await usulkan('', { tb: '1', keterangan: 'Dicatat pada sub kegiatan lain' })
    expect((await sekcam.kirim(`${alamat}/persetujuan`, { versi: '1' })).status).toBe(303)
    const baris = (await versi(3)).unit.flatMap((u) => u.anggaran).find((a) => a.subKegiatanId === uang.sub_kegiatan_id)
    expect(baris).toMatchObject({
      status: 'TIDAK_BERLAKU',
      realisasi: null,
      keterangan: 'Dicatat pada sub kegiatan lain',
    })
    expect((await riwayat()).filter((r) => r.sumber.includes('Siklus'))).toEqual([])
    const [asli] = await app.sql<{ n: string }>(
      'select trim_scale(realisasi)::text as n from baris_anggaran where id = $1',
      [uang.id],
    )
    expect(asli?.n).toBe(uang.realisasi)
  })
})
