import { describe, expect, it } from 'vitest'
import type { Pelaku, PenugasanPelaku, Peran } from '../../../src/inti/pelaku.ts'
import {
  hakAksi,
  KEADAAN_TRIWULAN,
  type KeadaanTriwulan,
  TINDAKAN_AKSI,
  type TindakanAksi,
} from '../../../src/modul/rencana-aksi/alur.ts'
import { kekuranganTriwulan } from '../../../src/modul/rencana-aksi/isi-triwulan.ts'
import { type Aksi, keadaanTriwulan } from '../../../src/modul/rencana-aksi/kueri.ts'

const orang = (pegawaiId: string, peran: readonly Peran[], jabatan: readonly string[] = []): Pelaku => ({
  akunId: 'a',
  pegawaiId,
  nama: 'Sari',
  nip: null,
  pangkat: null,
  kecamatanId: 'k',
  namaKecamatan: 'Taman',
  kabupaten: 'Pemalang',
  zonaWaktu: 'Asia/Jakarta',
  peran,
  penugasan: jabatan.map((jabatanId) => ({ jabatanId }) as PenugasanPelaku),
  anggotaTimSakip: false,
  wajibGantiSandi: false,
})
const SEMUA = {
  K: orang('kasi', ['KASI'], ['j-kasi']),
  F: orang('staf', ['STAF'], ['j-staf']),
  C: orang('camat', ['CAMAT'], ['j-camat']),
  T: orang('sakip', ['TIM_SAKIP']),
  L: orang('lain', ['KASI'], ['j-lain']),
}
const PK = { status: 'BERLAKU', jabatanId: 'j-kasi', pegawaiId: 'kasi', atasanId: 'j-camat', pengajuId: null } as const
const BAHAN = { pk: PK, pelaksana: ['j-staf'], pelaporId: 'kasi' }
/** K official, F in charge of an action, C superior, T Tim SAKIP; by hand, not from the code. */
const TABEL: Readonly<Record<KeadaanTriwulan, Partial<Record<TindakanAksi, string>>>> = {
  BELUM_MULAI: { SUSUN: 'KT' },
  TERBUKA: { SUSUN: 'KT', ISI: 'KFT', LAPORKAN: 'KT' },
  DILAPORKAN: { BUKA: 'C' },
}

describe('siapa boleh apa pada rencana aksi', () => {
  it.each(KEADAAN_TRIWULAN.flatMap((k) => TINDAKAN_AKSI.map((t) => [k, t] as const)))(
    '%s × %s',
    (keadaan, tindakan) => {
      for (const [huruf, pelaku] of Object.entries(SEMUA)) {
        const hak = hakAksi(pelaku, BAHAN, tindakan, keadaan)
        expect(hak.boleh, huruf).toBe(TABEL[keadaan][tindakan]?.includes(huruf) ?? false)
        if (!hak.boleh) expect(hak.alasan.length).toBeGreaterThan(20)
      }
    },
  )

  it('pelapor tidak membuka laporannya sendiri; perjanjian yang dibatalkan tidak diubah', () => {
    expect(hakAksi(SEMUA.C, { ...BAHAN, pelaporId: 'camat' }, 'BUKA', 'DILAPORKAN')).toMatchObject({ http: 403 })
    const batal = { ...BAHAN, pk: { ...PK, status: 'DIBATALKAN' as const } }
    expect(hakAksi(SEMUA.K, batal, 'SUSUN', 'TERBUKA')).toMatchObject({ http: 409 })
  })

  it('triwulan mulai pada hari pertamanya; yang dibuka kembali terbuka', () => {
    const pada = (hari: string, status?: 'DILAPORKAN' | 'DIBUKA') =>
      keadaanTriwulan({ pk: { tahun: 2026 }, laporan: status ? [{ triwulan: 3, status }] : [] }, 3, hari)
    expect([
      pada('2026-06-30'),
      pada('2026-07-01'),
      pada('2026-07-01', 'DILAPORKAN'),
      pada('2027-01-01', 'DIBUKA'),
    ]).toEqual(['BELUM_MULAI', 'TERBUKA', 'DILAPORKAN', 'TERBUKA'])
  })

  it('sebelum dilaporkan: kosong bukan nol, di bawah target perlu kendala dan tindak lanjut', () => {
    const aksi = (nilai: string | null, kendala = '', tindakLanjut = ''): Aksi => ({
      id: 'a',
      indikatorId: 'i',
      kode: 'IKK-14',
      namaIndikator: 'Desa',
      urut: 1,
      aksi: 'Rapat',
      satuan: 'kali',
      tw: ['2', null, null, null],
      penanggungJawabId: null,
      penanggungJawab: null,
      anggaran: null,
      versi: 1,
      realisasi: [{ triwulan: 1, nilai, anggaran: null, kendala, tindakLanjut, versi: 1 }],
    })
    expect(kekuranganTriwulan([aksi(null)], 1)[0]).toContain('Tulis 0 bila belum terlaksana')
    expect(kekuranganTriwulan([aksi('0')], 1)[0]).toContain('di bawah target')
    expect(kekuranganTriwulan([aksi('0', 'Hujan', 'Diulang')], 1)).toEqual([])
    expect(kekuranganTriwulan([aksi('2')], 1)).toEqual([])
    expect(kekuranganTriwulan([aksi('2')], 2)).toEqual(['Tidak ada aksi yang jatuh tempo pada triwulan ini.'])
  })
})
