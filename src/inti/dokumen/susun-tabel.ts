import type { Teks } from './bagian.ts'
import {
  BANTALAN_X,
  barisKepala,
  type Kisi,
  lebarKolom,
  type Ruang,
  type SelGrid,
  selBaris,
  susunKisi,
} from './kisi-tabel.ts'
import type { BlokTabel } from './model.ts'
import { type Potongan, potonganTeks } from './potongan.ts'
import { teksPolos } from './run.ts'
import { potonganUnit, type SelTempat, type Unit } from './susun-unit.ts'
import { bungkusTeks } from './teks.ts'
import { HURUF_TABEL, PT_PER_MM, SPASI } from './ukuran.ts'

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
  const hasil = [...susunJudulTabel(tabel), ...(potonganKepala ? [potonganKepala] : [])]
  for (const unit of susunBadan(tabel, { kisi: badan, kepala: potonganKepala })) hasil.push(unit)
  return hasil.concat(susunCatatan(tabel))
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
      // a head with one row below it at the foot of a page says little
      lengket: akhir === 1 || blok.isi[akhir - 1]?.gaya === 'subjudul' || berikut === 'jumlah' || ikatCatatan,
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

/** The caption stays with the head of its table. */
function susunJudulTabel({ blok, ruang }: Tabel): Potongan[] {
  if (!blok.judul) return []
  const ukuran = HURUF_TABEL.biasa
  const baris = bungkusTeks(blok.judul, { lebar: ruang.lebar / ukuran, tebal: true, pengukur: ruang.pengukur })
  const gaya = { x: ruang.x, lebar: ruang.lebar, ukuran, spasi: SPASI.tabel, rata: 'tengah' } as const
  return potonganTeks(baris, gaya).map((p, i) => ({ ...p, lengket: true, ...(i === 0 ? { sebelum: 8 } : {}) }))
}

function susunCatatan({ blok, ruang, ukuran }: Tabel): Potongan[] {
  const besar = Math.min(ukuran, HURUF_TABEL.kecil)
  return (blok.catatan ?? []).flatMap((teks, i) => {
    const baris = bungkusTeks(teks, { lebar: ruang.lebar / besar, pengukur: ruang.pengukur })
    const potongan = potonganTeks(baris, { x: ruang.x, lebar: ruang.lebar, ukuran: besar, spasi: SPASI.tabel })
    return potongan.map((p, j) => (j === 0 ? { ...p, sebelum: i === 0 ? 4 : 1 } : p))
  })
}
