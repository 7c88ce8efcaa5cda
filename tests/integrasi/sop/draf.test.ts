import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { bawaYaml, LANGKAH_UJI, versiBaris, yamlUji } from './siapkan-sop.ts'

let app: AplikasiUji
let sakip: OrangUji
let sekcam: OrangUji
let sop: string
beforeAll(async () => {
  app = await bukaAplikasiUji()
  sakip = await app.masukSebagai('sakip1')
  sekcam = await app.masukSebagai('sekcam')
  sop = await bawaYaml(sakip, yamlUji())
})
afterAll(() => app.tutup())

const rapi = (teks: string) => teks.replace(/\s+/g, ' ')
const sidik = async (jalur: string) => String((await sakip.halaman(`${sop}/draf/${jalur}`))('[name=sidik]').val())
const LANGKAH = {
  kode: 'B',
  nomor: '2',
  uraian: 'Menulis catatan',
  jenis: 'tugas',
  pelaksana: 'TIM_SAKIP',
  jalan: 'LANJUT',
}
const IDENTITAS = { nama: 'SOP Uji', tujuan: 'PENGUMPULAN', periode: 'TRIWULAN' }
const definisi = async () =>
  (
    await app.sql<{ definisi: { langkah: Record<string, unknown>[]; pelaksana: Record<string, unknown>[] } }>(
      'select definisi from versi_sop where id = $1',
      [sop.slice(5)],
    )
  )[0]?.definisi

describe('isian yang salah: 422, isian tetap, tidak ada yang berubah', () => {
  it.each<[string, string, Record<string, string>, string[]]>([
    [
      'langkah tanpa kode dan nomor',
      'langkah/B',
      { ...LANGKAH, kode: '', nomor: '' },
      ['Tulis kode langkahnya.', 'Tulis nomor langkahnya.'],
    ],
    ['kode langkah lain', 'langkah/B', { ...LANGKAH, kode: 'A' }, ['Kode ini sudah dipakai langkah lain.']],
    ['kode dengan huruf kecil', 'langkah/B', { ...LANGKAH, kode: 'b 2' }, ['Tulis kode dengan huruf besar']],
    [
      'lama yang bukan angka',
      'langkah/B',
      { ...LANGKAH, waktuJenis: 'MENIT', waktuDari: 'lama' },
      ['Tulis angka seperti'],
    ],
    ['lama nol', 'langkah/B', { ...LANGKAH, waktuJenis: 'MENIT', waktuDari: '0' }, ['Lamanya harus lebih dari nol.']],
    ['lama kosong', 'langkah/B', { ...LANGKAH, waktuJenis: 'JAM' }, ['Isi lamanya dengan angka.']],
    [
      'rentang terbalik',
      'langkah/B',
      { ...LANGKAH, waktuJenis: 'HARI', waktuDari: '5', waktuSampai: '2' },
      ['Akhir rentang harus sama atau lebih dari awalnya.'],
    ],
    ['angka yang taksa', 'langkah/B', { ...LANGKAH, waktuJenis: 'MENIT', waktuDari: '1.250' }, ['1.250']],
    [
      'ke langkah tertentu tanpa memilihnya',
      'langkah/B',
      { ...LANGKAH, jalan: 'PILIH' },
      ['Pilih paling sedikit satu langkah tujuan.'],
    ],
    ['jenis yang tidak ada', 'langkah/B', { ...LANGKAH, jenis: 'zz' }, ['Pilih jenis langkahnya.']],
    ['uraian terlalu panjang', 'langkah/B', { ...LANGKAH, uraian: 'x'.repeat(2001) }, ['Paling banyak 2000 huruf.']],
    [
      'baris kelengkapan terlalu panjang',
      'langkah/B',
      { ...LANGKAH, kelengkapan: 'x'.repeat(501) },
      ['Ada baris yang terlalu panjang'],
    ],
    ['kolom tanpa nama', 'pelaksana/KASI', { nama: '' }, ['Tulis nama kolom']],
    ['kode kolom lain', 'pelaksana/KASI', { nama: 'Kasi', kode: 'CAMAT' }, ['Kode ini sudah dipakai kolom lain.']],
    ['identitas tanpa nama', 'identitas', { ...IDENTITAS, nama: ' ' }, ['Tulis nama SOP.']],
    ['NIP salah', 'identitas', { ...IDENTITAS, nip: '123' }, ['NIP harus 18 angka']],
    [
      'tanggal salah',
      'identitas',
      { ...IDENTITAS, tanggalPembuatan: '31 Februari 2026' },
      ['Tulis tanggal seperti 4 Maret 2026'],
    ],
    [
      'dasar hukum terlalu panjang',
      'identitas',
      { ...IDENTITAS, 'dasarHukum.0.teks': 'x'.repeat(1001) },
      ['Paling banyak 1000 huruf.'],
    ],
    [
      'catatan tanpa temuan',
      'catatan',
      { 'catatan.0.letak': 'Tabel' },
      ['Tulis yang ditemukan.', 'Tulis penyelesaiannya.'],
    ],
  ])('%s', async (_apa, jalur, isian, kalimat) => {
    const sebelum = await definisi()
    const jawab = await sakip.kirim(`${sop}/draf/${jalur}`, { sidik: await sidik(jalur), ...isian })
    expect(jawab.status).toBe(422)
    for (const satu of kalimat) expect(rapi(jawab.text)).toContain(satu)
    expect(jawab.text).toContain('Ada yang perlu diperbaiki')
    for (const nilai of Object.values(isian))
      if (nilai.trim().length > 3 && nilai.length < 100) expect(jawab.text).toContain(nilai)
    expect(await definisi()).toEqual(sebelum)
  })

  it('langkah dan kolom yang tidak ada: 404; arah yang tidak ada: 422', async () => {
    for (const jalur of ['langkah/Z', 'langkah/Z/penghapusan', 'pelaksana/Z', 'pelaksana/Z/penghapusan'])
      expect((await sakip.buka(`${sop}/draf/${jalur}`)).status, jalur).toBe(404)
    for (const jalur of [
      'langkah/Z',
      'langkah/Z/penghapusan',
      'langkah/Z/pemindahan',
      'pelaksana/Z',
      'pelaksana/Z/penghapusan',
      'pelaksana/Z/pemindahan',
    ])
      expect((await sakip.kirim(`${sop}/draf/${jalur}`, { ...LANGKAH, arah: 'naik' })).status, jalur).toBe(404)
    expect((await sakip.kirim(`${sop}/draf/langkah/B/pemindahan`, { arah: 'miring' })).status).toBe(422)
    expect((await sakip.buka('/sop/bukan-id/draf/identitas')).status).toBe(404)
  })
})

describe('dua orang menulis draf yang sama', () => {
  it('langkah yang berbeda: keduanya tersimpan; langkah yang sama: yang kedua diberi tahu, yang pertama tetap', async () => {
    const [a, b] = [await sidik('langkah/A'), await sidik('langkah/B')]
    const rapat = { kode: 'A', nomor: '1', uraian: 'Rapat', jenis: 'rapat', pelaksana: 'SEKCAM', jalan: 'LANJUT' }
    const dua = await Promise.all([
      sakip.kirim(`${sop}/draf/langkah/A`, { sidik: a, ...rapat }),
      sekcam.kirim(`${sop}/draf/langkah/B`, { sidik: b, ...LANGKAH }),
    ])
    expect(dua.map((j) => j.status)).toEqual([303, 303])
    const lagi = await sekcam.kirim(`${sop}/draf/langkah/A`, { sidik: a, ...rapat, uraian: 'Rapat lain' })
    expect(lagi.status).toBe(409)
    expect(rapi(lagi.text)).toContain('Langkah 1 sudah diubah sejak halaman Anda dibuka')
    expect((await definisi())?.langkah.map((l) => l.uraian).slice(0, 2)).toEqual(['Rapat', 'Menulis catatan'])
  })

  it('identitas, kolom, catatan, urutan, dan penghapusan dari halaman lama: 409', async () => {
    const [identitas, kolom, catatan] = [
      await sidik('identitas'),
      await sidik('pelaksana/KASI'),
      await sidik('catatan'),
    ]
    const versi = await versiBaris(app, sop)
    expect((await sakip.kirim(`${sop}/draf/identitas`, { sidik: identitas, ...IDENTITAS, nomor: '1' })).status).toBe(
      303,
    )
    expect(
      (await sakip.kirim(`${sop}/draf/pelaksana/KASI`, { sidik: kolom, nama: 'Kasi/Kasubbag', peran: 'KASI' })).status,
    ).toBe(303)
    expect(
      (
        await sakip.kirim(`${sop}/draf/catatan`, {
          sidik: catatan,
          'catatan.0.letak': 'Tabel',
          'catatan.0.temuan': 'kosong',
          'catatan.0.penyelesaian': 'diisi',
        })
      ).status,
    ).toBe(303)
    for (const [jalur, isian] of [
      ['identitas', { sidik: identitas, ...IDENTITAS }],
      ['pelaksana/KASI', { sidik: kolom, nama: 'Kasi', peran: 'KASI' }],
      ['catatan', { sidik: catatan }],
      ['langkah/B/pemindahan', { versi, arah: 'naik' }],
      ['pelaksana/KASI/pemindahan', { versi, arah: 'naik' }],
      ['langkah/B/penghapusan', { versi }],
      ['pelaksana/KASI/penghapusan', { versi }],
      ['catatan-berkas', { versi }],
    ] as const)
      expect((await sekcam.kirim(`${sop}/draf/${jalur}`, isian)).status, jalur).toBe(409)
    const teks = rapi((await sakip.halaman(sop))('main').text())
    expect(teks).toContain('Kasi/Kasubbag')
    expect(teks).toContain('1 catatan')
  })

  it('langkah baru dengan kode yang baru saja dipakai orang lain: 422; sesudah langkah yang baru saja dihapus: 409', async () => {
    const baru = { nomor: '9', uraian: 'Baru', jenis: 'tugas', pelaksana: 'TIM_SAKIP', jalan: 'LANJUT', sesudah: 'B' }
    expect((await sakip.kirim(`${sop}/draf/langkah`, { ...baru, kode: 'N1' })).status).toBe(303)
    expect((await sekcam.kirim(`${sop}/draf/langkah`, { ...baru, kode: 'N1' })).status).toBe(422)
    expect(
      (await sakip.kirim(`${sop}/draf/langkah/N1/penghapusan`, { versi: await versiBaris(app, sop) })).status,
    ).toBe(303)
    expect((await sekcam.kirim(`${sop}/draf/langkah`, { ...baru, kode: 'N2', sesudah: 'N1' })).status).toBe(409)
  })
})

describe('mengubah kolom dan langkah', () => {
  it('kolom dihapus: langkah yang memakainya disebut, dan diganti kolom lain', async () => {
    const $ = await sakip.halaman(`${sop}/draf/pelaksana/SEKCAM/penghapusan`)
    expect(rapi($('main').text())).toContain('langkah 1, sebagai pelaksana: Rapat')
    await sakip.kirim(`${sop}/draf/pelaksana/SEKCAM/penghapusan`, {
      versi: String($('[name=versi]').val()),
      alihkan: 'CAMAT',
    })
    const isi = await definisi()
    expect(isi?.pelaksana.map((p) => p.kode)).not.toContain('SEKCAM')
    expect(isi?.langkah[0]?.pelaksana).toEqual(['CAMAT'])
  })

  it('kolom dipindahkan ke kiri; kode kolom diganti diikuti langkah; kolom baru mendapat kode dari namanya', async () => {
    const urutan = async () => (await definisi())?.pelaksana.map((p) => p.kode)
    expect(await urutan()).toEqual(['CAMAT', 'KASI', 'TIM_SAKIP', 'STAF'])
    await sakip.kirim(`${sop}/draf/pelaksana/KASI/pemindahan`, { versi: await versiBaris(app, sop), arah: 'naik' })
    expect(await urutan()).toEqual(['KASI', 'CAMAT', 'TIM_SAKIP', 'STAF'])
    await sakip.kirim(`${sop}/draf/pelaksana/CAMAT`, {
      sidik: await sidik('pelaksana/CAMAT'),
      nama: 'Camat',
      kode: 'PIMPINAN',
      peran: 'CAMAT',
    })
    expect((await definisi())?.langkah[0]?.pelaksana).toEqual(['PIMPINAN'])
    await sakip.kirim(`${sop}/draf/pelaksana`, { nama: 'Sekretaris & Staf', unit: ['sekretariat'] })
    expect((await urutan())?.at(-1)).toBe('SEKRETARIS-STAF')
    expect(rapi((await sakip.halaman(sop))('main').text())).toContain('Sekretaris & Staf')
  })

  it('langkah ke beberapa tujuan bersama, bila diperlukan, hanya triwulan IV; kode diganti diikuti tujuan', async () => {
    await sakip.kirim(`${sop}/draf/langkah/B`, {
      ...LANGKAH,
      sidik: await sidik('langkah/B'),
      kode: 'B2',
      jalan: 'PILIH',
      tujuan: ['C', 'D'],
      opsional: 'ya',
      hanyaPeriode: ['TRIWULAN-4'],
    })
    const isi = await definisi()
    expect(isi?.langkah[1]).toMatchObject({
      kode: 'B2',
      berikutnya: ['C', 'D'],
      opsional: true,
      hanyaPeriode: [{ jenis: 'TRIWULAN', nomor: [4] }],
    })
    expect(isi?.langkah[2]).toMatchObject({ keputusan: { tidak: ['B2'] } })
    expect(rapi((await sakip.halaman(`${sop}/langkah`))('tbody').text())).toContain('bila diperlukan; hanya triwulan 4')
  })

  it('tersimpan walau belum lengkap: yang kurang disebut Periksa, bukan ditolak', async () => {
    const jawab = await sakip.kirim(`${sop}/draf/langkah/D`, {
      sidik: await sidik('langkah/D'),
      kode: 'D',
      nomor: '4',
      jenis: 'arsip',
      jalan: 'LANJUT',
    })
    expect(jawab.status).toBe(303)
    const teks = rapi((await sakip.halaman(`${sop}/pemeriksaan`))('main').text())
    expect(teks).toContain('Langkah 4 · Uraian: Tidak boleh kosong.')
    expect(teks).toContain('Langkah 4 · Pelaksana: Sebutkan paling sedikit satu pelaksana.')
  })

  it('setiap perubahan ada di jejak audit dengan semula dan menjadi', async () => {
    const jejak = await app.sql<{ peristiwa: string; rincian: { lama?: object; baru?: object } }>(
      'select peristiwa, rincian from jejak where objek_id = $1 order by urut',
      [sop.slice(5)],
    )
    const macam = new Set(jejak.map((j) => j.peristiwa))
    for (const satu of [
      'sop.draf-dibuat',
      'sop.langkah-ditambah',
      'sop.langkah-diubah',
      'sop.langkah-dihapus',
      'sop.pelaksana-ditambah',
      'sop.pelaksana-diubah',
      'sop.pelaksana-dihapus',
      'sop.pelaksana-dipindahkan',
      'sop.identitas-diubah',
      'sop.catatan-diubah',
    ])
      expect(macam, satu).toContain(satu)
    const ubah = jejak.find((j) => j.peristiwa === 'sop.identitas-diubah')
    expect(ubah?.rincian).toMatchObject({ lama: { nomor: null }, baru: { nomor: '1' } })
  })
})

describe('setiap halaman SOP', () => {
  it('satu judul, setiap isian berlabel, id berbeda-beda, tanpa kata mesin', async () => {
    const sah = await app.sql<{ id: string }>(
      "select v.id from versi_sop v join sop s on s.id = v.sop_id where s.kode = 'pengumpulan-taman'",
    )
    const lain = await bawaYaml(sakip, yamlUji({ kode: 'halaman', nama: 'SOP Halaman' }, LANGKAH_UJI))
    const diajukan = await bawaYaml(sakip, yamlUji({ kode: 'diajukan', nama: 'SOP Diajukan' }))
    await sakip.kirim(`${diajukan}/pengajuan`, { versi: '0' })
    const camat = await app.masukSebagai('camat')
    const halaman: [OrangUji, string][] = [
      ...['/sop', '/sop/baru', '/sop/unggahan'].map((j): [OrangUji, string] => [sakip, j]),
      ...[
        '',
        '/langkah',
        '/pemeriksaan',
        '/versi',
        '/salinan',
        '/pengajuan',
        '/draf/identitas',
        '/draf/catatan',
        '/draf/pelaksana/baru',
        '/draf/pelaksana/KASI',
        '/draf/pelaksana/KASI/penghapusan',
        '/draf/langkah/baru?sesudah=A',
        '/draf/langkah/C',
        '/draf/langkah/B/penghapusan',
      ].map((j): [OrangUji, string] => [sakip, lain + j]),
      [camat, `${diajukan}/pengesahan`],
      [camat, `/sop/${sah[0]?.id}/pencabutan`],
      [camat, `/sop/${sah[0]?.id}/versi`],
    ]
    for (const [orang, jalur] of halaman) {
      const $ = await orang.halaman(jalur)
      expect($('h1'), jalur).toHaveLength(1)
      expect($('main').text(), jalur).not.toMatch(/undefined|null|\[object|NaN/)
      $('main')
        .find('input:not([type=hidden]), select, textarea')
        .each((_, el) => {
          const id = $(el).attr('id')
          const berlabel =
            $(el).attr('aria-label') !== undefined || (id !== undefined && $(`label[for="${id}"]`).length === 1)
          expect(berlabel, `${jalur} ${$(el).attr('name')}`).toBe(true)
        })
      const id = $('[id]')
        .map((_, el) => $(el).attr('id'))
        .get()
      expect(new Set(id).size, jalur).toBe(id.length)
      expect($('[style], script:not([src])'), jalur).toHaveLength(0)
    }
  })
})
