import * as cheerio from 'cheerio'
import { describe, expect, it } from 'vitest'
import { jelaskanGagal } from '../../../src/inti/surel/index.ts'
import { pesanGrup, pesanWhatsapp, susunSurel, tautanWhatsapp } from '../../../src/modul/pengingat/susun-pesan.ts'

const JAHAT = '<img src=x onerror=alert(1)> & "kutip"'
const butir = {
  judul: `7. Isi formulir ${JAHAT}`,
  alamat: '/formulir/1',
  periode: 'Triwulan II 2026',
  tenggat: '2026-07-03',
  posisi: 2,
}
const isi = { tugas: [butir], bawahan: [{ ...butir, judul: 'Rapat', siapa: ['Budi & Rina (Staf)'] }], kantor: [] }
const bahan = { nama: 'Sari', kantor: 'Kecamatan Taman', tanggal: '2026-07-07', alamatTakar: 'http://10.0.0.5:3000' }

describe('pesan pengingat', () => {
  it('surel: perihal, isi yang sama dalam teks dan HTML, tautan ke tugas', () => {
    const surel = susunSurel(isi, bahan)
    expect(surel.perihal).toBe('Pengingat Takar: 1 tugas, 1 terlambat')
    expect(surel.teks).toContain('Yth. Sari,')
    expect(surel.teks).toContain('untuk Selasa, 7 Juli 2026')
    expect(surel.teks).toContain('tenggat 3 Juli 2026, terlambat 2 hari kerja')
    expect(surel.teks).toContain('http://10.0.0.5:3000/formulir/1')
    expect(surel.teks).toContain('Menunggu: Budi & Rina (Staf)')
    const $ = cheerio.load(surel.html)
    expect($('img')).toHaveLength(0)
    expect($('a').first().attr('href')).toBe('http://10.0.0.5:3000/formulir/1')
    expect($('a').first().text()).toBe(butir.judul)
    expect($('body').text()).toContain('Tugas pegawai di unit Anda yang terlambat')
  })

  it('tanpa alamat Takar tidak ada tautan', () => {
    const { teks, html } = susunSurel(isi, { ...bahan, alamatTakar: null })
    expect(teks).not.toContain('http')
    expect(cheerio.load(html)('a')).toHaveLength(0)
  })

  it('WhatsApp: nomor dengan kode negara, teks utuh di tautan', () => {
    const teks = pesanWhatsapp([butir], { nama: 'Sari', dari: 'Budi, Sekcam', alamatTakar: null })
    expect(teks).toContain('1. 7. Isi formulir')
    expect(teks).toContain('Terima kasih. Budi, Sekcam')
    const url = new URL(tautanWhatsapp('6281234567890', teks))
    expect(url.origin + url.pathname).toBe('https://wa.me/6281234567890')
    expect(url.searchParams.get('text')).toBe(teks)
    const grup = pesanGrup(
      [
        { nama: 'Sari', butir: [butir] },
        { nama: 'Budi', butir: [butir] },
      ],
      bahan,
    )
    expect(grup).toContain('*Sari*\n- 7. Isi formulir')
    expect(grup).toContain('*Budi*')
  })
})

describe('jawaban server surel', () => {
  it.each([
    [
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 No such user' },
      true,
      'Alamatnya ditolak',
    ],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450, response: '450 later' }, false, 'belum menerima'],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 554, response: '554 spam' }, true, 'Isinya ditolak'],
    [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550, response: '550 sender' }, false, 'belum menerima'],
    [{ code: 'EAUTH', responseCode: 535, response: '535 bad' }, false, 'menolak nama atau sandi'],
    [{ code: 'ECONNREFUSED', message: 'connect' }, false, 'tidak dapat dihubungi (ECONNREFUSED)'],
  ])('%j → tetap: %s', (sebab, tetap, kata) => {
    const hasil = jelaskanGagal(sebab, { terkirimUtuh: false })
    expect(hasil).toMatchObject({ tetap, mungkinSampai: false })
    expect(hasil.alasan).toContain(kata)
  })

  it('putus sesudah isinya habis terkirim: mungkin sampai; yang ditolak tegas tidak pernah sampai', () => {
    const putus = { code: 'ECONNECTION', command: 'CONN', message: 'Connection closed unexpectedly' }
    const hasil = jelaskanGagal(putus, { terkirimUtuh: true })
    expect(hasil).toMatchObject({ tetap: false, mungkinSampai: true })
    expect(hasil.alasan).toContain('mungkin sudah sampai')
    const ditolak = { code: 'EMESSAGE', command: 'DATA', responseCode: 451, response: '451 later' }
    expect(jelaskanGagal(ditolak, { terkirimUtuh: true }).mungkinSampai).toBe(false)
  })
})
