import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'

let app: AplikasiUji
let sari: OrangUji
let siklusId: string
let alamat: string
let bulan = 0

const baris = (nomor: number, isi: Record<string, string>) =>
  Object.fromEntries(Object.entries(isi).map(([k, v]) => [`kegiatan.${nomor}.${k}`, v]))
const satu = (lain: Record<string, string> = {}) => ({
  uraian: 'Menyiapkan formulir',
  penanggungJawab: 'Tim SAKIP',
  mulai: '2026-07-07',
  selesai: '2026-07-08',
  keluaran: 'Formulir',
  ...lain,
})
const kegiatan = () =>
  app.sql<{ id: string; uraian: string; mulai: string; selesai: string; versi: number }>(
    'select id, uraian, mulai::text, selesai::text, versi from kegiatan_program_kerja where siklus_id = $1 order by mulai, selesai, urut',
    [siklusId],
  )

beforeAll(async () => {
  app = await bukaAplikasiUji()
  sari = await app.masukSebagai('sakip1')
})
afterAll(() => app.tutup())
beforeEach(async () => {
  bulan += 1
  siklusId = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: bulan } })
  await sampaiLangkah(app, siklusId, 'P3')
  alamat = `/siklus/${siklusId}/langkah/P3/program-kerja`
})

describe('langkah program kerja', () => {
  it('kegiatan ditambah, diubah, dihapus, dan berurut tanggal; lini masa ikut berubah', async () => {
    const isi = {
      ...baris(0, satu({ uraian: 'Kedua', mulai: '2026-07-09', selesai: '2026-07-10' })),
      ...baris(1, satu({ uraian: 'Pertama' })),
      ...baris(2, { uraian: '' }),
    }
    expect((await sari.kirim(alamat, isi)).status).toBe(303)
    const dua = await kegiatan()
    expect(dua.map((k) => k.uraian)).toEqual(['Pertama', 'Kedua'])
    const ubah = {
      ...baris(0, satu({ id: dua[0]?.id ?? '', versi: '1', uraian: 'Pertama diubah' })),
      ...baris(1, satu({ id: dua[1]?.id ?? '', versi: '1', hapus: 'ya' })),
    }
    expect((await sari.kirim(alamat, ubah)).status).toBe(303)
    expect((await kegiatan()).map((k) => [k.uraian, k.versi])).toEqual([['Pertama diubah', 2]])
    const $ = await sari.halaman(alamat)
    expect($('.lini-masa__isi').length).toBe(2)
    const jejak = await app.sql<{ peristiwa: string }>(
      "select peristiwa from jejak where siklus_id = $1 and objek_jenis = 'program-kerja' order by urut",
      [siklusId],
    )
    expect(jejak.map((j) => j.peristiwa)).toEqual([
      'program-kerja.ditambah',
      'program-kerja.diubah',
      'program-kerja.dihapus',
    ])
  })

  it('usulan dari langkah SOP: satu kegiatan per langkah sesudah ini, menurut waktu baku dalam hari kerja, tidak dua kali', async () => {
    expect((await sari.kirim(`${alamat}/usulan`, {})).headers.location).toContain('program-kerja-diusulkan')
    const usul = await kegiatan()
    expect(usul.length).toBe(9)
    // Monday 6 July 2026, 09.00: three working days for the documents, then 120 minutes for the forms
    expect(usul[0]).toMatchObject({ mulai: '2026-07-06', selesai: '2026-07-09' })
    expect(usul[1]).toMatchObject({ mulai: '2026-07-09', selesai: '2026-07-09' })
    expect((await sari.kirim(`${alamat}/usulan`, {})).headers.location).toContain('program-kerja-tanpa-usulan')
    expect((await kegiatan()).length).toBe(9)
  })

  it('Tim SAKIP menyelesaikan: dokumen Program Kerja Kegiatan tersimpan, langkah 4 terbuka; tanpa kegiatan 422', async () => {
    const kosong = await sari.kirim(`${alamat}/penyelesaian`, {})
    expect(kosong.status).toBe(422)
    expect(kosong.text).toContain('Tulis paling sedikit satu kegiatan')
    expect((await sari.kirim(`${alamat}/penyelesaian`, baris(0, satu()))).status).toBe(303)
    const [d] = await app.sql<{ judul: string }>(
      "select judul from dokumen where siklus_id = $1 and jenis = 'PROGRAM_KERJA'",
      [siklusId],
    )
    expect(d?.judul).toContain('Program Kerja Kegiatan')
    const [l] = await app.sql("select status from langkah_siklus where siklus_id = $1 and kode = 'P4'", [siklusId])
    expect(l).toEqual({ status: 'BERJALAN' })
    expect((await sari.kirim(alamat, baris(0, satu()))).status).toBe(409)
    expect((await sari.halaman(alamat)).text()).toContain('Menyiapkan formulir')
  })

  it('baris tidak lengkap atau tanggal terbalik → 422 menyebut barisnya, isian tetap, tidak ada yang tersimpan', async () => {
    const jawab = await sari.kirim(alamat, {
      ...baris(0, satu({ selesai: '2026-07-01', uraian: 'Rapat <awal>' })),
      ...baris(1, { uraian: 'Tanpa tanggal' }),
    })
    expect(jawab.status).toBe(422)
    expect(jawab.text).toContain('Baris 1, selesai: Tanggal selesai tidak boleh sebelum tanggal mulai.')
    expect(jawab.text).toContain('Baris 2, mulai: Tulis tanggal mulainya.')
    expect(jawab.text).toContain('Rapat &lt;awal&gt;')
    expect(await kegiatan()).toEqual([])
  })

  it('yang bukan Tim SAKIP → 403; langkah belum terbuka → 409; kecamatan lain → 404', async () => {
    for (const nama of ['camat', 'sekcam', 'kasi.pemerintahan', 'staf.pemerintahan', 'pengamat', 'admin'])
      for (const jalur of ['', '/usulan', '/penyelesaian'])
        expect((await (await app.masukSebagai(nama)).kirim(alamat + jalur, baris(0, satu()))).status, nama).toBe(403)
    bulan += 1
    const baru = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: bulan } })
    for (const jalur of ['', '/usulan', '/penyelesaian'])
      expect((await sari.kirim(`/siklus/${baru}/langkah/P3/program-kerja${jalur}`, baris(0, satu()))).status).toBe(409)
    const lain = await app.masukSebagai('sakip.candipuro')
    expect((await lain.buka(alamat)).status).toBe(404)
    expect((await lain.kirim(alamat, baris(0, satu()))).status).toBe(404)
    expect(await app.sql('select 1 from kegiatan_program_kerja where siklus_id = $1', [siklusId])).toEqual([])
  })

  it('baris yang sudah diubah orang lain → 409; baris lain tetap dapat disimpan; kiriman ganda dihitung sekali', async () => {
    const rina = await app.masukSebagai('sakip2')
    const kiriman = {
      ...baris(0, satu({ uraian: 'A' })),
      ...baris(1, satu({ uraian: 'B', mulai: '2026-07-08' })),
      kunci: 'k-pk',
    }
    expect(
      (await Promise.all([sari.kirim(alamat, kiriman), sari.kirim(alamat, kiriman)])).map((j) => j.status),
    ).toEqual([303, 303])
    const [a, b] = await kegiatan()
    expect((await kegiatan()).length).toBe(2)
    const ubahA = (uraian: string) => baris(0, satu({ id: a?.id ?? '', versi: '1', uraian }))
    expect(
      (await Promise.all([sari.kirim(alamat, ubahA('A Sari')), rina.kirim(alamat, ubahA('A Rina'))]))
        .map((j) => j.status)
        .sort(),
    ).toEqual([303, 409])
    expect((await rina.kirim(alamat, baris(0, satu({ id: b?.id ?? '', versi: '1', uraian: 'B Rina' })))).status).toBe(
      303,
    )
  })
})
