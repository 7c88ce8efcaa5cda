import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bacaJawaban, keKiriman } from '../../src/peramban/bagian/jawaban-simpan.ts'
import { berangkatkan, rangkai, type Titipan, terimaJawaban } from '../../src/peramban/bagian/titipan.ts'
import { type AplikasiUji, bukaAplikasiUji } from '../bantuan/aplikasi.ts'
import { SANDI_UJI } from '../bantuan/basis-data.ts'
import { bukaJalurBuruk, type JalurBuruk } from '../bantuan/jalur-buruk.ts'
import { type FormulirUji, formulirUji, siapkanSiklus } from '../integrasi/formulir/bantuan-formulir.ts'
import { acak, BENIH, BISA, PENUH } from './ukuran.ts'

/** Values typed in all; 1,000 in full over five rows at once. */
const KALI = PENUH ? 10_000 : 1000
const BARIS = 5
/** Of a hundred connections. */
const HILANG = 30

let app: AplikasiUji
let jalur: JalurBuruk
let formulir: FormulirUji
let kuki: string

beforeAll(async () => {
  if (!BISA) return
  app = await bukaAplikasiUji()
  formulir = await formulirUji(app, await siapkanSiklus(app, 'P7'))
  kuki = (await minta(app.alamat, '/masuk', new URLSearchParams({ nama: 'staf.pemerintahan', sandi: SANDI_UJI }))).kuki
  jalur = await bukaJalurBuruk(app.alamat, { hilang: HILANG, acak })
})
afterAll(async () => {
  await jalur?.tutup()
  await app?.tutup()
})

/** One request on a connection of its own; throws when the line cuts it. */
function minta(alamat: string, jalan: string, badan: URLSearchParams): Promise<{ balasan: Response; kuki: string }> {
  return new Promise((jadi, gagal) => {
    const kepala = {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      'sec-fetch-site': 'same-origin',
      cookie: kuki ?? '',
    }
    const permintaan = request(`${alamat}${jalan}`, { method: 'POST', agent: false, headers: kepala }, (jawab) => {
      const potongan: Buffer[] = []
      jawab.on('error', gagal).on('data', (isi: Buffer) => potongan.push(isi))
      jawab.on('end', () => {
        if (!jawab.complete) return gagal(new Error('jawaban terputus'))
        const jenis = jawab.headers['content-type'] ?? ''
        const isi = Buffer.concat(potongan).toString()
        const balasan = new Response(isi, { status: jawab.statusCode ?? 0, headers: { 'content-type': jenis } })
        jadi({ balasan, kuki: (jawab.headers['set-cookie'] ?? []).map((satu) => satu.split(';')[0]).join('; ') })
      })
    })
    permintaan.on('error', gagal).end(badan.toString())
  })
}

/** Types one value after another into a row, as the page does: what is unanswered is sent again with its key. */
async function ketik(baris: FormulirUji['baris'][number], nilai: readonly string[]): Promise<void> {
  const alamat = `/formulir/${formulir.id}/baris/${baris.id}`
  const dasar = { alamat, baris: baris.id, nama: baris.kode, halaman: '/', asal: '', asalBaku: {} }
  let versi = baris.versi
  for (const satu of nilai) {
    let titipan: Titipan | null = { ...dasar, versi, isi: rangkai({ [`v.${baris.variabel[0]}`]: satu }) }
    while (titipan) {
      const berangkat: ReturnType<typeof berangkatkan> = berangkatkan(titipan, randomUUID)
      const { jalan } = berangkat
      const badan = new URLSearchParams(jalan.isi)
      badan.set('kunci', jalan.kunci)
      badan.set('versi', String(jalan.versi))
      const kiriman = await minta(jalur.alamat, alamat, badan).then(
        async ({ balasan }) => keKiriman(await bacaJawaban(balasan)),
        () => ({ jenis: 'tertunda' }) as const,
      )
      titipan = terimaJawaban(berangkat, kiriman)
      if (titipan?.ditolak) throw new Error(`ditolak: ${titipan.ditolak}`)
      if (kiriman.jenis === 'tersimpan') versi = kiriman.versi ?? versi
    }
  }
}

it.skipIf(!BISA)(
  `${KALI} simpanan lewat jalur yang kehilangan ${HILANG}%: tidak ada yang hilang, tidak ada yang dua kali`,
  async () => {
    const baris = formulir.baris.slice(0, BARIS)
    const nilai = Array.from({ length: KALI / BARIS }, (_, ke) => String(ke + 1))
    await Promise.all(baris.map((b) => ketik(b, nilai)))
    const { kirimanHilang, jawabanHilang } = jalur.nasib
    expect(Math.min(kirimanHilang, jawabanHilang), `jalur memang buruk (benih ${BENIH})`).toBeGreaterThan(KALI / 20)
    for (const b of baris) {
      const [kini] = await app.sql<{ versi: number; variabel: Record<string, string> }>(
        'select versi, variabel from baris_formulir where id = $1',
        [b.id],
      )
      expect(kini?.variabel, 'nilai terakhir yang diketik').toEqual({ [b.variabel[0] ?? '']: nilai.at(-1) })
      expect(kini?.versi, 'tiap nilai satu kali').toBe(b.versi + nilai.length)
      const jejak = await app.sql<{ baru: string }>(
        `select rincian #>> array['perubahan', 'variabel', 'baru', $2] as baru from jejak
         where objek_id = $1 and peristiwa = 'formulir.baris-disimpan' order by urut`,
        [b.id, b.variabel[0]],
      )
      expect(
        jejak.map((j) => j.baru),
        'berurutan, tanpa ulangan',
      ).toEqual(nilai)
    }
  },
)
