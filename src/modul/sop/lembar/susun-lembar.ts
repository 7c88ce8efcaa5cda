import { hitungBidang } from '../../../inti/dokumen/ukuran.ts'
import type { BahanLembar } from './bahan.ts'
import { gambarTabel, type RencanaSiap } from './gambar-halaman.ts'
import { susunIdentitas, susunKaki } from './identitas.ts'
import { paksaNamaPelaksana, susunNamaPelaksana } from './kepala-tabel.ts'
import type { HalamanLembar, LembarSop } from './lembar.ts'
import type { LetakX } from './letak-x.ts'
import type { IngatanPita } from './perbaiki-pita.ts'
import { perbesarRuang, perkecil } from './perkecil.ts'
import { type RuangTabel, rencanakan } from './rencana.ts'
import { JARAK, mm, SIMBOL } from './ukuran.ts'

/** first guess of the width of a column of pelaksana by their number, mm; the routes may ask for more */
const LEBAR_AWAL = [34, 26, 22, 20, 19, 17, 15.5, 14] as const
const LEBAR_AWAL_LEBIH = 12
/** text columns keep at least this much */
const SISA_TEKS = { tanpa: mm(118), dengan: mm(146) } as const
const PUTARAN = 5
const SKALA = [1, 0.85, 0.7, 0.55, 0.4] as const
/** a column with the narrowest symbol and no line beside it */
const KOLOM_TERSEMPIT = SIMBOL.lebarMin + 2 * JARAK.tepiSimbol
const JARAK_KAKI = mm(5)

/** Lays the whole sheet out: identity, then the flow table over as many pages as it needs. Pure. */
export function susunLembar(bahan: BahanLembar): LembarSop {
  const bidang = hitungBidang({ ukuran: bahan.kertas, arah: 'mendatar' })
  const identitas = susunIdentitas(bahan.identitas, bidang)
  const alir = susunTabelAlir(bahan, { bidang, halamanSebelum: identitas.length })
  const semua = [...identitas, ...alir]
  const kaki = (ke: number) =>
    susunKaki(bahan.kaki, {
      x: bidang.x,
      lebar: bidang.lebar,
      y: bidang.y + bidang.tinggi + JARAK_KAKI,
      halaman: ke + 1,
      dari: semua.length,
    })
  return {
    lebar: bidang.lebarKertas,
    tinggi: bidang.tinggiKertas,
    halaman: semua.map((h, ke) => ({ ...h, teks: [...h.teks, ...kaki(ke)] })),
  }
}

const sisaTeks = (bahan: BahanLembar): number => (bahan.pelaksanaan === null ? SISA_TEKS.tanpa : SISA_TEKS.dengan)

/** The table in full size; drawn smaller where a sheet does not hold its columns, or a page the connectors of one step. */
function susunTabelAlir(bahan: BahanLembar, { bidang, halamanSebelum }: RuangTabel): HalamanLembar[] {
  for (const skala of SKALA) {
    const besar = perbesarRuang(bidang, skala)
    const takMungkin = bahan.kolom.length * KOLOM_TERSEMPIT > besar.lebar - sisaTeks(bahan)
    if (takMungkin && skala !== SKALA.at(-1)) continue
    const rencana = rencanakanTabel(bahan, { bidang: besar, halamanSebelum })
    if (rencana.muat || skala === SKALA.at(-1)) return gambarTabel(bahan, rencana).map((h) => perkecil(h, skala))
  }
  return []
}

/** Widths decide row heights, these the page breaks, these the arrows, and these the widths again: repeated until they agree. */
function rencanakanTabel(bahan: BahanLembar, ruang: RuangTabel): RencanaSiap {
  const banyak = bahan.kolom.length
  const maks = ruang.bidang.lebar - sisaTeks(bahan)
  let lebarPelaksana = Math.min(maks, banyak * mm(LEBAR_AWAL[banyak - 1] ?? LEBAR_AWAL_LEBIH))
  const rata = bahan.kolom.map(() => lebarPelaksana / banyak)
  let tinggiNama = susunNamaPelaksana(bahan.kolom, rata).tinggi
  const ingatan: IngatanPita = new Map()
  for (let putaran = 0; ; putaran++) {
    const coba = rencanakan(bahan, { ...ruang, lebarPelaksana, tinggiNama, ingatan })
    const cukupLebar = coba.perlu <= lebarPelaksana + 0.01 || lebarPelaksana >= maks
    const nama = susunNamaPelaksana(bahan.kolom, lebarKolom(coba.letakX))
    if ((cukupLebar && nama.tinggi <= tinggiNama) || putaran >= PUTARAN)
      return { ...coba, nama: paksaNamaPelaksana(bahan.kolom, lebarKolom(coba.letakX), tinggiNama) }
    lebarPelaksana = cukupLebar ? lebarPelaksana : Math.min(maks, coba.perlu + mm(0.1))
    tinggiNama = Math.max(tinggiNama, nama.tinggi)
  }
}

const lebarKolom = ({ batas, pusat }: LetakX): number[] => pusat.map((_, k) => (batas[k + 1] ?? 0) - (batas[k] ?? 0))
