import { beforeEach, describe, expect, it } from 'vitest'
import { type Cakupan, langkahTerbuka, tugasTerbuka } from '../../../src/modul/siklus/mesin/index.ts'
import { budi, type Jalan, jalankanSop, joko, ratna, sari, sopBenih, sopKecil, wati } from '../../bantuan/sop-contoh.ts'

const PENGUMPULAN = sopBenih('taman-pengumpulan.yaml')
const ALASAN = 'Realisasi triwulan I belum sesuai bukti.'

let siklus: Jalan
const selesai = (langkah: string) => ({ jenis: 'SELESAIKAN', langkah }) as const
const serah = (bagian: string) => ({ jenis: 'SELESAIKAN_BAGIAN', langkah: 'P7', bagian }) as const
const ya = { jenis: 'PUTUSKAN', langkah: 'P10', keputusan: 'ya' } as const
const tidak = (isi: { tujuan?: string; cakupan?: Cakupan; alasan?: string } = {}) =>
  ({ jenis: 'PUTUSKAN', langkah: 'P10', keputusan: 'tidak', alasan: ALASAN, ...isi }) as const
const isi = (kode: string) => siklus.keadaan.langkah[kode]
const unit = (kunci: string) => isi('P7')?.bagian.find((b) => b.kunci === kunci)
const satuUnit = { jenis: 'BAGIAN', kunci: ['seksi-b'] } as const

function sampaiRekap(): void {
  siklus = jalankanSop(PENGUMPULAN)
  siklus.lakukan(ratna, selesai('P1'))
  siklus.lakukan(budi, selesai('P2'))
  for (const kode of ['P3', 'P4', 'P5', 'P6']) siklus.lakukan(sari, selesai(kode))
  const bagian = ['a', 'b'].map((u) => ({ kunci: `seksi-${u}`, unitId: u }))
  siklus.lakukan(sari, { jenis: 'BUKA_BAGIAN', langkah: 'P7', bagian })
  siklus.lakukan(joko, serah('seksi-a'))
  siklus.lakukan(wati, serah('seksi-b'))
}

function sampaiTelaah(): void {
  sampaiRekap()
  siklus.lakukan(sari, selesai('P8'))
  siklus.lakukan(sari, selesai('P9'))
}

describe('Sekcam mengembalikan', () => {
  beforeEach(sampaiTelaah)

  it('tanpa alasan → ditolak, dan tidak ada yang berubah', () => {
    for (const alasan of [undefined, '', '  \n']) expect(siklus.coba(budi, tidak({ alasan }))).toBe('ALASAN_KOSONG')
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['P10'])
  })

  it('tanpa menyebut tujuan → rekap kembali ke Tim SAKIP, formulir unit tetap tertutup', () => {
    siklus.lakukan(budi, tidak())
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['P8'])
    expect([isi('P8')?.putaran, isi('P9')?.status, isi('P10')?.status]).toEqual([2, 'BELUM', 'BELUM'])
    expect([unit('seksi-a')?.status, unit('seksi-b')?.status]).toEqual(['SELESAI', 'SELESAI'])
    expect(isi('P8')?.dikembalikan).toMatchObject({ alasan: ALASAN, dari: 'P10', baris: null })
  })

  it('satu unit → hanya formulir unit itu terbuka lagi, dengan alasannya', () => {
    siklus.lakukan(budi, tidak({ tujuan: 'P7', cakupan: satuUnit }))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['P7'])
    expect(unit('seksi-a')).toMatchObject({ status: 'SELESAI', putaran: 1, dikembalikan: null })
    expect(unit('seksi-b')).toMatchObject({ status: 'BERJALAN', putaran: 2 })
    expect(tugasTerbuka(PENGUMPULAN, siklus.keadaan)).toMatchObject([
      { langkah: 'P7', bagian: { kunci: 'seksi-b' }, alasanKembali: ALASAN, putaran: 2 },
    ])
    expect(siklus.coba(joko, { jenis: 'TARIK_BAGIAN', langkah: 'P7', bagian: 'seksi-a' })).toBe('BAGIAN_TERKUNCI')
    expect(siklus.coba(joko, serah('seksi-a'))).toBe('BAGIAN_SUDAH_SELESAI')
  })

  it('dua nilai satu unit → bagian unit itu terbuka dan menyebut kedua nilainya', () => {
    const nilai = ['iku-1', 'iku-4'].map((barisId) => ({ kunci: 'seksi-b', barisId }))
    siklus.lakukan(budi, tidak({ tujuan: 'P7', cakupan: { jenis: 'NILAI', nilai } }))
    expect(unit('seksi-b')?.dikembalikan?.baris).toEqual(['iku-1', 'iku-4'])
    expect(unit('seksi-a')?.status).toBe('SELESAI')
  })

  it('seluruh pengisian → semua unit mengisi lagi', () => {
    siklus.lakukan(budi, tidak({ tujuan: 'P7' }))
    expect(isi('P7')?.bagian.map((b) => [b.status, b.putaran])).toEqual([
      ['BERJALAN', 2],
      ['BERJALAN', 2],
    ])
  })

  it('setelah unit menyerahkan lagi, rekap, laporan, dan telaah terbuka satu demi satu di putaran kedua', () => {
    siklus.lakukan(budi, tidak({ tujuan: 'P7', cakupan: satuUnit }))
    expect(siklus.coba(sari, selesai('P8'))).toBe('LANGKAH_TIDAK_TERBUKA')
    siklus.lakukan(wati, serah('seksi-b'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['P8'])
    siklus.lakukan(sari, selesai('P8'))
    siklus.lakukan(sari, selesai('P9'))
    siklus.lakukan(budi, ya)
    expect(['P6', 'P7', 'P8', 'P9', 'P10', 'P11'].map((kode) => isi(kode)?.putaran)).toEqual([1, 2, 2, 2, 2, 1])
  })

  it('ke langkah yang tidak disebut SOP, atau dengan cakupan yang tidak ada → ditolak', () => {
    expect(siklus.coba(budi, tidak({ tujuan: 'P5' }))).toBe('TUJUAN_TIDAK_SAH')
    expect(siklus.coba(budi, { ...ya, tujuan: 'P12' })).toBe('TUJUAN_TIDAK_SAH')
    expect(siklus.coba(budi, tidak({ tujuan: 'P8', cakupan: satuUnit }))).toBe('CAKUPAN_TIDAK_SAH')
    expect(siklus.coba(budi, tidak({ tujuan: 'P7', cakupan: { jenis: 'BAGIAN', kunci: [] } }))).toBe(
      'CAKUPAN_TIDAK_SAH',
    )
    const asing = { jenis: 'BAGIAN', kunci: ['seksi-b', 'seksi-z'] } as const
    expect(siklus.coba(budi, tidak({ tujuan: 'P7', cakupan: asing }))).toBe('BAGIAN_TIDAK_DIKENAL')
    const tanpaBaris = { jenis: 'NILAI', nilai: [{ kunci: 'seksi-b', barisId: '' }] } as const
    expect(siklus.coba(budi, tidak({ tujuan: 'P7', cakupan: tanpaBaris }))).toBe('CAKUPAN_TIDAK_SAH')
  })

  it('Sekcam yang ikut menyerahkan formulir tidak dapat memutuskan; penggantinya dapat', () => {
    siklus.lakukan(budi, tidak({ tujuan: 'P7', cakupan: satuUnit }))
    const budiSebagaiKepalaUnit = { ...budi, kode: ['SEKCAM', 'KASI'], bolehBagian: ['seksi-b'] }
    siklus.lakukan(budiSebagaiKepalaUnit, serah('seksi-b'))
    siklus.lakukan(sari, selesai('P8'))
    siklus.lakukan(sari, selesai('P9'))
    expect(siklus.coba(budi, ya)).toBe('PENGAJU_MEMUTUSKAN')
    expect(siklus.coba(budi, tidak())).toBe('PENGAJU_MEMUTUSKAN')
    expect(siklus.coba({ ...ratna, kode: ['CAMAT', 'SEKCAM'] }, ya)).toBe('DITERIMA')
  })

  it('yang turut mengisi tanpa menyerahkan, dan yang membuat rekap, juga tidak dapat memutuskan', () => {
    siklus.lakukan(budi, tidak({ tujuan: 'P7', cakupan: satuUnit }))
    siklus.lakukan(wati, { ...serah('seksi-b'), turutMengisi: ['sekcam'] })
    siklus.lakukan(sari, selesai('P8'))
    siklus.lakukan(sari, selesai('P9'))
    expect(siklus.coba(budi, ya)).toBe('PENGAJU_MEMUTUSKAN')
    expect(siklus.coba({ ...sari, kode: ['SEKCAM'] }, ya)).toBe('PENGAJU_MEMUTUSKAN')
  })

  it('keputusan bukan penyelesaian biasa, dan langkah biasa bukan keputusan', () => {
    expect(siklus.coba(budi, selesai('P10'))).toBe('HARUS_DIPUTUSKAN')
    expect(siklus.coba(sari, ya)).toBe('BUKAN_PELAKSANA')
    siklus.lakukan(budi, ya)
    expect(siklus.coba(budi, { ...ya, langkah: 'P11' })).toBe('BUKAN_KEPUTUSAN')
  })
})

describe('Tim SAKIP mengembalikan formulir satu unit', () => {
  const kembali = {
    jenis: 'KEMBALIKAN_BAGIAN',
    langkah: 'P8',
    tujuan: 'P7',
    cakupan: satuUnit,
    alasan: ALASAN,
  } as const
  beforeEach(sampaiRekap)

  it('selama rekap terbuka → hanya unit itu mengisi lagi, dan rekap terbuka lagi setelah diserahkan', () => {
    siklus.lakukan(sari, kembali)
    expect([isi('P7')?.status, isi('P8')?.status]).toEqual(['BERJALAN', 'BELUM'])
    expect([unit('seksi-a')?.putaran, unit('seksi-b')?.putaran]).toEqual([1, 2])
    siklus.lakukan(wati, serah('seksi-b'))
    expect([isi('P8')?.status, isi('P8')?.putaran]).toEqual(['BERJALAN', 2])
  })

  it('selagi unit lain masih mengisi → yang sudah masuk dapat dikembalikan, pengisian tetap terbuka', () => {
    siklus.lakukan(sari, { ...kembali, cakupan: { jenis: 'BAGIAN', kunci: ['seksi-a'] } })
    siklus.lakukan(sari, kembali)
    expect(isi('P7')?.putaran).toBe(2)
    expect(isi('P7')?.bagian.map((b) => b.status)).toEqual(['BERJALAN', 'BERJALAN'])
    expect(unit('seksi-b')?.dikembalikan).toMatchObject({ alasan: ALASAN, dari: 'P8' })
    expect(siklus.coba(sari, kembali)).toBe('BAGIAN_BELUM_SELESAI')
    siklus.lakukan(joko, serah('seksi-a'))
    expect(siklus.coba(sari, selesai('P8'))).toBe('LANGKAH_TIDAK_TERBUKA')
    siklus.lakukan(wati, serah('seksi-b'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['P8'])
  })

  it('tanpa alasan, oleh unit sendiri, atau setelah rekap dilaporkan → ditolak', () => {
    expect(siklus.coba(sari, { ...kembali, alasan: ' ' })).toBe('ALASAN_KOSONG')
    expect(siklus.coba(joko, kembali)).toBe('BUKAN_PELAKSANA')
    expect(siklus.coba(sari, { ...kembali, tujuan: 'P6' })).toBe('CAKUPAN_TIDAK_SAH')
    expect(siklus.coba(sari, { ...kembali, tujuan: 'P12' })).toBe('TIDAK_DAPAT_MENGEMBALIKAN')
    expect(siklus.coba(sari, { ...kembali, langkah: 'P9' })).toBe('TIDAK_DAPAT_MENGEMBALIKAN')
    expect(siklus.coba(sari, { ...kembali, langkah: 'P99' })).toBe('LANGKAH_TIDAK_DIKENAL')
    siklus.lakukan(sari, selesai('P8'))
    expect(siklus.coba(sari, kembali)).toBe('LANGKAH_TIDAK_TERBUKA')
  })
})

describe('Dua langkah terbagi per unit sebelum keputusan', () => {
  const bagikan = (langkah: string, ...unit: string[]) =>
    ({ jenis: 'BUKA_BAGIAN', langkah, bagian: unit.map((kunci) => ({ kunci, unitId: kunci })) }) as const
  const tim = { ...sari, bolehBagian: ['u1', 'u2', 'u3'] }
  const kerjakan = (langkah: string, bagian: string) => ({ jenis: 'SELESAIKAN_BAGIAN', langkah, bagian }) as const
  const kembalikan = (kunci: string) =>
    ({ ...tidak({ cakupan: { jenis: 'BAGIAN', kunci: [kunci] } }), langkah: 'C' }) as const

  beforeEach(() => {
    siklus = jalankanSop(
      sopKecil([{ kode: 'A' }, { kode: 'B' }, { kode: 'C', pelaksana: 'SEKCAM', keputusan: { tidak: 'A' } }]),
    )
    siklus.lakukan(tim, bagikan('A', 'u1', 'u2'))
    for (const unit of ['u1', 'u2']) siklus.lakukan(tim, kerjakan('A', unit))
    siklus.lakukan(tim, bagikan('B', 'u2', 'u3'))
    for (const unit of ['u2', 'u3']) siklus.lakukan(tim, kerjakan('B', unit))
  })

  it('unit yang disebut mengulang di kedua langkah, unit lain tidak', () => {
    siklus.lakukan(budi, kembalikan('u2'))
    siklus.lakukan(tim, kerjakan('A', 'u2'))
    expect(isi('B')?.bagian.map((b) => [b.kunci, b.status])).toEqual([
      ['u2', 'BERJALAN'],
      ['u3', 'SELESAI'],
    ])
  })

  it('langkah yang tidak dikerjakan unit itu terlewati sendiri, tanpa membuka bagian unit lain', () => {
    siklus.lakukan(budi, kembalikan('u1'))
    siklus.lakukan(tim, kerjakan('A', 'u1'))
    expect(langkahTerbuka(siklus.keadaan)).toEqual(['C'])
    expect([isi('B')?.putaran, isi('B')?.bagian.map((b) => b.putaran)]).toEqual([2, [1, 1]])
  })

  it('langkah yang harus dilakukan semua pelaksana dilakukan lagi oleh semuanya, unit mana pun yang disebut', () => {
    const bersama = { kode: 'B', pelaksana: ['SEKCAM', 'TIM_SAKIP'], cara: 'SEMUA' }
    siklus = jalankanSop(
      sopKecil([{ kode: 'A' }, bersama, { kode: 'C', pelaksana: 'SEKCAM', keputusan: { tidak: 'A' } }]),
    )
    siklus.lakukan(tim, bagikan('A', 'u1', 'u2'))
    for (const unit of ['u1', 'u2']) siklus.lakukan(tim, kerjakan('A', unit))
    for (const orang of [budi, sari]) siklus.lakukan(orang, selesai('B'))
    siklus.lakukan(budi, kembalikan('u1'))
    siklus.lakukan(tim, kerjakan('A', 'u1'))
    expect(isi('B')?.bagian.map((b) => [b.pelaksana, b.status, b.putaran])).toEqual([
      ['SEKCAM', 'BERJALAN', 2],
      ['TIM_SAKIP', 'BERJALAN', 2],
    ])
  })
})
