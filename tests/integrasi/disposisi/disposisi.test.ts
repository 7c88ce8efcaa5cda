import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji } from '../../bantuan/siklus.ts'

let app: AplikasiUji
let ratna: OrangUji // Camat
let sari: OrangUji // Tim SAKIP
let siklusId: string
let alamat: string
let bulan = 0
let idSekcam: string

const isi = (lain: Record<string, string | string[]> = {}) => ({
  asal: 'SURAT',
  suratDari: 'Inspektorat Kabupaten Pemalang',
  nomorSurat: '700/12/2026',
  tanggalSurat: '2026-07-01',
  diterimaTanggal: '2026-07-02',
  nomorAgenda: '45',
  sifat: 'SEGERA',
  hal: 'Pengumpulan data kinerja',
  diteruskanKepada: idSekcam,
  instruksi: ['Tanggapan dan saran', 'Proses lebih lanjut'],
  instruksiLain: 'Laporkan setiap Jumat',
  catatan: 'Segera',
  tenggat: '2026-07-20',
  versi: '1',
  ...lain,
})
const baris = async () => (await app.sql('select * from disposisi where siklus_id = $1', [siklusId]))[0] ?? {}

beforeAll(async () => {
  app = await bukaAplikasiUji()
  ratna = await app.masukSebagai('camat')
  sari = await app.masukSebagai('sakip1')
  idSekcam =
    (
      await app.sql<{ id: string }>(
        "select j.id from jabatan j join kecamatan k on k.id = j.kecamatan_id where j.kode = 'sekcam' and k.kode = 'taman'",
      )
    )[0]?.id ?? ''
})
afterAll(() => app.tutup())
beforeEach(async () => {
  bulan += 1
  siklusId = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: bulan } })
  alamat = `/siklus/${siklusId}/langkah/P1/disposisi`
})

describe('langkah disposisi', () => {
  it('Tim SAKIP menyiapkan, Camat menerbitkan: langkah 2 terbuka, tenggat siklus ditetapkan, lembar disposisi tersimpan', async () => {
    const $ = await sari.halaman(alamat)
    expect($(`input[name=diteruskanKepada][value="${idSekcam}"]`).is(':checked')).toBe(true)
    expect($('button[formaction]').length).toBe(0)
    expect((await sari.kirim(alamat, isi())).headers.location).toBe(`${alamat}?pesan=disposisi-disimpan`)
    expect(await baris()).toMatchObject({
      versi: 2,
      surat_dari: 'Inspektorat Kabupaten Pemalang',
      diterbitkan_pada: null,
      disiapkan_oleh: 'Koordinator Tim SAKIP (contoh) (Tim SAKIP)',
    })
    const camat = await ratna.halaman(alamat)
    expect(camat('form[data-jaga] button[formaction]').text()).toContain('Terbitkan disposisi')
    const terbit = await ratna.kirim(`${alamat}/penerbitan`, isi({ versi: '2' }))
    expect(terbit.status).toBe(303)
    const [siklus] = await app.sql('select tenggat::text from siklus where id = $1', [siklusId])
    expect(siklus).toEqual({ tenggat: '2026-07-20' })
    expect((await baris()).diterbitkan_pada).not.toBeNull()
    expect((await baris()).instruksi).toEqual(['Tanggapan dan saran', 'Proses lebih lanjut', 'Laporkan setiap Jumat'])
    const langkah = await app.sql<{ kode: string; status: string }>(
      "select kode, status from langkah_siklus where siklus_id = $1 and kode in ('P1', 'P2') order by kode",
      [siklusId],
    )
    expect(langkah).toEqual([
      { kode: 'P1', status: 'SELESAI' },
      { kode: 'P2', status: 'BERJALAN' },
    ])
    const selesai = await sari.halaman(alamat)
    expect(selesai('form').filter((_, f) => selesai(f).attr('action')?.includes('disposisi') ?? false).length).toBe(0)
    const pdf =
      selesai('a')
        .map((_, a) => selesai(a).attr('href'))
        .get()
        .find((h) => h?.endsWith('/pdf')) ?? ''
    const jawab = await sari.buka(pdf)
    expect(jawab.headers['content-type']).toContain('application/pdf')
  })

  it('Camat menerbitkan sendiri atas prakarsanya tanpa keterangan surat', async () => {
    const jawab = await ratna.kirim(
      `${alamat}/penerbitan`,
      isi({ asal: 'INISIATIF', suratDari: '', nomorSurat: '', tanggalSurat: '', diterimaTanggal: '' }),
    )
    expect(jawab.status).toBe(303)
    expect((await baris()).disiapkan_oleh).toBe('')
  })

  it('Camat menerbitkan tanpa keterangan surat → 422, isian tetap, tidak ada yang tersimpan', async () => {
    const jawab = await ratna.kirim(
      `${alamat}/penerbitan`,
      isi({ suratDari: '', nomorSurat: '', tenggat: '2026-07-01', catatan: 'Jangan <b>ditunda</b>' }),
    )
    expect(jawab.status).toBe(422)
    expect(jawab.text).toContain('Tulis dari siapa surat itu.')
    expect(jawab.text).toContain('Batas waktu sudah lewat')
    expect(jawab.text).toContain('Jangan &lt;b&gt;ditunda&lt;/b&gt;')
    expect(jawab.text).toContain('Laporkan setiap Jumat')
    expect(await baris()).toMatchObject({ versi: 1, diterbitkan_pada: null })
  })

  it('yang bukan haknya → 403: Tim SAKIP dan Sekcam menerbitkan; Kasi, staf, Pengamat, Admin menyimpan', async () => {
    for (const nama of ['sakip1', 'sekcam', 'kasi.pemerintahan'])
      expect((await (await app.masukSebagai(nama)).kirim(`${alamat}/penerbitan`, isi())).status, nama).toBe(403)
    for (const nama of ['kasi.pemerintahan', 'staf.pemerintahan', 'pengamat', 'admin'])
      expect((await (await app.masukSebagai(nama)).kirim(alamat, {})).status, nama).toBe(403)
    expect(await baris()).toMatchObject({ versi: 1 })
    expect((await (await app.masukSebagai('pengamat')).buka(alamat)).status).toBe(200)
    expect((await (await app.masukSebagai('admin')).buka(alamat)).status).toBe(403)
  })

  it('kecamatan lain dan layar jenis lain → 404', async () => {
    const lain = await app.masukSebagai('camat.candipuro')
    expect((await lain.buka(alamat)).status).toBe(404)
    expect((await lain.kirim(`${alamat}/penerbitan`, isi())).status).toBe(404)
    expect((await ratna.buka(`/siklus/${siklusId}/langkah/P2/disposisi`)).status).toBe(404)
    expect((await ratna.kirim(`/siklus/${siklusId}/langkah/P1/tugas/penyelesaian`, { versi: '1' })).status).toBe(404)
  })

  it('dua orang menyimpan dari halaman yang sama: yang kedua 409; setelah terbit tidak dapat diubah', async () => {
    expect((await sari.kirim(alamat, isi())).status).toBe(303)
    expect((await ratna.kirim(alamat, isi({ catatan: 'lain' }))).status).toBe(409)
    expect((await baris()).catatan).toBe('Segera')
    expect((await ratna.kirim(`${alamat}/penerbitan`, isi({ versi: '2' }))).status).toBe(303)
    expect((await sari.kirim(alamat, isi({ versi: '3' }))).status).toBe(409)
    expect((await ratna.kirim(`${alamat}/penerbitan`, isi({ versi: '3' }))).status).toBe(409)
  })

  it('formulir yang sama dikirim dua kali bersamaan dihitung sekali', async () => {
    const kiriman = isi({ kunci: 'kunci-sama' })
    const jawab = await Promise.all([
      ratna.kirim(`${alamat}/penerbitan`, kiriman),
      ratna.kirim(`${alamat}/penerbitan`, kiriman),
    ])
    expect(jawab.map((j) => j.status)).toEqual([303, 303])
    // and once more, when the step is long closed: told that it was received, not refused
    const lagi = await ratna.kirim(`${alamat}/penerbitan`, kiriman)
    expect([lagi.status, lagi.headers.location]).toEqual([303, '/?pesan=sudah-diterima'])
    const [n] = await app.sql(
      "select count(*)::int as n from jejak where siklus_id = $1 and peristiwa = 'disposisi.diterbitkan'",
      [siklusId],
    )
    expect(n).toEqual({ n: 1 })
  })

  it('berkas surat disimpan, dapat dilepas, dan isinya harus sesuai namanya', async () => {
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
    const kirim = { ...isi(), instruksi: 'Proses lebih lanjut' } as Record<string, string>
    expect((await sari.unggah(alamat, kirim, { berkas: { nama: 'surat.pdf', isi: pdf } })).status).toBe(303)
    const $ = await sari.halaman(alamat)
    expect($('.berkas a').text()).toContain('surat.pdf')
    expect(
      (
        await sari.unggah(
          alamat,
          { ...kirim, versi: '2' },
          { berkas: { nama: 'surat.pdf', isi: Buffer.from('bukan pdf') } },
        )
      ).status,
    ).toBe(422)
    const hapus = $('form.tindakan-satu').attr('action') ?? ''
    expect((await (await app.masukSebagai('staf.pemerintahan')).kirim(hapus)).status).toBe(403)
    expect((await sari.kirim(hapus)).status).toBe(303)
    expect((await sari.halaman(alamat))('.berkas a').length).toBe(0)
  })

  it('jejak audit mencatat nilai lama dan baru', async () => {
    await sari.kirim(alamat, isi())
    const [j] = await app.sql<{
      rincian: { lama: Record<string, unknown>; baru: Record<string, unknown> }
      jabatan_pelaku: string
    }>("select rincian, jabatan_pelaku from jejak where siklus_id = $1 and peristiwa = 'disposisi.disimpan'", [
      siklusId,
    ])
    expect(j?.rincian.lama).toMatchObject({ suratDari: '', sifat: 'BIASA' })
    expect(j?.rincian.baru).toMatchObject({ suratDari: 'Inspektorat Kabupaten Pemalang', sifat: 'SEGERA' })
    expect(j?.jabatan_pelaku).toBe('Tim SAKIP')
  })
})
