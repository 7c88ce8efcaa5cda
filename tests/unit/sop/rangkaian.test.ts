import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bacaSopMentah } from '../../../src/modul/sop/baca-yaml.ts'
import { isianLangkah, langkahDari, langkahKosong, teksLangkah } from '../../../src/modul/sop/draf/isian-langkah.ts'
import { bacaLonggar } from '../../../src/modul/sop/draf/longgar.ts'
import {
  gantiKolom,
  gantiLangkah,
  hapusKolom,
  hapusLangkah,
  lepas,
  rujukanKolom,
  rujukanLangkah,
  sambung,
  sisipkanLangkah,
  tukar,
  ubahRangkaian,
} from '../../../src/modul/sop/draf/rangkaian.ts'
import type { DefinisiSop } from '../../../src/modul/sop/index.ts'
import { mentahDari } from '../../../src/modul/sop/periksa-draf.ts'
import { sopMentahAcak } from '../../bantuan/sop-acak.ts'
import { NAMA_SOP_BENIH, sopBenih, sopKecil } from '../../bantuan/sop-contoh.ts'

const jalan = (sop: DefinisiSop) =>
  sop.langkah.map(
    (l) => `${l.nomor}${l.kode}→${l.keputusan ? `${l.keputusan.ya}/${l.keputusan.tidak}` : l.berikutnya.join('+')}`,
  )
const EMPAT = sopKecil([
  { kode: 'A' },
  { kode: 'B' },
  { kode: 'C', keputusan: { tidak: ['A', 'B'], bawaan: 'B' } },
  { kode: 'D' },
])
const terbaca: fc.Arbitrary<DefinisiSop> = sopMentahAcak
  .map((mentah) => bacaSopMentah(mentah))
  .filter((hasil) => 'definisi' in hasil)
  .map((hasil) => ('definisi' in hasil ? hasil.definisi : (undefined as never)))

describe('langkah draf tanpa "berikutnya" lanjut ke bawahnya', () => {
  it('dilepas lalu disambung kembali sama, untuk semua SOP', () => {
    for (const nama of NAMA_SOP_BENIH) expect(sambung(lepas(sopBenih(nama)))).toEqual(sopBenih(nama).langkah)
    fc.assert(
      fc.property(terbaca, (sop) => void expect(sambung(lepas(sop))).toEqual(sop.langkah)),
      { numRuns: 30 },
    )
  })

  it('bentuk yang ditulis ke pemeriksaan terbaca lagi tanpa berubah', () => {
    fc.assert(
      fc.property(terbaca, (sop) => void expect(bacaSopMentah(mentahDari(sop))).toEqual({ definisi: sop })),
      { numRuns: 30 },
    )
  })

  it('halaman langkah: isian yang tidak diubah menyimpan langkah yang sama', () => {
    fc.assert(
      fc.property(terbaca, (sop) => {
        for (const l of lepas(sop)) {
          const teks = teksLangkah(l)
          const CENTANG = [
            'pelaksana',
            'penerima',
            'dibantu',
            'tujuan',
            'tidak',
            'opsional',
            'tahanPertanyaan',
            'hanyaPeriode',
          ]
          const badan = Object.fromEntries(
            Object.entries(teks).map(([k, v]) => [k, CENTANG.includes(k) ? v.split('\n').filter(Boolean) : v]),
          )
          const hasil = langkahDari(isianLangkah(sop, l.kode).parse(badan))
          // ticked lists come back in the order of the page
          const urut = (isi: typeof hasil) => ({
            ...isi,
            pelaksana: [...isi.pelaksana].sort(),
            penerima: [...isi.penerima].sort(),
            dibantu: [...isi.dibantu].sort(),
            berikutnya: isi.berikutnya && [...isi.berikutnya].sort(),
            keputusan: isi.keputusan && {
              ...isi.keputusan,
              tidak: [...isi.keputusan.tidak].sort(),
              bawaan: isi.keputusan.bawaan ?? isi.keputusan.tidak[0],
            },
          })
          const asli = urut(l)
          const baru = urut(hasil)
          if (asli.keputusan && baru.keputusan && l.keputusan?.bawaan === undefined)
            baru.keputusan.bawaan = asli.keputusan.bawaan
          expect(baru).toEqual(asli)
        }
      }),
      { numRuns: 8 },
    )
  })
})

describe('menyisipkan, memindahkan, menghapus', () => {
  it('langkah baru masuk ke jalan; nomor yang hanya menghitung ikut menghitung', () => {
    const sisip = sisipkanLangkah(EMPAT, { ...langkahKosong(EMPAT), kode: 'X' }, 'A')
    expect(jalan(sisip)).toEqual(['1A→X', '2X→B', '3B→C', '4C→D/A,B', '5D→'])
    expect(jalan(sisipkanLangkah(EMPAT, { ...langkahKosong(EMPAT), kode: 'X' }, null))[0]).toBe('1X→A')
    expect(jalan(sisipkanLangkah(EMPAT, { ...langkahKosong(EMPAT), kode: 'X' }, 'D')).slice(-2)).toEqual([
      '4D→X',
      '5X→',
    ])
  })

  it('nomor dari naskah (3 dua kali) tetap seperti naskah', () => {
    const sop = sopKecil([
      { kode: 'A', nomor: '3' },
      { kode: 'B', nomor: '3' },
      { kode: 'C', nomor: '4' },
    ])
    expect(jalan(ubahRangkaian(sop, (l) => tukar(l, 'C', 'naik')))).toEqual(['3A→C', '4C→B', '3B→'])
  })

  it('memindahkan ke tepi tidak mengubah apa pun; rujukan tetap menunjuk langkah yang sama', () => {
    expect(ubahRangkaian(EMPAT, (l) => tukar(l, 'A', 'naik'))).toEqual(EMPAT)
    expect(jalan(ubahRangkaian(EMPAT, (l) => tukar(l, 'B', 'naik')))).toEqual(['1B→A', '2A→C', '3C→D/A,B', '4D→'])
  })

  it('menghapus: yang menunjuk disebut, dialihkan atau dilepas', () => {
    expect(rujukanLangkah(EMPAT, 'B').map((r) => [r.langkah.kode, r.isian])).toEqual([['C', 'Tidak']])
    expect(jalan(hapusLangkah(EMPAT, 'B', 'A'))).toEqual(['1A→C', '2C→D/A', '3D→'])
    expect(jalan(hapusLangkah(EMPAT, 'A', null))).toEqual(['1B→C', '2C→D/B', '3D→'])
    expect(jalan(hapusLangkah(EMPAT, 'B', 'C'))[1]).toBe('2C→D/A')
    const lompat = sopKecil([{ kode: 'A', berikutnya: 'C' }, { kode: 'B', berikutnya: null }, { kode: 'C' }])
    expect(jalan(hapusLangkah(lompat, 'C', null))).toEqual(['1A→B', '2B→'])
  })

  it('kode langkah yang diganti diikuti semua yang menunjuk ke sana', () => {
    const [b] = lepas(EMPAT).slice(1)
    if (!b) throw new Error('B')
    expect(jalan(gantiLangkah(EMPAT, 'B', { ...b, kode: 'B2' }))).toEqual(['1A→B2', '2B2→C', '3C→D/A,B2', '4D→'])
  })

  it('kolom: diganti kodenya, dihapus dengan pengganti, atau dilepas dari langkahnya', () => {
    const sop = sopKecil([{ kode: 'A', pelaksana: ['CAMAT', 'SEKCAM'], penerima: 'SEKCAM' }], {
      bolehMelewati: 'SEKCAM',
    })
    expect(rujukanKolom(sop, 'SEKCAM').map((r) => r.isian)).toEqual(['pelaksana', 'penerima'])
    const ganti = gantiKolom(sop, 'SEKCAM', { kode: 'SEKRETARIS', nama: 'S', peran: ['SEKCAM'], jabatan: [], unit: [] })
    expect(ganti.langkah[0]).toMatchObject({ pelaksana: ['CAMAT', 'SEKRETARIS'], penerima: ['SEKRETARIS'] })
    expect(ganti.bolehMelewati).toEqual(['SEKRETARIS'])
    expect(hapusKolom(sop, 'SEKCAM', 'CAMAT').langkah[0]).toMatchObject({ pelaksana: ['CAMAT'], penerima: ['CAMAT'] })
    expect(hapusKolom(sop, 'SEKCAM', null).langkah[0]).toMatchObject({ pelaksana: ['CAMAT'], penerima: [] })
  })
})

describe('SOP yang salah tetap dapat disimpan sebagai draf', () => {
  it('apa pun isinya, hasilnya berbentuk definisi dengan kode yang berbeda-beda; tidak pernah gagal', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.record({ langkah: fc.anything(), pelaksana: fc.anything(), identitas: fc.anything() }),
          fc.record({
            langkah: fc.array(fc.anything()),
            pelaksana: fc.array(fc.record({ kode: fc.anything(), nama: fc.anything() })),
          }),
        ),
        (isi) => {
          const sop = bacaLonggar(isi)
          const kode = sop.langkah.map((l) => l.kode)
          expect(new Set(kode).size).toBe(kode.length)
          for (const k of [...kode, ...sop.pelaksana.map((p) => p.kode)]) expect(k).toMatch(/^[A-Z][A-Z0-9._-]*$/)
          expect(JSON.stringify(sop)).not.toContain('\\u0000')
          expect(sambung(lepas(sop))).toEqual(sop.langkah)
        },
      ),
    )
  })

  it('yang terbaca tidak hilang karena yang lain salah', () => {
    const mentah = {
      kode: 'uji',
      nama: 'SOP Uji',
      tujuan: 'ENTAH',
      periode: ['TRIWULAN', 'WINDU'],
      identitas: {
        nomor: 7,
        tanggalEfektif: '2021-02',
        tanggalRevisi: 'kemarin',
        dasarHukum: ['UU', { teks: 'PP', asli: 'P.P.' }],
        disahkanOleh: { nama: 'Budi' },
      },
      pelaksana: [{ kode: 'camat', nama: 'Camat', peran: ['CAMAT', 'BUPATI'] }],
      langkah: [
        {
          kode: 'p1',
          uraian: 'Rapat',
          jenis: 'rapatt',
          pelaksana: 'camat',
          waktuBaku: { jenis: 'X', teks: '2 windu' },
          keputusan: { tidak: ['P9'] },
          hanyaPeriode: [{ jenis: 'TRIWULAN', nomor: [4, 99, 'x'] }],
        },
      ],
    }
    const sop = bacaLonggar(mentah)
    expect(sop).toMatchObject({ nama: 'SOP Uji', tujuan: 'PENGUMPULAN', periode: ['TRIWULAN'] })
    expect(sop.identitas).toMatchObject({
      nomor: '7',
      tanggalEfektif: '2021-02',
      tanggalRevisi: null,
      disahkanOleh: { nama: 'Budi' },
    })
    expect(sop.identitas.dasarHukum).toHaveLength(2)
    expect(sop.pelaksana[0]).toMatchObject({ kode: 'CAMAT', peran: ['CAMAT'] })
    expect(sop.langkah[0]).toMatchObject({
      kode: 'P1',
      uraian: 'Rapat',
      jenis: 'tugas',
      pelaksana: ['CAMAT'],
      waktuBaku: { jenis: 'TIDAK_ADA', teks: '2 windu' },
      keputusan: { ya: null, tidak: ['P9'], bawaan: 'P9' },
      hanyaPeriode: [{ jenis: 'TRIWULAN', nomor: [4] }],
    })
  })
})
