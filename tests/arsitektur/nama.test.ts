import { describe, expect, it } from 'vitest'
import { type Cermin, cerminTidakCocok, kejadianTanpaKalimat, namaKosong, namaTidakBaku } from './nama.ts'
import { bacaPohon, berkas, isiFolder } from './pohon.ts'

const MODUL = isiFolder('src/modul')
/** Tests of what no module owns: the parts of src/inti, the sample office, the look. */
const BAGIAN_LAIN = [
  'angka',
  'basis-data',
  'benih',
  'dokumen',
  'http',
  'inti',
  'konfigurasi',
  'tampilan',
  'waktu',
  'perjalanan',
  'mulai',
  'kinerja',
]

const CERMIN: readonly Cermin[] = [
  {
    pohon: 'views',
    nama: isiFolder('views'),
    tambahan: ['galat', 'parsial', 'tata-letak'],
    // arithmetic, and downloads without a page
    tanpa: ['pengukuran', 'berkas'],
  },
  {
    pohon: 'prisma/schema',
    nama: bacaPohon('prisma/schema').map(({ jalur }) => jalur.replace(/^prisma\/schema\/|\.prisma$/g, '')),
    tambahan: ['dasar'],
    // arithmetic, and pages over the tables of others
    tanpa: ['pengukuran', 'dasbor', 'tugas-saya', 'cadangan'],
  },
  { pohon: 'tests/unit', nama: isiFolder('tests/unit'), tambahan: BAGIAN_LAIN },
  { pohon: 'tests/integrasi', nama: isiFolder('tests/integrasi'), tambahan: BAGIAN_LAIN },
  {
    pohon: 'tests/browser',
    nama: isiFolder('tests/browser'),
    tambahan: [...BAGIAN_LAIN, 'papan-ketik', 'tanpa-skrip'],
  },
]

describe('satu nama untuk satu hal', () => {
  it.each(CERMIN.map((satu) => [satu.pohon, satu] as const))('%s memakai nama modul', (_pohon, cermin) => {
    expect(cerminTidakCocok(MODUL, cermin)).toEqual([])
  })

  it('setiap modul mempunyai uji', () => {
    const diuji = new Set([...isiFolder('tests/unit'), ...isiFolder('tests/integrasi')])
    expect(MODUL.filter((nama) => !diuji.has(nama))).toEqual([])
  })

  it('menemukan nama asing, pasangan yang hilang, dan pengecualian yang sudah basi', () => {
    const cermin = { pohon: 'views', nama: ['rekap', 'umum', 'akun'], tambahan: ['galat'], tanpa: ['akun', 'lama'] }
    expect(cerminTidakCocok(['rekap', 'akun', 'sop'], cermin)).toEqual([
      'views/umum: bukan modul',
      'views: pengecualian akun tidak perlu lagi',
      'views: pengecualian lama tidak perlu lagi',
      'views/sop: tidak ada',
    ])
  })

  it('berkas dan folder bernama kebab-case dan mengatakan isinya', () => {
    expect(namaTidakBaku(bacaPohon())).toEqual([])
    expect(namaTidakBaku([berkas('src/modul/rekap/susunRekap.ts', ''), berkas('tests/Rekap/a.ts', '')])).toHaveLength(2)
    expect(namaKosong(bacaPohon('src'))).toEqual([])
    expect(namaKosong([berkas('src/inti/utils.ts', ''), berkas('src/common/teks.ts', '')])).toHaveLength(2)
  })

  it('setiap kejadian jejak mempunyai kalimat', () => {
    expect(kejadianTanpaKalimat(bacaPohon('src'))).toEqual([])
    const tulis = berkas(
      'src/modul/rekap/bekukan-rekap.ts',
      "catatJejak(tx, pelaku, { peristiwa: 'rekap.dibekukan' })\n// peristiwa: 'rekap.lama'",
    )
    expect(kejadianTanpaKalimat([tulis])).toEqual(['rekap.dibekukan (src/modul/rekap/bekukan-rekap.ts)'])
    expect(
      kejadianTanpaKalimat([
        tulis,
        berkas('src/modul/rekap/kalimat.ts', "  'rekap.dibekukan': () => 'membekukan rekap',"),
      ]),
    ).toEqual([])
  })
})
