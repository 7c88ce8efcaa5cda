import type { Kesalahan } from '../../../inti/http/index.ts'
import type { IsiBuku, NilaiBaris, SalahBaris } from '../../impor/index.ts'
import type { BarisPagu, DokumenAnggaran, JenisAnggaran } from './kueri.ts'
import { periksaUrutan } from './simpan-dokumen.ts'

/** What is there before an import: documents with their amounts, and the sub kegiatan of the year. */
export type AnggaranAda = {
  readonly tahun: number
  readonly dokumen: readonly (DokumenAnggaran & { readonly pagu: readonly BarisPagu[] })[]
  readonly sub: readonly BarisPagu[]
}
const kecil = (teks: string | null | undefined): string => (teks ?? '').trim().toLowerCase()
/** A document as its row names it: kind and day. */
export const kunciDokumen = ({ jenis, berlakuSejak }: NilaiBaris): string => `${jenis} ${berlakuSejak}`
export const cariSub = (sub: readonly BarisPagu[], { kode, kelurahan }: NilaiBaris): BarisPagu | undefined =>
  sub.find((s) => s.kode === kode && kecil(s.kelurahan) === kecil(kelurahan))

/** Rules of both sheets, against what is there and against each other. Pure. */
export function periksaAnggaranBuku(isi: IsiBuku, ada: AnggaranAda): SalahBaris[] {
  return [
    ...(isi.dokumen ?? []).flatMap(({ nomor, nilai }) =>
      Object.entries(periksaKepala(nilai, { isi, ada })).map(([kolom, pesan]) => ({
        lembar: 'dokumen',
        nomor,
        kolom,
        pesan,
      })),
    ),
    ...(isi.pagu ?? []).flatMap(({ nomor, nilai }) =>
      Object.entries(periksaPagu(nilai, { isi, ada })).map(([kolom, pesan]) => ({
        lembar: 'pagu',
        nomor,
        kolom,
        pesan,
      })),
    ),
  ]
}

type Bahan = { readonly isi: IsiBuku; readonly ada: AnggaranAda }
const cariDokumen = (ada: AnggaranAda, nilai: NilaiBaris) =>
  ada.dokumen.find((d) => `${d.jenis} ${d.berlakuSejak}` === kunciDokumen(nilai))

/** A document that is there needs a reason after use; a new one must fit the order of the year. */
function periksaKepala(nilai: NilaiBaris, { isi, ada }: Bahan): Kesalahan {
  const punya = cariDokumen(ada, nilai)
  if (punya) return alasanKurang(punya, nilai, isi)
  const calon = dariBaris(nilai)
  if (!calon.berlakuSejak.startsWith(`${ada.tahun}-`))
    return { berlakuSejak: `Tanggal berlakunya dalam tahun ${ada.tahun}.` }
  const baru = (isi.dokumen ?? []).filter(
    (b) => !cariDokumen(ada, b.nilai) && kunciDokumen(b.nilai) !== kunciDokumen(nilai),
  )
  return (
    periksaUrutan([...ada.dokumen, ...baru.map((b) => ({ ...dariBaris(b.nilai), id: kunciDokumen(b.nilai) }))], {
      ...calon,
      id: null,
    }) ?? {}
  )
}

function periksaPagu(nilai: NilaiBaris, { isi, ada }: Bahan): Kesalahan {
  const dokumen = cariDokumen(ada, nilai)
  const kepala = (isi.dokumen ?? []).filter((b) => kunciDokumen(b.nilai) === kunciDokumen(nilai))
  if (!cariSub([...ada.sub, ...(dokumen?.pagu ?? [])], nilai))
    return { kode: 'Sub kegiatan (dan kelurahan) ini tidak ada pada Renstra tahun ini.' }
  if (!dokumen)
    return kepala.length > 0 ? {} : { berlakuSejak: 'Dokumen ini tidak ada. Tulis dahulu pada lembar Dokumen.' }
  if (!dokumen.dipakai || cariSub(dokumen.pagu, nilai)?.pagu === nilai.pagu) return {}
  if (kepala.some((b) => kecil(b.nilai.alasan) !== kecil(dokumen.alasanUbah))) return {}
  return { pagu: 'Anggaran ini sudah dipakai pada formulir. Tulis alasan perubahannya pada lembar Dokumen.' }
}

export const dariBaris = ({ jenis, berlakuSejak }: NilaiBaris) => ({
  id: 'baru',
  jenis: (jenis ?? 'DPA') as JenisAnggaran,
  berlakuSejak: berlakuSejak ?? '',
})

/** A reason of its own for each change after use, and none without a change. */
function alasanKurang(punya: AnggaranAda['dokumen'][number], nilai: NilaiBaris, isi: IsiBuku): Kesalahan {
  const kepala = (nilai.nomor ?? '') !== punya.nomor || (nilai.tanggal ?? null) !== punya.tanggal
  const pagu = (isi.pagu ?? []).some(
    (b) => kunciDokumen(b.nilai) === kunciDokumen(nilai) && cariSub(punya.pagu, b.nilai)?.pagu !== b.nilai.pagu,
  )
  const baru = (nilai.alasan ?? '') !== punya.alasanUbah
  if (!kepala && !pagu)
    return baru && 'alasan' in nilai ? { alasan: 'Alasan hanya ditulis bila ada yang berubah.' } : {}
  return punya.dipakai && (!baru || (nilai.alasan ?? '').length < 10)
    ? { alasan: 'Anggaran ini sudah dipakai pada formulir. Tulis alasan perubahan kali ini, minimal 10 huruf.' }
    : {}
}
