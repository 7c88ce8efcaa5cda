import { bacaIsian, type Kesalahan } from '../../../inti/http/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { IsiBuku, NilaiBaris, SalahBaris } from '../../impor/index.ts'
import {
  type BarisKartuBuku,
  badanDariBaris,
  kodeBaris,
  LEMBAR,
  type LembarKartu,
  tempelBaris,
  urutkan,
} from './impor-baris.ts'
import type { BukuAda } from './impor-indikator.ts'
import { isianKartu } from './isian.ts'
import { periksaVersi } from './ubah-kartu.ts'

type BarisBerkas = { readonly lembar: LembarKartu; readonly nomor: number; readonly nilai: NilaiBaris }

/** Fields of the form → columns of the sheet "Kartu" where the name differs. */
const KOLOM: Readonly<Record<string, string>> = { tempat: 'acuan', unitId: 'unit' }
const AWALAN: Readonly<Record<string, LembarKartu>> = { variabel: 'data', kategori: 'kategori', smart: 'smart' }

/** Rules across rows and sheets: each card as a whole must be one that its form would take. */
export function periksaBuku(pelaku: Pelaku, isi: IsiBuku, buku: BukuAda): SalahBaris[] {
  return [...kelompokkan(isi)].flatMap(([kode, baris]) => periksaSatu(pelaku, { kode, baris, buku }))
}

/** Rows of the file by the card they belong to. */
function kelompokkan(isi: IsiBuku): Map<string, BarisBerkas[]> {
  const peta = new Map<string, BarisBerkas[]>()
  for (const lembar of LEMBAR)
    for (const { nomor, nilai } of isi[lembar] ?? []) {
      const kode = kodeBaris(lembar, nilai)
      peta.set(kode, [...(peta.get(kode) ?? []), { lembar, nomor, nilai }])
    }
  return peta
}

type Satu = { kode: string; baris: readonly BarisBerkas[]; buku: BukuAda }
function periksaSatu(pelaku: Pelaku, { kode, baris, buku }: Satu): SalahBaris[] {
  const ada = buku.ada.get(kode)
  const asal = buku.baris.get(kode)
  const jadi = tempelBaris(
    asal,
    baris.map(({ lembar, nilai }) => ({ lembar, lama: null, baru: nilai })),
  )
  const badan = badanDariBaris(jadi, buku.rujukan)
  if (asal && JSON.stringify(badan) === JSON.stringify(badanDariBaris(asal, buku.rujukan))) return []
  const keluhkan = tempatKeluhan(baris, jadi)
  if (jadi.kartu.length === 0)
    return [keluhkan('kode', `Indikator ${baris[0]?.nilai.indikator} tidak ada. Tulis kartunya pada lembar Kartu.`)]
  if (buku.nonaktif.has(kode))
    return [
      keluhkan('kode', 'Kode ini dipakai indikator yang sudah dinonaktifkan. Aktifkan kembali, atau pakai kode lain.'),
    ]
  const { kesalahan } = bacaIsian(isianKartu, badan)
  const lain = ada?.dipakai ? salahVersi(pelaku, { ada, jadi }) : versiTidakPerlu(jadi, ada?.alasanVersi ?? '')
  return Object.entries({ ...kesalahan, ...lain, ...salahUrutan(jadi) }).map(([bidang, pesan]) =>
    keluhkan(bidang, pesan),
  )
}

/** A used card gets a new version: from which year, and why this time. */
function salahVersi(
  pelaku: Pelaku,
  { ada, jadi }: { ada: NonNullable<ReturnType<BukuAda['ada']['get']>>; jadi: BarisKartuBuku },
): Kesalahan {
  const [kartu = {}] = jadi.kartu
  const versi = { berlakuTahun: Number(kartu.berlakuTahun ?? 0), alasan: kartu.alasan ?? '' }
  const salah = periksaVersi(ada.kartu, { pelaku, versi })
  if (salah.alasan || versi.alasan !== ada.alasanVersi) return salah
  return {
    ...salah,
    alasan: 'Kartu ini sudah dipakai. Tulis alasan perubahan kali ini, bukan alasan versi sebelumnya.',
  }
}

/** Year and reason belong to new versions only; elsewhere they would be lost. */
function versiTidakPerlu({ kartu: [kartu = {}] }: BarisKartuBuku, alasanVersi: string): Kesalahan {
  if (!kartu.berlakuTahun && (kartu.alasan ?? '') === alasanVersi) return {}
  return { alasan: 'Kosongkan tahun dan alasan: kartu baru, atau yang belum dipakai, tidak membuat versi.' }
}

/** The order is stored as 1, 2, 3, …: the last of the data is the denominator. */
function salahUrutan(jadi: BarisKartuBuku): Kesalahan {
  const salah = (
    [
      ['data', 'variabel'],
      ['kategori', 'kategori'],
    ] as const
  ).flatMap(([lembar, bidang]) => {
    const beruntun = urutkan(jadi[lembar]).every((nilai, ke) => Number(nilai.urut) === ke + 1)
    return beruntun ? [] : [[`${bidang}.0.urut`, 'Urutan harus 1, 2, 3, dan seterusnya, masing-masing sekali.']]
  })
  return Object.fromEntries(salah)
}

/** Where a complaint about a field of the form stands in the file: the row of its sheet, else the card's, else any row of it. */
function tempatKeluhan(baris: readonly BarisBerkas[], jadi: BarisKartuBuku) {
  const urut = { data: urutkan(jadi.data), kategori: urutkan(jadi.kategori), smart: jadi.smart }
  return (bidang: string, pesan: string): SalahBaris => {
    const [depan = '', nomor, kolom] = bidang.split('.')
    const lembar = AWALAN[depan]
    const nilai = lembar && lembar !== 'kartu' && kolom ? urut[lembar][Number(nomor)] : undefined
    const punya =
      nilai &&
      baris.find((b) => b.lembar === lembar && b.nilai.kode === nilai.kode && b.nilai.pertanyaan === nilai.pertanyaan)
    if (punya) return { lembar: punya.lembar, nomor: punya.nomor, kolom: kolom ?? null, pesan }
    const kartu = baris.find((b) => b.lembar === 'kartu')
    if (kartu) return { lembar: 'kartu', nomor: kartu.nomor, kolom: lembar ? null : (KOLOM[bidang] ?? bidang), pesan }
    return { lembar: baris[0]?.lembar ?? 'kartu', nomor: baris[0]?.nomor ?? 0, kolom: null, pesan }
  }
}
