import { existsSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as tidur } from 'node:timers/promises'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { transaksi } from '../../../src/inti/basis-data/index.ts'
import { bukaGudang, type Gudang, jalankanPenyapu, sha256Berkas } from '../../../src/modul/berkas/index.ts'
import { simpanBerkas } from '../../../src/modul/berkas/simpan-berkas.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { PDF } from './contoh-berkas.ts'

let app: AplikasiUji
let gudang: Gudang
beforeAll(async () => {
  app = await bukaAplikasiUji()
  gudang = bukaGudang(join(app.folderData, 'berkas'))
})
afterAll(() => app.tutup())

/** Stores a file as a person does, for a unit (its code) or for all of the office. */
async function simpan(
  nama: string,
  { unit, namaBerkas = 'Laporan.pdf' }: { unit: string | null; namaBerkas?: string },
) {
  const [baris] = unit ? await app.sql<{ id: string }>('select id from unit_kerja where kode = $1', [unit]) : []
  const sementara = await gudang.terima(Readable.from(PDF))
  return app.sebagai(nama, (pelaku) =>
    transaksi(app.db, pelaku, (tx) =>
      simpanBerkas(tx, pelaku, {
        gudang,
        berkas: { ...sementara, nama: namaBerkas, mime: 'application/pdf', kolom: 'berkas' },
        milik: { siklusId: null, unitId: baris?.id ?? null },
      }),
    ),
  )
}
const status = async (nama: string, id: string) => (await (await app.masukSebagai(nama)).buka(`/berkas/${id}`)).status

describe('siapa yang dapat mengambil berkas', () => {
  it('unitnya sendiri, pengunggahnya, dan yang mengawasi; bukan unit lain, bukan admin, bukan kecamatan lain', async () => {
    const { id } = await simpan('staf.pemerintahan', { unit: 'seksi-pemerintahan' })
    const harap = {
      'staf.pemerintahan': 200,
      'kasi.pemerintahan': 200,
      sekcam: 200,
      camat: 200,
      sakip1: 200,
      pengamat: 200,
      'staf.trantib': 404,
      'kasi.trantib': 404,
      admin: 403,
      'camat.candipuro': 404,
      'sakip.candipuro': 404,
      'admin.candipuro': 403,
    }
    const nyata = Object.fromEntries(
      await Promise.all(Object.keys(harap).map(async (nama) => [nama, await status(nama, id)])),
    )
    expect(nyata).toEqual(harap)
    expect((await app.tamu().buka(`/berkas/${id}`)).headers.location).toMatch(/^\/masuk/)
  })

  it('berkas bersama untuk seluruh kantor sendiri saja', async () => {
    const { id } = await simpan('camat', { unit: null })
    expect([await status('staf.trantib', id), await status('staf.pemerintahan.candipuro', id)]).toEqual([200, 404])
  })

  it('pengunggah tetap dapat mengambilnya sesudah pindah; penugasan yang berakhir menutup milik unitnya', async () => {
    const { id } = await simpan('kasi.kesos', { unit: 'seksi-kesos' })
    const staf = await app.masukSebagai('staf.kesos')
    expect((await staf.buka(`/berkas/${id}`)).status).toBe(200)
    await app.sql(
      "update penugasan set selesai = '2026-07-01' where pegawai_id = (select pegawai_id from akun where nama_pengguna = 'staf.kesos')",
    )
    expect((await staf.buka(`/berkas/${id}`)).status).toBe(403)
  })

  it('nomor yang ditebak, bukan nomor, dan jalur tidak menemukan apa pun', async () => {
    const camat = await app.masukSebagai('camat')
    for (const id of [crypto.randomUUID(), '1', 'sementara', '..%2f..%2frahasia-sesi', '%2e%2e%2f', 'a'.repeat(500)])
      expect((await camat.buka(`/berkas/${id}`)).status, id).toBe(404)
  })
})

describe('cara berkas dikirim', () => {
  it('selalu sebagai unduhan, dengan nama aslinya, tidak pernah ditampilkan sebagai bagian Takar', async () => {
    const { id } = await simpan('camat', { unit: null, namaBerkas: 'Surat "Bupati"; é’ №5\r\nX-Jahat: 1.pdf' })
    const camat = await app.masukSebagai('camat')
    const { headers, body } = await camat.buka(`/berkas/${id}`)
    expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w%.'()*!~-]+$/)
    expect(decodeURIComponent(headers['content-disposition']?.split("''")[1] ?? '')).toContain('Surat "Bupati"')
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['x-jahat']).toBeUndefined()
    expect(Buffer.from(body)).toEqual(PDF)
  })

  it('isi yang hilang dari gudang adalah 404, bukan gangguan', async () => {
    const { id, lokasi } = await simpan('camat', { unit: null })
    rmSync(gudang.jalur(lokasi))
    expect(await status('camat', id)).toBe(404)
  })
})

describe('gudang', () => {
  it('menyimpan di luar folder web, dengan nama acak, hanya terbaca pemiliknya, dengan sidik yang benar', async () => {
    const baris = await simpan('camat', { unit: null })
    expect(baris.lokasi).toMatch(/^[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f-]{36}$/)
    const jalur = gudang.jalur(baris.lokasi)
    expect(statSync(jalur).mode & 0o077).toBe(0)
    expect(await sha256Berkas(jalur)).toBe(baris.sha256)
    const [jejak] = await app.sql<{ rincian: Record<string, unknown> }>(
      "select rincian from jejak where peristiwa = 'berkas.diunggah' and objek_id = $1",
      [baris.id],
    )
    expect(jejak?.rincian).toMatchObject({ nama: 'Laporan.pdf', sha256: baris.sha256 })
  })

  it('perubahan yang batal tidak meninggalkan baris tanpa isi', async () => {
    const sebelum = await app.sql('select id from berkas')
    const sementara = await gudang.terima(Readable.from(PDF))
    const gagal = app.sebagai('camat', (pelaku) =>
      transaksi(app.db, pelaku, async (tx) => {
        await simpanBerkas(tx, pelaku, {
          gudang,
          berkas: { ...sementara, nama: 'x.pdf', mime: 'application/pdf', kolom: 'b' },
          milik: { siklusId: null, unitId: null },
        })
        throw new Error('batal')
      }),
    )
    await expect(gagal).rejects.toThrow('batal')
    expect(await app.sql('select id from berkas')).toEqual(sebelum)
  })

  /** A file that an upload of two hours ago left behind. */
  function tertinggal(): string {
    const jalur = join(gudang.folder, 'sementara', 'tertinggal')
    writeFileSync(jalur, 'x')
    const duaJamLalu = Date.now() / 1000 - 7200
    utimesSync(jalur, duaJamLalu, duaJamLalu)
    return jalur
  }

  it('membersihkan hanya berkas sementara yang tertinggal lebih dari satu jam', async () => {
    const baru = await gudang.terima(Readable.from(PDF))
    const lama = tertinggal()
    await gudang.bersihkan()
    expect([existsSync(lama), existsSync(baru.jalur)]).toEqual([false, true])
    await gudang.buang(baru.jalur)
  })

  it('membersihkan lagi selama aplikasi berjalan, bukan hanya saat dimulai', async () => {
    const penyapu = jalankanPenyapu(gudang, { log: pino({ level: 'silent' }), selangMs: 50 })
    for (let kali = 0; kali < 2; kali++) {
      const lama = tertinggal()
      await vi.waitFor(() => expect(existsSync(lama)).toBe(false), 5000)
    }
    penyapu.henti()
    const sesudah = tertinggal()
    await tidur(200)
    expect(existsSync(sesudah)).toBe(true)
  })
})
