import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { mulaiSiklusUji, sampaiLangkah } from '../../bantuan/siklus.ts'
import { beriSurel, beriTugas, putar, setel } from './panggung.ts'

let app: AplikasiUji
const AKUN = ['sakip1', 'kasi.trantib', 'staf.trantib', 'sekcam', 'admin'] as const
let orang: Record<(typeof AKUN)[number], OrangUji>
beforeAll(async () => {
  app = await bukaAplikasiUji()
  setel('2026-07-10', '09:00')
  await beriTugas(app, 'staf.trantib', { uraian: 'Rapikan data pos ronda', tenggat: '2026-07-07' })
  await beriTugas(app, 'kasi.trantib', { uraian: 'Tanda tangani berita acara', tenggat: '2026-07-14' })
  await beriTugas(app, 'kasi.pmd', { uraian: 'Verifikasi profil desa', tenggat: '2026-07-10' })
  await beriTugas(app, 'kasi.kesos', { uraian: 'Masih lama', tenggat: '2026-09-30' })
  await beriSurel(app, 'staf.trantib', 'staf@taman.example', '0812-3456-7890')
  await putar(app.db)
  const masuk = await Promise.all(AKUN.map(async (nama) => [nama, await app.masukSebagai(nama)] as const))
  orang = Object.fromEntries(masuk) as typeof orang
}, 120_000)
afterAll(() => app.tutup())
beforeEach(() => setel('2026-07-10', '09:00'))

const rapi = (teks: string): string => teks.replace(/\s+/g, ' ').trim()
const ajakan = () =>
  app.sql<{ oleh: string; nama: string; cara: string }>(
    `select nama_pelaku as oleh, rincian ->> 'nama' as nama, rincian ->> 'cara' as cara from jejak
     where peristiwa = 'pengingat.diingatkan' order by urut`,
  )

describe('pengingat saya', () => {
  it('beranda dan kepala halaman menyebut yang belum dibaca; sesudah ditandai tidak lagi', async () => {
    const kasi = orang['kasi.trantib']
    const beranda = await kasi.halaman('/')
    expect(rapi(beranda('.pita-pengingat').text())).toBe('Diingatkan: 1 daftar pengingat belum Anda baca')
    expect(rapi(beranda('.atas__pengingat').text())).toBe('Pengingat 1 belum dibaca')
    const $ = await kasi.halaman('/pengingat')
    const isi = rapi($('main').text())
    expect(isi).toContain('Jumat, 10 Juli 2026')
    expect(isi).toContain('Tugas pegawai di unit Anda yang terlambat')
    expect(isi).toContain('Rapikan data pos ronda')
    expect(isi).toContain('terlambat 3 hari kerja')
    // opened is not read: that is said by a press of the button
    expect((await kasi.halaman('/'))('.pita-pengingat')).toHaveLength(1)
    const jawab = await kasi.kirim('/pengingat/dibaca')
    expect([jawab.status, jawab.headers.location]).toEqual([303, '/?pesan=pengingat-dibaca'])
    const lagi = await kasi.halaman('/')
    expect([lagi('.pita-pengingat').length, lagi('.atas__pengingat').length]).toEqual([0, 0])
    // of others nothing was marked
    expect((await orang['staf.trantib'].halaman('/'))('.pita-pengingat')).toHaveLength(1)
  })

  it('tanpa pengingat: halaman mengatakannya', async () => {
    expect(rapi((await orang.admin.halaman('/pengingat'))('main').text())).toContain('Belum ada pengingat untuk Anda.')
  })
})

describe('mengingatkan orang lain', () => {
  it('Tim SAKIP melihat semua yang terlambat atau dekat, yang paling lama dahulu, dengan pesan dan tautan WhatsApp', async () => {
    const $ = await orang.sakip1.halaman('/pengingat/ingatkan')
    const judul = $('main section[id^=orang-] h2')
      .toArray()
      .map((el) => rapi($(el).text()))
    const nama = async (akun: string) => (await app.pelaku(akun)).nama
    expect(judul).toEqual([await nama('staf.trantib'), await nama('kasi.pmd'), await nama('kasi.trantib')])
    const staf = $('main section[id^=orang-]').first()
    const pesan = String(staf.find('textarea').val() ?? staf.find('textarea').text()).trim()
    expect(pesan).toContain('1. Rapikan data pos ronda')
    expect(pesan).toContain('terlambat 3 hari kerja')
    expect(pesan).toContain(await nama('sakip1'))
    const tautan = new URL(String(staf.find('a[data-catat]').attr('href')))
    expect(tautan.origin + tautan.pathname).toBe('https://wa.me/6281234567890')
    expect(rapi(tautan.searchParams.get('text') ?? '')).toBe(rapi(pesan))
    expect($('#teks-grup').text()).toContain('Verifikasi profil desa')
    expect(rapi($('main section[id^=orang-]').eq(1).text())).toContain('Nomor WhatsApp-nya belum dicatat.')
  })

  it('kepala unit melihat orang unitnya saja; staf ditolak', async () => {
    const $ = await orang['kasi.trantib'].halaman('/pengingat/ingatkan')
    expect($('main section[id^=orang-]')).toHaveLength(1)
    expect($('main').text()).toContain('Rapikan data pos ronda')
    expect($('#teks-grup')).toHaveLength(0)
    const lain = (await app.pelaku('kasi.pmd')).pegawaiId
    expect((await orang['kasi.trantib'].kirim(`/pengingat/ingatkan/${lain}`)).status).toBe(404)
    expect((await orang['staf.trantib'].buka('/pengingat/ingatkan')).status).toBe(403)
    expect(await ajakan()).toEqual([])
  })

  it('yang diingatkan tercatat: siapa, siapa, kapan; dikirim dua kali tercatat sekali', async () => {
    const dia = await app.pelaku('staf.trantib')
    const kirim = () => orang['kasi.trantib'].kirim(`/pengingat/ingatkan/${dia.pegawaiId}`, { kunci: 'k-ajakan-1' })
    const jawab = await kirim()
    expect(jawab.headers.location).toBe(`/pengingat/ingatkan?pesan=ajakan-dicatat#orang-${dia.pegawaiId}`)
    await kirim()
    const kasi = (await app.pelaku('kasi.trantib')).nama
    expect(await ajakan()).toEqual([{ oleh: kasi, nama: dia.nama, cara: 'WhatsApp' }])
    const $ = await orang.sakip1.halaman('/pengingat/ingatkan')
    expect(rapi($(`#orang-${dia.pegawaiId}`).text())).toContain(`oleh ${kasi}.`)
    expect((await orang.sakip1.kirim('/pengingat/ingatkan')).status).toBe(303)
    expect((await ajakan()).slice(1).map((a) => a.cara)).toEqual(['grup WhatsApp', 'grup WhatsApp', 'grup WhatsApp'])
    const jejak = await orang.sekcam.halaman('/jejak-audit')
    expect(rapi(jejak('main').text())).toContain(`Mengingatkan ${dia.nama} lewat WhatsApp tentang 1 tugas`)
  })

  it('dari halaman siklus: hanya tugas siklus itu', async () => {
    const id = await mulaiSiklusUji(app)
    await sampaiLangkah(app, id, 'P7')
    await app.sql('update langkah_siklus set tenggat = null where siklus_id = $1', [id])
    await app.sql("update siklus set tenggat = '2026-07-09' where id = $1", [id])
    const siklus = await orang.sakip1.halaman(`/siklus/${id}`)
    const alamat = String(siklus('a[href^="/pengingat/ingatkan"]').attr('href'))
    const $ = await orang.sakip1.halaman(alamat)
    expect($('main').text()).toContain('Isi dan serahkan formulir')
    expect($('main').text()).not.toContain('Rapikan data pos ronda')
    const kasi = await orang['kasi.trantib'].halaman(alamat)
    expect(kasi('main section[id^=orang-]')).toHaveLength(1)
    expect(
      (await orang['staf.trantib'].halaman(`/siklus/${id}`))('a[href^="/pengingat"]:not(.atas__pengingat)'),
    ).toHaveLength(0)
    // what is no siklus of this office filters everything away
    const asing = await orang.sakip1.halaman('/pengingat/ingatkan?siklus=7b0c1f9e-5a43-4d52-8f6e-2f1d0a9c3b11')
    expect(asing('main').text()).toContain('Tidak ada yang perlu diingatkan.')
  })
})

describe('setelan dan kontak', () => {
  const SETELAN = {
    aktif: 'ya',
    surel: 'ya',
    padaHari: 'ya',
    hariSebelum: '5, 2,1',
    sesudahMulai: '1',
    sesudahSetiap: '3',
    keKepala: '2',
    keSekcam: '0',
    jamMulai: '8.00',
    jamSelesai: '15.30',
    versi: '0',
  }

  it('disimpan dengan jejak; yang salah kembali 422 dengan isiannya; yang kalah cepat 409', async () => {
    const sekcam = orang.sekcam
    const salah = await sekcam.kirim('/pengingat/setelan', {
      ...SETELAN,
      hariSebelum: 'tiga',
      sesudahSetiap: '0',
      jamSelesai: '07.00',
    })
    expect(salah.status).toBe(422)
    expect(salah.text).toContain('value="tiga"')
    expect(salah.text).toContain('Tulis jumlah hari kerja dari 1 sampai 30')
    expect(salah.text).toContain('Tulis bilangan bulat 1 sampai 30.')
    expect((await sekcam.kirim('/pengingat/setelan', { ...SETELAN, jamMulai: '16.00' })).text).toContain(
      'Jam selesai harus sesudah jam mulai.',
    )
    expect((await sekcam.kirim('/pengingat/setelan', SETELAN)).status).toBe(303)
    const [baris] = await app.sql(
      'select hari_sebelum, sesudah_setiap, ke_sekcam, jam_mulai, jam_selesai, versi from setelan_pengingat',
    )
    expect(baris).toEqual({
      hari_sebelum: [5, 2, 1],
      sesudah_setiap: 3,
      ke_sekcam: 0,
      jam_mulai: '08:00',
      jam_selesai: '15:30',
      versi: 1,
    })
    expect((await orang.sakip1.kirim('/pengingat/setelan', SETELAN)).status).toBe(409)
    const { aktif: _, ...mati } = SETELAN
    expect((await orang.sakip1.kirim('/pengingat/setelan', { ...mati, versi: '1' })).status).toBe(303)
    expect(await app.sql("select 1 from jejak where peristiwa = 'pengingat.setelan-diubah'")).toHaveLength(2)
    expect((await orang['kasi.trantib'].kirim('/pengingat/setelan', SETELAN)).status).toBe(403)
  })

  it('tanpa server surel, admin diberi tahu apa yang harus diisi', async () => {
    expect((await orang.admin.halaman('/pengingat/setelan'))('main').text()).toContain('TAKAR_SMTP')
    expect((await orang.sakip1.halaman('/pengingat/setelan'))('main').text()).toContain('mintalah admin')
  })

  it('orang mengubah surel dan teleponnya sendiri; yang salah ditolak dengan contohnya', async () => {
    const kasi = orang['kasi.trantib']
    const $ = await kasi.halaman('/akun/kontak')
    expect($('input[name=ingatSurel]').attr('checked')).toBeDefined()
    const versi = String($('input[name=versi]').val())
    const salah = await kasi.kirim('/akun/kontak', {
      versi,
      surel: 'kasi.trantib',
      telepon: 'di rumah',
      ingatSurel: 'ya',
    })
    expect(salah.status).toBe(422)
    expect(salah.text).toContain('nama@contoh.go.id')
    expect(salah.text).toContain('Nomor telepon hanya berisi angka')
    expect(salah.text).toContain('value="di rumah"')
    const benar = { surel: 'kasi@taman.example', telepon: '0813 1111 2222', ingatSurel: 'ya' }
    expect((await kasi.kirim('/akun/kontak', { versi, ...benar })).status).toBe(303)
    expect((await kasi.kirim('/akun/kontak', { versi, ...benar, telepon: '' })).status).toBe(409)
    const [tersimpan] = await app.sql(
      "select surel, telepon, ingat_surel from pegawai where id = (select pegawai_id from akun where nama_pengguna = 'kasi.trantib')",
    )
    expect(tersimpan).toEqual({ surel: 'kasi@taman.example', telepon: '0813 1111 2222', ingat_surel: true })
    const ingatkan = await orang.sakip1.halaman('/pengingat/ingatkan')
    expect(ingatkan('a[href^="https://wa.me/6281311112222?text="]')).toHaveLength(1)
  })

  it('admin juga memeriksa nomor telepon pegawai', async () => {
    const id = (await app.pelaku('kasi.pmd')).pegawaiId
    const jawab = await orang.admin.kirim(`/organisasi/pegawai/${id}/data`, {
      nama: 'Kasi',
      jenisNip: 'NON_ASN',
      nip: '',
      telepon: '0812',
    })
    expect(jawab.status).toBe(422)
    expect(jawab.text).toContain('kurang atau kelebihan angka')
  })
})
