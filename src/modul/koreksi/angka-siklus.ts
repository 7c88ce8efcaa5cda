import type { BasisData, Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import {
  type AngkaAnggaran,
  type AngkaKoreksi,
  ambilIsianSiklus,
  angkaTerkoreksi,
  type BarisAnggaranIsian,
  type KartuBaris,
  type KoreksiBaris,
} from '../formulir/index.ts'
import { cariKertasKerja, kartuUkur } from '../kertas-kerja/index.ts'
import { ambilRekapKini, ambilVersiRekap } from '../rekap/index.ts'
import { ambilSiklus, type BarisSiklus } from '../siklus/index.ts'
import { sumberRekap } from '../sop/index.ts'
import { bolehMengusulkan } from './alur.ts'
import { type KartuAnggaran, sudahDisetujui } from './kueri.ts'
import { angkaDisetujui } from './versi-terkoreksi.ts'

type Pembaca = Tx | BasisData['baca']
type Milik = { readonly unitId: string; readonly unit: string }
/** A figure as it is now, with the koreksi so far over it: of an indicator, or the money spent for a sub kegiatan. */
export type AngkaSiklus = AngkaIndikator | AngkaUang
export type AngkaIndikator = Milik & {
  readonly jenis: 'INDIKATOR'
  readonly objekId: string
  readonly kartu: KartuBaris
  readonly angka: AngkaKoreksi
}
export type AngkaUang = Milik & {
  readonly jenis: 'ANGGARAN'
  readonly objekId: string
  readonly kartu: KartuAnggaran
  readonly angka: AngkaAnggaran
}
/** Where a figure is found. */
export type AlamatAngka = { readonly siklusId: string; readonly objekId: string }
type Asal = AngkaKoreksi & { readonly indikatorId: string; readonly koreksi?: readonly KoreksiBaris[] }

/**
 * Figures of an approved siklus that this person may propose to correct. 404 for a siklus of another office, 409 while
 * nothing is approved (then they are sent back by the telaah) and where they were taken from another siklus (they are
 * corrected there).
 */
export async function ambilAngkaSiklus(
  baca: Pembaca,
  pelaku: Pelaku,
  siklusId: string,
): Promise<{ readonly siklus: BarisSiklus; readonly angka: readonly AngkaSiklus[] }> {
  const { siklus } = await ambilSiklus(baca, pelaku, siklusId)
  if (!(await sudahDisetujui(baca, pelaku, siklusId)))
    throw galat.bentrok(
      'Rekap siklus ini belum disetujui, jadi belum perlu koreksi: angkanya dikembalikan lewat telaah.',
    )
  const angka = await ambilSemuaAngka(baca, pelaku, siklus)
  return { siklus, angka: angka.filter((a) => bolehMengusulkan(pelaku, a.unitId)) }
}

/** One of them; 404 when it is not in this siklus or not in this person's charge. */
export async function ambilAngka(baca: Pembaca, pelaku: Pelaku, dari: AlamatAngka) {
  const { siklus, angka } = await ambilAngkaSiklus(baca, pelaku, dari.siklusId)
  const satu = angka.find((a) => a.objekId === dari.objekId)
  if (!satu) throw galat.tidakDitemukan('Angka itu')
  return { siklus, satu }
}

/** All figures of a siklus that stand as they were approved, whoever may correct them. */
export async function ambilSemuaAngka(baca: Pembaca, pelaku: Pelaku, siklus: BarisSiklus): Promise<AngkaSiklus[]> {
  const angka =
    sumberRekap(siklus.definisi) === 'KERTAS_KERJA'
      ? await dariKertas(baca, siklus)
      : await dariFormulir(baca, pelaku, siklus.id)
  const [versi] = await ambilVersiRekap(baca, pelaku, { siklusId: siklus.id, batas: 1 })
  if (!versi) return angka
  const tetap = angkaDisetujui(versi.isi, await ambilRekapKini(baca, pelaku, siklus))
  return angka.filter((a) => tetap.has(a.objekId))
}

async function dariFormulir(baca: Pembaca, pelaku: Pelaku, siklusId: string): Promise<AngkaSiklus[]> {
  const formulir = await ambilIsianSiklus(baca, pelaku, siklusId)
  const sudah = new Set<string>()
  return formulir.flatMap((f) => {
    const milik = { unitId: f.unitId, unit: f.unitNama }
    // money of a sub kegiatan counts once, where the recap counts it
    const uang = f.anggaran.filter((a) => !sudah.has(a.subKegiatanId) && sudah.add(a.subKegiatanId))
    return [...f.baris.map((b) => susun(b, b.kartu, milik)), ...uang.map((a) => susunUang(a, milik))]
  })
}

async function dariKertas(baca: Pembaca, siklus: BarisSiklus): Promise<AngkaSiklus[]> {
  const kertas = await cariKertasKerja(baca, siklus)
  if (kertas?.kepala.sumber === 'SIKLUS')
    throw galat.bentrok(
      `Angka siklus ini diambil dari ${kertas.kepala.sumberRincian.map((s) => s.nama).join('; ')}. Ajukan koreksinya di sana; hasil pengukuran ini ikut berubah.`,
    )
  return (kertas?.baris ?? []).map((b) =>
    susun(b, kartuUkur(b.kartu, b.metodologi), { unitId: b.unitId, unit: b.unit }),
  )
}

function susun(b: Asal, kartu: KartuBaris, { unitId, unit }: Milik): AngkaSiklus {
  const { status, variabel, kategori, nilai, alasanTidakBerlaku } = angkaTerkoreksi(b)
  const angka = { status, variabel, kategori, nilai, alasanTidakBerlaku }
  return { jenis: 'INDIKATOR', objekId: b.indikatorId, unitId, unit, kartu, angka }
}

function susunUang(b: BarisAnggaranIsian, { unitId, unit }: Milik): AngkaSiklus {
  const { subKegiatanId: objekId, kode, nama, pagu, status, realisasi, keterangan } = angkaTerkoreksi(b)
  return {
    jenis: 'ANGGARAN',
    objekId,
    unitId,
    unit,
    kartu: { kode, nama, pagu },
    angka: { status, realisasi, keterangan },
  }
}
