import { setTimeout as tidur } from 'node:timers/promises'
import { expect } from 'vitest'
import type { ServerUji } from './proses.ts'
import { formulirBaru, type Jawaban, masukHttp, type OrangHttp, Putus } from './proses-http.ts'
import { ambilFormulirServer, barisAngka, type DalamServer, type FormulirServer, jawabSemua } from './proses-siklus.ts'

/** One save with its number, as its sender remembers it. */
type Simpanan = { readonly nomor: number; readonly barisId: string; readonly orang: string; readonly diakui: boolean }
/** One hand-in or withdrawal that was acknowledged. */
type Serahan = { readonly formulirId: string; readonly tindakan: 'penyerahan' | 'penarikan' }

/** What was acknowledged on this folder so far; every load of a test adds to it. */
export type SimpananDanSerahan = { readonly simpanan: Simpanan[]; readonly serahan: Serahan[] }
export type HasilBeban = {
  /** requests that broke on the way (how), and how many no server took */
  readonly putus: readonly string[]
  readonly tidakDiambil: number
  /** answers 503: "sibuk", with what a person read */
  readonly sibuk: Jawaban[]
  /** answers nobody expected */
  readonly aneh: string[]
}
export type Beban = {
  /** waits until so many more saves were acknowledged */
  tungguDiakui(banyak: number): Promise<void>
  /** every worker finishes what it has begun, then the load is over */
  berhenti(): Promise<HasilBeban>
}
type Kerja = {
  readonly hasil: { putus: string[]; tidakDiambil: number; sibuk: Jawaban[]; aneh: string[] }
  readonly tercatat: SimpananDanSerahan
  jalan: boolean
  gagal: unknown
  nomor: number
}

/** Pause of a worker between two acts, in milliseconds. */
const JEDA = 8
const TUNGGU_DIAKUI = 60_000

const PENYIMPAN = ['staf.pemerintahan', 'kasi.pemerintahan', 'staf.trantib', 'kasi.trantib'] as const
const PENYERAH = ['kasi.pmd', 'kasubbag.umum'] as const
const UNIT: Readonly<Record<string, string>> = {
  pemerintahan: 'seksi-pemerintahan',
  trantib: 'seksi-trantib',
  pmd: 'seksi-pmd',
  umum: 'subbag-umum',
}
const unitDari = (nama: string): string => UNIT[nama.split('.')[1] ?? ''] ?? ''

/** People of the load, signed in once: sessions outlive every restart. */
export async function masukkanOrang(server: ServerUji): Promise<Map<string, OrangHttp>> {
  const orang = new Map<string, OrangHttp>()
  for (const nama of [...PENYIMPAN, ...PENYERAH]) orang.set(nama, await masukHttp(server.alamat, nama, server.sandi))
  return orang
}

/**
 * Known writes: four people save numbered values (each on rows of their own and on one row shared with a colleague), two
 * heads hand in and withdraw by turns. Whoever gets no answer sends the same form again. One unit never hands in, so the
 * step stays open.
 */
export async function mulaiBeban(
  dalam: DalamServer,
  orang: Map<string, OrangHttp>,
  { siklusId, tercatat }: { siklusId: string; tercatat: SimpananDanSerahan },
): Promise<Beban> {
  const kerja: Kerja = {
    hasil: { putus: [], tidakDiambil: 0, sibuk: [], aneh: [] },
    tercatat,
    jalan: true,
    gagal: null,
    nomor: Math.max(0, ...tercatat.simpanan.map((s) => s.nomor)),
  }
  const siapa = (nama: string): OrangHttp => {
    const ada = orang.get(nama)
    if (!ada) throw new Error(`${nama} belum masuk`)
    return ada
  }
  const pekerja: Promise<void>[] = []
  for (const [i, nama] of PENYIMPAN.entries()) {
    const f = await ambilFormulirServer(dalam, siklusId, unitDari(nama))
    pekerja.push(penyimpan(kerja, siapa(nama), { formulir: f, sisi: i % 2 }))
  }
  for (const nama of PENYERAH) {
    const f = await ambilFormulirServer(dalam, siklusId, unitDari(nama))
    if (f.status !== 'DISERAHKAN') await jawabSemua(dalam, f.id)
    pekerja.push(penyerah(kerja, siapa(nama), f))
  }
  const semua = Promise.all(pekerja)
  semua.catch((sebab: unknown) => {
    kerja.gagal = sebab
    kerja.jalan = false
  })
  const diakui = () => tercatat.simpanan.filter((s) => s.diakui).length
  return {
    async tungguDiakui(banyak) {
      const sampai = diakui() + banyak
      for (const batas = Date.now() + TUNGGU_DIAKUI; diakui() < sampai; await tidur(5)) {
        if (kerja.gagal) throw kerja.gagal
        if (Date.now() > batas)
          throw new Error(`tidak ada simpanan yang diakui: ${JSON.stringify(kerja.hasil.aneh.slice(0, 3))}`)
      }
    },
    async berhenti() {
      kerja.jalan = false
      await semua
      return kerja.hasil
    },
  }
}

async function penyimpan(
  kerja: Kerja,
  orang: OrangHttp,
  { formulir, sisi }: { formulir: FormulirServer; sisi: number },
): Promise<void> {
  const angka = barisAngka(formulir)
  // the first row is the colleagues' common one; the others are dealt out
  const milik = angka.filter((_, i) => i === 0 || i % 2 === sisi)
  const versi = new Map(angka.map((b) => [b.id, b.versi]))
  for (let ke = 0; kerja.jalan; ke++) {
    const baris = milik[ke % milik.length]
    if (!baris) throw new Error('formulir tanpa baris angka')
    const nomor = ++kerja.nomor
    const nilai = Object.fromEntries(baris.variabel.map((v) => [`v.${v}`, String(nomor)]))
    const isian = formulirBaru({ versi: String(versi.get(baris.id)), ...nilai, keterangan: tanda(nomor) })
    const jawab = await orang.kirimSampaiDijawab(`/formulir/${formulir.id}/baris/${baris.id}`, isian, {
      json: true,
      saat: catat(kerja),
    })
    const data = jawab.teks.startsWith('{') ? (JSON.parse(jawab.teks) as { versi?: number }) : {}
    if (data.versi !== undefined) versi.set(baris.id, data.versi)
    if (jawab.status !== 200 && !(jawab.status === 409 && baris === angka[0]))
      kerja.hasil.aneh.push(`simpan ${nomor}: ${ringkas(jawab)}`)
    kerja.tercatat.simpanan.push({ nomor, barisId: baris.id, orang: orang.nama, diakui: jawab.status === 200 })
    await tidur(JEDA)
  }
}

async function penyerah(kerja: Kerja, orang: OrangHttp, formulir: FormulirServer): Promise<void> {
  let diserahkan = formulir.status === 'DISERAHKAN'
  while (kerja.jalan) {
    const tindakan = diserahkan ? 'penarikan' : 'penyerahan'
    const halaman = await bukaSampaiDijawab(kerja, orang, `/formulir/${formulir.id}${diserahkan ? '' : '/pemeriksaan'}`)
    const versi = /name="versi" value="(\d+)"/.exec(halaman.teks)?.[1]
    if (!versi) {
      kerja.hasil.aneh.push(`halaman ${tindakan} tanpa tombolnya: ${ringkas(halaman)}`)
      return
    }
    const jawab = await orang.kirimSampaiDijawab(`/formulir/${formulir.id}/${tindakan}`, formulirBaru({ versi }), {
      saat: catat(kerja),
    })
    if (jawab.status !== 303) kerja.hasil.aneh.push(`${tindakan}: ${ringkas(jawab)}`)
    else kerja.tercatat.serahan.push({ formulirId: formulir.id, tindakan })
    if (jawab.status === 303) diserahkan = !diserahkan
    await tidur(JEDA * 4)
  }
}

async function bukaSampaiDijawab(kerja: Kerja, orang: OrangHttp, jalur: string): Promise<Jawaban> {
  for (;;) {
    const hasil = await orang.buka(jalur).catch((sebab: unknown) => {
      if (sebab instanceof Putus) return sebab
      throw sebab
    })
    catat(kerja)(hasil)
    if (!(hasil instanceof Putus) && hasil.status !== 503) return hasil
    await tidur(40)
  }
}

const catat =
  ({ hasil }: Kerja) =>
  (apa: Jawaban | Putus): void => {
    if (apa instanceof Putus) {
      if (apa.tidakDiambil) hasil.tidakDiambil++
      else hasil.putus.push(apa.kode)
    } else if (apa.status === 503) hasil.sibuk.push(apa)
    else if (apa.status >= 500) hasil.aneh.push(ringkas(apa))
  }

const tanda = (nomor: number): string => `uji nomor ${nomor}`
const ringkas = ({ status, lokasi, teks }: Jawaban): string =>
  `${status} ${lokasi} ${teks
    .replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 300)}`

/** Acknowledged ⊆ stored, nothing twice, nothing refused was stored, the last number stands in the row; the same for hand-ins. */
export async function pastikanTersimpan(dalam: DalamServer, { simpanan, serahan }: SimpananDanSerahan): Promise<void> {
  const jejak = await dalam.sql<{ nomor: number; baris: string }>(
    `select substring(rincian #>> '{perubahan,keterangan,baru}' from 'uji nomor (\\d+)')::int as nomor, objek_id as baris
     from jejak where peristiwa = 'formulir.baris-disimpan' and rincian #>> '{perubahan,keterangan,baru}' like 'uji nomor %' order by urut`,
  )
  const kali = new Map<number, number>()
  for (const { nomor } of jejak) kali.set(nomor, (kali.get(nomor) ?? 0) + 1)
  expect(
    simpanan.filter((s) => s.diakui && !kali.has(s.nomor)).map((s) => s.nomor),
    'nomor yang diakui tetapi hilang',
  ).toEqual([])
  expect(
    [...kali].filter(([, n]) => n > 1).map(([nomor]) => nomor),
    'nomor yang tercatat dua kali',
  ).toEqual([])
  expect(
    simpanan.filter((s) => !s.diakui && kali.has(s.nomor)).map((s) => s.nomor),
    'nomor yang ditolak tetapi tersimpan',
  ).toEqual([])
  const terakhir = new Map(jejak.map((j) => [j.baris, tanda(j.nomor)]))
  const baris = await dalam.sql<{ id: string; keterangan: string }>(
    `select id, keterangan from baris_formulir where keterangan like 'uji nomor %'`,
  )
  expect(Object.fromEntries(baris.map((b) => [b.id, b.keterangan])), 'isi baris = simpanan terakhirnya').toEqual(
    Object.fromEntries(terakhir),
  )
  for (const [tindakan, peristiwa] of [
    ['penyerahan', 'formulir.diserahkan'],
    ['penarikan', 'formulir.ditarik'],
  ] as const) {
    const tercatat = await dalam.sql<{ id: string; n: number }>(
      'select objek_id as id, count(*)::int as n from jejak where peristiwa = $1 group by 1 order by 1',
      [peristiwa],
    )
    const diakui = hitung(serahan.filter((s) => s.tindakan === tindakan).map((s) => s.formulirId))
    expect(Object.fromEntries(tercatat.map((t) => [t.id, t.n])), `${tindakan} yang diakui = yang tercatat`).toEqual(
      diakui,
    )
  }
}

function hitung(daftar: readonly string[]): Record<string, number> {
  const hasil: Record<string, number> = {}
  for (const satu of daftar) hasil[satu] = (hasil[satu] ?? 0) + 1
  return hasil
}
