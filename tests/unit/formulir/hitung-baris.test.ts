import { describe, expect, it } from 'vitest'
import { hitungBaris } from '../../../src/modul/formulir/hitung-baris.ts'
import { hitungIsian, kekuranganFormulir, teksHitungan } from '../../../src/modul/formulir/hitungan.ts'
import { hitungJatuhTempo } from '../../../src/modul/formulir/kartu.ts'
import { teksLalu } from '../../../src/modul/formulir/teks-baris.ts'
import { barisContoh, kartuContoh, targetContoh } from './contoh.ts'

const tw = (nomor: number) => ({ jenis: 'TRIWULAN', tahun: 2026, nomor }) as const
const capaian = (b: ReturnType<typeof barisContoh>, periode: Parameters<typeof hitungBaris>[1]) => {
  const { capaian: c } = hitungBaris(b, periode)
  return c.jenis === 'NILAI' ? c.nilai : c.jenis
}

describe('jatuh tempo', () => {
  const kosong = targetContoh({ tw: [null, null, null, '95'] })
  it.each([
    ['TAHUNAN', tw(1), false],
    ['TAHUNAN', tw(3), false],
    ['TAHUNAN', tw(4), true],
    ['SEMESTERAN', tw(1), false],
    ['SEMESTERAN', tw(2), true],
    ['TRIWULANAN', tw(1), true],
    ['BULANAN', tw(1), true],
    ['TRIWULANAN', { jenis: 'BULAN', tahun: 2026, nomor: 4 }, false],
    ['TRIWULANAN', { jenis: 'BULAN', tahun: 2026, nomor: 6 }, true],
    ['BULANAN', { jenis: 'BULAN', tahun: 2026, nomor: 4 }, true],
    ['TAHUNAN', { jenis: 'SEMESTER', tahun: 2026, nomor: 1 }, false],
    ['TAHUNAN', { jenis: 'TAHUN', tahun: 2026, nomor: 1 }, true],
  ] as const)('%s pada %j: %s', (frekuensi, periode, hasil) => {
    expect(hitungJatuhTempo(frekuensi, targetContoh(), periode)).toBe(hasil)
  })
  it('triwulan yang dikosongkan PK belum jatuh tempo; tanpa target triwulan sama sekali mengikuti frekuensi', () => {
    expect(hitungJatuhTempo('TRIWULANAN', kosong, tw(2))).toBe(false)
    expect(hitungJatuhTempo('TRIWULANAN', kosong, tw(4))).toBe(true)
    expect(hitungJatuhTempo('TRIWULANAN', targetContoh({ tw: [null, null, null, null] }), tw(2))).toBe(true)
  })
})

describe('nilai dan capaian satu baris', () => {
  const terisi = { status: 'TERISI', variabel: { tepat: '18', desa: '19' }, nilai: '94.74' } as const
  it('posisi akhir dibandingkan dengan target triwulannya', () =>
    expect(capaian(barisContoh(terisi), tw(2))).toBe('99.73'))
  it('jumlah dihitung kumulatif dengan triwulan sebelumnya', () => {
    const kartu = kartuContoh({ agregasi: 'KUMULATIF', metode: 'TUNGGAL', variabel: [{ kode: 'n', nama: 'Laporan' }] })
    const isi = {
      kartu,
      target: targetContoh({ cara: 'PER_TRIWULAN', tahunan: '12', tw: ['3', '3', '3', '3'] }),
      status: 'TERISI',
      variabel: { n: '2' },
      nilai: '2',
    } as const
    const lalu = [{ tahun: 2026, triwulan: 1, nilai: '3', kategori: null }]
    expect(capaian(barisContoh({ ...isi, lalu }), tw(2))).toBe('83.33')
    expect(capaian(barisContoh({ ...isi, lalu }), { jenis: 'BULAN', tahun: 2026, nomor: 6 })).toBe('BELUM_JATUH_TEMPO')
    expect(capaian(barisContoh(isi), { jenis: 'SEMESTER', tahun: 2026, nomor: 1 })).toBe('33.33')
    expect(capaian(barisContoh(isi), { jenis: 'TAHUN', tahun: 2026, nomor: 1 })).toBe('16.67')
  })
  it('kosong, tidak diukur, belum jatuh tempo, dan tidak dapat dihitung tetap berbeda', () => {
    expect(capaian(barisContoh(), tw(2))).toBe('KOSONG')
    expect(capaian(barisContoh({ jatuhTempo: false }), tw(2))).toBe('BELUM_JATUH_TEMPO')
    expect(capaian(barisContoh({ status: 'TIDAK_BERLAKU', alasanTidakBerlaku: 'x' }), tw(2))).toBe('TIDAK_BERLAKU')
    expect(capaian(barisContoh({ status: 'TERISI', variabel: { tepat: '0', desa: '0' } }), tw(2))).toBe(
      'TIDAK_DAPAT_DIHITUNG',
    )
  })
  it('predikat dibandingkan lewat skornya', () => {
    const kartu = kartuContoh({
      metode: 'KATEGORI',
      polaritas: 'KATEGORI',
      frekuensi: 'TAHUNAN',
      variabel: [],
      kategori: [
        { kode: 'B', skor: 4 },
        { kode: 'BB', skor: 5 },
      ],
    })
    const target = targetContoh({ tahunan: null, teks: 'BB', tw: [null, null, null, null] })
    expect(capaian(barisContoh({ kartu, target, status: 'TERISI', kategori: 'B', nilai: '4' }), tw(4))).toBe('80.00')
  })
  it('pembilang lebih besar dari penyebut diperingatkan, bukan ditolak', () => {
    const { peringatan } = hitungBaris(
      barisContoh({ status: 'TERISI', variabel: { tepat: '20', desa: '19' }, nilai: '105.26' }),
      tw(2),
    )
    expect(peringatan.join(' ')).toContain('lebih besar daripada')
  })
  it('lompatan terhadap triwulan terdahulu diperingatkan', () => {
    const lalu = [1, 2, 3, 4].map((triwulan) => ({ tahun: 2025, triwulan, nilai: '9.4', kategori: null }))
    expect(hitungBaris(barisContoh({ ...terisi, lalu }), tw(2)).peringatan.join(' ')).toContain('koma')
  })
  it('nilai lalu: triwulan terbaru dahulu, lalu tahun terakhir', () => {
    const lalu = [
      { tahun: 2025, triwulan: 0, nilai: '96', kategori: null },
      { tahun: 2026, triwulan: 1, nilai: '89.47', kategori: null },
      { tahun: 2026, triwulan: 3, nilai: '1', kategori: null },
    ]
    expect(teksLalu({ kartu: kartuContoh(), lalu }, tw(2))).toEqual(['TW I 2026: 89,47', '2025: 96'])
  })
})

describe('kelengkapan', () => {
  const anggaran = { id: 'a', status: 'KOSONG', nama: 'Rapat' } as never
  it('menghitung yang wajib saja, dan menyebut yang kurang', () => {
    const baris = [
      barisContoh({ status: 'TERISI', nilai: '1' }),
      barisContoh({ jatuhTempo: false }),
      barisContoh({ status: 'TIDAK_BERLAKU' }),
    ]
    expect(teksHitungan(hitungIsian({ baris, anggaran: [anggaran] }))).toBe('2 dari 3 terisi · 1 tanpa bukti')
    const kurang = kekuranganFormulir({ baris, anggaran: [anggaran] })
    expect(kurang).toHaveLength(2)
    expect(kurang[0]).toContain('anggaran Rapat')
    expect(kekuranganFormulir({ baris: [barisContoh({ status: 'TERISI', jumlahBukti: 1 })], anggaran: [] })).toEqual([])
  })
})
