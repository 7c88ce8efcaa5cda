import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ambilAturanNilai } from '../../../src/modul/perencanaan/index.ts'
import { ambilRekapKini } from '../../../src/modul/rekap/kueri.ts'
import { ambilSiklus } from '../../../src/modul/siklus/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { isiFormulir, tujuanFormulir } from './kartu-isian.ts'

let uji: AplikasiUji
let sakip: OrangUji
beforeAll(async () => {
  uji = await bukaAplikasiUji()
  sakip = await uji.masukSebagai('sakip1')
})
afterAll(() => uji?.tutup())

const SKALA = '/perencanaan/skala'
const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()
const alamatTahun = async (tahun: number) => {
  const sql =
    "select s.id from skala_predikat s join kecamatan k on k.id = s.kecamatan_id where k.kode = 'taman' and s.tahun = $1"
  return `${SKALA}/${(await uji.sql<{ id: string }>(sql, [tahun]))[0]?.id}`
}
const ambil = (tahun: number) => uji.sebagai('sakip1', (pelaku) => ambilAturanNilai(uji.db.baca, pelaku, tahun))

describe('skala dan batas per tahun', () => {
  test('daftar per tahun; yang bukan penulis hanya membaca', async () => {
    const camat = await uji.masukSebagai('camat')
    const $ = await camat.halaman(SKALA)
    expect(rapi($('tbody').text())).toContain(
      'Sangat Tinggi ≥ 91 · Tinggi ≥ 76 · Sedang ≥ 66 · Rendah ≥ 51 · Sangat Rendah',
    )
    expect($('form[action="/perencanaan/sebutan-indikator"]')).toHaveLength(0)
    const tahun = await camat.halaman(await alamatTahun(2027))
    expect(tahun('form[data-jaga]')).toHaveLength(0)
    expect(rapi(tahun('tbody').first().text())).toContain('Sangat Tinggi 91 ke atas Hijau tua')
    for (const salah of ['2027', 'abc', '00000000-0000-4000-8000-000000000000'])
      expect((await camat.buka(`${SKALA}/${salah}`)).status).toBe(404)
  })

  test('celah, tumpukan, kelas tanpa nama, dan batas bukan angka ditolak dengan kalimat; isian tetap', async () => {
    const $ = await sakip.halaman(await alamatTahun(2027))
    const isi = isiFormulir($)
    expect(isi['kelas.0.bawah']).toBe('91')
    const kasus: readonly [Record<string, string>, string][] = [
      // the table of Permendagri 86/2017 as printed
      [
        { 'kelas.1.atas': '90', 'kelas.2.atas': '75', 'kelas.3.atas': '65', 'kelas.4.atas': '50' },
        'Ada celah antara Tinggi (sampai 90) dan Sangat Tinggi (mulai 91).',
      ],
      [{ 'kelas.1.atas': '91' }, 'Kelas bertumpuk: Tinggi (sampai 91) dan Sangat Tinggi (mulai 91).'],
      [{ 'kelas.1.bawah': '95' }, 'bertumpuk'],
      [{ 'kelas.4.bawah': '10' }, 'Kelas terendah tidak boleh mempunyai batas bawah selain 0'],
      [{ 'kelas.0.atas': '100' }, 'Kelas tertinggi tidak berbatas atas'],
      [{ 'kelas.2.nama': 'tinggi' }, 'Nama kelas tidak boleh sama.'],
      [{ 'kelas.2.nama': '' }, 'Tulis nama kelasnya.'],
      [{ 'kelas.2.bawah': '' }, 'Batas bawah kelas ke-3 bukan angka.'],
      [{ 'kelas.2.bawah': 'tujuh' }, 'bukan angka yang dikenal'],
      [{ sumber: '' }, 'Tulis peraturan atau keputusan'],
      [{ 'bobot.0.nilai': '-1' }, 'Bobot lebih dari 0 sampai 1000.'],
    ]
    for (const [ubah, pesan] of kasus) {
      const jawab = await sakip.kirim(tujuanFormulir($), { ...isi, nama: 'Skala percobaan', ...ubah })
      expect([jawab.status, jawab.text.includes(pesan), jawab.text.includes('value="Skala percobaan"')], pesan).toEqual(
        [422, true, true],
      )
    }
    expect((await ambil(2027)).nama).toBe('Skala Nilai Peringkat Kinerja')
  })

  test('aturan yang belum dipakai diubah: nama, batas, warna, batas rata-rata, bobot; tercatat', async () => {
    const $ = await sakip.halaman(await alamatTahun(2027))
    const isi: Record<string, string> = {
      ...isiFormulir($),
      nama: 'Skala Bupati',
      sumber: 'Keputusan Bupati 12/2026',
      'kelas.0.bawah': '90,5',
      'kelas.1.atas': '90,49',
      'kelas.4.bawah': '0',
      batasRataRata: '110',
      organisasi: 'TUJUAN',
      'bobot.1.nilai': '2,5',
    }
    const jawab = await sakip.kirim(tujuanFormulir($), isi)
    expect(jawab.status).toBe(303)
    const aturan = await ambil(2027)
    expect(aturan).toMatchObject({
      nama: 'Skala Bupati',
      batasRataRata: '110',
      organisasi: 'TUJUAN',
      bobot: { [isi['bobot.1.id'] ?? '']: '2.5' },
    })
    expect(aturan.kelas.map((k) => k.batasBawah)).toEqual(['90.5', '76', '66', '51', null])
    expect((await ambil(2030)).nama).toBe('Skala Bupati')
    expect((await sakip.kirim(tujuanFormulir($), isi)).status).toBe(409)
    const [catatan] = await uji.sql<{ rincian: Record<string, unknown> }>(
      "select rincian from jejak where peristiwa = 'skala-predikat.diubah'",
    )
    expect(catatan?.rincian).toMatchObject({
      tahun: 2027,
      lama: { batasRataRata: '120' },
      baru: { batasRataRata: '110' },
    })
  })

  test('aturan baru untuk tahun lain; tahun yang sudah ada ditolak', async () => {
    const $ = await sakip.halaman(`${SKALA}/baru?dari=2026`)
    const isi = isiFormulir($)
    const ada = await sakip.kirim(SKALA, { ...isi, tahun: '2027' })
    expect([ada.status, ada.text.includes('Tahun 2027 sudah mempunyai aturan sendiri.')]).toEqual([422, true])
    expect(
      (await sakip.kirim(SKALA, { ...isi, tahun: '2029', nama: 'Skala 2029', batasRataRata: 'TANPA' })).status,
    ).toBe(303)
    expect([(await ambil(2028)).nama, (await ambil(2029)).batasRataRata, (await ambil(1999)).sumber]).toEqual([
      'Skala Bupati',
      'TANPA',
      'Permendagri 86/2017',
    ])
  })
})

describe('aturan yang sudah dipakai', () => {
  test('rekap memakai skala dan batas tahunnya; sesudah rekap dibekukan aturan itu terkunci', async () => {
    await uji.sql("update skala_predikat set batas_rata_rata = '100' where tahun = 2026")
    const siklusId = await mulaiSiklusUji(uji)
    await sampaiLangkah(uji, siklusId, 'P8')
    const isi = await uji.sebagai('sakip1', async (pelaku) =>
      ambilRekapKini(uji.db.baca, pelaku, (await ambilSiklus(uji.db.baca, pelaku, siklusId)).siklus),
    )
    expect(isi.batasRataRata).toBe('100')
    expect(isi.ringkasan.rataRata.aturan).toContain('capaian di atas 100% dihitung 100%')
    const alamat = await alamatTahun(2026)
    const sebelum = await sakip.halaman(alamat)
    expect(sebelum('form[data-jaga]')).toHaveLength(1)
    const isian = isiFormulir(sebelum)
    await uji.sql(
      `insert into rekap (kecamatan_id, siklus_id, langkah_id, nomor_versi, isi, sha256, dibekukan_pada, dibekukan_oleh, jabatan_pembeku)
       select l.kecamatan_id, l.siklus_id, l.id, 1, '{}', 'x', now(), 'uji', 'uji' from langkah_siklus l where l.siklus_id = $1 limit 1`,
      [siklusId],
    )
    const terkunci = await sakip.halaman(alamat)
    expect(terkunci('form[data-jaga]')).toHaveLength(0)
    expect(rapi(terkunci('main').text())).toContain('sudah dipakai menilai rekapitulasi')
    const ubah = await sakip.kirim(alamat, isian)
    expect([ubah.status, ubah.text.includes('Buat aturan')]).toEqual([409, true])
    expect((await sakip.kirim(alamat, { ...isian, nama: '' })).status).toBe(409)
    const sisip = await sakip.kirim(SKALA, { ...isian, tahun: '2026' })
    expect(sisip.status).toBe(422)
    await uji.sql('delete from skala_predikat where tahun = 2026')
    const dibawah = await sakip.kirim(SKALA, { ...isian, tahun: '2026' })
    expect([dibawah.status, dibawah.text.includes('sudah dibekukan menurut aturan yang lama')]).toEqual([422, true])
  })
})

describe('sebutan jenis indikator', () => {
  test('kecamatan memberi nama sendiri kepada IKU dan IKK; tampil di daftar, kartu, dan cetakan; kecamatan lain tidak berubah', async () => {
    const $ = await sakip.halaman(SKALA)
    const versi = String($('form[action="/perencanaan/sebutan-indikator"] input[name=versi]').val())
    const kosong = await sakip.kirim('/perencanaan/sebutan-indikator', {
      versi,
      iku: '',
      panjangIku: 'Indikator Kinerja Utama',
      ikk: 'IKK',
      panjangIkk: 'Indikator Kinerja Kegiatan',
    })
    expect([kosong.status, kosong.text.includes('Tulis singkatannya.')]).toEqual([422, true])
    const isi = {
      versi,
      iku: 'IKU',
      panjangIku: 'Indikator Kinerja Utama',
      ikk: 'IKKeg',
      panjangIkk: 'Indikator Kinerja Kegiatan',
    }
    const [satu, dua] = await Promise.all([
      sakip.kirim('/perencanaan/sebutan-indikator', isi),
      (await uji.masukSebagai('sekcam')).kirim('/perencanaan/sebutan-indikator', isi),
    ])
    expect([satu.status, dua.status].sort()).toEqual([303, 409])
    const daftar = await sakip.halaman('/perencanaan/indikator?jenis=IKK')
    expect(rapi(daftar('tbody tr').first().text())).toContain('IKKeg · IKK-')
    const kini = String(
      (await sakip.halaman(SKALA))('form[action="/perencanaan/sebutan-indikator"] input[name=versi]').val(),
    )
    expect((await sakip.kirim('/perencanaan/sebutan-indikator', { ...isi, versi: kini, ikk: 'IKP' })).status).toBe(303)
    const lain = await uji.masukSebagai('sekcam.candipuro')
    expect(rapi((await lain.halaman(SKALA))('main').text())).not.toContain('Indikator Kinerja Kegiatan')
  })
})
