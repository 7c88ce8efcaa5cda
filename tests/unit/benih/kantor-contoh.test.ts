import { describe, expect, it } from 'vitest'
import { bacaKantor, KANTOR_CONTOH, type NamaKantor } from '../../../prisma/benih/baca.ts'
import { AKUN_CONTOH, susunKantor } from '../../../prisma/benih/muat.ts'
import { bacaNip } from '../../../src/inti/nip.ts'

const kantor = Object.fromEntries(KANTOR_CONTOH.map((nama) => [nama, bacaKantor(nama)])) as Record<
  NamaKantor,
  ReturnType<typeof bacaKantor>
>

/** The seven units of Taman that fill in a form, with the post that heads each. */
const UNIT_PENGISI = [
  'subbag-umum',
  'subbag-program',
  'seksi-pemerintahan',
  'seksi-trantib',
  'seksi-pmd',
  'seksi-kesos',
  'seksi-pelayanan',
]

describe.each(KANTOR_CONTOH)('kantor contoh %s', (nama) => {
  const data = kantor[nama]

  it('setiap rujukan ada tujuannya', () => {
    expect(() => susunKantor(data, { kecamatanId: crypto.randomUUID(), sandi: 'x' })).not.toThrow()
  })

  it('baris satu tabel berkolom sama, sehingga tidak ada isian yang jatuh', () => {
    for (const [tabel, baris] of susunKantor(data, { kecamatanId: crypto.randomUUID(), sandi: 'x' })) {
      expect(baris.length, tabel).toBeGreaterThan(0)
      for (const satu of baris) expect(Object.keys(satu), tabel).toEqual(Object.keys(baris[0] ?? {}))
    }
  })

  it('orang dinamai menurut jabatannya dan bertanda contoh', () => {
    for (const orang of data.pegawai) expect(orang.nama).toMatch(/\(contoh\)$/)
  })

  it('NIP rekaan tetapi berbentuk benar', () => {
    for (const { nip, jenisNip } of data.pegawai) {
      if (nip === null) continue
      const hasil = bacaNip(nip)
      expect(hasil.jenis).toBe('nip')
      if (hasil.jenis === 'nip' && jenisNip === 'PNS') expect(hasil.peringatan).toEqual([])
      expect(nip.slice(4, 8)).toBe('0101')
      expect(nip.slice(15)).toMatch(/^9/)
    }
  })

  it('satu pemegang untuk tiap jabatan selain staf', () => {
    for (const { kode, peran } of data.jabatan) {
      const pemegang = data.pegawai.filter((orang) => orang.jabatan === kode)
      if (peran === 'STAF') expect(pemegang.length, kode).toBeGreaterThan(0)
      else expect(pemegang.length, kode).toBe(1)
    }
  })

  it('anggota Tim SAKIP tidak mengisi formulir dan tidak memutuskan', () => {
    const pengisi = new Set(data.indikator.map((satu) => satu.unit))
    for (const { akun } of data.timSakip.anggota) {
      const jabatan = data.jabatan.find((satu) => satu.kode === data.pegawai.find((o) => o.akun === akun)?.jabatan)
      expect(jabatan?.peran).toBe('STAF')
      expect(pengisi.has(jabatan?.unit ?? '')).toBe(false)
    }
  })

  it('daftar akun sama dengan berkas data', () => {
    const anggota = new Set(data.timSakip.anggota.map(({ akun }) => akun))
    const dariBerkas = data.pegawai.map(({ akun, jabatan }) => {
      const peran = data.jabatan.find(({ kode }) => kode === jabatan)?.peran
      return { namaPengguna: akun, peran: anggota.has(akun) ? ['TIM_SAKIP', peran] : [peran], jabatan, kecamatan: nama }
    })
    expect(AKUN_CONTOH.filter((satu) => satu.kecamatan === nama)).toEqual(dariBerkas)
  })
})

describe('Kecamatan Taman', () => {
  const { taman } = kantor

  it('tujuh unit mengisi formulir, masing-masing 3 sampai 7 indikator, dengan kepala dan staf', () => {
    expect([...new Set(taman.indikator.map((satu) => satu.unit))].sort()).toEqual([...UNIT_PENGISI].sort())
    for (const unit of UNIT_PENGISI) {
      const jumlah = taman.indikator.filter((satu) => satu.unit === unit).length
      expect(jumlah, unit).toBeGreaterThanOrEqual(3)
      expect(jumlah, unit).toBeLessThanOrEqual(7)
      expect(
        taman.jabatan.filter((satu) => satu.unit === unit).map((satu) => satu.peran),
        unit,
      ).toEqual(['KASI', 'STAF'])
    }
  })

  it('akun untuk setiap peran kantor', () => {
    const peran = new Set(AKUN_CONTOH.filter((satu) => satu.kecamatan === 'taman').flatMap((satu) => satu.peran))
    expect([...peran].sort()).toEqual(['ADMIN', 'CAMAT', 'KASI', 'PENGAMAT', 'SEKCAM', 'STAF', 'TIM_SAKIP'])
    expect(taman.timSakip.anggota).toHaveLength(3)
  })
})

it('Kecamatan Candipuro dipimpin seorang Plt. Camat', () => {
  expect(kantor.candipuro.pegawai.find(({ jabatan }) => jabatan === 'camat')?.jenisPenugasan).toBe('PLT')
  expect(
    AKUN_CONTOH.every(
      ({ namaPengguna, kecamatan }) => (kecamatan === 'candipuro') === namaPengguna.endsWith('.candipuro'),
    ),
  ).toBe(true)
})
