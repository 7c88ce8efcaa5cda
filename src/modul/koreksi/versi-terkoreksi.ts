import { jsonKanonik } from '../../inti/json-kanonik.ts'
import { type AnggaranRekap, type BarisRekap, type IsiRekap, ringkasRekap } from '../rekap/index.ts'
import type { JenisAngka } from './kueri.ts'

const barisIsi = ({ unit }: IsiRekap): BarisRekap[] => unit.flatMap((u) => u.baris)
/** Of a sub kegiatan in several forms the row that counts. */
const anggaranIsi = ({ unit }: IsiRekap): AnggaranRekap[] => unit.flatMap((u) => u.anggaran).filter((a) => a.dihitung)

/** What each figure of a recap says, without what was computed of it, by indicator or sub kegiatan. */
const angka = (isi: IsiRekap): Map<string, string> =>
  new Map([
    ...barisIsi(isi).map(({ indikatorId, status, variabel, nilai, kategori, alasanTidakBerlaku }): [string, string] => [
      indikatorId,
      jsonKanonik({ status, variabel, nilai, kategori, alasanTidakBerlaku }),
    ]),
    ...anggaranIsi(isi).map(({ subKegiatanId, status, realisasi }): [string, string] => [
      subKegiatanId,
      jsonKanonik({ status, realisasi }),
    ]),
  ])

/**
 * Indicators and sub kegiatan whose figures stand in the forms or in the Kertas Kerja as they were approved. After a return
 * others are being changed there: those wait for the next approval. A Kertas Kerja is rolled up as a whole, so one changed row
 * holds all. Pure.
 */
export function angkaDisetujui(disetujui: IsiRekap, kini: IsiRekap): ReadonlySet<string> {
  const [dulu, ada] = [angka(disetujui), angka(kini)]
  const sama = new Set([...dulu.keys()].filter((id) => ada.get(id) === dulu.get(id)))
  return disetujui.pengukuran && sama.size < Math.max(dulu.size, ada.size) ? new Set() : sama
}

type Objek = { readonly jenis: JenisAngka; readonly objekId: string }
/**
 * The approved recap with one row as it is now: every other row, and the words beside this one, stay as they were approved.
 * Null when the row is not in it, or says the same. Pure.
 */
export function versiTerkoreksi(disetujui: IsiRekap, kini: IsiRekap, { jenis, objekId }: Objek): IsiRekap | null {
  const unit = jenis === 'ANGGARAN' ? gantiAnggaran(disetujui, kini, objekId) : gantiBaris(disetujui, kini, objekId)
  if (jsonKanonik(unit) === jsonKanonik(disetujui.unit)) return null
  return {
    ...disetujui,
    unit,
    ringkasan: ringkasRekap(unit, disetujui.batasRataRata),
    ...(disetujui.pengukuran && kini.pengukuran
      ? { pengukuran: { ...disetujui.pengukuran, gulungan: kini.pengukuran.gulungan } }
      : {}),
  }
}

function gantiBaris({ unit }: IsiRekap, kini: IsiRekap, objekId: string): IsiRekap['unit'] {
  const baru = barisIsi(kini).find((b) => b.indikatorId === objekId)
  const ganti = (b: BarisRekap): BarisRekap => (baru && b.indikatorId === objekId ? { ...baru, ...tulisan(b) } : b)
  return unit.map((u) => ({ ...u, baris: u.baris.map(ganti) }))
}

function gantiAnggaran({ unit }: IsiRekap, kini: IsiRekap, objekId: string): IsiRekap['unit'] {
  const baru = anggaranIsi(kini).find((a) => a.subKegiatanId === objekId)
  const ganti = (a: AnggaranRekap): AnggaranRekap =>
    baru && a.subKegiatanId === objekId && a.dihitung ? { ...baru, pagu: a.pagu } : a
  return unit.map((u) => ({ ...u, anggaran: u.anggaran.map(ganti) }))
}

const tulisan = (b: BarisRekap) => {
  const { kendala, faktorPendorong, tindakLanjut, keterangan, jumlahBukti, tanpaBukti, pengisi, pengisiId } = b
  return { kendala, faktorPendorong, tindakLanjut, keterangan, jumlahBukti, tanpaBukti, pengisi, pengisiId }
}
