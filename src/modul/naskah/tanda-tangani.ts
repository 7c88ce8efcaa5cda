import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam, tanggalLokal } from '../../inti/waktu/index.ts'
import {
  type AlamatLangkah,
  type JalanPutusan,
  type KonteksLangkah,
  type Pembaca,
  type Penyelesaian,
  selesaikanLangkah,
} from '../siklus/index.ts'
import { bubuhkan, pastikanDokumenSama } from './bubuhkan.ts'
import { pastikanGiliranSaya } from './giliran-tanda-tangan.ts'
import type { IsianPenolakan, IsianTandaTangan } from './isian-tanda-tangan.ts'
import { ambilKantor } from './kueri-kantor.ts'
import { calonPenandatangan, type Penandatangan } from './penandatangan.ts'

/**
 * Signs in the application: person, post and moment are recorded under the document that was on the page; with the last
 * signature the step is finished (SOP Kecamatan Muara Papalik, langkah 13). No certified electronic signature. Throws
 * Galat 403, 404, 409.
 */
export const tandaTangani = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { isian, penyelesaian }: { readonly isian: IsianTandaTangan; readonly penyelesaian: Penyelesaian },
) =>
  selesaikanLangkah(db, pelaku, alamat, {
    penyelesaian,
    catatan: isian.catatan,
    sebelum: async (tx, konteks) => {
      const kolom = pastikanGiliranSaya(konteks, pelaku)
      const dokumen = await pastikanDokumenSama(tx, konteks, isian.sidik)
      if (!dokumen)
        throw galat.tidakSesuai(
          'Belum ada dokumen yang dapat ditandatangani di sini. Unggah pindaian dokumen yang ditandatangani di atas kertas.',
        )
      const oleh = await sayaSebagai(tx, pelaku, { konteks, kolom })
      const tanda = { kolom, oleh, sikap: 'SETUJU', cara: 'APLIKASI', tanggal: hariIni(pelaku) } as const
      await bubuhkan(tx, pelaku, { konteks, dokumen, tanda: { ...tanda, catatan: isian.catatan } })
    },
  })

/** Refuses with a reason; the document goes back to where the SOP says. Throws Galat 403, 404, 409, 422. */
export const tolakMenandatangani = (
  db: BasisData,
  pelaku: Pelaku,
  alamat: AlamatLangkah,
  { isian: { sidik, alasan }, jalan }: { readonly isian: IsianPenolakan; readonly jalan: JalanPutusan },
) =>
  selesaikanLangkah(db, pelaku, alamat, {
    penyelesaian: { putusan: { ...jalan, cakupan: { jenis: 'SEMUA' }, alasan }, tidakPerlu: [] },
    sebelum: async (tx, konteks) => {
      pastikanDapatMenolak(konteks)
      const kolom = pastikanGiliranSaya(konteks, pelaku)
      const dokumen = await pastikanDokumenSama(tx, konteks, sidik)
      const oleh = await sayaSebagai(tx, pelaku, { konteks, kolom })
      const tanda = { kolom, oleh, sikap: 'TOLAK', cara: 'APLIKASI', tanggal: hariIni(pelaku), alasan } as const
      await bubuhkan(tx, pelaku, { konteks, dokumen, tanda })
    },
  })

/** A refusal leads somewhere only where the SOP says so. Throws 422. */
export function pastikanDapatMenolak({ def }: Pick<KonteksLangkah, 'def'>): void {
  if (!def.keputusan)
    throw galat.tidakSesuai(
      'SOP ini tidak menyebut ke mana dokumen kembali bila ditolak. Sampaikan keberatan Anda kepada penyusunnya.',
    )
}

export const hariIni = (pelaku: Pelaku): string => tanggalLokal(jam.sekarang(), pelaku.zonaWaktu)

/** The acting person under the signature, in the post that stands behind the column. */
async function sayaSebagai(
  baca: Pembaca,
  pelaku: Pelaku,
  { konteks, kolom }: { konteks: KonteksLangkah; kolom: string },
): Promise<Penandatangan> {
  const k = konteks.siklus.definisi.pelaksana.find((p) => p.kode === kolom)
  const calon = k ? calonPenandatangan(k, await ambilKantor(baca, pelaku)) : []
  const { pegawaiId, nama, nip, pangkat } = pelaku
  return (
    calon.find((c) => c.pegawaiId === pegawaiId) ?? {
      pegawaiId,
      nama,
      jabatan: sebutanJabatan(pelaku, k?.peran),
      nip,
      sebutanNip: 'NIP.',
      pangkat: pangkat ?? '',
    }
  )
}
