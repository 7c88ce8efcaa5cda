import type { Pelaku } from '../../inti/pelaku.ts'
import { namaPeriode } from '../../inti/waktu/index.ts'
import { SQL_REKAP } from '../formulir/index.ts'
import type { BarisSiklus, Pembaca } from '../siklus/index.ts'
import { type AngkaSumber, TANPA_ANGKA } from './ambil-angka.ts'
import type { BarisKertas, SumberRekap } from './kueri.ts'

/** A collection siklus of the same office and period, whether its data may be used yet or not. */
export type Pengumpulan = {
  readonly siklusId: string
  readonly nama: string
  readonly selesai: boolean
  /** its newest frozen recap is approved: by a telaah, or because the whole siklus is finished */
  readonly disetujui: boolean
  readonly rekapId: string | null
  readonly versi: number | null
  readonly sha256: string
}
type Mentah = Pengumpulan & { jenisPeriode: BarisSiklus['jenisPeriode']; tahun: number; nomorPeriode: number }

/** Collection siklus of the period of a measuring one, the approved first. One query, without the content of the recaps. */
export async function daftarPengumpulan(baca: Pembaca, pelaku: Pelaku, siklus: BarisSiklus): Promise<Pengumpulan[]> {
  const baris = await baca.$queryRaw<Mentah[]>`
    select s.id as "siklusId", p.nama, s.status = 'SELESAI' as selesai, r.id as "rekapId", r.nomor_versi as versi,
      coalesce(r.sha256, '') as sha256, s.jenis_periode as "jenisPeriode", s.tahun, s.nomor_periode as "nomorPeriode",
      r.id is not null and (s.status = 'SELESAI' or exists (select 1 from telaah t where t.rekap_id = r.id
        and t.kecamatan_id = s.kecamatan_id and t.keputusan = 'DISETUJUI') or r.koreksi_id is not null) as disetujui
    from siklus s join sop p on p.id = s.sop_id
      left join lateral (select x.id, x.nomor_versi, x.sha256, x.koreksi_id from ${SQL_REKAP} x where x.siklus_id = s.id
        and x.kecamatan_id = s.kecamatan_id order by x.nomor_versi desc limit 1) r on true
    where s.kecamatan_id = ${pelaku.kecamatanId}::uuid and s.id <> ${siklus.id}::uuid and p.tujuan = 'PENGUMPULAN'
      and s.status <> 'DIBATALKAN' and s.tahun = ${siklus.tahun} and s.jenis_periode = ${siklus.jenisPeriode}::jenis_periode
      and s.nomor_periode = ${siklus.nomorPeriode}
    order by disetujui desc, s.dimulai_pada desc`
  return baris.map(({ jenisPeriode, tahun, nomorPeriode, ...b }) => ({
    ...b,
    nama: `${b.nama.replace(/^SOP /, '')} ${namaPeriode({ jenis: jenisPeriode, tahun, nomor: nomorPeriode })}`,
  }))
}

export const rujukan = ({ siklusId, nama, rekapId, versi, sha256 }: Pengumpulan): SumberRekap => ({
  siklusId,
  nama,
  rekapId,
  versi,
  sha256,
})

/** What the Kertas Kerja takes of a row of a frozen recap. */
export type BarisSumber = {
  readonly barisId: string
  readonly indikatorId: string
  readonly kode: string
  readonly status: 'TERISI' | 'KOSONG' | 'TIDAK_BERLAKU' | 'BELUM_JATUH_TEMPO'
  readonly variabel: readonly { readonly nama: string; readonly nilai: string }[]
  readonly nilai: string | null
  /** as printed */
  readonly kategori: string | null
  readonly alasanTidakBerlaku: string
  readonly jumlahBukti: number
  readonly kendala: string
  readonly faktorPendorong: string
  readonly tindakLanjut: string
}

/** Rows of frozen recaps, in the order of the sources. One query. */
export async function ambilBarisSumber(
  baca: Pembaca,
  pelaku: Pelaku,
  sumber: readonly SumberRekap[],
): Promise<BarisSumber[]> {
  const id = sumber.flatMap((s) => s.rekapId ?? [])
  const rekap = await baca.$queryRaw<{ id: string; isi: { unit: { baris: BarisSumber[] }[] } }[]>`
    select r.id, r.isi from ${SQL_REKAP} r where r.kecamatan_id = ${pelaku.kecamatanId}::uuid and r.id = any(${id}::uuid[])`
  return rekap.sort((a, b) => id.indexOf(a.id) - id.indexOf(b.id)).flatMap((r) => r.isi.unit.flatMap((u) => u.baris))
}

/**
 * The figure of an indicator in frozen recaps: by the indicator itself, else by its code (the card got a new version in
 * between). Variables are known by their names there; null when no source has the indicator. Pure.
 */
export function angkaDariRekap(
  b: Pick<BarisKertas, 'indikatorId' | 'kartu'>,
  sumber: readonly BarisSumber[],
): AngkaSumber | null {
  const ada = sumber.find((s) => s.indikatorId === b.indikatorId) ?? sumber.find((s) => s.kode === b.kartu.kode)
  if (!ada) return null
  const catatanUnit = { kendala: ada.kendala, faktorPendorong: ada.faktorPendorong, tindakLanjut: ada.tindakLanjut }
  const dasar = { ...TANPA_ANGKA, sumberBarisId: ada.barisId, sumberBukti: ada.jumlahBukti, catatanUnit }
  if (ada.status === 'TIDAK_BERLAKU')
    return { ...dasar, status: 'TIDAK_BERLAKU', alasanTidakBerlaku: ada.alasanTidakBerlaku }
  if (ada.status !== 'TERISI') return dasar
  return {
    ...dasar,
    status: 'TERISI',
    nilai: ada.nilai,
    kategori: b.kartu.kategori.find((k) => (k.nama ?? k.kode) === ada.kategori)?.kode ?? null,
    variabel: Object.fromEntries(
      b.kartu.variabel.flatMap((v) => {
        const isi = ada.variabel.find((x) => x.nama === v.nama)
        return isi ? [[v.kode, isi.nilai]] : []
      }),
    ),
  }
}
