import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { idIndikator, isianKartu, isiFormulir, tujuanFormulir } from './kartu-isian.ts'

let uji: AplikasiUji
let kasi: OrangUji
let sakip: OrangUji
let sekcam: OrangUji
beforeAll(async () => {
  uji = await bukaAplikasiUji()
  kasi = await uji.masukSebagai('kasi.pelayanan')
  sakip = await uji.masukSebagai('sakip1')
  sekcam = await uji.masukSebagai('sekcam')
})
afterAll(() => uji?.tutup())

const USULAN = '/perencanaan/usulan-indikator'
const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()
const idDari = (lokasi: string | undefined) => String(lokasi).replace(/\?.*/, '').split('/').at(-1) ?? ''
const versiDi = async (orang: OrangUji, alamat: string) =>
  String((await orang.halaman(alamat))('input[name=versi]').first().val())

describe('usulan indikator baru', () => {
  let alamat = ''

  test('Kepala seksi mengusulkan untuk unitnya sendiri, dengan alasan; kartunya belum ada', async () => {
    const isian = await isianKartu(uji)
    const tanpa = await kasi.kirim(USULAN, { ...isian, alasan: 'singkat' })
    expect([tanpa.status, tanpa.text.includes('Tuliskan alasan usulan ini, minimal 10 huruf.')]).toEqual([422, true])
    const [lain] = await uji.sql<{ id: string }>(
      "select u.id from unit_kerja u join kecamatan k on k.id = u.kecamatan_id where k.kode = 'taman' and u.kode = 'seksi-pmd'",
    )
    expect((await kasi.kirim(USULAN, { ...isian, unitId: lain?.id ?? '', alasan: 'Untuk seksi sebelah' })).status).toBe(
      403,
    )
    const salah = await kasi.kirim(USULAN, { ...isian, kode: 'IKU-01', alasan: 'Kode yang sudah ada' })
    expect([salah.status, salah.text.includes('Kode ini sudah dipakai')]).toEqual([422, true])
    const jawab = await kasi.kirim(USULAN, { ...isian, alasan: 'Diminta Perbup pelayanan surat' })
    expect(jawab.status).toBe(303)
    alamat = `${USULAN}/${idDari(jawab.headers.location)}`
    expect(await idIndikator(uji, 'IKU-90')).toBe('')
    const daftar = await sakip.halaman(USULAN)
    expect(rapi(daftar('tbody tr').first().text())).toContain('Menunggu keputusan')
    expect(rapi((await sakip.halaman('/perencanaan/indikator'))('main').text())).toContain(
      '1 usulan kartu menunggu keputusan',
    )
  })

  test('pengusul tidak melihat tombol keputusan; penolakan memerlukan alasan', async () => {
    const milikKasi = await kasi.halaman(alamat)
    expect(milikKasi('form[action$="/penerimaan"], form[action$="/penolakan"]')).toHaveLength(0)
    expect(milikKasi('form[action$="/penarikan"]')).toHaveLength(1)
    const $ = await sakip.halaman(alamat)
    expect(rapi($('main').text())).toContain('Surat yang dijawab tepat waktu')
    expect($('form[action$="/penarikan"]')).toHaveLength(0)
    const tanpa = await sakip.kirim(`${alamat}/penolakan`, { versi: await versiDi(sakip, alamat), alasan: '' })
    expect([tanpa.status, tanpa.text.includes('Tuliskan alasannya')]).toEqual([422, true])
  })

  test('Sekcam menerima: kartu tertulis atas nama yang memutuskan, pengusulnya tercatat; keputusan kedua 409', async () => {
    const versi = await versiDi(sekcam, alamat)
    const [satu, dua] = await Promise.all([
      sekcam.kirim(`${alamat}/penerimaan`, { versi }),
      sakip.kirim(`${alamat}/penolakan`, { versi, alasan: 'Pada saat yang sama' }),
    ])
    expect([satu.status, dua.status].sort()).toEqual([303, 409])
    const [usulan] = await uji.sql<{ status: string }>('select status from usulan_indikator where id = $1', [
      idDari(alamat),
    ])
    const id = await idIndikator(uji, 'IKU-90')
    expect(id !== '').toBe(usulan?.status === 'DITERIMA')
    expect((await sekcam.kirim(`${alamat}/penerimaan`, { versi })).status).toBe(409)
    expect(rapi((await kasi.halaman(alamat))('main').text())).toMatch(/Diterima|Ditolak/)
  })
})

describe('usulan perubahan kartu', () => {
  const usulkan = async (alasan: string, ubah: Record<string, string>, kode = 'IKU-03') => {
    const $ = await kasi.halaman(`${USULAN}/baru?indikator=${await idIndikator(uji, kode)}`)
    return kasi.kirim(tujuanFormulir($), { ...isiFormulir($), ...ubah, alasan })
  }

  test('hanya kepala unit yang bertanggung jawab atas datanya', async () => {
    const lain = await uji.masukSebagai('kasi.pmd')
    const alamat = `${USULAN}/baru?indikator=${await idIndikator(uji, 'IKU-03')}`
    expect((await lain.buka(alamat)).status).toBe(403)
    expect((await lain.buka(`${USULAN}/baru?indikator=00000000-0000-4000-8000-000000000000`)).status).toBe(404)
    const $ = await lain.halaman(`/perencanaan/indikator/${await idIndikator(uji, 'IKU-03')}`)
    expect($('a[href*="usulan-indikator/baru"]')).toHaveLength(0)
  })

  test('perbedaannya tampil bagian demi bagian; diterima menjadi versi baru mulai tahun yang disetujui', async () => {
    const kosong = await usulkan('Alasan yang cukup panjang', {})
    expect([kosong.status, kosong.text.includes('Tidak ada isian yang berubah.')]).toEqual([422, true])
    const jawab = await usulkan('Survei kini dua kali setahun', { frekuensi: 'SEMESTERAN', standarNilai: '88,31' })
    const alamat = `${USULAN}/${idDari(jawab.headers.location)}`
    const $ = await sakip.halaman(alamat)
    const baris = $('table tbody tr')
      .map((_, t) => rapi($(t).text()))
      .get()
    expect(baris).toEqual([
      'Frekuensi Tahunan Semesteran',
      'Standar nasional 76,61 (batas bawah mutu B menurut PermenPANRB 14/2017, 2017) 88,31 (batas bawah mutu B menurut PermenPANRB 14/2017, 2017)',
    ])
    const terlalu = await sakip.kirim(`${alamat}/penerimaan`, {
      versi: await versiDi(sakip, alamat),
      berlakuTahun: '2019',
    })
    expect([terlalu.status, terlalu.text.includes('antara 2025 dan 2031')]).toEqual([422, true])
    const terima = await sakip.kirim(`${alamat}/penerimaan`, {
      versi: await versiDi(sakip, alamat),
      berlakuTahun: '2027',
    })
    expect(terima.status).toBe(303)
    expect(
      await uji.sql(
        "select i.versi, i.frekuensi, i.berlaku_tahun, i.alasan_versi from indikator i join kecamatan k on k.id = i.kecamatan_id where k.kode = 'taman' and i.kode = 'IKU-03'",
      ),
    ).toEqual([
      { versi: 2, frekuensi: 'SEMESTERAN', berlaku_tahun: 2027, alasan_versi: 'Survei kini dua kali setahun' },
    ])
  })

  test('kartu yang berubah sesudah diusulkan tidak tertimpa: usulan lama tidak dapat diterima, dapat ditolak', async () => {
    const jawab = await usulkan('Menambah sumber data lain', { sumberData: 'Laporan SKM dan SIPP' })
    const alamat = `${USULAN}/${idDari(jawab.headers.location)}`
    const id = await idIndikator(uji, 'IKU-03')
    const kartu = await sakip.halaman(`/perencanaan/indikator/${id}/kartu`)
    const ubah = { ...isiFormulir(kartu), asal: 'Renstra baru', alasan: 'Asal dokumen diperbarui' }
    expect((await sakip.kirim(tujuanFormulir(kartu), ubah)).status).toBe(303)
    const $ = await sakip.halaman(alamat)
    expect(rapi($('main').text())).toContain('Kartunya sudah diubah sejak usulan ini dibuat')
    const versi = await versiDi(sakip, alamat)
    const terima = await sakip.kirim(`${alamat}/penerimaan`, { versi, berlakuTahun: '2028' })
    expect([terima.status, terima.text.includes('minta usulan baru')]).toEqual([409, true])
    const tolak = await sakip.kirim(`${alamat}/penolakan`, { versi, alasan: 'Kartunya sudah diperbarui lebih dahulu' })
    expect(tolak.status).toBe(303)
    expect(rapi((await kasi.halaman(alamat))('main').text())).toContain('Kartunya sudah diperbarui lebih dahulu')
  })

  test('pengusul menarik usulannya sendiri, orang lain tidak', async () => {
    const jawab = await usulkan('Menambah sumber data lagi', { sumberData: 'Laporan SKM saja' })
    const alamat = `${USULAN}/${idDari(jawab.headers.location)}`
    const versi = await versiDi(kasi, alamat)
    const lain = await uji.masukSebagai('kasi.pmd')
    expect((await lain.kirim(`${alamat}/penarikan`, { versi })).status).toBe(403)
    expect((await kasi.kirim(`${alamat}/penarikan`, { versi: '99' })).status).toBe(409)
    expect((await kasi.kirim(`${alamat}/penarikan`, { versi })).status).toBe(303)
    expect((await sakip.kirim(`${alamat}/penerimaan`, { versi: String(Number(versi) + 1) })).status).toBe(409)
  })

  test('anggota Tim SAKIP yang juga kepala seksi tidak memutuskan usulannya sendiri', async () => {
    await uji.sql(
      `insert into anggota_tim_sakip (kecamatan_id, tim_id, pegawai_id, kedudukan, mulai) select t.kecamatan_id, t.id, a.pegawai_id, 'Anggota', '2026-01-01'
       from tim_sakip t join akun a on a.kecamatan_id = t.kecamatan_id and a.nama_pengguna = 'kasi.pelayanan' limit 1`,
    )
    const jawab = await usulkan('Usulan dari anggota tim', { sumberData: 'Laporan SKM tahunan' })
    const alamat = `${USULAN}/${idDari(jawab.headers.location)}`
    const versi = await versiDi(kasi, alamat)
    const terima = await kasi.kirim(`${alamat}/penerimaan`, { versi, berlakuTahun: '2028' })
    expect([terima.status, terima.text.includes('tidak oleh pengusulnya sendiri')]).toEqual([403, true])
    expect((await kasi.halaman(alamat))('form[action$="/penerimaan"]')).toHaveLength(0)
  })
})
