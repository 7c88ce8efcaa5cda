import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ambilTugasSaya } from '../../../src/modul/tugas-saya/index.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { perintahkan } from '../../bantuan/jalan-siklus.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'

let app: AplikasiUji
let id: string
beforeAll(async () => {
  app = await bukaAplikasiUji()
  id = await mulaiSiklusUji(app)
})
afterAll(() => app.tutup())

const ORANG = [
  'camat',
  'sekcam',
  'sakip1',
  'sakip2',
  'kasi.pemerintahan',
  'staf.pemerintahan',
  'kasi.trantib',
  'staf.trantib',
  'kasubbag.program',
  'pengamat',
  'camat.candipuro',
] as const
const tugas = (nama: string) => app.sebagai(nama, (p) => ambilTugasSaya(app.db, p))
/** Who sees what: { nama: [titles] }, those who see nothing left out. */
async function semuaTugas(): Promise<Record<string, string[]>> {
  const hasil: Record<string, string[]> = {}
  for (const nama of ORANG) {
    const judul = (await tugas(nama)).map((t) => t.judul)
    if (judul.length > 0) hasil[nama] = judul
  }
  return hasil
}
const tim = (judul: string) => ({ sakip1: [judul], sakip2: [judul] })

describe('siapa melihat tugas apa pada setiap langkah', () => {
  it.each([
    ['P1', { camat: ['1. Terbitkan disposisi'] }],
    ['P2', { sekcam: ['2. Selenggarakan rapat'] }],
    ['P3', tim('3. Susun program kerja')],
    ['P4', tim('4. Kumpulkan dokumen')],
    ['P5', tim('5. Siapkan formulir')],
    ['P6', tim('6. Bagikan formulir')],
    [
      'P7',
      {
        'kasi.pemerintahan': ['7. Isi dan serahkan formulir Seksi Pemerintahan'],
        'staf.pemerintahan': ['7. Isi formulir Seksi Pemerintahan'],
        'kasi.trantib': ['7. Isi dan serahkan formulir Seksi Ketenteraman dan Ketertiban Umum'],
        'staf.trantib': ['7. Isi formulir Seksi Ketenteraman dan Ketertiban Umum'],
        'kasubbag.program': ['7. Isi dan serahkan formulir Subbagian Program dan Keuangan'],
      },
    ],
    ['P8', tim('8. Rekap data capaian kinerja')],
    ['P9', tim('9. Laporkan rekap')],
    ['P10', { sekcam: ['10. Telaah rekap dan putuskan'] }],
    ['P11', { sekcam: ['11. Laporkan kepada Camat'] }],
  ])('%s', async (kode, harap) => {
    await sampaiLangkah(app, id, kode)
    expect(await semuaTugas()).toEqual(harap)
  })

  it('P11 sudah disampaikan: bola di tangan Camat', async () => {
    expect(
      await perintahkan(app, await app.pelaku('sekcam'), { siklusId: id, isi: { jenis: 'TERUSKAN', langkah: 'P11' } }),
    ).toBeNull()
    expect(await semuaTugas()).toEqual({ camat: ['11. Jawab laporan dengan disposisi'] })
  })

  it('P12, lalu disegel: tidak ada lagi', async () => {
    await sampaiLangkah(app, id, 'P12')
    expect(await semuaTugas()).toEqual(tim('12. Segel arsip'))
  })
})

describe('distribusi dan pengisian per unit', () => {
  let kedua: string
  const formulir = async (kode: string) =>
    (
      await app.sql<{ id: string; versi: number }>(
        'select f.id, f.versi from formulir f join unit_kerja u on u.id = f.unit_id where f.siklus_id = $1 and u.kode = $2',
        [kedua, kode],
      )
    )[0]

  it('setelah dibagikan unit diminta menyatakan menerima; Tim melihat siapa yang belum', async () => {
    await app.sql("update siklus set status = 'DIBATALKAN' where id = $1", [id])
    kedua = await mulaiSiklusUji(app, { periode: { jenis: 'TRIWULAN', tahun: 2026, nomor: 1 } })
    await sampaiLangkah(app, kedua, 'P6')
    const sakip = await app.masukSebagai('sakip1')
    expect((await sakip.kirim(`/siklus/${kedua}/langkah/P6/distribusi/pembagian`)).status).toBe(303)
    const kini = await semuaTugas()
    expect(kini['kasi.pemerintahan']).toEqual(['6. Terima formulir Seksi Pemerintahan'])
    expect(kini['staf.trantib']).toEqual(['6. Terima formulir Seksi Ketenteraman dan Ketertiban Umum'])
    expect((await tugas('sakip1'))[0]).toMatchObject({
      judul: '6. Bagikan formulir',
      status: { teks: 'Menunggu 7 unit' },
    })
    const f = await formulir('seksi-pemerintahan')
    const kasi = await app.masukSebagai('kasi.pemerintahan')
    expect((await kasi.kirim(`/formulir/${f?.id}/penerimaan`, { versi: String(f?.versi) })).status).toBe(303)
    expect((await tugas('kasi.pemerintahan')).length).toBe(0)
    const [t] = await tugas('sakip1')
    expect(t?.status.teks).toBe('Menunggu 6 unit')
    expect(t?.mengapa).not.toContain('Seksi Pemerintahan,')
  })

  it('dikembalikan paling atas, lalu yang terlambat, lalu menurut tenggat', async () => {
    await sampaiLangkah(app, kedua, 'P8')
    const lain = await Promise.all(
      [1, 2, 3].map((nomor) => mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor } })),
    )
    await app.sql("update siklus set tenggat = '2026-07-20' where id = $1", [lain[0]])
    await app.sql("update siklus set tenggat = '2026-07-01' where id = $1", [lain[1]])
    for (const s of lain) await sampaiLangkah(app, s, 'P3')
    const unit = (
      await app.sql<{ kunci: string }>(
        "select b.kunci from bagian_langkah b join unit_kerja u on u.id = b.unit_id where b.siklus_id = $1 and u.kode = 'seksi-pemerintahan'",
        [kedua],
      )
    )[0]
    const sakip = await app.pelaku('sakip1')
    await perintahkan(app, sakip, {
      siklusId: kedua,
      isi: {
        jenis: 'KEMBALIKAN_BAGIAN',
        langkah: 'P8',
        tujuan: 'P7',
        cakupan: { jenis: 'BAGIAN', kunci: [unit?.kunci ?? ''] },
        alasan: 'Lengkapi bukti dukungnya.',
      },
    })
    const [kembali] = await tugas('kasi.pemerintahan')
    expect(kembali).toMatchObject({ status: { kode: 'DIKEMBALIKAN' }, mengapa: 'Alasan: Lengkapi bukti dukungnya.' })
    expect(kembali?.dari).toContain('Koordinator Tim SAKIP')
    await sampaiLangkah(app, kedua, 'P10')
    await perintahkan(app, await app.pelaku('sekcam'), {
      siklusId: kedua,
      isi: {
        jenis: 'PUTUSKAN',
        langkah: 'P10',
        keputusan: 'tidak',
        tujuan: 'P8',
        cakupan: { jenis: 'SEMUA' },
        alasan: 'Perbaiki ringkasannya.',
      },
    })
    const urut = await tugas('sakip1')
    expect(urut.map((t) => [t.status.kode, t.tenggat?.kode ?? null, t.urutTenggat])).toEqual([
      ['DIKEMBALIKAN', null, null],
      ['MENUNGGU', 'TERLAMBAT', '2026-07-01'],
      ['MENUNGGU', null, '2026-07-20'],
      ['MENUNGGU', null, null],
    ])
    const $ = await (await app.masukSebagai('sakip1')).halaman('/')
    expect($('.hitungan').text().replace(/\s+/g, ' ')).toContain('4 menunggu Anda 1 dikembalikan 1 terlambat')
    expect($('.tugas__butir').first().text()).toContain('Dikembalikan')
  })
})

describe('beranda', () => {
  it('admin: tidak ada tugas SOP dan tidak ada data siklus', async () => {
    const $ = await (await app.masukSebagai('admin')).halaman('/')
    expect($('.tugas__butir').length).toBe(0)
    expect($('main a[href^="/siklus/"]').length).toBe(0)
    expect($('main').text()).toContain('Tidak ada tugas SOP untuk admin.')
  })
  it('yang tidak ditunggu melihat apa yang berjalan dan siapa memegang bola', async () => {
    const $ = await (await app.masukSebagai('kasi.kesos')).halaman('/')
    expect($('main').text()).toContain('Tidak ada yang menunggu Anda sekarang.')
    expect($('main').text()).toContain('Yang sedang berjalan')
    expect($('main').text()).toContain('Tim SAKIP (langkah 3)')
  })
  it('kecamatan lain melihat kosong, dengan apa yang terjadi berikutnya', async () => {
    const $ = await (await app.masukSebagai('camat.candipuro')).halaman('/')
    expect($('main').text()).toContain('Belum ada yang menunggu Anda.')
    expect($('main').text()).not.toContain('Triwulan')
  })
})
