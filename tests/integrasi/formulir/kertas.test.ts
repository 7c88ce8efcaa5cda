import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kembalikanPenyerahan } from '../../../src/modul/formulir/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { teksPdf } from '../../bantuan/baca-pdf.ts'
import { PDF } from '../berkas/contoh-berkas.ts'
import { type FormulirUji, formulirUji, isianBarisUji, isiSemua, siapkanSiklus } from './bantuan-formulir.ts'

let app: AplikasiUji
let sari: OrangUji // Tim SAKIP
let joko: OrangUji // Kasi Pemerintahan
let dewi: OrangUji // Staf Seksi Pemerintahan
let formulir: FormulirUji
let siklusId: string
let dewiId: string

beforeAll(async () => {
  app = await bukaAplikasiUji()
  siklusId = await siapkanSiklus(app, 'P7')
  await app.sql("update formulir set dibagikan_pada = '2026-07-01' where siklus_id = $1", [siklusId])
  formulir = await formulirUji(app, siklusId)
  sari = await app.masukSebagai('sakip1')
  joko = await app.masukSebagai('kasi.pemerintahan')
  dewi = await app.masukSebagai('staf.pemerintahan')
  dewiId = (await app.pelaku('staf.pemerintahan')).pegawaiId
})
afterAll(() => app.tutup())

const alamat = () => `/formulir/${formulir.id}/kertas`
const pindaian = { berkas: { nama: 'formulir kertas.pdf', isi: PDF } }
const kertas = (isian: Record<string, string> = {}) => ({
  pengisiId: dewiId,
  tanggal: '2026-07-03',
  keterangan: '',
  ...isian,
})
const catat = async (orang: OrangUji, isian = kertas()) => {
  const jawab = await orang.unggah(alamat(), isian, pindaian)
  expect(jawab.status, jawab.text).toBe(303)
  return String(jawab.headers.location).split('?')[0] ?? ''
}
const cari = async (kode: string) => {
  formulir = await formulirUji(app, siklusId)
  const baris = formulir.baris.find((b) => b.kode === kode)
  if (!baris) throw new Error(`tidak ada ${kode}`)
  return baris
}
/** The fields of one row as the page of a paper sends them. */
const isian = (b: FormulirUji['baris'][number], nilai: Record<string, string>, lain: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(isianBarisUji(b, nilai, lain)).map(([nama, isi]) => [`b.${b.id}.${nama}`, isi]))
const utama = async (orang: OrangUji, tujuan: string) =>
  (await orang.halaman(tujuan))('main').text().replace(/\s+/g, ' ')

describe('formulir yang diisi di kertas', () => {
  it('Tim SAKIP dan kepala unit mencatatnya; staf dan unit lain tidak', async () => {
    for (const orang of [sari, joko]) {
      const $ = await orang.halaman(`/formulir/${formulir.id}`)
      expect($(`a[href="${alamat()}"]`).length).toBe(1)
      expect((await orang.halaman(alamat()))(`form[action="${alamat()}"]`).length).toBe(1)
    }
    expect((await dewi.halaman(`/formulir/${formulir.id}`))(`a[href="${alamat()}"]`).length).toBe(0)
    expect((await dewi.unggah(alamat(), kertas(), pindaian)).status).toBe(403)
    const lain = await app.masukSebagai('kasi.pmd')
    expect((await lain.unggah(alamat(), kertas(), pindaian)).status).toBe(404)
    const camat = await app.masukSebagai('camat')
    expect((await camat.unggah(alamat(), kertas(), pindaian)).status).toBe(403)
  })

  it('tanpa pindaian, bukan pindaian, pengisi dari unit lain, atau tanggal yang mustahil → ditolak, tidak ada yang tercatat', async () => {
    const tolak = async (isi: Record<string, string>, berkas: Parameters<OrangUji['unggah']>[2] = pindaian) => {
      const jawab = await sari.unggah(alamat(), kertas(isi), berkas)
      expect(jawab.status).toBe(422)
      return jawab.text
    }
    expect(await tolak({}, {})).toContain('Lampirkan pindaian')
    expect(await tolak({ pengisiId: '' })).toContain('Pilih siapa yang mengisi')
    const asing = (await app.pelaku('kasi.pmd')).pegawaiId
    expect(await tolak({ pengisiId: asing })).toContain('bukan pegawai')
    expect(await tolak({ tanggal: '2026-07-07' })).toContain('antara hari formulir dibagikan')
    expect(await tolak({ tanggal: '2026-06-30' })).toContain('antara hari formulir dibagikan')
    const [{ jumlah } = { jumlah: -1 }] = await app.sql<{ jumlah: number }>(
      'select count(*)::int as jumlah from isian_kertas',
    )
    expect(jumlah).toBe(0)
  })

  it('nilai disalin atas nama pengisinya: di nilai, jejak, dokumen, dan rekap; pindaiannya menjadi bukti', async () => {
    const b = await cari('IKK-11')
    const [pembilang = '', penyebut = ''] = b.variabel
    const tujuan = await catat(sari)
    const $ = await sari.halaman(tujuan)
    expect($(`form[action="${tujuan}"] input[name="b.${b.id}.v.${pembilang}"]`).length).toBe(1)
    expect($('[data-simpan-otomatis]').length).toBe(0)
    const salah = await sari.kirim(tujuan, isian(b, { [pembilang]: '1.250', [penyebut]: '19' }))
    expect(salah.status).toBe(422)
    expect(salah.text).toContain('dapat berarti 1250 atau 1,25')
    const nilai = isian(b, { [pembilang]: '18', [penyebut]: '19' }, { kendala: 'Listrik padam' })
    expect((await sari.kirim(tujuan, nilai)).headers.location).toContain('kertas-diisi')

    const kalimat =
      /Diisi atas nama Staf Pemerintahan \(contoh\) \(Staf Seksi Pemerintahan\) dari formulir kertas 3 Juli 2026, dicatat .* \(Tim SAKIP\)\./
    expect(await utama(dewi, `/formulir/${formulir.id}`)).toMatch(kalimat)
    const bukti =
      (await dewi.halaman(`/formulir/${formulir.id}`))(`#baris-${b.id} th a[href^="/berkas/"]`).attr('href') ?? ''
    expect((await dewi.buka(bukti)).status).toBe(200)
    expect(await utama(dewi, `/formulir/${formulir.id}/baris/${b.id}/bukti`)).toContain('Formulir kertas 3 Juli 2026')
    const jejak = await app.sql<{ peristiwa: string; jabatan_pelaku: string }>(
      "select peristiwa, jabatan_pelaku from jejak where siklus_id = $1 and (objek_id = $2 or peristiwa like 'formulir.kertas%') order by urut",
      [siklusId, b.id],
    )
    expect(jejak.map((j) => j.peristiwa)).toEqual([
      'formulir.kertas-dicatat',
      'formulir.baris-disimpan',
      'formulir.kertas-diisi',
    ])
    expect(new Set(jejak.map((j) => j.jabatan_pelaku))).toEqual(new Set(['Tim SAKIP']))
    const pdf = await teksPdf((await dewi.buka(`/formulir/${formulir.id}/cetak`).responseType('blob')).body)
    expect(JSON.stringify(pdf).replace(/\s+/g, ' ')).toContain('Diisi atas nama')
    expect(await utama(sari, `/siklus/${siklusId}/langkah/P8/rekap`)).toMatch(kalimat)
  })

  it('yang sudah diubah orang lain ditanyakan; angka yang diubah sesudahnya disebut begitu', async () => {
    const b = await cari('IKK-11')
    const [pembilang = '', penyebut = ''] = b.variabel
    const tujuan = await catat(joko)
    const baru = isianBarisUji(b, { [pembilang]: '15', [penyebut]: '19' })
    expect((await dewi.kirim(`/formulir/${formulir.id}/baris/${b.id}`, baru)).status).toBe(303)
    expect(await utama(dewi, `/formulir/${formulir.id}`)).toContain(
      'Angkanya diubah sesudah itu oleh Staf Pemerintahan (contoh).',
    )
    const bentrok = await joko.kirim(tujuan, isian(b, { [pembilang]: '16', [penyebut]: '19' }))
    expect(bentrok.status).toBe(409)
    expect(bentrok.text).toContain('lebih dulu menyimpan baris ini')
  })

  it('kertas yang tercatat tidak dapat diubah atau dihapus aplikasi; formulir yang sudah diserahkan tidak menerima kertas', async () => {
    await expect(
      app.sebagai(
        'sakip1',
        (p) => app.db.baca.$queryRaw`delete from isian_kertas where kecamatan_id = ${p.kecamatanId}::uuid returning id`,
      ),
    ).rejects.toThrow()
    await app.sql("update formulir set status = 'DISERAHKAN' where id = $1", [formulir.id])
    expect((await sari.unggah(alamat(), kertas(), pindaian)).status).toBe(409)
    expect((await sari.halaman(alamat()))('form[enctype]').length).toBe(0)
    await app.sql("update formulir set status = 'DITERIMA' where id = $1", [formulir.id])
  })

  it('yang namanya tertulis di kertas terhitung ikut mengajukan, walau orang lain yang mengetik', async () => {
    await isiSemua(app, formulir.id)
    await app.sql('update baris_formulir set diubah_oleh_id = null where formulir_id = $1', [formulir.id])
    await cari('IKK-11')
    const jawab = await joko.kirim(`/formulir/${formulir.id}/penyerahan`, { versi: String(formulir.versi) })
    expect(jawab.headers.location, jawab.text).toContain('formulir-diserahkan')
    const peristiwa = await app.sql<{ isi: unknown }>('select isi from peristiwa_siklus where siklus_id = $1', [
      siklusId,
    ])
    expect(JSON.stringify(peristiwa)).toContain(dewiId)
  })
})

describe('formulir yang diserahkan di atas kertas', () => {
  let pmd: FormulirUji
  let rina: OrangUji // Kasi PMD
  const satu = () => `/formulir/${pmd.id}`
  const tujuan = () => `${satu()}/penyerahan-kertas`
  const kepala = async () => (await app.pelaku('kasi.pmd')).pegawaiId
  const isi = async (lain: Record<string, string> = {}) => {
    pmd = await formulirUji(app, siklusId, 'seksi-pmd')
    const dasar = { versi: String(pmd.versi), penyerahId: await kepala(), tanggal: '2026-07-04', kertasId: '' }
    return { ...dasar, ...lain }
  }
  const ditandatangani = { berkas: { nama: 'formulir bertanda tangan.pdf', isi: PDF } }
  const tersimpan = async () =>
    (
      await app.sql<{
        status: string
        penyerah_id: string | null
        kertas: { tanggal: string; berkasId: string } | null
      }>('select status, penyerah_id, serah_kertas as kertas from formulir where id = $1', [pmd.id])
    )[0]

  it('hanya Tim SAKIP yang mencatatnya, dan hanya bila isinya lengkap seperti penyerahan kepala unit sendiri', async () => {
    rina = await app.masukSebagai('kasi.pmd')
    await isi()
    expect(await utama(sari, tujuan())).toContain('Belum diisi:')
    const kurang = await sari.unggah(tujuan(), await isi(), ditandatangani)
    expect([kurang.status, kurang.text]).toEqual([422, expect.stringContaining('Belum diisi:')])
    await isiSemua(app, pmd.id)
    // what a Staf of another unit may not see is not there
    const bukan: [OrangUji, number][] = [
      [rina, 403],
      [dewi, 404],
      [joko, 404],
      [await app.masukSebagai('camat'), 403],
    ]
    for (const [orang, status] of bukan)
      expect((await orang.unggah(tujuan(), await isi(), ditandatangani)).status, orang.nama).toBe(status)
    const tolak = async (lain: Record<string, string>, berkas: Parameters<OrangUji['unggah']>[2] = ditandatangani) => {
      const jawab = await sari.unggah(tujuan(), await isi(lain), berkas)
      expect(jawab.status).toBe(422)
      return jawab.text
    }
    const tanpa = await tolak({}, {})
    expect(tanpa).toContain('Lampirkan pindaian')
    expect(tanpa, 'ketikan tetap').toContain('value="2026-07-04"')
    expect(await tolak({ penyerahId: dewiId })).toContain('bukan kepala')
    expect(await tolak({ tanggal: '2026-06-30' })).toContain('antara hari formulir dibagikan')
    expect(await tolak({ kertasId: crypto.randomUUID() })).toContain('Pilih kertas dari daftar')
    expect((await sari.unggah(tujuan(), await isi({ versi: '1' }), ditandatangani)).status).toBe(409)
    expect(await tersimpan()).toMatchObject({ status: 'DITERIMA', kertas: null })
  })

  it('tercatat atas nama kepala unit oleh pencatatnya; keduanya terhitung mengajukan; kepala unit diberi tahu', async () => {
    const $ = await sari.halaman(`${satu()}/pemeriksaan`)
    expect($(`a[href="${tujuan()}"]`).length).toBe(1)
    const jawab = await sari.unggah(tujuan(), await isi(), ditandatangani)
    expect(jawab.headers.location, jawab.text).toContain('penyerahan-kertas-dicatat')
    expect(await tersimpan()).toMatchObject({
      status: 'DISERAHKAN',
      penyerah_id: await kepala(),
      kertas: { tanggal: '2026-07-04' },
    })
    const kalimat =
      /Diserahkan atas nama .*\(Kepala Seksi Pemberdayaan Masyarakat dan Desa\) oleh .* \(Tim SAKIP\) pada .*, bukti: kertas 4 Juli 2026\./
    expect(await utama(rina, satu())).toMatch(kalimat)
    const pindaian = (await rina.halaman(satu()))('a:contains("Pindaian penyerahan")').attr('href') ?? ''
    expect((await rina.buka(pindaian)).headers['content-type']).toContain('application/pdf')
    expect(await utama(rina, '/')).toMatch(/Ketahui penyerahan formulir .* dari kertas/)
    expect(await utama(dewi, '/')).not.toContain('Ketahui penyerahan')
    expect(await utama(sari, `/siklus/${siklusId}/langkah/P7/pengisian`)).toContain('(kertas, dicatat ')
    expect(await utama(sari, `/siklus/${siklusId}/langkah/P8/rekap`)).toContain('(di atas kertas, dicatat ')
    const pdf = await teksPdf((await rina.buka(`${satu()}/cetak`).responseType('blob')).body)
    const rapat = JSON.stringify(pdf).replace(/\s+/g, ' ')
    for (const kata of ['bukti: kertas 4 Juli 2026', 'ditandatangani di atas kertas']) expect(rapat).toContain(kata)
    expect(await utama(sari, `/siklus/${siklusId}/riwayat`)).toContain('(di atas kertas, dicatat ')
    const [p] = await app.sql<{ isi: { pelaku: { pegawaiId: string }; data: { pengaju: string[] } } }>(
      "select isi from peristiwa_siklus where siklus_id = $1 and jenis = 'BAGIAN_DISERAHKAN' order by urut desc limit 1",
      [siklusId],
    )
    expect(p?.isi.pelaku.pegawaiId).toBe(await kepala())
    expect(p?.isi.data.pengaju).toEqual(
      expect.arrayContaining([await kepala(), (await app.pelaku('sakip1')).pegawaiId]),
    )
    const jejak = await app.sql<{ peristiwa: string; nama_pelaku: string; jabatan_pelaku: string }>(
      "select peristiwa, jabatan_pelaku from jejak where siklus_id = $1 and peristiwa in ('formulir.diserahkan-kertas', 'siklus.selesaikan-bagian') order by urut desc limit 2",
      [siklusId],
    )
    expect(jejak).toEqual([
      { peristiwa: 'siklus.selesaikan-bagian', jabatan_pelaku: 'Tim SAKIP' },
      { peristiwa: 'formulir.diserahkan-kertas', jabatan_pelaku: 'Tim SAKIP' },
    ])
    expect((await sari.unggah(tujuan(), await isi(), ditandatangani)).status).toBe(409)
  })

  it('kepala unit menariknya kembali; penyerahannya sendiri kemudian tidak menyebut kertas', async () => {
    await isi()
    expect((await rina.kirim(`${satu()}/penarikan`, { versi: String(pmd.versi) })).status).toBe(303)
    expect(await tersimpan()).toMatchObject({ status: 'DITERIMA', kertas: null })
    expect(await utama(rina, '/')).not.toContain('Ketahui penyerahan')
    // the paper that was taken over already carries the signature: its scan is the proof
    const kertas = await sari.unggah(
      `${satu()}/kertas`,
      { pengisiId: await kepala(), tanggal: '2026-07-03', keterangan: '' },
      pindaian,
    )
    const kertasId = String(kertas.headers.location).split('?')[0]?.split('/').at(-1) ?? ''
    expect((await sari.unggah(tujuan(), await isi({ kertasId }), {})).headers.location).toContain('dicatat')
    const [k] = await app.sql<{ id: string }>('select berkas_id as id from isian_kertas where id = $1', [kertasId])
    expect((await tersimpan())?.kertas?.berkasId).toBe(k?.id)
    await isi()
    await rina.kirim(`${satu()}/penarikan`, { versi: String(pmd.versi) })
    await isi()
    expect((await rina.kirim(`${satu()}/penyerahan`, { versi: String(pmd.versi) })).status).toBe(303)
    expect((await tersimpan())?.kertas).toBe(null)
    expect(await utama(rina, satu())).not.toContain('bukti: kertas')
  })

  it('yang dikembalikan diserahkan lagi dengan kertas baru: tanda tangan dari sebelumnya ditolak', async () => {
    const [unit] = await app.sql<{ id: string }>('select unit_id as id from formulir where id = $1', [pmd.id])
    const kembali = { unitId: unit?.id ?? '', alasan: 'Lampirkan daftar hadirnya.' }
    const rekap = { siklusId, kode: 'P8', jenis: 'rekap' }
    await app.sebagai('sakip1', (pelaku) => kembalikanPenyerahan(app.db, pelaku, rekap, kembali))
    const lama = await sari.unggah(tujuan(), await isi(), ditandatangani)
    expect([lama.status, lama.text]).toEqual([422, expect.stringContaining('dibuka lagi sesudah tanggal itu')])
    expect((await sari.unggah(tujuan(), await isi({ tanggal: '2026-07-06' }), ditandatangani)).status).toBe(303)
    expect(await tersimpan()).toMatchObject({ status: 'DISERAHKAN', kertas: { tanggal: '2026-07-06' } })
  })
})
