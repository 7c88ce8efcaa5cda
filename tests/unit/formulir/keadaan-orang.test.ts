import { describe, expect, it } from 'vitest'
import type { Pelaku } from '../../../src/inti/pelaku.ts'
import { hitungPerOrang, sudahDiisi, terlambat } from '../../../src/modul/formulir/delegasi/keadaan-orang.ts'
import { bolehBaris, type TugasBaris } from '../../../src/modul/formulir/delegasi/pembagian.ts'
import { batasFormulir } from '../../../src/modul/formulir/delegasi/tampilan-untuk.ts'
import { anggaranContoh, barisContoh, formulirContoh } from './contoh.ts'

const tugas = (isi: Partial<TugasBaris>): TugasBaris => ({
  barisId: 'b1',
  pegawaiId: 'dewi',
  nama: 'Dewi',
  tanggal: '2026-07-10',
  catatan: '',
  selesai: false,
  ...isi,
})
const batas = { tenggat: '2026-07-20', hariIni: '2026-07-11' }

describe('keadaan per orang', () => {
  it('menghitung yang diberikan, terisi, selesai, dan terlambat menurut nama', () => {
    const formulir = {
      baris: [
        barisContoh({ id: 'b1', status: 'TERISI' }),
        barisContoh({ id: 'b2', status: 'KOSONG', jatuhTempo: true }),
        barisContoh({ id: 'b3', status: 'TIDAK_BERLAKU' }),
        barisContoh({ id: 'b4', status: 'KOSONG', jatuhTempo: false }),
      ],
      anggaran: [anggaranContoh({ id: 'a1', status: 'KOSONG', realisasi: null })],
      pembagian: {
        hanyaDitugasi: false,
        baris: [
          tugas({ barisId: 'b1', selesai: true }),
          tugas({ barisId: 'b2' }),
          tugas({ barisId: 'a1', tanggal: null }),
          tugas({ barisId: 'b3', pegawaiId: 'andi', nama: 'Andi' }),
          tugas({ barisId: 'b4', pegawaiId: 'andi', nama: 'Andi', tanggal: '2026-07-11' }),
        ],
      },
    }
    expect(hitungPerOrang(formulir, batas)).toEqual([
      { pegawaiId: 'andi', nama: 'Andi', diberikan: 2, terisi: 1, selesai: 0, terlambat: 1 },
      { pegawaiId: 'dewi', nama: 'Dewi', diberikan: 3, terisi: 1, selesai: 1, terlambat: 1 },
    ])
  })

  it('terlambat sehari sesudah tanggalnya; tanpa tanggal sehari sesudah tenggat langkah; selesai tidak pernah', () => {
    const kata = (isi: Partial<TugasBaris>, hariIni: string, tenggat: string | null = '2026-07-20') =>
      terlambat(tugas(isi), { tenggat, hariIni })
    expect([kata({}, '2026-07-10'), kata({}, '2026-07-11')]).toEqual([false, true])
    expect([kata({ tanggal: null }, '2026-07-20'), kata({ tanggal: null }, '2026-07-21')]).toEqual([false, true])
    expect(kata({ tanggal: null }, '2026-12-31', null)).toBe(false)
    expect(kata({ selesai: true }, '2026-12-31')).toBe(false)
  })
})

describe('boleh dinyatakan selesai', () => {
  it('yang terjawab dan yang belum jatuh tempo; yang kosong dan jatuh tempo belum', () => {
    const isi = {
      baris: [
        barisContoh({ id: 'b1', status: 'KOSONG', jatuhTempo: true }),
        barisContoh({ id: 'b2', status: 'KOSONG', jatuhTempo: false }),
        barisContoh({ id: 'b3', status: 'TIDAK_BERLAKU', jatuhTempo: true }),
      ],
      anggaran: [anggaranContoh({ id: 'a1', status: 'KOSONG' }), anggaranContoh({ id: 'a2', status: 'TERISI' })],
    }
    expect(['b1', 'b2', 'b3', 'a1', 'a2'].map((b) => sudahDiisi(isi, b))).toEqual([false, true, true, false, true])
  })
})

describe('hari yang menentukan terlambat', () => {
  it('sesudah formulir diserahkan tidak ada yang menjadi terlambat', () => {
    const diserahkanPada = new Date('2026-07-09T18:00:00Z')
    const pelaku = { zonaWaktu: 'Asia/Jakarta' } as Pelaku
    const formulir = formulirContoh({ status: 'DISERAHKAN', diserahkanPada })
    expect(batasFormulir(formulir, pelaku).hariIni).toBe('2026-07-10')
    expect(terlambat(tugas({}), batasFormulir(formulir, pelaku))).toBe(false)
    const kembali = formulirContoh({ status: 'DIKEMBALIKAN', diserahkanPada })
    expect(batasFormulir(kembali, pelaku).hariIni > '2026-07-10').toBe(true)
  })
})

describe('siapa yang boleh mengisi baris', () => {
  const formulir = (hanyaDitugasi: boolean) => ({ unitId: 'A', pembagian: { hanyaDitugasi, baris: [tugas({})] } })
  const dewi = { pegawaiId: 'dewi', memimpin: [] }
  const andi = { pegawaiId: 'andi', memimpin: ['B'] }
  const kepala = { pegawaiId: 'joko', memimpin: ['A'] }

  it('tanpa pembatasan semua; dengan pembatasan yang diberi tugas dan kepala unit', () => {
    for (const siapa of [dewi, andi, kepala]) expect(bolehBaris(siapa, formulir(false), 'b2')).toBe(true)
    expect([dewi, andi, kepala].map((s) => bolehBaris(s, formulir(true), 'b1'))).toEqual([true, false, true])
    expect([dewi, andi, kepala].map((s) => bolehBaris(s, formulir(true), 'b2'))).toEqual([false, false, true])
  })
})
