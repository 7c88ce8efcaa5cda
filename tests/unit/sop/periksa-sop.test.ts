import { describe, expect, it } from 'vitest'
import { ambilJenisLangkah, arahKembali, hilir, JENIS_LANGKAH, periksaSop } from '../../../src/modul/sop/index.ts'
import { NAMA_SOP_BENIH, sopBenih, sopKecil } from '../../bantuan/sop-contoh.ts'

const periksa = (...isi: Parameters<typeof sopKecil>) =>
  periksaSop(sopKecil(...isi)).map((k) => `${k.letak}: ${k.pesan}`)
const DATA = [
  { kode: 'A', jenis: 'siapkan-formulir' },
  { kode: 'B', jenis: 'distribusi' },
  { kode: 'C', jenis: 'pengisian', pelaksana: 'KASI' },
  { kode: 'D', jenis: 'rekap' },
  { kode: 'E', jenis: 'telaah', pelaksana: 'SEKCAM', keputusan: { tidak: ['C', 'D'] } },
  { kode: 'F', jenis: 'arsip' },
]
const tanpa = (kode: string) => DATA.filter((l) => l.kode !== kode)

describe('SOP yang dapat dijalankan', () => {
  it.each(NAMA_SOP_BENIH)('%s dapat berjalan sampai akhirnya', (nama) => {
    expect(periksaSop(sopBenih(nama))).toEqual([])
  })

  it('hanya pengisian formulir yang menunggu semua pertanyaan selesai', () => {
    const beri = (jenis: string) => DATA.map((l) => (l.jenis === jenis ? { ...l, tahanPertanyaan: true } : l))
    expect(periksa(beri('pengisian'))).toEqual([])
    expect(periksa(beri('rekap')).join(' ')).toContain('Hanya pengisian formulir')
  })

  it('kolom tanpa langkah, nomor tercetak yang sama dua kali, dan SOP satu langkah bukan kesalahan', () => {
    expect(
      periksa([
        { kode: 'A', nomor: '3' },
        { kode: 'B', nomor: '3' },
      ]),
    ).toEqual([])
    expect(periksa(DATA)).toEqual([])
  })
})

describe('Kode dan pelaksana', () => {
  it('kode yang dipakai dua kali', () => {
    expect(periksa([{ kode: 'A' }, { kode: 'A' }])).toEqual([
      'Langkah A, isian kode: Kode A dipakai lebih dari satu langkah; setiap langkah harus punya kode sendiri.',
      'Langkah A, isian berikutnya: Menuju dirinya sendiri; pilih langkah lain.',
    ])
    const kembar = ['CAMAT', 'CAMAT'].map((kode) => ({ kode, nama: kode, peran: 'CAMAT' }))
    expect(periksa([{ kode: 'A', pelaksana: 'CAMAT' }], { pelaksana: kembar })).toEqual([
      'Pelaksana CAMAT, isian kode: Kode CAMAT dipakai lebih dari satu kolom pelaksana.',
    ])
  })

  it('pelaksana, penerima, yang membantu, dan yang boleh melewati harus kolom SOP ini', () => {
    const asing = { pelaksana: ['CAMAT', 'LURAH'], penerima: 'BUPATI', dibantu: 'RT' }
    expect(periksa([{ kode: 'A', ...asing }], { bolehMelewati: 'SEKDA' })).toEqual([
      'Isian bolehMelewati: Kolom pelaksana SEKDA tidak ada di SOP ini.',
      'Langkah A, isian pelaksana: Kolom pelaksana LURAH tidak ada di SOP ini.',
      'Langkah A, isian penerima: Kolom pelaksana BUPATI tidak ada di SOP ini.',
      'Langkah A, isian dibantu: Kolom pelaksana RT tidak ada di SOP ini.',
    ])
  })

  it('kolom yang mendapat langkah harus ada orangnya: peran, jabatan, atau unit', () => {
    const pelaksana = [
      { kode: 'TIM_SAKIP', nama: 'Tim SAKIP' },
      { kode: 'STAF', nama: 'Staf' },
    ]
    expect(periksa([{ kode: 'A' }], { pelaksana })).toEqual([
      'Pelaksana TIM_SAKIP, isian peran: Kolom Tim SAKIP mendapat langkah, tetapi tidak disebut peran, jabatan, atau unit yang mengisinya.',
    ])
    for (const isi of [{ jabatan: 'KASUBBAG' }, { unit: 'SEKRETARIAT' }, { peran: 'KASI' }]) {
      expect(periksa([{ kode: 'A' }], { pelaksana: [{ kode: 'TIM_SAKIP', nama: 'x', ...isi }] })).toEqual([])
    }
  })

  it('kolom yang sama dua kali dalam satu langkah', () => {
    expect(periksa([{ kode: 'A', pelaksana: ['CAMAT', 'CAMAT'] }])).toEqual([
      'Langkah A, isian pelaksana: Kolom pelaksana yang sama disebut dua kali.',
    ])
  })
})

describe('Jalan SOP', () => {
  it('tujuan yang tidak ada, tujuan diri sendiri, tujuan ganda, bawaan yang bukan tujuan', () => {
    expect(periksa([{ kode: 'A', berikutnya: 'Z' }])).toEqual([
      'Langkah A, isian berikutnya: Menuju langkah Z yang tidak ada di SOP ini.',
    ])
    expect(periksa([{ kode: 'A' }, { kode: 'B', keputusan: { tidak: 'B' } }])).toEqual([
      'Langkah B, isian keputusan: Menuju dirinya sendiri; pilih langkah lain.',
    ])
    expect(periksa([{ kode: 'A', keputusan: { ya: 'B', tidak: 'B' } }, { kode: 'B' }])).toEqual([
      'Langkah A, isian keputusan: Tujuan yang sama disebut lebih dari sekali.',
    ])
    const bawaan = { tidak: ['A'], bawaan: 'C' }
    expect(periksa([{ kode: 'A' }, { kode: 'B', keputusan: bawaan, berikutnya: 'C' }, { kode: 'C' }])).toEqual([
      'Langkah B, isian berikutnya: Langkah keputusan memakai keputusan.ya, bukan berikutnya.',
      'Langkah B, isian keputusan: Bawaan C tidak ada di antara tujuan Tidak.',
    ])
  })

  it('langkah yang tidak pernah tercapai', () => {
    expect(periksa([{ kode: 'A', berikutnya: 'C' }, { kode: 'B' }, { kode: 'C' }])).toEqual([
      'Langkah B, isian kode: Langkah ini tidak pernah tercapai dari langkah pertama.',
    ])
  })

  it('langkah yang berputar tanpa akhir', () => {
    expect(periksa([{ kode: 'A' }, { kode: 'B', berikutnya: 'A' }])).toEqual([
      'Langkah A, isian berikutnya: Dari langkah ini SOP tidak pernah sampai ke akhirnya.',
      'Langkah B, isian berikutnya: Dari langkah ini SOP tidak pernah sampai ke akhirnya.',
      'Langkah B, isian berikutnya: Kembali ke A tanpa keputusan; SOP akan berputar terus.',
    ])
    const terbelah = [{ kode: 'A', keputusan: { ya: 'B', tidak: 'C' } }, { kode: 'B', berikutnya: 'A' }, { kode: 'C' }]
    expect(periksa(terbelah)).toEqual([])
    expect(periksa([{ kode: 'A' }, { kode: 'B', berikutnya: ['A', 'C'] }, { kode: 'C' }])).toEqual([
      'Langkah B, isian berikutnya: Kembali ke A tanpa keputusan; SOP akan berputar terus.',
    ])
  })

  it('keputusan yang Ya dan Tidaknya sama-sama mengembalikan pekerjaan', () => {
    const buntu = [
      { kode: 'A' },
      { kode: 'B', keputusan: { ya: 'C', tidak: 'A' } },
      { kode: 'C', berikutnya: ['A', 'D'] },
      { kode: 'D' },
    ]
    expect(periksa(buntu)).toEqual([
      'Langkah B, isian keputusan: Ya dan Tidak sama-sama mengembalikan pekerjaan; salah satunya harus meneruskan ke langkah lain.',
    ])
  })

  it('langkah perbaikan yang berputar tanpa keputusan', () => {
    const perbaikan = [
      { kode: 'A' },
      { kode: 'B', keputusan: { ya: 'E', tidak: 'C' } },
      { kode: 'C', berikutnya: ['D', 'B'] },
      { kode: 'D', berikutnya: 'C' },
      { kode: 'E' },
    ]
    expect(periksa(perbaikan)).toEqual([
      'Langkah D, isian berikutnya: Kembali ke C tanpa keputusan; SOP akan berputar terus.',
    ])
  })

  it('pengembalian ke cabang lain yang tidak sampai lagi ke keputusannya', () => {
    const cabang = [
      { kode: 'A', berikutnya: ['B', 'C'] },
      { kode: 'B', berikutnya: null },
      { kode: 'C', keputusan: { tidak: 'B' } },
    ]
    expect(periksa(cabang)).toEqual([
      'Langkah C, isian keputusan: Dikembalikan ke B, tetapi dari sana tidak ada jalan kembali ke keputusan ini.',
    ])
  })

  it('arah: ke belakang dan ke langkah perbaikan adalah kembali, ke depan bukan', () => {
    const sop = sopKecil([
      { kode: 'A' },
      { kode: 'B', keputusan: { ya: 'D', tidak: ['A', 'C', 'E'] } },
      { kode: 'C', berikutnya: 'B' },
      { kode: 'D' },
      { kode: 'E' },
    ])
    expect(periksaSop(sop)).toEqual([])
    expect(['A', 'B', 'C', 'D', 'E'].map((ke) => arahKembali(sop, 'B', ke))).toEqual([true, true, true, false, false])
    expect([...hilir(sop, 'B')].sort()).toEqual(['B', 'D', 'E'])
    expect([...hilir(sop, 'C')].sort()).toEqual(['B', 'C', 'D', 'E'])
  })
})

describe('Urutan jenis langkah', () => {
  it('formulir diisi sebelum disiapkan, dibagikan sebelum disiapkan, diisi sebelum dibagikan', () => {
    expect(periksa(tanpa('A')).map((k) => k.slice(0, 60))).toEqual(
      [
        'Langkah B, isian jenis: Formulir dibagikan sebelum disiapkan',
        'Langkah C, isian jenis: Formulir diisi sebelum disiapkan; da',
      ].map((k) => expect.stringContaining(k)),
    )
    const terbalik = [DATA[0], DATA[2], DATA[1], DATA[3], { kode: 'Z' }].map((l) => ({ ...l }))
    expect(periksa(terbalik)).toEqual([
      'Langkah C, isian jenis: Formulir diisi sebelum dibagikan; dahulukan langkah distribusi.',
    ])
  })

  it('tanpa distribusi boleh; penyiapan yang dapat dilompati tidak cukup', () => {
    expect(periksa(tanpa('B'))).toEqual([])
    const lompat = [{ kode: 'Z', keputusan: { ya: 'A', tidak: 'B' } }, ...DATA]
    expect(periksa(lompat)).toHaveLength(2)
    expect(periksa(DATA.map((l) => (l.kode === 'A' ? { ...l, opsional: true } : l)))).toHaveLength(2)
    const triwulan = { hanyaPeriode: { jenis: 'TRIWULAN' } }
    expect(periksa(DATA.map((l) => (l.kode === 'A' ? { ...l, ...triwulan } : l)))).toHaveLength(2)
    expect(periksa(DATA.slice(0, 3).map((l) => ({ ...l, ...triwulan })))).toEqual([])
  })

  it('rekap tanpa formulir atau pengukuran; penerimaan tanpa pengisian', () => {
    expect(
      periksa([
        { kode: 'A', jenis: 'penerimaan' },
        { kode: 'B', jenis: 'rekap' },
      ]),
    ).toEqual([
      'Langkah A, isian jenis: Tidak ada formulir yang dapat diterima; dahulukan langkah pengisian.',
      'Langkah B, isian jenis: Tidak ada yang dapat direkap; dahulukan langkah pengisian formulir atau pengukuran.',
    ])
    expect(
      periksa([
        { kode: 'A', jenis: 'pengukuran' },
        { kode: 'B', jenis: 'rekap' },
      ]),
    ).toEqual([])
  })

  it('pengarsipan hanya sekali, di akhir, dan tidak ada yang berjalan di sampingnya', () => {
    expect(periksa([{ kode: 'A', jenis: 'arsip' }, { kode: 'B' }])).toEqual([
      'Langkah A, isian berikutnya: Setelah pengarsipan tidak ada yang dapat berubah; pengarsipan harus langkah terakhir.',
    ])
    expect(
      periksa([
        { kode: 'A', keputusan: { tidak: 'C' } },
        { kode: 'B', jenis: 'arsip', berikutnya: null },
        { kode: 'C', jenis: 'arsip' },
      ]),
    ).toEqual(['Langkah C, isian jenis: Pengarsipan hanya satu kali dalam satu SOP.'])
    expect(
      periksa([
        { kode: 'A', berikutnya: ['B', 'C'] },
        { kode: 'B', berikutnya: null },
        { kode: 'C', jenis: 'arsip' },
      ]),
    ).toEqual([
      'Langkah B, isian berikutnya: Langkah yang berjalan bersama harus bertemu di pengarsipan, bukan berakhir sendiri.',
    ])
  })

  it('jenis yang tidak dapat memutuskan, dan laporan kepada Camat tanpa penerima', () => {
    const memutuskan = DATA.map((l) => (l.kode === 'C' ? { ...l, keputusan: { tidak: 'A' } } : l))
    expect(periksa(memutuskan)).toEqual([
      'Langkah C, isian keputusan: Langkah Pengisian Formulir tidak dapat menjadi keputusan.',
    ])
    expect(periksa([{ kode: 'A', jenis: 'lapor-camat' }])).toEqual([
      'Langkah A, isian penerima: Langkah Laporan kepada Camat memerlukan penerima yang menjawabnya.',
    ])
    expect(periksa([{ kode: 'A' }, { kode: 'B', hanyaPeriode: { jenis: 'TAHUN' } }])).toEqual([
      'Langkah B, isian hanyaPeriode: SOP ini tidak dijalankan per TAHUN.',
    ])
  })

  it('daftar jenis langkah lengkap dan tidak berulang', () => {
    const kode = JENIS_LANGKAH.map((j) => j.kode)
    expect(new Set(kode).size).toBe(23)
    expect(JENIS_LANGKAH.every((j) => j.nama !== '' && j.keterangan.endsWith('.'))).toBe(true)
    expect(ambilJenisLangkah('pengisian')).toMatchObject({ bagianUnit: true, mengajukan: true, dapatMemutuskan: false })
  })
})

describe('Beberapa langkah sejenis', () => {
  const AWAL = [
    { kode: 'A', jenis: 'siapkan-formulir' },
    { kode: 'B', jenis: 'distribusi' },
    { kode: 'C', jenis: 'pengisian', pelaksana: 'STAF' },
    { kode: 'D', jenis: 'penerimaan' },
    { kode: 'E', jenis: 'rekap' },
    { kode: 'F', jenis: 'telaah', pelaksana: 'SEKCAM', keputusan: { tidak: ['C'] } },
  ]
  const LAGI = AWAL.map((l) => ({
    ...l,
    kode: `${l.kode}2`,
    ...(l.keputusan ? { keputusan: { ya: null, tidak: ['C2', 'C'] } } : {}),
  }))
  const cabang = (jenis: string) => [
    { kode: 'P', jenis: 'siapkan-formulir' },
    { kode: 'Q', jenis: 'pengisian', pelaksana: 'KASI', berikutnya: ['X', 'Y'] },
    { kode: 'X', nomor: '3', jenis, berikutnya: ['Z'] },
    { kode: 'Y', nomor: '4', jenis, berikutnya: ['Z'] },
    { kode: 'Z' },
  ]

  it('berurutan adalah putaran: dua pengumpulan lengkap, dua pengukuran, rekap formulir lalu rekap hasil ukur', () => {
    expect(periksa([...AWAL, ...LAGI])).toEqual([])
    expect(periksa([...AWAL, ...LAGI.filter((l) => l.kode !== 'A2')]), 'tanpa penyiapan kedua').toEqual([])
    const ukur = ['metodologi', 'pengukuran', 'metodologi', 'pengukuran', 'rekap']
    expect(periksa(ukur.map((jenis, i) => ({ kode: `L${i}`, jenis })))).toEqual([])
    expect(periksa([...AWAL.slice(0, 5), { kode: 'U', jenis: 'pengukuran' }, { kode: 'R', jenis: 'rekap' }])).toEqual(
      [],
    )
  })

  it('pengisian sebelum satu-satunya distribusi tetap ditolak', () => {
    const [a, b, c, ...lain] = AWAL
    expect(periksa([a, c, b, ...lain].flatMap((l) => l ?? []))).toEqual([
      'Langkah C, isian jenis: Formulir diisi sebelum dibagikan; dahulukan langkah distribusi.',
    ])
  })

  it('dua rekap atau dua pengukuran yang berjalan bersama ditolak dengan menyebut langkahnya dan jalan keluarnya', () => {
    expect(periksa(cabang('rekap'))).toEqual([
      expect.stringMatching(/^Langkah Y, isian jenis: .*langkah 3.*Pertemukan/),
    ])
    expect(periksa(cabang('pengukuran'))).toEqual([
      expect.stringMatching(/^Langkah Y, isian jenis: .*langkah 3.*satu langkah dengan beberapa pelaksana/),
    ])
    for (const jenis of ['penerimaan', 'monev', 'tugas', 'metodologi'])
      expect(periksa(cabang(jenis)), jenis).toEqual([])
    const [p, q, ...lain] = cabang('rekap')
    const keputusan = { kode: 'K', pelaksana: 'SEKCAM', keputusan: { ya: 'X', tidak: ['Y'] } }
    const memilih = [p, { ...q, berikutnya: ['K'] }, keputusan, ...lain].flatMap((l) => l ?? [])
    expect(periksa(memilih), 'keputusan memilih salah satu').toEqual([])
  })
})
