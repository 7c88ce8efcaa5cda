import { describe, expect, it } from 'vitest'
import { imporDari, imporMenanjak, intiMengimporLuar, lewatPintuBelakang, lingkaran, tingkatModul } from './impor.ts'
import { bacaPohon, berkas, isiFolder } from './pohon.ts'

const src = bacaPohon('src')
const tingkat = tingkatModul(bacaPohon('src/modul').find(({ jalur }) => jalur === 'src/modul/README.md')?.isi ?? '')

describe('arah impor', () => {
  it('src/inti tidak mengenal modul apa pun', () => {
    expect(intiMengimporLuar(src)).toEqual([])
    const salah = berkas(
      'src/inti/http/halaman.ts',
      "import { a } from '../../modul/akun/index.ts'\nimport { b } from './rute.ts'",
    )
    expect(intiMengimporLuar([salah])).toEqual(['src/inti/http/halaman.ts → src/modul/akun/index.ts'])
  })

  it('modul melihat modul lain hanya lewat index.ts, dan tidak melihat puncak src', () => {
    expect(lewatPintuBelakang(src)).toEqual([])
    const salah = [
      berkas(
        'src/modul/rekap/rute.ts',
        "import {\n  a,\n  b,\n} from '../formulir/kueri.ts'\nimport type { C } from '../../aplikasi.ts'",
      ),
      berkas('src/peta-rute.ts', "import { ruteAkun } from './modul/akun/rute.ts'"),
      berkas('src/modul/rekap/kueri.ts', "import { a } from './isian.ts'\nimport { b } from '../formulir/index.ts'"),
    ]
    expect(lewatPintuBelakang(salah)).toHaveLength(3)
  })

  it('hanya ke tingkat yang lebih rendah menurut src/modul/README.md', () => {
    expect(imporMenanjak(src, tingkat)).toEqual([])
    const salah = [
      berkas('src/modul/formulir/rute.ts', "import { a } from '../rekap/index.ts'"),
      berkas('src/modul/disposisi/rute.ts', "export { a } from '../rapat/index.ts'"),
      berkas('src/modul/baru/rute.ts', "const a = await import('../akun/index.ts')"),
    ]
    expect(imporMenanjak(salah, tingkat)).toHaveLength(3)
  })

  it('setiap modul ada di peta README, dan peta tidak menyebut yang tidak ada', () => {
    expect([...tingkat.keys()].filter((nama) => !isiFolder('src/modul').includes(nama))).toEqual([])
    expect(isiFolder('src/modul').filter((nama) => !tingkat.has(nama))).toEqual([])
    expect(tingkatModul('| 3 | `akun` | masuk |\n|--:|---|\n| siklus | satu SOP |')).toEqual(new Map([['akun', 3]]))
  })

  it('tidak ada berkas yang saling mengimpor berputar', () => {
    expect(lingkaran(src)).toEqual([])
    const ring = [
      berkas('src/a.ts', "import { b } from './b.ts'"),
      berkas('src/b.ts', "import { c } from './c.ts'"),
      berkas('src/c.ts', "import { a } from './a.ts'\nimport type { B } from './b.ts'"),
    ]
    expect(lingkaran(ring)).toEqual(['src/a.ts → src/b.ts → src/c.ts → src/a.ts'])
    expect(
      lingkaran([berkas('src/a.ts', "import type { B } from './b.ts'"), berkas('src/b.ts', "import './a.ts'")]),
    ).toEqual([])
  })

  it('teks yang hanya mirip impor bukan impor', () => {
    const teks = "const a = `\nimport { b } from './b.ts'\n`\n// import('./c.ts')\nimport { d } from './d.ts'"
    expect(imporDari(berkas('src/a.ts', teks)).map(({ ke }) => ke)).toEqual(['src/d.ts'])
  })
})
