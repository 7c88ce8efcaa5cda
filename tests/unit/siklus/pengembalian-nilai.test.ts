import { describe, expect, it } from 'vitest'
import { kalimatPeristiwa, langkahTerbuka } from '../../../src/modul/siklus/mesin/index.ts'
import { budi, jalankanSop, sari, sopKecil } from '../../bantuan/sop-contoh.ts'

const SOP = sopKecil([
  { kode: 'A', jenis: 'pengukuran', berikutnya: ['B'] },
  { kode: 'B', jenis: 'rekap', berikutnya: ['C'] },
  { kode: 'C', jenis: 'telaah', pelaksana: 'SEKCAM', keputusan: { ya: null, tidak: ['A', 'B'], bawaan: 'B' } },
])
const nilai = (...barisId: string[]) =>
  ({ jenis: 'NILAI', nilai: barisId.map((id) => ({ kunci: '', barisId: id })) }) as const
const tidak = (isi: object) =>
  ({ jenis: 'PUTUSKAN', langkah: 'C', keputusan: 'tidak', alasan: 'Periksa angkanya.', ...isi }) as const

function sampaiTelaah() {
  const siklus = jalankanSop(SOP)
  siklus.lakukan(sari, { jenis: 'SELESAIKAN', langkah: 'A' })
  siklus.lakukan(sari, { jenis: 'SELESAIKAN', langkah: 'B' })
  return siklus
}

describe('mengembalikan nilai satu per satu ke langkah yang tidak terbagi', () => {
  it('pengukuran terbuka lagi sebagai satu langkah, nilai yang disebut tercatat', () => {
    const siklus = sampaiTelaah()
    const peristiwa = siklus.lakukan(budi, tidak({ tujuan: 'A', cakupan: nilai('n-1', 'n-2') }))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['A'])
    const kembali = peristiwa.find((p) => p.jenis === 'DIKEMBALIKAN')
    expect(kembali?.jenis === 'DIKEMBALIKAN' && kembali.data.cakupan).toEqual(nilai('n-1', 'n-2'))
    expect(kembali && kalimatPeristiwa(SOP, kembali)).toContain('2 nilai dikembalikan')
  })

  it('tanpa nilai, atau ke langkah yang tidak mengenal nilai satuan → ditolak', () => {
    const siklus = sampaiTelaah()
    expect(siklus.coba(budi, tidak({ tujuan: 'A', cakupan: nilai() }))).toBe('CAKUPAN_TIDAK_SAH')
    expect(siklus.coba(budi, tidak({ tujuan: 'A', cakupan: nilai('') }))).toBe('CAKUPAN_TIDAK_SAH')
    expect(siklus.coba(budi, tidak({ tujuan: 'B', cakupan: nilai('n-1') }))).toBe('CAKUPAN_TIDAK_SAH')
  })

  it('yang merekap dapat mengembalikan satu nilai sebelum rekapnya dibekukan', () => {
    const siklus = jalankanSop(SOP)
    siklus.lakukan(sari, { jenis: 'SELESAIKAN', langkah: 'A' })
    const perintah = {
      jenis: 'KEMBALIKAN_BAGIAN',
      langkah: 'B',
      tujuan: 'A',
      cakupan: nilai('n-1'),
      alasan: 'Salah baca.',
    } as const
    siklus.lakukan(sari, perintah)
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['A'])
  })
})
