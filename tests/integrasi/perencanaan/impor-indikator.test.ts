import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { idIndikator } from './kartu-isian.ts'

let uji: AplikasiUji
let sakip: OrangUji
beforeAll(async () => {
  uji = await bukaAplikasiUji()
  sakip = await uji.masukSebagai('sakip1')
})
afterAll(() => uji?.tutup())

const IMPOR = '/impor/indikator'
const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()
type Sel = string | number
type Ubah = (buku: { lembar: (nama: string) => LembarUji }) => void
type LembarUji = { tulis: (kunci: readonly string[], isi: Readonly<Record<string, Sel>>) => void }

/** The export with changes: rows are found by the first columns, or added below. */
async function buku(ubah: Ubah): Promise<Buffer> {
  const jawab = await sakip
    .buka(`${IMPOR}/ekspor`)
    .buffer(true)
    .parse((res, selesai) => {
      const potongan: Buffer[] = []
      res.on('data', (satu: Buffer) => potongan.push(satu))
      res.on('end', () => selesai(null, Buffer.concat(potongan)))
    })
  const wb = new ExcelJS.Workbook()
  await wb.xlsx.load(jawab.body)
  ubah({ lembar: (nama) => bukaLembar(wb, nama) })
  return Buffer.from(await wb.xlsx.writeBuffer())
}

function bukaLembar(wb: ExcelJS.Workbook, nama: string): LembarUji {
  const ws = wb.getWorksheet(nama)
  if (!ws) throw new Error(`lembar ${nama}`)
  const kepala = Array.from({ length: 15 }, (_, ke) => ws.getRow(ke + 1)).find((baris) => baris.cellCount > 3)
  const judul = new Map<string, number>()
  kepala?.eachCell((sel, kolom) => judul.set(String(sel.text).replace(/\s*\*$/, ''), kolom))
  return {
    tulis(kunci, isi) {
      let nomor = (kepala?.number ?? 0) + 1
      const sama = (n: number) => kunci.every((teks, ke) => ws.getRow(n).getCell(ke + 1).text === teks)
      while (ws.getRow(nomor).getCell(1).text !== '' && !sama(nomor)) nomor++
      for (const [ke, teks] of kunci.entries()) ws.getRow(nomor).getCell(ke + 1).value = teks
      for (const [kolom, nilai] of Object.entries(isi)) {
        const ke = judul.get(kolom)
        if (!ke) throw new Error(`kolom ${kolom}: ${[...judul.keys()].join(', ')}`)
        ws.getRow(nomor).getCell(ke).value = nilai
      }
    },
  }
}

const unggah = async (ubah: Ubah, orang = sakip) =>
  orang.unggah(IMPOR, {}, { berkas: { nama: 'Kartu.xlsx', isi: await buku(ubah) } })
const pratinjau = async (ubah: Ubah) => {
  const jawab = await unggah(ubah)
  expect(jawab.status).toBe(303)
  const alamat = String(jawab.headers.location)
  const $ = await sakip.halaman(alamat)
  return { alamat, teks: rapi($('main').text()), versi: String($('input[name=versi]').first().val()) }
}
const kartu = async (kode: string) =>
  (
    await uji.sql(
      "select i.* from indikator i join kecamatan k on k.id = i.kecamatan_id where k.kode = 'taman' and i.kode = $1",
      [kode],
    )
  )[0]

const BARU = {
  Jenis: 'IKK',
  'Nama indikator': 'Persentase surat yang dijawab',
  Satuan: '%',
  'Definisi operasional': 'Surat yang dijawab dibanding surat masuk.',
  'Yang diukur': 'Program',
  'Tujuan, sasaran, atau kode': '7.01.02',
  'Penanggung jawab data': 'Seksi Pelayanan Umum',
  'Cara menghitung': 'Rumus sendiri',
  'Rumus sendiri': 'dijawab / masuk * 100',
  'Angka di belakang koma': 2,
  Polaritas: 'Makin tinggi makin baik',
  'Sifat angka antarperiode': 'Keadaan pada akhir periode',
  'Sumber data': 'Agenda surat',
  Frekuensi: 'Triwulanan',
  'Bukti wajib': 'Ya',
  'Yang dianggap bukti': 'Agenda surat masuk',
}
const dataBaru: Ubah = ({ lembar }) => {
  lembar('Data').tulis(['IKK-80', 'Dijawab'], { Urutan: 1, 'Nama data': 'Surat yang dijawab', Satuan: 'Surat' })
  lembar('Data').tulis(['IKK-80', 'masuk'], { Urutan: 2, 'Nama data': 'Surat masuk', Satuan: 'Surat' })
}

describe('kartu indikator lewat Excel', () => {
  test('ekspor yang diunggah kembali tanpa perubahan tidak mengubah apa pun', async () => {
    const { teks } = await pratinjau(() => {})
    expect(teks).toContain('0 ditolak 0 berubah 0 baru 108 sama')
    expect(teks).toContain('Tidak ada perbedaan')
  })

  test('kartu baru dengan datanya: rumus dibaca, kode dirapikan; dibatalkan menjadi nonaktif, bukan dihapus', async () => {
    const { alamat, versi } = await pratinjau((b) => {
      b.lembar('Kartu').tulis(['IKK-80'], BARU)
      dataBaru(b)
      b.lembar('SMART').tulis(['IKK-80', 'Spesifik (specific)'], { Jawaban: 'Ya', Catatan: 'Jelas' })
    })
    const jawab = await sakip.kirim(`${alamat}/penerapan`, { versi })
    expect(jawab.headers.location).toContain('impor-diterapkan')
    expect(await kartu('IKK-80')).toMatchObject({
      metode: 'RUMUS',
      ekspresi: 'dijawab ÷ masuk × 100',
      versi: 1,
      aktif: true,
      pembulatan: 'SETENGAH_NAIK',
      variabel: [
        { kode: 'dijawab', nama: 'Surat yang dijawab', satuan: 'Surat' },
        { kode: 'masuk', nama: 'Surat masuk', satuan: 'Surat' },
      ],
      smart: [{ kode: 'S', jawaban: 'YA', catatan: 'Jelas' }],
    })
    expect((await pratinjau(() => {})).teks).toContain('Tidak ada perbedaan')
    const kini = await sakip.halaman(alamat)
    const batal = await sakip.kirim(`${alamat}/pembatalan`, {
      versi: String(kini('input[name=versi]').first().val()),
      alasan: 'Kartunya belum disepakati',
    })
    expect(batal.headers.location).toContain('impor-dibatalkan')
    expect(await kartu('IKK-80')).toMatchObject({
      aktif: false,
      alasan_nonaktif: 'Impor yang menambahkannya dibatalkan',
    })
    const lagi = await pratinjau((b) => {
      b.lembar('Kartu').tulis(['IKK-80'], BARU)
      dataBaru(b)
    })
    expect(lagi.teks).toContain('Kode ini dipakai indikator yang sudah dinonaktifkan')
  })

  test('kartu yang sudah dipakai memerlukan alasan dan tahun; menjadi versi baru, dan kembali bila dibatalkan', async () => {
    const tanpa = await pratinjau((b) =>
      b.lembar('Data').tulis(['IKU-04', 'penyebut'], { 'Nama data': 'Pengaduan yang diterima' }),
    )
    expect(tanpa.teks).toContain('Kartu ini sudah dipakai. Tuliskan alasan perubahannya')
    const ubah: Ubah = (b) => {
      b.lembar('Data').tulis(['IKU-04', 'penyebut'], { 'Nama data': 'Pengaduan yang diterima' })
      b.lembar('Kartu').tulis(['IKU-04'], {
        'Berlaku mulai tahun': 2027,
        'Alasan versi': 'Istilah Perbup pengaduan yang baru',
      })
    }
    const { alamat, versi, teks } = await pratinjau(ubah)
    expect(teks).not.toContain('Kartu ini sudah dipakai')
    expect((await sakip.kirim(`${alamat}/penerapan`, { versi })).headers.location).toContain('impor-diterapkan')
    expect(await kartu('IKU-04')).toMatchObject({
      versi: 2,
      berlaku_tahun: 2027,
      alasan_versi: 'Istilah Perbup pengaduan yang baru',
    })
    const basi = await pratinjau((b) =>
      b.lembar('Data').tulis(['IKU-04', 'penyebut'], { 'Nama data': 'Pengaduan masuk' }),
    )
    expect(basi.teks).toContain('Tulis alasan perubahan kali ini')
    const kini = await sakip.halaman(alamat)
    const batal = await sakip.kirim(`${alamat}/pembatalan`, {
      versi: String(kini('input[name=versi]').first().val()),
      alasan: 'Istilahnya kembali',
    })
    expect(batal.headers.location).toContain('impor-dibatalkan')
    const akhir = await kartu('IKU-04')
    expect(akhir).toMatchObject({
      versi: 3,
      variabel: [{ kode: 'pembilang' }, { kode: 'penyebut', nama: 'Pengaduan yang masuk' }],
    })
    const lama = await sakip.halaman(`/perencanaan/indikator/${await idIndikator(uji, 'IKU-04')}/versi/2`)
    expect(rapi(lama('main').text())).toContain('Pengaduan yang diterima')
  })

  test('setiap baris diperiksa dengan aturan formulir kartu, dan keluhannya menyebut barisnya', async () => {
    const kasus: readonly [Ubah, string][] = [
      [
        (b) => {
          b.lembar('Kartu').tulis(['IKK-81'], { ...BARU, 'Tujuan, sasaran, atau kode': '7.01.99' })
        },
        'Pilih tujuan, sasaran, program',
      ],
      [
        (b) => {
          b.lembar('Kartu').tulis(['IKK-81'], BARU)
        },
        'Tulis data yang dipakai dalam rumus.',
      ],
      [
        (b) => {
          b.lembar('Kartu').tulis(['IKK-80'], BARU)
          b.lembar('Data').tulis(['IKK-99', 'a'], { Urutan: 1, 'Nama data': 'Yatim' })
        },
        'Indikator IKK-99 tidak ada. Tulis kartunya',
      ],
      [
        (b) => {
          b.lembar('Kartu').tulis(['IKK-81'], { ...BARU, 'Alasan versi': 'Tidak perlu alasan' })
        },
        'Kosongkan tahun dan alasan',
      ],
      [
        (b) => {
          b.lembar('Kartu').tulis(['IKK-81'], { ...BARU, 'Cara menghitung': 'Penjumlahan', 'Rumus sendiri': '' })
          b.lembar('Data').tulis(['IKK-81', 'a'], { Urutan: 2, 'Nama data': 'Satu' })
        },
        'Urutan harus 1, 2, 3',
      ],
      [
        (b) => {
          b.lembar('Kartu').tulis(['IKK-81'], { ...BARU, Polaritas: 'Makin tinggi' })
        },
        'tidak ada di pilihan Polaritas',
      ],
    ]
    const sebelum = await uji.sql('select count(*) from indikator')
    for (const [ubah, pesan] of kasus) expect((await pratinjau(ubah)).teks).toContain(pesan)
    expect(await uji.sql('select count(*) from indikator')).toEqual(sebelum)
  })

  test('kepala seksi mengunduh, tidak mengunggah; kecamatan lain hanya melihat kartunya sendiri', async () => {
    const kasi = await uji.masukSebagai('kasi.pmd')
    expect((await kasi.buka(`${IMPOR}/ekspor`)).status).toBe(200)
    expect((await unggah(() => {}, kasi)).status).toBe(403)
    const lain = await uji.masukSebagai('sekcam.candipuro')
    const jawab = await lain.unggah(IMPOR, {}, { berkas: { nama: 'Kartu.xlsx', isi: await buku(() => {}) } })
    const teks = rapi((await lain.halaman(String(jawab.headers.location)))('main').text())
    expect(teks).toMatch(/ditolak/i)
  })
})
