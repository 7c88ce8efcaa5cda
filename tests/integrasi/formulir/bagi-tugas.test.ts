import * as cheerio from 'cheerio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaksi } from '../../../src/inti/basis-data/index.ts'
import { jalankan } from '../../../src/modul/siklus/index.ts'
import { ambilTugasSaya } from '../../../src/modul/tugas-saya/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { ketikBuku, unduhBuku } from '../../bantuan/buku-formulir.ts'
import { PDF } from '../berkas/contoh-berkas.ts'
import { type FormulirUji, formulirUji, isianBarisUji, isiSemua, siapkanSiklus } from './bantuan-formulir.ts'

let app: AplikasiUji
let joko: OrangUji // Kasi Pemerintahan
let dewi: OrangUji // Staf Seksi Pemerintahan
let rian: OrangUji // Staf Seksi PMD, also in Seksi Pemerintahan
let asing: OrangUji // Kasi PMD
let siklusId: string
let formulir: FormulirUji
let dewiId: string
let rianId: string

beforeAll(async () => {
  app = await bukaAplikasiUji()
  siklusId = await siapkanSiklus(app, 'P7')
  await app.sql("update langkah_siklus set tenggat = '2026-07-20' where siklus_id = $1 and kode = 'P7'", [siklusId])
  formulir = await formulirUji(app, siklusId)
  joko = await app.masukSebagai('kasi.pemerintahan')
  dewi = await app.masukSebagai('staf.pemerintahan')
  rian = await app.masukSebagai('staf.pmd')
  asing = await app.masukSebagai('kasi.pmd')
  dewiId = (await app.pelaku('staf.pemerintahan')).pegawaiId
  rianId = (await app.pelaku('staf.pmd')).pegawaiId
  await app.sql(
    `insert into penugasan (kecamatan_id, pegawai_id, jabatan_id, jenis, mulai)
     select kecamatan_id, $1, jabatan_id, 'DEFINITIF', '2026-01-01' from penugasan where pegawai_id = $2`,
    [rianId, dewiId],
  )
})
afterAll(() => app.tutup())

const alamat = () => `/formulir/${formulir.id}/tugas`
/** Due rows only: others need not be filled in. */
const baris = (ke: number) => {
  const b = formulir.baris.filter((satu) => satu.jatuh)[ke]
  if (!b) throw new Error(`tidak ada baris ${ke}`)
  return b
}
const tugas = (ke: readonly number[], lain: Record<string, string> = {}) => ({
  baris: ke.map((k) => baris(k).id),
  pegawaiId: dewiId,
  tanggal: '2026-07-10',
  catatan: '',
  ...lain,
})
const tersimpan = () =>
  app.sql<{ baris: string; pegawai: string; tanggal: string | null; selesai: boolean }>(
    `select baris_id as baris, pegawai_id as pegawai, tanggal::text, selesai_pada is not null as selesai
     from delegasi_baris where formulir_id = $1 order by diberikan_pada, id`,
    [formulir.id],
  )
const milik = async (pegawai: string) =>
  (await tersimpan())
    .filter((t) => t.pegawai === pegawai)
    .map((t) => t.baris)
    .sort()
const id = (ke: readonly number[]) => ke.map((k) => baris(k).id).sort()
const teks = async (orang: OrangUji, tujuan: string) =>
  (await orang.halaman(tujuan))('main').text().replace(/\s+/g, ' ')
const angka = (b: FormulirUji['baris'][number], nilai = '19') => Object.fromEntries(b.variabel.map((v) => [v, nilai]))
const isi = async (orang: OrangUji, ke: number, nilai = '19') => {
  formulir = await formulirUji(app, siklusId)
  return orang.kirim(
    `/formulir/${formulir.id}/baris/${baris(ke).id}`,
    isianBarisUji(baris(ke), angka(baris(ke), nilai)),
  )
}
const ketik = async (ke: number, nilai: string) => {
  formulir = await formulirUji(app, siklusId)
  const isian = Object.entries(isianBarisUji(baris(ke), angka(baris(ke), nilai)))
  return Object.fromEntries(isian.map(([nama, isinya]) => [`b.${baris(ke).id}.${nama}`, isinya]))
}

describe('membagi tugas', () => {
  it('kepala unit memberikan beberapa baris sekaligus; orangnya melihatnya di Tugas Saya dan di formulir', async () => {
    expect((await joko.halaman(`/formulir/${formulir.id}`))(`a[href="${alamat()}"]`).text()).toContain('Bagi tugas')
    const jawab = await joko.kirim(alamat(), tugas([0, 1], { catatan: 'Minta datanya ke desa' }))
    expect(jawab.headers.location, jawab.text).toContain('tugas-dibagi')
    expect(await milik(dewiId)).toEqual(id([0, 1]))
    const beranda = await teks(dewi, '/')
    expect(beranda).toContain('Isi 2 indikator sampai 10 Juli 2026')
    expect(await teks(rian, '/')).not.toContain('Isi 2 indikator')
    // reminders go by the day that the head named, not by the tenggat of the step
    const saya = await app.sebagai('staf.pemerintahan', (pelaku) => ambilTugasSaya(app.db, pelaku))
    expect(saya.find((t) => t.judul.startsWith('Isi 2 indikator'))?.urutTenggat).toBe('2026-07-10')
    const $ = await dewi.halaman(`/formulir/${formulir.id}`)
    expect($('.formulir__baris').length).toBe(2)
    expect($(`#baris-${baris(0).id}`).text()).toContain('Bagian Anda')
    expect($(`#baris-${baris(0).id}`).text()).toContain('Pesan: Minta datanya ke desa')
    const semua = await dewi.halaman(`/formulir/${formulir.id}?tampil=`)
    expect(semua('.formulir__baris').length).toBe(formulir.baris.length + formulir.anggaran.length)
    expect((await joko.halaman(`/formulir/${formulir.id}`))('.formulir__baris').length).toBe(
      formulir.baris.length + formulir.anggaran.length,
    )
    const [jejak] = await app.sql<{ rincian: { jumlah: number; kepada: string } }>(
      "select rincian from jejak where peristiwa = 'formulir.tugas-dibagi' and objek_id = $1",
      [formulir.id],
    )
    expect(jejak?.rincian).toMatchObject({ jumlah: 2, kepada: 'Staf Pemerintahan (contoh)' })
  })

  it('staf, unit lain, dan Tim SAKIP tidak membagi; tidak ada yang berubah', async () => {
    const sebelum = await tersimpan()
    const sari = await app.masukSebagai('sakip1')
    for (const jalur of ['', '/penarikan', '/usulan', '/pembatasan']) {
      expect((await dewi.kirim(alamat() + jalur, tugas([2]))).status, jalur).toBe(403)
      expect((await sari.kirim(alamat() + jalur, tugas([2]))).status, jalur).toBe(403)
      expect((await asing.kirim(alamat() + jalur, tugas([2]))).status, jalur).toBe(404)
    }
    expect((await asing.kirim(`${alamat()}/selesai`, tugas([0]))).status).toBe(404)
    expect((await asing.buka(alamat())).status).toBe(404)
    expect((await dewi.halaman(alamat()))(`form[action="${alamat()}"]`).length).toBe(0)
    expect(await tersimpan()).toEqual(sebelum)
  })

  it('tanpa baris, tanpa orang, orang unit lain, orang purna tugas, tanggal lewat atau sesudah tenggat → ditolak, ketikan tetap', async () => {
    const sebelum = await tersimpan()
    const tolak = async (lain: Record<string, string | string[]>, kalimat: string, http = 422) => {
      const jawab = await joko.kirim(alamat(), { ...tugas([2], { catatan: 'Pesan saya' }), ...lain })
      expect(jawab.status, kalimat).toBe(http)
      expect(jawab.text).toContain(kalimat)
      return jawab.text
    }
    await tolak({ baris: [] }, 'Centang dahulu baris')
    await tolak({ baris: 'bukan-id' }, 'Centang dahulu baris')
    await tolak({ baris: formulir.id }, 'tidak ditemukan', 404)
    await tolak({ pegawaiId: '' }, 'Pilih orangnya')
    await tolak({ pegawaiId: (await app.pelaku('kasi.pmd')).pegawaiId }, 'bukan pegawai')
    const halaman = await tolak({ tanggal: '2026-07-21' }, 'melewati tenggat langkah pengisian, 20 Juli 2026')
    expect(halaman).toContain('value="Pesan saya"')
    expect(halaman).toMatch(new RegExp(`value="${baris(2).id}" checked`))
    await tolak({ tanggal: '2020-01-01' }, 'sudah lewat')
    await app.sql('update pegawai set aktif = false where id = $1', [rianId])
    await tolak({ pegawaiId: rianId }, 'bukan pegawai')
    await app.sql('update pegawai set aktif = true where id = $1', [rianId])
    expect(await tersimpan()).toEqual(sebelum)
  })

  it('tanggal bukan hari kerja diberi tahu; diganti orang; ditarik kembali', async () => {
    const libur = await joko.kirim(alamat(), tugas([2], { tanggal: '2026-07-12' }))
    expect(libur.headers.location).toContain('tugas-dibagi-libur')
    expect(await teks(joko, alamat())).toContain('bukan hari kerja')
    expect((await joko.kirim(alamat(), tugas([1, 2], { pegawaiId: rianId, tanggal: '' }))).status).toBe(303)
    expect([await milik(dewiId), await milik(rianId)]).toEqual([id([0]), id([1, 2])])
    expect(await teks(rian, '/')).toContain('Isi 2 indikator sampai 20 Juli 2026')
    expect((await joko.kirim(`${alamat()}/penarikan`, { baris: baris(2).id })).headers.location).toContain('ditarik')
    expect(await milik(rianId)).toEqual(id([1]))
    expect((await joko.kirim(`${alamat()}/penarikan`, { baris: baris(2).id })).status).toBe(409)
    expect((await joko.kirim(`${alamat()}/penarikan`, {})).status).toBe(422)
  })

  it('Plh. kepala unit membagi selama menggantikan', async () => {
    const plh = (await app.pelaku('kasi.pmd')).pegawaiId
    await app.sql(
      `insert into penugasan (kecamatan_id, pegawai_id, jabatan_id, jenis, mulai)
       select kecamatan_id, $1, id, 'PLH', '2026-07-01' from jabatan where kode = 'kasi-pemerintahan'
         and kecamatan_id = (select kecamatan_id from siklus where id = $2)`,
      [plh, siklusId],
    )
    expect((await asing.kirim(alamat(), tugas([3]))).headers.location).toContain('tugas-dibagi')
    expect((await asing.kirim(`${alamat()}/penarikan`, { baris: baris(3).id })).status).toBe(303)
    await app.sql("delete from penugasan where pegawai_id = $1 and jenis = 'PLH'", [plh])
    expect((await asing.kirim(alamat(), tugas([3]))).status).toBe(404)
  })
})

describe('menyatakan selesai', () => {
  it('baris orang lain 403, belum diisi 422; sesudah diisi selesai dan hilang dari Tugas Saya', async () => {
    const selesai = (orang: OrangUji, ke: number[]) =>
      orang.kirim(`${alamat()}/selesai`, { baris: ke.map((k) => baris(k).id) })
    expect((await selesai(dewi, [1])).status).toBe(403)
    const kosong = await selesai(dewi, [0])
    expect(kosong.status).toBe(422)
    expect(kosong.text).toContain('Belum diisi')
    expect((await dewi.kirim(`${alamat()}/selesai`, {})).status).toBe(422)
    expect((await isi(dewi, 0)).status).toBe(303)
    expect((await dewi.halaman(alamat()))('input[name="baris"]:checked').length).toBe(1)
    expect((await selesai(dewi, [0])).headers.location).toContain('tugas-selesai')
    expect((await tersimpan()).find((t) => t.baris === baris(0).id)?.selesai).toBe(true)
    expect(await teks(dewi, '/')).not.toContain('Isi 1 indikator')
    expect(await teks(joko, alamat())).toContain('Staf Pemerintahan (contoh) 1 1 1 0')
  })

  it('dari formulirnya sendiri: selesai dan belum selesai dengan tombol biasa; yang diketik ikut tersimpan', async () => {
    const buka = async (ke: number) =>
      (await dewi.halaman(`/formulir/${formulir.id}?tampil=`))(`#baris-${baris(ke).id}`)
    const kirim = (lanjut: string, ketikan: Record<string, string> = {}) =>
      dewi.kirim(`/formulir/${formulir.id}`, { lanjut, ...ketikan })
    expect((await buka(0)).find(`button[value="belum.${baris(0).id}"]`).length).toBe(1)
    expect((await buka(1)).find('button[value^="selesai."]').length, 'bukan bagiannya').toBe(0)
    expect((await kirim(`belum.${baris(0).id}`)).headers.location).toContain('tugas-dibuka')
    expect((await tersimpan()).find((t) => t.baris === baris(0).id)?.selesai).toBe(false)
    expect(await teks(dewi, '/')).toContain('Isi 1 indikator')
    expect((await kirim(`belum.${baris(0).id}`)).status).toBe(409)
    expect((await dewi.kirim(`${alamat()}/belum-selesai`, { baris: baris(1).id })).status).toBe(403)
    // emptied and said to be done in one: refused at its field, nothing saved
    const kosong = await kirim(`selesai.${baris(0).id}`, await ketik(0, ''))
    expect([kosong.status, kosong.text]).toEqual([422, expect.stringContaining('belum dapat dinyatakan selesai')])
    expect((await buka(0)).text()).toContain('Terisi')
    const sekali = await kirim(`selesai.${baris(0).id}`, await ketik(0, '18'))
    expect(sekali.headers.location).toContain(`tugas-selesai#baris-${baris(0).id}`)
    expect((await buka(0)).find(`[name="b.${baris(0).id}.v.${baris(0).variabel[0]}"]`).val()).toBe('18')
    expect((await dewi.kirim(`${alamat()}/belum-selesai`, { baris: baris(0).id })).headers.location).toContain('dibuka')
    expect((await kirim('selesai')).headers.location).toContain('tugas-selesai')
    expect(await teks(joko, `/formulir/${formulir.id}/pemeriksaan`)).toContain(
      'Yang sudah dinyatakan selesai: Staf Pemberdayaan Masyarakat dan Desa (contoh) 0 dari 1 baris, Staf Pemerintahan (contoh) semua (1 baris).',
    )
    const jejak = await app.sql<{ peristiwa: string }>(
      "select peristiwa from jejak where objek_id = $1 and peristiwa like 'formulir.tugas-%' order by urut desc limit 2",
      [formulir.id],
    )
    expect(jejak.map((j) => j.peristiwa)).toEqual(['formulir.tugas-selesai', 'formulir.tugas-dibuka'])
  })

  it('baris selesai yang diubah tetap selesai; yang dikosongkan menunggu lagi, per baris maupun seluruh formulir', async () => {
    const selesai = async () => (await tersimpan()).find((t) => t.baris === baris(0).id)?.selesai
    const nyatakan = () => dewi.kirim(`${alamat()}/selesai`, { baris: baris(0).id })
    await isi(dewi, 0, '17')
    expect(await selesai()).toBe(true)
    expect((await isi(dewi, 0, '')).status).toBe(303)
    expect(await selesai()).toBe(false)
    expect(await teks(dewi, '/')).toContain('Isi 1 indikator')
    await isi(dewi, 0, '18')
    expect([(await nyatakan()).status, await selesai()]).toEqual([303, true])
    expect((await dewi.kirim(`/formulir/${formulir.id}`, await ketik(0, ''))).status).toBe(303)
    expect(await selesai()).toBe(false)
    await isi(dewi, 0, '18')
    expect([(await nyatakan()).status, await selesai()]).toEqual([303, true])
  })
})

describe('hanya yang diberi tugas', () => {
  const batasi = (hanya: boolean) => joko.kirim(`${alamat()}/pembatasan`, hanya ? { hanya: '1' } : {})
  const nilai = async (ke: number) =>
    (await app.sql<{ variabel: object }>('select variabel from baris_formulir where id = $1', [baris(ke).id]))[0]
      ?.variabel

  it('tanpa centang semua pegawai unit mengisi semua baris', async () => {
    expect((await isi(dewi, 1, '18')).status).toBe(303)
  })

  it('dengan centang: layar, simpan otomatis, bukti, buku, dan kertas menolak baris orang lain', async () => {
    const buku = await unduhBuku(dewi, formulir.id)
    expect((await batasi(true)).headers.location).toContain('tugas-batas')
    const sebelum = await nilai(1)
    const jawab = await isi(dewi, 1, '17')
    expect(jawab.status).toBe(403)
    expect(jawab.text).toContain('hanya yang diberi tugas')
    const b = baris(1)
    const layar = (ke: number, nilainya: string) =>
      Object.fromEntries(
        Object.entries(isianBarisUji(baris(ke), angka(baris(ke), nilainya))).map(([nama, teksnya]) => [
          `b.${baris(ke).id}.${nama}`,
          teksnya,
        ]),
      )
    const tolak = await dewi.kirim(`/formulir/${formulir.id}`, { ...layar(1, '17'), ...layar(0, '13') })
    expect([tolak.status, tolak.text]).toEqual([422, expect.stringContaining('Yang Anda ketik di baris itu: 17')])
    const kembali = cheerio.load(tolak.text)
    expect(kembali(`[name="b.${baris(0).id}.v.${baris(0).variabel[0]}"]`).val()).toBe('13')
    expect(kembali(`[name="b.${b.id}.v.${b.variabel[0]}"]`).length).toBe(0)
    const bukti = { jenis: 'kertas', tempatKertas: 'Map' }
    expect((await dewi.kirim(`/formulir/${formulir.id}/baris/${b.id}/bukti`, bukti)).status).toBe(403)
    // a workbook from before: what others were given stands apart and is never written, the rest is applied
    const berkas = await ketikBuku(buku, [
      { barisId: b.id, bidang: `v.${b.variabel[0]}`, isi: 17 },
      { barisId: b.id, bidang: 'kendala', isi: 'x'.repeat(2500) },
      { barisId: baris(0).id, bidang: `v.${baris(0).variabel[0]}`, isi: 12 },
    ])
    const unggahan = await dewi.unggah(`/formulir/${formulir.id}/buku`, {}, { berkas: { nama: 'b.xlsx', isi: berkas } })
    const pratinjau = String(unggahan.headers.location)
    const $ = await dewi.halaman(pratinjau)
    expect($('main').text()).toContain('Bukan bagian Anda: diberikan kepada Staf Pemberdayaan')
    const tersembunyi: Record<string, string> = {}
    $('form[action$="/penerapan"] input[type=hidden]').each((_, i) => {
      if ($(i).attr('name') !== 'kunci') tersembunyi[$(i).attr('name') ?? ''] = $(i).attr('value') ?? ''
    })
    const terap = await dewi.kirim(`${pratinjau.split('?')[0]}/penerapan`, tersembunyi)
    expect(terap.headers.location, terap.text).toContain('buku-diterapkan')
    expect(await nilai(1)).toEqual(sebelum)
    expect(await nilai(0)).toMatchObject({ [baris(0).variabel[0] ?? '']: '12' })
    // a paper that Dewi wrote, taken over by Tim SAKIP, says no more than Dewi may; what was copied is not lost
    const sari = await app.masukSebagai('sakip1')
    await app.sql("update formulir set dibagikan_pada = '2026-07-01' where id = $1", [formulir.id])
    const kertas = await sari.unggah(
      `/formulir/${formulir.id}/kertas`,
      { pengisiId: dewiId, tanggal: '2026-07-03', keterangan: '' },
      { berkas: { nama: 'kertas.pdf', isi: PDF } },
    )
    const tujuan = String(kertas.headers.location).split('?')[0] ?? ''
    formulir = await formulirUji(app, siklusId)
    const ditolak = await sari.kirim(tujuan, { ...layar(1, '17'), ...layar(0, '11') })
    expect([ditolak.status, ditolak.text]).toEqual([422, expect.stringContaining('Yang Anda ketik di baris itu: 17')])
    const salinan = cheerio.load(ditolak.text)
    expect(salinan(`[name="b.${baris(0).id}.v.${baris(0).variabel[0]}"]`).val()).toBe('11')
    expect(salinan(`[name^="b.${b.id}."]`).length).toBe(0)
    expect(salinan(`#baris-${b.id}`).text()).toContain('diberikan kepada Staf Pemberdayaan')
    expect((await sari.kirim(tujuan, layar(0, '11'))).headers.location).toContain('kertas-diisi')
    expect(await nilai(1)).toEqual(sebelum)
  })

  it('yang diberi tugas dan kepala unit tetap mengisi; baris orang lain terbaca tanpa kotak isian', async () => {
    const $ = await dewi.halaman(`/formulir/${formulir.id}?tampil=`)
    expect($('[data-simpan-otomatis]').length).toBe(1)
    expect($(`#baris-${baris(1).id}`).text()).toContain('Bagian Staf')
    expect((await isi(dewi, 0, '18')).status).toBe(303)
    expect((await isi(rian, 1, '17')).status).toBe(303)
    expect((await isi(joko, 1, '16')).status).toBe(303)
    expect((await batasi(false)).status).toBe(303)
    expect((await isi(dewi, 1, '15')).status).toBe(303)
  })
})

describe('sesudah diserahkan dan dikembalikan', () => {
  it('diserahkan → tidak dapat dibagi, ditarik, atau dinyatakan selesai lagi', async () => {
    for (const unit of [
      'subbag-umum',
      'subbag-program',
      'seksi-pemerintahan',
      'seksi-trantib',
      'seksi-pmd',
      'seksi-kesos',
      'seksi-pelayanan',
    ]) {
      const { id: formulirId } = await formulirUji(app, siklusId, unit)
      await isiSemua(app, formulirId)
      const { versi } = await formulirUji(app, siklusId, unit)
      const kepala = await app.masukSebagai(unit.replace('seksi-', 'kasi.').replace('subbag-', 'kasubbag.'))
      expect((await kepala.kirim(`/formulir/${formulirId}/penyerahan`, { versi: String(versi) })).status, unit).toBe(
        303,
      )
    }
    for (const jalur of ['', '/penarikan', '/usulan', '/pembatasan'])
      expect((await joko.kirim(alamat() + jalur, tugas([2]))).status, jalur).toBe(409)
    for (const jalur of ['selesai', 'belum-selesai'])
      expect((await dewi.kirim(`${alamat()}/${jalur}`, { baris: baris(0).id })).status, jalur).toBe(409)
    expect(await teks(dewi, alamat())).toContain('Selesai')
  })

  it('nilai yang dikembalikan kembali kepada orangnya, yang lain tetap selesai', async () => {
    await app.sql('update delegasi_baris set selesai_pada = now() where formulir_id = $1', [formulir.id])
    const [unit] = await app.sql<{ id: string }>('select unit_id as id from formulir where id = $1', [formulir.id])
    const nilai = [{ kunci: unit?.id ?? '', barisId: baris(0).id }]
    await app.sebagai('sakip1', (pelaku) =>
      transaksi(app.db, pelaku, (tx) =>
        jalankan(
          tx,
          pelaku,
          {
            jenis: 'KEMBALIKAN_BAGIAN',
            siklusId,
            langkah: 'P8',
            tujuan: 'P7',
            cakupan: { jenis: 'NILAI', nilai },
            alasan: 'Periksa angkanya',
          },
          { alasanPer: { [baris(0).id]: 'Angka desa keliru' } },
        ),
      ),
    )
    const kini = new Map((await tersimpan()).map((t) => [t.baris, t]))
    expect(kini.get(baris(0).id)).toMatchObject({ pegawai: dewiId, selesai: false, tanggal: null })
    expect(kini.get(baris(1).id)).toMatchObject({ pegawai: rianId, selesai: true })
    const beranda = await teks(dewi, '/')
    expect(beranda).toContain('Isi 1 indikator')
    expect(beranda).toContain('Angka desa keliru')
    expect((await joko.halaman(alamat()))('input[name=baris]').length, 'hanya yang dibuka lagi').toBe(1)
    expect((await joko.kirim(alamat(), tugas([1]))).status).toBe(409)
  })
})

describe('periode berikutnya', () => {
  it('“Seperti triwulan lalu” membagi baris yang belum diberikan kepada orang yang sama, bila masih di unit itu', async () => {
    const lama = new Map((await tersimpan()).map((t) => [t.baris, t.pegawai]))
    const kode = (pegawai: string) => formulir.baris.filter((b) => lama.get(b.id) === pegawai).map((b) => b.kode)
    const [punyaDewi, punyaRian] = [kode(dewiId), kode(rianId)]
    const berikut = await siapkanSiklus(app, 'P7', 3)
    siklusId = berikut
    formulir = await formulirUji(app, berikut)
    await app.sql(
      "update penugasan set selesai = '2026-01-02' where pegawai_id = $1 and mulai = '2026-01-01' and jabatan_id = (select jabatan_id from penugasan where pegawai_id = $2 limit 1)",
      [rianId, dewiId],
    )
    expect(await teks(joko, alamat())).toContain('Seperti triwulan lalu')
    expect((await joko.kirim(`${alamat()}/usulan`, {})).headers.location).toContain('tugas-dibagi')
    const baru = await tersimpan()
    expect(baru.map((t) => formulir.baris.find((b) => b.id === t.baris)?.kode)).toEqual(punyaDewi)
    expect(baru.every((t) => t.pegawai === dewiId)).toBe(true)
    expect(punyaRian.length).toBeGreaterThan(0)
    expect((await joko.kirim(`${alamat()}/usulan`, {})).status).toBe(409)
  })
})
