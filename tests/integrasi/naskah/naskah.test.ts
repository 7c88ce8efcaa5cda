import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { rapikan } from '../../bantuan/peramban-polos.ts'
import { mulaiSiklusUji } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'

const PDF = Buffer.from('%PDF-1.4\npindaian\n%%EOF\n')
let app: AplikasiUji
let sari: OrangUji // Tim SAKIP
let budi: OrangUji // Sekcam
let ratna: OrangUji // Camat
let siklusId: string
let bulan = 0
beforeAll(async () => {
  app = await bukaAplikasiUji()
  await pasangSopKecil(app, 'uji-naskah', [
    { kode: 'B', jenis: 'susun-dokumen', pelaksana: 'TIM_SAKIP' },
    { kode: 'C', jenis: 'tanda-tangan', pelaksana: ['SEKCAM', 'CAMAT'], cara: 'SEMUA', keputusan: { tidak: 'B' } },
    { kode: 'D', jenis: 'kirim', pelaksana: 'TIM_SAKIP' },
    { kode: 'E', jenis: 'tanda-tangan', pelaksana: ['SEKCAM', 'CAMAT'], cara: 'SALAH_SATU' },
    { kode: 'F' },
  ])
  sari = await app.masukSebagai('sakip1')
  budi = await app.masukSebagai('sekcam')
  ratna = await app.masukSebagai('camat')
})
afterAll(() => app.tutup())
beforeEach(async () => {
  bulan += 1
  siklusId = await mulaiSiklusUji(app, { sop: 'uji-naskah', periode: { jenis: 'BULAN', tahun: 2026, nomor: bulan } })
})

const JENIS: Record<string, string> = { B: 'susun-dokumen', C: 'tanda-tangan', D: 'kirim', E: 'tanda-tangan' }
const alamat = (kode: string) => `/siklus/${siklusId}/langkah/${kode}/${JENIS[kode]}`
const status = async (kode: string) =>
  (await app.sql('select status from langkah_siklus where siklus_id = $1 and kode = $2', [siklusId, kode]))[0]?.status
const dokumen = (jenis: string) =>
  app.sql<{ nomor: string; teks: string }>(
    'select nomor, model::text as teks from dokumen where siklus_id = $1 and jenis = $2 order by dibuat_pada',
    [siklusId, jenis],
  )
const isi = async (orang: OrangUji, kode: string, nama: string) =>
  String((await orang.halaman(alamat(kode)))(`main [name="${nama}"]`).first().val() ?? '')

async function susun(ganti: Record<string, string> = {}) {
  const $ = await sari.halaman(alamat('B'))
  const v = (nama: string) => String($(`[name=${nama}]`).val() ?? '')
  const lembar = Object.fromEntries(
    ['versi', 'judul', 'nomor', 'tanggal', 'pendahuluan', 'penutup'].map((n) => [n, v(n)]),
  )
  return sari.kirim(`${alamat('B')}/penyelesaian`, { ...lembar, ...ganti })
}
const tandaTangani = async (orang: OrangUji, kode = 'C') =>
  orang.kirim(alamat(kode), { sidik: await isi(orang, kode, 'sidik'), setuju: 'ya' })
const pegawai = async (nama: string) => (await app.pelaku(nama)).pegawaiId
async function sampaiKirim(): Promise<void> {
  await susun()
  await tandaTangani(budi)
  await tandaTangani(ratna)
}

describe('susun dokumen', () => {
  it('pendahuluan dan penutup diusulkan; selesai menyimpan dokumen dengan blok tanda tangan yang masih kosong', async () => {
    expect(await isi(sari, 'B', 'pendahuluan')).toContain('Dokumen ini memuat data capaian kinerja')
    expect((await susun({ judul: 'Data Capaian', nomor: '7/DK/2026' })).status).toBe(303)
    const [d] = await dokumen('NASKAH')
    expect(d?.nomor).toBe('7/DK/2026')
    expect(d?.teks).not.toContain('ditandatangani')
    expect(await status('C')).toBe('BERJALAN')
  })

  it('yang kurang disebut di bidangnya, isian tetap ada', async () => {
    const jawab = await susun({ judul: '', pendahuluan: 'singkat', tanggal: '2026-12-31' })
    expect(jawab.status).toBe(422)
    for (const satu of [
      'Tulis judul dokumennya.',
      'paling sedikit 20 huruf',
      'tidak boleh sesudah hari ini',
      'singkat',
    ])
      expect(jawab.text).toContain(satu)
  })

  it('bukan pelaksana 403, kantor lain 404, halaman usang 409, sesudah selesai 409', async () => {
    expect((await budi.kirim(alamat('B'), { versi: '1' })).status).toBe(403)
    expect((await budi.buka(`${alamat('B')}/pratinjau`)).status).toBe(403)
    expect((await (await app.masukSebagai('camat.muarapapalik')).buka(alamat('B'))).status).toBe(404)
    expect((await susun({ versi: '99' })).status).toBe(409)
    expect((await sari.buka(`${alamat('B')}/pratinjau`)).headers['content-type']).toContain('pdf')
    await susun()
    expect((await sari.kirim(alamat('B'), { versi: '2' })).status).toBe(409)
  })
})

describe('tanda tangan', () => {
  it('menurut urutan SOP: yang kemudian menunggu yang dahulu, dan Tugas Saya tidak menyebutnya', async () => {
    await susun()
    expect((await tandaTangani(ratna)).status).toBe(409)
    expect(rapikan((await ratna.halaman('/'))('.tugas').text())).not.toContain('Tanda tangani dokumen')
    expect((await tandaTangani(budi)).headers.location).toContain('dokumen-ditandatangani')
    expect(await dokumen('NASKAH_BERTANDA')).toEqual([])
    expect(rapikan((await ratna.halaman('/'))('.tugas').text())).toContain('Tanda tangani dokumen')
    expect((await tandaTangani(ratna)).headers.location).toContain('dokumen-lengkap-ditandatangani')
    const [d] = await dokumen('NASKAH_BERTANDA')
    expect(d?.teks.match(/ditandatangani secara elektronik di Takar/g)).toHaveLength(2)
    expect(d?.teks).toContain('bukan tanda tangan elektronik tersertifikasi')
  })

  it('bukan penandatangan 403; tanpa centang 422; dokumen yang sudah lain 409; dua kali tekan satu tanda tangan', async () => {
    await susun()
    expect((await sari.kirim(alamat('C'), { sidik: '', setuju: 'ya' })).status).toBe(403)
    const sidik = await isi(budi, 'C', 'sidik')
    expect((await budi.kirim(alamat('C'), { sidik })).status).toBe(422)
    expect((await budi.kirim(alamat('C'), { sidik: 'a'.repeat(64), setuju: 'ya' })).status).toBe(409)
    const sama = { sidik, setuju: 'ya', kunci: crypto.randomUUID() }
    await Promise.all([budi.kirim(alamat('C'), sama), budi.kirim(alamat('C'), sama)])
    const tanda = await app.sql<{ sha256: string }>('select sha256 from tanda_tangan where siklus_id = $1', [siklusId])
    expect(tanda).toEqual([{ sha256: sidik }])
  })

  it('menolak: perlu alasan, kembali ke penyusun, tanda tangan putaran lama tidak berlaku lagi', async () => {
    await susun()
    await tandaTangani(budi)
    const tolak = async (alasan: string, tujuan = 'B') =>
      ratna.kirim(`${alamat('C')}/penolakan`, { sidik: await isi(ratna, 'C', 'sidik'), tujuan, alasan })
    expect((await tolak('pendek')).status).toBe(422)
    expect((await tolak('Angka seksi belum benar.', 'F')).status).toBe(422)
    expect((await tolak('Angka seksi belum benar.')).headers.location).toContain('tanda-tangan-ditolak')
    expect(await status('B')).toBe('BERJALAN')
    expect(rapikan((await sari.halaman(alamat('B')))('main').text())).toContain('Angka seksi belum benar.')
    await susun()
    expect((await tandaTangani(ratna)).status, 'Sekcam harus menandatangani lagi lebih dahulu').toBe(409)
    await tandaTangani(budi)
    await tandaTangani(ratna)
    expect(await dokumen('NASKAH_BERTANDA')).toHaveLength(1)
  })

  it('dari kertas: oleh penyusun untuk semua, dengan pindaian dan penandatangan yang benar', async () => {
    await susun()
    const semua = `SEKCAM|${await pegawai('sekcam')}\nCAMAT|${await pegawai('camat')}`.split('\n')
    const sidik = await isi(sari, 'C', 'sidik')
    const dasar = { sidik, hasil: 'SETUJU', tanggal: '2026-07-06' }
    const kirim = (orang: OrangUji, ganti: Record<string, string>, pindaian = true) =>
      orang.unggah(
        `${alamat('C')}/kertas`,
        { ...dasar, ...ganti },
        pindaian ? { berkas: { nama: 'ttd.pdf', isi: PDF } } : {},
      )
    const kasi = await app.masukSebagai('kasi.pemerintahan')
    expect((await kirim(kasi, { penandatangan: semua[0] ?? '' })).status).toBe(403)
    expect((await kirim(sari, { penandatangan: semua[0] ?? '' }, false)).text).toContain('Unggah pindaian')
    expect((await kirim(sari, { penandatangan: semua[1] ?? '' })).status, 'Camat tidak mendahului').toBe(422)
    expect((await kirim(sari, { penandatangan: semua[0] ?? '', tanggal: '2026-12-31' })).status).toBe(422)
    expect((await kirim(sari, { penandatangan: semua[0] ?? '' })).status).toBe(303)
    expect((await kirim(ratna, { penandatangan: semua[1] ?? '' })).status).toBe(303)
    const [d] = await dokumen('NASKAH_BERTANDA')
    expect(d?.teks.match(/ditandatangani di atas kertas/g)).toHaveLength(2)
    const tanda = await app.sql<{ kolom: string; dicatat: boolean }>(
      "select kolom, dicatat_oleh <> '' as dicatat from tanda_tangan where siklus_id = $1 order by waktu",
      [siklusId],
    )
    expect(tanda).toEqual([
      { kolom: 'SEKCAM', dicatat: true },
      { kolom: 'CAMAT', dicatat: false },
    ])
  })

  it('cukup salah satu, tanpa jalan kembali: satu tanda tangan menyelesaikan, menolak tidak mungkin', async () => {
    await sampaiKirim()
    await kirimSurat()
    expect((await ratna.kirim(`${alamat('E')}/penolakan`, { alasan: 'Tidak setuju sama sekali.' })).status).toBe(422)
    expect(rapikan((await ratna.halaman(alamat('E')))('main').text())).toContain(
      'tidak menyebut ke mana dokumen kembali',
    )
    expect((await tandaTangani(ratna, 'E')).status).toBe(303)
    expect(await status('E')).toBe('SELESAI')
    expect((await tandaTangani(budi, 'E')).status).toBe(409)
  })
})

async function lembarSurat(ganti: Record<string, string> = {}) {
  const $ = await sari.halaman(alamat('D'))
  const v = (nama: string) => String($(`main [name="${nama}"]`).val() ?? '')
  const penandatangan = $('select[name=penandatanganId] option').eq(1).attr('value') ?? ''
  return {
    versi: v('versi'),
    nomor: v('nomor'),
    tanggal: v('tanggal') || '2026-07-06',
    kepada: v('kepada'),
    'butir.0.naskah': v('butir.0.naskah'),
    'butir.0.banyaknya': v('butir.0.banyaknya'),
    penandatanganId: v('penandatanganId') || penandatangan,
    ...ganti,
  }
}
async function kirimSurat(ganti: Record<string, string> = {}) {
  const bukti = { cara: 'DIANTAR', dikirimTanggal: '2026-07-06', penerima: 'Sari' }
  return sari.kirim(`${alamat('D')}/penyelesaian`, await lembarSurat({ ...bukti, ...ganti }))
}

describe('kirim', () => {
  it('nomor diberikan sekali; selesai menyimpan surat pengantar dalam bentuk naskah dinas', async () => {
    await sampaiKirim()
    expect((await sari.kirim(`${alamat('D')}/nomor`, await lembarSurat())).headers.location).toContain('surat-dinomori')
    const nomor = await isi(sari, 'D', 'nomor')
    expect(nomor).toMatch(/\/SP\/2026$/)
    expect((await sari.buka(`${alamat('D')}/pratinjau`)).headers['content-type']).toContain('pdf')
    expect((await kirimSurat()).status).toBe(303)
    const [d] = await dokumen('SURAT_PENGANTAR')
    expect(d?.nomor).toBe(nomor)
    for (const satu of ['SURAT PENGANTAR', 'Naskah Dinas yang Dikirimkan', 'Banyaknya', 'Penerima,', 'Pengirim,'])
      expect(d?.teks).toContain(satu)
    expect(rapikan((await budi.halaman(alamat('D')))('main').text())).toContain('Diantar langsung')
  })

  it('bukan pelaksana 403, belum terbuka 409, halaman usang 409, tanpa bukti 422 dengan isian tetap ada', async () => {
    expect((await sari.kirim(`${alamat('D')}/nomor`, { versi: '1' })).status).toBe(409)
    await sampaiKirim()
    expect((await ratna.kirim(`${alamat('D')}/penyelesaian`, { versi: '1' })).status).toBe(403)
    expect((await kirimSurat({ versi: '99' })).status).toBe(409)
    const kurang = await kirimSurat({ penerima: '', kepada: 'Kepala Bagian Organisasi' })
    expect(kurang.status).toBe(422)
    for (const satu of ['Tulis siapa yang menerima surat itu.', 'Kepala Bagian Organisasi'])
      expect(kurang.text).toContain(satu)
    expect((await kirimSurat({ penandatanganId: await pegawai('kasi.pemerintahan') })).status).toBe(422)
    expect(await status('D')).toBe('BERJALAN')
  })

  it('nomor dari buku register dipakai apa adanya', async () => {
    await sampaiKirim()
    await kirimSurat({ nomor: '045/12/Umum' })
    expect((await dokumen('SURAT_PENGANTAR'))[0]?.nomor).toBe('045/12/Umum')
  })
})
