import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaksi } from '../../../src/inti/basis-data/index.ts'
import { jam } from '../../../src/inti/waktu/index.ts'
import { jalankan } from '../../../src/modul/siklus/index.ts'
import { type AplikasiUji, bukaAplikasiUji, MULAI_UJI, type OrangUji } from '../../bantuan/aplikasi.ts'
import { teksPdf } from '../../bantuan/baca-pdf.ts'
import { lengkapiJenis, mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'

let app: AplikasiUji
let id: string
let sakip: OrangUji
beforeAll(async () => {
  app = await bukaAplikasiUji()
  lengkapiJenis()
  id = await mulaiSiklusUji(app)
  await sampaiLangkah(app, id, 'P10')
  sakip = await app.masukSebagai('sakip1')
})
afterAll(() => app.tutup())

const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()
const baris = async (dia: OrangUji, kode: string) => {
  const $ = await dia.halaman(`/siklus/${id}/lembar`)
  const nomor = kode.slice(1)
  const satu = $('main table tbody tr').filter((_, tr) => rapi($(tr).find('td').first().text()) === nomor)
  return { $, teks: rapi(satu.text()), alamat: satu.find('th a').attr('href') }
}
const ambilPdf = async (dia: OrangUji, alamat: string) => {
  const jawab = await dia
    .buka(alamat)
    .buffer(true)
    .parse((res, selesai) => {
      const potong: Buffer[] = []
      res.on('data', (p: Buffer) => potong.push(p))
      res.on('end', () => selesai(null, Buffer.concat(potong)))
    })
  return jawab.body as Buffer
}
const simpan = async (nama: string) => {
  const folder = process.env.TAKAR_LIHAT
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/${nama}.pdf`, await ambilPdf(sakip, `/siklus/${id}/lembar.pdf`))
}

describe('lembar SOP sebuah siklus', () => {
  it('tab siklus membawa ke lembarnya; setiap langkah bertautan ke layar dan dokumennya', async () => {
    const $siklus = await sakip.halaman(`/siklus/${id}`)
    expect($siklus(`.tab a[href="/siklus/${id}/lembar"]`).text()).toBe('Lembar SOP')
    const { $, alamat } = await baris(sakip, 'P8')
    expect($('.tab a[aria-current=page]').text()).toBe('Lembar SOP')
    expect(alamat).toBe(`/siklus/${id}/langkah/P8`)
    const gambar = $('.lembar-sop a')
    expect(gambar.length).toBe(12)
    gambar.each((_, a) => {
      expect($(a).attr('tabindex')).toBe('-1')
      expect($(a).find('title').text()).toMatch(/^Langkah \d+: \S/)
    })
    const dokumen = $(`main table a[href^="/siklus/${id}/dokumen/"]`)
    expect(dokumen.length).toBeGreaterThan(3)
    const satu = await sakip.buka(dokumen.first().attr('href') ?? '')
    expect(satu.status).toBe(200)
  })

  it('selesai, sekarang, dan belum mulai dikatakan dengan kata, dengan waktu dan pembandingnya', async () => {
    expect((await baris(sakip, 'P9')).teks).toMatch(/Selesai.*6 Jul 2026 09\.\d\d–\d\d\.\d\d.*; baku 30 menit/)
    expect((await baris(sakip, 'P7')).teks).toMatch(/7 dari 7 bagian selesai/)
    expect((await baris(sakip, 'P10')).teks).toMatch(
      /Sedang dikerjakan.*sejak 6 Jul 2026 09\.\d\d.*di tangan Sekretaris Kecamatan/,
    )
    const { teks, $ } = await baris(sakip, 'P12')
    expect(teks).toContain('Belum mulai')
    expect($('main').html()).not.toMatch(/\sstyle=|NaN|undefined|Infinity/)
    await simpan('berjalan')
  })

  it('lewat waktu baku dan dikembalikan terlihat pada langkahnya', async () => {
    const tigaHari = MULAI_UJI.getTime() + 3 * 86_400_000 - Date.now()
    jam.atur(() => new Date(Date.now() + tigaHari))
    // the session of three days ago is over
    sakip = await app.masukSebagai('sakip1')
    expect((await baris(sakip, 'P10')).teks).toMatch(/Sedang dikerjakan, lewat waktu baku/)
    await simpan('terlambat')
    await app.sebagai('sekcam', (pelaku) =>
      transaksi(app.db, pelaku, (tx) =>
        jalankan(tx, pelaku, {
          jenis: 'PUTUSKAN',
          siklusId: id,
          langkah: 'P10',
          keputusan: 'tidak',
          tujuan: 'P8',
          alasan: 'Angka serapan belum cocok.',
        }),
      ),
    )
    expect((await baris(sakip, 'P8')).teks).toMatch(/Dikembalikan.*putaran 2/)
    await simpan('dikembalikan')
  })

  it('PDF memuat keadaan, waktu, dan halaman bernomor; juga di kertas F4', async () => {
    for (const kertas of ['', '?kertas=F4']) {
      const halaman = await teksPdf(await ambilPdf(sakip, `/siklus/${id}/lembar.pdf${kertas}`))
      const semua = rapi(halaman.join(' '))
      expect(semua).toContain('Pelaksanaan')
      expect(semua).toContain('Triwulan II 2026 · keadaan 9 Juli 2026')
      for (const kata of ['Selesai', 'Dikembalikan', 'Belum mulai', 'putaran 2']) expect(semua).toContain(kata)
      halaman.forEach((teks, ke) => {
        expect(teks).toContain(`Halaman ${ke + 1} dari ${halaman.length}`)
      })
    }
  })

  it('pembaca dan pelaksana melihatnya, admin 403, kecamatan lain 404', async () => {
    const lain = await app.masukSebagai('camat.candipuro')
    const admin = await app.masukSebagai('admin')
    for (const akhir of ['lembar', 'lembar.pdf']) {
      for (const nama of ['camat', 'staf.pmd', 'pengamat'])
        expect((await (await app.masukSebagai(nama)).buka(`/siklus/${id}/${akhir}`)).status, nama).toBe(200)
      expect((await lain.buka(`/siklus/${id}/${akhir}`)).status).toBe(404)
      expect((await admin.buka(`/siklus/${id}/${akhir}`)).status).toBe(403)
    }
  })

  it('siklus yang dibatalkan: langkah yang terbuka dihentikan', async () => {
    const batal = await (await app.masukSebagai('camat')).kirim(`/siklus/${id}/pembatalan`, {
      alasan: 'Diulang bulan depan karena data belum ada.',
    })
    expect(batal.status).toBe(303)
    expect((await baris(sakip, 'P8')).teks).toContain('Dihentikan')
  })
})
