import { describe, expect, it } from 'vitest'
import {
  hakMemutuskan,
  kalimatPemutus,
  mengapaMenggantikan,
  type Pemangku,
  sebutPemutus,
  siapaPemutus,
} from '../../../src/modul/siklus/siapa-pemutus.ts'

const orang = (pegawaiId: string, jabatan: string, kolom: string[], camat = false): Pemangku => ({
  pegawaiId,
  nama: pegawaiId,
  jabatan,
  kolom,
  camat,
})
const ratna = orang('Ratna', 'Camat Taman', ['CAMAT'], true)
const budi = orang('Budi', 'Sekretaris Kecamatan', ['SEKCAM'])
const sari = orang('Sari', 'Plh. Sekretaris Kecamatan', ['SEKCAM', 'KASI'])
const joko = orang('Joko', 'Kasi Pemerintahan', ['KASI'])
const SEKCAM = { pelaksana: ['SEKCAM'], cara: 'SALAH_SATU' } as const

const nama = (p: readonly Pemangku[]) => p.map((o) => o.nama)

describe('siapa yang memutuskan', () => {
  it('Sekcam yang tidak mengajukan apa pun memutuskan; Camat tidak', () => {
    const hasil = siapaPemutus({ ...SEKCAM, pemangku: [ratna, budi, joko], pengaju: new Set(['Joko']) })
    expect(nama(hasil.orang)).toEqual(['Budi'])
    expect(hasil.kolomPengganti).toEqual([])
    expect(hakMemutuskan(hasil, 'Budi', 'Sekretaris Kecamatan')).toEqual({ boleh: true, sebagaiPengganti: [] })
    expect(hakMemutuskan(hasil, 'Ratna', 'Sekretaris Kecamatan')).toMatchObject({
      boleh: false,
      alasan: expect.stringContaining('Sekretaris Kecamatan (Budi)'),
    })
  })

  it('Sekcam yang ikut mengisi tidak memutuskan; Plh. didahulukan dari Camat', () => {
    const hasil = siapaPemutus({ ...SEKCAM, pemangku: [ratna, budi, sari], pengaju: new Set(['Budi']) })
    expect(nama(hasil.orang)).toEqual(['Sari'])
    expect(nama(hasil.terhalang)).toEqual(['Budi'])
    expect(hakMemutuskan(hasil, 'Ratna', 'Sekretaris Kecamatan').boleh).toBe(false)
    expect(hakMemutuskan(hasil, 'Budi', 'Sekretaris Kecamatan')).toMatchObject({
      boleh: false,
      alasan: expect.stringMatching(/ikut mengisi.*Plh\. Sekretaris Kecamatan \(Sari\)/),
    })
  })

  it('semua pemangku mengajukan, atau jabatan kosong → Camat menggantikan', () => {
    const semua = siapaPemutus({ ...SEKCAM, pemangku: [ratna, budi, sari], pengaju: new Set(['Budi', 'Sari']) })
    expect(hakMemutuskan(semua, 'Ratna', 'Sekretaris Kecamatan')).toEqual({ boleh: true, sebagaiPengganti: ['SEKCAM'] })
    const kosong = siapaPemutus({ ...SEKCAM, pemangku: [ratna, joko], pengaju: new Set() })
    expect(nama(kosong.orang)).toEqual(['Ratna'])
    expect(kosong.terhalang).toEqual([])
  })

  it('Camat yang juga mengajukan tidak menggantikan; kalimatnya menyebut Plh.', () => {
    const hasil = siapaPemutus({ ...SEKCAM, pemangku: [ratna, budi], pengaju: new Set(['Budi', 'Ratna']) })
    expect(hasil.orang).toEqual([])
    expect(kalimatPemutus(hasil, 'Sekretaris Kecamatan')).toContain('Plh.')
  })

  it('Camat yang merangkap Plt. Sekcam memutuskan sebagai pemangku, bukan pengganti', () => {
    const rangkap = orang('Ratna', 'Plt. Sekretaris Kecamatan', ['CAMAT', 'SEKCAM'], true)
    const hasil = siapaPemutus({ ...SEKCAM, pemangku: [rangkap], pengaju: new Set() })
    expect(hakMemutuskan(hasil, 'Ratna', 'Sekretaris Kecamatan')).toEqual({ boleh: true, sebagaiPengganti: [] })
  })

  it('bila semua kolom harus setuju, Camat hanya mengganti kolom tanpa pemangku', () => {
    const hasil = siapaPemutus({
      pelaksana: ['SEKCAM', 'KASI'],
      cara: 'SEMUA',
      pemangku: [ratna, joko],
      pengaju: new Set(),
    })
    expect(hasil.kolomPengganti).toEqual(['SEKCAM'])
    expect(nama(hasil.orang)).toEqual(['Joko', 'Ratna'])
    const salahSatu = siapaPemutus({
      pelaksana: ['SEKCAM', 'KASI'],
      cara: 'SALAH_SATU',
      pemangku: [ratna, joko],
      pengaju: new Set(),
    })
    expect(nama(salahSatu.orang)).toEqual(['Joko'])
  })

  it('yang menggantikan membaca siapa yang digantikan dan mengapa; pemangku biasa tidak membaca apa-apa', () => {
    const sebut = () => 'Sekretaris Kecamatan'
    const terhalang = siapaPemutus({ ...SEKCAM, pemangku: [ratna, budi], pengaju: new Set(['Budi']) })
    expect(mengapaMenggantikan(terhalang, 'Ratna', sebut)).toBe(
      'Anda menggantikan Sekretaris Kecamatan, karena Sekretaris Kecamatan (Budi) ikut mengisi atau mengajukan data yang diputuskan.',
    )
    expect(mengapaMenggantikan(terhalang, 'Budi', sebut)).toBeNull()
    const kosong = siapaPemutus({ ...SEKCAM, pemangku: [ratna], pengaju: new Set() })
    expect(mengapaMenggantikan(kosong, 'Ratna', sebut)).toContain('tidak ada pemegangnya hari ini')
    const plh = siapaPemutus({ ...SEKCAM, pemangku: [ratna, budi, sari], pengaju: new Set(['Budi']) })
    expect(mengapaMenggantikan(plh, 'Sari', sebut)).toMatch(
      /^Anda memutuskan sebagai Plh\. Sekretaris Kecamatan, karena/,
    )
    const biasa = siapaPemutus({ ...SEKCAM, pemangku: [ratna, budi], pengaju: new Set() })
    expect(mengapaMenggantikan(biasa, 'Budi', sebut)).toBeNull()
  })

  it('bola disebut di tangan penggantinya', () => {
    const sebut = () => 'Sekretaris Kecamatan'
    const bola = (pemangku: Pemangku[], pengaju: string[]) =>
      sebutPemutus(siapaPemutus({ ...SEKCAM, pemangku, pengaju: new Set(pengaju) }), sebut, ['SEKCAM'])
    expect(bola([ratna, budi], [])).toBeNull()
    expect(bola([ratna, budi], ['Budi'])).toBe('Camat Taman menggantikan Sekretaris Kecamatan')
    expect(bola([ratna, budi, sari], ['Budi'])).toBe('Plh. Sekretaris Kecamatan')
    expect(bola([ratna, budi], ['Budi', 'Ratna'])).toBe('Sekretaris Kecamatan (belum ada yang dapat memutuskan)')
  })
})
