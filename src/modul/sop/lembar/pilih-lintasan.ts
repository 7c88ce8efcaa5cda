import type { Cabang } from './bahan.ts'
import type { Kisi } from './kisi.ts'
import { biayaLintasan, calonLintasan, jejakKasar, type Lintasan, type TitikKasar } from './lintasan.ts'
import type { Sambungan, SisiKeluar } from './simpul.ts'

/** once from above only, so that every decision gets its two exits; then again with all arrows in view */
const PUTARAN = 4
const BIAYA_SILANG = 1.1
const BIAYA_LORONG_RAMAI = 0.12

/** A way with its price, its rough track, and the sides of connectors that it uses. */
type Calon = {
  readonly lintasan: Lintasan
  readonly jejak: readonly TitikKasar[]
  readonly biaya: number
  readonly pita: readonly SisiPita[]
}
type SisiPita = { readonly kunci: string; readonly id: string; readonly sisi: string }
type Pilihan = Map<Sambungan, Calon>

/**
 * Chooses a way for every arrow of a page: short, few bends, few crossings. Ya and Tidak leave a decision by different sides,
 * and no side of a symbol serves both for entering and for leaving.
 */
export function pilihLintasan(kisi: Kisi): { lintasan: Lintasan[]; biaya: number } {
  const calon = new Map(kisi.sambungan.map((s) => [s, susunCalon(kisi, s)]))
  const perAsal = kelompokkan(kisi.sambungan, (s) => s.dari)
  const pilihan: Pilihan = new Map()
  for (let putaran = 0; putaran < PUTARAN; putaran++) {
    for (const [asal, sambungan] of perAsal) {
      for (const s of sambungan) pilihan.delete(s)
      const boleh = (s: Sambungan) => calonBoleh(calon.get(s) ?? [], { pilihan, pertama: putaran === 0 })
      for (const satu of pilihSekeluar(sambungan, boleh, pilihan)) pilihan.set(satu.lintasan.sambungan, satu)
      if (sambungan.some((s) => !pilihan.has(s) && (calon.get(s) ?? []).length > 0))
        throw new Error(`Anak panah dari ${asal} tidak mendapat jalan`)
    }
  }
  let biaya = 0
  for (const satu of pilihan.values()) biaya += satu.biaya + biayaBersama(satu, pilihan) / 2
  return { lintasan: kisi.sambungan.flatMap((s) => pilihan.get(s)?.lintasan ?? []), biaya }
}

const susunCalon = (kisi: Kisi, s: Sambungan): Calon[] =>
  calonLintasan(kisi, s).map((lintasan) => ({
    lintasan,
    jejak: jejakKasar(kisi, lintasan),
    biaya: biayaLintasan(kisi, lintasan),
    pita: sisiPita(kisi, lintasan),
  }))

const samping = (l: Lintasan): boolean => l.cara !== 'datar' && l.masuk !== 'atas'

function calonBoleh(calon: readonly Calon[], { pilihan, pertama }: { pilihan: Pilihan; pertama: boolean }): Calon[] {
  const masuk = new Set<string>()
  const keluar = new Set<string>()
  const pita = new Map<string, string>()
  for (const satu of pilihan.values()) {
    const l = satu.lintasan
    keluar.add(`${l.keluar} ${l.sambungan.dari}`)
    if (samping(l)) masuk.add(`${l.masuk} ${l.sambungan.ke}`)
    for (const s of satu.pita) pita.set(s.kunci, s.id)
  }
  return calon.filter(({ lintasan: l, pita: milik }) => {
    if (pertama && (samping(l) || milik.some((s) => s.sisi === 'kiri'))) return false
    if (milik.some((s) => (pita.get(s.kunci) ?? s.id) !== s.id)) return false
    return !masuk.has(`${l.keluar} ${l.sambungan.dari}`) && !(samping(l) && keluar.has(`${l.masuk} ${l.sambungan.ke}`))
  })
}

/**
 * Sides of connectors that a way uses. Two connectors stand in one row, so of two neighbours only one may send, and only one
 * receive, through the gap between them. At first all send to the right, which is always possible.
 */
function sisiPita(kisi: Kisi, l: Lintasan): SisiPita[] {
  if (l.cara !== 'lorong') return []
  const { dari, ke } = l.sambungan
  const hasil: SisiPita[] = []
  if (kisi.simpul.get(dari)?.bentuk === 'konektor')
    hasil.push({ kunci: `${kisi.letak.get(dari)} ${l.lorong} keluar`, id: dari, sisi: l.keluar })
  if (l.masuk !== 'atas' && kisi.simpul.get(ke)?.bentuk === 'konektor')
    hasil.push({ kunci: `${kisi.letak.get(ke)} ${l.lorong} masuk`, id: ke, sisi: l.masuk })
  return hasil
}

/** The best ways of all arrows out of one symbol; a decision tries its sides in pairs. */
function pilihSekeluar(sambungan: readonly Sambungan[], boleh: (s: Sambungan) => Calon[], pilihan: Pilihan): Calon[] {
  const perCabang = kelompokkan(sambungan, (s) => s.cabang)
  const milik = new Map(sambungan.map((s) => [s, hargai(boleh(s), pilihan)]))
  const nilai = (s: Sambungan, saring: (l: Lintasan) => boolean) => terbaik(milik.get(s) ?? [], saring)
  if (perCabang.size < 2) return sambungan.flatMap((s) => nilai(s, () => true)?.calon ?? [])
  let hasil: Calon[] = []
  let termurah = Number.POSITIVE_INFINITY
  for (const pasangan of pasanganSisi([...perCabang.keys()])) {
    const dipilih = sambungan.map((s) => nilai(s, (l) => pasangan.get(s.cabang) === l.keluar))
    const biaya = dipilih.reduce((jumlah, c) => jumlah + (c?.biaya ?? Number.POSITIVE_INFINITY), 0)
    if (biaya < termurah) {
      termurah = biaya
      hasil = dipilih.flatMap((c) => c?.calon ?? [])
    }
  }
  return hasil
}

const SISI_KELUAR: readonly SisiKeluar[] = ['bawah', 'kanan', 'kiri']

/** Every way to give each branch a side of its own. */
function pasanganSisi(cabang: readonly Cabang[]): Map<Cabang, SisiKeluar>[] {
  const [pertama, ...sisa] = cabang
  if (pertama === undefined) return [new Map()]
  return pasanganSisi(sisa).flatMap((lain) =>
    SISI_KELUAR.filter((sisi) => ![...lain.values()].includes(sisi)).map((sisi) => new Map([...lain, [pertama, sisi]])),
  )
}

type Berharga = { readonly calon: Calon; readonly biaya: number }

const hargai = (calon: readonly Calon[], pilihan: Pilihan): Berharga[] =>
  calon.map((satu) => ({ calon: satu, biaya: satu.biaya + biayaBersama(satu, pilihan) }))

function terbaik(daftar: readonly Berharga[], saring: (l: Lintasan) => boolean): Berharga | null {
  let hasil: Berharga | null = null
  for (const satu of daftar) if (saring(satu.calon.lintasan) && (!hasil || satu.biaya < hasil.biaya)) hasil = satu
  return hasil
}

/** Crossings with arrows that have their way already, and company in the same gap. */
function biayaBersama({ lintasan, jejak }: Calon, pilihan: Pilihan): number {
  let biaya = 0
  for (const lain of pilihan.values()) {
    const l = lain.lintasan
    if (l.sambungan.ke === lintasan.sambungan.ke) continue
    if (lintasan.lorong >= 0 && l.lorong === lintasan.lorong) biaya += BIAYA_LORONG_RAMAI
    if (l.sambungan.dari !== lintasan.sambungan.dari) biaya += BIAYA_SILANG * hitungSilang(jejak, lain.jejak)
  }
  return biaya
}

/** How often two ways of straight pieces cross. Written with plain numbers: it runs millions of times for a large page. */
export function hitungSilang(satu: readonly TitikKasar[], dua: readonly TitikKasar[]): number {
  let jumlah = 0
  for (let i = 1; i < satu.length; i++) {
    const [a, b] = [satu[i - 1], satu[i]]
    if (!a || !b) continue
    for (let j = 1; j < dua.length; j++) {
      const [c, d] = [dua[j - 1], dua[j]]
      if (!c || !d || (a.x === b.x) === (c.x === d.x)) continue
      const silang =
        a.x === b.x
          ? diantara(a.x, c.x, d.x) && diantara(c.y, a.y, b.y)
          : diantara(c.x, a.x, b.x) && diantara(a.y, c.y, d.y)
      if (silang) jumlah++
    }
  }
  return jumlah
}

const diantara = (nilai: number, satu: number, dua: number): boolean =>
  satu < dua ? nilai > satu && nilai < dua : nilai > dua && nilai < satu

function kelompokkan<K, S>(daftar: readonly S[], kunci: (satu: S) => K): Map<K, S[]> {
  const hasil = new Map<K, S[]>()
  for (const satu of daftar) hasil.set(kunci(satu), [...(hasil.get(kunci(satu)) ?? []), satu])
  return hasil
}
