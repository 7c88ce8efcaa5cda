import type { Cabang } from './bahan.ts'
import type { Kisi } from './kisi.ts'
import { biayaLintasan, calonLintasan, jejakKasar, type Lintasan, type TitikKasar } from './lintasan.ts'
import type { Sambungan, SisiKeluar } from './simpul.ts'

/** once from above only, so that every decision gets its two exits; then again with all arrows in view */
const PUTARAN = 4
const BIAYA_SILANG = 1.1
const BIAYA_LORONG_RAMAI = 0.12

type Calon = { readonly lintasan: Lintasan; readonly jejak: readonly TitikKasar[]; readonly biaya: number }
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
      const boleh = (s: Sambungan) => calonBoleh(kisi, calon.get(s) ?? [], { pilihan, pertama: putaran === 0 })
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
  }))

const samping = (l: Lintasan): boolean => l.cara !== 'datar' && l.masuk !== 'atas'

function calonBoleh(
  kisi: Kisi,
  calon: readonly Calon[],
  { pilihan, pertama }: { pilihan: Pilihan; pertama: boolean },
): Calon[] {
  const terpilih = [...pilihan.values()].map((c) => c.lintasan)
  const masukDi = (id: string, sisi: string) =>
    terpilih.some((l) => l.sambungan.ke === id && samping(l) && l.masuk === sisi)
  const keluarDi = (id: string, sisi: string) => terpilih.some((l) => l.sambungan.dari === id && l.keluar === sisi)
  const pita = new Map(terpilih.flatMap((l) => sisiPita(kisi, l).map(([kunci, id]) => [kunci, id] as const)))
  return calon.filter(({ lintasan: l }) => {
    if (pertama && (samping(l) || sisiPita(kisi, l).some(([, , sisi]) => sisi === 'kiri'))) return false
    if (sisiPita(kisi, l).some(([kunci, id]) => (pita.get(kunci) ?? id) !== id)) return false
    return !masukDi(l.sambungan.dari, l.keluar) && !(samping(l) && keluarDi(l.sambungan.ke, l.masuk))
  })
}

/**
 * Sides of connectors that a way uses. Two connectors stand in one row, so of two neighbours only one may send, and only one
 * receive, through the gap between them. At first all send to the right, which is always possible.
 */
function sisiPita(kisi: Kisi, l: Lintasan): [kunci: string, id: string, sisi: string][] {
  if (l.cara !== 'lorong') return []
  const { dari, ke } = l.sambungan
  const hasil: [string, string, string][] = []
  if (kisi.simpul.get(dari)?.bentuk === 'konektor')
    hasil.push([`${kisi.letak.get(dari)} ${l.lorong} keluar`, dari, l.keluar])
  if (l.masuk !== 'atas' && kisi.simpul.get(ke)?.bentuk === 'konektor')
    hasil.push([`${kisi.letak.get(ke)} ${l.lorong} masuk`, ke, l.masuk])
  return hasil
}

/** The best ways of all arrows out of one symbol; a decision tries its sides in pairs. */
function pilihSekeluar(sambungan: readonly Sambungan[], boleh: (s: Sambungan) => Calon[], pilihan: Pilihan): Calon[] {
  const perCabang = kelompokkan(sambungan, (s) => s.cabang)
  const nilai = (s: Sambungan, saring: (l: Lintasan) => boolean) => terbaik(boleh(s), { pilihan, saring })
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

function terbaik(
  calon: readonly Calon[],
  { pilihan, saring }: { pilihan: Pilihan; saring: (l: Lintasan) => boolean },
): { calon: Calon; biaya: number } | null {
  let hasil: { calon: Calon; biaya: number } | null = null
  for (const satu of calon) {
    if (!saring(satu.lintasan)) continue
    const biaya = satu.biaya + biayaBersama(satu, pilihan)
    if (!hasil || biaya < hasil.biaya) hasil = { calon: satu, biaya }
  }
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

/** How often two ways of straight pieces cross. */
export function hitungSilang(satu: readonly TitikKasar[], dua: readonly TitikKasar[]): number {
  let jumlah = 0
  for (let i = 1; i < satu.length; i++)
    for (let j = 1; j < dua.length; j++) if (bersilang([satu[i - 1], satu[i]], [dua[j - 1], dua[j]])) jumlah++
  return jumlah
}

type Ruas = readonly [TitikKasar | undefined, TitikKasar | undefined]

function bersilang([a, b]: Ruas, [c, d]: Ruas): boolean {
  if (!a || !b || !c || !d || (a.x === b.x) === (c.x === d.x)) return false
  const [tegak, datar] = a.x === b.x ? [[a, b] as const, [c, d] as const] : [[c, d] as const, [a, b] as const]
  return diantara(tegak[0].x, datar[0].x, datar[1].x) && diantara(datar[0].y, tegak[0].y, tegak[1].y)
}

const diantara = (nilai: number, satu: number, dua: number): boolean =>
  nilai > Math.min(satu, dua) && nilai < Math.max(satu, dua)

function kelompokkan<K, S>(daftar: readonly S[], kunci: (satu: S) => K): Map<K, S[]> {
  const hasil = new Map<K, S[]>()
  for (const satu of daftar) hasil.set(kunci(satu), [...(hasil.get(kunci(satu)) ?? []), satu])
  return hasil
}
