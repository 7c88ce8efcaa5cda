import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hitungNilaiBaris } from '../../../src/modul/formulir/index.ts'
import { hitungHasil, hitungUlang, samaHitungan } from '../../../src/modul/kertas-kerja/hasil-ukur.ts'
import { SKALA_PERMENDAGRI_86 } from '../../../src/modul/pengukuran/index.ts'
import { barisContoh, kartuContoh, targetContoh } from '../formulir/contoh.ts'
import { TW2 } from './contoh.ts'

const opsi = { periode: TW2, skala: SKALA_PERMENDAGRI_86 }
const KUMULATIF = {
  kartu: kartuContoh({ agregasi: 'KUMULATIF', metode: 'TUNGGAL', variabel: [{ kode: 'n', nama: 'Laporan' }] }),
  target: targetContoh({ cara: 'PER_TRIWULAN', tahunan: '12', tw: ['3', '3', '3', '3'] }),
  status: 'TERISI',
  variabel: { n: '2' },
  nilai: '2',
  lalu: [{ tahun: 2026, triwulan: 1, nilai: '3', kategori: null }],
} as const
const nilai = (h: { jenis: string; nilai?: string; alasan?: string }) => (h.jenis === 'NILAI' ? h.nilai : h.jenis)
/** As the database gives it back: keys in another order, nothing undefined. */
const lewatBasisData = <T>(isi: T): T => JSON.parse(JSON.stringify(isi)) as T

describe('hasil pengukuran satu indikator', () => {
  it('capaian periode ini sendiri dan sampai periode ini berbeda bila angkanya dijumlahkan', () => {
    const { keluaran } = hitungHasil(barisContoh(KUMULATIF), opsi)
    expect(nilai(keluaran.periode.capaian)).toBe('66.67')
    expect(nilai(keluaran.sampai.capaian)).toBe('83.33')
    expect(keluaran.sampai.predikat?.nama).toBe('Tinggi')
    expect(keluaran.periode.predikat?.nama).toBe('Sedang')
  })

  it('target berjalan: target triwulan ini sendiri adalah pertumbuhannya', () => {
    const target = targetContoh({ cara: 'BERJALAN', tahunan: '12', tw: ['3', '7', '9', '12'] })
    const { keluaran } = hitungHasil(barisContoh({ ...KUMULATIF, target }), opsi)
    expect(nilai(keluaran.periode.capaian)).toBe('50.00')
    expect(nilai(keluaran.sampai.capaian)).toBe('71.43')
  })

  it('tanpa target triwulan hanya capaian sampai periode ini yang ada', () => {
    const target = targetContoh({ tahunan: '12', tw: [null, null, null, null] })
    const { keluaran } = hitungHasil(barisContoh({ ...KUMULATIF, target }), opsi)
    expect(keluaran.periode.capaian).toMatchObject({ jenis: 'BELUM_JATUH_TEMPO' })
    expect(nilai(keluaran.sampai.capaian)).toBe('41.67')
  })

  it('kosong, nol, tidak diukur, dan belum jatuh tempo tetap berbeda', () => {
    const jenis = (lain: Parameters<typeof barisContoh>[0]) =>
      nilai(hitungHasil(barisContoh(lain), opsi).keluaran.sampai.capaian)
    expect(jenis({})).toBe('KOSONG')
    expect(jenis({ jatuhTempo: false })).toBe('BELUM_JATUH_TEMPO')
    expect(jenis({ status: 'TIDAK_BERLAKU', alasanTidakBerlaku: 'Tidak ada kegiatan' })).toBe('TIDAK_BERLAKU')
    expect(jenis({ status: 'TERISI', variabel: { tepat: '0', desa: '19' }, nilai: '0' })).toBe('0.00')
  })

  it('hitung ulang dari yang tersimpan memberi angka yang sama, huruf demi huruf', () => {
    const angka = fc.integer({ min: 0, max: 1_000_000 }).map((n) => String(n / 100))
    const tw = fc.option(angka, { nil: null })
    fc.assert(
      fc.property(
        fc.record({
          agregasi: fc.constantFrom('KUMULATIF', 'POSISI_AKHIR', 'RATA_RATA', 'TERBAIK', 'TERBURUK' as const),
          polaritas: fc.constantFrom('MAKS', 'MIN', 'TEPAT' as const),
          varianMin: fc.constantFrom('2T-R', 'T/R' as const),
          cara: fc.constantFrom('PER_TRIWULAN', 'BERJALAN' as const),
          tahunan: tw,
          triwulan: fc.tuple(tw, tw, tw, tw),
          isi: fc.option(angka, { nil: null }),
          lalu: fc.option(angka, { nil: null }),
        }),
        ({ agregasi, polaritas, varianMin, cara, tahunan, triwulan, isi, lalu }) => {
          const hasil = hitungHasil(
            barisContoh({
              kartu: kartuContoh({
                agregasi,
                polaritas,
                varianMin,
                metode: 'TUNGGAL',
                variabel: [{ kode: 'n', nama: 'N' }],
              }),
              target: targetContoh({ cara, tahunan, tw: triwulan }),
              status: isi === null ? 'KOSONG' : 'TERISI',
              variabel: isi === null ? {} : { n: isi },
              nilai: isi,
              lalu: lalu === null ? [] : [{ tahun: 2026, triwulan: 1, nilai: lalu, kategori: null }],
            }),
            opsi,
          )
          const tersimpan = lewatBasisData(hasil)
          expect(hitungUlang(tersimpan)).toEqual(lewatBasisData(hasil.keluaran))
          expect(samaHitungan(tersimpan)).toBe(true)
          expect(JSON.stringify(hasil.keluaran)).not.toMatch(/NaN|Infinity|"-0"/)
        },
      ),
    )
  })

  it('rumus sendiri, pembulatan, arah, dan aturan nol tersimpan bersama masukannya dan menghitung ulang sama', () => {
    const angka = fc.integer({ min: -5000, max: 5000 }).map((n) => String(n / 100))
    fc.assert(
      fc.property(
        fc.record({
          ekspresi: fc.constantFrom('a ÷ b × 100', '(a + b) ÷ 2', 'maks(a; b) − min(a; b)', 'a ÷ (b − 10)'),
          pembulatan: fc.constantFrom('SETENGAH_NAIK', 'POTONG' as const),
          aturanNol: fc.constantFrom('BAKU', 'SERATUS', 'TIDAK_DIHITUNG' as const),
          polaritas: fc.constantFrom('MAKS', 'MIN', 'TEPAT', 'RENTANG' as const),
          arah: fc.constantFrom('MAKS', 'MIN' as const),
          target: fc.constantFrom('0', '12.5', '100'),
        }),
        angka,
        angka,
        ({ target, ...pilihan }, a, b) => {
          const kartu = kartuContoh({
            ...pilihan,
            metode: 'RUMUS',
            variabel: [
              { kode: 'a', nama: 'Berkas selesai' },
              { kode: 'b', nama: 'Berkas masuk' },
            ],
          })
          const isi = { kartu, status: 'TERISI', variabel: { a, b } } as const
          const nilaiNya = hitungNilaiBaris(kartu, { variabel: { a, b }, kategori: null })
          const hasil = hitungHasil(
            barisContoh({
              ...isi,
              nilai: nilaiNya.jenis === 'NILAI' ? nilaiNya.nilai : null,
              target: targetContoh({ tahunan: target, atas: '100', tw: [null, target, null, null] }),
            }),
            opsi,
          )
          const tersimpan = lewatBasisData(hasil)
          expect(samaHitungan(tersimpan)).toBe(true)
          expect(tersimpan.masukan.nilai).toMatchObject({ ekspresi: pilihan.ekspresi, pembulatan: pilihan.pembulatan })
          expect(tersimpan.keluaran.nilai).toEqual(lewatBasisData(nilaiNya))
          expect(JSON.stringify(tersimpan.keluaran)).not.toMatch(/NaN|Infinity|"-0"/)
        },
      ),
    )
  })

  it('angka yang diubah belakangan ketahuan; versi rumus yang tidak dikenal ditolak', () => {
    const hasil = hitungHasil(barisContoh(KUMULATIF), opsi)
    const { sampai } = hasil.keluaran
    const palsu = {
      ...hasil,
      keluaran: { ...hasil.keluaran, sampai: { ...sampai, capaian: { ...sampai.capaian, nilai: '99.99' } } },
    }
    expect(samaHitungan(palsu as typeof hasil)).toBe(false)
    expect(() => hitungUlang({ ...hasil, versi: 'lain-9' })).toThrow(RangeError)
  })
})
