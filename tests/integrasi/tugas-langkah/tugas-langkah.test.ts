import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { JENIS_LANGKAH } from '../../../src/modul/sop/index.ts'
import { PENANGANAN_JENIS } from '../../../src/peta-jenis.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'

let app: AplikasiUji
let budi: OrangUji // Sekcam
let sari: OrangUji // Tim SAKIP
let siklusId: string
let bulan = 0
const alamat = (kode: string, jenis: string) => `/siklus/${siklusId}/langkah/${kode}/${jenis}`
const status = async (kode: string) =>
  (
    await app.sql<{ status: string; putaran: number }>(
      'select status, putaran from langkah_siklus where siklus_id = $1 and kode = $2',
      [siklusId, kode],
    )
  )[0]

/** The Taman SOP with some steps of other kinds: 2 is plain, 3 is done by two, 4 is a decision. */
async function gantiJenis(): Promise<void> {
  const [v] = await app.sql<{ id: string; definisi: { langkah: Record<string, unknown>[] } }>(
    "select v.id, v.definisi from versi_sop v join sop s on s.id = v.sop_id where s.kode = 'pengumpulan-taman'",
  )
  const ganti: Record<string, object> = {
    P2: { jenis: 'tugas', dibantu: [] },
    P3: {
      jenis: 'tugas',
      pelaksana: ['SEKCAM', 'TIM_SAKIP'],
      cara: 'SEMUA',
      keluaran: 'Dokumen Data Capaian Kinerja',
    },
    P4: {
      jenis: 'monev',
      pelaksana: ['SEKCAM'],
      keputusan: { ya: 'P5', tidak: ['P2', 'P3'], bawaan: 'P3' },
      berikutnya: [],
    },
  }
  const langkah = v?.definisi.langkah.map((l) => ({ ...l, ...ganti[String(l.kode)] }))
  await app.sql('update versi_sop set definisi = $2 where id = $1', [
    v?.id,
    JSON.stringify({ ...v?.definisi, langkah }),
  ])
}

beforeAll(async () => {
  app = await bukaAplikasiUji()
  await gantiJenis()
  budi = await app.masukSebagai('sekcam')
  sari = await app.masukSebagai('sakip1')
})
afterAll(() => app.tutup())
beforeEach(async () => {
  bulan += 1
  siklusId = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: bulan } })
})

describe('langkah tugas', () => {
  it('setiap jenis langkah SOP punya tepat satu penanganan', () => {
    expect(PENANGANAN_JENIS.map((p) => p.kode).sort()).toEqual(JENIS_LANGKAH.map((j) => j.kode).sort())
  })

  it('pelaksana mencatat, mengunggah, menyelesaikan; dokumennya bernama seperti keluaran SOP', async () => {
    await sampaiLangkah(app, siklusId, 'P2')
    const pdf = Buffer.from('%PDF-1.4\ntrailer<<>>\n%%EOF\n')
    expect(
      (
        await budi.unggah(
          alamat('P2', 'tugas'),
          { catatan: 'Sudah <dikerjakan>', versi: '1' },
          { berkas: { nama: 'bukti.pdf', isi: pdf } },
        )
      ).status,
    ).toBe(303)
    const $ = await budi.halaman(alamat('P2', 'tugas'))
    expect($('.berkas').text()).toContain('bukti.pdf')
    expect((await budi.kirim($('form.tindakan-satu').attr('action') ?? '')).status).toBe(303)
    expect(
      (await budi.kirim(`${alamat('P2', 'tugas')}/penyelesaian`, { catatan: 'Selesai', versi: '2' })).headers.location,
    ).toBe(`/siklus/${siklusId}?pesan=langkah-selesai`)
    const [d] = await app.sql<{ judul: string }>(
      "select judul from dokumen where siklus_id = $1 and jenis = 'CATATAN_LANGKAH'",
      [siklusId],
    )
    expect(d?.judul).toMatch(/^Notulen Rapat/)
    expect(await status('P2')).toMatchObject({ status: 'SELESAI' })
  })

  it('bukan pelaksana → 403; belum terbuka atau sudah selesai → 409; kecamatan lain → 404', async () => {
    const isi = { catatan: 'x', versi: '1' }
    expect((await budi.kirim(alamat('P2', 'tugas'), isi)).status).toBe(409)
    await sampaiLangkah(app, siklusId, 'P2')
    for (const nama of ['camat', 'sakip1', 'kasi.pemerintahan', 'staf.pemerintahan', 'pengamat', 'admin'])
      for (const jalur of ['', '/penyelesaian'])
        expect((await (await app.masukSebagai(nama)).kirim(alamat('P2', 'tugas') + jalur, isi)).status, nama).toBe(403)
    const lain = await app.masukSebagai('sekcam.candipuro')
    expect((await lain.buka(alamat('P2', 'tugas'))).status).toBe(404)
    expect((await lain.kirim(alamat('P2', 'tugas'), isi)).status).toBe(404)
    expect((await budi.kirim(`${alamat('P2', 'tugas')}/penyelesaian`, isi)).status).toBe(303)
    expect((await budi.kirim(`${alamat('P2', 'tugas')}/penyelesaian`, { ...isi, versi: '2' })).status).toBe(409)
  })

  it('simpan dari halaman lama → 409; catatan terlalu panjang → 422 dan tetap; kiriman ganda dihitung sekali', async () => {
    await sampaiLangkah(app, siklusId, 'P2')
    expect((await budi.kirim(alamat('P2', 'tugas'), { catatan: 'satu', versi: '1' })).status).toBe(303)
    expect((await budi.kirim(alamat('P2', 'tugas'), { catatan: 'dua', versi: '1' })).status).toBe(409)
    const panjang = await budi.kirim(alamat('P2', 'tugas'), { catatan: `Awal ${'a'.repeat(10_001)}`, versi: '2' })
    expect(panjang.status).toBe(422)
    expect(panjang.text).toContain('Awal aaa')
    const kiriman = { catatan: 'selesai', versi: '2', kunci: 'k-tugas' }
    const ganda = await Promise.all([
      budi.kirim(`${alamat('P2', 'tugas')}/penyelesaian`, kiriman),
      budi.kirim(`${alamat('P2', 'tugas')}/penyelesaian`, kiriman),
    ])
    expect(ganda.map((j) => j.status)).toEqual([303, 303])
    expect(
      await app.sql(
        "select 1 from peristiwa_siklus where siklus_id = $1 and jenis = 'LANGKAH_SELESAI' and isi->>'langkah' = 'P2'",
        [siklusId],
      ),
    ).toHaveLength(1)
  })

  it('langkah yang dikerjakan dua pelaksana selesai setelah keduanya', async () => {
    await sampaiLangkah(app, siklusId, 'P3')
    const url = `${alamat('P3', 'tugas')}/penyelesaian`
    expect((await budi.kirim(url, { catatan: '', versi: '1' })).headers.location).toContain('pesan=bagian-selesai')
    expect(await status('P3')).toMatchObject({ status: 'BERJALAN' })
    expect((await budi.halaman(alamat('P3', 'tugas')))('button[formaction]').length).toBe(0)
    expect((await budi.kirim(url, { catatan: '', versi: '2' })).status).toBe(409)
    expect((await sari.kirim(url, { catatan: '', versi: '2' })).headers.location).toContain('langkah-selesai')
    expect(await status('P4')).toMatchObject({ status: 'BERJALAN' })
  })
})

describe('langkah keputusan tanpa layar sendiri', () => {
  beforeEach(async () => {
    await sampaiLangkah(app, siklusId, 'P3')
    for (const orang of [budi, sari]) {
      const $ = await orang.halaman(alamat('P3', 'tugas'))
      await orang.kirim(`${alamat('P3', 'tugas')}/penyelesaian`, {
        catatan: '',
        versi: String($('input[name=versi]').val()),
      })
    }
  })

  const putuskan = (orang: OrangUji, isi: Record<string, string>) =>
    orang.kirim(`${alamat('P4', 'monev')}/penyelesaian`, { catatan: '', versi: '1', ...isi })

  it('Tidak dengan tujuan dan alasan membuka langkah itu lagi; yang dikembalikan melihat alasannya', async () => {
    const $ = await budi.halaman(alamat('P4', 'monev'))
    expect(
      $('input[name=putusan]')
        .map((_, o) => $(o).val())
        .get(),
    ).toEqual(['ya', 'tidak:P3', 'tidak:P2'])
    const singkat = await putuskan(budi, { putusan: 'tidak:P2', alasanPutusan: 'kurang' })
    expect(singkat.status).toBe(422)
    expect(singkat.text).toContain('kurang</textarea>')
    expect((await putuskan(budi, {})).status).toBe(422)
    expect((await putuskan(budi, { putusan: 'tidak:P9', alasanPutusan: 'Notulen belum lengkap' })).status).toBe(422)
    const kembali = { catatan: 'lihat alasan', putusan: 'tidak:P2', alasanPutusan: 'Notulen belum lengkap' }
    expect((await putuskan(budi, kembali)).status).toBe(303)
    expect(await status('P2')).toMatchObject({ status: 'BERJALAN', putaran: 2 })
    expect((await budi.halaman(alamat('P2', 'tugas'))).text()).toContain('Notulen belum lengkap')
  })

  it('Ya melanjutkan', async () => {
    expect((await putuskan(sari, { putusan: 'ya' })).status).toBe(403)
    expect((await putuskan(budi, { putusan: 'ya' })).status).toBe(303)
    expect(await status('P5')).toMatchObject({ status: 'BERJALAN' })
  })
})
