import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'

let app: AplikasiUji
let kasi: OrangUji
beforeAll(async () => {
  app = await bukaAplikasiUji()
  kasi = await app.masukSebagai('kasi.pmd')
})
afterAll(() => app.tutup())

const BATAS = {
  sumber: 'Keputusan Menteri Desa tentang Indeks Desa 2027',
  'k.0.bawah': '80',
  'k.1.bawah': '70',
  'k.2.bawah': '60,5',
  'k.3.bawah': '50',
  'k.4.bawah': '',
  versi: '0',
}
const kirim = (isi: Record<string, string> = {}, tahun = 2027, orang = kasi) =>
  orang.kirim(`/status-desa/batas/${tahun}`, { ...BATAS, ...isi })

describe('batas status Indeks Desa per tahun', () => {
  it('celah, tumpang-tindih, batas yang kosong atau di luar 0–100 ditolak dengan kalimat; isian tetap', async () => {
    const celah = await kirim({ 'k.1.atas': '78' }).expect(422)
    expect(celah.text).toContain('Ada celah antara Maju (sampai 78) dan Mandiri (mulai 80).')
    expect(celah.text).toContain('value="60,5"')
    expect((await kirim({ 'k.1.atas': '80' }).expect(422)).text).toContain('Kelas bertumpuk')
    expect((await kirim({ 'k.1.bawah': '81' }).expect(422)).text).toContain('bertumpuk')
    expect((await kirim({ 'k.2.bawah': '' }).expect(422)).text).toContain('Tulis batas bawah Berkembang')
    expect((await kirim({ 'k.0.bawah': '120' }).expect(422)).text).toContain('antara 0 dan 100')
    expect((await kirim({ 'k.4.bawah': '10' }).expect(422)).text).toContain('Kelas terendah')
    await kirim({ sumber: '' }).expect(422)
    await kirim({}, 1800).expect(404)
    expect(await app.sql('select 1 from batas_indeks_desa')).toEqual([])
  })

  it('hanya pengaturnya yang menyimpan; halaman lama 409; jejak menyebut yang lama dan yang baru', async () => {
    for (const nama of ['staf.pmd', 'pengamat', 'camat'])
      await kirim({}, 2027, await app.masukSebagai(nama)).expect(403)
    await kirim({ 'k.1.atas': '79,99', 'k.0.atas': '100' }).expect(303)
    await kirim().expect(409)
    await kirim({ versi: '1', 'k.0.bawah': '81' }).expect(303)
    const jejak = await app.sql<{ peristiwa: string; rincian: { lama?: object; baru: object } }>(
      "select peristiwa, rincian from jejak where objek_jenis = 'batas-indeks-desa' order by urut",
    )
    expect(jejak.map((j) => j.peristiwa)).toEqual(['status-desa.batas-dibuat', 'status-desa.batas-diubah'])
    expect(jejak[1]?.rincian).toMatchObject({ lama: { kelas: { MANDIRI: '80' } }, baru: { kelas: { MANDIRI: '81' } } })
    const $ = await (await app.masukSebagai('pengamat')).halaman('/status-desa/batas')
    expect($('main').text()).toContain('Mandiri ≥ 81')
    expect($('a[href="/status-desa/batas/2027"]')).toHaveLength(0)
    const lain = await app.masukSebagai('kasi.pelayanan.candipuro').catch(() => app.masukSebagai('sakip.candipuro'))
    expect((await lain.halaman('/status-desa/batas'))('main').text()).not.toContain('Mandiri ≥ 81')
  })

  it('sesudahnya status mengikuti skor; yang bertentangan ditolak; tahun sebelum berlakunya tetap menurut keputusan', async () => {
    const tabel = async (tahun: number) => {
      const $ = await kasi.halaman(`/status-desa?tahun=${tahun}`)
      const isi = $('form [name]')
        .toArray()
        .filter((el) => $(el).attr('name') !== 'kunci')
      return {
        ...Object.fromEntries(isi.map((el) => [$(el).attr('name') ?? '', String($(el).val() ?? '')])),
        ukuran: 'INDEKS_DESA',
        sumber: 'Keputusan Menteri Desa',
      }
    }
    const isi = { ...(await tabel(2028)), 'd.0.skor': '81', 'd.1.skor': '80,99', 'd.2.skor': '12' }
    const salah = await kasi.kirim('/status-desa/tahun/2028', { ...isi, 'd.1.status': 'MANDIRI' }).expect(422)
    expect(salah.text).toContain('Skor 80,99 berarti Maju (batas Indeks Desa 2027)')
    await kasi.kirim('/status-desa/tahun/2028', isi).expect(303)
    const status = await app.sql<{ status: string }>(
      'select status from status_desa where tahun = 2028 order by skor desc',
    )
    expect(status.map((s) => s.status)).toEqual(['MANDIRI', 'MAJU', 'SANGAT_TERTINGGAL'])
    await kasi
      .kirim('/status-desa/tahun/2026', { ...(await tabel(2026)), 'd.0.skor': '81', 'd.0.status': '' })
      .expect(422)
    await kirim({ 'k.0.bawah': '90', 'k.1.bawah': '85', versi: '0', sumber: 'Keputusan baru 2028' }, 2028).expect(303)
    expect((await kasi.halaman('/status-desa?tahun=2028'))('main').text()).toContain(
      'berstatus lain daripada skornya menurut batas',
    )
  })

  it('batas satu tahun dapat dicabut; yang sebelumnya berlaku lagi, dan tercatat', async () => {
    await kasi.kirim('/status-desa/batas/2028/pencabutan', { versi: '9' }).expect(409)
    await kasi.kirim('/status-desa/batas/2028/pencabutan', { versi: '1' }).expect(303)
    expect((await app.sql<{ tahun: number }>('select tahun from batas_indeks_desa')).map((b) => b.tahun)).toEqual([
      2027,
    ])
    expect(await app.sql("select 1 from jejak where peristiwa = 'status-desa.batas-dicabut'")).toHaveLength(1)
  })
})
