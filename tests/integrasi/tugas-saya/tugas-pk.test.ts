import { afterAll, beforeAll, expect, it } from 'vitest'
import { ambilTugasSaya } from '../../../src/modul/tugas-saya/index.ts'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { idPk, PINDAIAN, rapi, susunDraf, versiPk } from '../perjanjian-kinerja/siapkan-pk.ts'

let app: AplikasiUji
let sakip: OrangUji
let camat: OrangUji
let kasi: OrangUji
beforeAll(async () => {
  app = await bukaAplikasiUji()
  ;[sakip, camat, kasi] = await Promise.all([
    app.masukSebagai('sakip1'),
    app.masukSebagai('camat'),
    app.masukSebagai('kasi.pmd'),
  ])
}, 120_000)
afterAll(() => app.tutup())

const ORANG = ['camat', 'sekcam', 'sakip1', 'sakip2', 'kasi.pmd', 'kasi.trantib', 'staf.pmd', 'camat.candipuro']
/** Those who see a task at the address in Tugas Saya, and as what. */
async function yangMelihat(alamat: string): Promise<Record<string, string>> {
  const hasil: Record<string, string> = {}
  for (const nama of ORANG) {
    const [tugas] = await app.sebagai(nama, async (p) =>
      (await ambilTugasSaya(app.db, p)).filter((t) => t.alamat.startsWith(alamat)),
    )
    if (tugas) hasil[nama] = `${tugas.judul} · ${tugas.sejak}`
  }
  return hasil
}
const tindak = async (orang: OrangUji, alamat: string, isian: Record<string, string> = {}) => {
  const id = alamat.split('/')[2] ?? ''
  const jawab = await orang.kirim(alamat, { versi: await versiPk(app, id), ...isian })
  expect(jawab.status, `${alamat}: ${rapi(jawab.text).slice(0, 300)}`).toBe(303)
}

it('PK menunggu yang gilirannya: atasan, lalu pejabatnya, lalu Tim SAKIP; yang dikembalikan menyebut alasannya', async () => {
  const id = await susunDraf(sakip, { pejabat: /Kasi Pemberdayaan/, tahun: 2027, asal: 'TAHUN_LALU' })
  const pk = `/perjanjian-kinerja/${id}`
  const sebut = 'Perjanjian Kinerja Kepala Seksi Pemberdayaan Masyarakat dan Desa'
  expect(await yangMelihat(pk), 'draf').toEqual({})

  await tindak(kasi, `${pk}/pengajuan`)
  expect(await yangMelihat(pk)).toEqual({ camat: `Setujui atau kembalikan ${sebut} · sejak 6 Jul 2026` })

  const alasan = 'Target triwulan III belum sesuai Renstra.'
  await tindak(camat, `${pk}/pengembalian`, { alasan })
  expect(await yangMelihat(pk)).toEqual({ 'kasi.pmd': `Perbaiki dan ajukan lagi ${sebut} · sejak 6 Jul 2026` })
  expect(rapi((await kasi.halaman('/'))('main').text())).toContain(`Alasan: ${alasan}`)

  await tindak(kasi, `${pk}/pengajuan`)
  await tindak(camat, `${pk}/persetujuan`)
  expect(await yangMelihat(pk)).toEqual({ 'kasi.pmd': `Tanda tangani dan catat naskah ${sebut} · sejak 6 Jul 2026` })

  const naskah = { versi: await versiPk(app, id), nomor: '100.3.7/9/2027', tanggal: '2026-07-06' }
  const tanda = await kasi.unggah(`${pk}/tanda-tangan`, naskah, PINDAIAN)
  expect(tanda.status, rapi(tanda.text).slice(0, 400)).toBe(303)
  const nyatakan = `Nyatakan berlaku ${sebut} · sejak 6 Jul 2026`
  expect(await yangMelihat(pk)).toEqual({ sekcam: nyatakan, sakip1: nyatakan, sakip2: nyatakan })
  const beranda = await sakip.halaman('/')
  expect(beranda(`a[href="${pk}"]`).text()).toContain('Nyatakan berlaku')
})

it('rencana aksi triwulan yang sudah berakhir menunggu pejabatnya sampai dilaporkan', async () => {
  const rencana = `/rencana-aksi/${await idPk(app, 'kasi-pmd')}`
  const $ = await kasi.halaman(`${rencana}/aksi/baru`)
  const isian = {
    versi: '0',
    indikatorId: String($('select[name=indikatorId] option').eq(1).val()),
    aksi: 'Pembinaan desa',
    satuan: 'desa',
    tw1: '',
    tw2: '10',
    tw3: '5',
    tw4: '',
    penanggungJawabId: '',
    anggaran: '',
  }
  expect((await kasi.kirim(`${rencana}/aksi`, isian)).status).toBe(303)
  // 6 July: quarter II has ended, quarter I asks for nothing, quarter III runs
  const laporkan = 'Laporkan rencana aksi Triwulan II · sejak 1 Jul 2026'
  expect(await yangMelihat(rencana)).toEqual({ 'kasi.pmd': laporkan })
  expect(rapi((await kasi.halaman('/'))('main').text())).toContain(
    '1 aksi yang bertarget di dalamnya belum dilaporkan.',
  )

  const tw = await kasi.halaman(`${rencana}/triwulan/2`)
  const isi: Record<string, string> = {}
  tw('main form input, main form textarea').each((_, el) => {
    const nama = String(tw(el).attr('name'))
    if (nama.startsWith('realisasi')) isi[nama] = nama.endsWith('.nilai') ? '10' : String(tw(el).val() ?? '')
  })
  expect((await kasi.kirim(`${rencana}/triwulan/2`, isi)).status).toBe(303)
  const versi = String(
    (await kasi.halaman(`${rencana}/triwulan/2`))('form[action$="pelaporan"] input[name=versi]').val() ?? '',
  )
  expect((await kasi.kirim(`${rencana}/triwulan/2/pelaporan`, { versi })).status).toBe(303)
  expect(await yangMelihat(rencana)).toEqual({})
})
