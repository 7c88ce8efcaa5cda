import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { laporkanRekap, type SiklusUji, siapkanRekap, versiSiklus } from './siapkan.ts'

describe('Sekcam yang ikut mengisi tidak memutuskan', () => {
  let app: AplikasiUji
  let sekcam: OrangUji
  let camat: OrangUji
  let uji: SiklusUji
  let alamat: string
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    sekcam = await app.masukSebagai('sekcam')
    camat = await app.masukSebagai('camat')
    uji = await siapkanRekap(app)
    alamat = `${uji.langkah('P10')}/telaah`
    const [satu] = await uji.baris()
    // one value was last written by the Sekcam
    await app.sql(
      "update baris_formulir set diubah_oleh_id = (select pegawai_id from akun where nama_pengguna = 'sekcam') where id = $1",
      [satu?.id],
    )
    await laporkanRekap(app, await app.masukSebagai('sakip1'), uji)
  })
  afterAll(() => app.tutup())
  const setujui = async (orang: OrangUji) =>
    orang.kirim(`${alamat}/persetujuan`, { versi: await versiSiklus(app, uji.siklusId) })

  it('Sekcam ditolak dengan nama yang dapat memutuskan, dan halamannya mengatakannya', async () => {
    const tolak = await setujui(sekcam)
    expect(tolak.status).toBe(403)
    expect(tolak.text).toContain('ikut mengisi atau mengajukan')
    expect(tolak.text).toContain('Camat Taman (')
    const $ = await sekcam.halaman(alamat)
    expect($('.catatan--kuning').text()).toContain('tidak dapat memutuskan')
    expect($('button:contains("Setujui")').length).toBe(0)
  })

  it('Plh. Sekcam mendahului Camat', async () => {
    const [plh] = await app.sql<{ id: string }>(
      `insert into penugasan (kecamatan_id, pegawai_id, jabatan_id, jenis, mulai, selesai)
       select a.kecamatan_id, a.pegawai_id, j.id, 'PLH', '2026-07-01', '2026-07-31' from akun a join jabatan j on j.kecamatan_id = a.kecamatan_id and j.kode = 'sekcam'
       where a.nama_pengguna = 'kasi.trantib' returning id`,
    )
    expect((await setujui(camat)).status).toBe(403)
    const $ = await (await app.masukSebagai('kasi.trantib')).halaman(alamat)
    expect($('button:contains("Setujui rekap")').length).toBe(1)
    await app.sql('delete from penugasan where id = $1', [plh?.id])
  })

  it('tanpa Plh. Camat memutuskan, tercatat sebagai Camat', async () => {
    const $ = await camat.halaman(alamat)
    expect($('.mengapa').text()).toContain('menggantikan Sekretaris Kecamatan')
    expect((await setujui(camat)).status).toBe(303)
    const [telaah] = await app.sql<{ keputusan: string; jabatan: string }>(
      'select keputusan::text, jabatan from telaah where siklus_id = $1',
      [uji.siklusId],
    )
    expect(telaah).toEqual({ keputusan: 'DISETUJUI', jabatan: 'Camat Taman' })
    expect((await uji.status('P11')).status).toBe('BERJALAN')
  })
})
