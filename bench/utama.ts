import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { siapkanBasisData } from '../src/inti/basis-data/siapkan.ts'
import { DATA_PENUH, type DataBeban, isiBeban, type UkuranData } from './data.ts'
import { susunHalaman } from './halaman.ts'
import { type HasilBench, susunHasil, tulisHasil } from './hasil.ts'
import { bukaSesi } from './orang.ts'
import { ukurP1 } from './p1.ts'
import { barisSimpan, ukurP2 } from './p2.ts'
import { ukurP7 } from './p7.ts'
import { hentikan, ikatPostgres, mulaiServer, TERIKAT } from './proses.ts'
import { bukaPengintai, type Tangkapan } from './tangkap.ts'
import type { BarisSimpan } from './tugas-beban.ts'

const BANTUAN = `npm run bench -- [pilihan]
  --penuh            40 kecamatan, putaran lebih lama
  --kecamatan=N      jumlah kecamatan (1)
  --bulan=N          bulan riwayat tiap kecamatan (60)
  --bukti=N          bukti tiap kecamatan (20000)
  --detik=N          lama satu pengukuran (5)
  --putaran=N        putaran, urutan dibalik tiap kali (2)
  --hanya=p1,p7      sebagian saja (p1, p2, p6, p7)
  --data=FOLDER      simpan data beban di sana dan pakai lagi lain kali
  --halaman=a,b      P1 hanya halaman ini
  --tanpa-catatan    jangan menulis bench/HASIL.md`

const { values: pilihan } = parseArgs({
  options: {
    penuh: { type: 'boolean', default: false },
    kecamatan: { type: 'string' },
    bulan: { type: 'string', default: String(DATA_PENUH.bulan) },
    bukti: { type: 'string', default: String(DATA_PENUH.bukti) },
    detik: { type: 'string' },
    putaran: { type: 'string' },
    hanya: { type: 'string', default: 'p1,p2,p6,p7' },
    halaman: { type: 'string' },
    data: { type: 'string' },
    'tanpa-catatan': { type: 'boolean', default: false },
    bantuan: { type: 'boolean', default: false },
  },
})

const lapor = (teks: string): void => console.log(`  ${teks}`)

async function jalan(): Promise<void> {
  if (pilihan.bantuan) return console.log(BANTUAN)
  const folder = siapkanFolder()
  try {
    const hasil = await ukur(folder)
    const teks = susunHasil(hasil)
    console.log(`\n${teks}`)
    if (!pilihan['tanpa-catatan']) tulisHasil(teks)
  } finally {
    if (!pilihan.data) rmSync(folder, { recursive: true, force: true })
  }
}

function siapkanFolder(): string {
  const folder = pilihan.data ?? mkdtempSync(join(tmpdir(), 'takar-bench-'))
  mkdirSync(folder, { recursive: true })
  // PostgreSQL runs as another user when we are root
  chmodSync(folder, 0o711)
  return folder
}

async function ukur(folder: string): Promise<HasilBench> {
  const ukuran: UkuranData = {
    ...DATA_PENUH,
    bulan: Number(pilihan.bulan),
    bukti: Number(pilihan.bukti),
    kecamatan: Number(pilihan.kecamatan ?? (pilihan.penuh ? 40 : 1)),
  }
  const detik = Number(pilihan.detik ?? (pilihan.penuh ? 10 : 5))
  const putaran = Number(pilihan.putaran ?? (pilihan.penuh ? 4 : 2))
  const siap = await siapkanBasisData({ urlBasisData: null, urlAplikasi: null, folderData: folder }, { lapor })
  let bagian: Omit<HasilBench, 'ukuran' | 'terikat' | 'detik' | 'putaran' | 'p7'>
  let ukuranAda: UkuranData
  try {
    const isi = await muatData(folder, siap, ukuran)
    ukuranAda = isi.ukuran
    ikatPostgres(folder)
    bagian = await ukurHalaman({ folder, siap, ...isi, detik, putaran })
  } finally {
    await siap.matikan()
  }
  const p7 = diminta('p7') ? await ukurP7({ folder, kali: 5, lapor }) : null
  return { ukuran: ukuranAda, terikat: TERIKAT, detik, putaran, ...bagian, p7 }
}

const diminta = (nama: string): boolean => pilihan.hanya.split(',').includes(nama)

type Alamat = { readonly urlPemilik: string; readonly urlAplikasi: string }
type Isi = { readonly data: DataBeban; readonly ukuran: UkuranData }

async function muatData(folder: string, siap: Alamat, ukuran: UkuranData): Promise<Isi> {
  const catatan = join(folder, 'data-beban.json')
  if (existsSync(catatan)) return JSON.parse(readFileSync(catatan, 'utf8')) as Isi
  const isi = { ukuran, data: await isiBeban(siap, ukuran, (teks) => lapor(`data: ${teks}`)) }
  writeFileSync(catatan, JSON.stringify(isi))
  return isi
}

type Bahan = Isi & { readonly folder: string; readonly siap: Alamat; readonly detik: number; readonly putaran: number }

async function ukurHalaman({ folder, siap, data, ukuran, detik, putaran }: Bahan) {
  const klien = new pg.Client({ connectionString: siap.urlPemilik })
  await klien.connect()
  const rahasiaSesi = randomBytes(24).toString('base64url')
  const server = await mulaiServer(folder, { TAKAR_RAHASIA_SESI: rahasiaSesi })
  try {
    const { rows } = await klien.query<{ server_version: string }>('show server_version')
    const sesi = bukaSesi(server.port)
    const semua = await susunHalaman({ klien, data, jumlahKecamatan: ukuran.kecamatan, sesi })
    const halaman = pilihan.halaman ? semua.filter((h) => pilihan.halaman?.split(',').includes(h.nama)) : semua
    const { tangkapan, byte, kueri } = await tangkapSemua(siap.urlAplikasi, { rahasiaSesi, folder, halaman })
    const dasar = { port: server.port, detik, putaran, lapor }
    const asal = { klien, sesi, kecamatanId: data.kecamatanId, siklusId: data.siklus.pengisian }
    return {
      versiPostgres: rows[0]?.server_version ?? '',
      p6: kueri,
      p1: diminta('p1')
        ? await ukurP1({ ...dasar, halaman, tangkapan, byte, folder, tulisan: await barisTulisan(asal) })
        : null,
      p2: diminta('p2') ? await ukurP2({ ...dasar, ...siap, ...asal }) : null,
    }
  } finally {
    await hentikan(server.proses)
    await klien.end()
  }
}

async function barisTulisan(asal: Parameters<typeof barisSimpan>[0]): Promise<BarisSimpan> {
  const [baris] = await barisSimpan(asal)
  if (!baris) throw new Error('tidak ada baris yang dapat disimpan')
  return baris
}

type BahanTangkap = {
  readonly rahasiaSesi: string
  readonly folder: string
  readonly halaman: Awaited<ReturnType<typeof susunHalaman>>
}

/** Opens every address once in this process: what was rendered, how large it is, how many statements it took. */
async function tangkapSemua(urlAplikasi: string, { rahasiaSesi, folder, halaman }: BahanTangkap) {
  const pengintai = await bukaPengintai(urlAplikasi, { rahasiaSesi, folderData: folder })
  const tangkapan: Record<string, Tangkapan[]> = {}
  const byte: Record<string, number> = {}
  const kueri: Record<string, number> = {}
  try {
    for (const { nama, judul, alamat } of halaman) {
      for (const { jalur, cookie } of alamat) {
        const hasil = await pengintai.buka(jalur, cookie)
        if (hasil.status !== 200 || !hasil.tangkapan)
          throw new Error(`${jalur} menjawab ${hasil.status}: ${hasil.html.slice(0, 500)}`)
        tangkapan[nama] = [...(tangkapan[nama] ?? []), hasil.tangkapan]
        byte[nama] = (byte[nama] ?? 0) + Buffer.byteLength(hasil.html) / alamat.length
        kueri[judul] = Math.max(kueri[judul] ?? 0, hasil.kueri.length)
      }
    }
  } finally {
    await pengintai.tutup()
  }
  return { tangkapan, byte, kueri }
}

jalan().catch((sebab) => {
  console.error(sebab)
  process.exit(1)
})
