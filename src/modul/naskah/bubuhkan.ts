import type { Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { type KonteksLangkah, namaPelaksana, peranPelaksana } from '../siklus/index.ts'
import { ambilTandaTangan, type DokumenDitandatangani } from './kueri-tanda-tangan.ts'
import type { Penandatangan } from './penandatangan.ts'

export type Tanda = {
  readonly kolom: string
  readonly oleh: Penandatangan
  readonly sikap: 'SETUJU' | 'TOLAK'
  readonly cara: 'APLIKASI' | 'KERTAS'
  /** YYYY-MM-DD */
  readonly tanggal: string
  readonly alasan?: string
  readonly catatan?: string
  readonly berkasId?: string
  readonly dicatatOleh?: string
}

/** The document on the page must still be the one to be signed: nobody puts a name under what was not read. Throws 409. */
export async function pastikanDokumenSama(
  tx: Tx,
  konteks: KonteksLangkah,
  sidik: string,
): Promise<DokumenDitandatangani | null> {
  const { dokumen } = await ambilTandaTangan(tx, konteks)
  if ((dokumen?.sha256 ?? '') !== sidik) throw galat.sudahBerubah('Dokumen yang ditandatangani')
  return dokumen
}

/** One signature or refusal as a row of its own and in the audit trail, before the engine acts. */
export async function bubuhkan(
  tx: Tx,
  pelaku: Pelaku,
  { konteks, dokumen, tanda }: { konteks: KonteksLangkah; dokumen: DokumenDitandatangani | null; tanda: Tanda },
): Promise<void> {
  const { siklus, langkah } = konteks
  const { oleh, tanggal, alasan = '', catatan = '', dicatatOleh = '', berkasId = null, ...isi } = tanda
  const { id } = await tx.tandaTangan.create({
    data: {
      kecamatanId: pelaku.kecamatanId,
      siklusId: siklus.id,
      langkahId: langkah.id,
      putaran: langkah.putaran,
      dokumenId: dokumen?.id ?? null,
      sha256: dokumen?.sha256 ?? '',
      ...isi,
      ...oleh,
      alasan,
      catatan,
      dicatatOleh,
      berkasId,
      tanggal: new Date(tanggal),
      waktu: jam.sekarang(),
    },
    select: { id: true },
  })
  await catatJejak(tx, pelaku, {
    ...kejadian(tanda),
    objekJenis: 'tanda-tangan',
    objekId: id,
    siklusId: siklus.id,
    rincian: {
      dokumen: dokumen?.judul ?? 'dokumen di atas kertas',
      sha256: dokumen?.sha256 ?? '',
      kolom: namaPelaksana(konteks, [tanda.kolom]),
      penandatangan: `${oleh.nama}, ${oleh.jabatan}`,
      cara: tanda.cara,
      tanggal,
      alasan,
      putaran: langkah.putaran,
    },
    sebagai: peranPelaksana(konteks),
  })
}

function kejadian({ sikap, cara }: Tanda) {
  if (sikap === 'TOLAK') return { peristiwa: 'tanda-tangan.ditolak' }
  return cara === 'KERTAS' ? { peristiwa: 'tanda-tangan.dicatat' } : { peristiwa: 'tanda-tangan.dibubuhkan' }
}
