import type { DefinisiSop, LangkahSop } from '../../src/modul/sop/index.ts'
import type { Dadu } from './pemain-acak.ts'

type Rusak = (sop: DefinisiSop, dadu: Dadu) => unknown

/** Changes one step, drawn by chance (of those that fit). */
const ubahSatu =
  (
    ubah: (l: LangkahSop, sop: DefinisiSop, dadu: Dadu) => object,
    cocok: (l: LangkahSop) => boolean = () => true,
  ): Rusak =>
  (sop, dadu) => {
    const calon = sop.langkah.filter(cocok)
    const kena = calon.length > 0 ? dadu.pilih(calon) : null
    return { ...sop, langkah: sop.langkah.map((l) => (l === kena ? { ...l, ...ubah(l, sop, dadu) } : l)) }
  }
const lain = (sop: DefinisiSop, dadu: Dadu): string => dadu.pilih(sop.langkah).kode
const memutuskan = (l: LangkahSop): boolean => l.keputusan !== null

/** Ways in which a definition goes wrong when somebody works on it: by slips of the hand, of the head, of copying. */
export const RUSAK: readonly (readonly [nama: string, rusak: Rusak])[] = [
  ['langkah dihapus', (sop, dadu) => ({ ...sop, langkah: tanpa(sop, dadu.angka(sop.langkah.length)) })],
  ['langkah disalin', (sop, dadu) => ({ ...sop, langkah: [...sop.langkah, dadu.pilih(sop.langkah)] })],
  ['dua langkah bertukar tempat', (sop, dadu) => ({ ...sop, langkah: tukar(sop, dadu) })],
  ['urutan dibalik', (sop) => ({ ...sop, langkah: [...sop.langkah].reverse() })],
  ['tujuan tidak ada', ubahSatu((l) => arahkan(l, 'TIDAK-ADA'))],
  ['menuju dirinya sendiri', ubahSatu((l) => arahkan(l, l.kode))],
  ['tujuan lain', ubahSatu((l, sop, dadu) => arahkan(l, lain(sop, dadu)))],
  ['berakhir di tengah', ubahSatu((l) => (l.keputusan ? {} : { berikutnya: [] }))],
  [
    'bercabang ke mana saja',
    ubahSatu((l, sop, dadu) => (l.keputusan ? {} : { berikutnya: [lain(sop, dadu), lain(sop, dadu)] })),
  ],
  [
    'menjadi keputusan',
    ubahSatu((l, sop, dadu) => ({
      berikutnya: [],
      keputusan: { ya: l.berikutnya[0] ?? null, tidak: [lain(sop, dadu)] },
    })),
  ],
  [
    'keputusan dicabut',
    ubahSatu((l) => ({ keputusan: null, berikutnya: [l.keputusan?.ya ?? ''].filter(Boolean) }), memutuskan),
  ],
  ['bawaan asing', ubahSatu((l) => ({ keputusan: { ...l.keputusan, bawaan: 'TIDAK-ADA' } }), memutuskan)],
  ['tanpa pelaksana', ubahSatu(() => ({ pelaksana: [] }))],
  [
    'kolom dihapus',
    (sop, dadu) => ({ ...sop, pelaksana: sop.pelaksana.filter((p) => p !== kolomTerpakai(sop, dadu)) }),
  ],
  ['kolom disalin', (sop, dadu) => ({ ...sop, pelaksana: [...sop.pelaksana, dadu.pilih(sop.pelaksana)] })],
  ['kolom tanpa orang', (sop, dadu) => ({ ...sop, pelaksana: kosongkan(sop, dadu) })],
  [
    'arsip di tengah',
    ubahSatu(
      () => ({ jenis: 'arsip' }),
      (l) => l.berikutnya.length > 0,
    ),
  ],
  ['jenis lain', ubahSatu((_, sop, dadu) => ({ jenis: dadu.pilih(sop.langkah).jenis }))],
  ['jenis yang tidak dikenal', ubahSatu(() => ({ jenis: 'melamun' }))],
  ['lapor tanpa penerima', ubahSatu(() => ({ jenis: 'lapor-camat', penerima: [] }))],
  ['hanya periode yang tidak dijalankan', ubahSatu(() => ({ hanyaPeriode: [{ jenis: 'TAHUN', nomor: [1] }] }))],
  ['hanya bulan ke-13', ubahSatu(() => ({ hanyaPeriode: [{ jenis: 'BULAN', nomor: [13] }] }))],
  ['tidak selalu diperlukan', ubahSatu(() => ({ opsional: true }))],
  ['hanya triwulan IV', ubahSatu(() => ({ hanyaPeriode: [{ jenis: 'TRIWULAN', nomor: [4] }] }))],
]

/** Those of them after which no definition can be right. */
export const PASTI_DITOLAK: ReadonlySet<string> = new Set([
  'langkah disalin',
  'tujuan tidak ada',
  'menuju dirinya sendiri',
  'tanpa pelaksana',
  'kolom dihapus',
  'kolom disalin',
  'kolom tanpa orang',
  'arsip di tengah',
  'jenis yang tidak dikenal',
  'lapor tanpa penerima',
  'hanya bulan ke-13',
])

const arahkan = (l: LangkahSop, ke: string): object =>
  l.keputusan ? { keputusan: { ya: l.keputusan.ya, tidak: [ke] } } : { berikutnya: [ke] }

const tanpa = (sop: DefinisiSop, ke: number): LangkahSop[] => sop.langkah.filter((_, i) => i !== ke)

function tukar({ langkah }: DefinisiSop, dadu: Dadu): (LangkahSop | undefined)[] {
  const [a, b] = [dadu.angka(langkah.length), dadu.angka(langkah.length)]
  return langkah.map((l, i) => (i === a ? langkah[b] : i === b ? langkah[a] : l))
}

/** A column that some step needs. */
function kolomTerpakai(sop: DefinisiSop, dadu: Dadu) {
  const kode = dadu.pilih(dadu.pilih(sop.langkah).pelaksana)
  return sop.pelaksana.find((p) => p.kode === kode)
}

function kosongkan(sop: DefinisiSop, dadu: Dadu): object[] {
  const kena = kolomTerpakai(sop, dadu)
  return sop.pelaksana.map((p) => (p === kena ? { ...p, peran: [], jabatan: [], unit: [] } : p))
}
