import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji } from '../../bantuan/siklus.ts'
import { pasangSopKecil } from '../../bantuan/sop-uji.ts'

let app: AplikasiUji
let sari: OrangUji
let siklusId = ''
let alamat = ''
let kasi = ''
type Temuan = { id: string; versi: number; temuan: string; tindak_lanjut_id: string | null }
const daftar = () =>
  app.sql<Temuan>('select id, versi, temuan, tindak_lanjut_id from temuan_monev where siklus_id = $1 order by urut', [
    siklusId,
  ])
const TEMUAN = {
  temuan: 'Laporan desa terlambat dua minggu.',
  penyebab: 'Operator berganti.',
  rekomendasi: '',
  pegawaiId: '',
  tenggat: '',
  indikatorId: '',
  unitId: '',
}

beforeAll(async () => {
  app = await bukaAplikasiUji()
  sari = await app.masukSebagai('sakip1')
  kasi = (await app.pelaku('kasi.pemerintahan')).pegawaiId
  await pasangSopKecil(app, 'pantau', [
    { kode: 'A', jenis: 'monev', berikutnya: ['B'] },
    { kode: 'B', jenis: 'tugas' },
  ])
  siklusId = await mulaiSiklusUji(app, { sop: 'pantau' })
  alamat = `/siklus/${siklusId}/langkah/A/monev`
})
afterAll(() => app.tutup())

describe('langkah monitoring dan evaluasi', () => {
  it('temuan tanpa isi ditolak; rekomendasi tanpa siapa dan kapan ditolak, isian tetap', async () => {
    expect((await sari.kirim(alamat, { ...TEMUAN, temuan: 'x' })).status).toBe(422)
    const salah = await sari.kirim(alamat, { ...TEMUAN, rekomendasi: 'Menunjuk operator cadangan.' })
    expect(salah.status).toBe(422)
    expect(salah.text).toContain('Pilih siapa yang mengerjakan rekomendasi ini.')
    expect(salah.text).toContain('Tulis kapan rekomendasi ini harus selesai.')
    expect(salah.text).toContain('Operator berganti.')
    expect(await daftar()).toEqual([])
  })

  it('temuan dicatat, diubah, dihapus; versi lama kalah; orang dan indikator asing ditolak', async () => {
    expect((await sari.kirim(alamat, TEMUAN)).status).toBe(303)
    const [t] = await daftar()
    const satu = `${alamat}/temuan/${t?.id}`
    expect((await sari.kirim(satu, { ...TEMUAN, versi: '1', temuan: 'Laporan tiga desa terlambat.' })).status).toBe(303)
    expect((await sari.kirim(satu, { ...TEMUAN, versi: '1' })).status).toBe(409)
    const asing = (await app.pelaku('sakip.candipuro')).pegawaiId
    const kepada = { ...TEMUAN, versi: '2', rekomendasi: 'Menunjuk cadangan.', pegawaiId: asing, tenggat: '2026-08-07' }
    expect((await sari.kirim(satu, kepada)).status).toBe(422)
    expect((await sari.kirim(`${satu}/penghapusan`, { versi: '2' })).status).toBe(303)
    expect((await sari.buka(satu)).status).toBe(404)
    expect((await sari.kirim(`${alamat}/usulan`)).status).toBe(409)
  })

  it('yang bukan gilirannya 403, kecamatan lain 404', async () => {
    for (const nama of ['camat', 'kasi.pemerintahan', 'staf.pemerintahan', 'pengamat'])
      for (const jalur of ['', '/usulan', '/penyelesaian'])
        expect((await (await app.masukSebagai(nama)).kirim(alamat + jalur, TEMUAN)).status, nama + jalur).toBe(403)
    expect((await (await app.masukSebagai('sakip.candipuro')).buka(alamat)).status).toBe(404)
  })

  it('rekomendasi menjadi tindak lanjut sekali; Dokumen Evaluasi memuatnya; sesudahnya tidak berubah', async () => {
    const isi = { ...TEMUAN, rekomendasi: 'Menunjuk operator cadangan.', pegawaiId: kasi, tenggat: '2026-08-07' }
    expect((await sari.kirim(alamat, isi)).status).toBe(303)
    expect((await sari.kirim(`${alamat}/penyelesaian`)).status).toBe(303)
    const [t] = await daftar()
    expect(t?.tindak_lanjut_id).not.toBeNull()
    const [tl] = await app.sql<{ sumber: string; uraian: string; pegawai_id: string }>(
      'select sumber, uraian, pegawai_id from tindak_lanjut where id = $1',
      [t?.tindak_lanjut_id],
    )
    expect(tl).toEqual({ sumber: 'MONEV', uraian: 'Menunjuk operator cadangan.', pegawai_id: kasi })
    const [dok] = await app.sql<{ isi: string }>(
      "select model::text as isi from dokumen where siklus_id = $1 and jenis = 'DOKUMEN_EVALUASI'",
      [siklusId],
    )
    expect(dok?.isi).toContain('Laporan desa terlambat dua minggu.')
    expect((await sari.kirim(`${alamat}/temuan/${t?.id}`, { ...isi, versi: String(t?.versi) })).status).toBe(409)
    expect((await sari.halaman(`${alamat}/temuan/${t?.id}`))('main').text()).toContain('sudah menjadi tindak lanjut')
    expect((await (await app.masukSebagai('kasi.pemerintahan')).halaman('/'))('main').text()).toContain(
      'monitoring dan evaluasi',
    )
  })
})
