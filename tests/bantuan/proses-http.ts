import { randomUUID } from 'node:crypto'
import { Agent, type IncomingMessage, request } from 'node:http'
import { setTimeout as tidur } from 'node:timers/promises'

export type Jawaban = {
  readonly status: number
  readonly teks: string
  readonly lokasi: string
  readonly tajuk: IncomingMessage['headers']
}
/** A request that got no answer: whether it was never taken (no server listened) or broke on the way. */
export class Putus extends Error {
  constructor(
    readonly tidakDiambil: boolean,
    readonly kode: string,
  ) {
    super(`permintaan putus: ${kode}`)
  }
}

/** Somebody signed in over HTTP, with connections of their own like a browser has. */
export type OrangHttp = {
  readonly nama: string
  buka(jalur: string): Promise<Jawaban>
  /** posts a form once; `json`: as the autosave asks; `jedaBadan`: the second half of the body follows that many ms later */
  kirim(jalur: string, isian: Isian, pilihan?: { json?: boolean; jedaBadan?: number }): Promise<Jawaban>
  /** posts the same form again and again, as a person who keeps pressing "Simpan", until it was answered (not 503) */
  kirimSampaiDijawab(
    jalur: string,
    isian: Isian,
    pilihan?: { json?: boolean; saat?: (apa: Jawaban | Putus) => void },
  ): Promise<Jawaban>
  /** the same session at another server of the same data folder */
  pindahKe(alamat: string): OrangHttp
  tutup(): void
}
export type Isian = Readonly<Record<string, string | readonly string[]>>
type Minta = { metode: string; jalur: string; badan?: string; jedaBadan?: number; terima?: string; kuki: string }

/** how long an answer is waited for, in milliseconds; far above what a slow machine needs */
const SAAT_ULANG = 180_000

/** Signs in; the server may be under load, so a busy answer is tried again. */
export async function masukHttp(alamat: string, nama: string, sandi: string): Promise<OrangHttp> {
  const agen = new Agent({ keepAlive: true, maxSockets: 8 })
  const badan = new URLSearchParams({ nama, sandi, tujuan: '/' }).toString()
  const jawab = await minta(agen, alamat, { metode: 'POST', jalur: '/masuk', badan, kuki: '' })
  const kuki = (jawab.tajuk['set-cookie'] ?? []).map((satu) => satu.split(';')[0]).join('; ')
  if (jawab.status !== 303 || kuki === '') throw new Error(`${nama} tidak dapat masuk: ${jawab.status}`)
  return orang(agen, { alamat, nama, kuki })
}

function orang(agen: Agent, { alamat, nama, kuki }: { alamat: string; nama: string; kuki: string }): OrangHttp {
  const kirim: OrangHttp['kirim'] = (jalur, isian, { json = false, jedaBadan = 0 } = {}) =>
    minta(agen, alamat, {
      metode: 'POST',
      jalur,
      badan: badanIsian(isian),
      jedaBadan,
      kuki,
      ...(json ? { terima: 'application/json' } : {}),
    })
  return {
    nama,
    buka: (jalur) => minta(agen, alamat, { metode: 'GET', jalur, kuki }),
    kirim,
    async kirimSampaiDijawab(jalur, isian, { json = false, saat } = {}) {
      // ever longer pauses, as the browser makes them: a busy server is not asked harder
      const batas = Date.now() + SAAT_ULANG
      for (let jeda = 40; ; jeda = Math.min(2 * jeda, 500)) {
        const hasil = await kirim(jalur, isian, { json }).catch((sebab: unknown) => {
          if (sebab instanceof Putus) return sebab
          throw sebab
        })
        saat?.(hasil)
        if (!(hasil instanceof Putus) && hasil.status !== 503) return hasil
        if (Date.now() > batas)
          throw new Error(
            `${nama}: ${jalur} tidak dijawab dalam ${SAAT_ULANG} ms (${hasil instanceof Putus ? hasil.message : hasil.status})`,
          )
        await tidur(jeda)
      }
    },
    pindahKe: (lain) => orang(new Agent({ keepAlive: true, maxSockets: 8 }), { alamat: lain, nama, kuki }),
    tutup: () => agen.destroy(),
  }
}

/** Fields of a form with a key of its own; the same object sent again is the same request. */
export const formulirBaru = (isian: Isian): Isian => ({ kunci: randomUUID(), ...isian })

function badanIsian(isian: Isian): string {
  const isi = new URLSearchParams()
  for (const [nama, nilai] of Object.entries(isian)) for (const satu of [nilai].flat()) isi.append(nama, satu)
  return isi.toString()
}

/** Browsers send a request once more when a kept connection turns out to be closed before any answer; so does this. */
async function minta(agen: Agent, alamat: string, isi: Minta): Promise<Jawaban> {
  try {
    return await sekali(agen, alamat, isi)
  } catch (sebab) {
    if (sebab instanceof Putus && sebab.kode === 'SOKET_LAMA') return await sekali(new Agent(), alamat, isi)
    throw sebab
  }
}

function sekali(
  agen: Agent,
  alamat: string,
  { metode, jalur, badan, jedaBadan = 0, terima, kuki }: Minta,
): Promise<Jawaban> {
  return new Promise((jadi, gagal) => {
    const kirim = request(
      `${alamat}${jalur}`,
      {
        agent: agen,
        method: metode,
        headers: {
          cookie: kuki,
          'sec-fetch-site': 'same-origin',
          accept: terima ?? 'text/html',
          ...(badan === undefined
            ? {}
            : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(badan) }),
        },
      },
      (jawab) => {
        const potong: Buffer[] = []
        jawab.on('data', (p: Buffer) => potong.push(p))
        jawab.on('error', (e: NodeJS.ErrnoException) => gagal(new Putus(false, e.code ?? e.message)))
        jawab.on('end', () =>
          jadi({
            status: jawab.statusCode ?? 0,
            teks: Buffer.concat(potong).toString(),
            lokasi: jawab.headers.location ?? '',
            tajuk: jawab.headers,
          }),
        )
      },
    )
    kirim.on('error', (e: NodeJS.ErrnoException) => {
      const ditutup = kirim.reusedSocket && (e.code === 'ECONNRESET' || e.code === 'EPIPE')
      gagal(new Putus(e.code === 'ECONNREFUSED', ditutup ? 'SOKET_LAMA' : (e.code ?? e.message)))
    })
    if (jedaBadan === 0 || badan === undefined) return void kirim.end(badan)
    kirim.write(badan.slice(0, 20))
    setTimeout(() => kirim.end(badan.slice(20)), jedaBadan)
  })
}
