import { describe, expect, it } from 'vitest'
import { bacaIsian } from '../../../src/inti/http/index.ts'
import { isianMetodologi } from '../../../src/modul/kertas-kerja/isian.ts'
import {
  metodeCocok,
  penyimpangan,
  polaritasCocok,
  usulMetodologi,
} from '../../../src/modul/kertas-kerja/metodologi.ts'
import { usulSmart } from '../../../src/modul/kertas-kerja/smart.ts'
import { kartuContoh, targetContoh } from '../formulir/contoh.ts'

const dasar = { kartu: kartuContoh(), target: targetContoh() }
const isi = (lain: Record<string, unknown> = {}) => {
  const { smart, ...m } = usulMetodologi(dasar)
  return {
    ...m,
    versi: '1',
    smart: Object.entries(smart).flatMap(([k, ya]) => (ya ? [k] : [])),
    alasanMetodologi: '',
    ...lain,
  }
}
const baca = (lain?: Record<string, unknown>) => bacaIsian(isianMetodologi(dasar), isi(lain))

describe('metodologi menurut kartu indikator', () => {
  it('usulnya tidak menyimpang dan dapat disimpan tanpa alasan', () => {
    expect(penyimpangan(usulMetodologi(dasar), dasar)).toEqual([])
    expect(baca().data).toMatchObject({ alasan: '' })
  })

  it('yang menyimpang disebut halnya, dan ditolak tanpa alasan', () => {
    expect(baca({ agregasi: 'KUMULATIF' }).kesalahan).toHaveProperty('alasanMetodologi')
    const { data } = baca({ agregasi: 'KUMULATIF', alasanMetodologi: 'Sesuai arahan Bagian Organisasi' })
    expect(data && penyimpangan(data.metodologi, dasar)).toEqual([
      { hal: 'Agregasi', kartu: 'Keadaan pada akhir periode', dipakai: 'Dijumlahkan sejak awal tahun' },
    ])
    expect(baca({ smart: [], alasanMetodologi: '' }).kesalahan).toHaveProperty('alasanMetodologi')
  })

  it('alasan yang tertinggal tanpa penyimpangan tidak disimpan', () => {
    expect(baca({ alasanMetodologi: 'Tidak jadi diubah' }).data).toMatchObject({ alasan: '' })
  })

  it('cara menghitung yang tidak cocok dengan datanya, dan polaritas yang tidak cocok dengan targetnya, ditolak', () => {
    expect(metodeCocok(dasar.kartu)).not.toContain('TUNGGAL')
    expect(metodeCocok(dasar.kartu)).toContain('RASIO')
    expect(baca({ metode: 'TUNGGAL', alasanMetodologi: 'Ingin angka tunggal' }).kesalahan).toHaveProperty('metode')
    expect(polaritasCocok(kartuContoh({ polaritas: 'RENTANG' }))).toEqual(['RENTANG'])
    expect(baca({ polaritas: 'RENTANG', alasanMetodologi: 'Ingin rentang saja' }).kesalahan).toHaveProperty('polaritas')
  })

  it('pemeriksaan SMART dijawab dari kartu dan PK, dengan sebabnya', () => {
    const smart = (lain: Parameters<typeof kartuContoh>[0], target = targetContoh()) =>
      Object.fromEntries(usulSmart({ kartu: kartuContoh(lain), target }).map((s) => [s.kode, s.terpenuhi]))
    expect(smart({ definisi: 'Desa tepat waktu', sasaranId: 's' })).toEqual({
      S: true,
      M: true,
      A: true,
      R: true,
      T: true,
    })
    expect(
      smart(
        { definisi: '', sasaranId: null, satuan: '' },
        targetContoh({ tahunan: null, tw: [null, null, null, null] }),
      ),
    ).toEqual({
      S: false,
      M: false,
      A: false,
      R: false,
      T: false,
    })
    for (const s of usulSmart(dasar)) expect(s.karena).toMatch(/\.$/)
  })
})
