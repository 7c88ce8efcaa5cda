import type { Kisi } from './kisi.ts'
import type { PanahLembar, SimbolLembar, Titik } from './lembar.ts'
import { type LetakX, lebarSimbolDari, xLorong } from './letak-x.ts'
import type { LetakY } from './letak-y.ts'
import { kolomAkhir, kolomAwal, type Lintasan } from './lintasan.ts'
import { LABEL, lebarLabel, type TempatLorong } from './lorong.ts'
import { type Simpul, tinggiSimbol } from './simpul.ts'
import { type KotakTeks, letakkan, susunSebaris, susunTeks, tinggiTeks } from './teks-sel.ts'
import { JARAK, mm, SIMBOL, UKURAN_TEKS } from './ukuran.ts'

export type AlirHalaman = {
  readonly kisi: Kisi
  readonly lintasan: readonly Lintasan[]
  readonly tempat: ReadonlyMap<string, TempatLorong>
  readonly y: LetakY
}
type Gambar = {
  readonly simbol: readonly SimbolLembar[]
  readonly panah: readonly PanahLembar[]
  readonly teks: readonly KotakTeks[]
}

/** Symbols, arrows and their words of one page, once rows and columns have their places. */
export function gambarAlir(alir: AlirHalaman, x: LetakX): Gambar {
  const semua = [...alir.kisi.simpul.values()]
  const simbol = semua.flatMap((s) => s.kolom.map((k) => susunSimbol(s, k, { x, y: alir.y })))
  return {
    simbol,
    panah: [
      ...semua.flatMap((s) => ikatan(s, { x, y: alir.y })),
      ...alir.lintasan.flatMap((l) => susunPanah(l, alir, x)),
    ],
    teks: [...semua.flatMap((s) => tulisanSimbol(s, { x, y: alir.y })), ...susunLabel(alir, x)],
  }
}

type Letak = { readonly x: LetakX; readonly y: LetakY }
const idSimbol = (s: Simpul, kolom: number): string => `${s.id}@${kolom}`

function susunSimbol(s: Simpul, kolom: number, { x, y }: Letak): SimbolLembar {
  const lebar = lebarSimbolDari(x, s.bentuk)
  const [arah, tujuan] = s.bentuk === 'konektor' ? s.id.split(/:(.*)/s) : []
  return {
    id: idSimbol(s, kolom),
    bentuk: s.bentuk,
    langkah: s.langkah,
    penghubung: arah === 'keluar' || arah === 'masuk' ? { arah, tujuan: tujuan ?? '' } : null,
    x: (x.pusat[kolom] ?? 0) - lebar / 2,
    y: y.atas(s),
    lebar,
    tinggi: tinggiSimbol(s.bentuk),
  }
}

/** Symbols of one step in several columns are tied by a plain line. */
function ikatan(s: Simpul, letak: Letak): PanahLembar[] {
  return s.kolom.slice(1).map((kolom, i) => {
    const kiri = susunSimbol(s, s.kolom[i] ?? 0, letak)
    const kanan = susunSimbol(s, kolom, letak)
    const tengah = kiri.y + kiri.tinggi / 2
    return {
      dari: kiri.id,
      ke: kanan.id,
      berkepala: false,
      titik: [
        { x: kiri.x + kiri.lebar, y: tengah },
        { x: kanan.x, y: tengah },
      ],
    }
  })
}

function susunPanah(l: Lintasan, { kisi, tempat, y }: AlirHalaman, x: LetakX): PanahLembar[] {
  const dari = kisi.simpul.get(l.sambungan.dari)
  const ke = kisi.simpul.get(l.sambungan.ke)
  if (!dari || !ke) return []
  const asal = susunSimbol(dari, kolomKeluar(l, dari), { x, y })
  const tujuan = susunSimbol(ke, kolomMasuk(l, ke), { x, y })
  return [
    {
      dari: asal.id,
      ke: tujuan.id,
      berkepala: true,
      titik: titikPanah(l, { asal, tujuan, dari, ke, y, lorong: xLorong(x, l, tempat) }),
    },
  ]
}

const kolomKeluar = (l: Lintasan, dari: Simpul): number =>
  l.keluar === 'bawah' ? l.kolomKeluar : l.keluar === 'kanan' ? kolomAkhir(dari) : kolomAwal(dari)
const kolomMasuk = (l: Lintasan, ke: Simpul): number =>
  l.masuk === 'atas' ? l.kolom : l.masuk === 'kanan' ? kolomAkhir(ke) : kolomAwal(ke)

type Ujung = {
  readonly asal: SimbolLembar
  readonly tujuan: SimbolLembar
  readonly dari: Simpul
  readonly ke: Simpul
  readonly y: LetakY
  readonly lorong: number
}

function titikPanah(l: Lintasan, { asal, tujuan, dari, ke, y, lorong }: Ujung): Titik[] {
  const pusatTujuan = tujuan.x + tujuan.lebar / 2
  if (l.cara === 'lurus') {
    const di = asal.x + asal.lebar / 2
    return [
      { x: di, y: asal.y + asal.tinggi },
      { x: di, y: tujuan.y },
    ]
  }
  if (l.cara === 'turun') {
    const di = asal.x + asal.lebar / 2
    return [
      { x: di, y: asal.y + asal.tinggi },
      { x: di, y: y.belok(ke) },
      { x: pusatTujuan, y: y.belok(ke) },
      { x: pusatTujuan, y: tujuan.y },
    ]
  }
  const yKeluar = y.samping(dari, 'keluar')
  const awal = { x: l.keluar === 'kanan' ? asal.x + asal.lebar : asal.x, y: yKeluar }
  if (l.cara === 'siku') return [awal, { x: pusatTujuan, y: yKeluar }, { x: pusatTujuan, y: tujuan.y }]
  const yMasuk = y.samping(ke, 'masuk')
  const akhir = { x: l.masuk === 'kanan' ? tujuan.x + tujuan.lebar : tujuan.x, y: yMasuk }
  if (l.cara === 'datar') return [awal, akhir]
  if (l.masuk !== 'atas') return [awal, { x: lorong, y: yKeluar }, { x: lorong, y: yMasuk }, akhir]
  const yBelok = y.belok(ke)
  return [
    awal,
    { x: lorong, y: yKeluar },
    { x: lorong, y: yBelok },
    { x: pusatTujuan, y: yBelok },
    { x: pusatTujuan, y: tujuan.y },
  ]
}

function tulisanSimbol(s: Simpul, letak: Letak): KotakTeks[] {
  if (s.tulisan.length === 0) return []
  return s.kolom.flatMap((kolom) => {
    const simbol = susunSimbol(s, kolom, letak)
    if (s.bentuk !== 'konektor') {
      const teks = susunSebaris(s.tulisan[0] ?? '', { lebar: simbol.lebar - mm(1.6), ukuran: UKURAN_TEKS.label })
      return [letakkan(teks, simbol, { rata: 'tengah', bantalan: mm(0.8) })]
    }
    const badan = SIMBOL.konektor * SIMBOL.badanKonektor
    const [huruf = '', halaman = ''] = s.tulisan
    const lebar = simbol.lebar - mm(0.6)
    const besar = susunTeks([huruf], { lebar, ukuran: UKURAN_TEKS.konektor, tebal: true })
    const kecil = susunSebaris(halaman, { lebar, ukuran: 5.5 })
    const atas = { ...simbol, tinggi: tinggiTeks(besar) }
    const bawah = { ...simbol, y: simbol.y + atas.tinggi, tinggi: Math.max(badan - atas.tinggi, tinggiTeks(kecil)) }
    return [
      letakkan(besar, atas, { rata: 'tengah', bantalan: mm(0.3) }),
      letakkan(kecil, bawah, { rata: 'tengah', bantalan: mm(0.3) }),
    ]
  })
}

/** Ya and Tidak beside the exits of decisions, each once. */
function susunLabel({ kisi, lintasan, y }: AlirHalaman, x: LetakX): KotakTeks[] {
  const ada = new Set<string>()
  return lintasan.flatMap((l) => {
    const dari = kisi.simpul.get(l.sambungan.dari)
    const { cabang } = l.sambungan
    const kolom = dari ? kolomKeluar(l, dari) : 0
    const kunci = `${l.sambungan.dari} ${l.keluar} ${l.keluar === 'bawah' ? kolom : ''}`
    if (!dari || cabang === 'biasa' || ada.has(kunci)) return []
    ada.add(kunci)
    const s = susunSimbol(dari, kolom, { x, y })
    const teks = susunTeks([LABEL[cabang]], { lebar: mm(50), ukuran: UKURAN_TEKS.label })
    const [lebar, tinggi] = [lebarLabel(cabang), tinggiTeks(teks)]
    const diAtas = s.y + s.tinggi / 2 - tinggi - mm(0.35)
    const sel =
      l.keluar === 'bawah'
        ? { x: s.x + s.lebar / 2 + mm(0.8), y: s.y + s.tinggi + mm(0.2) }
        : l.keluar === 'kanan'
          ? { x: s.x + s.lebar + JARAK.label, y: diAtas }
          : { x: s.x - JARAK.label - lebar, y: diAtas }
    return [letakkan(teks, { ...sel, lebar, tinggi }, { bantalan: 0 })]
  })
}
