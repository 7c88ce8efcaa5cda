import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { bawaYaml, keadaan, sahkan, versiBaris, yamlUji } from './siapkan-sop.ts'

let app: AplikasiUji
const orang: Record<string, OrangUji> = {}
const dia = (nama: string): OrangUji => {
  const ada = orang[nama]
  if (!ada) throw new Error(nama)
  return ada
}
beforeAll(async () => {
  app = await bukaAplikasiUji()
  for (const nama of [
    'sakip1',
    'sakip2',
    'sekcam',
    'camat',
    'admin',
    'kasi.pmd',
    'staf.pmd',
    'pengamat',
    'camat.candipuro',
  ])
    orang[nama] = await app.masukSebagai(nama)
})
afterAll(() => app.tutup())

let hitung = 0
/** A draft of its own, in the state a test needs. */
async function buat(status: 'DRAF' | 'DIAJUKAN' | 'BERLAKU' | 'DICABUT' | 'DIBUANG'): Promise<string> {
  hitung += 1
  const sop = await bawaYaml(dia('sakip1'), yamlUji({ kode: `sop-uji-${hitung}`, nama: `SOP Uji ${hitung}` }))
  if (status === 'DRAF') return sop
  if (status === 'DIBUANG') {
    await dia('sakip1').kirim(`${sop}/pembuangan`, { versi: '0' })
    return sop
  }
  if (status === 'DIAJUKAN') {
    await dia('sakip1').kirim(`${sop}/pengajuan`, { versi: '0' })
    return sop
  }
  await sahkan(app, { pengaju: dia('sakip1'), camat: dia('camat'), sop })
  if (status === 'DICABUT')
    await dia('camat').kirim(`${sop}/pencabutan`, {
      versi: '2',
      sejak: '2026-07-06',
      alasan: 'Diganti peraturan baru.',
    })
  return sop
}
const coba = async (nama: string, sop: string, jalur: string, isian: Record<string, string> = {}) =>
  (await dia(nama).kirim(`${sop}${jalur}`, { versi: await versiBaris(app, sop), ...isian })).status

describe('siapa boleh apa, menurut keadaan versi', () => {
  const ALASAN = { alasan: 'Langkah tiga belum jelas siapa.' }
  const TINDAKAN: Readonly<Record<string, readonly [jalur: string, isian: Record<string, string>]>> = {
    UBAH: ['/draf/catatan-berkas', {}],
    AJUKAN: ['/pengajuan', {}],
    TARIK: ['/penarikan', {}],
    KEMBALIKAN: ['/pengembalian', ALASAN],
    SAHKAN: ['/pengesahan', { tanggalEfektif: '2026-07-06' }],
    CABUT: ['/pencabutan', { sejak: '2026-07-06', ...ALASAN }],
    BUANG: ['/pembuangan', {}],
    SALIN: ['/salinan', { sebagai: 'BARU', nama: 'SOP Salinan' }],
  }
  // state · act → who gets through; everybody else gets 403 (drafts: 404), and who may in another state 409
  const BOLEH: readonly (readonly [status: Parameters<typeof buat>[0], tindakan: string, oleh: readonly string[]])[] = [
    ['DRAF', 'UBAH', ['sakip1', 'sekcam', 'camat', 'admin']],
    ['DRAF', 'AJUKAN', ['sakip1', 'sekcam', 'admin']],
    ['DRAF', 'BUANG', ['sakip1', 'sekcam', 'camat', 'admin']],
    ['DRAF', 'SALIN', ['sakip1', 'sekcam', 'camat', 'admin']],
    ['DRAF', 'TARIK', []],
    ['DRAF', 'SAHKAN', []],
    ['DRAF', 'KEMBALIKAN', []],
    ['DRAF', 'CABUT', []],
    ['DIAJUKAN', 'UBAH', []],
    ['DIAJUKAN', 'AJUKAN', []],
    ['DIAJUKAN', 'BUANG', []],
    ['DIAJUKAN', 'TARIK', ['sakip1', 'sekcam', 'admin']],
    ['DIAJUKAN', 'SAHKAN', ['camat']],
    ['DIAJUKAN', 'KEMBALIKAN', ['camat']],
    ['BERLAKU', 'UBAH', []],
    ['BERLAKU', 'AJUKAN', []],
    ['BERLAKU', 'BUANG', []],
    ['BERLAKU', 'CABUT', ['camat']],
    ['BERLAKU', 'SALIN', ['sakip1', 'sekcam', 'camat', 'admin']],
    ['DICABUT', 'UBAH', []],
    ['DICABUT', 'CABUT', []],
    ['DICABUT', 'SAHKAN', []],
    ['DICABUT', 'SALIN', ['sakip1', 'sekcam', 'camat', 'admin']],
    ['DIBUANG', 'UBAH', []],
    ['DIBUANG', 'AJUKAN', []],
    ['DIBUANG', 'SALIN', ['sakip1', 'sekcam', 'camat', 'admin']],
  ]

  it.each(BOLEH)('%s: %s hanya oleh %j', async (status, tindakan, oleh) => {
    const [jalur, isian] = TINDAKAN[tindakan] ?? ['', {}]
    const tetap = await buat(status)
    for (const nama of ['kasi.pmd', 'staf.pmd', 'pengamat'])
      expect(await coba(nama, tetap, jalur, isian), nama).toBe(403)
    expect(await coba('camat.candipuro', tetap, jalur, isian)).toBe(
      tindakan === 'AJUKAN' || tindakan === 'TARIK' ? 403 : 404,
    )
    for (const nama of ['sakip1', 'sekcam', 'camat', 'admin']) {
      if (oleh.includes(nama)) continue
      expect([403, 409], `${nama} ditolak`).toContain(await coba(nama, tetap, jalur, isian))
    }
    expect((await keadaan(app, tetap)).status).toBe(status === 'BERLAKU' ? 'DISAHKAN' : status)
    for (const nama of oleh) expect(await coba(nama, await buat(status), jalur, isian), nama).toBe(303)
  })

  it('draf tidak terlihat orang lain, versi yang sah terlihat semua orang kantor ini', async () => {
    const [draf, sah] = [await buat('DRAF'), await buat('BERLAKU')]
    for (const nama of ['kasi.pmd', 'staf.pmd', 'pengamat']) {
      for (const jalur of ['', '/langkah', '/versi', '/yaml', '/excel'])
        expect((await dia(nama).buka(draf + jalur)).status, `${nama} ${jalur}`).toBe(404)
      for (const jalur of ['', '/langkah', '/versi', '/yaml', '/excel'])
        expect((await dia(nama).buka(sah + jalur)).status, `${nama} ${jalur}`).toBe(200)
      expect((await dia(nama).buka(`${sah}/pemeriksaan`)).status).toBe(403)
      expect((await dia(nama).halaman('/sop'))('main').text()).not.toContain('Draf')
    }
    for (const jalur of ['', '/langkah', '/yaml', '/salinan', '/pengesahan'])
      expect((await dia('camat.candipuro').buka(sah + jalur)).status, jalur).toBe(404)
  })
})

describe('mengajukan, mengembalikan, mengesahkan', () => {
  it('yang mengajukan tidak mengesahkan: Sekcam yang hari itu Plh. Camat ditolak, orang lain boleh', async () => {
    const sop = await buat('DRAF')
    expect(await coba('sekcam', sop, '/pengajuan')).toBe(303)
    await app.sql(
      `insert into penugasan (kecamatan_id, pegawai_id, jabatan_id, jenis, mulai, nomor_sk)
       select a.kecamatan_id, a.pegawai_id, j.id, 'PLH', '2026-07-01', 'Plh/1' from akun a join jabatan j on j.kecamatan_id = a.kecamatan_id and j.kode = 'camat'
       where a.nama_pengguna = 'sekcam'`,
    )
    const plh = await app.masukSebagai('sekcam')
    const jawab = await plh.kirim(`${sop}/pengesahan`, {
      versi: await versiBaris(app, sop),
      tanggalEfektif: '2026-07-06',
    })
    expect(jawab.status).toBe(403)
    expect(jawab.text).toContain('Anda sendiri yang mengajukan')
    expect((await plh.buka(`${sop}/pengesahan`)).text).toContain('orang lain yang memutuskannya')
    const draf = await buat('DRAF')
    const ajukan = await plh.kirim(`${draf}/pengajuan`, { versi: '0' })
    expect(ajukan.status).toBe(403)
    expect(ajukan.text).toContain('Hari ini Anda juga Camat')
    const lain = await buat('DIAJUKAN')
    expect((await plh.kirim(`${lain}/pengesahan`, { versi: '1', tanggalEfektif: '2026-07-06' })).status).toBe(303)
    const [sah] = await app.sql<{ jabatan: string; oleh: string }>(
      "select pengesahan->>'jabatan' as jabatan, definisi->'identitas'->'disahkanOleh'->>'jabatan' as oleh from versi_sop where id = $1",
      [lain.replace('/sop/', '')],
    )
    expect(sah).toEqual({ jabatan: 'Plh. Camat Taman', oleh: 'Plh. Camat Taman' })
    await app.sql("delete from penugasan where nomor_sk = 'Plh/1'")
    expect(await coba('camat', sop, '/pengesahan', { tanggalEfektif: '2026-07-06' })).toBe(303)
  })

  it('draf yang masih salah tidak dapat diajukan; yang kantornya berubah sesudah diajukan tidak dapat disahkan', async () => {
    const salah = await bawaYaml(
      dia('sakip1'),
      yamlUji({ kode: 'salah', nama: 'SOP Salah' }, [{ kode: 'A', jenis: 'telaah' }]),
    )
    const jawab = await dia('sakip1').kirim(`${salah}/pengajuan`, { versi: '0' })
    expect(jawab.status).toBe(422)
    expect(jawab.text).toContain('Masih ada 2 hal yang harus diperbaiki')
    expect((await keadaan(app, salah)).status).toBe('DRAF')
    const kolom = [
      { kode: 'TIM_SAKIP', nama: 'Operator', jabatan: 'kasi-kesos' },
      { kode: 'SEKCAM', nama: 'Sekcam', peran: 'SEKCAM' },
    ]
    const sop = await bawaYaml(dia('sakip1'), yamlUji({ kode: 'kantor', nama: 'SOP Kantor', pelaksana: kolom }))
    expect(await coba('sakip1', sop, '/pengajuan')).toBe(303)
    await app.sql("update jabatan set aktif = false where kode = 'kasi-kesos'")
    expect(await coba('camat', sop, '/pengesahan', { tanggalEfektif: '2026-07-06' })).toBe(422)
    await app.sql("update jabatan set aktif = true where kode = 'kasi-kesos'")
    expect(await coba('camat', sop, '/pengesahan', { tanggalEfektif: '2026-07-06' })).toBe(303)
  })

  it('dikembalikan tanpa alasan ditolak dan isian tetap; dengan alasan, alasannya terlihat penyusun', async () => {
    const sop = await buat('DIAJUKAN')
    const pendek = await dia('camat').kirim(`${sop}/pengembalian`, { versi: '1', alasan: 'kurang' })
    expect(pendek.status).toBe(422)
    expect(pendek.text).toContain('minimal 10 huruf')
    expect(pendek.text).toContain('kurang</textarea>')
    await dia('camat').kirim(`${sop}/pengembalian`, { versi: '1', alasan: 'Langkah kedua: siapa yang menulis?' })
    const $ = await dia('sekcam').halaman(sop)
    expect($('main').text()).toContain('Langkah kedua: siapa yang menulis?')
    expect(await coba('sekcam', sop, '/pengajuan')).toBe(303)
  })

  it('pengesahan: tanggal yang salah 422 dengan isian tetap; nomor, tanggal, penanda tangan menjadi isi identitas', async () => {
    const sop = await buat('DIAJUKAN')
    const salah = await dia('camat').kirim(`${sop}/pengesahan`, {
      versi: '1',
      nomor: '070/9',
      tanggalPembuatan: 'kemarin',
      tanggalEfektif: '',
    })
    expect(salah.status).toBe(422)
    expect(salah.text).toContain('Tulis sejak kapan SOP ini berlaku.')
    expect(salah.text).toContain('value="070/9"')
    expect(salah.text).toContain('NIP. 19700101 199601 1 901')
    const dahulu = { versi: '1', tanggalPembuatan: '10 Juli 2026', tanggalEfektif: '2026-07-06' }
    expect((await dia('camat').kirim(`${sop}/pengesahan`, dahulu)).text).toContain('tidak dapat berlaku sebelum dibuat')
    await dia('camat').kirim(`${sop}/pengesahan`, {
      versi: '1',
      nomor: '070/9',
      tanggalPembuatan: 'Juni 2026',
      tanggalEfektif: '2026-07-06',
    })
    const teks = (await dia('staf.pmd').halaman(sop))('main').text()
    for (const bagian of ['070/9', 'Juni 2026', '6 Juli 2026', 'Camat Taman · Camat Taman (contoh)'])
      expect(teks).toContain(bagian)
    const [baris] = await app.sql<{ langkah: number; kolom: number }>(
      `select (select count(*)::int from langkah_sop where versi_sop_id = $1) as langkah, (select count(*)::int from pelaksana_sop where versi_sop_id = $1) as kolom`,
      [sop.replace('/sop/', '')],
    )
    expect(baris).toEqual({ langkah: 4, kolom: 5 })
  })

  it('halaman lama tidak menimpa: versi yang sudah berubah 409; dua Camat sekaligus: satu menang', async () => {
    const sop = await buat('DIAJUKAN')
    expect((await dia('camat').kirim(`${sop}/pengesahan`, { versi: '0', tanggalEfektif: '2026-07-06' })).status).toBe(
      409,
    )
    const dua = await Promise.all([
      dia('camat').kirim(`${sop}/pengesahan`, { versi: '1', tanggalEfektif: '2026-07-06' }),
      dia('camat').kirim(`${sop}/pengembalian`, { versi: '1', alasan: 'Belum dapat disahkan.' }),
    ])
    expect(dua.map((j) => j.status).sort()).toEqual([303, 409])
  })

  it('setiap tindakan punya satu kalimat di jejak audit, dan ada di riwayat versi', async () => {
    const sop = await buat('DICABUT')
    const jejak = await app.sql<{ peristiwa: string }>(
      'select peristiwa from jejak where objek_id = $1 order by urut',
      [sop.replace('/sop/', '')],
    )
    expect(jejak.map((j) => j.peristiwa)).toEqual(['sop.draf-dibuat', 'sop.diajukan', 'sop.disahkan', 'sop.dicabut'])
    const $ = await dia('sakip1').halaman('/jejak-audit')
    expect($('main').text()).toContain(`Mencabut SOP Uji ${hitung} versi 1 sejak 6 Juli 2026`)
    const riwayat = (await dia('sakip1').halaman(`${sop}/versi`))('.riwayat').text().replace(/\s+/g, ' ')
    for (const bagian of [
      'Mencabut',
      'Alasan: Diganti peraturan baru.',
      'Mengesahkan',
      'Mengajukan kepada Camat',
      'Membuat draf',
    ])
      expect(riwayat).toContain(bagian)
  })
})
