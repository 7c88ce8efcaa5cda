import { describe, expect, it } from 'vitest'
import { isianRapat } from '../../../src/modul/rapat/isian.ts'
import { gabungkan, kurangKeputusan, kurangRapat, periksaHubungan } from '../../../src/modul/rapat/kelengkapan-rapat.ts'
import type { IsiRapat } from '../../../src/modul/rapat/kueri.ts'

const [A, B, P1, P2] = [
  '11111111-1111-4111-8111-111111111111',
  '22222222-2222-4222-8222-222222222222',
  '33333333-3333-4333-8333-333333333333',
  '44444444-4444-4444-8444-444444444444',
] as const
const rapat: IsiRapat = {
  acara: 'Rapat',
  tanggal: '2026-07-06',
  waktuMulai: '',
  waktuSelesai: '',
  tempat: 'Aula',
  nomorUndangan: '',
  tanggalUndangan: null,
  pemimpinId: A,
  notulisId: B,
  agenda: '',
  pembahasan: 'Isi',
  peserta: [
    { id: P1, pegawaiId: A, nama: 'Budi', jabatan: 'Sekcam', kehadiran: 'HADIR' },
    { id: P2, pegawaiId: B, nama: 'Sari', jabatan: 'Tim SAKIP', kehadiran: 'HADIR' },
  ],
  keputusan: [],
}
const isian = (lain: Record<string, string>) =>
  isianRapat.parse({ acara: 'Rapat', pemimpinId: A, notulisId: B, versi: '1', ...lain })

describe('kelengkapan rapat', () => {
  it('rapat lengkap tidak kurang apa pun', () => expect(kurangRapat(rapat)).toEqual({}))
  it('menyebut setiap yang kurang menurut bidangnya', () => {
    const kurang = kurangRapat({
      ...rapat,
      tanggal: null,
      tempat: '',
      pembahasan: '',
      pemimpinId: null,
      notulisId: null,
      peserta: [],
    })
    expect(Object.keys(kurang).sort()).toEqual([
      'notulisId',
      'pembahasan',
      'pemimpinId',
      'peserta',
      'tanggal',
      'tempat',
    ])
  })
  it('pemimpin yang tidak hadir bukan pemimpin', () => {
    const peserta = rapat.peserta.map((p) => ({ ...p, kehadiran: p.id === P1 ? ('IZIN' as const) : p.kehadiran }))
    expect(kurangRapat({ ...rapat, peserta }).pemimpinId).toBe('Pemimpin rapat belum ditandai hadir.')
  })
  it('keputusan tanpa orang atau tanggal disebut dengan nomor barisnya; baris kosong tidak', () => {
    const { keputusan } = isian({
      'keputusan.0.apa': '',
      'keputusan.2.apa': 'Isi formulir',
      'keputusan.2.siapa': 'Kasi',
    })
    expect(Object.keys(kurangKeputusan(keputusan))).toEqual(['keputusan.2.kapan'])
  })
})

describe('menggabungkan isian dengan rapat tersimpan', () => {
  it('peserta lama tetap, yang dihapus hilang, yang baru di akhir; peserta asing diabaikan', () => {
    const hasil = gabungkan(
      rapat,
      isian({
        'peserta.0.id': P1,
        'peserta.0.hapus': 'ya',
        'peserta.1.id': A,
        'peserta.1.kehadiran': 'IZIN',
        'peserta.2.nama': 'Lurah',
        'peserta.2.kehadiran': 'HADIR',
      }),
    )
    expect(hasil.peserta.map((p) => [p.nama, p.kehadiran])).toEqual([
      ['Sari', 'HADIR'],
      ['Lurah', 'HADIR'],
    ])
  })
  it('nama penanggung jawab keputusan diambil dari daftar hadir', () => {
    expect(gabungkan(rapat, isian({ 'keputusan.0.apa': 'X', 'keputusan.0.pegawaiId': B })).keputusan[0]?.siapa).toBe(
      'Sari',
    )
  })
  it('pemimpin, notulis, dan penanggung jawab harus ada di daftar hadir', () => {
    const isi = isian({
      'peserta.0.id': P1,
      'peserta.0.hapus': 'ya',
      'keputusan.0.apa': 'X',
      'keputusan.0.pegawaiId': A,
    })
    expect(Object.keys(periksaHubungan(gabungkan(rapat, isi), isi)).sort()).toEqual([
      'keputusan.0.pegawaiId',
      'pemimpinId',
    ])
  })
  it('waktu selesai sebelum mulai ditolak', () => {
    expect(isianRapat.safeParse({ acara: 'Rapat', waktuMulai: '10:00', waktuSelesai: '09.30' }).success).toBe(false)
  })
})
