import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaksi } from '../../../src/inti/basis-data/index.ts'
import { catatRealisasi } from '../../../src/modul/formulir/index.ts'
import { ambilSiklus } from '../../../src/modul/siklus/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { type SiklusUji, siapkanTelaah, versiSiklus } from '../telaah/siapkan.ts'

/** An SOP that reports per month: what its forms say was spent is what the months of the budget say. */
let app: AplikasiUji
let kasi: OrangUji
let sekcam: OrangUji
let mei: SiklusUji
let juni: SiklusUji
type Uang = { sub: string; nama: string; pagu: number }
let uang: Uang

beforeAll(async () => {
  app = await bukaAplikasiUji()
  kasi = await app.masukSebagai('kasi.pemerintahan')
  sekcam = await app.masukSebagai('sekcam')
  mei = await siapkanTelaah(app, { bulan: 5, serapan: 0.35 })
  const [baris] = await app.sql<Uang>(
    `select a.sub_kegiatan_id as sub, a.nama, a.pagu::float as pagu from baris_anggaran a join formulir f on f.id = a.formulir_id
     join unit_kerja u on u.id = f.unit_id where a.siklus_id = $1 and u.kode = 'seksi-pemerintahan' order by a.urut limit 1`,
    [mei.siklusId],
  )
  if (!baris) throw new Error('tidak ada baris anggaran')
  uang = baris
}, 120_000)
afterAll(() => app.tutup())

const setujui = async (uji: SiklusUji) => {
  const isi = { versi: await versiSiklus(app, uji.siklusId), catatan: '' }
  expect((await sekcam.kirim(`${uji.langkah('P10')}/telaah/persetujuan`, isi)).status).toBe(303)
}
const rupiah = (nilai: number) => Math.round(nilai).toLocaleString('id-ID')
/** The row of the sub kegiatan on the page of a month: its cells and the small line under its name. */
const barisBulan = async (bulan: number) => {
  const $ = await kasi.halaman(`/perencanaan/realisasi?tahun=2026&bulan=${bulan}`)
  const tr = $('tbody tr').filter((_, t) => $(t).find('th').text().includes(uang.nama))
  const sel = (label: string) => tr.find(`td[data-label="${label}"]`).text().trim()
  return {
    kecil: tr.find('small.kecil').text(),
    sendiri: sel('Bulan ini'),
    sampai: sel('s.d. bulan ini'),
    medan: tr.find('input[name$=".nilai"]').attr('name') ?? '',
  }
}
const ketik = async (bulan: number, nilai: string) =>
  kasi.kirim('/perencanaan/realisasi', {
    tahun: '2026',
    bulan: String(bulan),
    'baris.0.sub': uang.sub,
    'baris.0.nilai': nilai,
    'baris.0.versi': '0',
  })
const triwulan = (nomor: number) =>
  app.sql<{ nilai: number; sumber: string }>(
    'select nilai::float as nilai, sumber from realisasi_anggaran where sub_kegiatan_id = $1 and tahun = 2026 and triwulan = $2',
    [uang.sub, nomor],
  )
/** An approval of a later round: its event, and what the forms say then. */
const catatLagi = ({ siklusId }: SiklusUji) =>
  app.sebagai('sekcam', (pelaku) =>
    transaksi(app.db, pelaku, async (tx) => {
      await tx.$executeRaw`
        insert into peristiwa_siklus (siklus_id, urut, kecamatan_id, jenis, isi, waktu, nama_pelaku, jabatan_pelaku)
        select siklus_id, urut + 1, kecamatan_id, jenis, isi, waktu, nama_pelaku, jabatan_pelaku from peristiwa_siklus
        where siklus_id = ${siklusId}::uuid order by urut desc limit 1`
      await catatRealisasi(tx, (await ambilSiklus(tx, pelaku, siklusId)).siklus)
    }),
  )

describe('realisasi anggaran dari siklus bulanan', () => {
  it('sebelum disetujui bulannya kosong; sesudahnya terisi, dan terkunci sampai bulan itu', async () => {
    const lalu = (await triwulan(1))[0]?.nilai ?? 0
    expect(await barisBulan(5)).toMatchObject({ sampai: rupiah(lalu), medan: expect.stringContaining('nilai') })
    await setujui(mei)
    const baris = await barisBulan(5)
    expect(baris.kecil).toContain('tercatat s.d. Mei: Siklus Pengumpulan Data Kinerja Mei 2026')
    expect(baris.kecil).toContain('bulan ini memuat juga bulan sebelumnya yang belum tercatat')
    expect([baris.sendiri, baris.sampai, baris.medan]).toEqual([
      rupiah(uang.pagu * 0.35 - lalu),
      rupiah(uang.pagu * 0.35),
      '',
    ])
    for (const bulan of [4, 5]) {
      const jawab = await ketik(bulan, '1000')
      expect([jawab.status, jawab.text]).toEqual([422, expect.stringContaining('Sudah tercatat (Siklus Pengumpulan')])
    }
    expect(await triwulan(2)).toEqual([])
    expect(await app.sql('select 1 from realisasi_indikator where siklus_id = $1', [mei.siklusId])).toEqual([])
  })

  it('bulan sesudahnya melanjutkan dari situ, diketik atau dilaporkan; formulirnya menunjukkan angka bulan lalu', async () => {
    expect((await ketik(6, '1.000')).status).toBe(303)
    expect((await barisBulan(6)).sampai).toBe(rupiah(uang.pagu * 0.35 + 1000))
    expect(await triwulan(2)).toEqual([{ nilai: uang.pagu * 0.35 + 1000, sumber: 'Realisasi bulanan' }])
    juni = await siapkanTelaah(app, { bulan: 6, serapan: 0.4 })
    const [unit] = await app.sql<{ id: string }>(
      "select f.id from formulir f join unit_kerja u on u.id = f.unit_id where f.siklus_id = $1 and u.kode = 'seksi-pemerintahan'",
      [juni.siklusId],
    )
    const formulir = (await kasi.halaman(`/formulir/${unit?.id}`))('main').text()
    expect(formulir).toContain(rupiah(uang.pagu * 0.35))
    await setujui(juni)
    const baris = await barisBulan(6)
    expect([baris.sendiri, baris.sampai]).toEqual([rupiah(uang.pagu * 0.05), rupiah(uang.pagu * 0.4)])
    expect(baris.kecil).not.toContain('memuat juga')
    expect(await triwulan(2)).toEqual([{ nilai: uang.pagu * 0.4, sumber: 'Realisasi bulanan' }])
  })

  it('koreksi bulan Mei: bulan Juni sendiri mengikuti, jumlah s.d. Juni tetap', async () => {
    const jawab = await kasi.kirim(`/koreksi/baru?siklus=${mei.siklusId}&anggaran=${uang.sub}`, {
      realisasi: '2.234.500',
      alasanKoreksi: 'SPJ bulan Mei tercatat dua kali',
      sumberAngka: 'Laporan realisasi anggaran Mei',
    })
    expect(jawab.status).toBe(303)
    const alamat = (jawab.headers.location ?? '').split('?')[0] ?? ''
    expect((await sekcam.kirim(`${alamat}/persetujuan`, { versi: '1' })).status).toBe(303)
    expect(await barisBulan(5)).toMatchObject({ sampai: '2.234.500', kecil: expect.stringContaining('dikoreksi') })
    expect(await barisBulan(6)).toMatchObject({
      sendiri: rupiah(uang.pagu * 0.4 - 2_234_500),
      sampai: rupiah(uang.pagu * 0.4),
    })
    expect(await triwulan(2)).toEqual([{ nilai: uang.pagu * 0.4, sumber: 'Realisasi bulanan' }])
    await catatLagi(mei)
    expect((await barisBulan(5)).sampai).toBe('2.234.500')
  })

  it('tidak berubah lewat jalan lain, juga tidak dengan peristiwa siklus bulan lain', async () => {
    const satu = 'where sub_kegiatan_id = $1 and bulan = 6'
    for (const ubah of ['update realisasi_sampai_bulan set nilai = 1', 'delete from realisasi_sampai_bulan'])
      await expect(app.sql(`${ubah} ${satu}`, [uang.sub])).rejects.toMatchObject({ code: 'TK002' })
    const [baris] = await app.sql<{ id: string }>(`select id from realisasi_sampai_bulan ${satu}`, [uang.sub])
    const denganPeristiwa = ({ siklusId }: SiklusUji) =>
      app.sql(
        `with e as (insert into peristiwa_siklus (siklus_id, urut, kecamatan_id, jenis, isi, waktu, nama_pelaku, jabatan_pelaku)
           select siklus_id, urut + 1, kecamatan_id, jenis, isi, waktu, nama_pelaku, jabatan_pelaku from peristiwa_siklus
           where siklus_id = $1 order by urut desc limit 1 returning 1)
         update realisasi_sampai_bulan set nilai = nilai where id = $2`,
        [siklusId, baris?.id],
      )
    await expect(denganPeristiwa(mei)).rejects.toMatchObject({ code: 'TK002' })
    await denganPeristiwa(juni)
    const hapus = app.sql('delete from sub_kegiatan where id = $1', [uang.sub])
    await expect(hapus).rejects.toThrow(/masih dipakai/)
  })

  it('disetujui lagi tanpa angka itu: siklusnya tidak mengatakannya lagi, dan yang diketik unit berlaku kembali', async () => {
    await app.sql(
      "update baris_anggaran set status = 'TIDAK_BERLAKU', realisasi = null where siklus_id = $1 and sub_kegiatan_id = $2",
      [juni.siklusId, uang.sub],
    )
    await catatLagi(juni)
    const baris = await barisBulan(6)
    expect([baris.sampai, baris.medan]).toEqual(['2.235.500', expect.stringContaining('nilai')])
    expect((await barisBulan(5)).medan).toBe('')
    expect(await triwulan(2)).toEqual([{ nilai: 2_235_500, sumber: 'Realisasi bulanan' }])
  })
})
