import { beforeEach, describe, expect, it } from 'vitest'
import {
  kalimatPeristiwa,
  langkahTerbuka,
  pengajuUntuk,
  putarUlang,
  tugasTerbuka,
} from '../../../src/modul/siklus/mesin/index.ts'
import { budi, dewi, type Jalan, jalankanSop, joko, ratna, sari, sopBenih, wati } from '../../bantuan/sop-contoh.ts'

const PENGUMPULAN = sopBenih('taman-pengumpulan.yaml')
const UNIT = [
  { kunci: 'seksi-a', unitId: 'a' },
  { kunci: 'seksi-b', unitId: 'b' },
]

let siklus: Jalan
const selesai = (langkah: string) => ({ jenis: 'SELESAIKAN', langkah }) as const
const serah = (bagian: string) => ({ jenis: 'SELESAIKAN_BAGIAN', langkah: 'P7', bagian }) as const
const status = (kode: string) => siklus.keadaan.langkah[kode]?.status
const bagian = (kunci: string) => siklus.keadaan.langkah.P7?.bagian.find((b) => b.kunci === kunci)

/** Walks from the disposition to the step before which it stops. */
function sampai(langkah: 'P7' | 'P8' | 'P9' | 'P10' | 'P11' | 'P12'): void {
  const urutan = ['P7', 'P8', 'P9', 'P10', 'P11', 'P12']
  const jauh = urutan.indexOf(langkah)
  siklus.lakukan(ratna, selesai('P1'))
  siklus.lakukan(budi, selesai('P2'))
  for (const kode of ['P3', 'P4', 'P5', 'P6']) siklus.lakukan(sari, selesai(kode))
  siklus.lakukan(sari, { jenis: 'BUKA_BAGIAN', langkah: 'P7', bagian: UNIT })
  if (jauh >= 1) {
    siklus.lakukan(joko, serah('seksi-a'))
    siklus.lakukan(wati, serah('seksi-b'))
  }
  if (jauh >= 2) siklus.lakukan(sari, selesai('P8'))
  if (jauh >= 3) siklus.lakukan(sari, selesai('P9'))
  if (jauh >= 4) siklus.lakukan(budi, { jenis: 'PUTUSKAN', langkah: 'P10', keputusan: 'ya' })
  if (jauh >= 5) {
    siklus.lakukan(budi, { jenis: 'TERUSKAN', langkah: 'P11' })
    siklus.lakukan(ratna, selesai('P11'))
  }
}

beforeEach(() => {
  siklus = jalankanSop(PENGUMPULAN)
})

describe('SOP Pengumpulan Data Kinerja Kecamatan Taman', () => {
  it('berjalan dari disposisi Camat sampai diarsipkan, satu langkah demi satu langkah', () => {
    sampai('P12')
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['P12'])
    siklus.lakukan(sari, selesai('P12'))
    expect(siklus.keadaan.status).toBe('DIARSIPKAN')
    expect(langkahTerbuka(siklus.keadaan)).toEqual([])
    expect(Object.values(siklus.keadaan.langkah).map((l) => [l.status, l.putaran])).toEqual(
      PENGUMPULAN.langkah.map(() => ['SELESAI', 1]),
    )
    expect(putarUlang(siklus.peristiwa)).toEqual(siklus.keadaan)
  })

  it('langkah berikutnya baru terbuka setelah langkah sebelumnya selesai', () => {
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['P1'])
    expect(siklus.coba(budi, selesai('P2'))).toBe('LANGKAH_TIDAK_TERBUKA')
    siklus.lakukan(ratna, selesai('P1'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['P2'])
    expect(siklus.coba(ratna, selesai('P1'))).toBe('LANGKAH_TIDAK_TERBUKA')
  })

  it('setiap langkah hanya dapat diselesaikan pelaksananya menurut SOP', () => {
    for (const bukan of [budi, sari, joko, dewi]) expect(siklus.coba(bukan, selesai('P1'))).toBe('BUKAN_PELAKSANA')
    siklus.lakukan(ratna, selesai('P1'))
    for (const bukan of [ratna, sari, joko, dewi]) expect(siklus.coba(bukan, selesai('P2'))).toBe('BUKAN_PELAKSANA')
  })

  it('yang membantu boleh memulai langkah, tetapi tidak menyelesaikannya', () => {
    expect(siklus.coba(dewi, { jenis: 'MULAI_LANGKAH', langkah: 'P1' })).toBe('BUKAN_PELAKSANA')
    siklus.lakukan(sari, { jenis: 'MULAI_LANGKAH', langkah: 'P1' })
    expect(siklus.keadaan.langkah.P1?.dimulaiPada).not.toBeNull()
    expect(siklus.coba(ratna, { jenis: 'MULAI_LANGKAH', langkah: 'P1' })).toBe('LANGKAH_SUDAH_DIMULAI')
    expect(siklus.coba(sari, selesai('P1'))).toBe('BUKAN_PELAKSANA')
  })

  it('bola dipegang pelaksana langkah, lalu tiap unit, lalu Sekcam, lalu Camat yang menjawab', () => {
    const pemegang = () =>
      tugasTerbuka(PENGUMPULAN, siklus.keadaan).map((t) => [t.sebagai, ...t.pemegang, t.bagian?.kunci])
    expect(pemegang()).toEqual([['MENGERJAKAN', 'CAMAT', undefined]])
    sampai('P7')
    expect(pemegang()).toEqual([
      ['BAGIAN', 'KASI', 'seksi-a'],
      ['BAGIAN', 'KASI', 'seksi-b'],
    ])
    siklus.lakukan(joko, serah('seksi-a'))
    expect(pemegang()).toEqual([['BAGIAN', 'KASI', 'seksi-b']])
    siklus.lakukan(wati, serah('seksi-b'))
    siklus.lakukan(sari, selesai('P8'))
    siklus.lakukan(sari, selesai('P9'))
    expect(pemegang()).toEqual([['MEMUTUSKAN', 'SEKCAM', undefined]])
    siklus.lakukan(budi, { jenis: 'PUTUSKAN', langkah: 'P10', keputusan: 'ya' })
    expect(pemegang()).toEqual([['MENGERJAKAN', 'SEKCAM', undefined]])
    siklus.lakukan(budi, { jenis: 'TERUSKAN', langkah: 'P11' })
    expect(pemegang()).toEqual([['MENJAWAB', 'CAMAT', undefined]])
  })

  it('laporan kepada Camat selesai dengan jawaban Camat, bukan oleh Sekcam sendiri', () => {
    sampai('P11')
    expect(siklus.coba(budi, selesai('P11'))).toBe('BELUM_DITERUSKAN')
    expect(siklus.coba(ratna, selesai('P11'))).toBe('BUKAN_PELAKSANA')
    expect(siklus.coba(ratna, { jenis: 'TERUSKAN', langkah: 'P11' })).toBe('BUKAN_PELAKSANA')
    siklus.lakukan(budi, { jenis: 'TERUSKAN', langkah: 'P11' })
    expect(siklus.coba(budi, { jenis: 'TERUSKAN', langkah: 'P11' })).toBe('SUDAH_DITERUSKAN')
    expect(siklus.coba(budi, selesai('P11'))).toBe('BUKAN_PELAKSANA')
    siklus.lakukan(ratna, selesai('P11'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['P12'])
  })
})

describe('Unit mengisi bersamaan', () => {
  beforeEach(() => sampai('P7'))

  it('pengisian selesai bila semua unit sudah menyerahkan', () => {
    siklus.lakukan(wati, serah('seksi-b'))
    expect(status('P7')).toBe('BERJALAN')
    siklus.lakukan(joko, serah('seksi-a'))
    expect([status('P7'), status('P8')]).toEqual(['SELESAI', 'BERJALAN'])
  })

  it('satu unit tidak dapat menyerahkan atau menarik formulir unit lain', () => {
    expect(siklus.coba(joko, serah('seksi-b'))).toBe('BUKAN_BAGIAN_ANDA')
    expect(siklus.coba(sari, serah('seksi-b'))).toBe('BUKAN_BAGIAN_ANDA')
    expect(siklus.coba(joko, serah('seksi-z'))).toBe('BAGIAN_TIDAK_DIKENAL')
    siklus.lakukan(wati, serah('seksi-b'))
    expect(siklus.coba(joko, { jenis: 'TARIK_BAGIAN', langkah: 'P7', bagian: 'seksi-b' })).toBe('BUKAN_BAGIAN_ANDA')
  })

  it('unit menarik kembali yang sudah diserahkan selama pengisian masih terbuka', () => {
    const tarik = { jenis: 'TARIK_BAGIAN', langkah: 'P7', bagian: 'seksi-a' } as const
    expect(siklus.coba(joko, tarik)).toBe('BAGIAN_BELUM_SELESAI')
    siklus.lakukan(joko, serah('seksi-a'))
    expect(siklus.coba(joko, serah('seksi-a'))).toBe('BAGIAN_SUDAH_SELESAI')
    siklus.lakukan(joko, tarik)
    expect([bagian('seksi-a')?.status, bagian('seksi-a')?.putaran, bagian('seksi-a')?.pengaju]).toEqual([
      'BERJALAN',
      1,
      [],
    ])
    siklus.lakukan(joko, serah('seksi-a'))
    siklus.lakukan(wati, serah('seksi-b'))
    expect(siklus.coba(joko, tarik)).toBe('LANGKAH_TIDAK_TERBUKA')
  })

  it('pengisian tidak dapat diselesaikan sebagai satu langkah, dengan atau tanpa pembagian unit', () => {
    expect(siklus.coba(joko, selesai('P7'))).toBe('BAGIAN_BELUM_LENGKAP')
    const lain = jalankanSop(PENGUMPULAN)
    lain.lakukan(ratna, selesai('P1'))
    lain.lakukan(budi, selesai('P2'))
    for (const kode of ['P3', 'P4', 'P5', 'P6']) lain.lakukan(sari, selesai(kode))
    expect(lain.coba(joko, selesai('P7'))).toBe('BAGIAN_BELUM_DIBUKA')
  })

  it('unit yang sama tidak mendapat dua formulir, dan pembagian kosong ditolak', () => {
    const buka = (...unit: { kunci: string; unitId: string | null }[]) =>
      siklus.coba(sari, { jenis: 'BUKA_BAGIAN', langkah: 'P7', bagian: unit })
    expect(buka({ kunci: 'seksi-a', unitId: 'a' })).toBe('BAGIAN_GANDA')
    expect(buka({ kunci: 'c', unitId: 'c' }, { kunci: 'c', unitId: 'c' })).toBe('BAGIAN_GANDA')
    expect(buka()).toBe('BAGIAN_TIDAK_DIKENAL')
    expect(buka({ kunci: '', unitId: null })).toBe('BAGIAN_TIDAK_DIKENAL')
    expect(buka({ kunci: 'c', unitId: 'c' })).toBe('DITERIMA')
  })
})

describe('Riwayat', () => {
  it('setiap peristiwa menjadi kalimat yang menyebut langkah dan pihaknya', () => {
    sampai('P11')
    siklus.lakukan(budi, { jenis: 'TERUSKAN', langkah: 'P11' })
    const kalimat = siklus.peristiwa.map((p) => kalimatPeristiwa(PENGUMPULAN, p, { 'seksi-a': 'Seksi Pemerintahan' }))
    expect(kalimat[0]).toBe('SOP Pengumpulan Data Kinerja untuk Triwulan I 2026 dimulai.')
    expect(kalimat).toContain('Langkah 8 (Tim SAKIP merekap data capaian kinerja) terbuka.')
    expect(kalimat.find((k) => k.includes('diserahkan'))).toMatch(
      /^Langkah 7 \(.*…\): bagian Seksi Pemerintahan diserahkan\.$/,
    )
    expect(kalimat.at(-1)).toMatch(/^Langkah 11 .* disampaikan kepada Camat\.$/)
  })

  it('yang mengajukan data dikenal dari keadaan, sehingga siklus dapat menyebut siapa yang boleh memutuskan', () => {
    sampai('P10')
    expect(pengajuUntuk(PENGUMPULAN, siklus.keadaan, 'P10').sort()).toEqual(['kasi-a', 'kasi-b', 'tim'])
  })
})
