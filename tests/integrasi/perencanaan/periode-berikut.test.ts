import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaksi } from '../../../src/inti/basis-data/index.ts'
import { cariPkCamat } from '../../../src/modul/lkjip/kueri-lampiran.ts'
import { ambilLkjip } from '../../../src/modul/lkjip/lkjip.ts'
import { ambilUangKaitan, imporRenstra } from '../../../src/modul/perencanaan/index.ts'
import { ambilPk, imporTargetPk } from '../../../src/modul/perjanjian-kinerja/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { isiFormulir, tujuanFormulir } from './kartu-isian.ts'

let uji: AplikasiUji
let sakip: OrangUji
const TAMAN = "(select id from kecamatan where kode = 'taman')"
const satu = async (sql: string, nilai: unknown[] = []): Promise<string> =>
  (await uji.sql<{ id: string }>(sql, nilai))[0]?.id ?? ''
const sasaranPada = (tahun: number, kode = '7.01.01') =>
  satu(
    `select d.sasaran_id as id from dukungan_program d join program p on p.id = d.program_id join sasaran s on s.id = d.sasaran_id
     join tujuan t on t.id = s.tujuan_id join renstra r on r.id = t.renstra_id
     where p.kecamatan_id = ${TAMAN} and p.kode = $1 and $2 between r.tahun_awal and r.tahun_akhir`,
    [kode, tahun],
  )

// Renstra Taman 2025–2027, copied to 2028–2032, with a budget in both
beforeAll(async () => {
  uji = await bukaAplikasiUji()
  sakip = await uji.masukSebagai('sakip1')
  const renstra = await satu(`select id from renstra where kecamatan_id = ${TAMAN}`)
  await uji.sql('update renstra set tahun_akhir = 2027 where id = $1', [renstra])
  const $ = await sakip.halaman(`/perencanaan/renstra/${renstra}/salinan`)
  const salin = { ...isiFormulir($), nama: 'Renstra Taman 2028–2032', tahunAwal: '2028', tahunAkhir: '2032' }
  expect((await sakip.kirim(`/perencanaan/renstra/${renstra}/salinan`, salin)).status).toBe(303)
  await uji.sql(
    `insert into anggaran (kecamatan_id, sub_kegiatan_id, tahun, jenis, berlaku_sejak, pagu)
     select a.kecamatan_id, a.sub_kegiatan_id, 2028, 'DPA', '2028-01-02', a.pagu from anggaran a where a.kecamatan_id = ${TAMAN} and a.tahun = 2026`,
  )
}, 120_000)
afterAll(() => uji?.tutup())

test('program mendukung sasaran periode tahunnya: pada evaluasi Renja dan LKjIP', async () => {
  const [lama, baru] = [await sasaranPada(2026), await sasaranPada(2028)]
  expect(lama).not.toBe(baru)
  for (const [tahun, sasaran] of [
    [2026, lama],
    [2028, baru],
  ] as const) {
    const { isi } = await uji.sebagai('sakip1', (p) => ambilLkjip(uji.db.baca, p, tahun))
    const milik = isi.anggaran.filter((a) => a.programKode === '7.01.01')
    expect(milik.length).toBeGreaterThan(0)
    expect(new Set(milik.map((a) => a.sasaranId))).toEqual(new Set([sasaran]))
  }
})

test('pagu indikatif tahun terakhir menjadi angka awal tiap tahun periode baru', async () => {
  const pagu = (tahun: number) =>
    uji.sql<{ n: number; jumlah: string }>(
      `select count(*)::int as n, sum(nilai)::text as jumlah from pagu_indikatif where kecamatan_id = ${TAMAN} and tahun = $1`,
      [tahun],
    )
  const [lama] = await pagu(2027)
  expect(lama?.n).toBe(27)
  // 2028 and 2029 were written before: a copy leaves them as they are
  for (const tahun of [2030, 2031, 2032]) expect(await pagu(tahun)).toEqual([lama])
  expect((await pagu(2033))[0]?.n).toBe(0)
})

test('indikator sasaran memakai uang program yang mendukungnya pada tahun itu', async () => {
  const kode = 'IKU-01'
  const sub = async (tahun: number) => {
    const { indikator, kaitan } = await uji.sebagai('sakip1', (p) => ambilUangKaitan(uji.db.baca, p, { tahun }))
    return [...(kaitan.find((k) => k.indikatorId === indikator.find((i) => i.kode === kode)?.id)?.sub ?? [])].sort()
  }
  expect((await sub(2026)).length).toBeGreaterThan(0)
  expect(await sub(2028)).toEqual(await sub(2026))
})

test('kaitan yang disimpan untuk satu tahun tidak menghapus kaitan dengan sub kegiatan tahun lain', async () => {
  const indikator = await satu(`select id from indikator where kecamatan_id = ${TAMAN} and kode = 'IKU-02'`)
  const [kini, lain] = (
    await uji.sql<{ id: string }>(
      `select distinct a.sub_kegiatan_id as id from anggaran a where a.kecamatan_id = ${TAMAN} and a.tahun = 2028 order by 1 limit 2`,
    )
  ).map(({ id }) => id)
  await uji.sql('delete from anggaran where sub_kegiatan_id = $1 and tahun = 2028', [lain])
  const simpan = async (tahun: number, sub: string[]) => {
    const $ = await sakip.halaman(`/perencanaan/kaitan/${indikator}?tahun=${tahun}`)
    const jawab = await sakip.kirim(tujuanFormulir($), { ...isiFormulir($), sub })
    expect([jawab.status, String(jawab.headers.location)]).toEqual([303, expect.stringContaining(`tahun=${tahun}`)])
  }
  await simpan(2026, [lain ?? ''])
  await simpan(2028, [kini ?? ''])
  const ada = await uji.sql<{ id: string }>(
    'select sub_kegiatan_id as id from kaitan_anggaran where indikator_id = $1',
    [indikator],
  )
  expect(ada.map(({ id }) => id).sort()).toEqual([kini, lain].sort())
})

test('buku Excel Renstra periode baru memuat programnya, dengan nomor sasaran periode itu', async () => {
  const buku = async (tahun: number) => {
    const jawab = await sakip
      .buka(`/impor/renstra/ekspor?tahun=${tahun}`)
      .buffer(true)
      .parse((res, selesai) => {
        const potongan: Buffer[] = []
        res.on('data', (p: Buffer) => potongan.push(p))
        res.on('end', () => selesai(null, Buffer.concat(potongan)))
      })
    const wb = new ExcelJS.Workbook()
    await wb.xlsx.load(jawab.body)
    const kode: string[] = []
    wb.getWorksheet('Program')?.eachRow((baris) => kode.push(baris.getCell(1).text))
    return kode.filter((k) => /^\d\.\d\d\.\d\d$/.test(k))
  }
  expect((await buku(2028)).length).toBeGreaterThan(0)
  expect(await buku(2028)).toEqual(await buku(2026))
})

test('PK tahun lama menyebut kartu dan sasaran tahunnya, juga di lampiran LKjIP dan di buku Excel', async () => {
  const [lama] = await uji.sql<{ nama: string; satuan: string }>(
    `select nama, satuan from indikator where kecamatan_id = ${TAMAN} and kode = 'IKU-01'`,
  )
  await uji.sql(
    `update indikator set nama = 'Indeks yang namanya berganti 2028', satuan = 'Baru' where kecamatan_id = ${TAMAN} and kode = 'IKU-01'`,
  )
  const camat = await satu(
    `select pk.id from perjanjian_kinerja pk join jabatan j on j.id = pk.jabatan_id where pk.kecamatan_id = ${TAMAN} and j.peran = 'CAMAT' and pk.tahun = 2026`,
  )
  const { pk, lampiran } = await uji.sebagai('sakip1', async (p) => ({
    pk: await ambilPk(uji.db.baca, p, { id: camat }),
    lampiran: await cariPkCamat(uji.db.baca, p, 2026),
  }))
  expect(pk.target.find((t) => t.kode === 'IKU-01')).toMatchObject({ ...lama, sasaran: expect.any(String) })
  const sasaran = pk.target.map((t) => t.sasaran)
  expect(lampiran?.target.map((t) => t.indikator)).toEqual(pk.target.map((t) => t.nama))
  expect(lampiran?.target.map((t) => t.sasaran)).toEqual(sasaran)
  const urutan = await uji.sql<{ uraian: string }>(
    `select s.uraian from sasaran s join tujuan t on t.id = s.tujuan_id join renstra r on r.id = t.renstra_id
     where r.kecamatan_id = ${TAMAN} and r.tahun_awal = 2025 order by t.urut, s.urut`,
  )
  expect([...new Set(sasaran)]).toEqual(urutan.map((u) => u.uraian).filter((u) => sasaran.includes(u)))
  const buku = await uji.sebagai('sakip1', (p) => imporTargetPk.siapkan(uji.db.baca, p, { tahun: 2026, kunci: false }))
  expect(buku.kini.target?.find((t) => t.indikator === 'IKU-01')).toMatchObject({ ...lama })
})

test('yang masih diukur versi lama sebuah kartu tidak dapat dihapus, dari jalan mana pun', async () => {
  const [sub] = await uji.sql<{ id: string }>(
    `insert into sub_kegiatan (kecamatan_id, kegiatan_id, kode, nama) select kecamatan_id, id, kode || '.0999', 'Sub kegiatan lama' from kegiatan
     where kecamatan_id = ${TAMAN} order by kode limit 1 returning id`,
  )
  await uji.sql(
    `insert into versi_indikator (kecamatan_id, indikator_id, versi, berlaku_tahun, kartu, unit_id, diganti_pada)
     select v.kecamatan_id, v.indikator_id, 99, 0, v.kartu || jsonb_build_object('subKegiatanId', $1::text), v.unit_id, now()
     from versi_indikator v join indikator i on i.id = v.indikator_id where i.kecamatan_id = ${TAMAN} and i.kode = 'IKU-03'`,
    [sub?.id],
  )
  const hapus = await sakip.kirim(`/perencanaan/unsur/sub-kegiatan/${sub?.id}/penghapusan`, { versi: '1' })
  expect([hapus.status, hapus.text]).toEqual([409, expect.stringContaining('Akhiri, jangan dihapus')])
  await expect(uji.sql('delete from sub_kegiatan where id = $1', [sub?.id])).rejects.toThrow('masih dipakai')
})

test('impor Renstra meminta alasan untuk yang dipakai, juga lewat program yang sudah pindah sasaran; pembatalannya tidak', async () => {
  const [sasaran] = await uji.sql<{ uraian: string; id: string }>('select uraian, id from sasaran where id = $1', [
    await sasaranPada(2026),
  ])
  await uji.sql('update program set sasaran_id = $2 where sasaran_id = $1', [sasaran?.id, await sasaranPada(2028)])
  const konteks = { tahun: 2026, kunci: false }
  const persiapan = await uji.sebagai('sakip1', (p) => imporRenstra.siapkan(uji.db.baca, p, konteks))
  const lama = persiapan.kini.sasaran?.find((b) => b.nama === sasaran?.uraian) ?? {}
  const baru = { ...lama, nama: 'Bunyi sasaran yang diganti', alasan: null }
  expect(persiapan.periksa?.({ sasaran: [{ nomor: 5, nilai: baru }] })).toEqual([
    expect.objectContaining({ kolom: 'alasan' }),
  ])
  const terapkan = (mundur: boolean) =>
    uji.sebagai('sakip1', (p) =>
      transaksi(uji.db, p, (tx) =>
        imporRenstra.terapkan(tx, p, [{ lembar: 'sasaran', lama, baru }], { tahun: 2026, mundur }),
      ),
    )
  await expect(terapkan(false)).rejects.toMatchObject({ http: 409 })
  await expect(terapkan(true)).resolves.toBeUndefined()
})

test('nama program diubah: kartu yang sudah pindah ke periode berikutnya tetap di sana', async () => {
  const program = await satu(`select id from program where kecamatan_id = ${TAMAN} and kode = '7.01.01'`)
  const letak = () =>
    uji.sql('select kode, sasaran_id from indikator where program_id = $1 and aktif order by kode', [program])
  const semula = await letak()
  expect(semula.length).toBeGreaterThan(0)
  const alamat = `/perencanaan/unsur/program/${program}`
  const $ = await sakip.halaman(alamat)
  const ubah = { ...isiFormulir($), nama: 'Program penunjang yang namanya dibetulkan', alasan: 'Salah ketik namanya' }
  expect((await sakip.kirim(tujuanFormulir($), ubah)).status).toBe(303)
  expect(await letak()).toEqual(semula)
})
