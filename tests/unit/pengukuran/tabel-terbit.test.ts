import { describe, expect, it } from 'vitest'
import { bacaAngka, bacaUang, cariDesimal, Desimal, formatAngka } from '../../../src/inti/angka/index.ts'
import {
  bacaMutuSkm,
  cetakAngka,
  type Hasil,
  hitungCapaian,
  hitungNilai,
  hitungSerapan,
  hitungSkm,
  jumlahkanUang,
  type Metode,
  nilaiDari,
  periksaRentang,
} from '../../../src/modul/pengukuran/index.ts'
import { bacaTabelTerbit, type SelCapaian, type SelSerapan, type Tabel } from './tabel-terbit/bentuk.ts'

/**
 * Every published table is read as a person would type it and computed by the functions the office uses; the result must
 * be the printed figure digit by digit. What differs is explained in the data, and the explanation must still be true.
 */
const TABEL = bacaTabelTerbit()
const jenis = <J extends Tabel['jenis']>(nama: J) =>
  TABEL.filter((t): t is Extract<Tabel, { jenis: J }> => t.jenis === nama).map(
    (t) => [`${t.berkas}: ${t.nama}`, t] as const,
  )

/** Decimals of a printed figure. */
const desimalDari = (teks: string): number => /[,.](\d+)%?$/.exec(teks)?.[1]?.length ?? 0
function angka(teks: string): string {
  const terbaca = bacaAngka(teks)
  if (terbaca.jenis !== 'angka') throw new Error(`${teks}: ${terbaca.jenis}`)
  return terbaca.nilai
}
function uang(teks: string): string {
  const terbaca = bacaUang(teks)
  if (terbaca.jenis !== 'angka') throw new Error(`${teks}: ${terbaca.jenis}`)
  return terbaca.nilai
}
const cetak = (hasil: Hasil, desimal: number): string =>
  hasil.jenis === 'NILAI' ? formatAngka(hasil.nilai, { desimal }) : hasil.jenis

/** A mean or sum over columns as the card of an indicator computes it; '-' does not apply. */
function gabung(metode: Metode, nilai: readonly string[], desimal: number, baca = angka): string {
  const variabel = nilai.map((_, ke) => ({ kode: `v${ke}`, nama: `Nilai ${ke + 1}` }))
  const isian = Object.fromEntries(nilai.map((teks, ke) => [`v${ke}`, teks === '-' ? '' : baca(teks)]))
  const tidakBerlaku = variabel.filter((_, ke) => nilai[ke] === '-').map(({ kode }) => kode)
  return cetak(hitungNilai({ metode, variabel, isian, tidakBerlaku, desimal }), desimal)
}
const rumus = (ekspresi: string, isian: Readonly<Record<string, string>>, desimal: number): string => {
  const variabel = Object.keys(isian).map((kode) => ({ kode, nama: kode }))
  const terbaca = Object.fromEntries(Object.entries(isian).map(([kode, teks]) => [kode, angka(teks)]))
  return cetak(hitungNilai({ metode: 'RUMUS', variabel, isian: terbaca, ekspresi, desimal }), desimal)
}

it('setiap tabel menyebut nama dan sumbernya; setiap penyimpangan menyebut sebabnya', () => {
  expect(TABEL.length).toBeGreaterThanOrEqual(20)
  const tanpaSebab: string[] = []
  const telusuri = (isi: unknown, tempat: string) => {
    if (Array.isArray(isi)) for (const satu of isi) telusuri(satu, tempat)
    else if (isi !== null && typeof isi === 'object') {
      const satu = isi as Record<string, unknown>
      const menyimpang = ['terhitung', 'selisih', 'kali', 'pembulatan'].some((bidang) => bidang in satu)
      if (menyimpang && !String(satu.sebab ?? '').trim()) tanpaSebab.push(tempat)
      for (const dalam of Object.values(satu)) telusuri(dalam, tempat)
    }
  }
  for (const tabel of TABEL) {
    expect([tabel.berkas, tabel.nama.length > 10, tabel.sumber.length > 10]).toEqual([tabel.berkas, true, true])
    telusuri(tabel, tabel.berkas)
  }
  expect(tanpaSebab).toEqual([])
})

describe.each(jenis('capaian'))('%s', (_nama, tabel) => {
  const sel = tabel.baris.flatMap(({ nama, polaritas = 'MAKS', varian, sel: daftar }) =>
    daftar.map(
      (satu) =>
        [`${nama} ${satu.masa}: ${satu.realisasi} dari ${satu.target}`, { polaritas, varian, ...satu }] as const,
    ),
  )
  const hitung = ({ polaritas, varian, target, realisasi }: (typeof sel)[number][1], lain = {}) =>
    hitungCapaian({ polaritas, varian, target: angka(target), realisasi: nilaiDari(angka(realisasi)), ...lain })

  it.each(sel)('%s', (_sel, satu) => {
    const { terbit, pembulatan }: SelCapaian = satu
    if (terbit === null) return expect(hitung(satu).jenis).toBe('TIDAK_DAPAT_DIHITUNG')
    const desimal = desimalDari(terbit)
    expect(cetak(hitung(satu, { desimal, pembulatan }), desimal)).toBe(terbit)
    // the other choice on the card is needed: rounding gives another figure
    if (pembulatan) expect(cetak(hitung(satu, { desimal }), desimal)).not.toBe(terbit)
  })
})

describe.each(jenis('serapan'))('%s', (_nama, tabel) => {
  const sel = tabel.baris.flatMap(({ nama, sel: daftar }) =>
    daftar.map((satu) => [`${nama} ${satu.masa}`, satu] as const),
  )
  it.each(sel)('%s', (_sel, satu) => {
    const { pagu, realisasi, terbit, pembulatan, terhitung, perbaikanPagu, kali }: SelSerapan = satu
    if (perbaikanPagu) expect(bacaUang(pagu).jenis).toBe('salah')
    const terbaca = { pagu: perbaikanPagu ?? uang(pagu), realisasi: uang(realisasi) }
    const hasil = hitungSerapan({ pagu: terbaca.pagu, realisasi: nilaiDari(terbaca.realisasi) })
    const mentah = hasil.jenis === 'NILAI' ? hasil.mentah : 'NaN'
    const persen = (cara?: typeof pembulatan) => `${cetakAngka(mentah, { desimal: 0, pembulatan: cara })}%`
    if (terhitung) {
      expect(cetak(hasil, 2)).toBe(terhitung)
      expect([persen(), persen('POTONG')]).not.toContain(terbit)
      return
    }
    expect(persen(pembulatan)).toBe(terbit)
    if (pembulatan) expect(persen()).not.toBe(terbit)
    if (!kali) return
    const sekali = {
      kunci: 'anggaran',
      pagu: terbaca.pagu,
      realisasi: nilaiDari(new Desimal(terbaca.realisasi).div(kali).toFixed()),
    }
    const benar = hitungSerapan(jumlahkanUang(Array.from({ length: kali }, () => ({ ...sekali }))))
    expect(satu.sebab).toContain(`${cetak(benar, 2)}%`)
  })
})

describe.each(jenis('jumlah'))('%s', (_nama, tabel) => {
  it.each(tabel.kelompok.map((k) => [k.nama, k] as const))('%s', (_kelompok, { jumlah, bagian, selisih }) => {
    for (const [ke, terbit] of jumlah.entries()) {
      const kolom = bagian.map(({ nilai }) => nilai[ke] ?? '-')
      const dihitung = gabung('JUMLAH', kolom, 0, uang)
      const beda = new Desimal(uang(terbit)).minus(uang(dihitung)).toFixed()
      expect(`${tabel.kolom[ke]}: ${beda}`).toBe(`${tabel.kolom[ke]}: ${selisih?.[ke] ?? '0'}`)
    }
  })
})

describe.each(jenis('rata-rata'))('%s', (_nama, tabel) => {
  it.each(tabel.baris.map((b) => [b.nama, b] as const))('%s', (_baris, { nilai, terbit }) => {
    expect(gabung('RATA_RATA', nilai, desimalDari(terbit))).toBe(terbit)
  })

  it('rata-rata tiap kolom, dicocokkan menurut nama kolomnya', () => {
    const { rataKolom, kolom } = tabel
    if (!rataKolom) return
    const { terbit, terhitung = terbit, urutanTerbit = kolom } = rataKolom
    const dihitung = kolom.map((_, ke) =>
      gabung(
        'RATA_RATA',
        tabel.baris.map(({ nilai }) => nilai[ke] ?? '-'),
        2,
      ),
    )
    expect(dihitung).toEqual(terhitung)
    for (const [ke, nama] of urutanTerbit.entries()) {
      const milik = tabel.baris.map(({ nilai }) => nilai[kolom.indexOf(nama)] ?? '-').filter((teks) => teks !== '-')
      const mentah = Desimal.sum(...milik.map(angka)).div(milik.length)
      const boleh = (['SETENGAH_NAIK', 'POTONG'] as const).map((pembulatan) =>
        cetakAngka(mentah, { desimal: 2, pembulatan }),
      )
      expect(
        boleh.map((teks) => formatAngka(teks, { desimal: 2 })),
        nama,
      ).toContain(terbit[ke])
    }
    if (rataKolom.urutanTerbit) expect(terbit).not.toEqual(terhitung)
  })

  it('rata-rata seluruhnya', () => {
    const { terbit, terhitung } = tabel.rataTotal
    const baris = tabel.baris.map((b) => b.terbit)
    expect(gabung('RATA_RATA', baris, desimalDari(terbit))).toBe(terhitung ?? terbit)
    if (terhitung) expect(terhitung).not.toBe(terbit)
  })
})

describe.each(jenis('rumus'))('%s', (_nama, tabel) => {
  it.each(tabel.baris.map((b) => [b.nama, b] as const))('%s', (_baris, { ekspresi, isian, desimal, terbit }) => {
    expect(rumus(ekspresi, isian, desimal)).toBe(formatAngka(angka(terbit), { desimal }))
  })
})

describe.each(jenis('target'))('%s', (_nama, tabel) => {
  it.each(tabel.target.map((t) => [t.nama, t] as const))(
    '%s dibaca dan dicetak kembali sama',
    (_target, { nilai, dibaca = nilai }) => {
      for (const [ke, teks] of nilai.entries()) {
        if (teks === '-') continue
        const tercetak = (dibaca[ke] ?? '').replace('%', '')
        expect(formatAngka(angka(teks), { desimal: /^\d{1,3}(\.\d{3})+$/.test(teks) ? 0 : desimalDari(teks) })).toBe(
          tercetak,
        )
      }
    },
  )
})

describe.each(jenis('target-pagu'))('%s', (_nama, tabel) => {
  it('tahun tanpa target tidak berpagu, tahun bertarget berpagu; tanpa target bukan target nol', () => {
    for (const { kode, target, pagu } of tabel.baris)
      for (const [ke, teks] of target.entries()) {
        const tempat = `${kode} ${tabel.kolom[ke]}`
        expect(cariDesimal(pagu[ke] ?? '')?.isZero(), tempat).toBe(teks === '-')
        const capaian = hitungCapaian({
          polaritas: 'MAKS',
          target: teks === '-' ? null : angka(teks),
          realisasi: nilaiDari(teks === '-' ? '1' : angka(teks)),
        })
        expect(cetak(capaian, 2), tempat).toBe(teks === '-' ? 'TIDAK_DAPAT_DIHITUNG' : '100,00')
      }
  })
})

describe.each(jenis('mutu'))('%s', (_nama, tabel) => {
  it.each(tabel.baris.map((b) => [b.nama, b] as const))('%s', (_baris, { ikm, mutu }) => {
    expect(bacaMutuSkm(angka(ikm)).mutu).toBe(mutu)
  })
})

describe.each(jenis('skm'))('%s', (_nama, tabel) => {
  it('NRR, IKM dan mutu dengan bobot tepat 1/9; bobot yang dibulatkan memberi angka lain', () => {
    const unsur = Object.entries(tabel.nilai).map(([kode, nilai]) => ({
      kode,
      jumlahNilai: new Desimal(nilai).times(tabel.responden).toFixed(),
      responden: tabel.responden,
    }))
    const hasil = hitungSkm(unsur)
    if (hasil.jenis !== 'NILAI') throw new Error(hasil.alasan)
    expect([formatAngka(hasil.ikm, { desimal: desimalDari(tabel.ikm) }), hasil.mutu]).toEqual([tabel.ikm, tabel.mutu])
    for (const { tertimbang } of hasil.nrr)
      expect(formatAngka(tertimbang, { desimal: desimalDari(tabel.tertimbang) })).toBe(tabel.tertimbang)
    for (const { ekspresi, terbit } of tabel.bobotLain)
      expect(rumus(ekspresi, { nilai: tabel.nilai.U1 ?? '' }, desimalDari(terbit))).toBe(terbit)
  })
})

describe.each(jenis('skala'))('%s', (_nama, tabel) => {
  it.each(tabel.daftar.map((s) => [s.nama, s] as const))('%s', (_skala, { kelas, masalah }) => {
    const rentang = kelas.map(([nama, bawah, atas]) => ({ nama, bawah: angka(bawah), atas: angka(atas), warna: '' }))
    expect(periksaRentang(rentang)).toEqual(masalah)
  })
})

describe.each(jenis('skor'))('%s', (_nama, tabel) => {
  it.each(tabel.daftar.map((s) => [s.nama, s] as const))('%s', (_skor, { kategori, capaian }) => {
    const daftar = Object.entries(kategori).map(([kode, skor]) => ({ kode, skor }))
    for (const [target, realisasi, terbit] of capaian) {
      const hasil = hitungCapaian({ polaritas: 'KATEGORI', target, realisasi: nilaiDari(realisasi), kategori: daftar })
      expect(cetak(hasil, 2), `${realisasi} dari ${target}`).toBe(terbit)
    }
  })
})
