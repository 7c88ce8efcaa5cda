import { z } from 'zod'
import { JENIS_PERIODE, type JenisPeriode, jumlahPeriode } from '../../../inti/waktu/index.ts'
import { CARA_PELAKSANA, type DefinisiSop, MAKS_BUTIR, MAKS_DAFTAR, POLA_KODE } from '../definisi.ts'
import { type JenisLangkah, KODE_JENIS_LANGKAH } from '../jenis-langkah.ts'
import { barisTeks, pilihanDari, satuBaris, sidikIsian, teksAtauNull } from './isian.ts'
import { bidangWaktu, susunWaktu, teksWaktu } from './isian-waktu.ts'
import { type LangkahLepas, lepas } from './rangkaian.ts'

/** Where a step goes on to. */
export const JALAN = {
  LANJUT: 'Ke langkah di bawahnya',
  PILIH: 'Ke langkah tertentu',
  AKHIR: 'SOP berakhir di sini',
  KEPUTUSAN: 'Keputusan: Ya atau Tidak',
} as const
export type Jalan = keyof typeof JALAN
/** For "Ya": the next of the list, or the end. */
export const YA_LANJUT = ''
export const YA_AKHIR = '-'

const daftar = barisTeks({ maks: MAKS_BUTIR, banyak: MAKS_DAFTAR })

/**
 * What can be ticked on the page of a step: columns, other steps, periods. What a file named and the SOP has not is among
 * it, so that it is seen and goes only when somebody takes its tick away.
 */
export function pilihanLangkah(definisi: DefinisiSop, lama: string | null) {
  const semua = lepas(definisi)
  const kolom = semua.flatMap((l) => [...l.pelaksana, ...l.penerima, ...l.dibantu])
  const lain = semua.map((l) => l.kode).filter((kode) => kode !== lama)
  const dirujuk = semua.flatMap((l) => [...(l.berikutnya ?? []), ...(l.keputusan?.tidak ?? []), l.keputusan?.ya ?? ''])
  const jenis = [...definisi.periode, ...semua.flatMap((l) => l.hanyaPeriode.map((p) => p.jenis))]
  return {
    kolom: [...new Set([...definisi.pelaksana.map((p) => p.kode), ...kolom])],
    langkah: [
      ...new Set([...lain, ...dirujuk.filter((kode) => kode !== '' && (kode !== lama || menunjukDiri(semua, lama)))]),
    ],
    periode: pilihanPeriode(jenis),
  }
}

/** A step that points to itself is a mistake; its page shows it, so that it can be taken away. */
const menunjukDiri = (semua: readonly LangkahLepas[], kode: string): boolean =>
  semua.some(
    (l) => l.kode === kode && [...(l.berikutnya ?? []), ...(l.keputusan?.tidak ?? []), l.keputusan?.ya].includes(kode),
  )

/** Every period that can be ticked: a kind as a whole, or single ones ("TRIWULAN-4"). */
const pilihanPeriode = (periode: readonly JenisPeriode[]): string[] =>
  JENIS_PERIODE.filter((j) => periode.includes(j)).flatMap((j) =>
    j === 'TAHUN' ? [j] : [j, ...Array.from({ length: jumlahPeriode(j) }, (_, i) => `${j}-${i + 1}`)],
  )

/** The step page. `lama`: code of the step that is edited; null for a new one. */
export function isianLangkah(definisi: DefinisiSop, lama: string | null) {
  const { kolom, langkah: tujuan, periode } = pilihanLangkah(definisi, lama)
  const lain = definisi.langkah.map((l) => l.kode).filter((kode) => kode !== lama)
  return z
    .object({
      sidik: sidikIsian,
      kode: satuBaris(40, 'Tulis kode langkahnya.')
        .refine(
          (isi) => POLA_KODE.test(isi),
          'Tulis kode dengan huruf besar, angka, titik, atau tanda hubung, misalnya P7.',
        )
        .refine((isi) => !lain.includes(isi), 'Kode ini sudah dipakai langkah lain.'),
      nomor: satuBaris(20, 'Tulis nomor langkahnya.'),
      uraian: teksAtauNull(2000),
      jenis: z.enum(KODE_JENIS_LANGKAH, 'Pilih jenis langkahnya.'),
      pelaksana: pilihanDari(kolom),
      cara: z.enum(CARA_PELAKSANA).catch('SALAH_SATU'),
      penerima: pilihanDari(kolom),
      dibantu: pilihanDari(kolom),
      kelengkapan: daftar,
      dokumen: daftar,
      keluaran: teksAtauNull(300),
      ket: teksAtauNull(1000),
      jalan: z.enum(Object.keys(JALAN) as [Jalan, ...Jalan[]], 'Pilih ke mana sesudah langkah ini.'),
      tujuan: pilihanDari(tujuan),
      ya: z.enum([YA_LANJUT, YA_AKHIR, ...tujuan]).catch(YA_LANJUT),
      tidak: pilihanDari(tujuan),
      bawaan: z.enum(['', ...tujuan]).catch(''),
      opsional: pilihanDari(['ya']).transform((isi) => isi.length > 0),
      tahanPertanyaan: pilihanDari(['ya']).transform((isi) => isi.length > 0),
      hanyaPeriode: pilihanDari(periode),
      uraianAsli: teksAtauNull(2000),
      catatanKoreksi: teksAtauNull(2000),
      ...bidangWaktu,
    })
    .superRefine((isian, ctx) => {
      const hasil = susunWaktu(isian)
      if ('pesan' in hasil) ctx.addIssue({ code: 'custom', path: [hasil.bidang], message: hasil.pesan })
      if (isian.jalan === 'PILIH' && isian.tujuan.length === 0)
        ctx.addIssue({ code: 'custom', path: ['tujuan'], message: 'Pilih paling sedikit satu langkah tujuan.' })
      if (isian.tujuan.length > 10)
        ctx.addIssue({ code: 'custom', path: ['tujuan'], message: 'Paling banyak 10 langkah berjalan bersama.' })
      if (isian.tidak.length > 20)
        ctx.addIssue({ code: 'custom', path: ['tidak'], message: 'Paling banyak 20 tujuan.' })
    })
}
export type IsianLangkah = z.output<ReturnType<typeof isianLangkah>>

/** The step out of the page's fields. */
export function langkahDari(isian: IsianLangkah): LangkahLepas {
  const { sidik: _, jalan, tujuan, ya, tidak, bawaan, hanyaPeriode, ...lain } = isian
  const { waktuTeks, waktuJenis, waktuDari, waktuSampai, waktuKe, waktuHari, ...isi } = lain
  const hasil = susunWaktu({ waktuTeks, waktuJenis, waktuDari, waktuSampai, waktuKe, waktuHari })
  if (!('waktu' in hasil)) throw new Error('waktu baku lolos pemeriksaan tetapi tidak dapat disusun')
  const memutuskan = jalan === 'KEPUTUSAN'
  return {
    ...isi,
    uraian: isi.uraian ?? '',
    waktuBaku: hasil.waktu,
    hanyaPeriode: periodeDari(hanyaPeriode),
    berikutnya: jalan === 'PILIH' ? tujuan : jalan === 'AKHIR' ? [] : undefined,
    keputusan: memutuskan
      ? {
          ya: ya === YA_LANJUT ? undefined : ya === YA_AKHIR ? null : ya,
          tidak,
          bawaan: tidak.includes(bawaan) ? bawaan : undefined,
        }
      : null,
  }
}

/** Ticked periods, one entry per kind; a kind ticked as a whole means all of them. */
function periodeDari(dipilih: readonly string[]): LangkahLepas['hanyaPeriode'] {
  return JENIS_PERIODE.flatMap((jenis) => {
    const milik = dipilih.filter((isi) => isi === jenis || isi.startsWith(`${jenis}-`))
    if (milik.length === 0) return []
    const nomor = milik.includes(jenis) ? [] : milik.map((isi) => Number(isi.slice(jenis.length + 1)))
    return [{ jenis, nomor }]
  })
}

/** The page's fields as text, from a step. Ticked lists are joined by line breaks. */
export function teksLangkah(l: LangkahLepas): Record<string, string> {
  const k = l.keputusan
  const jalan: Jalan = k
    ? 'KEPUTUSAN'
    : l.berikutnya === undefined
      ? 'LANJUT'
      : l.berikutnya.length === 0
        ? 'AKHIR'
        : 'PILIH'
  return {
    kode: l.kode,
    nomor: l.nomor,
    uraian: l.uraian,
    jenis: l.jenis,
    pelaksana: l.pelaksana.join('\n'),
    cara: l.cara,
    penerima: l.penerima.join('\n'),
    dibantu: l.dibantu.join('\n'),
    kelengkapan: l.kelengkapan.join('\n'),
    dokumen: l.dokumen.join('\n'),
    keluaran: l.keluaran ?? '',
    ket: l.ket ?? '',
    jalan,
    tujuan: l.berikutnya?.join('\n') ?? '',
    ya: k?.ya === null ? YA_AKHIR : (k?.ya ?? YA_LANJUT),
    tidak: k?.tidak.join('\n') ?? '',
    bawaan: k?.bawaan ?? '',
    opsional: l.opsional ? 'ya' : '',
    tahanPertanyaan: l.tahanPertanyaan ? 'ya' : '',
    hanyaPeriode: l.hanyaPeriode
      .flatMap(({ jenis, nomor }) =>
        nomor.length === 0 || jenis === 'TAHUN' ? [jenis] : nomor.map((n) => `${jenis}-${n}`),
      )
      .join('\n'),
    uraianAsli: l.uraianAsli ?? '',
    catatanKoreksi: l.catatanKoreksi ?? '',
    ...teksWaktu(l.waktuBaku),
  }
}

/** Code and number of the next new step: as the others are written ("P7" → "P8"), and never one that is taken. */
export function kodeBaru({ langkah }: Pick<DefinisiSop, 'langkah'>): string {
  const terpakai = new Set(langkah.map((l) => l.kode))
  const awalan = /^([A-Z]+)\d+$/.exec(langkah.at(-1)?.kode ?? '')?.[1] ?? 'L'
  for (let ke = langkah.length + 1; ; ke++) if (!terpakai.has(`${awalan}${ke}`)) return `${awalan}${ke}`
}

/** A step with nothing in it yet. */
export const langkahKosong = (definisi: DefinisiSop, jenis: JenisLangkah = 'tugas'): LangkahLepas => ({
  kode: kodeBaru(definisi),
  nomor: String(definisi.langkah.length + 1),
  uraian: '',
  uraianAsli: null,
  catatanKoreksi: null,
  jenis,
  pelaksana: [],
  cara: 'SALAH_SATU',
  penerima: [],
  dibantu: [],
  kelengkapan: [],
  dokumen: [],
  waktuBaku: { jenis: 'TIDAK_ADA', teks: null },
  keluaran: null,
  berikutnya: undefined,
  keputusan: null,
  opsional: false,
  tahanPertanyaan: false,
  hanyaPeriode: [],
  ket: null,
})
