import { describe, expect, it } from 'vitest'
import type { Pelaku, PenugasanPelaku } from '../../../src/inti/pelaku.ts'
import {
  ALUR_FORMULIR,
  bolehFormulir,
  pastikanFormulir,
  type TindakanFormulir,
} from '../../../src/modul/formulir/alur.ts'
import type { StatusFormulir } from '../../../src/modul/formulir/index.ts'

const jabatan = (isi: Partial<PenugasanPelaku>): PenugasanPelaku => ({
  id: 'x',
  jenis: 'DEFINITIF',
  jabatanId: 'j',
  jabatanKode: 'k',
  jabatanNama: 'Kasi',
  peran: 'KASI',
  unitId: 'A',
  unitNama: 'A',
  unitKode: 'a',
  kepalaUnit: false,
  ...isi,
})
const orang = (penugasan: PenugasanPelaku[], anggotaTimSakip = false): Pelaku => ({
  akunId: 'a',
  pegawaiId: 'p',
  nama: 'Joko',
  nip: null,
  pangkat: null,
  kecamatanId: 'k',
  namaKecamatan: 'Taman',
  kabupaten: 'Pemalang',
  zonaWaktu: 'Asia/Jakarta',
  peran: [...penugasan.map((p) => p.peran), ...(anggotaTimSakip ? (['TIM_SAKIP'] as const) : [])],
  penugasan,
  anggotaTimSakip,
  wajibGantiSandi: false,
})
const SIAPA = {
  'Kasi unit': orang([jabatan({ kepalaUnit: true })]),
  'Plt. Kasi unit': orang([jabatan({ unitId: 'B', kepalaUnit: true }), jabatan({ jenis: 'PLT', kepalaUnit: true })]),
  'Sekcam pemimpin unit': orang([jabatan({ peran: 'SEKCAM', kepalaUnit: true })]),
  'staf unit': orang([jabatan({ peran: 'STAF' })]),
  'Kasi unit lain': orang([jabatan({ unitId: 'B', kepalaUnit: true })]),
  'Tim SAKIP': orang([jabatan({ peran: 'STAF', unitId: 'S' })], true),
  Camat: orang([jabatan({ peran: 'CAMAT', unitId: null })]),
}
/** Written by hand: who may do what, whatever the code says. */
const HARAP: Record<TindakanFormulir, { status: StatusFormulir[]; siapa: (keyof typeof SIAPA)[] }> = {
  SESUAIKAN: { status: ['DISIAPKAN'], siapa: ['Tim SAKIP'] },
  BAGIKAN: { status: ['DISIAPKAN'], siapa: ['Tim SAKIP'] },
  TERIMA: { status: ['DIBAGIKAN'], siapa: ['Kasi unit', 'Plt. Kasi unit', 'Sekcam pemimpin unit', 'staf unit'] },
  TERIMA_KERTAS: { status: ['DIBAGIKAN'], siapa: ['Tim SAKIP'] },
  ISI: {
    status: ['DITERIMA', 'DIKEMBALIKAN'],
    siapa: ['Kasi unit', 'Plt. Kasi unit', 'Sekcam pemimpin unit', 'staf unit'],
  },
  ISI_ATAS_NAMA: {
    status: ['DITERIMA', 'DIKEMBALIKAN'],
    siapa: ['Kasi unit', 'Plt. Kasi unit', 'Sekcam pemimpin unit', 'Tim SAKIP'],
  },
  BAGI_TUGAS: { status: ['DITERIMA', 'DIKEMBALIKAN'], siapa: ['Kasi unit', 'Plt. Kasi unit', 'Sekcam pemimpin unit'] },
  SERAHKAN: { status: ['DITERIMA', 'DIKEMBALIKAN'], siapa: ['Kasi unit', 'Plt. Kasi unit', 'Sekcam pemimpin unit'] },
  SERAHKAN_KERTAS: { status: ['DITERIMA', 'DIKEMBALIKAN'], siapa: ['Tim SAKIP'] },
  TARIK: { status: ['DISERAHKAN'], siapa: ['Kasi unit', 'Plt. Kasi unit', 'Sekcam pemimpin unit'] },
}

describe.each(Object.keys(HARAP) as TindakanFormulir[])('%s', (tindakan) => {
  it.each(Object.keys(ALUR_FORMULIR) as StatusFormulir[])('pada %s', (status) => {
    for (const [nama, pelaku] of Object.entries(SIAPA)) {
      const berhak = HARAP[tindakan].siapa.includes(nama as keyof typeof SIAPA)
      const tepat = HARAP[tindakan].status.includes(status)
      const formulir = { status, unitId: 'A', unitNama: 'Seksi A' }
      expect(bolehFormulir(pelaku, formulir, tindakan), nama).toBe(berhak && tepat)
      const coba = () => pastikanFormulir(pelaku, formulir, tindakan)
      if (berhak && tepat) expect(coba, nama).not.toThrow()
      else expect(coba, nama).toThrow(berhak ? 'bentrok' : 'tidak-berwenang')
    }
  })
})
