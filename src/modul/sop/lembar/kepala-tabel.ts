import type { BahanLembar } from './bahan.ts'
import type { KolomTeks, LebarTeks } from './lebar-kolom.ts'
import type { HalamanLembar, Kotak } from './lembar.ts'
import { lebarKata, letakkan, letakkanTegak, susunTeks, type TeksTersusun, tinggiTeks } from './teks-sel.ts'
import { BANTALAN, mm, UKURAN_TEKS } from './ukuran.ts'

const TINGGI_ATAS = mm(6)
const TINGGI_NOMOR = mm(4.2)
const BARIS_MENDATAR = 5
const TINGGI_BAWAH_MIN = mm(9)
/** heights and type sizes tried for names that must stand upright */
const TINGGI_TEGAK = [18, 24, 30, 36, 42, 50].map(mm)
const UKURAN_TEGAK = [8, 7, 6, 5, 4] as const
const UKURAN_MENDATAR = [8, 7.5, 7] as const

export const NAMA_KOLOM: Readonly<Record<KolomTeks, string>> = {
  nomor: 'No.',
  uraian: 'Uraian Prosedur',
  kelengkapan: 'Kelengkapan',
  waktu: 'Waktu',
  keluaran: 'Output',
  keterangan: 'Keterangan',
  pelaksanaan: 'Pelaksanaan',
}

/** Left edge and width of every column of the table. */
export type SusunanKolom = {
  readonly x: Readonly<Record<KolomTeks, number>>
  readonly lebar: LebarTeks
  readonly batasPelaksana: readonly number[]
  readonly kanan: number
}

/** Places columns in the order of the form: No., Uraian, Pelaksana, Mutu Baku, Keterangan. */
export function susunKolom(lebar: LebarTeks, { x, lebarPelaksana }: { x: number; lebarPelaksana: number }) {
  const nomor = x
  const uraian = nomor + lebar.nomor
  const pelaksana = uraian + lebar.uraian
  const kelengkapan = pelaksana + lebarPelaksana
  const waktu = kelengkapan + lebar.kelengkapan
  const keluaran = waktu + lebar.waktu
  const keterangan = keluaran + lebar.keluaran
  const pelaksanaan = keterangan + lebar.keterangan
  return {
    pelaksana,
    x: { nomor, uraian, kelengkapan, waktu, keluaran, keterangan, pelaksanaan },
    kanan: pelaksanaan + lebar.pelaksanaan,
  }
}

type NamaPelaksana = { readonly tegak: boolean; readonly teks: readonly TeksTersusun[]; readonly tinggi: number }

/** Names of the pelaksana: across while their words fit, if need be in smaller type; otherwise all upright. */
export function susunNamaPelaksana(kolom: readonly string[], lebarKolom: readonly number[]): NamaPelaksana {
  const dalam = lebarKolom.map((l) => l - mm(1.2))
  for (const ukuran of UKURAN_MENDATAR) {
    const kata = kolom.map((nama) => lebarKata(nama.split(/(?<=[/-])/), ukuran, true))
    const teks = kolom.map((nama, k) => susunTeks([nama], { lebar: dalam[k] ?? 1, ukuran, tebal: true }))
    if (kata.some((k, i) => k > (dalam[i] ?? 0)) || teks.some((t) => t.baris.length > BARIS_MENDATAR)) continue
    return { tegak: false, teks, tinggi: Math.max(TINGGI_BAWAH_MIN, ...teks.map((t) => tinggiTeks(t) + 2 * BANTALAN)) }
  }
  const pilihan = UKURAN_TEGAK.flatMap((ukuran) => TINGGI_TEGAK.map((tinggi) => ({ dalam, ukuran, tinggi })))
  // first with every word whole, then with long ones broken
  const tegak =
    cariPertama(pilihan, (p) =>
      lebarKata(kolom, p.ukuran, true) <= p.tinggi - 2 * BANTALAN ? namaTegak(kolom, p) : null,
    ) ?? cariPertama(pilihan, (p) => namaTegak(kolom, p))
  if (tegak) return tegak
  return paksaTegak(kolom, { dalam, tinggi: mm(60) })
}

function cariPertama<P, H>(daftar: readonly P[], coba: (satu: P) => H | null): H | null {
  for (const satu of daftar) {
    const hasil = coba(satu)
    if (hasil !== null) return hasil
  }
  return null
}

/** The same in a given height, however small the type. */
export function paksaNamaPelaksana(
  kolom: readonly string[],
  lebarKolom: readonly number[],
  tinggi: number,
): NamaPelaksana {
  const bebas = susunNamaPelaksana(kolom, lebarKolom)
  if (bebas.tinggi <= tinggi) return { ...bebas, tinggi }
  return paksaTegak(kolom, { dalam: lebarKolom.map((l) => l - mm(1.2)), tinggi })
}

type Tegak = { readonly dalam: readonly number[]; readonly tinggi: number }

function namaTegak(kolom: readonly string[], { dalam, ukuran, tinggi }: Tegak & { ukuran: number }) {
  const teks = kolom.map((nama) => susunTeks([nama], { lebar: tinggi - 2 * BANTALAN, ukuran, tebal: true }))
  return teks.every((t, k) => tinggiTeks(t) <= (dalam[k] ?? 0)) ? { tegak: true, teks, tinggi } : null
}

function paksaTegak(kolom: readonly string[], tegak: Tegak): NamaPelaksana {
  for (let ukuran: number = UKURAN_TEGAK[0]; ; ukuran *= 0.9) {
    const hasil = namaTegak(kolom, { ...tegak, ukuran })
    if (hasil) return hasil
  }
}

/** Height of the whole head above names of this height. */
export const tinggiKepala = (tinggiNama: number): number => TINGGI_ATAS + tinggiNama + TINGGI_NOMOR

type Isi = Pick<HalamanLembar, 'bidang' | 'garis' | 'teks'>

/** The head of the table: two rows of names and one of column numbers; printed again on every page. */
export function susunKepalaTabel(
  bahan: BahanLembar,
  { kolom, nama, y }: { kolom: SusunanKolom; nama: NamaPelaksana; y: number },
): Isi {
  const { x, lebar, batasPelaksana: batas, kanan } = kolom
  const [kiri, awal, akhir] = [x.nomor, batas[0] ?? 0, batas.at(-1) ?? 0]
  const [y1, y2] = [y + TINGGI_ATAS, y + TINGGI_ATAS + nama.tinggi]
  const tinggi = tinggiKepala(nama.tinggi)
  const penuh = (k: KolomTeks): [string, Kotak] => [NAMA_KOLOM[k], kotak(x[k], y, lebar[k], y2 - y)]
  const bawah = (k: KolomTeks): [string, Kotak] => [NAMA_KOLOM[k], kotak(x[k], y1, lebar[k], nama.tinggi)]
  const judul: [string, Kotak][] = [
    penuh('nomor'),
    penuh('uraian'),
    ['Pelaksana', kotak(awal, y, akhir - awal, TINGGI_ATAS)],
    ['Mutu Baku', kotak(x.kelengkapan, y, x.keterangan - x.kelengkapan, TINGGI_ATAS)],
    bawah('kelengkapan'),
    bawah('waktu'),
    bawah('keluaran'),
    penuh('keterangan'),
    ...(bahan.pelaksanaan === null ? [] : [penuh('pelaksanaan')]),
  ]
  const tepi = batasKolom(kolom, bahan.pelaksanaan !== null)
  return {
    bidang: [{ ...kotak(kiri, y, kanan - kiri, tinggi), gaya: 'kepala' }],
    garis: [
      ...[y, y2, y + tinggi].map((di) => [kiri, di, kanan, di] as const),
      [awal, y1, akhir, y1],
      [x.kelengkapan, y1, x.keterangan, y1],
      ...tepi.map((di) => [di, dalamKelompok(di, kolom) ? y1 : y, di, y + tinggi] as const),
    ],
    teks: [
      ...judul.map(([isi, sel]) => judulSel(isi, sel)),
      ...nama.teks.map((t, k) => {
        const sel = kotak(batas[k] ?? 0, y1, (batas[k + 1] ?? 0) - (batas[k] ?? 0), nama.tinggi)
        return nama.tegak
          ? letakkanTegak(t, { ...sel, y: sel.y + BANTALAN, tinggi: sel.tinggi - 2 * BANTALAN })
          : letakkan(t, sel, { rata: 'tengah', bantalan: mm(0.6) })
      }),
      ...tepi.slice(0, -1).map((di, k) => {
        const sel = kotak(di, y2, (tepi[k + 1] ?? di) - di, TINGGI_NOMOR)
        return letakkan(susunTeks([String(k + 1)], { lebar: sel.lebar, ukuran: UKURAN_TEKS.kecil }), sel, {
          rata: 'tengah',
          bantalan: 0,
        })
      }),
    ],
  }
}

/** All vertical borders from left to right. */
export function batasKolom({ x, batasPelaksana, kanan }: SusunanKolom, denganPelaksanaan: boolean): number[] {
  return [
    x.nomor,
    x.uraian,
    ...batasPelaksana,
    x.waktu,
    x.keluaran,
    x.keterangan,
    ...(denganPelaksanaan ? [x.pelaksanaan] : []),
    kanan,
  ]
}

const dalamKelompok = (di: number, { x, batasPelaksana: batas }: SusunanKolom): boolean =>
  batas.slice(1, -1).includes(di) || di === x.waktu || di === x.keluaran

/** A word of the head, smaller when its column is narrow. */
function judulSel(isi: string, sel: Kotak) {
  const lebar = sel.lebar - mm(1)
  const kata = lebarKata([isi], UKURAN_TEKS.kepala, true)
  const ukuran = kata <= lebar ? UKURAN_TEKS.kepala : (UKURAN_TEKS.kepala * lebar) / kata
  return letakkan(susunTeks([isi], { lebar: lebar + 0.01, ukuran, tebal: true }), sel, {
    rata: 'tengah',
    bantalan: mm(0.5),
  })
}

const kotak = (x: number, y: number, lebar: number, tinggi: number): Kotak => ({ x, y, lebar, tinggi })
