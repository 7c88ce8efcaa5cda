import { type BasisData, transaksi } from '../../../inti/basis-data/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import { pastikanHakSop } from '../alur.ts'
import type { DefinisiSop } from '../definisi.ts'
import { kunciVersiSop } from '../draf/ubah-draf.ts'
import { buatSopBaru, buatVersiBerikut } from './buat-draf.ts'
import type { IsianSalinan } from './isian.ts'

/**
 * Copies a version as the draft of the next one, or as the first draft of another SOP. What belongs to an approval
 * (signatory, effective date) is left out. Throws Galat 403, 404, 409. Returns the id of the draft.
 */
export const salinSop = (db: BasisData, pelaku: Pelaku, id: string, { sebagai, nama }: IsianSalinan): Promise<string> =>
  transaksi(db, pelaku, async (tx) => {
    const asli = await kunciVersiSop(tx, pelaku, id)
    pastikanHakSop(pelaku, { keadaan: asli.keadaan, pengajuId: null }, 'SALIN')
    const naskah = { definisi: tanpaPengesahan(asli.definisi), asal: 'SALINAN', dariVersiId: id } as const
    if (sebagai === 'VERSI') return buatVersiBerikut(tx, pelaku, { ...naskah, sopId: asli.sopId, gantikan: false })
    const { identitas } = naskah.definisi
    const definisi = {
      ...naskah.definisi,
      kode: '',
      nama,
      identitas: { ...identitas, nomor: null, tanggalPembuatan: null },
    }
    return buatSopBaru(tx, pelaku, { ...naskah, definisi })
  })

function tanpaPengesahan(definisi: DefinisiSop): DefinisiSop {
  const kosong = { jabatan: null, nama: null, pangkat: null, nip: null }
  const identitas = { ...definisi.identitas, tanggalRevisi: null, tanggalEfektif: null, disahkanOleh: kosong }
  return { ...definisi, identitas }
}
