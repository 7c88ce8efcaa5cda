import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { hitungUlangSemua } from '../../bantuan/hitung-ulang.ts'
import { bandingkanBaris } from '../../bantuan/jalan-siklus.ts'
import { type Halaman, rapikan } from '../../bantuan/peramban-polos.ts'
import { KantorPolos } from '../../bantuan/perjalanan-polos.ts'
import { isiPengukuranSendiri } from '../../bantuan/ukur-polos.ts'
import { bukaZip } from '../../bantuan/zip.ts'

/**
 * SOP Pengukuran Kinerja of Kalipare: six steps without the Camat, without a collection and without a recap; a checklist
 * decides. By who the SOP names, without JavaScript.
 */
let app: AplikasiUji
let k: KantorPolos
let siklus = ''
beforeAll(async () => {
  app = await bukaAplikasiUji()
  k = new KantorPolos(app.alamat, SANDI_UJI)
})
afterAll(() => app.tutup())

const id = () => siklus.split('/').at(-1) ?? ''
const terbuka = async () =>
  (
    await app.sql<{ kode: string }>("select kode from langkah_siklus where siklus_id = $1 and status = 'BERJALAN'", [
      id(),
    ])
  ).map((l) => l.kode)
const teks = ({ $ }: Halaman) => rapikan($('main').text())
/** Every document there. */
const lengkapiCeklis = ({ $ }: Halaman): Record<string, string> =>
  Object.fromEntries(
    $('tr:has(input[name$=".id"]) select[name$=".status"]')
      .map((_, s) => $(s).attr('name') ?? '')
      .get()
      .flatMap((nama) => [
        [nama, 'ADA'],
        [nama.replace('status', 'tempatKertas'), 'Lemari 1'],
      ]),
  )

describe('enam langkah SOP Kecamatan Kalipare', () => {
  it('1. Tim menetapkan metodologi; 2. Sekretaris menyatakan tidak sah, kembali ke langkah 1 dengan alasan, lalu sah', async () => {
    const tim = await k.orang('tim1.kalipare')
    siklus = (
      await tim.tekan(await tim.buka('/siklus/baru'), 'Mulai siklus', {
        isian: { periode: 'TRIWULAN-2', tahun: '2026' },
      })
    ).alamat
    const pertama = await k.kerjakan('tim1.kalipare', /^1\. Susun metodologi/)
    await pertama.o.tekan(pertama.h, 'Tetapkan metodologi')
    expect(await terbuka()).toEqual(['K2'])
    const tolak = await k.kerjakan('sekretaris.kalipare', /^2\. /)
    const isian = {
      ...lengkapiCeklis(tolak.h),
      putusan: 'tidak:K1',
      alasanPutusan: 'Sumber data siskamling belum jelas.',
    }
    await tolak.o.tekan(tolak.h, 'Putuskan', { isian })
    expect(await terbuka()).toEqual(['K1'])
    const ulang = await k.kerjakan('tim1.kalipare', /^1\. /)
    expect(teks(ulang.h)).toContain('Sumber data siskamling belum jelas.')
    await ulang.o.tekan(ulang.h, 'Tetapkan metodologi')
    const sah = await k.kerjakan('sekretaris.kalipare', /^2\. /)
    await sah.o.tekan(sah.h, 'Putuskan', { isian: { ...lengkapiCeklis(sah.h), putusan: 'ya' } })
    expect(await terbuka()).toEqual(['K3'])
  })

  it('3. Tim mengisi angkanya sendiri beserta sumber dan bukti, karena tidak ada pengumpulan', async () => {
    await isiPengukuranSendiri(k, 'tim2.kalipare', /^3\. Ukur capaian/)
    expect(await terbuka()).toEqual(['K4'])
    const [riwayat] = await app.sql<{ n: number }>(
      'select count(*)::int as n from realisasi_indikator where siklus_id = $1',
      [id()],
    )
    expect(riwayat?.n).toBeGreaterThan(0)
  })

  it('4. laporan memuat hasil pengukuran tanpa rekap; 5. dokumen disusun Kasubag Evapor', async () => {
    const { o, h } = await k.kerjakan('tim1.kalipare', /^4\. /)
    expect(h.$('textarea[name=ringkasan]').text()).toContain('indikator yang jatuh tempo terukur')
    await o.tekan(h, /^Laporkan kepada/)
    const [lapor] = await app.sql<{ isi: string }>(
      "select d.model::text as isi from dokumen d join langkah_siklus l on l.id = d.langkah_id where d.siklus_id = $1 and l.kode = 'K4'",
      [id()],
    )
    expect(lapor?.isi).toContain('Capaian tujuan, sasaran, program, kegiatan, dan kecamatan')
    expect(lapor?.isi).not.toContain('versi 0')
    expect(await terbuka()).toEqual(['K5'])
  })

  it('6. arsip memuat hasilnya sebagai Excel dan JSON', async () => {
    const susun = await k.kerjakan('kasubag.evapor.kalipare', /^5\. /)
    expect(susun.h.$('#isian-pendahuluan').text()).toContain('Data adalah hasil pengukuran indikator')
    expect(teks(susun.h)).toContain('dan kendala diambil dari hasil pengukuran siklus ini')
    await susun.o.tekan(susun.h, 'Dokumen selesai')
    const [naskah] = await app.sql<{ isi: string }>(
      "select model::text as isi from dokumen where siklus_id = $1 and jenis = 'NASKAH'",
      [id()],
    )
    expect(naskah?.isi, 'tanpa rekap pun dokumennya memuat hasilnya').toContain('B. Ringkasan')
    expect(naskah?.isi).toContain('Capaian tujuan, sasaran, program, kegiatan, dan kecamatan')
    const { o, h } = await k.kerjakan('kasubag.evapor.kalipare', /^6\. /)
    await o.tekan(h, 'Segel arsip', { isian: { tempatKertas: 'Lemari 1' } })
    const [arsip] = await app.sql<{ id: string }>('select id from arsip where siklus_id = $1', [id()])
    const isi = await bukaZip((await (await k.orang('sekretaris.kalipare')).unduh(`/arsip/${arsip?.id}/unduh`)).isi)
    expect([...isi.keys()]).toContain('data/hasil pengukuran.xlsx')
    const data = JSON.parse(String(isi.get('data/isi.json'))) as Record<string, unknown[]>
    expect(data.baris_kertas_kerja?.length).toBeGreaterThan(0)
    expect(await bandingkanBaris(app, id(), 'sekretaris.kalipare')).toEqual([])
  })

  it('koreksi sesudah selesai, walau SOP ini tidak membekukan rekap, menjadi rekap versi 1 di samping arsipnya', async () => {
    const [baris] = await app.sql<{ indikator_id: string; kode: string[] }>(
      `select indikator_id, array(select v->>'kode' from jsonb_array_elements(kartu->'variabel') v) as kode from baris_kertas_kerja
       where siklus_id = $1 and status = 'TERISI' and jsonb_array_length(kartu->'variabel') > 0 order by urut limit 1`,
      [id()],
    )
    const tim = await app.masukSebagai('tim1.kalipare')
    const usul = await tim.kirim(`/koreksi/baru?siklus=${id()}&indikator=${baris?.indikator_id}`, {
      ...Object.fromEntries((baris?.kode ?? []).map((kode) => [`v.${kode}`, '41'])),
      alasanKoreksi: 'Angka pada buku register lebih baru',
      sumberAngka: 'Buku register 2026',
    })
    expect(usul.status, usul.text).toBe(303)
    const sekretaris = await app.masukSebagai('sekretaris.kalipare')
    const alamat = (usul.headers.location ?? '').split('?')[0]
    expect((await sekretaris.kirim(`${alamat}/persetujuan`, { versi: '1' })).status).toBe(303)
    const versi = await app.sql('select nomor_versi from rekap_koreksi where siklus_id = $1', [id()])
    expect(versi).toEqual([{ nomor_versi: 1 }])
  })

  it('setiap hasil yang tersimpan terhitung ulang sama, huruf demi huruf', async () => {
    const { jumlah, beda } = await hitungUlangSemua(app)
    expect(beda).toEqual([])
    expect(jumlah).toBeGreaterThan(0)
  })
})
