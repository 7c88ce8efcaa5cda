import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DataBeban, idSalinan, isiBeban } from '../../../bench/data.ts'
import { type HalamanUkur, susunHalaman } from '../../../bench/halaman.ts'
import { bukaSesi, daftarOrang } from '../../../bench/orang.ts'
import { permintaanSimpan, Sambungan } from '../../../bench/sambungan.ts'
import { bukaPengintai } from '../../../bench/tangkap.ts'
import { buatIngatan } from '../../../src/inti/basis-data/ingatan.ts'
import { jam } from '../../../src/inti/waktu/index.ts'
import { type BasisDataUji, buatBasisDataUji } from '../../bantuan/basis-data.ts'
import { hapusFolder } from '../../bantuan/hapus-folder.ts'

describe('buatIngatan', () => {
  const milik = (urutJejak: number | undefined, kecamatanId = 'a') => ({
    kecamatanId,
    urutJejak,
    zonaWaktu: 'Asia/Jakarta',
  })
  const pencacah = () => {
    let kali = 0
    return async () => ({ kali: ++kali })
  }

  test('nomor jejak yang sama: sekali dibaca, juga bila serentak', async () => {
    const [ingat, muat] = [buatIngatan(), pencacah()]
    const semua = await Promise.all([1, 2, 3].map(() => ingat(milik(7), 'x', muat)))
    expect(semua).toEqual([{ kali: 1 }, { kali: 1 }, { kali: 1 }])
    expect(await ingat(milik(7), 'x', muat)).toEqual({ kali: 1 })
  })

  test('nomor lain, kunci lain, kecamatan lain: dibaca lagi', async () => {
    const [ingat, muat] = [buatIngatan(), pencacah()]
    await ingat(milik(7), 'x', muat)
    expect(await ingat(milik(8), 'x', muat)).toEqual({ kali: 2 })
    expect(await ingat(milik(8), 'y', muat)).toEqual({ kali: 3 })
    expect(await ingat(milik(8, 'b'), 'x', muat)).toEqual({ kali: 4 })
  })

  test('permintaan yang mulai sebelum perubahan tidak menggantikan bacaan yang lebih baru', async () => {
    const [ingat, muat] = [buatIngatan(), pencacah()]
    await ingat(milik(8), 'x', muat)
    expect(await ingat(milik(7), 'x', muat)).toEqual({ kali: 2 })
    expect(await ingat(milik(8), 'x', muat)).toEqual({ kali: 1 })
  })

  test('hari baru dibaca baru: pemangku jabatan bisa berganti tanpa ada yang ditulis', async () => {
    const [ingat, muat] = [buatIngatan(), pencacah()]
    jam.atur(() => new Date('2026-07-06T16:59:00Z'))
    await ingat(milik(7), 'x', muat)
    expect(await ingat(milik(7), 'x', muat)).toEqual({ kali: 1 })
    jam.atur(() => new Date('2026-07-06T17:01:00Z'))
    expect(await ingat(milik(7), 'x', muat)).toEqual({ kali: 2 })
    jam.pulihkan()
  })

  test('tanpa nomor jejak tidak ada yang disimpan; yang gagal juga tidak', async () => {
    const [ingat, muat] = [buatIngatan(), pencacah()]
    await ingat(milik(undefined), 'x', muat)
    expect(await ingat(milik(undefined), 'x', muat)).toEqual({ kali: 2 })
    await expect(ingat(milik(7), 'z', () => Promise.reject(new Error('putus')))).rejects.toThrow('putus')
    expect(await ingat(milik(7), 'z', muat)).toEqual({ kali: 3 })
  })

  test('yang diberikan dibekukan, sebab dipakai bersama', async () => {
    const isi = await buatIngatan()(milik(1), 'x', async () => ({ a: [{ b: 1 }], waktu: new Date(0) }))
    expect(() => {
      Object.assign(isi.a[0] ?? {}, { b: 2 })
    }).toThrow(TypeError)
  })
})

describe('halaman dengan ingatan', () => {
  let basis: BasisDataUji
  let klien: pg.Client
  let data: DataBeban
  let folderData: string
  let pengintai: Awaited<ReturnType<typeof bukaPengintai>>
  let sesi: (nama: string) => Promise<string>
  let halaman: HalamanUkur[]

  beforeAll(async () => {
    basis = await buatBasisDataUji()
    data = await isiBeban(basis, { kantor: { unit: 8, orang: 30, indikator: 16 }, bulan: 3, bukti: 30, kecamatan: 2 })
    klien = new pg.Client({ connectionString: basis.urlPemilik })
    await klien.connect()
    folderData = mkdtempSync(join(tmpdir(), 'takar-uji-data-'))
    pengintai = await bukaPengintai(basis.urlAplikasi, {
      rahasiaSesi: 'x1y2z3-hanya-dipakai-di-pengujian-4567890',
      folderData,
      ingatan: true,
    })
    sesi = bukaSesi(pengintai.port)
    halaman = await susunHalaman({ klien, data, jumlahKecamatan: 2, sesi, sambungan: 6 })
  }, 180_000)

  afterAll(async () => {
    await pengintai?.tutup()
    await klien?.end()
    await basis?.hapus()
    if (folderData) hapusFolder(folderData)
  })

  test('selama tidak ada yang berubah, halaman yang sama hanya membaca sesi dan orangnya; isinya sama', async () => {
    for (const { nama, alamat } of halaman) {
      for (const { jalur, cookie } of alamat) {
        const satu = await pengintai.buka(jalur, cookie)
        const dua = await pengintai.buka(jalur, cookie)
        expect(satu.status, jalur).toBe(200)
        expect(tanpaKunci(dua.html), nama).toBe(tanpaKunci(satu.html))
        // the tour of the first day is the person's own matter, outside the audit chain: it is read while it stands there
        expect(dua.kueri.length, nama).toBe(nama === 'tugas-saya' ? 3 : 2)
      }
    }
  })

  test('yang baru disimpan tampak pada halaman berikutnya, bagi siapa pun, dan hanya di kecamatannya', async () => {
    const isian = await cariBaris()
    const [kasi, camat, camatLain] = [await sesi(isian.nama), await sesi('camat'), await sesi('camat.k2')]
    const jalur = `/formulir/${isian.formulir}`
    const jalurLain = `/formulir/${await idSalinan(klien, isian.formulir, 2)}`
    for (const kali of [1, 2, 3]) {
      const tanda = `penanda ingatan ${kali}`
      await pengintai.buka(jalur, camat)
      const sebelum = await pengintai.buka(jalurLain, camatLain)
      await simpan({ ...isian, cookie: kasi, tanda })
      expect((await pengintai.buka(jalur, camat)).html).toContain(tanda)
      expect((await pengintai.buka(jalur, kasi)).html).toContain(tanda)
      const lain = await pengintai.buka(jalurLain, camatLain)
      expect(tanpaKunci(lain.html)).toBe(tanpaKunci(sebelum.html))
      expect(lain.kueri.length).toBe(2)
    }
  })

  test('formulir yang diingat tetap 404 bagi orang unit lain dan orang kecamatan lain', async () => {
    const isian = await cariBaris()
    const jalur = `/formulir/${isian.formulir}`
    expect((await pengintai.buka(jalur, await sesi('camat'))).status).toBe(200)
    const orang = await daftarOrang(klien, data.kecamatanId)
    const lain = orang.find((o) => o.peran === 'STAF' && o.unitId !== isian.unit)
    expect((await pengintai.buka(jalur, await sesi(lain?.nama ?? ''))).status).toBe(404)
    expect((await pengintai.buka(jalur, await sesi('camat.k2'))).status).toBe(404)
  })

  async function cariBaris() {
    const { rows } = await klien.query<{ id: string; formulir: string; unit: string; kode: string[]; nama: string }>(
      `select b.id, f.id as formulir, f.unit_id as unit, a.nama_pengguna as nama,
         (select array_agg(v ->> 'kode') from jsonb_array_elements(b.kartu -> 'variabel') v) as kode
       from formulir f join baris_formulir b on b.formulir_id = f.id join jabatan j on j.unit_id = f.unit_id and j.kepala_unit
         join penugasan n on n.jabatan_id = j.id join akun a on a.pegawai_id = n.pegawai_id
       where f.siklus_id = $1 and b.kartu ->> 'metode' <> 'KATEGORI' order by f.urut, b.urut limit 1`,
      [data.siklus.pengisian],
    )
    const [baris] = rows
    if (!baris) throw new Error('tidak ada baris terbuka')
    return baris
  }

  async function simpan(isian: Awaited<ReturnType<typeof cariBaris>> & { cookie: string; tanda: string }) {
    const { rows } = await klien.query<{ versi: number }>('select versi from baris_formulir where id = $1', [isian.id])
    const sambungan = new Sambungan(pengintai.port)
    const nilai = Object.fromEntries(isian.kode.map((kode) => [`v.${kode}`, '50']))
    const { status } = await sambungan.kirim(
      permintaanSimpan(`/formulir/${isian.formulir}/baris/${isian.id}`, isian.cookie, {
        kunci: crypto.randomUUID(),
        versi: String(rows[0]?.versi),
        kendala: isian.tanda,
        ...nilai,
      }),
    )
    sambungan.tutup()
    expect(status).toBe(200)
  }
})

/** Each form carries a fresh idempotency key. */
const tanpaKunci = (html: string): string => html.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '')
