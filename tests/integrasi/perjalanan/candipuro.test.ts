import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { hitungUlangSemua } from '../../bantuan/hitung-ulang.ts'
import { bandingkanBaris, ulangi } from '../../bantuan/jalan-siklus.ts'
import { type Halaman, rapikan } from '../../bantuan/peramban-polos.ts'
import { KantorPolos, programKerja, rapat } from '../../bantuan/perjalanan-polos.ts'
import { isiPengukuranSendiri } from '../../bantuan/ukur-polos.ts'

/**
 * SOP Pengukuran Data Kinerja of Candipuro, which has no collection SOP: all ten steps by who the SOP names, without
 * JavaScript, from the Plt. Camat's disposition to the surat pengantar, with which the siklus ends.
 */
let app: AplikasiUji
let k: KantorPolos
let siklus = ''
const id = () => siklus.split('/').at(-1) ?? ''
const terbuka = async () =>
  (
    await app.sql<{ kode: string }>("select kode from langkah_siklus where siklus_id = $1 and status = 'BERJALAN'", [
      id(),
    ])
  ).map((l) => l.kode)
const teks = ({ $ }: Halaman) => rapikan($('main').text())

beforeAll(async () => {
  app = await bukaAplikasiUji()
  k = new KantorPolos(app.alamat, SANDI_UJI)
})
afterAll(() => app.tutup())

describe('pengukuran Candipuro tanpa SOP pengumpulan', () => {
  it('Plt. Camat memerintahkan, Sekretaris memimpin rapat, Tim SAKIP menyusun rencana kegiatan', async () => {
    const tim = await k.orang('sakip.candipuro')
    const isian = { periode: 'TRIWULAN-2', tahun: '2026' }
    siklus = (await tim.tekan(await tim.buka('/siklus/baru'), 'Mulai siklus', { isian })).alamat
    const { o, h } = await k.kerjakan('camat.candipuro', /^1\. Terbitkan/)
    await o.tekan(h, 'Terbitkan disposisi', { isian: { asal: 'INISIATIF', sifat: 'BIASA' } })
    await rapat(k, { pemimpin: 'sekcam.candipuro', notulisi: 'Tim SAKIP' })
    await programKerja(k, 'sakip.candipuro')
    expect(await terbuka()).toEqual(['C4'])
  })

  it('metodologi, lalu pengukuran memperingatkan dan meminta alasan sebelum angka diisi sendiri', async () => {
    const m = await k.kerjakan('sakip.candipuro', /^4\. /)
    await m.o.tekan(m.h, 'Tetapkan metodologi')
    const { h } = await k.kerjakan('sakip.candipuro', /^5\. /)
    expect(teks(h)).toContain('Tidak ada pengumpulan data yang disetujui untuk periode ini.')
    await isiPengukuranSendiri(k, 'sakip.candipuro', /^5\. /)
    expect(await terbuka()).toEqual(['C6'])
  })

  it('rekap, laporan, dan telaah bekerja atas Kertas Kerja; yang disetujui masuk riwayat capaian', async () => {
    const rekap = await k.kerjakan('sakip.candipuro', /^6\. /)
    await rekap.o.tekan(rekap.h, 'Bekukan rekap versi 1')
    const lapor = await k.kerjakan('sakip.candipuro', /^7\. /)
    await lapor.o.tekan(lapor.h, /^Laporkan kepada/)
    const telaah = await k.kerjakan('sekcam.candipuro', /^8\. /)
    expect(teks(telaah.h)).toContain('Kertas: Map pengukuran, lemari 1')
    await telaah.o.tekan(telaah.h, 'Setujui rekap')
    const [riwayat] = await app.sql<{ n: number }>(
      'select count(*)::int as n from realisasi_indikator where siklus_id = $1',
      [id()],
    )
    expect(riwayat?.n).toBeGreaterThan(0)
    const camat = await k.kerjakan('sekcam.candipuro', /^9\. /)
    await camat.o.tekan(camat.h, 'Sampaikan kepada Camat')
    const jawab = await k.kerjakan('camat.candipuro', /^9\. /)
    await jawab.o.tekan(jawab.h, 'Terbitkan disposisi', { isian: { instruksi: ['Arsipkan'] } })
    expect(await terbuka()).toEqual(['C10'])
  })

  it('surat pengantar bernomor ditandatangani Plt. Camat dan dikirim; dengan itu siklus selesai, tanpa arsip', async () => {
    const { o, h } = await k.kerjakan('sakip.candipuro', /^10\. Kirim dokumen/)
    expect(h.$('#isian-kepada').val()).toBe('Bupati Lumajang')
    await o.tekan(h, 'Sudah dikirim, selesaikan', {
      isian: { cara: 'DIANTAR', dikirimTanggal: '2026-07-06', diterimaTanggal: '2026-07-06', penerima: 'Sari' },
    })
    expect(await terbuka()).toEqual([])
    const [surat] = await app.sql<{ nomor: string; teks: string }>(
      "select nomor, model::text as teks from dokumen where siklus_id = $1 and jenis = 'SURAT_PENGANTAR'",
      [id()],
    )
    expect(surat?.nomor).not.toBe('')
    for (const kata of ['Yth. Bupati Lumajang', 'Plt. CAMAT CANDIPURO']) expect(surat?.teks).toContain(kata)
    expect((await ulangi(app, id(), 'sekcam.candipuro')).status).toBe('SELESAI')
    expect(await bandingkanBaris(app, id(), 'sekcam.candipuro')).toEqual([])
    expect(teks(await o.buka(siklus))).toContain('Selesai')
    expect(await k.tugas('sakip.candipuro')).toEqual(['Menyiapkan bukti dukung setiap indikator'])
  })

  it('setiap hasil yang tersimpan terhitung ulang sama, huruf demi huruf', async () => {
    const { jumlah, beda } = await hitungUlangSemua(app)
    expect(beda).toEqual([])
    expect(jumlah).toBeGreaterThan(0)
  })
})
