import { describe, expect, it } from 'vitest'
import { bacaContoh, potonganDari } from '../bantuan/rekam-tampilan.ts'
import { bacaPohon, berkas } from './pohon.ts'
import {
  BELUM_DIPAKAI,
  cetakMentah,
  pintuTanpaTemplat,
  pintuTemplat,
  selipan,
  templatTanpaPintu,
  templatTanpaUji,
} from './templat.ts'

const templat = bacaPohon('views').filter(({ jalur }) => jalur.endsWith('.ejs'))
const pintu = pintuTemplat(bacaPohon('src').filter(({ jalur }) => jalur.endsWith('.ts')))

describe('templat', () => {
  it('setiap halaman mempunyai tepat satu pintu, setiap potongan disertakan', () => {
    expect(templat.length).toBeGreaterThan(80)
    expect(templatTanpaPintu(templat, pintu)).toEqual(BELUM_DIPAKAI.map((nama) => `${nama}: tanpa pintu`).sort())
    const salah = [berkas('views/rekap/telaah.ejs', ''), berkas('views/rekap/yatim.ejs', '')]
    expect(templatTanpaPintu(salah, ['rekap/telaah', 'rekap/telaah'])).toEqual([
      'rekap/telaah: 2 pintu',
      'rekap/yatim: tanpa pintu',
    ])
  })

  it('setiap pintu dan setiap include menunjuk ke templat yang ada, dari akar', () => {
    expect(pintuTanpaTemplat(templat, pintu)).toEqual([])
    const salah = [berkas('views/a/b.ejs', "<%- include('/parsial/hilang', {}) %><%- include('./c') %>")]
    expect(pintuTanpaTemplat(salah, ['a/b', 'a/x'])).toEqual([
      'a/x',
      'views/a/b.ejs → /parsial/hilang',
      'views/a/b.ejs → ./c',
    ])
  })

  it('setiap templat tergambar di suatu uji (tests/unit/tampilan, contoh dari tests/unit/tampilan/contoh)', () => {
    const tergambar = bacaContoh().flatMap((contoh) => potonganDari(contoh) ?? [])
    expect(templatTanpaUji(templat, tergambar)).toEqual([])
    const baru = [berkas('views/rekap/baru.ejs', ''), berkas('views/parsial/pesan.ejs', '')]
    expect(templatTanpaUji(baru, tergambar)).toEqual(['rekap/baru'])
  })

  it('pintu ditemukan juga bila tipenya panjang, dan tidak di komentar', () => {
    const kode =
      "const a = halaman<ReturnType<typeof susun>>('a/satu')\nconst b = halaman<{\n  x: string\n}>(\n  'b/dua', 'tamu')\n// halaman<X>('c/tiga')"
    expect(pintuTemplat([berkas('src/modul/a/tampilan.ts', kode)])).toEqual(['a/satu', 'b/dua'])
  })

  it('mencetak tanpa pelarian hanya untuk include dan isi tiga tata letak', () => {
    expect(cetakMentah(templat)).toHaveLength(3)
    for (const satu of cetakMentah(templat)) expect(satu).toMatch(/^views\/tata-letak\/\w+\.ejs: kerangka\.isi$/)
    expect(cetakMentah([berkas('views/a/b.ejs', "<%- include('/x') %><%- catatan %>")])).toEqual([
      'views/a/b.ejs: catatan',
    ])
  })

  it('tidak ada gaya atau skrip yang diselipkan (CSP)', () => {
    expect(selipan(templat)).toEqual([])
    const salah = [
      berkas('views/a/b.ejs', '<p style="x"><a onclick="y()"><script>z</script><script src="/aset/a.js"></script>'),
    ]
    expect(selipan(salah)).toEqual(['views/a/b.ejs: style=', 'views/a/b.ejs: onclick="', 'views/a/b.ejs: <script>'])
  })
})
