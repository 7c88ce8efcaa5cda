import { describe, expect, it } from 'vitest'
import { kopKecamatan, pihakPejabat, skemaDokumen, tabelLiniMasa } from '../../../src/inti/dokumen/index.ts'
import { buatDokumen } from './contoh.ts'

describe('kop', () => {
  it('memakai sebutan yang ada, dan menambahkannya bila belum ada', () => {
    expect(kopKecamatan({ nama: 'Kecamatan Taman', kabupaten: 'Kabupaten Pemalang', alamat: '' })).toEqual({
      instansi: ['PEMERINTAH KABUPATEN PEMALANG', 'KECAMATAN TAMAN'],
    })
    expect(kopKecamatan({ nama: 'Taman', kabupaten: 'Kota Madiun', surel: 'a@b.go.id' })).toEqual({
      instansi: ['PEMERINTAH KOTA MADIUN', 'KECAMATAN TAMAN'],
      surel: 'a@b.go.id',
    })
  })
})

describe('pejabat', () => {
  it('Plt. di depan jabatan, gelar tidak dikapitalkan, NIP berkelompok', () => {
    const pihak = pihakPejabat({
      tempat: 'Taman',
      tanggal: '20 November 2026',
      jabatan: 'Camat Taman',
      jenisPenugasan: 'PLT',
      nama: 'Budi Santoso, S.Sos., M.Si.',
      pangkat: 'Pembina',
      nip: '197412061993111001',
    })
    expect(pihak).toEqual({
      pengantar: ['Taman, 20 November 2026'],
      jabatan: ['Plt. CAMAT TAMAN,'],
      nama: 'BUDI SANTOSO, S.Sos., M.Si.',
      pangkat: 'Pembina',
      nomorInduk: 'NIP. 19741206 199311 1 001',
    })
  })

  it('tanpa NIP (Bupati) dan dengan nomor induk PPPK', () => {
    expect(pihakPejabat({ jabatan: 'Bupati Pemalang', nama: 'Nama', nip: null })).not.toHaveProperty('nomorInduk')
    const pppk = pihakPejabat({ jabatan: 'Staf', nama: 'Nama', nip: '199001012023211001', sebutanNip: 'NI PPPK.' })
    expect(pppk.nomorInduk).toBe('NI PPPK. 19900101 202321 1 001')
  })
})

describe('lini masa', () => {
  it('batang menutup kolom dari awal sampai akhir kegiatan', () => {
    const tabel = tabelLiniMasa({
      kelompok: [{ teks: 'Oktober', kolom: ['I', 'II', 'III'] }],
      baris: [{ kegiatan: 'Rapat', pelaksana: 'Sekcam', dari: 1, sampai: 2 }],
    })
    expect(tabel.isi[0]?.sel.slice(3, 6)).toEqual(['', { teks: '', batang: true }, { teks: '', batang: true }])
    expect(skemaDokumen.safeParse(buatDokumen([tabel])).success).toBe(true)
  })
})

describe('skema', () => {
  it('pohon bertingkat lolos bolak-balik JSON; yang salah menyebut tempatnya', () => {
    const dokumen = buatDokumen([
      {
        jenis: 'bingkai',
        baris: [
          {
            sel: [
              {
                bobot: 1,
                isi: [
                  {
                    jenis: 'daftar',
                    gaya: 'angka',
                    butir: ['a', { teks: 'b', anak: { jenis: 'daftar', gaya: 'huruf', butir: ['c'] } }],
                  },
                ],
              },
            ],
          },
        ],
      },
    ])
    expect(skemaDokumen.parse(JSON.parse(JSON.stringify(dokumen)))).toEqual(dokumen)
    expect(skemaDokumen.safeParse({ ...dokumen, tanggal: '20 November 2026' }).success).toBe(false)
    expect(skemaDokumen.safeParse({ ...dokumen, asing: 1 }).success).toBe(false)
  })
})
