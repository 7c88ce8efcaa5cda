import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { daftarAkun } from '../../../prisma/benih/akun-contoh.ts'
import { bacaKantor, KANTOR_CONTOH } from '../../../prisma/benih/baca.ts'
import { muatContoh } from '../../../prisma/benih/muat.ts'
import { cocokSandi } from '../../../src/modul/akun/index.ts'
import { type BasisDataUji, buatBasisDataUji, denganKlien, SANDI_UJI } from '../../bantuan/basis-data.ts'

const AKUN = KANTOR_CONTOH.flatMap((nama) => daftarAkun(bacaKantor(nama)))

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
    expect(hasil.map((satu) => satu.length).sort((a, b) => a - b)).toEqual([0, AKUN.length])
    expect(await muatContoh(db.urlPemilik, { sandi: 'lain sekali bunyinya' })).toEqual([])
    const kode = await tanya<{ kode: string }>('SELECT kode FROM kecamatan')
    expect(kode.map((satu) => satu.kode).sort()).toEqual([...KANTOR_CONTOH].sort())
  })

  it('semua tabel terisi', async () => {
    const banyak = async (tabel: string) => {
      const baris = await hitung(tabel)
      return ['taman', 'candipuro', 'muara-papalik', 'nganjuk', 'kalipare'].map((kode) => baris[kode])
    }
    expect(await banyak('akun')).toEqual([21, 9, 10, 11, 9])
    expect(await banyak('indikator')).toEqual([40, 7, 8, 9, 8])
    expect(await banyak('target_renstra')).toEqual([240, 42, 48, 54, 48])
    expect(await banyak('sub_kegiatan')).toEqual([27, 5, 6, 6, 5])
    expect(await banyak('anggaran')).toEqual([54, 10, 12, 12, 10])
    expect(await banyak('perjanjian_kinerja')).toEqual([9, 5, 6, 7, 5])
    expect(await banyak('target_pk')).toEqual([40, 7, 8, 9, 8])
    expect(await banyak('langkah_sop')).toEqual([22, 10, 15, 7, 6])
    expect(await banyak('hari_libur')).toEqual([51, 51, 51, 51, 51])
    expect(await banyak('anggota_tim_sakip')).toEqual([3, 1, 0, 0, 2])
    expect(await banyak('jejak')).toEqual([1, 1, 1, 1, 1])
  })

  it('SOP tanpa tanggal berlaku sejak hari yang disebut kantornya, dan yang hanya berbulan sejak hari pertamanya', async () => {
    const baris = await tanya<{ kode: string; sejak: string }>(
      'SELECT s.kode, v.berlaku_sejak::text AS sejak FROM versi_sop v JOIN sop s ON s.id = v.sop_id',
    )
    expect(Object.fromEntries(baris.map(({ kode, sejak }) => [kode, sejak]))).toMatchObject({
      'pengumpulan-muara-papalik': '2026-01-02',
      'pengumpulan-nganjuk': '2021-02-01',
      'pengukuran-kalipare': '2019-08-01',
    })
  })

  it('setiap akun masuk dengan sandi yang dibuat dan tidak wajib menggantinya', async () => {
    const akun = await tanya<{ nama_pengguna: string; sandi: string; wajib_ganti: boolean }>(
      'SELECT nama_pengguna, sandi, wajib_ganti FROM akun',
    )
    expect(akun.map((satu) => satu.nama_pengguna).sort()).toEqual(AKUN.map((satu) => satu.namaPengguna).sort())
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
