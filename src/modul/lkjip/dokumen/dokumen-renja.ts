import { Desimal, TANPA_NILAI } from '../../../inti/angka/index.ts'
import { type BarisTabel, type Blok, type Dokumen, selLengkap } from '../../../inti/dokumen/index.ts'
import { bacaPredikat, type Hasil } from '../../pengukuran/index.ts'
import type { CapaianIndikator } from '../capaian.ts'
import { perProgram } from '../efisiensi.ts'
import { hitungKinerjaRenja, rataCapaianRenja } from '../evaluasi-renja.ts'
import type { IsiLkjip } from '../lkjip.ts'
import { type Penulis, selCapaian, tulisProgram, tulisSasaran } from './baris-renja.ts'
import { kakiRenja } from './kaki-renja.ts'
import type { LampiranLkjip } from './kantor-lkjip.ts'
import { JUMLAH_KOLOM, K, kepalaRenja } from './kolom-renja.ts'

/**
 * Evaluasi hasil Renja (Permendagri 86/2017, Formulir E.81) on A3 across: performance (K) and money (Rp) of a program,
 * kegiatan or sub kegiatan side by side in its row, further indicators of it in the rows below.
 */
export function dokumenRenja(isi: IsiLkjip, lampiran: LampiranLkjip): Dokumen {
  const { kantor, sebutan, hari } = lampiran
  const judul = `Evaluasi Hasil Renja ${kantor.nama} Tahun ${isi.tahun}`
  return {
    judul: `${judul} (${sebutan})`,
    jenis: 'Formulir E.81',
    ukuran: 'A3',
    arah: 'mendatar',
    kop: null,
    tanggal: hari,
    isi: [
      {
        jenis: 'judul',
        tingkat: 1,
        teks: judul.toUpperCase(),
        subjudul: `${kantor.kabupaten} · Formulir E.81 · ${sebutan}`,
      },
      tabelRenja(isi),
      ...kakiRenja(isi, lampiran),
    ],
  }
}

/** Sub kegiatan with money of the year, and those to which only the Renstra gives money, by their codes. */
const semuaSub = ({ anggaran, renstraSaja }: IsiLkjip): IsiLkjip['anggaran'] =>
  [...anggaran, ...renstraSaja].sort((a, b) => (urutan(a) < urutan(b) ? -1 : 1))
const urutan = (a: IsiLkjip['anggaran'][number]): string => [a.programKode, a.kegiatanKode, a.kode, a.nama].join(' ')

function tabelRenja(data: IsiLkjip): Blok {
  const { renstra, sasaran, ikk } = data.capaian
  const tulis: Penulis = { isi: [], ikk, tahunAwal: renstra?.tahunAwal ?? null }
  const sub = semuaSub(data)
  const dikenal = new Set(sasaran.map((s) => s.id))
  const sisa = sub.filter((a) => a.sasaranId === null || !dikenal.has(a.sasaranId))
  const kelompok = [
    ...sasaran.map((s) => ({ nama: s.uraian, iku: s.indikator, sub: sub.filter((a) => a.sasaranId === s.id) })),
    ...(sisa.length > 0 ? [{ nama: 'Belum dikaitkan dengan sasaran', iku: [], sub: sisa }] : []),
  ]
  for (const [ke, k] of kelompok.entries()) {
    tulisSasaran(tulis, { nomor: ke + 1, nama: k.nama, iku: k.iku })
    for (const p of perProgram(k.sub)) tulisProgram(tulis, p)
  }
  return {
    jenis: 'tabel',
    judul: `Evaluasi hasil Renja ${data.tahun}`,
    huruf: 'sangatKecil',
    ...kepalaRenja({ tahun: data.tahun, akhir: renstra?.tahunAkhir ?? null }),
    isi: [...tulis.isi, ...barisRata(data, tulis.isi)],
    catatan: [
      'K: kinerja. Rp: anggaran dalam rupiah; target Renstra adalah jumlah pagu indikatif seluruh tahunnya. Angka triwulan adalah yang dicapai atau dibelanjakan dalam triwulan itu sendiri. Tanda – berarti belum tercatat.',
    ],
  }
}

/** All indicators that stand in the form. */
const indikatorRenja = (data: IsiLkjip): CapaianIndikator[] => {
  const ada = new Set(semuaSub(data).flatMap((a) => [a.id, a.kegiatanId, a.programId]))
  return [
    ...data.capaian.sasaran.flatMap((s) => s.indikator),
    ...data.capaian.ikk.filter((i) => ada.has(i.subKegiatanId ?? i.kegiatanId ?? i.programId ?? '')),
  ]
}

/** Means of the capaian of performance, and the predicate of each, as the form ends. */
function barisRata(data: IsiLkjip, isi: readonly BarisTabel[]): BarisTabel[] {
  const indikator = indikatorRenja(data)
  const { aturan, renstra } = data.capaian
  const rata = (kolom: number, hasil: (i: CapaianIndikator) => Hasil) => {
    const { rataRata } = rataCapaianRenja(indikator, hasil, { batas: aturan.batasRataRata })
    const predikat = rataRata.jenis === 'NILAI' ? bacaPredikat(rataRata.nilai, aturan).nama : TANPA_NILAI
    return { sel: selCapaian(rataRata, rumusRata(isi, { kolom, rataRata })), predikat }
  }
  const renja = rata(K.capaianRenja, (i) => hitungKinerjaRenja(i, renstra?.tahunAwal ?? null).capaianRenja)
  const lima = rata(K.capaianRenstra, (i) => hitungKinerjaRenja(i, renstra?.tahunAwal ?? null).capaianRenstra)
  const label = (teks: string) => ({ teks, kolom: K.capaianRenja - 1, rata: 'kanan' as const })
  return [
    { gaya: 'jumlah', sel: [label('Rata-rata capaian kinerja (%)'), renja.sel, '', lima.sel, '', ''] },
    {
      gaya: 'jumlah',
      sel: [
        label('Predikat kinerja'),
        { teks: renja.predikat, kolom: 2, rata: 'tengah' },
        { teks: lima.predikat, kolom: JUMLAH_KOLOM - K.capaianRenstra, rata: 'tengah' },
        '',
      ],
    },
  ]
}

/** How a workbook takes the mean of a column; undefined where the cap of the office makes it another number. */
function rumusRata(isi: readonly BarisTabel[], { kolom, rataRata }: { kolom: number; rataRata: Hasil }) {
  const letak = isi.flatMap(({ sel }, ke) => {
    const nilai = selLengkap(sel[kolom - 1] ?? '').angka
    return nilai === undefined ? [] : [{ baris: ke + 1, nilai }]
  })
  const polos = letak.reduce((n, l) => n.plus(l.nilai), new Desimal(0)).div(letak.length || 1)
  return rataRata.jenis === 'NILAI' && polos.toDecimalPlaces(2).eq(rataRata.nilai)
    ? `ROUND(AVERAGE(${letak.map((l) => `[${kolom},${l.baris}]`).join(',')}),2)`
    : undefined
}
