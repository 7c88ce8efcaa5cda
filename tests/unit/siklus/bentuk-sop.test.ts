import { beforeEach, describe, expect, it } from 'vitest'
import { langkahTerbuka, mulai, tugasTerbuka } from '../../../src/modul/siklus/mesin/index.ts'
import { periksaSop } from '../../../src/modul/sop/index.ts'
import { budi, dewi, type Jalan, jalankanSop, joko, ratna, sari, sopKecil, wati } from '../../bantuan/sop-contoh.ts'

const selesai = (langkah: string) => ({ jenis: 'SELESAIKAN', langkah }) as const
const putus = (langkah: string, keputusan: 'ya' | 'tidak', tujuan?: string) =>
  ({ jenis: 'PUTUSKAN', langkah, keputusan, tujuan, alasan: 'Belum lengkap.' }) as const

describe('Langkah berjalan bersama', () => {
  const sop = sopKecil([
    { kode: 'A', berikutnya: ['B', 'C'] },
    { kode: 'B', berikutnya: 'D' },
    { kode: 'C', berikutnya: 'D' },
    { kode: 'D', keputusan: { ya: null, tidak: ['B', 'A'] } },
  ])

  it('dua cabang terbuka bersama dan bertemu: langkah sesudahnya menunggu keduanya', () => {
    expect(periksaSop(sop)).toEqual([])
    const siklus = jalankanSop(sop)
    siklus.lakukan(sari, selesai('A'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['B', 'C'])
    siklus.lakukan(sari, selesai('C'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['B'])
    expect(siklus.keadaan.langkah.D?.menunggu).toEqual(['C'])
    siklus.lakukan(sari, selesai('B'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['D'])
  })

  it('dikembalikan ke satu cabang → cabang lain tidak ikut; ke sebelum percabangan → keduanya ikut', () => {
    const siklus = jalankanSop(sop)
    for (const kode of ['A', 'B', 'C']) siklus.lakukan(sari, selesai(kode))
    siklus.lakukan(sari, putus('D', 'tidak', 'B'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['B'])
    expect(siklus.keadaan.langkah.C?.status).toBe('SELESAI')
    siklus.lakukan(sari, selesai('B'))
    siklus.lakukan(sari, putus('D', 'tidak', 'A'))
    expect(siklus.keadaan.langkah.C?.status).toBe('BELUM')
    for (const kode of ['A', 'B', 'C']) siklus.lakukan(sari, selesai(kode))
    siklus.lakukan(sari, putus('D', 'ya'))
    expect(siklus.keadaan.status).toBe('SELESAI')
    expect(siklus.keadaan.langkah.D?.putaran).toBe(3)
  })

  it('cabang yang mengambil jalan lain tidak ditunggu', () => {
    const siklus = jalankanSop(
      sopKecil([
        { kode: 'A', berikutnya: ['B', 'C'] },
        { kode: 'B', keputusan: { ya: 'D', tidak: ['E'] } },
        { kode: 'C', berikutnya: 'D' },
        { kode: 'D', berikutnya: null },
        { kode: 'E', berikutnya: null },
      ]),
    )
    siklus.lakukan(sari, selesai('A'))
    siklus.lakukan(sari, selesai('C'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['B'])
    siklus.lakukan(sari, putus('B', 'tidak'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['D', 'E'])
    siklus.lakukan(sari, selesai('D'))
    expect(siklus.keadaan.status).toBe('BERJALAN')
    siklus.lakukan(sari, selesai('E'))
    expect(siklus.keadaan.status).toBe('SELESAI')
  })

  it('yang sudah tiba di pertemuan tetap ditunggu walau cabang lain dikembalikan', () => {
    const siklus = jalankanSop(
      sopKecil([
        { kode: 'A', berikutnya: ['B', 'C'] },
        { kode: 'B' },
        { kode: 'B2', keputusan: { ya: 'E', tidak: ['B'] } },
        { kode: 'C', berikutnya: 'D' },
        { kode: 'E', keputusan: { ya: 'D', tidak: ['F'] } },
        { kode: 'D', berikutnya: null },
        { kode: 'F', berikutnya: null },
      ]),
    )
    siklus.lakukan(sari, selesai('A'))
    siklus.lakukan(sari, selesai('C'))
    siklus.lakukan(sari, selesai('B'))
    siklus.lakukan(sari, putus('B2', 'tidak'))
    expect(siklus.keadaan.langkah.D?.menunggu).toEqual(['C'])
    siklus.lakukan(sari, selesai('B'))
    siklus.lakukan(sari, putus('B2', 'ya'))
    siklus.lakukan(sari, putus('E', 'tidak'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['D', 'F'])
  })
})

describe('Keputusan', () => {
  it('Tidak boleh menuju langkah di depan; yang terlompati tidak dikerjakan dan tidak perlu alasan', () => {
    const siklus = jalankanSop(
      sopKecil([{ kode: 'A', keputusan: { ya: 'B', tidak: ['C'] } }, { kode: 'B' }, { kode: 'C' }]),
    )
    siklus.lakukan(sari, { jenis: 'PUTUSKAN', langkah: 'A', keputusan: 'tidak' })
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['C'])
    siklus.lakukan(sari, selesai('C'))
    expect([siklus.keadaan.status, siklus.keadaan.langkah.B?.status]).toEqual(['SELESAI', 'BELUM'])
  })

  it('Tidak ke langkah perbaikan di depan yang kembali ke keputusan adalah pengembalian: perlu alasan', () => {
    const sop = sopKecil([
      { kode: 'A' },
      { kode: 'B', keputusan: { ya: 'D', tidak: ['C'] } },
      { kode: 'C', berikutnya: 'B' },
      { kode: 'D' },
    ])
    expect(periksaSop(sop)).toEqual([])
    const siklus = jalankanSop(sop)
    siklus.lakukan(sari, selesai('A'))
    expect(siklus.coba(sari, { ...putus('B', 'tidak'), alasan: '' })).toBe('ALASAN_KOSONG')
    siklus.lakukan(sari, putus('B', 'tidak'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['C'])
    siklus.lakukan(sari, selesai('C'))
    expect([siklus.keadaan.langkah.B?.status, siklus.keadaan.langkah.B?.putaran]).toEqual(['BERJALAN', 2])
    siklus.lakukan(sari, putus('B', 'ya'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['D'])
  })

  it('pertanyaan terbalik: Ya yang menuju ke belakang juga pengembalian', () => {
    const siklus = jalankanSop(
      sopKecil([{ kode: 'A' }, { kode: 'B', keputusan: { ya: 'A', tidak: ['C'] } }, { kode: 'C' }]),
    )
    siklus.lakukan(sari, selesai('A'))
    expect(siklus.coba(sari, { ...putus('B', 'ya'), alasan: '' })).toBe('ALASAN_KOSONG')
    siklus.lakukan(sari, putus('B', 'ya'))
    expect(siklus.keadaan.langkah.A).toMatchObject({ status: 'BERJALAN', putaran: 2 })
  })

  it('dua pejabat harus menandatangani: keduanya, dan penolakan salah satu mengembalikan', () => {
    const siklus = jalankanSop(
      sopKecil([
        { kode: 'A', jenis: 'susun-dokumen' },
        { kode: 'B', jenis: 'tanda-tangan', pelaksana: ['SEKCAM', 'CAMAT'], cara: 'SEMUA', keputusan: { tidak: 'A' } },
        { kode: 'C' },
      ]),
    )
    siklus.lakukan(sari, selesai('A'))
    expect(tugasTerbuka(siklus.definisi, siklus.keadaan).map((t) => t.pemegang)).toEqual([['SEKCAM']])
    expect(siklus.coba(ratna, putus('B', 'ya'))).toBe('BELUM_GILIRAN')
    expect(siklus.coba(ratna, putus('B', 'tidak'))).toBe('BELUM_GILIRAN')
    siklus.lakukan(budi, putus('B', 'ya'))
    expect(siklus.coba(budi, putus('B', 'ya'))).toBe('BAGIAN_SUDAH_SELESAI')
    expect(siklus.coba(budi, { jenis: 'SELESAIKAN_BAGIAN', langkah: 'B', bagian: 'pelaksana:CAMAT' })).toBe(
      'BUKAN_BAGIAN_ANDA',
    )
    siklus.lakukan(ratna, putus('B', 'tidak'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['A'])
    siklus.lakukan(sari, selesai('A'))
    siklus.lakukan(budi, putus('B', 'ya'))
    expect(siklus.keadaan.langkah.B?.bagian.map((b) => [b.pelaksana, b.status, b.putaran])).toEqual([
      ['SEKCAM', 'SELESAI', 2],
      ['CAMAT', 'BERJALAN', 2],
    ])
    siklus.lakukan(ratna, putus('B', 'ya'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['C'])
  })
})

describe('Pengembalian ke langkah yang dikerjakan beberapa pelaksana', () => {
  const sop = sopKecil([
    { kode: 'A', pelaksana: ['SEKCAM', 'TIM_SAKIP'], cara: 'SEMUA' },
    { kode: 'B', pelaksana: ['KASI', 'STAF'], cara: 'SEMUA' },
    { kode: 'C', pelaksana: 'CAMAT', keputusan: { tidak: 'A' } },
  ])
  const bagian = (siklus: Jalan, kode: string) => siklus.keadaan.langkah[kode]?.bagian.map((b) => b.status)
  const kembali = (kunci: string[]) => ({ ...putus('C', 'tidak'), cakupan: { jenis: 'BAGIAN', kunci } as const })
  let siklus: Jalan
  beforeEach(() => {
    siklus = jalankanSop(sop)
    for (const orang of [budi, sari]) siklus.lakukan(orang, selesai('A'))
    for (const orang of [joko, dewi]) siklus.lakukan(orang, selesai('B'))
  })

  it('hanya pelaksana yang disebut mengerjakan lagi; langkah sesudahnya dikerjakan lagi oleh semuanya', () => {
    siklus.lakukan(ratna, kembali(['pelaksana:TIM_SAKIP']))
    expect([bagian(siklus, 'A'), bagian(siklus, 'B')]).toEqual([
      ['SELESAI', 'BERJALAN'],
      ['BELUM', 'BELUM'],
    ])
    expect(siklus.coba(budi, selesai('A'))).toBe('BAGIAN_SUDAH_SELESAI')
    siklus.lakukan(sari, selesai('A'))
    expect([langkahTerbuka(siklus.keadaan), bagian(siklus, 'B')]).toEqual([['B'], ['BERJALAN', 'BERJALAN']])
  })

  it('tanpa menyebut siapa → semuanya mengerjakan lagi', () => {
    siklus.lakukan(ratna, putus('C', 'tidak'))
    expect(bagian(siklus, 'A')).toEqual(['BERJALAN', 'BERJALAN'])
  })

  it('pelaksana yang bukan milik langkah itu ditolak', () => {
    expect(siklus.coba(ratna, kembali(['pelaksana:KASI']))).toBe('BAGIAN_TIDAK_DIKENAL')
    expect(siklus.coba(ratna, kembali([]))).toBe('CAKUPAN_TIDAK_SAH')
    const nilai = [{ kunci: 'pelaksana:SEKCAM', barisId: 'x' }]
    expect(siklus.coba(ratna, { ...putus('C', 'tidak'), cakupan: { jenis: 'NILAI', nilai } })).toBe('CAKUPAN_TIDAK_SAH')
  })
})

describe('Beberapa pelaksana, langkah opsional, langkah periode tertentu', () => {
  it('semua pelaksana harus bertindak, masing-masing untuk kolomnya', () => {
    const siklus = jalankanSop(
      sopKecil([{ kode: 'A', pelaksana: ['SEKCAM', 'TIM_SAKIP'], cara: 'SEMUA' }, { kode: 'B' }]),
    )
    expect(siklus.coba(ratna, selesai('A'))).toBe('BUKAN_PELAKSANA')
    siklus.lakukan(sari, selesai('A'))
    expect(siklus.coba(sari, selesai('A'))).toBe('BAGIAN_SUDAH_SELESAI')
    expect(siklus.coba(sari, { ...selesai('A'), bagian: 'pelaksana:SEKCAM' })).toBe('BUKAN_BAGIAN_ANDA')
    const buka = { jenis: 'BUKA_BAGIAN', langkah: 'A', bagian: [{ kunci: 'x', unitId: null }] } as const
    expect(siklus.coba(sari, buka)).toBe('BAGIAN_TIDAK_BERLAKU')
    siklus.lakukan(sari, { jenis: 'TARIK_BAGIAN', langkah: 'A', bagian: 'pelaksana:TIM_SAKIP' })
    siklus.lakukan(sari, selesai('A'))
    siklus.lakukan(budi, selesai('A'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['B'])
  })

  it('cukup salah satu pelaksana bila SOP tidak meminta semuanya', () => {
    const siklus = jalankanSop(sopKecil([{ kode: 'A', pelaksana: ['SEKCAM', 'TIM_SAKIP'] }, { kode: 'B' }]))
    siklus.lakukan(budi, selesai('A'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['B'])
  })

  it('langkah "bila diperlukan" ditentukan langkah sebelumnya, atau dilewati pelaksananya dengan alasan', () => {
    const sop = sopKecil([{ kode: 'A' }, { kode: 'B', opsional: true, pelaksana: 'SEKCAM' }, { kode: 'C' }])
    const tanpa = jalankanSop(sop)
    expect(tanpa.coba(sari, { ...selesai('A'), tidakPerlu: ['C'] })).toBe('TIDAK_OPSIONAL')
    tanpa.lakukan(sari, { ...selesai('A'), tidakPerlu: ['B'] })
    expect([langkahTerbuka(tanpa.keadaan), tanpa.keadaan.langkah.B?.status]).toEqual([['C'], 'DILEWATI'])
    const dengan = jalankanSop(sop)
    dengan.lakukan(sari, selesai('A'))
    expect(dengan.coba(sari, { jenis: 'LEWATI', langkah: 'B', alasan: 'x' })).toBe('BUKAN_PELEWAT')
    expect(dengan.coba(budi, { jenis: 'LEWATI', langkah: 'B', alasan: '' })).toBe('ALASAN_KOSONG')
    dengan.lakukan(budi, { jenis: 'LEWATI', langkah: 'B', alasan: 'Tidak ada temuan.' })
    expect(langkahTerbuka(dengan.keadaan)).toEqual(['C'])
  })

  it('langkah yang hanya untuk triwulan IV dilewati sendiri pada periode lain', () => {
    const sop = sopKecil([
      { kode: 'A', hanyaPeriode: { jenis: 'TRIWULAN', nomor: 4 } },
      { kode: 'B' },
      { kode: 'C', hanyaPeriode: [{ jenis: 'TRIWULAN' }] },
    ])
    const bulan = jalankanSop(sop, { jenis: 'BULAN', tahun: 2026, nomor: 4 })
    expect(langkahTerbuka(bulan.keadaan)).toEqual(['B'])
    bulan.lakukan(sari, selesai('B'))
    expect([bulan.keadaan.status, bulan.keadaan.langkah.C?.status]).toEqual(['SELESAI', 'DILEWATI'])
    expect(langkahTerbuka(jalankanSop(sop, { jenis: 'TRIWULAN', tahun: 2026, nomor: 4 }).keadaan)).toEqual(['A'])
    const tiga = jalankanSop(sop, { jenis: 'TRIWULAN', tahun: 2026, nomor: 3 })
    tiga.lakukan(sari, selesai('B'))
    expect(langkahTerbuka(tiga.keadaan)).toEqual(['C'])
  })

  it('melewati langkah hanya oleh yang disebut SOP, dengan alasan, dan tidak pernah keputusan atau arsip', () => {
    const sop = sopKecil(
      [
        { kode: 'A' },
        { kode: 'B', keputusan: { tidak: 'A' } },
        { kode: 'C', pelaksana: 'KASI' },
        { kode: 'D', jenis: 'arsip' },
      ],
      { bolehMelewati: ['CAMAT'] },
    )
    const siklus = jalankanSop(sop)
    const lewati = (langkah: string) => ({ jenis: 'LEWATI', langkah, alasan: 'Sudah dikerjakan di luar.' }) as const
    expect(siklus.coba(sari, lewati('A'))).toBe('BUKAN_PELEWAT')
    siklus.lakukan(ratna, lewati('A'))
    expect(siklus.coba(ratna, lewati('B'))).toBe('TIDAK_DAPAT_DILEWATI')
    siklus.lakukan(sari, putus('B', 'ya'))
    const unit = ['seksi-a', 'seksi-b'].map((kunci) => ({ kunci, unitId: null }))
    siklus.lakukan(sari, { jenis: 'BUKA_BAGIAN', langkah: 'C', bagian: unit })
    siklus.lakukan(joko, { jenis: 'SELESAIKAN_BAGIAN', langkah: 'C', bagian: 'seksi-a' })
    siklus.lakukan(ratna, lewati('C'))
    expect(siklus.keadaan.langkah.C?.bagian.map((b) => b.status)).toEqual(['SELESAI', 'DILEWATI'])
    expect(siklus.coba(wati, { jenis: 'SELESAIKAN_BAGIAN', langkah: 'C', bagian: 'seksi-b' })).toBe(
      'LANGKAH_TIDAK_TERBUKA',
    )
    expect(siklus.coba(ratna, lewati('D'))).toBe('TIDAK_DAPAT_DILEWATI')
  })
})

describe('Awal dan akhir', () => {
  const sop = sopKecil([{ kode: 'A' }])

  it('SOP tidak dimulai untuk jenis periode yang tidak disebutnya', () => {
    const awal = { pelaku: sari, waktu: '2026-04-01T01:00:00.000Z' }
    const tahun = mulai(sop, { ...awal, periode: { jenis: 'TAHUN', tahun: 2026, nomor: 1 } })
    expect(tahun).toMatchObject({ tolak: { kode: 'PERIODE_TIDAK_SESUAI', http: 422 } })
    const kosong = sopKecil([{ kode: 'A', hanyaPeriode: { jenis: 'TRIWULAN', nomor: 4 } }])
    const maret = mulai(kosong, { ...awal, periode: { jenis: 'BULAN', tahun: 2026, nomor: 3 } })
    expect(maret).toMatchObject({ tolak: { kode: 'PERIODE_TIDAK_SESUAI' } })
  })

  it('siklus dibatalkan hanya dengan alasan, dan sesudah itu tidak menerima apa pun', () => {
    const siklus = jalankanSop(sop)
    expect(siklus.coba(ratna, { jenis: 'BATALKAN', alasan: '' })).toBe('ALASAN_KOSONG')
    siklus.lakukan(ratna, { jenis: 'BATALKAN', alasan: 'Salah memilih periode.' })
    expect([siklus.keadaan.status, langkahTerbuka(siklus.keadaan), tugasTerbuka(sop, siklus.keadaan)]).toEqual([
      'DIBATALKAN',
      [],
      [],
    ])
    expect(siklus.coba(sari, selesai('A'))).toBe('SIKLUS_BERAKHIR')
    expect(siklus.coba(ratna, { jenis: 'BATALKAN', alasan: 'lagi' })).toBe('SIKLUS_BERAKHIR')
  })

  it('siklus yang selesai atau diarsipkan tidak dapat dibatalkan lagi', () => {
    for (const [jenis, status] of [
      ['tugas', 'SELESAI'],
      ['arsip', 'DIARSIPKAN'],
    ]) {
      const siklus = jalankanSop(sopKecil([{ kode: 'A', jenis }]))
      siklus.lakukan(sari, selesai('A'))
      expect(siklus.keadaan.status).toBe(status)
      expect(siklus.coba(ratna, { jenis: 'BATALKAN', alasan: 'Salah periode.' })).toBe('SIKLUS_BERAKHIR')
    }
  })

  it('nama langkah yang jahil ditolak, bukan dijalankan', () => {
    const siklus = jalankanSop(sop)
    for (const kode of ['constructor', '__proto__', 'toString', '', 'a']) {
      expect(siklus.coba(sari, selesai(kode))).toBe('LANGKAH_TIDAK_DIKENAL')
    }
  })
})

describe('SOP yang tidak lolos pemeriksaan pun tidak pernah kehilangan langkah terbuka', () => {
  it('dua langkah yang saling menunggu: yang pertama di SOP berjalan dahulu', () => {
    const sop = sopKecil([
      { kode: 'A', berikutnya: ['B', 'C'] },
      { kode: 'B', berikutnya: 'C' },
      { kode: 'C', berikutnya: 'B' },
    ])
    expect(periksaSop(sop)).not.toEqual([])
    const siklus = jalankanSop(sop)
    siklus.lakukan(sari, selesai('A'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['B'])
    siklus.lakukan(sari, selesai('B'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['C'])
    siklus.lakukan(sari, selesai('C'))
    expect(siklus.keadaan.langkah.B).toMatchObject({ status: 'BERJALAN', putaran: 2 })
    expect(siklus.keadaan.langkah.C?.status).toBe('BELUM')
  })

  it('keputusan yang mengembalikan ke cabang lain tetap tertutup', () => {
    const sop = sopKecil([
      { kode: 'A', berikutnya: ['B', 'C'] },
      { kode: 'B', berikutnya: null },
      { kode: 'C', keputusan: { tidak: 'B' } },
    ])
    expect(periksaSop(sop)).not.toEqual([])
    const siklus = jalankanSop(sop)
    siklus.lakukan(sari, selesai('A'))
    siklus.lakukan(sari, selesai('B'))
    siklus.lakukan(sari, putus('C', 'tidak'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['B'])
  })
})
