import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ambilLkjip } from '../../../src/modul/lkjip/lkjip.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { idIndikator } from './siapkan.ts'

let app: AplikasiUji
beforeAll(async () => {
  app = await bukaAplikasiUji()
})
afterAll(() => app.tutup())
const isi = async (tahun: number) => (await app.sebagai('sakip1', (p) => ambilLkjip(app.db.baca, p, tahun))).isi

describe('uang tahun-tahun sebelumnya', () => {
  it('tahun yang hanya dicatat per triwulan ikut: angka sampai triwulan terakhirnya, sekali', async () => {
    const sebelum = (await isi(2026)).anggaran.find((a) => a.realisasiLalu !== null)
    if (!sebelum) throw new Error('contoh tidak memuat realisasi tahun lalu')
    await app.sql(
      `with lama as (delete from realisasi_anggaran where sub_kegiatan_id = $1 and tahun = 2025 and triwulan = 0 returning *)
       insert into realisasi_anggaran (id, kecamatan_id, sub_kegiatan_id, tahun, triwulan, pagu, nilai, sumber)
       select gen_random_uuid(), kecamatan_id, sub_kegiatan_id, tahun, n, pagu, nilai * n / 4, sumber from lama, generate_series(1, 4) n`,
      [sebelum.id],
    )
    const sesudah = (await isi(2026)).anggaran.find((a) => a.id === sebelum.id)
    expect(sesudah?.realisasiLalu).toBe(sebelum.realisasiLalu)
    const halaman = await (await app.masukSebagai('sakip1')).halaman('/perencanaan/program?tahun=2026')
    const baris = halaman('tr').filter((_, tr) => halaman(tr).text().includes(sebelum.kode))
    expect(baris.text()).toContain(Number(sebelum.realisasiLalu).toLocaleString('id-ID'))
  })
})

describe('yang berlaku pada tahun laporan', () => {
  it('sasaran yang sudah berakhir tidak lagi disebut pada tahun sesudahnya, kecuali PK tahun itu masih memuat indikatornya', async () => {
    const { capaian } = await isi(2026)
    const [satu] = capaian.sasaran
    const [kec] = await app.sql<{ tujuan: string; kec: string }>(
      'select tujuan_id as tujuan, kecamatan_id as kec from sasaran where id = $1',
      [satu?.id],
    )
    await app.sql(
      "insert into sasaran (id, kecamatan_id, tujuan_id, urut, uraian, sampai_tahun, alasan_akhir) values ('00000000-0000-4000-8000-0000000000aa', $1, $2, 99, 'Sasaran yang berakhir', 2025, 'Renstra berubah')",
      [kec?.kec, kec?.tujuan],
    )
    const nama = async (tahun: number) => (await isi(tahun)).capaian.sasaran.map((s) => s.uraian)
    expect(await nama(2026)).not.toContain('Sasaran yang berakhir')
    expect(await nama(2025)).toContain('Sasaran yang berakhir')
    await app.sql("update sasaran set sampai_tahun = 2025, alasan_akhir = 'Renstra berubah' where id = $1", [satu?.id])
    expect(await nama(2026)).toContain(satu?.uraian)
    await app.sql("update sasaran set sampai_tahun = null, alasan_akhir = '' where id = $1", [satu?.id])
  })

  it('indikator yang kemudian dinonaktifkan tetap membawa riwayat dan target Renstra-nya di laporan tahun sebelumnya', async () => {
    const id = await idIndikator(app, 'IKU-09')
    const cari = async () => (await isi(2026)).capaian.sasaran.flatMap((s) => s.indikator).find((i) => i.id === id)
    const semula = await cari()
    const sakip = await app.masukSebagai('sakip1')
    const [kartu] = await app.sql<{ perubahan: number }>('select perubahan from indikator where id = $1', [id])
    await sakip
      .kirim(`/perencanaan/indikator/${id}/penonaktifan`, {
        versi: String(kartu?.perubahan),
        alasan: 'Diganti indikator lain',
      })
      .expect(303)
    const sesudah = await cari()
    expect(sesudah?.lalu).toEqual(semula?.lalu)
    expect(sesudah?.renstra).toEqual(semula?.renstra)
  })

  it('indikator tanpa PK disebut menurut tahun laporan, bukan keadaan hari ini', async () => {
    const id = await idIndikator(app, 'IKU-09')
    await app.sql('delete from target_pk where indikator_id = $1', [id])
    const tanpa = async (tahun: number) => (await isi(tahun)).capaian.tanpaPk.map((i) => i.id)
    const waktu = await app.sql<{ th: number }>(
      "select extract(year from waktu)::int as th from jejak where peristiwa = 'indikator.dinonaktifkan' and objek_id = $1",
      [id],
    )
    const th = waktu[0]?.th ?? 0
    expect(await tanpa(th + 1)).not.toContain(id)
    expect(await tanpa(2024)).toContain(id)
    await app.sql('update indikator set aktif = true, berlaku_tahun = 2025 where id = $1', [id])
    await app.sql('delete from versi_indikator where indikator_id = $1', [id])
    expect(await tanpa(2024)).not.toContain(id)
  })
})
