import { type BarisTabel, type SelKepala, selLengkap, type Teks } from './bagian.ts'
import type { Pengukur } from './huruf.ts'
import type { BlokTabel } from './model.ts'
import { type GayaTeks, type Potongan, potonganTeks } from './potongan.ts'
import { teksPolos } from './run.ts'
import { potonganUnit, type SelTempat, type Unit } from './susun-unit.ts'
import { bungkusTeks, kataTerlebar } from './teks.ts'
import { HURUF_TABEL, PT_PER_MM, SPASI } from './ukuran.ts'

/** Where a block is set: left edge and width in points, height of a page's body. */
export type Ruang = { readonly x: number; readonly lebar: number; readonly tinggi: number; readonly pengukur: Pengukur }

const BANTALAN_X = 3
const HURUF_TERKECIL = 5.5
/** a word or number wider than this many em may be broken rather than widen its column */
const BATAS_KATA = 9
const BATAS_ANGKA = 14

type SelGrid = {
  teks: Teks
  kolom: number
  lebarKolom: number
  baris: number
  rentang: number
  rata: NonNullable<GayaTeks['rata']>
  tebal: boolean
  arsir: boolean
  centang: boolean | undefined
  batang: boolean
}
type Kisi = { sel: SelGrid[]; jumlahBaris: number }
type Tabel = { blok: BlokTabel; ruang: Ruang; ukuran: number; x: readonly number[] }

/** Pieces of a table: head, rows (rows tied by a row span are one piece), notes. */
export function susunTabel(blok: BlokTabel, ruang: Ruang): Potongan[] {
  const kepala = susunKisi(barisKepala(blok), blok)
  const badan = susunKisi(blok.isi.map(selBaris), blok)
  const { ukuran, lebar } = lebarKolom(blok, { kepala, badan, ruang })
  const x = [ruang.x]
  for (const l of lebar) x.push((x.at(-1) ?? 0) + l)
  const tabel: Tabel = { blok, ruang, ukuran, x }
  const potonganKepala = kepala.jumlahBaris > 0 ? susunKepala(tabel, kepala) : undefined
  const hasil = potonganKepala ? [potonganKepala] : []
  for (const unit of susunBadan(tabel, { kisi: badan, kepala: potonganKepala })) hasil.push(unit)
  return hasil.concat(susunCatatan(tabel))
}

function barisKepala(blok: BlokTabel): Omit<SelGrid, 'kolom' | 'baris'>[][] {
  const dasar = { rata: 'tengah', tebal: true, arsir: true, centang: undefined, batang: false } as const
  const baris = blok.kepala.map((sel) =>
    sel.map((s: SelKepala) => ({ ...dasar, teks: s.teks, lebarKolom: s.kolom ?? 1, rentang: s.baris ?? 1 })),
  )
  if (!blok.nomorKolom) return baris
  const nomor = blok.kolom.map((_, i) => ({
    ...dasar,
    tebal: false,
    teks: [{ teks: `(${i + 1})`, miring: true }],
    lebarKolom: 1,
    rentang: 1,
  }))
  return [...baris, nomor]
}

function selBaris(baris: BarisTabel): (Omit<SelGrid, 'kolom' | 'baris' | 'rata'> & { rata?: SelGrid['rata'] })[] {
  const menonjol = baris.gaya === 'subjudul' || baris.gaya === 'jumlah'
  return baris.sel.map((mentah) => {
    const sel = selLengkap(mentah)
    return {
      teks: sel.teks,
      lebarKolom: sel.kolom ?? 1,
      rentang: sel.baris ?? 1,
      ...(sel.rata ? { rata: sel.rata } : {}),
      tebal: sel.tebal ?? menonjol,
      arsir: sel.arsir ?? baris.gaya === 'subjudul',
      centang: sel.centang,
      batang: sel.batang ?? false,
    }
  })
}

/** Puts cells into columns as HTML does; what sticks out is cut off, what is missing is an empty cell. */
function susunKisi(
  baris: readonly (readonly (Omit<SelGrid, 'kolom' | 'baris' | 'rata'> & { rata?: SelGrid['rata'] })[])[],
  blok: BlokTabel,
): Kisi {
  const n = blok.kolom.length
  const terpakai = new Array<number>(n).fill(0) // rows that a span from above still holds
  const hasil: SelGrid[] = []
  baris.forEach((isi, b) => {
    const antre = [...isi]
    for (let k = 0; k < n; ) {
      if ((terpakai[k] ?? 0) > 0) {
        k += 1
        continue
      }
      const sel = antre.shift() ?? {
        teks: '',
        lebarKolom: 1,
        rentang: 1,
        tebal: false,
        arsir: false,
        centang: undefined,
        batang: false,
      }
      let lebar = 1
      while (lebar < sel.lebarKolom && k + lebar < n && (terpakai[k + lebar] ?? 0) === 0) lebar += 1
      const rentang = Math.min(sel.rentang, baris.length - b)
      for (let i = k; i < k + lebar; i += 1) terpakai[i] = rentang
      hasil.push({
        ...sel,
        kolom: k,
        lebarKolom: lebar,
        baris: b,
        rentang,
        rata: sel.rata ?? (lebar > 1 ? 'kiri' : blok.kolom[k]?.rata) ?? 'kiri',
      })
      k += lebar
    }
    for (let k = 0; k < n; k += 1) terpakai[k] = Math.max(0, (terpakai[k] ?? 0) - 1)
  })
  return { sel: hasil, jumlahBaris: baris.length }
}

/** Widths from the weights, but no column narrower than its widest word while others can give; else smaller type. */
function lebarKolom(blok: BlokTabel, { kepala, badan, ruang }: { kepala: Kisi; badan: Kisi; ruang: Ruang }) {
  const dalamEm = new Array<number>(blok.kolom.length).fill(0)
  for (const sel of [...kepala.sel, ...badan.sel]) {
    if (sel.lebarKolom > 1) continue
    const kata = kataTerlebar(sel.teks, { tebal: sel.tebal, pengukur: ruang.pengukur })
    const batas = sel.rata === 'angka' ? BATAS_ANGKA : BATAS_KATA
    dalamEm[sel.kolom] = Math.max(dalamEm[sel.kolom] ?? 0, Math.min(kata, batas))
  }
  let ukuran: number = HURUF_TABEL[blok.huruf ?? 'biasa']
  const perlu = () => dalamEm.map((em) => em * ukuran + 2 * BANTALAN_X + 0.5)
  while (ukuran > HURUF_TERKECIL && perlu().reduce((a, b) => a + b, 0) > ruang.lebar) ukuran -= 0.5
  const bobot = blok.kolom.map((k) => k.bobot)
  return { ukuran, lebar: bagiLebar(bobot, { minimum: perlu(), lebar: ruang.lebar }) }
}

function bagiLebar(
  bobot: readonly number[],
  { minimum, lebar }: { minimum: readonly number[]; lebar: number },
): number[] {
  const jumlahMinimum = minimum.reduce((a, b) => a + b, 0)
  if (jumlahMinimum >= lebar) return minimum.map((m) => (m / jumlahMinimum) * lebar)
  const tetap = new Set<number>()
  for (;;) {
    let sisa = lebar
    let jumlahBobot = 0
    bobot.forEach((b, i) => {
      if (tetap.has(i)) sisa -= minimum[i] ?? 0
      else jumlahBobot += b
    })
    const hasil = bobot.map((b, i) => (tetap.has(i) ? (minimum[i] ?? 0) : (b / jumlahBobot) * sisa))
    const sempit = hasil.findIndex((l, i) => !tetap.has(i) && l < (minimum[i] ?? 0))
    if (sempit < 0) return hasil
    tetap.add(sempit)
  }
}

function susunKepala(tabel: Tabel, kisi: Kisi): Potongan {
  const sel = kisi.sel.map(
    (s): SelTempat => ({ ...tempatkan(s, { tabel, mulai: 0 }), tegak: 'tengah', latar: 'kepala' }),
  )
  const unit = {
    jenis: 'kepalaTabel',
    sel,
    tinggiMin: new Array(kisi.jumlahBaris).fill(0),
    lengket: true,
    sebelum: 6,
  } as const
  return potonganUnit({ ...unit, ...kerangka(tabel) })
}

function* susunBadan(
  tabel: Tabel,
  { kisi, kepala }: { kisi: Kisi; kepala: Potongan | undefined },
): Generator<Potongan> {
  const { blok } = tabel
  const tinggi = (blok.tinggiBarisMm ?? 0) * PT_PER_MM
  const perBaris: SelGrid[][] = Array.from({ length: kisi.jumlahBaris }, () => [])
  for (const sel of kisi.sel) perBaris[sel.baris]?.push(sel)
  for (let mulai = 0; mulai < kisi.jumlahBaris; ) {
    let akhir = mulai + 1
    for (let b = mulai; b < akhir; b += 1)
      for (const sel of perBaris[b] ?? []) akhir = Math.max(akhir, Math.min(kisi.jumlahBaris, b + sel.rentang))
    const sel = perBaris.slice(mulai, akhir).flat()
    const berikut = blok.isi[akhir]?.gaya
    const ikatCatatan = akhir === kisi.jumlahBaris && (blok.catatan?.length ?? 0) > 0
    const unit: Unit = {
      jenis: 'barisTabel',
      sel: sel.map((s) => tempatkan(s, { tabel, mulai })),
      tinggiMin: new Array<number>(akhir - mulai).fill(tinggi),
      lengket: blok.isi[akhir - 1]?.gaya === 'subjudul' || berikut === 'jumlah' || ikatCatatan,
      ...(kepala ? { kepala } : { sebelum: mulai === 0 ? 6 : 0 }),
      ...kerangka(tabel),
    }
    yield potonganUnit(unit)
    mulai = akhir
  }
}

function kerangka({ ruang }: Tabel) {
  return { x: ruang.x, lebar: ruang.lebar, garis: true, bantalan: 2 }
}

function tempatkan(sel: SelGrid, { tabel, mulai }: { tabel: Tabel; mulai: number }): SelTempat {
  const x = tabel.x[sel.kolom] ?? 0
  const lebar = (tabel.x[sel.kolom + sel.lebarKolom] ?? 0) - x
  const kotak = sel.centang === undefined ? null : sel.centang ? '☑' : '☐'
  const kosong = teksPolos(sel.teks) === ''
  const teks: Teks = kotak ? (kosong ? kotak : [{ teks: `${kotak} ` }, ...ubahKeRun(sel.teks)]) : sel.teks
  return {
    x,
    lebar,
    baris: sel.baris - mulai,
    rentang: sel.rentang,
    isi: kosong && !kotak ? barisKosong(tabel) : isiSel(teks, { sel, tabel, x, lebar, tengah: kosong }),
    ...(sel.arsir ? { latar: 'arsir' } : {}),
    ...(sel.batang ? { batang: true } : {}),
  }
}

function ubahKeRun(teks: Teks) {
  return typeof teks === 'string' ? [{ teks }] : teks
}

/** An empty cell is one line high, so that an empty row can be written on. */
function barisKosong({ ukuran }: Tabel): Potongan[] {
  return [{ jenis: 'teks', tinggi: ukuran * SPASI.tabel, item: () => [] }]
}

function isiSel(
  teks: Teks,
  letak: { sel: SelGrid; tabel: Tabel; x: number; lebar: number; tengah: boolean },
): Potongan[] {
  const { sel, tabel, x, lebar, tengah } = letak
  const dalam = lebar - 2 * BANTALAN_X
  const { pengukur } = tabel.ruang
  const baris = bungkusTeks(teks, { lebar: dalam / tabel.ukuran, tebal: sel.tebal, pengukur })
  const rata = tengah ? 'tengah' : sel.rata
  return potonganTeks(baris, { x: x + BANTALAN_X, lebar: dalam, ukuran: tabel.ukuran, spasi: SPASI.tabel, rata })
}

function susunCatatan({ blok, ruang, ukuran }: Tabel): Potongan[] {
  const besar = Math.min(ukuran, HURUF_TABEL.kecil)
  return (blok.catatan ?? []).flatMap((teks, i) => {
    const baris = bungkusTeks(teks, { lebar: ruang.lebar / besar, pengukur: ruang.pengukur })
    const potongan = potonganTeks(baris, { x: ruang.x, lebar: ruang.lebar, ukuran: besar, spasi: SPASI.tabel })
    return potongan.map((p, j) => (j === 0 ? { ...p, sebelum: i === 0 ? 4 : 1 } : p))
  })
}
