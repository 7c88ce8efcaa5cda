import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { isianLapor, type SiklusUji, siapkanRekap, versiSiklus } from '../telaah/siapkan.ts'

describe('laporan rekap dan laporan kepada Camat', () => {
  let app: AplikasiUji
  let sakip: OrangUji
  let sekcam: OrangUji
  let camat: OrangUji
  let uji: SiklusUji
  let lapor: string
  let laporCamat: string
  beforeAll(async () => {
    app = await bukaAplikasiUji()
    sakip = await app.masukSebagai('sakip1')
    sekcam = await app.masukSebagai('sekcam')
    camat = await app.masukSebagai('camat')
    uji = await siapkanRekap(app)
    lapor = `${uji.langkah('P9')}/lapor`
    laporCamat = `${uji.langkah('P11')}/lapor-camat`
    const beku = await sakip.kirim(`${uji.langkah('P8')}/rekap/pembekuan`, {
      versi: await versiSiklus(app, uji.siklusId),
      catatan: '',
    })
    expect(beku.status).toBe(303)
  })
  afterAll(() => app.tutup())
  const dokumen = (kode: string) =>
    app.sql<{ jenis: string; judul: string; nomor: string }>(
      'select d.jenis, d.judul, d.nomor from dokumen d join langkah_siklus l on l.id = d.langkah_id where d.siklus_id = $1 and l.kode = $2 order by d.dibuat_pada',
      [uji.siklusId, kode],
    )

  it('draft terisi dari rekap dan ditandai demikian', async () => {
    const $ = await sakip.halaman(lapor)
    expect($('h1').length).toBe(1)
    expect($('#isian-ringkasan').val()).toContain('7 dari 7 unit sudah menyerahkan formulir')
    expect($('#petunjuk-ringkasan').text()).toContain('Terisi otomatis dari rekap versi 1')
    expect($('#isian-hambatan').val()).toContain('Petugas lapangan berkurang dua orang')
    expect($('main form .tombol-baris .btn').first().text()).toContain('Laporkan kepada Sekretaris Kecamatan')
    const pdf = await sakip.buka(`${lapor}/pratinjau`)
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
  })

  it.each(['camat', 'sekcam', 'kasi.pmd', 'staf.pmd', 'pengamat'])(
    '%s membaca tetapi tidak menulis laporan Tim SAKIP',
    async (nama) => {
      const orang = await app.masukSebagai(nama)
      const $ = await orang.halaman(lapor)
      expect($('textarea').length).toBe(0)
      const isian = await isianLapor(sakip, lapor)
      for (const tujuan of [lapor, `${lapor}/penyampaian`]) expect((await orang.kirim(tujuan, isian)).status).toBe(403)
      expect((await orang.kirim(`${lapor}/penyampaian`, {})).status).toBe(403)
    },
  )

  it('kecamatan lain, dan langkah yang belum terbuka', async () => {
    const lain = await app.masukSebagai('sakip.candipuro')
    for (const alamat of [lapor, laporCamat]) expect((await lain.buka(alamat)).status).toBe(404)
    expect((await lain.kirim(`${lapor}/penyampaian`, await isianLapor(sakip, lapor))).status).toBe(404)
    expect((await sekcam.halaman(laporCamat))('main').text()).toContain('Langkah ini belum terbuka')
    const isian = {
      tanggal: '2026-07-06',
      ringkasan: 'Ringkasan yang cukup panjang',
      hambatan: '',
      saran: '',
      versi: '1',
    }
    expect((await sekcam.kirim(`${laporCamat}/penyampaian`, isian)).status).toBe(409)
  })

  it('rancangan disimpan; versi lama ditolak; isian salah tetap tampil', async () => {
    const isian = await isianLapor(sakip, lapor)
    expect((await sakip.kirim(lapor, { ...isian, saran: 'Tambah petugas lapangan' })).status).toBe(303)
    expect((await sakip.kirim(lapor, { ...isian, saran: 'Menimpa' })).status).toBe(409)
    const tolak = await sakip.kirim(`${lapor}/penyampaian`, {
      ...(await isianLapor(sakip, lapor)),
      ringkasan: 'pendek',
      tanggal: '2026-12-31',
    })
    expect(tolak.status).toBe(422)
    expect(tolak.text).toContain('tidak boleh sesudah hari ini')
    expect(tolak.text).toContain('Tambah petugas lapangan')
    expect((await sakip.halaman(lapor))('#isian-saran').val()).toBe('Tambah petugas lapangan')
  })

  it('dilaporkan sekali walau terkirim dua kali; nomor dari register; dokumen bertajuk keluaran SOP', async () => {
    const isian = { ...(await isianLapor(sakip, lapor)), kunci: 'kunci-lapor' }
    const jawab = [await sakip.kirim(`${lapor}/penyampaian`, isian), await sakip.kirim(`${lapor}/penyampaian`, isian)]
    expect(jawab.map((j) => j.status)).toEqual([303, 303])
    expect(await dokumen('P9')).toEqual([
      {
        jenis: 'DRAFT_LAPORAN',
        judul: 'Draft laporan hasil pengumpulan data kinerja Triwulan II 2026',
        nomor: '000.8.6.3/1/LAP/2026',
      },
    ])
    expect((await uji.status('P10')).status).toBe('BERJALAN')
    expect((await sakip.kirim(lapor, { ...isian, kunci: 'lain', saran: 'Terlambat' })).status).toBe(409)
  })

  it('Sekcam menyetujui, memeriksa nota dinas, lalu menyampaikannya kepada Camat', async () => {
    expect(
      (await sekcam.kirim(`${uji.langkah('P10')}/telaah/persetujuan`, { versi: await versiSiklus(app, uji.siklusId) }))
        .status,
    ).toBe(303)
    const $ = await sekcam.halaman(laporCamat)
    expect($('#isian-saran').val()).toBe('Tambah petugas lapangan')
    expect($('main form .tombol-baris .btn').first().text()).toContain('Sampaikan kepada Camat')
    const isian = await isianLapor(sekcam, laporCamat)
    // not the Camat's yet, and not to be answered yet
    expect(
      (await camat.kirim(`${laporCamat}/disposisi`, { instruksi: 'Arsipkan', versi: isian.versi ?? '' })).status,
    ).toBe(403)
    expect((await camat.kirim(`${laporCamat}/penyampaian`, isian)).status).toBe(403)
    const kirim = { ...isian, nomor: '045/12/2026', kunci: 'kunci-nota' }
    expect((await sekcam.kirim(`${laporCamat}/penyampaian`, kirim)).status).toBe(303)
    expect((await sekcam.kirim(`${laporCamat}/penyampaian`, kirim)).status).toBe(303)
    expect(await dokumen('P11')).toEqual([
      { jenis: 'LAPORAN', judul: 'Laporan hasil pengumpulan data kinerja Triwulan II 2026', nomor: '045/12/2026' },
    ])
    expect((await uji.status('P11')).status).toBe('BERJALAN')
    expect((await sekcam.kirim(laporCamat, await isianBaca())).status).toBe(403)
    expect((await camat.kirim(laporCamat, await isianBaca())).status).toBe(409)
  })
  const isianBaca = async () => ({
    tanggal: '2026-07-06',
    ringkasan: 'Ringkasan yang cukup panjang',
    hambatan: '',
    saran: '',
    versi: await versiLaporan(),
  })
  const versiLaporan = async () =>
    String(
      (
        await app.sql<{ versi: number }>(
          "select r.versi from laporan r join langkah_siklus l on l.id = r.langkah_id where r.siklus_id = $1 and l.kode = 'P11'",
          [uji.siklusId],
        )
      )[0]?.versi,
    )

  it('Camat melihat angka yang penting; jawaban kosong atau rekomendasi tanpa orang → 422, isian tetap', async () => {
    const $ = await camat.halaman(laporCamat)
    expect($('.laporan__angka').text()).toContain('indikator merah')
    expect($('.laporan__merah li').length).toBeGreaterThan(0)
    expect($('input[name=instruksi]').length).toBe(5)
    expect((await camat.kirim(`${laporCamat}/disposisi`, { versi: await versiLaporan() })).status).toBe(422)
    const tolak = await camat.kirim(`${laporCamat}/disposisi`, {
      versi: await versiLaporan(),
      instruksi: 'Arsipkan',
      catatan: 'Bagus',
      'rekomendasi.2.uraian': 'Perbaiki data IKK',
      'rekomendasi.2.tenggat': '2026-01-01',
    })
    expect(tolak.status).toBe(422)
    for (const teks of ['Perbaiki data IKK', 'Bagus', 'Pilih penanggung jawabnya', 'Tanggal ini sudah lewat'])
      expect(tolak.text).toContain(teks)
    const luar = await camat.kirim(`${laporCamat}/disposisi`, {
      versi: await versiLaporan(),
      'rekomendasi.0.uraian': 'Perbaiki data IKK',
      'rekomendasi.0.pegawaiId': uji.siklusId,
    })
    expect(luar.status).toBe(422)
  })

  it.each(['sekcam', 'sakip1', 'kasi.pmd', 'pengamat'])('%s tidak dapat menjawab sebagai Camat', async (nama) => {
    const orang = await app.masukSebagai(nama)
    expect((await orang.halaman(laporCamat))('form[action$="/disposisi"]').length).toBe(0)
    expect(
      (await orang.kirim(`${laporCamat}/disposisi`, { versi: await versiLaporan(), instruksi: 'Arsipkan' })).status,
    ).toBe(403)
  })

  it('Camat menjawab dua kali bersamaan: satu 303, satu 409; rekomendasi menjadi tindak lanjut, disposisi terbit', async () => {
    const [kasi] = await app.sql<{ pegawai_id: string }>("select pegawai_id from akun where nama_pengguna = 'kasi.pmd'")
    const isian = {
      versi: await versiLaporan(),
      instruksi: ['Setuju, jadikan bahan Laporan Kinerja', 'Arsipkan'],
      instruksiLain: 'Undang Bappeda',
      catatan: 'Terima kasih',
      'rekomendasi.0.uraian': 'Lengkapi data pemberdayaan',
      'rekomendasi.0.pegawaiId': kasi?.pegawai_id ?? '',
      'rekomendasi.0.tenggat': '2026-07-31',
    }
    const kedua = await app.masukSebagai('camat')
    const jawab = await Promise.all([
      camat.kirim(`${laporCamat}/disposisi`, isian),
      kedua.kirim(`${laporCamat}/disposisi`, isian),
    ])
    expect(jawab.map((j) => j.status).sort()).toEqual([303, 409])
    const tindak = await app.sql<{ sumber: string; uraian: string; penanggung_jawab: string; tenggat: string }>(
      'select sumber, uraian, penanggung_jawab, tenggat::text from tindak_lanjut where siklus_id = $1',
      [uji.siklusId],
    )
    expect(tindak).toEqual([
      {
        sumber: 'CAMAT',
        uraian: 'Lengkapi data pemberdayaan',
        penanggung_jawab: expect.stringContaining('Kepala Seksi Pemberdayaan'),
        tenggat: '2026-07-31',
      },
    ])
    expect((await dokumen('P11')).map((d) => d.jenis)).toEqual(['LAPORAN', 'DISPOSISI_CAMAT'])
    expect((await uji.status('P12')).status).toBe('BERJALAN')
    const $ = await (await app.masukSebagai('pengamat')).halaman(laporCamat)
    expect($('main').text()).toContain('Undang Bappeda')
    expect($('main').text()).toContain('31 Juli 2026')
    expect($('main form').length).toBe(0)
  })
})
