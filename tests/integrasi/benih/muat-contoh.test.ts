import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AKUN_CONTOH, muatContoh } from '../../../prisma/benih/muat.ts'
import { cocokSandi } from '../../../src/modul/akun/index.ts'
import { type BasisDataUji, buatBasisDataUji, denganKlien, SANDI_UJI } from '../../bantuan/basis-data.ts'

let db: BasisDataUji
beforeAll(async () => {
  db = await buatBasisDataUji()
})
afterAll(() => db.hapus())

const tanya = <R extends pg.QueryResultRow>(sql: string, nilai: unknown[] = []) =>
  denganKlien(db.urlPemilik, async (klien) => (await klien.query<R>(sql, nilai)).rows)

/** Rows per kecamatan and table. */
async function hitung(tabel: string): Promise<Record<string, number>> {
  const baris = await tanya<{ kode: string; banyak: number }>(
    `SELECT k.kode, count(t.kecamatan_id)::int AS banyak FROM kecamatan k LEFT JOIN "${tabel}" t ON t.kecamatan_id = k.id GROUP BY k.kode`,
  )
  return Object.fromEntries(baris.map(({ kode, banyak }) => [kode, banyak]))
}

describe('muatContoh', () => {
  it('dua pemuatan serentak pada basis data kosong memuat sekali; yang berikutnya tidak berbuat apa-apa', async () => {
    const hasil = await Promise.all([
      muatContoh(db.urlPemilik, { sandi: SANDI_UJI }),
      muatContoh(db.urlPemilik, { sandi: SANDI_UJI }),
    ])
    expect(hasil.map((satu) => satu.length).sort((a, b) => a - b)).toEqual([0, AKUN_CONTOH.length])
    expect(await muatContoh(db.urlPemilik, { sandi: 'lain sekali bunyinya' })).toEqual([])
    expect(await tanya('SELECT kode FROM kecamatan ORDER BY kode')).toEqual([{ kode: 'candipuro' }, { kode: 'taman' }])
  })

  it('semua tabel terisi', async () => {
    expect(await hitung('akun')).toEqual({ taman: 21, candipuro: 6 })
    expect(await hitung('indikator')).toEqual({ taman: 40, candipuro: 2 })
    expect(await hitung('target_renstra')).toEqual({ taman: 240, candipuro: 12 })
    expect(await hitung('sub_kegiatan')).toEqual({ taman: 27, candipuro: 1 })
    expect(await hitung('anggaran')).toEqual({ taman: 54, candipuro: 2 })
    expect(await hitung('perjanjian_kinerja')).toEqual({ taman: 9, candipuro: 2 })
    expect(await hitung('target_pk')).toEqual({ taman: 40, candipuro: 2 })
    expect(await hitung('langkah_sop')).toEqual({ taman: 22, candipuro: 10 })
    expect(await hitung('hari_libur')).toEqual({ taman: 51, candipuro: 51 })
    expect(await hitung('anggota_tim_sakip')).toEqual({ taman: 3, candipuro: 1 })
    expect(await hitung('jejak')).toEqual({ taman: 1, candipuro: 1 })
  })

  it('setiap akun masuk dengan sandi yang dibuat dan tidak wajib menggantinya', async () => {
    const akun = await tanya<{ nama_pengguna: string; sandi: string; wajib_ganti: boolean }>(
      'SELECT nama_pengguna, sandi, wajib_ganti FROM akun',
    )
    expect(akun.map((satu) => satu.nama_pengguna).sort()).toEqual(AKUN_CONTOH.map((satu) => satu.namaPengguna).sort())
    expect(akun.some((satu) => satu.wajib_ganti)).toBe(false)
    expect(new Set(akun.map((satu) => satu.sandi)).size).toBe(1)
    expect(await cocokSandi(SANDI_UJI, akun[0]?.sandi ?? '')).toBe(true)
  })

  it('angka, tanggal, daftar dan kartu sampai utuh', async () => {
    const [kartu] = await tanya(
      `SELECT i.nama, i.variabel->0->>'kode' AS variabel, t.target::text AS target, t.tw1::text AS tw1, r.nilai::text AS nilai
       FROM indikator i JOIN kecamatan k ON k.id = i.kecamatan_id AND k.kode = 'taman'
       JOIN target_pk t ON t.indikator_id = i.id
       JOIN realisasi_indikator r ON r.indikator_id = i.id AND r.tahun = 2026 AND r.triwulan = 1
       WHERE i.kode = 'IKU-04'`,
    )
    expect(kartu).toEqual({
      nama: 'Persentase penyelesaian pengaduan masyarakat',
      variabel: 'pembilang',
      target: '96.000000',
      tw1: '96.000000',
      nilai: '91.670000',
    })
    const [sop] = await tanya(
      `SELECT v.status::text, v.berlaku_sejak::text, v.periode, jsonb_array_length(v.catatan) AS catatan,
         jsonb_array_length(v.definisi->'langkah') AS langkah
       FROM versi_sop v JOIN sop s ON s.id = v.sop_id WHERE s.kode = 'pengumpulan-taman'`,
    )
    expect(sop).toEqual({
      status: 'BERLAKU',
      berlaku_sejak: '2026-03-04',
      periode: ['BULAN', 'TRIWULAN'],
      catatan: 15,
      langkah: 12,
    })
  })

  it('tidak ada id yang menunjuk ke luar kecamatannya', async () => {
    const rujukan = [
      ['jabatan', 'unit_id', 'unit_kerja'],
      ['penugasan', 'jabatan_id', 'jabatan'],
      ['akun', 'pegawai_id', 'pegawai'],
      ['indikator', 'unit_id', 'unit_kerja'],
      ['indikator', 'sasaran_id', 'sasaran'],
      ['indikator', 'program_id', 'program'],
      ['indikator', 'kegiatan_id', 'kegiatan'],
      ['indikator', 'sub_kegiatan_id', 'sub_kegiatan'],
      ['sub_kegiatan', 'unit_id', 'unit_kerja'],
      ['target_pk', 'indikator_id', 'indikator'],
      ['perjanjian_kinerja', 'pegawai_id', 'pegawai'],
      ['versi_sop', 'sop_id', 'sop'],
    ]
    for (const [tabel, kolom, tujuan] of rujukan) {
      const lepas = await tanya(
        `SELECT a.id FROM "${tabel}" a WHERE a."${kolom}" IS NOT NULL
         AND NOT EXISTS (SELECT FROM "${tujuan}" b WHERE b.id = a."${kolom}" AND b.kecamatan_id = a.kecamatan_id)`,
      )
      expect(lepas, `${tabel}.${kolom}`).toEqual([])
    }
  })
})
