import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import { namaPeriode, type Periode } from '../../inti/waktu/index.ts'
import { SQL_REKAP, TEKS_STATUS_FORMULIR } from '../formulir/index.ts'
import { type BarisRekap, teksCapaian } from '../rekap/index.ts'
import type { IsianPokok, JenisPokok } from './isian.ts'

/** What a note is about: its ids, its name, and how it stands now, in words that stay with the note. */
export type Pokok = {
  readonly jenis: JenisPokok
  readonly siklusId: string | null
  readonly unitId: string | null
  readonly indikatorId: string | null
  readonly perihal: string
  readonly keadaan: string
}

type Mentah = {
  readonly siklus: { nama: string; jenis: Periode['jenis']; tahun: number; nomor: number } | null
  readonly unit: string | null
  readonly indikator: { nama: string; unitId: string | null } | null
  readonly baris: Pick<BarisRekap, 'capaian' | 'predikat'> | null
  readonly formulir: keyof typeof TEKS_STATUS_FORMULIR | null
}

/** Reads what the Camat was looking at. Throws 404 for what is not of this office. One query. */
export async function ambilPokok(
  baca: BasisData['baca'] | Tx,
  pelaku: Pelaku,
  { siklus, unit, indikator }: IsianPokok,
): Promise<Pokok> {
  const kantor = pelaku.kecamatanId
  const [m] = await baca.$queryRaw<Mentah[]>`
    select
      (select json_build_object('nama', p.nama, 'jenis', s.jenis_periode, 'tahun', s.tahun, 'nomor', s.nomor_periode)
        from siklus s join sop p on p.id = s.sop_id where s.id = ${siklus}::uuid and s.kecamatan_id = ${kantor}::uuid) as siklus,
      (select nama from unit_kerja where id = ${unit}::uuid and kecamatan_id = ${kantor}::uuid) as unit,
      (select json_build_object('nama', nama, 'unitId', unit_id) from indikator
        where id = ${indikator}::uuid and kecamatan_id = ${kantor}::uuid) as indikator,
      (select b from ${SQL_REKAP} r, jsonb_array_elements(r.isi -> 'unit') u, jsonb_array_elements(u -> 'baris') b
        where r.siklus_id = ${siklus}::uuid and r.kecamatan_id = ${kantor}::uuid and b ->> 'indikatorId' = ${indikator}
          and u ->> 'unitId' = coalesce(${unit}, u ->> 'unitId') order by r.nomor_versi desc limit 1) as baris,
      (select f.status::text from formulir f where f.siklus_id = ${siklus}::uuid and f.unit_id = ${unit}::uuid
        and f.kecamatan_id = ${kantor}::uuid) as formulir`
  if (!m || (siklus && !m.siklus)) throw galat.tidakDitemukan('Siklus')
  if (unit && m.unit === null) throw galat.tidakDitemukan('Unit')
  if (indikator && !m.indikator) throw galat.tidakDitemukan('Indikator')
  const letak = { siklusId: siklus, indikatorId: indikator, unitId: unit ?? m.indikator?.unitId ?? null }
  return { ...letak, ...sebut(m) }
}

function sebut({ siklus, unit, indikator, baris, formulir }: Mentah): Pick<Pokok, 'jenis' | 'perihal' | 'keadaan'> {
  const kapan = siklus
    ? `${siklus.nama.replace(/^SOP /, '')}, ${namaPeriode({ jenis: siklus.jenis, tahun: siklus.tahun, nomor: siklus.nomor })}`
    : ''
  if (indikator) {
    const nilai = baris
      ? `Capaian ${teksCapaian(baris.capaian)}${baris.predikat ? ` (${baris.predikat.nama})` : ''}`
      : ''
    return { jenis: 'INDIKATOR', perihal: indikator.nama, keadaan: [nilai, kapan].filter(Boolean).join('. ') }
  }
  if (siklus && unit)
    return {
      jenis: 'FORMULIR',
      perihal: `formulir ${unit}`,
      keadaan: [formulir ? TEKS_STATUS_FORMULIR[formulir] : '', kapan].filter(Boolean).join('. '),
    }
  if (siklus) return { jenis: 'FORMULIR', perihal: kapan, keadaan: '' }
  return { jenis: 'UMUM', perihal: unit ?? 'pekerjaan kantor', keadaan: '' }
}
