import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { lengkapiJenis, mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'

let app: AplikasiUji
let id: string
let lainId: string
let sakip: OrangUji
let dokumen: { id: string; judul: string; kode: string }[]
beforeAll(async () => {
  app = await bukaAplikasiUji()
  lengkapiJenis()
  id = await mulaiSiklusUji(app)
  await sampaiLangkah(app, id, 'P9')
  lainId = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: 6 } })
  sakip = await app.masukSebagai('sakip1')
  dokumen = await app.sql(
    'select d.id, d.judul, l.kode from dokumen d join langkah_siklus l on l.id = d.langkah_id where d.siklus_id = $1 order by l.urut',
    [id],
  )
})
afterAll(() => app.tutup())

const pdf = (orang: OrangUji, alamat: string) =>
  orang
    .buka(alamat)
    .buffer(true)
    .parse((res, selesai) => {
      const potong: Buffer[] = []
      res.on('data', (p: Buffer) => potong.push(p))
      res.on('end', () => selesai(null, Buffer.concat(potong)))
    })

describe('dokumen siklus', () => {
  it('setiap langkah meninggalkan dokumennya; daftar menunjuk ke pratinjau dan PDF', async () => {
    expect(dokumen.map((d) => d.kode)).toEqual(expect.arrayContaining(['P5', 'P6', 'P7', 'P8']))
    const $ = await sakip.halaman(`/siklus/${id}/dokumen`)
    for (const d of dokumen) {
      expect($(`a[href="/siklus/${id}/dokumen/${d.id}"]`).text()).toContain(d.judul)
      expect($(`a[href="/siklus/${id}/dokumen/${d.id}/pdf"]`).length).toBe(1)
    }
  })

  it('pratinjau memuat kop, judul, isi; PDF berisi bita PDF sungguhan', async () => {
    for (const d of dokumen) {
      const $ = await sakip.halaman(`/siklus/${id}/dokumen/${d.id}`)
      expect($('h1').first().text(), d.judul).toContain(d.judul)
      expect($('main').text()).toContain('KECAMATAN TAMAN')
      expect($('main').text()).not.toMatch(/undefined|NaN|\[object/)
      const jawab = await pdf(sakip, `/siklus/${id}/dokumen/${d.id}/pdf`)
      expect(jawab.status).toBe(200)
      expect(jawab.headers['content-type']).toBe('application/pdf')
      const isi = jawab.body as Buffer
      expect(isi.subarray(0, 5).toString()).toBe('%PDF-')
      expect(isi.subarray(-1024).toString('latin1')).toContain('%%EOF')
      expect(isi.length).toBeGreaterThan(5000)
    }
  })

  it('dokumen siklus lain, kecamatan lain, atau id sembarang: 404; admin 403', async () => {
    const [d] = dokumen
    const satu = `${d?.id}`
    const lain = await app.masukSebagai('camat.candipuro')
    const admin = await app.masukSebagai('admin')
    for (const akhir of ['', '/pdf']) {
      expect((await sakip.buka(`/siklus/${lainId}/dokumen/${satu}${akhir}`)).status).toBe(404)
      expect((await sakip.buka(`/siklus/${id}/dokumen/${lainId}${akhir}`)).status).toBe(404)
      expect((await lain.buka(`/siklus/${id}/dokumen/${satu}${akhir}`)).status).toBe(404)
      expect((await admin.buka(`/siklus/${id}/dokumen/${satu}${akhir}`)).status).toBe(403)
    }
    for (const halaman of ['', '/dokumen', '/riwayat', '/langkah/P1', '/langkah/P8/rekap']) {
      expect((await lain.buka(`/siklus/${id}${halaman}`)).status, halaman).toBe(404)
      expect((await admin.buka(`/siklus/${id}${halaman}`)).status, halaman).toBe(403)
    }
  })
})

describe('riwayat', () => {
  it('kalimat terbaru di atas, dengan siapa, sebagai apa, unit dengan namanya', async () => {
    const $ = await sakip.halaman(`/siklus/${id}/riwayat`)
    const butir = $('.riwayat > li')
      .map((_, li) => $(li).text().replace(/\s+/g, ' ').trim())
      .get()
    expect(butir[0]).toMatch(/Langkah 9 .* terbuka\./)
    expect(butir.at(-1)).toMatch(
      /SOP Pengumpulan Data Kinerja untuk Triwulan II 2026 dimulai\..*Koordinator Tim SAKIP \(contoh\), sebagai Tim SAKIP/,
    )
    expect(butir.join(' ')).toContain('bagian Seksi Pemerintahan diserahkan.')
    expect(butir.find((b) => b.includes('dibagikan kepada'))).toMatch(/Seksi Pelayanan Umum.*sebagai Tim SAKIP/)
    expect(butir.join(' ')).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|undefined|BAGIAN_/)
  })
  it('alamat langkah tanpa jenis membawa ke halaman jenisnya; langkah yang tidak ada 404', async () => {
    const ke = await sakip.buka(`/siklus/${id}/langkah/P8`)
    expect([ke.status, ke.headers.location]).toEqual([303, `/siklus/${id}/langkah/P8/rekap`])
    expect((await sakip.buka(`/siklus/${id}/langkah/P99`)).status).toBe(404)
  })
  it('halaman satu jenis tidak membuka langkah jenis lain', async () => {
    for (const alamat of ['P9/rekap', 'P9/arsip', 'P8/arsip', 'P12/rekap'])
      expect((await sakip.buka(`/siklus/${id}/langkah/${alamat}`)).status, alamat).toBe(404)
    expect((await sakip.kirim(`/siklus/${id}/langkah/P9/rekap/pembekuan`, { versi: '1', catatan: '' })).status).toBe(
      404,
    )
    expect(
      (await sakip.kirim(`/siklus/${id}/langkah/P9/arsip/penyegelan`, { versi: '1', tempatKertas: '' })).status,
    ).toBe(404)
    const [arsip] = await app.sql<{ n: number }>('select count(*)::int as n from arsip')
    expect(arsip?.n).toBe(0)
  })
})
