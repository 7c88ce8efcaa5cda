import { setTimeout as tidur } from 'node:timers/promises'
import { expect } from 'vitest'
import type { ServerUji } from './proses.ts'
import { type Jawaban, masukHttp, type OrangHttp } from './proses-http.ts'
import { type Kerja, PERISTIWA, pemutar, penyerah, penyimpan, type Tercatat, tanda } from './proses-pekerja.ts'
import { ambilFormulirServer, type DalamServer, jawabSemua } from './proses-siklus.ts'

export type HasilBeban = {
  /** requests that broke on the way (how), and how many no server took */
  readonly putus: readonly string[]
  readonly tidakDiambil: number
  /** answers 503: "sibuk", with what a person read */
  readonly sibuk: readonly Jawaban[]
  /** answers nobody expected */
  readonly aneh: readonly string[]
}
export type Beban = {
  /** waits until so many more saves were acknowledged */
  tungguDiakui(banyak: number): Promise<void>
  /** every worker finishes what it has begun, then the load is over */
  berhenti(): Promise<HasilBeban>
}
/** `siklusId`: open for filling in; `siklusRekapId`: at the recap (P8 to P10), goes round and round. */
export type BahanBeban = { readonly siklusId: string; readonly siklusRekapId: string; readonly tercatat: Tercatat }

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
  for (const nama of [...PENYIMPAN, ...PENYERAH, 'sakip1', 'sekcam'])
    orang.set(nama, await masukHttp(server.alamat, nama, server.sandi))
  return orang
}

/**
 * Known writes: four people save numbered values, two heads hand in and withdraw by turns, Tim SAKIP and the Sekcam take
 * a recap round and round. Whoever gets no answer sends the same form again. One unit never hands in, so the filling in
 * stays open.
 */
export async function mulaiBeban(
  dalam: DalamServer,
  orang: ReadonlyMap<string, OrangHttp>,
  { siklusId, siklusRekapId, tercatat }: BahanBeban,
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
  const [rekap] = await dalam.sql<{ kode: string }>(
    `select kode from langkah_siklus where siklus_id = $1 and status = 'BERJALAN'`,
    [siklusRekapId],
  )
  const pekerja = [
    pemutar(
      kerja,
      { tim: siapa('sakip1'), sekcam: siapa('sekcam') },
      { siklusId: siklusRekapId, terbuka: rekap?.kode ?? '' },
    ),
  ]
  for (const [i, nama] of PENYIMPAN.entries())
    pekerja.push(
      penyimpan(kerja, siapa(nama), {
        formulir: await ambilFormulirServer(dalam, siklusId, unitDari(nama)),
        sisi: i % 2,
      }),
    )
  for (const nama of PENYERAH) {
    const formulir = await ambilFormulirServer(dalam, siklusId, unitDari(nama))
    if (formulir.status !== 'DISERAHKAN') await jawabSemua(dalam, formulir.id)
    pekerja.push(penyerah(kerja, siapa(nama), formulir))
  }
  return kendali(kerja, Promise.all(pekerja))
}

function kendali(kerja: Kerja, semua: Promise<unknown>): Beban {
  semua.catch((sebab: unknown) => {
    kerja.gagal = sebab
    kerja.jalan = false
  })
  const diakui = () => kerja.tercatat.simpanan.filter((s) => s.diakui).length
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

/** Acknowledged ⊆ stored, nothing twice, nothing refused was stored, the last number stands in the row; the same for every act. */
export async function pastikanTersimpan(dalam: DalamServer, { simpanan, tindakan }: Tercatat): Promise<void> {
  const jejak = await dalam.sql<{ nomor: number; baris: string }>(
    `select substring(rincian #>> '{perubahan,keterangan,baru}' from 'uji nomor (\\d+)')::int as nomor, objek_id as baris
     from jejak where peristiwa = 'formulir.baris-disimpan' and rincian #>> '{perubahan,keterangan,baru}' like 'uji nomor %' order by urut`,
  )
  const kali = new Map<number, number>()
  for (const { nomor } of jejak) kali.set(nomor, (kali.get(nomor) ?? 0) + 1)
  const nomorDari = (pilih: (s: Tercatat['simpanan'][number]) => boolean) => simpanan.filter(pilih).map((s) => s.nomor)
  expect(
    nomorDari((s) => s.diakui && !kali.has(s.nomor)),
    'nomor yang diakui tetapi hilang',
  ).toEqual([])
  expect(
    [...kali].filter(([, n]) => n > 1).map(([nomor]) => nomor),
    'nomor yang tercatat dua kali',
  ).toEqual([])
  expect(
    nomorDari((s) => !s.diakui && kali.has(s.nomor)),
    'nomor yang ditolak tetapi tersimpan',
  ).toEqual([])
  const [semua] = await dalam.sql<{ n: number }>(
    `select count(*)::int as n from jejak where peristiwa = 'formulir.baris-disimpan' and objek_id = any($1)`,
    [[...new Set(simpanan.map((s) => s.barisId))]],
  )
  // a repetition that was carried out again changes nothing and names no number: only the count shows it
  expect(semua?.n, 'banyaknya simpanan di jejak = yang diakui').toBe(simpanan.filter((s) => s.diakui).length)
  const terakhir = new Map(jejak.map((j) => [j.baris, tanda(j.nomor)]))
  const baris = await dalam.sql<{ id: string; isi: string }>(
    `select id, keterangan as isi from baris_formulir where keterangan like 'uji nomor %'`,
  )
  expect(new Map(baris.map((b) => [b.id, b.isi])), 'isi baris = simpanan terakhirnya').toEqual(terakhir)
  for (const [apa, { peristiwa, kolom }] of Object.entries(PERISTIWA)) {
    const tercatat = await dalam.sql<{ id: string; n: number }>(
      `select ${kolom} as id, count(*)::int as n from jejak where peristiwa = $1 group by 1`,
      [peristiwa],
    )
    const diakui = tindakan.filter((t) => t.apa === apa).map((t) => t.objek)
    expect(new Map(tercatat.map((t) => [t.id, t.n])), `${apa} yang diakui = yang tercatat`).toEqual(hitung(diakui))
  }
}

function hitung(daftar: readonly string[]): Map<string, number> {
  const hasil = new Map<string, number>()
  for (const satu of daftar) hasil.set(satu, (hasil.get(satu) ?? 0) + 1)
  return hasil
}
