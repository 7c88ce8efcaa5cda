import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { type Halaman, PerambanPolos, rapikan } from '../../bantuan/peramban-polos.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'

let app: AplikasiUji
const orang = new Map<string, PerambanPolos>()
beforeAll(async () => {
  app = await bukaAplikasiUji()
})
afterAll(() => app.tutup())

async function masuk(nama: string): Promise<PerambanPolos> {
  const ada = orang.get(nama)
  if (ada) return ada
  const baru = new PerambanPolos(app.alamat, nama)
  await baru.masuk(SANDI_UJI)
  orang.set(nama, baru)
  return baru
}
const nilai = ({ $ }: Halaman, nama: string) => $(`form [name="${nama}"]`).first().val()
const kini = ({ $ }: Halaman) =>
  $('.isian__kini')
    .get()
    .map((satu) => rapikan($(satu).text()))

/** The same person opens a page twice, saves in the second, then in the first: what the first is told. */
async function duaLembar(
  nama: string,
  alamat: string,
  { tombol, dahulu, kemudian }: { tombol: string | RegExp; dahulu: Isian; kemudian: Isian },
) {
  const p = await masuk(nama)
  const [satu, dua] = [await p.buka(alamat), await p.buka(alamat)]
  await p.tekan(dua, tombol, { isian: dahulu })
  const basi = await p.tekan(satu, tombol, { isian: kemudian, bolehGagal: true })
  return { p, basi }
}
type Isian = Record<string, string>
const satuId = async (sql: string) => String((await app.sql<{ id: string }>(sql))[0]?.id)
const taman = "(select id from kecamatan where kode = 'taman')"

/** A change of a tujuan as a page of long ago sends it. */
async function tujuanBasi() {
  const alamat = `/perencanaan/unsur/tujuan/${await satuId(`select id from tujuan where kecamatan_id = ${taman} limit 1`)}`
  const sakip = await app.masukSebagai('sakip1')
  const induk = String((await sakip.halaman(alamat))('[name=induk]').val())
  return { sakip, alamat, isian: { versi: '99', induk, nama: 'Kalimat yang panjang', alasan } }
}
const alasan = 'Penyesuaian sesudah rapat.'

describe('dua orang mengubah isian yang sama', () => {
  it('tujuan Renstra: yang kemudian melihat keduanya, lalu menyimpan dengan sekali tekan', async () => {
    const alamat = `/perencanaan/unsur/tujuan/${await satuId(`select id from tujuan where kecamatan_id = ${taman} limit 1`)}`
    const { p, basi } = await duaLembar('sakip1', alamat, {
      tombol: 'Simpan',
      dahulu: { nama: 'Meningkatnya mutu pelayanan', alasan },
      kemudian: { nama: 'Meningkatnya mutu layanan warga', alasan },
    })
    expect([basi.status, basi.judul, nilai(basi, 'nama')]).toEqual([409, 'Tujuan', 'Meningkatnya mutu layanan warga'])
    expect(kini(basi)).toContain('Tersimpan sekarang: Meningkatnya mutu pelayanan')
    expect(basi.$('[role=alert]').text()).toContain('Belum disimpan')
    expect(basi.$('[role=alert] a').first().attr('href')).toBe('#isian-nama')
    expect((await p.tekan(basi, 'Simpan')).$('main').text()).toContain('Meningkatnya mutu layanan warga')
  })

  it('kartu indikator, aturan penilaian, dan DPA: halamannya kembali dengan ketikan dan yang tersimpan', async () => {
    const satu = async (tabel: string, lain = 'true') =>
      satuId(`select id from ${tabel} where kecamatan_id = ${taman} and ${lain} order by id limit 1`)
    const daftar: [string, RegExp, string, Isian, string][] = [
      [`/perencanaan/indikator/${await satu('indikator', 'aktif')}/kartu`, /^Simpan/, 'definisi', { alasan }, ''],
      [`/perencanaan/skala/${await satu('skala_predikat')}`, /^Simpan/, 'nama', { alasan }, ''],
      [`/perencanaan/anggaran/${await satu('dokumen_anggaran')}`, /^Simpan/, 'nomor', {}, ''],
    ]
    for (const [alamat, tombol, bidang, lain] of daftar) {
      const { basi } = await duaLembar('sakip1', alamat, {
        tombol,
        dahulu: { ...lain, [bidang]: 'Ditulis lebih dahulu' },
        kemudian: { ...lain, [bidang]: 'Ditulis kemudian' },
      })
      expect([basi.status, nilai(basi, bidang)], alamat).toEqual([409, 'Ditulis kemudian'])
      expect(kini(basi), alamat).toContain('Tersimpan sekarang: Ditulis lebih dahulu')
    }
  })

  it('peramban yang tidak menyebut asalnya: halaman pada alamat kiriman yang dipakai', async () => {
    const { sakip, alamat, isian } = await tujuanBasi()
    const jawab = await sakip.kirim(alamat, isian)
    expect([jawab.status, jawab.text]).toEqual([409, expect.stringContaining('Kalimat yang panjang</textarea>')])
    const json = await sakip.kirim(alamat, isian).set('Accept', 'application/json')
    expect([json.status, json.body.pesan]).toEqual([409, expect.stringContaining('sudah diubah')])
  })

  it('asal yang bukan halaman formulirnya atau tidak ada: halaman galat memuat kalimat yang diketik untuk disalin', async () => {
    const { sakip, alamat, isian } = await tujuanBasi()
    for (const asal of ['/kalender', '/tidak-ada', '/', '/masuk']) {
      const rujukan = new URL(asal, app.alamat).href
      const jawab = await sakip.kirim(alamat, isian).set('Referer', rujukan)
      expect([jawab.status, jawab.text], asal).toEqual([409, expect.stringContaining('Keadaannya sudah berubah')])
      expect(jawab.text, asal).toMatch(/Yang tadi Anda ketik.*Kalimat yang panjang/s)
    }
  })
})

it('program kerja: baris yang ditambah orang lain tidak menggeser ketikan, dan tidak ada yang hilang', async () => {
  const siklusId = await mulaiSiklusUji(app, { periode: { jenis: 'TRIWULAN', tahun: 2026, nomor: 3 } })
  await sampaiLangkah(app, siklusId, 'P3')
  const alamat = `/siklus/${siklusId}/langkah/P3/program-kerja`
  const [satu, dua] = [await masuk('sakip1'), await masuk('sakip2')]
  const baris = (nomor: number, uraian: string, mulai: string) => ({
    [`kegiatan.${nomor}.uraian`]: uraian,
    [`kegiatan.${nomor}.penanggungJawab`]: 'Tim SAKIP',
    [`kegiatan.${nomor}.mulai`]: mulai,
    [`kegiatan.${nomor}.selesai`]: mulai,
  })
  await satu.tekan(await satu.buka(alamat), 'Simpan dan tambah baris', { isian: baris(0, 'Rapat awal', '2026-10-05') })
  const lama = await satu.buka(alamat)
  const lain = await dua.buka(alamat)
  await dua.tekan(lain, 'Simpan dan tambah baris', {
    isian: { ...baris(1, 'Bagi formulir', '2026-10-01'), 'kegiatan.0.keluaran': 'Notulen' },
  })
  const basi = await satu.tekan(lama, 'Simpan dan tambah baris', {
    isian: { ...baris(1, 'Susun rekap', '2026-10-09'), 'kegiatan.0.keluaran': 'Undangan' },
    bolehGagal: true,
  })
  expect(basi.status).toBe(409)
  const terisi = basi
    .$('textarea')
    .get()
    .map((t) => basi.$(t).val())
  // the other's earlier activity comes first: rows stand in order of date
  expect(terisi).toEqual(['Bagi formulir', 'Rapat awal', 'Susun rekap', ''])
  expect(nilai(basi, 'kegiatan.1.keluaran')).toBe('Undangan')
  expect(kini(basi)).toContain('Tersimpan sekarang: Notulen')
  const jadi = await satu.tekan(basi, 'Simpan dan tambah baris')
  expect(
    jadi
      .$('textarea')
      .get()
      .map((t) => jadi.$(t).val()),
  ).toEqual(['Bagi formulir', 'Rapat awal', 'Susun rekap', '', ''])
})

it('kiriman bersarang yang ditolak mendapat halaman galat, bukan gangguan', async () => {
  const sakip = await app.masukSebagai('sakip1')
  const jawab = await sakip.unggah(
    '/impor/status-desa',
    { 'alasan[dalam][lagi]': 'dua kata', catatan: 'kalimat yang diketik' },
    { lain: { nama: 'a.exe', isi: Buffer.from('MZ') } },
  )
  expect([jawab.status, jawab.text]).toEqual([422, expect.stringContaining('kalimat yang diketik')])
})
