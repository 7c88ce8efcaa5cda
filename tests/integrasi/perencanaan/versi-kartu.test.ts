import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { targetBerlaku } from '../../../src/modul/perjanjian-kinerja/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { idIndikator, isiFormulir, tujuanFormulir } from './kartu-isian.ts'

let uji: AplikasiUji
let sakip: OrangUji
beforeAll(async () => {
  uji = await bukaAplikasiUji()
  sakip = await uji.masukSebagai('sakip1')
})
afterAll(() => uji?.tutup())

const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()
const kartuPada = (tanggal: string, kode: string) =>
  uji.sebagai('sakip1', async (pelaku) => {
    const semua = await targetBerlaku(uji.db.baca, pelaku, { tanggal })
    return semua.find((t) => t.indikator.kode === kode)
  })

/** PK of Taman for a year that has none: the agreements of 2026 again. */
const salinPk = (tahun: number) =>
  uji.sql(
    `with lama as (select p.*, gen_random_uuid() as baru from perjanjian_kinerja p join kecamatan k on k.id = p.kecamatan_id where k.kode = 'taman' and p.tahun = 2026),
     pk as (insert into perjanjian_kinerja (id, kecamatan_id, tahun, jabatan_id, pegawai_id, jenis, status, nomor, tanggal, berlaku_sejak)
       select baru, kecamatan_id, ${tahun}, jabatan_id, pegawai_id, jenis, status, nomor, tanggal, make_date(${tahun}, 1, 5) from lama)
     insert into target_pk (kecamatan_id, pk_id, indikator_id, urut, target, target_atas, target_teks, cara_target, tw1, tw2, tw3, tw4)
     select t.kecamatan_id, l.baru, t.indikator_id, t.urut, t.target, t.target_atas, t.target_teks, t.cara_target, t.tw1, t.tw2, t.tw3, t.tw4
     from target_pk t join lama l on l.id = t.pk_id`,
  )

describe('kartu yang sudah dipakai', () => {
  test('perubahannya memerlukan alasan dan tahun, dan menjadi versi baru; yang lama tetap dapat dibaca', async () => {
    const id = await idIndikator(uji, 'IKU-04')
    const $ = await sakip.halaman(`/perencanaan/indikator/${id}/kartu`)
    expect(rapi($('main').text())).toContain('Perubahan disimpan sebagai versi 2')
    expect($('input[name=berlakuTahun]').val()).toBe('2027')
    const isi = {
      ...isiFormulir($),
      definisi: 'Pengaduan yang selesai paling lama sepuluh hari kerja dibanding pengaduan yang masuk.',
    }
    for (const [lain, pesan] of [
      [{ alasan: '' }, 'Kartu ini sudah dipakai. Tuliskan alasan perubahannya'],
      [{ alasan: 'Menyesuaikan Perbup pengaduan', berlakuTahun: '2024' }, 'antara 2025 dan 2031'],
      [{ alasan: 'Menyesuaikan Perbup pengaduan', berlakuTahun: '2040' }, 'antara 2025 dan 2031'],
    ] as const) {
      const ditolak = await sakip.kirim(tujuanFormulir($), { ...isi, ...lain })
      expect([ditolak.status, ditolak.text.includes(pesan)], pesan).toEqual([422, true])
    }
    const unitBaru =
      (
        await uji.sql<{ id: string }>(
          "select u.id from unit_kerja u join kecamatan k on k.id = u.kecamatan_id where k.kode = 'taman' and u.kode = 'seksi-pmd'",
        )
      )[0]?.id ?? ''
    const jawab = await sakip.kirim(tujuanFormulir($), {
      ...isi,
      unitId: unitBaru,
      alasan: 'Menyesuaikan Perbup pengaduan',
    })
    expect(jawab.status).toBe(303)
    const kartu = await sakip.halaman(`/perencanaan/indikator/${id}`)
    expect(rapi(kartu('main').text())).toContain('paling lama sepuluh hari kerja')
    expect(rapi(kartu('table').last().text())).toMatch(
      /Versi 2 \(sekarang\) mulai 2027 Menyesuaikan Perbup pengaduan .*, 6 Jul 2026 Versi 1 sejak awal/,
    )
    const lama = await sakip.halaman(`/perencanaan/indikator/${id}/versi/1`)
    expect(rapi(lama('main').text())).toContain('dihitung sejak 1 Januari sampai akhir periode')
    expect(rapi(lama('main').text())).toContain('Versi ini berlaku sejak awal sampai diganti')
    expect((await sakip.buka(`/perencanaan/indikator/${id}/versi/2`)).status).toBe(404)
    expect((await sakip.buka(`/perencanaan/indikator/${id}/versi/satu`)).status).toBe(404)
    const [catatan] = await uji.sql<{ rincian: Record<string, unknown> }>(
      "select rincian from jejak where peristiwa = 'indikator.versi-baru'",
    )
    expect(catatan?.rincian).toMatchObject({
      kode: 'IKU-04',
      versi: 2,
      berlakuTahun: 2027,
      alasan: 'Menyesuaikan Perbup pengaduan',
    })
  })

  test('formulir dan pengukuran 2026 memakai versi lama beserta unitnya, tahun 2027 memakai yang baru', async () => {
    await salinPk(2027)
    const lama = await kartuPada('2026-12-31', 'IKU-04')
    expect(lama?.indikator).toMatchObject({ versi: 1, nama: 'Persentase penyelesaian pengaduan masyarakat' })
    expect(lama?.indikator.definisi).toContain('sejak 1 Januari')
    expect(lama?.unitKode).toBe('seksi-pelayanan')
    const baru = await kartuPada('2027-03-31', 'IKU-04')
    expect(baru?.indikator).toMatchObject({ versi: 2, berlakuTahun: 2027 })
    expect(baru?.indikator.definisi).toContain('sepuluh hari kerja')
    expect(baru?.unitKode).toBe('seksi-pmd')
    const siklusId = await mulaiSiklusUji(uji)
    await sampaiLangkah(uji, siklusId, 'P5')
    const [baris] = await uji.sql<{ versi: number; unit: string }>(
      `select (b.kartu->>'versi')::int as versi, u.kode as unit from baris_formulir b join formulir f on f.id = b.formulir_id
       join unit_kerja u on u.id = f.unit_id where b.siklus_id = $1 and b.kartu->>'kode' = 'IKU-04'`,
      [siklusId],
    )
    expect(baris).toEqual({ versi: 1, unit: 'seksi-pelayanan' })
  })

  test('versi ketiga mulai 2028: setiap tahun mendapat versi yang berlaku padanya', async () => {
    const id = await idIndikator(uji, 'IKU-04')
    const $ = await sakip.halaman(`/perencanaan/indikator/${id}/kartu`)
    const isi = {
      ...isiFormulir($),
      sumberData: 'Aplikasi pengaduan',
      berlakuTahun: '2028',
      alasan: 'Register diganti aplikasi',
    }
    const awal = await sakip.kirim(tujuanFormulir($), { ...isi, berlakuTahun: '2026' })
    expect([awal.status, awal.text.includes('antara 2027 dan 2031')]).toEqual([422, true])
    expect((await sakip.kirim(tujuanFormulir($), isi)).status).toBe(303)
    await salinPk(2028)
    await salinPk(2029)
    const versi = await Promise.all(
      ['2026-03-31', '2027-12-31', '2028-01-31', '2029-06-30'].map(
        async (t) => (await kartuPada(t, 'IKU-04'))?.indikator.versi,
      ),
    )
    expect(versi).toEqual([1, 2, 3, 3])
  })

  test('versi lama tidak dapat diubah atau dihapus dengan jalan apa pun', async () => {
    await expect(uji.sql("update versi_indikator set kartu = '{}'")).rejects.toThrow('tidak dapat diubah')
    await expect(uji.sql('delete from versi_indikator')).rejects.toThrow('tidak dapat diubah')
  })
})
