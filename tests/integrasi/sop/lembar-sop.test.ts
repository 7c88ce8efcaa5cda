import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DefinisiSop } from '../../../src/modul/sop/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { teksPdf } from '../../bantuan/baca-pdf.ts'

let app: AplikasiUji
let daftar: { id: string; kode: string; pembuka: string; definisi: DefinisiSop }[]
const orang = new Map<string, OrangUji>()
beforeAll(async () => {
  app = await bukaAplikasiUji()
  // somebody of each office that has an SOP
  daftar = await app.sql(
    `select distinct on (s.id) v.id, s.kode, a.nama_pengguna as pembuka, v.definisi from versi_sop v join sop s on s.id = v.sop_id
     join akun a on a.kecamatan_id = s.kecamatan_id and a.nama_pengguna like 'camat%' order by s.id, v.nomor_versi desc`,
  )
  for (const { pembuka } of daftar) if (!orang.has(pembuka)) orang.set(pembuka, await app.masukSebagai(pembuka))
})
afterAll(() => app.tutup())

const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()
/** words without the breaks that a narrow column makes */
const padat = (teks: string) => teks.replace(/[\s-]+/g, '').toLowerCase()
const ambil = (nama: string) => {
  const ada = orang.get(nama)
  if (!ada) throw new Error(nama)
  return ada
}
const mintaPdf = async (dia: OrangUji, alamat: string) => {
  const jawab = await dia
    .buka(alamat)
    .buffer(true)
    .parse((res, selesai) => {
      const potong: Buffer[] = []
      res.on('data', (p: Buffer) => potong.push(p))
      res.on('end', () => selesai(null, Buffer.concat(potong)))
    })
  return { status: jawab.status, tajuk: jawab.headers, isi: jawab.body as Buffer }
}

describe('lembar SOP', () => {
  it('setiap SOP setiap kantor: gambar tersembunyi bagi pembaca layar, tabelnya tabel sungguhan', async () => {
    expect(daftar.length).toBeGreaterThanOrEqual(6)
    for (const { id, kode, pembuka, definisi } of daftar) {
      const $ = await ambil(pembuka).halaman(`/sop/${id}/lembar`)
      expect($('h1').text(), kode).toBe(definisi.nama)
      expect($('.lembar-sop').attr('aria-hidden')).toBe('true')
      expect($('.lembar-sop a, .lembar-sop [tabindex="0"]').length).toBe(0)
      expect($('svg.lembar-sop__halaman').length).toBeGreaterThan(1)
      expect($('main').html()).not.toMatch(/\sstyle=|NaN|undefined|Infinity/)
      const baris = $('main table tbody tr')
      expect(baris.length).toBe(definisi.langkah.length)
      for (const [i, l] of definisi.langkah.entries()) {
        expect(rapi(baris.eq(i).find('th[scope=row]').text())).toBe(rapi(l.uraian))
        expect(rapi(baris.eq(i).find('td').first().text())).toBe(l.nomor)
      }
      expect(baris.last().text()).toContain('Selesai.')
    }
  })

  it('PDF: halaman bernomor, huruf tertanam, setiap uraian dan identitas terbaca kembali', async () => {
    for (const { id, kode, pembuka, definisi } of daftar)
      for (const kertas of ['', '?kertas=F4']) {
        const { status, tajuk, isi } = await mintaPdf(ambil(pembuka), `/sop/${id}/lembar.pdf${kertas}`)
        expect([status, tajuk['content-type']]).toEqual([200, 'application/pdf'])
        expect(tajuk['content-disposition']).toContain('inline')
        const halaman = await teksPdf(isi)
        expect(halaman.length, kode).toBeGreaterThan(1)
        halaman.forEach((teks, ke) => {
          expect(teks).toContain(`Halaman ${ke + 1} dari ${halaman.length}`)
        })
        const semua = padat(halaman.join(' '))
        for (const l of definisi.langkah)
          for (const isi of [l.uraian, l.keluaran ?? '', ...l.kelengkapan]) expect(semua, kode).toContain(padat(isi))
        for (const d of definisi.identitas.dasarHukum) expect(semua, kode).toContain(padat(d.teks))
        for (const p of definisi.pelaksana) expect(semua, kode).toContain(padat(p.nama))
        const mentah = isi.toString('latin1')
        expect(mentah.includes('/FontFile2'), 'huruf tertanam').toBe(true)
        expect(mentah.includes('/Subtype /Image'), 'gambar titik').toBe(false)
        const [, lebar, tinggi] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(mentah) ?? []
        expect([lebar, tinggi].map((n) => Math.round(Number(n)))).toEqual(kertas ? [936, 612] : [842, 595])
      }
  })

  it('kepala tabel diulang di setiap halaman alir', async () => {
    const [satu] = daftar.filter((d) => d.kode === 'pengumpulan-taman')
    const { isi } = await mintaPdf(ambil('camat'), `/sop/${satu?.id}/lembar.pdf`)
    const alir = (await teksPdf(isi)).filter((teks) => teks.includes('Uraian Prosedur'))
    expect(alir.length).toBe(2)
    for (const teks of alir)
      for (const kepala of ['Pelaksana', 'Mutu Baku', 'Kelengkapan', 'Waktu', 'Output', 'Keterangan', 'Tim SAKIP'])
        expect(teks).toContain(kepala)
    expect(alir.join(' ')).toMatch(/Bersambung ke halaman 4.*Sambungan halaman 3/)
  })

  it('semua peran kantor ini melihatnya; kecamatan lain dan alamat sembarang 404, tamu diminta masuk', async () => {
    const [satu] = daftar.filter((d) => d.kode === 'pengumpulan-taman')
    for (const akhir of ['lembar', 'lembar.pdf']) {
      for (const nama of ['staf.pmd', 'sakip1', 'pengamat', 'admin'])
        expect((await (await app.masukSebagai(nama)).buka(`/sop/${satu?.id}/${akhir}`)).status, nama).toBe(200)
      const lain = await app.masukSebagai('camat.candipuro')
      expect((await lain.buka(`/sop/${satu?.id}/${akhir}`)).status).toBe(404)
      expect((await lain.buka(`/sop/bukan-id/${akhir}`)).status).toBe(404)
      expect((await app.tamu().buka(`/sop/${satu?.id}/${akhir}`)).status).toBe(303)
    }
  })

  it('versi yang belum disahkan ditandai di kaki setiap halaman', async () => {
    const [satu] = daftar.filter((d) => d.kode === 'pengukuran-taman')
    await app.sql("update versi_sop set status = 'DRAF' where id = $1", [satu?.id])
    const { isi } = await mintaPdf(ambil('camat'), `/sop/${satu?.id}/lembar.pdf`)
    for (const teks of await teksPdf(isi)) expect(teks).toContain('DRAF, belum disahkan')
  })
})
