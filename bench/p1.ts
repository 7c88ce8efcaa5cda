import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import type { HalamanUkur } from './halaman.ts'
import { median } from './hasil.ts'
import { mulaiPenulis } from './penulis.ts'
import { berkasBench, bukaKlienBeban, hentikan, INTI_LAYANAN, jalankanNode, tungguPort } from './proses.ts'
import { folderViews, type Tangkapan } from './tangkap.ts'
import type { Alamat, BarisSimpan, HasilBeban } from './tugas-beban.ts'

type Sisi = 'aplikasi' | 'lantai'
type Ukuran = { readonly p50: number; readonly p95: number; readonly p95Rata: number; readonly perDetik: number }
/** Medians over the rounds for one page; times in ms. `p95Rata`: the same rate, arrivals spread evenly. */
export type HasilP1 = {
  readonly judul: string
  readonly byte: number
  readonly aplikasi: Ukuran
  readonly lantai: Ukuran
}

type Bahan = {
  readonly halaman: readonly HalamanUkur[]
  /** per page and connection: what the application rendered */
  readonly tangkapan: Readonly<Record<string, readonly Tangkapan[]>>
  readonly byte: Readonly<Record<string, number>>
  readonly port: number
  readonly folder: string
  readonly detik: number
  readonly putaran: number
  /** the row that somebody saves once a second meanwhile */
  readonly tulisan: BarisSimpan
  readonly lapor: (teks: string) => void
}

/** P1 of bench/HASIL.md: every page against Express + EJS sending the same HTML from ready data, in rounds of turned order. */
export async function ukurP1(bahan: Bahan): Promise<HasilP1[]> {
  const berkas = join(bahan.folder, 'tangkapan.bin')
  writeFileSync(berkas, serialize(bahan.tangkapan))
  const lantai = jalankanNode(berkasBench('lantai-halaman.js'), [folderViews, berkas], { inti: INTI_LAYANAN })
  const klien = bukaKlienBeban()
  const portLantai = await tungguPort(lantai)
  const penulis = mulaiPenulis(bahan.port, bahan.tulisan)
  const catatan = new Map<string, Record<Sisi, Ukuran[]>>()
  try {
    for (let putaran = 0; putaran < bahan.putaran; putaran++) {
      const urutan = putaran % 2 === 0 ? bahan.halaman : [...bahan.halaman].reverse()
      for (const halaman of urutan) {
        const sisi: Sisi[] = putaran % 2 === 0 ? ['aplikasi', 'lantai'] : ['lantai', 'aplikasi']
        for (const satu of sisi) {
          const alamat =
            satu === 'aplikasi'
              ? halaman.alamat
              : halaman.alamat.map((_, ke) => ({ jalur: `/${halaman.nama}/${ke}`, cookie: '' }))
          const ukuran = await ukurSatu(klien, {
            alamat,
            port: satu === 'aplikasi' ? bahan.port : portLantai,
            detik: bahan.detik,
          })
          const milik = catatan.get(halaman.nama) ?? { aplikasi: [], lantai: [] }
          milik[satu].push(ukuran)
          catatan.set(halaman.nama, milik)
        }
        bahan.lapor(`P1 putaran ${putaran + 1} ${halaman.judul}`)
      }
    }
    await penulis.henti()
  } finally {
    klien.tutup()
    await hentikan(lantai)
  }
  return bahan.halaman.map(({ nama, judul }) => {
    const milik = catatan.get(nama)
    return {
      judul,
      byte: bahan.byte[nama] ?? 0,
      aplikasi: tengah(milik?.aplikasi ?? []),
      lantai: tengah(milik?.lantai ?? []),
    }
  })
}

type Jalan = { readonly alamat: readonly Alamat[]; readonly port: number; readonly detik: number }

async function ukurSatu(klien: ReturnType<typeof bukaKlienBeban>, { alamat, port, detik }: Jalan): Promise<Ukuran> {
  const dasar = { port, alamat, sambungan: 50 }
  await klien.jalankan({ ...dasar, jenis: 'penuh', detik: Math.min(2, detik) })
  const serentak: HasilBeban = await klien.jalankan({ ...dasar, jenis: 'laju', cara: 'serentak', detik })
  const rata = await klien.jalankan({ ...dasar, jenis: 'laju', cara: 'rata', detik })
  const penuh = await klien.jalankan({ ...dasar, jenis: 'penuh', detik })
  return { p50: serentak.p50, p95: serentak.p95, p95Rata: rata.p95, perDetik: penuh.jumlah / penuh.detik }
}

function tengah(semua: readonly Ukuran[]): Ukuran {
  const dari = (pilih: (u: Ukuran) => number) => median(semua.map(pilih))
  return {
    p50: dari((u) => u.p50),
    p95: dari((u) => u.p95),
    p95Rata: dari((u) => u.p95Rata),
    perDetik: dari((u) => u.perDetik),
  }
}
