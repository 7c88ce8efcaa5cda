import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { belumAdaKantor, buatKode } from '../../../src/modul/kantor-baru/index.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'

const SANDI = 'perahu lilin mangga kertas'
const ISIAN = {
  nama: 'Kecamatan Comal',
  kabupaten: 'Kabupaten Pemalang',
  tempat: 'Comal',
  alamat: 'Jalan Raya Nomor 1, Comal',
  telepon: '',
  surel: '',
  zonaWaktu: 'Asia/Jakarta',
  kodeSurat: '000.8.6.3',
  susunan: ['seksi-pemerintahan', 'seksi-pelayanan'],
  operator: 'Sari Wulandari',
  nip: '',
  namaPengguna: 'admin.comal',
  sandi: SANDI,
  sandiUlang: SANDI,
}

let app: AplikasiUji
beforeAll(async () => {
  app = await bukaAplikasiUji({ contoh: false })
})
afterAll(() => app.tutup())

const jumlah = async (tabel: string) => (await app.sql<{ n: number }>(`select count(*)::int as n from ${tabel}`))[0]?.n

describe('menyiapkan kantor pertama tanpa data contoh', () => {
  it('basis data baru belum mempunyai kantor; tanpa kode halamannya tidak ada', async () => {
    expect(await belumAdaKantor(app.basis.urlPemilik)).toBe(true)
    const tamu = app.tamu()
    expect((await tamu.buka('/kantor-baru')).status).toBe(404)
    expect((await tamu.buka(`/kantor-baru?kode=${'a'.repeat(24)}`)).status).toBe(404)
    expect((await tamu.kirim('/kantor-baru', { ...ISIAN, kode: 'b'.repeat(24) })).status).toBe(404)
    expect(await jumlah('kecamatan')).toBe(0)
  })

  it('isian salah: halaman yang sama, semua disebut, yang diketik tetap kecuali sandi, tidak ada yang dibuat', async () => {
    const kode = await buatKode(app.basis.urlPemilik)
    const salah = { ...ISIAN, kode, kabupaten: 'Pemalang', nip: '123', sandiUlang: 'lain', namaPengguna: 'X' }
    const jawab = await app.tamu().kirim('/kantor-baru', salah)
    expect(jawab.status).toBe(422)
    expect(jawab.text).toContain('Awali dengan Kabupaten atau Kota')
    expect(jawab.text).toContain('NIP harus 18 angka')
    expect(jawab.text).toContain('Kedua sandi tidak sama')
    expect(jawab.text).toContain('value="Kecamatan Comal"')
    expect(jawab.text).not.toContain(SANDI)
    expect(
      (
        await app
          .tamu()
          .kirim('/kantor-baru', { ...ISIAN, kode, sandi: 'kecamatan12345', sandiUlang: 'kecamatan12345' })
      ).status,
    ).toBe(422)
    expect(await jumlah('kecamatan')).toBe(0)
    expect((await app.tamu().buka(`/kantor-baru?kode=${kode}`)).status).toBe(200)
  })

  it('kode dipakai dua kali bersamaan: satu kantor berdiri, yang lain tidak menemukan halamannya', async () => {
    const kode = await buatKode(app.basis.urlPemilik)
    const hasil = await Promise.all([1, 2].map(() => app.tamu().kirim('/kantor-baru', { ...ISIAN, kode })))
    expect(hasil.map((h) => h.status).sort()).toEqual([303, 404])
    expect(await jumlah('kecamatan')).toBe(1)
    expect(await jumlah('unit_kerja')).toBe(4)
    expect((await app.sql<{ nama: string }>('select nama from kecamatan'))[0]?.nama).toBe('Kecamatan Comal')
    expect((await app.tamu().buka(`/kantor-baru?kode=${kode}`)).status).toBe(404)
    expect(await belumAdaKantor(app.basis.urlPemilik)).toBe(false)
  })

  it('operator masuk, melihat apa yang belum siap, dan menambah pegawai', async () => {
    const admin = await app.masukSebagai('admin.comal')
    const beranda = await admin.halaman('/')
    expect(beranda('a[href="/organisasi/penyiapan"]').length).toBe(1)
    const $ = await admin.halaman('/organisasi/penyiapan')
    expect($('h1').text()).toContain('Penyiapan kantor')
    expect($('main').text()).toContain('Belum ada pemangku: Camat Comal, Sekretaris Kecamatan')
    expect((await admin.buka('/organisasi/pegawai/baru')).status).toBe(200)
    const jejak = await app.sql<{ peristiwa: string; jabatan: string }>(
      'select peristiwa, jabatan_pelaku as jabatan from jejak order by urut',
    )
    expect(jejak).toContainEqual({ peristiwa: 'kantor.disiapkan', jabatan: 'Operator Aplikasi' })
  })

  it('kantor kedua: nama pengguna yang terpakai dan kecamatan yang sama ditolak dengan kalimat; yang lain berdiri terpisah', async () => {
    const kode = await buatKode(app.basis.urlPemilik)
    const sama = await app.tamu().kirim('/kantor-baru', { ...ISIAN, kode, nama: 'Ulujami' })
    expect(sama.status).toBe(422)
    expect(sama.text).toContain('Nama pengguna ini sudah dipakai')
    const kembar = await app.tamu().kirim('/kantor-baru', { ...ISIAN, kode, namaPengguna: 'admin.kedua' })
    expect(kembar.status).toBe(422)
    expect(kembar.text).toContain('Kecamatan ini sudah ada')
    const baik = await app
      .tamu()
      .kirim('/kantor-baru', { ...ISIAN, kode, nama: 'Ulujami', namaPengguna: 'admin.ulujami' })
    expect(baik.status).toBe(303)
    const admin = await app.masukSebagai('admin.ulujami')
    const teks = (await admin.halaman('/organisasi/pegawai'))('main').text()
    expect(teks).not.toContain('admin.comal')
    expect(await jumlah('kecamatan')).toBe(2)
  })

  it('kode yang lama mati begitu kode baru dicetak', async () => {
    const lama = await buatKode(app.basis.urlPemilik)
    await buatKode(app.basis.urlPemilik)
    expect((await app.tamu().buka(`/kantor-baru?kode=${lama}`)).status).toBe(404)
  })
})
