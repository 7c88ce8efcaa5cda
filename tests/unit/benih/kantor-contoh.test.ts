import { describe, expect, it } from 'vitest'
import { daftarAkun } from '../../../prisma/benih/akun-contoh.ts'
import { bacaKantor, KANTOR_CONTOH, type NamaKantor } from '../../../prisma/benih/baca.ts'
import { susunKantor } from '../../../prisma/benih/muat.ts'
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
    for (const { akun } of data.timSakip?.anggota ?? []) {
      const jabatan = data.jabatan.find((satu) => satu.kode === data.pegawai.find((o) => o.akun === akun)?.jabatan)
      expect(jabatan?.peran).toBe('STAF')
      expect(pengisi.has(jabatan?.unit ?? '')).toBe(false)
    }
  })

  it('setiap orang punya satu akun bernama kantornya; hanya kantor utama tanpa akhiran', () => {
    const akun = daftarAkun(data).map(({ namaPengguna }) => namaPengguna)
    expect(akun).toEqual(data.pegawai.map((orang) => orang.akun))
    const akhiran =
      nama === 'taman' ? /^[a-z]+[0-9]?(\.[a-z]+)?$/ : new RegExp(`^[a-z0-9.]+\\.${nama.replaceAll('-', '')}$`)
    for (const satu of akun) expect(satu).toMatch(akhiran)
  })

  it('setiap kolom SOP-nya yang mendapat langkah ada pemegangnya', () => {
    const anggotaTim = (data.timSakip?.anggota.length ?? 0) > 0
    for (const { definisi } of data.sopBerlaku) {
      const bertugas = new Set(definisi.langkah.flatMap((l) => [...l.pelaksana, ...l.penerima]))
      for (const kolom of definisi.pelaksana.filter(({ kode }) => bertugas.has(kode))) {
        const dipegang = data.pegawai.some((orang) => {
          const jabatan = data.jabatan.find(({ kode }) => kode === orang.jabatan)
          const unitCocok = kolom.unit.length === 0 || kolom.unit.includes(jabatan?.unit ?? '')
          return kolom.jabatan.includes(orang.jabatan) || (jabatan && unitCocok && kolom.peran.includes(jabatan.peran))
        })
        expect(dipegang || (anggotaTim && kolom.peran.includes('TIM_SAKIP')), `${definisi.kode} ${kolom.kode}`).toBe(
          true,
        )
      }
    }
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
    const peran = new Set(daftarAkun(taman).flatMap((satu) => satu.peran))
    expect([...peran].sort()).toEqual(['ADMIN', 'CAMAT', 'KASI', 'PENGAMAT', 'SEKCAM', 'STAF', 'TIM_SAKIP'])
    expect(taman.timSakip?.anggota).toHaveLength(3)
  })
})

it('nama akun dan NIP tidak berulang di antara semua kantor', () => {
  const pegawai = Object.values(kantor).flatMap((satu) => satu.pegawai)
  const nip = pegawai.flatMap((orang) => orang.nip ?? [])
  expect(new Set(pegawai.map(({ akun }) => akun)).size).toBe(pegawai.length)
  expect(new Set(nip).size).toBe(nip.length)
})

it('Kecamatan Candipuro dipimpin seorang Plt. Camat', () => {
  expect(kantor.candipuro.pegawai.find(({ jabatan }) => jabatan === 'camat')?.jenisPenugasan).toBe('PLT')
})

it('Muara Papalik dan Nganjuk tidak punya Tim SAKIP', () => {
  expect([kantor['muara-papalik'].timSakip, kantor.nganjuk.timSakip]).toEqual([undefined, undefined])
  expect(daftarAkun(kantor['muara-papalik']).some(({ peran }) => peran.includes('TIM_SAKIP'))).toBe(false)
})

it('di Nganjuk desa dan kelurahan menjawab indikatornya sendiri, dan kepalanya menyerahkan formulirnya', () => {
  const { nganjuk } = kantor
  const wilayah = nganjuk.unit.filter(({ jenis }) => jenis === 'DESA' || jenis === 'KELURAHAN')
  expect(wilayah).toHaveLength(3)
  const [, jabatan = []] =
    susunKantor(nganjuk, { kecamatanId: crypto.randomUUID(), sandi: 'x' }).find(([tabel]) => tabel === 'jabatan') ?? []
  for (const { kode } of wilayah) {
    expect(
      nganjuk.indikator.some(({ unit }) => unit === kode),
      kode,
    ).toBe(true)
    const kepala = nganjuk.jabatan.find(({ unit, peran }) => unit === kode && peran === 'DESA')?.kode
    expect(jabatan.find((satu) => satu.kode === kepala)?.kepala_unit, kode).toBe(true)
  }
})

it('sub kegiatan kelurahan berulang per kelurahan dengan pagunya sendiri', () => {
  const sub = kantor.nganjuk.program.flatMap((p) => p.kegiatan.flatMap((k) => k.subKegiatan))
  const berulang = sub.filter(({ kode }) => kode === '7.01.03.2.02.0003')
  expect(berulang.map(({ kelurahan }) => kelurahan)).toEqual(['Kelurahan Payaman', 'Kelurahan Ploso'])
  expect(new Set(berulang.map(({ pagu }) => pagu['2026'])).size).toBe(2)
})
