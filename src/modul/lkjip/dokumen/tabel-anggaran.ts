import { TANPA_NILAI } from '../../../inti/angka/index.ts'
import type { BarisTabel, BlokTabel, Sel } from '../../../inti/dokumen/index.ts'
import { subPendukung } from '../../perencanaan/index.ts'
import type { CapaianIndikator, CapaianSasaran } from '../capaian.ts'
import {
  type Efisiensi,
  hitungEfisiensiUang,
  hitungUang,
  perKegiatan,
  perProgram,
  rataCapaian,
  semuaSetahun,
  type Uang,
} from '../efisiensi.ts'
import type { SubAnggaran } from '../kueri-anggaran.ts'
import { BELUM_ADA_HASIL } from '../tanpa-hasil.ts'
import { angka, kepala, lebar, rumusSerapan, selPersen, selRupiah, tengah } from './sel.ts'

const KOLOM = [lebar(22), lebar(52), angka(24), angka(24), angka(14)]
const KEPALA = kepala('Kode', 'Program, kegiatan, sub kegiatan', 'Pagu', 'Realisasi', 'Serapan')

/** Use of money: what one row shows; sums are formulas over the rows they are made of. */
const selUang = ({ pagu, realisasi, serapan }: Uang, jumlah?: { pagu: string; realisasi: string }): Sel[] => [
  selRupiah(pagu, jumlah ? { rumus: jumlah.pagu } : {}),
  selRupiah(realisasi, jumlah ? { rumus: jumlah.realisasi } : {}),
  selPersen(serapan, { rumus: rumusSerapan(3, 4) }),
]

const jumlahBaris = (baris: readonly number[]) => ({
  pagu: `SUM(${baris.map((b) => `[3,${b}]`).join(',')})`,
  realisasi: `SUM(${baris.map((b) => `[4,${b}]`).join(',')})`,
})

/** Budget and its use down to sub kegiatan; every sub kegiatan once, kegiatan, programs and total are sums of it. */
export function tabelAnggaran(anggaran: readonly SubAnggaran[], judul: string): BlokTabel {
  const isi: BarisTabel[] = []
  const barisProgram: number[] = []
  for (const program of perProgram(anggaran)) {
    const letakProgram = isi.push({ gaya: 'subjudul', sel: [] })
    const barisKegiatan: number[] = []
    for (const kegiatan of perKegiatan(program.sub)) {
      const letak = isi.push({ sel: [] })
      const barisSub = kegiatan.sub.map((s) => isi.push({ sel: [s.kode, s.nama, ...selSub(s)] }))
      isi[letak - 1] = {
        sel: tebal([kegiatan.kode, kegiatan.nama, ...selUang(hitungUang(kegiatan.sub), jumlahBaris(barisSub))]),
      }
      barisKegiatan.push(letak)
    }
    const uang = selUang(hitungUang(program.sub), jumlahBaris(barisKegiatan))
    isi[letakProgram - 1] = { gaya: 'subjudul', sel: [program.kode, program.nama, ...uang] }
    barisProgram.push(letakProgram)
  }
  const semua = hitungUang(anggaran)
  isi.push({ gaya: 'jumlah', sel: ['', 'Jumlah', ...selUang(semua, jumlahBaris(barisProgram))] })
  return { jenis: 'tabel', judul, huruf: 'kecil', kolom: KOLOM, kepala: KEPALA, isi, ...catatanUang(semua) }
}

const tebal = (sel: readonly Sel[]): Sel[] =>
  sel.map((s) => (typeof s === 'string' ? { teks: s, tebal: true } : Array.isArray(s) ? s : { ...s, tebal: true }))

const selSub = (s: SubAnggaran): Sel[] => {
  const { serapan } = hitungUang([s])
  return [selRupiah(s.pagu), selRupiah(s.realisasi), selPersen(serapan, { rumus: rumusSerapan(3, 4) })]
}

const catatanUang = ({ hilang }: Uang) =>
  hilang > 0
    ? { catatan: [`${hilang} sub kegiatan belum tercatat realisasinya; tidak dihitung nol dalam jumlah realisasi.`] }
    : {}

/** Programs and kegiatan that support a sasaran (comparison 7 of Bab III). */
export function tabelPenunjang(anggaran: readonly SubAnggaran[], judul: string): BlokTabel {
  const isi: BarisTabel[] = []
  for (const program of perProgram(anggaran)) {
    const letak = isi.push({ gaya: 'subjudul', sel: [] })
    const baris = perKegiatan(program.sub).map((k) =>
      isi.push({ sel: [k.kode, k.nama, ...selUang(hitungUang(k.sub))] }),
    )
    isi[letak - 1] = {
      gaya: 'subjudul',
      sel: [program.kode, program.nama, ...selUang(hitungUang(program.sub), jumlahBaris(baris))],
    }
  }
  const uang = hitungUang(anggaran)
  return { jenis: 'tabel', judul, huruf: 'kecil', kolom: KOLOM, kepala: KEPALA, isi, ...catatanUang(uang) }
}

type BarisEfisiensi = { readonly nama: string; readonly efisiensi: Efisiensi }

/** Capaian against serapan (comparison 6 of Bab III). */
function tabelEfisiensi(judul: string, sebutan: string, baris: readonly BarisEfisiensi[]): BlokTabel {
  return {
    jenis: 'tabel',
    judul,
    huruf: 'kecil',
    kolom: [tengah(8), lebar(34), angka(27), angka(25), angka(14), angka(14), angka(13), lebar(17)],
    kepala: kepala('No', sebutan, 'Pagu', 'Realisasi', 'Serapan', 'Capaian', 'Selisih', 'Efisiensi'),
    isi: baris.map(({ nama, efisiensi: { uang, capaian, setahun, hasil } }, ke) => ({
      sel: [
        `${ke + 1}`,
        nama,
        selRupiah(uang.pagu),
        selRupiah(uang.realisasi),
        selPersen(uang.serapan, { rumus: rumusSerapan(3, 4) }),
        selPersen(capaian),
        hasil.selisih === null
          ? TANPA_NILAI
          : selPersen({ ...NILAI, nilai: hasil.selisih }, { rumus: 'ROUND([6]-[5],2)' }),
        setahun ? SEBUTAN[hasil.status] : 'Belum setahun',
      ],
    })),
    catatan: [
      'Selisih = capaian − serapan: lebih dari 5 efisien, antara −5 dan 5 cukup efisien, kurang dari −5 tidak efisien.',
    ],
  }
}
const NILAI = { jenis: 'NILAI', mentah: '', rumus: '', peringatan: [], versi: '' } as const
const SEBUTAN = {
  EFISIEN: 'Efisien',
  CUKUP_EFISIEN: 'Cukup efisien',
  TIDAK_EFISIEN: 'Tidak efisien',
  BELUM_DILAKSANAKAN: 'Belum dilaksanakan',
  TIDAK_DAPAT_DIHITUNG: 'Tidak dapat dihitung',
} as const

/** Efficiency of the money that serves each indicator of a sasaran; the same money may stand in several rows and is not added up. */
export function efisiensiIndikator(
  sasaran: CapaianSasaran,
  anggaran: readonly SubAnggaran[],
  judul: string,
): BlokTabel {
  const baris = sasaran.indikator.map((i) => ({ nama: i.nama, efisiensi: efisiensiSatu(i, anggaran) }))
  const tabel = tabelEfisiensi(judul, 'Indikator', baris)
  return {
    ...tabel,
    catatan: [
      ...(tabel.catatan ?? []),
      'Anggaran yang mendukung beberapa indikator tampil pada tiap indikator dan tidak dijumlahkan antarbaris.',
    ],
  }
}

export const efisiensiSatu = (i: CapaianIndikator, anggaran: readonly SubAnggaran[]): Efisiensi =>
  hitungEfisiensiUang(i.kini?.capaian ?? BELUM_ADA_HASIL, subPendukung(i, anggaran), { setahun: semuaSetahun([i]) })

/** Per sasaran: mean capaian of its IKU against the use of the programs that support it. */
export const efisiensiSasaran = (sasaran: readonly CapaianSasaran[], anggaran: readonly SubAnggaran[], judul: string) =>
  tabelEfisiensi(
    judul,
    'Sasaran',
    sasaran.map((s) => ({
      nama: s.uraian,
      efisiensi: hitungEfisiensiUang(
        s.capaian.capaian,
        anggaran.filter((a) => a.sasaranId === s.id),
        { setahun: semuaSetahun(s.indikator) },
      ),
    })),
  )

/** Per program: mean capaian of the indicators at and below it against its use of money. */
export const efisiensiProgram = (ikk: readonly CapaianIndikator[], anggaran: readonly SubAnggaran[], judul: string) =>
  tabelEfisiensi(
    judul,
    'Program',
    perProgram(anggaran).map((p) => ({
      nama: `${p.kode} ${p.nama}`,
      efisiensi: efisiensiSatuProgram(
        ikk.filter((i) => i.programId === p.id),
        p.sub,
      ),
    })),
  )

const efisiensiSatuProgram = (ikk: readonly CapaianIndikator[], sub: readonly SubAnggaran[]): Efisiensi =>
  hitungEfisiensiUang(rataCapaian(ikk), sub, { setahun: semuaSetahun(ikk) })
