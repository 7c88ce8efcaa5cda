import { NAIK, TURUN } from '../../src/inti/dokumen/huruf.ts'
import type { BahanLembar } from '../../src/modul/sop/lembar/bahan.ts'
import type { HalamanLembar, LembarSop, PanahLembar, SimbolLembar, Titik } from '../../src/modul/sop/lembar/lembar.ts'
import { susunSimpul } from '../../src/modul/sop/lembar/simpul.ts'
import { type KotakTeks, lebarTeks, tinggiTeks } from '../../src/modul/sop/lembar/teks-sel.ts'
import { mm, SPASI } from '../../src/modul/sop/lembar/ukuran.ts'

type Kotak = { x: number; y: number; lebar: number; tinggi: number }
type Ruas = { a: Titik; b: Titik }

const SISA = 0.05
/** parallel lines of different arrows, and lines beside a border, are told apart from here on */
const JARAK_PANAH = mm(0.85)
const JARAK_GARIS = mm(0.5)

/** Everything that is wrong with a laid-out sheet, in words; [] for a sheet that obeys all laws. */
export function langgarHukum(lembar: LembarSop, bahan: BahanLembar): string[] {
  const perHalaman = lembar.halaman.flatMap((h, ke) =>
    [
      ...hukumTeks(h, lembar),
      ...hukumSimbol(h),
      ...hukumPanah(h),
      ...hukumSejajar(h),
      ...hukumUjung(h),
      ...hukumBatas(h, lembar),
    ].map((salah) => `hal. ${ke + 1}: ${salah}`),
  )
  return [...perHalaman, ...hukumPenghubung(lembar), ...hukumLengkap(lembar, bahan)]
}

/** Text fits its box; words do not touch each other, nor a rule. */
function hukumTeks(h: HalamanLembar, lembar: LembarSop): string[] {
  const salah: string[] = []
  for (const t of h.teks) {
    const [panjang, lintang] = t.tegak ? [t.tinggi, t.lebar] : [t.lebar, t.tinggi]
    if (lebarTeks(t) > panjang + SISA) salah.push(`teks "${isi(t)}" lebih lebar dari kotaknya`)
    if (tinggiTeks(t) > lintang + SISA) salah.push(`teks "${isi(t)}" lebih tinggi dari kotaknya`)
    if (!didalam(tinta(t), { x: 0, y: 0, lebar: lembar.lebar, tinggi: lembar.tinggi }))
      salah.push(`teks "${isi(t)}" di luar kertas`)
    for (const [x1, y1, x2, y2] of h.garis)
      if (memotong({ a: { x: x1, y: y1 }, b: { x: x2, y: y2 } }, tinta(t))) salah.push(`garis memotong "${isi(t)}"`)
  }
  for (const [i, t] of h.teks.entries())
    for (const lain of h.teks.slice(i + 1))
      if (bertindih(tinta(t), tinta(lain))) salah.push(`teks "${isi(t)}" menindih "${isi(lain)}"`)
  return salah
}

/** Symbols keep apart from each other, from rules and from words that are not their own. */
function hukumSimbol(h: HalamanLembar): string[] {
  const salah: string[] = []
  for (const [i, s] of h.simbol.entries()) {
    for (const lain of h.simbol.slice(i + 1)) if (bertindih(s, lain)) salah.push(`simbol ${s.id} menindih ${lain.id}`)
    for (const t of h.teks)
      if (bertindih(s, tinta(t)) && !didalam(tinta(t), s)) salah.push(`simbol ${s.id} menindih teks "${isi(t)}"`)
    for (const [x1, y1, x2, y2] of h.garis)
      if (memotong({ a: { x: x1, y: y1 }, b: { x: x2, y: y2 } }, s)) salah.push(`garis memotong simbol ${s.id}`)
  }
  return salah
}

/** No arrow crosses a symbol, its own included, or a word. */
function hukumPanah(h: HalamanLembar): string[] {
  const salah: string[] = []
  for (const p of h.panah)
    for (const r of ruas(p)) {
      if (r.a.x !== r.b.x && r.a.y !== r.b.y) salah.push(`${nama(p)} miring`)
      for (const s of h.simbol) if (memotong(r, s)) salah.push(`${nama(p)} memotong simbol ${s.id}`)
      for (const t of h.teks) if (memotong(r, tinta(t))) salah.push(`${nama(p)} memotong teks "${isi(t)}"`)
    }
  return salah
}

/** Lines side by side can be told apart, unless they come from one symbol or lead to one; none hides on a border. */
function hukumSejajar(h: HalamanLembar): string[] {
  const salah: string[] = []
  const garis = h.garis.map(([x1, y1, x2, y2]) => ({ a: { x: x1, y: y1 }, b: { x: x2, y: y2 } }))
  for (const [i, p] of h.panah.entries()) {
    for (const lain of h.panah.slice(i + 1)) {
      if (simpul(p.dari) === simpul(lain.dari) || simpul(p.ke) === simpul(lain.ke)) continue
      if (ruas(p).some((r) => ruas(lain).some((q) => berdempet(r, q, JARAK_PANAH * h.skala))))
        salah.push(`${nama(p)} berdempet dengan ${nama(lain)}`)
    }
    if (ruas(p).some((r) => garis.some((q) => berdempet(r, q, JARAK_GARIS * h.skala))))
      salah.push(`${nama(p)} tertutup garis tabel`)
  }
  return salah
}

/** Every line begins and ends on the edge of its symbols. */
const hukumUjung = (h: HalamanLembar): string[] =>
  h.panah.flatMap((p) => {
    const [dari, ke] = [h.simbol.find((s) => s.id === p.dari), h.simbol.find((s) => s.id === p.ke)]
    const [awal, akhir] = [p.titik[0], p.titik.at(-1)]
    if (!dari || !ke || !awal || !akhir) return [`${nama(p)} tanpa simbol di ujungnya`]
    return [
      ...(ditepi(awal, dari) ? [] : [`${nama(p)} tidak berawal di tepi ${p.dari}`]),
      ...(ditepi(akhir, ke) ? [] : [`${nama(p)} tidak berakhir di tepi ${p.ke}`]),
    ]
  })

/** Nothing leaves the body of the sheet. */
function hukumBatas(h: HalamanLembar, { lebar, tinggi }: LembarSop): string[] {
  const bidang = { x: mm(19.9), y: mm(14.9), lebar: lebar - mm(34.8), tinggi: tinggi - mm(31.8) }
  const di = [
    ...h.garis.flatMap(([x1, y1, x2, y2]) => [
      { x: x1, y: y1 },
      { x: x2, y: y2 },
    ]),
    ...h.simbol.map((s) => ({ x: s.x, y: s.y + s.tinggi })),
    ...h.panah.flatMap((p) => p.titik),
  ]
  return di.some((t) => !didalam({ ...t, lebar: 0, tinggi: 0 }, bidang)) ? ['ada yang keluar dari bidang cetak'] : []
}

/** Every connector has its partner: what leaves for a step comes in on the page of that step, under the same letter. */
function hukumPenghubung(lembar: LembarSop): string[] {
  const semua = lembar.halaman.flatMap((h, halaman) =>
    h.simbol.flatMap((s) => (s.penghubung ? [{ ...s.penghubung, halaman, huruf: hurufDalam(s, h), id: s.id }] : [])),
  )
  return semua.flatMap((p) => {
    const pasangan = semua.filter((x) => x.tujuan === p.tujuan && x.arah !== p.arah && x.halaman !== p.halaman)
    const tujuan = lembar.halaman.findIndex((h) => h.simbol.some((s) => s.langkah === p.tujuan))
    const salah = pasangan.length === 0 || pasangan.some((x) => x.huruf !== p.huruf || x.huruf === '')
    const letak = p.arah === 'masuk' ? p.halaman : pasangan[0]?.halaman
    const panah = lembar.halaman[p.halaman]?.panah.some((x) => (p.arah === 'masuk' ? x.dari : x.ke) === p.id)
    return [
      ...(salah ? [`konektor ${p.id} di halaman ${p.halaman + 1} tanpa pasangan`] : []),
      ...(letak === tujuan ? [] : [`konektor ${p.id} tidak sampai ke halaman langkahnya`]),
      ...(panah ? [] : [`konektor ${p.id} tanpa anak panah`]),
    ]
  })
}

/** Every step is on the sheet once, and every way that the SOP names is drawn. */
function hukumLengkap(lembar: LembarSop, bahan: BahanLembar): string[] {
  const ada = new Set(bahan.langkah.filter((l) => l.pelaksana.length > 0).map((l) => l.kode))
  return bahan.langkah.flatMap((l, urut) => {
    const alir = susunSimpul(l, { awal: urut === 0 })
    const halaman = lembar.halaman.filter((h) => h.simbol.some((s) => s.langkah === l.kode))
    if (!alir) return []
    if (halaman.length !== 1) return [`langkah ${l.kode} ada di ${halaman.length} halaman`]
    const panah = halaman[0]?.panah ?? []
    const kolom = new Set(halaman[0]?.simbol.filter((s) => s.langkah === l.kode).map((s) => s.id))
    return [
      ...[...l.pelaksana, ...l.penjawab]
        .filter((k) => ![...kolom].some((id) => id.endsWith(`@${k}`)))
        .map((k) => `langkah ${l.kode} tidak digambar di kolom ${k}`),
      ...l.menuju
        .filter(({ ke }) => ada.has(ke))
        .filter(
          ({ ke }) => !panah.some((p) => simpul(p.dari) === alir.keluar && [ke, `keluar:${ke}`].includes(simpul(p.ke))),
        )
        .map(({ ke }) => `jalan ${l.kode} → ${ke} tidak digambar`),
    ]
  })
}

const hurufDalam = (s: SimbolLembar, h: HalamanLembar): string =>
  h.teks.filter((t) => didalam(tinta(t), s)).map(isi)[0] ?? ''
const simpul = (id: string): string => id.replace(/@\d+$/, '')
const nama = (p: PanahLembar): string => `panah ${p.dari} → ${p.ke}`
const ruas = (p: PanahLembar): Ruas[] => p.titik.slice(1).map((b, i) => ({ a: p.titik[i] ?? b, b }))
const isi = (t: KotakTeks): string =>
  t.baris
    .map((b) => b.baris.segmen.map((s) => s.teks).join(''))
    .join(' ')
    .slice(0, 40)

/** The box that the letters really cover. */
function tinta(t: KotakTeks): Kotak {
  const panjang = lebarTeks(t)
  // leading above the first and below the last line is empty
  const kosong = ((SPASI - NAIK - TURUN) * t.ukuran) / 2
  const lintang = tinggiTeks(t) - 2 * kosong
  if (t.tegak) return { x: t.atas + kosong, y: t.y + (t.tinggi - panjang) / 2, lebar: lintang, tinggi: panjang }
  const sisa = t.lebar - panjang
  const geser = t.rata === 'tengah' ? sisa / 2 : t.rata === 'kanan' ? sisa : 0
  return { x: t.x + geser, y: t.atas + kosong, lebar: panjang, tinggi: lintang }
}

const bertindih = (a: Kotak, b: Kotak): boolean =>
  a.x < b.x + b.lebar - SISA && b.x < a.x + a.lebar - SISA && a.y < b.y + b.tinggi - SISA && b.y < a.y + a.tinggi - SISA

const didalam = (a: Kotak, b: Kotak): boolean =>
  a.x >= b.x - SISA &&
  a.y >= b.y - SISA &&
  a.x + a.lebar <= b.x + b.lebar + SISA &&
  a.y + a.tinggi <= b.y + b.tinggi + SISA

/** Does the line enter the inside of the box? */
function memotong({ a, b }: Ruas, k: Kotak): boolean {
  const [x1, x2] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
  const [y1, y2] = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
  return x1 < k.x + k.lebar - SISA && x2 > k.x + SISA && y1 < k.y + k.tinggi - SISA && y2 > k.y + SISA
}

/** Do two lines run beside or over each other, closer than this? */
function berdempet(p: Ruas, q: Ruas, jarak: number): boolean {
  const tegak = p.a.x === p.b.x
  if (tegak !== (q.a.x === q.b.x)) return false
  const [u, v] = tegak ? (['x', 'y'] as const) : (['y', 'x'] as const)
  if (Math.abs(p.a[u] - q.a[u]) >= jarak) return false
  const awal = Math.max(Math.min(p.a[v], p.b[v]), Math.min(q.a[v], q.b[v]))
  const akhir = Math.min(Math.max(p.a[v], p.b[v]), Math.max(q.a[v], q.b[v]))
  return akhir - awal > SISA
}

function ditepi({ x, y }: Titik, s: SimbolLembar): boolean {
  const tegak = Math.abs(x - s.x) < SISA || Math.abs(x - s.x - s.lebar) < SISA
  const datar = Math.abs(y - s.y) < SISA || Math.abs(y - s.y - s.tinggi) < SISA
  const dalamX = x >= s.x - SISA && x <= s.x + s.lebar + SISA
  const dalamY = y >= s.y - SISA && y <= s.y + s.tinggi + SISA
  return (tegak && dalamY) || (datar && dalamX)
}
