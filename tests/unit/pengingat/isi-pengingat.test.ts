import { describe, expect, it } from 'vitest'
import type { Pelaku, PenugasanPelaku, Peran } from '../../../src/inti/pelaku.ts'
import { JAM_KERJA_BAKU } from '../../../src/inti/waktu/index.ts'
import { susunPengingat } from '../../../src/modul/pengingat/isi-pengingat.ts'
import { SETELAN_BAKU } from '../../../src/modul/pengingat/setelan.ts'
import type { OrangBertugas, Tugas } from '../../../src/modul/tugas-saya/index.ts'

const kalender = { libur: new Set<string>(), jamKerja: JAM_KERJA_BAKU, zona: 'Asia/Jakarta' }

function orang(nama: string, peran: Peran, { unit = null as string | null, kepala = false } = {}): Pelaku {
  const penugasan: PenugasanPelaku = {
    id: nama,
    jenis: 'DEFINITIF',
    jabatanId: nama,
    jabatanKode: nama,
    jabatanNama: `Jabatan ${nama}`,
    peran,
    unitId: unit,
    unitNama: unit,
    unitKode: unit,
    kepalaUnit: kepala,
  }
  return {
    akunId: nama,
    pegawaiId: nama,
    nama,
    nip: null,
    pangkat: null,
    kecamatanId: 'k',
    namaKecamatan: 'Kecamatan Uji',
    kabupaten: 'Kabupaten Uji',
    zonaWaktu: 'Asia/Jakarta',
    peran: [peran],
    penugasan: [penugasan],
    anggotaTimSakip: false,
    wajibGantiSandi: false,
  }
}
const tugas = (alamat: string, urutTenggat: string | null): Tugas => ({
  judul: `Tugas ${alamat}`,
  alamat,
  periode: 'Triwulan II 2026',
  dari: null,
  sejak: null,
  mengapa: '',
  status: { kode: 'MENUNGGU', teks: 'Menunggu' },
  tenggat: null,
  urutTenggat,
})
const KASI = orang('Kasi', 'KASI', { unit: 'trantib', kepala: true })
const STAF = orang('Staf', 'STAF', { unit: 'trantib' })
const KASI_LAIN = orang('Kasi Lain', 'KASI', { unit: 'pmd', kepala: true })
const SEKCAM = orang('Sekcam', 'SEKCAM')
const CAMAT = orang('Camat', 'CAMAT')
/** Every person of the office, those named with tasks. */
function pada(
  hari: string,
  isi: readonly (readonly [Pelaku, readonly Tugas[]])[],
  siapa = [KASI, STAF, KASI_LAIN, SEKCAM, CAMAT],
) {
  const semua: OrangBertugas[] = siapa.map((pelaku) => ({ pelaku, tugas: isi.find(([p]) => p === pelaku)?.[1] ?? [] }))
  const sesudah = new Date(Date.parse(hari) - 86_400_000).toISOString().slice(0, 10)
  return susunPengingat(semua, { putaran: { hari, sesudah }, setelan: SETELAN_BAKU, kalender })
}
const TENGGAT = '2026-08-06' // Thursday

describe('siapa mendapat daftar apa', () => {
  it('satu daftar seorang, berisi semua tugasnya, bila salah satunya perlu diingatkan', () => {
    const hasil = pada(TENGGAT, [[STAF, [tugas('/a', TENGGAT), tugas('/b', '2026-09-30'), tugas('/c', null)]]])
    expect([...hasil.keys()]).toEqual(['Staf'])
    expect(hasil.get('Staf')?.tugas.map((t) => [t.alamat, t.posisi])).toEqual([
      ['/a', 0],
      ['/b', -39],
      ['/c', null],
    ])
    expect(pada('2026-08-04', [[STAF, [tugas('/a', TENGGAT)]]]).size).toBe(0)
  })

  it('terlambat 1 hari kerja: kepala unitnya diberi tahu, kepala unit lain dan Sekcam belum', () => {
    const hasil = pada('2026-08-07', [[STAF, [tugas('/a', TENGGAT)]]])
    expect([...hasil.keys()].sort()).toEqual(['Kasi', 'Staf'])
    expect(hasil.get('Kasi')).toEqual({
      tugas: [],
      bawahan: [expect.objectContaining({ alamat: '/a', posisi: 1, siapa: ['Staf (Jabatan Staf)'] })],
      kantor: [],
    })
  })

  it('terlambat 3 hari kerja: Sekcam diberi tahu, sekali untuk tugas yang ditunggu dari dua orang', () => {
    const t = [tugas('/a', TENGGAT)]
    const hasil = pada('2026-08-11', [
      [STAF, t],
      [KASI, t],
    ])
    expect(hasil.get('Sekcam')?.kantor.map((k) => k.siapa)).toEqual([['Kasi (Jabatan Kasi)', 'Staf (Jabatan Staf)']])
    // the head has it in the own list already
    expect(hasil.get('Kasi')?.bawahan).toEqual([])
    expect(hasil.has('Kasi Lain')).toBe(false)
  })

  it('tugas Camat tidak dilaporkan ke Sekcam; tanpa Sekcam, Camat yang diberi tahu', () => {
    expect(pada('2026-08-11', [[CAMAT, [tugas('/c', TENGGAT)]]]).has('Sekcam')).toBe(false)
    const tanpa = pada('2026-08-11', [[STAF, [tugas('/a', TENGGAT)]]], [KASI, STAF, CAMAT])
    expect(tanpa.get('Camat')?.kantor).toHaveLength(1)
  })

  it('eskalasi 0 berarti tidak pernah', () => {
    const semua = [
      { pelaku: STAF, tugas: [tugas('/a', TENGGAT)] },
      { pelaku: KASI, tugas: [] },
      { pelaku: SEKCAM, tugas: [] },
    ]
    const saat = {
      putaran: { hari: '2026-08-11', sesudah: '2026-08-10' },
      setelan: { ...SETELAN_BAKU, keKepala: 0, keSekcam: 0 },
      kalender,
    }
    expect([...susunPengingat(semua, saat).keys()]).toEqual(['Staf'])
  })
})
