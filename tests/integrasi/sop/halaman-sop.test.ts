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
  it('ringkasan memuat identitas dan pelaksana hari ini', async () => {
    const $ = await (await app.masukSebagai('staf.pmd')).halaman(`/sop/${versi.id}`)
    const teks = rapi($('main').text())
    expect($('h1').text()).toContain('SOP Pengumpulan Data Kinerja')
    for (const b of [
      'Nomor SOP',
      'belum bernomor',
      '4 Maret 2026',
      'NIP',
      'Dasar hukum',
      'Kualifikasi pelaksana',
      'Peringatan',
      'Camat Taman (contoh)',
      'Koordinator Tim SAKIP (contoh)',
    ])
      expect(teks, b).toContain(b)
    expect(teks).not.toMatch(/undefined|null|\[object/)
    expect($('main form').length, 'orang yang tidak menyusun tidak mendapat tombol').toBe(0)
  })

  it('dua belas langkah dengan mutu baku, setiap jalan keputusan disebut', async () => {
    const $ = await (await app.masukSebagai('staf.pmd')).halaman(`/sop/${versi.id}/langkah`)
    const teks = rapi($('main').text())
    expect(teks).toContain('430 menit + 5 hari kerja')
    const langkah = $('table').first().find('tbody tr')
    expect(langkah.length).toBe(12)
    for (const [i, l] of versi.definisi.langkah.entries()) expect(rapi(langkah.eq(i).text())).toContain(rapi(l.uraian))
    expect(rapi(langkah.eq(9).text())).toContain('Ya: langkah 11. Tidak: kembali ke langkah 7 atau langkah 8.')
    expect(teks).not.toMatch(/undefined|null|\[object/)
  })

  it('setiap koreksi terlihat: bunyi asli, alasan, dan catatan umum', async () => {
    const sakip = await app.masukSebagai('sakip1')
    const teks = rapi((await sakip.halaman(`/sop/${versi.id}`))('main').text())
    const langkah = rapi((await sakip.halaman(`/sop/${versi.id}/langkah`))('main').text())
    for (const l of versi.definisi.langkah) {
      if (l.uraianAsli) expect(langkah).toContain(rapi(l.uraianAsli))
      if (l.catatanKoreksi) expect(langkah).toContain(rapi(l.catatanKoreksi))
    }
    expect(versi.definisi.catatan.length).toBeGreaterThan(10)
    for (const c of versi.definisi.catatan)
      for (const t of [c.letak, c.temuan, c.penyelesaian]) expect(teks).toContain(rapi(t))
    for (const d of versi.definisi.identitas.dasarHukum) if (d.catatan) expect(teks).toContain(rapi(d.catatan))
  })

  it('daftar memuat dua SOP kantor ini saja; SOP kecamatan lain 404', async () => {
    const $ = await (await app.masukSebagai('sakip1')).halaman('/sop')
    expect(
      $('.sop-satu h2')
        .map((_, a) => $(a).text())
        .get(),
    ).toEqual(['SOP Pengumpulan Data Kinerja', 'SOP Pengukuran Kinerja'])
    expect($(`.sop-satu a[href="/sop/${versi.id}"]`).text()).toBe('Versi 1')
    const lain = await app.masukSebagai('camat.candipuro')
    for (const jalur of ['', '/langkah', '/versi', '/yaml', '/excel'])
      expect((await lain.buka(`/sop/${versi.id}${jalur}`)).status, jalur).toBe(404)
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
