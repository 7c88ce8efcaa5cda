import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'

let app: AplikasiUji
beforeAll(async () => {
  app = await bukaAplikasiUji()
})
afterAll(() => app.tutup())

const PEGAWAI = '(select pegawai_id from akun where nama_pengguna = $1)'
/** Whether the person still gets the page, is sent to sign in, or refused. */
const keadaan = async (orang: OrangUji, alamat: string) => {
  const { status, headers } = await orang.buka(alamat)
  return status === 303 && /^\/masuk/.test(headers.location ?? '') ? 'masuk' : status
}

describe('hak yang berubah berlaku sejak permintaan berikutnya', () => {
  it('akun dinonaktifkan: keluar seketika', async () => {
    const orang = await app.masukSebagai('staf.pmd')
    expect(await keadaan(orang, '/siklus')).toBe(200)
    await app.sql('update akun set aktif = false where nama_pengguna = $1', [orang.nama])
    expect(await keadaan(orang, '/siklus')).toBe('masuk')
    // the session is over, not asleep
    await app.sql('update akun set aktif = true where nama_pengguna = $1', [orang.nama])
    expect(await keadaan(orang, '/siklus')).toBe('masuk')
  })

  it('orang dinonaktifkan, sesi diakhiri admin, atau kantornya ditutup: keluar seketika', async () => {
    const orang = await app.masukSebagai('staf.trantib')
    await app.sql(`update pegawai set aktif = false where id = ${PEGAWAI}`, [orang.nama])
    expect(await keadaan(orang, '/siklus')).toBe('masuk')
    const lain = await app.masukSebagai('staf.kesos')
    await app.sql("update akun set sesi_berlaku_sejak = '2030-01-01' where nama_pengguna = $1", [lain.nama])
    expect(await keadaan(lain, '/siklus')).toBe('masuk')
    const tetangga = await app.masukSebagai('camat.candipuro')
    expect(await keadaan(tetangga, '/siklus')).toBe(200)
    await app.sql("update kecamatan set aktif = false where kode = 'candipuro'")
    expect(await keadaan(tetangga, '/siklus')).toBe('masuk')
  })

  it('penugasan yang berakhir kemarin: masih dikenal, tidak lagi berwenang', async () => {
    const orang = await app.masukSebagai('pengamat')
    expect(await keadaan(orang, '/jejak-audit')).toBe(200)
    await app.sql(`update penugasan set selesai = '2026-07-05' where pegawai_id = ${PEGAWAI}`, [orang.nama])
    expect(await keadaan(orang, '/jejak-audit')).toBe(403)
    expect(await keadaan(orang, '/siklus')).toBe(403)
    expect(await keadaan(orang, '/akun/sandi')).toBe(200)
    await app.sql(`update penugasan set selesai = '2026-07-06' where pegawai_id = ${PEGAWAI}`, [orang.nama])
    expect(await keadaan(orang, '/jejak-audit')).toBe(200)
  })

  it('penugasan yang baru mulai besok belum memberi hak; sejak hari ini memberi', async () => {
    const orang = await app.masukSebagai('kasi.pmd')
    expect(await keadaan(orang, '/organisasi')).toBe(403)
    const tambah = `insert into penugasan (kecamatan_id, pegawai_id, jabatan_id, jenis, mulai)
      select kecamatan_id, ${PEGAWAI}, jabatan_id, 'PLT', $2::date from penugasan
      where pegawai_id = (select pegawai_id from akun where nama_pengguna = 'admin') limit 1`
    await app.sql(tambah, [orang.nama, '2026-07-07'])
    expect(await keadaan(orang, '/organisasi')).toBe(403)
    await app.sql(`update penugasan set mulai = '2026-07-06' where jenis = 'PLT' and pegawai_id = ${PEGAWAI}`, [
      orang.nama,
    ])
    expect(await keadaan(orang, '/organisasi')).toBe(200)
  })

  it('keanggotaan Tim SAKIP yang berakhir, atau SK-nya yang berakhir: tidak lagi membaca jejak audit, tetap staf', async () => {
    const anggota = await app.masukSebagai('sakip2')
    expect(await keadaan(anggota, '/jejak-audit')).toBe(200)
    await app.sql(`update anggota_tim_sakip set selesai = '2026-07-05' where pegawai_id = ${PEGAWAI}`, [anggota.nama])
    expect(await keadaan(anggota, '/jejak-audit')).toBe(403)
    expect(await keadaan(anggota, '/siklus')).toBe(200)
    const lain = await app.masukSebagai('sakip3')
    expect(await keadaan(lain, '/jejak-audit')).toBe(200)
    await app.sql(
      "update tim_sakip set selesai = '2026-07-05' where kecamatan_id = (select id from kecamatan where kode = 'taman')",
    )
    expect(await keadaan(lain, '/jejak-audit')).toBe(403)
  })
})

describe('sandi pertama', () => {
  it('harus diganti dahulu: setiap halaman mengarah ke sana, setiap kiriman ditolak, sesudahnya terbuka', async () => {
    await app.sql("update akun set wajib_ganti = true where nama_pengguna = 'sekcam'")
    const sekcam = await app.masukSebagai('sekcam')
    const halaman = app.rute.filter(
      (r) => r.metode === 'GET' && !r.jalur.includes(':') && r.jalur !== '/masuk' && r.jalur !== '/akun/sandi',
    )
    expect(halaman.length).toBeGreaterThan(10)
    for (const { jalur } of halaman) {
      const jawab = await sekcam.buka(jalur)
      expect([jawab.status, jawab.headers.location], jalur).toEqual([303, '/akun/sandi'])
    }
    for (const { jalur } of app.rute.filter(
      (r) => r.metode === 'POST' && !/^\/(masuk|keluar|akun\/sandi)$/.test(r.jalur),
    ))
      expect((await sekcam.kirim(jalur.replace(/:\w+/g, crypto.randomUUID()))).status, jalur).toBe(403)
    const $ = await sekcam.halaman('/akun/sandi')
    expect($('nav a[href="/siklus"]')).toHaveLength(0)
    const baru = 'tujuh angsa terbang rendah'
    const ganti = await sekcam.kirim('/akun/sandi', { sandiLama: SANDI_UJI, sandiBaru: baru, sandiUlang: baru })
    expect(ganti.headers.location).toBe('/?pesan=sandi-diganti')
    expect(await keadaan(sekcam, '/siklus')).toBe(200)
    const [akun] = await app.sql("select wajib_ganti, sandi_berlaku_sampai from akun where nama_pengguna = 'sekcam'")
    expect(akun).toEqual({ wajib_ganti: false, sandi_berlaku_sampai: null })
  })
})
