import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { formulirUji, siapkanSiklus } from '../formulir/bantuan-formulir.ts'

let app: AplikasiUji
let kasi: OrangUji
beforeAll(async () => {
  app = await bukaAplikasiUji()
  kasi = await app.masukSebagai('kasi.pmd')
})
afterAll(() => app.tutup())

/** The table of a year as its page sends it. */
async function tabel(tahun: number): Promise<Record<string, string>> {
  const $ = await kasi.halaman(`/status-desa?tahun=${tahun}`)
  return Object.fromEntries(
    $('form [name]')
      .toArray()
      .filter((el) => $(el).attr('name') !== 'kunci')
      .map((el) => [$(el).attr('name') ?? '', String($(el).val() ?? '')]),
  )
}

describe('status desa per tahun', () => {
  it('tahun IDM: status mengikuti skor, yang bertentangan ditolak dengan alasan, isian tetap', async () => {
    const isi = {
      ...(await tabel(2022)),
      ukuran: 'IDM',
      sumber: 'Keputusan Dirjen tentang IDM 2022',
      'd.0.skor': '0,8156',
      'd.1.skor': '0.8155',
    }
    const salah = await kasi
      .kirim('/status-desa/tahun/2022', { ...isi, 'd.1.status': 'MANDIRI', 'd.2.skor': '81,5' })
      .expect(422)
    expect(salah.text).toContain('Skor 0,8155 berarti Maju (Permendes 2/2016)')
    expect(salah.text).toContain('Skor IDM antara 0 dan 1.')
    expect(salah.text).toContain('value="81,5"')
    await kasi.kirim('/status-desa/tahun/2022', { ...isi, sumber: '' }).expect(422)
    const tertukar = await kasi.kirim('/status-desa/tahun/2027', { ...isi, ukuran: 'INDEKS_DESA' }).expect(422)
    expect(tertukar.text).toContain('ini seperti skor IDM')
    await kasi.kirim('/status-desa/tahun/2022', isi).expect(303)
    const baris = await app.sql<{ status: string }>(
      'select status from status_desa where tahun = 2022 order by skor desc',
    )
    expect(baris.map((b) => b.status)).toEqual(['MANDIRI', 'MAJU'])
    const lama = await kasi
      .kirim('/status-desa/tahun/2022', { ...isi, 'd.0.skor': '0,9' })
      .set('Referer', `${app.alamat}/status-desa?tahun=2022`)
      .expect(409)
    expect(lama.text).toContain('value="0,9"')
    expect(lama.text).toContain('Tersimpan sekarang: <span>0,8156</span>')
    await kasi.kirim('/status-desa/tahun/1800', isi).expect(404)
    expect((await kasi.halaman('/status-desa?tahun=2022'))('main').text()).toContain(
      'Status 17 dari 19 desa tahun 2022 belum diisi.',
    )
  })

  it('tahun Indeks Desa: status harus disebut, karena batasnya ditetapkan Menteri', async () => {
    const isi = {
      ...(await tabel(2027)),
      ukuran: 'INDEKS_DESA',
      sumber: 'Keputusan Menteri Desa 2027',
      'd.0.skor': '75,5',
    }
    const salah = await kasi.kirim('/status-desa/tahun/2027', isi).expect(422)
    expect(salah.text).toContain('Pilih statusnya seperti dalam keputusan Menteri Desa.')
    await kasi.kirim('/status-desa/tahun/2027', { ...isi, 'd.0.status': 'MAJU' }).expect(303)
    const kosong = { ...(await tabel(2027)), sumber: 'Keputusan Menteri Desa 2027', 'd.0.skor': '', 'd.0.status': '' }
    await kasi.kirim('/status-desa/tahun/2027', kosong).expect(303)
    expect(await app.sql('select 1 from status_desa where tahun = 2027')).toHaveLength(0)
  })

  it('riwayat, cetak, dan angka untuk indikator', async () => {
    const $ = await kasi.halaman('/status-desa?tahun=2026')
    expect($('main').text()).toContain(
      '94,74%: 18 dari 19 desa lebih tinggi daripada tahun 2025, menurut Indeks Desa 2026',
    )
    expect((await kasi.halaman('/status-desa?tahun=2025'))('main').text()).toContain('memakai ukuran yang berbeda')
    expect((await kasi.halaman('/status-desa/riwayat'))('table')).toHaveLength(2)
    await kasi.buka('/status-desa/tahun/2026/cetak').expect(200)
    await (await app.masukSebagai('pengamat')).kirim('/status-desa/tahun/2026', {}).expect(403)
    expect((await (await app.masukSebagai('pengamat')).halaman('/status-desa'))('input.angka')).toHaveLength(0)
  })
})

describe('daftar desa', () => {
  it('ditambah, diubah, dikeluarkan, dimasukkan kembali; nama kembar dan kode salah ditolak', async () => {
    expect(
      (await kasi.kirim('/status-desa/desa', { nama: 'penggarit', jenis: 'DESA', kode: '' }).expect(422)).text,
    ).toContain('sudah ada dalam daftar')
    await kasi.kirim('/status-desa/desa', { nama: 'Baru', jenis: 'DESA', kode: '33.27' }).expect(422)
    await kasi.kirim('/status-desa/desa', { nama: 'Desa Baru', jenis: 'DESA', kode: '33.27.08.2099' }).expect(303)
    const [baru] = await app.sql<{ id: string; nama: string }>("select id, nama from desa where kode = '33.27.08.2099'")
    expect(baru?.nama).toBe('Baru')
    const alamat = `/status-desa/desa/${baru?.id}`
    await kasi.kirim(alamat, { nama: 'Taman', jenis: 'DESA', kode: '', versi: '1' }).expect(422)
    await kasi.kirim(alamat, { nama: 'Barusan', jenis: 'DESA', kode: '', versi: '1' }).expect(303)
    await kasi.kirim(`${alamat}/pengeluaran`, { versi: '1' }).expect(409)
    await kasi.kirim(`${alamat}/pengeluaran`, { versi: '2' }).expect(303)
    expect((await tabel(2026))['d.21.desaId']).toBeUndefined()
    await kasi.kirim(`${alamat}/pemasukan`, { versi: '3' }).expect(303)
    await kasi.kirim(`${alamat}/pengeluaran`, { versi: '4' }).expect(303)
    await (await app.masukSebagai('camat.candipuro')).buka(alamat).expect(403)
    await (await app.masukSebagai('sakip.candipuro')).buka(alamat).expect(404)
  })
})

describe('angka kantor diusulkan di formulir', () => {
  it('"Pakai angka ini": nilai, sumber, dan laporan sebagai bukti tercatat bersama; usulan tidak muncul di unit yang tidak berhak', async () => {
    const siklus = await siapkanSiklus(app, 'P7', 4)
    const { id, baris } = await formulirUji(app, siklus, 'seksi-pmd')
    const iku = baris.find((b) => b.kode === 'IKU-05')
    const $ = await kasi.halaman(`/formulir/${id}`)
    expect($('.formulir__usulan').text()).toContain('94,74%: 18 dari 19 desa')
    const tombol = $('button:contains("Pakai angka ini")')
    expect(tombol.attr('value')).toBe(`angka.${iku?.id}`)
    const isi = { lanjut: `angka.${iku?.id}`, [`b.${iku?.id}.versi`]: String(iku?.versi) }
    const staf = await app.masukSebagai('staf.trantib')
    await staf.kirim(`/formulir/${id}`, isi).expect(404)
    await kasi.kirim(`/formulir/${id}`, { ...isi, [`b.${iku?.id}.versi`]: '99' }).expect(409)
    await kasi
      .kirim(`/formulir/${id}`, {
        ...isi,
        kunci: 'kunci-pakai-angka-1',
        [`b.${iku?.id}.asal`]: String($(`input[name="b.${iku?.id}.asal"]`).val()),
      })
      .expect(303)
    const [simpan] = await app.sql<{ variabel: object; nilai: string; bukti: string; pakai: string }>(
      `select b.variabel, b.nilai::text as nilai, (select k.keterangan from bukti k join berkas f on f.id = k.berkas_id where k.baris_id = b.id) as bukti,
         (select p.kalimat from pemakaian_angka p where p.baris_id = b.id) as pakai from baris_formulir b where b.id = $1`,
      [iku?.id],
    )
    expect(simpan).toMatchObject({ variabel: { pembilang: '18', penyebut: '19' }, bukti: simpan?.pakai })
    const sesudah = await kasi.halaman(`/formulir/${id}`)
    expect(sesudah('main').text()).toContain('Angka ini dari 94,74%: 18 dari 19 desa')
    expect(sesudah('button:contains("Pakai angka ini")')).toHaveLength(0)
    await app.sql(
      "update status_desa set skor = 10 where tahun = 2026 and desa_id = (select id from desa where nama = 'Penggarit')",
    )
    expect((await kasi.halaman(`/formulir/${id}`))('.formulir__usulan').text()).toContain('17 dari 19 desa')
    await app.sql(
      "delete from status_desa where tahun = 2026 and desa_id = (select id from desa where nama = 'Penggarit')",
    )
    const belum = await kasi.halaman(`/formulir/${id}`)
    expect(belum('.formulir__usulan').text()).toContain('Status 1 dari 19 desa tahun 2026 belum diisi.')
    const versi = String(belum(`input[name="b.${iku?.id}.versi"]`).val())
    await kasi
      .kirim(`/formulir/${id}`, {
        lanjut: `angka.${iku?.id}`,
        [`b.${iku?.id}.versi`]: versi,
        [`b.${iku?.id}.asal`]: String(belum(`input[name="b.${iku?.id}.asal"]`).val()),
      })
      .expect(409)
  })

  it('IKM diusulkan dari survei terakhir yang ditutup; sumber diatur Tim SAKIP, dengan pemeriksaan versi', async () => {
    const sakip = await app.masukSebagai('sakip1')
    const [siklus] = await app.sql<{ id: string }>('select id from siklus limit 1')
    const { id } = await formulirUji(app, String(siklus?.id), 'seksi-pelayanan')
    const pelayanan = await app.masukSebagai('kasi.pelayanan')
    expect((await pelayanan.halaman(`/formulir/${id}`))('.formulir__usulan').text()).toMatch(
      /IKM \d\d,\d\d dari SKM Pelayanan administrasi kependudukan Semester I 2026, 152 responden/,
    )
    const $ = await sakip.halaman('/sumber-angka')
    const nama = $('option[value="SKM:IKM"][selected]').closest('select').attr('name') ?? ''
    const indikator = nama.replace('sumber.', '')
    await pelayanan.kirim('/sumber-angka', { [nama]: '', [`asal.${indikator}`]: 'SKM:IKM' }).expect(403)
    await sakip.kirim('/sumber-angka', { [nama]: '', [`asal.${indikator}`]: '' + 'STATUS_DESA:RATA_RATA' }).expect(409)
    await sakip.kirim('/sumber-angka', { [nama]: 'MIMPI:IKM', [`asal.${indikator}`]: 'SKM:IKM' }).expect(422)
    await sakip.kirim('/sumber-angka', { [nama]: '', [`asal.${indikator}`]: 'SKM:IKM' }).expect(303)
    expect((await pelayanan.halaman(`/formulir/${id}`))('.formulir__usulan')).toHaveLength(0)
  })
})
