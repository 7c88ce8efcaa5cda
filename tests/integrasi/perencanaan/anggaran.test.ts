import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaksi } from '../../../src/inti/basis-data/index.ts'
import { simpanRealisasi } from '../../../src/modul/perencanaan/anggaran/simpan-realisasi.ts'
import { ambilUangKaitan, hitungKaitan, turunkanRealisasi } from '../../../src/modul/perencanaan/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { isiFormulir } from './kartu-isian.ts'

let uji: AplikasiUji
let sakip: OrangUji
beforeAll(async () => {
  uji = await bukaAplikasiUji()
  sakip = await uji.masukSebagai('sakip1')
})
afterAll(() => uji?.tutup())

const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()
const TAMAN = "(select id from kecamatan where kode = 'taman')"
const KODE = '7.01.01.2.01.0001'
const nomorBaris = (isi: Record<string, string>, id: string) =>
  Object.keys(isi)
    .find((k) => isi[k] === id)
    ?.split('.')[1]
const idSub = async (kode = KODE) =>
  (await uji.sql<{ id: string }>(`select id from sub_kegiatan where kode = $1 and kecamatan_id = ${TAMAN}`, [kode]))[0]
    ?.id ?? ''
const triwulan = async () =>
  uji.sql<{ triwulan: number; nilai: string; sumber: string }>(
    `select triwulan, nilai::text, sumber from realisasi_anggaran where sub_kegiatan_id = $1 and tahun = 2026 order by triwulan`,
    [await idSub()],
  )

test('DPPA dicatat dengan nomor dan tanggalnya: pagu yang tidak disebut tetap, nol berarti tidak dianggarkan lagi', async () => {
  const id = await idSub()
  const isi = isiFormulir(await sakip.halaman('/perencanaan/anggaran/baru?tahun=2026'))
  const ke = nomorBaris(isi, id)
  const dppa = { ...isi, jenis: 'DPPA', nomor: 'DPPA/12/2026', tanggal: '2026-06-20', berlakuSejak: '2026-07-01' }
  const salah = await sakip.kirim('/perencanaan/anggaran', {
    ...dppa,
    [`baris.${ke}.pagu`]: '-5',
    berlakuSejak: '2025-07-01',
  })
  expect([salah.status, salah.text]).toEqual([
    422,
    expect.stringContaining('Tanggal berlakunya dalam tahun anggarannya'),
  ])
  const kurang = await sakip.kirim('/perencanaan/anggaran', { ...dppa, [`baris.${ke}.pagu`]: '-5' })
  expect([kurang.status, kurang.text]).toEqual([422, expect.stringContaining('Pagu tidak kurang dari nol')])
  const jawab = await sakip.kirim('/perencanaan/anggaran', { ...dppa, [`baris.${ke}.pagu`]: '5.000.000' })
  expect(jawab.status).toBe(303)
  const teks = rapi((await sakip.halaman('/perencanaan/program?tahun=2026'))('main').text())
  expect(teks).toContain('DPPA/12/2026')
  expect(teks).toContain('5.000.000')
  const [dokumen] = await uji.sql<{ id: string }>("select id from dokumen_anggaran where nomor = 'DPPA/12/2026'")
  const alamat = `/perencanaan/anggaran/${dokumen?.id}`
  const kini = isiFormulir(await sakip.halaman(alamat))
  expect(kini[`baris.${nomorBaris(kini, id)}.pagu`]).toBe('5.000.000')
  expect((await sakip.kirim(alamat, kini)).status).toBe(422)
  const tahunLain = await sakip.kirim(alamat, { ...kini, tahun: '2027', berlakuSejak: '2027-07-01' })
  expect([tahunLain.status, tahunLain.text]).toEqual([
    422,
    expect.stringContaining('Tanggal berlakunya dalam tahun anggarannya'),
  ])
  const ubah = { ...kini, [`baris.${nomorBaris(kini, id)}.pagu`]: '0' }
  expect((await sakip.kirim(alamat, ubah)).status).toBe(303)
  expect((await sakip.kirim(alamat, ubah)).status).toBe(409)
  const lagi = isiFormulir(await sakip.halaman(alamat))
  expect((await sakip.kirim(alamat, { ...lagi, [`baris.${nomorBaris(lagi, id)}.pagu`]: '4.500.000' })).status).toBe(303)
  expect((await sakip.buka('/perencanaan/program/pdf?tahun=2026')).headers['content-type']).toBe('application/pdf')
  expect((await sakip.buka('/perencanaan/program/word?tahun=2026')).status).toBe(200)
})

test('anggaran yang sudah dipakai pada formulir diubah dengan alasan saja', async () => {
  const [dpa] = await uji.sql<{ id: string }>(
    `select id from dokumen_anggaran where tahun = 2026 and jenis = 'DPA' and kecamatan_id = ${TAMAN}`,
  )
  const [siklus] = await uji.sql<{ id: string }>(
    `insert into siklus (kecamatan_id, sop_id, versi_sop_id, jenis_periode, tahun, nomor_periode, mulai_periode, akhir_periode, dimulai_pada)
     select ${TAMAN}, v.sop_id, v.id, 'TRIWULAN', 2026, 1, '2026-01-01', '2026-03-31', now() from versi_sop v where v.kecamatan_id = ${TAMAN} limit 1 returning id`,
  )
  await uji.sql(
    `insert into baris_anggaran (kecamatan_id, siklus_id, formulir_id, sub_kegiatan_id, urut, kode, nama, pagu)
     values (${TAMAN}, $1, gen_random_uuid(), $2, 1, $3, 'x', 1)`,
    [siklus?.id, await idSub(), KODE],
  )
  const isi = isiFormulir(await sakip.halaman(`/perencanaan/anggaran/${dpa?.id}`))
  const ubah = { ...isi, nomor: 'DPA/1/2026' }
  const tanpa = await sakip.kirim(`/perencanaan/anggaran/${dpa?.id}`, ubah)
  expect([tanpa.status, tanpa.text]).toEqual([422, expect.stringContaining('sudah dipakai pada formulir')])
  expect(
    (await sakip.kirim(`/perencanaan/anggaran/${dpa?.id}`, { ...ubah, alasan: 'Nomornya belum tercatat' })).status,
  ).toBe(303)
  await uji.sql('delete from baris_anggaran where siklus_id = $1', [siklus?.id])
  await uji.sql('delete from siklus where id = $1', [siklus?.id])
})

/** Types one month of the sub kegiatan as somebody sees the page. */
async function ketik(orang: OrangUji, bulan: number, nilai: string, lain: Record<string, string> = {}) {
  const isi = isiFormulir(await orang.halaman(`/perencanaan/realisasi?tahun=2026&bulan=${bulan}`))
  const ke = nomorBaris(isi, await idSub())
  return orang.kirim('/perencanaan/realisasi', { ...isi, ...lain, [`baris.${ke}.nilai`]: nilai })
}

test('realisasi per bulan: unit sendiri, jumlahnya dihitung, melebihi pagu ditanyakan, yang sudah tercatat tertutup', async () => {
  const program = await uji.masukSebagai('kasubbag.program')
  const tutup = await program.halaman('/perencanaan/realisasi?tahun=2026&bulan=3')
  expect(rapi(tutup('main').text())).toContain('tercatat s.d. Maret: Data contoh')
  expect((await ketik(program, 4, '400.000')).status).toBe(303)
  const halaman = await program.halaman('/perencanaan/realisasi?tahun=2026&bulan=4')
  const baris = halaman('tbody tr').filter((_, t) => halaman(t).text().includes(KODE))
  expect(rapi(baris.find('td').last().prev().text())).toBe('1.500.000')
  const lebih = await ketik(program, 5, '9.000.000')
  expect([lebih.status, lebih.text]).toEqual([422, expect.stringContaining('lebih dari pagu Rp4.500.000')])
  const yakin = await ketik(program, 5, '9.000.000', { yakin: 'ya' })
  expect([yakin.status, yakin.text]).toEqual([422, expect.stringContaining('minimal 10 huruf')])
  expect((await ketik(program, 5, 'banyak')).status).toBe(422)
  expect((await ketik(program, 5, '500.000')).status).toBe(303)
  expect((await ketik(program, 6, '0')).status).toBe(303)
  expect(await triwulan()).toContainEqual({ triwulan: 2, nilai: '2000000.00', sumber: 'Realisasi bulanan' })
  const pmd = await uji.masukSebagai('kasi.pmd')
  const id = await idSub()
  const isi = { tahun: '2026', bulan: '6', 'baris.0.sub': id, 'baris.0.versi': '1', 'baris.0.nilai': '1' }
  expect((await pmd.kirim('/perencanaan/realisasi', isi)).status).toBe(403)
  expect(
    (await program.kirim('/perencanaan/realisasi', { ...isi, 'baris.0.versi': '9', 'baris.0.nilai': '5' })).status,
  ).toBe(409)
  const depan = await program.kirim('/perencanaan/realisasi', { ...isi, bulan: '9', 'baris.0.versi': '0' })
  expect([depan.status, depan.text]).toEqual([422, expect.stringContaining('Bulan ini belum tiba')])
  expect((await program.kirim('/perencanaan/realisasi', { ...isi, bulan: '2', 'baris.0.versi': '0' })).text).toContain(
    'Sudah tercatat',
  )
})

test('dua orang mengisi bulan yang sama: yang kedua diberi tahu, juga bila ia mengosongkannya', async () => {
  const id = await idSub()
  for (const nilai of ['600.000', '']) {
    const lain = new pg.Client({ connectionString: uji.basis.urlPemilik })
    await lain.connect()
    await lain.query('begin')
    await lain.query('select 1 from sub_kegiatan where id = $1 for update', [id])
    const baris = await lain.query<{ versi: number }>(
      'update realisasi_bulanan set nilai = 550000, versi = versi + 1 where sub_kegiatan_id = $1 and tahun = 2026 and bulan = 5 returning versi',
      [id],
    )
    const versi = String((baris.rows[0]?.versi ?? 0) - 1)
    const kedua = uji.sebagai('sakip1', (p) =>
      simpanRealisasi(uji.db, p, {
        tahun: 2026,
        bulan: 5,
        baris: [{ sub: id, nilai, versi }],
        yakin: true,
        keterangan: 'Angka menurut SP2D',
      }),
    )
    const ditolak = expect(kedua).rejects.toMatchObject({ http: 409 })
    await new Promise((ya) => setTimeout(ya, 400))
    await lain.query('commit')
    await lain.end()
    await ditolak
  }
  await uji.sql('update realisasi_bulanan set nilai = 500000 where sub_kegiatan_id = $1 and bulan = 5', [id])
})

test('angka yang disetujui dalam siklus didahulukan; ditarik kembali, bulanannya berlaku lagi', async () => {
  const id = await idSub()
  // what an approval writes, without one: the guard of approved figures stands aside
  await uji.sql('alter table realisasi_anggaran disable trigger realisasi_anggaran_disetujui')
  await uji.sql(
    "update realisasi_anggaran set nilai = 2100000, sumber = 'Siklus uji', siklus_id = gen_random_uuid() where sub_kegiatan_id = $1 and tahun = 2026 and triwulan = 2",
    [id],
  )
  const segarkan = () =>
    uji.sebagai('sakip1', (p) =>
      transaksi(uji.db, p, (tx) => turunkanRealisasi(tx, { kecamatanId: p.kecamatanId, tahun: 2026 })),
    )
  await segarkan()
  expect((await triwulan()).find((t) => t.triwulan === 2)).toMatchObject({ nilai: '2100000.00', sumber: 'Siklus uji' })
  const teks = rapi((await sakip.halaman('/perencanaan/realisasi?tahun=2026&bulan=6'))('main').text())
  expect(teks).toContain('tercatat s.d. Juni: Siklus uji')
  await uji.sql("delete from realisasi_anggaran where sumber = 'Siklus uji'")
  await segarkan()
  expect((await triwulan()).find((t) => t.triwulan === 2)).toMatchObject({ nilai: '2000000.00' })
})

test('kaitan indikator dan anggaran: banyak ke banyak, uang pada halaman tetap sekali', async () => {
  const indikator = await uji.sql<{ id: string; kode: string }>(
    `select id, kode from indikator where kecamatan_id = ${TAMAN} and kode in ('IKU-01', 'IKU-02') order by kode`,
  )
  const id = await idSub()
  for (const { id: indikatorId } of indikator) {
    const $ = await sakip.halaman(`/perencanaan/kaitan/${indikatorId}`)
    const dilihat = String($('input[name=dilihat]').val())
    expect((await sakip.kirim(`/perencanaan/kaitan/${indikatorId}`, { dilihat, sub: [id] })).status).toBe(303)
    expect((await sakip.kirim(`/perencanaan/kaitan/${indikatorId}`, { dilihat, sub: [] })).status).toBe(409)
  }
  const { sub, kaitan } = await uji.sebagai('sakip1', (p) => ambilUangKaitan(uji.db.baca, p, { tahun: 2026 }))
  const { perIndikator, terkait, lepas, semua } = hitungKaitan(sub, kaitan)
  for (const { id: i } of indikator) expect(perIndikator.get(i)?.pagu?.toFixed()).toBe('4500000')
  const [jumlah] = await uji.sql<{ pagu: string }>(
    `select sum(p)::text as pagu from (select distinct on (sub_kegiatan_id) pagu as p from anggaran where tahun = 2026 and kecamatan_id = ${TAMAN}
     order by sub_kegiatan_id, berlaku_sejak desc) x`,
  )
  expect(semua.pagu?.toFixed(2)).toBe(jumlah?.pagu)
  expect(terkait.pagu?.plus(lepas.pagu ?? 0).toFixed()).toBe(semua.pagu?.toFixed())
  expect(rapi((await sakip.halaman('/perencanaan/kaitan?tahun=2026'))('main').text())).toContain(
    'Terkait dengan paling sedikit satu indikator',
  )
})

test('salin ke tahun berikutnya: ditunjukkan lebih dahulu, satu kali, yang sudah ada tidak ditimpa', async () => {
  const $ = await sakip.halaman('/perencanaan/program/salinan?tahun=2026')
  expect(rapi($('main').text())).toContain('menjadi DPA 2027')
  expect((await sakip.kirim('/perencanaan/program/salinan', { tahun: '2026', isi: 'anggaran' })).status).toBe(303)
  const [hitung] = await uji.sql<{ kini: string; depan: string }>(
    `select (select sum(pagu)::text from anggaran where tahun = 2027 and kecamatan_id = ${TAMAN}) as depan, (select sum(p)::text from (
      select distinct on (sub_kegiatan_id) pagu as p from anggaran where tahun = 2026 and kecamatan_id = ${TAMAN} order by sub_kegiatan_id, berlaku_sejak desc) x) as kini`,
  )
  expect(hitung?.depan).toBe(hitung?.kini)
  const lagi = await sakip.kirim('/perencanaan/program/salinan', { tahun: '2026', isi: 'anggaran' })
  expect([lagi.status, lagi.text]).toEqual([422, expect.stringContaining('Tidak ada yang perlu disalin')])
})

test('pagu yang tidak diketahui bukan nol; pagu tahun lalu menurut DPA-nya, realisasinya s.d. triwulan IV', async () => {
  const id = await idSub()
  const milik = 'sub_kegiatan_id = $1 and tahun = 2025'
  await uji.sql(`delete from realisasi_anggaran where ${milik}`, [id])
  await uji.sql(`delete from anggaran where ${milik}`, [id])
  await uji.sql(
    `insert into realisasi_bulanan (kecamatan_id, sub_kegiatan_id, tahun, bulan, nilai) select ${TAMAN}, $1, 2025, n, 1000 from generate_series(1, 12) n`,
    [id],
  )
  await uji.sebagai('sakip1', (p) =>
    transaksi(uji.db, p, (tx) => turunkanRealisasi(tx, { kecamatanId: p.kecamatanId, tahun: 2025 })),
  )
  const pagu = await uji.sql(`select distinct pagu from realisasi_anggaran where ${milik}`, [id])
  expect(pagu).toEqual([{ pagu: null }])
  await uji.sql(`delete from realisasi_anggaran where ${milik} and triwulan = 0`, [id])
  await uji.sql(
    `insert into anggaran (kecamatan_id, sub_kegiatan_id, tahun, jenis, berlaku_sejak, pagu) values (${TAMAN}, $1, 2025, 'DPA', '2025-01-02', 24000)`,
    [id],
  )
  await sakip.kirim('/perencanaan/nomenklatur', {
    nama: 'Pemicu muat ulang',
    sumber: '',
    berlakuTahun: '2029',
    dari: '',
  })
  const $ = await sakip.halaman('/perencanaan/program?tahun=2026')
  const baris = $('tbody tr').filter((_, t) => $(t).text().includes(KODE))
  expect(rapi(baris.last().text())).toMatch(/24\.00012\.00050,00%$/)
})
