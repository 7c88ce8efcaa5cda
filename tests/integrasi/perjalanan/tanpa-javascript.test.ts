import { createHash } from 'node:crypto'
import ExcelJS from 'exceljs'
import type { Response } from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { bacaForm } from '../../bantuan/formulir-html.ts'

/** One whole period of the SOP Pengumpulan Data Kinerja of Taman, over the forms that the pages show, without JavaScript. */
const KEPALA = [
  'kasubbag.umum',
  'kasubbag.program',
  'kasi.pemerintahan',
  'kasi.trantib',
  'kasi.pmd',
  'kasi.kesos',
  'kasi.pelayanan',
]
const PDF_KECIL = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

let app: AplikasiUji
let orang: Record<string, OrangUji>
let siklus = ''
const langkah = (kode: string, jenis: string) => `${siklus}/langkah/${kode}/${jenis}`

beforeAll(async () => {
  app = await bukaAplikasiUji()
  orang = Object.fromEntries(
    await Promise.all(
      ['camat', 'sekcam', 'sakip1', 'staf.pemerintahan', ...KEPALA].map(
        async (n) => [n, await app.masukSebagai(n)] as const,
      ),
    ),
  )
})
afterAll(() => app.tutup())

const siapa = (nama: string): OrangUji => {
  const o = orang[nama]
  if (!o) throw new Error(`tidak ada ${nama}`)
  return o
}

/** Opens a page, changes some fields of its form, sends it; expects to be led on (303). */
async function isi(
  nama: string,
  alamat: string,
  { form, ubah = {}, ke }: { form: string; ubah?: Record<string, string | string[]>; ke?: string },
) {
  const $ = await siapa(nama).halaman(alamat)
  const { alamat: tujuan, isian } = bacaForm($, form)
  const jawab = await siapa(nama).kirim(ke ?? tujuan, { ...isian, ...ubah })
  expect(
    `${jawab.status} ${ke ?? tujuan} ${
      jawab.status === 303
        ? ''
        : jawab.text
            .replace(/<[^>]+>/g, ' ')
            .replace(/\s+/g, ' ')
            .slice(0, 1500)
    }`,
  ).toBe(`303 ${ke ?? tujuan} `)
  return String(jawab.headers.location)
}

describe('satu periode penuh tanpa JavaScript', () => {
  it('Tim SAKIP memulai siklus dan menyiapkan disposisi, Camat menerbitkannya', async () => {
    const lokasi = await isi('sakip1', '/siklus/baru', {
      form: 'form[action="/siklus"]',
      ubah: { periode: 'TRIWULAN-2', tahun: '2026', ...(await pilihPengumpulan()) },
    })
    siklus = lokasi.split('?')[0] ?? ''
    await isi('camat', langkah('P1', 'disposisi'), {
      form: 'form[action$="/disposisi"]',
      ubah: { asal: 'INISIATIF', hal: 'Pengumpulan data kinerja triwulan II 2026', tenggat: '2026-07-24' },
      ke: langkah('P1', 'disposisi/penerbitan'),
    })
    await terbuka('P2')
  })

  it('Sekcam memimpin rapat, Tim SAKIP menyusun program kerja dan ceklis', async () => {
    const $ = await siapa('sekcam').halaman(langkah('P2', 'rapat'))
    const form = 'form[action$="/rapat"]'
    const { isian } = bacaForm($, form)
    const hadir = Object.fromEntries(
      Object.keys(isian)
        .filter((k) => /^peserta\.\d+\.kehadiran$/.test(k))
        .map((k) => [k, isian[k.replace('kehadiran', 'id')] ? 'HADIR' : 'BELUM']),
    )
    const pemimpin =
      $('select[name=pemimpinId] option')
        .filter((_, o) => /Sekretaris/.test($(o).text()))
        .attr('value') ?? ''
    const notulis =
      $('select[name=notulisId] option')
        .filter((_, o) => /Koordinator/.test($(o).text()))
        .attr('value') ?? ''
    await isi('sekcam', langkah('P2', 'rapat'), {
      form,
      ubah: {
        tanggal: '2026-07-06',
        waktuMulai: '09:00',
        waktuSelesai: '10:00',
        tempat: 'Aula Kecamatan',
        agenda: 'Arahan pengumpulan data',
        pembahasan: 'Pembagian tugas pengumpulan data triwulan II.',
        pemimpinId: pemimpin,
        notulisId: notulis,
        ...hadir,
        'keputusan.0.apa': 'Semua seksi menyerahkan formulir',
        'keputusan.0.siapa': 'Para Kasi',
        'keputusan.0.kapan': '2026-07-17',
      },
      ke: langkah('P2', 'rapat/penyelesaian'),
    })
    await isi('sakip1', langkah('P3', 'program-kerja'), {
      form: 'form[action$="/program-kerja"]',
      ke: langkah('P3', 'program-kerja/usulan'),
    })
    await isi('sakip1', langkah('P3', 'program-kerja'), {
      form: 'form[action$="/program-kerja"]',
      ke: langkah('P3', 'program-kerja/penyelesaian'),
    })
    const ceklis = bacaForm(
      await siapa('sakip1').halaman(langkah('P4', 'ceklis-dokumen')),
      'form[action$="/ceklis-dokumen"]',
    ).isian
    const ada = Object.fromEntries(
      Object.keys(ceklis)
        .filter((k) => /^dokumen\.\d+\.id$/.test(k) && ceklis[k])
        .flatMap((k) => [
          [k.replace(/id$/, 'status'), 'ADA'],
          [k.replace(/id$/, 'tempatKertas'), 'Lemari arsip 1'],
        ]),
    )
    await isi('sakip1', langkah('P4', 'ceklis-dokumen'), {
      form: 'form[action$="/ceklis-dokumen"]',
      ubah: ada,
      ke: langkah('P4', 'ceklis-dokumen/penyelesaian'),
    })
    await terbuka('P5')
  })

  it('formulir disiapkan, dibagikan, dan diterima setiap unit', async () => {
    await isi('sakip1', langkah('P5', 'siapkan-formulir'), { form: 'form[action$="/siapkan-formulir/penyelesaian"]' })
    await isi('sakip1', langkah('P6', 'distribusi'), { form: 'form[action$="/distribusi/pembagian"]' })
    for (const k of KEPALA) await isi(k, await formulirSaya(k), { form: 'form[action$="/penerimaan"]' })
    await isi('sakip1', langkah('P6', 'distribusi'), { form: 'form[action$="/distribusi/penyelesaian"]' })
    await terbuka('P7')
  })

  it('unit mengisi dengan bukti dan menyerahkan; staf tidak dapat menyerahkan', async () => {
    for (const k of KEPALA) await isiDanSerahkan(k)
    await terbuka('P8')
  })

  it('rekap dibekukan, dilaporkan, dan Sekcam mengembalikan dua nilai satu unit', async () => {
    await bekukan()
    await isi('sakip1', langkah('P9', 'lapor'), {
      form: 'form[action$="/lapor"]',
      ke: langkah('P9', 'lapor/penyampaian'),
    })
    const $ = await siapa('sekcam').halaman(langkah('P10', 'telaah'))
    const [unit] = await app.sql<{ id: string }>(
      "select id from unit_kerja where nama like '%Pemerintahan' and jenis = 'SEKSI'",
    )
    const baris = await app.sql<{ id: string }>(
      "select b.id from baris_formulir b join formulir f on f.id = b.formulir_id where f.unit_id = $1 and b.status = 'TERISI' order by b.urut limit 2",
      [unit?.id],
    )
    const nilai = $('input[name=nilai]')
      .toArray()
      .map((e) => $(e).attr('value') ?? '')
      .filter((v) => baris.some((b) => v.includes(b.id)))
    expect(nilai).toHaveLength(2)
    const { isian } = bacaForm($, 'form[action*="/telaah/"]')
    const tujuan = $('input[name=tujuan]')
      .toArray()
      .map((e) => $(e).attr('value'))
      .filter(Boolean)
    const jawab = await siapa('sekcam').kirim(langkah('P10', 'telaah/pengembalian'), {
      ...isian,
      nilai,
      tujuan: String(tujuan.find((t) => /NILAI|UNIT|BAGIAN|P7/.test(String(t))) ?? tujuan[0] ?? ''),
      alasanUmum: 'Pembilang tidak sama dengan bukti terlampir',
    })
    expect(
      `${jawab.status} ${
        jawab.status === 303
          ? ''
          : jawab.text
              .replace(/<[^>]+>/g, ' ')
              .replace(/\s+/g, ' ')
              .slice(0, 1500)
      }`,
    ).toBe('303 ')
    const terbukaLagi = await app.sql<{ id: string }>(
      "select b.id from baris_formulir b join formulir f on f.id = b.formulir_id where b.terbuka and f.status in ('DITERIMA', 'DIKEMBALIKAN')",
    )
    expect(terbukaLagi.map((b) => b.id).sort()).toEqual(baris.map((b) => b.id).sort())
  })

  it('unit memperbaiki, rekap versi 2 menunjukkan yang berubah, Sekcam menyetujui', async () => {
    const alamat = await formulirSaya('kasi.pemerintahan')
    const $ = await siapa('kasi.pemerintahan').halaman(alamat)
    expect($('body').text()).toContain('Pembilang tidak sama dengan bukti terlampir')
    await isi('kasi.pemerintahan', alamat, {
      form: `form[action="${alamat}"]`,
      ubah: await isianBaris('kasi.pemerintahan', alamat, '3'),
    })
    await serahkan('kasi.pemerintahan', alamat)
    const rekap = await siapa('sakip1').halaman(langkah('P8', 'rekap'))
    expect(rekap('body').text()).toContain('Yang berubah sejak versi 1')
    await bekukan()
    await isi('sakip1', langkah('P9', 'lapor'), {
      form: 'form[action$="/lapor"]',
      ke: langkah('P9', 'lapor/penyampaian'),
    })
    await isi('sekcam', langkah('P10', 'telaah'), {
      form: 'form[action*="/telaah/"]',
      ke: langkah('P10', 'telaah/persetujuan'),
    })
    await terbuka('P11')
  })

  it('Sekcam meneruskan kepada Camat, Camat menjawab, Tim SAKIP menyegel arsip', async () => {
    await isi('sekcam', langkah('P11', 'lapor-camat'), {
      form: 'form[action$="/lapor-camat"]',
      ke: langkah('P11', 'lapor-camat/penyampaian'),
    })
    await isi('camat', langkah('P11', 'lapor-camat'), {
      form: 'form[action*="/lapor-camat/disposisi"]',
      ubah: { instruksi: ['Setuju, jadikan bahan Laporan Kinerja'], catatan: 'Terima kasih.' },
    })
    await isi('sakip1', langkah('P12', 'arsip'), {
      form: 'form[action$="/arsip/penyegelan"]',
      ubah: { tempatKertas: 'Ruang arsip, lemari 2' },
    })
    const [s] = await app.sql<{ status: string; diarsipkan_pada: Date | null }>(
      'select status, diarsipkan_pada from siklus',
    )
    expect(s?.diarsipkan_pada).not.toBeNull()
  })

  it('Excel rekap terbaca kembali dan setiap sidik di arsip cocok', async () => {
    const excel = await siapa('sakip1')
      .buka(`/rekap/${siklus.split('/').pop()}/excel?versi=2`)
      .buffer(true)
      .parse(mentah)
    const buku = new ExcelJS.Workbook()
    await buku.xlsx.load(excel.body)
    expect(buku.worksheets.map((w) => w.name)).toEqual(expect.arrayContaining(['Rekap', 'LKjIP', 'Anggaran', 'Skala']))
    const daftar = await siapa('sakip1').halaman('/arsip')
    const arsip = daftar('a[href^="/arsip/"]').first().attr('href') ?? ''
    const zip = await siapa('sakip1').buka(`${arsip}/unduh`).buffer(true).parse(mentah)
    const isiZip = await bukaZip(zip.body)
    const manifest = isiZip.get('MANIFEST.sha256')?.toString('utf8').trim().split('\n') ?? []
    expect(manifest.length).toBeGreaterThan(20)
    for (const baris of manifest) {
      const [sidik = '', nama = ''] = baris.split(/ {2}(.+)/s)
      expect(
        createHash('sha256')
          .update(isiZip.get(nama) ?? '')
          .digest('hex'),
        nama,
      ).toBe(sidik)
    }
    expect(manifest.length).toBe(isiZip.size - 1)
  })
})

async function pilihPengumpulan(): Promise<{ sopId: string }> {
  const [sop] = await app.sql<{ id: string }>("select id from sop where kode = 'pengumpulan-taman'")
  return { sopId: sop?.id ?? '' }
}

async function terbuka(kode: string): Promise<void> {
  const baris = await app.sql<{ kode: string }>("select kode from langkah_siklus where status = 'BERJALAN'")
  expect(baris.map((b) => b.kode)).toEqual([kode])
}

async function formulirSaya(nama: string): Promise<string> {
  const $ = await siapa(nama).halaman('/')
  const alamat = $('a[href^="/formulir/"]').first().attr('href')
  if (!alamat) throw new Error(`${nama} tidak melihat tugas formulir`)
  return alamat
}

/** Values for every open row that is due: small plausible numbers, the first category, money. */
async function isianBaris(nama: string, alamat: string, angka: string): Promise<Record<string, string>> {
  const $ = await siapa(nama).halaman(alamat)
  const ubah: Record<string, string> = {}
  for (const e of $('input[inputmode=decimal]').toArray()) {
    const kunci = $(e).attr('name') ?? ''
    if (kunci) ubah[kunci] = kunci.includes('realisasi') ? '1.000.000' : angka
  }
  for (const e of $('select[name]').toArray()) {
    const opsi = $(e)
      .find('option')
      .toArray()
      .map((o) => $(o).attr('value') ?? '')
      .filter(Boolean)
    const kunci = $(e).attr('name')
    if (kunci && opsi[0]) ubah[kunci] = opsi[0]
  }
  return ubah
}

async function isiDanSerahkan(nama: string): Promise<void> {
  const alamat = await formulirSaya(nama)
  await isi(nama, alamat, { form: `form[action="${alamat}"]`, ubah: await isianBaris(nama, alamat, '4'), ke: alamat })
  const id = alamat.split('/').pop()
  const baris = await app.sql<{ id: string }>(
    "select id from baris_formulir where formulir_id = $1 and status = 'TERISI'",
    [id],
  )
  for (const [i, b] of baris.entries()) {
    const bukti = `${alamat}/baris/${b.id}/bukti`
    const { isian } = bacaForm(await siapa(nama).halaman(bukti), `form[action$="/bukti"]`)
    const polos = Object.fromEntries(Object.entries(isian).map(([k, v]) => [k, String(v)]))
    const jawab =
      i === 0
        ? await siapa(nama).unggah(
            bukti,
            { ...polos, jenis: 'berkas', keterangan: 'laporan' },
            { berkas: { nama: 'bukti triwulan.pdf', isi: PDF_KECIL } },
          )
        : await siapa(nama).kirim(bukti, { ...polos, jenis: 'kertas', tempatKertas: 'Map TW II, lemari seksi' })
    expect(
      `${jawab.status} ${
        jawab.status === 303
          ? ''
          : jawab.text
              .replace(/<[^>]+>/g, ' ')
              .replace(/\s+/g, ' ')
              .slice(0, 800)
      }`,
    ).toBe('303 ')
  }
  if (nama === 'kasi.pemerintahan')
    expect((await siapa('staf.pemerintahan').kirim(`${alamat}/penyerahan`, { versi: '1' })).status).toBe(403)
  await serahkan(nama, alamat)
}

const serahkan = (nama: string, alamat: string) =>
  isi(nama, `${alamat}/pemeriksaan`, { form: 'form[action$="/penyerahan"]' })
const bekukan = () => isi('sakip1', langkah('P8', 'rekap'), { form: 'form[action$="/rekap/pembekuan"]' })

function mentah(res: Response, selesai: (sebab: Error | null, isi: Buffer) => void): void {
  const potong: Buffer[] = []
  const aliran = res as unknown as NodeJS.ReadableStream
  aliran.on('data', (p: Buffer) => potong.push(p)).on('end', () => selesai(null, Buffer.concat(potong)))
}

function bukaZip(isi: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((ya, tidak) => {
    const hasil = new Map<string, Buffer>()
    yauzl.fromBuffer(isi, { lazyEntries: true }, (sebab, zip) => {
      if (sebab) return tidak(sebab)
      zip.on('entry', (e: yauzl.Entry) => {
        zip.openReadStream(e, (galat, aliran) => {
          if (galat) return tidak(galat)
          const potong: Buffer[] = []
          aliran
            .on('data', (p: Buffer) => potong.push(p))
            .on('end', () => {
              hasil.set(e.fileName, Buffer.concat(potong))
              zip.readEntry()
            })
        })
      })
      zip.on('end', () => ya(hasil)).on('error', tidak)
      zip.readEntry()
    })
  })
}
