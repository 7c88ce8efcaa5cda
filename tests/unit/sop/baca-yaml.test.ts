import { describe, expect, it } from 'vitest'
import { bacaSopMentah, bacaSopYaml } from '../../../src/modul/sop/baca-yaml.ts'
import { NAMA_SOP_BENIH, sopBenih, sopKecil, sopKecilMentah, teksSopBenih } from '../../bantuan/sop-contoh.ts'

const kesalahan = (mentah: unknown) => {
  const hasil = bacaSopMentah(mentah)
  return 'kesalahan' in hasil ? hasil.kesalahan.map((k) => `${k.letak}: ${k.pesan}`) : []
}
const kesalahanYaml = (teks: string) => {
  const hasil = bacaSopYaml(teks)
  return 'kesalahan' in hasil ? hasil.kesalahan : []
}
const langkah = (isi: Record<string, unknown>) => sopKecilMentah([{ kode: 'P1', ...isi }])

describe('SOP dibaca dari YAML', () => {
  it.each(NAMA_SOP_BENIH)('%s terbaca utuh, dan hasilnya terbaca lagi tanpa berubah', (nama) => {
    const definisi = sopBenih(nama)
    expect(bacaSopMentah(JSON.parse(JSON.stringify(definisi)))).toEqual({ definisi })
  })

  it('SOP Pengumpulan Taman: 12 langkah, keputusan di langkah 10, urutan bawaan dilengkapi', () => {
    const { langkah: daftar } = sopBenih('taman-pengumpulan.yaml')
    expect(daftar.map((l) => l.jenis)).toEqual([
      'disposisi',
      'rapat',
      'program-kerja',
      'ceklis-dokumen',
      'siapkan-formulir',
      'distribusi',
      'pengisian',
      'rekap',
      'lapor',
      'telaah',
      'lapor-camat',
      'arsip',
    ])
    expect(daftar[0]?.berikutnya).toEqual(['P2'])
    expect(daftar[9]).toMatchObject({ berikutnya: [], keputusan: { ya: 'P11', tidak: ['P7', 'P8'], bawaan: 'P8' } })
    expect(daftar[11]).toMatchObject({ berikutnya: [], keputusan: null, waktuBaku: { jenis: 'TIDAK_ADA' } })
  })

  it('yang tidak ditulis mendapat bawaan: langkah berikut, Ya, tujuan kembali pertama, salah satu pelaksana', () => {
    const [a, b, c] = sopKecil([{ kode: 'A' }, { kode: 'B', keputusan: { tidak: 'A' } }, { kode: 'C' }]).langkah
    expect(a).toMatchObject({
      berikutnya: ['B'],
      cara: 'SALAH_SATU',
      opsional: false,
      hanyaPeriode: [],
      keluaran: null,
    })
    expect(b?.keputusan).toEqual({ ya: 'C', tidak: ['A'], bawaan: 'A' })
    expect(c?.berikutnya).toEqual([])
  })

  it('keputusan di langkah terakhir berakhir dengan Ya; null juga berarti akhir', () => {
    const akhir = sopKecil([
      { kode: 'A', berikutnya: null },
      { kode: 'B', keputusan: { tidak: ['A'] } },
    ]).langkah
    expect([akhir[0]?.berikutnya, akhir[1]?.keputusan?.ya]).toEqual([[], null])
  })

  it('satu nilai boleh ditulis tanpa kurung siku, nomor tanpa tanda kutip', () => {
    const sop = sopKecil([{ kode: 'A', nomor: 3, pelaksana: 'CAMAT', kelengkapan: 'Disposisi', berikutnya: null }])
    expect(sop.langkah[0]).toMatchObject({ nomor: '3', pelaksana: ['CAMAT'], kelengkapan: ['Disposisi'] })
  })
})

describe('Kesalahan bentuk disebut letak dan isiannya', () => {
  it('isian yang tidak dikenal disebut dengan langkahnya', () => {
    expect(kesalahan(langkah({ pelaksanna: 'CAMAT' }))).toEqual([
      'Langkah P1, isian pelaksanna: Isian ini tidak dikenal; hapus, atau betulkan namanya.',
    ])
    expect(kesalahan({ ...langkah({}), versi: 2 })).toEqual([
      'Isian versi: Isian ini tidak dikenal; hapus, atau betulkan namanya.',
    ])
  })

  it('yang wajib tetapi kosong, dan pilihan yang tidak ada', () => {
    expect(kesalahan(langkah({ uraian: undefined, jenis: 'rapatt' }))).toEqual([
      'Langkah P1, isian uraian: Belum diisi.',
      expect.stringMatching(/^Langkah P1, isian jenis: Pilih salah satu: disposisi, .*tugas\. Tertulis: "rapatt"\.$/),
    ])
    expect(kesalahan(langkah({ uraian: '  ' }))).toEqual(['Langkah P1, isian uraian: Tidak boleh kosong.'])
    expect(kesalahan(langkah({ uraian: 7 }))).toEqual(['Langkah P1, isian uraian: Harus berupa teks.'])
    expect(kesalahan(langkah({ pelaksana: [] }))).toEqual([
      'Langkah P1, isian pelaksana: Sebutkan paling sedikit satu pelaksana.',
    ])
  })

  it('langkah tanpa kode disebut urutannya', () => {
    expect(kesalahan(langkah({ kode: 'p 1' }))[0]).toMatch(/^Langkah p 1, isian kode: Tulis kode dengan huruf besar/)
    expect(kesalahan(sopKecilMentah([{}]))).toEqual(['Langkah ke-1, isian kode: Belum diisi.'])
  })

  it('waktu baku yang salah: jenis, nilai, dan aturan kalender', () => {
    expect(kesalahan(langkah({ waktuBaku: { jenis: 'ABAD', nilai: 1 } }))[0]).toMatch(
      /^Langkah P1, isian waktuBaku › jenis: Jenis ini tidak dikenal/,
    )
    expect(kesalahan(langkah({ waktuBaku: { jenis: 'MENIT', nilai: -1 } }))).toEqual([
      'Langkah P1, isian waktuBaku › nilai: Lamanya harus lebih dari nol.',
    ])
    expect(kesalahan(langkah({ waktuBaku: { jenis: 'KALENDER', aturan: 'tiap Jumat' } }))[0]).toContain(
      'Langkah P1, isian waktuBaku › aturan: Aturan kalender',
    )
  })

  it('identitas dan pelaksana', () => {
    const mentah = sopKecilMentah([{ kode: 'P1' }], {
      identitas: { disahkanOleh: {}, tanggalEfektif: '4 Maret 2026' },
      pelaksana: [{ kode: 'CAMAT', nama: 'Camat', peran: 'BUPATI' }],
    })
    expect(kesalahan(mentah)).toEqual([
      expect.stringMatching(/^Identitas, isian tanggalEfektif: Isi tanggal yang benar/),
      expect.stringMatching(/^Pelaksana CAMAT, isian peran › ke-1: Pilih salah satu: CAMAT, .* Tertulis: "BUPATI"\.$/),
    ])
  })

  it('semua kesalahan disebut sekaligus', () => {
    expect(kesalahan({})).toHaveLength(7)
    expect(kesalahan(null)).toEqual(['Berkas: Harus berupa sekelompok isian (kunci: nilai).'])
    expect(kesalahanYaml('')).toEqual([{ letak: 'Berkas', pesan: 'Harus berupa sekelompok isian (kunci: nilai).' }])
  })

  it('YAML yang rusak disebut baris dan kolomnya', () => {
    expect(kesalahanYaml('kode: a\nlangkah: [P1\n')[0]?.letak).toMatch(/^Baris \d+, kolom \d+$/)
    expect(kesalahanYaml('kode: a\nkode: b\n')).toEqual([
      { letak: 'Baris 2, kolom 1', pesan: 'Isian yang sama ditulis dua kali.' },
    ])
    expect(kesalahanYaml('a: 1\n---\nb: 2\n')[0]?.letak).toBe('Baris 2, kolom 1')
  })

  it('YAML jahil: rujukan yang beranak pinak, berkas raksasa, dan __proto__ ditolak dengan tenang', () => {
    const bom = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((k, i) => `${k}: &${k} [${Array(9).fill(`*${'abcdefg'[i]}`)}]`).join('\n')}\n`
    expect(kesalahanYaml(bom)).toEqual([expect.objectContaining({ letak: 'Berkas' })])
    expect(kesalahanYaml('#'.repeat(600_000))).toEqual([expect.objectContaining({ letak: 'Berkas' })])
    expect(kesalahanYaml(teksSopBenih('taman-pengumpulan.yaml').replace('nomor: null', '__proto__: {}'))).toHaveLength(
      1,
    )
    expect(kesalahanYaml('!!js/function "x"')).not.toEqual([])
  })

  it('YAML yang bertumpuk dalam sekali ditolak sebelum dibaca: pembacanya akan menghentikan seluruh peladen', () => {
    const dalam = [{ letak: 'Berkas', pesan: 'Isinya bertumpuk jauh lebih dalam daripada sebuah SOP.' }]
    for (const teks of [
      '['.repeat(200_000),
      '{a: '.repeat(100_000),
      '- '.repeat(200_000),
      `a:\n${' '.repeat(200)}b: 1`,
    ])
      expect(kesalahanYaml(teks)).toEqual(dalam)
    expect(
      kesalahanYaml(teksSopBenih('taman-pengumpulan.yaml').replace('nomor: null', 'nomor: "[[[{{{ (((["')),
    ).toEqual([])
  })

  it('YAML yang lebar sekali dijawab juga: isian yang sama dua kali tetap ketahuan, kesalahannya terbatas', () => {
    // comparing every key with every other one would take minutes
    const lebar = `langkah: {}\nk:\n${Array.from({ length: 20_000 }, (_, i) => `  k${i}: 1`).join('\n')}\n`
    expect(kesalahanYaml(`${lebar}  k7: 2\n`)).toEqual([
      { letak: 'Baris 20003, kolom 3', pesan: 'Isian yang sama ditulis dua kali.' },
    ])
    expect(kesalahanYaml('a: [1\n'.repeat(30)).length).toBeLessThanOrEqual(200)
  })
})
