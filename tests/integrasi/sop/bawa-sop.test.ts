import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mulaiSiklus } from '../../../src/modul/siklus/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { teksSopBenih } from '../../bantuan/sop-contoh.ts'
import { formulir, sel } from './siapkan-formulir.ts'
import { bawaYaml, keadaan, LANGKAH_UJI, sahkan, versiBaris, yamlUji } from './siapkan-sop.ts'

let app: AplikasiUji
let sakip: OrangUji
let camat: OrangUji
beforeAll(async () => {
  app = await bukaAplikasiUji()
  sakip = await app.masukSebagai('sakip1')
  camat = await app.masukSebagai('camat')
})
afterAll(() => app.tutup())

const unggah = (nama: string, isi: Buffer, sopId = '') =>
  sakip.unggah('/sop/unggahan', { sopId }, { berkas: { nama, isi } })
const rapi = (teks: string) => teks.replace(/\s+/g, ' ')

describe('SOP dari YAML', () => {
  it('berkas YAML menjadi draf yang sama, lolos periksa, disahkan, dan siklusnya dapat dimulai', async () => {
    const teks = teksSopBenih('taman-pengumpulan.yaml')
      .replace('kode: pengumpulan-taman', 'kode: dari-yaml')
      .replace(/^nama: .*$/m, 'nama: SOP dari YAML')
    const jawab = await unggah('sop kami.yaml', Buffer.from(teks))
    expect(jawab.status).toBe(303)
    const sop = String(jawab.headers.location).replace(/\/pemeriksaan.*/, '')
    const $ = await sakip.halaman(`${sop}/pemeriksaan`)
    expect($('main').text()).toContain('Siap diajukan.')
    expect((await sakip.buka(`${sop}/yaml`)).text).toContain('SOP dari YAML')
    await sahkan(app, { pengaju: sakip, camat, sop })
    const { sopId } = await keadaan(app, sop)
    const siklus = await app.sebagai('sakip1', (p) =>
      mulaiSiklus(app.db, p, { sopId, periode: { jenis: 'BULAN', tahun: 2026, nomor: 6 }, tenggat: null }),
    )
    expect((await sakip.halaman(`/siklus/${siklus}`))('main').text()).toContain(
      'Camat Taman Kabupaten Pemalang memerintahkan',
    )
  })

  it('YAML yang rusak ditolak dengan baris dan kolomnya; tulisannya kembali untuk dibetulkan', async () => {
    const jawab = await unggah('sop.yaml', Buffer.from('kode: a\nlangkah: [P1\n'))
    expect(jawab.status).toBe(422)
    expect(jawab.text).toMatch(/Baris \d+, kolom \d+: /)
    expect(jawab.text).toContain('langkah: [P1')
  })

  it('kesalahan isi tidak menolak berkas: menjadi draf, setiap kesalahan disebut dan menuju isiannya', async () => {
    const sop = await bawaYaml(
      sakip,
      yamlUji(
        { kode: 'banyak-salah', nama: 'SOP Banyak Salah', identitas: { disahkanOleh: {}, tanggalRevisi: 'kemarin' } },
        [
          { kode: 'A', jenis: 'rapatt', uraian: 'Rapat pertama' },
          { kode: 'A', waktuBaku: { jenis: 'ABAD', nilai: 2, teks: 'dua abad' } },
          { kode: 'C', pelaksana: ['LURAH'], berikutnya: 'Z', kelengkapan: ['Surat'] },
        ],
      ),
    )
    const $ = await sakip.halaman(`${sop}/pemeriksaan`)
    const teks = rapi($('main').text())
    expect(teks).toContain('Langkah 1 · Jenis langkah: Pilih salah satu: disposisi')
    expect(teks).toContain('Tanggal revisi: Isi tanggal yang benar')
    expect(teks).toContain('Langkah 3 · Pelaksana: Kolom pelaksana LURAH tidak ada di SOP ini.')
    expect(teks).toContain('Menuju langkah Z yang tidak ada di SOP ini.')
    for (const alamat of $('.temuan a')
      .map((_, a) => $(a).attr('href'))
      .get()) {
      const [halaman = '', pagar = ''] = alamat.split('#')
      expect((await sakip.halaman(halaman))(`#${pagar.replaceAll('.', '\\.')}`), alamat).toHaveLength(1)
    }
    // nothing that could be read is lost, and the second step with the same code has one of its own
    const langkah = rapi((await sakip.halaman(`${sop}/langkah`))('tbody').text())
    for (const bagian of ['Rapat pertama', 'tertulis: dua abad', 'Surat']) expect(langkah).toContain(bagian)
    expect(teks).toContain('Langkah 1 · Kode: Kode A dipakai lebih dari satu kali')
    const halaman = await sakip.halaman(`${sop}/draf/langkah/A-2`)
    expect(halaman('[name=kode]').val()).toBe('A-2')
    expect((await sakip.kirim(`${sop}/pengajuan`, { versi: '0' })).status).toBe(422)
  })

  it('menyimpan ulang langkahnya menghapus catatan berkas langkah itu; sisanya dapat dinyatakan selesai', async () => {
    const sop = await bawaYaml(
      sakip,
      yamlUji({ kode: 'catatan', nama: 'SOP Catatan', asing: 1 }, [
        { kode: 'A', jenis: 'rapatt' },
        ...LANGKAH_UJI.slice(1),
      ]),
    )
    const jumlah = async () =>
      (
        await app.sql<{ n: number }>('select jsonb_array_length(catatan_berkas) as n from versi_sop where id = $1', [
          sop.slice(5),
        ])
      )[0]?.n
    expect(await jumlah()).toBe(2)
    const $ = await sakip.halaman(`${sop}/draf/langkah/A`)
    await sakip.kirim(`${sop}/draf/langkah/A`, {
      sidik: String($('[name=sidik]').val()),
      kode: 'A',
      nomor: '1',
      uraian: 'Rapat',
      jenis: 'rapat',
      pelaksana: 'SEKCAM',
      jalan: 'LANJUT',
    })
    expect(await jumlah()).toBe(1)
    await sakip.kirim(`${sop}/draf/catatan-berkas`, { versi: await versiBaris(app, sop) })
    expect(await jumlah()).toBe(0)
    expect((await sakip.kirim(`${sop}/pengajuan`, { versi: await versiBaris(app, sop) })).status).toBe(303)
  })

  it('sebagai versi berikutnya: nama, kode, tujuan tetap milik SOP-nya; menunggu pengesahan tidak dapat ditimpa', async () => {
    const satu = await bawaYaml(sakip, yamlUji({ kode: 'bertahap', nama: 'SOP Bertahap' }))
    await sahkan(app, { pengaju: sakip, camat, sop: satu })
    const { sopId } = await keadaan(app, satu)
    const dua = await bawaYaml(
      sakip,
      yamlUji({ kode: 'nama-lain', nama: 'SOP Nama Lain', tujuan: 'PENGUKURAN' }),
      sopId,
    )
    const yaml = (await sakip.buka(`${dua}/yaml`)).text
    expect(yaml).toMatch(/^kode: bertahap$/m)
    expect(yaml).toMatch(/^nama: SOP Bertahap$/m)
    expect(yaml).toMatch(/^tujuan: PENGUMPULAN$/m)
    await sakip.kirim(`${dua}/pengajuan`, { versi: '0' })
    const jawab = await sakip.unggah('/sop/unggahan', { sopId, teks: yamlUji() }, {})
    expect(jawab.status).toBe(409)
    expect(jawab.text).toContain('sedang menunggu pengesahan Camat')
    const asing = await sakip.unggah(
      '/sop/unggahan',
      { sopId: '00000000-0000-4000-8000-000000000000', teks: yamlUji() },
      {},
    )
    expect(asing.status).toBe(404)
  })

  it('kiriman yang sama dua kali membuat satu draf', async () => {
    const isian = { kunci: 'kunci-sama', sopId: '', teks: yamlUji({ kode: 'sekali', nama: 'SOP Sekali' }) }
    await sakip.kirim('/sop/unggahan', isian)
    const lagi = await sakip.kirim('/sop/unggahan', isian)
    expect(lagi.headers.location).toContain('sudah-diterima')
    expect(await app.sql("select 1 from sop where nama = 'SOP Sekali'")).toHaveLength(1)
  })
})

describe('SOP dari formulir Excel', () => {
  it('formulir kosong dari halaman unggah: lembar, petunjuk, dan jabatan kantor ini', async () => {
    const jawab = await sakip
      .buka('/sop/formulir-excel')
      .buffer(true)
      .parse((res, selesai) => {
        const potong: Buffer[] = []
        res.on('data', (p: Buffer) => potong.push(p))
        res.on('end', () => selesai(null, Buffer.concat(potong)))
      })
    expect(jawab.headers['content-type']).toContain('spreadsheetml')
    const buku = new ExcelJS.Workbook()
    await buku.xlsx.load(jawab.body)
    expect(buku.worksheets.map((w) => w.name)).toEqual([
      'Identitas',
      'Pelaksana',
      'Langkah',
      'Catatan',
      'Penjelasan',
      'Kantor',
    ])
    expect(buku.getWorksheet('Kantor')?.getColumn(1).values).toContain('kasi-pemerintahan')
    expect(sel(buku, 'Langkah', [5, 'Jenis langkah']).dataValidation?.type).toBe('list')
  })

  it('diisi di Excel, diunggah, disahkan, dan siklusnya dapat dimulai', async () => {
    const isi = await formulir((buku) => {
      const ws = buku.getWorksheet('Identitas')
      ws?.eachRow((baris) => {
        if (baris.getCell(1).value === 'Nama SOP') baris.getCell(2).value = 'SOP dari Excel'
        if (baris.getCell(1).value === 'Kode SOP') baris.getCell(2).value = null
        // typed as a date, as Excel keeps it
        if (baris.getCell(1).value === 'Tanggal pembuatan') baris.getCell(2).value = new Date('2026-06-30')
        if (baris.getCell(1).value === 'Tanggal revisi') baris.getCell(2).value = '4 Juli 2026'
      })
      sel(buku, 'Langkah', [6, 'Lama']).value = 1.5
      sel(buku, 'Langkah', [6, 'Satuan waktu']).value = 'jam'
      sel(buku, 'Langkah', [6, 'Pelaksana']).value = 'TIM_SAKIP; SEKCAM'
    })
    const jawab = await unggah('sop.xlsx', isi)
    expect(jawab.status).toBe(303)
    const sop = String(jawab.headers.location).replace(/\/pemeriksaan.*/, '')
    const $ = await sakip.halaman(`${sop}/pemeriksaan`)
    expect(rapi($('main').text())).toContain('Kode SOP: Belum diisi. (lembar Identitas, baris 6, kolom Isi (B6))')
    await sakip.kirim(`${sop}/draf/catatan-berkas`, { versi: '0' })
    const teks = rapi((await sakip.halaman(`${sop}/langkah`))('tbody').text())
    expect(teks).toContain('1,5 jam')
    expect(teks).toContain('TIM_SAKIP, SEKCAM (satu saja)')
    await sahkan(app, { pengaju: sakip, camat, sop })
    const { sopId } = await keadaan(app, sop)
    await app.sebagai('sakip1', (p) =>
      mulaiSiklus(app.db, p, { sopId, periode: { jenis: 'BULAN', tahun: 2026, nomor: 6 }, tenggat: null }),
    )
    const [kode] = await app.sql('select kode from sop where id = $1', [sopId])
    expect(kode).toEqual({ kode: 'dari-excel' })
  })

  it('kesalahan isi disebut menurut langkah, isian, lembar, baris, dan kolom', async () => {
    const isi = await formulir((buku) => {
      sel(buku, 'Langkah', [6, 'Jenis langkah']).value = 'Rapat besar'
      sel(buku, 'Langkah', [7, 'Lama']).value = 'sebentar'
      sel(buku, 'Langkah', [7, 'Satuan waktu']).value = 'Menit'
      sel(buku, 'Langkah', [8, 'Hanya pada periode']).value = 'Windu 1'
      sel(buku, 'Pelaksana', [5, 'Peran']).value = 'Bupati'
      const ws = buku.getWorksheet('Identitas')
      if (ws) ws.getRow(30).values = ['Isian karangan', 'x']
    })
    const jawab = await unggah('sop.xlsx', isi)
    const sop = String(jawab.headers.location).replace(/\/pemeriksaan.*/, '')
    const teks = rapi((await sakip.halaman(`${sop}/pemeriksaan`))('main').text())
    for (const bagian of [
      'Langkah 2 · Jenis langkah: Pilih salah satu',
      'Tertulis: "Rapat besar". (lembar Langkah, baris 6, kolom Jenis langkah (D6))',
      'Langkah 3 · Waktu baku: Harus berupa angka. (lembar Langkah, baris 7, kolom Lama (M7))',
      'Langkah 4 · Hanya pada periode: Pilih salah satu: BULAN, TRIWULAN, SEMESTER, TAHUN. Tertulis: "Windu". (lembar Langkah, baris 8',
      'Pelaksana CAMAT: Pilih salah satu',
      'Isian "Isian karangan" tidak dikenal; isinya tidak terbawa. (lembar Identitas, baris 30, kolom Isian (A30))',
    ])
      expect(teks).toContain(bagian)
  })
})
