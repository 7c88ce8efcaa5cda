import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { hitungUlangSemua } from '../../bantuan/hitung-ulang.ts'
import { bandingkanBaris } from '../../bantuan/jalan-siklus.ts'
import { type Halaman, rapikan } from '../../bantuan/peramban-polos.ts'
import { isiDanSerahkan, isiLengkap, KantorPolos, serahkan, type UnitContoh } from '../../bantuan/perjalanan-polos.ts'
import { barisManifest, bukaZip } from '../../bantuan/zip.ts'

/**
 * One whole period of the SOP of Muara Papalik, an office without Tim SAKIP, without JavaScript: all 14 steps to the
 * archive, with one form sent back at the receipt and one signature refused.
 */
const orang = (nama: string) => `${nama}.muarapapalik`
const CAMAT = orang('camat')
const SEKCAM = orang('sekcam')
const KASUBBAG = orang('kasubbag.program')
const STAF = orang('staf.program')
const UNIT: readonly UnitContoh[] = [
  { nama: 'Subbagian Umum dan Kepegawaian', kepala: orang('kasubbag.umum'), staf: orang('kasubbag.umum') },
  { nama: 'Subbagian Program dan Keuangan', kepala: KASUBBAG, staf: STAF },
  { nama: 'Seksi Pemerintahan', kepala: orang('kasi.pemerintahan'), staf: orang('kasi.pemerintahan') },
  { nama: 'Seksi Pemberdayaan Masyarakat dan Desa', kepala: orang('kasi.pmd'), staf: orang('staf.pmd') },
  { nama: 'Seksi Pelayanan Umum', kepala: orang('kasi.pelayanan'), staf: orang('kasi.pelayanan') },
]
const PMD = UNIT[3] as UnitContoh
const PELAYANAN = UNIT[4] as UnitContoh
const PENGISIAN = /^5\. /
const PDF = Buffer.from('%PDF-1.4\npindaian\n%%EOF\n')

let app: AplikasiUji
let k: KantorPolos
let siklus = ''
let arsip: Halaman
beforeAll(async () => {
  app = await bukaAplikasiUji()
  k = new KantorPolos(app.alamat, SANDI_UJI)
})
afterAll(() => app.tutup())

const terbuka = async () =>
  (await app.sql<{ kode: string }>("select kode from langkah_siklus where status = 'BERJALAN'")).map((l) => l.kode)
const dokumen = () =>
  app.sql<{ jenis: string; judul: string; nomor: string; putaran: number; teks: string }>(
    'select jenis, judul, nomor, putaran, model::text as teks from dokumen order by dibuat_pada, judul',
  )
const dokumenJenis = async (jenis: string) => (await dokumen()).filter((d) => d.jenis === jenis)
const teks = ({ $ }: Halaman) => rapikan($('main').text())

/** Filled in the application, signed by its head on paper: the Kasubbag who prepares the forms records it, nobody else. */
async function serahkanDiKertas(unit: UnitContoh): Promise<void> {
  const { alamat } = await isiLengkap(k, unit, PENGISIAN)
  const kertas = `${alamat}/penyerahan-kertas`
  const lain = await app.masukSebagai(PMD.kepala)
  expect((await lain.buka(kertas)).status).toBe(404)
  const kepala = await app.masukSebagai(unit.kepala)
  expect((await kepala.buka(kertas)).text).toContain('dicatat oleh Kasubbag Program &amp; Keuangan atau Staf')
  const kasubbag = await k.orang(KASUBBAG)
  const h = await kasubbag.buka(kertas)
  const penyerah = h.$('select[name=penyerahId] option').last().attr('value') ?? ''
  await kasubbag.tekan(h, 'Catat penyerahan', {
    isian: { penyerahId: penyerah },
    berkas: { berkas: { nama: 'formulir bertanda tangan.pdf', isi: PDF } },
  })
}

describe('satu periode penuh di kantor tanpa Tim SAKIP', () => {
  it('langkah 1: Camat memulai dan memerintahkan Kasubbag; penerima dan isinya sudah diusulkan dari SOP', async () => {
    const camat = await k.orang(CAMAT)
    const baru = await camat.tekan(await camat.ikuti(await camat.buka('/'), 'Mulai siklus'), 'Mulai siklus', {
      isian: { periode: 'TRIWULAN-2', tahun: '2026' },
    })
    siklus = baru.alamat
    const { h } = await k.kerjakan(CAMAT, /^1\. Beri instruksi/)
    expect(teks(h)).toContain(
      'Kasubbag Program dan Keuangan Muara Papalik (contoh), Kepala Subbagian Program dan Keuangan',
    )
    expect(teks(h)).toContain('Menyiapkan formulir Pengumpulan Data Capaian Kinerja')
    await camat.tekan(h, 'Terbitkan instruksi', { isian: { tenggat: '2026-07-08' } })
    expect(await terbuka()).toEqual(['M2'])
    const [d] = await dokumenJenis('INSTRUKSI')
    expect(d?.nomor).toBe('100.3.7/1/INS/2026')
    expect(d?.teks).toContain('diterbitkan dalam aplikasi')
    const [tugas] = await k.tugas(KASUBBAG)
    expect(tugas).toBe('2. Siapkan formulir')
    expect(teks(await (await k.orang(KASUBBAG)).buka('/'))).toContain('2 hari lagi')
    expect(await k.tugas(SEKCAM)).toEqual([])
  })

  it('langkah 2–4: Kasubbag menyiapkan dan memerintahkan stafnya, staf membagikan, lima unit menyatakan menerima', async () => {
    const siapkan = await k.kerjakan(KASUBBAG, /^2\. /)
    await siapkan.o.tekan(siapkan.h, 'Formulir siap dibagikan')
    const perintah = await k.kerjakan(KASUBBAG, /^3\. Beri instruksi/)
    expect(perintah.h.$('input[name=kepada]:checked').length).toBe(1)
    await perintah.o.tekan(perintah.h, 'Terbitkan instruksi')
    const bagikan = await k.kerjakan(STAF, /^4\. /)
    await bagikan.o.tekan(bagikan.h, 'Bagikan semua formulir')
    for (const { kepala } of UNIT) {
      const { o, h } = await k.kerjakan(kepala, /^4\. Terima formulir/)
      await o.tekan(h, 'Nyatakan sudah menerima')
    }
    const lengkap = await k.kerjakan(STAF, /^4\. /)
    // who hands out may open every form of the office, by the SOP alone
    expect(lengkap.h.$('tbody a[href^="/formulir/"]').length).toBeGreaterThanOrEqual(UNIT.length)
    await lengkap.o.tekan(lengkap.h, 'Semua sudah menerima, buka pengisian')
    expect(await terbuka()).toEqual(['M5'])
    expect((await dokumenJenis('TANDA_TERIMA'))[0]?.teks).toContain('STAF SUBBAGIAN PROGRAM DAN KEUANGAN')
  })

  it('langkah 5–6: semua unit menyerahkan; staf mengembalikan satu formulir dengan alasan, menerima sisanya', async () => {
    for (const unit of UNIT.slice(0, -1)) await isiDanSerahkan(k, unit, PENGISIAN)
    await serahkanDiKertas(PELAYANAN)
    expect(await terbuka()).toEqual(['M6'])
    const { o, h } = await k.kerjakan(STAF, /^6\. Terima dan periksa formulir/)
    const pmd = h.$('select[name=unitId] option').filter((_, p) => h.$(p).text() === PMD.nama)
    const salah = await o.tekan(h, 'Kembalikan formulir', {
      isian: { unitId: pmd.attr('value') ?? '', alasanKembali: 'pendek' },
      bolehGagal: true,
    })
    expect([salah.status, salah.$('#isian-alasanKembali').val()]).toEqual([422, 'pendek'])
    await o.tekan(salah, 'Kembalikan formulir', { isian: { alasanKembali: 'Lampirkan foto kegiatan desa.' } })
    expect(await terbuka()).toEqual(['M5'])
    expect(await k.tugas(PELAYANAN.kepala)).toEqual(['Ketahui penyerahan formulir Seksi Pelayanan Umum dari kertas'])
    const kembali = await k.kerjakan(PMD.kepala, PENGISIAN)
    expect(teks(kembali.h)).toContain('Lampirkan foto kegiatan desa.')
    await serahkan(k, PMD, PENGISIAN)
    expect(await terbuka()).toEqual(['M6'])
  }, 120_000)

  it('langkah 6: empat diterima Kasubbag, yang terakhir diterima staf; daftarnya menyebut siapa dan kapan', async () => {
    const { o, h } = await k.kerjakan(KASUBBAG, /^6\. /)
    const nilai = h
      .$('input[name=formulir]')
      .map((_, c) => h.$(c).attr('value') ?? '')
      .get()
    expect(nilai.length).toBe(5)
    await o.tekan(h, 'Terima yang dicentang', { isian: { formulir: nilai.slice(0, 4), catatan: 'Kertas di map 3' } })
    expect(await terbuka()).toEqual(['M6'])
    const akhir = await k.kerjakan(STAF, /^6\. /)
    await akhir.o.tekan(akhir.h, 'Terima yang dicentang')
    expect(await terbuka()).toEqual(['M7'])
    const [d] = await dokumenJenis('DAFTAR_PENERIMAAN')
    for (const isi of ['Kertas di map 3', 'penyerahan ke-2', 'Kasubbag Program dan Keuangan Muara Papalik (contoh)'])
      expect(d?.teks).toContain(isi)
  })

  it('langkah 7–11: Kasubbag memerintahkan, staf merekap dan melapor, Kasubbag melapor, Sekretaris menyetujui', async () => {
    const perintah = await k.kerjakan(KASUBBAG, /^7\. /)
    await perintah.o.tekan(perintah.h, 'Terbitkan instruksi')
    const rekap = await k.kerjakan(STAF, /^8\. /)
    expect(rekap.h.$('section.unit-rekap').length).toBe(UNIT.length)
    await rekap.o.tekan(rekap.h, 'Bekukan rekap versi 1', { isian: { catatan: 'Lengkap.' } })
    const lapor = await k.kerjakan(STAF, /^9\. /)
    await lapor.o.tekan(lapor.h, 'Laporkan kepada Kasubbag Program & Keuangan', {
      isian: { saran: 'Tambah pendampingan desa.' },
    })
    const naik = await k.kerjakan(KASUBBAG, /^10\. /)
    expect(naik.h.$('textarea[name=saran]').val()).toBe('Tambah pendampingan desa.')
    await naik.o.tekan(naik.h, 'Laporkan kepada Sekretaris Kecamatan')
    const telaah = await k.kerjakan(SEKCAM, /^11\. /)
    await telaah.o.tekan(telaah.h, 'Setujui rekap')
    expect(await terbuka()).toEqual(['M12'])
    // the staff of the SOP take the workbook home, staff of another unit do not
    const buku = await (await k.orang(STAF)).unduh(`/rekap/${siklus.split('/').pop()}/excel?versi=1`)
    expect(buku.status).toBe(200)
    expect((await (await k.orang(orang('staf.pmd'))).unduh(`/rekap/${siklus.split('/').pop()}`)).status).toBe(403)
  })

  it('langkah 12: Kasubbag menyusun dokumen dari rekap dan mengajukannya untuk ditandatangani', async () => {
    const { o, h } = await k.kerjakan(KASUBBAG, /^12\. Susun dokumen/)
    expect(h.$('#isian-pendahuluan').val()).toContain('disetujui Sekretaris Kecamatan pada 6 Juli 2026')
    const pratinjau = await o.unduh(`${h.alamat.split('?')[0]}/pratinjau`)
    expect([pratinjau.status, pratinjau.jenis]).toEqual([200, 'application/pdf'])
    await o.tekan(h, 'Ajukan untuk ditandatangani Sekretaris Kecamatan dan Camat', {
      isian: { nomor: '100/01/DK/2026' },
    })
    expect(await terbuka()).toEqual(['M13'])
    expect(await k.tugas(CAMAT)).toEqual([])
  })

  it('langkah 13: Sekretaris menandatangani, Camat menolak dengan alasan; dokumen kembali ke langkah 12', async () => {
    const sekcam = await k.kerjakan(SEKCAM, /^13\. Tanda tangani dokumen/)
    const lupa = await sekcam.o.tekan(sekcam.h, 'Tanda tangani', { bolehGagal: true })
    expect([lupa.status, teks(lupa)]).toEqual([422, expect.stringContaining('Centang bahwa Anda sudah membaca')])
    await sekcam.o.tekan(lupa, 'Tanda tangani', { isian: { setuju: 'ya' } })
    expect(await terbuka()).toEqual(['M13'])
    expect(await k.tugas(SEKCAM)).toEqual([])
    const camat = await k.kerjakan(CAMAT, /^13\. Tanda tangani dokumen/)
    await camat.o.tekan(camat.h, 'Tolak dan kembalikan', { isian: { alasan: 'Tambahkan arahan tindak lanjut.' } })
    expect(await terbuka()).toEqual(['M12'])
    expect(await dokumenJenis('NASKAH_BERTANDA')).toEqual([])
    const { h } = await k.kerjakan(KASUBBAG, /^12\. /)
    expect(teks(h)).toContain('Tambahkan arahan tindak lanjut.')
  })

  it('langkah 12–13 lagi: Sekretaris menandatangani di Takar, Camat di atas kertas yang dipindai Kasubbag', async () => {
    const susun = await k.kerjakan(KASUBBAG, /^12\. /)
    const isi = `${susun.h.$('#isian-penutup').val()}\nArahan: tindak lanjuti indikator yang belum tercapai.`
    await susun.o.tekan(susun.h, /^Ajukan untuk ditandatangani/, { isian: { penutup: isi } })
    const sekcam = await k.kerjakan(SEKCAM, /^13\. /)
    expect(teks(sekcam.h)).toContain('Pernah ditolak')
    await sekcam.o.tekan(sekcam.h, 'Tanda tangani', { isian: { setuju: 'ya' } })
    const kasubbag = await k.orang(KASUBBAG)
    const halaman = await kasubbag.buka(`${siklus}/langkah/M13/tanda-tangan`)
    const tanpa = await kasubbag.tekan(halaman, 'Catat dari kertas', { bolehGagal: true })
    expect([tanpa.status, teks(tanpa)]).toEqual([422, expect.stringContaining('Unggah pindaian')])
    await kasubbag.tekan(tanpa, 'Catat dari kertas', { berkas: { berkas: { nama: 'bertanda.pdf', isi: PDF } } })
    expect(await terbuka()).toEqual(['M14'])
    const naskah = await dokumenJenis('NASKAH')
    const [bertanda] = await dokumenJenis('NASKAH_BERTANDA')
    expect(naskah.map((d) => d.putaran)).toEqual([1, 2])
    for (const satu of [
      'ditandatangani secara elektronik di Takar',
      'ditandatangani di atas kertas',
      'bukan tanda tangan elektronik tersertifikasi',
      'dicatat Kasubbag Program dan Keuangan Muara Papalik (contoh)',
      'Arahan: tindak lanjuti',
    ])
      expect(bertanda?.teks).toContain(satu)
    const [sah] = await app.sql<{ n: number }>(
      "select count(distinct sha256)::int as n from tanda_tangan where putaran = 2 and sikap = 'SETUJU'",
    )
    expect(sah?.n).toBe(1)
  })

  it('langkah 14: surat pengantar kepada Bupati bernomor, dikirim, dan diarsipkan', async () => {
    const { o, h } = await k.kerjakan(KASUBBAG, /^14\. Kirim dokumen/)
    expect(h.$('#isian-kepada').val()).toBe('Bupati Tanjung Jabung Barat')
    expect(h.$('input[name="butir.0.naskah"]').val()).toBe('Dokumen Data Capaian Kinerja Triwulan II 2026')
    const bernomor = await o.tekan(h, 'Beri nomor')
    expect(bernomor.$('#isian-nomor').val()).toBe('100.3.7/1/SP/2026')
    expect((await o.unduh(`${siklus}/langkah/M14/kirim/pratinjau`)).jenis).toBe('application/pdf')
    const kurang = await o.tekan(bernomor, 'Sudah dikirim, selesaikan', {
      bolehGagal: true,
      isian: { cara: 'DIANTAR' },
    })
    expect([kurang.status, teks(kurang)]).toEqual([
      422,
      expect.stringContaining('Tulis siapa yang menerima surat itu.'),
    ])
    await o.tekan(kurang, 'Sudah dikirim, selesaikan', {
      isian: {
        dikirimTanggal: '2026-07-06',
        diterimaTanggal: '2026-07-06',
        penerima: 'Sari',
        jabatanPenerima: 'Staf Bagian Organisasi',
      },
      berkas: { berkas: { nama: 'bukti terima.pdf', isi: PDF } },
    })
    const [surat] = await dokumenJenis('SURAT_PENGANTAR')
    expect(surat?.nomor).toBe('100.3.7/1/SP/2026')
    for (const satu of ['Yth. Bupati Tanjung Jabung Barat', 'SARI', 'diantar langsung'])
      expect(surat?.teks).toContain(satu)
    const segel = await k.kerjakan(KASUBBAG, /^14\. Segel arsip/)
    arsip = await segel.o.tekan(segel.h, 'Segel arsip', { isian: { tempatKertas: 'Lemari Subbag Program' } })
    expect(await terbuka()).toEqual([])
  })

  it('arsip memuat semua dokumen, tanda tangan, surat, penerimaan, dan pindaian; dibuka Kasubbag menurut SOP', async () => {
    const zip = await (await k.orang(KASUBBAG)).unduh(`${arsip.alamat}/unduh`)
    expect(zip.jenis).toBe('application/zip')
    const isi = await bukaZip(zip.isi)
    for (const [sidik, nama] of barisManifest(isi.get('MANIFEST.sha256')?.toString() ?? ''))
      expect(
        createHash('sha256')
          .update(isi.get(nama) ?? '')
          .digest('hex'),
        nama,
      ).toBe(sidik)
    const nama = [...isi.keys()]
    for (const pola of [
      /Instruksi/,
      /Daftar Penerimaan/,
      /ditandatangani/,
      /Surat Pengantar/,
      /bertanda\.pdf/,
      /bukti terima\.pdf/,
    ])
      expect(nama.filter((n) => pola.test(n)).length, String(pola)).toBeGreaterThan(0)
    const data = JSON.parse(isi.get('data/isi.json')?.toString() ?? '{}')
    expect(
      ['instruksi', 'penerimaan_formulir', 'naskah', 'tanda_tangan', 'pengiriman'].map((t) => [t, data[t].length]),
    ).toEqual([
      ['instruksi', 3],
      ['penerimaan_formulir', 5],
      ['naskah', 1],
      ['tanda_tangan', 4],
      ['pengiriman', 1],
    ])
    expect((await (await k.orang(orang('kasi.pmd'))).unduh(`${arsip.alamat}/unduh`)).status).toBe(403)
  })

  it('riwayat menyebut penandatangan kertas dan siapa yang mencatatnya; sesudah disegel tanda tangan ditolak', async () => {
    const { $ } = await (await k.orang(CAMAT)).buka(`${siklus}/riwayat`)
    const riwayat = rapikan($('.riwayat').text())
    for (const satu of [
      'di atas kertas, dicatat Kasubbag',
      'Tambahkan arahan tindak lanjut.',
      'Siklus selesai dan diarsipkan.',
    ])
      expect(riwayat).toContain(satu)
    await expect(app.sql('update tanda_tangan set nama = nama')).rejects.toMatchObject({ code: 'TK001' })
    expect(await bandingkanBaris(app, siklus.split('/').at(-1) ?? '', CAMAT)).toEqual([])
  })

  it('setiap hasil yang tersimpan terhitung ulang sama, huruf demi huruf', async () => {
    const { jumlah, beda } = await hitungUlangSemua(app)
    expect(beda).toEqual([])
    expect(jumlah).toBeGreaterThan(0)
  })
})
