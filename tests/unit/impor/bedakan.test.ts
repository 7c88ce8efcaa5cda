import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kunciBaris } from '../../../src/modul/impor/baca-isi.ts'
import { bedakan, kebalikan, perubahanDari } from '../../../src/modul/impor/bedakan.ts'
import type { NilaiBaris, Perubahan } from '../../../src/modul/impor/definisi.ts'
import { LEMBAR_CONTOH } from './contoh.ts'

const lembar = [LEMBAR_CONTOH]
const baris = fc.record({
  kode: fc.constantFrom('7.01', '7.02', '7.03', '7.04'),
  kelurahan: fc.constantFrom(null, 'Beji', 'Kebondalem'),
  nama: fc.constant(null),
  pagu: fc.nat(3).map(String),
  target: fc.option(fc.nat(3).map(String), { nil: null }),
  urut: fc.constant(null),
  tanggal: fc.constant(null),
  dana: fc.option(fc.constant('PAD'), { nil: null }),
})
const daftar = fc.uniqueArray(baris, { selector: (b) => kunciBaris(LEMBAR_CONTOH, b), maxLength: 10 })
const isi = (nilai: readonly NilaiBaris[]) => ({ belanja: nilai.map((n, i) => ({ nomor: i + 4, nilai: n })) })

/** What an application leaves: rows by key. */
function jalankan(kini: readonly NilaiBaris[], perubahan: readonly Perubahan[]): Map<string, NilaiBaris> {
  const hasil = new Map(kini.map((n) => [kunciBaris(LEMBAR_CONTOH, n), n]))
  for (const { lama, baru } of perubahan) {
    if (baru) hasil.set(kunciBaris(LEMBAR_CONTOH, baru), { nama: null, ...baru })
    else if (lama) hasil.delete(kunciBaris(LEMBAR_CONTOH, lama))
  }
  return hasil
}
const urut = (peta: Map<string, NilaiBaris>) => [...peta].sort(([a], [b]) => (a < b ? -1 : 1))

describe('hukum perbandingan', () => {
  it('yang diekspor lalu diunggah lagi tidak mengubah apa pun', () => {
    fc.assert(
      fc.property(daftar, (kini) => {
        const beda = bedakan({ lembar, kini: { belanja: kini } }, isi(kini), [])
        expect(beda.every((b) => b.status === 'SAMA')).toBe(true)
      }),
    )
  })

  it('sesudah diterapkan, unggahan yang sama tidak lagi berbeda; yang tidak disebut berkas tetap', () => {
    fc.assert(
      fc.property(daftar, daftar, (kini, berkas) => {
        const perubahan = perubahanDari(bedakan({ lembar, kini: { belanja: kini } }, isi(berkas), []))
        const sesudah = jalankan(kini, perubahan)
        const lagi = bedakan({ lembar, kini: { belanja: [...sesudah.values()] } }, isi(berkas), [])
        expect(lagi.every((b) => b.status === 'SAMA')).toBe(true)
        const disebut = new Set(berkas.map((b) => kunciBaris(LEMBAR_CONTOH, b)))
        for (const n of kini)
          if (!disebut.has(kunciBaris(LEMBAR_CONTOH, n))) expect(sesudah.get(kunciBaris(LEMBAR_CONTOH, n))).toEqual(n)
      }),
    )
  })

  it('diterapkan lalu dibatalkan: kembali persis seperti semula', () => {
    fc.assert(
      fc.property(daftar, daftar, (kini, berkas) => {
        const perubahan = perubahanDari(bedakan({ lembar, kini: { belanja: kini } }, isi(berkas), []))
        const kembali = jalankan([...jalankan(kini, perubahan).values()], kebalikan(perubahan))
        expect(urut(kembali)).toEqual(urut(jalankan(kini, [])))
      }),
    )
  })

  it('urutan baris yang sudah ada tidak berpengaruh', () => {
    fc.assert(
      fc.property(daftar, daftar, (kini, berkas) => {
        const satu = bedakan({ lembar, kini: { belanja: kini } }, isi(berkas), [])
        expect(bedakan({ lembar, kini: { belanja: [...kini].reverse() } }, isi(berkas), [])).toEqual(satu)
      }),
    )
  })
})

describe('satu baris', () => {
  const ada: NilaiBaris = {
    kode: '7.01',
    kelurahan: 'Beji',
    nama: 'X',
    pagu: '4500000.00',
    target: '5',
    urut: null,
    tanggal: null,
    dana: 'PAD',
  }
  const beda = (nilai: NilaiBaris, salah: Parameters<typeof bedakan>[2] = []) =>
    bedakan({ lembar, kini: { belanja: [ada] } }, isi([nilai]), salah)[0]

  it('4500000 dan 4500000.00 sama; kosong bukan nol; kunci memakai tulisan yang sudah ada', () => {
    expect(beda({ ...ada, pagu: '4500000', kelurahan: 'BEJI' })).toMatchObject({
      status: 'SAMA',
      baru: { kelurahan: 'Beji' },
    })
    expect(beda({ ...ada, target: '0' })?.status).toBe('BERUBAH')
    expect(beda({ ...ada, target: null })).toMatchObject({ status: 'BERUBAH', baru: { target: null } })
  })

  it('kolom yang tidak ada di berkas tetap seperti yang ada; kolom keterangan tidak dibandingkan', () => {
    expect(beda({ kode: '7.01', kelurahan: 'Beji', pagu: '1' })).toMatchObject({
      status: 'BERUBAH',
      baru: { pagu: '1', target: '5', dana: 'PAD' },
    })
    expect(beda({ ...ada, nama: 'Y' })?.status).toBe('SAMA')
  })

  it('baris yang dikeluhkan ditolak, juga yang tidak terbaca, dan tidak ikut diterapkan', () => {
    const satu = beda({ ...ada, pagu: '9' }, [{ lembar: 'belanja', nomor: 4, kolom: 'pagu', pesan: 'Tidak boleh.' }])
    expect(satu).toMatchObject({ status: 'DITOLAK', salah: [{ kolom: 'pagu', pesan: 'Tidak boleh.' }] })
    const semua = bedakan({ lembar, kini: {} }, {}, [{ lembar: 'belanja', nomor: 9, kolom: null, pesan: 'x' }])
    expect(semua).toMatchObject([{ nomor: 9, status: 'DITOLAK' }])
    expect(perubahanDari(semua)).toEqual([])
  })
})
