import { type Pihak, pihakOrang, pihakPejabat } from '../../inti/dokumen/index.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import type { Kecamatan, Pejabat } from './kueri.ts'

/** Who signs as Camat among the holders of a date (`daftarPejabat`): the acting one before the definitive. Null: vacant. */
export const cariCamat = (pejabat: readonly Pejabat[]): Pejabat | null =>
  pejabat.find((p) => p.peran === 'CAMAT') ?? null

/** The Camat as signer at the place of the office on a day, 'Plt.' marked; vacant: the post above dots to write on. */
export function pihakCamat(
  camat: Pejabat | null,
  { tempat, hari }: Pick<Kecamatan, 'tempat'> & { readonly hari: string },
): Pihak {
  const letak = { tempat, tanggal: tanggalPanjang(hari) }
  return camat
    ? pihakOrang(camat, { ...letak, jabatan: camat.jabatanNama, jenisPenugasan: camat.jenisPenugasan })
    : pihakPejabat({ ...letak, jabatan: `Camat ${tempat}`, nama: '' })
}
