import { setTimeout as tidur } from 'node:timers/promises'
import { formulirBaru, type Isian, type Jawaban, type OrangHttp, Putus } from './proses-http.ts'
import { barisAngka, type FormulirServer } from './proses-siklus.ts'

/** One save with its number, as its sender remembers it. */
type Simpanan = { readonly nomor: number; readonly barisId: string; readonly orang: string; readonly diakui: boolean }
/** Audit event of each act of the load, and whether it belongs to a form or to the siklus. */
export const PERISTIWA = {
  penyerahan: { peristiwa: 'formulir.diserahkan', kolom: 'objek_id' },
  penarikan: { peristiwa: 'formulir.ditarik', kolom: 'objek_id' },
  pembekuan: { peristiwa: 'rekap.dibekukan', kolom: 'siklus_id::text' },
  penyampaian: { peristiwa: 'laporan.disampaikan', kolom: 'siklus_id::text' },
  pengembalian: { peristiwa: 'telaah.dikembalikan', kolom: 'siklus_id::text' },
} as const
type Apa = keyof typeof PERISTIWA
/** What was acknowledged on a data folder so far; every load of a test adds to it. */
export type Tercatat = {
  readonly simpanan: Simpanan[]
  readonly tindakan: { readonly objek: string; readonly apa: Apa }[]
}

export type Kerja = {
  readonly hasil: { putus: string[]; tidakDiambil: number; sibuk: Jawaban[]; aneh: string[] }
  readonly tercatat: Tercatat
  jalan: boolean
  gagal: unknown
  nomor: number
}

/** Pause of a worker between two acts, in milliseconds. */
const JEDA = 8
export const tanda = (nomor: number): string => `uji nomor ${nomor}`

/** Saves numbered values, on rows of the own and on the first row, which a colleague saves too. */
export async function penyimpan(
  kerja: Kerja,
  orang: OrangHttp,
  { formulir, sisi }: { formulir: FormulirServer; sisi: number },
): Promise<void> {
  const angka = barisAngka(formulir)
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

/** The head of a unit hands in and withdraws by turns. */
export async function penyerah(kerja: Kerja, orang: OrangHttp, formulir: FormulirServer): Promise<void> {
  for (let diserahkan = formulir.status === 'DISERAHKAN'; kerja.jalan; diserahkan = !diserahkan) {
    const apa = diserahkan ? 'penarikan' : 'penyerahan'
    const halaman = `/formulir/${formulir.id}${diserahkan ? '' : '/pemeriksaan'}`
    if (
      !(await bertindak(kerja, orang, { apa, objek: formulir.id, halaman, alamat: `/formulir/${formulir.id}/${apa}` }))
    )
      return
  }
}

const LANGKAH_PUTARAN = [
  { kode: 'P8', apa: 'pembekuan', jenis: 'rekap', isian: () => ({ catatan: 'beban uji' }) },
  {
    kode: 'P9',
    apa: 'penyampaian',
    jenis: 'lapor',
    isian: () => ({
      nomor: '',
      tanggal: kemarin(),
      ringkasan: 'Ringkasan hasil dari beban uji.',
      hambatan: '',
      saran: '',
    }),
  },
  {
    kode: 'P10',
    apa: 'pengembalian',
    jenis: 'telaah',
    isian: () => ({ tujuan: 'P8', alasanUmum: 'Periksa kembali seluruh rekap.' }),
  },
] as const

/** Tim SAKIP freezes and reports, the Sekcam returns, round after round: three steps are finished each time. */
export async function pemutar(
  kerja: Kerja,
  { tim, sekcam }: { tim: OrangHttp; sekcam: OrangHttp },
  { siklusId, terbuka }: { siklusId: string; terbuka: string },
): Promise<void> {
  for (
    let ke = LANGKAH_PUTARAN.findIndex((l) => l.kode === terbuka);
    kerja.jalan;
    ke = (ke + 1) % LANGKAH_PUTARAN.length
  ) {
    const langkah = LANGKAH_PUTARAN[ke]
    if (!langkah) throw new Error(`putaran tidak dapat dimulai di ${terbuka}`)
    const halaman = `/siklus/${siklusId}/langkah/${langkah.kode}/${langkah.jenis}`
    const tindakan = {
      apa: langkah.apa,
      objek: siklusId,
      halaman,
      alamat: `${halaman}/${langkah.apa}`,
      isian: langkah.isian(),
    }
    if (!(await bertindak(kerja, langkah.kode === 'P10' ? sekcam : tim, tindakan))) return
  }
}

const kemarin = (): string => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)

type Tindakan = { apa: Apa; objek: string; halaman: string; alamat: string; isian?: Isian }

/** Opens the page, presses its button, remembers what was acknowledged. False when the page or the answer is not what it should be. */
async function bertindak(
  kerja: Kerja,
  orang: OrangHttp,
  { apa, objek, halaman, alamat, isian = {} }: Tindakan,
): Promise<boolean> {
  const terbuka = await bukaSampaiDijawab(kerja, orang, halaman)
  const versi = /name="versi" value="(\d+)"/.exec(terbuka.teks)?.[1]
  if (!versi) {
    kerja.hasil.aneh.push(`halaman ${apa} tanpa tombolnya: ${ringkas(terbuka)}`)
    return false
  }
  const jawab = await orang.kirimSampaiDijawab(alamat, formulirBaru({ versi, ...isian }), { saat: catat(kerja) })
  if (jawab.status === 303) kerja.tercatat.tindakan.push({ objek, apa })
  else kerja.hasil.aneh.push(`${apa}: ${ringkas(jawab)}`)
  await tidur(JEDA * 4)
  return jawab.status === 303
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

const ringkas = ({ status, lokasi, teks }: Jawaban): string =>
  `${status} ${lokasi} ${(/<main[\s\S]*<\/main>/.exec(teks)?.[0] ?? teks)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 300)}`
