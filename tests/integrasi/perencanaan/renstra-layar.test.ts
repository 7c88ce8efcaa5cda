import * as cheerio from 'cheerio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { isiFormulir, tujuanFormulir } from './kartu-isian.ts'

let uji: AplikasiUji
let sakip: OrangUji
let camat: OrangUji
beforeAll(async () => {
  uji = await bukaAplikasiUji()
  sakip = await uji.masukSebagai('sakip1')
  camat = await uji.masukSebagai('camat')
})
afterAll(() => uji?.tutup())

const rapi = (teks: string) => teks.replace(/\s+/g, ' ').trim()
const satu = async (sql: string): Promise<string> =>
  (
    await uji.sql<{ id: string }>(`${sql} and kecamatan_id = (select id from kecamatan where kode = 'taman') limit 1`)
  )[0]?.id ?? ''
const peristiwa = (nama: string) =>
  uji.sql<{ rincian: Record<string, unknown> }>('select rincian from jejak where peristiwa = $1 order by urut', [nama])
const UNSUR = '/perencanaan/unsur'
/** Opens the form of a part, changes fields, sends it. */
async function kirimUnsur(alamat: string, isian: Record<string, string>) {
  const $ = await sakip.halaman(alamat)
  return sakip.kirim(tujuanFormulir($), { ...isiFormulir($), ...isian })
}
const idDari = (jawab: { headers: Record<string, unknown> }) =>
  /([0-9a-f-]{36})/.exec(String(jawab.headers.location))?.[1] ?? ''

describe('unsur Renstra', () => {
  test('tujuan sampai sub kegiatan ditambah dari nomenklatur, sub kegiatan yang sama per kelurahan, tampil di pohon', async () => {
    const renstra = await satu("select id from renstra where nama like '%Taman%'")
    const tujuan = await kirimUnsur(`${UNSUR}/tujuan/baru?induk=${renstra}`, {
      nama: 'Meningkatnya kemandirian kelurahan',
    })
    expect([tujuan.status, String(tujuan.headers.location)]).toEqual([
      303,
      expect.stringContaining('pesan=unsur-ditambah'),
    ])
    const sasaran = await kirimUnsur(`${UNSUR}/sasaran/baru?induk=${idDari(tujuan)}`, {
      nama: 'Kelurahan yang berdaya',
    })
    const kode = (k: string) => satu(`select id from nomenklatur where kode = '${k}'`)
    const program = await kirimUnsur(`${UNSUR}/program/baru?induk=${idDari(sasaran)}`, {
      kode: '7.01.09',
      nama: 'Program kelurahan',
    })
    const salahKode = await kirimUnsur(`${UNSUR}/kegiatan/baru?induk=${idDari(program)}`, {
      nomenklatur: await kode('7.01.03.2.02'),
    })
    expect([salahKode.status, salahKode.text]).toEqual([422, expect.stringContaining('diawali 7.01.09')])
    const kegiatan = await kirimUnsur(`${UNSUR}/kegiatan/baru?induk=${idDari(program)}`, {
      kode: '7.01.09.2.02',
      nama: 'Kegiatan kelurahan',
    })
    const unitId = await satu("select id from unit_kerja where kode = 'seksi-pmd'")
    const isi = {
      kode: '7.01.09.2.02.0002',
      nama: 'Sarana kelurahan',
      unitId,
      keluaran: 'Jumlah sarana',
      satuan: 'Unit',
    }
    const beji = await kirimUnsur(`${UNSUR}/sub-kegiatan/baru?induk=${idDari(kegiatan)}`, {
      ...isi,
      kelurahan: 'Kelurahan Beji',
    })
    expect(beji.status).toBe(303)
    const kembar = await kirimUnsur(`${UNSUR}/sub-kegiatan/baru?induk=${idDari(kegiatan)}`, {
      ...isi,
      kelurahan: 'Kelurahan Beji',
    })
    expect([kembar.status, kembar.text]).toEqual([422, expect.stringContaining('sudah ada untuk kelurahan yang sama')])
    expect(
      (
        await kirimUnsur(`${UNSUR}/sub-kegiatan/baru?induk=${idDari(kegiatan)}`, {
          ...isi,
          kelurahan: 'Kelurahan Pelutan',
        })
      ).status,
    ).toBe(303)
    const pohon = rapi((await camat.halaman('/perencanaan?tampilan=pohon&tahun=2026'))('main').text())
    expect(pohon).toContain('7.01.09.2.02.0002 Sarana kelurahan (Kelurahan Pelutan)')
    expect(await peristiwa('unsur-renstra.ditambah')).toHaveLength(6)
    const hapus = await sakip.kirim(`${UNSUR}/sub-kegiatan/${idDari(beji)}/penghapusan`, { versi: '1' })
    expect(hapus.status).toBe(303)
    expect((await sakip.kirim(`${UNSUR}/kegiatan/${idDari(kegiatan)}/penghapusan`, { versi: '1' })).status).toBe(409)
    const ganti = await kirimUnsur(`${UNSUR}/program/${idDari(program)}`, { kode: '7.01.08' })
    expect(ganti.status).toBe(303)
    expect(await uji.sql("select kode from sub_kegiatan where nama = 'Sarana kelurahan'")).toEqual([
      { kode: '7.01.08.2.02.0002' },
    ])
  })

  test('dipilih dari nomenklatur: kode, nama, indikator keluaran, dan satuan ikut', async () => {
    const induk = await satu("select id from kegiatan where kode = '7.01.06.2.01'")
    const nomenklatur = await satu("select id from nomenklatur where kode = '7.01.06.2.01.0006'")
    const unitId = await satu("select id from unit_kerja where kode = 'seksi-pmd'")
    const jawab = await kirimUnsur(`${UNSUR}/sub-kegiatan/baru?induk=${induk}`, { nomenklatur, unitId })
    expect(jawab.status).toBe(303)
    expect(await uji.sql('select kode, nama, satuan from sub_kegiatan where id = $1', [idDari(jawab)])).toEqual([
      { kode: '7.01.06.2.01.0006', nama: 'Fasilitasi Pelaksanaan Pemilihan Kepala Desa', satuan: 'Dokumen' },
    ])
  })

  test('yang sudah dipakai: diubah dengan alasan saja, diakhiri dan tidak dihapus, oleh dua orang salah satu diberi tahu', async () => {
    const id = await satu("select id from sasaran where uraian like '%pelayanan publik%'")
    const alamat = `${UNSUR}/sasaran/${id}`
    const tanpa = await kirimUnsur(alamat, { nama: 'Meningkatnya mutu pelayanan publik' })
    expect([tanpa.status, tanpa.text]).toEqual([422, expect.stringContaining('Tuliskan alasan perubahannya')])
    const isi = isiFormulir(await sakip.halaman(alamat))
    const ubah = { ...isi, nama: 'Meningkatnya mutu pelayanan publik', alasan: 'Penyelarasan dengan RPJMD perubahan' }
    const hasil = await Promise.all([sakip.kirim(alamat, ubah), (await uji.masukSebagai('sekcam')).kirim(alamat, ubah)])
    expect(hasil.map((j) => j.status).sort()).toEqual([303, 409])
    expect((await peristiwa('unsur-renstra.diubah')).at(-1)?.rincian).toMatchObject({
      alasan: ubah.alasan,
      baru: { nama: ubah.nama },
    })
    const versi = async () => String((await sakip.halaman(alamat))('input[name=versi]').first().val())
    expect((await sakip.kirim(`${alamat}/penghapusan`, { versi: await versi() })).status).toBe(409)
    const pendek = await sakip.kirim(`${alamat}/pengakhiran`, {
      versi: await versi(),
      sampaiTahun: '2026',
      alasan: 'ya',
    })
    expect([pendek.status, pendek.text]).toEqual([422, expect.stringContaining('minimal 10 huruf')])
    const akhir = { versi: await versi(), sampaiTahun: '2026', alasan: 'Digabung dengan sasaran lain' }
    expect((await sakip.kirim(`${alamat}/pengakhiran`, akhir)).status).toBe(303)
    expect(rapi((await camat.halaman(alamat))('main').text())).toContain('Sampai 2026')
    expect((await sakip.kirim(`${alamat}/pembukaan`, { versi: await versi() })).status).toBe(303)
    await expect(uji.db.umum.query("delete from sasaran where uraian like '%mutu pelayanan%'")).resolves.toMatchObject({
      rowCount: 0,
    })
    await expect(uji.sql("delete from sasaran where uraian like '%mutu pelayanan%'")).rejects.toThrow('masih dipakai')
  })

  test('urutan sasaran: naik bertukar dengan yang di atasnya; di ujung ditolak', async () => {
    const daftar = () =>
      uji.sql<{ id: string; versi: number }>(
        "select s.id, s.versi from sasaran s join tujuan t on t.id = s.tujuan_id join kecamatan k on k.id = s.kecamatan_id where k.kode = 'taman' and t.urut = 1 order by s.urut",
      )
    const [pertama, kedua] = await daftar()
    const geser = (s: typeof pertama, arah: string) =>
      sakip.kirim(`${UNSUR}/sasaran/${s?.id}/urutan`, { versi: String(s?.versi), arah })
    expect((await geser(pertama, 'naik')).status).toBe(409)
    expect((await geser(kedua, 'naik')).status).toBe(303)
    expect((await daftar()).slice(0, 2).map((s) => s.id)).toEqual([kedua?.id, pertama?.id])
    expect((await geser(kedua, 'turun')).status).toBe(409)
  })
})

describe('target dan periode', () => {
  const target = async () =>
    `/perencanaan/renstra/${await satu("select id from renstra where nama like '%Taman%'")}/target`

  test('sel yang salah: 422 di samping selnya; yang ada dalam PK perlu alasan; kosong berbeda dari nol', async () => {
    const alamat = await target()
    const $ = await sakip.halaman(alamat)
    const isi = isiFormulir($)
    const ke = Object.keys(isi)
      .find((k) => isi[k] === '86' && k.endsWith('.t2026'))
      ?.split('.')[1]
    const salah = await sakip.kirim(alamat, { ...isi, [`baris.${ke}.t2027`]: 'banyak', [`baris.${ke}.akhir`]: '90,5' })
    expect([salah.status, salah.text]).toEqual([422, expect.stringContaining('Ini bukan angka yang dikenal')])
    expect(salah.text).toContain('value="90,5"')
    const jawab = await sakip.kirim(alamat, {
      ...isi,
      [`baris.${ke}.t2027`]: '0',
      [`baris.${ke}.t2028`]: '',
      [`baris.${ke}.akhir`]: '90,5',
    })
    expect(jawab.status).toBe(303)
    const baris = (await camat.halaman('/perencanaan'))('tbody tr').filter((_, t) =>
      rapi($(t).text()).includes('Indeks Kinerja Wilayah'),
    )
    expect(
      baris
        .find('td.angka')
        .map((_, t) => $(t).text())
        .get(),
    ).toEqual(['83,45', '85', '86', '0', '–', '89', '90,5'])
    const lama = await sakip.kirim(alamat, { ...isi, [`baris.${ke}.t2027`]: '1' })
    expect([lama.status, rapi(lama.text)]).toEqual([409, expect.stringContaining('Target Renstra ini sudah diubah')])
    // what was typed stays, beside it what the others saved; the page that came back can be saved
    const kembali = cheerio.load(lama.text)
    const sel = kembali(`[name="baris.${ke}.t2027"]`)
    expect([sel.val(), rapi(sel.parent().text())]).toEqual(['1', 'Tersimpan sekarang: 0'])
    expect(rapi(kembali('main').text())).toContain('Tersimpan sekarang: (kosong)')
    const tersimpan = { [`baris.${ke}.t2027`]: '0', [`baris.${ke}.t2028`]: '', [`baris.${ke}.akhir`]: '90,5' }
    const ulang = await sakip.kirim(alamat, { ...isiFormulir(kembali), ...tersimpan })
    expect([ulang.status, ulang.text]).toEqual([422, expect.stringContaining('Tidak ada target yang berubah')])
    const baru = isiFormulir(await sakip.halaman(alamat))
    const pk = await sakip.kirim(alamat, { ...baru, [`baris.${ke}.t2026`]: '88' })
    expect([pk.status, pk.text]).toEqual([422, expect.stringContaining('sudah dipakai Perjanjian Kinerja')])
    expect(
      (await sakip.kirim(alamat, { ...baru, [`baris.${ke}.t2026`]: '88', alasan: 'Penyesuaian target kabupaten' }))
        .status,
    ).toBe(303)
    expect((await peristiwa('renstra.target-diubah')).map((p) => p.rincian.jumlah)).toEqual([3, 1])
  })

  test('periode: nomor dan tanggal ditulis; tahun yang bertumpang ditolak; salinan menunjukkan isinya lebih dahulu', async () => {
    const id = await satu("select id from renstra where nama like '%Taman%'")
    const alamat = `/perencanaan/renstra/${id}`
    const tumpang = await sakip.kirim('/perencanaan/renstra', {
      nama: 'Renstra lain',
      tahunAwal: '2029',
      tahunAkhir: '2033',
    })
    expect([tumpang.status, tumpang.text]).toEqual([422, expect.stringContaining('bertumpang')])
    const isi = isiFormulir(await sakip.halaman(alamat))
    const dini = await sakip.kirim(`${alamat}/salinan`, {
      ...isi,
      nama: 'Renstra 2030–2034',
      tahunAwal: '2030',
      tahunAkhir: '2034',
    })
    expect([dini.status, dini.text]).toEqual([422, expect.stringContaining('paling awal tahun 2028')])
    const ubah = {
      ...isi,
      tahunAkhir: '2027',
      nomor: 'Perbup 12/2025',
      tanggal: '2025-08-20',
      alasan: 'Periode diperpendek oleh RPJMD',
    }
    expect((await sakip.kirim(alamat, ubah)).status).toBe(303)
    expect(rapi((await camat.halaman('/perencanaan'))('main').text())).toContain('Perbup 12/2025, 20 Agustus 2025')
    const tepi = await uji.sql<{ jenis: string; tahun: number; nilai: number }>(
      `select t.jenis, t.tahun, t.nilai::float from target_renstra t join indikator i on i.id = t.indikator_id join kecamatan k on k.id = i.kecamatan_id
       where k.kode = 'taman' and i.kode = 'IKU-01' and t.jenis <> 'TARGET' order by t.jenis`,
    )
    expect(tepi, 'kondisi awal dan akhir ikut ke tahun yang baru').toEqual([
      { jenis: 'AWAL', tahun: 2024, nilai: 83.45 },
      { jenis: 'AKHIR', tahun: 2027, nilai: 90.5 },
    ])
    const $ = await sakip.halaman(`${alamat}/salinan`)
    expect(rapi($('main').text())).toMatch(/Sasaran: Meningkatnya akuntabilitas .*Didukung 7\.01\.01 .*Indikator: IKK/)
    const salin = { ...isiFormulir($), nama: 'Renstra Taman 2028–2032', tahunAwal: '2028', tahunAkhir: '2032' }
    const jadi = await sakip.kirim(`${alamat}/salinan`, salin)
    expect(jadi.status).toBe(303)
    const baru = rapi((await camat.halaman(String(jadi.headers.location)))('main').text())
    expect(baru).toMatch(/Meningkatnya akuntabilitas kinerja kecamatan\s*Didukung 7\.01\.01/)
    expect(baru).toContain('Indeks Kinerja Wilayah')
    const lama = rapi((await camat.halaman('/perencanaan?tahun=2026'))('main').text())
    expect(lama).toContain('Indeks Kinerja Wilayah')
    const [kartu] = await uji.sql<{ berlaku_tahun: number; n: number }>(
      "select i.berlaku_tahun, (select count(*)::int from versi_indikator v where v.indikator_id = i.id) as n from indikator i join kecamatan k on k.id = i.kecamatan_id where k.kode = 'taman' and i.kode = 'IKU-01'",
    )
    expect(kartu).toEqual({ berlaku_tahun: 2028, n: 1 })
    expect((await sakip.kirim(`${alamat}/salinan`, salin)).status).toBe(422)
  })

  test('matriks target dicetak sebagai PDF dan Word; kecamatan lain tidak melihatnya', async () => {
    const alamat = `/perencanaan/renstra/${await satu("select id from renstra where nomor = 'Perbup 12/2025'")}`
    const [pdf, word] = [await camat.buka(`${alamat}/pdf`), await camat.buka(`${alamat}/word`)]
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect([word.status, String(word.headers['content-type'])]).toEqual([
      200,
      expect.stringContaining('wordprocessingml'),
    ])
    const lain = await uji.masukSebagai('sakip.candipuro')
    for (const akhiran of ['/pdf', '/target', '/salinan', ''])
      expect((await lain.buka(alamat + akhiran)).status).toBe(404)
    const sasaran = await satu("select id from sasaran where uraian like '%akuntabilitas%'")
    expect((await lain.kirim(`${UNSUR}/sasaran/${sasaran}`, { versi: '1', nama: 'Diubah orang lain' })).status).toBe(
      404,
    )
    expect((await lain.buka(`${UNSUR}/bukan-tingkat/${sasaran}`)).status).toBe(404)
  })
})

describe('nomenklatur', () => {
  test('versi baru menyalin yang ada; kode diubah, ditambah, tidak ditawarkan lagi; kembar ditolak', async () => {
    const dari = await satu("select id from versi_nomenklatur where nama like 'Kepmendagri%'")
    const isi = { nama: 'Kepmendagri uji 1/2027', sumber: '', berlakuTahun: '2027', dari }
    const jawab = await sakip.kirim('/perencanaan/nomenklatur', isi)
    expect(jawab.status).toBe(303)
    const kembar = await sakip.kirim('/perencanaan/nomenklatur', isi)
    expect([kembar.status, kembar.text]).toEqual([422, expect.stringContaining('sudah ada')])
    const versi = `/perencanaan/nomenklatur/${idDari(jawab)}`
    const salah = await sakip.kirim(versi, { kode: '7.1', nama: 'Salah bentuk' })
    expect([salah.status, salah.text]).toEqual([422, expect.stringContaining('Kode program seperti')])
    expect((await sakip.kirim(versi, { kode: '7.01.07', nama: 'Program baru' })).status).toBe(303)
    expect((await sakip.kirim(versi, { kode: '7.01.07', nama: 'Program baru' })).status).toBe(422)
    const cari = await camat.halaman(`${versi}?q=7.01.07`)
    expect(rapi(cari('tbody').text())).toContain('Program baru')
    const kode = `/perencanaan/kode-nomenklatur/${await satu("select id from nomenklatur where kode = '7.01.07'")}`
    expect(
      (await sakip.kirim(kode, { versi: '1', kode: '7.01.07', nama: 'Program diubah', indikator: '', satuan: '' }))
        .status,
    ).toBe(303)
    expect(
      (await sakip.kirim(kode, { versi: '1', kode: '7.01.07', nama: 'Lagi', indikator: '', satuan: '' })).status,
    ).toBe(409)
    expect((await sakip.kirim(`${kode}/penonaktifan`, { versi: '2' })).status).toBe(303)
    expect((await sakip.kirim(`${kode}/pengaktifan`, { versi: '3' })).status).toBe(303)
    const ubah = { versi: '1', nama: 'Kepmendagri uji 2/2027', sumber: 'x', berlakuTahun: '2028' }
    expect((await sakip.kirim(`${versi}/ubah`, ubah)).status).toBe(303)
    expect((await sakip.kirim(`${versi}/ubah`, ubah)).status).toBe(409)
  })
})
