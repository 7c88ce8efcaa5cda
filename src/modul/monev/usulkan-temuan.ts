import type { BasisData } from '../../inti/basis-data/index.ts'
import { galat } from '../../inti/galat/index.ts'
import type { Pelaku } from '../../inti/pelaku.ts'
import {
  ambilVersiLapor,
  type BarisRekap,
  type IsiRekap,
  teksCapaian,
  teksRealisasi,
  teksTarget,
} from '../rekap/index.ts'
import { type AlamatLangkah, ubahLangkah } from '../siklus/index.ts'
import { daftarTemuan } from './kueri.ts'
import { buatTemuan, catat } from './simpan-temuan.ts'

export type UsulTemuan = {
  readonly indikatorId: string
  readonly unitId: string
  readonly temuan: string
  readonly penyebab: string
}
const WARNA_RENDAH: readonly string[] = ['merah', 'jingga']

/** What a recap shows that should be looked at, as findings in words of its data: low predicates, blank values. Pure. */
export function usulDariRekap(isi: IsiRekap): UsulTemuan[] {
  return isi.unit.flatMap((u) =>
    u.baris.flatMap((b) => {
      const temuan = kalimatTemuan(b)
      return temuan === '' ? [] : [{ indikatorId: b.indikatorId, unitId: u.unitId, temuan, penyebab: b.kendala }]
    }),
  )
}

function kalimatTemuan(b: BarisRekap): string {
  if (b.status === 'KOSONG') return 'Realisasi yang jatuh tempo belum dilaporkan.'
  if (!b.predikat || !WARNA_RENDAH.includes(b.predikat.warna)) return ''
  return `Capaian ${teksCapaian(b.capaian)} (${b.predikat.nama}): realisasi ${teksRealisasi(b)} dari target ${teksTarget(b)}.`
}

/** Adds what the recap of the siklus shows and no finding is about yet; returns how many. Throws Galat 403, 404, 409. */
export const usulkanTemuan = (db: BasisData, pelaku: Pelaku, alamat: AlamatLangkah): Promise<number> =>
  ubahLangkah(db, pelaku, alamat, async (tx, konteks) => {
    const [rekap] = await ambilVersiLapor(tx, pelaku, konteks.siklus, { batas: 1 })
    if (!rekap) throw galat.bentrok('Belum ada rekap yang dibekukan pada siklus ini.')
    const ada = new Set((await daftarTemuan(tx, konteks)).map((t) => t.indikatorId))
    const usul = usulDariRekap(rekap.isi).filter((u) => !ada.has(u.indikatorId))
    for (const u of usul)
      await buatTemuan(tx, konteks, { ...u, rekomendasi: '', pegawaiId: null, penanggungJawab: '', tenggat: null })
    if (usul.length > 0)
      await catat(tx, pelaku, { konteks, peristiwa: 'monev.diusulkan', rincian: { jumlah: usul.length } })
    return usul.length
  })
