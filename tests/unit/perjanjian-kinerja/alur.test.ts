import { describe, expect, it } from 'vitest'
import type { Pelaku, PenugasanPelaku, Peran } from '../../../src/inti/pelaku.ts'
import {
  ALUR_PK,
  ATURAN_PK,
  hakPk,
  KEADAAN_PK,
  type KeadaanPk,
  peranPk,
  TINDAKAN,
  type TindakanPk,
  type UntukHak,
} from '../../../src/modul/perjanjian-kinerja/alur.ts'

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
  anggotaTimSakip: peran.includes('TIM_SAKIP'),
  wajibGantiSandi: false,
})
const KASI = orang('kasi', ['KASI'], ['j-kasi'])
const CAMAT = orang('camat', ['CAMAT'], ['j-camat'])
const SEKCAM = orang('sekcam', ['SEKCAM'], ['j-sekcam'])
const SAKIP = orang('sakip', ['TIM_SAKIP'])
const LAIN = orang('lain', ['KASI'], ['j-lain'])
const PENGAMAT = orang('pengamat', ['PENGAMAT'])
const SEMUA = { K: KASI, C: CAMAT, S: SEKCAM, T: SAKIP, L: LAIN, P: PENGAMAT }

const pkKasi = (status: KeadaanPk, lain: Partial<UntukHak> = {}): UntukHak => ({
  status,
  jabatanId: 'j-kasi',
  pegawaiId: 'kasi',
  atasanId: 'j-camat',
  pengajuId: 'kasi',
  ...lain,
})

/** The PK of a Kasi, whose superior is the Camat: letters of those who may, by state and act; by hand, not from the code. */
const TABEL: Readonly<Record<KeadaanPk, Partial<Record<TindakanPk, string>>>> = {
  DRAF: { UBAH: 'KST', AJUKAN: 'KST', BATALKAN: 'KST' },
  DIAJUKAN: { TARIK: 'KST', SETUJUI: 'C', KEMBALIKAN: 'C' },
  DISETUJUI: { KEMBALIKAN: 'C', TANDATANGANI: 'KST', BATALKAN: 'ST' },
  DITANDATANGANI: { BERLAKUKAN: 'ST', BATALKAN: 'ST' },
  BERLAKU: { BUAT_PERUBAHAN: 'KST' },
  DIBATALKAN: {},
}

describe('siapa boleh apa pada Perjanjian Kinerja', () => {
  it.each(KEADAAN_PK.flatMap((keadaan) => TINDAKAN.map((tindakan) => [keadaan, tindakan] as const)))(
    '%s × %s, untuk setiap orang',
    (keadaan, tindakan) => {
      for (const [huruf, pelaku] of Object.entries(SEMUA)) {
        const hak = hakPk(pelaku, pkKasi(keadaan), tindakan)
        expect(hak.boleh, `${huruf} ${tindakan} ${keadaan}`).toBe(TABEL[keadaan][tindakan]?.includes(huruf) ?? false)
        if (!hak.boleh) expect(hak.alasan.length).toBeGreaterThan(20)
      }
    },
  )

  it('Camat: atasannya di luar kantor, persetujuannya dicatat dari kertas oleh yang tidak mengajukannya', () => {
    const pk = pkKasi('DIAJUKAN', { jabatanId: 'j-camat', pegawaiId: 'camat', atasanId: null, pengajuId: 'camat' })
    expect(hakPk(SEKCAM, pk, 'CATAT_SETUJU')).toEqual({ boleh: true })
    expect(hakPk(SAKIP, { ...pk, pengajuId: 'sakip' }, 'CATAT_SETUJU')).toMatchObject({ boleh: false, http: 403 })
    expect(hakPk(CAMAT, pk, 'SETUJUI')).toMatchObject({ boleh: false, http: 403 })
    expect(hakPk(SAKIP, pkKasi('DIAJUKAN'), 'CATAT_SETUJU')).toMatchObject({ boleh: false, http: 403 })
  })

  it('tidak seorang pun menyetujui yang diajukannya sendiri, atau perjanjiannya sendiri', () => {
    expect(hakPk(CAMAT, pkKasi('DIAJUKAN', { pengajuId: 'camat' }), 'SETUJUI')).toMatchObject({ http: 403 })
    const rangkap = orang('kasi', ['KASI', 'CAMAT'], ['j-kasi', 'j-camat'])
    expect(peranPk(rangkap, pkKasi('DIAJUKAN'))).toEqual(['PEMILIK'])
    expect(hakPk(rangkap, pkKasi('DIAJUKAN'), 'SETUJUI')).toMatchObject({ http: 403 })
  })

  it('setiap tindakan tercapai dari alur, dan hanya pengembalian dan pembatalan yang meminta alasan', () => {
    const tercapai = new Set(Object.values(ALUR_PK).flatMap((a) => Object.values(a).flat()))
    expect([...tercapai].sort()).toEqual([...TINDAKAN].sort())
    expect(TINDAKAN.filter((t) => ATURAN_PK[t].alasan)).toEqual(['KEMBALIKAN', 'BATALKAN'])
  })
})
