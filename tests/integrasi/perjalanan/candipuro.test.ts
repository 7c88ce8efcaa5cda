import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaksi } from '../../../src/inti/basis-data/index.ts'
import { jalankan } from '../../../src/modul/siklus/index.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { type Halaman, rapikan } from '../../bantuan/peramban-polos.ts'
import { KantorPolos } from '../../bantuan/perjalanan-polos.ts'
import { isiPengukuranSendiri } from '../../bantuan/ukur-polos.ts'

/** SOP Pengukuran Data Kinerja of Candipuro, which has no collection SOP: from its methodology to the Camat's answer. */
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
/** Steps before the measuring are other tests' matter: finished on the engine, by whom the SOP names. */
const lewati = (kode: string, nama: string) =>
  app.sebagai(nama, (pelaku) =>
    transaksi(app.db, pelaku, (tx) => jalankan(tx, pelaku, { jenis: 'SELESAIKAN', siklusId: id(), langkah: kode })),
  )

beforeAll(async () => {
  app = await bukaAplikasiUji()
  k = new KantorPolos(app.alamat, SANDI_UJI)
  const o = await k.orang('sakip.candipuro')
  siklus = (
    await o.tekan(await o.buka('/siklus/baru'), 'Mulai siklus', { isian: { periode: 'TRIWULAN-2', tahun: '2026' } })
  ).alamat
  await lewati('C1', 'camat.candipuro')
  await lewati('C2', 'sekcam.candipuro')
  await lewati('C3', 'sakip.candipuro')
})
afterAll(() => app.tutup())

describe('pengukuran Candipuro tanpa SOP pengumpulan', () => {
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
})
