import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { rapi, susunDraf } from './siapkan-pk.ts'

let uji: AplikasiUji
let sakip: OrangUji
let draf = ''
beforeAll(async () => {
  uji = await bukaAplikasiUji()
  sakip = await uji.masukSebagai('sakip1')
  draf = await susunDraf(sakip, { pejabat: /Kepala Seksi Pemerintahan/, tahun: 2027, asal: 'TAHUN_LALU' })
}, 120_000)
afterAll(() => uji?.tutup())

type Baris = Readonly<Record<string, string | number>>
/** The export of a kind and year with rows changed (found by their first columns) or added. */
async function unggah(
  jenis: string,
  tahun: number,
  ubah: readonly [kunci: readonly (string | number)[], isi: Baris][],
) {
  const alamat = `/impor/${jenis}`
  const jawab = await sakip
    .buka(`${alamat}/ekspor?tahun=${tahun}`)
    .buffer(true)
    .parse((res, selesai) => {
      const potong: Buffer[] = []
      res.on('data', (b: Buffer) => potong.push(b))
      res.on('end', () => selesai(null, Buffer.concat(potong)))
    })
  const wb = new ExcelJS.Workbook()
  await wb.xlsx.load(jawab.body)
  const ws = wb.worksheets.find((w) => w.name !== 'Petunjuk')
  if (!ws) throw new Error('lembar')
  const kepala = Array.from({ length: 15 }, (_, ke) => ws.getRow(ke + 1)).find((b) => b.cellCount > 3)
  const kolom = new Map<string, number>()
  kepala?.eachCell((sel, ke) => kolom.set(String(sel.text).replace(/\s*\*$/, ''), ke))
  for (const [kunci, isi] of ubah) {
    let nomor = (kepala?.number ?? 0) + 1
    const sama = () => kunci.every((teks, ke) => ws.getRow(nomor).getCell(ke + 1).text === String(teks))
    while (ws.getRow(nomor).getCell(1).text !== '' && !sama()) nomor++
    for (const [ke, teks] of kunci.entries()) ws.getRow(nomor).getCell(ke + 1).value = teks
    for (const [nama, nilai] of Object.entries(isi)) {
      const ke = kolom.get(nama)
      if (!ke) throw new Error(`kolom ${nama}: ${[...kolom.keys()].join(', ')}`)
      ws.getRow(nomor).getCell(ke).value = nilai
    }
  }
  const berkas = { nama: 'Isi.xlsx', isi: Buffer.from(await wb.xlsx.writeBuffer()) }
  const kirim = await sakip.unggah(`${alamat}?tahun=${tahun}`, {}, { berkas })
  if (kirim.status !== 303) throw new Error(`${kirim.status} ${rapi(kirim.text).slice(0, 300)}`)
  const lokasi = String(kirim.headers.location)
  const $ = await sakip.halaman(lokasi)
  return { lokasi, teks: rapi($('main').text()) }
}
const terapkan = async (lokasi: string, perintah: 'penerapan' | 'pembatalan') => {
  const $ = await sakip.halaman(lokasi)
  const versi = String($('input[name=versi]').first().val())
  return sakip.kirim(`${lokasi}/${perintah}`, { versi, alasan: 'Angkanya belum disepakati' })
}
const target = async (kode: string) =>
  (
    await uji.sql<{ target: string; tw4: string }>(
      'select trim_scale(t.target)::text as target, trim_scale(t.tw4)::text as tw4 from target_pk t join indikator i on i.id = t.indikator_id where t.pk_id = $1 and i.kode = $2',
      [draf, kode],
    )
  )[0]

test('ekspor target yang diunggah kembali tidak mengubah apa pun, juga untuk PK yang berlaku', async () => {
  for (const tahun of [2026, 2027]) expect((await unggah('target-pk', tahun, [])).teks).toContain('Tidak ada perbedaan')
})

test('PK yang berlaku tidak diubah lewat Excel; jumlah triwulan yang keliru dan kode yang salah disebut', async () => {
  const berlaku = await unggah('target-pk', 2026, [[['kasi-pemerintahan', 'IKK-14'], { 'Target setahun': 40 }]])
  expect(berlaku.teks).toContain('Perjanjian ini berlaku, jadi targetnya tidak diubah. Buat PK Perubahan')
  expect((await terapkan(berlaku.lokasi, 'penerapan')).status).toBe(409)
  const { teks } = await unggah('target-pk', 2027, [
    [['kasi-pemerintahan', 'IKK-14'], { 'Target setahun': 50 }],
    [['kasi-pemerintahan', 'IKK-99'], { 'Target setahun': 1 }],
    [['camat', 'IKU-01'], { 'Target setahun': 86 }],
    [['kasi-pemerintahan', 'IKK-16'], { 'Target setahun': '1.250' }],
  ])
  expect(teks).toContain('padahal target setahun 50')
  expect(teks).toContain('Indikator ini tidak ada atau tidak dipakai lagi')
  expect(teks).toContain('tidak mempunyai draf Perjanjian Kinerja tahun ini')
  expect(teks).toContain('dapat berarti 1250 atau 1,25')
})

test('target draf diterapkan dalam satu transaksi, indikator baru ikut, lalu dibatalkan menjadi seperti semula', async () => {
  const sebelum = await target('IKK-14')
  const { lokasi } = await unggah('target-pk', 2027, [
    [['kasi-pemerintahan', 'IKK-14'], { 'Target setahun': 50, 'Triwulan IV': 21 }],
    [
      ['kasi-pemerintahan', 'IKK-16'],
      { 'Target setahun': '100', 'Target triwulan ditulis': 'Dihitung sejak awal tahun', 'Triwulan IV': 100 },
    ],
  ])
  expect((await terapkan(lokasi, 'penerapan')).headers.location).toContain('impor-diterapkan')
  expect(await target('IKK-14')).toEqual({ target: '50', tw4: '21' })
  expect(await target('IKK-16')).toEqual({ target: '100', tw4: '100' })
  expect((await terapkan(lokasi, 'pembatalan')).headers.location).toContain('impor-dibatalkan')
  expect(await target('IKK-14')).toEqual(sebelum)
  expect(await target('IKK-16')).toBeUndefined()
})

test('rencana aksi: kolom yang keliru disebut; diterapkan, sama bila diekspor, dan dapat dibatalkan', async () => {
  const baris = { Aksi: 'Rapat koordinasi desa', Satuan: 'kali', 'Target triwulan I': 1, 'Anggaran (Rp)': 2500000 }
  const salah = await unggah('rencana-aksi', 2026, [
    [['kasi-trantib', 'IKK-14', 1], baris],
    [['kasi-pemerintahan', 'IKK-14', 1], { ...baris, 'Target triwulan I': '' }],
    [['staf-lain', 'IKK-14', 1], baris],
  ])
  expect(salah.teks).toContain('Indikator ini tidak ada dalam Perjanjian Kinerja jabatan itu')
  expect(salah.teks).toContain('Tulis target paling sedikit untuk satu triwulan')
  expect(salah.teks).toContain('Jabatan ini tidak mempunyai Perjanjian Kinerja pada tahun ini')
  const jumlah = async () => (await uji.sql('select 1 from rencana_aksi')).length
  const { lokasi } = await unggah('rencana-aksi', 2026, [[['kasi-pemerintahan', 'IKK-14', 1], baris]])
  expect((await terapkan(lokasi, 'penerapan')).headers.location).toContain('impor-diterapkan')
  expect(await jumlah()).toBe(1)
  expect((await unggah('rencana-aksi', 2026, [])).teks).toContain('Tidak ada perbedaan')
  expect((await terapkan(lokasi, 'pembatalan')).headers.location).toContain('impor-dibatalkan')
  expect(await jumlah()).toBe(0)
})
