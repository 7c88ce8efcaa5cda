import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { type FormulirUji, formulirUji, isianBarisUji, siapkanSiklus } from './bantuan-formulir.ts'

let app: AplikasiUji
let kasi: OrangUji
let staf: OrangUji
let formulir: FormulirUji
let siklusId: string

beforeAll(async () => {
  app = await bukaAplikasiUji()
  siklusId = await siapkanSiklus(app, 'P7')
  formulir = await formulirUji(app, siklusId)
  kasi = await app.masukSebagai('kasi.pemerintahan')
  staf = await app.masukSebagai('staf.pemerintahan')
})
afterAll(() => app.tutup())

const json = { Accept: 'application/json' }
const baris = async (kode: string) => {
  formulir = await formulirUji(app, siklusId)
  const b = formulir.baris.find((satu) => satu.kode === kode)
  if (!b) throw new Error(`tidak ada ${kode}`)
  return b
}
const simpan = (orang: OrangUji, barisId: string, isian: Record<string, string>) =>
  orang.kirim(`/formulir/${formulir.id}/baris/${barisId}`, isian).set(json)

describe('mengisi satu baris', () => {
  it('staf unit mengisi pembilang dan penyebut: nilai dan capaian dihitung, jejak tercatat', async () => {
    const b = await baris('IKK-11')
    const [pembilang = '', penyebut = ''] = b.variabel
    const jawab = await simpan(
      staf,
      b.id,
      isianBarisUji(b, { [pembilang]: '18', [penyebut]: '19' }, { kendala: 'Jaringan sering putus' }),
    )
    expect(jawab.status).toBe(200)
    expect(jawab.body.status).toBe('TERISI')
    expect(jawab.body.versi).toBe(b.versi + 1)
    expect(jawab.body.capaian).toMatch(/%$/)
    // 18 of 19 is 94,74 of a target of 95: from 91 on Sangat Tinggi
    expect(jawab.body).toMatchObject({ capaian: '99,73%', isi: { [`predikat-${b.id}`]: 'Sangat Tinggi' } })
    const $ = await staf.halaman(`/formulir/${formulir.id}`)
    expect($(`#baris-${b.id} [data-isi="predikat-${b.id}"]`).text()).toBe('Sangat Tinggi')
    expect(jawab.body.isi.kaki).toMatch(/^1 dari \d+ terisi · 1 tanpa bukti$/)
    const [isi] = await app.sql<{ nilai: string; diubah_oleh: string }>(
      'select nilai::text, diubah_oleh from baris_formulir where id = $1',
      [b.id],
    )
    expect(isi?.nilai).toMatch(/^94\.74/)
    const [jejak] = await app.sql<{
      rincian: { perubahan: Record<string, { lama: unknown; baru: unknown }> }
      jabatan_pelaku: string
    }>("select rincian, jabatan_pelaku from jejak where objek_id = $1 and peristiwa = 'formulir.baris-disimpan'", [
      b.id,
    ])
    expect(jejak?.rincian.perubahan.status).toEqual({ lama: 'KOSONG', baru: 'TERISI' })
    expect(jejak?.rincian.perubahan.kendala).toEqual({ lama: '', baru: 'Jaringan sering putus' })
    expect(Object.keys(jejak?.rincian.perubahan ?? {})).not.toContain('tindakLanjut')
  })

  it('"1.250" ditanyakan, tidak ditebak; setelah dipilih tersimpan', async () => {
    const b = await baris('IKK-13')
    const [satu = ''] = b.variabel
    const tanya = await simpan(staf, b.id, isianBarisUji(b, { [satu]: '1.250' }))
    expect(tanya.status).toBe(422)
    expect(tanya.body.pilihan[satu]).toEqual(['1250', '1.25'])
    const pilih = await simpan(staf, b.id, isianBarisUji(b, { [satu]: '1.250' }, { [`pilih.${satu}`]: '1250' }))
    expect(pilih.status).toBe(200)
    expect(pilih.body.isi[`baca-${b.id}-${satu}`]).toBe('dibaca 1.250')
  })

  it('angka negatif dan bukan angka ditolak, tidak ada yang berubah', async () => {
    const b = await baris('IKK-14')
    const [satu = ''] = b.variabel
    for (const nilai of ['-3', 'banyak', '1,2,3']) {
      const jawab = await simpan(staf, b.id, isianBarisUji(b, { [satu]: nilai }))
      expect(jawab.status, nilai).toBe(422)
    }
    expect((await baris('IKK-14')).versi).toBe(b.versi)
  })

  it('nol bukan kosong; dikosongkan kembali menjadi belum diisi', async () => {
    const b = await baris('IKK-14')
    const semua = (nilai: string) => Object.fromEntries(b.variabel.map((v) => [v, nilai]))
    const sebagian = await simpan(staf, b.id, isianBarisUji(b, { [b.variabel[0] ?? '']: '0' }))
    expect(sebagian.body.status).toBe('BELUM_LENGKAP')
    const nol = await simpan(staf, b.id, isianBarisUji(await baris('IKK-14'), semua('0')))
    expect(nol.body.status).toBe('TERISI')
    const kosong = await simpan(staf, b.id, isianBarisUji(await baris('IKK-14'), semua('')))
    expect(kosong.body.status).toBe('KOSONG')
  })

  it('tidak diukur perlu alasan', async () => {
    const b = await baris('IKK-15')
    expect((await simpan(staf, b.id, isianBarisUji(b, {}, { tb: '1' }))).status).toBe(422)
    const jadi = await simpan(
      staf,
      b.id,
      isianBarisUji(b, {}, { tb: '1', alasan: 'Kegiatan dipindah ke triwulan III' }),
    )
    expect(jadi.body.status).toBe('TIDAK_BERLAKU')
  })

  it('dua orang mengisi satu nilai: yang kedua diberi tahu, tidak menimpa', async () => {
    const b = await baris('IKK-31')
    const [satu = ''] = b.variabel
    expect((await simpan(kasi, b.id, isianBarisUji(b, { [satu]: '12' }))).status).toBe(200)
    const kalah = await simpan(staf, b.id, isianBarisUji(b, { [satu]: '14' }))
    expect(kalah.status).toBe(409)
    expect(kalah.body.teks).toContain('12')
    const [isi] = await app.sql<{ nilai: string }>(
      'select trim_scale(nilai)::text as nilai from baris_formulir where id = $1',
      [b.id],
    )
    expect(isi?.nilai).toBe('12')
  })

  it('sepuluh simpanan serentak atas satu versi: tepat satu menang', async () => {
    const b = await baris('IKK-31')
    const [satu = ''] = b.variabel
    const semua = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        simpan(i % 2 ? kasi : staf, b.id, isianBarisUji(b, { [satu]: String(20 + i) })),
      ),
    )
    expect(semua.map((j) => j.status).sort()).toEqual([200, ...Array.from({ length: 9 }, () => 409)])
  })

  it('kiriman yang sama dua kali tercatat satu kali', async () => {
    const b = await baris('IKK-12')
    const isian = isianBarisUji(b, Object.fromEntries(b.variabel.map((v) => [v, '7'])), { kunci: 'sama-persis' })
    expect((await simpan(staf, b.id, isian)).status).toBe(200)
    const lagi = await simpan(staf, b.id, isian)
    expect(lagi.status).toBe(200)
    expect(lagi.body.versi).toBe(b.versi + 1)
    const [jumlah] = await app.sql<{ n: number }>(
      "select count(*)::int as n from jejak where objek_id = $1 and peristiwa = 'formulir.baris-disimpan'",
      [b.id],
    )
    expect(jumlah?.n).toBe(1)
  })

  it('satu simpanan = satu pernyataan SQL di samping sesi dan orang', async () => {
    const b = await baris('IKK-15')
    const pinjam = { tulis: 0, baca: 0, umum: 0 }
    const catat = { tulis: () => pinjam.tulis++, baca: () => pinjam.baca++, umum: () => pinjam.umum++ }
    app.db.poolTulis.on('acquire', catat.tulis)
    app.db.poolBaca.on('acquire', catat.baca)
    app.db.umum.on('acquire', catat.umum)
    expect((await simpan(staf, b.id, isianBarisUji(b, { [b.variabel[0] ?? '']: '3' }))).status).toBe(200)
    app.db.poolTulis.off('acquire', catat.tulis)
    app.db.poolBaca.off('acquire', catat.baca)
    app.db.umum.off('acquire', catat.umum)
    expect(pinjam).toEqual({ tulis: 1, baca: 1, umum: 1 })
  })
})

describe('siapa yang boleh', () => {
  it.each(['kasi.trantib', 'staf.pmd'])('%s dari unit lain: formulir tidak ada baginya', async (nama) => {
    const b = await baris('IKK-11')
    const orang = await app.masukSebagai(nama)
    expect((await orang.buka(`/formulir/${formulir.id}`)).status).toBe(404)
    expect((await simpan(orang, b.id, isianBarisUji(b, {}))).status).toBe(404)
  })
  it.each(['camat', 'sakip1', 'pengamat'])('%s membaca, tidak mengisi', async (nama) => {
    const b = await baris('IKK-11')
    const orang = await app.masukSebagai(nama)
    const halaman = await orang.halaman(`/formulir/${formulir.id}`)
    expect(halaman('[data-simpan-otomatis]').length).toBe(0)
    expect((await simpan(orang, b.id, isianBarisUji(b, {}))).status).toBe(403)
  })
  it('admin tidak melihat data kinerja; kecamatan lain tidak melihat apa-apa', async () => {
    const admin = await app.masukSebagai('admin')
    expect((await admin.buka(`/formulir/${formulir.id}`)).status).toBe(403)
    const lain = await app.masukSebagai('camat.candipuro')
    expect((await lain.buka(`/formulir/${formulir.id}`)).status).toBe(404)
  })
})

describe('formulir tanpa JavaScript', () => {
  it('menyimpan yang disentuh saja; isian taksa ditanyakan dengan dua pilihan dan semua isian tetap', async () => {
    const $ = await kasi.halaman(`/formulir/${formulir.id}`)
    const isian = Object.fromEntries(
      $('form[action^="/formulir/"] input, form textarea')
        .toArray()
        .filter((e) => !['checkbox', 'radio'].includes($(e).attr('type') ?? ''))
        .map((e) => [$(e).attr('name') ?? '', $(e).val()?.toString() ?? '']),
    )
    const b14 = await baris('IKK-14')
    const b13 = await baris('IKK-13')
    const nama14 = `b.${b14.id}.v.${b14.variabel[0]}`
    const nama13 = `b.${b13.id}.v.${b13.variabel[0]}`
    const tanya = await kasi.kirim(`/formulir/${formulir.id}`, { ...isian, [nama14]: '9', [nama13]: '1.250' })
    expect(tanya.status).toBe(422)
    expect(tanya.text).toContain('Maksud saya')
    expect((await baris('IKK-14')).versi).toBe(b14.versi)
    const jadi = await kasi.kirim(`/formulir/${formulir.id}`, { ...isian, [nama14]: '9', lanjut: 'pemeriksaan' })
    expect(jadi.status).toBe(303)
    expect(jadi.headers.location).toContain('/pemeriksaan')
    expect((await baris('IKK-14')).versi).toBe(b14.versi + 1)
    expect((await baris('IKK-13')).versi).toBe(b13.versi)
  })

  it('anggaran: realisasi melebihi pagu diperingatkan, tetap tersimpan', async () => {
    formulir = await formulirUji(app, siklusId)
    const [a] = formulir.anggaran
    if (!a) throw new Error('tanpa anggaran')
    const jawab = await staf
      .kirim(`/formulir/${formulir.id}/anggaran/${a.id}`, { versi: String(a.versi), realisasi: '900.000.000' })
      .set(json)
    expect(jawab.status).toBe(200)
    expect(jawab.body.teks).toContain('melebihi pagu')
    expect(jawab.body.isi[`baca-${a.id}`]).toBe('dibaca Rp900.000.000')
  })
})
