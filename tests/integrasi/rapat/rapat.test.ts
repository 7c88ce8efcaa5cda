import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'

let app: AplikasiUji
let budi: OrangUji // Sekcam
let sari: OrangUji // Tim SAKIP
let siklusId: string
let alamat: string
let bulan = 0
let dasar: Record<string, string>
let pegawai: Record<string, string>

/** The form as the page shows it, with everybody of the first four marked as present. */
async function bacaFormulir(orang: OrangUji): Promise<Record<string, string>> {
  const $ = await orang.halaman(alamat)
  const isi: Record<string, string> = {}
  $('form[data-jaga]')
    .find('input[name], select[name], textarea[name]')
    .each((_, e) => {
      const nama = $(e).attr('name') ?? ''
      if ($(e).attr('type') === 'checkbox' || nama === 'kunci') return
      isi[nama] = e.tagName === 'textarea' ? $(e).text().replace(/^\n/, '') : String($(e).val() ?? '')
    })
  return isi
}
const lengkap = (lain: Record<string, string> = {}) => ({
  ...dasar,
  tanggal: '2026-07-06',
  waktuMulai: '09:00',
  tempat: 'Aula Kecamatan',
  'peserta.0.kehadiran': 'HADIR',
  'peserta.1.kehadiran': 'HADIR',
  'peserta.2.kehadiran': 'IZIN',
  notulisId: pegawai['peserta.1'] ?? '',
  pembahasan: 'Jadwal pengumpulan data disepakati.',
  'keputusan.0.apa': 'Formulir disiapkan',
  'keputusan.0.pegawaiId': pegawai['peserta.1'] ?? '',
  'keputusan.0.kapan': '2026-07-10',
  ...lain,
})
const rapat = async () => (await app.sql('select * from rapat where siklus_id = $1', [siklusId]))[0] ?? {}

beforeAll(async () => {
  app = await bukaAplikasiUji()
  budi = await app.masukSebagai('sekcam')
  sari = await app.masukSebagai('sakip1')
})
afterAll(() => app.tutup())
beforeEach(async () => {
  bulan += 1
  siklusId = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: bulan } })
  await sampaiLangkah(app, siklusId, 'P2')
  alamat = `/siklus/${siklusId}/langkah/P2/rapat`
  dasar = await bacaFormulir(budi)
  const urut = await app.sql<{ pegawai_id: string }>(
    'select p.pegawai_id from peserta_rapat p join rapat r on r.id = p.rapat_id where r.siklus_id = $1 order by p.urut',
    [siklusId],
  )
  pegawai = Object.fromEntries(urut.map((p, i) => [`peserta.${i}`, p.pegawai_id]))
})

describe('langkah rapat', () => {
  it('peserta diusulkan dari Sekcam, Tim SAKIP, dan kepala unit; pemimpinnya Sekcam', async () => {
    const nama = await app.sql<{ nama: string }>(
      'select p.nama from peserta_rapat p join rapat r on r.id = p.rapat_id where r.siklus_id = $1 order by p.urut',
      [siklusId],
    )
    expect(nama[0]?.nama).toBe('Sekretaris Kecamatan (contoh)')
    expect(nama.length).toBe(11)
    expect(dasar.pemimpinId).toBe(pegawai['peserta.0'])
  })

  it('Sekcam menyelesaikan rapat: notulen bernomor, daftar hadir, undangan; keputusan menjadi tindak lanjut', async () => {
    expect((await sari.kirim(alamat, lengkap())).status).toBe(303)
    expect((await budi.kirim(`${alamat}/penyelesaian`, lengkap({ versi: '2' }))).headers.location).toBe(
      `/siklus/${siklusId}?pesan=rapat-selesai`,
    )
    const dokumen = await app.sql<{ jenis: string; nomor: string }>(
      'select jenis, nomor from dokumen where siklus_id = $1 and jenis <> $2 order by jenis',
      [siklusId, 'LEMBAR_DISPOSISI'],
    )
    expect(dokumen.map((d) => d.jenis)).toEqual(['DAFTAR_HADIR', 'NOTULEN', 'UNDANGAN'])
    expect(dokumen[1]?.nomor).toMatch(/^000\.8\.6\.3\/\d+\/NOTULEN\/2026$/)
    const tl = await app.sql(
      'select uraian, sumber, status, tenggat::text, pegawai_id from tindak_lanjut where siklus_id = $1',
      [siklusId],
    )
    expect(tl).toEqual([
      {
        uraian: 'Formulir disiapkan',
        sumber: 'RAPAT',
        status: 'TERBUKA',
        tenggat: '2026-07-10',
        pegawai_id: pegawai['peserta.1'],
      },
    ])
    const $ = await sari.halaman(alamat)
    expect($.text()).toContain('Jadwal pengumpulan data disepakati.')
    expect($('form[data-jaga]').length).toBe(0)
  })

  it('tulisan yang terlalu panjang disebut beserta letaknya', async () => {
    const jawab = await budi.kirim(alamat, { ...dasar, 'keputusan.0.apa': 'x'.repeat(1001) })
    expect(jawab.status).toBe(422)
    expect(jawab.text).toContain('Keputusan 1, apa: Paling banyak 1000 huruf.')
  })

  it('rapat belum lengkap → 422, semua yang kurang disebut, isian dan baris tambahan tetap', async () => {
    const jawab = await budi.kirim(`${alamat}/penyelesaian`, {
      ...dasar,
      'peserta.11.nama': 'Lurah <Taman>',
      'peserta.11.jabatan': 'Lurah',
      'keputusan.0.apa': 'Formulir disiapkan',
    })
    expect(jawab.status).toBe(422)
    for (const kalimat of [
      'Tulis tanggal rapatnya.',
      'Tulis tempat rapatnya.',
      'paling sedikit dua peserta',
      'Pilih notulis.',
      'Tulis pembahasannya.',
      'Keputusan 1: pilih siapa',
      'Lurah &lt;Taman&gt;',
      'Formulir disiapkan',
    ])
      expect(jawab.text).toContain(kalimat)
    expect(await rapat()).toMatchObject({ versi: 1 })
  })

  it('peserta lain ditambah dengan nama, peserta dihapus; pemimpin yang dihapus ditolak', async () => {
    expect(
      (
        await sari.kirim(alamat, {
          ...dasar,
          'peserta.11.nama': 'Kepala Desa Jebed',
          'peserta.11.kehadiran': 'HADIR',
          'peserta.10.hapus': 'ya',
        })
      ).status,
    ).toBe(303)
    const peserta = await app.sql<{ nama: string }>(
      'select p.nama from peserta_rapat p join rapat r on r.id = p.rapat_id where r.siklus_id = $1 order by p.urut',
      [siklusId],
    )
    expect(peserta.length).toBe(11)
    expect(peserta.at(-1)?.nama).toBe('Kepala Desa Jebed')
    const jawab = await sari.kirim(alamat, { ...dasar, versi: '2', 'peserta.0.hapus': 'ya' })
    expect(jawab.status).toBe(422)
    expect(jawab.text).toContain('Pemimpin rapat harus ada di daftar hadir.')
  })

  it('bukan haknya → 403: Tim SAKIP menyelesaikan; Camat, Kasi, staf, Pengamat menyimpan', async () => {
    expect((await sari.kirim(`${alamat}/penyelesaian`, lengkap())).status).toBe(403)
    for (const nama of ['camat', 'kasi.pemerintahan', 'staf.pemerintahan', 'pengamat', 'admin'])
      expect((await (await app.masukSebagai(nama)).kirim(alamat, lengkap())).status, nama).toBe(403)
    expect(await rapat()).toMatchObject({ versi: 1 })
  })

  it('langkah yang belum terbuka → 409; kecamatan lain → 404', async () => {
    bulan += 1
    const baru = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: bulan } })
    expect((await budi.kirim(`/siklus/${baru}/langkah/P2/rapat`, lengkap())).status).toBe(409)
    expect((await budi.kirim(`/siklus/${baru}/langkah/P2/rapat/penyelesaian`, lengkap())).status).toBe(409)
    expect((await budi.buka(`/siklus/${baru}/langkah/P2/rapat`)).text).toContain('Langkah ini belum terbuka.')
    const lain = await app.masukSebagai('sekcam.candipuro')
    for (const jalur of ['', '/undangan', '/daftar-hadir']) expect((await lain.buka(alamat + jalur)).status).toBe(404)
    expect((await lain.kirim(alamat, lengkap())).status).toBe(404)
  })

  it('dua orang menyimpan bersamaan: satu menang, yang lain 409; kiriman ganda dihitung sekali', async () => {
    const dua = await Promise.all([
      sari.kirim(alamat, lengkap({ pembahasan: 'dari Sari' })),
      budi.kirim(alamat, lengkap({ pembahasan: 'dari Budi' })),
    ])
    expect(dua.map((j) => j.status).sort()).toEqual([303, 409])
    const kiriman = lengkap({ versi: '2', kunci: 'k-rapat' })
    const ganda = await Promise.all([
      budi.kirim(`${alamat}/penyelesaian`, kiriman),
      budi.kirim(`${alamat}/penyelesaian`, kiriman),
    ])
    expect(ganda.map((j) => j.status)).toEqual([303, 303])
    const [n] = await app.sql('select count(*)::int as n from tindak_lanjut where siklus_id = $1', [siklusId])
    expect(n).toEqual({ n: 1 })
    expect((await budi.kirim(`${alamat}/penyelesaian`, lengkap({ versi: '3' }))).status).toBe(409)
  })

  it('undangan diberi nomor sekali; undangan dan daftar hadir dapat dicetak sebelum rapat', async () => {
    expect((await sari.kirim(`${alamat}/nomor-undangan`, { versi: '1' })).status).toBe(303)
    expect((await rapat()).nomor_undangan).toMatch(/\/UND\/2026$/)
    expect((await sari.kirim(`${alamat}/nomor-undangan`, { versi: '2' })).status).toBe(409)
    expect((await (await app.masukSebagai('camat')).kirim(`${alamat}/nomor-undangan`, { versi: '2' })).status).toBe(403)
    for (const jalur of ['undangan', 'daftar-hadir']) {
      const jawab = await sari.buka(`${alamat}/${jalur}`)
      expect(jawab.headers['content-type']).toContain('application/pdf')
    }
  })

  it('foto rapat diunggah oleh penyiap saja', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    expect((await sari.unggah(`${alamat}/berkas`, {}, { berkas: { nama: 'foto.png', isi: png } })).status).toBe(303)
    expect((await sari.halaman(alamat))('.berkas').text()).toContain('foto.png')
    expect((await sari.unggah(`${alamat}/berkas`, {}, {})).status).toBe(422)
    const kosong = await sari.unggah(`${alamat}/berkas`, {}, { berkas: { nama: 'foto.png', isi: Buffer.alloc(0) } })
    expect([kosong.status, kosong.text]).toEqual([422, expect.stringContaining('href="#isian-berkas">')])
    expect(kosong.text).toContain('kosong. Periksa berkasnya')
    const kasi = await app.masukSebagai('kasi.pemerintahan')
    expect((await kasi.unggah(`${alamat}/berkas`, {}, { berkas: { nama: 'foto.png', isi: png } })).status).toBe(403)
  })
})
