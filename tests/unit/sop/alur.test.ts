import { describe, expect, it } from 'vitest'
import type { Pelaku, Peran } from '../../../src/inti/pelaku.ts'
import { ALUR_SOP, hakSop, type KeadaanSop, keadaanSop, type TindakanSop } from '../../../src/modul/sop/alur.ts'

const orang = (peran: readonly Peran[], pegawaiId = 'p1'): Pelaku => ({
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
  penugasan: [],
  anggotaTimSakip: peran.includes('TIM_SAKIP'),
  wajibGantiSandi: false,
})
const SEMUA_PERAN: readonly Peran[] = ['CAMAT', 'SEKCAM', 'TIM_SAKIP', 'KASI', 'STAF', 'DESA', 'PENGAMAT', 'ADMIN']
const TINDAKAN: readonly TindakanSop[] = ['UBAH', 'AJUKAN', 'TARIK', 'KEMBALIKAN', 'SAHKAN', 'CABUT', 'SALIN', 'BUANG']
/** Letters of the roles that may, by state and act; written by hand, not from the code. C S T A: Camat, Sekcam, Tim SAKIP, Admin. */
const TABEL: Readonly<Record<KeadaanSop, Partial<Record<TindakanSop, string>>>> = {
  DRAF: { UBAH: 'CSTA', AJUKAN: 'STA', BUANG: 'CSTA', SALIN: 'CSTA' },
  DIAJUKAN: { TARIK: 'STA', KEMBALIKAN: 'C', SAHKAN: 'C', SALIN: 'CSTA' },
  DISAHKAN: { CABUT: 'C', SALIN: 'CSTA' },
  BERLAKU: { CABUT: 'C', SALIN: 'CSTA' },
  BERAKHIR: { SALIN: 'CSTA' },
  DICABUT: { SALIN: 'CSTA' },
  DIBUANG: { SALIN: 'CSTA' },
}
const HURUF: Partial<Record<Peran, string>> = { CAMAT: 'C', SEKCAM: 'S', TIM_SAKIP: 'T', ADMIN: 'A' }

describe('siapa boleh apa pada versi SOP', () => {
  const kasus = (Object.keys(TABEL) as KeadaanSop[]).flatMap((keadaan) =>
    TINDAKAN.map((tindakan) => [keadaan, tindakan] as const),
  )

  it.each(kasus)('%s × %s, untuk setiap peran', (keadaan, tindakan) => {
    for (const peran of SEMUA_PERAN) {
      const boleh = TABEL[keadaan][tindakan]?.includes(HURUF[peran] ?? '-') ?? false
      const hak = hakSop(orang([peran]), { keadaan, pengajuId: 'lain' }, tindakan)
      expect(hak.boleh, `${peran} ${tindakan} ${keadaan}`).toBe(boleh)
      if (!hak.boleh) expect(hak.alasan.length).toBeGreaterThan(20)
      // who never may is told so; who may in another state is told of the state
      const pernah = Object.values(ALUR_SOP).some((a) => a[tindakan]?.oleh.includes(peran))
      if (!hak.boleh) expect(hak.http).toBe(pernah ? 409 : 403)
    }
  })

  it('tidak seorang pun memutuskan yang diajukannya sendiri; yang hari itu Camat tidak mengajukan', () => {
    const ini = { keadaan: 'DIAJUKAN', pengajuId: 'p1' } as const
    expect(hakSop(orang(['CAMAT']), ini, 'SAHKAN')).toMatchObject({ boleh: false, http: 403 })
    expect(hakSop(orang(['CAMAT']), ini, 'KEMBALIKAN')).toMatchObject({ boleh: false, http: 403 })
    expect(hakSop(orang(['CAMAT'], 'p2'), ini, 'SAHKAN')).toEqual({ boleh: true })
    expect(hakSop(orang(['SEKCAM', 'CAMAT']), { keadaan: 'DRAF', pengajuId: null }, 'AJUKAN')).toMatchObject({
      http: 403,
    })
    expect(hakSop(orang(['SEKCAM']), ini, 'TARIK')).toEqual({ boleh: true })
  })

  it('keadaan pada suatu hari: mulai, digantikan, dicabut menurut tanggalnya', () => {
    const dasar = { status: 'DISAHKAN', berlakuSejak: '2026-08-01', dicabutSejak: null, digantiSejak: null } as const
    const pada = (hari: string, lain = {}) => keadaanSop({ ...dasar, ...lain }, hari)
    expect([pada('2026-07-31'), pada('2026-08-01')]).toEqual(['DISAHKAN', 'BERLAKU'])
    expect([
      pada('2026-08-31', { digantiSejak: '2026-09-01' }),
      pada('2026-09-01', { digantiSejak: '2026-09-01' }),
    ]).toEqual(['BERLAKU', 'BERAKHIR'])
    expect([
      pada('2026-08-31', { status: 'DICABUT', dicabutSejak: '2026-09-01' }),
      pada('2026-09-01', { status: 'DICABUT', dicabutSejak: '2026-09-01' }),
    ]).toEqual(['BERLAKU', 'DICABUT'])
    expect(pada('2026-09-02', { dicabutSejak: '2026-09-01', digantiSejak: '2026-08-15' })).toBe('DICABUT')
    for (const status of ['DRAF', 'DIAJUKAN', 'DIBUANG'] as const) expect(pada('2030-01-01', { status })).toBe(status)
    expect(pada('2030-01-01', { berlakuSejak: null })).toBe('DISAHKAN')
  })
})
