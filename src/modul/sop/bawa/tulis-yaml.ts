import { stringify } from 'yaml'
import type { DefinisiSop } from '../definisi.ts'
import { lepas } from '../draf/rangkaian.ts'

const KEPALA =
  '# SOP untuk Takar. Kunci yang tidak ditulis berarti bawaannya; langkah tanpa "berikutnya" lanjut ke langkah di bawahnya.\n'

/** A definition as the YAML that `bacaSopYaml` reads back unchanged; what has its default is left out. */
export function tulisSopYaml(definisi: DefinisiSop): string {
  const { identitas, pelaksana, catatan, ...sop } = definisi
  const isi = {
    kode: sop.kode,
    nama: sop.nama,
    tujuan: sop.tujuan,
    periode: sop.periode,
    identitas: {
      ...tanpaKosong({ ...identitas, dasarHukum: identitas.dasarHukum.map(tanpaKosong) }),
      disahkanOleh: tanpaKosong(identitas.disahkanOleh),
    },
    pelaksana: pelaksana.map(tanpaKosong),
    langkah: lepas(definisi).map((l) => {
      const { cara, opsional, tahanPertanyaan, berikutnya, keputusan, waktuBaku, ...lain } = l
      return {
        ...tanpaKosong({ ...lain, waktuBaku: tanpaKosong(waktuBaku) }),
        ...(cara === 'SEMUA' ? { cara } : {}),
        ...(opsional ? { opsional } : {}),
        ...(tahanPertanyaan ? { tahanPertanyaan } : {}),
        ...(keputusan ? { keputusan: tanpaTakTentu(keputusan) } : {}),
        ...(berikutnya ? { berikutnya } : {}),
      }
    }),
    ...tanpaKosong({ bolehMelewati: sop.bolehMelewati, catatan }),
  }
  return KEPALA + stringify(isi, { lineWidth: 120, aliasDuplicateObjects: false })
}

/** Without nulls and empty lists. */
const tanpaKosong = (isi: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(isi).filter(([, nilai]) => nilai !== null && !(Array.isArray(nilai) && nilai.length === 0)),
  )
const tanpaTakTentu = (isi: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(isi).filter(([, nilai]) => nilai !== undefined))
