import type { PotonganHalaman } from './bagi-halaman.ts'
import type { BahanLembar } from './bahan.ts'
import type { BarisTabel } from './baris-tabel.ts'
import { type AlirHalaman, gambarAlir } from './gambar-alir.ts'
import {
  batasKolom,
  type SusunanKolom,
  susunKepalaTabel,
  type susunNamaPelaksana,
  tinggiKepala,
} from './kepala-tabel.ts'
import { KOLOM_TEKS } from './lebar-kolom.ts'
import type { HalamanLembar, Kotak } from './lembar.ts'
import type { Pita } from './letak-y.ts'
import type { Rencana } from './rencana.ts'
import { letakkan, susunSebaris, susunTeks } from './teks-sel.ts'
import { BANTALAN, mm, TINGGI_JUDUL, UKURAN_TEKS } from './ukuran.ts'

/** A plan with its names set. */
export type RencanaSiap = Rencana & { readonly nama: ReturnType<typeof susunNamaPelaksana> }

/** The pages of the table from a finished plan. */
export const gambarTabel = (bahan: BahanLembar, rencana: RencanaSiap): HalamanLembar[] =>
  rencana.alir.map((alir, ke) =>
    gambarHalaman(bahan, rencana, { alir, potongan: rencana.potongan[ke], halamanKe: rencana.halamanSebelum + ke + 1 }),
  )

function gambarHalaman(
  bahan: BahanLembar,
  rencana: RencanaSiap,
  { alir, potongan, halamanKe }: { alir: AlirHalaman; potongan: PotonganHalaman | undefined; halamanKe: number },
): HalamanLembar {
  const { kolom, nama, yTabel, bidang } = rencana
  const kepala = susunKepalaTabel(bahan, { kolom, nama, y: yTabel })
  const isi = potongan ? rencana.baris.slice(potongan.dari, potongan.sampai + 1) : []
  const atas = yTabel + tinggiKepala(nama.tinggi)
  const tepi = batasKolom(kolom, bahan.pelaksanaan !== null)
  const gambar = gambarAlir(alir, rencana.letakX)
  const mendatar = [...alir.y.pita.map((p) => p.y), ...alir.y.baris, alir.y.bawah]
  return {
    jenis: 'alir',
    skala: 1,
    bidang: [...kepala.bidang, ...latarKeadaan(isi, alir, kolom)],
    garis: [
      ...kepala.garis,
      ...mendatar.map((y) => [kolom.x.nomor, y, kolom.kanan, y] as const),
      ...tepi.map((x) => [x, atas, x, alir.y.bawah] as const),
    ],
    teks: [
      ...susunJudul(bahan, bidang),
      ...kepala.teks,
      ...isi.flatMap((b, i) => teksBaris(b, alir.y.baris[i] ?? 0, kolom)),
      ...alir.y.pita.flatMap((p) => teksPita(p, { kolom, halaman: halamanKe })),
      ...gambar.teks,
    ],
    simbol: gambar.simbol,
    panah: gambar.panah,
    baris: isi.map((b, i) => ({
      x: kolom.x.nomor,
      y: alir.y.baris[i] ?? 0,
      lebar: kolom.kanan - kolom.x.nomor,
      tinggi: b.tinggi,
      kode: b.langkah.kode,
    })),
  }
}

/** Rows of a running siklus are tinted by their state. */
function latarKeadaan(isi: readonly BarisTabel[], alir: AlirHalaman, kolom: SusunanKolom): HalamanLembar['bidang'] {
  return isi.flatMap((b, i) => {
    const langsung = b.langkah.langsung
    if (!langsung) return []
    return [
      {
        x: kolom.x.pelaksanaan,
        y: alir.y.baris[i] ?? 0,
        lebar: kolom.kanan - kolom.x.pelaksanaan,
        tinggi: b.tinggi,
        gaya: `latar-${langsung.terlambat ? 'terlambat' : langsung.keadaan}`,
      },
    ]
  })
}

/** A strip says where the flow goes on, for the eye that does not follow the connectors. */
function teksPita(
  { y, tinggi, di }: Pita,
  { kolom, halaman }: { kolom: SusunanKolom; halaman: number },
): HalamanLembar['teks'] {
  const isi = di === 'atas' ? `Sambungan halaman ${halaman - 1}` : `Bersambung ke halaman ${halaman + 1}`
  const teks = susunTeks([isi], { lebar: kolom.lebar.uraian - 2 * BANTALAN, ukuran: UKURAN_TEKS.kecil })
  return [letakkan(teks, { x: kolom.x.uraian, y, lebar: kolom.lebar.uraian, tinggi })]
}

const RATA = { nomor: 'tengah', waktu: 'tengah' } as const

function teksBaris(b: BarisTabel, y: number, kolom: SusunanKolom): HalamanLembar['teks'] {
  return KOLOM_TEKS.flatMap((k) => {
    const teks = b.sel[k]
    if (!teks || teks.baris.length === 0) return []
    const sel = { x: kolom.x[k], y, lebar: kolom.lebar[k], tinggi: b.tinggi }
    return [letakkan(teks, sel, { rata: k === 'nomor' || k === 'waktu' ? RATA[k] : 'kiri' })]
  })
}

/** Line above the table: name and number of the SOP, or which siklus it shows. */
function susunJudul(bahan: BahanLembar, { x, y, lebar }: Kotak): HalamanLembar['teks'] {
  const kanan = bahan.pelaksanaan ?? (bahan.identitas.nomor ? `Nomor SOP: ${bahan.identitas.nomor}` : '')
  const tinggi = TINGGI_JUDUL - mm(1)
  const [kiriLebar, kananLebar] = [lebar * 0.55, lebar * 0.44]
  return [
    letakkan(
      susunSebaris(bahan.identitas.namaSop, { lebar: kiriLebar, ukuran: UKURAN_TEKS.judul, tebal: true }),
      { x, y, lebar: kiriLebar, tinggi },
      { bantalan: 0 },
    ),
    letakkan(
      susunSebaris(kanan, { lebar: kananLebar, ukuran: UKURAN_TEKS.judul - 2 }),
      { x: x + lebar - kananLebar, y, lebar: kananLebar, tinggi },
      { rata: 'kanan', bantalan: 0 },
    ),
  ].filter((t) => t.baris.length > 0)
}
