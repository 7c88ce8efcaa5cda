import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatAngka, formatPersen, formatRupiah } from '../../../src/inti/angka/index.ts'
import { type IsiRekap, kalimatRingkasan } from '../../../src/modul/rekap/index.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { sampaiLangkah } from '../../bantuan/siklus.ts'
import { type SiklusUji, siapkanTelaah } from '../telaah/siapkan.ts'

let app: AplikasiUji
let uji: SiklusUji
let isi: IsiRekap
beforeAll(async () => {
  app = await bukaAplikasiUji()
}, 120_000)
afterAll(() => app.tutup())
const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()

it('sebelum ada rekap: dikatakan, bukan angka nol', async () => {
  const $ = await (await app.masukSebagai('camat')).halaman('/dasbor')
  expect($('main').text()).toContain('Belum ada rekap yang dibekukan.')
  expect($('main').text()).toContain('Tidak ada siklus yang sedang berjalan.')
  expect($('main').text()).not.toMatch(/NaN|undefined|0,00%/)
})

describe('sesudah rekap dibekukan', () => {
  beforeAll(async () => {
    uji = await siapkanTelaah(app)
    const [r] = await app.sql<{ isi: IsiRekap }>('select isi from rekap where siklus_id = $1', [uji.siklusId])
    if (!r) throw new Error('tanpa rekap')
    isi = r.isi
  }, 120_000)

  it('angkanya sama dengan rekap beku', async () => {
    const $ = await (await app.masukSebagai('camat')).halaman('/dasbor')
    const kalimat = $('section[aria-labelledby=merah] li')
      .map((_, li) => rapi($(li).text()))
      .get()
    expect(kalimat).toEqual(kalimatRingkasan(isi))
    const { ringkasan: r } = isi
    expect(kalimat.join(' ')).toContain(
      formatPersen(r.rataRata.rataRata.jenis === 'NILAI' ? r.rataRata.rataRata.nilai : null),
    )
    expect(kalimat.join(' ')).toContain(formatRupiah(r.pagu))
    expect($('section[aria-labelledby=merah]').text()).toContain('Versi 1, belum disetujui')
  })

  it('indikator merah: dua kelas terbawah, yang terendah di atas, masing-masing menuju isian dan buktinya', async () => {
    const $ = await (await app.masukSebagai('camat')).halaman('/dasbor')
    const harap = isi.unit
      .flatMap((u) => u.baris.map((b) => ({ u, b })))
      .filter(({ b }) => b.predikat && ['merah', 'jingga'].includes(b.predikat.warna))
    const baris = $('section[aria-labelledby=merah] tbody tr')
    expect(baris.length).toBe(harap.length)
    expect(harap.length).toBeGreaterThan(0)
    const capaian = baris
      .map((_, tr) => Number(rapi($(tr).find('td').eq(3).text()).replace(/[%.]/g, '').replace(',', '.')))
      .get()
    expect(capaian).toEqual([...capaian].sort((a, b) => a - b))
    for (const { u, b } of harap) {
      const tr = baris.filter((_, x) => $(x).find(`a[href="/formulir/${u.formulirId}#baris-${b.barisId}"]`).length > 0)
      expect(rapi(tr.text())).toContain(formatPersen(b.capaian.jenis === 'NILAI' ? b.capaian.nilai : null))
      if (b.realisasi.jenis === 'NILAI') expect(rapi(tr.text())).toContain(formatAngka(b.realisasi.nilai))
    }
    const kasi = await (await app.masukSebagai('kasi.pemerintahan')).halaman('/dasbor')
    const milik = isi.unit.find((u) => u.nama === 'Seksi Pemerintahan')?.formulirId
    kasi('section[aria-labelledby=merah] a[href^="/formulir/"]').each((_, a) =>
      expect(kasi(a).attr('href')).toContain(milik),
    )
  })

  it('siapa memegang bola, sejak kapan, berapa langkah selesai', async () => {
    const $ = await (await app.masukSebagai('camat')).halaman('/dasbor')
    expect(rapi($('section[aria-labelledby=berdiri] tbody').text())).toMatch(
      /Pengumpulan Data Kinerja Triwulan II 2026 Sekretaris Kecamatan\s?Langkah 10 6 Jul 2026 9 dari 12/,
    )
  })

  it('disetujui Sekcam: keadaannya berganti; grafik memuat triwulan yang baru', async () => {
    await sampaiLangkah(app, uji.siklusId, 'P11')
    await app.sql(
      "insert into telaah (kecamatan_id, siklus_id, langkah_id, rekap_id, putaran, keputusan, waktu, pegawai_id, nama, jabatan) select r.kecamatan_id, r.siklus_id, r.langkah_id, r.id, 1, 'DISETUJUI', now(), r.id, 'x', 'x' from rekap r where siklus_id = $1 and not exists (select 1 from telaah t where t.rekap_id = r.id)",
      [uji.siklusId],
    )
    const $ = await (await app.masukSebagai('sekcam')).halaman('/dasbor')
    expect($('section[aria-labelledby=merah]').text()).toContain('Versi 1, disetujui')
    expect($('svg.grafik').length).toBeGreaterThanOrEqual(8)
    $('svg.grafik').each((_, svg) => expect($(svg).attr('aria-label')).toMatch(/20\d\d: [\d.,–]+/))
    expect($('svg [style], [style]').length).toBe(0)
  })

  it.each(['staf.pemerintahan', 'admin'])('%s tidak membuka dasbor', async (nama) => {
    expect((await (await app.masukSebagai(nama)).buka('/dasbor')).status).toBe(403)
  })
  it('kecamatan lain tidak melihat rekap ini', async () => {
    const $ = await (await app.masukSebagai('camat.candipuro')).halaman('/dasbor')
    expect($('main').text()).toContain('Belum ada rekap yang dibekukan.')
  })
})
