import { type Abu, type Item, type JenisPotongan, type Potongan, tinggiTumpukan, tumpuk } from './potongan.ts'

const TEBAL_GARIS = 0.6

/** A cell in its place: row where it begins and number of rows it spans inside its unit. */
export type SelTempat = {
  readonly x: number
  readonly lebar: number
  readonly baris: number
  readonly rentang: number
  readonly isi: readonly Potongan[]
  readonly tegak?: 'atas' | 'tengah'
  readonly latar?: Abu
  readonly batang?: boolean
}

/** Rows that belong together because a cell spans them (mostly: one row). */
export type Unit = {
  readonly jenis: JenisPotongan
  readonly sel: readonly SelTempat[]
  /** least height of each row */
  readonly tinggiMin: readonly number[]
  readonly x: number
  readonly lebar: number
  readonly garis: boolean
  readonly bantalan: number
  readonly lengket?: boolean
  readonly sebelum?: number
  readonly kepala?: Potongan
}

/** Makes one piece of a unit, with its lines. It is cut between rows first, inside a row only when the row itself is too tall. */
export function potonganUnit(unit: Unit): Potongan {
  const tinggi = tinggiBaris(unit)
  const atas = [0]
  for (const t of tinggi) atas.push((atas.at(-1) ?? 0) + t)
  const item = (y: number) => {
    const letak = atas.map((a) => a + y)
    return unit.sel
      .flatMap((sel) => itemSel(sel, { unit, atas: letak }))
      .concat(unit.garis ? garisUnit(unit, letak) : [])
  }
  return {
    jenis: unit.jenis,
    tinggi: atas.at(-1) ?? 0,
    item,
    ...(unit.lengket ? { lengket: true } : {}),
    ...(unit.sebelum ? { sebelum: unit.sebelum } : {}),
    ...(unit.kepala ? { kepala: unit.kepala } : {}),
    pecah: (ruang, { hanyaAntarBaris }) => pecahUnit(unit, { atas, ruang, hanyaAntarBaris }),
  }
}

function tinggiIsi(sel: SelTempat, bantalan: number): number {
  return tinggiTumpukan(sel.isi) + 2 * bantalan
}

function tinggiBaris(unit: Unit): number[] {
  const tinggi = [...unit.tinggiMin]
  for (const sel of unit.sel)
    if (sel.rentang === 1) tinggi[sel.baris] = Math.max(tinggi[sel.baris] ?? 0, tinggiIsi(sel, unit.bantalan))
  for (const sel of unit.sel) {
    if (sel.rentang === 1) continue
    const akhir = sel.baris + sel.rentang
    const ada = tinggi.slice(sel.baris, akhir).reduce((a, b) => a + b, 0)
    const kurang = tinggiIsi(sel, unit.bantalan) - ada
    if (kurang > 0) tinggi[akhir - 1] = (tinggi[akhir - 1] ?? 0) + kurang
  }
  return tinggi
}

function itemSel(sel: SelTempat, { unit, atas }: { unit: Unit; atas: readonly number[] }): Item[] {
  const y = atas[sel.baris] ?? 0
  const tinggi = (atas[sel.baris + sel.rentang] ?? 0) - y
  const item: Item[] = []
  if (sel.latar) item.push({ t: 'bidang', x: sel.x, y, lebar: sel.lebar, tinggi, abu: sel.latar })
  if (sel.batang) {
    const tebal = Math.min(tinggi * 0.5, 9)
    item.push({ t: 'bidang', x: sel.x, y: y + (tinggi - tebal) / 2, lebar: sel.lebar, tinggi: tebal, abu: 'batang' })
  }
  if (sel.isi.length === 0) return item
  const lega = tinggi - tinggiTumpukan(sel.isi)
  const mulai = sel.tegak === 'tengah' ? Math.max(unit.bantalan, lega / 2) : unit.bantalan
  return item.concat(tumpuk(sel.isi, y + mulai))
}

/** Outer lines once, inner ones at the left and the top of each cell; a row begun on the next page has its own top line. */
function garisUnit(unit: Unit, atas: readonly number[]): Item[] {
  const kanan = unit.x + unit.lebar
  const bawah = atas.at(-1) ?? 0
  const datar = (x: number, x2: number, y: number): Item => ({ t: 'garis', x, y, x2, y2: y, tebal: TEBAL_GARIS })
  const puncak = atas[0] ?? 0
  const garis: Item[] = [datar(unit.x, kanan, puncak), datar(unit.x, kanan, bawah)]
  for (const sel of unit.sel) {
    const y = atas[sel.baris] ?? 0
    const y2 = atas[sel.baris + sel.rentang] ?? bawah
    garis.push({ t: 'garis', x: sel.x, y, x2: sel.x, y2, tebal: TEBAL_GARIS })
    if (sel.baris > 0) garis.push(datar(sel.x, sel.x + sel.lebar, y))
  }
  garis.push({ t: 'garis', x: kanan, y: puncak, x2: kanan, y2: bawah, tebal: TEBAL_GARIS })
  return garis
}

type Potong = { readonly atas: readonly number[]; readonly ruang: number; readonly hanyaAntarBaris: boolean }

function pecahUnit(unit: Unit, { atas, ruang, hanyaAntarBaris }: Potong): [Potongan, Potongan] | null {
  let k = 0
  while (k + 1 < atas.length && (atas[k + 1] ?? 0) <= ruang) k += 1
  if (k >= unit.tinggiMin.length) return null
  if (k > 0) return pecahAntarBaris(unit, { k, atas })
  return hanyaAntarBaris ? null : pecahDalamBaris(unit, ruang)
}

function pecahAntarBaris(unit: Unit, { k, atas }: { k: number; atas: readonly number[] }): [Potongan, Potongan] {
  const depan: SelTempat[] = []
  const belakang: SelTempat[] = []
  for (const sel of unit.sel) {
    const akhir = sel.baris + sel.rentang
    if (akhir <= k) depan.push(sel)
    else if (sel.baris >= k) belakang.push({ ...sel, baris: sel.baris - k })
    else {
      const tersedia = (atas[k] ?? 0) - (atas[sel.baris] ?? 0)
      const [muat, sisa] = bagiIsi(sel.isi, tersedia - 2 * unit.bantalan)
      depan.push({ ...sel, rentang: k - sel.baris, isi: muat })
      // a group that goes on: its text is repeated, so that the next page can be read by itself
      belakang.push({ ...sel, baris: 0, rentang: akhir - k, isi: sisa.length > 0 ? sisa : sel.isi })
    }
  }
  return [
    potonganUnit({ ...unit, sel: depan, tinggiMin: unit.tinggiMin.slice(0, k), lengket: false }),
    potonganUnit({ ...unit, sel: belakang, tinggiMin: unit.tinggiMin.slice(k), sebelum: 0 }),
  ]
}

function pecahDalamBaris(unit: Unit, ruang: number): [Potongan, Potongan] | null {
  const dalam = ruang - 2 * unit.bantalan
  const depan: SelTempat[] = []
  const belakang: SelTempat[] = []
  let maju = false
  for (const sel of unit.sel) {
    if (sel.baris > 0) {
      belakang.push(sel)
      continue
    }
    const [muat, sisa] = bagiIsi(sel.isi, dalam)
    if (sisa.length > 0 && muat.length > 0) maju = true
    depan.push({ ...sel, rentang: 1, isi: muat })
    belakang.push({ ...sel, isi: sisa })
  }
  if (!maju) return null
  return [
    potonganUnit({ ...unit, sel: depan, tinggiMin: [0], lengket: false }),
    potonganUnit({ ...unit, sel: belakang, tinggiMin: unit.tinggiMin.map((t, i) => (i === 0 ? 0 : t)), sebelum: 0 }),
  ]
}

/** Pieces that fit into `ruang`, and the rest; a piece that can be cut is cut. */
function bagiIsi(isi: readonly Potongan[], ruang: number): [Potongan[], Potongan[]] {
  let terpakai = 0
  for (const [i, p] of isi.entries()) {
    const mulai = terpakai + (i > 0 ? (p.sebelum ?? 0) : 0)
    if (mulai + p.tinggi > ruang + 1e-6) {
      const dua = p.pecah?.(ruang - mulai, { hanyaAntarBaris: false })
      const rest = isi.slice(i + 1)
      return dua
        ? [
            [...isi.slice(0, i), dua[0]],
            [dua[1], ...rest],
          ]
        : [isi.slice(0, i), isi.slice(i)]
    }
    terpakai = mulai + p.tinggi
  }
  return [[...isi], []]
}
