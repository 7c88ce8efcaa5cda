import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { imporNomenklatur } from '../../../src/modul/perencanaan/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'

let uji: AplikasiUji
let sakip: OrangUji
beforeAll(async () => {
  uji = await bukaAplikasiUji()
  sakip = await uji.masukSebagai('sakip1')
})
afterAll(() => uji?.tutup())

const VERSI =
  "(select id from versi_nomenklatur where kecamatan_id = (select id from kecamatan where kode = 'taman') order by berlaku_tahun limit 1)"
const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()
type Isi = Readonly<Record<string, string | number>>
type Tulis = (lembar: string, kunci: readonly string[], isi: Isi) => void

/** The export of a kind, with rows changed or added: found by their first columns. */
async function berkas(jenis: string, ubah: (tulis: Tulis) => void): Promise<Buffer> {
  const jawab = await sakip
    .buka(`/impor/${jenis}/ekspor?tahun=2026`)
    .buffer(true)
    .parse((res, selesai) => {
      const potongan: Buffer[] = []
      res.on('data', (p: Buffer) => potongan.push(p))
      res.on('end', () => selesai(null, Buffer.concat(potongan)))
    })
  const wb = new ExcelJS.Workbook()
  await wb.xlsx.load(jawab.body)
  ubah((lembar, kunci, isi) => tulisBaris(wb, lembar, { kunci, isi }))
  return Buffer.from(await wb.xlsx.writeBuffer())
}

function tulisBaris(
  wb: ExcelJS.Workbook,
  lembar: string,
  { kunci, isi }: { kunci: readonly string[]; isi: Isi },
): void {
  const ws = wb.getWorksheet(lembar)
  if (!ws) throw new Error(`lembar ${lembar}`)
  const kepala = Array.from({ length: 15 }, (_, ke) => ws.getRow(ke + 1)).find((baris) => baris.cellCount > 2)
  const judul = new Map<string, number>()
  kepala?.eachCell((sel, kolom) => judul.set(String(sel.text).replace(/\s*\*$/, ''), kolom))
  let nomor = (kepala?.number ?? 0) + 1
  const sama = (n: number) => kunci.every((teks, ke) => ws.getRow(n).getCell(ke + 1).text === teks)
  while (ws.getRow(nomor).getCell(1).text !== '' && !sama(nomor)) nomor++
  for (const [ke, teks] of kunci.entries()) ws.getRow(nomor).getCell(ke + 1).value = teks
  for (const [kolom, nilai] of Object.entries(isi)) {
    const ke = judul.get(kolom)
    if (!ke) throw new Error(`kolom ${kolom}: ${[...judul.keys()].join(', ')}`)
    ws.getRow(nomor).getCell(ke).value = nilai
  }
}

async function pratinjau(jenis: string, ubah: (tulis: Tulis) => void) {
  const jawab = await sakip.unggah(
    `/impor/${jenis}`,
    { tahun: '2026' },
    { berkas: { nama: 'Isi.xlsx', isi: await berkas(jenis, ubah) } },
  )
  expect(jawab.status, rapi(jawab.text)).toBe(303)
  const alamat = String(jawab.headers.location)
  const $ = await sakip.halaman(alamat)
  return { alamat, teks: rapi($('main').text()), versi: String($('input[name=versi]').first().val()) }
}
async function terapkan({ alamat, versi }: { alamat: string; versi: string }) {
  const jawab = await sakip.kirim(`${alamat}/penerapan`, { versi })
  expect([jawab.status, String(jawab.headers.location)]).toEqual([303, expect.stringContaining('impor-diterapkan')])
  const $ = await sakip.halaman(alamat)
  return async () => {
    const batal = await sakip.kirim(`${alamat}/pembatalan`, {
      versi: String($('input[name=versi]').first().val()),
      alasan: 'Berkasnya keliru',
    })
    expect([batal.status, rapi(batal.text)]).toEqual([303, expect.anything()])
  }
}
/** Everything of planning, to see that an undo brings back what was there. */
const sidik = async () =>
  uji.sql(
    `select (select md5(string_agg(x::text, '|' order by x::text)) from (select uraian from tujuan union all select uraian from sasaran
        union all select kode || nama || coalesce(sasaran_id::text, '') from program union all select kode || nama from kegiatan
        union all select kode || kelurahan || nama || keluaran || satuan from sub_kegiatan) x) as pohon,
      (select md5(string_agg(indikator_id::text || tahun || jenis || coalesce(nilai::text, '') || coalesce(teks, ''), '|' order by indikator_id, tahun, jenis)) from target_renstra) as target,
      (select md5(string_agg(sub_kegiatan_id::text || tahun || jenis || berlaku_sejak || pagu, '|' order by sub_kegiatan_id, tahun, jenis, berlaku_sejak)) from anggaran) as pagu,
      (select md5(string_agg(sub_kegiatan_id::text || tahun || nilai, '|' order by sub_kegiatan_id, tahun)) from pagu_indikatif) as indikatif,
      (select count(*)::int from realisasi_bulanan) as bulanan, (select count(*)::int from realisasi_anggaran) as triwulan,
      (select md5(string_agg(kode || nama || indikator || satuan, '|' order by versi_id, kode)) from nomenklatur) as nomenklatur`,
  )

describe.each(['renstra', 'anggaran', 'realisasi-anggaran', 'nomenklatur'])('%s', (jenis) => {
  test('ekspor yang diunggah kembali tanpa perubahan tidak mengubah apa pun', async () => {
    const { teks } = await pratinjau(jenis, () => {})
    expect(teks).toMatch(/0 ditolak 0 berubah 0 baru \d+ sama/)
  })
})

test('Renstra: pohon baru dan target lewat Excel; dibatalkan, semuanya kembali persis', async () => {
  const semula = await sidik()
  const hasil = await pratinjau('renstra', (tulis) => {
    tulis('Tujuan', ['2'], { Tujuan: 'Meningkatnya kemandirian kelurahan' })
    tulis('Sasaran', ['2.1'], { Sasaran: 'Kelurahan yang berdaya' })
    tulis('Program', ['7.01.09'], { Program: 'Program kelurahan', 'Nomor sasaran': '2.1' })
    tulis('Kegiatan', ['7.01.09.2.01'], { Kegiatan: 'Kegiatan kelurahan' })
    tulis('Sub kegiatan', ['7.01.09.2.01.0001', 'Kelurahan Beji'], {
      'Sub kegiatan': 'Sarana',
      'Unit pelaksana': 'Seksi Pelayanan Umum',
    })
    tulis('Target', ['IKU-01'], { 'Target 2028': '88,5', 'Kondisi akhir': '91' })
    tulis('Pagu indikatif', ['7.01.09.2.01.0001', 'Kelurahan Beji'], { 'Pagu 2027': 12_500_000.5, 'Pagu 2028': 0 })
    tulis('Pagu indikatif', ['7.01.01.2.01.0001'], { 'Pagu 2028': 'Rp7.000.000' })
  })
  expect(hasil.teks).toContain('0 ditolak 2 berubah 6 baru')
  const batalkan = await terapkan(hasil)
  expect(await uji.sql("select kelurahan from sub_kegiatan where kode = '7.01.09.2.01.0001'")).toEqual([
    { kelurahan: 'Kelurahan Beji' },
  ])
  expect(
    await uji.sql(
      "select nilai::float from target_renstra t join indikator i on i.id = t.indikator_id join kecamatan k on k.id = i.kecamatan_id where k.kode = 'taman' and i.kode = 'IKU-01' and t.jenis = 'AKHIR'",
    ),
  ).toEqual([{ nilai: 91 }])
  expect(
    await uji.sql(
      "select s.kode, p.tahun, p.nilai::float from pagu_indikatif p join sub_kegiatan s on s.id = p.sub_kegiatan_id where s.kode = '7.01.09.2.01.0001' or (s.kode = '7.01.01.2.01.0001' and p.tahun = 2028) order by 1, 2",
    ),
  ).toEqual([
    { kode: '7.01.01.2.01.0001', tahun: 2028, nilai: 7_000_000 },
    { kode: '7.01.09.2.01.0001', tahun: 2027, nilai: 12_500_000.5 },
    { kode: '7.01.09.2.01.0001', tahun: 2028, nilai: 0 },
  ])
  await batalkan()
  expect(await sidik()).toEqual(semula)
})

test('Renstra: setiap baris diperiksa dan disebut: alasan, nomor, induk, PK', async () => {
  const { teks } = await pratinjau('renstra', (tulis) => {
    tulis('Sasaran', ['1.1'], { Sasaran: 'Bunyi lain tanpa alasan' })
    tulis('Sasaran', ['1.9'], { Sasaran: 'Nomornya melompat' })
    tulis('Kegiatan', ['7.01.99.2.01'], { Kegiatan: 'Tanpa program' })
    tulis('Target', ['IKU-01'], { 'Target 2026': 99, 'Target 2027': 'banyak' })
    tulis('Pagu indikatif', ['7.01.01.2.01.0001'], { 'Pagu 2026': 1, 'Pagu 2027': -5 })
    tulis('Pagu indikatif', ['7.01.99.2.01.0001'], { 'Pagu 2027': 5 })
  })
  for (const pesan of [
    'Tuliskan alasan perubahannya',
    '1.8 belum ada',
    'Program 7.01.99 tidak ada',
    'Sudah ada dalam Perjanjian Kinerja',
    'bukan angka',
    'Sudah menjadi dasar DPA atau Perjanjian Kinerja',
    'Pagu tidak boleh kurang dari nol',
    'Sub kegiatan dengan kode (dan kelurahan) ini tidak ada',
  ])
    expect(teks).toContain(pesan)
})

test('anggaran: DPPA dengan pagunya lewat Excel, lalu dibatalkan', async () => {
  const semula = await sidik()
  const hasil = await pratinjau('anggaran', (tulis) => {
    tulis('Dokumen', ['DPPA', '2026-08-01'], { Nomor: 'DPPA/1' })
    tulis('Pagu', ['7.01.01.2.01.0001', '', 'Penyusunan', 'DPPA', '2026-08-01'], { Pagu: 6_000_000 })
  })
  expect(hasil.teks).toContain('0 ditolak 0 berubah 2 baru')
  const batalkan = await terapkan(hasil)
  expect(await uji.sql("select pagu::float from anggaran where jenis = 'DPPA'")).toEqual([{ pagu: 6_000_000 }])
  await batalkan()
  expect(await sidik()).toEqual(semula)
})

test('realisasi bulanan: bulan yang tertutup dan yang tidak wajar ditolak; yang benar diterapkan dan dibatalkan', async () => {
  const semula = await sidik()
  const salah = await pratinjau('realisasi-anggaran', (tulis) => {
    tulis('Realisasi', ['7.01.01.2.01.0001'], { Januari: 1 })
    tulis('Realisasi', ['7.01.01.2.01.0002'], { April: 999_999_999 })
  })
  expect(salah.teks).toContain('Sudah tercatat (Data contoh)')
  expect(salah.teks).toContain('lebih dari pagu')
  const hasil = await pratinjau('realisasi-anggaran', (tulis) => {
    tulis('Realisasi', ['7.01.01.2.01.0001'], { April: 100_000, Mei: 0, Juni: 250_000 })
  })
  const batalkan = await terapkan(hasil)
  expect(await uji.sql("select nilai::float from realisasi_anggaran where sumber = 'Realisasi bulanan'")).toEqual([
    { nilai: 1_450_000 },
  ])
  await batalkan()
  expect(await sidik()).toEqual(semula)
})

test('nomenklatur: versi baru dengan kodenya dibawa masuk lewat Excel, dan dapat dibatalkan', async () => {
  const semula = await sidik()
  const hasil = await pratinjau('nomenklatur', (tulis) => {
    tulis('Versi', ['Kepmendagri uji 9/2028'], { 'Dipakai mulai tahun': 2028 })
    tulis('Kode', ['Kepmendagri uji 9/2028', '7.01.02'], { Nama: 'Program menurut versi baru' })
  })
  expect(hasil.teks).toContain('0 ditolak 0 berubah 2 baru')
  const batalkan = await terapkan(hasil)
  expect(
    await uji.sql(
      'select n.nama from nomenklatur n join versi_nomenklatur v on v.id = n.versi_id where v.berlaku_tahun = 2028',
    ),
  ).toEqual([{ nama: 'Program menurut versi baru' }])
  await batalkan()
  expect(await sidik()).toEqual(semula)
  expect(await uji.sql("select rincian->>'kode' as kode from jejak where peristiwa = 'nomenklatur.ditarik'")).toEqual([
    { kode: '7.01.02' },
  ])
})

test('nomenklatur lebih dari tiga ribu kode: semuanya ikut ekspor; halaman menyebut bahwa daftarnya dipotong', async () => {
  await uji.sql(
    `insert into nomenklatur (kecamatan_id, versi_id, tingkat, kode, nama) select v.kecamatan_id, v.id, 'SUB_KEGIATAN',
       '9.01.' || lpad((n / 999 + 1)::text, 2, '0') || '.2.01.' || lpad((n % 999)::text, 4, '0'), 'Kode ' || n
     from generate_series(1, 3100) n, versi_nomenklatur v where v.id = ${VERSI}`,
  )
  const isi = await uji.sebagai('sakip1', (p) =>
    imporNomenklatur.siapkan(uji.db.baca, p, { tahun: 2026, kunci: false }),
  )
  expect(isi.kini.kode?.length).toBeGreaterThan(3100)
  const [versi] = await uji.sql<{ id: string }>(`select ${VERSI} as id`)
  const $ = await sakip.halaman(`/perencanaan/nomenklatur/${versi?.id}`)
  expect(rapi($('main').text())).toContain('Ditampilkan 500 kode pertama')
  await uji.sql("delete from nomenklatur where kode like '9.01.%'")
})

test('halaman jenisnya menawarkan unduhan menurut tahun, unggahan, dan impor yang lalu', async () => {
  const $ = await sakip.halaman('/impor/anggaran?tahun=2026')
  expect($('a[download]').length).toBe(2)
  expect($('form[enctype="multipart/form-data"]').attr('action')).toBe('/impor/anggaran?tahun=2026')
  expect($('tbody tr').length).toBeGreaterThan(0)
  expect((await sakip.buka('/impor/tidak-ada')).status).toBe(404)
})
