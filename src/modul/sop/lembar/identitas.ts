import type { IdentitasLembar } from './bahan.ts'
import type { HalamanLembar, Kotak } from './lembar.ts'
import {
  type BarisTeks,
  letakkan,
  susunDaftar,
  susunSebaris,
  susunTeks,
  type TeksTersusun,
  tinggiTeks,
} from './teks-sel.ts'
import { BANTALAN, mm, SPASI, UKURAN_TEKS } from './ukuran.ts'

/** the largest type with which the identity stays on one page; when none does, it goes on over pages in a readable one */
const UKURAN = [10.5, 10, 9.5, 9, 8.5] as const
const UKURAN_BERLANJUT = 10
const TINGGI_BARIS = mm(6.4)
const LEBAR_LABEL = mm(42)
const TEMPAT_LOGO = mm(23)
const TEMPAT_TANDA_TANGAN = mm(17)
const TINGGI_JUDUL = mm(6)
const BANTALAN_ISI = mm(1.4)
const TITIK = '.'.repeat(44)

type Isi = {
  bidang: HalamanLembar['bidang'][number][]
  garis: HalamanLembar['garis'][number][]
  teks: HalamanLembar['teks'][number][]
}
type Bidang = { readonly x: number; readonly y: number; readonly lebar: number; readonly tinggi: number }

/** The identity pages: head of the form, then six boxes in pairs; long ones flow over pages with their heads repeated. */
export function susunIdentitas(identitas: IdentitasLembar, bidang: Bidang): HalamanLembar[] {
  for (const ukuran of UKURAN) {
    const halaman = alirkan(identitas, bidang, ukuran)
    if (halaman.length === 1) return halaman
  }
  return alirkan(identitas, bidang, UKURAN_BERLANJUT)
}

function alirkan(identitas: IdentitasLembar, bidang: Bidang, ukuran: number): HalamanLembar[] {
  const kepala = susunKepala(identitas, bidang)
  const halaman: Isi[] = [kepala.isi]
  const tengah = bidang.x + bidang.lebar / 2
  const batasBawah = bidang.y + bidang.tinggi
  const perBaris = ukuran * SPASI
  let y = kepala.bawah
  for (let i = 0; i < identitas.blok.length; i += 2) {
    const pasangan = identitas.blok
      .slice(i, i + 2)
      .map((b) => ({ judul: b.judul, baris: susunIsi(b.butir, bidang.lebar / 2, ukuran) }))
    const banyak = Math.max(1, ...pasangan.map((p) => p.baris.length))
    for (let mulai = 0; mulai < banyak; ) {
      const muat = Math.floor((batasBawah - y - TINGGI_JUDUL - 2 * BANTALAN_ISI) / perBaris)
      if (muat < Math.min(2, banyak - mulai)) {
        halaman.push({ bidang: [], garis: [], teks: [] })
        y = bidang.y
        continue
      }
      const ambil = Math.min(muat, banyak - mulai)
      const kotak: Kotak[] = [
        { x: bidang.x, y, lebar: bidang.lebar / 2, tinggi: TINGGI_JUDUL + 2 * BANTALAN_ISI + ambil * perBaris },
        { x: tengah, y, lebar: bidang.lebar / 2, tinggi: TINGGI_JUDUL + 2 * BANTALAN_ISI + ambil * perBaris },
      ]
      for (const [k, p] of pasangan.entries())
        tulisBlok(halaman.at(-1) ?? kepala.isi, kotak[k] ?? bidang, {
          judul: mulai > 0 ? `${p.judul} (lanjutan)` : p.judul,
          teks: { ukuran, baris: p.baris.slice(mulai, mulai + ambil) },
        })
      y += kotak[0]?.tinggi ?? 0
      mulai += ambil
    }
  }
  return halaman.map((isi) => ({ jenis: 'identitas', skala: 1, ...isi, simbol: [], panah: [], baris: [] }))
}

const susunIsi = (butir: readonly string[], lebar: number, ukuran: number): readonly BarisTeks[] =>
  susunDaftar(butir.length > 0 ? butir : ['-'], {
    lebar: lebar - 2 * BANTALAN_ISI,
    ukuran,
    tanda: (urut) => `${urut + 1}.`,
  }).baris

function tulisBlok(isi: Isi, kotak: Kotak, { judul, teks }: { judul: string; teks: TeksTersusun }): void {
  isi.garis.push(...bingkai(kotak))
  if (teks.baris.length === 0) return
  const kepala = { ...kotak, tinggi: TINGGI_JUDUL }
  const badan = { ...kotak, y: kotak.y + TINGGI_JUDUL, tinggi: kotak.tinggi - TINGGI_JUDUL }
  isi.bidang.push({ ...kepala, gaya: 'kepala' })
  isi.garis.push([kotak.x, badan.y, kotak.x + kotak.lebar, badan.y])
  isi.teks.push(
    letakkan(susunTeks([judul.toUpperCase()], { lebar: kotak.lebar, ukuran: 9, tebal: true }), kepala, {
      bantalan: BANTALAN_ISI,
    }),
    letakkan(teks, badan, { tegakLurus: 'atas', bantalan: BANTALAN_ISI }),
  )
}

/** Left: place for the emblem and the office; right: number, dates, signature, name of the SOP. */
function susunKepala(identitas: IdentitasLembar, bidang: Bidang): { isi: Isi; bawah: number } {
  const tengah = bidang.x + bidang.lebar / 2
  const isi: Isi = { bidang: [], garis: [], teks: [] }
  const nilai = { x: tengah + LEBAR_LABEL, lebar: bidang.lebar / 2 - LEBAR_LABEL }
  let y = bidang.y
  const baris = (label: string, teks: TeksTersusun, tinggi: number) => {
    const sel = { x: tengah, y, lebar: LEBAR_LABEL, tinggi }
    isi.garis.push(...bingkai(sel), ...bingkai({ ...nilai, y, tinggi }))
    isi.teks.push(
      letakkan(susunTeks([label], { lebar: LEBAR_LABEL - 2 * BANTALAN_ISI, ukuran: 9, tebal: true }), sel, {
        bantalan: BANTALAN_ISI,
      }),
    )
    if (teks.baris.length > 0) isi.teks.push(letakkan(teks, { ...nilai, y, tinggi }, { bantalan: BANTALAN_ISI }))
    y += tinggi
  }
  const lebarNilai = nilai.lebar - 2 * BANTALAN_ISI
  const biasa = (teks: string, tebal = false) => susunTeks([teks], { lebar: lebarNilai, ukuran: 10, tebal })
  const tinggiIsi = (t: TeksTersusun) => Math.max(TINGGI_BARIS, tinggiTeks(t) + 2 * BANTALAN)
  for (const [label, teks] of [
    ['NOMOR SOP', identitas.nomor],
    ['TANGGAL PEMBUATAN', identitas.tanggalPembuatan],
    ['TANGGAL REVISI', identitas.tanggalRevisi],
    ['TANGGAL EFEKTIF', identitas.tanggalEfektif],
  ] as const) {
    const t = biasa(teks)
    baris(label, t, tinggiIsi(t))
  }
  const atas = y
  baris('DISAHKAN OLEH', { ukuran: 10, baris: [] }, tinggiPengesahan(identitas, lebarNilai))
  isi.teks.push(...susunPengesahan(identitas, { ...nilai, y: atas, tinggi: y - atas }))
  const nama = biasa(identitas.namaSop.replace(/^SOP /, ''), true)
  baris('NAMA SOP', nama, Math.max(mm(8), tinggiIsi(nama)))
  const instansi = { x: bidang.x, y: bidang.y, lebar: bidang.lebar / 2, tinggi: y - bidang.y }
  isi.garis.push(...bingkai(instansi))
  const teks = susunTeks(identitas.instansi, { lebar: instansi.lebar - 2 * BANTALAN_ISI, ukuran: 13, tebal: true })
  const ruang = instansi.tinggi - TEMPAT_LOGO - mm(6)
  isi.teks.push(
    letakkan(
      tinggiTeks(teks) <= ruang
        ? teks
        : susunTeks(identitas.instansi, { lebar: instansi.lebar - 2 * BANTALAN_ISI, ukuran: 9, tebal: true }),
      { ...instansi, y: instansi.y + mm(4) + TEMPAT_LOGO, tinggi: ruang },
      { rata: 'tengah', bantalan: BANTALAN_ISI },
    ),
  )
  return { isi, bawah: y }
}

/** Post, room to sign, name, rank, NIP; dots to write on where the source names nobody. */
function bagianPengesahan({ pengesah }: IdentitasLembar, lebar: number): [TeksTersusun, TeksTersusun] {
  const atas = susunTeks([(pengesah.jabatan || 'Camat').toUpperCase()], { lebar, ukuran: 10 })
  const nama = susunTeks([pengesah.nama || TITIK], { lebar, ukuran: 10, tebal: pengesah.nama !== '' })
  const rinci = susunTeks([pengesah.pangkat, pengesah.nip ? `NIP ${pengesah.nip}` : 'NIP'], { lebar, ukuran: 10 })
  return [atas, { ukuran: 10, baris: [...nama.baris, ...rinci.baris] }]
}

function tinggiPengesahan(identitas: IdentitasLembar, lebar: number): number {
  const [atas, bawah] = bagianPengesahan(identitas, lebar)
  return tinggiTeks(atas) + TEMPAT_TANDA_TANGAN + tinggiTeks(bawah) + 2 * BANTALAN_ISI
}

function susunPengesahan(identitas: IdentitasLembar, sel: Kotak) {
  const [atas, bawah] = bagianPengesahan(identitas, sel.lebar - 2 * BANTALAN_ISI)
  const tengah = { rata: 'tengah', bantalan: BANTALAN_ISI } as const
  const tinggi = tinggiTeks(bawah) + BANTALAN_ISI
  return [
    letakkan(atas, { ...sel, tinggi: tinggiTeks(atas) + 2 * BANTALAN_ISI }, tengah),
    letakkan(bawah, { ...sel, y: sel.y + sel.tinggi - tinggi, tinggi: tinggiTeks(bawah) }, tengah),
  ]
}

function bingkai({ x, y, lebar, tinggi }: Kotak): HalamanLembar['garis'] {
  return [
    [x, y, x + lebar, y],
    [x, y + tinggi, x + lebar, y + tinggi],
    [x, y, x, y + tinggi],
    [x + lebar, y, x + lebar, y + tinggi],
  ]
}

/** Foot of every page: what the sheet is, and page x of y. */
export function susunKaki(
  teks: string,
  { x, lebar, y, halaman, dari }: { x: number; lebar: number; y: number; halaman: number; dari: number },
) {
  const nomor = susunTeks([`Halaman ${halaman} dari ${dari}`], { lebar: mm(40), ukuran: UKURAN_TEKS.kaki })
  const kiri = susunSebaris(teks, { lebar: lebar - mm(42), ukuran: UKURAN_TEKS.kaki })
  const tinggi = tinggiTeks(nomor)
  return [
    letakkan(kiri, { x, y, lebar: lebar - mm(42), tinggi }, { bantalan: 0 }),
    letakkan(nomor, { x: x + lebar - mm(40), y, lebar: mm(40), tinggi }, { rata: 'kanan', bantalan: 0 }),
  ]
}
