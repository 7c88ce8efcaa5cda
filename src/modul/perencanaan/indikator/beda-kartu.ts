import { formatAngka, TANPA_NILAI } from '../../../inti/angka/index.ts'
import type { IsianKartu } from './isi-kartu.ts'
import {
  AGREGASI,
  ARAH,
  FREKUENSI,
  METODE,
  PERAN_VARIABEL,
  POLARITAS,
  TEKS_ATURAN_NOL,
  TEKS_BATAS,
  TEKS_PEMBULATAN,
  VARIAN_MIN,
} from './istilah.ts'
import { LABEL_KARTU } from './label-kartu.ts'
import { teksStandar } from './rincian-kartu.ts'

/** Names of what a card refers to by id. */
export type NamaRujukan = {
  readonly unit: (id: string) => string
  readonly tempat: (tempat: IsianKartu['tempat']) => string
}
export type BedaKartu = { readonly label: string; readonly lama: string; readonly baru: string }

/** The content of a card field by field as it is read; only what differs from `lama` (all of it for a new card). Pure. */
export function bedaKartu(lama: IsianKartu | null, baru: IsianKartu, nama: NamaRujukan): BedaKartu[] {
  const kiri = lama ? teksIsi(lama, nama) : null
  return Object.entries(teksIsi(baru, nama)).flatMap(([bidang, teks]) => {
    const dulu = kiri?.[bidang] ?? TANPA_NILAI
    if (teks === dulu) return []
    return [{ label: LABEL_KARTU[bidang] ?? bidang, lama: dulu, baru: teks }]
  })
}

/** Every field of a card as text. */
function teksIsi(isi: IsianKartu, { unit, tempat }: NamaRujukan): Record<string, string> {
  const teks = {
    kode: isi.kode,
    jenis: isi.jenis,
    nama: isi.nama,
    satuan: isi.satuan,
    definisi: isi.definisi,
    tempat: tempat(isi.tempat),
    unitId: unit(isi.unitId),
    metode: METODE[isi.metode],
    variabel: isi.variabel.map(teksVariabel).join('; '),
    kategori: isi.kategori.map((k) => `${k.nama} (${k.kode}) = ${formatAngka(k.skor)}`).join('; '),
    ekspresi: isi.ekspresi,
    rumus: isi.rumus,
    desimal: String(isi.desimal),
    pembulatan: TEKS_PEMBULATAN[isi.pembulatan],
    polaritas: POLARITAS[isi.polaritas],
    varianMin: VARIAN_MIN[isi.varianMin === 'T/R' ? 'T/R' : '2T-R'],
    arah: ARAH[isi.arah],
    agregasi: AGREGASI[isi.agregasi],
    aturanNol: TEKS_ATURAN_NOL[isi.aturanNol],
    batasCapaian: isi.batasCapaian === null ? 'Mengikuti aturan tahunnya' : TEKS_BATAS[isi.batasCapaian],
    bobot: formatAngka(isi.bobot),
    sumberData: isi.sumberData,
    frekuensi: FREKUENSI[isi.frekuensi],
    buktiWajib: isi.buktiWajib ? 'Ya' : 'Tidak',
    aturanBukti: isi.aturanBukti,
    asal: isi.asal,
    standar: teksStandar(isi),
    smart: isi.smart.map((s) => [s.kode, s.jawaban.toLowerCase(), s.catatan].filter(Boolean).join(' ')).join('; '),
  }
  return Object.fromEntries(Object.entries(teks).map(([bidang, nilai]) => [bidang, nilai || TANPA_NILAI]))
}

function teksVariabel(v: IsianKartu['variabel'][number]): string {
  const rinci = [
    v.satuan,
    v.bobot === undefined ? '' : `bobot ${formatAngka(v.bobot)}`,
    v.peran ? PERAN_VARIABEL[v.peran].toLowerCase() : '',
  ]
  const dalam = [v.kode, ...rinci].filter(Boolean).join(', ')
  return `${v.nama} (${dalam})`
}
