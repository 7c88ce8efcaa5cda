import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { idPk, rapi } from '../perjanjian-kinerja/siapkan-pk.ts'

let uji: AplikasiUji
let kasi: OrangUji
let staf: OrangUji
let camat: OrangUji
let dasar = ''
let indikator = ''
let stafId = ''

beforeAll(async () => {
  uji = await bukaAplikasiUji()
  ;[kasi, staf, camat] = await Promise.all([
    uji.masukSebagai('kasi.pemerintahan'),
    uji.masukSebagai('staf.pemerintahan'),
    uji.masukSebagai('camat'),
  ])
  dasar = `/rencana-aksi/${await idPk(uji, 'kasi-pemerintahan')}`
  const $ = await kasi.halaman(`${dasar}/aksi/baru`)
  const pilih = (nama: string, teks: RegExp) =>
    String(
      $(`select[name=${nama}] option`)
        .filter((_, el) => teks.test($(el).text()))
        .first()
        .val(),
    )
  indikator = pilih('indikatorId', /^IKK-14/)
  const [jabatan] = await uji.sql<{ id: string }>(
    "select n.jabatan_id as id from akun a join penugasan n on n.pegawai_id = a.pegawai_id where a.nama_pengguna = 'staf.pemerintahan'",
  )
  stafId = jabatan?.id ?? ''
}, 120_000)
afterAll(() => uji?.tutup())

const isian = (lain: Record<string, string> = {}) => ({
  versi: '0',
  indikatorId: indikator,
  aksi: 'Pembinaan administrasi desa',
  satuan: 'desa',
  tw1: '5',
  tw2: '10',
  tw3: '',
  tw4: '4',
  penanggungJawabId: stafId,
  anggaran: '13.900.000',
  ...lain,
})
const aksi = async () =>
  uji.sql<{ id: string; versi: number }>("select id, versi from rencana_aksi where aksi like 'Pembinaan%'")
const isi = async (orang: OrangUji, tw: number, lain: Record<string, string>) => {
  const $ = await orang.halaman(`${dasar}/triwulan/${tw}`)
  const form: Record<string, string> = {}
  $('main form input, main form textarea').each((_, el) => {
    const nama = String($(el).attr('name'))
    if (nama.startsWith('realisasi')) form[nama] = String($(el).val() ?? '')
  })
  return orang.kirim(`${dasar}/triwulan/${tw}`, { ...form, ...lain })
}
const versiLaporan = async (orang: OrangUji, tw: number) =>
  String(
    (await orang.halaman(`${dasar}/triwulan/${tw}`))(
      'form[action$="pelaporan"] input[name=versi], form[action$="pembukaan"] input[name=versi]',
    )
      .first()
      .val() ?? '',
  )

test('pejabatnya menyusun aksi; yang keliru disebut dan isiannya tetap; orang lain tidak dapat', async () => {
  const salah = await kasi.kirim(`${dasar}/aksi`, isian({ tw1: '1.250', satuan: '', aksi: '' }))
  expect(salah.status).toBe(422)
  expect(salah.text).toContain('dapat berarti 1250 atau 1,25')
  expect(salah.text).toContain('value="1.250"')
  const tanpa = await kasi.kirim(`${dasar}/aksi`, isian({ tw1: '', tw2: '', tw4: '' }))
  expect(tanpa.text).toContain('Tulis target paling sedikit untuk satu triwulan')
  const [lain] = await uji.sql<{ id: string }>(
    "select i.id from indikator i join kecamatan k on k.id = i.kecamatan_id where k.kode = 'taman' and i.kode = 'IKK-20'",
  )
  expect((await kasi.kirim(`${dasar}/aksi`, isian({ indikatorId: lain?.id ?? '' }))).text).toContain(
    'tidak ada dalam perjanjian ini',
  )
  expect((await staf.kirim(`${dasar}/aksi`, isian())).status).toBe(403)
  expect((await kasi.kirim(`${dasar}/aksi`, isian())).status).toBe(303)
  const trantib = await uji.masukSebagai('kasi.trantib')
  expect((await trantib.kirim(`${dasar}/aksi`, isian())).status).toBe(403)
  const $ = await camat.halaman(dasar)
  expect(rapi($('main').text())).toContain('Pembinaan administrasi desa')
  expect(rapi($('main').text())).toContain('Rp13.900.000')
})

test('aksi diubah dengan versinya; yang belum dikerjakan dapat dikeluarkan', async () => {
  const [a] = await aksi()
  const alamat = `${dasar}/aksi/${a?.id}`
  expect((await kasi.kirim(alamat, isian({ versi: '99' }))).status).toBe(409)
  expect((await kasi.kirim(alamat, isian({ versi: '1', tw4: '5' }))).status).toBe(303)
  expect((await kasi.kirim(`${dasar}/aksi`, isian({ aksi: 'Pembinaan yang keliru' }))).status).toBe(303)
  const keliru = (await aksi()).find((satu) => satu.id !== a?.id)
  expect((await kasi.kirim(`${dasar}/aksi/${keliru?.id}/penghapusan`, { versi: '1' })).status).toBe(303)
  expect(await aksi()).toHaveLength(1)
})

test('realisasi: penanggung jawab mengisi triwulan yang sudah mulai; di bawah target perlu kendala; lapor mengunci', async () => {
  expect((await isi(staf, 1, { 'realisasi.0.nilai': '3' })).status).toBe(303)
  const nanti = await kasi.kirim(`${dasar}/triwulan/4`, {})
  expect(nanti.status).toBe(409)
  expect((await staf.kirim(`${dasar}/triwulan/1/pelaporan`, { versi: '0' })).status).toBe(403)
  const kurang = await kasi.kirim(`${dasar}/triwulan/1/pelaporan`, { versi: '0' })
  expect(kurang.status).toBe(422)
  expect(kurang.text).toContain('realisasi di bawah target. Tulis kendala dan tindak lanjutnya.')
  const lengkap = {
    'realisasi.0.kendala': 'Kepala desa baru dilantik',
    'realisasi.0.tindakLanjut': 'Dijadwalkan ulang',
  }
  expect((await isi(kasi, 1, { ...lengkap, 'realisasi.0.versi': '77' })).status).toBe(409)
  expect((await isi(kasi, 1, { ...lengkap, 'realisasi.0.anggaran': '2.000.000' })).status).toBe(303)
  expect((await kasi.kirim(`${dasar}/triwulan/1/pelaporan`, { versi: '0' })).status).toBe(303)
  const terkunci = await kasi.kirim(`${dasar}/triwulan/1`, { 'realisasi.0.nilai': '5' })
  expect(terkunci.status).toBe(409)
  expect(terkunci.text).toContain('sudah dilaporkan')
  const [a] = await aksi()
  const ubah = await kasi.kirim(`${dasar}/aksi/${a?.id}`, isian({ versi: String(a?.versi), tw1: '3' }))
  expect(ubah.text).toContain('Triwulan ini sudah dilaporkan, jadi targetnya tidak diubah lagi')
  expect((await kasi.kirim(`${dasar}/aksi/${a?.id}/penghapusan`, { versi: String(a?.versi) })).status).toBe(409)
})

test('basis data sendiri menolak menulis triwulan yang dilaporkan, dari jalan mana pun', async () => {
  await expect(uji.sql('update realisasi_aksi set nilai = 99 where triwulan = 1')).rejects.toThrow(/sudah dilaporkan/)
  await expect(uji.sql('delete from realisasi_aksi where triwulan = 1')).rejects.toThrow(/sudah dilaporkan/)
})

test('atasan membuka kembali dengan alasan; pelapornya sendiri tidak', async () => {
  const buka = `${dasar}/triwulan/1/pembukaan`
  expect((await kasi.kirim(buka, { versi: '1', alasan: 'Ingin memperbaiki angka' })).status).toBe(403)
  expect((await camat.kirim(buka, { versi: '1', alasan: 'x' })).status).toBe(422)
  expect(
    (await camat.kirim(buka, { versi: await versiLaporan(camat, 1), alasan: 'Ada dua desa yang belum terhitung' }))
      .status,
  ).toBe(303)
  expect((await isi(kasi, 1, { 'realisasi.0.nilai': '5' })).status).toBe(303)
  const lagi = await kasi.kirim(`${dasar}/triwulan/1/pelaporan`, { versi: await versiLaporan(kasi, 1) })
  expect(lagi.status).toBe(303)
  const $ = await camat.halaman('/jejak-audit')
  expect(rapi($('main').text())).toContain(
    'Membuka kembali laporan rencana aksi Kepala Seksi Pemerintahan 2026 triwulan I',
  )
})

test('cetak PDF dan Word; pengamat membaca, admin dan kecamatan lain tidak', async () => {
  const pdf = await camat.buka(`${dasar}/pdf`)
  expect([pdf.status, pdf.type]).toEqual([200, 'application/pdf'])
  const word = await camat.buka(`${dasar}/word`)
  expect(word.status).toBe(200)
  const pengamat = await uji.masukSebagai('pengamat')
  expect((await pengamat.buka(dasar)).status).toBe(200)
  expect((await pengamat.kirim(`${dasar}/aksi`, isian())).status).toBe(403)
  const daftar = await pengamat.halaman('/rencana-aksi?tahun=2026')
  expect(daftar('main tbody tr')).toHaveLength(9)
  expect((await (await uji.masukSebagai('admin')).buka(dasar)).status).toBe(403)
  expect((await (await uji.masukSebagai('camat.candipuro')).buka(dasar)).status).toBe(404)
  expect((await camat.buka(`${dasar}/triwulan/9`)).status).toBe(404)
})
