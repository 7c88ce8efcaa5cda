import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cariPanduan } from '../../../src/modul/bantuan/cari-bantuan.ts'
import { BANTUAN_HALAMAN, PANDUAN_PERAN } from '../../../src/modul/bantuan/naskah/index.ts'
import { teksNaskah, uraiNaskah } from '../../../src/modul/bantuan/urai-naskah.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { teksPdf } from '../../bantuan/baca-pdf.ts'
import { formulirUji, siapkanSiklus } from '../formulir/bantuan-formulir.ts'

let app: AplikasiUji
const AKUN = ['camat', 'sekcam', 'sakip1', 'kasi.pemerintahan', 'staf.pemerintahan', 'pengamat', 'admin'] as const
let orang: Record<(typeof AKUN)[number], OrangUji>
beforeAll(async () => {
  app = await bukaAplikasiUji()
  const masuk = await Promise.all(AKUN.map(async (nama) => [nama, await app.masukSebagai(nama)] as const))
  orang = Object.fromEntries(masuk) as typeof orang
}, 120_000)
afterAll(() => app.tutup())

const rapi = (teks: string): string => teks.replace(/\s+/g, ' ').trim()
const pdf = (o: OrangUji, alamat: string) =>
  o
    .buka(alamat)
    .buffer(true)
    .parse((res, selesai) => {
      const potong: Buffer[] = []
      res.on('data', (p: Buffer) => potong.push(p))
      res.on('end', () => selesai(null, Buffer.concat(potong)))
    })

describe('naskah menunjuk ke halaman yang ada', () => {
  it('setiap alamat dalam naskah dan setiap pola bantuan adalah rute aplikasi', () => {
    const rute = app.rute.filter((r) => r.metode === 'GET').map((r) => r.jalur || '/')
    expect(BANTUAN_HALAMAN.flatMap((b) => b.pola).filter((pola) => !rute.includes(pola))).toEqual([])
    const cocok = rute.map((jalur) => new RegExp(`^${jalur.replace(/:\w+/g, '[^/]+')}$`))
    const alamat = [
      ...PANDUAN_PERAN.flatMap((p) => [
        ...p.hariPertama.map((l) => l.alamat),
        ...[p.ringkas, ...p.bagian.flatMap((b) => b.langkah)].flatMap(uraiNaskah).map((satu) => satu.alamat),
      ]),
      ...BANTUAN_HALAMAN.flatMap((b) => [b.guna, ...b.langkah])
        .flatMap(uraiNaskah)
        .map((satu) => satu.alamat),
    ].filter(Boolean)
    expect(alamat.length).toBeGreaterThan(40)
    expect(alamat.filter((satu) => !cocok.some((pola) => pola.test(satu)))).toEqual([])
  })

  it('halaman yang ditunjuk panduan dapat dibuka oleh perannya', async () => {
    const pemegang = { camat: 'camat', sekcam: 'sekcam', 'tim-sakip': 'sakip1', kasi: 'kasi.pemerintahan' } as const
    const lain = { staf: 'staf.pemerintahan', pengamat: 'pengamat', admin: 'admin' } as const
    const gagal: string[] = []
    for (const [kode, akun] of Object.entries({ ...pemegang, ...lain })) {
      const p = cariPanduan(kode)
      const naskah = p ? [p.ringkas, ...p.bagian.flatMap((b) => b.langkah)] : []
      const alamat = [
        ...(p?.hariPertama.map((l) => l.alamat) ?? []),
        ...naskah.flatMap(uraiNaskah).map((s) => s.alamat),
      ]
      for (const satu of new Set(alamat.filter(Boolean))) {
        const { status } = await orang[akun].buka(satu)
        if (status !== 200) gagal.push(`${akun} ${satu}: ${status}`)
      }
    }
    expect(gagal).toEqual([])
  })
})

describe('halaman bantuan', () => {
  it('daftar: panduan sendiri di atas, semua panduan dan halaman ada', async () => {
    const $ = await orang['kasi.pemerintahan'].halaman('/bantuan')
    expect(rapi($('main section h2').first().text())).toBe('Panduan Kasi dan Kasubbag')
    for (const p of PANDUAN_PERAN) expect($(`a[href="/bantuan/peran/${p.kode}"]`).length, p.kode).toBeGreaterThan(0)
    for (const b of BANTUAN_HALAMAN) expect($(`a[href="/bantuan/halaman/${b.kode}"]`), b.kode).toHaveLength(1)
  })

  it('panduan setiap peran dan bantuan setiap halaman terbuka dengan langkah-langkahnya', async () => {
    for (const p of PANDUAN_PERAN) {
      const $ = await orang.admin.halaman(`/bantuan/peran/${p.kode}`)
      expect($('main ol.bantuan__langkah'), p.kode).toHaveLength(p.bagian.length + 1)
    }
    for (const b of BANTUAN_HALAMAN) {
      const $ = await orang['staf.pemerintahan'].halaman(`/bantuan/halaman/${b.kode}`)
      expect($('main ol.bantuan__langkah li'), b.kode).toHaveLength(b.langkah.length)
      expect($('h1').text()).toBe(b.judul)
    }
  })

  it('kepala halaman menunjuk bantuan halaman itu; yang tidak punya menunjuk panduan peran', async () => {
    const tautan = async (o: OrangUji, alamat: string) => (await o.halaman(alamat))('.atas__bantuan').attr('href')
    expect(await tautan(orang.sakip1, '/siklus/baru')).toBe('/bantuan/halaman/mulai-siklus')
    expect(await tautan(orang.admin, '/kalender')).toBe('/bantuan/halaman/kalender')
    expect(await tautan(orang.sekcam, '/perencanaan/nomenklatur')).toBe('/bantuan/peran/sekcam')
  })

  it('yang ditanya disebut dengan nama pemegang jabatan hari ini; yang kosong dikatakan kosong', async () => {
    const nama = async (akun: string) => (await app.pelaku(akun)).nama
    const isi = rapi((await orang['staf.pemerintahan'].halaman('/bantuan/halaman/formulir'))('.bantuan__tanya').text())
    expect(isi).toContain(await nama('kasi.pemerintahan'))
    expect(isi).toContain(await nama('sakip1'))
    // the coordinator stands first, whatever the alphabet says
    await app.sql("update pegawai set nama = 'Zulaikha' where id = $1", [(await app.pelaku('sakip1')).pegawaiId])
    await orang.admin.kirim('/kalender/hari-libur', { tanggal: '2026-09-08', nama: 'Libur uji', jenis: 'LOKAL' })
    await expect
      .poll(
        async () =>
          rapi((await orang['staf.pemerintahan'].halaman('/bantuan/halaman/formulir'))('.bantuan__tanya').text()),
        { timeout: 15_000 },
      )
      .toMatch(/Tim SAKIPZulaikha \(Koordinator, [^)]+\); /)
    expect(rapi((await orang.admin.halaman('/organisasi/tim-sakip'))('main tbody').first().text())).toMatch(/^Zulaikha/)
    // nobody is sent to ask oneself
    const kasi = rapi((await orang['kasi.pemerintahan'].halaman('/bantuan/halaman/formulir'))('.bantuan__tanya').text())
    expect(kasi).not.toContain(await nama('kasi.pemerintahan'))
    await app.sql("update penugasan set selesai = '2026-06-30' where pegawai_id = $1 and selesai is null", [
      (await app.pelaku('sekcam')).pegawaiId,
    ])
    await orang.admin.kirim('/kalender/hari-libur', { tanggal: '2026-09-09', nama: 'Libur uji', jenis: 'LOKAL' })
    const baru = await app.masukSebagai('kasi.trantib')
    await expect
      .poll(async () => rapi((await baru.halaman('/bantuan/peran/kasi'))('.bantuan__tanya').text()), {
        timeout: 15_000,
      })
      .toContain('Sekretaris Kecamatanjabatan ini sedang kosong')
    await app.sql("update penugasan set selesai = null where selesai = '2026-06-30'")
  })

  it('peran atau halaman yang tidak ada: 404; tamu diminta masuk; admin tidak melihat indikator', async () => {
    for (const alamat of ['/bantuan/peran/lurah', '/bantuan/peran/lurah/pdf', '/bantuan/halaman/tidak-ada'])
      expect((await orang.camat.buka(alamat)).status, alamat).toBe(404)
    expect((await app.tamu().buka('/bantuan')).headers.location).toContain('/masuk')
    const [i] = await app.sql<{ id: string }>('select id from indikator limit 1')
    expect((await orang.admin.buka(`/bantuan/indikator/${i?.id}`)).status).toBe(403)
    expect((await orang.camat.buka('/bantuan/indikator/00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await orang.camat.buka('/bantuan/indikator/bukan-id')).status).toBe(404)
  })
})

describe('kecamatan lain', () => {
  it('tidak melihat indikator dan orang Taman, dan hari pertamanya sendiri', async () => {
    const lain = await app.masukSebagai('camat.candipuro')
    const { kecamatanId, nama } = await app.pelaku('sakip1')
    const [i] = await app.sql<{ id: string }>('select id from indikator where kecamatan_id = $1 limit 1', [kecamatanId])
    expect((await orang.camat.buka(`/bantuan/indikator/${i?.id}`)).status).toBe(200)
    expect((await lain.buka(`/bantuan/indikator/${i?.id}`)).status).toBe(404)
    expect((await orang.camat.halaman('/bantuan/peran/camat'))('.bantuan__tanya').text()).toContain(nama)
    expect((await lain.halaman('/bantuan/peran/camat'))('.bantuan__tanya').text()).not.toContain(nama)
    await lain.kirim('/bantuan/hari-pertama/penyembunyian')
    expect((await lain.halaman('/'))('#hari-pertama')).toHaveLength(0)
    expect((await orang.camat.halaman('/'))('#hari-pertama')).toHaveLength(1)
  })
})

describe('panduan tercetak', () => {
  it('A4 dengan nama kantor, daftar isi, langkah bernomor, dan naskah yang sama dengan di layar', async () => {
    for (const p of PANDUAN_PERAN) {
      const jawab = await pdf(orang.admin, `/bantuan/peran/${p.kode}/pdf`)
      expect(jawab.headers['content-type'], p.kode).toContain('application/pdf')
      const isi = rapi((await teksPdf(jawab.body as Buffer)).join(' '))
      const padat = isi.replace(/\s/g, '')
      expect(isi).toContain('KECAMATAN TAMAN')
      expect(isi).toContain(`untuk ${p.nama}`)
      for (const langkah of p.bagian.flatMap((b) => b.langkah))
        expect(padat, `${p.kode}: ${langkah}`).toContain(teksNaskah(langkah).replace(/\s/g, '').slice(0, 30))
      // what explains a field stands in the guide as well
      for (const b of BANTUAN_HALAMAN.filter((satu) => p.halaman.includes(satu.kode)))
        for (const bidang of b.bidang ?? [])
          expect(padat, `${p.kode}: ${bidang.nama}`).toContain(teksNaskah(bidang.arti).replace(/\s/g, '').slice(0, 30))
      for (const b of p.bagian) expect(isi.split(b.judul).length, `${p.kode}: ${b.judul}`).toBeGreaterThanOrEqual(3)
    }
  }, 120_000)
})

describe('bantuan di samping isian', () => {
  it('setiap indikator formulir menunjuk bantuannya: arti, rumus, contoh terhitung, siapa ditanya', async () => {
    const siklusId = await siapkanSiklus(app, 'P7')
    const formulir = await formulirUji(app, siklusId)
    const kasi = orang['kasi.pemerintahan']
    const $ = await kasi.halaman(`/formulir/${formulir.id}`)
    const tautan = $('details[data-muat] a')
      .toArray()
      .map((a) => String($(a).attr('href')))
    expect(tautan).toHaveLength(formulir.baris.length)
    for (const alamat of tautan) {
      const b = await kasi.halaman(alamat)
      const isi = rapi(b('[data-bantuan]').text())
      for (const kata of ['Arti', 'Rumus', 'Contoh', 'Realisasi:', 'capaian:', 'Sumber data', 'Tanya Tim SAKIP'])
        expect(isi, `${alamat} ${kata}`).toContain(kata)
      expect(isi).not.toMatch(/NaN|undefined|Infinity/)
    }
    expect((await orang['staf.pemerintahan'].halaman(String(tautan[0])))('[data-bantuan]').text()).toContain(
      'Tanya Kepala unit',
    )
  }, 60_000)

  it('setiap indikator kantor mempunyai bantuan yang dapat dibaca', async () => {
    const semua = await app.sql<{ id: string }>(
      'select i.id from indikator i join kecamatan k on k.id = i.kecamatan_id where k.id = $1',
      [(await app.pelaku('camat')).kecamatanId],
    )
    expect(semua.length).toBeGreaterThan(10)
    for (const { id } of semua)
      expect((await orang.pengamat.halaman(`/bantuan/indikator/${id}`))('[data-bantuan] dt').length).toBeGreaterThan(5)
  })
})

describe('hari pertama', () => {
  const langkah = async (o: OrangUji) => {
    const $ = await o.halaman('/')
    return $('#hari-pertama li')
      .toArray()
      .map((li) => rapi($(li).find('a').first().text() + $(li).find('.visually-hidden').first().text()))
  }

  it('yang sudah dilakukan tercentang sendiri; yang lain dicentang orangnya, sekali untuk selamanya', async () => {
    const staf = orang['staf.pemerintahan']
    expect(await langkah(staf)).toEqual([
      'Ganti sandi pertama (sudah)',
      'Isi surel atau telepon (belum)',
      'Baca panduan Anda (belum)',
      'Lihat pekerjaan yang sedang berjalan (belum)',
      'Isi satu nilai di formulir unit (belum)',
    ])
    const jawab = await staf.kirim('/bantuan/hari-pertama/langkah', { langkah: 'panduan' })
    expect([jawab.status, jawab.headers.location]).toEqual([303, '/#hari-pertama'])
    await staf.kirim('/bantuan/hari-pertama/langkah', { langkah: 'panduan' })
    const versi = String((await staf.halaman('/akun/kontak'))('input[name=versi]').val())
    await staf.kirim('/akun/kontak', { surel: 'staf@taman.example', telepon: '', ingatSurel: 'ya', versi })
    expect((await langkah(staf)).slice(0, 3)).toEqual([
      'Ganti sandi pertama (sudah)',
      'Isi surel atau telepon (sudah)',
      'Baca panduan Anda (sudah)',
    ])
    const { pegawaiId } = await app.pelaku('staf.pemerintahan')
    expect(
      await app.sql('select dicentang from hari_pertama h join akun a on a.id = h.akun_id where a.pegawai_id = $1', [
        pegawaiId,
      ]),
    ).toEqual([{ dicentang: ['panduan'] }])
    // of others nothing was ticked
    expect((await langkah(orang['kasi.pemerintahan'])).filter((l) => l.startsWith('Baca'))).toEqual([
      'Baca panduan Anda (belum)',
    ])
    await staf.kirim('/bantuan/hari-pertama/langkah', { langkah: 'panduan', sudah: 'tidak' })
    expect((await langkah(staf))[2]).toBe('Baca panduan Anda (belum)')
  })

  it('langkah yang tidak ada, milik peran lain, atau yang diketahui dari data tidak dapat dicentang', async () => {
    for (const kode of ['tidak-ada', 'dasbor', 'sandi', ''])
      expect((await orang['staf.pemerintahan'].kirim('/bantuan/hari-pertama/langkah', { langkah: kode })).status).toBe(
        404,
      )
    expect((await app.tamu().kirim('/bantuan/hari-pertama/penyembunyian')).status).not.toBe(200)
  })

  it('disembunyikan per akun, dan dapat ditampilkan lagi dari halaman Bantuan', async () => {
    const jawab = await orang.pengamat.kirim('/bantuan/hari-pertama/penyembunyian')
    expect(jawab.headers.location).toBe('/?pesan=hari-pertama-disembunyikan')
    expect((await orang.pengamat.halaman('/'))('#hari-pertama')).toHaveLength(0)
    expect((await orang.admin.halaman('/'))('#hari-pertama')).toHaveLength(1)
    const $ = await orang.pengamat.halaman('/bantuan')
    expect($('form[action="/bantuan/hari-pertama/penampilan"]')).toHaveLength(1)
    await orang.pengamat.kirim('/bantuan/hari-pertama/penampilan')
    expect((await orang.pengamat.halaman('/'))('#hari-pertama')).toHaveLength(1)
    expect((await orang.pengamat.halaman('/bantuan'))('form[action$="penampilan"]')).toHaveLength(0)
  })
})
