import type { Keadaan, KeadaanBagian, KeadaanLangkah, Pengembalian, Peristiwa, SetelUlang } from './keadaan.ts'
import { kunciCakupan } from './keadaan.ts'

type Macam<J extends Peristiwa['jenis']> = Extract<Peristiwa, { jenis: J }>
type PeristiwaLanjutan = Exclude<Peristiwa, { jenis: 'SIKLUS_DIMULAI' }>

const LANGKAH_TERTUTUP = {
  dibukaPada: null,
  dimulaiPada: null,
  diteruskanPada: null,
  selesaiPada: null,
  selesaiOleh: null,
  pengaju: [],
} as const

/**
 * The state after one more event. Knows no definition and judges nothing: what an event says has happened.
 * Throws for a first event that is not the start, and for a step the siklus does not have: such a log is broken.
 */
export function terapkan(keadaan: Keadaan | null, peristiwa: Peristiwa): Keadaan {
  if (peristiwa.jenis === 'SIKLUS_DIMULAI') return keadaanAwal(peristiwa)
  if (!keadaan) throw new Error(`Riwayat siklus tidak diawali SIKLUS_DIMULAI, melainkan ${peristiwa.jenis}`)
  const hasil = ubah(keadaan, peristiwa)
  return { ...hasil, jumlahPeristiwa: keadaan.jumlahPeristiwa + 1 }
}

/** The state of a siklus from its whole log, in order. Throws for an empty or broken log. */
export function putarUlang(peristiwa: readonly Peristiwa[]): Keadaan {
  const hasil = peristiwa.reduce<Keadaan | null>((keadaan, p) => terapkan(keadaan, p), null)
  if (!hasil) throw new Error('Riwayat siklus kosong')
  return hasil
}

function keadaanAwal({ data, waktu }: Macam<'SIKLUS_DIMULAI'>): Keadaan {
  const langkah = data.urutan.map((kode): [string, KeadaanLangkah] => [
    kode,
    { kode, status: 'BELUM', putaran: 0, ...LANGKAH_TERTUTUP, menunggu: [], bagian: [], dikembalikan: null },
  ])
  return {
    status: 'BERJALAN',
    kodeSop: data.kodeSop,
    periode: data.periode,
    urutan: data.urutan,
    langkah: Object.fromEntries(langkah),
    jumlahPeristiwa: 1,
    dimulaiPada: waktu,
    berakhirPada: null,
  }
}

function ubah(keadaan: Keadaan, p: PeristiwaLanjutan): Keadaan {
  switch (p.jenis) {
    case 'SIKLUS_SELESAI':
      return { ...keadaan, status: p.data.status, berakhirPada: p.waktu }
    case 'SIKLUS_DIBATALKAN':
      return { ...keadaan, status: 'DIBATALKAN', berakhirPada: p.waktu }
    case 'LANGKAH_DIBUKA':
      return pada(setelUlang(keadaan, p.data.disetelUlang), p.langkah, (l) => buka(l, p))
    case 'DIKEMBALIKAN':
      return catatPengembalian(setelUlang(keadaan, p.data.disetelUlang), p)
    default:
      return pada(keadaan, p.langkah, (l) => ubahLangkah(l, p))
  }
}

type PeristiwaLangkah = Exclude<
  PeristiwaLanjutan,
  { jenis: 'SIKLUS_SELESAI' | 'SIKLUS_DIBATALKAN' | 'LANGKAH_DIBUKA' | 'DIKEMBALIKAN' }
>

function ubahLangkah(l: KeadaanLangkah, p: PeristiwaLangkah): KeadaanLangkah {
  const selesai = { selesaiPada: p.waktu, selesaiOleh: p.pelaku.pegawaiId }
  switch (p.jenis) {
    case 'LANGKAH_MENUNGGU':
      return { ...l, menunggu: [...l.menunggu, p.data.dari] }
    case 'LANGKAH_DIMULAI':
      return { ...l, dimulaiPada: p.waktu }
    case 'LANGKAH_DITERUSKAN':
      return { ...l, diteruskanPada: p.waktu }
    case 'LANGKAH_SELESAI':
      return { ...l, status: 'SELESAI', ...selesai, pengaju: p.data.pengaju }
    case 'DIPUTUSKAN':
      // one Tidak is enough: those who have not voted yet need not any more
      return { ...l, status: 'SELESAI', ...selesai, pengaju: [p.pelaku.pegawaiId], bagian: lewatiTerbuka(l) }
    case 'LANGKAH_DILEWATI':
      return {
        ...l,
        status: 'DILEWATI',
        ...selesai,
        menunggu: [],
        bagian: lewatiTerbuka(l),
      }
    case 'BAGIAN_DIBUKA': {
      const baru = p.data.bagian.map(({ kunci, unitId }) => bagianBaru(l, p.waktu, { kunci, unitId, pelaksana: null }))
      return { ...l, bagian: [...l.bagian, ...baru] }
    }
    case 'BAGIAN_DILEWATI':
      return { ...l, bagian: lewatiBagian(l, p.data.bagian) }
    case 'BAGIAN_DISERAHKAN':
      return padaBagian(l, p.bagian, (b) => ({ ...b, status: 'SELESAI', ...selesai, pengaju: p.data.pengaju }))
    case 'BAGIAN_DITARIK':
      return padaBagian(l, p.bagian, (b) => ({
        ...b,
        status: 'BERJALAN',
        selesaiPada: null,
        selesaiOleh: null,
        pengaju: [],
      }))
    case 'BAGIAN_DIKEMBALIKAN': {
      const kunci = kunciCakupan(p.data.cakupan)
      const dikembalikan = (b: KeadaanBagian) => pengembalian(p, p.data.dari, b.kunci)
      const bagian = l.bagian.map((b) =>
        kunci?.has(b.kunci) ? { ...bukaBagian(b, l.putaran, p.waktu), dikembalikan: dikembalikan(b) } : b,
      )
      return { ...l, bagian }
    }
  }
}

const lewatiBagian = ({ bagian }: KeadaanLangkah, kunci: readonly string[]): KeadaanBagian[] =>
  bagian.map((b) => (kunci.includes(b.kunci) ? { ...b, status: 'DILEWATI' } : b))

function buka(l: KeadaanLangkah, { data, waktu }: Macam<'LANGKAH_DIBUKA'>): KeadaanLangkah {
  const putaran = l.putaran + 1
  const terbuka = { ...l, ...LANGKAH_TERTUTUP, status: 'BERJALAN' as const, putaran, dibukaPada: waktu, menunggu: [] }
  const baru = data.bagianPelaksana.map((kode) =>
    bagianBaru(terbuka, waktu, { kunci: kunciPelaksana(kode), unitId: null, pelaksana: kode }),
  )
  const lama = l.bagian.map((b) => (b.status === 'BELUM' ? bukaBagian(b, putaran, waktu) : b))
  return { ...terbuka, bagian: [...lama, ...baru] }
}

const bagianBaru = (
  l: KeadaanLangkah,
  waktu: string,
  siapa: Pick<KeadaanBagian, 'kunci' | 'unitId' | 'pelaksana'>,
): KeadaanBagian => ({
  ...siapa,
  status: 'BERJALAN',
  putaran: 1,
  putaranLangkah: l.putaran,
  dibukaPada: waktu,
  selesaiPada: null,
  selesaiOleh: null,
  pengaju: [],
  dikembalikan: null,
})

const bukaBagian = (b: KeadaanBagian, putaranLangkah: number, waktu: string): KeadaanBagian => ({
  ...b,
  status: 'BERJALAN',
  putaran: b.putaran + 1,
  putaranLangkah,
  dibukaPada: waktu,
  selesaiPada: null,
  selesaiOleh: null,
  pengaju: [],
})

const lewatiTerbuka = (l: KeadaanLangkah): KeadaanBagian[] =>
  l.bagian.map((b) => (b.status === 'BERJALAN' ? { ...b, status: 'DILEWATI' } : b))

/** Steps back to BELUM; of their parts only the listed ones, the others stay handed in. */
function setelUlang(keadaan: Keadaan, daftar: readonly SetelUlang[]): Keadaan {
  return daftar.reduce(
    (k, { langkah, bagian, menunggu }) =>
      pada(k, langkah, (l) => ({
        ...l,
        ...LANGKAH_TERTUTUP,
        status: 'BELUM',
        menunggu,
        dikembalikan: null,
        bagian: l.bagian.map((b) => (bagian.includes(b.kunci) ? { ...b, status: 'BELUM', dikembalikan: null } : b)),
      })),
    keadaan,
  )
}

function catatPengembalian(keadaan: Keadaan, p: Macam<'DIKEMBALIKAN'>): Keadaan {
  const kunci = kunciCakupan(p.data.cakupan)
  return pada(keadaan, p.data.tujuan, (l) => ({
    ...l,
    dikembalikan: pengembalian(p, p.langkah, null),
    bagian: l.bagian.map((b) =>
      b.status === 'BELUM' && (kunci === null || kunci.has(b.kunci))
        ? { ...b, dikembalikan: pengembalian(p, p.langkah, b.kunci) }
        : b,
    ),
  }))
}

function pengembalian(
  { data: { alasan, cakupan }, pelaku, waktu }: Macam<'DIKEMBALIKAN' | 'BAGIAN_DIKEMBALIKAN'>,
  dari: string,
  kunci: string | null,
): Pengembalian {
  const baris =
    kunci !== null && cakupan.jenis === 'NILAI'
      ? cakupan.nilai.filter((n) => n.kunci === kunci).map((n) => n.barisId)
      : null
  return { alasan, dari, oleh: pelaku, waktu, baris }
}

/** Key of the part that one of several pelaksana must do. */
export const kunciPelaksana = (kode: string): string => `pelaksana:${kode}`

function pada(keadaan: Keadaan, kode: string, ganti: (l: KeadaanLangkah) => KeadaanLangkah): Keadaan {
  const lama = keadaan.langkah[kode]
  if (!lama) throw new Error(`Riwayat menyebut langkah ${kode} yang tidak ada di siklus ini`)
  return { ...keadaan, langkah: { ...keadaan.langkah, [kode]: ganti(lama) } }
}

function padaBagian(l: KeadaanLangkah, kunci: string, ganti: (b: KeadaanBagian) => KeadaanBagian): KeadaanLangkah {
  return { ...l, bagian: l.bagian.map((b) => (b.kunci === kunci ? ganti(b) : b)) }
}
