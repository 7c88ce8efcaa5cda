import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AplikasiUji, bukaAplikasiUji, type OrangUji } from '../../bantuan/aplikasi.ts'
import { isiAlamat, jalankanKantor, type KantorBerjalan, sidikBasisData } from './kantor-berjalan.ts'
import { ORANG, TABEL, uraikan } from './matriks-rute.tabel.ts'

type Kasus = { metode: string; jalur: string; orang: string; harap: string }
const KASUS: readonly Kasus[] = TABEL.flatMap(([rute, hasil]) =>
  uraikan(rute).flatMap((satu) => {
    const [metode = '', jalur = ''] = satu.split(' ')
    return hasil.split(' ').map((harap, ke) => ({ metode, jalur, orang: ORANG[ke] ?? '', harap }))
  }),
)

let app: AplikasiUji
let kantor: KantorBerjalan
const orang = new Map<string, OrangUji>()
beforeAll(async () => {
  app = await bukaAplikasiUji()
  kantor = await jalankanKantor(app)
  for (const nama of ORANG) orang.set(nama, nama === 'tamu' ? app.tamu() : await app.masukSebagai(nama))
})
afterAll(() => app.tutup())

/** What really happened, in the letters of the table; a letter in `harap` that covers it wins. */
async function jalankan({ metode, jalur, orang: nama, harap }: Kasus): Promise<string> {
  const alamat = isiAlamat(jalur, kantor)
  const dia = orang.get(nama)
  if (!dia) throw new Error(nama)
  const { status, headers } = await (metode === 'GET' ? dia.buka(alamat) : dia.kirim(alamat))
  if (status >= 500) return String(status)
  if (harap === 't' && [403, 404, 409, 422].includes(status)) return 't'
  if (status === 303 && headers.location?.startsWith('/masuk') && jalur !== '/keluar') return 'm'
  if (status === 403) return 'x'
  if (status === 404 && metode === 'GET') return 'o'
  return 'y'
}

/** `serempak`: so many at once, for requests that change nothing. */
async function menyimpang(kasus: readonly Kasus[], { serempak = 1 } = {}): Promise<string[]> {
  const salah: string[] = []
  for (let ke = 0; ke < kasus.length; ke += serempak)
    await Promise.all(
      kasus.slice(ke, ke + serempak).map(async (satu) => {
        const nyata = await jalankan(satu)
        if (nyata !== satu.harap)
          salah.push(`${satu.metode} ${satu.jalur} sebagai ${satu.orang}: ${nyata}, seharusnya ${satu.harap}`)
      }),
    )
  return salah
}

describe('setiap rute × setiap orang', () => {
  it('tabel menyebut setiap rute aplikasi sekali, dan tidak menyebut yang tidak ada', () => {
    const nyata = app.rute.map(({ metode, jalur }) => `${metode} ${jalur}`).sort()
    const tertulis = TABEL.flatMap(([rute]) => uraikan(rute)).sort()
    expect(nyata.filter((rute) => !tertulis.includes(rute))).toEqual([])
    expect(tertulis.filter((rute) => !nyata.includes(rute))).toEqual([])
    expect(new Set(tertulis).size).toBe(tertulis.length)
    for (const [rute, hasil] of TABEL) expect(hasil, rute).toMatch(/^[yxmot]( [yxmot]){7}$/)
  })

  it('alat ukurnya peka: harapan yang salah ketahuan', async () => {
    const kasus = (metode: string, jalur: string, orang: string, harap: string) => ({ metode, jalur, orang, harap })
    const salah = [
      kasus('GET', '/organisasi', 'camat', 'y'),
      kasus('GET', '/siklus/:siklusId', 'camat', 'x'),
      kasus('GET', '/siklus', 'tamu', 'y'),
      kasus('POST', '/akun/sandi', 'camat', 'x'),
    ]
    expect(await menyimpang(salah)).toHaveLength(salah.length)
    expect(uraikan('{GET,POST} /a/{b,c/:id}')).toEqual(['GET /a/b', 'GET /a/c/:id', 'POST /a/b', 'POST /a/c/:id'])
  })

  it('membuka halaman: yang berhak dilayani, yang lain ditolak, yang belum masuk diarahkan; tidak ada yang berubah', async () => {
    const sebelum = await sidikBasisData(app)
    const bacaan = KASUS.filter(({ metode }) => metode === 'GET')
    expect(await menyimpang(bacaan, { serempak: ORANG.length })).toEqual([])
    expect(await sidikBasisData(app)).toEqual(sebelum)
  }, 240_000)

  it('mengirim tanpa hak, atau pada keadaan yang salah: ditolak, dan tidak ada yang berubah', async () => {
    const sebelum = await sidikBasisData(app)
    const ditolak = KASUS.filter(({ metode, harap }) => metode === 'POST' && harap !== 'y')
    expect(ditolak.length).toBeGreaterThan(500)
    expect(await menyimpang(ditolak)).toEqual([])
    expect(await sidikBasisData(app)).toEqual(sebelum)
  })

  it('mengirim dengan hak: sampai ke isiannya (keluar dicoba terakhir)', async () => {
    const boleh = KASUS.filter(({ metode, harap }) => metode === 'POST' && harap === 'y')
    const keluar = ({ jalur }: Kasus) => jalur === '/keluar'
    expect(await menyimpang(boleh.filter((satu) => !keluar(satu)))).toEqual([])
    expect(await menyimpang(boleh.filter(keluar))).toEqual([])
  })
})
