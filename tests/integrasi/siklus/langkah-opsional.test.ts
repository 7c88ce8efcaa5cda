import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { rapikan } from '../../bantuan/peramban-polos.ts'
import { KantorPolos } from '../../bantuan/perjalanan-polos.ts'
import { mulaiSiklusUji } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'
import { bukaLangkah, teksUtama } from './layar-jenis.ts'

let app: AplikasiUji
let kantor: KantorPolos
let bulan = 0
beforeAll(async () => {
  app = await bukaAplikasiUji()
  kantor = new KantorPolos(app.alamat, SANDI_UJI)
})
afterAll(() => app.tutup())
const mulai = (sop: string) => mulaiSiklusUji(app, { sop, periode: { jenis: 'BULAN', tahun: 2026, nomor: ++bulan } })
const status = async (siklusId: string) =>
  Object.fromEntries(
    (
      await app.sql<{ kode: string; status: string }>(
        'select kode, status::text from langkah_siklus where siklus_id = $1',
        [siklusId],
      )
    ).map((l) => [l.kode, l.status]),
  )

describe('langkah "bila diperlukan"', () => {
  it('yang menyelesaikan langkah sebelumnya ditanya tentang semua yang berurutan; tanpa jawaban ditolak', async () => {
    const sop = await pasangSopKecil(app, 'opsional', [
      { kode: 'A' },
      { kode: 'B', opsional: true, uraian: 'Koordinasi dengan desa bila diperlukan' },
      { kode: 'C', opsional: true },
      { kode: 'D' },
    ])
    const id = await mulai(sop)
    const sari = await kantor.orang('sakip1')
    const h = await bukaLangkah(sari, id, 'A')
    expect(teksUtama(h)).toMatch(/Apakah langkah 2 diperlukan kali ini\?.*Koordinasi dengan desa bila diperlukan/)
    const tolak = await sari.tekan(h, 'Selesaikan langkah ini', {
      isian: { catatan: 'Sudah dikerjakan', 'lanjutan.B': 'tidak' },
      bolehGagal: true,
    })
    expect(tolak.status).toBe(422)
    expect(rapikan(tolak.$('.pesan--gagal').text())).toContain('Pilih apakah langkah 3 diperlukan kali ini.')
    expect(tolak.$('.pesan__daftar a').attr('href')).toBe('#isian-lanjutan.C')
    expect(tolak.$('[id="isian-lanjutan.C"]').length).toBe(1)
    expect(tolak.$('textarea[name=catatan]').val()).toContain('Sudah dikerjakan')
    expect(tolak.$('input[name="lanjutan.B"][value=tidak]').attr('checked')).toBeDefined()
    await sari.tekan(tolak, 'Selesaikan langkah ini', { isian: { 'lanjutan.C': 'perlu' } })
    expect(await status(id)).toEqual({ A: 'SELESAI', B: 'DILEWATI', C: 'BERJALAN', D: 'BELUM' })
    const riwayat = await sari.buka(`/siklus/${id}/riwayat`)
    expect(teksUtama(riwayat)).toContain('Tidak diperlukan.')
  })

  it('keputusan hanya menanyakan yang ada di jalan yang dipilih', async () => {
    const sop = await pasangSopKecil(app, 'opsional-keputusan', [
      { kode: 'A' },
      { kode: 'B', pelaksana: 'SEKCAM', keputusan: { ya: 'C', tidak: ['E', 'A'] } },
      { kode: 'C', opsional: true },
      { kode: 'D', berikutnya: null },
      { kode: 'E', opsional: true },
      { kode: 'F' },
    ])
    const id = await mulai(sop)
    const sari = await kantor.orang('sakip1')
    await sari.tekan(await bukaLangkah(sari, id, 'A'), 'Selesaikan langkah ini')
    const budi = await kantor.orang('sekcam')
    const h = await bukaLangkah(budi, id, 'B')
    const tolak = await budi.tekan(h, 'Putuskan', { isian: { putusan: 'ya', 'lanjutan.E': 'perlu' }, bolehGagal: true })
    expect(tolak.status).toBe(422)
    await budi.tekan(tolak, 'Putuskan', { isian: { putusan: 'tidak:E', 'lanjutan.E': 'tidak' } })
    expect(await status(id)).toMatchObject({ B: 'SELESAI', C: 'BELUM', E: 'DILEWATI', F: 'BERJALAN' })
  })

  it('yang bukan untuk periode ini tidak ditanyakan; di belakangnya tetap', async () => {
    const sop = await pasangSopKecil(app, 'opsional-periode', [
      { kode: 'A' },
      { kode: 'B', opsional: true, hanyaPeriode: [{ jenis: 'TRIWULAN', nomor: 4 }] },
      { kode: 'C', opsional: true },
      { kode: 'D' },
    ])
    const id = await mulai(sop)
    const sari = await kantor.orang('sakip1')
    const { $ } = await bukaLangkah(sari, id, 'A')
    const ditanya = $('input[name^="lanjutan."]')
      .map((_, i) => $(i).attr('name'))
      .get()
    expect([...new Set(ditanya)]).toEqual(['lanjutan.C'])
  })
})
