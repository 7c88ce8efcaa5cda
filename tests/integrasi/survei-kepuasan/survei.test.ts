import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatAngka } from '../../../src/inti/angka/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { bacaTabelTerbit } from '../../unit/pengukuran/tabel-terbit/bentuk.ts'
import { angka } from '../pengukuran/kartu-terbit.ts'

const TABEL = bacaTabelTerbit()

const KODE = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9']
let app: AplikasiUji
let kasi: OrangUji
let staf: OrangUji
let sakip: OrangUji
let unit: string
beforeAll(async () => {
  app = await bukaAplikasiUji()
  kasi = await app.masukSebagai('kasi.pelayanan')
  staf = await app.masukSebagai('staf.pelayanan')
  sakip = await app.masukSebagai('sakip1')
  const [milik] = await app.sql<{ id: string }>(
    "select u.id from unit_kerja u join kecamatan k on k.id = u.kecamatan_id where u.kode = 'seksi-pelayanan' and k.kode = 'taman'",
  )
  unit = String(milik?.id)
})
afterAll(() => app.tutup())

const isianSurvei = (lain: Record<string, string> = {}) => ({
  layanan: 'Legalisasi',
  unitId: unit,
  jenisPeriode: 'TRIWULAN',
  nomorPeriode: '2',
  tahun: '2026',
  cara: 'KUESIONER',
  populasi: '100',
  keterangan: '',
  ...lain,
})
/** Makes a survey through the form and returns its address. */
async function buat(lain: Record<string, string> = {}, { buka = true } = {}): Promise<string> {
  const jawab = await sakip.kirim('/survei-kepuasan', isianSurvei(lain)).expect(303)
  const alamat = String(jawab.headers.location).split('?')[0] ?? ''
  if (buka) await sakip.kirim(`${alamat}/pembukaan`, { versi: await versi(alamat) }).expect(303)
  return alamat
}
const versi = async (alamat: string): Promise<string> =>
  String(
    (await app.sql<{ versi: number }>('select versi from survei_kepuasan where id = $1', [alamat.split('/')[2]]))[0]
      ?.versi,
  )
const tutup = async (alamat: string) => sakip.kirim(`${alamat}/penutupan`, { versi: await versi(alamat) })
const jumlah = (nilai: number, responden: number) =>
  Object.fromEntries(
    KODE.flatMap((_, ke) => [
      [`u.${ke}.jumlah`, String(nilai)],
      [`u.${ke}.responden`, String(responden)],
    ]),
  )

describe('menyiapkan survei', () => {
  it('isian yang salah ditolak dengan kalimat, survei kembar ditolak, unit lain bukan wewenang Kasi', async () => {
    const salah = await kasi.kirim('/survei-kepuasan', isianSurvei({ layanan: '', nomorPeriode: '5' })).expect(422)
    expect(salah.text).toContain('Tulis jenis layanan yang disurvei.')
    const alamat = await buat({}, { buka: false })
    expect((await kasi.kirim('/survei-kepuasan', isianSurvei()).expect(422)).text).toContain('sudah ada')
    const lain = await app.masukSebagai('kasi.trantib')
    await lain.kirim('/survei-kepuasan', isianSurvei({ layanan: 'Milik unit lain' })).expect(403)
    await lain.kirim(`${alamat}/pembukaan`, { versi: '1' }).expect(403)
    await lain.buka(`${alamat}/data`).expect(403)
    await kasi.kirim(`${alamat}/data`, { ...isianSurvei({ populasi: '150' }), versi: '1' }).expect(303)
    await kasi.kirim(`${alamat}/data`, { ...isianSurvei(), versi: '1' }).expect(409)
    expect((await kasi.halaman(alamat))('aside').text()).toContain('108 dari 150')
  })

  it('unsur boleh ditambah dan dibobot; kesembilan unsur tidak dapat dihilangkan; sesudah dibuka tidak dapat diubah', async () => {
    const alamat = await buat({ layanan: 'Unsur tambahan' }, { buka: false })
    const $ = await kasi.halaman(`${alamat}/unsur`)
    const baris = Object.fromEntries(
      $('form [name^="u."]')
        .toArray()
        .map((el) => [$(el).attr('name') ?? '', String($(el).val() ?? '')]),
    )
    expect($('fieldset')).toHaveLength(10)
    const tambah = {
      'u.9.nama': 'Kemudahan akses',
      'u.9.pertanyaan': 'Bagaimana akses ke kantor?',
      'u.9.j1': 'Sulit',
      'u.9.j2': 'Agak sulit',
      'u.9.j3': 'Mudah',
      'u.9.j4': 'Sangat mudah',
    }
    const bobot = await kasi
      .kirim(`${alamat}/unsur`, { ...baris, ...tambah, 'u.0.bobot': '0,5', versi: '1' })
      .expect(422)
    expect(bobot.text).toContain('Isi bobot semua unsur')
    const kurang = await kasi.kirim(`${alamat}/unsur`, {
      ...baris,
      'u.8.kode': '',
      'u.8.nama': '',
      'u.8.pertanyaan': '',
      versi: '1',
    })
    expect(kurang.status).toBe(422)
    await kasi
      .kirim(`${alamat}/unsur`, {
        ...baris,
        ...tambah,
        'u.3.pertanyaan': 'Layanan gratis. Adakah pungutan?',
        versi: '1',
      })
      .expect(303)
    await kasi.kirim(`${alamat}/pembukaan`, { versi: await versi(alamat) }).expect(303)
    await kasi.buka(`${alamat}/unsur`).expect(409)
    await kasi.kirim(`${alamat}/unsur`, { ...baris, versi: await versi(alamat) }).expect(409)
    expect((await kasi.halaman(alamat))('table').first().text()).toContain('U10 Kemudahan akses')
    await kasi.buka(`${alamat}/blangko`).expect(200)
  })
})

describe('mengisi hasil', () => {
  it('jumlah nilai: semua 4 dengan satu responden memberi IKM 100, dan diperingatkan (terbit: Disdukcapil Tulang Bawang Barat 2023)', async () => {
    // published: NRR tertimbang 0,44 and IKM 100; from the printed 0,44 it would be 99,00: the total follows the exact 1/9
    const alamat = await buat({ layanan: 'Satu responden', cara: 'JUMLAH' })
    await tutup(alamat).then((j) => expect(j.status).toBe(409))
    const kosong = await staf.kirim(`${alamat}/hasil`, {
      ...jumlah(4, 1),
      'u.2.responden': '',
      versi: await versi(alamat),
    })
    expect(kosong.text).toContain('isi jumlah nilai dan jumlah responden, keduanya')
    const salah = await staf.kirim(`${alamat}/hasil`, { ...jumlah(5, 1), versi: await versi(alamat) }).expect(422)
    expect(salah.text).toContain('antara 1 dan 4')
    await staf.kirim(`${alamat}/hasil`, { ...jumlah(4, 1), 'p.kelamin.P': '1', versi: await versi(alamat) }).expect(303)
    const $ = await staf.halaman(alamat)
    expect($('.survei__ikm').text()).toContain('100,00')
    expect($('table').first().text()).toContain('0,4444')
    expect($('.catatan').text()).toContain('Responden 1, sampel yang diperlukan 80')
    await staf.kirim(`${alamat}/penutupan`, { versi: await versi(alamat) }).expect(403)
  })

  it('sebaran dihitung sendiri jumlah dan respondennya; kesalahan menyebut unsurnya', async () => {
    const alamat = await buat({ layanan: 'Sebaran', cara: 'SEBARAN' })
    const isi = Object.fromEntries(
      KODE.flatMap((_, ke) => [0, 0, 10, ke === 0 ? 10 : 0].map((n, urut) => [`u.${ke}.n${urut + 1}`, String(n)])),
    )
    const salah = await staf
      .kirim(`${alamat}/hasil`, { ...isi, 'u.4.n2': 'banyak', versi: await versi(alamat) })
      .expect(422)
    expect(salah.text).toContain('U5: tulis bilangan bulat.')
    await staf.kirim(`${alamat}/hasil`, { ...isi, versi: await versi(alamat) }).expect(303)
    expect((await staf.halaman(alamat))('.survei__ikm').text()).toContain('76,39')
    await staf.buka(`${alamat}/hasil`).expect(200)
  })

  it('kuesioner diketik beberapa sekaligus; jawaban di luar 1–4 ditolak, sekali kirim dua kali tercatat sekali, yang keliru tidak dipakai dengan alasan', async () => {
    const alamat = await buat({ layanan: 'Ketik' })
    const satu = (ke: number, nilai: string) => Object.fromEntries(KODE.map((k) => [`k.${ke}.${k}`, nilai]))
    expect((await staf.kirim(`${alamat}/kuesioner`, {}).expect(422)).text).toContain(
      'Isi paling sedikit satu kuesioner',
    )
    const salah = await staf.kirim(`${alamat}/kuesioner`, { ...satu(0, '3'), 'k.0.U3': '5' }).expect(422)
    expect(salah.text).toContain('Jawaban U3 harus 1, 2, 3, atau 4.')
    const isi = {
      ...satu(0, '3'),
      ...satu(1, '3'),
      'k.1.U1': '4',
      'k.1.kelamin': 'P',
      'k.1.saran': '<b>Antre</b>',
      kunci: 'kunci-yang-sama-0001',
    }
    await staf.kirim(`${alamat}/kuesioner`, isi).expect(303)
    await staf.kirim(`${alamat}/kuesioner`, isi).expect(303)
    const $ = await kasi.halaman(`${alamat}/kuesioner`)
    expect($('main').text()).toContain('2 kuesioner sudah masuk')
    expect($.html()).not.toContain('<b>Antre</b>')
    const batal = $('form[action*="/pembatalan"]').first().attr('action') ?? ''
    const alasan = `alasan-${batal.split('/')[4]}`
    const pendek = await kasi.kirim(batal, { [alasan]: 'pendek' }).expect(422)
    expect(pendek.text).toContain(`aria-describedby="salah-${alasan}"`)
    await staf.kirim(batal, { [alasan]: 'Lembar ini terhitung dua kali.' }).expect(403)
    await kasi.kirim(batal, { [alasan]: 'Lembar ini terhitung dua kali.' }).expect(303)
    await kasi.kirim(batal, { [alasan]: 'Lembar ini terhitung dua kali.', x: '1' }).expect(409)
    expect((await kasi.halaman(alamat))('.survei__ikm').text()).toContain('75,00')
    await kasi.kirim(`${alamat}/hasil`, { versi: await versi(alamat) }).expect(409)
    const lain = await app.masukSebagai('staf.trantib')
    await lain.kirim(`${alamat}/kuesioner`, satu(0, '3')).expect(403)
  })

  it('sesudah dibuka layanan, periode, dan cara tidak berganti; populasi dan keterangan masih boleh', async () => {
    const alamat = await buat({ layanan: 'Tetap' })
    const $ = await kasi.halaman(`${alamat}/data`)
    expect(
      $('input[name=layanan]:not([type=hidden]), select[name=jenisPeriode], input[type=radio][name=cara]'),
    ).toHaveLength(0)
    const isi = Object.fromEntries(
      $('form.lembar [name]')
        .toArray()
        .filter((el) => $(el).attr('name') !== 'kunci')
        .map((el) => [$(el).attr('name') ?? '', String($(el).val() ?? '')]),
    )
    for (const [bidang, nilai] of [
      ['layanan', 'Lain'],
      ['tahun', '2024'],
      ['jenisPeriode', 'TAHUN'],
      ['nomorPeriode', '3'],
      ['cara', 'HASIL'],
    ] as const) {
      const salah = await kasi.kirim(`${alamat}/data`, { ...isi, [bidang]: nilai }).expect(422)
      expect(salah.text, bidang).toContain('tidak dapat diganti setelah survei dibuka')
    }
    await kasi.kirim(`${alamat}/data`, { ...isi, populasi: '900', keterangan: 'Loket baru' }).expect(303)
  })

  it('kuesioner lama juga dapat dikeluarkan: daftarnya berhalaman, dan kembali ke halaman itu', async () => {
    const alamat = await buat({ layanan: 'Banyak' })
    const satu = (ke: number) => Object.fromEntries(KODE.map((k) => [`k.${ke}.${k}`, '3']))
    for (let kali = 0; kali < 3; kali++)
      await kasi
        .kirim(`${alamat}/kuesioner`, Object.assign({}, ...Array.from({ length: 10 }, (_, ke) => satu(ke))))
        .expect(303)
    const nomor = async (halaman: string) => {
      const $ = await kasi.halaman(`${alamat}/kuesioner${halaman}`)
      return {
        $,
        nomor: $('tbody th[data-label=Nomor]')
          .toArray()
          .map((el) => $(el).text()),
      }
    }
    expect((await nomor('')).nomor).toEqual(Array.from({ length: 20 }, (_, ke) => String(30 - ke)))
    const kedua = await nomor('?halaman=2')
    expect(kedua.nomor).toEqual(Array.from({ length: 10 }, (_, ke) => String(10 - ke)))
    expect((await nomor('')).$('nav.nomor').text()).toContain('Halaman 1 dari 2')
    expect((await nomor('?halaman=99')).nomor).toEqual(kedua.nomor)
    const batal = kedua.$('form[action*="/pembatalan"]').last().attr('action') ?? ''
    const isi = { [`alasan-${batal.split('/')[4]}`]: 'Lembar ini terhitung dua kali.' }
    const jawab = await kasi.kirim(batal, isi).expect(303)
    expect(jawab.headers.location).toContain('/kuesioner?halaman=2&')
    expect((await nomor('?halaman=2')).$('main').text()).toContain('Tidak dipakai: Lembar ini terhitung dua kali.')
  })

  it('laporan PDF, Word, dan Excel berumus; kecamatan lain tidak melihat survei ini', async () => {
    const [contoh] = await app.sql<{ id: string }>(
      "select id from survei_kepuasan where cara = 'KUESIONER' and tahun = 2026 and nomor_periode = 2 and jenis_periode = 'SEMESTER'",
    )
    const alamat = `/survei-kepuasan/${contoh?.id}`
    expect((await kasi.buka(`${alamat}/laporan`).expect(200)).headers['content-type']).toContain('pdf')
    await kasi.buka(`${alamat}/laporan/word`).expect(200)
    const excel = await kasi
      .buka(`${alamat}/excel`)
      .buffer(true)
      .parse((res, selesai) => {
        const isi: Buffer[] = []
        res.on('data', (b: Buffer) => isi.push(b)).on('end', () => selesai(null, Buffer.concat(isi)))
      })
    const buku = new ExcelJS.Workbook()
    await buku.xlsx.load(excel.body)
    expect(buku.getWorksheet('Pengolahan')?.getCell('C6').formula).toBe('SUM(Jawaban!B6:B29)')
    expect(buku.getWorksheet('Pengolahan')?.getCell('C16').formula).toContain('ROUND(SUM(G6:G14)*25,2)')
    // what a phone shows that does not compute
    expect(buku.getWorksheet('Pengolahan')?.getCell('C16').result).toBe(86.81)
    expect(buku.getWorksheet('Jawaban')?.getCell('L6').text).toMatch(/^(Laki-laki|Perempuan)$/)
    const orang = await app.masukSebagai('camat.candipuro')
    for (const jalur of ['', '/laporan', '/laporan/word', '/excel', '/blangko', '/tautan/qr'])
      await orang.buka(alamat + jalur).expect(404)
    await (await app.masukSebagai('admin')).buka('/survei-kepuasan').expect(403)
  })
})

describe('menutup, membuka kembali, menindaklanjuti', () => {
  it('unsur terendah menjadi tindak lanjut kantor dan tugas penanggung jawabnya', async () => {
    const [contoh] = await app.sql<{ id: string }>(
      "select id from survei_kepuasan where cara = 'SEBARAN' and layanan like 'Pelayanan administrasi%'",
    )
    const alamat = `/survei-kepuasan/${contoh?.id}`
    const $ = await kasi.halaman(alamat)
    const pegawaiId = String(
      $('select[name=pegawaiId] option')
        .filter((_, o) => $(o).text().includes('Pelayanan'))
        .first()
        .val(),
    )
    const isi = { unsur: 'U3', uraian: 'Tambah satu loket pada jam ramai.', pegawaiId, tenggat: '2026-09-30' }
    expect((await kasi.kirim(`${alamat}/tindak-lanjut`, { ...isi, uraian: 'x' }).expect(422)).text).toContain(
      'minimal 10 huruf',
    )
    await kasi.kirim(`${alamat}/tindak-lanjut`, { ...isi, unsur: 'U99' }).expect(422)
    await kasi.kirim(`${alamat}/tindak-lanjut`, isi).expect(303)
    expect((await kasi.halaman(alamat))('main').text()).toContain('U3 Waktu penyelesaian')
    const daftar = await sakip.halaman('/tindak-lanjut')
    expect(daftar('main').text()).toContain('SKM Pelayanan administrasi kependudukan, Semester I 2026')
    expect(daftar(`a[href="${alamat}"]`)).toHaveLength(1)
    await kasi.kirim(`${alamat}/pembukaan-kembali`, { versi: '1', alasan: '' }).expect(422)
    await kasi
      .kirim(`${alamat}/pembukaan-kembali`, { versi: '1', alasan: 'Ada lembar yang tertinggal di loket.' })
      .expect(303)
    await kasi.kirim(`${alamat}/tindak-lanjut`, isi).expect(409)
    await kasi.kirim(`${alamat}/penutupan`, { versi: await versi(alamat) }).expect(303)
    const jejak = await app.sql<{ rincian: { ikm: string; responden: number } }>(
      "select rincian from jejak where peristiwa = 'survei.ditutup' order by urut desc limit 1",
    )
    expect(jejak[0]?.rincian).toMatchObject({ responden: 152 })
  })
})

describe('angka terbit dimasukkan lewat isian yang sama', () => {
  // Tabel 19 LKIP Jakarta Barat 2021, one year per kecamatan: two services and the published total
  const jakbar = TABEL.find(({ berkas }) => berkas === 'jakarta-barat-2021.yaml')
  const JAKBAR =
    jakbar?.jenis === 'rata-rata'
      ? jakbar.baris.map(
          ({ nama, nilai: [satu = '', dua = ''], terbit }, ke) => [2011 + ke, nama, satu, dua, terbit] as const,
        )
      : []
  it.each(JAKBAR)('tahun %i, %s: rata-rata dua layanan seperti terbit', async (tahun, _nama, satu, dua, total) => {
    for (const [layanan, ikm] of [
      ['PPSU', satu],
      ['Ketertiban umum', dua],
    ] as const) {
      const alamat = await buat({ layanan, tahun: String(tahun), jenisPeriode: 'TAHUN', cara: 'HASIL', populasi: '' })
      await sakip
        .kirim(`${alamat}/hasil`, {
          ikm,
          responden: '20.775',
          sumber: 'LKIP Jakarta Barat 2021, Tabel 19',
          versi: await versi(alamat),
        })
        .expect(303)
      expect((await tutup(alamat)).status).toBe(303)
    }
    expect((await sakip.halaman(`/survei-kepuasan?tahun=${tahun}`))('.catatan').text()).toContain(
      `IKM ${total} dari rata-rata SKM 2 layanan`,
    )
  })

  // every IKM that was printed with its letter; PDAM 76,68 and Sungai Limau 88,11 lie at the bounds of B, Kebon Jeruk 88,49 is A
  const MUTU = TABEL.flatMap((t) => (t.jenis === 'mutu' ? t.baris : []))
  it('IKM unit pelayanan, kecamatan, dan kelurahan yang terbit: huruf mutu sama dengan terbitannya', async () => {
    expect(MUTU.length).toBeGreaterThan(35)
    for (const { nama, ikm, responden = '' } of MUTU) {
      const alamat = await buat({ layanan: nama, tahun: '2003', jenisPeriode: 'TAHUN', cara: 'HASIL', populasi: '' })
      // the form asks how many answered; where that was not printed, one
      const isi = { ikm, responden: responden || '1', sumber: 'Hasil IKM yang terbit', versi: await versi(alamat) }
      await sakip.kirim(`${alamat}/hasil`, isi).expect(303)
    }
    const $ = await sakip.halaman('/survei-kepuasan?tahun=2003')
    const baris = new Map(
      $('tbody tr')
        .toArray()
        .map((tr) => [$(tr).find('a').first().text(), $(tr).text()]),
    )
    for (const { nama, ikm, responden = '', mutu } of MUTU)
      expect(baris.get(nama), nama).toMatch(
        new RegExp(`${responden}[^]*${formatAngka(angka(ikm), { desimal: 2 })}[^]*${mutu} \\(`),
      )
  }, 60_000)

  it('hasil akhir di luar 25–100 atau tanpa sumber ditolak', async () => {
    const alamat = await buat({ layanan: 'Salah hasil', cara: 'HASIL', populasi: '' })
    const salah = await sakip
      .kirim(`${alamat}/hasil`, { ikm: '4,2', responden: '', sumber: '', versi: await versi(alamat) })
      .expect(422)
    expect(salah.text).toContain('Tulis IKM antara 25 dan 100')
  })
})
