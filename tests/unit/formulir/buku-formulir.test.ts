import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Pelaku } from '../../../src/inti/pelaku.ts'
import { bacaBukuFormulir } from '../../../src/modul/formulir/buku/baca-buku-formulir.ts'
import { bedakanBuku } from '../../../src/modul/formulir/buku/bedakan-buku.ts'
import { susunBukuFormulir } from '../../../src/modul/formulir/buku/susun-buku.ts'
import { LEMBAR_TANDA } from '../../../src/modul/formulir/buku/susunan-buku.ts'
import { bukanBagian } from '../../../src/modul/formulir/delegasi/pembagian.ts'
import type { FormulirLengkap } from '../../../src/modul/formulir/index.ts'
import { bacaBuku } from '../../../src/modul/impor/baca-buku.ts'
import { tulisBukuTerlindung } from '../../../src/modul/impor/tulis-buku-terlindung.ts'
import { bukaExcel } from '../../bantuan/baca-excel.ts'
import { ketikBuku, selBuku } from '../../bantuan/buku-formulir.ts'
import { adaLibreOffice, simpanUlangLibreOffice } from '../../bantuan/libreoffice.ts'
import { bukaZip } from '../../bantuan/zip.ts'
import { anggaranContoh, barisContoh, formulirContoh, kartuContoh } from './contoh.ts'

const PELAKU = {
  nama: 'Dewi',
  namaKecamatan: 'Kecamatan Taman',
  kabupaten: 'Pemalang',
  zonaWaktu: 'Asia/Jakarta',
  pegawaiId: 'p1',
  peran: ['STAF'],
  penugasan: [{ unitId: 'u1', peran: 'STAF', kepalaUnit: false }],
} as unknown as Pelaku
const kartu = kartuContoh({ definisi: 'Desa yang laporannya masuk sebelum tanggal 10 bulan berikutnya.' })
const predikat = kartuContoh({
  kode: 'IKU-2',
  nama: 'Predikat SAKIP',
  metode: 'KATEGORI',
  variabel: [],
  kategori: [
    { kode: 'B', nama: 'B (Baik)', skor: '60' },
    { kode: 'BB', nama: 'BB (Sangat Baik)', skor: '70' },
  ],
})
const FORMULIR = formulirContoh({
  baris: [
    barisContoh({
      kartu,
      status: 'TERISI',
      variabel: { tepat: '18', desa: '19' },
      kendala: 'Jaringan\nputus',
      nilai: '94.736842',
    }),
    barisContoh({ id: 'b2', kartu: predikat }),
    barisContoh({ id: 'b3', terbuka: false, variabel: { tepat: '1' }, status: 'TERISI' }),
  ],
  anggaran: [anggaranContoh({ status: 'TERISI', realisasi: '123456789012345.67' })],
})
const tugasBaris = (barisId: string, pegawaiId: string, nama: string) => ({
  barisId,
  pegawaiId,
  nama,
  tanggal: null,
  catatan: '',
  selesai: false,
})
const buat = async (formulir: FormulirLengkap = FORMULIR) =>
  Buffer.from(await tulisBukuTerlindung(susunBukuFormulir(formulir, PELAKU)))
const folder = mkdtempSync(join(tmpdir(), 'takar-buku-'))
async function baca(isi: Uint8Array, formulir: FormulirLengkap = FORMULIR) {
  const jalur = join(folder, 'buku.xlsx')
  writeFileSync(jalur, isi)
  const buku = await bacaBuku(jalur)
  if ('ditolak' in buku) return buku
  return bacaBukuFormulir(buku.lembar, { formulir, kantor: PELAKU.namaKecamatan })
}
const beda = async (isi: Uint8Array, formulir: FormulirLengkap = FORMULIR) => {
  const terbaca = await baca(isi, formulir)
  if ('ditolak' in terbaca) return [terbaca.ditolak]
  return bedakanBuku(formulir, terbaca.nilai)
    .nilai.filter((n) => n.status !== 'SAMA')
    .map((n) => `${n.kunci} ${n.status} ${n.kini || '–'} → ${n.buku || '–'}`)
}
const ditolak = async (isi: Uint8Array, formulir?: FormulirLengkap) => {
  const terbaca = await baca(isi, formulir)
  return 'ditolak' in terbaca ? terbaca.ditolak : 'diterima'
}

/** What somebody types in the samples below, and what the comparison must say of it. */
const KETIKAN = [
  { barisId: 'b1', bidang: 'v.tepat', isi: 17.25 },
  { barisId: 'b1', bidang: 'kendala', isi: null },
  { barisId: 'b2', bidang: 'kategori', isi: 'BB (Sangat Baik)' },
  { barisId: 'a1', bidang: 'keterangan', isi: 'SPJ & "nota" <Juni>' },
]
const HARAP = [
  'b1.v.tepat BERUBAH 18 → 17.25',
  'b1.kendala BERUBAH Jaringan\nputus → –',
  'b2.kategori BERUBAH – → BB',
  'a1.keterangan BERUBAH – → SPJ & "nota" <Juni>',
]

describe('buku isian pergi dan pulang', () => {
  it('tanpa diubah tidak berbeda, juga angka yang lebih panjang daripada yang dapat disimpan Excel', async () => {
    expect(await beda(await buat())).toEqual([])
  })

  it('yang diketik terbaca nilai demi nilai; mengosongkan adalah perbedaan', async () => {
    expect(await beda(await ketikBuku(await buat(), KETIKAN))).toEqual(HARAP)
  })

  it('baris yang tidak dikembalikan terkunci, dan perubahannya ditolak', async () => {
    const buku = await buat()
    const sel = selBuku(await bukaExcel(buku), { barisId: 'b3', bidang: 'v.tepat' })
    expect(sel.protection?.locked ?? true).toBe(true)
    const isi = await ketikBuku(buku, [{ barisId: 'b3', bidang: 'v.tepat', isi: 2 }])
    expect(await beda(isi)).toEqual(['b3.v.tepat DITOLAK 1 → 2'])
  })

  it('baris orang lain terkunci di bukunya; yang tetap diketik di sana disebut, dibiarkan, dan tidak menahan yang lain', async () => {
    const dibagi = {
      ...FORMULIR,
      pembagian: { hanyaDitugasi: true, baris: [tugasBaris('b1', 'p1', 'Dewi'), tugasBaris('b2', 'p2', 'Rian')] },
    }
    const excel = await bukaExcel(await buat(dibagi))
    const terkunci = (barisId: string, bidang: string) => selBuku(excel, { barisId, bidang }).protection?.locked ?? true
    expect([terkunci('b1', 'v.tepat'), terkunci('b2', 'kategori')]).toEqual([false, true])
    const terbaca = await baca(
      await ketikBuku(await buat(), [...KETIKAN, { barisId: 'b2', bidang: 'kategori', isi: 'A+' }]),
    )
    if ('ditolak' in terbaca) throw new Error(terbaca.ditolak)
    const { nilai, tulis } = bedakanBuku(dibagi, terbaca.nilai, { bukanBagian: bukanBagian(PELAKU, dibagi) })
    expect(tulis.map((t) => t.baris.id)).toEqual(['b1'])
    expect(nilai.filter((n) => n.status === 'LAIN').map((n) => `${n.kunci} ${n.pesan}`)).toEqual([
      'b2.kategori Bukan bagian Anda: diberikan kepada Rian.',
      'a1.keterangan Bukan bagian Anda: belum diberikan, jadi diisi kepala unit.',
    ])
    expect(nilai.some((n) => n.status === 'DITOLAK')).toBe(false)
  })

  it('berkas simpanan LibreOffice terbaca sama, masih terlindung, dengan pilihan dan definisinya', async () => {
    const contoh = join(import.meta.dirname, 'buku-libreoffice.xlsx')
    if (process.env.TAKAR_REKAM_BUKU)
      writeFileSync(contoh, simpanUlangLibreOffice(await ketikBuku(await buat(), KETIKAN)))
    const isi = readFileSync(contoh)
    expect(await beda(isi)).toEqual(HARAP)
    const excel = await bukaExcel(isi)
    const ws = excel.getWorksheet('Indikator')
    const xml = String((await bukaZip(isi)).get('xl/worksheets/sheet2.xml'))
    expect(xml).toMatch(/<sheetProtection sheet="true"/)
    expect([ws?.getColumn(1).hidden, ws?.getRow(4).hidden]).toEqual([true, true])
    const gaya = String((await bukaZip(isi)).get('xl/styles.xml'))
      .match(/<cellXfs.*<\/cellXfs>/s)?.[0]
      .match(/<xf .*?<\/xf>/gs)
    const terkunci = (sel: string) =>
      gaya?.[Number(xml.match(new RegExp(`<c r="${sel}" s="(\\d+)"`))?.[1])]?.includes('locked="true"')
    expect(['D5', 'J5', 'M5', 'J8'].map(terkunci)).toEqual([true, false, false, true])
    expect(selBuku(excel, { barisId: 'b2', bidang: 'kategori' }).dataValidation).toMatchObject({ type: 'list' })
    const keterangan = ws?.getCell(selBuku(excel, { barisId: 'b1', bidang: 'v.tepat' }).row, 9).note
    expect(JSON.stringify(keterangan)).toContain('sebelum tanggal 10')
  })

  it.runIf(adaLibreOffice())(
    'LibreOffice di komputer ini (bila terpasang) menyimpan ulang tanpa mengubah nilai',
    async () => {
      expect(await beda(simpanUlangLibreOffice(await ketikBuku(await buat(), KETIKAN)))).toEqual(HARAP)
    },
    180_000,
  )
})

describe('berkas yang salah disebut apa adanya', () => {
  it('buku unit, periode, SOP, atau kantor lain', async () => {
    const lain = formulirContoh({ id: 'f2', unitNama: 'Seksi PMD' })
    expect(await ditolak(await buat(lain))).toMatch(
      /^Ini buku isian unit Seksi PMD; halaman ini formulir Seksi Pemerintahan, Triwulan II 2026\./,
    )
    const lalu = formulirContoh({ id: 'f3', siklus: { ...FORMULIR.siklus, namaPeriode: 'Triwulan I 2026' } })
    expect(await ditolak(await buat(lalu))).toMatch(/^Ini buku isian periode Triwulan I 2026;/)
    expect(await ditolak(await buat(formulirContoh({ id: 'f4' })))).toMatch(
      /^Ini buku isian siklus lain untuk Seksi Pemerintahan, Triwulan II 2026;/,
    )
    const ukur = formulirContoh({ id: 'f5', siklus: { ...FORMULIR.siklus, namaSop: 'SOP Pengukuran' } })
    expect(await ditolak(await buat(ukur))).toMatch(/^Ini buku isian SOP Pengukuran;/)
  })

  it('templat lama, formulir yang disusun ulang, dan buku yang dirangkai sendiri', async () => {
    const ubahTanda = async (ubah: (baris: string[][]) => void) => {
      const excel = await bukaExcel(await buat())
      const ws = excel.getWorksheet(LEMBAR_TANDA)
      const baris: string[][] = []
      ws?.eachRow((satu) => void baris.push((satu.values as string[]).slice(1).map((s) => s ?? '')))
      ubah(baris)
      baris.forEach((satu, r) => {
        satu.forEach((isi, k) => {
          if (ws) ws.getCell(r + 1, k + 1).value = isi
        })
      })
      return Buffer.from(await excel.xlsx.writeBuffer())
    }
    const lama = await ubahTanda((baris) => {
      const templat = baris.find((b) => b[0] === 'templat')
      if (templat) templat[1] = '0'
    })
    expect(await ditolak(lama)).toMatch(
      /^Buku ini dibuat dengan templat versi 0, sedangkan Takar sekarang memakai versi 1\./,
    )
    const rangkaian = await ubahTanda((baris) => {
      const nilai = baris.find((b) => b[0] === 'nilai')
      if (nilai) nilai[4] = '99'
    })
    expect(await ditolak(rangkaian)).toMatch(/^Lembar tersembunyi di buku ini sudah berubah/)
    const disusun = { ...FORMULIR, baris: [barisContoh({ id: 'baru', kartu })] }
    expect(await ditolak(await buat(), disusun)).toMatch(/^Formulir ini disusun ulang sesudah bukunya diunduh/)
  })

  it('lembar atau baris yang hilang, baris kembar, dan buku lain sama sekali', async () => {
    const ubah = async (kerja: (excel: Awaited<ReturnType<typeof bukaExcel>>) => void) => {
      const excel = await bukaExcel(await buat())
      kerja(excel)
      return Buffer.from(await excel.xlsx.writeBuffer())
    }
    const tanpaLembar = await ubah((excel) => excel.removeWorksheet(excel.getWorksheet('Anggaran')?.id ?? 0))
    expect(await ditolak(tanpaLembar)).toMatch(/^Lembar “Anggaran” tidak ada di buku ini/)
    const tanpaBaris = await ubah((excel) => excel.getWorksheet('Indikator')?.spliceRows(7, 1))
    expect(await ditolak(tanpaBaris)).toMatch(
      /^Lembar “Indikator” tidak memuat lagi “Persentase|^Lembar “Indikator” tidak memuat lagi “Predikat SAKIP”/,
    )
    const kembar = await ubah((excel) => {
      const ws = excel.getWorksheet('Indikator')
      if (ws) ws.getCell(9, 1).value = ws.getCell(5, 1).value
      if (ws) ws.getCell(9, 2).value = ws.getCell(5, 2).value
    })
    expect(await ditolak(kembar)).toMatch(/^Lembar “Indikator” baris 9 sama dengan baris lain/)
    const tanpaTanda = await ubah((excel) => excel.removeWorksheet(excel.getWorksheet(LEMBAR_TANDA)?.id ?? 0))
    expect(await ditolak(tanpaTanda)).toMatch(/^Penanda buku ini hilang/)
    const rekap = await ubah((excel) => {
      for (const ws of [...excel.worksheets]) excel.removeWorksheet(ws.id)
      for (const nama of ['Rekap', 'LKjIP', 'Skala']) excel.addWorksheet(nama).addRow(['x'])
    })
    expect(await ditolak(rekap)).toMatch(/^Ini buku rekapitulasi seluruh unit/)
  })
})
