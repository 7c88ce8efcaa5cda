import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { transaksi } from '../../../src/inti/basis-data/index.ts'
import { buatTindakLanjut } from '../../../src/modul/tindak-lanjut/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'

let app: AplikasiUji
let joko: OrangUji // Kasi Pemerintahan
let sari: OrangUji
let siklusId: string
let id: string
let bulan = 0

async function buat(uraian: string, tenggat: string | null): Promise<string> {
  const joko = await app.pelaku('kasi.pemerintahan')
  const [l] = await app.sql<{ id: string }>("select id from langkah_siklus where siklus_id = $1 and kode = 'P1'", [
    siklusId,
  ])
  return app.sebagai('sakip1', (pelaku) =>
    transaksi(app.db, pelaku, (tx) =>
      buatTindakLanjut(tx, pelaku, {
        siklusId,
        langkahId: l?.id ?? '',
        sumber: 'RAPAT',
        uraian,
        penanggungJawab: joko.nama,
        pegawaiId: joko.pegawaiId,
        tenggat,
      }),
    ),
  )
}
const baris = async () => (await app.sql('select status, hasil, versi from tindak_lanjut where id = $1', [id]))[0]

beforeAll(async () => {
  app = await bukaAplikasiUji()
  joko = await app.masukSebagai('kasi.pemerintahan')
  sari = await app.masukSebagai('sakip1')
})
afterAll(() => app.tutup())
beforeEach(async () => {
  bulan += 1
  siklusId = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: bulan } })
  id = await buat('Lengkapi bukti <kegiatan>', '2026-07-01')
})

describe('tindak lanjut', () => {
  it('daftar menunjukkan orang, tenggat, dan yang terlambat; "milik saya" hanya milik orangnya', async () => {
    const $ = await joko.halaman('/tindak-lanjut')
    expect($('main').text()).toContain('Lengkapi bukti <kegiatan>')
    expect($('main').text()).toContain('Terlambat')
    expect((await joko.halaman('/tindak-lanjut?tampil=saya'))('tbody tr').length).toBeGreaterThan(0)
    expect((await sari.halaman('/tindak-lanjut?tampil=saya'))('main').text()).not.toContain('Lengkapi bukti')
    expect((await (await app.masukSebagai('camat.candipuro')).halaman('/tindak-lanjut'))('main').text()).not.toContain(
      'Lengkapi bukti',
    )
    expect((await (await app.masukSebagai('admin')).buka('/tindak-lanjut')).status).toBe(403)
  })

  it('penanggung jawab menutup dengan hasil', async () => {
    const pendek = await joko.kirim(`/tindak-lanjut/${id}/penutupan`, { hasil: 'sudah', versi: '1' })
    expect(pendek.status).toBe(422)
    expect(pendek.text).toContain('sudah</textarea>')
    expect(
      (await joko.kirim(`/tindak-lanjut/${id}/penutupan`, { hasil: 'Bukti sudah dilengkapi', versi: '1' })).status,
    ).toBe(303)
    expect(await baris()).toEqual({ status: 'SELESAI', hasil: 'Bukti sudah dilengkapi', versi: 2 })
    expect((await sari.halaman(`/tindak-lanjut/${id}`)).text()).toContain(
      'Kasi Pemerintahan (contoh), Kepala Seksi Pemerintahan',
    )
    expect(
      (await joko.kirim(`/tindak-lanjut/${id}/penutupan`, { hasil: 'Bukti sudah dilengkapi', versi: '2' })).status,
    ).toBe(409)
  })

  it('Tim SAKIP atau Sekcam membatalkan dengan alasan; orang lain → 403; kecamatan lain → 404', async () => {
    for (const nama of ['camat', 'kasi.trantib', 'staf.pemerintahan', 'pengamat', 'admin'])
      for (const jalur of ['penutupan', 'pembatalan'])
        expect(
          (
            await (
              await app.masukSebagai(nama)
            ).kirim(`/tindak-lanjut/${id}/${jalur}`, {
              hasil: 'Sudah selesai semua',
              alasan: 'Tidak perlu lagi',
              versi: '1',
            })
          ).status,
          nama,
        ).toBe(403)
    const lain = await app.masukSebagai('sekcam.candipuro')
    expect((await lain.buka(`/tindak-lanjut/${id}`)).status).toBe(404)
    expect(
      (await lain.kirim(`/tindak-lanjut/${id}/pembatalan`, { alasan: 'Tidak perlu lagi', versi: '1' })).status,
    ).toBe(404)
    const budi = await app.masukSebagai('sekcam')
    expect((await budi.kirim(`/tindak-lanjut/${id}/pembatalan`, { alasan: 'x', versi: '1' })).status).toBe(422)
    expect(
      (await budi.kirim(`/tindak-lanjut/${id}/pembatalan`, { alasan: 'Digabung dengan kegiatan lain', versi: '1' }))
        .status,
    ).toBe(303)
    expect(await baris()).toMatchObject({ status: 'BATAL' })
  })

  it('dua orang menutup bersamaan: satu menang; halaman lama → 409; kiriman ganda dihitung sekali', async () => {
    const isi = { hasil: 'Bukti sudah dilengkapi', versi: '1' }
    expect(
      (
        await Promise.all([
          joko.kirim(`/tindak-lanjut/${id}/penutupan`, isi),
          sari.kirim(`/tindak-lanjut/${id}/penutupan`, isi),
        ])
      )
        .map((j) => j.status)
        .sort(),
    ).toEqual([303, 409])
    id = await buat('Yang kedua', null)
    expect((await joko.kirim(`/tindak-lanjut/${id}/penutupan`, { ...isi, versi: '9' })).status).toBe(409)
    const ganda = { ...isi, kunci: 'k-tl' }
    expect(
      (
        await Promise.all([
          joko.kirim(`/tindak-lanjut/${id}/penutupan`, ganda),
          joko.kirim(`/tindak-lanjut/${id}/penutupan`, ganda),
        ])
      ).map((j) => j.status),
    ).toEqual([303, 303])
    expect(
      await app.sql("select 1 from jejak where objek_id = $1 and peristiwa = 'tindak-lanjut.ditutup'", [id]),
    ).toHaveLength(1)
  })
})

describe('langkah tindak lanjut', () => {
  beforeAll(() =>
    app.sql(
      "update versi_sop v set definisi = jsonb_set(jsonb_set(definisi, '{langkah,1,jenis}', '\"tindak-lanjut\"'), '{langkah,1,keluaran}', '\"Form Rekomendasi Tindak Lanjut\"') from sop s where s.id = v.sop_id and s.kode = 'pengumpulan-taman'",
    ),
  )

  it('Tim SAKIP menambah rekomendasi, Sekcam menyelesaikan langkah; formulirnya tersimpan', async () => {
    await sampaiLangkah(app, siklusId, 'P2')
    const alamat = `/siklus/${siklusId}/langkah/P2/tindak-lanjut`
    const { pegawaiId } = await app.pelaku('kasi.trantib')
    expect((await joko.kirim(alamat, { uraian: 'Perbaiki definisi', pegawaiId })).status).toBe(403)
    const salah = await sari.kirim(alamat, { uraian: 'Perbaiki definisi', pegawaiId: '' })
    expect(salah.status).toBe(422)
    expect(salah.text).toContain('Perbaiki definisi</textarea>')
    expect((await sari.kirim(alamat, { uraian: 'Perbaiki definisi', pegawaiId, tenggat: '2026-08-01' })).status).toBe(
      303,
    )
    expect((await sari.halaman(alamat))('tbody').text()).toContain('Perbaiki definisi')
    expect((await sari.kirim(`${alamat}/penyelesaian`)).status).toBe(403)
    expect((await (await app.masukSebagai('sekcam')).kirim(`${alamat}/penyelesaian`)).status).toBe(303)
    expect(
      await app.sql("select 1 from dokumen where siklus_id = $1 and jenis = 'FORM_TINDAK_LANJUT'", [siklusId]),
    ).toHaveLength(1)
    expect((await sari.kirim(alamat, { uraian: 'Perbaiki definisi', pegawaiId })).status).toBe(409)
  })
})
