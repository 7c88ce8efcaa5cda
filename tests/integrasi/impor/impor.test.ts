import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Pelaku } from '../../../src/inti/pelaku.ts'
import { batalkanImpor } from '../../../src/modul/impor/batalkan-impor.ts'
import { buangImpor } from '../../../src/modul/impor/buang-impor.ts'
import { ambilImpor, daftarBarisImpor } from '../../../src/modul/impor/kueri.ts'
import { susunBuku } from '../../../src/modul/impor/susun-buku.ts'
import { terapkanImpor } from '../../../src/modul/impor/terapkan-impor.ts'
import { tulisBuku } from '../../../src/modul/impor/tulis-buku.ts'
import { unggahImpor } from '../../../src/modul/impor/unggah-impor.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { imporLibur } from './impor-libur.ts'

const konteks = { tahun: 2026 }
type Baris = Readonly<Record<string, string | null>>
let uji: AplikasiUji
beforeAll(async () => {
  uji = await bukaAplikasiUji()
})
afterAll(() => uji.tutup())

let nomor = 0
/** A workbook of holidays as a person would send it. */
async function berkas(baris: readonly Baris[], { kolom = ['tanggal', 'nama', 'sumber'] } = {}) {
  const { lembar } = await uji.sebagai('admin', (p) => imporLibur.siapkan(uji.db.baca, p, { ...konteks, kunci: false }))
  const [satu] = lembar
  if (!satu) throw new Error('tanpa lembar')
  const isi = await tulisBuku({
    judul: 'uji',
    pengantar: [],
    lembar: [{ ...satu, kolom: satu.kolom.filter((k) => kolom.includes(k.kode)), baris }],
  })
  return simpan(Buffer.from(isi))
}
function simpan(isi: Buffer) {
  const jalur = join(uji.folderData, `berkas-${++nomor}.xlsx`)
  writeFileSync(jalur, isi)
  const sha256 = createHash('sha256').update(isi).digest('hex')
  return { jalur, ukuran: isi.length, sha256, nama: `Libur ${nomor}.xlsx`, mime: 'x', kolom: 'berkas' }
}
const admin = <T>(kerja: (pelaku: Pelaku) => Promise<T>) => uji.sebagai('admin', kerja)
const unggah = async (baris: readonly Baris[], pilihan?: { kolom: string[] }) => {
  const kiriman = await berkas(baris, pilihan)
  const hasil = await admin((p) => unggahImpor(uji.db, p, { definisi: imporLibur, konteks, berkas: kiriman }))
  if ('ditolak' in hasil) throw new Error(hasil.ditolak)
  return hasil.id
}
const ambil = (id: string) => admin((p) => ambilImpor(uji.db.baca, p, { jenis: 'hari-libur', id }))
const terapkan = async (id: string, versi?: number) => {
  const kini = versi ?? (await ambil(id)).versi
  return admin((p) => terapkanImpor(uji.db, p, { definisi: imporLibur, id, versi: kini }))
}
const batalkan = async (id: string, alasan = 'Berkasnya keliru') => {
  const { versi } = await ambil(id)
  return admin((p) => batalkanImpor(uji.db, p, { definisi: imporLibur, id, versi, alasan }))
}
const libur = () =>
  uji.sql(
    "select h.tanggal::text, h.nama, h.sumber from hari_libur h join kecamatan k on k.id = h.kecamatan_id where k.kode = 'taman' order by 1",
  )
const UPACARA = { tanggal: '2026-03-09', nama: 'Hari jadi Kecamatan Taman', sumber: 'SK Camat' }
const NATAL = { tanggal: '2026-12-25', nama: 'Natal', sumber: null }

describe('unggah, terapkan, batalkan', () => {
  test('pratinjau tidak mengubah apa pun; penerapan menulis sekali; pembatalan mengembalikan persis', async () => {
    const semula = await libur()
    const id = await unggah([UPACARA, NATAL])
    expect(await libur()).toEqual(semula)
    expect((await ambil(id)).hitungan).toEqual({ BARU: 1, BERUBAH: 1, SAMA: 0, DITOLAK: 0 })
    expect(await terapkan(id)).toBe('DITERAPKAN')
    expect(await libur()).toHaveLength(semula.length + 1)
    expect(await libur()).toContainEqual({ tanggal: '2026-12-25', nama: 'Natal', sumber: '' })
    await expect(terapkan(id)).rejects.toMatchObject({ http: 409 })
    await batalkan(id)
    expect(await libur()).toEqual(semula)
    expect(await ambil(id)).toMatchObject({ status: 'DIBATALKAN', alasanBatal: 'Berkasnya keliru' })
    await expect(batalkan(id)).rejects.toMatchObject({ http: 409 })
  })

  test('dua orang menekan Terapkan bersamaan: satu menang, yang lain diberi tahu', async () => {
    const id = await unggah([UPACARA])
    const { versi } = await ambil(id)
    const hasil = await Promise.allSettled([terapkan(id, versi), terapkan(id, versi)])
    expect(hasil.map((h) => h.status).sort()).toEqual(['fulfilled', 'rejected'])
    await batalkan(id)
  })

  test('isi berubah sesudah pratinjau: tidak ada yang diterapkan, pratinjau diperbarui', async () => {
    const id = await unggah([NATAL])
    await uji.sql("update hari_libur set nama = 'Natal bersama' where tanggal = '2026-12-25'")
    expect(await terapkan(id)).toBe('DIPERBARUI')
    const [baris] = await admin((p) => daftarBarisImpor(uji.db.baca, p, { imporId: id, status: ['BERUBAH'] }))
    expect(baris?.lama?.nama).toBe('Natal bersama')
    expect(await terapkan(id)).toBe('DITERAPKAN')
    await batalkan(id)
    expect(await libur()).toContainEqual(expect.objectContaining({ nama: 'Natal bersama' }))
  })

  test('kolom yang tidak ada di berkas tetap, juga bila diubah orang lain sebelum diterapkan', async () => {
    const id = await unggah([{ tanggal: '2026-12-25', nama: 'Hari Natal' }], { kolom: ['tanggal', 'nama'] })
    await uji.sql("update hari_libur set sumber = 'SKB baru' where tanggal = '2026-12-25'")
    expect(await terapkan(id)).toBe('DIPERBARUI')
    expect(await terapkan(id)).toBe('DITERAPKAN')
    expect(await libur()).toContainEqual({ tanggal: '2026-12-25', nama: 'Hari Natal', sumber: 'SKB baru' })
    await batalkan(id)
  })

  test('pembatalan ditolak bila barisnya sudah diubah sesudahnya, atau ada impor yang lebih baru', async () => {
    const pertama = await unggah([UPACARA])
    await terapkan(pertama)
    const kedua = await unggah([{ ...UPACARA, nama: 'Hari jadi' }])
    await terapkan(kedua)
    await expect(batalkan(pertama)).rejects.toThrow('Hanya impor terakhir')
    await uji.sql("update hari_libur set nama = 'diubah' where tanggal = '2026-03-09'")
    const sebelum = await libur()
    await expect(batalkan(kedua)).rejects.toThrow('Hari libur: 9 Mar 2026')
    expect(await libur()).toEqual(sebelum)
    await uji.sql("update hari_libur set nama = 'Hari jadi' where tanggal = '2026-03-09'")
    await batalkan(kedua)
    await batalkan(pertama)
  })

  test('ekspor yang diunggah lagi tanpa diubah: tidak ada perbedaan, dan tidak dapat diterapkan', async () => {
    const { isi, nama } = await admin((p) => susunBuku(uji.db, p, { definisi: imporLibur, konteks, kosong: false }))
    expect(nama).toBe('Hari libur 2026.xlsx')
    const hasil = await admin((p) => unggahImpor(uji.db, p, { definisi: imporLibur, konteks, berkas: simpan(isi) }))
    if ('ditolak' in hasil) throw new Error(hasil.ditolak)
    const { hitungan } = await ambil(hasil.id)
    expect(hitungan).toMatchObject({ BARU: 0, BERUBAH: 0, DITOLAK: 0 })
    expect(hitungan.SAMA).toBeGreaterThan(20)
    await expect(terapkan(hasil.id)).rejects.toThrow('Tidak ada perbedaan')
  })
})

describe('penolakan', () => {
  test('baris yang salah ditolak dengan kolomnya; selama ada, tidak ada yang diterapkan', async () => {
    const semula = await libur()
    const id = await unggah([
      UPACARA,
      { tanggal: '2027-01-01', nama: 'Tahun lain' },
      { tanggal: '2026-03-10', nama: 'terlarang' },
    ])
    const baris = await admin((p) => daftarBarisImpor(uji.db.baca, p, { imporId: id, status: ['DITOLAK'] }))
    expect(baris.flatMap((b) => b.salah)).toEqual([
      { kolom: 'tanggal', pesan: expect.stringContaining('Bukan tahun 2026') },
      { kolom: 'nama', pesan: 'Nama ini tidak boleh.' },
    ])
    await expect(terapkan(id)).rejects.toThrow('Masih ada baris yang ditolak')
    expect(await libur()).toEqual(semula)
  })

  test('bukan Excel atau templat lain: satu kalimat, tidak ada impor yang tercatat', async () => {
    const sebelum = await uji.sql('select count(*) from impor')
    const lain = simpan(Buffer.from(await tulisBuku({ judul: 'x', pengantar: [], lembar: [] })))
    for (const kiriman of [simpan(Buffer.from('bukan excel')), lain])
      expect(
        await admin((p) => unggahImpor(uji.db, p, { definisi: imporLibur, konteks, berkas: kiriman })),
      ).toHaveProperty('ditolak')
    expect(await uji.sql('select count(*) from impor')).toEqual(sebelum)
  })

  test('yang hanya boleh membaca tidak dapat mengunggah; kecamatan lain tidak menemukannya', async () => {
    const kiriman = await berkas([UPACARA])
    await expect(
      uji.sebagai('sakip1', (p) => unggahImpor(uji.db, p, { definisi: imporLibur, konteks, berkas: kiriman })),
    ).rejects.toMatchObject({ http: 403 })
    const id = await unggah([UPACARA])
    const { versi } = await ambil(id)
    for (const kerja of [terapkanImpor, buangImpor])
      await expect(
        uji.sebagai('admin.candipuro', async (p) => {
          await kerja(uji.db, p, { definisi: imporLibur, id, versi })
        }),
      ).rejects.toMatchObject({ http: 404 })
  })

  test('unggahan baru menyisihkan pratinjau lama orang itu; yang disisihkan tidak dapat diterapkan', async () => {
    const lama = await unggah([UPACARA])
    const baru = await unggah([NATAL])
    expect(await ambil(lama)).toMatchObject({ status: 'DIBUANG' })
    await expect(terapkan(lama)).rejects.toMatchObject({ http: 409 })
    const { versi } = await ambil(baru)
    await admin((p) => buangImpor(uji.db, p, { definisi: imporLibur, id: baru, versi }))
    expect(await ambil(baru)).toMatchObject({ status: 'DIBUANG' })
  })

  test('yang sudah diterapkan tidak dapat diubah lewat jalan apa pun', async () => {
    const id = await unggah([UPACARA])
    await terapkan(id)
    for (const sql of [
      'update baris_impor set baru = $${}$$ where impor_id = $1',
      'delete from baris_impor where impor_id = $1',
      'delete from impor where id = $1',
      "update impor set status = 'PRATINJAU' where id = $1",
    ])
      await expect(uji.sql(sql, [id]), sql).rejects.toMatchObject({ code: '42501' })
    await batalkan(id)
    await expect(uji.sql("update impor set nama_berkas = 'x' where id = $1", [id])).rejects.toMatchObject({
      code: '42501',
    })
  })

  test('jejak: unggah, terapkan dengan jumlah dan sidik baris, batalkan dengan alasan', async () => {
    const id = await unggah([UPACARA])
    await terapkan(id)
    await batalkan(id)
    const jejak = await uji.sql('select peristiwa, rincian from jejak where objek_id = $1 order by urut', [id])
    expect(jejak).toMatchObject([
      { peristiwa: 'impor.diunggah', rincian: { nama: 'Hari libur', tahun: 2026 } },
      {
        peristiwa: 'impor.diterapkan',
        rincian: { barisBaru: 1, barisBerubah: 0, sidikBaris: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
      { peristiwa: 'impor.dibatalkan', rincian: { alasan: 'Berkasnya keliru' } },
    ])
  })
})
