import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mulaiSiklus } from '../../../src/modul/siklus/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { isiAlamat, jalankanKantor, type KantorBerjalan, sidikBasisData } from '../http/kantor-berjalan.ts'

/** Together they hold every role that the sample office of Candipuro has. */
const ORANG = ['camat', 'kasi.pemerintahan', 'sakip', 'admin'].map((nama) => `${nama}.candipuro`)

let app: AplikasiUji
let kantor: KantorBerjalan
let orang: OrangUji[]
/** Everything by which a page could give Taman away: ids of its rows, names of its people, words planted in its rows. */
let tandaTaman: Set<string>

beforeAll(async () => {
  app = await bukaAplikasiUji()
  kantor = await jalankanKantor(app)
  const [sop] = await app.sql<{ id: string }>("select id from sop where kode = 'pengukuran-candipuro'")
  await app.sebagai('sakip.candipuro', (pelaku) =>
    mulaiSiklus(app.db, pelaku, {
      sopId: sop?.id ?? '',
      periode: { jenis: 'TRIWULAN', tahun: 2026, nomor: 2 },
      tenggat: null,
    }),
  )
  orang = await Promise.all(ORANG.map((nama) => app.masukSebagai(nama)))
  tandaTaman = await kumpulkanTanda()
})
afterAll(() => app.tutup())

async function kumpulkanTanda(): Promise<Set<string>> {
  const tabel = await app.sql<{ nama: string }>(
    `select a.table_name as nama from information_schema.columns a join information_schema.columns b
       on b.table_name = a.table_name and b.table_schema = 'public' and b.column_name = 'kecamatan_id'
     where a.table_schema = 'public' and a.column_name = 'id' and a.data_type = 'uuid'`,
  )
  const milikTaman = "kecamatan_id = (select id from kecamatan where kode = 'taman')"
  const id = await app.sql<{ id: string }>(
    [
      ...tabel.map(({ nama }) => `select id::text from "${nama}" where ${milikTaman}`),
      "select id::text from kecamatan where kode = 'taman'",
    ].join(' union '),
  )
  const nama = await app.sql<{ nama: string }>(`select nama from pegawai where ${milikTaman}`)
  return new Set([...id.map((satu) => satu.id), ...nama.map((satu) => satu.nama), 'rahasia Taman'])
}

/** Ids in the text that are Taman's, and its names. */
const bocor = (teks: string): string[] => {
  const id = teks.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []
  return [
    ...id.filter((satu) => tandaTaman.has(satu)),
    ...[...tandaTaman].filter((satu) => !/^[0-9a-f-]{36}$/.test(satu) && teks.includes(satu)),
  ]
}

/** Routes whose address names something of Taman; the others (a year, an upload of one's own) are answered for one's own office. */
const ruteTaman = (metode: string) =>
  app.rute.filter((r) => {
    const kata = new Set(isiAlamat(r.jalur, kantor).split('/'))
    return r.metode === metode && r.jalur.includes(':') && [...kata].some((satu) => tandaTaman.has(satu))
  })

describe('orang Candipuro di seluruh Takar', () => {
  it('alat ukurnya peka: halaman yang sama, dibuka orang Taman, penuh tanda Taman', async () => {
    const camat = await app.masukSebagai('camat')
    for (const alamat of [
      '/siklus',
      '/tindak-lanjut',
      `/formulir/${kantor.id.formulir}`,
      '/organisasi/struktur',
      '/arsip',
    ])
      expect(bocor((await camat.buka(alamat)).text).length, alamat).toBeGreaterThan(0)
  })

  it('setiap halaman dengan id milik Taman tidak ada bagi mereka, dan tidak menyebut apa pun dari Taman', async () => {
    const rute = ruteTaman('GET')
    expect(rute.length).toBeGreaterThan(30)
    for (const dia of orang)
      for (const { jalur } of rute) {
        const alamat = isiAlamat(jalur, kantor)
        const { status, text } = await dia.buka(alamat)
        expect([403, 404], `${dia.nama} ${jalur}: ${status}`).toContain(status)
        expect(bocor(String(text).replaceAll(alamat, '')), `${dia.nama} ${jalur}`).toEqual([])
      }
  })

  it('yang berhak pada rutenya mendapat 404, bukan 403: keberadaannya pun keterangan', async () => {
    const camat = orang[0]
    const untukCamat = ruteTaman('GET').filter(({ izin }) => izin === 'masuk' || izin.includes('CAMAT'))
    for (const { jalur } of untukCamat) expect((await camat?.buka(isiAlamat(jalur, kantor)))?.status, jalur).toBe(404)
  })

  it('alamat tanpa milik Taman, misalnya tahun, pun tidak menyebut apa pun dari Taman', async () => {
    const milik = new Set(ruteTaman('GET').map(({ jalur }) => jalur))
    const lain = app.rute.filter(({ metode, jalur }) => metode === 'GET' && jalur.includes(':') && !milik.has(jalur))
    for (const dia of orang)
      for (const { jalur } of lain)
        expect(bocor(String((await dia.buka(isiAlamat(jalur, kantor))).text)), `${dia.nama} ${jalur}`).toEqual([])
  })

  it('daftar, pencarian, ekspor, dan beranda mereka hanya berisi milik sendiri', async () => {
    // neither sign-in nor the set-up of a new office is a page of theirs
    const rute = app.rute.filter(
      ({ metode, jalur }) => metode === 'GET' && !jalur.includes(':') && !['/masuk', '/kantor-baru'].includes(jalur),
    )
    for (const dia of orang)
      for (const { jalur } of rute) {
        const { status, text } = await dia.buka(`${jalur}?kata=Taman&q=Taman&cari=Taman&unit=${kantor.id.penugasan}`)
        // a note about a unit that is not theirs: there is no such unit
        const boleh = jalur === '/catatan-camat/baru' ? [200, 403, 404] : [200, 403]
        expect(boleh, `${dia.nama} ${jalur}`).toContain(status)
        expect(bocor(String(text).replaceAll(kantor.id.penugasan ?? '', '')), `${dia.nama} ${jalur}`).toEqual([])
      }
  })

  it('kiriman ke alamat milik Taman ditolak dan tidak mengubah apa pun di mana pun', async () => {
    const sebelum = await sidikBasisData(app)
    for (const dia of orang)
      for (const { jalur } of ruteTaman('POST')) {
        const { status, text } = await dia.kirim(isiAlamat(jalur, kantor), {
          versi: '1',
          alasan: 'percobaan dari kantor lain',
          catatan: 'x',
        })
        expect([403, 404, 409, 422], `${dia.nama} ${jalur}: ${status}`).toContain(status)
        expect(bocor(String(text).replaceAll(isiAlamat(jalur, kantor), '')), `${dia.nama} ${jalur}`).toEqual([])
      }
    expect(await sidikBasisData(app)).toEqual(sebelum)
  })
})
