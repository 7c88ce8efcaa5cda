import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { teksPdf } from '../../bantuan/baca-pdf.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { bandingkanBaris } from '../../bantuan/jalan-siklus.ts'
import { type Halaman, type PerambanPolos, rapikan } from '../../bantuan/peramban-polos.ts'
import { KantorPolos } from '../../bantuan/perjalanan-polos.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'
import { bukaLangkah, isiLengkap, teksUtama } from './layar-jenis.ts'

const JENIS = [
  'disposisi',
  'rapat',
  'program-kerja',
  'ceklis-dokumen',
  'tindak-lanjut',
  'tugas',
  'instruksi',
  'siapkan-formulir',
  'distribusi',
  'penerimaan',
  'rekap',
  'lapor',
  'susun-dokumen',
  'arsip',
]
/** documents that several sign: one for each kind above that leaves one of its own */
const BERTANDA = [
  'LEMBAR_DISPOSISI',
  'PROGRAM_KERJA',
  'CEKLIS_DOKUMEN',
  'FORM_TINDAK_LANJUT',
  'CATATAN_LANGKAH',
  'INSTRUKSI',
  'TANDA_TERIMA',
  'DAFTAR_PENERIMAAN',
  'rekapitulasi',
  'DRAFT_LAPORAN',
  'NASKAH',
  'daftar-arsip',
]
let app: AplikasiUji
let kantor: KantorPolos
beforeAll(async () => {
  app = await bukaAplikasiUji()
  kantor = new KantorPolos(app.alamat, SANDI_UJI)
})
afterAll(() => app.tutup())

const status = async (siklusId: string, kode: string) =>
  (
    await app.sql<{ status: string; putaran: number }>(
      'select status::text, putaran from langkah_siklus where siklus_id = $1 and kode = $2',
      [siklusId, kode],
    )
  )[0]
const tugas = async (nama: string) => {
  const { $ } = await (await kantor.orang(nama)).buka('/')
  return rapikan($('.tugas').text())
}

/** Every form that came in is ticked and accepted. */
async function terimaSemua(o: PerambanPolos, h: Halaman): Promise<Halaman> {
  const formulir = h
    .$('input[name=formulir]')
    .map((_, c) => h.$(c).attr('value'))
    .get()
  return o.tekan(h, 'Terima yang dicentang', { isian: { formulir } })
}

describe('semua pelaksana harus bertindak, di langkah jenis apa pun', () => {
  let siklusId: string
  beforeAll(async () => {
    const semua = { pelaksana: ['SEKCAM', 'TIM_SAKIP'], cara: 'SEMUA', keluaran: 'Hasil', kelengkapan: ['Renja'] }
    const langkah = JENIS.flatMap((jenis, i) => [
      ...(jenis === 'penerimaan' ? [{ kode: 'ISI', jenis: 'pengisian', pelaksana: 'KASI' }] : []),
      { kode: `L${i}`, jenis, ...semua },
    ])
    siklusId = await mulaiSiklusUji(app, { sop: await pasangSopKecil(app, 'semua-pelaksana', langkah) })
  })

  it.each(JENIS.map((jenis, i) => ({ jenis, kode: `L${i}` })))('$jenis', async ({ jenis, kode }) => {
    if (jenis === 'penerimaan') await sampaiLangkah(app, siklusId, kode)
    if (jenis === 'distribusi')
      await app.sql("update formulir set status = 'DITERIMA' where siklus_id = $1", [siklusId])
    const budi = await kantor.orang('sekcam')
    const sari = await kantor.orang('sakip1')
    let pertama = await bukaLangkah(budi, siklusId, kode)
    if (jenis === 'penerimaan') pertama = await terimaSemua(budi, pertama)
    expect(teksUtama(pertama)).toContain('semua pelaksana langkah ini harus bertindak. Bagian Anda: SEKCAM')
    const sesudah = await budi.tekan(pertama, 'Selesaikan bagian saya', { isian: isiLengkap(jenis, pertama) })
    expect(teksUtama(sesudah)).toContain('Bagian Anda selesai. Langkah ini masih menunggu pelaksana lain.')
    expect(teksUtama(sesudah)).toContain('Menunggu TIM_SAKIP')
    expect(await status(siklusId, kode)).toMatchObject({ status: 'BERJALAN' })

    const lagi = await bukaLangkah(budi, siklusId, kode)
    expect(lagi.$('main button[type=submit]').length, 'yang sudah bertindak hanya membaca').toBe(0)
    expect(teksUtama(lagi)).toContain('Bagian Anda sudah selesai. Menunggu TIM_SAKIP.')
    expect(rapikan(lagi.$('[aria-label="Pelaksana yang harus bertindak"]').text())).toMatch(
      /SEKCAM ?Sekretaris Kecamatan \(contoh\), .*TIM_SAKIP ?ditunggu/,
    )
    expect(await tugas('sekcam')).not.toContain(kode.slice(1))
    expect(await tugas('sakip1')).toContain('Bagian Anda: TIM_SAKIP. Sudah: SEKCAM.')

    const kedua = await bukaLangkah(sari, siklusId, kode)
    const tombol = kedua.$('main .btn-primary').not('a').last().text()
    expect(rapikan(tombol)).not.toBe('Selesaikan bagian saya')
    await sari.tekan(kedua, rapikan(tombol), { isian: jenis === 'arsip' ? {} : isiLengkap(jenis, kedua) })
    expect(await status(siklusId, kode)).toMatchObject({ status: 'SELESAI', putaran: 1 })
  })

  it('dokumennya ditandatangani keduanya; yang dilakukan sekali terjadi sekali; baris sama dengan riwayatnya', async () => {
    const dokumen = await app.sql<{ id: string; jenis: string }>('select id, jenis from dokumen where siklus_id = $1', [
      siklusId,
    ])
    const sari = await kantor.orang('sakip1')
    for (const jenis of BERTANDA) {
      const id = dokumen.find((d) => d.jenis === jenis)?.id
      const teks = (await teksPdf((await sari.unduh(`/siklus/${siklusId}/dokumen/${id}/pdf`)).isi)).join(' ')
      const akhir = teks.slice(teks.search(/SEKRETARIS KECAMATAN ?,/))
      expect(akhir, `${jenis}: Sekcam`).toContain('SEKRETARIS KECAMATAN (CONTOH)')
      expect(akhir, `${jenis}: Tim SAKIP`).toMatch(/TIM SAKIP ?,.*KOORDINATOR TIM SAKIP \(CONTOH\)/)
    }
    expect(dokumen.filter((d) => d.jenis === 'LEMBAR_DISPOSISI').length).toBe(1)
    const [rekap] = await app.sql<{ n: number }>('select count(*)::int as n from rekap where siklus_id = $1', [
      siklusId,
    ])
    expect(rekap?.n).toBe(1)
    expect(await bandingkanBaris(app, siklusId)).toEqual([])
  })
})

describe('pengembalian ke langkah yang terbagi', () => {
  let siklusId: string
  const bagian = async (kode: string) =>
    (
      await app.sql<{ nama: string; status: string }>(
        `select coalesce(u.kode, b.pelaksana) as nama, b.status::text from bagian_langkah b join langkah_siklus l on l.id = b.langkah_id
           left join unit_kerja u on u.id = b.unit_id where b.siklus_id = $1 and l.kode = $2 order by 1`,
        [siklusId, kode],
      )
    ).filter((b) => b.status !== 'SELESAI')
  beforeAll(async () => {
    const sop = await pasangSopKecil(app, 'kembali-terbagi', [
      { kode: 'A', pelaksana: ['SEKCAM', 'TIM_SAKIP'], cara: 'SEMUA' },
      { kode: 'B', jenis: 'siapkan-formulir' },
      { kode: 'C', jenis: 'pengisian', pelaksana: 'KASI' },
      { kode: 'D', pelaksana: 'CAMAT', keputusan: { ya: 'F', tidak: ['C', 'A', 'E'] } },
      { kode: 'E', pelaksana: 'SEKCAM', berikutnya: null },
      { kode: 'F', pelaksana: 'SEKCAM' },
    ])
    siklusId = await mulaiSiklusUji(app, { sop })
    for (const nama of ['sekcam', 'sakip1']) {
      const o = await kantor.orang(nama)
      const h = await bukaLangkah(o, siklusId, 'A')
      await o.tekan(h, /^Selesaikan (bagian saya|langkah ini)$/)
    }
    await sampaiLangkah(app, siklusId, 'D')
  })
  const putuskan = async (putusan: Record<string, string | string[]>) => {
    const camat = await kantor.orang('camat')
    return camat.tekan(await bukaLangkah(camat, siklusId, 'D'), 'Putuskan', { isian: putusan, bolehGagal: true })
  }

  it('jalannya disebut: ke mana, mundur atau maju, dan milik siapa', async () => {
    const { $ } = await bukaLangkah(await kantor.orang('camat'), siklusId, 'D')
    const opsi = $('input[name=putusan]')
      .map((_, o) => rapikan($(o).closest('.form-check').text()))
      .get()
    expect(opsi).toEqual([
      'Ya, lanjut ke langkah 6 langkah 6 (SEKCAM)',
      'Tidak, kembalikan ke langkah 3 langkah 3 (KASI)',
      'Tidak, kembalikan ke langkah 1 langkah 1 (SEKCAM, TIM_SAKIP)',
      'Tidak, lanjut ke langkah 5 langkah 5 (SEKCAM)',
    ])
  })

  it('satu unit yang dicentang mengisi lagi, unit lain tidak', async () => {
    const { $ } = await bukaLangkah(await kantor.orang('camat'), siklusId, 'D')
    const unit = $('input[name="bagianPutusan.C"]')
      .filter((_, o) => $(o).closest('.form-check').text().includes('Seksi Pemerintahan'))
      .attr('value')
    await putuskan({ putusan: 'tidak:C', alasanPutusan: 'Angka keliru satu.', 'bagianPutusan.C': [unit ?? ''] })
    expect(await bagian('C')).toEqual([{ nama: 'seksi-pemerintahan', status: 'BERJALAN' }])
    expect(await tugas('kasi.pemerintahan')).toContain('Angka keliru satu.')
    expect(await tugas('kasi.trantib')).not.toContain('Angka keliru satu.')
    await sampaiLangkah(app, siklusId, 'D')
  })

  it('satu pelaksana yang dicentang mengerjakan lagi; sesudahnya semua langkah berjalan lagi', async () => {
    await putuskan({
      putusan: 'tidak:A',
      alasanPutusan: 'Tanda tangan kurang.',
      'bagianPutusan.A': ['pelaksana:SEKCAM'],
    })
    expect(await bagian('A')).toEqual([{ nama: 'SEKCAM', status: 'BERJALAN' }])
    expect(await tugas('sekcam')).toContain('Alasan: Tanda tangan kurang. Sudah: TIM_SAKIP.')
    const budi = await kantor.orang('sekcam')
    await budi.tekan(await bukaLangkah(budi, siklusId, 'A'), 'Selesaikan langkah ini')
    expect(await status(siklusId, 'B')).toMatchObject({ status: 'BERJALAN', putaran: 2 })
    await sampaiLangkah(app, siklusId, 'D')
  })

  it('Tidak yang maju tidak perlu alasan', async () => {
    expect(teksUtama(await putuskan({ putusan: 'tidak:E' }))).toContain('Keputusan tercatat.')
    expect(await status(siklusId, 'E')).toMatchObject({ status: 'BERJALAN' })
    expect(await bandingkanBaris(app, siklusId)).toEqual([])
  })
})

describe('keputusan beberapa pejabat', () => {
  it('Ya dari semuanya meneruskan; satu Tidak cukup; pengganti hanya untuk kolom yang terhalang', async () => {
    const sop = await pasangSopKecil(app, 'putusan-bersama', [
      { kode: 'A', jenis: 'lapor' },
      { kode: 'B', pelaksana: ['SEKCAM', 'TIM_SAKIP'], cara: 'SEMUA', keputusan: { tidak: 'A' } },
      { kode: 'C' },
    ])
    const siklusId = await mulaiSiklusUji(app, { sop })
    const lapor = async () => {
      const o = await kantor.orang('sakip1')
      const h = await bukaLangkah(o, siklusId, 'A')
      await o.tekan(h, /^Laporkan kepada/, { isian: isiLengkap('lapor', h) })
    }
    const suara = async (nama: string, putusan: Record<string, string>) => {
      const o = await kantor.orang(nama)
      await o.tekan(await bukaLangkah(o, siklusId, 'B'), 'Putuskan', { isian: putusan })
    }
    await lapor()
    await suara('sekcam', { putusan: 'ya' })
    expect(await tugas('sakip1'), 'yang melapor tidak diminta memutuskan laporannya').not.toContain('putuskan')
    await suara('sakip2', { putusan: 'tidak:A', alasanPutusan: 'Ringkasannya keliru.' })
    expect(await status(siklusId, 'A')).toMatchObject({ status: 'BERJALAN', putaran: 2 })
    await lapor()
    await suara('sakip3', { putusan: 'ya' })
    expect(await status(siklusId, 'B')).toMatchObject({ status: 'BERJALAN' })
    await suara('sekcam', { putusan: 'ya' })
    expect(await status(siklusId, 'C')).toMatchObject({ status: 'BERJALAN' })
    expect(await bandingkanBaris(app, siklusId)).toEqual([])
  })
})

describe('telaah beberapa pejabat', () => {
  it('lembar dan laporan yang disetujui memuat semua yang menyetujui', async () => {
    const sop = await pasangSopKecil(app, 'telaah-bersama', [
      { kode: 'A', jenis: 'siapkan-formulir' },
      { kode: 'B', jenis: 'pengisian', pelaksana: 'KASI' },
      { kode: 'C', jenis: 'rekap' },
      {
        kode: 'D',
        jenis: 'telaah',
        pelaksana: ['CAMAT', 'SEKCAM'],
        cara: 'SEMUA',
        keputusan: { tidak: 'C' },
        keluaran: 'Laporan Hasil',
      },
    ])
    const siklusId = await mulaiSiklusUji(app, { sop })
    await sampaiLangkah(app, siklusId, 'D')
    for (const nama of ['sekcam', 'camat']) {
      const o = await kantor.orang(nama)
      await o.tekan(await bukaLangkah(o, siklusId, 'D'), /^Setujui/)
    }
    const dokumen = await app.sql<{ id: string; jenis: string }>(
      "select id, jenis from dokumen where siklus_id = $1 and jenis in ('LEMBAR_TELAAH', 'LAPORAN_HASIL')",
      [siklusId],
    )
    expect(dokumen.length).toBe(2)
    const camat = await kantor.orang('camat')
    for (const { id, jenis } of dokumen) {
      const teks = (await teksPdf((await camat.unduh(`/siklus/${siklusId}/dokumen/${id}/pdf`)).isi)).join(' ')
      expect(teks, jenis).toMatch(/CAMAT TAMAN \(CONTOH\).*SEKRETARIS KECAMATAN \(CONTOH\)/)
    }
  })
})
