import { type BasisData, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { type Pelaku, type Peran, punyaPeran } from '../../inti/pelaku.ts'
import { hariIni } from './hari-ini.ts'
import type { IsianPlh } from './isian.ts'
import { berlakuPada, type Pembaca } from './kueri.ts'
import { catatPenugasan, type Jabatan } from './tugaskan-pegawai.ts'

export { isianPlh } from './isian.ts'

/** Who names a Plh. besides the admin, who records any assignment. */
export const PENUNJUK_PLH: readonly Peran[] = ['CAMAT', 'SEKCAM']
/** Posts that give no part in an SOP: only the admin assigns them. */
const BUKAN_UNTUK_PLH: readonly Peran[] = ['ADMIN', 'PENGAMAT', 'DESA']

/**
 * Names a Plh. for a post of the office from day to day, by decree. The rules of every assignment hold (one Plh. at a
 * time); nobody names themselves, and the Camat's Plh. is recorded by the Camat or the admin only. Rights begin with the
 * first day and end after the last. Field errors, or null when done; Galat 403, 404, 409.
 */
export const tunjukPlh = (db: BasisData, pelaku: Pelaku, isian: IsianPlh): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, async (tx) => {
    if (!punyaPeran(pelaku, PENUNJUK_PLH))
      throw galat.tidakBerwenang('Plh. ditunjuk oleh Camat atau Sekretaris Kecamatan, atau dicatat admin.')
    const { pegawaiId, ...surat } = isian
    if (pegawaiId === pelaku.pegawaiId)
      return { pegawaiId: 'Anda tidak dapat menunjuk diri sendiri. Minta admin mencatatnya bila memang demikian.' }
    if (surat.mulai < hariIni(pelaku))
      return { mulai: 'Plh. berlaku mulai hari ini atau sesudahnya. Yang sudah lewat dicatat admin.' }
    return catatPenugasan(tx, pelaku, {
      pegawaiId,
      isian: { ...surat, jenis: 'PLH' },
      sebagai: PENUNJUK_PLH,
      tolakJabatan: (jabatan) => alasanTidakDitunjuk(jabatan, pelaku),
    })
  })

function alasanTidakDitunjuk({ nama, peran }: Jabatan, pelaku: Pelaku): string | null {
  if (BUKAN_UNTUK_PLH.includes(peran)) return `Plh. ${nama} hanya dicatat oleh admin.`
  if (peran === 'CAMAT' && !punyaPeran(pelaku, ['CAMAT']))
    return `Plh. ${nama} bukan ditunjuk Sekretaris Kecamatan. Yang mencatatnya Camat atau admin.`
  return null
}

export type PilihanPlh = {
  /** posts a Plh. may be named for, each with today's holders ("kosong": null) */
  readonly jabatan: readonly {
    readonly id: string
    readonly kode: string
    readonly nama: string
    readonly peran: Peran
    readonly unitKode: string | null
    readonly pemangku: string | null
  }[]
  /** active people besides the one who asks; without an account nobody can act in the application */
  readonly pegawai: readonly { readonly id: string; readonly nama: string; readonly punyaAkun: boolean }[]
}

/** What the person may choose from. One query. */
export async function ambilPilihanPlh(baca: Pembaca, pelaku: Pelaku): Promise<PilihanPlh> {
  const [pilihan] = await baca.$queryRaw<PilihanPlh[]>`
    select
      (select coalesce(json_agg(json_build_object('id', j.id, 'kode', j.kode, 'nama', j.nama, 'peran', j.peran, 'unitKode', u.kode,
          'pemangku', (select string_agg(p.nama, ', ' order by p.nama) from penugasan n join pegawai p on p.id = n.pegawai_id
            where n.jabatan_id = j.id and ${berlakuPada(hariIni(pelaku))})) order by u.urut nulls first, j.urut, j.nama), '[]')
        from jabatan j left join unit_kerja u on u.id = j.unit_id
        where j.kecamatan_id = ${pelaku.kecamatanId}::uuid and j.aktif and not (j.peran::text = any (${BUKAN_UNTUK_PLH}))) as jabatan,
      (select coalesce(json_agg(json_build_object('id', p.id, 'nama', p.nama,
          'punyaAkun', exists (select 1 from akun a where a.pegawai_id = p.id and a.aktif)) order by p.nama), '[]')
        from pegawai p where p.kecamatan_id = ${pelaku.kecamatanId}::uuid and p.aktif and p.id <> ${pelaku.pegawaiId}::uuid) as pegawai`
  const { jabatan, pegawai } = pilihan ?? { jabatan: [], pegawai: [] }
  return { jabatan: jabatan.filter((j) => alasanTidakDitunjuk({ ...j, kepalaUnit: false }, pelaku) === null), pegawai }
}
