import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { samaHitungan } from '../../../src/modul/kertas-kerja/index.ts'
import type { IsiRekap } from '../../../src/modul/rekap/index.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { hitungUlangSemua } from '../../bantuan/hitung-ulang.ts'
import { bandingkanBaris } from '../../bantuan/jalan-siklus.ts'
import { type Halaman, rapikan } from '../../bantuan/peramban-polos.ts'
import { KantorPolos, programKerja, rapat } from '../../bantuan/perjalanan-polos.ts'
import { bukaZip } from '../../bantuan/zip.ts'
import { siapkanTelaah, versiSiklus } from '../telaah/siapkan.ts'

/**
 * The SOP Pengukuran Kinerja of Taman on the approved collection of the same period, by all roles without JavaScript: people
 * follow the links and press the buttons that their pages show, from Tugas Saya on.
 */
let app: AplikasiUji
let k: KantorPolos
let pengumpulan = ''
let siklus = ''
let dikembalikan = { id: '', nama: '' }

beforeAll(async () => {
  app = await bukaAplikasiUji()
  k = new KantorPolos(app.alamat, SANDI_UJI)
  const uji = await siapkanTelaah(app)
  pengumpulan = uji.siklusId
  const sekcam = await app.masukSebagai('sekcam')
  const versi = await versiSiklus(app, pengumpulan)
  expect((await sekcam.kirim(`${uji.langkah('P10')}/telaah/persetujuan`, { versi, catatan: '' })).status).toBe(303)
})
afterAll(() => app.tutup())

const id = () => siklus.split('/').at(-1) ?? ''
const terbuka = async () =>
  (
    await app.sql<{ kode: string }>(
      "select kode from langkah_siklus where siklus_id = $1 and status = 'BERJALAN' order by urut",
      [id()],
    )
  ).map((l) => l.kode)
type Baris = {
  id: string
  nama: string
  nilai: string | null
  status: string
  terbuka: boolean
  alasan_kembali: string | null
  penyebab: string
}
const baris = () =>
  app.sql<Baris>(
    "select id, kartu->>'nama' as nama, trim_scale(nilai)::text as nilai, status::text, terbuka, alasan_kembali, penyebab from baris_kertas_kerja where siklus_id = $1 order by urut, id",
    [id()],
  )
const rekap = () =>
  app.sql<{ nomor_versi: number; isi: IsiRekap }>(
    'select nomor_versi, isi from rekap where siklus_id = $1 order by nomor_versi',
    [id()],
  )
const teks = ({ $ }: Halaman) => rapikan($('main').text())

describe('satu periode pengukuran penuh', () => {
  it('Tim SAKIP memulai; disposisi, rapat, dan program kerja berjalan seperti pada SOP mana pun', async () => {
    const [sop] = await app.sql<{ id: string }>("select id from sop where kode = 'pengukuran-taman'")
    const sakip = await k.orang('sakip1')
    const isian = { sopId: sop?.id ?? '', periode: 'TRIWULAN-2', tahun: '2026' }
    siklus = (await sakip.tekan(await sakip.buka('/siklus/baru'), 'Mulai siklus', { isian })).alamat
    const { o, h } = await k.kerjakan('camat', /^1\. Terbitkan/)
    await o.tekan(h, 'Terbitkan disposisi', { isian: { asal: 'INISIATIF', sifat: 'BIASA' } })
    await rapat(k)
    await programKerja(k)
    expect(await terbuka()).toEqual(['U4'])
  })

  it('metodologi diusulkan dari kartu; yang menyimpang tanpa alasan ditolak, dengan alasan tercetak', async () => {
    const { o, h } = await k.kerjakan('sakip1', /^4\. Susun metodologi/)
    const [satu] = await baris()
    const indikator = await o.ikuti(h, satu?.nama ?? '')
    const tanpaAlasan = await o.tekan(indikator, 'Simpan', {
      isian: { sumberData: 'Laporan bulanan seksi' },
      bolehGagal: true,
    })
    expect(tanpaAlasan.status).toBe(422)
    expect(teks(tanpaAlasan)).toContain('Tulis mengapa menyimpang dari kartu indikator')
    const daftar = await o.tekan(tanpaAlasan, 'Simpan', {
      isian: { alasanMetodologi: 'Register lama sudah tidak dipakai' },
    })
    expect(teks(daftar)).toContain('Menyimpang: sumber data')
    await o.tekan(daftar, 'Tetapkan metodologi')
    const [dokumen] = await app.sql<{ judul: string; isi: string }>(
      "select judul, model::text as isi from dokumen where siklus_id = $1 and jenis = 'KERTAS_KERJA_METODOLOGI'",
      [id()],
    )
    expect(dokumen?.judul).toBe('Kertas Kerja Pengukuran Kinerja (metodologi) Triwulan II 2026')
    expect(dokumen?.isi).toContain('Register lama sudah tidak dipakai')
  })

  it('angkanya dari rekap pengumpulan yang disetujui, sama untuk setiap indikator, dan disebut asalnya', async () => {
    const { h } = await k.kerjakan('sakip1', /^5\. Ukur capaian/)
    expect(teks(h)).toContain('rekapitulasi versi 1 Pengumpulan Data Kinerja Triwulan II 2026, yang telah disetujui')
    expect(h.$(`main a[href="/rekap/${pengumpulan}?versi=1"]`)).toHaveLength(1)
    const asal = await app.sql<{ nama: string; nilai: string | null; status: string }>(
      "select kartu->>'nama' as nama, trim_scale(nilai)::text as nilai, status::text from baris_formulir where siklus_id = $1",
      [pengumpulan],
    )
    const peta = new Map(asal.map((a) => [a.nama, a]))
    const kini = await baris()
    expect(kini.length).toBe(asal.length)
    for (const b of kini)
      expect(b, b.nama).toMatchObject({ nilai: peta.get(b.nama)?.nilai, status: peta.get(b.nama)?.status })
  })

  it('analisis dibantu kalimat dari data yang ditandai; yang belum lengkap menahan penyelesaian dengan sebab', async () => {
    const { o, h } = await k.kerjakan('sakip1', /^5\. /)
    expect(h.$('main button').text()).not.toContain('Selesaikan pengukuran')
    let kini = await o.tekan(h, 'Isi analisis kosong dengan kalimat bantu')
    const [contoh] = (await baris()).filter((b) => b.penyebab !== '')
    expect(contoh?.penyebab).toMatch(/Realisasi sampai Triwulan II 2026: .* \(kalimat bantu dari data\)$/)
    for (let pengaman = 0; pengaman < 60; pengaman++) {
      const tautan = kini.$('main tr:contains("Analisis belum lengkap") th a').first()
      if (tautan.length === 0) break
      const indikator = await o.buka(tautan.attr('href') ?? '')
      kini = await o.tekan(indikator, 'Simpan', {
        isian: { hambatan: 'Petugas lapangan berkurang.', solusi: 'Menambah petugas pendamping.' },
      })
    }
    await o.tekan(kini, 'Selesaikan pengukuran')
    expect(await terbuka()).toEqual(['U6'])
  })

  it('rekap dibekukan sebagai versi 1 dan dilaporkan; setiap hasil terhitung ulang sama', async () => {
    const { o, h } = await k.kerjakan('sakip1', /^6\. /)
    expect(teks(h)).toContain('Capaian kecamatan')
    await o.tekan(h, 'Bekukan rekap versi 1')
    const [beku] = await rekap()
    const semua = beku?.isi.unit.flatMap((u) => u.baris) ?? []
    expect(semua.length).toBe((await baris()).length)
    for (const b of semua) expect(b.ukur && samaHitungan(b.ukur.hasil), b.nama).toBe(true)
    expect(beku?.isi.pengukuran?.sumber).toMatchObject([{ siklusId: pengumpulan, versi: 1 }])
    const lapor = await k.kerjakan('sakip1', /^7\. /)
    await lapor.o.tekan(lapor.h, 'Laporkan kepada Sekretaris Kecamatan')
    expect(await terbuka()).toEqual(['U8'])
  })

  it('Sekcam mengembalikan satu indikator dengan alasan: hanya itu yang terbuka lagi', async () => {
    const { o, h } = await k.kerjakan('sekcam', /^8\. /)
    const centang = h.$('input[name=nilai]').first()
    const nilai = centang.attr('value') ?? ''
    const alasan = 'Solusinya belum menyebut siapa yang mengerjakan.'
    await o.tekan(h, 'Kembalikan', { isian: { nilai: [nilai], tujuan: 'U5', alasanUmum: alasan } })
    expect(await terbuka()).toEqual(['U5'])
    const kini = await baris()
    expect(kini.filter((b) => b.terbuka)).toMatchObject([{ id: nilai, alasan_kembali: alasan }])
    dikembalikan = { id: nilai, nama: kini.find((b) => b.id === nilai)?.nama ?? '' }
    const lain = kini.find((b) => b.id !== nilai)
    const sakip = await app.masukSebagai('sakip1')
    const isi = { versi: '1', penyebab: 'diubah diam-diam', hambatan: '', solusi: '', programPenunjang: '' }
    expect((await sakip.kirim(`${siklus}/langkah/U5/pengukuran/indikator/${lain?.id}`, isi)).status).toBe(409)
  })

  it('Tim SAKIP memperbaiki yang dikembalikan; rekap versi 2 menunjukkan perubahannya', async () => {
    const { o, h } = await k.kerjakan('sakip1', /^5\. /)
    expect(teks(h)).toContain('Alasan dikembalikan: Solusinya belum menyebut')
    const indikator = await o.ikuti(h, dikembalikan.nama)
    const daftar = await o.tekan(indikator, 'Simpan', {
      isian: { penyebab: 'Diperbaiki.', hambatan: 'Ada.', solusi: 'Kasi Pemerintahan mendampingi desa.' },
    })
    await o.tekan(daftar, 'Selesaikan pengukuran')
    const ulang = await k.kerjakan('sakip1', /^6\. /)
    expect(teks(ulang.h)).toContain('penjelasan diubah')
    await ulang.o.tekan(ulang.h, 'Bekukan rekap versi 2')
    const lapor = await k.kerjakan('sakip1', /^7\. /)
    await lapor.o.tekan(lapor.h, 'Laporkan kepada Sekretaris Kecamatan')
  })

  it('Sekcam menyetujui dan melapor, Camat menjawab; riwayat capaian tetap milik pengumpulan', async () => {
    const telaah = await k.kerjakan('sekcam', /^8\. /)
    await telaah.o.tekan(telaah.h, 'Setujui rekap')
    const lapor = await k.kerjakan('sekcam', /^9\. /)
    await lapor.o.tekan(lapor.h, 'Sampaikan kepada Camat')
    const { o, h } = await k.kerjakan('camat', /^9\. Jawab laporan/)
    expect(teks(h)).toContain('capaian kecamatan')
    await o.tekan(h, 'Terbitkan disposisi', { isian: { instruksi: ['Arsipkan'] } })
    const riwayat = await app.sql<{ siklus_id: string; n: number }>(
      'select siklus_id, count(*)::int as n from realisasi_indikator where tahun = 2026 and triwulan = 2 and siklus_id is not null group by 1',
    )
    expect(riwayat).toMatchObject([{ siklus_id: pengumpulan }])
  })

  it('arsip memuat Kertas Kerja, hasil sebagai JSON dan Excel; sesudahnya tidak ada yang berubah', async () => {
    const { o, h } = await k.kerjakan('sakip1', /^10\. /)
    await o.tekan(h, 'Segel arsip', { isian: { tempatKertas: 'Ruang arsip, lemari 3' } })
    const [arsip] = await app.sql<{ id: string }>('select id from arsip where siklus_id = $1', [id()])
    const isi = await bukaZip((await o.unduh(`/arsip/${arsip?.id}/unduh`)).isi)
    const nama = [...isi.keys()]
    expect(nama).toEqual(
      expect.arrayContaining(['data/rekap versi 1.xlsx', 'data/rekap versi 2.xlsx', 'data/isi.json']),
    )
    expect(nama.filter((n) => /Kertas Kerja Pengukuran Kinerja/.test(n)).length).toBeGreaterThanOrEqual(3)
    const data = JSON.parse(String(isi.get('data/isi.json'))) as Record<string, unknown[]>
    expect(data.baris_kertas_kerja?.length).toBe((await baris()).length)
    expect(data.kertas_kerja).toHaveLength(1)
    expect(await bandingkanBaris(app, id())).toEqual([])
    const sakip = await app.masukSebagai('sakip1')
    const ubah = { versi: '1', penyebab: 'x' }
    expect((await sakip.kirim(`${siklus}/langkah/U5/pengukuran/indikator/${dikembalikan.id}`, ubah)).status).toBe(409)
    await expect(
      app.sql('update baris_kertas_kerja set penyebab = $2 where siklus_id = $1', [id(), 'x']),
    ).rejects.toThrow()
  })

  it('koreksi atas pengumpulannya memberi pengukuran yang tersegel versi baru, terhitung ulang, di samping arsipnya', async () => {
    const [asal] = await app.sql<{ indikator_id: string; kode: string[] }>(
      `select indikator_id, array(select v->>'kode' from jsonb_array_elements(kartu->'variabel') v) as kode from baris_formulir
       where siklus_id = $1 and status = 'TERISI' and kartu->>'metode' = 'PERSENTASE' order by urut limit 1`,
      [pengumpulan],
    )
    const sakip = await app.masukSebagai('sakip1')
    const indikator = `indikator=${asal?.indikator_id}`
    // figures of the measuring were taken from the collection: they are corrected there
    const isian = {
      ...Object.fromEntries((asal?.kode ?? []).map((kode) => [`v.${kode}`, '50'])),
      alasanKoreksi: 'Register desa terlambat diterima',
      sumberAngka: 'Register desa, Juni 2026',
    }
    expect((await sakip.kirim(`/koreksi/baru?siklus=${id()}&${indikator}`, isian)).status).toBe(409)
    const usul = await sakip.kirim(`/koreksi/baru?siklus=${pengumpulan}&${indikator}`, isian)
    const alamat = (usul.headers.location ?? '').split('?')[0]
    const sekcam = await app.masukSebagai('sekcam')
    expect((await sekcam.kirim(`${alamat}/persetujuan`, { versi: '1' })).status).toBe(303)
    const [baru] = await app.sql<{ nomor_versi: number; isi: IsiRekap }>(
      'select nomor_versi, isi from rekap_koreksi where siklus_id = $1',
      [id()],
    )
    expect(baru?.nomor_versi).toBe(3)
    const ukur = baru?.isi.unit.flatMap((u) => u.baris).find((b) => b.indikatorId === asal?.indikator_id)
    expect(ukur).toMatchObject({ nilai: '100', koreksi: [expect.stringContaining('menjadi 100%')] })
    expect(ukur?.ukur && samaHitungan(ukur.ukur.hasil)).toBe(true)
    expect(await rekap()).toHaveLength(2)
  })

  it('setiap hasil yang tersimpan terhitung ulang sama, huruf demi huruf', async () => {
    const { jumlah, beda } = await hitungUlangSemua(app)
    expect(beda).toEqual([])
    expect(jumlah).toBeGreaterThan(0)
  })
})
