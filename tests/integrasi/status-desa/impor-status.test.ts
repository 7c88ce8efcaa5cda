import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Pelaku } from '../../../src/inti/pelaku.ts'
import { batalkanImpor } from '../../../src/modul/impor/batalkan-impor.ts'
import { ambilImpor } from '../../../src/modul/impor/kueri.ts'
import { terapkanImpor } from '../../../src/modul/impor/terapkan-impor.ts'
import { tulisBuku } from '../../../src/modul/impor/tulis-buku.ts'
import { unggahImpor } from '../../../src/modul/impor/unggah-impor.ts'
import { imporStatusDesa } from '../../../src/modul/status-desa/index.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'

type Baris = Readonly<Record<string, string | null>>
let app: AplikasiUji
let nomor = 0
beforeAll(async () => {
  app = await bukaAplikasiUji()
})
afterAll(() => app.tutup())

const kasi = <T>(kerja: (pelaku: Pelaku) => Promise<T>) => app.sebagai('kasi.pmd', kerja)
/** A workbook of a year, as a person sends it; its preview. */
async function unggah(tahun: number, baris: readonly Baris[]): Promise<string> {
  const { lembar } = await kasi((p) => imporStatusDesa.siapkan(app.db.baca, p, { tahun, kunci: false }))
  const [satu] = lembar
  if (!satu) throw new Error('tanpa lembar')
  const isi = Buffer.from(await tulisBuku({ judul: 'uji', pengantar: [], lembar: [{ ...satu, baris }] }))
  const jalur = join(app.folderData, `desa-${++nomor}.xlsx`)
  writeFileSync(jalur, isi)
  const sha256 = createHash('sha256').update(isi).digest('hex')
  const berkas = { jalur, ukuran: isi.length, sha256, nama: `Desa ${nomor}.xlsx`, mime: 'x', kolom: 'berkas' }
  const hasil = await kasi((p) => unggahImpor(app.db, p, { definisi: imporStatusDesa, konteks: { tahun }, berkas }))
  if ('ditolak' in hasil) throw new Error(hasil.ditolak)
  return hasil.id
}
const ambil = (id: string) => kasi((p) => ambilImpor(app.db.baca, p, { jenis: 'status-desa', id }))
const terapkan = async (id: string) => {
  const { versi } = await ambil(id)
  return kasi((p) => terapkanImpor(app.db, p, { definisi: imporStatusDesa, id, versi }))
}
const batalkan = async (id: string) => {
  const { versi } = await ambil(id)
  return kasi((p) => batalkanImpor(app.db, p, { definisi: imporStatusDesa, id, versi, alasan: 'Berkasnya keliru' }))
}
const status = (tahun: number) =>
  app.sql(
    `select d.nama, d.jenis::text, d.kode, d.aktif, s.ukuran::text, s.skor::text, s.status::text, s.sumber from desa d
     join kecamatan k on k.id = d.kecamatan_id left join status_desa s on s.desa_id = d.id and s.tahun = $1
     where k.kode = 'taman' order by 1, 2`,
    [tahun],
  )
const IDM = { jenis: 'DESA', kode: null, ukuran: 'IDM', skor: null, status: null, sumber: 'Keputusan Dirjen IDM 2021' }

describe('status desa dari Excel', () => {
  it('berkas yang diunduh dan diunggah kembali tanpa perubahan tidak mengubah apa pun', async () => {
    const { kini } = await kasi((p) => imporStatusDesa.siapkan(app.db.baca, p, { tahun: 2024, kunci: false }))
    const id = await unggah(2024, kini.status ?? [])
    expect((await ambil(id)).hitungan).toMatchObject({ BARU: 0, BERUBAH: 0, DITOLAK: 0 })
  })

  it('"Desa  Penggarit" adalah Penggarit: tidak menjadi desa kedua', async () => {
    const semula = await status(2021)
    const id = await unggah(2021, [{ ...IDM, nama: 'Desa  Penggarit', skor: '0.7' }])
    expect((await ambil(id)).hitungan).toMatchObject({ BARU: 0, BERUBAH: 1, DITOLAK: 0 })
    expect(await terapkan(id)).toBe('DITERAPKAN')
    const sesudah = await status(2021)
    expect(sesudah).toHaveLength(semula.length)
    expect(sesudah.find((d) => d.nama === 'Penggarit')).toMatchObject({ skor: '0.7000', status: 'BERKEMBANG' })
    await batalkan(id)
    expect(await status(2021)).toEqual(semula)
  })

  it('status IDM yang kosong diisi dari skornya, dan impornya tetap dapat dibatalkan', async () => {
    const semula = await status(2021)
    const id = await unggah(2021, [
      { ...IDM, nama: 'Penggarit', skor: '0.8156' },
      { ...IDM, nama: 'desa Sumber Baru', skor: '0.5' },
    ])
    await terapkan(id)
    const sesudah = await status(2021)
    expect(sesudah.find((d) => d.nama === 'Penggarit')).toMatchObject({ status: 'MANDIRI' })
    expect(sesudah.find((d) => d.nama === 'Sumber Baru')).toMatchObject({ status: 'TERTINGGAL' })
    await batalkan(id)
    expect(await status(2021)).toEqual(semula)
    const [jejak] = await app.sql<{ rincian: object }>(
      "select rincian from jejak where peristiwa = 'status-desa.desa-dihapus'",
    )
    expect(jejak?.rincian).toMatchObject({ nama: 'Sumber Baru' })
    expect((await ambil(await unggah(2021, [{ ...IDM, nama: 'Sumber Baru', skor: '0.5' }]))).hitungan).toMatchObject({
      BARU: 1,
      DITOLAK: 0,
    })
  })

  it('desa yang sudah dikeluarkan dari daftar ditolak di pratinjau, bukan saat diterapkan', async () => {
    await app.sql("update desa set aktif = false where nama = 'Penggarit'")
    const id = await unggah(2021, [{ ...IDM, nama: 'PENGGARIT', skor: '0.5' }])
    expect((await ambil(id)).hitungan).toMatchObject({ DITOLAK: 1 })
    await app.sql("update desa set aktif = true where nama = 'Penggarit'")
  })

  it('kode wilayah yang berubah tercatat di jejak dengan yang lama, dan kembali saat dibatalkan', async () => {
    const semula = await status(2021)
    const id = await unggah(2021, [{ ...IDM, nama: 'Penggarit', kode: '33.27.08.2998', ukuran: null, sumber: null }])
    await terapkan(id)
    const [jejak] = await app.sql<{ rincian: object }>(
      "select rincian from jejak where peristiwa = 'status-desa.desa-diubah' order by urut desc limit 1",
    )
    const lama = semula.find((d) => d.nama === 'Penggarit')?.kode
    expect(jejak?.rincian).toMatchObject({ nama: 'Penggarit', kode: '33.27.08.2998', lama: { kode: lama } })
    await batalkan(id)
    expect(await status(2021)).toEqual(semula)
  })
})
