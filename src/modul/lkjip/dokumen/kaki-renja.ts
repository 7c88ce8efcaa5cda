import { type Blok, pihakPejabat } from '../../../inti/dokumen/index.ts'
import { pihakCamat } from '../../organisasi/index.ts'
import { BAGIAN_TEKS } from '../bagian-teks.ts'
import type { IsiLkjip } from '../lkjip.ts'
import { blokUmum } from './analisis.ts'
import type { LampiranLkjip } from './kantor-lkjip.ts'

/** As Formulir E.81 ends (Permendagri 86/2017): what helped, what hindered, what follows, and the two signatures. */
export const kakiRenja = (isi: IsiLkjip, lampiran: LampiranLkjip): Blok[] => [
  ...Object.entries(BAGIAN_TEKS.renja).flatMap(([bagian, { label }]) =>
    blokUmum(isi, { objek: 'renja', bagian, label }),
  ),
  tandaTangan(lampiran),
]

/** Drawn up by the Camat of the document's day, evaluated by the head of the Bappeda, who dates and signs by hand. */
function tandaTangan({ kantor: { tempat, kabupaten }, hari, camat }: LampiranLkjip): Blok {
  const penyusun = pihakCamat(camat, { tempat, hari })
  const penilai = pihakPejabat({ jabatan: `Kepala Bappeda ${kabupaten}`, nama: '' })
  return {
    jenis: 'tandaTangan',
    pihak: [
      { ...penyusun, pengantar: ['Disusun', ...(penyusun.pengantar ?? [])] },
      { ...penilai, pengantar: ['Dievaluasi', '......................, ......................'] },
    ],
  }
}
