import { type Halaman, type PerambanPolos, rapikan } from '../../bantuan/peramban-polos.ts'

type Isi = (h: Halaman) => Record<string, string | string[]>

/** What a pelaksana fills in besides decision and optional steps, so that nothing of the kind is missing. */
export const ISI_LENGKAP: Readonly<Record<string, Isi>> = {
  disposisi: () => ({ asal: 'INISIATIF', instruksi: ['Proses lebih lanjut'] }),
  rapat: ({ $ }) => {
    const hadir = $('tr:has(input[name$=".id"]) select[name$=".kehadiran"]')
      .map((_, s) => $(s).attr('name'))
      .get()
    const orang = $('select[name=notulisId] option')
      .map((_, o) => $(o).attr('value'))
      .get()
      .filter(Boolean)
    return {
      ...Object.fromEntries(hadir.map((nama) => [nama, 'HADIR'])),
      tanggal: '2026-07-06',
      waktuMulai: '09:00',
      tempat: 'Ruang rapat',
      pemimpinId: orang[0] ?? '',
      notulisId: orang[1] ?? '',
      pembahasan: 'Arahan pelaksanaan.',
    }
  },
  'program-kerja': () => ({
    'kegiatan.0.uraian': 'Menyusun bahan',
    'kegiatan.0.penanggungJawab': 'Tim SAKIP',
    'kegiatan.0.mulai': '2026-07-06',
    'kegiatan.0.selesai': '2026-07-07',
  }),
  'ceklis-dokumen': ({ $ }) => {
    const status = $('tr:has(input[name$=".id"]) select[name$=".status"]')
      .map((_, s) => $(s).attr('name'))
      .get()
    const semua = status.length > 0 ? status : ['dokumen.0.status']
    return Object.fromEntries(
      semua.flatMap((nama) => [
        ...(status.length > 0 ? [] : [[nama.replace('status', 'nama'), 'Renja']]),
        [nama, 'TIDAK_ADA'],
        [nama.replace('status', 'keterangan'), 'Menyusul'],
      ]),
    )
  },
  instruksi: ({ $ }) => ({ kepada: [$('input[name=kepada]').first().attr('value') ?? ''], isi: 'Siapkan bahan.' }),
  lapor: () => ({ ringkasan: 'Semua indikator sudah direkap dengan lengkap.' }),
  'lapor-camat': () => ({ ringkasan: 'Semua indikator sudah direkap dengan lengkap.' }),
}

/** The fields of a kind on its page as it stands now. */
export const isiLengkap = (jenis: string, h: Halaman): Record<string, string | string[]> =>
  ISI_LENGKAP[jenis]?.(h) ?? {}

/** Opens the step's own page. */
export const bukaLangkah = (o: PerambanPolos, siklusId: string, kode: string): Promise<Halaman> =>
  o.buka(`/siklus/${siklusId}/langkah/${kode}`)

/** Text of the main part of a page, spaces tidied. */
export const teksUtama = ({ $ }: Halaman): string => rapikan($('main').text())
