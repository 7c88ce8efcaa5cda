import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { hitungUlangSemua } from '../../bantuan/hitung-ulang.ts'
import { bandingkanBaris } from '../../bantuan/jalan-siklus.ts'
import { type Halaman, rapikan } from '../../bantuan/peramban-polos.ts'
import { isiDanSerahkan, KantorPolos } from '../../bantuan/perjalanan-polos.ts'

/**
 * SOP Prosedur Pengumpulan Data Kinerja of Nganjuk: indicators are assigned to sections, kelurahan and desa, which fill in
 * and hand in their own forms; no Tim SAKIP, no telaah. All seven steps by who the SOP names, without JavaScript.
 */
const UNIT = [
  { nama: 'Seksi Pemerintahan', kepala: 'kasi.pemerintahan.nganjuk', staf: 'staf.pemerintahan.nganjuk' },
  { nama: 'Seksi PMD', kepala: 'kasi.pmd.nganjuk', staf: 'kasi.pmd.nganjuk' },
  { nama: 'Seksi Trantib', kepala: 'kasi.trantib.nganjuk', staf: 'kasi.trantib.nganjuk' },
  { nama: 'Seksi Pelayanan', kepala: 'kasi.pelayanan.nganjuk', staf: 'kasi.pelayanan.nganjuk' },
  { nama: 'Kelurahan Payaman', kepala: 'kel.payaman.nganjuk', staf: 'kel.payaman.nganjuk' },
  { nama: 'Kelurahan Ploso', kepala: 'kel.ploso.nganjuk', staf: 'kel.ploso.nganjuk' },
  { nama: 'Desa Balongpacul', kepala: 'desa.balongpacul.nganjuk', staf: 'desa.balongpacul.nganjuk' },
] as const

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
const dokumen = async (jenis: string) =>
  (
    await app.sql<{ isi: string }>('select model::text as isi from dokumen where siklus_id = $1 and jenis = $2', [
      id(),
      jenis,
    ])
  )[0]?.isi ?? ''
const teks = ({ $ }: Halaman) => rapikan($('main').text())

describe('tujuh langkah SOP Kecamatan Nganjuk', () => {
  it('1. Sekcam memilah indikator: yang pindah dari unit pada kartunya diberi alasan', async () => {
    const o = await k.orang('sekcam.nganjuk')
    siklus = (
      await o.tekan(await o.buka('/siklus/baru'), 'Mulai siklus', { isian: { periode: 'TRIWULAN-2', tahun: '2026' } })
    ).alamat
    expect(await terbuka()).toEqual(['N1'])
    const { h } = await k.kerjakan('sekcam.nganjuk', /^1\. Pilah indikator/)
    const baris = h.$('main tbody tr:contains("IKM")').first()
    const nama = String(baris.find('select').attr('name'))
    const payaman = baris.find('option:contains("Payaman")').attr('value') ?? ''
    const tanpa = await o.tekan(h, 'Selesaikan pemilahan', { isian: { [nama]: payaman }, bolehGagal: true })
    expect(tanpa.status).toBe(422)
    expect(teks(tanpa)).toContain('Tulis mengapa bukan unit pada kartunya yang menjawab')
    const alasan = { [nama.replace('unitId', 'alasan')]: 'Survei dijalankan Kelurahan Payaman tahun ini' }
    await o.tekan(tanpa, 'Selesaikan pemilahan', { isian: alasan })
    expect(await terbuka()).toEqual(['N2'])
    expect(await dokumen('DAFTAR_PEMILAHAN_INDIKATOR')).toContain('Survei dijalankan Kelurahan Payaman tahun ini')
  })

  it('2. formulir tersusun menurut pemilahan itu; Camat membagikan, tiap unit menyatakan menerima', async () => {
    const formulir = await app.sql<{ unit: string; nama: string }>(
      "select u.nama as unit, b.kartu->>'nama' as nama from baris_formulir b join formulir f on f.id = b.formulir_id join unit_kerja u on u.id = f.unit_id where b.siklus_id = $1",
      [id()],
    )
    expect(formulir.find((f) => f.nama.includes('IKM'))?.unit).toContain('Payaman')
    const camat = await k.kerjakan('camat.nganjuk', /^2\. /)
    await camat.o.tekan(camat.h, 'Bagikan semua formulir')
    for (const { kepala } of UNIT.slice(0, -1)) {
      const { o, h } = await k.kerjakan(kepala, /^2\. /)
      await o.tekan(h, 'Nyatakan sudah menerima')
    }
    const kertas = await k.kerjakan('camat.nganjuk', /^2\. /)
    const lengkap = await kertas.o.tekan(kertas.h, 'Catat tanda terima', {
      isian: { penerima: 'Kepala Desa (contoh)', jabatanPenerima: 'Kepala Desa Balongpacul' },
    })
    await kertas.o.tekan(lengkap, 'Semua sudah menerima, buka pengisian')
    expect(await terbuka()).toEqual(['N3'])
  })

  it('3. seksi, kelurahan, dan desa mengisi dan menyerahkan formulirnya sendiri', async () => {
    for (const unit of UNIT) await isiDanSerahkan(k, unit, /^3\. /)
    expect(await terbuka()).toEqual(['N4'])
    const [desa] = await app.sql<{ penyerah: string; jabatan_penyerah: string }>(
      "select f.penyerah, f.jabatan_penyerah from formulir f join unit_kerja u on u.id = f.unit_id where f.siklus_id = $1 and u.jenis = 'DESA'",
      [id()],
    )
    expect(desa?.jabatan_penyerah).toContain('Balongpacul')
  })

  it('4. rekap formulir dibekukan oleh Kasi, 5. temuan monitoring menjadi tindak lanjut desa', async () => {
    const rekap = await k.kerjakan('kasi.pemerintahan.nganjuk', /^4\. /)
    await rekap.o.tekan(rekap.h, 'Bekukan rekap versi 1')
    const monev = await k.kerjakan('sekcam.nganjuk', /^5\. /)
    const usul = await monev.o.tekan(monev.h, 'Usulkan temuan dari rekap')
    const pegawai = usul.$('select[name=pegawaiId] option:contains("Balongpacul")').attr('value') ?? ''
    const isian = {
      temuan: 'Laporan desa terlambat dua minggu.',
      penyebab: 'Operator berganti.',
      rekomendasi: 'Menunjuk operator cadangan.',
      pegawaiId: pegawai,
      tenggat: '2026-08-07',
    }
    const tanpaSiapa = await monev.o.tekan(usul, 'Tambahkan', { isian: { ...isian, pegawaiId: '' }, bolehGagal: true })
    expect(tanpaSiapa.status).toBe(422)
    const lengkap = await monev.o.tekan(tanpaSiapa, 'Tambahkan', { isian: { pegawaiId: pegawai } })
    await monev.o.tekan(lengkap, 'Selesaikan langkah ini')
    expect(await dokumen('DOKUMEN_EVALUASI')).toContain('Menunjuk operator cadangan.')
    const [tl] = await app.sql<{ sumber: string; penanggung_jawab: string }>(
      'select sumber, penanggung_jawab from tindak_lanjut where siklus_id = $1',
      [id()],
    )
    expect(tl).toMatchObject({ sumber: 'MONEV', penanggung_jawab: expect.stringContaining('Balongpacul') })
    expect((await k.tugas('desa.balongpacul.nganjuk')).join()).toContain('Menunjuk operator cadangan.')
  })

  it('6. tindak lanjut: Kasi dan Desa masing-masing bertindak; tenggatnya Jumat pertama bulan depan', async () => {
    const [langkah] = await app.sql<{ tenggat: string }>(
      "select tenggat::text from langkah_siklus where siklus_id = $1 and kode = 'N6'",
      [id()],
    )
    const jumat = new Date(`${langkah?.tenggat}T00:00:00Z`)
    expect([jumat.getUTCDay(), jumat.getUTCDate() <= 7]).toEqual([5, true])
    const desa = await k.kerjakan('desa.balongpacul.nganjuk', /^6\. /)
    const sesudah = await desa.o.tekan(desa.h, 'Selesaikan bagian saya')
    expect(teks(sesudah)).toContain('Bagian Anda selesai')
    expect(await terbuka()).toEqual(['N6'])
    expect((await k.tugas('desa.balongpacul.nganjuk')).some((t) => t.startsWith('6. '))).toBe(false)
    const kasi = await k.kerjakan('kasi.pmd.nganjuk', /^6\. /)
    await kasi.o.tekan(kasi.h, /^Selesaikan/)
    expect(await terbuka()).toEqual(['N7'])
  })

  it('7. pengukuran memakai formulir siklus ini; siklus selesai dan capaiannya masuk riwayat', async () => {
    const { o, h } = await k.kerjakan('sekcam.nganjuk', /^7\. /)
    expect(teks(h)).toContain('Angka diambil dari formulir yang diserahkan unit pada siklus ini.')
    let kini = await o.tekan(h, 'Isi analisis kosong dengan kalimat bantu')
    for (let pengaman = 0; pengaman < 20; pengaman++) {
      const tautan = kini.$('main tr:contains("Analisis belum lengkap") th a').first()
      if (tautan.length === 0) break
      const indikator = await o.buka(tautan.attr('href') ?? '')
      kini = await o.tekan(indikator, 'Simpan', {
        isian: { hambatan: 'Anggaran terbatas.', solusi: 'Diusulkan pada perubahan anggaran.' },
      })
    }
    await o.tekan(kini, 'Selesaikan pengukuran')
    const [s] = await app.sql<{ status: string }>('select status::text from siklus where id = $1', [id()])
    expect(s?.status).toBe('SELESAI')
    expect(await dokumen('KERTAS_KERJA')).toContain('Capaian tujuan, sasaran, program, kegiatan, dan kecamatan')
    const [riwayat] = await app.sql<{ n: number }>(
      'select count(*)::int as n from realisasi_indikator where siklus_id = $1',
      [id()],
    )
    expect(riwayat?.n).toBeGreaterThan(0)
    expect(await bandingkanBaris(app, id(), 'sekcam.nganjuk')).toEqual([])
  })

  it('setiap hasil yang tersimpan terhitung ulang sama, huruf demi huruf', async () => {
    const { jumlah, beda } = await hitungUlangSemua(app)
    expect(beda).toEqual([])
    expect(jumlah).toBeGreaterThan(0)
  })
})
