import { describe, expect, it } from 'vitest'
import { periksaRumus, type Variabel } from '../../../src/modul/pengukuran/index.ts'

const v = (kode: string, satuan = ''): Variabel & { satuan: string } => ({ kode, nama: `Jumlah ${kode}`, satuan })

describe('rumus diperiksa ketika kartu disimpan', () => {
  const periksa = (teks: string, variabel = [v('a'), v('b')], satuan = '') => periksaRumus(teks, { variabel, satuan })

  it('yang benar tidak punya masalah, dan tersimpan dalam bentuk bakunya', () => {
    expect(periksa('a/b*100')).toMatchObject({ masalah: [], peringatan: [], tertulis: 'a ÷ b × 100' })
  })

  it.each([
    ['a +', ['Sesudah "a +" diperlukan variabel, angka, atau kurung buka.']],
    ['a + b + c', ['Variabel c tidak ada dalam daftar data yang diisi. Tambahkan, atau perbaiki rumusnya.']],
    ['a × 2', ['Jumlah b (b) tidak dipakai dalam rumus. Pakai, atau hapus dari daftar.']],
    ['a + b ÷ 0', ['Pembagian dengan nol: 0 selalu nol.']],
    ['a + b ÷ (2 − 2)', ['Pembagian dengan nol: 2 − 2 selalu nol.']],
    ['b ÷ (a − a)', ['Pembagian dengan nol: a − a selalu nol.']],
    ['b ÷ -(a × 0)', ['Pembagian dengan nol: -(a × 0) selalu nol.']],
    ['b ÷ (0 ÷ a + 0 × a)', ['Pembagian dengan nol: 0 ÷ a + 0 × a selalu nol.']],
    ['a ÷ b ÷ min(0; 0)', ['Pembagian dengan nol: min(0; 0) selalu nol.']],
    ['rata(a; b ÷ 0)', ['Pembagian dengan nol: 0 selalu nol.']],
    ['-(a ÷ 0) + b', ['Pembagian dengan nol: 0 selalu nol.']],
    ['a + b ÷ (1 ÷ 0)', ['Pembagian dengan nol: 0 selalu nol.']],
  ])('%s: %j', (teks, masalah) => {
    expect(periksa(teks).masalah).toEqual(masalah)
  })

  it.each([
    'a ÷ (b − 2)',
    'a ÷ (b + 0)',
    'b ÷ (a × 2)',
    'a ÷ (b ÷ 2)',
    'a ÷ -b',
    'a ÷ maks(b; 1)',
    '0 ÷ a + b',
    'a ÷ (b + b)',
  ])('%s boleh: penyebutnya tidak selalu nol', (teks) => {
    expect(periksa(teks).masalah).toEqual([])
  })

  it('yang tidak terbaca tetap ditulis seperti diketik, tanpa spasi di tepinya', () => {
    expect(periksa(' a + ')).toEqual({
      pohon: null,
      masalah: ['Sesudah "a +" diperlukan variabel, angka, atau kurung buka.'],
      peringatan: [],
      tertulis: 'a +',
    })
  })

  it('rumus tanpa variabel, dan variabel bernama fungsi, ditolak', () => {
    expect(periksa('2 + 3', []).masalah).toEqual(['Rumus tidak memuat satu pun variabel: hasilnya akan selalu sama.'])
    expect(periksa('a ÷ 2', [v('a'), v('max')]).masalah).toEqual([
      'Kode max dipakai sebagai nama fungsi. Beri variabel itu kode lain.',
      'Jumlah max (max) tidak dipakai dalam rumus. Pakai, atau hapus dari daftar.',
    ])
  })

  it('satuan yang berbeda tidak dijumlahkan atau dibandingkan', () => {
    const campur = [v('a', 'Desa'), v('b', 'Orang')]
    const kata =
      'Rumus menjumlahkan atau membandingkan desa dengan orang. Samakan satuannya bila memang sejenis, atau perbaiki rumusnya.'
    for (const teks of ['a + b', 'a − b', 'maks(a; b)', '(a + b) ÷ 2 × 100 + (a + b)'])
      expect(periksa(teks, campur).masalah).toEqual([kata])
    expect(periksa('a × a + b', campur).masalah[0]).toContain('desa pangkat 2 dengan orang')
    expect(periksa('a ÷ a + b', campur).masalah[0]).toContain('angka tanpa satuan dengan orang')
    for (const teks of ['a ÷ b', 'a × b', '(a + 1) ÷ (b − 1)', '-a ÷ b', 'a × 100 ÷ b'])
      expect(periksa(teks, campur).masalah).toEqual([])
    expect(periksa('a + b', [v('a', 'Desa'), v('b', ' desa ')]).masalah).toEqual([])
    expect(periksa('a + b', [v('a', 'Desa'), v('b')]).masalah).toEqual([])
    expect(periksa('a + b', [v('a'), v('b', 'Desa')]).masalah).toEqual([])
    expect(periksa('a + b', [v('a', '%'), v('b', 'Nilai')]).masalah).toEqual([])
  })

  it('angka boleh dijumlahkan dengan satuan apa pun, dan mengalikan dengan angka tidak menghapus satuannya', () => {
    const campur = [v('a', 'Desa'), v('b', 'Orang')]
    for (const teks of ['(1 + a) ÷ b', '(a + 2 × 3) ÷ b', '(a − 100 ÷ 4) ÷ b', 'maks(10; a) ÷ b'])
      expect(periksa(teks, campur).masalah, teks).toEqual([])
    for (const teks of ['a × 2 + b', '2 × a + b', 'a ÷ 2 + b', '1 + a + b', 'a + 1 + b'])
      expect(periksa(teks, campur).masalah[0], teks).toContain('membandingkan desa dengan orang')
  })

  it('tentang data tanpa satuan, atau yang tidak ada dalam daftar, tidak ada yang dikatakan', () => {
    const tanpa = [
      { kode: 'a', nama: 'A' },
      { kode: 'b', nama: 'B', satuan: null },
    ]
    expect(periksaRumus('a + b', { variabel: tanpa, satuan: 'Desa' })).toMatchObject({ masalah: [], peringatan: [] })
    expect(periksa('a × b', [v('a'), v('b', 'Desa')], 'Orang').peringatan).toEqual([])
    expect(periksa('b × a', [v('a'), v('b', 'Desa')], 'Orang').peringatan).toEqual([])
    expect(periksa('a + b', [v('a', 'Desa'), v('b', 'Desa')], '').peringatan).toEqual([])
    expect(periksa('a + b', [v('a', 'Desa'), v('b', 'Desa')], ' Desa ').peringatan).toEqual([])
    expect(periksa('a + c', [v('a', 'Desa')]).masalah).toEqual([
      'Variabel c tidak ada dalam daftar data yang diisi. Tambahkan, atau perbaiki rumusnya.',
    ])
  })

  it('hasil yang satuannya bukan satuan indikator ditanyakan, bukan ditolak', () => {
    const desa = [v('a', 'Desa'), v('b', 'Desa')]
    expect(periksa('a ÷ b × 100', desa, '%').peringatan).toEqual([])
    expect(periksa('a + b', desa, '%').peringatan).toEqual([
      'Hasil rumus bersatuan desa, sedangkan satuan indikator %. Periksa rumus atau satuannya.',
    ])
    expect(periksa('a ÷ b', desa, 'Desa')).toMatchObject({
      masalah: [],
      peringatan: [
        'Hasil rumus tidak bersatuan (misalnya % atau Nilai), sedangkan satuan indikator Desa. Periksa rumus atau satuannya.',
      ],
    })
    expect(periksa('a ÷ b', [v('a', 'Hari'), v('b', 'Berkas')], 'Hari').peringatan).toEqual([])
    expect(periksa('a + b', desa, 'desa').peringatan).toEqual([])
    expect(periksa('a + b', [v('a'), v('b')], 'Desa').peringatan).toEqual([])
    expect(periksa('a × b', [v('a', 'Orang'), v('b', 'Hari')], 'Orang').peringatan[0]).toContain('orang × hari')
  })
})
