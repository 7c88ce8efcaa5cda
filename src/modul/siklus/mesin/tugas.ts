import { cariLangkah, type DefinisiSop, type JenisLangkah, type LangkahSop } from '../../sop/index.ts'
import { bagianGiliran } from './bagian.ts'
import { type Keadaan, type KeadaanLangkah, langkahTerbuka } from './keadaan.ts'
import { dijawab, pemegangLangkah } from './wewenang.ts'

/** One thing that waits for somebody: who holds the ball, since when, and why again. */
export type TugasTerbuka = {
  readonly langkah: string
  readonly nomor: string
  readonly uraian: string
  readonly jenis: JenisLangkah
  /** what is asked: do the step, do one part of it, decide, or answer what was handed over */
  readonly sebagai: 'MENGERJAKAN' | 'BAGIAN' | 'MEMUTUSKAN' | 'MENJAWAB'
  /** columns of the SOP that hold it; any of them */
  readonly pemegang: readonly string[]
  readonly dibantu: readonly string[]
  readonly bagian: { readonly kunci: string; readonly unitId: string | null } | null
  readonly putaran: number
  readonly sejak: string
  readonly alasanKembali: string | null
}

/** Everything that waits in a running siklus, in the order of the SOP; an open part of a step each for itself. */
export function tugasTerbuka(definisi: DefinisiSop, keadaan: Keadaan): TugasTerbuka[] {
  return langkahTerbuka(keadaan).flatMap((kode): TugasTerbuka[] => {
    const langkah = cariLangkah(definisi, kode)
    const isi = keadaan.langkah[kode]
    if (!langkah || !isi) return []
    const dasar = {
      langkah: kode,
      nomor: langkah.nomor,
      uraian: langkah.uraian,
      jenis: langkah.jenis,
      dibantu: langkah.dibantu,
    }
    const diminta = permintaan(langkah, isi)
    if (isi.bagian.length === 0) {
      return [
        {
          ...dasar,
          sebagai: diminta,
          pemegang: pemegangLangkah(langkah, isi),
          bagian: null,
          putaran: isi.putaran,
          sejak: isi.diteruskanPada ?? isi.dibukaPada ?? keadaan.dimulaiPada,
          alasanKembali: isi.dikembalikan?.alasan ?? null,
        },
      ]
    }
    return bagianGiliran(langkah, isi).map((b) => ({
      ...dasar,
      sebagai: langkah.keputusan ? 'MEMUTUSKAN' : 'BAGIAN',
      pemegang: b.pelaksana === null ? langkah.pelaksana : [b.pelaksana],
      bagian: { kunci: b.kunci, unitId: b.unitId },
      putaran: b.putaran,
      sejak: b.dibukaPada ?? keadaan.dimulaiPada,
      alasanKembali: b.dikembalikan?.alasan ?? null,
    }))
  })
}

function permintaan(langkah: LangkahSop, isi: KeadaanLangkah): TugasTerbuka['sebagai'] {
  if (dijawab(langkah) && isi.diteruskanPada === null) return 'MENGERJAKAN'
  if (langkah.keputusan) return 'MEMUTUSKAN'
  return dijawab(langkah) ? 'MENJAWAB' : 'MENGERJAKAN'
}
