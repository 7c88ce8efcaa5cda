import { createHash } from 'node:crypto'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IsiRekap } from '../../../src/modul/rekap/index.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { bandingkanBaris } from '../../bantuan/jalan-siklus.ts'
import { type Halaman, rapikan } from '../../bantuan/peramban-polos.ts'
import {
  bekukanDanLaporkan,
  ceklis,
  isiDanSerahkan,
  KantorPolos,
  kembalikanNilai,
  mulaiDanDisposisi,
  programKerja,
  rapat,
  segelPolos,
  serahkan,
  setujuiDanJawab,
  siapkanDanBagikan,
  UNIT_CONTOH,
} from '../../bantuan/perjalanan-polos.ts'
import { barisManifest, bukaZip } from '../../bantuan/zip.ts'

/**
 * One whole period of the SOP Pengumpulan Data Kinerja of Taman by all roles, without JavaScript: people follow the links
 * and press the buttons that their pages show, from Tugas Saya on, and send nothing that is not on the page.
 */
const DUA_NILAI = [
  'Prosentase Gangguan Kamtib yang dapat diselesaikan',
  'Persentase koordinasi ketentraman dan ketertiban umum',
] as const
const TRANTIB = UNIT_CONTOH[3]

let app: AplikasiUji
let k: KantorPolos
let siklus = ''
let arsip: Halaman
let formulirLama: Halaman
beforeAll(async () => {
  app = await bukaAplikasiUji()
  k = new KantorPolos(app.alamat, SANDI_UJI)
})
afterAll(() => app.tutup())

const terbuka = async () =>
  (await app.sql<{ kode: string }>("select kode from langkah_siklus where status = 'BERJALAN'")).map((l) => l.kode)
const rekap = () =>
  app.sql<{ nomor_versi: number; isi: IsiRekap }>('select nomor_versi, isi from rekap order by nomor_versi')
const nilaiDari = (isi: IsiRekap | undefined) =>
  new Map(isi?.unit.flatMap((u) => u.baris.map((b) => [b.nama, b.nilai] as const)))

describe('satu periode penuh tanpa JavaScript', () => {
  it('Tim SAKIP memulai dan merancang disposisi dengan surat Bupati, Camat menerbitkannya', async () => {
    siklus = await mulaiDanDisposisi(k)
    expect(await terbuka()).toEqual(['P2'])
    expect(await k.tugas('camat')).toEqual([])
  })

  it('Sekcam memimpin rapat; keputusannya menjadi tindak lanjut; program kerja dan ceklis menyusul', async () => {
    await rapat(k)
    expect(await k.tugas('sakip2')).toEqual(
      ['Menyiapkan bukti dukung setiap indikator', '3. Susun program kerja'].sort(),
    )
    await programKerja(k)
    await ceklis(k)
    expect(await terbuka()).toEqual(['P5'])
  })

  it('formulir disiapkan dan dibagikan; enam unit menyatakan menerima, satu bertanda tangan di kertas', async () => {
    await siapkanDanBagikan(k)
    expect(await terbuka()).toEqual(['P7'])
    const cara = await app.sql<{ cara: string; n: number }>(
      'select cara_terima as cara, count(*)::int as n from formulir group by 1 order by 1',
    )
    expect(cara).toEqual([
      { cara: 'APLIKASI', n: 6 },
      { cara: 'KERTAS', n: 1 },
    ])
  })

  it('tujuh unit mengisi nilai dan bukti dan menyerahkan, masing-masing sendiri', async () => {
    const { h } = await k.kerjakan(TRANTIB.kepala, /^7\. /)
    formulirLama = h
    for (const [i, unit] of UNIT_CONTOH.entries()) {
      await isiDanSerahkan(k, unit)
      expect(await k.tugas(unit.kepala)).toEqual([])
      expect(await terbuka()).toEqual(i < 6 ? ['P7'] : ['P8'])
    }
  }, 120_000)

  it('rekap versi 1 dibekukan dan dilaporkan; Sekcam mengembalikan dua nilai satu unit: hanya itu yang terbuka', async () => {
    await bekukanDanLaporkan(k, 1)
    await kembalikanNilai(k, DUA_NILAI, {
      pertama: 'Tidak sama dengan laporan Polsek.',
      umum: 'Cocokkan dengan buktinya.',
    })
    expect(await terbuka()).toEqual(['P7'])
    for (const unit of UNIT_CONTOH.filter((u) => u !== TRANTIB)) expect(await k.tugas(unit.kepala)).toEqual([])
    const { h } = await k.kerjakan(TRANTIB.staf, /^7\. /)
    const { $ } = h
    const bisaDiisi = $('tbody.formulir__baris').filter((_, b) => $(b).find('input[name$=".v.pembilang"]').length > 0)
    expect(
      bisaDiisi.map((_, b) => $(b).find('.visually-hidden').last().text().trim().replace('untuk ', '')).get(),
    ).toEqual([...DUA_NILAI])
    expect($('input[name$=".realisasi"]').length).toBe(0)
    expect(rapikan(bisaDiisi.eq(0).text())).toContain('Tidak sama dengan laporan Polsek.')
    expect(rapikan(bisaDiisi.eq(1).text())).toContain('Cocokkan dengan buktinya.')
  })

  it('unit memperbaiki dan menyerahkan lagi; versi 2 menyebut dua perubahan itu saja, versi 1 tetap', async () => {
    const { o, h } = await k.kerjakan(TRANTIB.staf, /^7\. /)
    const [satu = '', dua = ''] = h
      .$('input[name$=".v.pembilang"]')
      .map((_, m) => h.$(m).attr('name'))
      .get()
    await o.tekan(h, 'Simpan', { isian: { [satu]: '88', [dua]: '47' } })
    await serahkan(k, TRANTIB)
    const sakip = await k.kerjakan('sakip1', /^8\. /)
    const beda = sakip.h
      .$('section:has(#perubahan) tbody tr')
      .map((_, tr) => rapikan(sakip.h.$(tr).text()))
      .get()
    expect(beda.length).toBe(2)
    for (const [i, nama] of DUA_NILAI.entries()) expect(beda[i]).toContain(nama)
    await bekukanDanLaporkan(k, 2)
    const [v1, v2] = await rekap()
    const [lama, baru] = [nilaiDari(v1?.isi), nilaiDari(v2?.isi)]
    expect(
      [...baru]
        .filter(([nama, n]) => lama.get(nama) !== n)
        .map(([nama]) => nama)
        .sort(),
    ).toEqual([...DUA_NILAI].sort())
  })

  it('Sekcam menyetujui dan melapor, Camat menjawab dengan disposisi dan rekomendasi, Tim SAKIP menyegel', async () => {
    await setujuiDanJawab(k, { apa: 'Perkuat patroli malam', siapa: 'Kasi Ketenteraman' })
    expect(await terbuka()).toEqual(['P12'])
    arsip = await segelPolos(k)
    expect(arsip.judul).toBe('Arsip Pengumpulan Data Kinerja Triwulan II 2026')
    const halaman = await (await k.orang('camat')).buka(siklus)
    expect(rapikan(halaman.$('.judul').text())).toContain('Diarsipkan')
    expect(await k.tugas('sakip1')).toEqual([])
    expect(await k.tugas(TRANTIB.kepala)).toEqual(['Perkuat patroli malam'])
  })

  it('sesudah disegel, formulir yang masih terbuka di layar orang ditolak', async () => {
    const kasi = await k.orang(TRANTIB.kepala)
    const jawab = await kasi.tekan(formulirLama, 'Periksa lalu serahkan', { bolehGagal: true })
    expect([403, 409]).toContain(jawab.status)
  })
})

describe('yang dibawa pulang', () => {
  it('Excel rekap versi 2 terbaca kembali: tujuh kolom LKjIP, nilai yang diperbaiki, anggaran', async () => {
    const sakip = await k.orang('sakip1')
    const excel = await sakip.unduh(`/rekap/${siklus.split('/').pop()}/excel?versi=2`)
    const buku = new ExcelJS.Workbook()
    await buku.xlsx.load(excel.isi as unknown as ArrayBuffer)
    expect(buku.worksheets.map((w) => w.name)).toEqual(
      expect.arrayContaining(['Rekap', 'LKjIP', 'Anggaran', 'Seksi Pemerintahan', 'Skala']),
    )
    const ws = buku.getWorksheet('LKjIP')
    const [, v2] = await rekap()
    const baris = v2?.isi.unit.flatMap((u) => u.baris) ?? []
    for (const [i, b] of baris.entries()) {
      const r = ws?.getRow(6 + i)
      expect(r?.getCell(1).value).toBe(b.nama)
      if (b.nama === DUA_NILAI[0]) expect(r?.getCell(4).value).toBe(88)
      if (b.capaian.jenis === 'NILAI')
        expect(r?.getCell(5).formula ? r.getCell(5).result : r?.getCell(5).value).toBe(Number(b.capaian.nilai))
    }
    expect(baris.length).toBeGreaterThan(30)
  })

  it('arsip: setiap sidik cocok; dokumen kedua putaran, kedua rekap, semua berkas ada di dalamnya', async () => {
    const zip = await (await k.orang('sekcam')).unduh(`${arsip.alamat}/unduh`)
    expect(zip.jenis).toBe('application/zip')
    const isi = await bukaZip(zip.isi)
    const manifest = barisManifest(isi.get('MANIFEST.sha256')?.toString() ?? '')
    expect(manifest.length).toBe(isi.size - 1)
    for (const [sidik, nama] of manifest)
      expect(
        createHash('sha256')
          .update(isi.get(nama) ?? '')
          .digest('hex'),
        nama,
      ).toBe(sidik)
    const nama = [...isi.keys()]
    for (const pola of [
      /Lembar Disposisi/,
      /Notulen/,
      /Daftar Hadir/,
      /Undangan/,
      /Program Kerja/,
      /Ceklis/,
      /Tanda Terima/,
      /terisi.*putaran 2/,
      /Rekapitulasi.*versi 1/,
      /Rekapitulasi.*versi 2/,
      /Lembar Telaah/,
      /Disposisi Camat/,
    ])
      expect(nama.filter((n) => n.startsWith('dokumen/') && pola.test(n)).length, String(pola)).toBeGreaterThan(0)
    expect(nama.filter((n) => /rekap versi [12]\.xlsx$/.test(n)).length).toBe(2)
    const [berkas] = await app.sql<{ n: number }>('select count(*)::int as n from berkas where siklus_id is not null')
    expect(nama.filter((n) => n.startsWith('bukti/')).length).toBe(berkas?.n)
    expect(berkas?.n).toBe(UNIT_CONTOH.length + 2)
  })

  it('riwayat menceritakan seluruhnya dengan kalimat, jabatan, dan alasan', async () => {
    const { $ } = await (await k.orang('pengamat')).buka(`${siklus}/riwayat`)
    const teks = rapikan($('.riwayat').text())
    for (const kalimat of [
      'dimulai.',
      'dikembalikan ke Langkah 7',
      'Cocokkan dengan buktinya.',
      'sebagai Camat Taman',
      'sebagai Tim SAKIP',
      'Siklus selesai dan diarsipkan.',
    ])
      expect(teks, kalimat).toContain(kalimat)
    expect(teks).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|undefined/)
    expect(await bandingkanBaris(app, siklus.split('/').at(-1) ?? '')).toEqual([])
  })
})
