import { GAYA_GRAFIK, type Grafik } from './grafik.ts'
import { NAIK, TURUN } from './huruf.ts'
import type { Ruang } from './kisi-tabel.ts'
import { geser, type Item, itemBaris, type Potongan } from './potongan.ts'
import { ANTAR_BLOK, bungkus } from './susun-butir.ts'

/** A chart as one piece that is not cut, at its own size. */
export function susunGrafik(grafik: Grafik, ruang: Ruang): Potongan {
  const item: Item[] = [
    ...grafik.bentuk.map((b): Item => ({ t: 'bentuk', x: ruang.x, y: 0, bentuk: b, gaya: GAYA_GRAFIK[b.gaya] })),
    ...grafik.teks.flatMap((t) => itemTeks(t, ruang)),
  ]
  return { jenis: 'gambar', tinggi: grafik.tinggi, sebelum: ANTAR_BLOK, item: (y) => geser(item, y) }
}

function itemTeks({ x, y, teks, ukuran, rata, tebal = false }: Grafik['teks'][number], ruang: Ruang): Item[] {
  const [baris] = bungkus([{ teks, tebal }], { ruang: { ...ruang, lebar: 2000 }, ukuran })
  if (!baris) return []
  const gaya = { x: ruang.x + x, lebar: 0, ukuran, spasi: NAIK + TURUN, rata }
  return itemBaris(baris, gaya, y - NAIK * ukuran)
}
