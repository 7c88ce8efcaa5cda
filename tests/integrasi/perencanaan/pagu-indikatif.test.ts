import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { isiFormulir } from './kartu-isian.ts'

let uji: AplikasiUji
let sakip: OrangUji
let alamat = ''
let renstra = ''
beforeAll(async () => {
  uji = await bukaAplikasiUji()
  sakip = await uji.masukSebagai('sakip1')
  renstra =
    (
      await uji.sql<{ id: string }>(
        "select id from renstra where kecamatan_id = (select id from kecamatan where kode = 'taman')",
      )
    )[0]?.id ?? ''
  alamat = `/perencanaan/renstra/${renstra}/pagu`
})
afterAll(() => uji?.tutup())

const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()
const SUB = '7.01.01.2.01.0001'
const pagu = async (tahun: number) =>
  (
    await uji.sql<{ nilai: string }>(
      'select trim_scale(p.nilai)::text as nilai from pagu_indikatif p join sub_kegiatan s on s.id = p.sub_kegiatan_id where s.kode = $1 and p.tahun = $2',
      [SUB, tahun],
    )
  )[0]?.nilai ?? null
/** The form as it stands, with cells of the sub kegiatan changed. */
async function isi(ubah: Record<string, string>, alasan = '') {
  const $ = await sakip.halaman(alamat)
  const nama = $(`input[aria-label="${SUB}, Pagu 2027"]`).attr('name') ?? ''
  const sel = Object.fromEntries(Object.entries(ubah).map(([k, v]) => [nama.replace('t2027', k), v]))
  return { ...isiFormulir($), ...sel, alasan }
}

test('tiap sub kegiatan mempunyai isian per tahun; program dan kegiatan menjumlahkannya sekali', async () => {
  const $ = await sakip.halaman(alamat)
  expect($(`input[aria-label="${SUB}, Pagu 2027"]`).val()).toBe(Number(await pagu(2027)).toLocaleString('id-ID'))
  const [jumlah] = await uji.sql<{ n: string }>(
    "select to_char(sum(p.nilai), 'FM999,999,999,999') as n from pagu_indikatif p join sub_kegiatan s on s.id = p.sub_kegiatan_id where s.kode like '7.01.01.%' and p.tahun = 2027",
  )
  const program = $('tr.baris--kelompok').filter((_, tr) => rapi($(tr).text()).includes('7.01.01'))
  expect(rapi(program.first().text())).toContain(jumlah?.n.replaceAll(',', '.'))
})

test('pagu disimpan seperti orang menulis uang; kosong bukan nol; jejak menyebut yang lama dan yang baru', async () => {
  const jawab = await sakip.kirim(alamat, await isi({ t2027: 'Rp5.250.000,50', t2028: '', t2029: '0' }))
  expect([jawab.status, String(jawab.headers.location)]).toEqual([303, expect.stringContaining('pagu-disimpan')])
  expect([await pagu(2027), await pagu(2028), await pagu(2029)]).toEqual(['5250000.5', null, '0'])
  const [jejak] = await uji.sql<{ rincian: { jumlah: number; sel: unknown[] } }>(
    "select rincian from jejak where peristiwa = 'renstra.pagu-diubah' order by urut desc limit 1",
  )
  expect(jejak?.rincian).toMatchObject({
    jumlah: 3,
    sel: [
      [SUB, 2027, expect.any(String), '5250000.5'],
      [SUB, 2028, expect.any(String), null],
      [SUB, 2029, expect.any(String), '0'],
    ],
  })
})

test('pagu yang menjadi dasar DPA berubah dengan alasan saja; yang diketik tetap ada', async () => {
  const sebelum = await pagu(2026)
  const tanpa = await sakip.kirim(alamat, await isi({ t2026: '9.000.000' }))
  expect([tanpa.status, tanpa.text]).toEqual([422, expect.stringContaining('sudah menjadi dasar anggaran (DPA)')])
  expect(tanpa.text).toContain('value="9.000.000"')
  expect(await pagu(2026)).toBe(sebelum)
  const dengan = await sakip.kirim(alamat, await isi({ t2026: '9.000.000' }, 'Renstra Perubahan 2026 ditetapkan'))
  expect(dengan.status).toBe(303)
  expect(await pagu(2026)).toBe('9000000')
})

test.each([
  ['-5', 'Pagu tidak boleh kurang dari nol.'],
  ['lima juta', 'bukan angka'],
  ['1.234.567.890.123.456', '15 angka'],
])('%s ditolak pada selnya', async (teks, pesan) => {
  const jawab = await sakip.kirim(alamat, await isi({ t2027: teks }))
  expect([jawab.status, jawab.text]).toEqual([422, expect.stringContaining(pesan)])
  expect(jawab.text).toContain(`${SUB}, Pagu 2027`)
})

test('dua orang menyimpan bersamaan: yang kedua diberi tahu', async () => {
  const kiriman = await isi({ t2028: '4.000.000' })
  const sekcam = await uji.masukSebagai('sekcam')
  const hasil = await Promise.all([sakip.kirim(alamat, kiriman), sekcam.kirim(alamat, kiriman)])
  expect(hasil.map((j) => j.status).sort()).toEqual([303, 409])
  expect(hasil.find((j) => j.status === 409)?.text).toContain('4.000.000')
})

test('kantor lain tidak menemukannya dan tidak melihat pagunya', async () => {
  const [lain] = await uji.sql<{ id: string }>(
    "select id from renstra where kecamatan_id <> (select id from kecamatan where kode = 'taman') limit 1",
  )
  expect((await sakip.buka(`/perencanaan/renstra/${lain?.id}/pagu`)).status).toBe(404)
  expect((await sakip.kirim(`/perencanaan/renstra/${lain?.id}/pagu`, { versi: '1' })).status).toBe(404)
  await expect(uji.db.umum.query('select 1 from pagu_indikatif')).resolves.toMatchObject({ rowCount: 0 })
})

test('sub kegiatan yang sudah diberi pagu diakhiri, tidak dihapus', async () => {
  await expect(
    uji.sql('delete from sub_kegiatan where id in (select sub_kegiatan_id from pagu_indikatif)'),
  ).rejects.toThrow('masih dipakai')
})

test('tampil pada halaman Renstra per program dan tahun, dengan jumlahnya', async () => {
  const camat = await uji.masukSebagai('camat')
  const $ = await camat.halaman(`/perencanaan?renstra=${renstra}`)
  const baris = $('[aria-label="Pagu indikatif per program"] tbody tr')
  expect(baris).toHaveLength(7)
  const [total] = await uji.sql<{ n: string }>(
    "select to_char(sum(nilai), 'FM999,999,999,999') as n from pagu_indikatif where tahun = 2029",
  )
  expect(rapi(baris.last().text())).toContain(total?.n.replaceAll(',', '.'))
})
