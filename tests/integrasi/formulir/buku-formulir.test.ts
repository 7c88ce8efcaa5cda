import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { bukaExcel } from '../../bantuan/baca-excel.ts'
import { type Ketikan, ketikBuku, selBuku, unduhBuku } from '../../bantuan/buku-formulir.ts'
import { PDF } from '../berkas/contoh-berkas.ts'
import { type FormulirUji, formulirUji, isianBarisUji, siapkanSiklus } from './bantuan-formulir.ts'

let app: AplikasiUji
let joko: OrangUji // Kasi Pemerintahan
let dewi: OrangUji // Staf Seksi Pemerintahan
let formulir: FormulirUji
let siklusId: string

beforeAll(async () => {
  app = await bukaAplikasiUji()
  siklusId = await siapkanSiklus(app, 'P7')
  formulir = await formulirUji(app, siklusId)
  joko = await app.masukSebagai('kasi.pemerintahan')
  dewi = await app.masukSebagai('staf.pemerintahan')
})
afterAll(() => app.tutup())

const alamat = () => `/formulir/${formulir.id}/buku`
const cari = (kode: string) => {
  const baris = formulir.baris.find((b) => b.kode === kode)
  if (!baris) throw new Error(`tidak ada ${kode}`)
  return baris
}
const unggah = (orang: OrangUji, isi: Buffer, nama = 'buku isian.xlsx') =>
  orang.unggah(alamat(), {}, { berkas: { nama, isi } })
/** Uploads; the address of the preview. */
async function pratinjau(orang: OrangUji, isi: Buffer): Promise<string> {
  const jawab = await unggah(orang, isi)
  expect(jawab.status, jawab.text).toBe(303)
  return String(jawab.headers.location)
}
const tersembunyi = async (orang: OrangUji, tujuan: string) => {
  const $ = await orang.halaman(tujuan)
  const isian: Record<string, string> = {}
  $('form[action$="/penerapan"] input[type=hidden]').each((_, i) => {
    if ($(i).attr('name') !== 'kunci') isian[$(i).attr('name') ?? ''] = $(i).attr('value') ?? ''
  })
  return isian
}
const terapkan = async (orang: OrangUji, tujuan: string, pilih: Record<string, string> = {}) =>
  orang.kirim(`${tujuan}/penerapan`, { ...(await tersembunyi(orang, tujuan)), ...pilih })
const isiBaris = async (id: string) =>
  (
    await app.sql<{ variabel: Record<string, string>; status: string; kendala: string; versi: number }>(
      'select variabel, status, kendala, versi from baris_formulir where id = $1',
      [id],
    )
  )[0]
const teks = async (orang: OrangUji, tujuan: string) =>
  (await orang.halaman(tujuan))('main').text().replace(/\s+/g, ' ')

describe('buku isian formulir', () => {
  it('berisi nilai hari ini, terlindung kecuali sel isian, dengan id tersembunyi, pilihan, dan definisi', async () => {
    const b = cari('IKK-11')
    const excel = await bukaExcel(await unduhBuku(dewi, formulir.id))
    expect(excel.worksheets.map((w) => [w.name, w.state])).toEqual([
      ['Petunjuk', 'visible'],
      ['Indikator', 'visible'],
      ['Anggaran', 'visible'],
      ['Takar', 'veryHidden'],
      ['Pilihan', 'hidden'],
    ])
    const ws = excel.getWorksheet('Indikator')
    expect((ws as unknown as { sheetProtection: { sheet: boolean } }).sheetProtection.sheet).toBe(true)
    expect([ws?.getColumn(1).hidden, ws?.getColumn(2).hidden, ws?.getRow(4).hidden]).toEqual([true, true, true])
    const isian = selBuku(excel, { barisId: b.id, bidang: `v.${b.variabel[0]}` })
    expect(isian.protection).toMatchObject({ locked: false })
    expect(isian.dataValidation).toMatchObject({ type: 'decimal', operator: 'greaterThanOrEqual' })
    expect(ws?.getCell(isian.row, 9).note).toBeTruthy()
    const keadaan = selBuku(excel, { barisId: b.id, bidang: 'tb' })
    expect(keadaan.value).toBe('Diukur')
    expect(keadaan.dataValidation).toMatchObject({ type: 'list' })
    const terbuka: string[] = []
    ws?.eachRow((baris) => {
      baris.eachCell({ includeEmpty: true }, (sel, ke) => {
        if (sel.protection?.locked === false && ke < 10) terbuka.push(sel.address)
      })
    })
    expect(terbuka).toEqual([])
  })

  it('diunggah tanpa diubah → tidak ada perbedaan', async () => {
    const tujuan = await pratinjau(dewi, await unduhBuku(dewi, formulir.id))
    expect(await teks(dewi, tujuan)).toContain('Tidak ada perbedaan')
    expect((await terapkan(dewi, tujuan)).status).toBe(409)
  })

  it('diisi luring → perbedaan nilai demi nilai, diterapkan sekali, dibatalkan sekali', async () => {
    const b = cari('IKK-11')
    const [pembilang = '', penyebut = ''] = b.variabel
    const [anggaran] = formulir.anggaran
    const ketikan: Ketikan[] = [
      { barisId: b.id, bidang: `v.${pembilang}`, isi: 18 },
      { barisId: b.id, bidang: `v.${penyebut}`, isi: 19.1 },
      { barisId: b.id, bidang: 'kendala', isi: 'Jaringan sering putus' },
      { barisId: anggaran?.id ?? '', bidang: 'realisasi', isi: 1250000.5 },
    ]
    const isi = await ketikBuku(await unduhBuku(dewi, formulir.id), ketikan)
    const tujuan = await pratinjau(dewi, isi)
    const sebelum = await isiBaris(b.id)
    const halaman = await teks(dewi, tujuan)
    for (const kata of ['4 berubah', 'Jaringan sering putus', 'Rp1.250.000,50', 'kosong'])
      expect(halaman).toContain(kata)
    expect(await isiBaris(b.id)).toEqual(sebelum)
    // the same file again is the same preview, not another
    expect(await pratinjau(dewi, isi)).toBe(tujuan)

    const jawab = await terapkan(joko, tujuan)
    expect(jawab.headers.location).toContain('buku-diterapkan')
    expect(await isiBaris(b.id)).toMatchObject({
      variabel: { [pembilang]: '18', [penyebut]: '19.1' },
      status: 'TERISI',
    })
    const jejak = await app.sql<{ peristiwa: string; jumlah: number }>(
      "select peristiwa, count(*)::int as jumlah from jejak where siklus_id = $1 and waktu > now() - interval '1 hour' and (peristiwa like 'formulir.buku-diterapkan' or objek_id = $2) group by 1 order by 1",
      [siklusId, b.id],
    )
    expect(jejak).toEqual([
      { peristiwa: 'formulir.baris-disimpan', jumlah: 1 },
      { peristiwa: 'formulir.buku-diterapkan', jumlah: 1 },
    ])

    const lagi = await unggah(dewi, isi)
    expect(lagi.headers.location).toBe(`${tujuan}?pesan=buku-sudah-diterapkan`)
    const kini = await teks(dewi, tujuan)
    expect(kini).toMatch(/sudah diterapkan pada .* oleh .*Mengunggahnya lagi tidak mengubah apa-apa/)
    expect((await terapkan(dewi, tujuan)).status).toBe(409)

    const versi = await app.sql<{ versi: number }>('select versi from buku_formulir where id = $1', [
      tujuan.split('/').at(-1),
    ])
    const batal = { versi: String(versi[0]?.versi), alasan: 'Angkanya dari kecamatan lain.' }
    expect((await dewi.kirim(`${tujuan}/pembatalan`, { ...batal, alasan: 'salah' })).status).toBe(422)
    expect((await dewi.kirim(`${tujuan}/pembatalan`, batal)).headers.location).toContain('buku-dibatalkan')
    expect(await isiBaris(b.id)).toMatchObject({ variabel: {}, status: 'KOSONG', kendala: '' })
    expect((await dewi.kirim(`${tujuan}/pembatalan`, batal)).status).toBe(409)
  })

  it('nilai yang juga diubah di layar → keduanya ditampilkan, yang tersimpan dipakai kecuali dipilih lain', async () => {
    const b = cari('IKK-11')
    const [pembilang = '', penyebut = ''] = b.variabel
    const buku = await unduhBuku(dewi, formulir.id)
    formulir = await formulirUji(app, siklusId)
    const layar = isianBarisUji(cari('IKK-11'), { [pembilang]: '7', [penyebut]: '8' })
    expect((await joko.kirim(`/formulir/${formulir.id}/baris/${b.id}`, layar)).status).toBe(303)
    const isi = await ketikBuku(buku, [
      { barisId: b.id, bidang: `v.${pembilang}`, isi: 6 },
      { barisId: b.id, bidang: 'keterangan', isi: 'dari buku' },
    ])
    const tujuan = await pratinjau(dewi, isi)
    const halaman = await teks(dewi, tujuan)
    expect(halaman).toContain('1 bentrok')
    expect(halaman).toMatch(/Tetap yang tersimpan: 7, diubah Kasi Pemerintahan/)
    expect(halaman).toContain('Pakai yang di buku: 6')
    const $ = await dewi.halaman(tujuan)
    expect($('input[type=radio][checked]').attr('value')).toBe('tersimpan')
    expect((await terapkan(dewi, tujuan)).headers.location).toContain('buku-diterapkan')
    // untouched in the workbook: what was typed on the screen stays as well
    expect(await isiBaris(b.id)).toMatchObject({ variabel: { [pembilang]: '7', [penyebut]: '8' } })

    const kedua = await ketikBuku(buku, [{ barisId: b.id, bidang: `v.${pembilang}`, isi: 5 }])
    const lain = await pratinjau(dewi, kedua)
    const pilih = { [`pilih.${b.id}.v.${pembilang}`]: 'buku' }
    expect((await terapkan(dewi, lain, pilih)).headers.location).toContain('buku-diterapkan')
    expect(await isiBaris(b.id)).toMatchObject({ variabel: { [pembilang]: '5', [penyebut]: '8' } })
  })

  it('diubah orang lain sesudah pratinjau → tidak diterapkan; sesudah diterapkan → pembatalan menyebut nilainya', async () => {
    const b = cari('IKK-11')
    const [pembilang = ''] = b.variabel
    const buku = await unduhBuku(dewi, formulir.id)
    const tujuan = await pratinjau(dewi, await ketikBuku(buku, [{ barisId: b.id, bidang: `v.${pembilang}`, isi: 4 }]))
    const lihat = await tersembunyi(dewi, tujuan)
    const ubah = async (nilai: string) => {
      formulir = await formulirUji(app, siklusId)
      const isian = isianBarisUji(cari('IKK-11'), { [pembilang]: nilai, [b.variabel[1] ?? '']: '8' })
      expect((await joko.kirim(`/formulir/${formulir.id}/baris/${b.id}`, isian)).status).toBe(303)
    }
    await ubah('3')
    expect((await dewi.kirim(`${tujuan}/penerapan`, lihat)).headers.location).toContain('buku-diperbarui')
    expect(await isiBaris(b.id)).toMatchObject({ variabel: { [pembilang]: '3' } })
    const pilih = { [`pilih.${b.id}.v.${pembilang}`]: 'buku' }
    expect((await terapkan(dewi, tujuan, pilih)).status).toBe(303)
    await ubah('2')
    const [{ versi } = { versi: 0 }] = await app.sql<{ versi: number }>(
      'select versi from buku_formulir where id = $1',
      [tujuan.split('/').at(-1)],
    )
    const jawab = await dewi.kirim(`${tujuan}/pembatalan`, { versi: String(versi), alasan: 'Salah baca kertasnya.' })
    expect(jawab.status).toBe(409)
    expect(jawab.text).toContain('sudah diubah')
    expect(await isiBaris(b.id)).toMatchObject({ variabel: { [pembilang]: '2' } })
  })

  it('isi yang bukan angka, taksa, persen, rumus, atau negatif ditolak dengan lembar, sel, dan alasannya', async () => {
    const b = cari('IKK-11')
    const [pembilang = ''] = b.variabel
    const buku = await unduhBuku(dewi, formulir.id)
    const ditolak = async (isi: Ketikan['isi'], format?: string) => {
      const satu = { barisId: b.id, bidang: `v.${pembilang}`, isi, ...(format && { format }) }
      const tujuan = await pratinjau(dewi, await ketikBuku(buku, [satu]))
      expect((await dewi.halaman(tujuan))('form[action$="/penerapan"]').length).toBe(0)
      return teks(dewi, tujuan)
    }
    const letak = selBuku(await bukaExcel(buku), { barisId: b.id, bidang: `v.${pembilang}` }).address
    expect(await ditolak('delapan belas')).toMatch(new RegExp(`Indikator ?sel ${letak}.*delapan belas.*bukan angka`))
    expect(await ditolak('1.250')).toContain('dapat berarti 1250 atau 1,25')
    expect(await ditolak(0.5, '0%')).toContain('berformat persen')
    expect(await ditolak({ formula: '9+9', result: 18 })).toContain('Sel ini berisi rumus')
    expect(await ditolak(-3)).toContain('tidak boleh kurang dari nol')
    expect(await ditolak(new Date('2026-01-02'), 'd/m/yyyy')).toContain('bukan angka')
  })

  it('tidak diukur tanpa alasan, atau angka pada baris tidak diukur → ditolak; dengan alasan → angkanya ikut kosong', async () => {
    const b = cari('IKK-11')
    const [pembilang = ''] = b.variabel
    const buku = await unduhBuku(dewi, formulir.id)
    const tb = { barisId: b.id, bidang: 'tb', isi: 'Tidak diukur' }
    expect(await teks(dewi, await pratinjau(dewi, await ketikBuku(buku, [tb])))).toContain(
      'Tuliskan mengapa tidak diukur',
    )
    const alasan = { barisId: b.id, bidang: 'alasan', isi: 'Tidak ada layanan pada triwulan ini' }
    const angka = { barisId: b.id, bidang: `v.${pembilang}`, isi: 11 }
    expect(await teks(dewi, await pratinjau(dewi, await ketikBuku(buku, [tb, alasan, angka])))).toContain(
      'Ubah kolom Keadaan',
    )
    const tujuan = await pratinjau(dewi, await ketikBuku(buku, [tb, alasan]))
    expect(await teks(dewi, tujuan)).toContain('ikut berubah')
    expect((await terapkan(dewi, tujuan)).status).toBe(303)
    expect(await isiBaris(b.id)).toMatchObject({ variabel: {}, status: 'TIDAK_BERLAKU' })
  })

  it('hanya yang mengisi formulir dapat mengunggah, dan hanya selagi formulir diisi', async () => {
    const buku = await unduhBuku(dewi, formulir.id)
    for (const [nama, status] of [
      ['camat', 403],
      ['sakip2', 403],
      ['kasi.pmd', 404],
    ] as const)
      expect((await unggah(await app.masukSebagai(nama), buku)).status, nama).toBe(status)
    const camat = await app.masukSebagai('camat')
    expect((await camat.halaman(alamat()))('form[enctype]').length).toBe(0)
    const $ = await dewi.halaman(alamat())
    expect($('form[enctype]').length).toBe(1)
    expect($('tbody tr').length).toBeGreaterThan(3)
    const b = cari('IKK-11')
    const tujuan = await pratinjau(
      dewi,
      await ketikBuku(buku, [{ barisId: b.id, bidang: 'keterangan', isi: 'terlambat' }]),
    )
    const lihat = await tersembunyi(dewi, tujuan)
    await app.sql("update formulir set status = 'DISERAHKAN' where id = $1", [formulir.id])
    expect((await unggah(dewi, buku)).status).toBe(409)
    expect((await dewi.kirim(`${tujuan}/penerapan`, lihat)).status).toBe(409)
    expect((await dewi.halaman(tujuan))('form[action*="/buku/"]').length).toBe(0)
    await app.sql("update formulir set status = 'DITERIMA' where id = $1", [formulir.id])
    expect((await dewi.kirim(`${tujuan}/pembuangan`, { versi: lihat.versi ?? '' })).headers.location).toContain(
      'buku-dibuang',
    )
    expect((await dewi.kirim(`${tujuan}/penerapan`, lihat)).status).toBe(409)
  })

  it('berkas yang salah disebut apa adanya, dan tidak ada yang tersimpan', async () => {
    const jumlah = async () => (await app.sql('select id from buku_formulir')).length
    const sebelum = await jumlah()
    const tolak = async (nama: string, isi: Buffer) => {
      const jawab = await unggah(dewi, isi, nama)
      expect(jawab.status).toBe(422)
      return jawab.text
    }
    expect(await tolak('formulir.pdf', PDF)).toContain('Ini berkas PDF, bukan buku isian Excel')
    const lain = await formulirUji(app, siklusId, 'seksi-pmd')
    const kasiPmd = await app.masukSebagai('kasi.pmd')
    expect(await tolak('buku.xlsx', await unduhBuku(kasiPmd, lain.id))).toContain('Ini buku isian unit')
    const rekap = await (await app.masukSebagai('sakip1')).buka(`/rekap/${siklusId}/excel`).responseType('blob')
    expect(await tolak('rekap.xlsx', rekap.body as Buffer)).toContain('Ini buku rekapitulasi')
    expect(await jumlah()).toBe(sebelum)
  })
})
