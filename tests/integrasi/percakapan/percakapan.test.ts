import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { type FormulirUji, formulirUji, isiSemua, siapkanSiklus } from '../formulir/bantuan-formulir.ts'

let app: AplikasiUji
let sari: OrangUji // Tim SAKIP
let joko: OrangUji // Kasi Pemerintahan
let dewi: OrangUji // Staf Seksi Pemerintahan
let sekcam: OrangUji
let formulir: FormulirUji
let siklusId: string
let barisId: string
let nama: string

beforeAll(async () => {
  app = await bukaAplikasiUji()
  siklusId = await siapkanSiklus(app, 'P7')
  formulir = await formulirUji(app, siklusId)
  barisId = formulir.baris[0]?.id ?? ''
  const [b] = await app.sql<{ nama: string }>("select kartu->>'nama' as nama from baris_formulir where id = $1", [
    barisId,
  ])
  nama = b?.nama ?? ''
  sari = await app.masukSebagai('sakip1')
  joko = await app.masukSebagai('kasi.pemerintahan')
  dewi = await app.masukSebagai('staf.pemerintahan')
  sekcam = await app.masukSebagai('sekcam')
}, 120_000)
afterAll(() => app.tutup())

const baris = (id = barisId) => `/percakapan/baris/${id}`
const utama = async (orang: OrangUji, alamat: string) =>
  (await orang.halaman(alamat))('main').text().replace(/\s+/g, ' ')
const tanya = async (orang: OrangUji, tujuan: string, teks: string, id = barisId) => {
  const jawab = await orang.kirim(baris(id), { tujuan, pertanyaan: teks })
  expect(jawab.status, jawab.text).toBe(303)
  return String(jawab.headers.location).split('?')[0] ?? ''
}
const versi = async (alamat: string) => {
  const [q] = await app.sql<{ versi: number }>('select versi from pertanyaan where id = $1', [alamat.split('/').at(-1)])
  return String(q?.versi)
}
const selesaikan = async (orang: OrangUji, alamat: string) =>
  (await orang.kirim(`${alamat}/penyelesaian`, { versi: await versi(alamat) })).status
const pesanKe = async (alamat: string, urut: number) => {
  const [p] = await app.sql<{ id: string }>('select id from pesan_percakapan where pertanyaan_id = $1 and urut = $2', [
    alamat.split('/').at(-1),
    urut,
  ])
  return `${alamat}/pesan/${p?.id}/penarikan`
}

describe('percakapan di baris formulir', () => {
  it('Tim SAKIP bertanya: kepala dan staf unit mendapat tugas, penanya dan unit lain tidak', async () => {
    const alamat = await tanya(sari, 'UNIT', 'Mengapa turun?\nApakah <b>register</b> sudah dicek?')
    const judul = `Jawab pertanyaan tentang ${nama}`
    for (const orang of [joko, dewi]) expect(await utama(orang, '/')).toContain(judul)
    for (const orang of [sari, sekcam, await app.masukSebagai('kasi.trantib')])
      expect(await utama(orang, '/')).not.toContain(judul)
    const $ = await joko.halaman(alamat)
    expect($('.percakapan__teks').text()).toBe('Mengapa turun?\nApakah <b>register</b> sudah dicek?')
    expect($('.percakapan__pesan').text()).toContain('Tim SAKIP')
    expect((await joko.halaman(`/formulir/${formulir.id}`))(`a[href="${baris()}"]`).text()).toContain('(1 terbuka)')
  })

  it('dijawab: tugasnya pindah ke penanya, yang menandainya selesai; sesudah itu tertutup', async () => {
    const [q] = await app.sql<{ id: string }>('select id from pertanyaan')
    const alamat = `/percakapan/${q?.id}`
    const lama = await versi(alamat)
    expect((await dewi.kirim(`${alamat}/jawaban`, { jawaban: 'Sudah, dua desa terlambat melapor.' })).status).toBe(303)
    expect(await utama(dewi, '/')).not.toContain('Jawab pertanyaan tentang')
    expect(await utama(sari, '/')).toContain(`Baca jawaban tentang ${nama}`)
    expect((await dewi.kirim(`${alamat}/penyelesaian`, { versi: await versi(alamat) })).status).toBe(403)
    expect((await sari.kirim(`${alamat}/penyelesaian`, { versi: lama })).status).toBe(409)
    expect(await selesaikan(sari, alamat)).toBe(303)
    expect(await utama(sari, '/')).not.toContain('Baca jawaban tentang')
    expect((await dewi.kirim(`${alamat}/jawaban`, { jawaban: 'Satu lagi' })).status).toBe(409)
    expect(await selesaikan(sekcam, alamat)).toBe(409)
    expect(await utama(joko, alamat)).toContain('Selesai:')
  })

  it('staf memilih kepala unit atau Tim SAKIP, tidak yang lain; kepala menjawab', async () => {
    expect((await dewi.kirim(baris(), { tujuan: 'UNIT', pertanyaan: 'Bolehkah begini?' })).status).toBe(422)
    const kepada = await tanya(dewi, 'KEPALA', 'Angka mana yang dipakai?')
    expect(await utama(joko, '/')).toContain('Jawab pertanyaan tentang')
    expect(await utama(sari, '/')).not.toContain('Jawab pertanyaan tentang')
    const keTim = await tanya(dewi, 'TIM', 'Apakah rumusnya berubah?')
    expect(await utama(sari, '/')).toContain('Jawab pertanyaan tentang')
    for (const alamat of [kepada, keTim]) expect(await selesaikan(dewi, alamat)).toBe(303)
  })

  it('pesan sendiri dapat ditarik, jejaknya tinggal; pertanyaan yang sudah dijawab tidak', async () => {
    const alamat = await tanya(sari, 'UNIT', 'Pertanyaan yang salah tempat')
    await joko.kirim(`${alamat}/jawaban`, { jawaban: 'Jawaban yang keliru' })
    expect((await sari.kirim(await pesanKe(alamat, 2), {})).status).toBe(403)
    expect((await sari.kirim(await pesanKe(alamat, 1), {})).status).toBe(409)
    expect((await joko.kirim(await pesanKe(alamat, 2), {})).status).toBe(303)
    expect((await joko.kirim(await pesanKe(alamat, 2), {})).status).toBe(409)
    expect(await utama(joko, '/')).toContain('Jawab pertanyaan tentang')
    expect((await sari.kirim(await pesanKe(alamat, 1), {})).status).toBe(303)
    const teks = await utama(joko, alamat)
    expect(teks).not.toContain('Pertanyaan yang salah tempat')
    expect(teks).not.toContain('Jawaban yang keliru')
    expect(teks).toContain('Ditarik penulisnya')
    expect((await joko.kirim(`${alamat}/jawaban`, { jawaban: 'Masih ada?' })).status).toBe(409)
  })

  it('ditolak dengan yang diketik tetap: kosong, terlalu panjang, tujuan yang tidak ada', async () => {
    const kosong = await joko.kirim(baris(), { tujuan: 'TIM', pertanyaan: ' ' })
    expect(kosong.status).toBe(422)
    expect(kosong.text).toContain('Tulis pertanyaannya')
    const panjang = await joko.kirim(baris(), { tujuan: 'TIM', pertanyaan: 'x'.repeat(2001) })
    expect(panjang.status).toBe(422)
    expect(panjang.text).toContain('xxxxx')
    const alamat = await tanya(joko, 'TIM', 'Sampai kapan boleh diubah?')
    expect((await sari.kirim(`${alamat}/jawaban`, { jawaban: '' })).status).toBe(422)
    expect(await selesaikan(joko, alamat)).toBe(303)
  })

  it('unit lain tidak melihat barisnya; Camat dan pengamat membaca, tidak menulis', async () => {
    const alamat = await tanya(sari, 'UNIT', 'Untuk unit ini saja')
    const lain = await app.masukSebagai('kasi.trantib')
    for (const tujuan of [baris(), alamat]) expect((await lain.buka(tujuan)).status).toBe(404)
    expect((await lain.kirim(baris(), { tujuan: 'TIM', pertanyaan: 'Boleh lihat?' })).status).toBe(404)
    expect((await lain.kirim(`${alamat}/jawaban`, { jawaban: 'Ikut menjawab' })).status).toBe(404)
    expect((await lain.kirim(`${alamat}/penyelesaian`, { versi: '1' })).status).toBe(404)
    expect(await utama(lain, `/percakapan?siklus=${siklusId}`)).not.toContain('Untuk unit ini saja')
    for (const nama of ['camat', 'pengamat']) {
      const orang = await app.masukSebagai(nama)
      expect(await utama(orang, alamat)).toContain('Untuk unit ini saja')
      expect(await utama(orang, `/percakapan?siklus=${siklusId}`)).toContain('Untuk unit ini saja')
      expect((await orang.kirim(`${alamat}/jawaban`, { jawaban: 'Ikut menjawab' })).status).toBe(403)
      expect((await orang.halaman(alamat))('form[action$="/jawaban"]').length).toBe(0)
    }
    for (const tujuan of [baris('00000000-0000-4000-8000-000000000000'), '/percakapan/bukan-uuid'])
      expect((await sari.buka(tujuan)).status, tujuan).toBe(404)
    expect(await selesaikan(sari, alamat)).toBe(303)
    expect(await utama(sari, `/percakapan?siklus=${siklusId}`)).toContain('Tidak ada pertanyaan yang terbuka')
    expect(await utama(sari, `/percakapan?siklus=${siklusId}&tampil=semua`)).toContain('Untuk unit ini saja')
  })

  it('baris anggaran juga dapat ditanyakan, dan rekap menunjuk ke percakapannya', async () => {
    const anggaran = formulir.anggaran[0]?.id ?? ''
    const alamat = await tanya(sekcam, 'UNIT', 'Mengapa belum ada realisasi?', anggaran)
    expect((await joko.halaman(`/formulir/${formulir.id}`))(`a[href="${baris(anggaran)}"]`).text()).toContain(
      '(1 terbuka)',
    )
    const $ = await sari.halaman(`/rekap/${siklusId}`)
    const [sub] = await app.sql<{ nama: string }>('select nama from baris_anggaran where id = $1', [anggaran])
    // names the row: in a list of links every one of them reads alike without it
    expect($(`a.tanya[href="${baris(anggaran)}"]`).text()).toMatch(
      new RegExp(`^Tanya jawab \\(1 terbuka\\) tentang [\\d.]+ ${sub?.nama}$`),
    )
    expect($(`a[href="${baris()}"]`).length).toBe(1)
    expect(await selesaikan(sari, alamat)).toBe(303)
  })

  it('yang sudah dikatakan tidak diubah atau dihapus, juga dari basis data', async () => {
    await expect(app.sql("update pesan_percakapan set teks = 'lain'")).rejects.toThrow('tidak berubah')
    await expect(app.sql('delete from pesan_percakapan')).rejects.toThrow('tidak berubah')
    await expect(app.sql("update pertanyaan set status = 'TERBUKA'")).rejects.toThrow('tidak berubah')
    await expect(app.sql('delete from pertanyaan')).rejects.toThrow('tidak berubah')
  })

  it('terlalu banyak pesan dalam sepuluh menit ditahan, dengan yang diketik tetap', async () => {
    const alamat = await tanya(dewi, 'KEPALA', 'Awal dari banyak pesan')
    const id = alamat.split('/').at(-1)
    await app.sql(
      `insert into pesan_percakapan (kecamatan_id, siklus_id, pertanyaan_id, urut, teks, penulis_id, penulis, jabatan, ditulis_pada)
       select kecamatan_id, siklus_id, pertanyaan_id, n, 'ulang', penulis_id, penulis, jabatan, ditulis_pada
       from pesan_percakapan, generate_series(2, 40) n where pertanyaan_id = $1`,
      [id],
    )
    const jawab = await dewi.kirim(`${alamat}/jawaban`, { jawaban: 'Satu lagi saja' })
    expect(jawab.status).toBe(429)
    expect(jawab.text).toContain('Satu lagi saja')
    expect((await dewi.kirim(baris(), { tujuan: 'TIM', pertanyaan: 'Dan satu ini' })).status).toBe(429)
    expect(await selesaikan(sari, alamat)).toBe(303)
  })
})

describe('pertanyaan terbuka dan penyerahan', () => {
  const serahkan = async () => {
    const [f] = await app.sql<{ versi: number }>('select versi from formulir where id = $1', [formulir.id])
    return joko.kirim(`/formulir/${formulir.id}/penyerahan`, { versi: String(f?.versi) })
  }
  const aturSop = (nilai: boolean) =>
    app.sql(
      `update versi_sop v set definisi = jsonb_set(v.definisi, '{langkah}', (select jsonb_agg(case when l->>'jenis' = 'pengisian'
         then l || jsonb_build_object('tahanPertanyaan', $2::boolean) else l end order by urut)
         from jsonb_array_elements(v.definisi->'langkah') with ordinality x(l, urut)))
       from siklus s where s.versi_sop_id = v.id and s.id = $1`,
      [siklusId, nilai],
    )

  it('bila SOP memintanya, penyerahan ditolak dengan nama barisnya; sesudah selesai diterima', async () => {
    await isiSemua(app, formulir.id)
    await app.sql('alter table versi_sop disable trigger user')
    await aturSop(true)
    const alamat = await tanya(sari, 'UNIT', 'Satu hal lagi sebelum diserahkan')
    expect(await utama(joko, `/formulir/${formulir.id}/pemeriksaan`)).toMatch(/1 ?pertanyaan terbuka/)
    const ditolak = await serahkan()
    expect(ditolak.status).toBe(422)
    expect(ditolak.text).toContain(nama)
    expect(ditolak.text).toContain('pertanyaan')
    await joko.kirim(`${alamat}/jawaban`, { jawaban: 'Sudah lengkap' })
    expect((await serahkan()).status).toBe(422)
    expect(await selesaikan(sari, alamat)).toBe(303)
    expect((await serahkan()).status).toBe(303)
  })

  it('tanpa pilihan itu pertanyaan terbuka tidak menahan', async () => {
    const [f] = await app.sql<{ versi: number }>('select versi from formulir where id = $1', [formulir.id])
    expect((await joko.kirim(`/formulir/${formulir.id}/penarikan`, { versi: String(f?.versi) })).status).toBe(303)
    await aturSop(false)
    await tanya(sari, 'UNIT', 'Pertanyaan yang tidak menahan')
    expect((await serahkan()).status).toBe(303)
  })
})
