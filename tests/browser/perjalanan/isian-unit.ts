import { hitungNilai, type MasukanNilai } from '../../../src/modul/pengukuran/index.ts'
import type { AplikasiUji, OrangUji } from '../../bantuan/aplikasi.ts'

export type BarisUnit = {
  readonly id: string
  readonly kode: string
  readonly nama: string
  readonly jatuhTempo: boolean
  readonly buktiWajib: boolean
  /** what a unit might type: code of the variable → figure */
  readonly variabel: Readonly<Record<string, string>>
  readonly kategori: string | null
}
export type FormulirUnit = {
  readonly id: string
  readonly unit: string
  readonly nama: string
  readonly baris: readonly BarisUnit[]
  readonly anggaran: readonly { id: string; pagu: string }[]
}
type BarisMentah = {
  id: string
  kartu: MasukanNilai & { kode: string; nama: string; buktiWajib: boolean }
  target: { tw: (string | null)[]; tahunan: string | null; teks: string | null }
  jatuhTempo: boolean
}

/** The forms of a siklus of a triwulan with figures near their targets. */
export async function formulirSiklus(app: AplikasiUji, siklusId: string, triwulan = 2): Promise<FormulirUnit[]> {
  const formulir = await app.sql<{
    id: string
    unit: string
    nama: string
    baris: BarisMentah[] | null
    anggaran: { id: string; pagu: string }[] | null
  }>(
    `select f.id, u.kode as unit, u.nama,
       (select json_agg(json_build_object('id', b.id, 'kartu', b.kartu, 'target', b.target, 'jatuhTempo', b.jatuh_tempo) order by b.urut) from baris_formulir b where b.formulir_id = f.id) as baris,
       (select json_agg(json_build_object('id', a.id, 'pagu', a.pagu::text) order by a.urut) from baris_anggaran a where a.formulir_id = f.id) as anggaran
     from formulir f join unit_kerja u on u.id = f.unit_id where f.siklus_id = $1 order by f.urut`,
    [siklusId],
  )
  return formulir.map((f) => ({
    ...f,
    baris: (f.baris ?? []).map((b) => susunBaris(b, triwulan)),
    anggaran: f.anggaran ?? [],
  }))
}

function susunBaris({ id, kartu, target, jatuhTempo }: BarisMentah, triwulan: number): BarisUnit {
  const patokan = Number(target.tw[triwulan - 1] ?? target.tahunan ?? 80)
  const variabel = angka(kartu, patokan)
  const kategori = kartu.metode === 'KATEGORI' ? (target.teks ?? kartu.kategori?.[0]?.kode ?? null) : null
  const hasil = hitungNilai({ ...kartu, isian: variabel, kategoriTerpilih: kategori })
  if (hasil.jenis === 'KOSONG') throw new Error(`angka untuk ${kartu.kode} tidak terhitung`)
  return { id, kode: kartu.kode, nama: kartu.nama, jatuhTempo, buktiWajib: kartu.buktiWajib, variabel, kategori }
}

/** A share of one hundred for a percentage, otherwise the figure itself; whole numbers without thousands. */
function angka({ metode, variabel }: MasukanNilai, patokan: number): Record<string, string> {
  const isi =
    metode === 'PERSENTASE' || metode === 'RASIO'
      ? [patokan.toFixed(0), metode === 'RASIO' ? '1' : '100']
      : variabel.map(() => patokan.toFixed(0))
  return Object.fromEntries(variabel.map((v, i) => [v.kode, isi[i] ?? '1']))
}

/** A unit that is not in the picture: its people use the same forms, only quicker. */
export async function isiLewatFormulir(orang: OrangUji, formulir: FormulirUnit, serapan = 0.45): Promise<void> {
  const alamat = `/formulir/${formulir.id}`
  const $ = await orang.halaman(alamat)
  const isian: Record<string, string> = {}
  for (const el of $('main input[type=hidden]').get()) isian[String($(el).attr('name'))] = String($(el).val() ?? '')
  for (const b of formulir.baris) {
    for (const [kode, nilai] of Object.entries(b.variabel)) isian[`b.${b.id}.v.${kode}`] = nilai
    if (b.kategori !== null) isian[`b.${b.id}.kategori`] = b.kategori
  }
  for (const a of formulir.anggaran) isian[`a.${a.id}.realisasi`] = (Number(a.pagu) * serapan).toFixed(0)
  const simpan = await orang.kirim(alamat, isian)
  if (simpan.status !== 303)
    throw new Error(
      `${orang.nama} menyimpan ${formulir.nama}: ${simpan.status} ${simpan.text
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .slice(0, 800)}`,
    )
  for (const b of formulir.baris.filter((b) => b.jatuhTempo && b.buktiWajib)) {
    const bukti = await orang.kirim(`${alamat}/baris/${b.id}/bukti`, {
      jenis: 'kertas',
      tempatKertas: 'Map TW II, lemari arsip',
      tautan: '',
      keterangan: '',
    })
    if (bukti.status !== 303) throw new Error(`bukti ${b.kode}: ${bukti.status}`)
  }
}

/** The head of the unit hands in from the check page. */
export async function serahkanLewatFormulir(kepala: OrangUji, formulir: FormulirUnit): Promise<void> {
  const $ = await kepala.halaman(`/formulir/${formulir.id}/pemeriksaan`)
  const versi = String($('[name=versi]').last().val() ?? '')
  const serah = await kepala.kirim(`/formulir/${formulir.id}/penyerahan`, { versi })
  if (serah.status !== 303) throw new Error(`${formulir.nama} tidak dapat diserahkan: ${$('.catatan').text()}`)
}
