import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ambilTugasSaya } from '../../../src/modul/tugas-saya/index.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { bandingkanBaris } from '../../bantuan/jalan-siklus.ts'
import { laporkanRekap, type SiklusUji, siapkanRekap } from '../telaah/siapkan.ts'

const TELAAH = '10. Telaah rekap dan putuskan'
let app: AplikasiUji
let uji: SiklusUji
beforeAll(async () => {
  app = await bukaAplikasiUji()
  uji = await siapkanRekap(app)
  // one value was last written by the Sekcam, whose own decision comes next
  await app.sql(
    `update baris_formulir set diubah_oleh_id = (select pegawai_id from akun where nama_pengguna = 'sekcam')
     where id = (select id from baris_formulir where siklus_id = $1 order by id limit 1)`,
    [uji.siklusId],
  )
  await laporkanRekap(app, await app.masukSebagai('sakip1'), uji)
})
afterAll(() => app.tutup())
afterEach(() => app.sql("delete from penugasan where jenis = 'PLH'"))

const tugas = async (nama: string) =>
  (await app.sebagai(nama, (p) => ambilTugasSaya(app.db, p))).find((t) => t.judul === TELAAH)
const teks = async (nama: string, alamat: string) =>
  (await (await app.masukSebagai(nama)).halaman(alamat))('main').text().replace(/\s+/g, ' ')

describe('keputusan yang jatuh kepada pengganti', () => {
  it('Tugas Saya: Camat diminta dengan alasannya, Sekcam yang ikut mengisi tidak diminta', async () => {
    expect((await tugas('camat'))?.mengapa).toMatch(
      /^Anda menggantikan Sekretaris Kecamatan, karena Sekretaris Kecamatan \(Sekretaris Kecamatan \(contoh\)\) ikut mengisi/,
    )
    expect(await tugas('sekcam')).toBeUndefined()
    expect(await tugas('kasi.trantib')).toBeUndefined()
  })

  it('halaman siklus: giliran Camat; Sekcam membaca mengapa bukan gilirannya', async () => {
    const camat = await teks('camat', `/siklus/${uji.siklusId}`)
    expect(camat).toContain('Giliran Anda')
    expect(camat).toContain('Anda menggantikan Sekretaris Kecamatan, karena')
    const sekcam = await teks('sekcam', `/siklus/${uji.siklusId}`)
    expect(sekcam).not.toContain('Giliran Anda')
    expect(sekcam).toContain('Menunggu Camat Taman menggantikan Sekretaris Kecamatan')
    expect(sekcam).toContain('Anda ikut mengisi atau mengajukan data yang diputuskan di sini')
  })

  it.each(['/', '/siklus', '/dasbor'])('%s: bola di tangan Camat yang menggantikan', async (alamat) => {
    expect(await teks('sakip1', alamat)).toContain('Camat Taman menggantikan Sekretaris Kecamatan')
  })

  it('ada Plh. → tugasnya Plh., bukan Camat', async () => {
    await app.sql(
      `insert into penugasan (kecamatan_id, pegawai_id, jabatan_id, jenis, mulai, selesai)
       select a.kecamatan_id, a.pegawai_id, j.id, 'PLH', '2026-07-01', '2026-07-31' from akun a
         join jabatan j on j.kecamatan_id = a.kecamatan_id and j.kode = 'sekcam' where a.nama_pengguna = 'kasi.trantib'`,
    )
    expect((await tugas('kasi.trantib'))?.mengapa).toMatch(
      /^Anda memutuskan sebagai Plh\. Sekretaris Kecamatan, karena Sekretaris Kecamatan/,
    )
    expect(await tugas('camat')).toBeUndefined()
    expect(await teks('sakip1', '/')).toContain('Plh. Sekretaris Kecamatan')
  })

  it('yang terhalang tersimpan di baris sama dengan yang disimpulkan dari riwayat', async () => {
    expect(await bandingkanBaris(app, uji.siklusId)).toEqual([])
    const [p10] = await app.sql<{ terhalang: string[] }>(
      "select terhalang from langkah_siklus where siklus_id = $1 and kode = 'P10'",
      [uji.siklusId],
    )
    expect(p10?.terhalang).toContain((await app.pelaku('sekcam')).pegawaiId)
  })

  it('jabatan Sekcam kosong hari ini → Camat memutuskan karena itu', async () => {
    await app.sql(
      "update penugasan n set selesai = '2026-06-30' from jabatan j where j.id = n.jabatan_id and j.kode = 'sekcam' and n.selesai is null",
    )
    expect((await tugas('camat'))?.mengapa).toContain('karena jabatan itu tidak ada pemegangnya hari ini')
  })
})
