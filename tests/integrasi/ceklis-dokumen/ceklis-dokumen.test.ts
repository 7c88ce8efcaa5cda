import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'

type Baris = { id: string; nama: string; status: string; versi: number; berkas_id: string | null; tautan: string }
let app: AplikasiUji
let sari: OrangUji
let siklusId: string
let alamat: string
let bulan = 0
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

const daftar = () =>
  app.sql<Baris>(
    'select id, nama, status, versi, berkas_id, tautan from dokumen_ceklis where siklus_id = $1 order by urut',
    [siklusId],
  )
const nomori = (nomor: number, isi: Record<string, string>) =>
  Object.fromEntries(Object.entries(isi).map(([k, v]) => [`dokumen.${nomor}.${k}`, v]))
/** Every row decided: present in the archive. */
async function semuaAda(): Promise<Record<string, string>> {
  const baris = await daftar()
  return Object.assign(
    {},
    ...baris.map((d, i) =>
      nomori(i, {
        id: d.id,
        versi: String(d.versi),
        status: 'ADA',
        tempatKertas: 'Lemari 2',
        tautan: '',
        keterangan: '',
      }),
    ),
  )
}

beforeAll(async () => {
  app = await bukaAplikasiUji()
  sari = await app.masukSebagai('sakip1')
})
afterAll(() => app.tutup())
beforeEach(async () => {
  bulan += 1
  siklusId = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: bulan } })
  await sampaiLangkah(app, siklusId, 'P4')
  alamat = `/siklus/${siklusId}/langkah/P4/ceklis-dokumen`
})

describe('langkah ceklis dokumen', () => {
  it('daftarnya diusulkan dari dokumen dan kelengkapan SOP tanpa pengulangan; keluaran langkah 3 sudah tertaut', async () => {
    const nama = (await daftar()).map((d) => d.nama)
    expect(nama.slice(0, 8)).toContain('Perjanjian Kinerja')
    expect(nama.filter((n) => n === 'Renstra').length).toBe(1)
    expect(nama).toContain('Hasil survey')
    expect((await daftar()).find((d) => d.nama === 'Program kerja Kegiatan')).toMatchObject({
      status: 'ADA',
      tautan: `/siklus/${siklusId}/langkah/P3`,
    })
  })

  it('Tim SAKIP menyimpan, mengunggah berkas, menambah dan menghapus dokumen, lalu menyelesaikan', async () => {
    const awal = await daftar()
    const isi = {
      ...(await semuaAda()),
      ...nomori(0, { status: 'BELUM' }),
      ...nomori(1, { hapus: 'ya' }),
      ...nomori(20, { nama: 'SK Tim SAKIP', status: 'TIDAK_ADA' }),
    }
    expect((await sari.unggah(alamat, isi, { 'berkas-0': { nama: 'pk.pdf', isi: PDF } })).status).toBe(303)
    const kini = await daftar()
    expect(kini.length).toBe(awal.length)
    expect(kini[0]).toMatchObject({ status: 'ADA', versi: 2 })
    expect(kini[0]?.berkas_id).not.toBeNull()
    const belum = await sari.kirim(`${alamat}/penyelesaian`, {
      ...(await semuaAda()),
      ...nomori(kini.length - 1, { status: 'TIDAK_ADA' }),
    })
    expect(belum.status).toBe(422)
    expect(belum.text).toContain('SK Tim SAKIP: Tulis mengapa tidak ada.')
    const lengkap = {
      ...(await semuaAda()),
      ...nomori(kini.length - 1, { status: 'TIDAK_ADA', keterangan: 'Belum ditetapkan' }),
    }
    expect((await sari.kirim(`${alamat}/penyelesaian`, lengkap)).status).toBe(303)
    expect(
      await app.sql("select jenis from dokumen where siklus_id = $1 and jenis = 'CEKLIS_DOKUMEN'", [siklusId]),
    ).toHaveLength(1)
    const $ = await sari.halaman(alamat)
    expect($('a[href^="/berkas/"]').text()).toContain('pk.pdf')
    expect((await sari.kirim(alamat, lengkap)).status).toBe(409)
  })

  it('berkas yang tidak dapat diterima disebut di barisnya; yang diketik di semua baris tetap, tidak ada yang tersimpan', async () => {
    const isi = { ...(await semuaAda()), ...nomori(1, { keterangan: 'Dipinjam Inspektorat' }) }
    for (const jalur of [alamat, `${alamat}/penyelesaian`]) {
      const jawab = await sari.unggah(jalur, isi, { 'berkas-0': { nama: 'pk.pdf', isi: Buffer.from('bukan PDF') } })
      expect(jawab.status).toBe(422)
      expect(jawab.text).toMatch(/href="#isian-berkas-0">[^<]*Isi berkas &#34;pk.pdf&#34; bukan PDF/)
      expect(jawab.text).toContain('value="Dipinjam Inspektorat"')
    }
    // 2 MB is the limit here; what is far beyond it is not even read to its end
    const besar = { 'berkas-0': { nama: 'pk.pdf', isi: Buffer.alloc(2_200_000) } }
    const jawab = await sari.unggah(alamat, isi, besar)
    expect(jawab.status).toBe(422)
    expect(jawab.text).toMatch(/href="#isian-berkas-0">[^<]*lebih besar dari 2 MB/)
    expect(jawab.text).toContain('value="Dipinjam Inspektorat"')
    const raksasa = { 'berkas-0': { nama: 'pk.pdf', isi: Buffer.alloc(9_000_000) } }
    expect((await sari.unggah(alamat, isi, raksasa)).status).toBe(413)
    expect((await daftar()).filter((d) => d.berkas_id !== null)).toEqual([])
  })

  it('belum diperiksa, ada tanpa tempat, tautan salah → 422, isian tetap, tidak ada yang tersimpan', async () => {
    const belum = await sari.kirim(`${alamat}/penyelesaian`, {
      ...(await semuaAda()),
      ...nomori(0, { status: 'BELUM' }),
      ...nomori(1, { tempatKertas: '' }),
      ...nomori(2, { keterangan: 'catatan <i>' }),
    })
    expect(belum.status).toBe(422)
    expect(belum.text).toContain('Tandai ada atau tidak ada.')
    expect(belum.text).toContain('Sebutkan tempat kertasnya')
    expect(belum.text).toContain('catatan &lt;i&gt;')
    const salah = await sari.kirim(alamat, { ...(await semuaAda()), ...nomori(0, { tautan: 'javascript:alert(1)' }) })
    expect(salah.status).toBe(422)
    expect(salah.text).toContain('Tulis alamat lengkap')
    expect((await daftar()).every((d) => d.versi === 1)).toBe(true)
  })

  it('yang bukan Tim SAKIP → 403; langkah belum terbuka → 409; kecamatan lain → 404', async () => {
    for (const nama of ['camat', 'sekcam', 'kasi.pemerintahan', 'staf.pemerintahan', 'pengamat', 'admin'])
      for (const jalur of ['', '/penyelesaian'])
        expect((await (await app.masukSebagai(nama)).kirim(alamat + jalur, await semuaAda())).status, nama).toBe(403)
    bulan += 1
    const baru = await mulaiSiklusUji(app, { periode: { jenis: 'BULAN', tahun: 2026, nomor: bulan } })
    for (const jalur of ['', '/penyelesaian'])
      expect((await sari.kirim(`/siklus/${baru}/langkah/P4/ceklis-dokumen${jalur}`, {})).status).toBe(409)
    const lain = await app.masukSebagai('sakip.candipuro')
    expect((await lain.buka(alamat)).status).toBe(404)
    expect((await lain.kirim(alamat, await semuaAda())).status).toBe(404)
  })

  it('baris yang diubah orang lain → 409, satu yang menang; kiriman ganda dihitung sekali', async () => {
    const rina = await app.masukSebagai('sakip2')
    const isi = await semuaAda()
    expect(
      (
        await Promise.all([
          sari.kirim(alamat, isi),
          rina.kirim(alamat, { ...isi, ...nomori(0, { tempatKertas: 'Lemari 9' }) }),
        ])
      )
        .map((j) => j.status)
        .sort(),
    ).toEqual([303, 409])
    const ganda = { ...(await semuaAda()), ...nomori(20, { nama: 'Dokumen tambahan' }), kunci: 'k-ceklis' }
    expect((await Promise.all([sari.kirim(alamat, ganda), sari.kirim(alamat, ganda)])).map((j) => j.status)).toEqual([
      303, 303,
    ])
    expect((await daftar()).filter((d) => d.nama === 'Dokumen tambahan').length).toBe(1)
  })
})
