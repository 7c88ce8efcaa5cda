import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { idIndikator, isianKartu, isiFormulir, tujuanFormulir } from './kartu-isian.ts'

let uji: AplikasiUji
let sakip: OrangUji
beforeAll(async () => {
  uji = await bukaAplikasiUji()
  sakip = await uji.masukSebagai('sakip1')
})
afterAll(() => uji?.tutup())

const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()
const peristiwa = (nama: string) =>
  uji.sql<{ rincian: Record<string, unknown>; jabatan_pelaku: string }>(
    'select rincian, jabatan_pelaku from jejak where peristiwa = $1 order by urut',
    [nama],
  )

describe('menambah kartu', () => {
  test('Tim SAKIP menulis kartu: tersimpan sekali, kode data dibuat dari namanya, tercatat, dan tampil', async () => {
    const isian = { kunci: 'tambah-1', ...(await isianKartu(uji)) }
    const jawab = await sakip.kirim('/perencanaan/indikator', isian)
    expect(jawab.status).toBe(303)
    expect(jawab.headers.location).toContain('pesan=indikator-ditambah')
    expect((await sakip.kirim('/perencanaan/indikator', isian)).headers.location).toContain('sudah-diterima')
    const [kartu] = await uji.sql("select * from indikator where kode = 'IKU-90'")
    expect(kartu).toMatchObject({
      versi: 1,
      berlaku_tahun: 0,
      variabel: [
        { kode: 'surat_yang_dijawab_tepat', nama: 'Surat yang dijawab tepat waktu', satuan: 'Surat' },
        { kode: 'penyebut', nama: 'Surat masuk', satuan: 'Surat' },
      ],
      bukti_wajib: true,
      standar: {},
      smart: [
        { kode: 'S', jawaban: 'YA', catatan: 'Jelas' },
        { kode: 'M', jawaban: 'TIDAK', catatan: 'Agenda belum lengkap' },
      ],
      diubah_oleh: expect.stringMatching(/./),
    })
    const [catatan] = await peristiwa('indikator.ditambah')
    expect(catatan).toMatchObject({ rincian: { kode: 'IKU-90' }, jabatan_pelaku: 'Tim SAKIP' })
    const $ = await sakip.halaman(String(jawab.headers.location))
    const teks = rapi($('main').text())
    expect(teks).toContain('Surat yang dijawab tepat waktu ÷ Surat masuk × 100')
    expect(teks).toContain('realisasi ÷ target × 100')
    expect(teks).toContain('Terukur (measurable): belum terpenuhi, Agenda belum lengkap.')
    expect(teks).toContain('Setengah ke atas')
  })

  test('rumus sendiri: diperiksa ketika disimpan, disimpan dalam bentuk bakunya, ditampilkan dengan nama datanya', async () => {
    const dasar = await isianKartu(uji, { kode: 'IKU-91', metode: 'RUMUS', 'variabel.0.kode': 'tepat' })
    for (const [ekspresi, pesan] of [
      ['tepat / semua * 100', 'Variabel semua tidak ada dalam daftar data yang diisi.'],
      ['tepat * 100', 'Surat masuk (penyebut) tidak dipakai dalam rumus.'],
      ['tepat / (penyebut - penyebut)', 'Pembagian dengan nol: penyebut − penyebut selalu nol.'],
      ['tepat / penyebut × 100%', 'Tanda % tidak dipakai dalam rumus.'],
      ['', 'Tulis rumusnya'],
    ] as const) {
      const jawab = await sakip.kirim('/perencanaan/indikator', { ...dasar, ekspresi })
      expect(jawab.status).toBe(422)
      expect(jawab.text).toContain(pesan)
    }
    const satuan = await sakip.kirim('/perencanaan/indikator', {
      ...dasar,
      ekspresi: 'tepat + penyebut',
      'variabel.1.satuan': 'Orang',
    })
    expect(satuan.text).toContain('Rumus menjumlahkan atau membandingkan surat dengan orang.')
    const jadi = await sakip.kirim('/perencanaan/indikator', { ...dasar, ekspresi: 'TEPAT/penyebut*100' })
    expect(jadi.status).toBe(303)
    expect(await uji.sql("select ekspresi from indikator where kode = 'IKU-91'")).toEqual([
      { ekspresi: 'tepat ÷ penyebut × 100' },
    ])
    const $ = await sakip.halaman(String(jadi.headers.location))
    expect(rapi($('main').text())).toContain('Surat yang dijawab tepat waktu ÷ Surat masuk × 100')
  })

  test('kartu kategori memakai tabel skor; standar nasional boleh kategori', async () => {
    const jawab = await sakip.kirim('/perencanaan/indikator', {
      ...(await isianKartu(uji)),
      kode: 'IKU-92',
      metode: 'KATEGORI',
      polaritas: 'KATEGORI',
      'variabel.0.nama': '',
      'variabel.0.satuan': '',
      'variabel.1.nama': '',
      'variabel.1.kode': '',
      'variabel.1.satuan': '',
      'kategori.0.nama': 'Baik',
      'kategori.0.kode': 'B',
      'kategori.0.skor': '2',
      'kategori.1.nama': 'Cukup',
      'kategori.1.skor': '0,5',
      standarNilai: 'B',
      standarSumber: 'KemenPANRB',
      standarTahun: '2025',
    })
    expect(jawab.status).toBe(303)
    const $ = await sakip.halaman(String(jawab.headers.location))
    expect(rapi($('main').text())).toContain('Baik (KemenPANRB, 2025)')
    const [kartu] = await uji.sql<{ kategori: unknown }>("select kategori from indikator where kode = 'IKU-92'")
    expect(kartu?.kategori).toEqual([
      { kode: 'B', nama: 'Baik', skor: '2' },
      { kode: 'Cukup', nama: 'Cukup', skor: '0.5' },
    ])
  })

  test('isian yang salah: 422, isian tetap, pesan di samping bidangnya, tidak ada yang tersimpan', async () => {
    const sebelum = await uji.sql('select count(*) from indikator')
    const salah = await sakip.kirim('/perencanaan/indikator', {
      ...(await isianKartu(uji)),
      kode: 'IKU-01',
      nama: 'Nama <script>alert(1)</script> & "kutip"',
    })
    expect(salah.status).toBe(422)
    expect(salah.text).toContain('Kode ini sudah dipakai indikator')
    expect(salah.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;kutip&#34;')
    const kasus: readonly [Record<string, string>, string][] = [
      [{ kode: '', nama: '', satuan: '', definisi: '' }, 'Tulis kode indikator'],
      [{ tempat: 'SASARAN:bukan' }, 'Pilih tujuan, sasaran, program'],
      [{ tempat: 'SASARAN:00000000-0000-4000-8000-000000000000' }, 'Yang diukur ini tidak ada lagi'],
      [{ unitId: '00000000-0000-4000-8000-000000000000' }, 'Unit ini tidak ada atau tidak aktif lagi'],
      [{ metode: 'TUNGGAL' }, 'memerlukan tepat satu data'],
      [{ 'variabel.1.nama': '' }, 'Tulis nama datanya.'],
      [{ 'variabel.0.kode': 'penyebut' }, 'Kode penyebut sudah dipakai data di atasnya.'],
      [{ 'variabel.0.kode': '9a' }, 'Kode diawali huruf'],
      [{ metode: 'BERBOBOT', 'variabel.0.bobot': '40', 'variabel.1.bobot': '50' }, 'Jumlah bobot 90, seharusnya 100.'],
      [{ metode: 'BERBOBOT', 'variabel.0.bobot': '40' }, 'Tulis bobot setiap data.'],
      [{ 'variabel.0.bobot': '1.250' }, 'dapat berarti'],
      [{ 'variabel.0.peran': 'PEMBILANG' }, 'Beri setiap data peran'],
      [
        { metode: 'JUMLAH', 'variabel.0.peran': 'PEMBILANG', 'variabel.1.peran': 'PENYEBUT' },
        'Peran hanya dipakai pada',
      ],
      [{ polaritas: 'KATEGORI' }, 'dipakai bersama cara menghitung'],
      [{ ekspresi: 'a + b' }, 'Rumus sendiri hanya dipakai bila'],
      [{ desimal: '9' }, 'Angka di belakang koma: 0 sampai 6.'],
      [{ aturanNol: 'SERATUS', polaritas: 'MIN' }, 'Aturan ini hanya untuk'],
      [{ bobot: '-5' }, 'Bobot lebih dari 0 sampai 1000.'],
      [{ aturanBukti: '' }, 'Tulis apa yang dianggap bukti'],
      [{ standarNilai: '75' }, 'Standar nasional ditulis lengkap'],
      [{ standarNilai: '75', standarSumber: 'x', standarTahun: '24' }, 'Tulis tahun empat angka'],
      [
        { metode: 'KATEGORI', polaritas: 'KATEGORI', 'kategori.0.nama': 'A', 'kategori.0.skor': '1' },
        'paling sedikit dua kategori',
      ],
      [{ metode: 'KATEGORI', polaritas: 'KATEGORI', 'kategori.0.nama': 'A', 'kategori.1.skor': '1' }, 'Tulis skornya.'],
    ]
    for (const [isi, pesan] of kasus) {
      const jawab = await sakip.kirim('/perencanaan/indikator', {
        ...(await isianKartu(uji, { kode: 'IKU-93' })),
        ...isi,
      })
      expect([jawab.status, jawab.text.includes(pesan)], JSON.stringify(isi)).toEqual([422, true])
    }
    expect(await uji.sql('select count(*) from indikator')).toEqual(sebelum)
  })
})

describe('mengubah kartu', () => {
  test('kartu yang belum dipakai diubah di tempatnya; tanpa perubahan ditolak; formulir berisi yang tersimpan', async () => {
    const id = await idIndikator(uji, 'IKU-90')
    const $ = await sakip.halaman(`/perencanaan/indikator/${id}/kartu`)
    expect($('input[name="variabel.0.kode"]').val()).toBe('surat_yang_dijawab_tepat')
    const isi = isiFormulir($)
    const sama = await sakip.kirim(tujuanFormulir($), isi)
    expect([sama.status, sama.text.includes('Tidak ada isian yang berubah.')]).toEqual([422, true])
    const jawab = await sakip.kirim(tujuanFormulir($), { ...isi, satuan: 'Persen', pembulatan: 'POTONG' })
    expect(jawab.status).toBe(303)
    expect(await uji.sql("select versi, satuan, pembulatan, perubahan from indikator where kode = 'IKU-90'")).toEqual([
      { versi: 1, satuan: 'Persen', pembulatan: 'POTONG', perubahan: 2 },
    ])
    const [catatan] = await peristiwa('indikator.diubah')
    expect(catatan?.rincian).toMatchObject({ lama: { satuan: '%' }, baru: { satuan: 'Persen', pembulatan: 'POTONG' } })
    expect(Object.keys(Object(catatan?.rincian.baru))).toEqual(['satuan', 'pembulatan'])
  })

  test('dua orang mengubah kartu yang sama: yang kedua diberi tahu (409)', async () => {
    const id = await idIndikator(uji, 'IKU-90')
    const sekcam = await uji.masukSebagai('sekcam')
    const isi = isiFormulir(await sakip.halaman(`/perencanaan/indikator/${id}/kartu`))
    const [satu, dua] = await Promise.all([
      sakip.kirim(`/perencanaan/indikator/${id}/kartu`, { ...isi, asal: 'Pertama' }),
      sekcam.kirim(`/perencanaan/indikator/${id}/kartu`, { ...isi, asal: 'Kedua' }),
    ])
    expect([satu.status, dua.status].sort()).toEqual([303, 409])
  })

  test('dinonaktifkan dengan alasan: hilang dari daftar, tetap dapat dibaca, dan dapat diaktifkan kembali', async () => {
    const id = await idIndikator(uji, 'IKU-90')
    const kartu = `/perencanaan/indikator/${id}`
    const versi = async () => String((await sakip.halaman(kartu))('.tindakan-berat input[name=versi]').val())
    const tanpa = await sakip.kirim(`${kartu}/penonaktifan`, { versi: await versi(), alasan: 'pendek' })
    expect([tanpa.status, tanpa.text.includes('Tuliskan alasannya, minimal 10 huruf.')]).toEqual([422, true])
    const jawab = await sakip.kirim(`${kartu}/penonaktifan`, {
      versi: await versi(),
      alasan: 'Tidak lagi di Renstra baru',
    })
    expect(jawab.status).toBe(303)
    const daftar = await sakip.halaman('/perencanaan/indikator?q=IKU-90')
    expect(daftar('tbody').text()).toContain('Tidak ada indikator yang cocok')
    const nonaktif = await sakip.halaman('/perencanaan/indikator?q=IKU-90&keadaan=NONAKTIF')
    expect(rapi(nonaktif('tbody').text())).toContain('nonaktif')
    const $ = await sakip.halaman(kartu)
    expect(rapi($('main').text())).toContain('Tidak lagi di Renstra baru')
    expect((await sakip.buka(`${kartu}/kartu`)).status).toBe(409)
    expect(
      (await sakip.kirim(`${kartu}/penonaktifan`, { versi: await versi(), alasan: 'Sekali lagi saja' })).status,
    ).toBe(409)
    expect((await sakip.kirim(`${kartu}/pengaktifan`, { versi: '1' })).status).toBe(409)
    expect((await sakip.kirim(`${kartu}/pengaktifan`, { versi: await versi() })).status).toBe(303)
    expect(await peristiwa('indikator.dinonaktifkan')).toHaveLength(1)
    expect(await peristiwa('indikator.diaktifkan')).toHaveLength(1)
    await expect(uji.db.umum.query('delete from indikator')).rejects.toThrow()
  })
})

describe('membaca dan mencetak', () => {
  test('kartu dan manual seluruh indikator sebagai PDF; saringan tanpa hasil memberi daftar kosong', async () => {
    const staf = await uji.masukSebagai('staf.umum')
    const satu = await staf.buka(`/perencanaan/indikator/${await idIndikator(uji, 'IKK-06')}/pdf`)
    expect([satu.status, satu.headers['content-type']]).toEqual([200, 'application/pdf'])
    const semua = await staf.buka('/perencanaan/indikator/pdf?jenis=IKU')
    expect(semua.status).toBe(200)
    expect(decodeURIComponent(String(semua.headers['content-disposition']))).toContain(
      'Manual Indikator Kinerja Kecamatan Taman.pdf',
    )
    expect(semua.body.length).toBeGreaterThan(satu.body.length)
    const kosong = await staf.buka('/perencanaan/indikator/pdf?q=tidak-ada-yang-begini')
    expect([kosong.status, kosong.body.length < satu.body.length]).toEqual([200, true])
  })

  test('kecamatan lain tidak melihat dan tidak menulis kartu Taman; yang tidak berwenang tidak melihat tombolnya', async () => {
    const id = await idIndikator(uji, 'IKU-01')
    const lain = await uji.masukSebagai('sekcam.candipuro')
    for (const alamat of ['', '/pdf', '/kartu', '/versi/1'])
      expect((await lain.buka(`/perencanaan/indikator/${id}${alamat}`)).status).toBe(404)
    expect((await lain.kirim(`/perencanaan/indikator/${id}/kartu`, await isianKartu(uji))).status).toBe(404)
    const camat = await uji.masukSebagai('camat')
    const $ = await camat.halaman(`/perencanaan/indikator/${id}`)
    expect($('a[href$="/kartu"], .tindakan-berat')).toHaveLength(0)
    expect((await camat.halaman('/perencanaan/indikator'))('a[href$="/baru"]')).toHaveLength(0)
  })
})
