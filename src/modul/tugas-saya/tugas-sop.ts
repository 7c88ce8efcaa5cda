import { Prisma } from '../../inti/basis-data/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { tanggalLokal, tanggalPendek } from '../../inti/waktu/index.ts'
import { hakSop, sebutVersi } from '../sop/index.ts'
import type { Tugas } from './susun-tugas.ts'

/** A version of an SOP that waits for the Camat's decision, or came back from there. */
export type SopMenunggu = {
  readonly id: string
  readonly nama: string
  readonly nomorVersi: number
  readonly keadaan: 'DRAF' | 'DIAJUKAN'
  /** who submitted it or sent it back, when and why */
  readonly terakhir: { readonly waktu: string; readonly oleh: string; readonly catatan: string }
  readonly pengajuId: string | null
}

/** Submitted versions and drafts that were sent back. */
export const sqlSopMenunggu = (pelaku: Pelaku) => Prisma.sql`
    select v.id, p.nama, v.nomor_versi as "nomorVersi", v.status as keadaan, v.riwayat -> -1 as terakhir,
      jsonb_path_query_array(v.riwayat, '$[*] ? (@.tindakan == "AJUKAN").pegawaiId') ->> -1 as "pengajuId"
    from versi_sop v join sop p on p.id = v.sop_id
    where v.kecamatan_id = ${pelaku.kecamatanId}::uuid
      and (v.status = 'DIAJUKAN' or (v.status = 'DRAF' and v.riwayat -> -1 ->> 'tindakan' = 'KEMBALIKAN'))
    order by p.nama`

/** The Camat decides on a submitted version; who may submit it corrects what came back. */
export function tugasSop(s: SopMenunggu, pelaku: Pelaku): Tugas[] {
  const kembali = s.keadaan === 'DRAF'
  if (!hakSop(pelaku, s, kembali ? 'AJUKAN' : 'SAHKAN').boleh) return []
  return [
    {
      judul: `${kembali ? 'Perbaiki dan ajukan lagi' : 'Periksa dan sahkan'} ${s.nama}`,
      alamat: kembali ? `/sop/${s.id}` : `/sop/${s.id}/pengesahan`,
      periode: `SOP · ${sebutVersi(s)}`,
      dari: s.terakhir.oleh,
      sejak: `sejak ${tanggalPendek(tanggalLokal(new Date(s.terakhir.waktu), pelaku.zonaWaktu))}`,
      mengapa: kembali ? `Alasan: ${s.terakhir.catatan}` : 'SOP baru berlaku setelah Anda mengesahkannya.',
      status: kembali
        ? { kode: 'DIKEMBALIKAN', teks: 'Dikembalikan' }
        : { kode: 'MENUNGGU', teks: 'Menunggu pengesahan Anda' },
      tenggat: null,
      urutTenggat: null,
    },
  ]
}
