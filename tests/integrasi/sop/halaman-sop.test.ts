import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DefinisiSop } from '../../../src/modul/sop/index.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'

let app: AplikasiUji
let versi: { id: string; definisi: DefinisiSop }
beforeAll(async () => {
  app = await bukaAplikasiUji()
  const [v] = await app.sql<{ id: string; definisi: DefinisiSop }>(
    "select v.id, v.definisi from versi_sop v join sop s on s.id = v.sop_id where s.kode = 'pengumpulan-taman'",
  )
  if (!v) throw new Error('tanpa SOP')
  versi = v
})
afterAll(() => app.tutup())
const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()

describe('halaman SOP', () => {
  it('memuat identitas, dua belas langkah dengan mutu baku, pelaksana hari ini', async () => {
    const $ = await (await app.masukSebagai('staf.pmd')).halaman(`/sop/${versi.id}`)
    const teks = rapi($('main').text())
    expect($('h1').text()).toContain('SOP Pengumpulan Data Kinerja')
    for (const b of [
      'Nomor SOP',
      'belum bernomor',
      '4 Maret 2026',
      'NIP.',
      '430 menit + 5 hari kerja',
      'Dasar hukum',
      'Kualifikasi pelaksana',
      'Peringatan',
    ])
      expect(teks, b).toContain(b)
    const langkah = $('table').first().find('tbody tr')
    expect(langkah.length).toBe(12)
    for (const [i, l] of versi.definisi.langkah.entries()) expect(rapi(langkah.eq(i).text())).toContain(rapi(l.uraian))
    expect(rapi(langkah.eq(9).text())).toContain('Ya: langkah 11. Tidak: kembali ke langkah 7 atau langkah 8.')
    expect(teks).toContain('Camat Taman (contoh)')
    expect(teks).toContain('Koordinator Tim SAKIP (contoh)')
    expect(teks).not.toMatch(/undefined|null|\[object/)
  })

  it('setiap koreksi terlihat: bunyi asli, alasan, dan catatan umum', async () => {
    const $ = await (await app.masukSebagai('sakip1')).halaman(`/sop/${versi.id}`)
    const teks = rapi($('main').text())
    for (const l of versi.definisi.langkah) {
      if (l.uraianAsli) expect(teks).toContain(rapi(l.uraianAsli))
      if (l.catatanKoreksi) expect(teks).toContain(rapi(l.catatanKoreksi))
    }
    expect(versi.definisi.catatan.length).toBeGreaterThan(10)
    for (const c of versi.definisi.catatan)
      for (const t of [c.letak, c.temuan, c.penyelesaian]) expect(teks).toContain(rapi(t))
    for (const d of versi.definisi.identitas.dasarHukum) if (d.catatan) expect(teks).toContain(rapi(d.catatan))
  })

  it('daftar memuat dua SOP kantor ini saja; SOP kecamatan lain 404', async () => {
    const $ = await (await app.masukSebagai('sakip1')).halaman('/sop')
    expect(
      $('a[href^="/sop/"]')
        .map((_, a) => $(a).text())
        .get(),
    ).toEqual(['SOP Pengumpulan Data Kinerja', 'SOP Pengukuran Kinerja'])
    const lain = await app.masukSebagai('camat.candipuro')
    expect((await lain.buka(`/sop/${versi.id}`)).status).toBe(404)
    expect((await lain.buka('/sop/bukan-id')).status).toBe(404)
  })

  it('pelaksana mengikuti penugasan hari ini', async () => {
    await app.sql(
      "update penugasan set selesai = '2026-07-01' where pegawai_id = (select pegawai_id from akun where nama_pengguna = 'camat')",
    )
    const $ = await (await app.masukSebagai('sakip1')).halaman(`/sop/${versi.id}`)
    expect(rapi($('main').text())).toContain('tidak ada pemegang hari ini')
  })
})
