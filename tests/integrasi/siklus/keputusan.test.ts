import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { bandingkanBaris } from '../../bantuan/jalan-siklus.ts'
import type { PerambanPolos } from '../../bantuan/peramban-polos.ts'
import { KantorPolos } from '../../bantuan/perjalanan-polos.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'
import { bukaLangkah, isiLengkap, teksUtama } from './layar-jenis.ts'

/** Kinds whose screen finishes the step itself; each is made a decision that sends back to the step before it. */
const JENIS: readonly (readonly [jenis: string, siapa: string, lain?: object])[] = [
  ['disposisi', 'sekcam'],
  ['rapat', 'sekcam'],
  ['program-kerja', 'sekcam'],
  ['ceklis-dokumen', 'sekcam'],
  ['tindak-lanjut', 'sekcam'],
  ['tugas', 'sekcam'],
  ['siapkan-formulir', 'sekcam'],
  ['rekap', 'sakip1', { pelaksana: 'TIM_SAKIP' }],
  // the recap's maker may not decide on what follows; a colleague of Tim SAKIP may
  ['lapor', 'sakip2', { pelaksana: 'TIM_SAKIP' }],
  ['lapor-camat', 'camat', { penerima: 'CAMAT' }],
]
const ALASAN = 'Bahannya belum lengkap.'
let app: AplikasiUji
let kantor: KantorPolos
let siklusId: string
beforeAll(async () => {
  app = await bukaAplikasiUji()
  kantor = new KantorPolos(app.alamat, SANDI_UJI)
  const langkah = JENIS.flatMap(([jenis, , lain], i) => [
    { kode: `F${i}`, pelaksana: 'SEKCAM' },
    ...(jenis === 'rekap' ? [{ kode: 'ISI', jenis: 'pengisian', pelaksana: 'KASI' }] : []),
    {
      kode: `K${i}`,
      jenis,
      pelaksana: 'SEKCAM',
      keluaran: 'Hasil',
      kelengkapan: ['Renja'],
      keputusan: { tidak: jenis === 'rekap' ? 'ISI' : `F${i}` },
      ...lain,
    },
  ])
  const sop = await pasangSopKecil(app, 'semua-keputusan', [...langkah, { kode: 'AKHIR' }])
  siklusId = await mulaiSiklusUji(app, { sop })
})
afterAll(() => app.tutup())

const status = async (kode: string) =>
  (
    await app.sql<{ status: string; putaran: number; alasan_kembali: string | null }>(
      'select status::text, putaran, alasan_kembali from langkah_siklus where siklus_id = $1 and kode = $2',
      [siklusId, kode],
    )
  )[0]

/** The step before the decision, finished on its page. */
async function selesaikanSebelum(kode: string): Promise<void> {
  const o = await kantor.orang('sekcam')
  await o.tekan(await bukaLangkah(o, siklusId, kode), 'Selesaikan langkah ini')
}

/** lapor-camat is decided by its penerima, after it was handed over. */
async function sampaikan(kode: string): Promise<void> {
  const o = await kantor.orang('sekcam')
  const h = await bukaLangkah(o, siklusId, kode)
  await o.tekan(h, /^Sampaikan kepada/, { isian: isiLengkap('lapor-camat', h) })
}

async function putuskan(o: PerambanPolos, kode: string, jenis: string, putusan: Record<string, string | string[]>) {
  const h = await bukaLangkah(o, siklusId, kode)
  const isi = jenis === 'lapor-camat' ? { instruksi: ['Arsipkan'] } : isiLengkap(jenis, h)
  return o.tekan(h, 'Putuskan', { isian: { ...isi, ...putusan }, bolehGagal: true })
}

describe('Ya dan Tidak di langkah jenis apa pun', () => {
  it.each(JENIS.map(([jenis, siapa], i) => ({ jenis, siapa, i })))('$jenis', async ({ jenis, siapa, i }) => {
    const [sebelum, kode] = [`F${i}`, `K${i}`]
    await selesaikanSebelum(sebelum)
    if (jenis === 'rekap') await sampaiLangkah(app, siklusId, kode)
    if (jenis === 'lapor-camat') await sampaikan(kode)
    const o = await kantor.orang(siapa)
    const kosong = await putuskan(o, kode, jenis, {})
    expect(kosong.status).toBe(422)
    expect(teksUtama(kosong)).toContain('Pilih keputusannya: Ya atau Tidak.')

    const tujuan = jenis === 'rekap' ? 'ISI' : sebelum
    const singkat = await putuskan(o, kode, jenis, { putusan: `tidak:${tujuan}`, alasanPutusan: 'kurang' })
    expect(singkat.status).toBe(422)
    expect(singkat.$('textarea[name=alasanPutusan]').val()).toContain('kurang')
    expect(singkat.$(`input[name=putusan][value="tidak:${tujuan}"]`).attr('checked')).toBeDefined()
    expect(await status(kode)).toMatchObject({ status: 'BERJALAN' })

    const kembali = await putuskan(o, kode, jenis, { putusan: `tidak:${tujuan}`, alasanPutusan: ALASAN })
    expect(teksUtama(kembali)).toContain('Dikembalikan dengan alasan Anda.')
    expect(await status(tujuan)).toMatchObject({ status: 'BERJALAN', putaran: 2, alasan_kembali: ALASAN })
    expect(await status(kode)).toMatchObject({ status: 'BELUM' })

    if (jenis === 'rekap') await sampaiLangkah(app, siklusId, kode)
    else await selesaikanSebelum(sebelum)
    if (jenis === 'lapor-camat') await sampaikan(kode)
    const ya = await putuskan(o, kode, jenis, { putusan: 'ya' })
    expect(teksUtama(ya)).toContain('Keputusan tercatat.')
    expect(await status(kode)).toMatchObject({ status: 'SELESAI', putaran: 2 })
    const dokumen = await app.sql<{ isi: string }>(
      `select d.model::text as isi from dokumen d join langkah_siklus l on l.id = d.langkah_id
       where l.siklus_id = $1 and l.kode = $2 order by d.dibuat_pada`,
      [siklusId, kode],
    )
    expect(dokumen.some((d) => d.isi.includes('Tidak, dikembalikan ke langkah') && d.isi.includes(ALASAN))).toBe(true)
    expect(dokumen.some((d) => d.isi.includes('Ya, dilanjutkan ke langkah'))).toBe(true)
  })

  it('baris sama dengan riwayatnya', async () => {
    expect(await status('AKHIR')).toMatchObject({ status: 'BERJALAN' })
    expect(await bandingkanBaris(app, siklusId)).toEqual([])
  })
})
