import type { Tx } from '../../../inti/basis-data/index.ts'
import { galat } from '../../../inti/galat/index.ts'
import type { Pelaku } from '../../../inti/pelaku.ts'
import type { IsiBuku, NilaiBaris, Perubahan, SalahBaris } from '../../impor/index.ts'
import { kunciUnsur, type RenstraAda } from './impor-ada.ts'
import { type BarisPaguIndikatif, daftarPaguIndikatif } from './kueri-pagu.ts'
import { bacaMatriksPagu, kolomPagu, paguDipakai, paguPada } from './pagu.ts'
import { tulisPagu } from './simpan-pagu.ts'

const cariSub = (sub: readonly BarisPaguIndikatif[], nilai: NilaiBaris): BarisPaguIndikatif | undefined =>
  sub.find((s) => kunciUnsur('sub', { kode: s.kode, kelurahan: s.kelurahan }) === kunciUnsur('sub', nilai))

/** Pagu indikatif of a sub kegiatan as its row of the workbook. */
export const barisPagu = (s: BarisPaguIndikatif, { renstra }: Pick<RenstraAda, 'renstra'>): NilaiBaris => ({
  kode: s.kode,
  kelurahan: s.kelurahan || null,
  nama: s.nama,
  ...Object.fromEntries(kolomPagu(renstra).map((k) => [k.kode, paguPada(s, k.tahun)])),
})

/** A row as the form of the matrix sends it: money as people write it, with the decimal comma. */
const barisMatriks = (nilai: NilaiBaris, sub: string): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(nilai).map(([k, v]) => [k, (v ?? '').replace('.', ',')])),
  sub,
})

/** Pagu of unknown sub kegiatan, below zero, or already the base of a budget or PK. Pure. */
export function periksaPaguBuku(isi: IsiBuku, ada: RenstraAda): SalahBaris[] {
  const baru = new Set((isi.sub ?? []).map((b) => kunciUnsur('sub', b.nilai)))
  return (isi.pagu ?? []).flatMap(({ nomor, nilai }) => {
    const tolak = (kolom: string | null, pesan: string) => ({ lembar: 'pagu', nomor, kolom, pesan })
    const punya = cariSub(ada.pagu, nilai)
    if (!punya && !baru.has(kunciUnsur('sub', nilai)))
      return [tolak('kode', 'Sub kegiatan dengan kode (dan kelurahan) ini tidak ada. Tulis dahulu pada lembarnya.')]
    const sub = punya ?? SUB_BARU
    const { ubah, salah } = bacaMatriksPagu([barisMatriks(nilai, sub.id)], { renstra: ada.renstra, sub: [sub] })
    return [
      ...Object.entries(salah).map(([bidang, pesan]) => tolak(bidang.split('.')[2] ?? null, pesan)),
      ...ubah
        .filter(paguDipakai)
        .map((u) =>
          tolak(
            `t${u.tahun}`,
            'Sudah menjadi dasar DPA atau Perjanjian Kinerja. Ubah pada halaman Pagu indikatif, dengan alasan.',
          ),
        ),
    ]
  })
}
/** Stands for a sub kegiatan that the same workbook adds. */
const SUB_BARU: BarisPaguIndikatif = {
  id: 'baru',
  kode: '',
  nama: '',
  kelurahan: '',
  kegiatanKode: '',
  kegiatan: '',
  programKode: '',
  program: '',
  pagu: [],
  tahunPakai: [],
}

type Terapan = { readonly perubahan: readonly Perubahan[]; readonly renstra: RenstraAda['renstra'] }
/** Writes the rows of pagu; a row that is taken away again becomes blank. Sub kegiatan of the same workbook stand already. */
export async function terapkanPagu(tx: Tx, pelaku: Pelaku, { perubahan, renstra }: Terapan): Promise<void> {
  const milik = perubahan.filter((p) => p.lembar === 'pagu')
  if (milik.length === 0) return
  const sub = await daftarPaguIndikatif(tx, pelaku, { ...renstra, kunci: true })
  const kosong = Object.fromEntries(kolomPagu(renstra).map((k) => [k.kode, null]))
  const baris = milik.flatMap(({ lama, baru }) => {
    const nilai = baru ?? { ...lama, ...kosong }
    const punya = cariSub(sub, nilai)
    return punya ? [barisMatriks(nilai, punya.id)] : []
  })
  const { ubah, salah } = bacaMatriksPagu(baris, { renstra, sub })
  if (Object.keys(salah).length > 0) throw galat.bentrok(Object.values(salah).join(' '))
  if (ubah.length > 0) await tulisPagu(tx, pelaku, { renstra, ubah, alasan: 'Impor Excel' })
}
