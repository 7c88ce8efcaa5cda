import { z } from 'zod'
import { barisIsian, tanggalBebas, teksBebas, versi } from '../../inti/http/index.ts'

/** How a letter reaches its receiver, in the words of the office. */
export const CARA_KIRIM = {
  DIANTAR: 'Diantar langsung',
  POS: 'Pos atau ekspedisi',
  SUREL: 'Surat elektronik (surel)',
  SRIKANDI: 'SRIKANDI',
} as const
export type CaraKirim = keyof typeof CARA_KIRIM

export const LABEL_PENGIRIMAN = {
  nomor: 'Nomor',
  tanggal: 'Tanggal surat',
  kepada: 'Kepada Yth.',
  tempatTujuan: 'di',
  penandatanganId: 'Penandatangan surat',
  dikirimTanggal: 'Dikirim tanggal',
  cara: 'Cara pengiriman',
  diterimaTanggal: 'Diterima tanggal',
  penerima: 'Nama penerima',
  jabatanPenerima: 'Jabatan penerima',
  rujukan: 'Nomor resi, alamat surel, atau nomor SRIKANDI',
  berkas: 'Bukti pengiriman',
  'butir.0.naskah': 'Naskah dinas yang dikirimkan',
} as const

export const MAKS_BUTIR_KIRIM = 30

export type ButirKirim = { readonly naskah: string; readonly banyaknya: string; readonly keterangan: string }

const butir = z
  .object({ naskah: teksBebas(500), banyaknya: teksBebas(100), keterangan: teksBebas(500), hapus: teksBebas(5) })
  .superRefine((b, ctx) => {
    if (b.hapus === '' && b.naskah === '' && (b.banyaknya !== '' || b.keterangan !== ''))
      ctx.addIssue({ code: 'custom', path: ['naskah'], message: 'Tulis naskah dinas yang dikirimkan.' })
  })

const bidang = z.object({
  nomor: teksBebas(100),
  tanggal: tanggalBebas(),
  kepada: teksBebas(500).transform((s) => s.replace(/\r\n?/g, '\n')),
  tempatTujuan: teksBebas(100),
  penandatanganId: z
    .union([z.literal(''), z.uuid('Pilih penandatangan dari daftar.')])
    .default('')
    .transform((id) => id || null),
  butir: z.array(butir).max(MAKS_BUTIR_KIRIM, `Paling banyak ${MAKS_BUTIR_KIRIM} naskah.`),
  dikirimTanggal: tanggalBebas(),
  cara: z
    .union([z.literal(''), z.enum(['DIANTAR', 'POS', 'SUREL', 'SRIKANDI'])], 'Pilih cara pengirimannya.')
    .default(''),
  diterimaTanggal: tanggalBebas(),
  penerima: teksBebas(200),
  jabatanPenerima: teksBebas(200),
  rujukan: teksBebas(200),
  versi: versi(),
})
type Bidang = z.output<typeof bidang>

/** Rows are named butir.0.naskah; what comes out are rows that say something, none marked to be taken out. */
const baca = (skema: typeof bidang) =>
  z.preprocess((badan) => ({ ...(badan as object), butir: barisIsian(badan, 'butir') }), skema)
const rapikan = ({ butir: semua, cara, ...lain }: Bidang) => ({
  ...lain,
  cara: cara || null,
  butir: semua
    .filter((b) => b.hapus === '' && b.naskah !== '')
    .map(({ naskah, banyaknya, keterangan }): ButirKirim => ({ naskah, banyaknya, keterangan })),
})

/** A draft may have gaps. */
export const isianPengiriman = baca(bidang).transform(rapikan)
export type IsianPengiriman = z.output<typeof isianPengiriman>

/** What gets a number must be a letter: date, receiver, what is sent, who signs. */
export const isianPenomoran = (hariIni: string) => dengan((isi) => kurangSurat(isi, hariIni))

/** What is finished was sent: the letter, and the proof. `adaBukti`: a file is there or comes along. */
export const isianPenyelesaian = (hariIni: string, adaBukti: boolean) =>
  dengan((isi) => [...kurangSurat(isi, hariIni), ...kurangBukti(isi, { hariIni, adaBukti })])

type Kurang = readonly (readonly [string, boolean, string])[]
const dengan = (periksa: (isi: Bidang) => Kurang) =>
  baca(
    bidang.superRefine((isi, ctx) => {
      for (const [nama, salah, message] of periksa(isi))
        if (salah) ctx.addIssue({ code: 'custom', path: nama.split('.'), message })
    }) as typeof bidang,
  ).transform(rapikan)

const kurangSurat = (isi: Bidang, hariIni: string): Kurang => [
  ['tanggal', isi.tanggal === null, 'Tulis tanggal suratnya.'],
  ['tanggal', isi.tanggal !== null && isi.tanggal > hariIni, 'Tanggal surat tidak boleh sesudah hari ini.'],
  ['kepada', isi.kepada === '', 'Tulis kepada siapa surat ini.'],
  ['penandatanganId', isi.penandatanganId === null, 'Pilih siapa yang menandatangani surat pengantar.'],
  [
    'butir.0.naskah',
    isi.butir.every((b) => b.hapus !== '' || b.naskah === ''),
    'Tulis paling sedikit satu naskah dinas yang dikirimkan.',
  ],
]

const kurangBukti = (isi: Bidang, { hariIni, adaBukti }: { hariIni: string; adaBukti: boolean }): Kurang => {
  const { dikirimTanggal, diterimaTanggal, tanggal } = isi
  return [
    ['dikirimTanggal', dikirimTanggal === null, 'Tulis tanggal dikirimkannya.'],
    ['dikirimTanggal', lebihAwal(hariIni, dikirimTanggal), 'Tanggal kirim tidak boleh sesudah hari ini.'],
    ['dikirimTanggal', lebihAwal(dikirimTanggal, tanggal), 'Surat tidak mungkin dikirim sebelum tanggalnya.'],
    ['cara', isi.cara === '', 'Pilih cara pengirimannya.'],
    ['diterimaTanggal', lebihAwal(hariIni, diterimaTanggal), 'Tanggal terima tidak boleh sesudah hari ini.'],
    ['diterimaTanggal', lebihAwal(diterimaTanggal, dikirimTanggal), 'Surat tidak mungkin diterima sebelum dikirim.'],
    ['penerima', isi.cara === 'DIANTAR' && isi.penerima === '', 'Tulis siapa yang menerima surat itu.'],
    [
      'rujukan',
      isi.cara !== 'DIANTAR' && isi.penerima === '' && isi.rujukan === '' && !adaBukti,
      'Tulis nomor resi, alamat surel, atau nomor SRIKANDI, atau unggah buktinya.',
    ],
  ]
}

const lebihAwal = (satu: string | null, lain: string | null): boolean => satu !== null && lain !== null && satu < lain
