import { createHash } from 'node:crypto'
import type { Tx } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import { jsonKanonik } from '../../inti/json-kanonik.ts'
import { type Pelaku, sebutanJabatan } from '../../inti/pelaku.ts'
import { jam } from '../../inti/waktu/index.ts'
import { ambilRekapKini, ambilVersiRekap, type IsiRekap, nomorTerakhir } from '../rekap/index.ts'
import { ambilSiklus, type BarisSiklus } from '../siklus/index.ts'
import { PEMUTUS_KOREKSI } from './alur.ts'
import { type Koreksi, SQL_DISETUJUI } from './kueri.ts'
import { ubahRiwayat } from './ubah-riwayat.ts'
import { angkaDisetujui, versiTerkoreksi } from './versi-terkoreksi.ts'

/** A siklus in which the figure shows, with its newest approved recap; null: it measures without one. */
type Terpakai = { readonly siklus: BarisSiklus; readonly disetujui: IsiRekap | null }

/**
 * Every siklus that uses the figure, its own first, locked until the koreksi is decided; asked before it takes effect. One
 * whose row is being changed after a return is left out: its next approval takes the koreksi along. Throws Galat 409 when
 * that is the own siklus.
 */
export async function kunciTerpakai(tx: Tx, pelaku: Pelaku, k: Koreksi): Promise<Terpakai[]> {
  const { siklus } = await ambilSiklus(tx, pelaku, k.siklusId)
  const semua = await tx.$queryRaw<{ id: string }[]>`
    select s.id from siklus s where s.kecamatan_id = ${pelaku.kecamatanId}::uuid and s.tahun = ${siklus.tahun} and ${SQL_DISETUJUI}
      and (s.id = ${k.siklusId}::uuid or s.akhir_periode >= ${siklus.akhirPeriode}::date and (
        exists (select 1 from baris_formulir b where b.siklus_id = s.id and b.indikator_id = ${k.objekId}::uuid)
        or exists (select 1 from baris_kertas_kerja b where b.siklus_id = s.id and b.indikator_id = ${k.objekId}::uuid)))
    order by s.id for update of s`
  const terpakai: Terpakai[] = []
  for (const { id } of semua) terpakai.push(...(await bacaTerpakai(tx, pelaku, { id, k })))
  const urut = ({ siklus: s }: Terpakai) => (s.id === k.siklusId ? '' : s.akhirPeriode)
  terpakai.sort((a, b) => urut(a).localeCompare(urut(b)))
  if (terpakai[0]?.siklus.id !== k.siklusId)
    throw galat.bentrok(
      'Angka siklus ini sedang diubah dan belum disetujui lagi. Tunggu sampai rekapnya disetujui, lalu putuskan koreksinya.',
    )
  return terpakai
}

async function bacaTerpakai(tx: Tx, pelaku: Pelaku, { id, k }: { id: string; k: Koreksi }): Promise<Terpakai[]> {
  const { siklus } = await ambilSiklus(tx, pelaku, id)
  const [versi] = await ambilVersiRekap(tx, pelaku, { siklusId: id, batas: 1 })
  if (!versi) return [{ siklus, disetujui: null }]
  const kini = await ambilRekapKini(tx, pelaku, siklus)
  return angkaDisetujui(versi.isi, kini).has(k.objekId) ? [{ siklus, disetujui: versi.isi }] : []
}

/** An approved koreksi takes effect: the history that later periods compare with, then a new version of every approved recap in which the figure shows. */
export async function terapkanKoreksi(
  tx: Tx,
  pelaku: Pelaku,
  { k, terpakai }: { k: Koreksi; terpakai: readonly Terpakai[] },
): Promise<void> {
  for (const { siklus } of terpakai) if (siklus.id === k.siklusId) await ubahRiwayat(tx, siklus, k)
  for (const satu of terpakai) await buatVersi(tx, pelaku, { ...satu, k })
}

/** Writes the approved recap with the koreksi, where that changes its row of the indicator. */
async function buatVersi(tx: Tx, pelaku: Pelaku, { siklus, disetujui, k }: Terpakai & { k: Koreksi }): Promise<void> {
  const kini = await ambilRekapKini(tx, pelaku, siklus)
  // an SOP that measures without a recap has no version to compare with: the first one is what the koreksi makes
  const dikoreksi = kini.unit.some((u) => u.baris.some((b) => b.indikatorId === k.objekId && b.koreksi))
  const isi = disetujui ? versiTerkoreksi(disetujui, kini, k) : dikoreksi ? kini : null
  if (!isi) return
  await tx.rekapKoreksi.create({
    data: {
      kecamatanId: pelaku.kecamatanId,
      siklusId: siklus.id,
      koreksiId: k.id,
      nomorVersi: (await nomorTerakhir(tx, pelaku, siklus.id)) + 1,
      isi: isi as object,
      sha256: createHash('sha256').update(jsonKanonik(isi)).digest('hex'),
      catatan: `Koreksi ${k.nama}: semula ${k.teksLama}, menjadi ${k.teksBaru}`,
      dibuatPada: jam.sekarang(),
      dibuatOleh: pelaku.nama,
      jabatanPembuat: sebutanJabatan(pelaku, PEMUTUS_KOREKSI),
    },
  })
}
