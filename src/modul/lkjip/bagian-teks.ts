/** Paragraphs of the LKjIP that people write: what each is called and what it is for. `objek` is 'umum', 'renja' or an indicator. */
export const BAGIAN_TEKS = {
  indikator: {
    penyebab: {
      label: 'Penyebab keberhasilan atau kegagalan',
      petunjuk: 'Mengapa target tercapai atau tidak, mengapa naik atau turun.',
    },
    hambatan: { label: 'Hambatan', petunjuk: 'Yang menghalangi, bila ada.' },
    solusi: { label: 'Solusi dan langkah perbaikan', petunjuk: 'Yang sudah atau akan dilakukan.' },
    efisiensi: {
      label: 'Efisiensi penggunaan sumber daya',
      petunjuk: 'Bila ada yang perlu dijelaskan di samping angka capaian dan serapan.',
    },
    penunjang: {
      label: 'Program dan kegiatan penunjang',
      petunjuk: 'Program atau kegiatan mana yang menunjang, dan bagaimana.',
    },
  },
  umum: {
    ikhtisar: { label: 'Ikhtisar capaian', petunjuk: 'Satu atau dua paragraf tentang tahun ini, untuk awal dokumen.' },
    anggaran: { label: 'Penjelasan realisasi anggaran', petunjuk: 'Mengapa serapan tinggi atau rendah.' },
    penutup: { label: 'Simpulan dan langkah perbaikan', petunjuk: 'Untuk penutup.' },
  },
  renja: {
    pendorong: { label: 'Faktor pendorong keberhasilan', petunjuk: 'Yang membantu target tercapai.' },
    penghambat: { label: 'Faktor penghambat pencapaian', petunjuk: 'Yang menghalangi target.' },
    tindakTriwulan: {
      label: 'Tindak lanjut yang diperlukan triwulan berikutnya',
      petunjuk: 'Apa yang dilakukan tiga bulan ke depan, dan oleh siapa.',
    },
    tindakRenja: {
      label: 'Tindak lanjut yang diperlukan Renja berikutnya',
      petunjuk: 'Apa yang berubah pada rencana tahun depan.',
    },
  },
} as const

export type KelompokTeks = keyof typeof BAGIAN_TEKS
export type BagianTeks = { readonly kode: string; readonly label: string; readonly petunjuk: string }

export const kelompokDari = (objek: string): KelompokTeks =>
  objek === 'umum' || objek === 'renja' ? objek : 'indikator'

/** The paragraphs of an object, in order. */
export const bagianTeks = (objek: string): BagianTeks[] =>
  Object.entries(BAGIAN_TEKS[kelompokDari(objek)]).map(([kode, isi]) => ({ kode, ...isi }))
