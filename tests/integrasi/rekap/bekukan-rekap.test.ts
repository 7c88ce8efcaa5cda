import { createHash } from 'node:crypto'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaksi } from '../../../src/inti/basis-data/index.ts'
import { kodeBasisData } from '../../../src/inti/galat/index.ts'
import { jsonKanonik } from '../../../src/inti/json-kanonik.ts'
import { ambilRekapKini, type IsiRekap, jenisRekap } from '../../../src/modul/rekap/index.ts'
import { ambilLangkah, ambilSiklus } from '../../../src/modul/siklus/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { perintahkan } from '../../bantuan/jalan-siklus.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { type SiklusUji, siapkanRekap, versiSiklus } from '../telaah/siapkan.ts'

let app: AplikasiUji
let uji: SiklusUji
let sakip: OrangUji
let sakip2: OrangUji
let kasi: OrangUji
const UNIT = 'Seksi Pemerintahan'

beforeAll(async () => {
  app = await bukaAplikasiUji()
  uji = await siapkanRekap(app)
  sakip = await app.masukSebagai('sakip1')
  sakip2 = await app.masukSebagai('sakip2')
  kasi = await app.masukSebagai('kasi.pemerintahan')
}, 120_000)
afterAll(() => app.tutup())

const alamat = () => `${uji.langkah('P8')}/rekap`
const bekukan = async (orang: OrangUji, lain: Record<string, string> = {}) =>
  orang.kirim(`${alamat()}/pembekuan`, { versi: await versiSiklus(app, uji.siklusId), catatan: '', ...lain })
const rekap = () =>
  app.sql<{ nomor_versi: number; sha256: string; isi: IsiRekap; jabatan_pembeku: string; catatan: string }>(
    'select nomor_versi, sha256, isi, jabatan_pembeku, catatan from rekap where siklus_id = $1 order by nomor_versi',
    [uji.siklusId],
  )
const kini = () =>
  app.sebagai('sakip1', async (p) =>
    ambilRekapKini(app.db.baca, p, (await ambilSiklus(app.db.baca, p, uji.siklusId)).siklus),
  )
const unitId = async (nama: string) =>
  (
    await app.sql<{ id: string }>(
      'select u.id from unit_kerja u join formulir f on f.unit_id = u.id where f.siklus_id = $1 and u.nama = $2',
      [uji.siklusId, nama],
    )
  )[0]?.id ?? ''
const formulir = () =>
  app.sql<{ nama: string; status: string }>(
    'select u.nama, f.status::text from formulir f join unit_kerja u on u.id = f.unit_id where f.siklus_id = $1 order by f.urut',
    [uji.siklusId],
  )
const unduh = async (orang: OrangUji, jalur: string) =>
  orang
    .buka(jalur)
    .buffer(true)
    .parse((res, selesai) => {
      const potong: Buffer[] = []
      res.on('data', (p: Buffer) => potong.push(p))
      res.on('end', () => selesai(null, Buffer.concat(potong)))
    })

describe('halaman rekap', () => {
  it('Tim SAKIP: ringkasan, yang perlu diperiksa, matriks per unit, tombol bekukan versi 1', async () => {
    const $ = await sakip.halaman(alamat())
    expect($('h1').text()).toContain('Rekap data capaian kinerja')
    expect($('button.btn-primary').text()).toContain('Bekukan rekap versi 1')
    expect($('.unit-rekap').length).toBe(7)
    expect($('main').text()).toContain('7 dari 7 unit sudah menyerahkan formulir.')
    expect($('main').text()).not.toMatch(/undefined|NaN|Infinity|\[object|-0[,%]/)
    expect($('main').text()).toContain('tidak diukur')
  })

  it('Kasi melihat semua unit, tautan hanya ke formulirnya; staf hanya unitnya; tanpa tombol', async () => {
    const k = await kasi.halaman(alamat())
    expect(k('.unit-rekap').length).toBe(7)
    expect(
      k('.unit-rekap h3 a')
        .map((_, a) => k(a).text())
        .get(),
    ).toEqual([UNIT])
    const s = await (await app.masukSebagai('staf.pemerintahan')).halaman(alamat())
    expect(
      s('.unit-rekap h3')
        .map((_, h) => s(h).text().replace(/\s+/g, ' ').trim())
        .get()
        .join(),
    ).toContain(UNIT)
    expect(s('.unit-rekap').length).toBe(1)
    expect(s('a[href$="/excel"]').length).toBe(0)
    for (const $ of [k, s]) expect($('main form').length).toBe(0)
  })

  it('tab Formulir hanya ada bagi yang dapat membukanya', async () => {
    const staf = await app.masukSebagai('staf.pemerintahan')
    expect((await staf.halaman(`/siklus/${uji.siklusId}`))(`a[href="/rekap/${uji.siklusId}"]`).length).toBe(0)
    expect((await staf.buka(`/rekap/${uji.siklusId}`)).status).toBe(403)
    expect((await kasi.halaman(`/siklus/${uji.siklusId}`))(`a[href="/rekap/${uji.siklusId}"]`).length).toBe(1)
    expect((await kasi.buka(`/rekap/${uji.siklusId}`)).status).toBe(200)
    expect((await (await app.masukSebagai('camat.candipuro')).buka(`/rekap/${uji.siklusId}`)).status).toBe(404)
  })

  it('tautan ke tiap unit menuju bagiannya di rekap dan di pengisian', async () => {
    for (const alamat of [`/rekap/${uji.siklusId}`, `${uji.langkah('P8')}/rekap`, `${uji.langkah('P7')}/pengisian`]) {
      const $ = await sakip.halaman(alamat)
      const tujuan = $('.lompat a')
        .map((_, a) => $(a).attr('href'))
        .get()
      expect(tujuan.length, alamat).toBe(7)
      for (const ke of tujuan) expect($(`[id="${ke.slice(1)}"]`).length, ke).toBe(1)
    }
  })

  it('sebelum formulir ada: dikatakan, bukan tabel kosong', async () => {
    const awal = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: 6 } })
    expect((await sakip.halaman(`/rekap/${awal}`))('main').text()).toContain('Formulir belum disiapkan.')
    expect((await sakip.halaman(`/siklus/${awal}/langkah/P8/rekap`))('main').text()).toContain(
      'Formulir belum disiapkan.',
    )
  })
})

describe('basis data yang gagal dibaca', () => {
  it('tidak dikatakan "Rekap belum dibekukan": galat aslinya sampai, supaya yang menekan tombol diminta mengulang', async () => {
    const dokumen = app.sebagai('sakip1', (p) =>
      transaksi(app.db, p, async (tx) => {
        const konteks = await ambilLangkah(tx, p, { siklusId: uji.siklusId, kode: 'P8', jenis: 'rekap' })
        // a failed statement aborts the transaction: every read after it fails, as when the server is killed
        await tx.$executeRaw`select 1 / 0`.catch(() => {})
        return jenisRekap.dokumen?.(tx, konteks, p)
      }),
    )
    const sebab = await dokumen.then(
      () => null,
      (s: unknown) => s,
    )
    expect(kodeBasisData(sebab)).toBe('25P02')
  })
})

describe('mengembalikan formulir satu unit', () => {
  it('tanpa unit atau alasan: 422, isian tetap, terbuka', async () => {
    const jawab = await sakip.kirim(`${alamat()}/pengembalian`, { unitId: '', alasan: 'pendek' })
    expect(jawab.status).toBe(422)
    expect(
      jawab.text.includes('Pilih unit yang formulirnya dikembalikan.') &&
        jawab.text.includes('paling sedikit 10 huruf'),
    ).toBe(true)
    expect(/<details[^>]*open/.test(jawab.text) && jawab.text.includes('pendek</textarea>')).toBe(true)
  })

  it('bukan Tim SAKIP ditolak', async () => {
    const isian = { unitId: await unitId(UNIT), alasan: 'Lengkapi bukti dukungnya.' }
    expect((await kasi.kirim(`${alamat()}/pengembalian`, isian)).status).toBe(403)
    expect((await (await app.masukSebagai('camat')).kirim(`${alamat()}/pengembalian`, isian)).status).toBe(403)
  })

  it('hanya unit itu yang terbuka; rekap menunggu; pembekuan 409; unit membaca alasannya', async () => {
    const jawab = await sakip.kirim(`${alamat()}/pengembalian`, {
      unitId: await unitId(UNIT),
      alasan: 'Lengkapi bukti dukungnya.',
    })
    expect(jawab.status).toBe(303)
    const semua = await formulir()
    expect(semua.find((f) => f.nama === UNIT)?.status).toBe('DIKEMBALIKAN')
    expect(semua.filter((f) => f.nama !== UNIT).every((f) => f.status === 'DISERAHKAN')).toBe(true)
    expect((await uji.status('P8')).status).toBe('BELUM')
    expect((await uji.status('P7')).status).toBe('BERJALAN')
    const bagian = await app.sql<{ status: string; n: number }>(
      "select b.status::text, count(*)::int as n from bagian_langkah b join langkah_siklus l on l.id = b.langkah_id where b.siklus_id = $1 and l.kode = 'P7' group by 1 order by 1",
      [uji.siklusId],
    )
    expect(bagian).toEqual([
      { status: 'BERJALAN', n: 1 },
      { status: 'SELESAI', n: 6 },
    ])
    expect((await bekukan(sakip)).status).toBe(409)
    expect((await rekap()).length).toBe(0)
    const $ = await kasi.halaman('/')
    expect($('.tugas__butir').first().text()).toContain('Lengkapi bukti dukungnya.')
    expect($('.tugas__butir').first().text()).toContain('Dikembalikan')
    const lain = await (await app.masukSebagai('kasi.trantib')).halaman('/')
    expect(lain('.tugas__butir').length).toBe(0)
  })

  it('setelah diserahkan lagi, rekap terbuka kembali', async () => {
    await sampaiLangkah(app, uji.siklusId, 'P8')
    expect(await uji.status('P8')).toMatchObject({ status: 'BERJALAN', putaran: 2 })
  })
})

describe('membekukan', () => {
  it.each(['camat', 'sekcam', 'kasi.pemerintahan', 'staf.pmd', 'pengamat', 'admin'])('%s ditolak', async (nama) => {
    expect((await bekukan(await app.masukSebagai(nama))).status).toBe(403)
    expect((await rekap()).length).toBe(0)
  })

  it('dari halaman yang sudah lama terbuka: 409, tidak ada yang dibekukan', async () => {
    expect((await bekukan(sakip, { versi: '1' })).status).toBe(409)
    expect((await rekap()).length).toBe(0)
  })

  it('dua anggota serentak: satu menang, satu diberi tahu, satu versi', async () => {
    const hasil = await Promise.all([
      bekukan(sakip, { catatan: 'Data TW II lengkap.' }),
      bekukan(sakip2, { catatan: 'Data TW II lengkap.' }),
    ])
    expect(hasil.map((h) => h.status).sort()).toEqual([303, 409])
    expect((await rekap()).map((r) => [r.nomor_versi, r.jabatan_pembeku, r.catatan])).toEqual([
      [1, 'Tim SAKIP', 'Data TW II lengkap.'],
    ])
  })

  it('sidiknya sama dengan perhitungan ulang dari basis data', async () => {
    const [r] = await rekap()
    const sidik = (isi: unknown) => createHash('sha256').update(jsonKanonik(isi)).digest('hex')
    expect(sidik(r?.isi)).toBe(r?.sha256)
    expect(sidik(await kini())).toBe(r?.sha256)
    const [jejak] = await app.sql<{ rincian: { sha256: string; versi: number } }>(
      "select rincian from jejak where siklus_id = $1 and peristiwa = 'rekap.dibekukan'",
      [uji.siklusId],
    )
    expect(jejak?.rincian).toEqual({ versi: 1, sha256: r?.sha256 })
  })

  it('meninggalkan Rekapitulasi sebagai dokumen resmi, ditandatangani Tim SAKIP', async () => {
    const [d] = await app.sql<{ id: string; judul: string }>(
      "select id, judul from dokumen where siklus_id = $1 and jenis = 'rekapitulasi'",
      [uji.siklusId],
    )
    expect(d?.judul).toBe('Rekapitulasi Hasil Pengumpulan Data Kinerja Triwulan II 2026 (versi 1)')
    // whichever of the two was first signs
    const $ = await sakip.halaman(`/siklus/${uji.siklusId}/dokumen/${d?.id}`)
    expect($('main').text()).toMatch(/TIM SAKIP,\s+(KOORDINATOR|ANGGOTA) /)
    expect($('main').text()).not.toMatch(/undefined|NaN|\[object/)
  })
})

describe('versi berikutnya', () => {
  it('dikembalikan Sekcam, satu nilai diperbaiki: "yang berubah sejak versi 1" menyebut nilai itu saja; versi 2 tersimpan di samping versi 1', async () => {
    await sampaiLangkah(app, uji.siklusId, 'P10')
    const sekcam = await app.pelaku('sekcam')
    const baris = (await uji.baris()).find((b) => b.unit === UNIT && b.status === 'TERISI')
    if (!baris) throw new Error('tanpa baris')
    expect(
      await perintahkan(app, sekcam, {
        siklusId: uji.siklusId,
        isi: {
          jenis: 'PUTUSKAN',
          langkah: 'P10',
          keputusan: 'tidak',
          tujuan: 'P7',
          cakupan: { jenis: 'NILAI', nilai: [{ kunci: baris.unit_id, barisId: baris.id }] },
          alasan: 'Tidak sama dengan bukti.',
        },
      }),
    ).toBeNull()
    await app.sql('update baris_formulir set nilai = 12.5, diubah_pada = now() where id = $1', [baris.id])
    await sampaiLangkah(app, uji.siklusId, 'P8')
    const $ = await sakip.halaman(alamat())
    const beda = $('table:has(caption:contains("Perubahan")) tbody tr')
    expect(beda.length).toBe(1)
    expect(beda.text()).toContain(baris.nama)
    expect(beda.text()).toContain('12,5')
    expect($('button.btn-primary').text()).toContain('Bekukan rekap versi 2')
    expect((await bekukan(sakip)).status).toBe(303)
    const [satu, dua] = await rekap()
    expect([satu?.nomor_versi, dua?.nomor_versi]).toEqual([1, 2])
    expect(satu?.sha256).not.toBe(dua?.sha256)
    expect(createHash('sha256').update(jsonKanonik(satu?.isi)).digest('hex')).toBe(satu?.sha256)
  })

  it('kedua versi dapat dibuka dan diunduh; versi yang tidak ada 404', async () => {
    for (const v of ['1', '2']) {
      const $ = await sakip.halaman(`/rekap/${uji.siklusId}?versi=${v}`)
      expect($('main').text()).toContain(`Rekap versi ${v}, dibekukan`)
      const jawab = await unduh(sakip, `/rekap/${uji.siklusId}/excel?versi=${v}`)
      expect([jawab.status, jawab.headers['content-type']]).toEqual([
        200,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ])
      expect(decodeURIComponent(jawab.headers['content-disposition'] ?? '')).toContain(
        `Rekap Pengumpulan Data Kinerja Triwulan II 2026 versi ${v}.xlsx`,
      )
      const buku = new ExcelJS.Workbook()
      await buku.xlsx.load(jawab.body as ArrayBuffer)
      expect(buku.getWorksheet('Rekap')?.getCell('A3').value).toBe(`Triwulan II 2026 · versi ${v}`)
      expect(buku.worksheets.map((w) => w.name)).toContain(UNIT)
    }
    expect((await sakip.buka(`/rekap/${uji.siklusId}/excel?versi=9`)).status).toBe(404)
    const staf = await app.masukSebagai('staf.pemerintahan')
    expect((await staf.buka(`/rekap/${uji.siklusId}/excel`)).status).toBe(403)
    expect((await (await app.masukSebagai('camat.candipuro')).buka(`/rekap/${uji.siklusId}/excel`)).status).toBe(404)
  })

  it('isi Excel sama dengan rekap beku, nilai demi nilai', async () => {
    const [, dua] = await rekap()
    const buku = new ExcelJS.Workbook()
    await buku.xlsx.load((await unduh(sakip, `/rekap/${uji.siklusId}/excel?versi=2`)).body as ArrayBuffer)
    const ws = buku.getWorksheet('LKjIP')
    const baris = dua?.isi.unit.flatMap((u) => u.baris) ?? []
    expect(baris.length).toBeGreaterThan(20)
    for (const [i, b] of baris.entries()) {
      const n = 6 + i
      expect(ws?.getCell(`A${n}`).value).toBe(b.nama)
      const sel = ws?.getCell(`E${n}`)
      if (b.capaian.jenis === 'NILAI')
        expect(sel?.formula ? sel.result : sel?.value, b.nama).toBe(Number(b.capaian.nilai))
      else expect(typeof sel?.value, b.nama).toBe('string')
    }
  })
})
