import { randomUUID } from 'node:crypto'
import { type BasisData, type Tx, transaksi } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Kesalahan } from '../../inti/http/index.ts'
import { catatJejak } from '../../inti/jejak/index.ts'
import { type Pelaku, type Peran, SEBUTAN_JENIS } from '../../inti/pelaku.ts'
import { tanggalPanjang } from '../../inti/waktu/index.ts'
import type { IsianPenugasan } from './isian.ts'
import type { JenisPenugasan } from './kueri.ts'
import { kunciPegawai } from './kueri-pegawai.ts'

export type Jabatan = { id: string; nama: string; peran: Peran; kepalaUnit: boolean }
type Tumpang = { pegawaiId: string; nama: string; jenis: JenisPenugasan; mulai: string; selesai: string | null }

/**
 * Gives a person a post. A structural post (Camat, Sekcam, head of a unit) has one definitive, Plt. or Pj. holder at a time;
 * one Plh. may stand beside. Nobody holds the same post twice at once. Field errors, or null when done.
 */
export const tugaskanPegawai = (
  db: BasisData,
  pelaku: Pelaku,
  pegawaiId: string,
  isian: IsianPenugasan,
): Promise<Kesalahan | null> =>
  transaksi(db, pelaku, (tx) => catatPenugasan(tx, pelaku, { pegawaiId, isian, sebagai: ['ADMIN'] }))

type Catatan = {
  readonly pegawaiId: string
  readonly isian: IsianPenugasan
  /** roles of the recorder, for the audit event */
  readonly sebagai: readonly Peran[]
  /** further rule on the locked post; the sentence of a refusal */
  readonly tolakJabatan?: (jabatan: Jabatan) => string | null
}

/** The assignment inside the caller's transaction. Field errors, or null when done; Galat 404, 409. */
export async function catatPenugasan(
  tx: Tx,
  pelaku: Pelaku,
  { pegawaiId, isian, sebagai, tolakJabatan = () => null }: Catatan,
): Promise<Kesalahan | null> {
  const pegawai = await kunciPegawai(tx, pelaku, { id: pegawaiId })
  if (!pegawai.aktif) throw galat.bentrok('Pegawai ini nonaktif. Aktifkan dahulu, lalu tugaskan.')
  const jabatan = await kunciJabatan(tx, pelaku, isian.jabatanId)
  if (!jabatan) return { jabatanId: 'Jabatan ini tidak ada atau sudah nonaktif. Pilih jabatan lain.' }
  const ditolak = tolakJabatan(jabatan)
  if (ditolak) return { jabatanId: ditolak }
  const bentrok = alasanBentrok(jabatan, { isian, pegawaiId, lain: await cariTumpangTindih(tx, pelaku, isian) })
  if (bentrok) return { jabatanId: bentrok }
  const id = randomUUID()
  await tx.$executeRaw`
      insert into penugasan (id, kecamatan_id, pegawai_id, jabatan_id, jenis, mulai, selesai, nomor_sk, tanggal_sk)
      values (${id}::uuid, ${pelaku.kecamatanId}::uuid, ${pegawaiId}::uuid, ${jabatan.id}::uuid, ${isian.jenis}::jenis_penugasan,
        ${isian.mulai}::date, ${isian.selesai}::date, ${isian.nomorSk}, ${isian.tanggalSk}::date)`
  await catatJejak(tx, pelaku, {
    peristiwa: 'penugasan.ditambah',
    objekJenis: 'penugasan',
    objekId: id,
    rincian: { ...isian, nama: pegawai.nama, jabatan: SEBUTAN_JENIS[isian.jenis] + jabatan.nama, pegawaiId },
    sebagai,
  })
  return null
}

/** The post stays locked, so that two assignments to it come one after the other. */
async function kunciJabatan(tx: Tx, pelaku: Pelaku, id: string): Promise<Jabatan | null> {
  const [baris] = await tx.$queryRaw<Jabatan[]>`
    select id, nama, peran, kepala_unit as "kepalaUnit" from jabatan
    where id = ${id}::uuid and kecamatan_id = ${pelaku.kecamatanId}::uuid and aktif for update`
  return baris ?? null
}

const cariTumpangTindih = (tx: Tx, pelaku: Pelaku, { jabatanId, mulai, selesai }: IsianPenugasan): Promise<Tumpang[]> =>
  tx.$queryRaw<Tumpang[]>`
    select p.id as "pegawaiId", p.nama, n.jenis, n.mulai::text as mulai, n.selesai::text as selesai
    from penugasan n join pegawai p on p.id = n.pegawai_id
    where n.jabatan_id = ${jabatanId}::uuid and n.kecamatan_id = ${pelaku.kecamatanId}::uuid
      and n.mulai <= coalesce(${selesai}::date, 'infinity') and coalesce(n.selesai, 'infinity') >= ${mulai}::date
    order by n.mulai`

type Bahan = { isian: Pick<IsianPenugasan, 'jenis'>; pegawaiId: string; lain: readonly Tumpang[] }
/** Why an assignment overlaps, as a sentence that names the other holder; null when it does not. Pure. */
export function alasanBentrok(jabatan: Omit<Jabatan, 'id'>, { isian, pegawaiId, lain }: Bahan): string | null {
  const sendiri = lain.find((l) => l.pegawaiId === pegawaiId)
  if (sendiri)
    return `Pegawai ini sudah memegang jabatan ${jabatan.nama} ${rentang(sendiri)}. Akhiri dahulu penugasan itu.`
  const struktural =
    jabatan.kepalaUnit || jabatan.peran === 'CAMAT' || jabatan.peran === 'SEKCAM' || jabatan.peran === 'KASI'
  if (!struktural) return null
  const plh = isian.jenis === 'PLH' ? lain.find((l) => l.jenis === 'PLH') : undefined
  if (plh)
    return `${jabatan.nama} sudah mempunyai Plh., yaitu ${plh.nama}, ${rentang(plh)}. Pilih tanggal lain, atau minta admin mengakhiri penugasan itu.`
  if (isian.jenis === 'PLH') return null
  const pemegang = lain.find((l) => l.jenis !== 'PLH')
  if (!pemegang) return null
  return `${jabatan.nama} masih dipegang ${pemegang.nama} (${SEBUTAN[pemegang.jenis]}) ${rentang(pemegang)}. Akhiri dahulu penugasan itu, atau pilih Plh. bila hanya berhalangan sementara.`
}

const SEBUTAN: Readonly<Record<JenisPenugasan, string>> = {
  DEFINITIF: 'definitif',
  PLT: 'Plt.',
  PLH: 'Plh.',
  PJ: 'Pj.',
}
const rentang = ({ mulai, selesai }: Pick<Tumpang, 'mulai' | 'selesai'>): string =>
  `sejak ${tanggalPanjang(mulai)}${selesai ? ` sampai ${tanggalPanjang(selesai)}` : ''}`
