import { describe, expect, it } from 'vitest'
import { usulAnalisis } from '../../../src/modul/kertas-kerja/usul-analisis.ts'
import { kartuContoh, targetContoh } from '../formulir/contoh.ts'
import { barisKertas, TW2 } from './contoh.ts'

describe('kalimat bantu', () => {
  it('berisi angka, selisih, dan pembandingnya saja', () => {
    const kartu = kartuContoh({ metode: 'TUNGGAL', variabel: [{ kode: 'n', nama: 'Laporan' }], satuan: 'Dokumen' })
    const target = targetContoh({ tahunan: '10', tw: ['8', '10', '10', '10'] })
    const lalu = [{ tahun: 2026, triwulan: 1, nilai: '6', kategori: null }]
    const { penyebab } = usulAnalisis(barisKertas({ kartu, target, variabel: { n: '8' }, nilai: '8', lalu }), TW2)
    expect(penyebab).toBe(
      'Realisasi sampai Triwulan II 2026: 8 dokumen dari target 10 dokumen, capaian 80,00%, Tinggi. Kurang 2 dokumen dari target. Naik 2 dokumen dari TW I 2026 (6).',
    )
  })

  it('catatan unit dikutip dengan nama unitnya; tanpa data tidak ada kalimat', () => {
    const catatanUnit = { kendala: 'Dua desa terlambat', tindakLanjut: 'Pendampingan desa.' }
    const usul = usulAnalisis(barisKertas({ catatanUnit }), TW2)
    expect(usul.hambatan).toBe('Kendala menurut Seksi Pemerintahan: Dua desa terlambat.')
    expect(usul.solusi).toBe('Tindak lanjut menurut Seksi Pemerintahan: Pendampingan desa.')
    const kosong = usulAnalisis(barisKertas({ status: 'KOSONG', nilai: null, variabel: {} }), TW2)
    expect(Object.values(kosong)).toEqual(['', '', '', ''])
  })

  it('program yang menunjang diambil dari rencana', () => {
    const induk = { sasaran: 'S', program: null, kegiatan: null, penunjang: ['Program A', 'Program B'] }
    expect(usulAnalisis(barisKertas({ induk }), TW2).programPenunjang).toBe('Program A; Program B')
  })
})
