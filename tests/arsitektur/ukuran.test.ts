import { describe, expect, it } from 'vitest'
import { bacaPohon, berkas } from './pohon.ts'
import { BARIS_FUNGSI, fungsiPanjang, terlaluDalam, terlaluPanjang } from './ukuran.ts'

const semua = bacaPohon()
const baris = (banyak: number) => 'const a = 1\n'.repeat(banyak)

describe('ukuran', () => {
  it('berkas tidak lebih panjang dari batasnya', () => {
    expect(terlaluPanjang(semua)).toEqual([])
    expect(terlaluPanjang([berkas('src/modul/rekap/rute.ts', baris(251))])).toEqual([
      'src/modul/rekap/rute.ts: 251 baris (batas 250)',
    ])
    expect(
      terlaluPanjang([berkas('views/rekap/a.ejs', baris(151)), berkas('tests/unit/a.test.ts', baris(401))]),
    ).toHaveLength(2)
  })

  it('folder di bawah src/modul paling dalam tiga tingkat', () => {
    expect(terlaluDalam(semua)).toEqual([])
    expect(terlaluDalam([berkas('src/modul/siklus/mesin/dalam/a.ts', '')])).toHaveLength(1)
  })

  it(`fungsi di src paling panjang ${BARIS_FUNGSI} baris`, () => {
    const sumber = semua.filter(({ jalur }) => /^src\/.*\.ts$/.test(jalur))
    expect(sumber.flatMap(fungsiPanjang)).toEqual([])
    const isi = `export async function tulis(a: { b: string }): Promise<{ c: string }> {\n${baris(60)}}\nconst pendek = () => {\n}\nexport const susun = (x: string): { y: number }[] => {\n${baris(49)}}\n`
    expect(fungsiPanjang(berkas('src/a.ts', isi))).toEqual(['src/a.ts: tulis 62 baris', 'src/a.ts: susun 51 baris'])
  })
})
