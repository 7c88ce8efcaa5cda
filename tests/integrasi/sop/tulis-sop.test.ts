import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji } from '../../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../../bantuan/basis-data.ts'
import { type Halaman, PerambanPolos, rapikan } from '../../bantuan/peramban-polos.ts'

let app: AplikasiUji
beforeAll(async () => {
  app = await bukaAplikasiUji()
})
afterAll(() => app.tutup())

const masuk = async (nama: string) => {
  const peramban = new PerambanPolos(app.alamat, nama)
  await peramban.masuk(SANDI_UJI)
  return peramban
}
const isi = (h: Halaman): string => rapikan(h.$('main').text())

type Isian = Record<string, string | string[]>
/** Writes one step after the last one, by its page. */
async function tulisLangkah(orang: PerambanPolos, sop: string, isian: Isian): Promise<Halaman> {
  const daftar = await orang.buka(`${sop}/langkah`)
  const sisip = daftar
    .$('a')
    .filter((_, a) => /^Sisipkan di bawah/.test(rapikan(daftar.$(a).text())))
    .last()
    .attr('href')
  const halaman = await orang.buka(sisip ?? `${sop}/draf/langkah/baru`)
  return orang.tekan(halaman, 'Simpan langkah', { isian })
}

describe('SOP ditulis seluruhnya di layar, tanpa JavaScript', () => {
  let sakip: PerambanPolos
  let sop: string

  it('Tim SAKIP memulai SOP baru, mengisi identitas dan kolom pelaksana dari jabatan kantor ini', async () => {
    sakip = await masuk('sakip1')
    const baru = await sakip.ikuti(await sakip.buka('/sop'), 'Tulis SOP baru')
    const ringkasan = await sakip.tekan(baru, 'Mulai menulis', {
      isian: { nama: 'SOP Pengumpulan Data Pelayanan', tujuan: 'PENGUMPULAN', periode: ['BULAN', 'TRIWULAN'] },
    })
    sop = ringkasan.alamat
    expect(ringkasan.judul).toBe('SOP Pengumpulan Data Pelayanan')
    expect(isi(ringkasan)).toContain('Draf ini belum diajukan')
    const identitas = await sakip.ikuti(ringkasan, 'Ubah identitas')
    await sakip.tekan(identitas, 'Simpan identitas', {
      isian: {
        nomor: '070/12/35.07.11/2026',
        tanggalPembuatan: '6 Juli 2026',
        instansi: 'Pemerintah Kabupaten Pemalang\nKecamatan Taman',
        kualifikasi: 'Memahami pelayanan\nTeliti',
        peringatan: 'Perhatikan data pendukung',
        'dasarHukum.0.teks': 'Peraturan Pemerintah Nomor 8 Tahun 2006',
        'dasarHukum.0.catatan': 'Cocokkan dengan naskah resmi.',
      },
    })
    const kolom: Isian[] = [
      { nama: 'Camat', peran: ['CAMAT'] },
      { nama: 'Sekretaris Kecamatan', jabatan: ['sekcam'] },
      { nama: 'Kasi', peran: ['KASI'] },
      { nama: 'Tim SAKIP', peran: ['TIM_SAKIP'] },
    ]
    for (const isian of kolom)
      await sakip.tekan(await sakip.ikuti(await sakip.buka(sop), /Tambah kolom pelaksana/), 'Simpan kolom', { isian })
    const jadi = await sakip.buka(sop)
    const teks = isi(jadi)
    for (const bagian of [
      '070/12/35.07.11/2026',
      '6 Juli 2026',
      'Peraturan Pemerintah Nomor 8',
      'Teliti',
      'Camat Taman (contoh)',
    ])
      expect(teks).toContain(bagian)
  })

  it('menulis langkah satu per satu: jenis, waktu baku, keputusan dengan beberapa tujuan Tidak', async () => {
    const dasar = { cara: 'SALAH_SATU' }
    await tulisLangkah(sakip, sop, {
      uraian: 'Camat menugaskan pengumpulan data',
      jenis: 'disposisi',
      pelaksana: ['CAMAT'],
      penerima: ['SEKRETARIS-KECAMATAN'],
      kelengkapan: 'Surat Bupati\nJadwal',
      waktuJenis: 'MENIT',
      waktuDari: '5',
      waktuSampai: '10',
      waktuTeks: '5-10 Menit',
      keluaran: 'Disposisi',
      ...dasar,
    })
    await tulisLangkah(sakip, sop, {
      uraian: 'Formulir disiapkan',
      jenis: 'siapkan-formulir',
      pelaksana: ['TIM-SAKIP'],
      waktuJenis: 'JAM',
      waktuDari: '1,5',
      keluaran: 'Formulir',
      ...dasar,
    })
    await tulisLangkah(sakip, sop, {
      uraian: 'Formulir dibagikan',
      jenis: 'distribusi',
      pelaksana: ['TIM-SAKIP'],
      penerima: ['KASI'],
      keluaran: 'Tanda terima',
      ...dasar,
    })
    await tulisLangkah(sakip, sop, {
      uraian: 'Kasi mengisi',
      jenis: 'pengisian',
      pelaksana: ['KASI'],
      cara: 'SEMUA',
      penerima: ['TIM-SAKIP'],
      waktuJenis: 'HARI_KERJA',
      waktuDari: '1',
      keluaran: 'Formulir terisi',
    })
    await tulisLangkah(sakip, sop, {
      uraian: 'Formulir direkap',
      jenis: 'rekap',
      pelaksana: ['TIM-SAKIP'],
      keluaran: 'Rekapitulasi',
      ...dasar,
    })
    await tulisLangkah(sakip, sop, {
      uraian: 'Sekretaris menelaah',
      jenis: 'telaah',
      pelaksana: ['SEKRETARIS-KECAMATAN'],
      jalan: 'KEPUTUSAN',
      tidak: ['L4', 'L5'],
      bawaan: 'L5',
      waktuJenis: 'KALENDER',
      waktuHari: 'FR',
      waktuKe: '1',
      waktuTeks: 'Jumat Minggu I',
      keluaran: 'Laporan',
      ...dasar,
    })
    const akhir = await tulisLangkah(sakip, sop, {
      uraian: 'Disimpan',
      jenis: 'arsip',
      pelaksana: ['TIM-SAKIP'],
      keluaran: 'Arsip',
      uraianAsli: 'Pengarsipan',
      catatanKoreksi: 'Pelaksana tidak disebut.',
      ...dasar,
    })
    const teks = isi(akhir)
    for (const bagian of [
      '5–10 menit',
      'tertulis: 5-10 Menit',
      '1,5 jam',
      'Jumat pertama setiap bulan',
      'Ya: langkah 7. Tidak: kembali ke langkah 4 atau langkah 5.',
      'Surat Bupati; Jadwal',
      'Asli: Pengarsipan',
    ])
      expect(teks).toContain(bagian)
    expect(akhir.$('tbody tr')).toHaveLength(7)
  })

  it('menyisipkan, memindahkan, dan menghapus langkah: nomor dan rujukan mengikuti', async () => {
    const daftar = await sakip.buka(`${sop}/langkah`)
    const sisip = await sakip.buka(String(daftar.$('a[href*="sesudah=L2"]').attr('href')))
    const tersisip = await sakip.tekan(sisip, 'Simpan langkah', {
      isian: { uraian: 'Rapat singkat', jenis: 'rapat', pelaksana: ['SEKRETARIS-KECAMATAN'], keluaran: 'Notulen' },
    })
    const nomor = (h: Halaman) =>
      h
        .$('tbody tr')
        .map((_, tr) => rapikan(h.$(tr).find('td').first().text()))
        .get()
    expect(nomor(tersisip)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
    expect(isi(tersisip)).toContain('Tidak: kembali ke langkah 5 atau langkah 6.')
    const naik = await sakip.tekan(tersisip, 'Naik langkah 3')
    expect(rapikan(naik.$('tbody tr').eq(1).text())).toContain('Rapat singkat')
    const hapus = await sakip.buka(String(naik.$('a[href$="/L4/penghapusan"]').attr('href')))
    expect(isi(hapus)).toContain('langkah 7, pada Tidak: Sekretaris menelaah')
    expect(isi(await sakip.ikuti(hapus, 'Batal'))).toContain('Kasi mengisi')
    const rapat = await sakip.buka(`${sop}/draf/langkah/L8/penghapusan`)
    expect(isi(rapat)).toContain('Tidak ada yang menunjuk ke sana.')
    const sesudah = await sakip.tekan(rapat, 'Hapus dari draf')
    expect(nomor(sesudah)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  })

  it('Periksa: lolos, dengan jalannya dalam kata-kata; lalu diajukan, disahkan Camat, dan siklus dimulai', async () => {
    const periksa = await sakip.buka(`${sop}/pemeriksaan`)
    expect(isi(periksa)).toContain('Siap diajukan.')
    expect(isi(periksa)).toContain('Bila Tidak, ke langkah 4 atau langkah 5 (diusulkan langkah 5).')
    expect(isi(periksa)).toContain(
      '95–100 menit + 1 hari kerja; 1 langkah menurut kalender; 3 langkah tanpa waktu baku',
    )
    const ajukan = await sakip.ikuti(periksa, 'Ajukan kepada Camat')
    const diajukan = await sakip.tekan(ajukan, 'Ajukan kepada Camat', {
      isian: { catatan: 'SOP pertama seksi pelayanan.' },
    })
    expect(isi(diajukan)).toContain('menunggu pengesahan Camat')
    const camat = await masuk('camat')
    const tugas = await camat.buka('/sop')
    expect(isi(tugas)).toContain('1 SOP menunggu pengesahan Anda')
    const halaman = await camat.ikuti(await camat.buka(sop), 'Sahkan atau kembalikan')
    const sah = await camat.tekan(halaman, 'Sahkan SOP', { isian: { tanggalEfektif: '2026-07-06' } })
    expect(isi(sah)).toContain('Berlaku')
    expect(isi(sah)).toContain('Camat Taman (contoh)')
    const mulai = await sakip.buka('/siklus/baru')
    const sopId = mulai
      .$('option')
      .filter((_, o) => mulai.$(o).text() === 'SOP Pengumpulan Data Pelayanan')
      .attr('value')
    const siklus = await sakip.tekan(mulai, 'Mulai siklus', { isian: { sopId: String(sopId), periode: 'BULAN-6' } })
    expect(siklus.judul).toContain('Pengumpulan Data Pelayanan · Juni 2026')
    expect(isi(siklus)).toContain('Camat menugaskan pengumpulan data')
  })
})
