import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { gambarLayak } from '../../../src/inti/dokumen/gambar.ts'
import { type Blok, buatPdf, type Dokumen, kopKecamatan, tandaTanganPejabat } from '../../../src/inti/dokumen/index.ts'
import { buatDokumen, buatTabel } from './contoh.ts'

const logo = buatPng(40, 50)
const gambar: Blok = { jenis: 'gambar', sumber: 'foto', uraian: 'Foto rapat', lebarMm: 60, tinggiMm: 40 }
const lengkap: Dokumen = buatDokumen(
  [
    { jenis: 'judul', tingkat: 1, teks: 'REKAPITULASI', nomor: '000.8.6.3/045/2026' },
    buatTabel(90),
    gambar,
    {
      jenis: 'kotakCentang',
      butir: [
        { teks: 'Segera', dicentang: true },
        { teks: 'Biasa ≥ 1', dicentang: false },
      ],
    },
    tandaTanganPejabat({
      tempat: 'Taman',
      tanggal: '5 Mei 2026',
      jabatan: 'Camat Taman',
      nama: 'Ratna',
      nip: '197412061993111001',
    }),
  ],
  {
    kop: kopKecamatan({ nama: 'Kecamatan Taman', kabupaten: 'Kabupaten Pemalang', logo: 'logo' }),
    tanggal: '2026-05-05',
  },
)

describe('PDF', () => {
  it('pohon yang sama memberi berkas yang sama', async () => {
    const satu = await buatPdf(lengkap, { logo, foto: logo })
    expect(await buatPdf(structuredClone(lengkap), { logo: Buffer.from(logo), foto: logo })).toEqual(satu)
    expect(await buatPdf({ ...lengkap, tanggal: '2026-05-06' }, { logo, foto: logo })).not.toEqual(satu)
  })

  it('memuat judul, bahasa, tanggal dokumen, jumlah halaman, dan huruf tertanam', async () => {
    const teks = (await buatPdf(lengkap)).toString('latin1')
    expect(teks).toContain('/Lang (id-ID)')
    expect(teks).toContain('(Rekapitulasi Triwulan II)')
    expect(teks).toContain('D:20260505000000Z')
    expect(teks).toMatch(/\/Count 3\b/)
    expect(teks).toContain('/FontFile2')
    expect(teks).not.toContain('Helvetica')
  })

  it('tanda yang digambar tetap dapat dicari dan disalin', async () => {
    const isi = bukaIsi(await buatPdf(buatDokumen([{ jenis: 'paragraf', teks: 'capaian ≥ 90' }])))
    expect(isi).toMatch(/\/Span <<[^>]*ActualText \(\xfe\xff\x22\x65\)/)
  })

  it('gambar yang hilang atau rusak tidak menggagalkan dokumen', async () => {
    const rusak = Buffer.from(logo)
    rusak.fill(0xff, 45, 60)
    for (const foto of [rusak, Buffer.from('bukan gambar'), Buffer.from([0xff, 0xd8, 0xff, 0x00])])
      expect((await buatPdf(buatDokumen([gambar]), { foto })).length).toBeGreaterThan(1000)
    expect((await buatPdf(buatDokumen([gambar]))).length).toBeGreaterThan(1000)
  })

  it('gambar yang mengembang melebihi ukurannya ditolak', () => {
    expect(gambarLayak(logo)).toBe(true)
    expect(gambarLayak(buatPng(4, 4, 50_000_000))).toBe(false)
    expect(gambarLayak(Buffer.alloc(0))).toBe(false)
  })

  it('yang bukan dokumen ditolak', async () => {
    await expect(buatPdf({ ...lengkap, isi: [{ jenis: 'lain' } as unknown as Blok] })).rejects.toThrow(
      'Pohon dokumen tidak sah',
    )
  })
})

/** A small PNG with transparency; `isi` bytes of pixels instead of what the size needs. */
function buatPng(lebar: number, tinggi: number, isi = (lebar * 4 + 1) * tinggi): Buffer {
  const potong = (jenis: string, data: Buffer) => {
    const badan = Buffer.concat([Buffer.from(jenis), data])
    const angka = (n: number) => {
      const b = Buffer.alloc(4)
      b.writeUInt32BE(n)
      return b
    }
    return Buffer.concat([angka(data.length), badan, angka(periksa(badan))])
  }
  const kepala = Buffer.alloc(13)
  kepala.writeUInt32BE(lebar, 0)
  kepala.writeUInt32BE(tinggi, 4)
  kepala[8] = 8
  kepala[9] = 6
  const tanda = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    tanda,
    potong('IHDR', kepala),
    potong('IDAT', deflateSync(Buffer.alloc(isi))),
    potong('IEND', Buffer.alloc(0)),
  ])
}

/** zlib.crc32 came with Node 20.15 and is missing from older type packages. */
function periksa(data: Buffer): number {
  return (crc32 as (data: Buffer) => number)(data)
}

/** The content streams of a PDF, unpacked. */
function bukaIsi(pdf: Buffer): string {
  return [...pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)]
    .map((m) => {
      try {
        return inflateSync(Buffer.from(m[1] ?? '', 'latin1')).toString('latin1')
      } catch {
        return ''
      }
    })
    .join('\n')
}
